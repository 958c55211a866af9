"""What docs/packs.md says of the files, held for every pack."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.services.packfiles import file_of, load_catalogue

DATA = Path(__file__).resolve().parents[2] / "data"
FILES = sorted(DATA.glob("*/*.json"))
SERVICES = [path for path in FILES if path.stem.isdigit()]

DEFAULTS: tuple[tuple[str, object], ...] = (
    *((key, []) for key in ("parts", "sop", "corrections", "any_of", "roles", "questions", "pledge", "actors")),
    *((key, None) for key in ("rule", "applies_when", "document", "form", "issuer", "motto", "decree", "head")),
    *((key, None) for key in ("requirement", "time", "output")),
    *((key, False) for key in ("stamp_duty", "external")),
    ("copies", 1),
    ("mandatory", True),
)


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(child)


def test_five_offices_have_sixty_one_services_and_no_pack_is_broken() -> None:
    catalogue = load_catalogue(DATA)
    counts = {office.slug: len(office.services) for office in catalogue.offices}
    assert counts == {"kotabaru": 16, "lubuklinggau": 11, "mesuji": 8, "oku-selatan": 9, "pasuruan": 17}
    assert catalogue.broken == {}


@pytest.mark.parametrize("path", [*FILES, DATA / "documents.json"], ids=name)
def test_a_file_is_written_in_the_one_spelling_that_an_edit_would_give_it(path: Path) -> None:
    assert file_of(json.loads(path.read_bytes())) == path.read_bytes()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_keys_with_their_default_are_left_out(path: Path) -> None:
    written = [item for node in objects(json.loads(path.read_bytes())) for item in node.items()]
    assert [item for item in written if item in DEFAULTS] == []


@pytest.mark.parametrize("path", SERVICES, ids=name)
def test_numbers_and_what_the_route_foresees_are_written_even_when_there_are_none(path: Path) -> None:
    value = json.loads(path.read_bytes())
    assert {"division", "hand_off", "field_visit", "returns_incomplete", "can_reject"} <= value.keys()
    assert all("number" in node for node in objects(value["requirements"]) if "text" in node)
    assert all("number" in step for step in value.get("route", []))
    assert all("when" in branch for step in value.get("route", []) for branch in step.get("next", []))

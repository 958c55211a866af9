"""`desk catalogue check` and `desk services --document`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desk.cli import doubts, standards
from desk.cli.parser import build_parser
from desk.cli.session import Session
from desk.domain.doubts.check import COMPONENTS
from desk.domain.errors import NotFound
from desk.models.home import Home

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(Home(tmp_path), DATA, clock=lambda: datetime(2026, 11, 22, tzinfo=UTC), random=bytes)


def check(session: Session, *words: str) -> Any:
    return doubts.check(session, build_parser().parse_args(["catalogue", "check", *words]))


def test_each_doubt_names_service_component_kind_and_message(session: Session) -> None:
    found = check(session, "--office", "mesuji").value
    assert {frozenset(doubt) for doubt in found} == {frozenset(("service", "component", "kind", "message", "words"))}
    assert {"mesuji/02", "mesuji/04"} <= {d["service"] for d in found if d["kind"] == "product_copied"}
    assert {d["service"].split("/")[0] for d in found} == {"mesuji"}


def test_all_offices_without_a_choice(session: Session) -> None:
    offices = {doubt["service"].split("/")[0] for doubt in check(session).value}
    assert offices == {office.slug for office in session.catalogue.offices}


def test_a_person_reads_a_shared_remark_once_and_the_rest_by_service(session: Session) -> None:
    text = check(session, "--office", "mesuji").text
    assert text.startswith("Dinas Sosial Kabupaten Mesuji\n")
    assert text.count("Komponen “Jaminan pelayanan” kosong") == 1
    assert "(layanan 01, 02, 03, 04, 05, 06, 07, 08)" in text
    assert "\nmesuji/02 Rekomendasi Pengangkatan Anak\n" in text
    assert text.splitlines()[-1].endswith("tempat.")


def test_every_component_has_a_name_for_people() -> None:
    assert set(doubts.COMPONENTS) == set(COMPONENTS)


def test_an_unknown_office(session: Session) -> None:
    with pytest.raises(NotFound):
        check(session, "--office", "antah")


def test_services_that_ask_for_a_paper(session: Session) -> None:
    options = build_parser().parse_args(["services", "--document", "SKTM", "--office", "pasuruan"])
    found = standards.services(session, options).value
    assert [service["id"] for service in found] == ["pasuruan/02", "pasuruan/07", "pasuruan/08"]

"""`desk print leaflet`, `booklet` and `pledge`: papers of a standard, before any counter is set up."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desk.cli import papers
from desk.cli.parser import build_parser
from desk.cli.session import Session
from desk.domain.errors import NotFound, Refused, UsageError
from desk.models.home import Home
from tests.print.papers import outline, page_count, sizes_in_mm, text_of

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(Home(tmp_path / "home"), DATA, clock=lambda: datetime(2026, 11, 23, tzinfo=UTC), random=bytes)


def put_out(session: Session, *words: str) -> Any:
    options = build_parser().parse_args(["print", *words])
    return getattr(papers, options.run.removeprefix("papers."))(session, options).value


def test_a_leaflet_of_a_service(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "selebaran.pdf"
    value = put_out(session, "leaflet", "pasuruan/02", "-o", str(target))
    pdf = target.read_bytes()
    assert value == {
        "paper": "leaflet:pasuruan/02", "size": "a4", "copy": 1, "bytes": len(pdf), "file": str(target),
    }  # fmt: skip
    assert sizes_in_mm(pdf) == [(297.0, 210.0)] * 2
    assert "Dicetak 23 November 2026" in text_of(pdf)


def test_a_booklet_of_an_office(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "buku.pdf"
    value = put_out(session, "booklet", "mesuji", "-o", str(target))
    assert (value["paper"], value["size"]) == ("booklet:mesuji", "a5")
    assert len(outline(target.read_bytes())) == 1 + 8 + 1


def test_a_pledge_in_two_sizes(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "maklumat.pdf"
    put_out(session, "pledge", "mesuji", "-o", str(target), "--paper", "a3")
    assert sizes_in_mm(target.read_bytes()) == [(297.0, 420.0)]
    put_out(session, "pledge", "mesuji", "-o", str(target))
    assert sizes_in_mm(target.read_bytes()) == [(210.0, 297.0)]
    assert page_count(target.read_bytes()) == 1


def test_an_office_without_a_pledge_gets_a_sentence_and_no_file(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "maklumat.pdf"
    with pytest.raises(Refused) as refused:
        put_out(session, "pledge", "kotabaru", "-o", str(target))
    assert refused.value.code == "pledge_missing"
    assert not target.exists()


def test_what_is_not_there_is_named(session: Session, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        put_out(session, "booklet", "antah", "-o", str(tmp_path / "x.pdf"))
    with pytest.raises(NotFound):
        put_out(session, "leaflet", "pasuruan/99", "-o", str(tmp_path / "x.pdf"))
    with pytest.raises(UsageError):
        put_out(session, "booklet", "mesuji", "-o", str(tmp_path / "x.pdf"), "--paper", "a4")

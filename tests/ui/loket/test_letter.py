"""An applicant who brings a letter: number, date and subject go into the agenda book and onto the disposition sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desk.domain.errors import Refused
from desk.domain.intake import IncomingLetter
from desk.ui.loket.form import Form, form_from_body, form_of_case, form_to_body
from desk.ui.loket.page import LoketPage
from desk.ui.loket.reading import read_letter_day
from tests.print.samples import case_of, services
from tests.ui.loket.samples import SITI, FakeCounter
from tests.ui.loket.typist import Typist, sit_down

TODAY = date(2026, 11, 24)


@pytest.fixture
def hands(qtbot: QtBot) -> Typist:
    page = LoketPage()
    qtbot.addWidget(page)
    return sit_down(page, FakeCounter())


def open_part(hands: Typist) -> bool:
    return hands.page.person.fields["letter.number"].isVisibleTo(hands.page)


def test_the_part_for_a_letter_is_one_calm_line_until_it_is_asked_for(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "Tab")
    assert not open_part(hands)
    hands.press("Ctrl+I").write("005/12/Ds/2026")
    assert open_part(hands)
    assert hands.desk.front.form.text("letter.number") == "005/12/Ds/2026"


def test_a_matter_that_came_by_letter_opens_it_by_itself(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "Tab")
    hands.desk.front.set_channel("letter")
    assert open_part(hands)
    hands.desk.front.set_channel("counter")
    assert not open_part(hands)


def test_enter_goes_through_the_letter_and_passes_the_enclosures_by(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "Tab").write(SITI)
    hands.desk.front.set_channel("letter")
    hands.page.focus("letter.number")
    hands.write("005/12").press("Enter").write("20/11/2026").press("Enter").write("Permohonan bantuan").press("Enter")
    texts = hands.desk.front.form.texts
    assert {name: texts.get(f"letter.{name}") for name in ("number", "date", "subject", "enclosures")} == {
        "number": "005/12", "date": "20/11/2026", "subject": "Permohonan bantuan", "enclosures": None,
    }  # fmt: skip


def test_a_letter_s_date_that_is_none_is_said_beside_it_and_nothing_is_lost(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "Tab").press("Ctrl+I", "Tab").write("20 Foo 2026").press("Tab")
    field = hands.page.person.fields["letter.date"]
    assert "tanggal surat" in field.below()
    assert field.text() == "20 Foo 2026"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("20/11/2026", "2026-11-20"), ("20 Nopember 2026", "2026-11-20"), ("2026-11-20", "2026-11-20"), ("", "")],
)
def test_a_letter_s_date_is_typed_as_any_other(typed: str, read: str) -> None:
    assert read_letter_day(typed, TODAY) == read


def test_a_letter_of_tomorrow_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        read_letter_day("25/11/2026", TODAY)
    assert refusal.value.code == "date_future"


def test_a_draft_and_a_returned_file_keep_their_letter() -> None:
    form = Form(key="k", letter=True, texts={"letter.number": "005/12"})
    assert form_from_body(form_to_body(form), "k") == form
    case = replace(case_of(services()[0]), letter=IncomingLetter("005/12", "2026-11-20"))
    taken_up = form_of_case(case, "k")
    assert taken_up.with_letter
    assert taken_up.text("letter.date") == "20/11/2026"

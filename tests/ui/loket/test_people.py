"""The list of those concerned: typed cell by cell with Tab, or pasted with a number that can't be right."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desk.ui.loket.page import LoketPage
from tests.ui.loket.samples import SITI, FakeCounter
from tests.ui.loket.typist import Typist, sit_down

BUDI = "3514091203850002"


@pytest.fixture
def hands(qtbot: QtBot) -> Typist:
    page = LoketPage()
    qtbot.addWidget(page)
    made = sit_down(page, FakeCounter())
    made.write("bencana logistik").press("Enter")
    return made


def stand_on(hands: Typist, line: int) -> None:
    table = hands.page.person.people.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(line, 0))


def test_tab_after_a_new_name_goes_to_the_nik_of_the_same_line(hands: Typist) -> None:
    stand_on(hands, 0)
    hands.press("Enter").write("Budi").press("Tab").write(BUDI).press("Tab").write("suami").press("Enter")
    stand_on(hands, 1)
    hands.press("Enter").write("Siti").press("Tab").write(SITI).press("Enter")
    people = hands.desk.front.form.people
    assert [(each.name, each.nik, each.relation) for each in people] == [("Budi", BUDI, "suami"), ("Siti", SITI, "")]

"""The list of those concerned: typed cell by cell with Tab, or pasted with a number that can't be right."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desk.ui.loket.page import LoketPage
from desk.ui.loket.roster import read_roster
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


def test_a_pasted_number_that_is_too_short_is_a_bad_nik_and_is_not_saved(hands: Typist) -> None:
    QGuiApplication.clipboard().setText("Ngatmi, 351410\nNgatmi, 351411\nBudi\t" + BUDI + "\tsuami")
    hands.press("1", "Ctrl+J", "Ctrl+J", "Ctrl+Shift+V", "Tab").write("Desa Raci").press("F9")
    people = hands.desk.front.form.people
    assert [(each.name, each.nik, each.relation) for each in people] == [
        ("Ngatmi", "351410", ""), ("Ngatmi", "351411", ""), ("Budi", BUDI, "suami"),
    ]  # fmt: skip
    assert hands.counter.registered == []
    model = hands.page.person.people.model
    assert model.problem_at(model.index(0, 1)).startswith("NIK harus 16 angka")
    assert hands.focus() is hands.page.person.people.table
    assert hands.page.person.people.table.currentIndex() == model.index(0, 1)
    hands.desk.front.set_person(0, nik="")
    hands.desk.front.set_person(1, nik=SITI)
    hands.press("F9")
    assert [each.nik for each in hands.counter.registered[0].beneficiaries] == ["", SITI, BUDI]


@pytest.mark.parametrize(
    ("line", "name", "nik", "relation"),
    [
        ("12\tNgatmi\t351410", "Ngatmi", "351410", ""),
        ("3514, Ngatmi, ibu", "Ngatmi", "3514", "ibu"),
        (f"1204\tBudi\t{BUDI}\tsuami", "Budi", BUDI, "suami"),
        ("Ngatmi, anak 2", "Ngatmi", "", "anak 2"),
        ("Ngatmi; 3514.10.12; ibu", "Ngatmi", "35141012", "ibu"),
    ],
)
def test_what_is_all_figures_is_a_nik(line: str, name: str, nik: str, relation: str) -> None:
    (person,) = read_roster(line)
    assert (person.name, person.nik, person.relation) == (name, nik, relation)

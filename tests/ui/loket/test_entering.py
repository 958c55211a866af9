"""Enter from field to field: it takes what is offered, and passes nothing that is empty or wrong."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desk.ui.loket.page import LoketPage
from tests.ui.loket.samples import SITI, FakeCounter, Known, a_person
from tests.ui.loket.typist import Typist, sit_down


@pytest.fixture
def hands(qtbot: QtBot) -> Typist:
    page = LoketPage()
    qtbot.addWidget(page)
    made = sit_down(page, FakeCounter())
    made.write("lansia").press("Enter", "Ctrl+A", "Tab")
    return made


def below(hands: Typist, path: str) -> str:
    return hands.page.person.fields[path].below()


def test_enter_stays_at_a_bad_nik_and_what_is_typed_next_mends_it(hands: Typist) -> None:
    hands.write(SITI[:15]).press("Enter")
    assert "16 angka" in below(hands, "applicant.nik")
    assert hands.focus() is hands.page.person.fields["applicant.nik"].editor
    hands.write(SITI).press("Enter")
    form = hands.desk.front.form
    assert (form.text("applicant.nik"), form.text("applicant.name")) == (SITI, "")
    assert hands.focus() is hands.page.person.fields["applicant.name"].editor


def test_a_number_in_the_name_is_said_and_not_saved(hands: Typist) -> None:
    hands.write(SITI).press("Enter").write(SITI).press("Enter")
    assert below(hands, "applicant.name").startswith("Nama pemohon berisi angka saja")
    hands.press("F9")
    assert hands.counter.registered == []
    assert hands.focus() is hands.page.person.fields["applicant.name"].editor
    hands.write("Siti Aminah").press("F9")
    assert hands.counter.registered[0].applicant.name == "Siti Aminah"


def test_enter_asks_for_the_sex_where_no_nik_says_it(hands: Typist) -> None:
    hands.press("Ctrl+G").write("Telantar").press("Enter").write("Kakek").press("Enter")
    assert hands.focus().accessibleName() == "Jenis kelamin"
    hands.press("L", "Enter")
    assert hands.desk.front.form.sex == "L"
    assert hands.focus().accessibleName() == "Tanggal lahir"


def test_enter_passes_the_sex_that_is_offered_with_the_nik(hands: Typist) -> None:
    hands.write(SITI).press("Tab").write("Siti").press("Enter")
    assert hands.focus().accessibleName() == "Tanggal lahir"
    hands.press("Enter")
    assert hands.desk.front.form.sex == "P"


def test_enter_does_not_pass_a_field_that_is_wrong(hands: Typist) -> None:
    hands.write(SITI).press("Enter").write("Siti").press("Enter").write("123").press("Tab")
    hands.page.person.focus("applicant.name")
    hands.press("Enter")
    assert hands.focus().accessibleName() == "Nomor KK"


@pytest.mark.parametrize(
    ("name", "warned"),
    [
        ("Bambang Sutrisno", True), ("Siti Aminah", False), ("SITI AMINAH", False), ("Sitti Aminah", False),
        ("Ny. Siti", False), ("Aminah", False), ("S. Amina", False), ("Slamet", True),
    ],
)  # fmt: skip
def test_a_known_nik_with_another_name_is_pointed_out(hands: Typist, name: str, warned: bool) -> None:
    hands.counter.people[SITI] = Known(a_person())
    hands.write(SITI).press("Tab").write(name)
    assert below(hands, "applicant.name") == ""
    hands.press("Tab")
    expected = "NIK ini sebelumnya atas nama Siti Aminah. Periksa KTP." if warned else ""
    assert below(hands, "applicant.name") == expected
    hands.press("F9")
    assert len(hands.counter.registered) == 1

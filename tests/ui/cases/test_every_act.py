"""Every act on a file done once through the window: the form filled as an officer would, F9, and the history says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.domain.fold import Contender
from desk.services import acts, cases
from desk.ui.cases import gathering
from desk.ui.cases.form_blanks import ContendersEntry
from desk.ui.cases.form_seeking import DesksEntry, SeekEntry
from desk.ui.kit.button import Button
from tests.ui.cases.hands import Hands, at_berkas
from tests.ui.cases.office import STANDINGS
from tests.ui.house import person, take_in


@pytest.fixture
def hands(tmp_path: Path, qtbot: QtBot) -> Iterator[Hands]:
    with at_berkas(tmp_path, qtbot) as made:
        yield made


def ask(hands: Hands, standing: str, action: str) -> Hands:
    """Look at such a file and open the form of that act."""
    hands.look_at(STANDINGS[standing](hands.counter))
    hands.page.sheet.form_requested.emit(action)
    return hands


TYPED: Mapping[str, tuple[str, Mapping[str, str], str]] = {
    "advance": ("branching", {"outcome": "excluded>konsep_penolakan", "note": "dikecualikan UU"}, "step_done"),
    "visit": ("visit", {"finding": "Rumah layak", "date": "kemarin", "people": "Sri Wahyuni, S.Sos."}, "step_done"),
    "deliver": (
        "deliver",
        {"recipient": "Umar", "relation": "suami/istri", "identity": "KTP diperlihatkan"},
        "step_done",
    ),
    "hand_off": ("hand_off", {"reference": "470/12"}, "step_done"),
    "record": ("ended", {}, "step_recorded"),
    "dispose": ("dispose", {"instruction": "Teliti", "deadline": "27/11", "urgency": "segera"}, "disposed"),
    "receive": ("two", {}, "received"),
    "answer": ("one", {"answer": "Setuju", "by": "Sekretaris"}, "answered"),
    "recall": ("two", {"note": "keliru"}, "recalled"),
    "reassign": ("whole", {"to": "Sekretaris", "note": "Kabid diklat"}, "reassigned"),
    "return": ("whole", {"note": "KK buram"}, "case_returned"),
    "pause": ("whole", {"reason": "other", "why": "listrik padam"}, "clock_paused"),
    "reject": ("whole", {"note": "Bukan penduduk", "by": "Kepala Dinas"}, "case_rejected"),
    "withdraw": ("whole", {"note": "Sudah dibantu desa"}, "case_withdrawn"),
    "reopen": ("refused", {"note": "Ada bukti domisili"}, "case_reopened"),
    "number": ("ended", {"number": "400.9/12/2026", "date": "20/11/2026"}, "letter_numbered"),
    "give_back": ("ended", {"recipient": "Siti Aminah", "signed": "1"}, "papers_given_back"),
    "note": ("whole", {"note": "Pemohon menelepon"}, "note_added"),
    "correct": ("whole", {"applicant.name": "Siti Aminah binti Umar"}, "case_corrected"),
}
"""(file, what is typed, the event that comes of it)"""


@pytest.mark.parametrize("action", TYPED)
def test_an_act_is_written_once_with_what_was_typed(hands: Hands, action: str) -> None:
    standing, typed, kind = TYPED[action]
    ask(hands, standing, action)
    before = len(hands.case().history)
    form = hands.page.sheet.form
    assert form.isVisible()
    if action == "dispose":
        desks = hands.entry("to")
        assert isinstance(desks, DesksEntry)
        desks.setFocus()
        hands.write("sekretaris").press("Enter")
        assert desks.text() == "Sekretaris"
    if action == "record":
        blank = next(entry for entry in form._entries if entry.isVisible() and entry.blank.name != "step")
        typed = {blank.blank.name: "dicatat kemudian"}
    hands.fill(**{name.replace(".", "__"): text for name, text in typed.items()})
    hands.press("F9", "F9")
    assert hands.last() == kind, form._trouble.words()
    assert len(hands.case().history) == before + (2 if action == "receive" else 1)
    assert not form.isVisible()
    assert hands.bottom.words()


def test_a_step_is_ended_and_taken_back_by_key(hands: Hands) -> None:
    hands.look_at(STANDINGS["whole"](hands.counter))
    hands.press("F4")
    assert hands.last() == "step_done"
    hands.press("Ctrl+Z")
    assert hands.last() == "step_taken_back"


def test_a_disposition_is_taken_back_by_key(hands: Hands) -> None:
    ask(hands, "dispose", "dispose").fill(instruction="Teliti", to="Sekretaris\nKepala Bidang Rehabilitasi Sosial")
    station = hands.case().movement.station
    hands.press("F9", "Ctrl+Z")
    assert {one.state for one in hands.case().movement.dispositions} == {"recalled"}
    assert hands.case().movement.station == station


def test_the_clock_goes_on_with_one_key(hands: Hands) -> None:
    hands.look_at(STANDINGS["paused"](hands.counter)).press("F4")
    assert hands.last() == "clock_resumed"


def test_a_returned_file_is_taken_up_at_loket(hands: Hands) -> None:
    case_id = STANDINGS["sent_back"](hands.counter)
    hands.look_at(case_id).press("F4")
    assert hands.gone == [("intake", case_id)]


def test_two_files_are_seen_side_by_side_before_one_goes_into_the_other(hands: Hands) -> None:
    other = replace(person("Siti Aminah", 4), birth_place="Malang")
    stays = take_in(hands.counter, "pasuruan/01", other, complete=True)
    number = cases.load(hands.counter, stays).registration_number
    ask(hands, "whole", "merge")
    into = hands.entry("into")
    assert isinstance(into, SeekEntry)
    assert [option.value for option in into._found] == [number]  # the same NIK: offered before anything is typed
    into.setFocus()
    hands.write(number)
    into.sought.emit(number)
    hands.press("Enter")
    headings = [label.text() for label in hands.page.sheet.form.findChildren(type(hands.page.sheet.form._title))]
    assert f"Yang diteruskan: {number}" in headings
    assert any(words.startswith("≠ ") for words in headings), headings
    assert not hands.page.sheet.form._warning.isVisible()  # the same name, the same NIK
    hands.fill(note="permohonan ganda").press("F9")
    assert hands.last() == "case_merged"
    assert cases.load(hands.counter, stays).history[-1].kind == "case_absorbed"


def test_two_files_of_two_names_warn_before_one_goes_into_the_other(hands: Hands) -> None:
    stays = take_in(hands.counter, "pasuruan/01", person("Bambang", 77), complete=True)
    number = cases.load(hands.counter, stays).registration_number
    ask(hands, "whole", "merge")
    into = hands.entry("into")
    into.setFocus()
    hands.write(number)
    assert isinstance(into, SeekEntry)
    into.sought.emit(number)
    hands.press("Enter")
    warning = hands.page.sheet.form._warning
    assert warning.isVisible()
    assert "Nama dan NIK kedua berkas berbeda. Pastikan keduanya orang yang sama." in [
        label.text() for label in warning.findChildren(QLabel)
    ]


def test_another_service_says_what_it_would_mean_before_it_is_done(hands: Hands) -> None:
    ask(hands, "whole", "reclassify")
    service = hands.entry("service")
    assert isinstance(service, SeekEntry)
    service.setFocus()
    hands.write("lanjut usia terlantar")
    service.sought.emit("rujukan lanjut usia")
    assert service._found
    service._on_chosen(service._found[0])
    said = " ".join(label.text() for label in hands.page.sheet.form.findChildren(type(hands.page.sheet.form._title)))
    assert "Akan kurang (" in said
    assert "Tetap tercentang (" in said
    assert hands.last() != "case_reclassified"
    hands.press("F9")
    assert hands.last() == "case_reclassified"


def test_a_conflict_is_settled_by_one_press(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two contenders are laid into the file as it is read: conflicts come from another counter (journeys have them)."""
    told: list[acts.Wish] = []
    case_id = STANDINGS["whole"](hands.counter)
    real = gathering.dossier

    def disputed(counter: object, wanted: str) -> object:
        dossier = real(hands.counter, wanted)
        event = dossier.case.history[0].event
        case = replace(
            dossier.case, conflicts={"applicant.name": (Contender("Siti", event), Contender("Sitti", event))}
        )
        return replace(dossier, case=case, offers=acts.possible(hands.counter, case))

    monkeypatch.setattr(gathering, "dossier", disputed)

    def written(_counter: object, _case_id: object, wishes: tuple[acts.Wish, ...], **_: object) -> object:
        told.extend(wishes)
        return cases.load(hands.counter, case_id)

    monkeypatch.setattr(acts, "act_together", written)
    hands.look_at(case_id).press("F4")
    entry = hands.entry("applicant.name")
    assert isinstance(entry, ContendersEntry)
    presses = entry.findChildren(Button)
    assert len(presses) == 2
    presses[1].click()
    assert [(wish.action, wish.data) for wish in told] == [("settle", {"field": "applicant.name", "value": "Sitti"})]


def test_the_receipt_of_originals_is_shown_after_they_went_back(hands: Hands) -> None:
    ask(hands, "ended", "give_back").fill(recipient="Siti Aminah").press("F9")
    hands.bottom._act.click()
    assert [request.kind for request in hands.previews] == ["given_back"]
    assert hands.previews[0].make("a5", 1).startswith(b"%PDF")

"""A stack of sheets is keyed in without the mouse: what is on the paper is pressed, Enter records, the next is scanned."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desk.domain.case import Case
from desk.domain.event import CaseId
from desk.domain.officials import Named
from desk.services import acts, cases, drafts, phrases, positions
from desk.services.counter import Counter
from desk.ui.dispositions.capture.sheet_view import SheetView
from tests.ui.dispositions.capture.sitting import printed, sit_down, take_in
from tests.ui.walk import clipped, nameless

TABLE = Path(__file__).parents[4] / "docs" / "keystrokes.md"
DIVISION = "Kepala Bidang Rehabilitasi Sosial"


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def of(counter: Counter, case_id: CaseId) -> Case:
    return cases.load(counter, case_id)


def test_a_scan_and_four_keys_record_a_disposition(counter: Counter, window: QMainWindow) -> None:
    """docs/keystrokes.md: 'teruskan ke Kabid, proses lebih lanjut, segera'."""
    file = take_in(counter)
    hands = sit_down(counter, window).scan(printed(counter, file)).press("1", "B", "S", "Enter")
    [sent] = of(counter, file).movement.dispositions
    assert (sent.to, sent.urgency) == (DIVISION, "segera")
    assert of(counter, file).proceedings.instructions[sent.id].phrases == ("Proses lebih lanjut",)
    assert len(hands.pressed) == 4
    row = next(
        line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("| Lembar disposisi:")
    )
    assert row.split("|")[2].strip() == "4"
    assert row.split("|")[3].strip() == " ".join(f"`{key}`" for key in hands.pressed)


def test_twenty_sheets_go_through_without_the_mouse(counter: Counter, window: QMainWindow) -> None:
    files = [take_in(counter, number=number) for number in range(20)]
    codes = [printed(counter, file) for file in files]
    hands = sit_down(counter, window)
    for code in codes:
        hands.scan(code).press("1", "B", "Enter")
    assert all(of(counter, file).movement.dispositions for file in files)
    assert "20 lembar" in hands.dialog.side._stack.text()
    assert hands.focus() is hands.dialog.code


def test_words_a_deadline_and_a_desk_by_hand_are_typed_where_they_stand_on_the_paper(
    counter: Counter, window: QMainWindow
) -> None:
    file = take_in(counter)
    hands = sit_down(counter, window).scan(printed(counter, file))
    hands.press("T").write("hubungi Dinkes").press("Enter", "W").write("3").press("Enter")
    hands.press("X").write("kabid linjamsos").press("Enter", "Enter")
    [sent] = of(counter, file).movement.dispositions
    assert sent.to == "Kepala Bidang Perlindungan dan Jaminan Sosial"
    assert sent.deadline == "2026-11-25"
    assert of(counter, file).proceedings.instructions[sent.id].words == "hubungi Dinkes"


def test_letters_typed_into_a_field_tick_nothing(counter: Counter, window: QMainWindow) -> None:
    hands = sit_down(counter, window).scan(printed(counter, take_in(counter)))
    hands.press("T").write("segera bahas").press("Enter")
    assert hands.dialog.sheet.fields["words"].text() == "segera bahas"
    assert not any(box.isChecked() for box in hands.dialog.sheet._boxes.values())


def test_the_official_who_signed_is_offered_and_may_be_another(counter: Counter, window: QMainWindow) -> None:
    file, other = take_in(counter), take_in(counter, number=2)
    hands = sit_down(counter, window).scan(printed(counter, file)).press("1", "Enter")
    assert of(counter, file).history[-1].officer == "H.M. SUWITO ADI, S.Sos, M.Si"
    hands.scan(printed(counter, other)).press("F2").write("Drs. Plh").press("Enter", "1", "Enter")
    assert of(counter, other).history[-1].officer == "Drs. Plh"
    assert of(counter, other).history[-1].recorder == counter.officer


def test_an_impatient_enter_records_once(counter: Counter, window: QMainWindow) -> None:
    file = take_in(counter)
    hands = sit_down(counter, window).scan(printed(counter, file)).press("1", "B", "Enter", "Enter", "Enter")
    assert [entry.kind for entry in of(counter, file).history] == ["case_registered", "disposed"]
    assert hands.focus() is hands.dialog.code


def test_the_same_sheet_again_is_shown_as_it_was_recorded(counter: Counter, window: QMainWindow) -> None:
    file = take_in(counter)
    code = printed(counter, file)
    hands = sit_down(counter, window).scan(code).press("1", "B", "S", "Enter").scan(code)
    assert "sudah dicatat" in hands.words()
    assert [key for key, box in hands.dialog.sheet._boxes.items() if box.isChecked()] == ["S", "1", "B"]
    hands.press("2", "Enter")
    assert len(of(counter, file).movement.dispositions) == 1


def test_only_setuju_is_the_step_done_and_perbaiki_goes_back(counter: Counter, window: QMainWindow) -> None:
    agreed, mended = take_in(counter), take_in(counter, number=2)
    hands = sit_down(counter, window).scan(printed(counter, agreed)).press("O")
    assert "Langkah selesai" in hands.words()
    hands.press("Enter").scan(printed(counter, mended)).press("P", "Enter")
    assert of(counter, agreed).history[-1].kind == "step_done"
    assert of(counter, mended).state == "returned"


def test_two_desks_are_waited_for_unless_v_says_otherwise(counter: Counter, window: QMainWindow) -> None:
    file = take_in(counter)
    hands = sit_down(counter, window).scan(printed(counter, file)).press("1", "2")
    assert "jawabannya ditunggu" in hands.words()
    hands.press("V")
    assert "jawabannya ditunggu" not in hands.words()
    hands.press("Enter")
    assert not of(counter, file).movement.awaited


def test_a_sheet_put_aside_by_the_next_scan_is_kept_and_taken_up_again(counter: Counter, window: QMainWindow) -> None:
    first, second = take_in(counter), take_in(counter, number=2)
    code = printed(counter, first)
    hands = sit_down(counter, window).scan(code).press("1", "T").write("lihat dulu").press("Enter")
    hands.scan(printed(counter, second)).press("1", "Enter")
    assert [draft.title for draft in drafts.kept(counter)] == [
        f"{of(counter, first).registration_number} · Kepala Dinas Sosial"
    ]
    hands.scan(code)
    assert hands.dialog.sheet.fields["words"].text() == "lihat dulu"
    hands.press("Enter")
    assert of(counter, first).movement.dispositions
    assert drafts.kept(counter) == ()


def test_a_disposition_by_word_of_mouth_is_keyed_in_on_the_file_s_own_sheet(
    counter: Counter, window: QMainWindow
) -> None:
    file = take_in(counter)
    sit_down(counter, window, case_id=str(file), whose="S").press("1", "B", "Enter")
    [sent] = of(counter, file).movement.dispositions
    sit_down(counter, window, case_id=str(file), whose=sent.id).press("1", "Enter")
    assert [one.sender for one in of(counter, file).movement.children(sent.id)] == [DIVISION]


def test_closing_keeps_what_was_keyed_in(counter: Counter, window: QMainWindow) -> None:
    code = printed(counter, take_in(counter))
    sit_down(counter, window).scan(code).press("1", "B").dialog.reject()
    hands = sit_down(counter, window, code)
    assert [key for key, box in hands.dialog.sheet._boxes.items() if box.isChecked()] == ["1", "B"]


def test_what_was_just_recorded_is_taken_back_with_one_key(counter: Counter, window: QMainWindow) -> None:
    file = take_in(counter)
    hands = sit_down(counter, window).scan(printed(counter, file)).press("1", "Enter", "Ctrl+Z")
    assert [holder.position for holder in of(counter, file).holders] == ["Kepala Dinas"]
    assert "diurungkan" in hands.words()


def test_a_deadline_that_is_none_is_said_beside_it_and_nothing_is_lost(counter: Counter, window: QMainWindow) -> None:
    file = take_in(counter)
    hands = (
        sit_down(counter, window)
        .scan(printed(counter, file))
        .press("1", "W")
        .write("kapan-kapan")
        .press("Enter", "Enter")
    )
    assert "bukan tanggal" in hands.dialog.sheet._below["deadline"].text()
    assert hands.focus() is hands.dialog.sheet.fields["deadline"]
    assert not of(counter, file).movement.dispositions
    hands.press("Ctrl+A").write("besok").press("Enter", "Enter")
    assert of(counter, file).movement.dispositions[0].deadline == "2026-11-21"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("D-GH7N-HDSG-UBG-S1", "Tidak ada berkas dengan kode GH7N-HDSG-UBG"),
        ("D-GH7N-HDSG-UBA-S1", "salah ketik"),
        ("A-2026-000123", "bukan kode lembar disposisi"),
    ],
)
def test_a_code_of_another_office_or_a_wrong_one_says_what_to_do(
    counter: Counter, window: QMainWindow, code: str, said: str
) -> None:
    hands = sit_down(counter, window).scan(code)
    assert said in hands.words()
    assert hands.focus() is hands.dialog.code


def test_a_file_that_ended_or_is_with_its_applicant_takes_nothing(counter: Counter, window: QMainWindow) -> None:
    file = take_in(counter)
    code = printed(counter, file)
    acts.act(counter, file, "return", note="KTP buram")
    hands = sit_down(counter, window).scan(code).press("1", "Enter")
    assert "sedang dikembalikan kepada pemohon" in hands.words()
    assert not of(counter, file).movement.dispositions


def test_steps_before_the_sheet_are_told_before_they_are_recorded(counter: Counter, window: QMainWindow) -> None:
    file = take_in(counter, "pasuruan/16")
    hands = sit_down(counter, window).scan(printed(counter, file))
    assert "3 langkah sebelumnya" in hands.words()
    hands.press("1", "Enter")
    assert [entry.kind for entry in of(counter, file).history][1:] == ["step_done"] * 3 + ["disposed"]


def test_who_is_on_leave_is_said_when_their_desk_is_ticked(counter: Counter, window: QMainWindow) -> None:
    day = date(2026, 11, 16)
    positions.appoint(counter, DIVISION, Named("Dra. Endang"), start=day, reason="SK")
    positions.absent(counter, DIVISION, day, date(2026, 12, 4), reason="cuti")
    hands = sit_down(counter, window).scan(printed(counter, take_in(counter)))
    assert "Endang" not in hands.words()
    assert "Endang" in hands.press("1").words()


def test_the_keys_on_an_old_sheet_mean_what_is_printed_on_it(counter: Counter, window: QMainWindow) -> None:
    file = take_in(counter)
    code = printed(counter, file)
    phrases.set_phrases(counter, ["Arsipkan", "Untuk diketahui"], "Baru")
    sit_down(counter, window).scan(code).press("1", "B", "Enter")
    [instruction] = of(counter, file).proceedings.instructions.values()
    assert instruction.phrases == ("Proses lebih lanjut",)


def test_every_control_has_a_name_and_nothing_is_cut_at_the_longest(counter: Counter, window: QMainWindow) -> None:
    file = take_in(counter, "pasuruan/14")
    hands = sit_down(counter, window).scan(printed(counter, file)).press("1", "2")
    assert nameless(hands.dialog) == []
    assert clipped(hands.dialog) == []


def test_the_mirrored_sheet_says_what_the_paper_says_in_its_order(counter: Counter, window: QMainWindow) -> None:
    hands = sit_down(counter, window).scan(printed(counter, take_in(counter)))
    sheet = hands.dialog.sheet
    assert isinstance(sheet, SheetView)
    order = list(sheet._boxes)
    assert order[:4] == ["Q", "S", "R", "1"]
    assert order.index("A") < order.index("O") < order.index("P") < order.index("U")


def test_a_photo_of_the_sheet_goes_to_its_step(counter: Counter, window: QMainWindow, qtbot: QtBot) -> None:
    file = take_in(counter)
    hands = sit_down(counter, window).scan(printed(counter, file)).press("1", "Enter")
    with qtbot.waitSignal(hands.dialog.photo_requested) as asked:
        hands.dialog.side.photo_requested.emit()
    assert asked.args is not None
    assert asked.args[0] == str(file)
    assert asked.args[1]

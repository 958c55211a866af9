"""The commonest acts at Berkas by keyboard alone, counted; docs/keystrokes.md says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.ui.cases.case_words import ACTIONS
from tests.ui.cases.hands import Hands, at_berkas
from tests.ui.cases.office import STANDINGS

TABLE = Path(__file__).parents[3] / "docs" / "keystrokes.md"


@dataclass(frozen=True)
class Play:
    """One act of the day: on which file, how it is played, and which event must come of it."""

    title: str
    most: int
    standing: str
    play: Callable[[Hands], object]
    kind: str


def from_menu(hands: Hands, action: str) -> Hands:
    """Every act: the menu, and its letter."""
    hands.press("Ctrl+O")
    words = next(
        one.text() for one in hands.page.sheet.bar.menu.actions() if one.text().replace("&", "") == ACTIONS[action]
    )
    return hands.press(words[words.index("&") + 1].upper())


def taken_back(hands: Hands) -> None:
    hands.press("F4")
    hands.pressed.clear()
    hands.press("Ctrl+Z")


def found(hands: Hands) -> None:
    hands.press("Ctrl+F").write("Siti").press("Enter").rest()
    hands.press("F4")


PLAYS = (
    Play("Langkah berikutnya selesai", 1, "whole", lambda hands: hands.press("F4"), "step_done"),
    Play("Langkah yang keliru dibatalkan", 1, "whole", taken_back, "step_taken_back"),
    Play("Kunjungan lapangan: temuan, tanggal, petugas", 4, "visit",
         lambda hands: hands.press("F4").write("Layak").press("Tab").write("kemarin").press("Tab").write("Sri").press("F9"),
         "step_done"),
    Play("Disposisi ke satu jabatan, satu kalimat dicentang", 5, "dispose",
         lambda hands: hands.press("F4").write("sekretaris").press("Enter", "Tab", "Space", "F9"), "disposed"),
    Play("Disposisi ke dua jabatan, dengan kata-kata", 6, "dispose",
         lambda hands: hands.press("F4").write("sekretaris").press("Enter").write("kabid rehsos").press("Enter", "Tab", "Tab")
         .write("Teliti").press("F9"), "disposed"),
    Play("Jawaban disposisi", 2, "one", lambda hands: hands.press("F4").write("Setuju").press("F9"), "answered"),
    Play("Diteruskan ke badan lain, dengan nomor rujukan", 4, "hand_off",
         lambda hands: hands.press("F4", "Tab", "Tab").write("470/12").press("F9"), "step_done"),
    Play("Diserahkan kepada pemohon sendiri", 3, "deliver", lambda hands: hands.press("F4", "Ctrl+Enter", "F9"), "step_done"),
    Play("Catatan pada berkas", 2, "whole", lambda hands: hands.press("Ctrl+M").write("Menelepon").press("F9"), "note_added"),
    Play("Dikembalikan kepada pemohon, satu berkas dicentang", 4, "whole",
         lambda hands: from_menu(hands, "return").press("Space", "F9"), "case_returned"),
    Play("Nomor surat diisi", 4, "ended",
         lambda hands: from_menu(hands, "number").write("400.9/1").press("Enter").write("20/11").press("Enter"),
         "letter_numbered"),
    Play("Jam dihentikan, menunggu pemohon", 3, "whole", lambda hands: from_menu(hands, "pause").press("F9"), "clock_paused"),
    Play("Berkas asli dikembalikan kepada pemohon", 4, "ended",
         lambda hands: from_menu(hands, "give_back").press("Ctrl+Enter", "F9"), "papers_given_back"),
    Play("Berkas dicari menurut nama, langkahnya selesai", 3, "whole", found, "step_done"),
)  # fmt: skip


@pytest.fixture
def hands(tmp_path: Path, qtbot: QtBot) -> Iterator[Hands]:
    with at_berkas(tmp_path, qtbot) as made:
        yield made


@pytest.mark.parametrize("one", PLAYS, ids=lambda one: one.title)
def test_an_act_by_keyboard_costs_no_more_than_the_table_says(one: Play, hands: Hands) -> None:
    hands.look_at(STANDINGS[one.standing](hands.counter))
    one.play(hands)
    assert hands.last() == one.kind
    assert len(hands.pressed) <= one.most
    row = f"| {one.title} | {len(hands.pressed)} | {' '.join(f'`{key}`' for key in hands.pressed)} |"
    assert row in TABLE.read_text(encoding="utf-8"), row

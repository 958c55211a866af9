"""What is commonest at the trays, by keyboard and scanner alone, counted; docs/keystrokes.md says the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.domain.case import Case
from desk.domain.event import CaseId
from desk.services import cases, shift
from desk.services.counter import Counter
from desk.ui.cases.page import CasesPage
from desk.ui.session import Session
from tests.fakes import Clock
from tests.ui.dispositions.conftest import OpenOffice
from tests.ui.dispositions.test_dispositions_page import burst, holders, settle, twenty_with_the_head
from tests.ui.house import person, take_in
from tests.ui.trays import HEAD

TABLE = Path(__file__).parents[3] / "docs" / "keystrokes.md"
_NAMES = {"Enter": "Return", "Atas": "Up", "Bawah": "Down", "Kanan": "Right", "Kiri": "Left"}


@dataclass
class Hands:
    """An officer with a scanner."""

    session: Session
    counter: Counter
    qtbot: QtBot
    files: list[str]
    pressed: list[str] = field(default_factory=list)
    scans: int = 0

    def press(self, *names: str) -> Hands:
        for name in names:
            combination = QKeySequence(_NAMES.get(name, name))[0]  # type: ignore[index]
            QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())
            self.pressed.append(name)
            settle(self.session, self.qtbot)
        return self

    def write(self, text: str) -> Hands:
        QTest.keyClicks(self._focus(), text)
        settle(self.session, self.qtbot)
        return self

    def scan(self, *numbers: str) -> Hands:
        for number in numbers:
            burst(self.session, f"{number}\r")
            self.scans += 1
        settle(self.session, self.qtbot)
        self.qtbot.wait(450)  # a hand goes from the scanner to the keys
        return self

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.session.window


def morning(counter: Counter, clock: Clock) -> None:
    """Twenty files with the head, and one that is due within the hour."""
    twenty_with_the_head(counter, clock)
    take_in(counter, "pasuruan/07", person("Buru-buru", 30), complete=True)


def receive_twenty(hands: Hands) -> None:
    hands.press("Bawah", "F11").scan(*hands.files).press("Enter")
    hands.qtbot.waitUntil(lambda: not hands.session.jobs.busy(), timeout=10_000)


def twenty_are_done(hands: Hands) -> bool:
    return all(holders(hands.counter, one.id) != [HEAD] for one in _cases(hands))


def one_step(hands: Hands) -> None:
    hands.press("Bawah", "Kanan", "L")


def one_is_done(hands: Hands) -> bool:
    return sum(holders(hands.counter, one.id) != [HEAD] for one in _cases(hands)) == 1


def two_desks(hands: Hands) -> None:
    hands.press("Bawah", "Kanan", "D", "1", "2", "B", "Enter")


def two_have_it(hands: Hands) -> bool:
    return sum(len(one.movement.pending) == 2 for one in _cases(hands)) == 1


def where_is_it(hands: Hands) -> None:
    hands.press("Ctrl+K").write("pemohon 7")
    hands.qtbot.waitUntil(lambda: it_is_said(hands))


def it_is_said(hands: Hands) -> bool:
    hits = hands.session.frame.top.hits().model()
    said = [hits.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(hits.rowCount())]
    return any("Pemohon 7, di Kepala Dinas sejak" in str(line) for line in said)


def count_a_tray(hands: Hands) -> None:
    hands.press("Bawah", "Shift+F11").scan(*hands.files).press("Enter")


def it_is_kept(hands: Hands) -> bool:
    return [count.agrees for count in shift.counts(hands.counter)] == [True]


def look_at_late(hands: Hands) -> None:
    hands.press("F12", "Bawah", "Bawah", "Enter")


def a_file_is_open(hands: Hands) -> bool:
    return isinstance(hands.session.frame.here(), CasesPage)


@dataclass(frozen=True)
class Act:
    """One act: how it is played, and what must have come of it."""

    title: str
    most: int
    play: Callable[[Hands], None]
    check: Callable[[Hands], bool]


ACTS = (
    Act("Dua puluh berkas turun dari meja Kepala Dinas", 3, receive_twenty, twenty_are_done),
    Act("Langkah satu berkas selesai", 3, one_step, one_is_done),
    Act("Disposisi kepada dua pejabat, satu kalimat dicentang", 7, two_desks, two_have_it),
    Act("Di mana berkas saya?", 1, where_is_it, it_is_said),
    Act("Menghitung baki berisi dua puluh berkas", 3, count_a_tray, it_is_kept),
    Act("Membuka berkas pertama yang perlu dilihat", 4, look_at_late, a_file_is_open),
)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.title)
def test_an_act_costs_no_more_than_the_table_says(act: Act, open_office: OpenOffice, qtbot: QtBot) -> None:
    session, _page, counter = open_office(morning)
    files = [row.registration_number for row in cases.rows(counter, cases.CaseQuery(holder=HEAD, limit=50)).rows]
    hands = Hands(session, counter, qtbot, files)
    act.play(hands)
    assert act.check(hands), hands.pressed
    assert len(hands.pressed) <= act.most
    scans = f" + {hands.scans} pindaian" if hands.scans else ""
    row = f"| {act.title} | {len(hands.pressed)}{scans} | {' '.join(f'`{key}`' for key in hands.pressed)} |"
    assert row in TABLE.read_text(encoding="utf-8"), row


def _cases(hands: Hands) -> list[Case]:
    return [cases.load(hands.counter, CaseId(cases.find(hands.counter, number).id)) for number in hands.files]

"""An officer at Berkas: the page on a real counter, everything done at once, keys pressed where the focus is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.domain.case import Case
from desk.services import cases
from desk.services.counter import Counter
from desk.ui.cases import screen
from desk.ui.cases.form_blanks import Entry
from desk.ui.cases.page import CasesPage
from desk.ui.kit.banner import BottomLine, Notice
from desk.ui.preferences import PreferenceFile
from desk.ui.preview.request import PaperRequest
from desk.ui.workplace import Workplace
from tests.ui.fakes import NowJobs
from tests.ui.house import open_house


@dataclass
class Hands:
    """An officer at the keyboard.

    Attributes:
        pressed: keys so far, but for letters written into fields.
        gone: where else the page sent them; previews: papers that were to be shown.
    """

    page: CasesPage
    counter: Counter
    bottom: BottomLine
    qtbot: QtBot
    pressed: list[str] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)
    previews: list[PaperRequest] = field(default_factory=list)

    def look_at(self, case_id: str) -> Hands:
        """Have that file in view, the keys in the list."""
        self.page.refresh_requested.emit()
        self.page.open(case_id)
        self.page.focus_list()
        QApplication.processEvents()
        self.pressed.clear()
        return self

    def press(self, *names: str) -> Hands:
        """Keys as they are written on the keyboard."""
        for name in names:
            self.pressed.append(name)
            combination = cast("Any", QKeySequence(name.replace("Enter", "Return")))[0]
            QTest.keyClick(self.focus(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()
        return self

    def write(self, text: str) -> Hands:
        """Letters into a field."""
        QTest.keyClicks(self.focus(), text)
        QApplication.processEvents()
        return self

    def focus(self) -> QWidget:
        """Where the keys go: a menu that is open takes them all."""
        menu = QApplication.activePopupWidget()
        widget = menu or QApplication.focusWidget()
        assert widget is not None, "the focus got lost"
        return widget

    def fill(self, **typed: str) -> Hands:
        """Type into blanks of the open form, whatever they are."""
        for name, text in typed.items():
            entry = self.entry(name.replace("__", "."))
            entry.set_text(text)
            entry.edited.emit()
        return self

    def entry(self, name: str) -> Entry:
        """A blank of the open form."""
        found = self.page.sheet.form.entry(name)
        assert found is not None, f"the form has no {name}"
        return found

    def rest(self) -> Hands:
        """Until buttons listen again."""
        self.qtbot.wait(450)
        return self

    def case(self) -> Case:
        """The file in view, as the store has it."""
        return cases.find(self.counter, self.page.sheet._number.text())

    def last(self) -> str:
        """The kind of the last event of the file in view."""
        return self.case().history[-1].kind


@contextmanager
def at_berkas(folder: Path, qtbot: QtBot, *, width: int = 1230, height: int = 660) -> Iterator[Hands]:
    """Berkas on a counter of its own, shown."""
    counter = open_house(folder / "home")
    window = QWidget()
    bottom = BottomLine()
    hands = Hands(cast("CasesPage", None), counter, bottom, qtbot)
    workplace = Workplace(
        counter=counter,
        jobs=cast("Any", NowJobs()),
        tell=lambda notice: _tell(bottom, notice),
        preview=hands.previews.append,
        go=lambda place, reference="": hands.gone.append((place, reference)),
        changed=lambda: hands.page.on_changed(),  # noqa: PLW0108 (the page comes later)
        preferences=PreferenceFile(None),
    )
    page = screen.build(workplace)
    assert isinstance(page, CasesPage)
    hands.page = page
    inner = QVBoxLayout(window)
    inner.addWidget(page, 1)
    inner.addWidget(bottom)
    window.resize(width, height)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.arrive()
    try:
        yield hands
    finally:
        page.close_down()
        window.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counter.store.close()


def _tell(bottom: BottomLine, notice: Notice) -> None:
    bottom.tell(notice)

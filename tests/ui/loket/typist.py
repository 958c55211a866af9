"""Hands on a keyboard: they press keys wherever the focus is, and count what they press beside what they write."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk.ui.loket.counterdesk import Counterdesk
from desk.ui.loket.page import LoketPage
from tests.ui.loket.samples import FakeCounter, Immediately, Whenever


@dataclass
class Typist:
    """An officer at the keyboard.

    Attributes:
        pressed: keys so far, but for letters written into fields.
    """

    page: LoketPage
    desk: Counterdesk
    counter: FakeCounter
    jobs: Immediately
    pressed: list[str] = field(default_factory=list)

    def focus(self) -> QWidget:
        """Where the keys go."""
        widget = QApplication.focusWidget()
        assert widget is not None, "the focus got lost"
        return widget

    def press(self, *names: str) -> Typist:
        """Keys as they are written on the keyboard: ``Enter``, ``F9``, ``Ctrl+Shift+N``, ``5``."""
        for name in names:
            self.pressed.append(name)
            combination = cast("Any", QKeySequence(name.replace("Enter", "Return")))[0]
            QTest.keyClick(self.focus(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()
        return self

    def write(self, text: str) -> Typist:
        """Letters into a field."""
        QTest.keyClicks(self.focus(), text)
        QApplication.processEvents()
        return self


def sit_down(
    page: LoketPage, counter: FakeCounter, *, at_once: bool = True, size: tuple[int, int] = (1230, 640)
) -> Typist:
    """A page on the screen, joined to a counter, the cursor in the search."""
    jobs = Immediately(at_once=at_once)
    desk = Counterdesk(counter.acts(), jobs, Whenever, page)
    page.desk = desk
    page.resize(*size)
    page.show()
    page.activateWindow()
    desk.start()
    page.arrive()
    QTest.qWait(1)
    if QApplication.focusWidget() is None:
        page.bar.line.setFocus(Qt.FocusReason.OtherFocusReason)
    return Typist(page, desk, counter, jobs)

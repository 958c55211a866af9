"""A sitting with a stack of sheets on a real counter: hands on the keyboard, a scanner, and everything done at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desk.domain.event import CaseId
from desk.domain.intake import Intake
from desk.services import cases, sheets
from desk.services.counter import Counter
from desk.services.intake import register
from desk.ui.dispositions.capture.dialog import CaptureDialog
from desk.ui.dispositions.capture.screen import open_capture
from desk.ui.jobs import Jobs
from desk.ui.kit.banner import Notice
from desk.ui.preferences import PreferenceFile
from desk.ui.workplace import Workplace
from tests.ui.fakes import NowJobs
from tests.ui.house import person

REHAB = "pasuruan/04"


def workplace_of(counter: Counter, *, changed: Callable[[], None] = lambda: None, jobs: object = None) -> Workplace:
    """A workplace on which everything is done at once."""
    return Workplace(
        counter=counter, jobs=cast("Jobs", jobs or NowJobs()), tell=lambda _notice: None, preview=lambda _request: None,
        go=lambda place, reference="": None, changed=changed, preferences=PreferenceFile(None),
    )  # fmt: skip


def take_in(counter: Counter, service: str = REHAB, number: int = 1) -> CaseId:
    """A complete file."""
    return register(counter, Intake(service=service, applicant=person("Siti Aminah", number), everything=True)).id


def printed(counter: Counter, case_id: CaseId, whose: str = "") -> str:
    """The code of a sheet that was printed for that file."""
    form = sheets.sheet_for(counter, cases.load(counter, case_id), whose)
    sheets.keep_lists(counter, form)
    return form.code.text


@dataclass
class Sitting:
    """An officer before the capture.

    Attributes:
        pressed: keys so far, apart from what was typed into fields and what the scanner typed.
    """

    counter: Counter
    dialog: CaptureDialog
    pressed: list[str] = field(default_factory=list)
    told: list[Notice] = field(default_factory=list)

    def scan(self, code: str) -> Sitting:
        """The scanner read a code."""
        self.dialog.code_given.emit(code)
        QApplication.processEvents()
        return self

    def press(self, *names: str) -> Sitting:
        """Keys, wherever the focus is."""
        for name in names:
            self.pressed.append(name)
            combination = cast("Any", QKeySequence(name.replace("Enter", "Return")))[0]
            QTest.keyClick(self.focus(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()
        return self

    def write(self, text: str) -> Sitting:
        """Letters into a field."""
        QTest.keyClicks(self.focus(), text)
        QApplication.processEvents()
        return self

    def focus(self) -> QWidget:
        """Where keys go."""
        widget = QApplication.focusWidget()
        assert widget is not None, "the focus got lost"
        return widget

    def words(self) -> str:
        """Everything that the dialog says beside the sheet."""
        side, dialog = self.dialog.side, self.dialog
        notes = [note.words() for note in side._notes if note.isVisibleTo(dialog)]
        return " | ".join([side._effect.text(), *notes, dialog._said.words()])


def sit_down(counter: Counter, window: QMainWindow, code: str = "", **of: str) -> Sitting:
    """The capture, open over a window."""
    window.resize(1366, 768)
    window.show()
    dialog = open_capture(window, workplace_of(counter), code=code, **of)
    dialog.activateWindow()
    QTest.qWait(10)
    if QApplication.focusWidget() is None:
        dialog.setFocus(Qt.FocusReason.OtherFocusReason)
    return Sitting(counter, dialog)

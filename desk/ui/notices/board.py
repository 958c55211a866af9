"""Joins bell, panel and presenter, binds them to the services, and looks again every few minutes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from desk.domain.event import CaseId
from desk.services import notices
from desk.services.notices import NoticeKind, Notices
from desk.ui.frame.places import FIRST
from desk.ui.notices.panel import NoticesPanel
from desk.ui.notices.presenter import Looked, NoticeActs, NoticesPresenter
from desk.ui.shortcuts import Key
from desk.ui.workplace import Workplace

if TYPE_CHECKING:
    from desk.ui.frame.frame import Frame

AGAIN_MS = 5 * 60_000
"""Time makes files late without anybody writing."""

MARKS: dict[NoticeKind, str] = {"late": "late", "today": "today", "deadline": "today"}
"""What Disposisi is opened with."""


class NoticeBoard(QObject):
    """What there is to know, for one run of the window.

    Attributes:
        panel: the panel.
    """

    def __init__(self, frame: Frame, workplace: Workplace, show_late: Callable[[int], None]) -> None:
        super().__init__(frame)
        self._frame, self._workplace, self._show_late = frame, workplace, show_late
        self.panel = NoticesPanel(frame.window, frame.top.bell, workplace.tell)
        self._presenter = NoticesPresenter(self.panel, self._acts(), workplace.jobs)
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self._presenter.refresh)
        self.panel.closed.connect(self._presenter.close)
        self.panel.stepped_aside.connect(self._presenter.step_aside)
        self.panel.case_chosen.connect(self._presenter.open_case)
        self.panel.list_chosen.connect(self._presenter.open_list)
        self.panel.pickup_requested.connect(self._presenter.tell_applicant)
        frame.top.bell_pressed.connect(self._presenter.toggle)
        frame.moving.connect(self._presenter.move_on)
        frame.window.resized.connect(self._fit)
        shortcut = QShortcut(QKeySequence(Key.NOTICES.value), frame.window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self._presenter.toggle)

    def start(self) -> None:
        """Count, greet where that is due, and look again from time to time."""
        self._presenter.begin(at_the_counter=self._frame.here() is self._frame.page(FIRST))
        self._timer.start()

    def refresh(self) -> None:
        """Something was written."""
        self._presenter.refresh()

    def bring_out(self) -> None:
        """Show the panel, as its key does."""
        if not self.panel.is_out():
            self._presenter.toggle()

    def close(self) -> None:
        """The window closes."""
        self._timer.stop()
        self.panel.put_away()

    def _acts(self) -> NoticeActs:
        counter = self._workplace.counter

        def fetch(after: int) -> Notices:
            return notices.notices(counter, after)

        return NoticeActs(
            notices=fetch,
            ready=lambda: notices.ready(counter),
            pickup=lambda case_id: notices.pickup(counter, CaseId(case_id)),
            looked=self._looked,
            remember=self._remember,
            counted=lambda found: self._show_late(found.groups[0].count),
            now=counter.now,
            open_case=lambda case_id: self._workplace.go("cases", case_id),
            open_list=lambda kind: self._workplace.go("dispositions", MARKS.get(kind, "")),
        )

    def _looked(self) -> Looked:
        day, arrival = self._workplace.preferences.now.looked_by(self._workplace.counter.officer)
        return Looked(day, arrival)

    def _remember(self, looked: Looked) -> None:
        kept, officer = self._workplace.preferences, self._workplace.counter.officer
        if (looked.day, looked.arrival) != kept.now.looked_by(officer):
            kept.change(kept.now.with_looked(officer, looked.day, looked.arrival))

    def _fit(self) -> None:
        if self.panel.isVisible():
            self.panel.fit()

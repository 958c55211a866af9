"""The strip of open intakes; not there while there is only one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QToolButton

from desk.language import tr
from desk.ui.kit import fonts, icons, theme

_LETTERS = 26


class TabStrip(QTabBar):
    """A tab a form, by the applicant's name.

    Signals:
        wanted: a tab was clicked; closed: its cross.
    """

    wanted = Signal(int)
    closed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Pendaftaran yang terbuka"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.setFont(fonts.font("lead"))
        self.tabBarClicked.connect(self._on_clicked)
        self.hide()

    def show_tabs(self, titles: Sequence[str], current: int) -> None:
        """Show these, one in front; fires nothing."""
        blocked = self.blockSignals(True)
        while self.count() > len(titles):
            self.removeTab(self.count() - 1)
        for index, title in enumerate(titles):
            short = title if len(title) <= _LETTERS else f"{title[: _LETTERS - 1]}…"
            words = short.replace("&", "&&")
            if index >= self.count():
                self.addTab(words)
                self.setTabButton(index, QTabBar.ButtonPosition.RightSide, self._cross())
            elif self.tabText(index) != words:
                self.setTabText(index, words)
            self.setTabToolTip(index, title)
            self.setAccessibleTabName(index, title)
        self.setCurrentIndex(current)
        self.blockSignals(blocked)
        self.setVisible(len(titles) > 1)

    def _cross(self) -> QToolButton:
        cross = QToolButton()
        cross.setIcon(icons.icon("x", theme.worn().soft, 14))
        cross.setToolTip(tr("Tutup (Ctrl+W)"))
        cross.setAccessibleName(tr("Tutup pendaftaran ini"))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setStyleSheet("QToolButton { border: 0; background: transparent; padding: 0 2px; min-height: 20px; }")
        cross.clicked.connect(lambda: self._on_cross(cross))
        return cross

    def _on_cross(self, cross: QToolButton) -> None:
        for index in range(self.count()):
            if self.tabButton(index, QTabBar.ButtonPosition.RightSide) is cross:
                self.closed.emit(index)
                return

    def _on_clicked(self, index: int) -> None:
        if index >= 0:
            self.wanted.emit(index)

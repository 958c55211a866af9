"""Every change of positions and people, the latest first, and the way back by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from desk.language import tr
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, line_of
from desk.ui.kit.surface import Scroll, clear, row
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.settings.positions.presenter import Past
from desk.ui.shortcuts import Key


class HistoryView(QFrame):
    """Shows; decides nothing.

    Signals:
        undo_requested: with the reason. left: back to the desk.
    """

    undo_requested = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._scroll = Scroll(tr("Riwayat perubahan"), margins=GRID * 5)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(GRID)
        self._scroll.body.addWidget(Text(tr("Riwayat perubahan"), role="title"))
        self._scroll.body.addLayout(self._entries)
        self._scroll.body.addStretch(1)
        line = QLineEdit()
        line.setMaxLength(500)
        self.reason = Field(tr("Alasan membatalkan, satu baris"), line)
        self.reason.edited.connect(lambda _text: self.reason.clear_error())
        self.undo = Button(tr("Batalkan perubahan terakhir"), icon="undo-2")
        self.undo.clicked.connect(lambda: self.undo_requested.emit(self.reason.text()))
        leave = Button(tr("Kembali"), key=Key.CLOSE)
        leave.clicked.connect(self.left)
        foot = row(self.reason, self.undo, leave)
        foot.setStretch(0, 1)
        for button in (self.undo, leave):
            foot.setAlignment(button, Qt.AlignmentFlag.AlignBottom)
        foot.setContentsMargins(GRID * 5, GRID * 2, GRID * 5, GRID * 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(foot)

    def show_history(self, past: Sequence[Past], *, may_undo: bool) -> None:
        """Show these."""
        clear(self._entries)
        line_of(self.reason).clear()
        self.reason.clear_error()
        self.reason.setVisible(may_undo)
        self.undo.setVisible(may_undo)
        for place, version in enumerate(past):
            if place:
                self._entries.addWidget(Rule())
            self._entries.addWidget(Text(version.head, role="small", tone="soft", wrap=True))
            for change in version.changes:
                self._entries.addWidget(Text(change, role="lead", wrap=True, select=True))
            self._entries.addWidget(
                Text(tr("Alasan: {reason}", reason=version.reason), tone="soft", wrap=True, select=True)
            )
        if not past:
            words = tr("Belum ada perubahan. Yang tampak berasal dari standar pelayanan dan keputusan dinas.")
            self._entries.addWidget(Text(words, tone="soft", wrap=True))
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

"""That the same is asked for already, and a way to look at that file; the form stays as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from desk.language import tr
from desk.ui.kit import theme
from desk.ui.kit.announce import announce
from desk.ui.kit.button import Button
from desk.ui.kit.icons import Icon
from desk.ui.kit.surface import column, row
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.loket.showing import UnderWay


class UnderWayLine(QFrame):
    """A warning under the NIK; nothing where there is none.

    Signals:
        wanted: the id of that file.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        theme.set_mark(self, "banner", "warn")
        self._shown: UnderWay | None = None
        self._words = Text("", wrap=True)
        self._look = Button(tr("Lihat berkas itu"), kind="quiet", icon="folder-open")
        self._look.setToolTip(tr("Membukanya di Berkas. Isian di sini tetap ada; Ctrl+1 kembali ke sini."))
        self._look.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._look.clicked.connect(self._on_look)
        line = row()
        line.setContentsMargins(GRID * 2, GRID * 2, GRID, GRID)
        line.addWidget(Icon("triangle-alert", size=16, ink="warn"), 0, Qt.AlignmentFlag.AlignTop)
        below = row(self._look, "stretch")
        below.setContentsMargins(-GRID * 2, 0, 0, 0)  # a quiet button's words begin where those above do
        line.addLayout(column(self._words, below, spacing=0), 1)
        self.setLayout(line)
        self.hide()

    def show_under_way(self, under_way: UnderWay | None) -> None:
        """Show this; said aloud when it is new."""
        if under_way == self._shown:
            return
        self._shown = under_way
        self._words.setText(under_way.words if under_way else "")
        self.setAccessibleName(self._words.text())
        self.setVisible(under_way is not None)
        if under_way is not None:
            announce(self, under_way.words)

    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def button(self) -> Button:
        """The way to that file."""
        return self._look

    def _on_look(self) -> None:
        if self._shown is not None:
            self.wanted.emit(self._shown.case_id)

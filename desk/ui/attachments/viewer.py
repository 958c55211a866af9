"""A paper large, over the window: zoom, pages, the next paper. Everything by keyboard too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from desk.domain.attachment import Attachment
from desk.language import tr
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import column, row
from desk.ui.kit.text import Elided, Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.preview.sheets import Sheets

if TYPE_CHECKING:
    from desk.services.media import Picture


class Viewer(QDialog):
    """Shows; decides nothing.

    Signals:
        turned: another page, one on or back.
        moved: another paper, one on or back.
    """

    turned = Signal(int)
    moved = Signal(int)

    def __init__(self, parent: QWidget, *, guarded: bool) -> None:
        super().__init__(parent)
        self._sheets = Sheets()
        self._sheets.setAccessibleName(tr("Lampiran, diperbesar"))
        self._sheets.installEventFilter(self)
        self._stage = Stage(self._sheets)
        self._name = Elided("", role="title")
        self._about = Text("", role="small", tone="soft", wrap=True)
        self._pages = Text("", role="small", tone="soft")
        self._guarded = Banner(tr("Layanan peka: pembukaan lampiran ini dicatat."), tone="info") if guarded else None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        whole.addWidget(Rule())
        whole.addWidget(self._stage, 1)
        room = parent.window().size()
        self.resize(min(1100, room.width() - 40), min(860, room.height() - 24))

    def show_paper(self, paper: Attachment, about: str, *, first: bool, last: bool) -> None:
        """Which one."""
        self.setWindowTitle(paper.name)
        self._name.setText(paper.name)
        self._about.setText(about)
        self._before.setEnabled(not first)
        self._after.setEnabled(not last)
        for button in (self._before, self._after):
            button.setVisible(not (first and last))
        self.show_pages("", first=True, last=True)

    def show_page(self, picture: Picture) -> None:
        """Fit to the window, from its top."""
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32).copy()
        self._sheets.show_pages([image])
        self._stage.show_content()
        self._sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pages(self, words: str, *, first: bool, last: bool) -> None:
        """Which page of how many."""
        self._pages.setText(words)
        for button, end in ((self._back, first), (self._on, last)):
            button.setVisible(bool(words))
            button.setEnabled(not end)

    def show_busy(self, words: str) -> None:
        """It is being opened."""
        self._stage.show_busy(words)

    def show_trouble(self, words: str) -> None:
        """It can't be shown."""
        self._stage.show_error(tr("Lampiran ini tidak dapat ditampilkan"), words)

    def say(self, words: str) -> None:
        """Something that must be done elsewhere first."""
        self._about.setText(words)

    def _head(self) -> QFrame:
        head = QFrame()
        head.setProperty("surface", "plain")
        self._before = self._button("chevron-left", tr("Sebelumnya"), tr("Lampiran sebelumnya (Ctrl+Page Up)"))
        self._before.clicked.connect(lambda: self.moved.emit(-1))
        self._after = self._button("chevron-right", tr("Berikutnya"), tr("Lampiran berikutnya (Ctrl+Page Down)"))
        self._after.clicked.connect(lambda: self.moved.emit(1))
        self._back = self._button("chevron-left", "", tr("Halaman sebelumnya (Page Up)"))
        self._back.clicked.connect(lambda: self.turned.emit(-1))
        self._on = self._button("chevron-right", "", tr("Halaman berikutnya (Page Down)"))
        self._on.clicked.connect(lambda: self.turned.emit(1))
        smaller = self._button("zoom-out", "", tr("Perkecil (-)"))
        smaller.clicked.connect(lambda: self._sheets.zoom(-1))
        larger = self._button("zoom-in", "", tr("Perbesar (+)"))
        larger.clicked.connect(lambda: self._sheets.zoom(1))
        fit = self._button("", tr("Pas"), tr("Paskan seluruh halaman (0)"))
        fit.clicked.connect(lambda: self._sheets.zoom(0))
        close = Button(tr("Tutup"), icon="x", name=tr("Tutup lampiran"))
        close.clicked.connect(self.reject)
        inner = QVBoxLayout(head)
        inner.setContentsMargins(GRID * 5, GRID * 3, GRID * 5, GRID * 3)
        inner.setSpacing(GRID * 2)
        title = row(column(self._name, self._about, spacing=1), self._before, self._after, close)
        title.setStretch(0, 1)
        inner.addLayout(title)
        tools = row(self._back, self._pages, self._on, "stretch", smaller, fit, larger, spacing=GRID)
        inner.addLayout(tools)
        if self._guarded is not None:
            inner.addWidget(self._guarded)
        return head

    def _button(self, icon: str, words: str, name: str) -> Button:
        button = Button(words, kind="quiet", icon=icon or None, name=name)
        button.setToolTip(name)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that the scrolled page would take for itself."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys wherever the focus is."""
        if not self._on_key(event):
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Zoom, pages, papers; whether the key was one of them."""
        by = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        zoom = {"+": 1, "=": 1, "-": -1, "0": 0}.get(event.text())
        if by is not None:
            elsewhere = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.moved if elsewhere else self.turned).emit(by)
        elif zoom is not None:
            self._sheets.zoom(zoom)
        else:
            return False
        return True

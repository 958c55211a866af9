"""The capture's dialog: the mirrored sheet, or the wish for a scan; beside it what happens, and the stack."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.dispositions.capture.boxes import SheetLine
from desk.ui.dispositions.capture.sheet_view import SheetView
from desk.ui.dispositions.capture.showing import Showing
from desk.ui.dispositions.capture.side_view import SideView
from desk.ui.kit.announce import announce
from desk.ui.kit.banner import Banner
from desk.ui.kit.icons import Icon
from desk.ui.kit.surface import Scroll
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID, Tone


class CaptureDialog(QDialog):
    """Shows; decides nothing.

    Signals:
        code_given: a code was typed, or chosen from what was put aside.
        photo_requested: of the sheet that was recorded last: case id and step.
    """

    code_given = Signal(str)
    photo_requested = Signal(str, str)

    def __init__(self, parent: QWidget, zone: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Catat lembar disposisi"))
        self.sheet, self.side = SheetView(zone), SideView()
        self._photo_of = ("", "")
        self._said = Banner()
        self._said.hide()
        self.code = SheetLine(tr("Kode lembar"), hint="D-GH7N-HDSG-UBG-S4")
        self._area = Scroll(tr("Lembar disposisi"), margins=GRID * 4)
        self._area.body.addWidget(self.sheet)
        self._area.body.addStretch(1)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._layers = QStackedLayout()
        self._waiting = self._wish()
        self._layers.addWidget(self._waiting)
        self._layers.addWidget(self._area)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._said)
        left.addLayout(self._layers, 1)
        side = QFrame()
        side.setProperty("surface", "plain")
        holder = QVBoxLayout(side)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self.side)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(side)
        self.side.close_requested.connect(self.reject)
        self.side.left_chosen.connect(self.code_given)
        self.side.photo_requested.connect(lambda: self.photo_requested.emit(*self._photo_of))
        room = parent.size()
        self.resize(min(1320, room.width() - 24), min(900, room.height() - 20))

    def show_capture(self, showing: Showing) -> None:
        """Show what the presenter says."""
        self.side.show_side(showing)
        if showing.form is None:
            self._title.setText(tr("Sedang mencari …") if showing.stage == "looking" else tr("Pindai lembar disposisi"))
            self.code.setEnabled(showing.stage == "waiting")
            self._layers.setCurrentWidget(self._waiting)
            return
        self.sheet.show_sheet(showing)
        self._layers.setCurrentWidget(self._area)

    def focus(self, name: str) -> None:
        """Put the focus where the officer goes on."""
        if name == "code":
            self.code.setText("")  # and nothing to undo in it
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.sheet.focus(name)

    def say(self, words: str, tone: Tone) -> None:
        """What just happened, across the top."""
        self._said.show_banner(words, tone)
        announce(self, words)

    def offer_photo(self, case_id: str, step: str) -> None:
        """Which sheet a photo would be of."""
        self._photo_of = (case_id, step)

    def _wish(self) -> QWidget:
        """What to do first, said as a colleague would."""
        wish, inner = QWidget(), QWidget()
        inner.setMaximumWidth(460)
        self._title = Text(tr("Pindai lembar disposisi"), role="title", wrap=True)
        text = Text(
            tr(
                "Arahkan pemindai ke kode di kanan bawah lembar. Isinya tampil seperti di kertas; tekan huruf dan angka di"
                " samping yang tercentang, lalu Enter. Lembar berikutnya dapat langsung dipindai."
            ),
            tone="soft",
            wrap=True,
        )
        for words in (self._title, text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.code.entered.connect(lambda: self.code_given.emit(self.code.text()))
        column = QVBoxLayout(inner)
        column.setSpacing(GRID * 3)
        column.addStretch(2)
        column.addWidget(Icon("scan-barcode", size=40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(text)
        column.addWidget(Text(tr("Tanpa pemindai, ketik kodenya:"), role="small", tone="soft"))
        column.addWidget(self.code)
        column.addStretch(3)
        line = QHBoxLayout(wish)
        line.addStretch(1)
        line.addWidget(inner, 1000)
        line.addStretch(1)
        return wish

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the sheet's, never a button's; Escape closes, and keeps what was keyed in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)

"""Beside the sheet: what Enter does, what to know, and the stack: what is recorded and what was put aside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.dispositions.capture.showing import Done, Left, Showing
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.surface import Scroll, clear, row
from desk.ui.kit.text import Elided, Heading, Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key

_NOTES = 4
_SHOWN = 12


class SideView(QWidget):
    """The right side.

    Signals:
        save_requested, aside_requested, undo_requested, photo_requested, close_requested: the buttons.
        left_chosen: the code of a sheet that was put aside.
    """

    save_requested = Signal()
    aside_requested = Signal()
    undo_requested = Signal()
    photo_requested = Signal()
    close_requested = Signal()
    left_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(348)
        self._number = Text("", role="title", select=True)
        self._notes = [Banner() for _ in range(_NOTES)]
        self._effect = Text("", wrap=True)
        self.save = Button(tr("Catat  ↵"), kind="primary", icon="check", name=tr("Catat lembar ini"))
        self._aside = Button(
            tr("Nanti saja"), kind="quiet", icon="inbox", name=tr("Sisihkan lembar ini; isiannya disimpan")
        )
        self._undo = Button(tr("Urungkan yang terakhir"), key=Key.UNDO, kind="quiet", icon="undo-2")
        self._photo = Button(tr("Lampirkan foto lembar terakhir"), kind="quiet", icon="camera")
        self._close = Button(tr("Selesai"), icon="x", name=tr("Tutup pencatatan lembar"))
        self._stack = Heading(tr("Tumpukan ini"))
        self._list = Scroll(tr("Lembar yang sudah dicatat dan yang disisihkan"))
        self._list.body.setSpacing(GRID)
        for button, signal in (
            (self.save, self.save_requested), (self._aside, self.aside_requested), (self._undo, self.undo_requested),
            (self._photo, self.photo_requested), (self._close, self.close_requested),
        ):  # fmt: skip
            button.clicked.connect(signal)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        column.setSpacing(GRID * 2)
        column.addWidget(self._number)
        for note in self._notes:
            column.addWidget(note)
            note.hide()
        column.addWidget(self._effect)
        column.addLayout(row(self.save, self._aside, "stretch"))
        column.addWidget(Rule())
        column.addWidget(self._stack)
        column.addWidget(self._list, 1)
        column.addLayout(row(self._undo, "stretch"))
        column.addLayout(row(self._photo, "stretch"))
        column.addWidget(self._close)
        self._shown: tuple[object, ...] = ()

    def show_side(self, showing: Showing) -> None:
        """Show it all; the lists only when they changed."""
        self._number.setText(showing.number)
        self._number.setVisible(bool(showing.number))
        for note, (words, tone) in zip(self._notes, [*showing.notes, *[("", "info")] * _NOTES], strict=False):
            note.show_banner(words, tone)  # type: ignore[arg-type]
        sheet = showing.stage in ("filling", "blocked", "saving")
        effect = tr("↵ {effect}", effect=showing.effect) if showing.effect else ""
        waiting = tr("Tekan yang tercentang di kertas, lalu Enter.") if showing.stage == "filling" else ""
        self._effect.setText(effect or waiting)
        self._effect.set_tone("ink" if effect else "soft")
        self._effect.setVisible(bool(effect or waiting))
        self.save.setVisible(showing.stage in ("filling", "saving"))
        self.save.setEnabled(showing.stage == "filling" and bool(showing.effect))
        self._aside.setVisible(sheet and showing.stage != "saving")
        self._undo.setVisible(showing.can_undo)
        self._photo.setVisible(bool(showing.done))
        self._show_stack(showing)

    def _show_stack(self, showing: Showing) -> None:
        count = len(showing.done)
        self._stack.setText(tr("Tercatat: {count} lembar", count=count) if count else tr("Belum ada yang dicatat"))
        now = (showing.done, showing.left)
        if now == self._shown:
            return
        self._shown = now
        clear(self._list.body)
        for left in showing.left[:_SHOWN]:
            self._list.body.addWidget(self._left_line(left))
        for done in showing.done[:_SHOWN]:
            self._list.body.addWidget(_done_line(done))
        self._list.body.addStretch(1)

    def _left_line(self, left: Left) -> QWidget:
        number = left.title.partition(" · ")[0]
        button = Button(number, kind="quiet", icon="pencil", name=tr("Lanjutkan {title}", title=left.title))
        button.setToolTip(tr("{title}: belum dicatat; klik untuk melanjutkan", title=left.title))
        button.clicked.connect(lambda: self.left_chosen.emit(left.code))
        return button


def _done_line(done: Done) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, GRID)
    column.setSpacing(0)
    column.addWidget(Elided(done.number, role="small_strong"))
    words = Text(done.words, role="small", tone="soft", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    column.addWidget(words)
    return line

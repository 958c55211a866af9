"""A file about to be attached: what it looks like, what it belongs to, smaller or as it is; and why one is taken off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from desk.language import tr
from desk.ui.attachments.values import Place, Staged
from desk.ui.kit import fonts
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, choice
from desk.ui.kit.flow import Flow
from desk.ui.kit.surface import Card, column, row
from desk.ui.kit.text import Elided, Text
from desk.ui.kit.tokens import GRID

_PICTURE = QSize(96, 96)
NOTE_LIMIT = 500


class StagePanel(Card):
    """One file, with everything that is asked about it. Enter attaches, Esc leaves it out.

    Signals:
        edited: (place, note, whether the smaller one).
        attach_requested, skip_requested, retry_requested: buttons.
    """

    edited = Signal(str, str, bool)
    attach_requested = Signal()
    skip_requested = Signal()
    retry_requested = Signal()

    def __init__(self) -> None:
        super().__init__(surface="page")
        self.body.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 3)
        self._ready = False
        self._picture = Text()
        self._picture.setFixedSize(_PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = Elided("", role="strong")
        self._about = Text("", role="small", tone="soft", wrap=True)
        self._trouble = Banner("", tone="bad")
        self._place = Field(tr("Untuk"), choice(()))
        line = QLineEdit()
        line.setMaxLength(NOTE_LIMIT)
        line.setPlaceholderText(tr("bila perlu"))
        self._note = Field(tr("Catatan"), line)
        self._smaller = QCheckBox()
        self._smaller.setFont(fonts.font())
        self._smaller.toggled.connect(self._on_edited)
        for field in (self._place, self._note):
            field.edited.connect(self._on_edited)
        self._attach = Button(tr("Lampirkan"), kind="primary", icon="check")
        self._attach.clicked.connect(self.attach_requested)
        self._retry = Button(tr("Coba lagi"), icon="refresh-cw")
        self._retry.clicked.connect(self.retry_requested)
        self._skip = Button(tr("Batal"), name=tr("Batal melampirkan berkas ini"))
        self._skip.clicked.connect(self.skip_requested)
        buttons = Flow()
        for button in (self._attach, self._retry, self._skip):
            buttons.add(button)
        about = column(self._name, self._about, "stretch", spacing=GRID)
        self.body.addLayout(row(self._picture, about, spacing=GRID * 3))
        for widget in (self._trouble, self._place, self._note, self._smaller, buttons):
            self.body.addWidget(widget)
        self.hide()

    def show_looking(self, name: str) -> None:
        """It is being looked into."""
        self._show_name(name, tr("Memeriksa …"), b"")
        self._show_parts(ready=False, trouble="")

    def show_staged(self, staged: Staged, places: Sequence[Place]) -> None:
        """Ask about it; fires nothing."""
        about = [staged.size, staged.which]
        if staged.must_shrink:
            about.append(tr("terlalu besar; dilampirkan sebagai foto {size}", size=staged.smaller))
        self._show_name(staged.name, " · ".join(part for part in about if part), staged.thumbnail)
        self._ready = False
        box = self._place.editor
        assert isinstance(box, QComboBox)
        box.clear()
        for place in places:
            box.addItem(place.words, place.value)
        self._place.set_text(staged.place)
        self._note.set_text(staged.note)
        self._smaller.setText(tr("Perkecil menjadi {size}", size=staged.smaller))
        self._smaller.setAccessibleName(self._smaller.text())
        self._smaller.setChecked(staged.shrunk)
        self._show_parts(ready=True, trouble="")
        self._place.setVisible(bool(places))
        self._smaller.setVisible(bool(staged.smaller) and not staged.must_shrink)
        (self._place if places else self._note).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_unfit(self, name: str, words: str) -> None:
        """It can't be attached."""
        self._show_name(name, "", b"")
        self._show_parts(ready=False, trouble=words)
        self._retry.show()
        self._skip.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, words: str) -> None:
        """It was not attached; all that was typed stays."""
        self._trouble.show_banner(words, "bad")

    def _show_name(self, name: str, about: str, thumbnail: bytes) -> None:
        self._name.setText(name)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.setAccessibleName(tr("Akan dilampirkan: {name}", name=name))
        picture = QPixmap()
        if thumbnail and picture.loadFromData(thumbnail):
            ratio = self.devicePixelRatioF()
            fitting = picture.scaled(
                _PICTURE * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            fitting.setDevicePixelRatio(ratio)
            self._picture.setPixmap(fitting)
        self._picture.setVisible(bool(thumbnail))

    def _show_parts(self, *, ready: bool, trouble: str) -> None:
        self._ready = ready
        for widget in (self._place, self._note, self._smaller, self._attach):
            widget.setVisible(ready)
        self._retry.hide()
        self._trouble.show_banner(trouble, "bad")
        self.show()

    def _on_edited(self) -> None:
        if self._ready:
            self.edited.emit(self._place.text(), self._note.text(), self._smaller.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter attaches from any of its fields; Esc leaves it out."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._ready:
            self.attach_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.skip_requested.emit()
        else:
            super().keyPressEvent(event)


class ReasonPanel(Card):
    """Why a paper is taken off.

    Signals:
        given: (the paper's id, the reason).
        left: it stays.
    """

    given = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(surface="page")
        self.body.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 3)
        self._id = ""
        self._title = Text("", role="strong", wrap=True)
        line = QLineEdit()
        line.setMaxLength(NOTE_LIMIT)
        self._reason = Field(tr("Alasan"), line, required=True)
        remove = Button(tr("Lepas dari berkas"), kind="primary", icon="trash-2")
        remove.clicked.connect(self._on_given)
        leave = Button(tr("Batal"), name=tr("Batal melepas lampiran"))
        leave.clicked.connect(self.left)
        buttons = Flow()
        buttons.add(remove)
        buttons.add(leave)
        for widget in (self._title, self._reason, buttons):
            self.body.addWidget(widget)
        self.hide()

    def ask(self, paper_id: str, name: str) -> None:
        """Ask about that paper."""
        if paper_id != self._id:
            self._reason.set_text("")
        self._id = paper_id
        self._reason.clear_error()
        self._title.setText(tr("Lepas {name}", name=name))
        self.show()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """It was taken off, or stays."""
        self._id = ""
        self.hide()

    def show_error(self, words: str) -> None:
        """Beside the reason."""
        self._reason.show_error(words)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_given(self) -> None:
        self.given.emit(self._id, self._reason.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the reason; Esc leaves the paper where it is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_given()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

"""The strip: a case's papers with small pictures, and every way that a paper comes in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QVBoxLayout, QWidget

from desk.domain.attachment import SUFFIXES
from desk.language import tr
from desk.ui.attachments.given import Given, dialog_kind, offers, read_given
from desk.ui.attachments.panel import ReasonPanel, StagePanel
from desk.ui.attachments.tiles import TileGrid
from desk.ui.attachments.values import Place, Staged, Tile
from desk.ui.kit import theme
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.icons import Icon
from desk.ui.kit.surface import row
from desk.ui.kit.text import Heading, Rule, Text
from desk.ui.kit.tokens import GRID

_STATES: dict[str, tuple[str, Literal["soft", "bad"]]] = {
    "busy": ("clock", "soft"), "empty": ("paperclip", "soft"), "error": ("circle-alert", "bad"),
}  # fmt: skip


class AttachmentStrip(QWidget):
    """Shows; decides nothing. A screen holds one and says which case: ``strip.show_case(case_id)``.

    Signals:
        case_wanted: (case id, step, visit); step and visit empty for all papers of the case.
        refresh_requested: something was written elsewhere, or 'try again'.
        paths_given, picture_given: files, or a function that makes a picture's bytes, were dropped or pasted.
        nothing_pasted: the clipboard holds neither.
        scans_requested: from the scanner's folder.
        open_requested, remove_requested: a paper's id.
        export_requested: (a paper's id, where to).
        edited, attach_requested, skip_requested, retry_requested: of the file about to be attached.
        reason_given: (a paper's id, why it is taken off).
    """

    case_wanted = Signal(str, str, str)
    refresh_requested = Signal()
    paths_given = Signal(list)
    picture_given = Signal(object)
    nothing_pasted = Signal()
    scans_requested = Signal()
    open_requested = Signal(str)
    export_requested = Signal(str, object)
    remove_requested = Signal(str)
    edited = Signal(str, str, bool)
    attach_requested = Signal()
    skip_requested = Signal()
    retry_requested = Signal()
    reason_given = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Lampiran"))
        self.setAcceptDrops(True)
        self.setObjectName("attachments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._kept: list[object] = []
        self._writable = False
        self._names: dict[str, str] = {}
        self._total = Text("", role="small", tone="soft")
        heading = Heading(tr("Lampiran"))
        heading.right.addWidget(self._total)
        self.grid = TileGrid()
        self.panel = StagePanel()
        self.reason = ReasonPanel()
        self._state_icon = Icon("paperclip", size=16)
        self._state = Text("", tone="soft", wrap=True)
        self._again = Button(tr("Coba lagi"), kind="quiet", icon="refresh-cw")
        self._again.clicked.connect(self.refresh_requested)
        self._stated = QWidget()
        inner = row(self._state_icon, self._state)
        inner.setStretch(1, 1)
        inner.addWidget(self._again)
        self._stated.setLayout(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID + 2)
        for widget in (
            heading,
            Rule(),
            self._ways_in(),
            self.panel,
            self._stated,
            self.grid,
            self.reason,
            self._ways_on(),
        ):
            whole.addWidget(widget)
        self._listen()
        self.grid.hide()
        self._stated.hide()
        self._show_chosen("")

    def keep(self, *things: object) -> None:
        """Hold on to the presenter: a connection alone does not keep a plain object alive."""
        self._kept.extend(things)

    def show_case(self, case_id: str, *, step: str = "", visit: str = "") -> None:
        """Show that case's papers; with a step or visit only those of it, and new ones go there."""
        self.case_wanted.emit(case_id, step, visit)

    def show_tiles(self, tiles: Sequence[Tile], total: str, *, writable: bool) -> None:
        """All papers."""
        self._writable = writable
        self._names = {tile.id: tile.name for tile in tiles}
        self._total.setText(total)
        self.grid.show_tiles(tiles)
        self.grid.setVisible(bool(tiles))
        self._stated.hide()
        self._in.setVisible(writable)
        self._show_chosen(self.grid.current())

    def show_thumbnail(self, attachment_id: str, thumbnail: bytes) -> None:
        """One's small picture."""
        self.grid.show_picture(attachment_id, thumbnail)

    def show_state(self, state: Literal["busy", "empty", "error"], words: str) -> None:
        """What stands in place of the papers, and why."""
        icon, tone = _STATES[state]
        self._state_icon.show_icon(icon, tone)
        self._state.setText(words)
        self._state.set_tone(tone)
        self._again.setVisible(state == "error")
        self._stated.show()
        self.grid.hide()
        if state != "empty":
            self._total.setText("")
            self._in.hide()
        self._show_chosen("")

    def show_staged(self, staged: Staged, places: Sequence[Place]) -> None:
        """A file about to be attached."""
        self.panel.show_staged(staged, places)
        self._bring(self.panel)

    def show_staging(self, name: str) -> None:
        """It is being looked into."""
        self.panel.show_looking(name)

    def show_staged_error(self, name: str, words: str) -> None:
        """It can't be looked into."""
        self.panel.show_unfit(name, words)
        self._bring(self.panel)

    def show_attach_error(self, words: str) -> None:
        """It was not attached."""
        self.panel.show_trouble(words)

    def close_staged(self) -> None:
        """Nothing is about to be attached."""
        if _has_focus(self.panel):
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel.hide()

    def ask_reason(self, attachment_id: str, name: str) -> None:
        """Why is it taken off?"""
        self.reason.ask(attachment_id, name)
        self._on.hide()
        self._bring(self.reason)

    def show_reason_error(self, words: str) -> None:
        """Beside the reason."""
        self.reason.show_error(words)

    def close_reason(self) -> None:
        """It was taken off, or stays."""
        if _has_focus(self.reason):
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reason.put_away()
        self._show_chosen(self.grid.current())

    def _bring(self, widget: QWidget) -> None:
        """Scroll whatever holds the strip so that `widget` is seen, once it has been laid out."""
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        if holder is not None:
            QTimer.singleShot(0, widget, partial(holder.ensureWidgetVisible, widget, 0, GRID * 4))

    def _ways_in(self) -> QWidget:
        self._in = Flow()
        self._add = Button(tr("Pilih berkas …"), icon="paperclip", name=tr("Pilih berkas untuk dilampirkan"))
        self._add.clicked.connect(self._on_add)
        self._paste = Button(tr("Tempel"), icon="copy", name=tr("Tempel gambar dari papan klip, Ctrl+V"))
        self._paste.clicked.connect(self._on_paste)
        self._scan = Button(tr("Pindaian …"), icon="inbox", name=tr("Ambil dari folder pemindai"))
        self._scan.clicked.connect(self.scans_requested)
        for button in (self._add, self._paste, self._scan):
            self._in.add(button)
        self._in.hide()
        return self._in

    def _ways_on(self) -> QWidget:
        self._on = Flow()
        self._open = Button(tr("Buka"), icon="eye", name=tr("Buka lampiran yang dipilih"))
        self._open.clicked.connect(lambda: self.open_requested.emit(self.grid.current()))
        self._save = Button(tr("Simpan ke …"), icon="save", name=tr("Simpan salinan lampiran yang dipilih"))
        self._save.clicked.connect(self._on_export)
        self._remove = Button(tr("Lepas"), icon="trash-2", name=tr("Lepas lampiran yang dipilih"))
        self._remove.clicked.connect(lambda: self.remove_requested.emit(self.grid.current()))
        for button in (self._open, self._save, self._remove):
            self._on.add(button)
        return self._on

    def _listen(self) -> None:
        self.grid.chosen.connect(self._show_chosen)
        self.grid.opened.connect(self.open_requested)
        self.grid.remove_requested.connect(self._on_remove_key)
        self.panel.edited.connect(self.edited)
        self.panel.attach_requested.connect(self.attach_requested)
        self.panel.skip_requested.connect(self.skip_requested)
        self.panel.retry_requested.connect(self.retry_requested)
        self.reason.given.connect(self.reason_given)
        self.reason.left.connect(self.close_reason)

    def _show_chosen(self, attachment_id: str) -> None:
        self._on.setVisible(bool(attachment_id) and not self.grid.isHidden() and self.reason.isHidden())
        self._remove.setVisible(self._writable)

    def _on_remove_key(self, attachment_id: str) -> None:
        if self._writable:
            self.remove_requested.emit(attachment_id)

    def _on_add(self) -> None:
        wanted = " ".join(f"*.{suffix}" for suffix in sorted(SUFFIXES))
        kinds = tr("Foto, pindaian, PDF ({endings})", endings=wanted)
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Pilih berkas untuk dilampirkan"), "", kinds, options=dialog_kind()
        )
        if names:
            self.paths_given.emit([Path(name) for name in names])

    def _on_paste(self) -> None:
        if not self._take(QGuiApplication.clipboard().mimeData()):
            self.nothing_pasted.emit()

    def _on_export(self) -> None:
        attachment_id = self.grid.current()
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Simpan salinan lampiran"), self._names.get(attachment_id, ""), options=dialog_kind()
        )
        if name:
            self.export_requested.emit(attachment_id, Path(name))

    def _take(self, held: QMimeData) -> bool:
        """Take what is in it; whether that was anything."""
        given = read_given(held) if self._writable else Given()
        if given.paths:
            self.paths_given.emit(list(given.paths))
        elif given.picture is not None:
            self.picture_given.emit(given.picture)
        return bool(given.paths or given.picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V where no field wants it."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._writable:
            self._on_paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files may be dropped here."""
        if self._writable and offers(event.mimeData()):
            event.acceptProposedAction()
            theme.set_mark(self, "dropping", True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        theme.set_mark(self, "dropping", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        theme.set_mark(self, "dropping", False)
        if self._take(event.mimeData()):
            event.acceptProposedAction()


def _has_focus(widget: QWidget) -> bool:
    holder = QApplication.focusWidget()
    return holder is not None and widget.isAncestorOf(holder)

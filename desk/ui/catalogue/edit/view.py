"""The editor's page: contents at the left, fields in the middle, the checklist at the right, the reason at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desk.domain.dates import short_date
from desk.domain.doubts.doubt import Doubt
from desk.language import mark, tr
from desk.ui.catalogue.doubts.note import DoubtNote
from desk.ui.catalogue.edit.acts import Mode, SectionLine
from desk.ui.catalogue.edit.fields import FieldView
from desk.ui.catalogue.edit.form import Form, step_wanted
from desk.ui.catalogue.edit.outline import Row
from desk.ui.catalogue.edit.paper import PaperPane
from desk.ui.catalogue.edit.sections import Section
from desk.ui.catalogue.edit.tree import Tree
from desk.ui.catalogue.edit.working import Path
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.chip import Chip
from desk.ui.kit.field import Field, line_of
from desk.ui.kit.flow import Flow
from desk.ui.kit.surface import Columns, Scroll, clear, row, side_by_side
from desk.ui.kit.text import Elided, Rule, Text
from desk.ui.kit.tokens import GRID, Tone
from desk.ui.shortcuts import Key

if TYPE_CHECKING:
    from desk.print.raster import Page

_MODES: dict[Mode, tuple[str, Tone, str]] = {
    "edit": (mark("Menyunting"), "info", "pencil"),
    "correct": (mark("Membetulkan"), "warn", "scale"),
    "new": (mark("Layanan baru"), "ok", "plus"),
}
_MOST_NOTES = 6


class EditPage(QWidget):
    """Shows; decides nothing.

    Signals:
        section_chosen, entry_chosen: in the contents.
        typed: (path, text). left: a field was left.
        add_requested: inside the entry in view or after it.
        remove_requested, move_requested, renumber_requested: the entry in view.
        undo_requested, redo_requested, discard_requested.
        save_requested: (reason, start date).
        closed: back; what is half done stays.
    """

    section_chosen = Signal(str)
    entry_chosen = Signal(tuple)
    typed = Signal(tuple, str)
    left = Signal()
    add_requested = Signal(bool)
    remove_requested = Signal()
    move_requested = Signal(int)
    renumber_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    discard_requested = Signal()
    save_requested = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._at: Path | None = None
        self._said: list[str] = []
        self._tree, self._own, self._form, self._paper = Tree(), Form(), Form(), PaperPane()
        self._listen()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        whole.setSpacing(GRID * 2)
        whole.addLayout(self._head())
        self._note = Banner("", tone="info", parent=self)
        whole.addWidget(self._note)
        self._columns = Columns(self._contents(), self._middle(), self._paper, stretch=(2, 3, 3))
        whole.addWidget(self._columns, 1)
        whole.addWidget(self._foot())

    def arrive(self) -> None:
        """To the contents."""
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_head(self, mode: Mode, title: str, note: str) -> None:
        """What is being edited, and how."""
        words, tone, icon = _MODES[mode]
        self._chip.show_chip(tr(words), tone=tone, icon=icon)
        self._title.setText(title)
        self._note.show_banner(note, "info")
        self._reason.set_text("")
        self._reason.clear_error()
        self._start.clear_error()
        self._start.setVisible(mode == "correct")
        self.show_kept("")
        save = tr("Catat pembetulan") if mode == "correct" else tr("Simpan versi baru")
        self._save.set_words(save)

    def show_today(self, today: date) -> None:
        """From when a correction holds unless something else is written."""
        self._start.set_text(short_date(today))

    def show_sections(self, lines: Sequence[SectionLine], chosen: str) -> None:
        """The contents."""
        self._tree.show_sections(lines, chosen)
        self._tree.refresh(self._at)

    def show_rows(self, rows: Sequence[Row], at: Path | None, section: Section) -> None:
        """The entries of the open section."""
        self._at = at
        self._tree.show_rows(rows, at)
        self._heading.setText(tr(section.heading))
        chosen = next((one for one in rows if one.path == at), None)
        number = f"{chosen.number}. " if chosen and chosen.number and chosen.number != "→" else ""
        self._subheading.setText(f"{number}{chosen.text}" if chosen else "")
        self._subheading.setVisible(chosen is not None)
        self._add.setVisible(bool(section.entries))
        if section.adding:
            self._add.set_words(tr(section.adding))
        self._add_inside.setVisible(section.inner is not None and chosen is not None)
        if section.inner is not None:
            self._add_inside.set_words(tr(section.inner.adding))
        for button in (self._up, self._down, self._remove):
            button.setVisible(chosen is not None)
        numbered = (
            bool(section.entries) and any(one.number for one in rows) and section.key in ("requirements", "route")
        )
        self._renumber.setVisible(numbered)
        empty = bool(section.entries) and not rows
        self._hint.setVisible(chosen is None and bool(section.entries))
        self._hint.setText(
            tr("Belum ada isinya. Tambahkan yang pertama.") if empty else tr("Pilih butir di daftar untuk mengubahnya.")
        )

    def show_fields(self, own: Sequence[FieldView], entry: Sequence[FieldView], typed: Path | None) -> None:
        """The form."""
        in_view = self._at is not None
        self._own.setVisible(bool(own) and not in_view)
        self._own.show_fields(own, typed)
        self._form.setVisible(bool(entry))
        self._form.show_fields(entry, typed)

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """What a careful reader would query here."""
        if [doubt.message for doubt in doubts] == self._said:
            return
        self._said = [doubt.message for doubt in doubts]
        clear(self._notes)
        for doubt in doubts[:_MOST_NOTES]:
            self._notes.addWidget(DoubtNote(doubt, quiet=True))
        if len(doubts) > _MOST_NOTES:
            more = len(doubts) - _MOST_NOTES
            self._notes.addWidget(Text(tr("dan {count} keraguan lain", count=more), role="small", tone="soft"))

    def show_problem(self, words: str) -> None:
        """What keeps it from being saved."""
        self._problem.show_banner(words, "bad")

    def show_steps(self, undo: bool, redo: bool, changed: bool) -> None:
        """What can be taken back, done again, thrown away."""
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)
        self._discard.setEnabled(changed)

    def show_kept(self, words: str) -> None:
        """The draft's state."""
        self._kept.setText(words)
        self._kept.setVisible(bool(words))

    def show_pages(self, pages: Sequence[Page], stale: str) -> None:
        """The checklist."""
        self._paper.show_pages(pages, stale)

    def show_reason_error(self, words: str) -> None:
        """Beside the reason."""
        self._reason.show_error(words)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_start_error(self, words: str) -> None:
        """Beside the date."""
        self._start.show_error(words)
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, busy: bool) -> None:
        """Being saved."""
        self._save.setEnabled(not busy)

    def focus_field(self, path: Path | None) -> None:
        """To a field, or to the contents."""
        if path is None or not (self._form.focus_on(path) or self._own.focus_on(path)):
            self._tree.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._show_focus()

    def _listen(self) -> None:
        self._tree.section_chosen.connect(self.section_chosen)
        self._tree.entry_chosen.connect(self.entry_chosen)
        self._tree.entered.connect(self._on_entered)
        self._tree.move_wanted.connect(self.move_requested)
        self._tree.remove_wanted.connect(self.remove_requested)
        for form in (self._own, self._form):
            form.typed.connect(self.typed)
            form.left.connect(self.left)
            form.undo_requested.connect(self.undo_requested)
            form.redo_requested.connect(self.redo_requested)

    def _head(self) -> QVBoxLayout:
        self._chip = Chip("", tone="info", icon="pencil")
        self._title = Elided("", role="title")
        self._kept = Elided("", role="small", tone="soft")
        self._undo = Button(tr("Urungkan"), kind="quiet", icon="undo-2", name=tr("Urungkan (Ctrl+Z)"))
        self._undo.clicked.connect(self.undo_requested)
        self._redo = Button(tr("Ulangi"), kind="quiet", name=tr("Ulangi (Ctrl+Shift+Z)"))
        self._redo.clicked.connect(self.redo_requested)
        self._discard = Button(tr("Buang suntingan"), kind="quiet", icon="trash-2")
        self._discard.clicked.connect(self.discard_requested)
        self._close = Button(tr("Kembali"), key=Key.CLOSE, name=tr("Kembali; suntingan tetap disimpan sebagai draf"))
        self._close.clicked.connect(self.closed)
        self._undo.setToolTip("Ctrl+Z")
        self._redo.setToolTip("Ctrl+Shift+Z")
        made = QVBoxLayout()
        made.setSpacing(0)
        line = row(self._chip, self._title, self._undo, self._redo, self._discard, self._close)
        line.setStretch(1, 1)
        made.addLayout(line)
        return made

    def _contents(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self._tree, 1)
        buttons = Flow(gap=GRID)
        self._up = Button(tr("Naik"), kind="quiet", name=tr("Pindahkan ke atas (Alt+panah atas)"))
        self._up.clicked.connect(lambda: self.move_requested.emit(-1))
        self._down = Button(tr("Turun"), kind="quiet", name=tr("Pindahkan ke bawah (Alt+panah bawah)"))
        self._down.clicked.connect(lambda: self.move_requested.emit(1))
        self._remove = Button(tr("Hapus"), kind="quiet", name=tr("Hapus butir ini"))
        self._remove.clicked.connect(self.remove_requested)
        self._renumber = Button(tr("Nomori"), kind="quiet", name=tr("Nomori ulang semuanya"))
        self._renumber.clicked.connect(self.renumber_requested)
        for button in (self._up, self._down, self._remove, self._renumber):
            buttons.add(button)
        column.addWidget(buttons)
        return whole

    def _middle(self) -> QWidget:
        card = QFrame()
        card.setProperty("surface", "card")
        self._scroll = Scroll(tr("Isian"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = self._scroll.body
        body.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 4)
        body.setSpacing(GRID * 3)
        self._heading = Text("", role="title", wrap=True)
        self._subheading = Text("", role="small", tone="soft", wrap=True)
        self._hint = Text("", tone="soft", wrap=True)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(GRID * 2)
        self._add = Button("", key=Key.NEW, icon="plus")
        self._add.clicked.connect(lambda: self.add_requested.emit(False))
        self._add_inside = Button("", key=Key.NEW_OF_FAMILY, icon="plus")
        self._add_inside.clicked.connect(lambda: self.add_requested.emit(True))
        adding = Flow()
        adding.add(self._add)
        adding.add(self._add_inside)
        for widget in (self._heading, self._subheading, self._own, self._form, self._hint, adding):
            body.addWidget(widget)
        body.addLayout(self._notes)
        body.addStretch(1)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._scroll)
        card.setMinimumWidth(300)
        return card

    def _foot(self) -> QWidget:
        line = QLineEdit()
        line.setMaxLength(500)
        self._reason = Field(tr("Alasan perubahan, satu baris"), line)
        line_of(self._reason).setPlaceholderText(tr("misalnya: SKCK diterbitkan Polres, bukan Polsek"))
        line_of(self._reason).returnPressed.connect(self._on_save)
        self._reason.edited.connect(lambda _text: self._reason.clear_error())
        self._start = Field(tr("Berlaku sejak"), QLineEdit())
        self._start.setFixedWidth(150)
        self._save = Button("", key=Key.SAVE, kind="primary", icon="save")
        self._save.clicked.connect(self._on_save)
        self._problem = Banner("", tone="bad", parent=self)
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._problem)
        column.addWidget(Rule())
        fields = side_by_side(self._reason, self._start, stretch=(1, 0))
        last = row(fields, self._save, spacing=GRID * 3)
        last.setStretch(0, 1)
        last.setAlignment(self._save, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(last)
        column.addWidget(self._kept)
        return foot

    def _on_save(self) -> None:
        self.save_requested.emit(self._reason.text(), self._start.text())

    def _on_entered(self) -> None:
        form = self._form if self._at is not None else self._own
        if form.isVisible() and form.focus_first():
            self._show_focus()
        elif self._add.isVisible():
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_focus(self) -> None:
        widget = self.focusWidget()
        if self._scroll.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, GRID * 10)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is the copy's while one edits, wherever the focus is."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and step_wanted(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo where no field took them."""
        wish = step_wanted(event)
        if wish == "undo":
            self.undo_requested.emit()
        elif wish == "redo":
            self.redo_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: contents, fields, paper."""
        super().resizeEvent(event)
        room = event.size().width() - GRID * 10
        if event.oldSize().width() != event.size().width():
            left, right = max(230, room * 26 // 100), max(250, room * 34 // 100)
            self._columns.setSizes([left, room - left - right, right])

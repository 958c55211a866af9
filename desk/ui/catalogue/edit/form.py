"""The fields of the place being edited. Widgets are made again only when other fields are needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)  # fmt: skip

from desk.ui.catalogue.edit.fields import FieldView
from desk.ui.catalogue.edit.working import Path
from desk.ui.kit import fonts
from desk.ui.kit.field import Field, choice
from desk.ui.kit.growing import GrowingText
from desk.ui.kit.surface import clear
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key


class Form(QWidget):
    """Fields in two columns.

    Signals:
        typed: (path, text) the officer wrote something.
        left: a field was left.
        undo_requested, redo_requested: Ctrl+Z and Ctrl+Shift+Z in a field; the copy has its own steps.
    """

    typed = Signal(tuple, str)
    left = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 3)
        self._grid.setVerticalSpacing(GRID * 3)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._shape: tuple[object, ...] = ()
        self._views: list[FieldView] = []
        self._fields: list[Field | QCheckBox] = []

    def show_fields(self, views: Sequence[FieldView], typed: Path | None) -> None:
        """Show these; the field that is being typed into keeps its text as it was typed."""
        shape = tuple((view.label, view.kind, view.half, bool(view.options)) for view in views)
        if shape != self._shape:
            focus = next((view.path for view, field in self._pairs() if _editor(field).hasFocus()), None)
            self._shape = shape
            self._make(views)
            if focus is not None:
                self.focus_on(focus)
        self._views = list(views)
        for view, field in self._pairs():
            _show(field, view, keep=view.path == typed)

    def focus_on(self, path: Path) -> bool:
        """Put the cursor into the field of that place, or the nearest one; says whether there is one."""
        for view, field in self._pairs():
            if view.path == path or (len(path) > len(view.path) and path[: len(view.path)] == view.path):
                _take(field)
                return True
        return False

    def focus_first(self) -> bool:
        """Put the cursor into the first field; says whether there is one."""
        if self._fields:
            _take(self._fields[0])
        return bool(self._fields)

    def _pairs(self) -> list[tuple[FieldView, Field | QCheckBox]]:
        return list(zip(self._views, self._fields, strict=False))

    def _make(self, views: Sequence[FieldView]) -> None:
        clear(self._grid)
        self._fields, self._views = [], list(views)
        line, side = 0, 0
        for place, view in enumerate(views):
            field = self._field(place, view)
            self._fields.append(field)
            if not view.half and side:
                line, side = line + 1, 0
            top = Qt.AlignmentFlag.AlignTop if not isinstance(field, QCheckBox) else Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(field, line, side, 1, 1 if view.half else 2, top)
            side = 1 if view.half and not side else 0
            line += 0 if side else 1

    def _field(self, place: int, view: FieldView) -> Field | QCheckBox:
        if view.kind == "tick":
            box = QCheckBox(view.label)
            box.setFont(fonts.font())
            box.setMinimumHeight(32)
            box.clicked.connect(lambda on: self._on_typed(place, "1" if on else ""))
            box.installEventFilter(self)
            return box
        editor: QWidget
        if view.kind in ("choice", "coded"):
            editor = choice(view.options)
        elif view.kind in ("text", "lines"):
            editor = GrowingText(undo=False)
        else:
            editor = QLineEdit()
        field = Field(view.label, editor, hint=view.hint)
        field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        field.edited.connect(lambda text: self._on_typed(place, text))
        field.finished.connect(self.left)
        if isinstance(editor, QLineEdit) and view.options:
            known = QCompleter([words for _, words in view.options], editor)
            known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            known.activated.connect(lambda text: self._on_typed(place, text))
            editor.setCompleter(known)
        editor.installEventFilter(self)
        return field

    def _on_typed(self, place: int, text: str) -> None:
        if place < len(self._views):
            self.typed.emit(self._views[place].path, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The copy's own undo in place of the field's; a wheel turned over a choice scrolls the form."""
        kind = event.type()
        if kind is QEvent.Type.Wheel and isinstance(watched, QComboBox):
            event.ignore()
            return True
        if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            wish = step_wanted(event)
            if wish:
                if kind is QEvent.Type.KeyPress:
                    (self.undo_requested if wish == "undo" else self.redo_requested).emit()
                event.accept()
                return True
        return super().eventFilter(watched, event)


def step_wanted(event: QKeyEvent) -> str:
    """``undo``, ``redo`` or nothing: what the keys ask for."""
    pressed = QKeySequence(event.keyCombination())
    if pressed.matches(QKeySequence(Key.UNDO.value)) is QKeySequence.SequenceMatch.ExactMatch:
        return "undo"
    if pressed.matches(QKeySequence(Key.REDO.value)) is QKeySequence.SequenceMatch.ExactMatch:
        return "redo"
    return ""


def _take(field: Field | QCheckBox) -> None:
    """The focus, with the cursor at the end of what is written."""
    editor = _editor(field)
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(editor, QPlainTextEdit):
        editor.moveCursor(QTextCursor.MoveOperation.End)
    elif isinstance(editor, QLineEdit):
        editor.end(False)


def _editor(field: Field | QCheckBox) -> QWidget:
    return field.editor if isinstance(field, Field) else field


def _show(field: Field | QCheckBox, view: FieldView, *, keep: bool) -> None:
    if isinstance(field, QCheckBox):
        field.setChecked(bool(view.text))
        return
    editor = field.editor
    if isinstance(editor, QComboBox):
        held = [(editor.itemData(place), editor.itemText(place)) for place in range(editor.count())]
        if held != list(view.options):
            blocked = editor.blockSignals(True)
            editor.clear()
            for value, words in view.options:
                editor.addItem(words, value)
            editor.setCurrentIndex(max(editor.findData(view.text), 0))
            editor.blockSignals(blocked)
        editor.setToolTip(next((words for value, words in view.options if value == view.text), ""))
    if not keep:
        field.set_text(view.text)
        if isinstance(editor, GrowingText):
            editor.fit()
    if view.error and field.below() != view.error:
        field.show_error(view.error)
    elif not view.error:
        field.clear_error()

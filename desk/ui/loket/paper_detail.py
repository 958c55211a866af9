"""What exactly was handed over of the paper that is looked at: form, how many, original shown, kept, a note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desk.domain.intake import Tick
from desk.language import tr
from desk.ui.kit import fonts
from desk.ui.kit.surface import row as side_by_side
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.loket.rows import FORM_WORDS, Row
from desk.ui.loket.ticking import FORMS


class Stepper(QWidget):
    """How many: minus, the number, plus. The keys + and − of the list do the same.

    Signals:
        stepped: the new number.
    """

    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._value = 1
        self._words = Text("", role="body")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setMinimumWidth(GRID * 17)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for sign, step, said in (("−", -1, tr("Kurangi satu lembar")), ("+", 1, tr("Tambah satu lembar"))):
            button = QToolButton()
            button.setText(sign)
            button.setAccessibleName(said)
            button.setToolTip(said)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setFont(fonts.font("strong"))
            button.setFixedWidth(GRID * 8)
            button.clicked.connect(lambda _=False, step=step: self._step(step))
            row.addWidget(button)
            if step < 0:
                row.addWidget(self._words)

    def show_value(self, value: int) -> None:
        """Show a number; fires nothing."""
        self._value = value
        self._words.setText(tr("{count} lembar", count=value))
        self.setAccessibleDescription(self._words.text())

    def _step(self, step: int) -> None:
        value = max(0, min(999, self._value + step))
        if value != self._value:
            self.show_value(value)
            self.stepped.emit(value)


class PaperDetail(QFrame):
    """A strip under the list. Its controls are reached by F2 or mouse, so that Tab goes on to the person.

    Signals:
        changed: a row's id and the changed detail as a dict.
        left: Escape or Enter: back to the list.
    """

    changed = Signal(str, dict)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row: Row | None = None
        self._compact = self._paper = False
        self._form = QComboBox()
        self._form.setAccessibleName(tr("Bentuk yang diserahkan"))
        for form in FORMS:
            self._form.addItem(tr(FORM_WORDS[form]) if form else tr("sesuai syarat"), form)
        self._count = Stepper(tr("Jumlah lembar"))
        self._original = QCheckBox(tr("asli diperlihatkan"))
        self._kept = QCheckBox(tr("disimpan kantor"))
        self._note = QLineEdit()
        self._note.setPlaceholderText(tr("Catatan (F2)"))
        self._note.setAccessibleName(tr("Catatan tentang berkas ini"))
        self._note.setMaxLength(400)
        for control in (self._form, self._original, self._kept, self._note):
            control.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            control.setFont(fonts.font())
            control.installEventFilter(self)
        self._form.activated.connect(lambda _: self._tell(form=self._form.currentData()))
        self._count.stepped.connect(lambda value: self._tell(count=value))
        self._original.clicked.connect(lambda on: self._tell(seen_original=on))
        self._kept.clicked.connect(lambda on: self._tell(kept=on))
        self._note.textEdited.connect(lambda text: self._tell(note=text))
        self.setProperty("surface", "plain")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, 0, GRID * 3, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(Rule())
        column.addSpacing(GRID)
        column.addLayout(side_by_side(self._form, self._count, self._original, "stretch"))
        second = side_by_side(self._note, self._kept)
        second.setStretch(0, 1)
        column.addLayout(second)
        self.hide()

    def show_row(self, row: Row | None, tick: Tick | None, copies: int) -> None:
        """Show what is known of a row; nothing but papers and failing conditions has details."""
        self._row = row
        paper = row is not None and row.kind == "paper"
        failing = row is not None and row.kind == "condition" and (row.standing == "fails" or bool(tick and tick.note))
        shown = row is not None and not row.dim and (paper or failing)
        self.setVisible(shown)
        if not shown:
            return
        for only_paper in (self._form, self._count, self._original):
            only_paper.setVisible(paper)
        self._paper = paper
        self._fit()
        self._note.setPlaceholderText(
            tr("F2 catatan   ← → bentuk   + − lembar   Shift+tombol: asli diperlihatkan")
            if paper
            else tr("Alasan bila tetap diterima (F2): tertulis pada berkas")
        )
        tick = tick or Tick(met=False)
        for control in (self._form, self._original, self._kept, self._note):
            control.blockSignals(True)
        self._form.setCurrentIndex(FORMS.index(tick.form) if tick.form in FORMS else 0)
        self._count.show_value(copies if tick.count is None else tick.count)
        self._original.setChecked(tick.seen_original)
        self._kept.setChecked(tick.kept)
        if self._note.text() != tick.note:
            self._note.setText(tick.note)
        for control in (self._form, self._original, self._kept, self._note):
            control.blockSignals(False)

    def set_compact(self, compact: bool) -> None:
        """Where there is little height, the second line comes only when it is asked for."""
        self._compact = compact
        self._fit()

    def _fit(self) -> None:
        second = not self._compact or not self._paper or self._note.hasFocus() or bool(self._note.text())
        self._note.setVisible(second)
        self._kept.setVisible(second and self._paper)

    def write_note(self) -> None:
        """Put the cursor in the note."""
        if self.isVisible():
            self._note.show()
            self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell(self, **change: object) -> None:
        if self._row is not None:
            if self._row.kind == "condition" and "note" in change:
                change["met"] = bool(str(change["note"]).strip())
            self.changed.emit(self._row.id, change)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape and Enter go back to the list; Tab goes along the strip."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and isinstance(watched, QObject):
                controls = [
                    c for c in (self._form, self._count, self._original, self._kept, self._note) if c.isVisible()
                ]
                step = 1 if event.key() == Qt.Key.Key_Tab else -1
                here = next((i for i, control in enumerate(controls) if control is watched), 0)
                controls[(here + step) % len(controls)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

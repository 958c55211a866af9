"""The sheet on the screen: cell for cell where it is on the paper, so that eyes go straight across."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.domain import sheet_words as paper
from desk.domain.dates import short_date
from desk.domain.sheet_form import DEADLINE_KEY, OTHER_KEY, WORDS_KEY, Box, SheetForm
from desk.language import tr
from desk.ui.dispositions.capture.boxes import KeyCap, SheetLine, TickBox
from desk.ui.dispositions.capture.filling import GO_ON_KEY, Filling
from desk.ui.dispositions.capture.showing import Showing
from desk.ui.kit import theme
from desk.ui.kit.announce import announce
from desk.ui.kit.flow import Flow
from desk.ui.kit.surface import clear
from desk.ui.kit.text import Elided, Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.words import moment

_TOLD = 3
"""So many earlier dispositions are told."""
_FIELDS = {WORDS_KEY: "words", DEADLINE_KEY: "deadline", OTHER_KEY: "others"}


class SheetView(QFrame):
    """The mirrored sheet. While it, or a box of it, has the focus, keys are those that are printed on the paper.

    Signals:
        pressed: a key; saved: Enter.
        typed: a field's name and its text.
    """

    pressed = Signal(str)
    saved = Signal()
    typed = Signal(str, str)

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._boxes: dict[str, TickBox] = {}
        self._form: SheetForm | None = None
        self._printed: dict[str, bool] = {}
        self.fields = {
            "others": SheetLine(
                tr("Jabatan lain yang ditulis tangan"), hint=tr("jabatan lain, pisahkan dengan titik koma")
            ),
            "words": SheetLine(paper.WORDS, hint=tr("kata-kata yang ditulis tangan")),
            "deadline": SheetLine(paper.DEADLINE, hint=tr("3 = tiga hari kerja · 4/12 · besok")),
            "by": SheetLine(tr("Nama yang membubuhkan paraf")),
        }
        self._below = {name: Text("", role="small", wrap=True) for name in self.fields}
        self.setProperty("surface", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Lembar disposisi; tekan huruf dan angka yang tercetak di samping kotaknya"))
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(1, 1, 1, 1)
        self._whole.setSpacing(0)
        for name, line in self.fields.items():
            line.textEdited.connect(lambda text, name=name: self.typed.emit(name, text))
            line.entered.connect(self.setFocus)

    def show_sheet(self, showing: Showing) -> None:
        """Show the sheet; built anew only when it is another one."""
        form = showing.form
        if form is None:
            return
        if form != self._form:
            self._form = form
            self._build(form)
        ticked = showing.filling.ticked
        live = showing.stage == "filling"
        for key, box in self._boxes.items():
            printed = self._printed.get(key, False)
            box.show_tick(key in ticked or printed)
            box.setEnabled(live)
        self._go_on.setVisible(showing.several and live)
        for name, line in self.fields.items():
            line.setEnabled(live)
            self._show_field(name, showing.filling, showing)

    def focus(self, name: str) -> None:
        """Put the focus on the sheet or a field of it."""
        (self.fields.get(name) or self).setFocus(Qt.FocusReason.OtherFocusReason)
        if name in self.fields:
            self.fields[name].selectAll()

    def _show_field(self, name: str, filling: Filling, showing: Showing) -> None:
        line, below = self.fields[name], self._below[name]
        text = filling.text(name) or self._recorded(name)
        if line.text() != text:
            line.setText(text)
        problem, hint = showing.problems.get(name, ""), showing.hints.get(name, "")
        if problem and problem != below.text():
            announce(line, problem)
        theme.set_mark(line, "wrong", bool(problem))
        line.setAccessibleDescription(problem or hint)
        below.setText(problem or hint)
        below.set_tone("bad" if problem else "soft")
        below.setVisible(bool(problem or hint))

    def _recorded(self, name: str) -> str:
        """What was recorded of the sheet, where it was."""
        form = self._form
        if form is None or not form.filled:
            return ""
        day = short_date(date.fromisoformat(form.deadline)) if form.deadline else ""
        others = "; ".join(box.words for box in form.desks if not box.key)
        return {"words": form.words, "deadline": day, "others": others}.get(name, "")

    # Building, as the paper is laid out

    def _build(self, form: SheetForm) -> None:
        for kept in (*self.fields.values(), *self._below.values()):
            kept.setParent(self)
        clear(self._whole)
        self._boxes = {}
        self._printed = {box.key: box.ticked for box in (*form.urgencies, *form.desks, *form.phrases)}
        rows: list[tuple[QWidget, QWidget | None, int, int]] = [
            (self._title(form), None, 1, 0),
            (self._from(form), self._received(form), 1, 1),
            (_values((paper.SUBJECT, "\n".join(form.subject))), None, 1, 0),
            (self._desks(form), self._phrases(form), 1, 1),
            (self._writing(), self._signing(form), 3, 2),
        ]
        if form.earlier:
            rows.insert(4, (self._earlier(form), None, 1, 0))
        for row in rows:
            if self._whole.count():
                self._whole.addWidget(Rule())
            self._whole.addLayout(_beside(*row))
        self._whole.addStretch(1)

    def _from(self, form: SheetForm) -> QWidget:
        letter = form.letter
        day = short_date(date.fromisoformat(letter.date)) if letter.date else ""
        without = "" if letter.number or day else paper.NO_LETTER
        return _values(
            (paper.SENDER, form.sender),
            (paper.LETTER_NUMBER, letter.number or without),
            (paper.LETTER_DATE, day or without),
        )

    def _received(self, form: SheetForm) -> QWidget:
        received = moment(form.received, self._zone)
        cell = _values((paper.RECEIVED, short_date(received.date()) if received else ""), (paper.AGENDA, form.agenda))
        line = Flow(gap=GRID * 2)
        for box in form.urgencies:
            line.add(self._box(box, wrap=False))
        layout = cell.layout()
        if isinstance(layout, QGridLayout):
            row = layout.rowCount()
            layout.addWidget(Text(paper.URGENCY, tone="soft"), row, 0, Qt.AlignmentFlag.AlignTop)
            layout.addWidget(line, row, 1)
        return cell

    def _title(self, form: SheetForm) -> QWidget:
        cell, column = _cell()
        line = QHBoxLayout()
        line.addWidget(Text(paper.TITLE, role="title"))
        line.addStretch(1)
        line.addWidget(Text(form.signer.title, role="strong", tone="accent"))
        column.addLayout(line)
        return cell

    def _earlier(self, form: SheetForm) -> QWidget:
        cell, column = _cell()
        column.addWidget(Text(paper.EARLIER, role="small_strong"))
        for one in form.earlier[-_TOLD:]:
            written = moment(one.day, self._zone)
            day = short_date(written.date()) if written else ""
            said = f"{day}  {one.sender} → {', '.join(one.to)}: {one.words}"
            column.addWidget(Elided(said, role="small", tone="soft"))
        return cell

    def _desks(self, form: SheetForm) -> QWidget:
        cell, column = self._list(paper.DESKS, form.desks)
        column.addLayout(self._keyed((OTHER_KEY, "others", "")))
        column.addStretch(1)
        return cell

    def _phrases(self, form: SheetForm) -> QWidget:
        cell, column = self._list(paper.PHRASES, form.phrases)
        last = Flow(gap=GRID * 2)
        for box in form.outcomes:
            last.add(self._box(box, wrap=False))
        self._go_on = self._box(Box(GO_ON_KEY, tr("Jawabannya tidak ditunggu")))
        column.addWidget(last)
        column.addWidget(self._go_on)
        column.addStretch(1)
        return cell

    def _list(self, title: str, boxes: Sequence[Box]) -> tuple[QWidget, QVBoxLayout]:
        cell, column = _cell()
        column.addWidget(Text(title, role="strong"))
        for box in boxes:
            if box.key:  # what was written by hand stands in the field
                column.addWidget(self._box(box))
        column.addSpacing(GRID)
        return cell, column

    def _writing(self) -> QWidget:
        cell, column = _cell()
        column.addLayout(self._keyed((WORDS_KEY, "words", paper.WORDS), (DEADLINE_KEY, "deadline", paper.DEADLINE)))
        column.addStretch(1)
        return cell

    def _signing(self, form: SheetForm) -> QWidget:
        cell, column = _cell()
        column.addWidget(Text(form.signer.title, role="strong", wrap=True))
        self.fields["by"].setPlaceholderText(form.signer.name or form.signer.title)
        column.addLayout(self._keyed(("F2", "by", tr("Paraf"))))
        column.addWidget(Elided(form.code.shown, role="small", tone="soft"))
        column.addStretch(1)
        return cell

    def _keyed(self, *fields: tuple[str, str, str]) -> QLayout:
        """Fields (key, name, label) with their key before them, and what is said of each below."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID)
        for place, (key, name, label) in enumerate(fields):
            grid.addWidget(KeyCap(key), place * 2, 0)
            if label:
                grid.addWidget(Text(label, tone="soft"), place * 2, 1)
            grid.addWidget(self.fields[name], place * 2, 2)
            grid.addWidget(self._below[name], place * 2 + 1, 2)
        grid.setColumnStretch(2, 1)
        return grid

    def _box(self, box: Box, *, wrap: bool = True) -> TickBox:
        made = TickBox(box.key, box.words, wrap=wrap)
        made.pressed_key.connect(self.pressed)
        self._boxes[box.key] = made
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits are the sheet's; T, W and X go to a field; Enter records."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        key = event.text().upper()
        if event.isAutoRepeat() or not plain:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.saved.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.focus("by")
        elif key in _FIELDS and self.fields[_FIELDS[key]].isEnabled():
            self.focus(_FIELDS[key])
        elif len(key) == 1 and key.isalnum():
            self.pressed.emit(key)
        else:
            super().keyPressEvent(event)


def _cell() -> tuple[QWidget, QVBoxLayout]:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
    column.setSpacing(GRID // 2)
    return cell, column


def _values(*values: tuple[str, str]) -> QWidget:
    """Labels and values in two columns."""
    cell = QWidget()
    grid = QGridLayout(cell)
    grid.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
    grid.setVerticalSpacing(GRID)
    grid.setColumnStretch(1, 1)
    for row, (label, value) in enumerate(values):
        words = Text(label, tone="soft")
        words.setMinimumWidth(GRID * 22)
        grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(value, role="strong", wrap=True, select=True), row, 1)
    return cell


def _beside(left: QWidget, right: QWidget | None, left_part: int, right_part: int) -> QHBoxLayout:
    """Cells whose widths are parts of the sheet's, whatever is in them, as on the paper."""
    line = QHBoxLayout()
    line.setSpacing(0)
    for cell in (left, right):
        if cell is not None:
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    line.addWidget(left, left_part)
    if right is not None:
        line.addWidget(Rule(upright=True))
        line.addWidget(right, right_part)
    return line

"""Files that may be the same: a warning each, and both side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desk.language import mark, tr
from desk.ui.kit import theme
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field
from desk.ui.kit.flow import Flow
from desk.ui.kit.icons import Icon
from desk.ui.kit.surface import Card, clear, column, row
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID, Tone
from desk.ui.person.history_view import MOST_LETTERS
from desk.ui.person.lines import Comparison, Doubt, Row, Standing

_TOP = Qt.AlignmentFlag.AlignTop
_LABEL = 112
"""The width of labels, as elsewhere on the sheet."""


_MARKS: dict[Standing, tuple[str, Tone, str]] = {
    "differs": ("triangle-alert", "warn", mark("berbeda")),
    "missing": ("circle-help", "quiet", mark("hanya di satu berkas")),
}


class DoubtsView(QWidget):
    """A warning for each file that may be the same, and the comparison below the one that was pressed.

    Signals:
        compared: the other case's id.
        closed: put the comparison away.
        opened: a case's id.
        apart: (case, other, why): they are two people.
        merge_requested: (the case that is to end, the case that goes on).
    """

    compared = Signal(str)
    closed = Signal()
    opened = Signal(str)
    apart = Signal(str, str, str)
    merge_requested = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Mungkin ganda"))
        self._doubts: tuple[Doubt, ...] | None = None
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(GRID)
        self.comparison = ComparisonView()
        self.comparison.opened.connect(self.opened)
        self.comparison.apart.connect(self.apart)
        self.comparison.merge_requested.connect(self.merge_requested)
        self.comparison.closed.connect(self.closed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID * 2)
        whole.addLayout(self._warnings)
        whole.addWidget(self.comparison)
        self.comparison.hide()
        self.hide()

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """These, the strongest first."""
        if tuple(doubts) == self._doubts:
            return
        self._doubts = tuple(doubts)
        clear(self._warnings)
        for doubt in doubts:
            self._warnings.addWidget(self._warning(doubt))
        self.setVisible(bool(doubts))

    def show_comparison(self, comparison: Comparison) -> None:
        """Both side by side."""
        self.comparison.show_comparison(comparison)
        self.comparison.show()

    def close_comparison(self) -> None:
        """Put it away."""
        self.comparison.hide()

    def words(self) -> tuple[str, ...]:
        """The numbers that are named."""
        return tuple(doubt.number for doubt in self._doubts or ())

    def _warning(self, doubt: Doubt) -> QWidget:
        made = QFrame()
        theme.set_mark(made, "banner", "warn" if doubt.strong else "info")
        look = Button(tr("Bandingkan"), kind="quiet", icon="copy")
        look.setAccessibleName(tr("Bandingkan dengan {number}", number=doubt.number))
        look.clicked.connect(lambda: self.compared.emit(doubt.case_id))
        words = column(
            Text(tr("{title}: {number}", title=doubt.title, number=doubt.number), role="strong", wrap=True),
            Text(doubt.detail, role="small", wrap=True),
            spacing=1,
        )
        line = row()
        line.setContentsMargins(GRID * 3, GRID * 2, GRID * 2, GRID * 2)
        line.addWidget(Icon("users", size=16, ink="warn" if doubt.strong else "info"), 0, _TOP)
        line.addLayout(words, 1)
        line.addWidget(look, 0, _TOP)
        made.setLayout(line)
        return made


class ComparisonView(Card):
    """Two columns; what differs is on top, with an icon and the word.

    Signals:
        closed, opened, apart, merge_requested: see `DoubtsView`.
    """

    closed = Signal()
    opened = Signal(str)
    apart = Signal(str, str, str)
    merge_requested = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(surface="page")
        self.body.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 3)
        self._comparison: Comparison | None = None
        self._title = Text("", role="strong", wrap=True)
        self._reason = Text("", role="small", tone="soft", wrap=True)
        close = Button("", kind="quiet", icon="x", name=tr("Tutup perbandingan"))
        close.clicked.connect(self.closed)
        head = row()
        head.addLayout(column(self._title, self._reason, spacing=1), 1)
        head.addWidget(close, 0, _TOP)
        self.body.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID * 3)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._here = Button(tr("Gabungkan ke berkas ini"), icon="corner-down-left")
        self._here.clicked.connect(lambda: self._on_merge(here=True))
        self._there = Button(tr("Gabungkan ke berkas itu"), icon="arrow-right")
        self._there.clicked.connect(lambda: self._on_merge(here=False))
        self._other = Button(tr("Bukan orang yang sama"), icon="users")
        self._other.clicked.connect(self._on_other)
        self._see = Button(tr("Lihat berkas itu"), kind="quiet")
        self._see.clicked.connect(self._on_see)
        buttons = Flow()
        for button in (self._other, self._here, self._there, self._see):
            buttons.add(button)
        self.body.addWidget(buttons)
        self._make_reason()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show both."""
        self._comparison = comparison
        self._title.setText(comparison.title)
        self._reason.setText(comparison.reason)
        clear(self._grid)
        heads = (
            (tr("Ini: {number}", number=comparison.here), comparison.of_here),
            (comparison.there, comparison.of_there),
        )
        for place, (number, standing) in enumerate(heads):
            head = column(
                Text(number, role="strong", wrap=True, select=True),
                Text(standing, role="small", tone="soft", wrap=True),
                spacing=1,
            )
            self._grid.addLayout(head, 0, place, _TOP)
        self._grid.addWidget(Rule(), 1, 0, 1, 2)
        line = 2
        for shown in comparison.rows:
            line = self._add(shown, line)
        self._here.setVisible(comparison.merge_here)
        self._there.setAccessibleName(tr("Gabungkan ke {number}", number=comparison.there))
        self._there.setVisible(comparison.merge_there)
        self._see.setAccessibleName(tr("Lihat {number}", number=comparison.there))
        self._form.hide()
        self.reason.set_text("")
        self.reason.clear_error()

    def show_apart_error(self, words: str) -> None:
        """What is wrong with the reason."""
        self._form.show()
        self.reason.show_error(words)
        self.reason.setFocus()

    def shown(self) -> Comparison | None:
        """What is compared."""
        return self._comparison

    def _add(self, shown: Row, line: int) -> int:
        """A field: where both values differ its label with a mark and below it the two, else one line."""
        if shown.standing == "same":
            label = Text(shown.label, role="small", tone="soft", wrap=True)
            label.setFixedWidth(_LABEL)
            same = row()
            same.addWidget(label, 0, _TOP)
            same.addWidget(Text(shown.here, role="small", tone="soft", wrap=True, select=True), 1)
            self._grid.addLayout(same, line, 0, 1, 2)
            return line + 1
        icon, tone, said = _MARKS[shown.standing]
        head = row(
            Icon(icon, size=14, ink=tone),
            Text(shown.label, role="small", tone="soft"),
            Text(tr(said), role="small_strong", tone=tone),
            "stretch",
            spacing=GRID + 1,
        )
        head.setContentsMargins(0, GRID, 0, 0)
        self._grid.addLayout(head, line, 0, 1, 2)
        for place, value in enumerate((shown.here, shown.there)):
            text = Text(value, role="lead", wrap=True, select=True)
            text.setAccessibleName(f"{shown.label}: {value}, {tr(said)}")
            self._grid.addWidget(text, line + 1, place, _TOP)
        self._grid.addWidget(Rule(), line + 2, 0, 1, 2)
        return line + 3

    def _make_reason(self) -> None:
        self.reason = Field(tr("Apa yang menunjukkan bahwa mereka orang yang berbeda?"), QLineEdit())
        editor = self.reason.editor
        assert isinstance(editor, QLineEdit)
        editor.setMaxLength(MOST_LETTERS)
        editor.returnPressed.connect(self._on_apart)
        self.reason.edited.connect(lambda _text: self.reason.clear_error())
        keep = Button(tr("Simpan"), kind="primary", icon="check")
        keep.clicked.connect(self._on_apart)
        leave = Button(tr("Batal"), kind="quiet")
        self._form = QWidget()
        leave.clicked.connect(self._form.hide)
        self._form.setLayout(column(self.reason, row(keep, leave, "stretch")))
        self.body.addWidget(self._form)

    def _on_other(self) -> None:
        self._form.show()
        self.reason.setFocus()

    def _on_apart(self) -> None:
        if self._comparison is not None:
            self.apart.emit(self._comparison.case_id, self._comparison.other_id, self.reason.text())

    def _on_merge(self, *, here: bool) -> None:
        if self._comparison is not None:
            case_id, other_id = self._comparison.case_id, self._comparison.other_id
            self.merge_requested.emit(*((other_id, case_id) if here else (case_id, other_id)))

    def _on_see(self) -> None:
        if self._comparison is not None:
            self.opened.emit(self._comparison.other_id)

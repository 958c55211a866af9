"""The part of Pengaturan about this PC."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout

from desk.language import tr
from desk.ui.kit.field import Field, choice
from desk.ui.kit.surface import Card, Scroll, side_by_side
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.page import Page
from desk.ui.preferences import Preferences
from desk.ui.preview.presenter import PAPER_WORDS

_WIDTH = 760


class HerePage(Page):
    """Shows; decides nothing.

    Signals:
        theme_chosen, language_chosen: one of them.
        printer_chosen, paper_chosen: (kind of paper, choice).
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    printer_chosen = Signal(str, str)
    paper_chosen = Signal(str, str)

    def __init__(self, facts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._printers: dict[str, Field] = {}
        self._papers: dict[str, Field] = {}
        scroll = Scroll(tr("Komputer ini"), margins=GRID * 5)
        scroll.body.setSpacing(GRID * 4)
        for card in (self._look(), self._paper(), self._counter(facts)):
            card.setMaximumWidth(_WIDTH)
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def arrive(self) -> None:
        """To the first choice."""
        self._theme.setFocus()

    def show_preferences(self, preferences: Preferences) -> None:
        """What is chosen; fires nothing."""
        self._theme.set_text(preferences.theme)
        self._language.set_text(preferences.language)
        for sort, field in self._papers.items():
            field.set_text(preferences.papers.get(sort, ""))
        for sort, field in self._printers.items():
            field.set_text(preferences.printers.get(sort, ""))

    def show_printers(self, names: Sequence[str], trouble: str) -> None:
        """Printers to choose from, or why there are none."""
        for field in self._printers.values():
            box = field.editor
            assert isinstance(box, QComboBox)
            box.clear()
            box.addItem(tr("pencetak bawaan komputer"), "")
            for name in names:
                box.addItem(name, name)
            field.setEnabled(bool(names))
        self._no_printers.setText(trouble)
        self._no_printers.setVisible(bool(trouble))

    def _look(self) -> Card:
        card = Card(tr("Tampilan"))
        themes = (("light", tr("terang")), ("dark", tr("gelap")), ("contrast", tr("kontras tinggi")))
        self._theme = Field(tr("Tema"), choice(themes))
        self._theme.edited.connect(self.theme_chosen)
        self._language = Field(
            tr("Bahasa jendela"),
            choice((("id", "Bahasa Indonesia"), ("en", "English"))),
            hint=tr("Lembar cetak selalu berbahasa Indonesia."),
        )
        self._language.edited.connect(self.language_chosen)
        card.body.addLayout(side_by_side(self._theme, self._language))
        return card

    def _paper(self) -> Card:
        card = Card(tr("Kertas dan pencetak"), spacing=GRID * 3)
        self._no_printers = Text("", tone="warn", wrap=True)
        self._no_printers.hide()
        card.body.addWidget(self._no_printers)
        kinds = (
            ("slip", tr("Tanda terima"), ("a6", "a5", "roll80", "roll58", "a4", "f4")),
            ("missing", tr("Lembar kekurangan"), ("a5", "a6", "a4", "f4", "roll80", "roll58")),
            ("checklist", tr("Daftar persyaratan"), ("f4", "a4", "roll80", "roll58")),
            ("disposition", tr("Lembar disposisi"), ("half", "f4", "a4", "a5")),
        )
        for sort, word, papers in kinds:
            options = [("", tr("biasa ({paper})", paper=tr(PAPER_WORDS[papers[0]])))]
            options += [(paper, tr(PAPER_WORDS[paper])) for paper in papers]
            paper = Field(word, choice(options), name=tr("Kertas untuk {kind}", kind=word))
            paper.edited.connect(lambda value, sort=sort: self.paper_chosen.emit(sort, value))
            printer = Field(
                tr("Pencetak"),
                choice((("", tr("pencetak bawaan komputer")),)),
                name=tr("Pencetak untuk {kind}", kind=word),
            )
            printer.edited.connect(lambda value, sort=sort: self.printer_chosen.emit(sort, value))
            self._papers[sort], self._printers[sort] = paper, printer
            card.body.addLayout(side_by_side(paper, printer))
        return card

    def _counter(self, facts: Sequence[tuple[str, str]]) -> Card:
        card = Card(tr("Loket ini"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 6)
        grid.setVerticalSpacing(GRID * 2)
        grid.setColumnStretch(1, 1)
        for line, (label, value) in enumerate(facts):
            grid.addWidget(Text(label, tone="soft"), line, 0)
            grid.addWidget(Text(value, wrap=True, select=True), line, 1)
        card.body.addLayout(grid)
        return card

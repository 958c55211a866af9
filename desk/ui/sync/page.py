"""The Sinkron screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.button import Button
from desk.ui.kit.icons import Icon
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import Card, Scroll, clear, row
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.page import Page
from desk.ui.shortcuts import Key
from desk.ui.sync.presenter import Count, Report


class SyncPage(Page):
    """Shows; decides nothing.

    Signals:
        refresh_requested: count again.
    """

    refresh_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._scroll = Scroll(tr("Keadaan data"), margins=GRID * 5)
        self._stage = Stage(self._scroll)
        self._stage.acted.connect(self.refresh_requested)
        self._title = Text("", role="title", wrap=True)
        self._text = Text("", tone="soft", wrap=True)
        self._title.setFixedWidth(640)
        self._text.setFixedWidth(640)
        self._refresh = Button(tr("Hitung ulang"), key=Key.REFRESH, icon="refresh-cw")
        self._refresh.clicked.connect(self.refresh_requested)
        self._counts = QHBoxLayout()
        self._counts.setSpacing(GRID * 3)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(GRID * 6)
        self._facts.setVerticalSpacing(GRID * 2)
        self._facts.setColumnStretch(1, 1)
        facts = Card(tr("Rincian"))
        facts.body.addLayout(self._facts)
        words = QVBoxLayout()
        words.setSpacing(GRID)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(GRID * 4)
        head.addWidget(Icon("hard-drive", size=40, ink="accent"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words)
        head.addStretch(1)
        body = self._scroll.body
        body.setSpacing(GRID * 5)
        body.addLayout(head)
        body.addLayout(self._counts)
        body.addWidget(facts)
        body.addLayout(row(self._refresh, "stretch"))
        body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stage)

    def arrive(self) -> None:
        """Count when looked at."""
        self._refresh.setFocus()
        self.refresh_requested.emit()

    def on_changed(self) -> None:
        """Count again if somebody looks."""
        if self.isVisible():
            self.refresh_requested.emit()

    def show_busy(self) -> None:
        """Being counted; figures that are there stay."""
        if not self._title.text():
            self._stage.show_busy(tr("Menghitung …"))

    def show_report(self, report: Report) -> None:
        """The figures."""
        self._title.setText(report.title)
        self._text.setText(report.text)
        clear(self._counts)
        for count in report.counts:
            self._counts.addWidget(_figure(count), 1)
        clear(self._facts)
        for line, (label, value) in enumerate(report.facts):
            self._facts.addWidget(Text(label, tone="soft"), line, 0)
            self._facts.addWidget(Text(value, wrap=True, select=True), line, 1)
        self._stage.show_content()

    def show_error(self, words: str) -> None:
        """They can't be had."""
        self._stage.show_error(tr("Keadaan data tidak dapat dibaca"), words, tr("Coba lagi"))


def _figure(count: Count) -> QWidget:
    card = Card(spacing=GRID)
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    card.body.addWidget(Text(count.figure, role="number", tone="accent"))
    card.body.addWidget(Text(count.word, role="strong", wrap=True))
    card.body.addWidget(Rule())
    card.body.addWidget(Text(count.detail, role="small", tone="soft", wrap=True))
    card.body.addStretch(1)
    card.setAccessibleName(f"{count.figure} {count.word}")
    return card

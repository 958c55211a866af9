"""What the list is narrowed to: states as buttons, desk and service and what stands out as chips that come off again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desk.language import mark, tr
from desk.ui.cases.asking import Filter, Sieve
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.states import STATES
from desk.ui.kit.surface import column
from desk.ui.kit.tokens import GRID

MARKS: Mapping[str, str] = {
    "paused": mark("Jam berhenti"),
    "unrecorded": mark("Belum dicatat"),
    "to_fetch": mark("Siap, belum diambil"),
}
"""What stands out about a file, by its name in `Filter`."""
_RARE = frozenset({"merged"})
_LONGEST = 46


class FilterBar(QWidget):
    """Filters of the list.

    Signals:
        state_pressed: a state, ``overdue`` or empty for all.
        holder_chosen, service_chosen: a desk's title, a service's id; empty lifts it.
        mark_pressed: one of `MARKS`.
    """

    state_pressed = Signal(str)
    holder_chosen = Signal(str)
    service_chosen = Signal(str)
    mark_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.sieve = Sieve()
        self._states: dict[str, Button] = {}
        self._words = {
            "": tr("Semua"),
            **{state: tr(look.word) for state, look in STATES.items()},
            "overdue": tr("Lewat batas"),
        }
        states = Flow(gap=GRID + 2)
        for state, word in self._words.items():
            button = Button(word, kind="filter")
            button.setCheckable(True)
            button.clicked.connect(partial(self.state_pressed.emit, state))
            self._states[state] = button
            states.add(button)
            if state in _RARE:
                button.hide()
        self._states[""].setChecked(True)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(tr("Saringan lain"))
        self.more = Button(tr("Saringan lain"), kind="quiet", icon="plus")
        self.more.clicked.connect(self._on_more)
        self._chips = states
        self._chips.add(self.more)
        self._made: list[Button] = []
        self.setLayout(column(states))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many are in each state."""
        for state, button in self._states.items():
            count = sum(counts.values()) if state == "" else counts.get(state)
            word = self._words[state]
            button.set_words(word if count is None else tr("{word} {count}", word=word, count=count))
            if state in _RARE:
                button.setVisible(bool(count))

    def show_filter(self, wanted: Filter, sieve: Sieve) -> None:
        """What is chosen, as chips; a press takes one off."""
        self.sieve = sieve
        for state, button in self._states.items():
            button.setChecked(state == wanted.state)
        for chip in self._made:
            chip.hide()
            chip.setParent(None)
            chip.deleteLater()
        self._made = []
        titles = dict(sieve.services)
        if wanted.holder:
            self._chip(tr("Di meja {position}", position=wanted.holder), partial(self.holder_chosen.emit, ""))
        if wanted.service:
            self._chip(titles.get(wanted.service, wanted.service), partial(self.service_chosen.emit, ""))
        for name, words in MARKS.items():
            if getattr(wanted, name):
                self._chip(tr(words), partial(self.mark_pressed.emit, name))
        self._fill(wanted)

    def _chip(self, words: str, take_off: partial[None]) -> None:
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
        chip = Button(short, kind="filter", icon="x", name=tr("Lepas saringan: {words}", words=words))
        chip.setToolTip(words)
        chip.clicked.connect(lambda _=False: take_off())
        chip.setCheckable(True)
        chip.setChecked(True)
        self._made.append(chip)
        self._chips.add(chip)

    def _fill(self, wanted: Filter) -> None:
        self.menu.clear()
        for name, words in MARKS.items():
            if not getattr(wanted, name):
                self._entry(self.menu, tr(words), partial(self.mark_pressed.emit, name))
        self.menu.addSeparator()
        holders = self.menu.addMenu(tr("Pemegang"))
        for position, count in self.sieve.holders:
            words = tr("{position} ({count})", position=position, count=count)
            self._entry(holders, words, partial(self.holder_chosen.emit, position))
        holders.setEnabled(bool(self.sieve.holders))
        services = self.menu.addMenu(tr("Layanan"))
        for service, title in self.sieve.services:
            short = title if len(title) <= _LONGEST * 2 else f"{title[: _LONGEST * 2 - 1].rstrip()}…"
            self._entry(services, short, partial(self.service_chosen.emit, service))

    def _entry(self, menu: QMenu, words: str, act: partial[None]) -> None:
        entry = menu.addAction(words.replace("&", "&&"))
        entry.triggered.connect(lambda _=False: act())

    def _on_more(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

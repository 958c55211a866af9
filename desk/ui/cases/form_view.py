"""Any form of Berkas, in the sheet: made from its description, kept while it is typed, faults beside the blanks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from desk.language import tr
from desk.ui.cases.form_blanks import ContendersEntry, Entry, LineEntry, TicksEntry, YesEntry
from desk.ui.cases.form_seeking import DesksEntry, SeekEntry
from desk.ui.cases.forms.form import Blank, Column, Form, Option, Values, visible
from desk.ui.kit import fonts
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.surface import Card, clear, column, row, side_by_side
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key

REST_MS = 1_500
"""How long hands rest before what was typed is kept in the store."""
_EMPTY = Form("", "", ())


class FormView(Card):
    """One form.

    Signals:
        typed: what stands in it, after every change. rested: the hands rest.
        kept: what stands in it, to be written. left: put it away.
        sought: (blank, words) to be looked up. picked: what stands in it, once something looked up was chosen.
    """

    typed = Signal(object)
    rested = Signal()
    kept = Signal(object)
    left = Signal()
    sought = Signal(str, str)
    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(surface="page", spacing=GRID * 3)
        self.body.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 3)
        self._form = _EMPTY
        self._entries: list[Entry] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.rested)
        self._title = Text("", role="strong", wrap=True)
        self._lead = Text("", tone="soft", wrap=True)
        self._trouble = Banner("", tone="bad", parent=self)
        self._blanks = QVBoxLayout()
        self._blanks.setSpacing(GRID * 3)
        self._foreseen = QGridLayout()
        self._foreseen.setHorizontalSpacing(GRID * 4)
        self._foreseen.setVerticalSpacing(GRID + 2)
        self._warning = Banner("", tone="warn", parent=self)
        self._save = Button(tr("Simpan"), key=Key.SAVE, kind="primary", icon="check")
        self._save.clicked.connect(self._on_keep)
        self._leave = Button(tr("Tutup"), key=Key.CLOSE, name=tr("Tutup formulir; yang ditulis tetap disimpan"))
        self._leave.clicked.connect(self.left)
        self.body.addLayout(column(self._title, self._lead, spacing=2))
        self.body.addWidget(self._trouble)
        self.body.addLayout(self._blanks)
        self.body.addLayout(self._foreseen)
        self.body.addWidget(self._warning)
        self.body.addLayout(row(self._save, self._leave, "stretch"))
        self.hide()

    @property
    def form(self) -> Form:
        """What is shown."""
        return self._form

    def entry(self, name: str) -> Entry | None:
        """The blank of that name."""
        return next((entry for entry in self._entries if entry.blank.name == name), None)

    def show_form(self, form: Form, values: Values, *, anew: bool) -> None:
        """Show it with these values; `anew` puts the focus into its first blank."""
        if form.blanks != self._form.blanks or form.action != self._form.action:
            self._make(form)
        self._form = form
        self._title.setText(form.title)
        self._lead.setText(form.lead)
        self._lead.setVisible(bool(form.lead))
        self.setAccessibleName(form.title)
        self._save.set_words(form.keep or tr("Simpan"))
        self._save.setVisible(bool(form.keep))
        for entry in self._entries:
            entry.set_text(values.get(entry.blank.name, ""))
        if anew:
            self._trouble.show_banner("", "bad")
            self.show_foreseen(())
            for entry in self._entries:
                entry.show_error("")
        self._show_only()
        self.show()
        if anew:
            self.focus_first()

    def focus_first(self) -> None:
        """The focus into the first blank that is still empty, else the first."""
        asked = [entry for entry in self._entries if entry.isVisibleTo(self)]
        empty = [entry for entry in asked if not entry.text() and isinstance(entry, LineEntry | DesksEntry | SeekEntry)]
        if first := next(iter([*(e for e in empty if e.blank.required), *asked]), None):
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def put_away(self) -> None:
        """Nothing is asked any more."""
        self._rest.stop()
        self.hide()
        self._form = _EMPTY
        clear(self._blanks)
        self.show_foreseen(())
        self._entries = []

    def values(self) -> dict[str, str]:
        """What stands in it, blank by blank."""
        return {entry.blank.name: entry.text() for entry in self._entries}

    def show_faults(self, faults: Mapping[str, str], words: str = "") -> None:
        """What is wrong: beside its blanks, and above them what belongs to none."""
        for entry in self._entries:
            entry.show_error(faults.get(entry.blank.name, ""))
        self._trouble.show_banner(words, "bad")
        if wrong := next((entry for entry in self._entries if entry.blank.name in faults), None):
            wrong.setFocus(Qt.FocusReason.TabFocusReason)

    def show_busy(self, *, busy: bool) -> None:
        """It is being written: a second press does nothing."""
        self._save.setEnabled(not busy)

    def show_found(self, name: str, options: Sequence[Option]) -> None:
        """What was looked up for a blank."""
        entry = self.entry(name)
        if isinstance(entry, SeekEntry):
            entry.show_found(options)

    def show_foreseen(self, columns: Sequence[Column]) -> None:
        """What it would do, side by side, and below it what to make sure of first."""
        clear(self._foreseen)
        self._warning.show_banner(" ".join(each.warning for each in columns if each.warning), "warn")
        for side, each in enumerate(columns):
            self._foreseen.setColumnStretch(side, 1)
            self._foreseen.addWidget(Text(each.heading, role="strong", wrap=True), 0, side, Qt.AlignmentFlag.AlignTop)
            for line, (label, words) in enumerate(each.lines, 1):
                role: fonts.Role = "lead" if words.startswith("≠") else "body"
                said = Text(words, role=role, wrap=True)
                cell = column(*((Text(label, role="small", tone="soft"),) if label else ()), said, "stretch", spacing=0)
                self._foreseen.addLayout(cell, line, side)

    def _make(self, form: Form) -> None:
        clear(self._blanks)
        self._entries = [self._made(blank) for blank in form.blanks]
        pending: Entry | None = None
        for entry in self._entries:
            if entry.blank.half and pending is None:
                pending = entry
                continue
            if pending is not None and entry.blank.half:
                self._blanks.addLayout(side_by_side(pending, entry))
            else:
                if pending is not None:
                    self._blanks.addWidget(pending)
                self._blanks.addWidget(entry)
            pending = None
        if pending is not None:
            self._blanks.addWidget(pending)

    def _made(self, blank: Blank) -> Entry:
        kinds: dict[str, type[Entry]] = {
            "yes": YesEntry, "ticks": TicksEntry, "desks": DesksEntry, "seek": SeekEntry, "contenders": ContendersEntry,
        }  # fmt: skip
        entry = kinds.get(blank.kind, LineEntry)(blank)
        entry.edited.connect(self._on_typed)
        entry.finished.connect(self.rested)
        entry.entered.connect(lambda: self._on_entered(entry))
        if isinstance(entry, SeekEntry):
            entry.sought.connect(lambda text: self.sought.emit(blank.name, text))
            entry.picked.connect(lambda: self.picked.emit(self.values()))
        if isinstance(entry, ContendersEntry):
            entry.settled.connect(self._on_keep)
        return entry

    def _show_only(self) -> None:
        """Blanks that another blank's value asks for."""
        asked = {blank.name for blank in visible(self._form, self.values())}
        for entry in self._entries:
            entry.setVisible(entry.blank.name in asked)

    def _on_typed(self) -> None:
        self._show_only()
        self._rest.start()
        self.typed.emit(self.values())

    def _on_entered(self, entry: Entry) -> None:
        """Enter: to the next blank; from the last it writes."""
        asked = [one for one in self._entries if one.isVisibleTo(self)]
        rest = asked[asked.index(entry) + 1 :] if entry in asked else []
        if rest:
            rest[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._on_keep()

    def _on_keep(self) -> None:
        if self._save.isEnabled():
            self.kept.emit(self.values())

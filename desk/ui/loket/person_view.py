"""Who asks: the fields of a person, an organisation or a village, with offers and problems beside them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit import fonts
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field
from desk.ui.kit.surface import Card, Scroll
from desk.ui.kit.text import Heading, Text
from desk.ui.kit.tokens import GRID, Tone
from desk.ui.loket.entries import Drop, EntryLine, IdentityLine, OfferLines, SexChoice
from desk.ui.loket.fields import (
    CHANNEL_WORDS,
    FIELDS,
    KIND_WORDS,
    LATER_FIELDS,
    LETTER_FIELDS,
    NO_NIK_REASONS,
    FieldSpec,
)
from desk.ui.loket.form import IDENTITY_FIELDS, SPOKEN_CHANNELS, Form
from desk.ui.loket.people_view import PeopleView
from desk.ui.loket.showing import Showing
from desk.ui.loket.under_way import UnderWayLine
from desk.ui.shortcuts import Key

_COLUMNS = 6
_ROWS: tuple[tuple[str, ...], ...] = (
    ("applicant.nik", "applicant.no_nik_reason", "no_nik"),
    ("under_way",),
    ("offer:applicant.nik",),
    ("applicant.name",),
    ("applicant.contact",),
    ("sex", "applicant.birth_date"),
    ("applicant.kk", "applicant.phone"),
    ("offer:applicant.kk",),
    ("applicant.street", "applicant.rt", "applicant.rw"),
    ("applicant.village", "applicant.district"),
    ("offer:applicant.village",),
    ("offer:applicant.district",),
    ("applicant.birth_place",),
    ("letter",),
    ("letter.number", "letter.date"),
    ("letter.subject", "letter.enclosures"),
    ("people",),
    ("external_reference.system", "external_reference.number"),
    ("note",),
)
_WIDTHS: Mapping[str, int] = {
    "applicant.nik": 4, "applicant.no_nik_reason": 4, "no_nik": 2, "sex": 3, "applicant.birth_date": 3,
    "applicant.kk": 3, "applicant.phone": 3, "applicant.street": 4, "applicant.rt": 1, "applicant.rw": 1,
    "applicant.village": 3, "applicant.district": 3, "external_reference.system": 2, "external_reference.number": 4,
    "letter.number": 4, "letter.date": 2, "letter.subject": 4, "letter.enclosures": 2,
}  # fmt: skip


_SPECS: tuple[FieldSpec, ...] = (*FIELDS, *LETTER_FIELDS, *LATER_FIELDS)


class PersonView(Card):
    """The right side of the form.

    Signals:
        written: path and text after a key.
        left, entered: a field's path.
        sex_picked, kind_picked, channel_picked, no_nik_picked: the choices.
        letter_wanted: the applicant brought a letter.
        offer_taken: a field's path and which offer; offers_declined: a field's path.
        case_wanted: the id of a file to be looked at; what is typed here stays.
    """

    written = Signal(str, str)
    left = Signal(str)
    entered = Signal(str)
    sex_picked = Signal(str)
    kind_picked = Signal(str)
    channel_picked = Signal(str)
    no_nik_picked = Signal(bool)
    letter_wanted = Signal()
    offer_taken = Signal(str, int)
    offers_declined = Signal(str)
    case_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(spacing=GRID * 2)
        self.body.setContentsMargins(0, GRID * 2, 0, 0)
        self.fields: dict[str, Field] = {}
        self.offers: dict[str, OfferLines] = {}
        self._key = ""
        self._said: dict[str, tuple[str, Tone, bool]] = {}
        self._kind = Drop([(value, tr(words)) for value, words in KIND_WORDS.items()], tr("Jenis pemohon"))
        self._channel = Drop([(value, tr(words)) for value, words in CHANNEL_WORDS.items()], tr("Cara masuk"))
        self._sex = SexChoice()
        self._letter = Button(tr("Ada surat dari pemohon"), key=Key.LETTER, kind="quiet", icon="mail")
        self._no_nik = QCheckBox(tr("Tanpa NIK"))
        self._no_nik.setFont(fonts.font())
        self._no_nik.setToolTip(tr("Pemohon tanpa NIK, dengan alasan (Ctrl+G)"))
        self._kind.setToolTip(tr("Jenis pemohon (Ctrl+J)"))
        self._channel.setToolTip(tr("Cara masuk (Ctrl+T)"))
        self.people = PeopleView()
        self.under_way = UnderWayLine()
        self.under_way.wanted.connect(self.case_wanted)
        heading = Heading(tr("Pemohon"))
        heading.right.addWidget(self._kind)
        heading.right.addWidget(self._channel)
        top = QHBoxLayout()
        top.setContentsMargins(GRID * 4, 0, GRID * 3, 0)
        top.addWidget(heading)
        self.body.addLayout(top)
        self.area = Scroll(tr("Isian pemohon"))
        self.body.addWidget(self.area, 1)
        self._build()
        self._listen()

    def _build(self) -> None:
        """Every widget there is; `_place` puts those on the grid that this kind of applicant has."""
        specs = {spec.path: spec for spec in _SPECS}
        self._widgets = {name: self._widget(name, specs) for names in _ROWS for name in names}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(GRID * 4, 0, GRID * 3, GRID * 3)
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.setVerticalSpacing(GRID * 2)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        holder = QWidget()
        holder.setLayout(self._grid)
        for widget in self._widgets.values():
            widget.setParent(holder)
        self.area.body.addWidget(holder)
        self.area.body.addStretch(1)
        self._placed = ("", False, False)
        self._place(Form(key=""))

    def _place(self, form: Form) -> None:
        """Lay the fields out for a kind of applicant; a row that has lost a field is filled by the others."""
        if self._placed == (form.kind, form.no_nik, form.with_letter):
            return
        self._placed = (form.kind, form.no_nik, form.with_letter)
        for widget in self._widgets.values():
            self._grid.removeWidget(widget)
        for line, names in enumerate(_ROWS):
            shown = [name for name in names if self._has(name, form)]
            for name in names:
                if name != "under_way":
                    self._widgets[name].setVisible(name in shown and not name.startswith("offer:"))
            column = 0
            for name in shown:
                width = _COLUMNS if len(shown) == 1 else _WIDTHS.get(name, _COLUMNS)
                self._grid.addWidget(self._widgets[name], line, column, 1, width, Qt.AlignmentFlag.AlignTop)
                column += width

    def _has(self, name: str, form: Form) -> bool:
        if name in ("sex", "no_nik"):
            return form.kind == "person"
        if name.startswith("letter"):
            return (name != "letter") == form.with_letter
        spec = next((spec for spec in _SPECS if spec.path == name), None)
        return spec is None or (form.kind in spec.label and not _replaced(name, form))

    def _widget(self, name: str, specs: Mapping[str, FieldSpec]) -> QWidget:
        match name:
            case "people":
                made: QWidget = self.people
            case "under_way":
                made = self.under_way
            case "letter":
                made = self._at_the_left(self._letter)
            case "sex":
                made = self._labelled(tr("Jenis kelamin"), self._sex)
            case "no_nik":
                made = self._labelled("", self._no_nik)
            case offer if offer.startswith("offer:"):
                made = self._offers(offer.removeprefix("offer:"))
            case _:
                made = self._field(specs[name])
        return made

    def _offers(self, anchor: str) -> OfferLines:
        offers = OfferLines()
        offers.taken.connect(lambda index: self.offer_taken.emit(anchor, index))
        offers.declined.connect(lambda: self.offers_declined.emit(anchor))
        self.offers[anchor] = offers
        return offers

    def _at_the_left(self, button: Button) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(button)
        line.addStretch(1)
        return holder

    def _labelled(self, label: str, widget: QWidget) -> QWidget:
        """A choice of persons only, with its label above."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2 + 1)
        column.addWidget(Text(label, role="small", tone="soft"))
        column.addWidget(widget)
        return holder

    def _field(self, spec: FieldSpec) -> Field:
        path = spec.path
        line = IdentityLine() if path in IDENTITY_FIELDS else EntryLine()
        line.setMinimumWidth(GRID * 9)
        field = Field(tr(next(iter(spec.label.values()))), line)
        if path in ("applicant.birth_date", "letter.date"):
            line.setPlaceholderText(tr("tanggal/bulan/tahun"))
        if path == "applicant.no_nik_reason":
            line.setCompleter(_completer())
        field.edited.connect(lambda text: self.written.emit(path, text))
        line.gone.connect(lambda: self.left.emit(path))
        line.entered.connect(lambda: self.entered.emit(path))
        self.fields[path] = field
        return field

    def _listen(self) -> None:
        self._sex.picked.connect(self.sex_picked)
        self._sex.entered.connect(lambda: self.entered.emit("sex"))
        self._kind.activated.connect(lambda _: self.kind_picked.emit(self._kind.currentData()))
        self._channel.activated.connect(lambda _: self.channel_picked.emit(self._channel.currentData()))
        self._no_nik.clicked.connect(self.no_nik_picked)
        self._letter.clicked.connect(self.letter_wanted)

    def tab_order(self) -> list[QWidget]:
        """Who comes after whom: the fields as they are read, the choices in the heading last."""
        order: list[QWidget] = []
        for names in _ROWS:
            for name in names:
                if name == "sex":
                    order.append(self._sex)
                elif name in self.fields:
                    order.append(self.fields[name].editor)
                elif name in ("people", "letter"):
                    order.append(self.people.table if name == "people" else self._letter)
        return [*order, self._no_nik, self._kind, self._channel]

    def show_person(self, showing: Showing) -> None:
        """Show the form; the cursor stays where it is."""
        form = showing.form
        self._place(form)
        if form.key != self._key:
            self._key = form.key
            self.area.verticalScrollBar().setValue(0)
        self._kind.show_value(form.kind)
        self._channel.show_value(form.channel)
        self._sex.show_value(form.sex)
        self._no_nik.setChecked(form.no_nik)
        for spec in _SPECS:
            self._show_field(spec, showing)
        self.under_way.show_under_way(showing.under_way)
        for anchor, lines in self.offers.items():
            lines.show_offers(showing.offer_at(anchor))
        self.people.show_people(form.people, showing.problems)

    def _show_field(self, spec: FieldSpec, showing: Showing) -> None:
        form, field = showing.form, self.fields[spec.path]
        if not self._has(spec.path, form):
            return
        if field.editor.property("label") != form.kind and len(set(spec.label.values())) > 1:
            field.editor.setProperty("label", form.kind)
            _relabel(field, tr(spec.label[form.kind]))
        if isinstance(field.editor, IdentityLine):
            field.editor.set_number(form.text(spec.path))
        else:
            field.set_text(form.text(spec.path))
        self._say(spec.path, showing)

    def _say(self, path: str, showing: Showing) -> None:
        """A problem, else a warning, else a hint under the field; touched only when it changes."""
        field = self.fields[path]
        problem = showing.problems.get(path, "")
        words, tone = problem, "bad"
        if not problem and path == "applicant.nik" and showing.warnings:
            words = " ".join(warning.sentence for warning in showing.warnings)
            tone = "quiet" if all(warning.mild for warning in showing.warnings) else "warn"
        elif not problem and path == "applicant.name" and showing.other_name:
            words, tone = showing.other_name, "warn"
        elif not problem and path == "applicant.birth_date":
            words, tone = showing.birth_words, "quiet"
        said: tuple[str, Tone, bool] = (words, tone, bool(problem))  # type: ignore[assignment]
        if self._said.get(path) == said:
            return
        self._said[path] = said
        if problem:
            field.show_error(problem)
        else:
            field.clear_error()
            field.show_hint(words, said[1])

    def focus(self, path: str) -> bool:
        """Put the focus on a field and bring it into sight; whether there is such a field."""
        widget: QWidget | None = self.fields[path].editor if path in self.fields else None
        if path == "sex":
            widget = self._sex
        if path.startswith("beneficiaries["):
            widget = self.people.table
            self.people.look_at(path)
        if widget is None or not widget.isVisibleTo(self):
            return False
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, EntryLine):
            widget.selectAll()
        QTimer.singleShot(0, self.area, lambda: self.area.ensureWidgetVisible(widget, 0, GRID * 12))
        return True

    def toggle_identity(self) -> bool:
        """Show the identity numbers, or hide them; what they are now."""
        lines = [field.editor for field in self.fields.values() if isinstance(field.editor, IdentityLine)]
        reveal = any(line.masked() for line in lines)
        for line in lines:
            line.reveal(reveal)
        return reveal

    def first_field(self, form: Form) -> str:
        """Where Tab arrives: who reports by telephone says a name, not sixteen digits."""
        if form.kind != "person" or form.channel in SPOKEN_CHANNELS:
            return "applicant.name"
        return "applicant.no_nik_reason" if form.no_nik else "applicant.nik"


def _replaced(path: str, form: Form) -> bool:
    """NIK and the reason for having none stand in the same place; a number typed before stays in sight."""
    if path == "applicant.no_nik_reason":
        return not form.no_nik
    return path == "applicant.nik" and form.no_nik


def _relabel(field: Field, label: str) -> None:
    """Another kind of applicant calls the same field by another name."""
    for words in field.findChildren(QLabel):
        if words.buddy() is field.editor:
            words.setText(label)
    field.editor.setAccessibleName(label)


def _completer() -> QCompleter:
    made = QCompleter([tr(reason) for reason in NO_NIK_REASONS])
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    return made

"""What a form asks: blanks with labels, hints, choices; and what stands in it, all of it text. Without Qt.

Text, so that a half-filled form can be kept as it is and shown again as it was typed; what has several parts (ticks,
desks, people) has one a line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desk.domain.typed_dates import read_near_day
from desk.language import tr
from desk.services.acts import Wish
from desk.ui.cases.dossier import Dossier

BlankKind = Literal[
    "line", "text", "choice", "ticks", "yes", "day", "people", "known", "desk", "desks", "seek", "contenders"
]
"""`known`: a line that offers what is known; `desk`, `desks`: one or several of the office's; `seek`: something looked up
(a file, a service); `contenders`: one press settles it."""

Values = Mapping[str, str]
YES = "1"


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its value, its words, and a quieter word about it."""

    value: str
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing to fill in.

    Attributes:
        name: as the service calls it, so that its refusals find their place.
        start: what stands there at first; `offer` (words, value): what may be taken over with one key.
        half: whether it shares its line with the next; `only`: shown only while that other blank has one of those values.
    """

    name: str
    label: str
    kind: BlankKind = "line"
    hint: str = ""
    required: bool = False
    options: tuple[Option, ...] = ()
    start: str = ""
    offer: tuple[str, str] | None = None
    half: bool = False
    only: tuple[str, frozenset[str]] | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form that is opened in the sheet.

    Attributes:
        key: which thing it is about where there are several (a step, a disposition).
        lead: one quiet sentence that says what it does, where that isn't plain.
        keep: the words on its button.
        foreseen: whether what it would do can be shown before.
    """

    action: str
    title: str
    blanks: tuple[Blank, ...]
    key: str = ""
    lead: str = ""
    keep: str = ""
    foreseen: bool = False

    def blank(self, name: str) -> Blank | None:
        """The blank that a refusal names: by its whole name, or by its last part."""
        for blank in self.blanks:
            if blank.name == name:
                return blank
        return next((blank for blank in self.blanks if blank.name.rpartition(".")[2] == name), None)


@dataclass(frozen=True, slots=True)
class Column:
    """A side of what is shown before it is done: a heading and lines of (label, words).

    `warning` is said over all sides, just above the button.
    """

    heading: str
    lines: tuple[tuple[str, str], ...]
    warning: str = ""


Make = Callable[[Dossier, str], Form]
Tell = Callable[[Dossier, str, Values], tuple[Wish, ...]]


@dataclass(frozen=True, slots=True)
class FormKind:
    """How an action's form is made from a file, and what of the filled form goes to the service."""

    make: Make
    tell: Tell


def starting(form: Form) -> dict[str, str]:
    """What stands in a form that nobody has touched."""
    return {blank.name: blank.start for blank in form.blanks}


def visible(form: Form, values: Values) -> tuple[Blank, ...]:
    """The blanks that are asked, as it is filled now."""
    return tuple(blank for blank in form.blanks if blank.only is None or values.get(blank.only[0], "") in blank.only[1])


def faults(form: Form, values: Values) -> dict[str, str]:
    """What is wanting, by blank, each with its sentence."""
    return {
        blank.name: tr("Isian “{label}” masih kosong.", label=blank.label)
        for blank in visible(form, values)
        if blank.required and not values.get(blank.name, "").strip()
    }


def text(values: Values, name: str) -> str:
    """A text as it was typed, without the spaces round it."""
    return values.get(name, "").strip()


def chosen(values: Values, name: str) -> str:
    """What was chosen of what was looked up (its value stands before a tab, its words behind); else the words typed."""
    return text(values, name).partition("\t")[0]


def lines(values: Values, name: str) -> tuple[str, ...]:
    """What stands there, one a line."""
    return tuple(line.strip() for line in values.get(name, "").splitlines() if line.strip())


def people(values: Values, name: str) -> list[str]:
    """Names, one a line or with semicolons between; a comma belongs to a title (S.Sos.)."""
    return [one.strip() for line in lines(values, name) for one in line.split(";") if one.strip()]


def day(values: Values, name: str, today: date) -> str:
    """A date as ISO text, empty where none was typed.

    Raises:
        Refused: what was typed is no date.
    """
    typed = text(values, name)
    return read_near_day(typed, today, field=name).isoformat() if typed else ""


def told(**data: object) -> dict[str, object]:
    """Only what was said: an empty text, list or date is none."""
    return {name: value for name, value in data.items() if value not in ("", [], (), None)}


def by_blank(dossier: Dossier, hint: str = "") -> Blank:
    """On whose behalf it is written down."""
    options = tuple(Option(name, name) for name in dossier.officials)
    hint = hint or tr("kosong: Anda sendiri")
    return Blank("by", tr("Atas nama"), "known", hint, options=options)


def note_blank(label: str = "", *, required: bool = False, hint: str = "") -> Blank:
    """Words that go into the history."""
    return Blank("note", label or tr("Catatan"), "text", hint, required=required)

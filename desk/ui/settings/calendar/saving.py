"""From a filled form to the change of the calendar that it asks for. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk.domain.errors import Refused
from desk.services import calendar
from desk.services.calendar import Changed
from desk.services.calendar_year import DayLine
from desk.services.counter import Counter
from desk.services.recalculation import Watch
from desk.ui.settings.calendar import forms
from desk.ui.settings.calendar.forms import Values


@dataclass(frozen=True, slots=True)
class Subject:
    """What a form is about: the chosen day, a period's name, or the text of a list."""

    line: DayLine | None = None
    period: str = ""
    text: str = ""

    @property
    def day(self) -> date:
        """The chosen day.

        Raises:
            Refused: ``nothing_chosen``.
        """
        if self.line is None:
            raise Refused("nothing_chosen", "Pilih dulu satu hari dari daftar.")
        return self.line.day


def save(counter: Counter, name: str, about: Subject, values: Values, watch: Watch) -> Changed:
    """Make the change of the form of that name.

    Raises:
        Refused, NotFound: by a rule, with the entry's key as field where one is wrong.
    """
    reason = values.get(forms.REASON, "")
    if name == "add":
        return calendar.add(counter, forms.read_day(values), reason, watch)
    if name == "remove":
        return calendar.remove(counter, about.day, reason, watch)
    if name == "restore":
        return calendar.restore(counter, about.day, reason, watch)
    if name == "list":
        return _take_list(counter, about.text, values, reason, watch)
    if name == "undo":
        return calendar.undo(counter, reason, watch)
    return _save_hours(counter, name, about, values, reason, watch)


def _save_hours(counter: Counter, name: str, about: Subject, values: Values, reason: str, watch: Watch) -> Changed:
    if name == "hours":
        return calendar.set_hours(counter, forms.read_hours(values), reason, watch)
    if name == "period":
        return calendar.set_period(counter, forms.read_period(values), reason, watch)
    if name == "usual":
        return calendar.end_period(counter, about.period, reason, watch)
    if name == "zone":
        return calendar.set_timezone(counter, values["zone"] or None, reason, watch)
    raise LookupError(f"no form is called {name}")


def _take_list(counter: Counter, text: str, values: Values, reason: str, watch: Watch) -> Changed:
    return calendar.take_list(
        counter,
        text,
        reason,
        decree=values["decree"],
        decided=forms.read_date(values, "decided") if values.get("decided", "").strip() else None,
        whole=values.get("whole") == "yes",
        watch=watch,
    )

"""The forms of the calendar: what each asks, and what was typed as the values that services take. Without Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Literal

from desk.domain.calendar_document import ZONES, AddedDay, HoursFrom, OtherHours
from desk.domain.calendar_edits import Taken
from desk.domain.dates import day_name, short_date
from desk.domain.errors import Refused
from desk.domain.typed_dates import iso_of
from desk.domain.workcalendar import Interval, Week, ramadan_hours
from desk.language import language, sentence, tr
from desk.services import calendar
from desk.services.calendar_words import KINDS, day_words, hours_words
from desk.services.calendar_year import DayLine
from desk.ui.kit.tokens import Tone

Kind = Literal["line", "choice", "tick"]
Values = Mapping[str, str]
REASON = "reason"
LISTED = 8
"""Lines of an import that are shown; the others are counted."""

_MONDAY = date(2024, 1, 1)
_TIMES = re.compile(r"(\d{1,2})[.:](\d{2})\s*[-–—]\s*(\d{1,2})[.:](\d{2})")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to fill in: `value` what stands in it, `options` (value, words) of a choice; a tick is ``yes`` or empty."""

    key: str
    label: str
    kind: Kind = "line"
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form.

    Attributes:
        name: what it saves, as the presenter knows it.
        under: what it does, in a sentence; lines: (tone, words) to be looked at first.
        button: the words of what saves it.
    """

    name: str
    title: str
    entries: tuple[Entry, ...]
    under: str = ""
    lines: tuple[tuple[Tone, str], ...] = ()
    button: str = ""

    def filled(self, values: Values) -> Form:
        """The form with these values in it."""
        return replace(self, entries=tuple(replace(e, value=values.get(e.key, e.value)) for e in self.entries))


def day_form(line: DayLine | None = None) -> Form:
    """A holiday to be added, or one of the office's own to be named anew."""
    kinds = tuple((kind, tr(word)) for kind, word in KINDS.items())
    return Form(
        "add",
        tr("Ubah hari libur") if line else tr("Tambah hari libur"),
        (
            Entry("date", tr("Tanggal"), value=_typed(line.day) if line else "", hint=_day_hint(), required=True),
            Entry("name", tr("Nama hari libur"), value=line.name if line else "", required=True),
            Entry("kind", tr("Jenis"), "choice", line.kind if line else "joint", kinds),
            Entry("decree", tr("Keputusan yang menetapkan"), value=(line and line.decree) or "", hint=tr("bila ada")),
            Entry("decided", tr("Tanggal keputusan"), value=_typed(line.decided) if line and line.decided else ""),
            _reason(),
        ),
        tr("Berkas yang belum selesai dihitung ulang; yang bergeser disebutkan sesudahnya."),
    )


def removal_form(line: DayLine) -> Form:
    """A holiday on which the office works after all."""
    under = tr("{day} menjadi hari kerja. Semula: {name}.", day=long_day(line.day), name=line.name)
    return Form("remove", tr("Hapus hari libur"), (_reason(),), under, button=tr("Hapus"))


def restoring_form(line: DayLine) -> Form:
    """A date as Desk brought it."""
    under = tr("{day} kembali seperti bawaan Desk.", day=long_day(line.day))
    return Form("restore", tr("Pulihkan hari ini"), (_reason(),), under, button=tr("Pulihkan"))


def hours_form(week: Week, today: date, *, own: bool) -> Form:
    """The hours of the week; `own` whether they are the office's own by now."""
    return Form(
        "hours",
        tr("Jam kerja seminggu"),
        (
            _which(own=own),
            *_week_entries(week),
            Entry("first", tr("Mulai berlaku"), value=_typed(today), hint=_day_hint(), required=True),
            _reason(),
        ),
        tr("Janji yang jatuh sebelum tanggal itu tidak berubah."),
    )


def period_form(year: int) -> Form:
    """Ramadan, or other weeks with other hours."""
    return Form(
        "period",
        tr("Ramadan atau masa lain"),
        (
            Entry("name", tr("Nama masa"), value=f"Ramadan {year}", required=True),
            Entry("first", tr("Hari pertama"), hint=_day_hint(), required=True),
            Entry("last", tr("Hari terakhir"), hint=_day_hint(), required=True),
            _which(tr("Jam Ramadan (Perpres 21/2023)")),
            *_week_entries(ramadan_hours()),
            _reason(),
        ),
    )


def ending_form(other: OtherHours) -> Form:
    """The usual hours again."""
    under = tr(
        "{name}, {first} sampai {last}, kembali ke jam biasa.",
        name=other.name,
        first=day_words(other.first),
        last=day_words(other.last),
    )
    return Form("usual", tr("Cabut masa berjam lain"), (_reason(),), under, button=tr("Cabut"))


def zone_form(zone: str, office: str, *, own: bool) -> Form:
    """The office's time zone; `office` is that of its pack."""
    names = tuple((name, f"{short} ({name})") for name, short in ZONES.items())
    packed = ("", tr("menurut paket dinas: {zone}", zone=ZONES.get(office, office)))
    return Form(
        "zone",
        tr("Zona waktu kantor"),
        (Entry("zone", tr("Zona waktu"), "choice", zone if own else "", (packed, *names)), _reason()),
        tr("Layar yang sudah terbuka memakai zona baru saat Desk dibuka lagi."),
    )


def list_form(name: str, taken: Taken) -> Form:
    """A list of holidays, looked at before it is taken."""
    lines: list[tuple[Tone, str]] = [("info", tr("{new} hari baru, {changed} berubah, {same} sama.", **_counts(taken)))]
    lines += [("bad", sentence(refused)) for refused in taken.refused[:LISTED]]
    lines += _more("bad", len(taken.refused))
    lines += [("ok", _news(line.day, line.holiday.name)) for line in taken.new[:LISTED]]
    lines += _more("ok", len(taken.new))
    lines += [("quiet", f"{_news(line.day, line.holiday.name)} ← {held.name}") for line, held in taken.changed[:LISTED]]
    lines += _more("quiet", len(taken.changed))
    whole: tuple[Entry, ...] = ()
    if taken.absent:
        named = "; ".join(_news(day, held.name) for day, held in taken.absent[:LISTED])
        lines.append(("warn", tr("Ada di kalender, tidak tercantum di daftar ini: {days}.", days=named)))
        lines += _more("warn", len(taken.absent))
        whole = (Entry("whole", tr("Hapus {count} hari yang tidak tercantum", count=len(taken.absent)), "tick"),)
    return Form(
        "list",
        tr("Ambil {name}", name=name),
        (
            *whole,
            Entry("decree", tr("Keputusan yang menetapkan"), hint=tr("misalnya SKB 3 Menteri")),
            Entry("decided", tr("Tanggal keputusan")),
            _reason(),
        ),
        lines=tuple(lines),
        button=tr("Ambil daftar"),
    )


def undo_form(reason: str) -> Form:
    """The last change, taken back."""
    under = tr("Yang dibatalkan: {reason}", reason=reason)
    return Form("undo", tr("Batalkan perubahan terakhir"), (_reason(),), under, button=tr("Batalkan perubahan"))


def read_day(values: Values) -> AddedDay:
    """The holiday that was typed.

    Raises:
        Refused: with the entry's key as field.
    """
    decided = read_date(values, "decided") if values.get("decided", "").strip() else None
    return AddedDay(read_date(values, "date"), values["name"], values["kind"], values["decree"], decided)  # type: ignore[arg-type]


def read_hours(values: Values) -> HoursFrom:
    """The week that was typed, and from when it holds."""
    return HoursFrom(read_date(values, "first"), None if values["which"] == "standard" else read_week(values))


def read_period(values: Values) -> OtherHours:
    """The weeks that were typed, and their hours."""
    week = None if values["which"] == "standard" else read_week(values)
    return OtherHours(read_date(values, "first"), read_date(values, "last"), values["name"], week)


def read_date(values: Values, key: str) -> date:
    """A day as people write it."""
    return calendar.day_at(iso_of(values.get(key, "")), key)


def read_week(values: Values) -> Week:
    """Seven lines of hours: ``07.30-12.00, 13.00-16.00``; an empty one is a day on which the office is closed."""
    return tuple(_read_line(values.get(f"week.{day}", ""), f"week.{day}") for day in range(7))


def long_day(day: date) -> str:
    """``Kamis, 31 Desember 2026``."""
    return f"{day_name(day, language())}, {day_words(day)}"


def _read_line(text: str, key: str) -> tuple[Interval, ...]:
    found: list[Interval] = []
    left = text.strip()
    if not left or left == hours_words(()):
        return ()
    for match in _TIMES.finditer(left):
        opens, closes = _time(match[1], match[2], key), _time(match[3], match[4], key)
        if opens >= closes or (found and found[-1][1] > opens):
            raise _bad_line(key)
        found.append((opens, closes))
    if not found or re.sub(r"[\s,;]|dan|and", "", _TIMES.sub("", left)):
        raise _bad_line(key)
    return tuple(found)


def _time(hours: str, minutes: str, key: str) -> time:
    try:
        return time(int(hours), int(minutes))
    except ValueError:
        raise _bad_line(key) from None


def _bad_line(key: str) -> Refused:
    template = "Tulis jam buka dan tutup berurutan, misalnya 07.30-12.00, 13.00-16.00; kosongkan bila tutup."
    return Refused("calendar_hours", template, field=key)


def _week_entries(week: Week) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            f"week.{day}", day_name(date.fromordinal(_MONDAY.toordinal() + day), language()), value=hours_words(hours)
        )
        for day, hours in enumerate(week)
    )


def _which(standard: str = "", *, own: bool = False) -> Entry:
    options = (("standard", standard or tr("Perpres 21/2023")), ("own", tr("Jam sendiri")))
    return Entry("which", tr("Jam"), "choice", "own" if own else "standard", options)


def _reason() -> Entry:
    return Entry(REASON, tr("Alasan perubahan, satu baris"), required=True)


def _more(tone: Tone, count: int) -> list[tuple[Tone, str]]:
    return [(tone, tr("… dan {count} hari lain", count=count - LISTED))] if count > LISTED else []


def _counts(taken: Taken) -> dict[str, int]:
    return {"new": len(taken.new), "changed": len(taken.changed), "same": taken.same}


def _news(day: date, name: str) -> str:
    return f"{short_date(day)} {name}"


def _typed(day: date) -> str:
    return short_date(day)


def _day_hint() -> str:
    return tr("hari/bulan/tahun, misalnya 31/12/2026")


def shown(entries: Sequence[Entry]) -> list[Entry]:
    """Those entries that are asked now: a week's lines only where the hours are the office's own."""
    own = any(entry.key == "which" and entry.value == "own" for entry in entries)
    return [entry for entry in entries if own or not entry.key.startswith("week.")]

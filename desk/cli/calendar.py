"""Commands on the office's working calendar: what it is, what changes it, what that did to promised dates."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from desk.cli import parser_office
from desk.cli.answer import Answer
from desk.cli.session import Session
from desk.domain.calendar_change import CalendarChange
from desk.domain.calendar_document import ZONES, AddedDay, HoursFrom, OtherHours, write_week
from desk.domain.calendar_edits import Taken
from desk.domain.calendar_reader import read_week
from desk.domain.errors import NotFound, Refused, UsageError
from desk.domain.holidays import Holiday, HolidayLine
from desk.domain.workcalendar import Week, ramadan_hours
from desk.language import sentence, system_reason, tr
from desk.services import calendar as office
from desk.services import calendar_words as words
from desk.services.calendar import Changed
from desk.services.calendar_year import DayLine, Year, year
from desk.services.counter import Counter
from desk.services.recalculation import Recalculated

Json = dict[str, Any]

_NAMED = 20
"""Moved dates that a person at a terminal is shown; with --json up to a hundred."""


def show(session: Session, options: Namespace) -> Answer:
    """`desk calendar list [--year YEAR]`."""
    counter = session.reader
    found = year(counter, options.year or counter.today.year)
    doubts = words.doubts(counter.calendar, counter.today)
    lines = [_day_line(line) for line in found.days] or [tr("Belum ada hari libur di tahun ini.")]
    lines += ["", tr("Hari kerja: {count}", count=found.working_days), *words.week_lines(found.week)]
    lines += [
        f"{other.name}: {words.day_words(other.first)} – {words.day_words(other.last)}" for other in found.periods
    ]
    return Answer(_year(counter, found, doubts), "\n".join([*lines, *doubts]))


def add(session: Session, options: Namespace) -> Answer:
    """`desk calendar add DATE NAME`."""
    day = AddedDay(
        office.day_at(options.date, "date"), options.name, options.kind, options.decree or None, _decided(options)
    )
    return _changed(office.add(session.counter, day, options.reason))


def remove(session: Session, options: Namespace) -> Answer:
    """`desk calendar remove DATE`."""
    return _changed(office.remove(session.counter, office.day_at(options.date, "date"), options.reason))


def restore(session: Session, options: Namespace) -> Answer:
    """`desk calendar restore DATE`."""
    return _changed(office.restore(session.counter, office.day_at(options.date, "date"), options.reason))


def hours(session: Session, options: Namespace) -> Answer:
    """`desk calendar hours FILE|-|standard`."""
    week = None if options.file == "standard" else read_week(session.read_json(options.file))
    counter = session.counter
    start = office.day_at(options.start, "--start") if options.start else counter.today
    return _changed(office.set_hours(counter, HoursFrom(start, week), options.reason))


def ramadan(session: Session, options: Namespace) -> Answer:
    """`desk calendar ramadan FIRST LAST`."""
    first, last = office.day_at(options.first, "first"), office.day_at(options.last, "last")
    week = read_week(session.read_json(options.file)) if options.file else None
    name = options.name or f"Ramadan {first.year}"
    return _changed(office.set_period(session.counter, OtherHours(first, last, name, week), options.reason))


def usual(session: Session, options: Namespace) -> Answer:
    """`desk calendar usual NAME`."""
    return _changed(office.end_period(session.counter, options.name, options.reason))


def zone(session: Session, options: Namespace) -> Answer:
    """`desk calendar zone wib|wita|wit|office`."""
    if options.zone not in parser_office.ZONES:
        template = "Zona waktu '{zone}' tidak ada; yang ada: {known}."
        raise UsageError("usage", template, field="zone", zone=options.zone, known=", ".join(parser_office.ZONES))
    chosen = next((name for name, short in ZONES.items() if short.lower() == options.zone), None)
    return _changed(office.set_timezone(session.counter, chosen, options.reason))


def take_in(session: Session, options: Namespace) -> Answer:
    """`desk calendar import FILE`."""
    text = _read(options.file)
    return _changed(
        office.take_list(
            session.counter,
            text,
            options.reason,
            decree=options.decree,
            decided=_decided(options),
            whole=options.whole,
        )
    )


def history(session: Session, _: Namespace) -> Answer:
    """`desk calendar history`."""
    made = office.history(session.reader)
    lines = []
    for version in made:
        taken_back = f" ({tr('dibatalkan')})" if version.taken_back else ""
        number = f"{version.made.version}. " if not version.of_desk else ""
        lines.append(f"{number}{version.made.at} · {version.made.officer}: {version.made.reason}{taken_back}")
        lines += [f"   {line}" for line in words.change_lines(version.change)]
    value = [
        {
            "version": version.made.version,
            "source": "desk" if version.of_desk else "office",
            "at": version.made.at,
            "officer": version.made.officer,
            "reason": version.made.reason,
            "undoes": version.made.undoes,
            "taken_back": version.taken_back,
            **_change(version.change),
        }
        for version in made
    ]
    return Answer(value, "\n".join(lines) or tr("Belum pernah diubah di sini."))


def undo(session: Session, options: Namespace) -> Answer:
    """`desk calendar undo`."""
    return _changed(office.undo(session.counter, options.reason))


def _decided(options: Namespace) -> date | None:
    return office.day_at(options.decided, "--decided") if options.decided else None


def _read(name: str) -> str:
    try:
        return Path(name).read_bytes().decode("utf-8-sig")
    except OSError as error:
        template = "Berkas {name} tidak bisa dibaca ({reason})."
        raise NotFound("unreadable", template, name=name, reason=system_reason(error)) from error
    except UnicodeDecodeError as error:
        raise Refused("bad_encoding", "Isi {name} bukan teks UTF-8.", field="file", name=name) from error


def _changed(changed: Changed) -> Answer:
    value: Json = {
        "version": changed.version,
        "calendar": changed.calendar,
        **_change(changed.change),
        "due": _due(changed.due),
        "lines": _taken(changed.taken) if changed.taken else None,
    }
    lines = [*words.change_lines(changed.change), words.due_line(changed.due)]
    lines += [
        f"  {moved.registration_number}: {words.moment_words(moved.before)} → {words.moment_words(moved.after)}"
        for moved in changed.due.cases[:_NAMED]
    ]
    if changed.due.moved > _NAMED:
        lines.append("  " + tr("… dan {count} berkas lain", count=changed.due.moved - _NAMED))
    if changed.taken:
        lines += _taken_lines(changed.taken)
    return Answer(value, "\n".join(lines))


def _taken_lines(taken: Taken) -> list[str]:
    lines = [
        tr(
            "Baru {new}, berubah {changed}, sama {same}.",
            new=len(taken.new),
            changed=len(taken.changed),
            same=taken.same,
        )
    ]
    lines += [sentence(refused) for refused in taken.refused]
    if taken.absent and not taken.dropped:
        named = ", ".join(f"{words.day_words(day)} ({held.name})" for day, held in taken.absent)
        lines.append(tr("Tidak ada dalam daftar, tetapi ada di kalender: {days}.", days=named))
    return lines


def _year(counter: Counter, found: Year, doubts: list[str]) -> Json:
    calendar = counter.calendar
    return {
        "year": found.year,
        "office": counter.office.slug,
        "version": calendar.version,
        "timezone": calendar.timezone,
        "zone": ZONES.get(calendar.timezone, calendar.timezone),
        "covered": found.covered,
        "provisional": found.provisional,
        "working_days": found.working_days,
        "days": [_day(line) for line in found.days],
        "hours": _week(found.week),
        "hours_from": [
            {"from": held.first.isoformat(), "week": _week(held.week) if held.week else None} for held in found.hours
        ],
        "periods": [
            {
                "name": other.name,
                "first": other.first.isoformat(),
                "last": other.last.isoformat(),
                "hours": _week(other.week or ramadan_hours()),
            }
            for other in found.periods
        ],
        "doubts": doubts,
    }


def _day(line: DayLine) -> Json:
    value = asdict(line)
    value["date"] = value.pop("day").isoformat()
    value["decided"] = line.decided.isoformat() if line.decided else None
    return value


def _week(week: Week) -> Json:
    return dict(write_week(week))


def _change(change: CalendarChange) -> Json:
    return {
        "days": [
            {"date": one.day.isoformat(), "before": _held(one.before), "after": _held(one.after)} for one in change.days
        ],
        "hours": [
            {
                "first": None if one.first == date.min else one.first.isoformat(),
                "last": None if one.last == date.max else one.last.isoformat(),
                "name": one.name,
            }
            for one in change.hours
        ],
        "timezone": {"before": change.timezone[0], "after": change.timezone[1]} if change.timezone else None,
    }


def _held(holiday: Holiday | None) -> Json | None:
    return asdict(holiday) if holiday else None


def _due(due: Recalculated) -> Json:
    return {"checked": due.checked, "moved": due.moved, "cases": [asdict(moved) for moved in due.cases]}


def _taken(taken: Taken) -> Json:
    return {
        "new": [_line(line) for line in taken.new],
        "changed": [{**_line(line), "before": _held(held)} for line, held in taken.changed],
        "same": taken.same,
        "refused": [{"line": refused.details["line"], "message": sentence(refused)} for refused in taken.refused],
        "absent": [{"date": day.isoformat(), **asdict(held)} for day, held in taken.absent],
        "dropped": taken.dropped,
    }


def _line(line: HolidayLine) -> Json:
    return {"line": line.number, "date": line.day.isoformat(), **asdict(line.holiday)}


def _day_line(line: DayLine) -> str:
    parts = [f"{line.day.isoformat()} {words.weekday(line.day):8} {line.name}", tr(words.KINDS[line.kind])]
    if line.source != "bundled":
        parts.append(tr("kantor") if line.source == "office" else tr("DIHAPUS, hari kerja"))
    return " · ".join(parts)

"""What an act is told, and the reading of it: every refusal names the field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from desk.domain.errors import Refused
from desk.domain.event import Writes
from desk.domain.intake_reader import NAME_LIMIT, clean_text, refuse
from desk.domain.movement import Station

T = TypeVar("T")

MOST_PEOPLE = 40


@dataclass(frozen=True, slots=True)
class Told:
    """What the officer said of an act.

    Attributes:
        now: ISO time of the act; `today` its day at the office.
        to: desks as they were named; `desk` makes of each its role and title, or refuses it.
        data: everything else, by the names that `Offer.needs` uses.
        new_id: a fresh short id for a disposition, hand-off or visit.
    """

    now: str
    today: date
    desk: Callable[[str], Station]
    new_id: Callable[[], str]
    note: str = ""
    to: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Move:
    """One event to be: its kind, and what it writes in the clear and sealed."""

    kind: str
    facts: Writes
    data: Writes = field(default_factory=dict)


def only(told: Told, *known: str) -> None:
    """Refuse what the action doesn't know: a misspelt key must not lose what was typed."""
    unknown = next((key for key in told.data if key not in known), None)
    if unknown is not None:
        template = "Isian {path} tidak dikenal untuk tindakan ini; yang dikenal: {known}."
        raise refuse("unknown_key", template, str(unknown), known=", ".join(known) or "tidak ada")


def text(told: Told, name: str, *, required: bool = False, limit: int = NAME_LIMIT) -> str:
    """A text of the data, cleaned; empty where it wasn't told."""
    raw = told.data.get(name)
    if raw is not None and not isinstance(raw, str):
        raise refuse("not_text", "Isian {path} harus berupa teks.", name)
    return clean_text(raw or "", name, required=required, limit=limit)


def texts(told: Told, name: str) -> tuple[str, ...]:
    """A list of texts of the data; one text is a list of one."""
    raw = told.data.get(name)
    if raw is None:
        return ()
    listed = [raw] if isinstance(raw, str) else raw
    if (
        not isinstance(listed, list | tuple)
        or len(listed) > MOST_PEOPLE
        or not all(isinstance(one, str) for one in listed)
    ):
        raise refuse(
            "not_texts", "Isian {path} harus berupa daftar teks, paling banyak {most}.", name, most=MOST_PEOPLE
        )
    return tuple(cleaned for one in listed if (cleaned := clean_text(one, name, limit=NAME_LIMIT)))


def flag(told: Told, name: str, *, otherwise: bool) -> bool:
    """A yes or no of the data."""
    raw = told.data.get(name)
    if raw is None:
        return otherwise
    if not isinstance(raw, bool):
        raise refuse("not_bool", "Isian {path} harus true atau false.", name)
    return raw


def day(told: Told, name: str, *, past: bool = False, future: bool = False) -> str:
    """A date of the data as ISO text; empty where it wasn't told."""
    said = text(told, name)
    if not said:
        return ""
    try:
        found = date.fromisoformat(said)
    except ValueError as error:
        raise refuse("bad_date", "Isian {path} harus tanggal seperti 2026-12-31.", name) from error
    if past and found > told.today:
        raise refuse("date_future", "Tanggal pada {path} belum tiba; periksa tahunnya.", name)
    if future and found < told.today:
        raise refuse("date_past", "Tanggal pada {path} sudah lewat; periksa tahunnya.", name)
    return found.isoformat()


def chosen(
    wanted: str, among: Sequence[tuple[T, tuple[str, ...]]], name: str, desk: Callable[[str], Station] | None = None
) -> T:
    """The one that was meant, or the only one there is; `among` holds each with its names, the id first.

    Where no name fits, `desk` says which desk somebody may have meant by an abbreviation.

    Raises:
        Refused: none is there, the name fits none or several, or there are several and none was named.
    """
    if not wanted and len(among) == 1:
        return among[0][0]
    fitting = _fitting(wanted, among) if wanted else []
    if wanted and desk is not None and not fitting:
        with suppress(Refused):
            fitting = _fitting(desk(wanted).position, among)
    if len(fitting) == 1:
        return fitting[0][0]
    listed = ", ".join(f"{names[1]} ({names[0]})" if names[1:] else names[0] for _, names in fitting or among)
    template = "Sebutkan yang mana dengan --to atau isian {path}; yang ada: {known}."
    raise Refused("say_which", template, field=name, path=name, known=listed or "tidak ada")


def _fitting(wanted: str, among: Sequence[tuple[T, tuple[str, ...]]]) -> list[tuple[T, tuple[str, ...]]]:
    return [one for one in among if wanted.casefold() in (name.casefold() for name in one[1])]


def one_desk(told: Told) -> str:
    """The desk that `to` names, empty where it names none.

    Raises:
        Refused: it names several, and the action is about one.
    """
    if len(told.to) > 1:
        raise refuse("one_desk", "Sebutkan satu saja dengan {path} untuk tindakan ini.", "--to")
    return told.to[0] if told.to else ""

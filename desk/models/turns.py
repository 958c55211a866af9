"""The part that recaps count: a row for each turn of each case, laid by day."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from desk.domain.case import Case
from desk.domain.journey import moment_of
from desk.domain.recap import age_group, as_it_was, turns_of
from desk.models import rows
from desk.models.parts import Part, Projected, Row


def _rows(projected: Projected) -> list[Row]:
    """Days are those of the zone that the office writes its times in."""
    case = projected.case
    if not case.history:
        return []
    first = moment_of(case.history[0].at)
    zone = first.tzinfo if first else None
    address = case.applicant.address
    age = _age(case.applicant.birth_date, _day(case.received_at, zone))
    return [
        (
            turn.at.astimezone(zone).date().isoformat(), k, int(turn.at.timestamp()), turn.kind, case.service,
            turn.officer, case.counter, case.applicant.sex or "", age_group(age), address.district, address.village,
            *(_timely(case, turn.place, projected) if turn.kind == "completed" else (None, None)),
        )
        for k, turn in enumerate(turns_of(case))
    ]  # fmt: skip


def _timely(case: Case, place: int, projected: Projected) -> tuple[int | None, int | None]:
    """(1 when the product was ready after it was promised, 0 when it was not; the minutes used); None: no time is set."""
    last = place == len(case.history) - 1
    then = case if last else as_it_was(case, place)
    due_at, minutes = projected.now if last else projected.reckon(then)
    done = moment_of(then.ready_at or then.completed_at or "")
    late = None if due_at is None or done is None else int(done > datetime.fromisoformat(due_at))
    return late, minutes


def _day(text: str, zone: tzinfo | None) -> date | None:
    moment = moment_of(text)
    return moment.astimezone(zone).date() if moment else None


def _age(birth_date: str, on: date | None) -> int | None:
    try:
        born = date.fromisoformat(birth_date)
    except ValueError:
        return None
    if on is None or born > on:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


TURNS = Part(
    "turns",
    tuple(column for column in rows.TURNS if column != "n"),
    _rows,
    "Hitungan rekap berkas {number} tidak sesuai jurnal",
)

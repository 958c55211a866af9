"""The end of a shift: what lies in a tray is counted against the screen, and the differences are kept."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from desk.domain.errors import NotFound
from desk.domain.event import CaseId
from desk.domain.intake_reader import sayable
from desk.models import queries, shifts, trays
from desk.models.connection import Connection
from desk.models.queries import CaseRow
from desk.models.unit_of_work import new_id
from desk.services.counter import Counter
from desk.services.stack import named

MOST = 5000
"""How many papers one count may name."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A file that lies in the tray although the screen has it elsewhere.

    Attributes:
        holder: the desks that have it on the screen; empty for one that has ended.
        since: since when, ISO; None for one that has ended.
        state: of the case.
    """

    case_id: str
    number: str
    holder: str
    since: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A file that the screen has in the tray and that doesn't lie there."""

    case_id: str
    number: str


@dataclass(frozen=True, slots=True)
class TrayCount:
    """One count.

    Attributes:
        expected: how many files the screen had in the tray.
        found: how many of them lay there.
        missing, elsewhere: the differences; unknown: what no file here is called.
    """

    id: str
    at: str
    officer: str
    position: str
    expected: int
    found: int
    missing: tuple[Missing, ...]
    elsewhere: tuple[Elsewhere, ...]
    unknown: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether tray and screen say the same."""
        return not (self.missing or self.elsewhere or self.unknown)


def expected(counter: Counter, position: str) -> tuple[CaseRow, ...]:
    """The files that the screen has in that tray, by registration number."""
    with counter.store.read() as connection:
        return _rows(connection, counter, trays.in_tray(connection, position))


def find(counter: Counter, reference: str) -> CaseRow:
    """The file that a paper's number or code names.

    Raises:
        NotFound: there is none here.
    """
    with counter.store.read() as connection:
        case_id = _meant(connection, reference)
        if case_id is None:
            template = "Berkas '{reference}' tidak ada di loket ini; periksa nomor atau kodenya."
            raise NotFound("case_unknown", template, field="case", reference=sayable(reference))
        return queries.rows_of(connection, (case_id,), counter.names)[0]


def compare(counter: Counter, position: str, references: Iterable[str]) -> TrayCount:
    """What lies in that tray against the screen: every paper by number, code or id, in any order, twice counts once."""
    lying: dict[CaseId, None] = {}
    unknown: dict[str, None] = {}
    with counter.store.read() as connection:
        here = trays.in_tray(connection, position)
        for reference in dict.fromkeys(" ".join(one.split()) for one in references):
            if not reference:
                continue
            case_id = _meant(connection, reference)
            if case_id is None:
                unknown[sayable(reference)] = None
            else:
                lying[case_id] = None
        known = frozenset(here)
        absent = _rows(connection, counter, tuple(one for one in here if one not in lying))
        strange = _rows(connection, counter, tuple(one for one in lying if one not in known))
    return TrayCount(
        id=new_id(),
        at=counter.now().isoformat(),
        officer=counter.officer,
        position=position,
        expected=len(here),
        found=len(here) - len(absent),
        missing=tuple(Missing(row.id, row.registration_number) for row in absent),
        elsewhere=tuple(
            Elsewhere(row.id, row.registration_number, row.holder, row.since, row.state) for row in strange
        ),
        unknown=tuple(unknown),
    )


def keep(counter: Counter, count: TrayCount) -> None:
    """Keep a count: what was found when, by whom."""
    body = {name: value for name, value in asdict(count).items() if name in ("missing", "elsewhere", "unknown")}
    row = shifts.TrayCountRow(
        count.id, count.at, count.officer, count.position, count.expected, count.found,
        json.dumps(body, ensure_ascii=False),
    )  # fmt: skip
    with counter.store.write() as work:
        shifts.add(work.connection, row)


def counts(counter: Counter, *, position: str | None = None, limit: int = 50) -> tuple[TrayCount, ...]:
    """Earlier counts, newest first."""
    with counter.store.read() as connection:
        return tuple(_count(row) for row in shifts.latest(connection, position=position, limit=limit))


def _count(row: shifts.TrayCountRow) -> TrayCount:
    body = json.loads(row.body)
    return TrayCount(
        row.id, row.at, row.officer, row.position, row.expected, row.found,
        missing=tuple(Missing(**one) for one in body["missing"]),
        elsewhere=tuple(Elsewhere(**one) for one in body["elsewhere"]),
        unknown=tuple(body["unknown"]),
    )  # fmt: skip


def _meant(connection: Connection, code: str) -> CaseId | None:
    reference, _ = named(code)
    return queries.by_reference(connection, reference) or queries.by_running_number(connection, reference)


_AT_ONCE = 500


def _rows(connection: Connection, counter: Counter, ids: tuple[CaseId, ...]) -> tuple[CaseRow, ...]:
    """Those files, by registration number."""
    found: list[CaseRow] = []
    for first in range(0, len(ids), _AT_ONCE):
        found += queries.rows_of(connection, ids[first : first + _AT_ONCE], counter.names)
    return tuple(sorted(found, key=lambda row: (row.registration_number, row.id)))

"""Trays and their files as values, valid until a test says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from desk.domain.case import Case
from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.domain.movement import Disposition, Holder, Movement, Station
from desk.domain.offers import LABELS, Action, Offer
from desk.domain.proceedings import NOTHING_YET
from desk.domain.remaining import Remaining
from desk.models.queries import CaseRow
from desk.services.queue import Line, OfficeTray, Tray, Waiting
from desk.ui.dispositions.glance import Fetched, TrayAction
from desk.ui.dispositions.lines import Narrowed, QueueLine, queue_line
from desk.ui.dispositions.presenter import QueuePage, Told
from tests import factory
from tests.fakes import NOW, WIB

HEAD, DIVISION, FRONT = "Kepala Dinas", "Kepala Bidang Rehabilitasi Sosial", "Petugas Front Office"


def row(number: int = 1, **changes: Any) -> CaseRow:
    """A case as lists show it."""
    made = CaseRow(
        CaseId(f"01a2{number:032d}"), f"L1ABC-2026-{number:06d}", f"CODE{number:07d}", "pasuruan/02", "Lansia telantar",
        "open", f"Pemohon {number}", "", "Bangil", "Kalirejo", NOW.isoformat(), None, None, "Loket 1", False, False,
        False, False, HEAD, NOW.isoformat(), int(NOW.timestamp()), number,
    )  # fmt: skip
    return made._replace(**changes)


def waiting(number: int = 1, position: str = HEAD, **changes: Any) -> Waiting:
    """A file in a tray."""
    made = Waiting(row(number), "S", position, position, "s1", False, NOW.isoformat(), True, "biasa", None, None)
    return replace(made, **changes)


def line(number: int = 1, position: str = HEAD, **changes: Any) -> Line:
    """The same, with what lists say of it."""
    left = changes.pop("left", Remaining("left", 2, "working_day", NOW))
    return Line(waiting(number, position, **changes), position, "Verifikasi", changes.pop("days", 0), left)


def shown(number: int = 1, position: str = HEAD, **changes: Any) -> QueueLine:
    """The same in words."""
    return queue_line(line(number, position, **changes), NOW)


def tray(position: str = HEAD, count: int = 1, **changes: Any) -> OfficeTray:
    """A desk's tray; `name` and `remark` may be given."""
    said = {name: changes.pop(name) for name in ("name", "remark", "acts_as", "group") if name in changes}
    made = Tray(position, position, False, count, NOW.isoformat() if count else "", 0, 0)
    whole = OfficeTray(replace(made, **changes), position, "office", "" if position == FRONT else position)
    return replace(whole, **said)


def case(number: int = 1, position: str = HEAD, *, dispositions: Sequence[Disposition] = (), **changes: Any) -> Case:
    """An open file at that desk, or wherever `dispositions` have sent it."""
    station = Station("s1", position, position)
    made = Case(
        id=row(number).id, registration_number=row(number).registration_number, tracking_code="", service="pasuruan/99",
        service_hash="0" * 64, state="open", counter="Loket 1", channel="counter",
        applicant=factory.applicant(name=f"Pemohon {number}"), beneficiaries=(), checklist={}, answers={},
        external_reference=None, received_at=NOW.isoformat(), complete_at=NOW.isoformat(), ready_at=None,
        completed_at=None, movement=Movement(station, tuple(dispositions)), proceedings=NOTHING_YET, position=None,
        promised_at=None, calendar="", merged_into=None, history=(), conflicts={}, read_only=False, destroyed=False,
        waiting=0,
    )  # fmt: skip
    return replace(made, **changes)


def offers(*actions: Action) -> tuple[Offer, ...]:
    """What may be done."""
    return tuple(Offer(action, LABELS[action]) for action in actions)


def fetched(one: Line, of: Case, *actions: Action, **changes: Any) -> Fetched:
    """A file as the right column gets it."""
    made = Fetched(
        line=one, case=of, service=factory.service(), clock=None, missing=(),
        offers=offers(*(actions or ("advance", "dispose", "reassign"))), guarded=False, now=NOW,
    )  # fmt: skip
    return replace(made, **changes)


def at(text: str) -> datetime:
    """That time at the office."""
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


@dataclass
class Office:
    """An office in memory: the services behind the screen, as far as it asks them."""

    rows: list[Line] = field(default_factory=list)
    trays: list[OfficeTray] = field(default_factory=lambda: [tray(HEAD), tray(DIVISION), tray(FRONT, 0)])
    actions: tuple[Action, ...] = ("advance", "dispose", "reassign")
    done: list[tuple[str, TrayAction, Told]] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    captured: list[tuple[str, str]] = field(default_factory=list)
    changes: int = 0
    refusal: Exception | None = None
    asked: list[tuple[str, Narrowed, str | None]] = field(default_factory=list)
    page_size: int = 50
    on_change: Callable[[], None] = lambda: None

    def page(self, position: str, narrowed: Narrowed, after: str | None) -> QueuePage:
        self.asked.append((position, narrowed, after))
        rows = [one for one in self.rows if not position or one.waiting.position == position]
        start = int(after or 0)
        part = tuple(queue_line(one, NOW) for one in rows[start : start + self.page_size])
        more = start + self.page_size < len(rows)
        return QueuePage(part, str(start + self.page_size) if more else None)

    def fetch(self, one: QueueLine) -> Fetched:
        return fetched(one.line, case(one.line.waiting.case.n, one.line.waiting.position), *self.actions)

    def act(self, case_id: str, action: TrayAction, told: Told, holder: Holder) -> Case:
        if self.refusal is not None:
            raise self.refusal
        number = next(one.waiting.case.n for one in self.rows if one.waiting.case.id == case_id)
        self.done.append((case_id, action, told))
        self.rows = [one for one in self.rows if one.waiting.case.id != case_id]
        return case(number, DIVISION)

    def take_back(self, of: Case) -> Case:
        self.undone.append(of.id)
        return of

    def changed(self) -> None:
        self.changes += 1
        self.on_change()


MOVED = Refused("moved_on", "Berkas {number} sudah berpindah.", number="1", where="")

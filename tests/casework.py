"""An office without a store: clerks who act by what is offered, on files of one service, and tell each other of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from desk.domain.case import Case, case_of
from desk.domain.catalogue import Branch, Service, Step
from desk.domain.errors import Refused
from desk.domain.movement import Station
from desk.domain.moving import MOVES, Told
from desk.domain.offers import offered
from desk.domain.positions import position_of
from desk.domain.route import first_station
from tests.devices import CASE, Device
from tests.factory import duration, service

SYMBOLS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

HEAD, SECRETARY = "Kepala Dinas", "Sekretaris"
REHSOS, STAFF = "Kepala Bidang Rehabilitasi Sosial", "Staf Bidang Rehabilitasi Sosial"
LINJAMSOS, FRONT = "Kepala Bidang Perlindungan dan Jaminan Sosial", "Petugas Front Office"


def step(key: str, action: Any, actor: str, *next_steps: str, **branches: str) -> Step:
    """A step; the first of `next_steps` is the normal way, `branches` are outcomes with the step they lead to."""
    onward = [Branch(None, to) for to in next_steps] + [Branch(when, to) for when, to in branches.items()]
    return Step(key, None, actor, action, f"Langkah {key}", external=actor in OUTSIDE, next=tuple(onward))


OUTSIDE = ("Pemohon", "Bupati")

ROUTE = (
    step("mohon", "receive", "Pemohon", "terima"),
    step("terima", "receive", "Petugas Front Office", "disposisi"),
    step("disposisi", "dispose", "Kepala Dinas", "periksa"),
    step("periksa", "check", "Kepala Bidang", "kunjungan", incomplete="mohon", not_eligible="penolakan"),
    step("penolakan", "sign", "Kepala Dinas", "antar_penolakan"),
    step("antar_penolakan", "deliver", "Petugas Front Office"),
    step("kunjungan", "visit", "Staf", "konsep", sick="rujukan", not_eligible="penolakan"),
    step("rujukan", "draft", "Kepala Bidang", "arsip"),
    step("konsep", "draft", "Staf", "tanda_tangan"),
    step("tanda_tangan", "sign", "Kepala Dinas", "teruskan", returned="konsep"),
    step("teruskan", "hand_off", "Staf", "putusan"),
    step("putusan", "decide", "Bupati", "serahkan"),
    step("serahkan", "deliver", "Petugas Front Office", "arsip"),
    step("arsip", "archive", "Staf"),
)
"""A route with everything that the decrees' routes have: a disposition, a visit, three branches, a letter, another body."""

SERVICE = service(route=ROUTE, division="Bidang Rehabilitasi Sosial", duration=duration(3, "day", "working"))

REGISTERED = "2026-11-24T09:00:00+07:00"


class Clerk(Device):
    """A counter that does what the file's offers allow, and nothing else.

    Attributes:
        now: its own wall clock; each act takes a minute.
    """

    def __init__(self, name: str = "A", of: Service = SERVICE, at: str = REGISTERED) -> None:
        super().__init__(name)
        self.service = of
        self.now = datetime.fromisoformat(at)
        self._ids = 0

    @property
    def case(self) -> Case:
        """The file as this counter sees it."""
        return case_of(CASE, self.folded)

    @property
    def hands(self) -> list[str]:
        """Who has the file, by the desks' titles."""
        return [holder.position for holder in self.case.holders]

    @property
    def here(self) -> str | None:
        """The key of the step that it waits at."""
        station = self.case.movement.station
        return station.step if station else None

    def register(self, data: Mapping[str, Any] | None = None, *, complete: bool = True) -> Clerk:
        """Take the file in, with those sealed fields."""
        facts: dict[str, Any] = {"state": "returned", "service": self.service.id, "received_at": self.now.isoformat()}
        if complete:
            facts |= {"state": "open", "complete_at": self.now.isoformat()}
            facts |= {"station": first_station(self.service).as_fact()}
        self.write(facts, data, kind="case_registered", at=self.now.isoformat())
        return self

    def at(self, moment: str) -> Clerk:
        """The same counter at another time: ``25T09:30`` is of November 2026, a longer text is whole."""
        whole = moment if len(moment) > 8 else f"2026-11-{moment}"
        self.now = datetime.fromisoformat(f"{whole}:00+07:00" if "+" not in whole else whole)
        return self

    def act(self, action: str, *to: str, note: str = "", data: Mapping[str, Any] | None = None, **more: Any) -> Case:
        """Do one of the file's offers; `more` is laid over `data`.

        Raises:
            Refused: as `desk.services.acts.act`.
        """
        self.now += timedelta(minutes=1)
        case, said = self.case, {**(data or {}), **more}
        offer = offered(case, self.service, action)
        if offer is None:
            raise Refused("not_allowed_now", "Tindakan ini tidak bisa sekarang.")
        if action == "resubmit":
            return self.resubmit()
        if "note" in offer.needs and not note and not said.get("answer"):
            raise Refused("note_missing", "Tindakan ini memerlukan alasan.", field="note")
        told = Told(self.now.isoformat(), self.now.date(), self.desk, self.new_id, note, tuple(to), said)
        move = MOVES[offer.action](case, self.service, told)
        self.write(
            move.facts, {**move.data, **({"note": note} if note else {})}, kind=move.kind, at=self.now.isoformat()
        )
        return self.case

    def resubmit(self) -> Case:
        """The applicant brought what was missing."""
        facts: dict[str, Any] = {"state": "open"}
        if self.case.complete_at is None:
            facts |= {"complete_at": self.now.isoformat(), "station": first_station(self.service).as_fact()}
        self.write(facts, kind="papers_added", at=self.now.isoformat())
        return self.case

    def walk(self, to: str | None) -> Case:
        """Advance until the file waits at that step; None is the end."""
        for _ in range(40):
            if self.here == to and (to is None) == (self.case.state != "open"):
                return self.case
            self.act("advance")
        raise AssertionError(f"never came to {to}")

    def desk(self, said: str) -> Station:
        """The desk that was said, refused where the office has none of that name."""
        title = said if said in KNOWN else position_of(said, self.service.division)
        if title not in KNOWN:
            raise Refused("desk_unknown", "Jabatan itu tidak ada.", field="--to")
        return Station(None, said, title, title in OUTSIDE)

    def new_id(self) -> str:
        """An id that no other counter gives."""
        self._ids += 1
        place = ord(self.name[0]) * 1024 + self._ids
        return "".join(SYMBOLS[place // 32**power % 32] for power in (3, 2, 1, 0))


KNOWN = {HEAD, SECRETARY, REHSOS, LINJAMSOS, FRONT, STAFF, *OUTSIDE, "Dinas Sosial", "Bagian Umum"}


def tell(*clerks: Device) -> None:
    """Everybody hears of everything."""
    for source in clerks:
        for target in clerks:
            if source is not target:
                target.learn(source.known.values())


def sent(case: Case, to: str) -> str:
    """The id of the disposition to that desk that is pending, else of the last one."""
    of = [one.id for one in case.movement.pending if one.to == to]
    return (of or [one.id for one in case.movement.dispositions if one.to == to])[-1]


def states(case: Case) -> dict[str, str]:
    """Desk → state of the disposition to it; for several to one desk, of the last by id."""
    return {one.to: one.state for one in case.movement.dispositions}

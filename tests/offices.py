"""An office whose desks and people are few enough to be seen at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from desk.domain.catalogue import Head, Office, Step
from desk.domain.desks import find, positions_of
from desk.domain.positions import Position
from desk.domain.staffing import Absence, Acting, Person, Staffing, Tenure
from tests.factory import service

RATNA = Person("p1", "Dra. Ratna Sari, M.Si", "196803121994032004", "Pembina Utama Muda (IV/c)")
BUDI = Person("p2", "Budi", None, None)
SITI = Person("p3", "Siti Aminah, S.Sos", "199002252015032001", "Penata Tk. I")
HEAD, SECRETARY, REHSOS, STAFF = (
    "kepala-dinas", "sekretaris", "kepala-bidang-rehabilitasi-sosial", "staf-bidang-rehabilitasi-sosial",
)  # fmt: skip


def office(*actors: str, division: str | None = "Bidang Rehabilitasi Sosial", **changes: Any) -> Office:
    """The Dinas Sosial of Pasuruan with one service, whose route those actors take."""
    route = tuple(Step(f"s{n}", None, actor, "verify", actor) for n, actor in enumerate(actors or ("Staf",)))
    fields: dict[str, Any] = {
        "slug": "pasuruan",
        "name": "Dinas Sosial Kabupaten Pasuruan",
        "region": "Kabupaten Pasuruan",
        "region_type": "kabupaten",
        "region_code": "35.14",
        "province": "Jawa Timur",
        "timezone": "Asia/Jakarta",
        "city": "Pasuruan",
        "address": "Jl. Raya",
        "phone": None,
        "email": None,
        "website": None,
        "decree": None,
        "head": Head(RATNA.name, RATNA.nip, RATNA.rank),
        "motto": None,
        "pledge": (),
        "complaint_channels": (),
        "letterhead": (),
        "services": (service(division=division, route=route),),
    }
    return Office(**{**fields, **changes})


def desk(text: str, document: Staffing | None = None) -> Position:
    """The position that `text` means in that office."""
    return find(positions_of(office(), document or Staffing()), text)


def tenure(position: str, person: Person, start: str | None = None, until: str | None = None, **more: Any) -> Tenure:
    """A tenure with its dates in ISO form."""
    return Tenure(position, person.id, _day(start), _day(until), **more)


def away(person: Person, start: str, until: str, acting: Person | str | None = None, **more: Any) -> Absence:
    """A leave; `acting` is a person or a position's id."""
    stands_in = Acting(acting.id) if isinstance(acting, Person) else Acting(position=acting) if acting else None
    return Absence(person.id, date.fromisoformat(start), date.fromisoformat(until), "cuti", stands_in, **more)


def document(*entries: Tenure | Absence) -> Staffing:
    """Those tenures and absences of those people, at that office's desks."""
    return Staffing(
        positions=positions_of(office(), Staffing()),
        people=(RATNA, BUDI, SITI),
        tenures=tuple(entry for entry in entries if isinstance(entry, Tenure)),
        absences=tuple(entry for entry in entries if isinstance(entry, Absence)),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

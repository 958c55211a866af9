"""Values that are valid until a test says otherwise. People are invented; NIK belong to nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desk.domain.case import Case
from desk.domain.catalogue import Branch, Duration, Executors, Requirement, Service, Source, Step
from desk.domain.event import CaseId, EventId
from desk.domain.fold import Entry
from desk.domain.intake import Address, Applicant, Intake, Tick
from desk.domain.movement import Movement
from desk.domain.proceedings import NOTHING_YET

SITI = "3514096502900001"
"""A woman of Bangil, born 25 February 1990."""

UMAR = "3514091203850002"
"""A man of Bangil, born 12 March 1985."""

KK = "3514091507100003"
"""A family card of Bangil, recorded on 15 July 2010."""

SKM, REACTIVATION, ADOPTION, KITCHEN, WHEELCHAIR = (
    "pasuruan/08", "pasuruan/07", "pasuruan/01", "pasuruan/10", "pasuruan/05",
)  # fmt: skip
ELDERLY, DISASTER, COMPLAINT, ZIARAH = "pasuruan/02", "pasuruan/09", "pasuruan/17", "pasuruan/11"


def applicant(**changes: Any) -> Applicant:
    """Siti Aminah of Bangil."""
    siti = Applicant(
        name="Siti Aminah",
        nik=SITI,
        kk=KK,
        sex="P",
        birth_place="Pasuruan",
        birth_date="1990-02-25",
        phone="6281234567890",
        address=Address("Jl. Bader 7", "02", "04", "Kalirejo", "Bangil"),
    )
    return replace(siti, **changes)


def intake(service_id: str = SKM, **changes: Any) -> Intake:
    """A complete form."""
    return replace(Intake(service=service_id, applicant=applicant(), everything=True), **changes)


def form(service_id: str = SKM, **changes: Any) -> dict[str, Any]:
    """The same as `desk intake` takes it."""
    whole: dict[str, Any] = {
        "service": service_id,
        "applicant": {
            "name": "Siti Aminah",
            "nik": SITI,
            "kk": KK,
            "sex": "P",
            "birth_place": "Pasuruan",
            "birth_date": "1990-02-25",
            "phone": "0812-3456-7890",
            "address": {"street": "Jl. Bader 7", "rt": "02", "rw": "04", "village": "Kalirejo", "district": "Bangil"},
        },
        "checklist": "complete",
    }
    return {**whole, **changes}


def person(**changes: Any) -> dict[str, Any]:
    """The applicant of `form`, changed."""
    return {**form()["applicant"], **changes}


def met(**changes: Any) -> Tick:
    """A ticked requirement."""
    return replace(Tick(met=True), **changes)


def requirement(requirement_id: str = "ktp", **changes: Any) -> Requirement:
    """A paper that is demanded."""
    return replace(
        Requirement(id=requirement_id, number="1", text=f"Fotokopi {requirement_id}", kind="document"), **changes
    )


def duration(count: int = 3, unit: Any = "day", basis: Any = "working", **changes: Any) -> Duration:
    """A promised time."""
    return replace(
        Duration(
            min=count,
            max=count,
            unit=unit,
            bound="exact",
            basis=basis,
            basis_source="printed",
            printed=f"{count} {unit}",
        ),
        **changes,
    )


def steps(*actions: str) -> tuple[Step, ...]:
    """A route of those actions, one after the other."""
    made: list[Step] = []
    for place, action in enumerate(actions):
        onward = (Branch(None, f"s{place + 1}"),) if place + 1 < len(actions) else ()
        made.append(
            Step(key=f"s{place}", number=str(place + 1), actor="Petugas", action=action, title=action, next=onward)  # type: ignore[arg-type]
        )
    return tuple(made)


def service(*requirements: Requirement, **changes: Any) -> Service:
    """A service that asks for those papers."""
    made = Service(
        id="pasuruan/99",
        office="pasuruan",
        order=99,
        title="Layanan percobaan",
        division=None,
        requirements=requirements or (requirement("ktp"), requirement("kk", number="2")),
        duration=duration(),
        fee=0,
        product="Surat",
        products=(),
        route=steps("receive", "verify", "sign", "deliver", "archive"),
        field_visit=False,
        returns_incomplete=True,
        can_reject=True,
        hand_off=None,
        complaints=(),
        legal_basis=(),
        facilities=(),
        competence=(),
        oversight=(),
        executors=Executors(None, (), None),
        assurance=(),
        safety=(),
        evaluation=(),
        sop=(),
        corrections=(),
        source=Source("percobaan", None),
        keywords=(),
        applicants=("person", "organisation", "government"),
        sensitive=None,
        questions=(),
        hash="0" * 64,
    )
    return replace(made, **changes)


def service_file(**changes: Any) -> dict[str, Any]:
    """The JSON value of a pack's service file; a value of ... leaves its key out."""
    whole: dict[str, Any] = {
        "title": "Layanan percobaan",
        "questions": [{"key": "dtks", "text": "Sudah masuk DTKS?"}],
        "requirements": [
            {"id": "ktp", "number": "1", "text": "Fotokopi KTP", "kind": "document", "document": "ktp", "form": "copy"},
            {
                "id": "k2", "number": "2", "text": "Foto", "kind": "photo", "copies": 2,
                "parts": [{"id": "k2.a", "number": "a", "text": "Foto setengah badan", "kind": "photo"}],
            },
        ],
        "duration": {
            "min": 3, "max": 3, "unit": "day", "bound": "exact", "basis": "working", "basis_source": "printed",
            "printed": "3 hari kerja",
        },
        "fee": 0,
        "product": "Surat rekomendasi",
        "products": [{"kind": "letter", "name": "Surat rekomendasi"}],
        "route": [
            {"key": "terima", "actor": "Petugas", "action": "receive", "title": "Terima", "next": [{"to": "serah"}]},
            {"key": "serah", "actor": "Petugas", "action": "deliver", "title": "Serahkan"},
        ],
        "field_visit": False,
        "returns_incomplete": True,
        "can_reject": False,
        "source": {"document": "percobaan"},
    }  # fmt: skip
    return {key: value for key, value in {**whole, **changes}.items() if value is not ...}


def case(**changes: Any) -> Case:
    """An open file, complete since Tuesday 09.15."""
    made = Case(
        id=CaseId("01a20000-0000-7000-8000-000000000001"),
        registration_number="L1ABC-2026-000001",
        tracking_code="GH7NHDSGUBG",
        service="pasuruan/99",
        service_hash="0" * 64,
        state="open",
        counter="Loket 1",
        channel="counter",
        applicant=applicant(),
        beneficiaries=(),
        checklist={},
        answers={},
        external_reference=None,
        received_at="2026-11-24T09:15:00+07:00",
        complete_at="2026-11-24T09:15:00+07:00",
        ready_at=None,
        completed_at=None,
        movement=Movement(),
        proceedings=NOTHING_YET,
        position=None,
        promised_at=None,
        calendar="",
        merged_into=None,
        history=(),
        conflicts={},
        read_only=False,
        destroyed=False,
        waiting=0,
    )
    return replace(made, **changes)


def entry(at: str, kind: str = "note_added", facts: Mapping[str, Any] | None = None, note: str | None = None) -> Entry:
    """A line of a case's history; `at` is a time on 24 November 2026, or whole."""
    moment = at if "T" in at else f"2026-11-24T{at}:00+07:00"
    return Entry(EventId(f"{kind}-{moment}"), kind, moment, "Rini", "Rini", "A", note, dict(facts or {}))

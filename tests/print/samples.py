"""A counter's day in values: the Pasuruan packs, applicants with every kind of name, files complete and not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from desk.domain import pack
from desk.domain.case import Case, State
from desk.domain.catalogue import DocumentType, Office, Service
from desk.domain.event import CaseId
from desk.domain.intake import Applicant, Tick
from desk.domain.movement import Movement
from desk.domain.proceedings import NOTHING_YET
from desk.domain.worktime import Due
from desk.places import bundled
from desk.print.slip import slip_pdf

OFFICES = ("mesuji", "lubuklinggau", "oku-selatan", "kotabaru", "pasuruan")
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 41, tzinfo=ZoneInfo("Asia/Jakarta"))
RECEIVED = "2026-11-23T09:35:00+07:00"
NIK = "3514126502900001"
KK = "3514120101100002"
CODE = "K7MWQ2RXBTF"
NUMBER = "A7-2026-000123"
OFFICER = "Dewi Kartikasari"
DUE = Due(datetime(2026, 12, 18, 16, 0, tzinfo=ZoneInfo("Asia/Jakarta")), ("18 hari kerja",), "working")

NAMES = {
    "plain": "Siti Aminah",
    "one": "Sukarni",
    "eighty": "R. Ayu Kusumaningtyas Dwi Cahyaningrum Puspitasari Hadiwinoto Notodiningrat, S.E., M.M.",
    "two hundred": "Muhammad " + " ".join(["Abdurrahman Wahyudi Kertanegara"] * 6),
    "two hundred in one": "X" * 200,
    "markup": "<b>Tebal</b> & <font color='red'>Merah</font>",
    "formula": '=HYPERLINK("http://contoh.id","Klik")',
    "template": "{nama} %s $x \\n (tutup) [kurung]",
    "apostrophe": "H. Ma'ruf O’Connor al-Ḥasan",
    "arabic": "محمد صالح لاجئ",
    "mixed": "Ahmad (أحمد) bin Saleh",
    "javanese": "ꦱꦸꦥꦫꦶꦪꦠꦶ",
    "unknown": "Budi 王小明 😀",
    "controls": "Ani\x00\x07\tWati\u202egnp\u200b",
}


@lru_cache(maxsize=1)
def documents() -> dict[str, DocumentType]:
    raw = json.loads(bundled("data", "documents.json").read_bytes())
    return {document.id: document for document in pack.read_documents(raw, "documents.json")}


@cache
def services(slug: str = "pasuruan") -> tuple[Service, ...]:
    found = []
    for order, file in enumerate(sorted(bundled("data", slug).glob("[0-9]*.json")), 1):
        content = file.read_bytes()
        found.append(pack.read_service(json.loads(content), file.name, office=slug, order=order, content=content))
    return tuple(found)


@cache
def office(slug: str = "pasuruan") -> Office:
    raw = json.loads(bundled("data", slug, "office.json").read_bytes())
    return pack.read_office(raw, "office.json", slug=slug, services=())


@cache
def whole_office(slug: str = "pasuruan") -> Office:
    """With its services, as the catalogue has it."""
    return replace(office(slug), services=services(slug))


def adoption() -> Service:
    """Seven entries, the last with 25 parts: the longest list of the decrees."""
    return services()[0]


def elderly() -> Service:
    return services()[1]


def every_tick(service: Service) -> dict[str, Tick]:
    """Everything handed in as it is asked for."""
    return {r.id: Tick(met=True, form=r.form, count=r.copies) for r in service.every_requirement()}


def case_of(
    service: Service,
    *,
    name: str = NAMES["plain"],
    state: State = "open",
    checklist: dict[str, Tick] | None = None,
    answers: dict[str, bool] | None = None,
    applicant: Applicant | None = None,
) -> Case:
    """A case taken in this morning; without a checklist, a complete one."""
    person = Applicant(name=name, nik=NIK, kk=KK, sex="P", birth_place="Pasuruan", birth_date="1990-02-25")
    return Case(
        id=CaseId("0193576a-0000-7000-8000-000000000001"), registration_number=NUMBER, tracking_code=CODE,
        service=service.id, service_hash=service.hash, state=state, counter="A", channel="counter",
        applicant=applicant or person, beneficiaries=(),
        checklist=every_tick(service) if checklist is None else checklist,
        answers={q.key: True for q in service.questions} if answers is None else answers,
        external_reference=None, received_at=RECEIVED, complete_at=RECEIVED, ready_at=None, completed_at=None,
        movement=Movement(), proceedings=NOTHING_YET, position=None, promised_at=None, calendar="", merged_into=None,
        history=(), conflicts={}, read_only=False, destroyed=False, waiting=0,
    )  # fmt: skip


def receipt(
    service: Service | None = None, paper: str = "f4", *, copy: int = 1, due: Due | None = DUE, **case: Any
) -> bytes:
    """The slip that the applicant gets this morning; `case` as for `case_of`."""
    service = service or elderly()
    taken = case_of(service, **case)
    return slip_pdf(office(), service, taken, due=due, paper=paper, officer=OFFICER, printed_at=NOW, copy=copy)

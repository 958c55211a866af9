"""A counter on a throw-away home for the window's tests and pictures: real store, invented people, a clock that stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from desk.domain.catalogue import Service
from desk.domain.event import CaseId
from desk.domain.intake import Address, Applicant, Beneficiary, Intake, Tick
from desk.models.home import Home
from desk.places import bundled
from desk.services import acts, intake, ledger, setup
from desk.services.counter import Counter
from desk.services.packfiles import load_catalogue

NOW = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)
LONG_NAME = "Raden Ayu Hj. Siti Nur Kholifatur Rohmaniyah Putri Wulandari binti K.H. Abdurrahman, S.Sos."
NAMES = (
    "Siti Aminah", "Moh. Rofi'i", "Suparti", "Yohanes Kristian Wijaya", "Ni Luh Ayu Paramitha", "Slamet", "Nur Hidayati",
    "Achmad Fauzi", "Maria Goreti Bala", "Bambang Setiawan", "Rukmini", "Dewi Lestari", "Khoirul Anam", "Sumiati",
)  # fmt: skip
VILLAGES = (("Gununggangsir", "Beji"), ("Kersikan", "Bangil"), ("Rembang", "Rembang"), ("Pogar", "Bangil"))


def random_bytes(seed: int = 7) -> Callable[[int], bytes]:
    """A source that gives the same codes every time."""
    state = [seed]

    def give(count: int) -> bytes:
        found = bytearray()
        for _ in range(count):
            state[0] = (state[0] * 1103515245 + 12345) % 2**31
            found.append(state[0] >> 16 & 255)
        return bytes(found)

    return give


def open_house(folder: Path, *, now: datetime = NOW, officer: str = "Siti Rahmawati, S.Sos.") -> Counter:
    """An empty counter of Pasuruan in that folder."""
    home, data = Home(folder), bundled("data")
    catalogue = load_catalogue(data)
    give = random_bytes()
    setup.set_up(home, catalogue, office="pasuruan", counter="Loket 1", officer=officer, now=lambda: now, random=give)
    return setup.open_counter(home, data, clock=lambda: now, random=give, catalogue=catalogue)


def person(name: str, number: int) -> Applicant:
    """Somebody of Pasuruan."""
    village, district = VILLAGES[number % len(VILLAGES)]
    return Applicant(
        name=name,
        nik=f"351414{number % 28 + 1 + 40 * (number % 2):02d}0778{number + 1:04d}",
        sex="P" if number % 2 else "L",
        birth_place="Pasuruan",
        phone="081234567801",
        address=Address("Jl. Raya Bangil", "02", "04", village, district),
    )


def take_in(counter: Counter, service_id: str, applicant: Applicant, *, complete: bool) -> CaseId:
    """Register a file, whole or with everything missing but the first paper."""
    service = counter.catalogue.service(service_id)
    ticks = _ticks(service, whole=complete)
    form = Intake(
        service=service_id,
        applicant=applicant,
        checklist=ticks,
        everything=complete,
        answers={question.key: complete for question in service.questions},
        beneficiaries=(Beneficiary("Ahmad Yusuf Maulana", relation="anak"),) if service_id.endswith("04") else (),
    )
    return intake.register(counter, form).id


def fill(counter: Counter, count: int = 40) -> None:
    """A fortnight's work: open, returned, ended; printed papers; a name of eighty letters on the longest checklist."""
    services = counter.catalogue.services("pasuruan")
    for number in range(count):
        service = services[number % len(services)]
        name = NAMES[number % len(NAMES)]
        case_id = take_in(counter, service.id, person(name, number), complete=number % 3 != 0)
        if number % 5 == 1:
            acts.act(counter, case_id, "note", note="Pemohon akan datang lagi hari Senin bersama kepala dusun.")
        if number % 7 == 2:
            acts.act(counter, case_id, "withdraw", note="Pemohon mencabut karena sudah dibantu desa.")
        elif number % 11 == 4:
            acts.act(counter, case_id, "reject", note="Bukan penduduk Kabupaten Pasuruan.")
    longest = max(services, key=lambda service: len(service.every_requirement()))
    case_id = take_in(counter, longest.id, person(LONG_NAME, 77), complete=True)
    entry = ledger.ask(counter, "slip", case_id, "EPSON-L120", b"%PDF")
    ledger.failed(counter, entry, "Kertas habis")
    entry = ledger.ask(counter, "slip", case_id, "EPSON-L120", b"%PDF", copy=2, reason="cetakan pertama sobek")
    ledger.printed(counter, entry)


def _ticks(service: Service, *, whole: bool) -> dict[str, Tick]:
    if whole or not service.requirements:
        return {}
    return {service.requirements[0].id: Tick(met=True)}

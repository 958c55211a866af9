"""A counter with full trays: a fortnight of dispositions, late files, answers that came back, products to be fetched."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from desk.domain.event import CaseId
from desk.models.home import Home
from desk.places import bundled
from desk.services import acts, cases, setup
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.packfiles import load_catalogue
from tests.fakes import Clock
from tests.ui.house import LONG_NAME, NAMES, NOW, person, random_bytes, take_in

HEAD, SECRETARY, DIVISION = "Kepala Dinas", "Sekretaris", "Kepala Bidang Rehabilitasi Sosial"
WELFARE = "Kepala Bidang Pemberdayaan Sosial dan Penanganan Fakir Miskin"
SOCIAL_WORKER = "Jabfung/Peksos Bidang Rehabilitasi Sosial"


@cache
def _catalogue() -> Catalogue:
    return load_catalogue(bundled("data"))


def open_at(folder: Path, clock: Clock, *, officer: str = "Siti Rahmawati, S.Sos.") -> Counter:
    """An empty counter of Pasuruan whose clock the caller moves."""
    home, data, catalogue = Home(folder), bundled("data"), _catalogue()
    give = random_bytes()
    setup.set_up(home, catalogue, office="pasuruan", counter="Loket 1", officer=officer, now=clock, random=give)
    return setup.open_counter(home, data, clock=clock, random=give, catalogue=catalogue)


def fill_trays(counter: Counter, clock: Clock, count: int = 60) -> None:
    """A fortnight's work, ending on the morning of `NOW`."""
    services = [service.id for service in counter.catalogue.services("pasuruan")]
    clock.now = NOW - timedelta(days=16)
    for number in range(count):
        clock.now = NOW - timedelta(days=16) + timedelta(hours=6 * number) if number < 62 else clock.now
        service = services[(number * 5) % len(services)]
        name = LONG_NAME if number == 7 else NAMES[number % len(NAMES)]
        case_id = take_in(counter, service, person(name, number), complete=number % 9 != 4)
        if number % 9 != 4:
            _go_on(counter, clock, case_id, number)
    clock.now = NOW


def _go_on(counter: Counter, clock: Clock, case_id: CaseId, number: int) -> None:
    """Where its way has brought it: a few steps, a disposition, an answer, a stopped clock."""
    for _ in range(number % 6):
        case = acts.act(counter, case_id, "advance")
        if case.state != "open":
            return
    clock.forward(hours=1)
    match number % 10:
        case 1:
            _dispose(counter, case_id, [DIVISION], "Proses sesuai ketentuan", "segera", days=4)
        case 3:
            _dispose(
                counter, case_id, [WELFARE, DIVISION], "Beri tanggapan tertulis kepada saya", "sangat_segera", days=1
            )
        case 5:
            _dispose(counter, case_id, [SECRETARY], "Untuk diketahui", "biasa", days=9)
            acts.act(counter, case_id, "receive")
        case 7 if cases.load(counter, case_id).ready_at is None:
            acts.act(counter, case_id, "pause", data={"reason": "signer_away"})
        case 9:
            _dispose(counter, case_id, [HEAD], "Mohon arahan", "segera", days=6, must_answer=True)
            if number % 20 == 9 and not cases.load(counter, case_id).holders[0].seen:
                acts.act(counter, case_id, "answer", note="Setuju, lanjutkan.", by=HEAD)


def _dispose(
    counter: Counter,
    case_id: CaseId,
    to: list[str],
    words: str,
    urgency: str,
    *,
    days: int,
    must_answer: bool | None = None,
) -> None:
    here = {one.position for one in cases.load(counter, case_id).holders}
    desks = [desk for desk in to if desk not in here]
    if not desks:
        return
    deadline = (counter.now() + timedelta(days=days)).date().isoformat()
    data: dict[str, Any] = {"instruction": words, "phrases": ["Proses lebih lanjut"], "urgency": urgency}
    if must_answer is not None:
        data["must_answer"] = must_answer
    data["deadline"] = deadline
    acts.act(counter, case_id, "dispose", to=desks, data=data)

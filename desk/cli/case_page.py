"""One file as `desk case` says it to a person: who has it since when, what its clock says, what is untold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.moving.recording import MISSING_WORDS
from desk.domain.route import current, place_on_way
from desk.domain.tracking import show_code
from desk.language import mark, tr
from desk.services import acts, cases, standing
from desk.services.clock import clock_at
from desk.services.counter import Counter
from desk.services.standing import URGENCY_WORDS, Hand

STATE_WORDS = {
    "open": mark("diproses"),
    "returned": mark("dikembalikan"),
    "completed": mark("selesai"),
    "rejected": mark("ditolak"),
    "withdrawn": mark("dicabut"),
    "merged": mark("digabungkan"),
}


def page(counter: Counter, case: Case) -> str:
    """The lines."""
    service = counter.service_of(case)
    clock = clock_at(counter, case, service)
    others = cases.merged_with(counter, case)
    lines = [
        f"{case.registration_number} · {show_code(case.tracking_code)} · {tr(STATE_WORDS[case.state])}",
        f"{case.applicant.name} · {service.title}",
        *_why(case, others),
        *(line for hand in standing.hands(counter, case, service) for line in _hand(hand)),
        *_step(counter, service, case),
        tr("Waktu: {time}", time=standing.clock_said(counter, case, clock).whole),
        *(f"  {line}" for line in clock.why),
        *_open_ends(service, case),
        tr("Tindakan: {actions}", actions=", ".join(offer.action for offer in acts.possible(counter, case))),
    ]
    return "\n".join(lines)


def _why(case: Case, others: Mapping[str, str]) -> Iterator[str]:
    """Why it was returned or ended, and which files went on in it."""
    if said := standing.why_said(case, others.get(case.merged_into or "", "")):
        yield said
    for other in case.proceedings.absorbed:
        yield tr("Menerima gabungan {number}", number=others.get(other, tr("berkas yang belum tiba di loket ini")))


def _hand(hand: Hand) -> Iterator[str]:
    yield f"{hand.said[:1].upper()}{hand.said[1:]}"
    parts = [hand.instruction]
    if hand.urgency != "biasa":
        parts.append(tr(URGENCY_WORDS[hand.urgency]))
    if hand.deadline:
        parts.append(tr("sampai {day}", day=hand.deadline))
    if not hand.seen:
        parts.append(tr("belum tercatat diterima"))
    parts += hand.remarks
    if said := " · ".join(part for part in parts if part):
        yield f"  {said}"


def _step(counter: Counter, service: Service, case: Case) -> Iterator[str]:
    for step in current(service, case):
        place, of = place_on_way(service, step)
        yield tr("Langkah {place} dari {of}: {title}", place=place, of=of, title=step.title)
    if said := standing.step_said(counter, case, service):
        yield f"  {said}"


def _open_ends(service: Service, case: Case) -> Iterator[str]:
    """What is untold, unnumbered, kept."""
    for key, missing in case.proceedings.unrecorded.items():
        words = ", ".join(MISSING_WORDS.get(name, name) for name in missing)
        yield tr("Belum dicatat: {step}: {missing}", step=standing.step_title(service, key) or key, missing=words)
    for letter in case.proceedings.letters:
        if letter.number is None:
            yield tr("Surat: {name}, nomor menyusul", name=letter.name)
        else:
            yield tr("Surat: {name}, nomor {number}", name=letter.name, number=letter.number)
    for key in case.originals_kept:
        requirement = service.requirement(key)
        yield tr("Berkas asli disimpan: {paper}", paper=requirement.text if requirement else key)

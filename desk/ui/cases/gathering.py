"""What Berkas needs of the services, gathered for one file: its dossier, what forms look up, half-filled forms. No Qt.

Everything here touches the store: it runs on the worker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desk.domain.journey import time_at_steps
from desk.domain.spelling import words as folded_words
from desk.language import tr
from desk.services import acts, cases, drafts, guard, ledger, likeness, phrases, positions, reclassify, standing
from desk.services.clock import clock_at
from desk.services.counter import Counter
from desk.services.drafts import Draft
from desk.services.intake import assessment_of
from desk.services.positions_said import remarks_of
from desk.ui import words
from desk.ui.cases.asking import DraftKey
from desk.ui.cases.case_words import FIELDS
from desk.ui.cases.dossier import Dossier
from desk.ui.cases.forms.form import Column, Option, Values, chosen
from desk.ui.kit.states import look_of

SCREEN = "berkas"
"""Marks this screen's drafts among others."""
_FOUND = 6
_NAMED = 8
"""Papers that a comparison names one by one."""


def dossier(counter: Counter, case_id: str) -> Dossier:
    """Everything about one case."""
    case = guard.opened(counter, case_id)
    service = counter.service_of(case)
    clock = clock_at(counter, case, service)
    spent = time_at_steps(case.history, counter.now())
    desks = positions.desks_on(counter, counter.today)
    names = dict.fromkeys(holder.person.name for desk in desks for holder in desk.holders if holder.person)
    titles = tuple(desk.position.key for desk in desks)
    return Dossier(
        case=case,
        service=service,
        assessment=assessment_of(counter, case),
        clock=standing.clock_said(counter, case, clock),
        why=clock.why,
        offers=acts.possible(counter, case),
        hands=standing.hands(counter, case, service),
        prints=ledger.entries(counter, 50, case_id=case.id),
        today=counter.today,
        zone=counter.office.timezone,
        step_time=standing.step_said(counter, case, service),
        spent={step: standing.spent_words(counter.calendar, service, spans) for step, spans in spent.items()},
        counters={entry.event: standing.counter_of(counter, case, entry) for entry in case.history},
        others=cases.merged_with(counter, case),
        desks=titles,
        remarks={desk.position.key: " ".join(remarks_of(desk, counter.today)) for desk in desks},
        officials=(*names, *titles),
        phrases=phrases.phrases(counter),
    )


def look_up(counter: Counter, dossier: Dossier, action: str, text: str) -> tuple[Option, ...]:
    """What fits what was typed: other files, or the office's services."""
    if action == "merge" and not text:
        return tuple(
            Option(one.registration_number, one.registration_number, f"{one.name} · {tr(likeness.REASONS[one.reason])}")
            for one in likeness.candidates(counter, dossier.case, limit=_FOUND)
        )
    if action == "merge":
        rows = cases.search(counter, text, limit=_FOUND + 1)
        return tuple(
            Option(row.registration_number, row.registration_number, f"{row.name} · {tr(look_of(row.state).word)}")
            for row in rows
            if row.id != dossier.case.id
        )[:_FOUND]
    wanted = folded_words(text)
    if not wanted:
        return ()
    services = counter.catalogue.services(counter.office.slug)
    return tuple(
        Option(service.id, service.title)
        for service in services
        if service.id != dossier.case.service and _fits(f"{service.title} {' '.join(service.keywords)}", wanted)
    )[:_FOUND]


def foresee(counter: Counter, dossier: Dossier, action: str, values: Values) -> tuple[Column, ...]:
    """What a form would do, before it is done: two files side by side, or what another service would mean."""
    if action == "merge":
        return _side_by_side(counter, dossier, chosen(values, "into"))
    service = chosen(values, "service")
    if counter.catalogue.find(service) is None:
        return ()
    return _reclassified(counter, dossier, service)


def kept(counter: Counter) -> Mapping[DraftKey, Values]:
    """The forms that were half filled."""
    found: dict[DraftKey, Values] = {}
    for draft in drafts.kept(counter):
        body = draft.body
        values = body.get("values")
        if body.get("screen") == SCREEN and isinstance(values, dict):
            key = (str(body.get("case")), str(body.get("action")), str(body.get("key", "")))
            found[key] = {str(name): str(value) for name, value in values.items()}
    return found


def keep(counter: Counter, key: DraftKey, title: str, values: Values) -> None:
    """Keep a half-filled form."""
    case_id, action, part = key
    body = {"screen": SCREEN, "case": case_id, "action": action, "key": part, "values": dict(values)}
    drafts.keep(counter, Draft(_draft_name(key), title, body))


def drop(counter: Counter, key: DraftKey) -> None:
    """It was written, or emptied again."""
    drafts.drop(counter, _draft_name(key))


def _draft_name(key: DraftKey) -> str:
    return ":".join((SCREEN, *key))


def _fits(text: str, wanted: tuple[str, ...]) -> bool:
    there = folded_words(text)
    return all(any(word.startswith(part) for word in there) for part in wanted)


def _side_by_side(counter: Counter, dossier: Dossier, reference: str) -> tuple[Column, ...]:
    """What two files say of the same things; what differs is marked."""
    other = cases.find(counter, reference) if reference else None
    if other is None or other.id == dossier.case.id:
        return ()
    compared = likeness.compare(counter, dossier.case, other.id)
    here = tuple(_compared(counter, one.field, one.here, differs=one.differs) for one in compared)
    there = tuple(_compared(counter, one.field, one.there, differs=one.differs) for one in compared)
    return (
        Column(tr("Berkas ini, berhenti: {number}", number=dossier.case.registration_number), here),
        Column(tr("Yang diteruskan: {number}", number=other.registration_number), there, _two_people(compared)),
    )


def _two_people(compared: Sequence[likeness.Compared]) -> str:
    """A sentence where what says who somebody is differs between two files; a field that one leaves empty doesn't."""
    differing = {one.field for one in compared if one.differs and one.here and one.there}
    name, nik = "applicant.name" in differing, "applicant.nik" in differing
    if name and nik:
        return tr("Nama dan NIK kedua berkas berbeda. Pastikan keduanya orang yang sama.")
    if nik:
        return tr("NIK kedua berkas berbeda. Pastikan keduanya orang yang sama.")
    return tr("Nama kedua berkas berbeda. Pastikan keduanya orang yang sama.") if name else ""


def _compared(counter: Counter, field: str, value: str, *, differs: bool) -> tuple[str, str]:
    """A field's name and its value in words; what differs in the other file is marked."""
    label = tr(FIELDS[field]) if field in FIELDS else field
    said = value
    if field == "state":
        said = tr(look_of(value).word)
    elif field == "applicant.sex":
        said = {"L": tr("Laki-laki"), "P": tr("Perempuan")}.get(value, value)
    elif field == "received_at":
        said = words.moment_words(value, counter.office.timezone)
    return label, tr("≠ {words}", words=said or "–") if differs else said or "–"


def _reclassified(counter: Counter, dossier: Dossier, service_id: str) -> tuple[Column, ...]:
    seen = reclassify.foresee(counter, dossier.case, service_id)
    promised = words.moment_words(seen.promised.isoformat(), counter.office.timezone) if seen.promised else ""
    if seen.missing:
        until = tr("belum dihitung, berkas kembali kepada pemohon")
    else:
        until = promised or tr("tanpa batas waktu dalam standar")
    after = Column(tr("Sesudah diganti"), (
        ("", seen.service.title),
        (tr("Selesai paling lambat"), until),
        (tr("Waktu layanan"), words.duration_words(seen.service.duration)),
    ))  # fmt: skip
    papers = Column(tr("Persyaratannya"), (
        (tr("Tetap tercentang ({count})", count=len(seen.kept)), _listed([one.text for one in seen.kept])),
        (tr("Akan kurang ({count})", count=len(seen.missing)), _listed([one.text for one in seen.missing])),
    ))  # fmt: skip
    return after, papers


def _listed(texts: list[str]) -> str:
    said = [f"• {text}" for text in texts[:_NAMED]]
    if len(texts) > _NAMED:
        said.append(tr("dan {count} lagi", count=len(texts) - _NAMED))
    return "\n".join(said) or "–"

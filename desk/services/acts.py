"""What happens to a file after it was taken in. Each act is one event; what may be done is `domain.offers`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.dates import date_and_time
from desk.domain.errors import DeskError, NotFound, Refused
from desk.domain.event import CaseId, JsonValue
from desk.domain.intake_reader import (
    TEXT_LIMIT,
    clean_text,
    laid_over,
    read_intake,
    refuse,
    require_applicant,
    write_intake,
)
from desk.domain.journey import moment_of
from desk.domain.movement import Holder
from desk.domain.moving import MOVES, Move, Told
from desk.domain.moving.told import only
from desk.domain.offers import ACTIONS, Offer, contested, offered, offers
from desk.domain.tracking import ALPHABET
from desk.models.agenda import bears_number
from desk.models.projection import number_of, place_of
from desk.models.queries import by_reference
from desk.models.unit_of_work import UnitOfWork
from desk.services.counter import Counter
from desk.services.desks import desk_meant, titles
from desk.services.intake import changes
from desk.services.numbers import agenda_number
from desk.services.reclassify import reclassified

Writes = dict[str, JsonValue]

ID_LENGTH = 4
"""Symbols of the ids of dispositions, hand-offs and visits: unique in their case, short enough to print on a sheet."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One act as it was asked for: what `act` takes, as a value."""

    action: str
    note: str = ""
    by: str = ""
    to: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


def act(
    counter: Counter,
    case_id: CaseId,
    action: str,
    *,
    note: str = "",
    by: str = "",
    to: Sequence[str] = (),
    data: Mapping[str, Any] | None = None,
    seen: Holder | None = None,
) -> Case:
    """Do one of the case's offers.

    `by` names the official whose act it is when the officer only records it; `to` the desks, `data` what else the
    action needs. `seen` is who had the file when the officer looked: if that is so no more, nothing is done.

    Raises:
        Refused: the action isn't possible now, or lacks what it needs.
    """
    with counter.store.write() as work:
        if seen is not None:
            _still(work.case(case_id), seen)
        _do(counter, work, case_id, Wish(action, note, by, tuple(to), data or {}))
        return work.case(case_id)


def act_together(counter: Counter, case_id: CaseId, wishes: Sequence[Wish], *, as_of: str | None = None) -> Case:
    """Several acts on one file, all of them or none: the product and the original papers over one counter.

    `as_of` is what the officer had before his eyes (`Journey.last`): where somebody moved the file meanwhile, nothing is
    done, for 'the next step' would be another one.

    Raises:
        Refused: as `act`; ``changed_meanwhile`` where the file isn't where it was seen.
    """
    with counter.store.write() as work:
        if as_of is not None:
            _refuse_moved(counter, work.case(case_id), as_of)
        for wish in wishes:
            _do(counter, work, case_id, wish)
        return work.case(case_id)


def _do(counter: Counter, work: UnitOfWork, case_id: CaseId, wish: Wish) -> None:
    note = clean_text(wish.note, "note", limit=TEXT_LIMIT)
    case = work.case(case_id)
    service = service_or_none(counter, case)
    offer = _allowed(case, service, wish.action)
    if "note" in offer.needs and not note and not _says(wish.data):
        template = "Tindakan '{action}' memerlukan alasan atau isi catatan."
        raise Refused("note_missing", template, field="note", action=wish.action)
    if wish.to and offer.action not in TAKING_DESKS:
        raise Refused("no_recipient", "Tindakan '{action}' tidak memakai --to.", field="--to", action=wish.action)
    move = _move(counter, work, case, service, offer, Told(
        now=counter.now().isoformat(), today=counter.today, note=note, to=wish.to, data=wish.data,
        desk=_resolver(counter, service), new_id=_ids(counter, work, case_id),
    ))  # fmt: skip
    _append(counter, work, case_id, move, note, wish.by)


def _refuse_moved(counter: Counter, case: Case, as_of: str) -> None:
    if case.journey.last == as_of:
        return
    entry = next((one for one in case.history if one.event == case.journey.last), None)
    at = moment_of(entry.at) if entry else None
    template = (
        "Berkas {number} sudah berubah sejak dibuka: dicatat oleh {who}, {when}. Lihat dulu keadaannya sekarang, lalu"
        " ulangi bila masih perlu; yang sudah ditulis tetap ada."
    )
    raise Refused(
        "changed_meanwhile", template, number=case.registration_number, who=entry.recorder if entry else "–",
        when=date_and_time(counter.calendar.local(at)) if at else "–",
    )  # fmt: skip


TAKING_DESKS = ("dispose", "receive", "answer", "recall", "reassign", "hand_off")


def possible(counter: Counter, case: Case) -> tuple[Offer, ...]:
    """Everything that may be done with this case now, with the desks that it may be sent to."""
    return offers(case, service_or_none(counter, case), titles(counter))


def service_or_none(counter: Counter, case: Case) -> Service | None:
    """The service that the case is pinned to, None where that can't be said yet."""
    try:
        return counter.service_of(case)
    except DeskError:
        return None


def _still(case: Case, seen: Holder) -> None:
    """Refuse where the file has gone on since it was looked at: what was meant was the step before."""
    if any((one.slot, one.position, one.step) == (seen.slot, seen.position, seen.step) for one in case.holders):
        return
    where = ", ".join(one.position for one in case.holders)
    template = "Berkas {number} sudah berpindah sejak dilihat: kini di {where}. Tidak ada yang dicatat."
    if not where:
        template = "Berkas {number} sudah berakhir sejak dilihat. Tidak ada yang dicatat."
    raise Refused("moved_on", template, number=case.registration_number, where=where)


def _allowed(case: Case, service: Service | None, action: str) -> Offer:
    offer = offered(case, service, action)
    if offer is None:
        if contested(case) and action in ACTIONS:
            template = "Berkas {number} dicatat di dua tempat yang berbeda; pilih dulu mana yang benar (settle)."
            raise Refused("contested", template, number=case.registration_number)
        possible_now = ", ".join(one.action for one in offers(case, service)) or "tidak ada"
        template = "Tindakan '{action}' tidak bisa untuk berkas {number} yang sekarang {state}; yang bisa: {possible}."
        if action == "advance" and case.state == "open" and case.movement.waited_for:
            waited = ", ".join(case.movement.waited_for)
            template = "Berkas {number} masih menunggu jawaban {waited}; catat dulu jawabannya (answer)."
            raise Refused("answer_awaited", template, number=case.registration_number, waited=waited)
        raise Refused(
            "not_allowed_now", template, number=case.registration_number, state=case.state, action=action,
            possible=possible_now,
        )  # fmt: skip
    return offer


def _says(data: Mapping[str, Any] | None) -> bool:
    """Whether the data holds the words that a note would."""
    return bool(data and data.get("answer"))


def _move(counter: Counter, work: UnitOfWork, case: Case, service: Service | None, offer: Offer, told: Told) -> Move:
    match offer.action:
        case "resubmit":
            template = "Kekurangan diterima lewat formulirnya: `desk resubmit` atau layar Loket."
            raise Refused("needs_form", template, action=offer.action)
        case "correct":
            return _correct(case, dict(work.folded(case.id).fields), told.data, counter.today)
        case "reclassify":
            return reclassified(counter, work, case, told)
        case "merge":
            told = _merged(counter, work, case, told)
        case "reopen":
            _released(counter, work, case)
    if service is None:  # only a note is offered then, and that needs no service
        only(told)
        return Move("note_added", {})
    move = MOVES[offer.action](case, service, told)
    if offer.action == "number":
        _refuse_double(work, case, move)
    return _in_the_agenda(counter, work, move) if offer.action == "answer" else move


def _in_the_agenda(counter: Counter, work: UnitOfWork, move: Move) -> Move:
    """An answer that came as a letter has a number in the book of incoming letters."""
    facts = dict(move.facts)
    for name in move.data:
        kind, _, rest = name.partition(".")
        answered, _, part = rest.partition(".")
        if kind in ("disposition", "hand_off") and part == "letter":
            facts[f"agenda.{answered}"] = agenda_number(work, counter, counter.now())
    return Move(move.kind, facts, move.data)


def _refuse_double(work: UnitOfWork, case: Case, move: Move) -> None:
    """A number that another letter of the same year bears already is no number for this one."""
    (given,) = (value for value in move.facts.values() if isinstance(value, dict))
    number, year = str(given["number"]), str(given["date"])[:4]
    own = place_of(work.connection, case.id)
    other = next((n for n in bears_number(work.connection, number, year) if n != own), None)
    if other is not None:
        template = "Nomor surat {number} sudah dipakai berkas {other} pada tahun itu ({path}). Periksa buku agenda."
        raise refuse("number_taken", template, "number", number=number, other=number_of(work.connection, other))


def _append(counter: Counter, work: UnitOfWork, case_id: CaseId, move: Move, note: str, by: str) -> None:
    sealed = dict(move.data)
    if note:
        sealed["note"] = note
    officer = clean_text(by, "by", limit=200) or counter.officer
    at = counter.now().isoformat()
    work.append(case_id, move.kind, move.facts, sealed, at=at, officer=officer, recorder=counter.officer)


def _merged(counter: Counter, work: UnitOfWork, case: Case, told: Told) -> Told:
    """The other file is found, may take this one in, and says so in its own history."""
    said = str(told.data.get("into", ""))
    into = by_reference(work.connection, said) if said else None
    if into is None:
        template = "Berkas tujuan '{into}' tidak ada di sini ({path}); periksa nomornya."
        raise NotFound("case_unknown", template, field="into", path="into", into=said)
    other = work.case(into)
    if into != case.id:
        if other.state == "merged" or other.read_only or other.destroyed:
            template = "Berkas {number} tidak bisa menerima gabungan: sudah digabungkan, terkunci, atau dimusnahkan."
            raise Refused("cannot_absorb", template, field="into", number=other.registration_number)
        at = counter.now().isoformat()
        facts: Writes = {f"absorbed.{case.id}": True}
        work.append(into, "case_absorbed", facts, {}, at=at, officer=counter.officer, recorder=counter.officer)
    return Told(told.now, told.today, told.desk, told.new_id, told.note, (), {**told.data, "into": str(into)})


def _released(counter: Counter, work: UnitOfWork, case: Case) -> None:
    """Where the file that had taken this one in is known here, its history says that it has it no longer."""
    into = by_reference(work.connection, case.merged_into) if case.merged_into else None
    if into is None:
        return
    other = work.case(into)
    if case.id in other.proceedings.absorbed and not other.read_only and not other.destroyed:
        at = counter.now().isoformat()
        facts: Writes = {f"absorbed.{case.id}": False}
        work.append(into, "case_released", facts, {}, at=at, officer=counter.officer, recorder=counter.officer)


def _resolver(counter: Counter, service: Service | None) -> Callable[[str], Any]:
    def desk(said: str) -> Any:
        if service is None:
            raise Refused("case_unreadable", "Layanan berkas ini belum dikenal di sini.", field="--to")
        return desk_meant(counter, service, said)

    return desk


def _ids(counter: Counter, work: UnitOfWork, case_id: CaseId) -> Callable[[], str]:
    """Fresh short ids: none that the case has used."""
    used = {part for name in work.folded(case_id).fields for part in name.split(".")}

    def fresh() -> str:
        while True:
            made = "".join(ALPHABET[byte & 31] for byte in counter.random(ID_LENGTH))
            if made not in used:
                used.add(made)
                return made

    return fresh


CORRECTABLE = ("applicant", "beneficiaries", "external_reference", "letter")


def _correct(case: Case, fields: Writes, data: Mapping[str, Any], today: date) -> Move:
    """What is named is corrected, all else stays; only what differs is written, so that two corrections of different
    fields never collide.
    """
    unknown = next((key for key in data if key not in CORRECTABLE), None)
    if unknown is not None:
        template = "Isian {path} tidak bisa diperbaiki di sini; yang bisa: {known}."
        raise refuse("unknown_key", template, unknown, known=", ".join(CORRECTABLE))
    before = case.as_intake()
    after = read_intake(laid_over({**write_intake(before), "checklist": {}, "answers": {}}, data), today)
    require_applicant(after)
    facts, sealed = changes(case, after, fields)
    if not facts and not sealed:
        raise Refused("nothing_changed", "Tidak ada yang berubah, jadi tidak ada yang dicatat.", field="applicant")
    return Move("case_corrected", facts, sealed)

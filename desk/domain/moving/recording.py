"""Acts that only write down: what a step had not told, a letter's number, originals given back, a conflict settled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from desk.domain.case import ENDS, FOLLOWING, Case, is_fact
from desk.domain.catalogue import Service
from desk.domain.errors import Refused
from desk.domain.event import JsonValue, canonical
from desk.domain.intake_reader import TEXT_LIMIT, refuse
from desk.domain.movement import station_of
from desk.domain.moving.ending import place_to_go_on
from desk.domain.moving.told import Move, Told, chosen, day, flag, only, text, texts
from desk.domain.offers import PLACE
from desk.domain.route import ready_before, step_of

Writes = dict[str, JsonValue]

MISSING_WORDS = {
    "finding": "temuan", "date": "tanggal", "people": "petugas", "instruction": "isi disposisi",
    "decision": "keputusan", "body": "badan tujuan", "reference": "nomor rujukan",
    "recipient": "penerima",
}  # fmt: skip
"""What officers call what a step can leave untold (`stepping.UNRECORDED`)."""


def record(case: Case, _service: Service, told: Told) -> Move:
    """What a step that is done had not told is told now."""
    open_steps = case.proceedings.unrecorded
    step = chosen(text(told, "step"), [(key, (key,)) for key in open_steps], "step")
    missing = open_steps[step]
    only(told, "step", *missing)
    said: Writes = {}
    for name in missing:
        if name == "people":
            value: JsonValue = list(texts(told, name))
        elif name == "date":
            value = day(told, name, past=True)
        else:
            value = text(told, name, limit=TEXT_LIMIT)
        if value:
            said[name] = value
    if not said:
        known = ", ".join(missing)
        raise refuse(
            "nothing_told", "Tidak ada yang diisi untuk {path}; yang belum tercatat: {known}.", step, known=known
        )
    return Move(
        "step_recorded",
        {f"unrecorded.{step}.{name}": None for name in said},
        {f"record.{step}.{name}": value for name, value in said.items()},
    )


def number(case: Case, _service: Service, told: Told) -> Move:
    """The number that a letter was given is written in; which letter is named where there are several. One that was
    written wrongly is written again, with the reason.
    """
    only(told, "number", "date", "letter")
    letters = case.proceedings.letters
    open_letters = [one for one in letters if one.number is None]
    among = letters if text(told, "letter") or not open_letters else open_letters
    letter = chosen(text(told, "letter"), [(one, (one.id, one.name)) for one in among], "letter")
    if letter.number is not None and not told.note:
        template = "Surat itu sudah bernomor {number}; untuk membetulkannya tuliskan alasannya pada {path}."
        raise refuse("note_missing", template, "note", number=letter.number)
    given: Writes = {"number": text(told, "number", required=True), "date": day(told, "date", past=True)}
    if not given["date"]:
        raise refuse("required", "Isian {path} wajib diisi: tanggal surat.", "date")
    return Move("letter_numbered", {f"letter.{letter.id}.number": given})


def give_back(case: Case, _service: Service, told: Told) -> Move:
    """Original papers go back against a signed line."""
    only(told, "recipient", "papers", "date", "signed")
    to = text(told, "recipient", required=True)
    papers = texts(told, "papers") or case.originals_kept
    strange = next((paper for paper in papers if paper not in case.originals_kept), None)
    if strange is not None:
        template = "Berkas asli '{paper}' tidak tersimpan di sini, atau sudah dikembalikan ({path})."
        raise refuse("not_kept", template, "papers", paper=strange)
    line: Writes = {"to": to, "date": day(told, "date", past=True) or told.today.isoformat()}
    if flag(told, "signed", otherwise=False):
        line["signed"] = True
    return Move("papers_given_back", {}, {f"given_back.{paper}": line for paper in papers})


def note(_case: Case, _service: Service, told: Told) -> Move:
    """A note in the history."""
    only(told)
    return Move("note_added", {})


def settle(case: Case, service: Service, told: Told) -> Move:
    """A person's choice among the contenders; as it knows them all, it ends the conflict everywhere.

    Who chooses where a file is chooses one of the acts that brought it somewhere: what else that act wrote of the file's
    way goes with it, and a file that is taken to be open again keeps nothing of its end.
    """
    only(told, "field", "value")
    field, value = str(told.data.get("field", "")), told.data.get("value")
    contenders = case.conflicts.get(field, ())
    chosen_one = next((one for one in contenders if canonical(one.value) == canonical(value)), None)
    if chosen_one is None:
        template = "Isian '{name}' tidak berselisih, atau pilihannya bukan salah satu yang berselisih."
        raise Refused("not_a_contender", template, field="value", name=field)
    writes: Writes = {field: cast("JsonValue", value)}
    if field in PLACE:
        entry = next((one for one in case.history if one.event == chosen_one.event), None)
        writes = _way_of(case, service, entry.facts if entry else {}) | writes
    return Move(
        "conflict_settled",
        {name: one for name, one in writes.items() if is_fact(name)},
        {name: one for name, one in writes.items() if not is_fact(name)},
    )


def _way_of(case: Case, service: Service, chosen_facts: Mapping[str, JsonValue]) -> Writes:
    """What an act wrote of the file's way, and what must be so where that is taken to be right."""
    names = (*PLACE, "outcome", "merged_into", *sorted(FOLLOWING))
    writes: Writes = {name: chosen_facts[name] for name in names if name in chosen_facts}
    if writes.get("state", case.state) in ENDS:
        return writes
    station = station_of(writes["station"]) if "station" in writes else case.movement.station
    if station is None:
        station = place_to_go_on(case, service)
        writes["station"] = station.as_fact() if station else None
    writes["completed_at"] = None
    if not ready_before(service, step_of(service, station.step if station else None)):
        writes["ready_at"] = None
    return writes

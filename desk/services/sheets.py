"""Disposition sheets: what is printed of a file, and which file a sheet that came back belongs to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.desks import titled
from desk.domain.errors import DeskError, NotFound, Refused
from desk.domain.positions import Position
from desk.domain.route import current_step
from desk.domain.sheet_code import SheetCode, read_sheet_code, station_slot
from desk.domain.sheet_desks import desks_offered
from desk.domain.sheet_form import Called, Lists, SheetForm, Signer, blank_form, read_lists, with_written
from desk.domain.sheet_place import SheetPlace, place_of, slot_for
from desk.domain.signing import nip_line, rank_line, sitting
from desk.domain.staffing import PREFIXES, holder_on
from desk.domain.tracking import show_code
from desk.models import queries
from desk.models.records import pinned_named
from desk.services.counter import Counter
from desk.services.desks import desk_meant
from desk.services.phrases import phrases
from desk.services.positions import Roster, roster

PINNED = "sheet"
"""What lists that were printed are pinned as, under ``sheet/MARK``."""


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """A sheet that came back: its file, how it stands to it, and what is printed on it.

    `known_lists` is whether its keys are those that were printed: lists of another counter may not have come here yet.
    """

    case: Case
    service: Service
    place: SheetPlace
    form: SheetForm
    known_lists: bool = True


def slot_of(counter: Counter, case: Case, said: str = "") -> str:
    """Whose sheet is meant: a slot, desk, role or step that was said (``S`` is the station's), else whoever decides next.

    Raises:
        Refused: there is no such sheet.
    """
    service = counter.service_of(case)
    if said == "S":  # the desk where the file waits, as holders name it
        return station_slot(service, current_step(service, case))
    try:
        return slot_for(case, service, said)
    except Refused as refusal:
        try:
            desk = desk_meant(counter, service, said) if said else None
        except DeskError:
            desk = None
        if desk is None:
            raise
        try:
            return slot_for(case, service, desk.position)
        except Refused:
            raise refusal from None


def sheet_for(counter: Counter, case: Case, said: str = "") -> SheetForm:
    """The sheet of a file to be printed, filled where it was recorded already; `said` is a slot, a desk or a role.

    Raises:
        Refused: there is no such sheet.
    """
    service = counter.service_of(case)
    place = place_of(case, service, slot_of(counter, case, said))
    staff = roster(counter)
    return _form(counter, case, service, place, staff, _lists_now(counter, case, service, place, staff))


def keep_lists(counter: Counter, form: SheetForm) -> None:
    """Keep the lists of a sheet that goes out, so that its keys mean the same when it comes back."""
    lists = Lists(
        tuple(box.words for box in form.desks if box.key), tuple(box.words for box in form.phrases if box.key)
    )
    with counter.store.read() as connection:
        if pinned_named(connection, f"{PINNED}/{lists.mark}") is not None:
            return
    content = lists.encode()
    with counter.store.write() as work:
        work.pin(hashlib.sha256(content).hexdigest(), PINNED, f"{PINNED}/{lists.mark}", content)


def found_sheet(counter: Counter, text: str) -> FoundSheet:
    """The sheet of a code that was typed or scanned.

    Raises:
        Refused: the code is wrong. NotFound: no file here has it.
    """
    code = read_sheet_code(text, field="code")
    with counter.store.read() as connection:
        case_id = queries.by_reference(connection, code.tracking_code)
        case = None if case_id is None else queries.load(connection, case_id)
    if case is None:
        template = (
            "Tidak ada berkas dengan kode {shown} di loket ini. Mungkin lembar dinas lain, atau berkas dari loket lain yang"
            " belum sampai ke sini. Sisihkan lembarnya; coba lagi setelah pertukaran data."
        )
        raise NotFound("sheet_unknown_case", template, field="code", shown=show_code(code.tracking_code))
    return sheet_of(counter, case, code)


def sheet_of(counter: Counter, case: Case, code: SheetCode) -> FoundSheet:
    """The sheet of that slot of a file, with the lists that were printed on it."""
    service = counter.service_of(case)
    place = place_of(case, service, code.slot)
    staff = roster(counter)
    now = _lists_now(counter, case, service, place, staff)
    printed = _printed(counter, code) if code.mark not in ("", now.mark) else now
    form = _form(counter, case, service, place, staff, printed or now)
    return FoundSheet(case, service, place, form, printed is not None)


def names(counter: Counter, staff: Roster | None = None) -> Called:
    """What the desks that files name are called today."""
    known, today = staff or roster(counter), counter.today

    def called(desk: str) -> str:
        position = titled(known.positions, desk)
        return position.title_on(today) if position is not None else desk

    return called


def signer(position: Position, staff: Roster, day: date, name: str = "") -> Signer:
    """Who writes at a desk on a day, in which quality; blanks where nobody is written down, or nobody may sign.

    A `name` that is told stands for itself: rank and number are printed only where it is the holder's of that day, or
    of who acts for them.
    """
    title = position.signed_on(day)
    if name:
        found = sitting(position, day, staff.document, name)
    else:
        holder = holder_on(position, day, staff.document)
        found = (holder.person, holder.standing) if holder.person is not None else None
    if found is None:
        return Signer(title, name)
    person, standing = found
    rank = rank_line(person.rank) if person.rank else ""
    number = nip_line(person.nip) if person.nip else ""
    return Signer(" ".join((PREFIXES[standing], title)).strip(), person.name, rank, number)


def _printed(counter: Counter, code: SheetCode) -> Lists | None:
    with counter.store.read() as connection:
        content = pinned_named(connection, f"{PINNED}/{code.mark}")
    return read_lists(content) if content is not None else None


def _lists_now(counter: Counter, case: Case, service: Service, place: SheetPlace, staff: Roster) -> Lists:
    """What a sheet that is printed today offers."""
    today = counter.today
    standing = [one for one in staff.positions if not one.retired_on(today)]
    offered = desks_offered(case, service, place, standing)
    return Lists(tuple(one.title_on(today) for one in offered), phrases(counter))


def _form(counter: Counter, case: Case, service: Service, place: SheetPlace, staff: Roster, lists: Lists) -> SheetForm:
    guarded = service.sensitive is not None or service.id in counter.names.sensitive
    called = names(counter, staff)
    position = titled(staff.positions, place.position)

    def signed(name: str, at: str | None = None) -> Signer:
        day = counter.moment(at).date() if at else counter.today
        return signer(position, staff, day, name) if position is not None else Signer(place.position, name)

    form = blank_form(case, service, place, lists, signed(""), called, guarded=guarded)
    return with_written(form, case, place, called, signed)

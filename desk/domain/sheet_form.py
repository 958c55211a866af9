"""What stands on a disposition sheet, box by box, with the key of each: one value for the paper and for the screen. Pure.

The paper prints the key beside every box; whoever records the sheet reads the paper and presses what is printed there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.fold import Entry
from desk.domain.guarded import GUARDED_MATTER, guarded_name
from desk.domain.intake import IncomingLetter
from desk.domain.movement import Disposition, Urgency
from desk.domain.sheet_code import SheetCode, is_station_slot
from desk.domain.sheet_place import SheetPlace
from desk.domain.tracking import ALPHABET

DESK_KEYS = "1234567890YZ"
PHRASE_KEYS = "ABCDEFGHIJKLMN"
URGENT_KEY, SOON_KEY, CONFIDENTIAL_KEY = "Q", "S", "R"
AGREED_KEY, REPAIR_KEY = "O", "P"
WORDS_KEY, DEADLINE_KEY, ANSWER_KEY, OTHER_KEY = "T", "W", "U", "X"
"""Words and deadline are fields; U asks for an answer; X goes to a desk that is not listed. No key stands for two things."""

CONFIDENTIAL = "Rahasia"
"""Recorded among the phrases: a disposition has no classification of its own."""
AGREED = "Setuju"
REPAIR = "Perbaiki/lengkapi"
REPORT = "Laporkan hasilnya"
FORWARDED = "Diteruskan"
"""Recorded of a sheet on which a desk is ticked and nothing else."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The desks and phrases that a sheet offers, in their order: what its keys stand for."""

    desks: tuple[str, ...]
    phrases: tuple[str, ...]

    def encode(self) -> bytes:
        """As it is kept, to be found again by its mark."""
        return json.dumps({"desks": self.desks, "phrases": self.phrases}, ensure_ascii=False).encode()

    @property
    def mark(self) -> str:
        """Four symbols that say which lists these are."""
        number = int.from_bytes(hashlib.sha256(self.encode()).digest()[:4], "big")
        return "".join(ALPHABET[number >> shift & 31] for shift in (0, 5, 10, 15))


def read_lists(content: bytes) -> Lists:
    """The lists that `Lists.encode` wrote."""
    raw = json.loads(content)
    return Lists(tuple(raw["desks"]), tuple(raw["phrases"]))


@dataclass(frozen=True, slots=True)
class Box:
    """A tick box: the key printed beside it, its words, and whether it is ticked."""

    key: str
    words: str
    ticked: bool = False


Called = Callable[[str], str]
"""What a desk that a file's facts name is called today."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who writes on the sheet: the line over the room to sign, and those under it; what is empty is a blank.

    `number` is the whole line: ``NIP 19791118 200312 2 012``.
    """

    title: str
    name: str = ""
    rank: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A disposition that was written before: on which day, by whom, to whom, what; and what was answered."""

    day: str
    sender: str
    to: tuple[str, ...]
    words: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class SheetForm:
    """A sheet, filled from its file.

    Attributes:
        sender: whom the letter is from; `subject` the matter, guarded where the service is.
        received: ISO time; `letter` its number and date.
        urgencies, desks, phrases, outcomes: the boxes, in the order of the paper.
        words, deadline: what was written, of a sheet that was recorded; `deadline` ISO.
        written_on: the day on which it was written, ISO; empty for a blank sheet.
        earlier: what was disposed before, the first first.
    """

    code: SheetCode
    registration_number: str
    agenda: str
    sender: str
    letter: IncomingLetter
    received: str
    subject: tuple[str, ...]
    guarded: bool
    urgencies: tuple[Box, ...]
    desks: tuple[Box, ...]
    phrases: tuple[Box, ...]
    outcomes: tuple[Box, ...]
    signer: Signer
    earlier: tuple[Earlier, ...]
    words: str = ""
    deadline: str = ""
    written_on: str = ""

    @property
    def filled(self) -> bool:
        """Whether it shows what was recorded."""
        return bool(self.written_on)


def blank_form(
    case: Case, service: Service, place: SheetPlace, lists: Lists, signer: Signer, called: Called, *, guarded: bool
) -> SheetForm:
    """The sheet as it goes out."""
    title = GUARDED_MATTER if guarded else service.title
    letter = case.letter or IncomingLetter()
    subject = (title,) if guarded or not letter.subject else (title, letter.subject)
    return SheetForm(
        code=SheetCode(case.tracking_code, place.slot, lists.mark),
        registration_number=case.registration_number,
        agenda=agenda_shown(case.agenda, case.registration_number),
        sender=guarded_name(case.applicant) if guarded else _sender(case),
        letter=letter,
        received=case.received_at,
        subject=subject,
        guarded=guarded,
        urgencies=(
            Box(URGENT_KEY, "Sangat segera"), Box(SOON_KEY, "Segera"), Box(CONFIDENTIAL_KEY, CONFIDENTIAL, ticked=guarded),
        ),
        desks=boxes(DESK_KEYS, lists.desks),
        phrases=boxes(PHRASE_KEYS, lists.phrases),
        outcomes=(Box(AGREED_KEY, AGREED), Box(REPAIR_KEY, REPAIR), Box(ANSWER_KEY, REPORT)),
        signer=signer,
        earlier=earlier_dispositions(case, called, place.written),
    )  # fmt: skip


def with_written(
    form: SheetForm, case: Case, place: SheetPlace, called: Called, signed: Callable[[str, str], Signer]
) -> SheetForm:
    """The sheet with what was recorded of it: ticks, words, deadline, and who wrote it when.

    `signed` tells who that is: of the name that was told (empty where only the desk is known) and the ISO time.
    """
    told = case.proceedings
    answer = "" if is_station_slot(place.slot) else told.answers.get(place.slot, "")
    entry = _entry_of(case, place)
    if entry is None or not (place.written or answer):
        return form
    first = place.written[0] if place.written else None
    instruction = told.instructions.get(first.id) if first else None
    phrases = instruction.phrases if instruction else ()
    urgency: Urgency = first.urgency if first else "biasa"
    words = [instruction.words if instruction else "", answer]
    return replace(
        form,
        urgencies=tuple(replace(box, ticked=box.ticked or _urgent(box, urgency, phrases)) for box in form.urgencies),
        desks=_ticked(form.desks, [called(one.to) for one in place.written]),
        phrases=_ticked(form.phrases, [one for one in phrases if one not in (CONFIDENTIAL, FORWARDED)]),
        words="; ".join(word for word in words if word),
        deadline=(first.deadline or "") if first else "",
        signer=signed("" if entry.officer == entry.recorder else entry.officer, entry.at),
        written_on=entry.at,
    )


def earlier_dispositions(case: Case, called: Called, but: Sequence[Disposition] = ()) -> tuple[Earlier, ...]:
    """Every disposition of the file in the order in which they were written, apart from `but` and those taken back."""
    left_out = {one.id for one in but}
    found: list[Earlier] = []
    for entry in case.history:
        sent = [
            one for one in case.movement.dispositions
            if f"disposition.{one.id}" in entry.facts and one.id not in left_out and one.state != "recalled"
        ]  # fmt: skip
        if entry.kind != "disposed" or not sent:
            continue
        told = case.proceedings
        instruction = told.instructions.get(sent[0].id)
        said = [instruction.text if instruction else "", _urgency_words(sent[0].urgency)]
        answers = [told.answers[one.id] for one in sent if one.id in told.answers]
        found.append(
            Earlier(
                entry.at, called(sent[0].sender), tuple(called(one.to) for one in sent),
                "; ".join(word for word in said if word), "; ".join(answers),
            )
        )  # fmt: skip
    return tuple(found)


def boxes(keys: str, words: Sequence[str]) -> tuple[Box, ...]:
    """Boxes for these words, as far as there are keys."""
    return tuple(Box(key, one) for key, one in zip(keys, words, strict=False))


def agenda_shown(number: int | None, registration_number: str) -> str:
    """An agenda number with the prefix of the counter whose book it is of: ``12 / L1XQZ``."""
    prefix = registration_number.rsplit("-", 2)[0]
    return f"{number} / {prefix}" if number else ""


def _sender(case: Case) -> str:
    applicant = case.applicant
    where = ", ".join(part for part in (applicant.address.village, applicant.address.district) if part)
    return " – ".join(part for part in (applicant.name or "–", where) if part)


def _ticked(offered: Sequence[Box], chosen: Sequence[str]) -> tuple[Box, ...]:
    """The boxes with the chosen ones ticked; what isn't among them was written by hand, and stands at the end."""
    names = [box.words for box in offered]
    ticked = tuple(replace(box, ticked=box.words in chosen) for box in offered)
    return (*ticked, *(Box("", one, ticked=True) for one in chosen if one not in names))


def _urgent(box: Box, urgency: Urgency, phrases: Sequence[str]) -> bool:
    return (box.key, urgency) in ((URGENT_KEY, "sangat_segera"), (SOON_KEY, "segera")) or (
        box.key == CONFIDENTIAL_KEY and CONFIDENTIAL in phrases
    )


def _urgency_words(urgency: Urgency) -> str:
    return {"sangat_segera": "sangat segera", "segera": "segera", "biasa": ""}[urgency]


def _entry_of(case: Case, place: SheetPlace) -> Entry | None:
    """The event in which the sheet was recorded."""
    wanted = [f"disposition.{one.id}" for one in place.written]
    if not wanted and not is_station_slot(place.slot):
        wanted = [f"disposition.{place.slot}.state"]
    entries = [entry for entry in case.history if any(name in entry.facts for name in wanted)]
    if not entries:
        return None
    return entries[0] if place.written else entries[-1]

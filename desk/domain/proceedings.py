"""What was said and done on a file's way: instructions, answers, visits, letters, the hand-over. Values, from registers.

What another version of Desk wrote in another form is passed over, as in `desk.domain.case`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.domain.event import JsonValue
from desk.domain.intake import IncomingLetter


@dataclass(frozen=True, slots=True)
class Instruction:
    """What a disposition asks for: the phrases that were ticked and the words that were written."""

    phrases: tuple[str, ...] = ()
    words: str = ""

    @property
    def text(self) -> str:
        """All of it in one line."""
        return "; ".join(part for part in (*self.phrases, self.words) if part)


@dataclass(frozen=True, slots=True)
class Visit:
    """The report of a field visit. What wasn't told is empty; `photos` are ids of attachments."""

    id: str
    finding: str
    date: str = ""
    people: tuple[str, ...] = ()
    outcome: str = ""
    step: str = ""
    photos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that the file has led to; `number` and `date` None while the number is to come ('nomor menyusul')."""

    id: str
    kind: str
    name: str
    step: str
    number: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """Who fetched the product; `step` is where the file stood then, empty where it was on no step."""

    name: str
    relation: str = ""
    identity: str = ""
    date: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class GivenBack:
    """An original paper that went back to its owner; `signed` once the receipt for it was signed."""

    to: str
    date: str
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Proceedings:
    """Everything said and done on the way.

    Attributes:
        instructions, answers, references: by the id of the disposition or hand-off.
        records: what was told of a step, by its key.
        unrecorded: what a step that is done should have told and didn't, by its key.
        given_back: original papers that went back, by requirement.
        absorbed: ids of cases that were merged into this one.
        letters_in, agenda: the letter that an answer came with, and its number in the book of incoming letters, by the id
            of the disposition or hand-off.
    """

    instructions: Mapping[str, Instruction] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
    visits: tuple[Visit, ...] = ()
    letters: tuple[Letter, ...] = ()
    handover: Handover | None = None
    records: Mapping[str, Mapping[str, JsonValue]] = field(default_factory=dict)
    unrecorded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    given_back: Mapping[str, GivenBack] = field(default_factory=dict)
    absorbed: tuple[str, ...] = ()
    letters_in: Mapping[str, IncomingLetter] = field(default_factory=dict)
    agenda: Mapping[str, int] = field(default_factory=dict)


NOTHING_YET = Proceedings()


def proceedings_of(fields: Mapping[str, JsonValue]) -> Proceedings:
    """The proceedings that these fields describe."""
    found: dict[str, dict[str, Any]] = {kind: {} for kind in _KINDS}
    for name, value in fields.items():
        kind, dot, rest = name.partition(".")
        if dot and kind in _KINDS and value is not None:
            found[kind][rest] = value
    if not any(found.values()) and "handover" not in fields:
        return NOTHING_YET
    sent = {**found["disposition"], **found["hand_off"]}
    return Proceedings(
        instructions={key: _instruction(raw) for key, raw in _parts(sent, "instruction") if isinstance(raw, dict)},
        answers={key: raw for key, raw in _parts(sent, "answer") if isinstance(raw, str)},
        references={key: raw for key, raw in _parts(sent, "reference") if isinstance(raw, str)},
        visits=tuple(_visit(key, raw) for key, raw in sorted(found["visit"].items()) if isinstance(raw, dict)),
        letters=_letters(found["letter"]),
        handover=_handover(fields.get("handover")),
        records=_by_step(found["record"]),
        unrecorded=_untold(_by_step(found["unrecorded"]), _by_step(found["record"])),
        given_back={
            paper: GivenBack(_text(raw, "to"), _text(raw, "date"), raw.get("signed") is True)
            for paper, raw in found["given_back"].items()
            if isinstance(raw, dict)
        },
        absorbed=tuple(case_id for case_id, raw in sorted(found["absorbed"].items()) if raw is True),
        letters_in={key: _letter_in(raw) for key, raw in _parts(sent, "letter") if isinstance(raw, dict)},
        agenda={key: raw for key, raw in found["agenda"].items() if type(raw) is int and raw > 0},
    )  # fmt: skip


_KINDS = frozenset(
    {"disposition", "hand_off", "visit", "letter", "record", "unrecorded", "given_back", "absorbed", "agenda"}
)


def _by_step(found: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """``STEP.NAME`` → value, as step → name → value: each of them is a register of its own."""
    steps: dict[str, dict[str, Any]] = {}
    for field_name, value in found.items():
        step, dot, name = field_name.rpartition(".")
        if dot:
            steps.setdefault(step, {})[name] = value
    return steps


def _untold(
    listed: Mapping[str, Mapping[str, Any]], told: Mapping[str, Mapping[str, Any]]
) -> dict[str, tuple[str, ...]]:
    """What is listed and was told by nobody: one counter may have told what another goes on to list."""
    left = {step: tuple(sorted({*names} - {*told.get(step, ())})) for step, names in sorted(listed.items())}
    return {step: names for step, names in left.items() if names}


def _parts(sent: Mapping[str, Any], part: str) -> list[tuple[str, Any]]:
    ending = f".{part}"
    return [(name.removesuffix(ending), raw) for name, raw in sent.items() if name.endswith(ending)]


def _instruction(raw: Mapping[str, Any]) -> Instruction:
    return Instruction(_texts(raw.get("phrases")), _text(raw, "words"))


def _letter_in(raw: Mapping[str, Any]) -> IncomingLetter:
    return IncomingLetter(*(_text(raw, name) for name in ("number", "date", "subject", "enclosures")))


def _visit(key: str, raw: Mapping[str, Any]) -> Visit:
    return Visit(
        key, _text(raw, "finding"), _text(raw, "date"), _texts(raw.get("people")), _text(raw, "outcome"),
        _text(raw, "step"), _texts(raw.get("photos")),
    )  # fmt: skip


def _letters(found: Mapping[str, Any]) -> tuple[Letter, ...]:
    letters: list[Letter] = []
    for key, raw in sorted(found.items()):
        if "." in key or not isinstance(raw, dict):
            continue
        given = found.get(f"{key}.number")
        given = given if isinstance(given, dict) else {}
        letters.append(
            Letter(
                key, _text(raw, "kind"), _text(raw, "name"), _text(raw, "step"),
                _text(given, "number") or None, _text(given, "date") or None,
            )
        )  # fmt: skip
    return tuple(letters)


def _handover(raw: JsonValue) -> Handover | None:
    if not isinstance(raw, dict) or not _text(raw, "name"):
        return None
    return Handover(
        _text(raw, "name"), _text(raw, "relation"), _text(raw, "identity"), _text(raw, "date"), _text(raw, "step")
    )


def _text(raw: Mapping[str, Any], name: str) -> str:
    value = raw.get(name)
    return value if isinstance(value, str) else ""


def _texts(raw: Any) -> tuple[str, ...]:
    return tuple(one for one in raw if isinstance(one, str)) if isinstance(raw, list | tuple) else ()

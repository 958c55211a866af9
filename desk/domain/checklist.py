"""Judging a form against its service's requirements: what is there, what is missing, which conditions fail.

Pure and quick enough for every keystroke. A paper is ticked; a condition is computed from what was typed where that
can be done, and asked where it can't. What nobody has answered yet counts as missing if it is a condition, and a paper
that depends on an unanswered question does not apply until the answer is yes: the applicant is never sent away for a
paper that only others need.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from desk.domain.catalogue import PaperForm, Requirement, Rule, RuleOp, RuleValue, Service, Test
from desk.domain.errors import Refused
from desk.domain.identity import age_on, read_nik
from desk.domain.intake import Applicant, Intake, Tick

Standing = Literal["met", "missing", "fails", "optional", "not_applicable", "replaced"]
Fact = bool | int | str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One requirement or part, judged.

    `fact` is the value that a rule looked at (an age in years, an answer), for the officer to see why.
    """

    requirement: Requirement
    standing: Standing
    depth: int
    tick: Tick | None = None
    fact: Fact = None

    @property
    def settled(self) -> bool:
        """Whether nothing is wanting here."""
        return self.standing not in ("missing", "fails")


@dataclass(frozen=True, slots=True)
class Assessment:
    """A form judged as a whole.

    `missing` are the ids to bring or to answer, in printed order, failing conditions included; `failing` only those.
    `done` of `total` counts the top-level entries that apply and are demanded.
    """

    items: tuple[Item, ...]
    missing: tuple[str, ...]
    failing: tuple[str, ...]
    done: int
    total: int

    @property
    def complete(self) -> bool:
        """Whether the file can be taken in with a promise of a date."""
        return not self.missing

    def item(self, requirement_id: str) -> Item | None:
        """The judged requirement of that id."""
        return next((item for item in self.items if item.requirement.id == requirement_id), None)


def assess(service: Service, intake: Intake, today: date) -> Assessment:
    """Judge `intake` against `service`; ages are those of `today`."""
    own = _alternatives(service, _own_standings(service, intake, known_facts(intake, today)))
    items: list[Item] = []
    missing: list[str] = []
    done = total = 0
    for requirement in service.requirements:
        judged, wanting = _combined(requirement, own)
        items.extend(judged)
        missing.extend(wanting)
        total += judged[0].standing in ("met", "missing", "fails")
        done += judged[0].standing == "met"
    failing = tuple(item.requirement.id for item in items if item.standing == "fails")
    return Assessment(tuple(items), tuple(missing), failing, done, total)


def known_facts(intake: Intake, today: date) -> dict[str, Fact]:
    """What rules may ask of a form: ``applicant.kind``, ``applicant.age`` in years, ``channel``, ``answer.KEY``."""
    facts: dict[str, Fact] = {"applicant.kind": intake.applicant.kind, "channel": intake.channel}
    facts["applicant.age"] = _age(intake.applicant, today)
    facts.update((f"answer.{key}", value) for key, value in intake.answers.items())
    return facts


def holds(test: Test | Rule, facts: Mapping[str, Fact]) -> bool | None:
    """Whether the comparison is true of these facts; None when the fact isn't known."""
    fact = facts.get(test.field)
    return None if fact is None else _compare(fact, test.op, test.value)


def applies(requirement: Requirement, facts: Mapping[str, Fact]) -> bool:
    """Whether the requirement is asked of this applicant."""
    return requirement.applies_when is None or holds(requirement.applies_when, facts) is True


_FORM_RANK: Mapping[PaperForm | None, int] = {"copy": 1, "digital": 1, "legalised_copy": 2, "original": 3}


def shortfall(requirement: Requirement, tick: Tick) -> Literal["form", "count"] | None:
    """What a paper that is there lacks: a copy where the original is demanded, one where two are."""
    if tick.form is not None and requirement.form in _FORM_RANK and tick.form != "original_and_copy":
        if _FORM_RANK.get(tick.form, 0) < _FORM_RANK[requirement.form]:
            return "form"
    elif tick.form in ("copy", "legalised_copy", "original") and requirement.form == "original_and_copy":
        return None if tick.form == "copy" and tick.seen_original else "form"
    if tick.count is not None and tick.count < requirement.copies:
        return "count"
    return None


def _own_standings(service: Service, intake: Intake, facts: Mapping[str, Fact]) -> dict[str, Item]:
    """Each requirement and part judged by itself. A part that nobody ticked or unticked stands as its parent does."""
    judged: dict[str, Item] = {}

    def judge(requirement: Requirement, depth: int, *, asked: bool, whole: bool) -> None:
        tick = intake.checklist.get(requirement.id)
        asked = asked and applies(requirement, facts)
        fact = facts.get(requirement.rule.field) if requirement.rule else None
        if requirement.rule and fact is None and tick is not None:
            fact = tick.answer
        standing: Standing
        if not asked:
            standing = "not_applicable"
        elif whole and tick is None and requirement.rule is None:
            standing = "met" if requirement.mandatory else "optional"
        else:
            standing = _standing(requirement, tick, intake.everything, fact)
        judged[requirement.id] = Item(requirement, standing, depth, tick, fact)
        for part in requirement.parts:
            judge(part, depth + 1, asked=asked, whole=whole if tick is None else tick.met)

    for requirement in service.requirements:
        judge(requirement, 0, asked=True, whole=False)
    return judged


def _alternatives(service: Service, own: Mapping[str, Item]) -> dict[str, Item]:
    """What is missing or fails while its alternative is there is not wanting; an entry is there by its parts too."""
    whole = {item.requirement.id: item.standing for entry in service.requirements for item in _combined(entry, own)[0]}
    return {
        requirement.id: replace(item, standing="replaced")
        if (item := own[requirement.id]).standing in ("missing", "fails")
        and any(whole[other] == "met" for other in requirement.any_of)
        else item
        for requirement in service.every_requirement()
    }


def _combined(requirement: Requirement, own: Mapping[str, Item]) -> tuple[list[Item], list[str]]:
    """A requirement with its parts: the items, and the ids that are wanting.

    Untouched, it is met by its parts; ticked, it still lacks the parts that were said not to be there. If nothing of
    it is there it is missing as a whole, else only the parts that are.
    """
    item = own[requirement.id]
    parts: list[Item] = []
    wanting: list[str] = []
    for part in requirement.parts:
        part_items, part_wanting = _combined(part, own)
        parts.extend(part_items)
        wanting.extend(part_wanting)
    standing, missing = item.standing, list[str]()
    some = any(part.standing == "met" for part in parts)
    if standing == "missing" and item.tick is None and some and not wanting:
        standing = "met"
    elif standing == "met" and wanting:
        standing, missing = "missing", wanting
    elif standing == "missing" and wanting and some:
        missing = wanting
    elif standing in ("missing", "fails"):
        missing = [requirement.id]
    return [item if standing == item.standing else replace(item, standing=standing), *parts], missing


def _standing(requirement: Requirement, tick: Tick | None, everything: bool, fact: Fact) -> Standing:
    if requirement.kind == "instruction":
        return "optional"
    if requirement.rule is not None and fact is not None:
        holding = _compare(fact, requirement.rule.op, requirement.rule.value)
        overruled = tick is not None and tick.met and bool(tick.note.strip())
        if not holding and not overruled:
            return "fails"
        if requirement.kind == "condition":
            return "met"
    there = everything if tick is None else tick.met and not shortfall(requirement, tick)
    if there:
        return "met"
    return "missing" if requirement.mandatory else "optional"


def _compare(fact: Fact, op: RuleOp, value: RuleValue) -> bool:  # noqa: PLR0911 (one line an operator reads best)
    if op == "is_true":
        return fact is True or fact == "ya"
    if op == "eq":
        return fact == value
    if op == "ne":
        return fact != value
    if op == "in":
        return isinstance(value, tuple) and fact in value
    if not isinstance(fact, int) or isinstance(fact, bool):
        return False
    if op == "between":
        low, high = value if isinstance(value, tuple) and len(value) == 2 else (0, 0)
        return int(low) <= fact <= int(high)
    bound = value if isinstance(value, int) else 0
    return {"lt": fact < bound, "le": fact <= bound, "gt": fact > bound, "ge": fact >= bound}[op]


def _age(applicant: Applicant, today: date) -> int | None:
    """Years from the birth date as typed, else from the NIK where its century is beyond doubt."""
    if applicant.birth_date:
        try:
            return age_on(date.fromisoformat(applicant.birth_date), today)
        except ValueError:
            return None
    try:
        births = read_nik(applicant.nik, today).birth_dates if applicant.nik else ()
    except Refused:
        return None
    return age_on(births[0], today) if len(births) == 1 else None

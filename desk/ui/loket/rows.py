"""The checklist as it is shown: one row a paper, a condition or a question, each with the key that ticks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desk.domain.catalogue import PaperForm, Question, Requirement, Service
from desk.domain.checklist import Assessment, Item, Standing, shortfall
from desk.domain.intake import Tick
from desk.language import mark, tr

RowKind = Literal["paper", "condition", "question", "instruction"]
Mark = Literal["empty", "there", "yes", "no", "holds", "fails", "none"]
"""What stands in the box: nothing, a tick, an answer, or what was worked out from the data."""

FORM_WORDS: Mapping[PaperForm, str] = {
    "original": mark("asli"),
    "copy": mark("fotokopi"),
    "legalised_copy": mark("legalisir"),
    "original_and_copy": mark("asli dan fotokopi"),
    "digital": mark("berkas digital"),
    "oral": mark("lisan"),
}
_DIGITS = "1234567890"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the checklist.

    Attributes:
        id: the requirement's id, or ``?KEY`` of a question.
        key: the key that ticks it, empty when the keys have run out.
        number: the printed numbering where it differs from the key.
        demand: what is to be handed over (``fotokopi, 2 lembar``).
        got: what was handed over, where that was said.
        alert: what is wrong, in words; empty when nothing is.
        hint: that it was seen before.
        spoken: the whole line as a screen reader says it.
    """

    id: str
    key: str
    number: str
    text: str
    kind: RowKind
    depth: int
    standing: Standing
    mark: Mark
    demand: str = ""
    got: str = ""
    alert: str = ""
    hint: str = ""
    spoken: str = ""

    @property
    def dim(self) -> bool:
        """Whether it asks for nothing here."""
        return self.standing in ("not_applicable", "replaced") or self.kind == "instruction"


def rows_of(
    service: Service, assessment: Assessment, answers: Mapping[str, bool], seen: Mapping[str, str] | None = None
) -> tuple[Row, ...]:
    """The lines of the checklist; `seen` says by requirement id when the applicant's paper was seen before."""
    keys = tick_keys(service)
    questions = {question.key: question for question in service.questions}
    asked = {asked_by(item.requirement) for item in assessment.items}
    shown: list[Row] = []
    for item in assessment.items:
        for question in _needed_before(item.requirement, questions):
            if question.key not in asked:
                asked.add(question.key)
                shown.append(_question_row(question, keys, answers, item.depth))
        shown.append(_row(item, keys, answers, (seen or {}).get(item.requirement.id, "")))
    return tuple(shown)


def tick_keys(service: Service) -> dict[str, str]:
    """The key of each row by its id: the printed number or letter where that is one key and still free, else the next
    letter, in the order in which the rows stand: a question before the requirement that it decides about.
    """
    keys: dict[str, str] = {}
    free = dict.fromkeys(_DIGITS + _LETTERS)
    ordered = service.every_requirement()
    for requirement in ordered:
        printed = "0" if requirement.number == "10" else (requirement.number or "").lower()
        if requirement.kind != "instruction" and printed in free:
            keys[requirement.id] = printed
            del free[printed]
    letters = [key for key in free if key in _LETTERS]
    questions = {question.key: question for question in service.questions}
    left: dict[str, None] = {}
    for requirement in ordered:
        left |= {f"?{question.key}": None for question in _needed_before(requirement, questions)}
        if requirement.id not in keys and requirement.kind != "instruction":
            left[requirement.id] = None
    left |= {f"?{key}": None for key in questions}
    keys.update(zip(left, letters, strict=False))
    return keys


def asked_by(requirement: Requirement | None) -> str:
    """The key of the question that a condition itself asks, empty when it is worked out from the data.

    A paper with a condition in it asks nothing itself: it is ticked, and its question stands in a row before it.
    """
    if requirement is None or requirement.kind != "condition" or requirement.rule is None:
        return ""
    field = requirement.rule.field
    return field.removeprefix("answer.") if field.startswith("answer.") else ""


def _needed_before(requirement: Requirement, questions: Mapping[str, Question]) -> tuple[Question, ...]:
    """The questions that decide whether a requirement applies, or whether its paper is good enough."""
    fields = [requirement.applies_when.field] if requirement.applies_when else []
    if requirement.rule is not None and requirement.kind != "condition":
        fields.append(requirement.rule.field)
    found = [questions.get(field.removeprefix("answer.")) for field in fields]
    return tuple(question for question in found if question is not None)


def paper_words(form: PaperForm | None, count: int | None) -> str:
    """``fotokopi, 2 lembar``."""
    words = [tr(FORM_WORDS[form])] if form else []
    if count is not None and count != 1:
        words.append(tr("{count} lembar", count=count))
    return ", ".join(words)


def _question_row(question: Question, keys: Mapping[str, str], answers: Mapping[str, bool], depth: int) -> Row:
    answer = answers.get(question.key)
    key = keys.get(f"?{question.key}", "")
    marked: Mark = "empty" if answer is None else "yes" if answer else "no"
    spoken = tr("Pertanyaan: {text} Jawaban: {answer}.", text=question.text, answer=_answer_words(answer))
    return Row(f"?{question.key}", key, "", question.text, "question", depth, "optional", marked, spoken=spoken)


def _row(item: Item, keys: Mapping[str, str], answers: Mapping[str, bool], seen: str) -> Row:
    requirement = item.requirement
    kind: RowKind = "paper"
    if requirement.kind == "instruction" or (requirement.kind == "condition" and item.standing == "not_applicable"):
        kind = "instruction"
    elif requirement.kind == "condition":
        kind = "condition"
    key = keys.get(requirement.id, "")
    printed = requirement.number or ""
    demand = paper_words(requirement.form, requirement.copies)
    if requirement.stamp_duty:
        demand = ", ".join(filter(None, (demand, tr("bermeterai"))))
    got = paper_words(item.tick.form, item.tick.count) if item.tick and item.tick.met else ""
    if item.tick and item.tick.met and item.tick.seen_original:
        got = ", ".join(filter(None, (got, tr("asli diperlihatkan"))))
    row = Row(
        id=requirement.id,
        key=key,
        number="" if printed.lower() == key or (printed, key) == ("10", "0") else printed,
        text=requirement.text,
        kind=kind,
        depth=item.depth,
        standing=item.standing,
        mark=_mark(item, kind, answers),
        demand=demand,
        got=got,
        alert=_alert(item),
        hint=seen if item.standing == "missing" else "",
    )
    return _with_spoken(row)


def _mark(item: Item, kind: RowKind, answers: Mapping[str, bool]) -> Mark:
    if kind == "instruction" or item.standing == "not_applicable":
        return "none"
    rule = item.requirement.rule
    if overruled(item):
        return "there"
    if question := asked_by(item.requirement):
        answer = answers.get(question)
        return "empty" if answer is None else "yes" if answer else "no"
    if item.standing == "fails":
        return "fails"
    if kind == "condition" and rule is not None and item.fact is not None:
        return "holds"
    return "there" if item.standing == "met" or (item.tick and item.tick.met) else "empty"


def _alert(item: Item) -> str:
    plain = {"not_applicable": tr("tidak berlaku"), "replaced": tr("diganti berkas lain")}
    if item.standing in plain:
        return plain[item.standing]
    if item.standing == "fails":
        return failing_words(item.requirement, item.fact)
    if overruled(item):
        return tr("diterima dengan alasan")
    if item.tick is not None and item.tick.met:
        return _shortfall_words(item.requirement, item.tick)
    return _open_words(item)


def _open_words(item: Item) -> str:
    """What is said of something that nobody has seen or answered yet."""
    requirement = item.requirement
    if item.standing == "optional" and requirement.kind != "instruction":
        return tr("bila ada")
    if item.standing == "missing" and requirement.kind == "condition":
        return tr("belum ditanyakan") if asked_by(requirement) else tr("belum diketahui")
    return ""


def _shortfall_words(requirement: Requirement, tick: Tick) -> str:
    lacking = shortfall(requirement, tick)
    if lacking == "count":
        return tr("kurang {count} lembar", count=requirement.copies - (tick.count or 0))
    if lacking == "form" and requirement.form:
        return tr("harus {form}", form=tr(FORM_WORDS[requirement.form]))
    return ""


def overruled(item: Item) -> bool:
    """Whether a condition that isn't met was let pass, with the reason in writing."""
    tick = item.tick
    return (
        item.requirement.rule is not None and item.standing == "met" and bool(tick and tick.met and tick.note.strip())
    )


def failing_words(requirement: Requirement, fact: object) -> str:
    """Why a condition fails, in a few words: ``umur 27 tahun, harus 30–55``."""
    rule = requirement.rule
    if rule is None or isinstance(fact, bool) or not isinstance(fact, int):
        return tr("syarat tidak terpenuhi")
    bounds = rule.value
    if rule.op == "between" and isinstance(bounds, tuple) and len(bounds) == 2:
        wanted = tr("{low} sampai {high}", low=bounds[0], high=bounds[1])
    else:
        signs = {"ge": tr("paling sedikit {n}", n=bounds), "gt": tr("lebih dari {n}", n=bounds)}
        signs |= {"le": tr("paling banyak {n}", n=bounds), "lt": tr("kurang dari {n}", n=bounds)}
        wanted = signs.get(rule.op, str(bounds))
    if rule.kind == "age":
        return tr("umur {fact} tahun, harus {wanted}", fact=fact, wanted=wanted)
    return tr("{fact}, harus {wanted}", fact=fact, wanted=wanted)


def _answer_words(answer: bool | None) -> str:
    return {None: tr("belum dijawab"), True: tr("ya"), False: tr("tidak")}[answer]


def _with_spoken(row: Row) -> Row:
    marks: Mapping[Mark, str] = {
        "empty": tr("belum ada"), "there": tr("ada"), "yes": tr("ya"), "no": tr("tidak"),
        "holds": tr("terpenuhi"), "fails": tr("tidak terpenuhi"), "none": "",
    }  # fmt: skip
    parts = (row.number or row.key, row.text, row.demand, marks[row.mark], row.got, row.alert, row.hint)
    values = {name: getattr(row, name) for name in Row.__dataclass_fields__}
    return Row(**{**values, "spoken": ", ".join(part for part in parts if part)})

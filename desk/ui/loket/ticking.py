"""Ticking papers: a tick on, a tick off, all at once, and what stays when the service was the wrong one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desk.domain.catalogue import PaperForm, Requirement, Service
from desk.domain.checklist import Assessment
from desk.domain.intake import Tick
from desk.ui.loket.form import Form

FORMS: tuple[PaperForm | None, ...] = (None, "original", "copy", "legalised_copy", "digital")
"""What can be handed over, in the order in which the arrow keys go; None is 'as demanded'."""


def toggled(form: Form, service: Service, assessment: Assessment, requirement_id: str, *, original: bool) -> Form:
    """The form after one key on a paper: there if it wasn't, not there if it was.

    With `original` the paper is there and its original was shown. An entry with parts takes its parts along; a part
    that is taken out of a ticked entry leaves the others ticked.
    """
    requirement = service.requirement(requirement_id)
    item = assessment.item(requirement_id)
    if requirement is None or item is None or item.standing == "not_applicable":
        return form
    there = _is_there(form, service, requirement_id)
    ticks = dict(form.ticks)
    if original and not (there and ticks.get(requirement_id, Tick(met=True)).seen_original):
        old = ticks.get(requirement_id, Tick(met=True))
        ticks[requirement_id] = replace(old, met=True, seen_original=True)
    elif there:
        _take_away(ticks, service, requirement)
    else:
        for part in _below(requirement):
            if part.id in ticks and not ticks[part.id].met:
                del ticks[part.id]
        old = ticks.get(requirement_id, Tick(met=True))
        ticks[requirement_id] = replace(old, met=True)
    return replace(form, ticks=ticks)


def all_ticked(form: Form, service: Service, assessment: Assessment) -> Form:
    """The form with every paper there that applies. Conditions are asked one by one: they are never ticked in a heap."""
    ticks = dict(form.ticks)
    for item in assessment.items:
        requirement = item.requirement
        if item.standing == "missing" and requirement.kind != "condition":
            tick = ticks.get(requirement.id, Tick(met=True))
            ticks[requirement.id] = replace(tick, met=True, form=None, count=None)
    return replace(form, ticks=ticks)


def detailed(form: Form, requirement_id: str, changes: Mapping[str, Any]) -> Form:
    """The form with details of a paper changed (form, count, seen_original, kept, note); the paper is there then."""
    old = form.ticks.get(requirement_id, Tick(met=True))
    met = True if set(changes) - {"note"} else old.met
    return replace(form, ticks={**form.ticks, requirement_id: replace(old, **{"met": met, **changes})})


def next_form(tick: Tick | None, step: int) -> PaperForm | None:
    """What the arrow keys hand over next."""
    now = FORMS.index(tick.form) if tick and tick.form in FORMS else 0
    return FORMS[(now + step) % len(FORMS)]


def answered(form: Form, key: str, answer: bool | None) -> Form:
    """The form with a question answered, or open again."""
    answers = {name: value for name, value in form.answers.items() if name != key}
    if answer is not None:
        answers[key] = answer
    return replace(form, answers=answers)


def after(answer: bool | None) -> bool | None:
    """One key on a question: yes, then no, then open again."""
    return {None: True, True: False, False: None}[answer]


def moved(form: Form, old: Service | None, new: Service) -> Form:
    """The form after another service was chosen: a paper that both ask for stays ticked.

    The same document counts as the same paper, the first time that the new service asks for it; ticks that the new
    service has no use for are kept on the shelf for the way back.
    """
    if old is not None and old.id == new.id:
        return form
    shelf = dict(form.shelf)
    ticks: dict[str, Tick] = dict(shelf.pop(new.id, {}))
    if old is not None:
        shelf[old.id] = dict(form.ticks)
        for requirement_id, tick in _shared(form, old, new).items():
            ticks.setdefault(requirement_id, tick)
    return replace(form, service=new.id, ticks=ticks, shelf=shelf)


def _shared(form: Form, old: Service, new: Service) -> dict[str, Tick]:
    held: dict[str, Tick] = {}
    for requirement in old.every_requirement():
        if requirement.document and _is_there(form, old, requirement.id):
            held.setdefault(requirement.document, form.ticks.get(requirement.id, Tick(met=True)))
    shared: dict[str, Tick] = {}
    for requirement in new.every_requirement():
        if requirement.document in held and not requirement.parts:
            shared[requirement.id] = held.pop(requirement.document)
    return shared


def _is_there(form: Form, service: Service, requirement_id: str) -> bool:
    """Whether the paper was ticked, by itself or with the entry that it is part of."""
    tick = form.ticks.get(requirement_id)
    if tick is not None:
        return tick.met
    parent = parent_of(service, requirement_id)
    if parent is not None:
        return _is_there(form, service, parent.id)
    requirement = service.requirement(requirement_id)
    parts = requirement.parts if requirement else ()
    return bool(parts) and all(part.id in form.ticks and form.ticks[part.id].met for part in parts)


def _take_away(ticks: dict[str, Tick], service: Service, requirement: Requirement) -> None:
    """Untick an entry with all its parts, or a part of an entry that was ticked whole."""
    for each in (requirement, *_below(requirement)):
        ticks.pop(each.id, None)
    parent = parent_of(service, requirement.id)
    while parent is not None:
        if parent.id in ticks and ticks[parent.id].met:
            ticks[requirement.id] = Tick(met=False)
        parent = parent_of(service, parent.id)


def parent_of(service: Service, requirement_id: str) -> Requirement | None:
    """The entry whose part it is, or None."""
    return next((r for r in service.every_requirement() if any(part.id == requirement_id for part in r.parts)), None)


def _below(requirement: Requirement) -> tuple[Requirement, ...]:
    return tuple(each for part in requirement.parts for each in (part, *_below(part)))

"""The fields of the place being edited, as the form shows them, and what a text typed there does to the copy. Without Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.domain.pack import PackError
from desk.language import tr
from desk.ui.catalogue.edit.options import (
    Documents,
    Options,
    options_of,
    said_test,
    text_of,
    value_of,
    with_current,
)
from desk.ui.catalogue.edit.sections import Kind, Section, Spec
from desk.ui.catalogue.edit.tidy import Json
from desk.ui.catalogue.edit.working import Path, WorkingCopy

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
DURATION: Mapping[str, Any] = {
    "min": 1, "max": 1, "unit": "day", "bound": "exact", "basis": "working", "basis_source": "office", "printed": "1 Hari",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field as it stands."""

    path: Path
    label: str
    kind: Kind
    text: str
    options: Options = ()
    half: bool = False
    hint: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where."""

    path: Path
    sentence: str


def problem_of(error: PackError) -> Problem:
    """The place and the words of what the reader of packs refused."""
    steps = _STEP.findall(error.field or "")
    path: Path = tuple(int(index) if index else key for key, index in steps)
    return Problem(path, str(error.details.get("problem", error.message)))


def specs_at(section: Section, path: Path | None) -> tuple[Spec, ...]:
    """The fields of the entry at `path`."""
    if path is None:
        return ()
    inner = section.inner is not None and section.inner.key in path
    return section.inner.specs if inner and section.inner else section.entry


def fields_of(
    copy: WorkingCopy, section: Section, at: Path | None, documents: Documents, problem: Problem | None
) -> tuple[tuple[FieldView, ...], tuple[FieldView, ...]]:
    """The section's own fields, and those of the entry at `at`."""
    own = _fields(copy, section.specs, (), documents, problem)
    if section.key == "duration":
        there = "1" if copy.at(("duration",)) else ""
        own = (FieldView(("duration",), tr("Keputusan menetapkan jangka waktu"), "tick", there), *own)
    return own, _fields(copy, specs_at(section, at), at or (), documents, problem)


def put_text(copy: WorkingCopy, section: Section, path: Path, at: Path | None, text: str) -> None:
    """The officer wrote `text` into the field at `path`."""
    if path == ("duration",):
        copy.put(path, dict(DURATION) if text else None)
        return
    base = at or ()
    spec = next((s for s in specs_at(section, at) if at is not None and (*base, *s.path) == path), None)
    spec = spec or next((s for s in section.specs if s.path == path), None)
    if spec is None:
        return  # typed into a field that has just gone
    before = copy.at(path)
    copy.put(path, value_of(spec, text))
    if spec.kind not in ("line", "text", "lines", "number", "range"):
        copy.rest()
    if path[0] == "duration":
        copy.amend({**copy.raw, "duration": _in_line(copy.raw["duration"])})
    elif spec.key == "any_of":
        own = str(copy.at((*base, "id")))
        copy.amend(_both_ways(copy.raw, own, set(before or ()), set(copy.at(path) or ())))


def _fields(
    copy: WorkingCopy, specs: tuple[Spec, ...], base: Path, documents: Documents, problem: Problem | None
) -> tuple[FieldView, ...]:
    found = []
    for spec in specs:
        if not _shown(copy, spec, base):
            continue
        path = (*base, *spec.path)
        text = text_of(spec, copy.at(path))
        options = options_of(spec.options, copy.raw, path, documents) if spec.options else ()
        if spec.kind in ("choice", "coded"):
            options = with_current(options, text, _said_current(spec, copy, path, text))
        wrong = problem.sentence if problem and problem.path == path else ""
        hint = tr(spec.hint) if spec.hint else ""
        found.append(FieldView(path, tr(spec.label), spec.kind, text, options, spec.half, hint, wrong))
    return tuple(found)


def _shown(copy: WorkingCopy, spec: Spec, base: Path) -> bool:
    if spec.key.startswith("duration."):
        duration = copy.at(("duration",))
        return bool(duration and (spec.key != "duration.min" or duration.get("bound") == "range"))
    if spec.only == ("age",):
        return bool(copy.at((*base, "rule", "field")) == "applicant.age")
    kind = copy.at((*base, "kind"))
    return not spec.only or kind in spec.only or bool(copy.at((*base, *spec.path)))


def _said_current(spec: Spec, copy: WorkingCopy, path: Path, text: str) -> str:
    value = copy.at(path)
    if spec.key in ("applies_when", "rule") and isinstance(value, dict):
        return said_test(value, copy.raw)
    if spec.key == "any_of" and isinstance(value, list):
        every = {str(e.get("id")): str(e.get("text", "")) for e in _requirements(copy.raw.get("requirements") or [])}
        return "; ".join(every.get(str(one), str(one)) for one in value)
    return text.replace("_", " ") if text else tr("belum dipilih")


def _in_line(duration: Json) -> Json:
    """The shortest time follows the longest, except in a range."""
    bound, most = duration.get("bound"), duration.get("max")
    if bound == "range" or not isinstance(most, int):
        return duration
    return {**duration, "min": 0 if bound == "at_most" else most}


def _both_ways(raw: Json, own: str, before: set[str], after: set[str]) -> Json:
    """An alternative is named on both sides."""

    def walk(entries: list[Json]) -> list[Json]:
        made = []
        for entry in entries:
            kept, name = dict(entry), str(entry.get("id"))
            others = list(kept.get("any_of") or ())
            if name in after and own not in others:
                kept["any_of"] = [*others, own]
            elif name in before - after and own in others:
                kept["any_of"] = [other for other in others if other != own]
            if kept.get("parts"):
                kept["parts"] = walk(kept["parts"])
            made.append(kept)
        return made

    return {**raw, "requirements": walk(raw.get("requirements") or [])}


def _requirements(entries: list[Json]) -> list[Json]:
    return [found for entry in entries for found in (entry, *_requirements(entry.get("parts") or []))]

"""Lists of a service file as rows, and what adding, taking away and moving an entry does to its neighbours: ids that
nobody has to think of, a route whose normal way stays whole, alternatives that never point to nothing. Without Qt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.language import tr
from desk.ui import words
from desk.ui.catalogue.edit.sections import Section
from desk.ui.catalogue.edit.tidy import Json
from desk.ui.catalogue.edit.working import Path, WorkingCopy, value_at
from desk.ui.catalogue.saying import PRODUCTS

_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list, as the outline shows it."""

    path: Path
    number: str
    text: str
    detail: str
    depth: int
    icon: str = ""


def rows_of(section: Section, raw: Json) -> tuple[Row, ...]:
    """The section's entries, each followed by those within it."""
    found: list[Row] = []

    def walk(entries: Any, path: Path, depth: int) -> None:
        for place, entry in enumerate(entries or ()):
            where = (*path, place)
            found.append(_row(where, entry, place, depth, raw))
            if section.inner and isinstance(entry, dict):
                walk(entry.get(section.inner.key), (*where, section.inner.key), depth + 1)

    if section.entries:
        walk(value_at(raw, section.entries), section.entries, 0)
    return tuple(found)


def add(copy: WorkingCopy, section: Section, after: Path | None, *, inside: bool = False) -> Path:
    """A new entry after the one at `after`, or inside it; says where it stands."""
    if inside and section.inner and after:
        owner = after if not _is_inner(after, section) else after[:-2]
        entries = (*owner, section.inner.key)
        place = len(copy.at(entries) or [])
    elif after and _is_inner(after, section):
        entries, place = after[:-1], int(after[-1]) + 1
    else:
        entries, place = section.entries, int(after[-1]) + 1 if after else len(copy.at(section.entries) or [])
    linear = _is_linear(copy.raw)
    where = copy.insert(entries, place, _new_entry(copy.raw, section, entries, place))
    _mend(copy, section, linear=linear)
    return where


def remove(copy: WorkingCopy, section: Section, path: Path) -> Path | None:
    """Take the entry away; says which one is to be looked at next."""
    linear = _is_linear(copy.raw)
    gone = copy.at(path)
    copy.remove(path)
    _mend(copy, section, linear=linear, gone=gone)
    rows = rows_of(section, copy.raw)
    paths = [row.path for row in rows]
    for candidate in (path, (*path[:-1], int(path[-1]) - 1), path[:-2]):
        if candidate in paths:
            return candidate
    return paths[0] if paths else None


def move(copy: WorkingCopy, section: Section, path: Path, by: int) -> Path:
    """Move the entry among its kind; says where it stands then."""
    linear = _is_linear(copy.raw)
    where = copy.move(path, by)
    if where != path:
        _mend(copy, section, linear=linear)
    return where


def renumber(copy: WorkingCopy, section: Section) -> None:
    """Number the section's entries from 1, parts from a."""
    entries = []
    for place, entry in enumerate(copy.at(section.entries) or (), start=1):
        made = {**entry, "number": str(place)}
        if section.inner and section.inner.key == "parts" and any(part.get("number") for part in made.get("parts", ())):
            made["parts"] = [{**part, "number": letter(index)} for index, part in enumerate(made["parts"])]
        entries.append(made)
    copy.put(section.entries, entries)
    copy.rest()


def letter(index: int) -> str:
    """The letters of parts: ``a`` to ``z``, then ``aa``."""
    return letter(index // 26 - 1) + letter(index % 26) if index >= 26 else chr(ord("a") + index)


def fresh(wanted: str, used: set[str]) -> str:
    """An id like `wanted` that nothing has yet."""
    plain = "_".join(_WORD.findall(wanted.lower().replace(".", " "))[:4]) or "baru"
    if plain not in used:
        return plain
    return next(f"{plain}_{number}" for number in range(2, 10_000) if f"{plain}_{number}" not in used)


def _is_inner(path: Path, section: Section) -> bool:
    return section.inner is not None and section.inner.key in path


def _row(path: Path, entry: Any, place: int, depth: int, raw: Json) -> Row:
    if not isinstance(entry, dict):
        return Row(path, str(place + 1), str(entry) or tr("(kosong)"), "", depth)
    if "to" in entry:
        keys = [step.get("key") for step in raw.get("route", ())]
        when = words.branch_words(entry["when"]) if entry.get("when") else tr("biasanya")
        target = keys.index(entry["to"]) if entry["to"] in keys else None
        number = "?" if target is None else raw["route"][target].get("number") or str(target + 1)
        return Row(path, "→", tr("{case} → langkah {number}", case=when, number=number), "", depth)
    said = next((str(entry[key]) for key in ("text", "title", "name", "value", "activity") if entry.get(key)), "")
    detail = str(entry.get("actor", entry.get("citation", "")))
    icon = ""
    if "kind" in entry and entry["kind"] in words.KINDS and "text" in entry:
        icon = words.KINDS[entry["kind"]][0]
        detail = _requirement_detail(entry)
    elif "name" in entry and entry.get("kind") in PRODUCTS:
        detail = tr(PRODUCTS[entry["kind"]])
    elif "kind" in entry and entry["kind"] in words.CHANNELS:
        icon, word = words.CHANNELS[entry["kind"]]
        detail = tr(word)
    return Row(path, str(entry.get("number") or ""), said or tr("(kosong)"), detail, depth, icon)


def _requirement_detail(entry: Mapping[str, Any]) -> str:
    parts = [tr(words.FORMS[entry["form"]]) if entry.get("form") in words.FORMS else tr(words.KINDS[entry["kind"]][1])]
    copies = entry.get("copies", 1)
    parts += [tr("{count} rangkap", count=copies)] if copies != 1 else []
    parts += [tr("bermeterai")] if entry.get("stamp_duty") else []
    parts += [tr("bila ada")] if entry.get("mandatory") is False else []
    return " · ".join(parts)


def _new_entry(raw: Json, section: Section, entries: Path, place: int) -> Any:
    if not section.entry[0].key:
        return ""
    if section.key == "requirements":
        return _new_requirement(raw, entries, place)
    if section.key == "route":
        return _new_step(raw, place) if len(entries) == 1 else {"when": "incomplete", "to": raw["route"][0]["key"]}
    if section.key == "questions":
        used = {str(question.get("key")) for question in raw.get("questions") or []}
        return {"key": fresh("tanya", used), "text": ""}
    made: Json = {}
    specs = section.entry if entries == section.entries or not section.inner else section.inner.specs
    for spec in specs:
        if spec.needed:
            made[spec.key] = {"products": "letter", "channels": "phone"}.get(spec.options, "")
    return made


def _new_requirement(raw: Json, entries: Path, place: int) -> Json:
    used = {str(entry.get("id")) for entry in _all_requirements(raw.get("requirements") or [])}
    if len(entries) == 1:
        return {"id": fresh(f"k{place + 1}", used), "number": str(place + 1), "text": "", "kind": "document"}
    parent = value_at(raw, entries[:-1])["id"]
    wanted = letter(place)
    name = next(name for name in (wanted, *(f"{wanted}{i}" for i in range(2, 999))) if f"{parent}.{name}" not in used)
    made: Json = {"id": f"{parent}.{name}", "text": "", "kind": "document"}
    return {**made, "number": wanted} if all(part.get("number") for part in value_at(raw, entries) or ()) else made


def _new_step(raw: Json, place: int) -> Json:
    steps = raw.get("route") or []
    actor = steps[min(place, len(steps)) - 1]["actor"] if steps else "Petugas Pelayanan"
    key = fresh(f"langkah{place + 1}", {str(step.get("key")) for step in steps})
    return {"key": key, "number": str(place + 1), "actor": actor, "action": "check", "title": "", "next": []}


def _all_requirements(entries: list[Json]) -> list[Json]:
    return [found for entry in entries for found in (entry, *_all_requirements(entry.get("parts") or []))]


def _is_linear(raw: Json) -> bool:
    """Whether the route's normal way is its order."""
    route = raw.get("route") or []
    return all(
        _normal(step) == (route[place + 1]["key"] if place + 1 < len(route) else None)
        for place, step in enumerate(route)
    )


def _normal(step: Mapping[str, Any]) -> str | None:
    return next((branch["to"] for branch in step.get("next") or () if not branch.get("when")), None)


def _mend(copy: WorkingCopy, section: Section, *, linear: bool, gone: Any = None) -> None:
    """Bring the neighbours in line, within the same step."""
    raw = copy.raw
    if section.key == "route":
        raw = {
            **raw,
            "route": _linked(raw.get("route") or [], linear=linear, gone=gone if isinstance(gone, dict) else {}),
        }
        if not raw["route"]:
            del raw["route"]
    elif section.key == "requirements" and isinstance(gone, dict) and raw.get("requirements"):
        lost = {str(entry.get("id")) for entry in _all_requirements([gone])}
        raw = {**raw, "requirements": _without(raw["requirements"], lost)}
    elif section.key == "questions" and isinstance(gone, dict) and raw.get("requirements"):
        raw = {**raw, "requirements": _unasked(raw["requirements"], f"answer.{gone.get('key')}")}
    if raw is not copy.raw:
        copy.amend(raw)


def _linked(route: list[Json], *, linear: bool, gone: Json) -> list[Json]:
    """Steps whose ways lead to steps that are there; in a straight route the normal way follows the order."""
    keys = {step["key"] for step in route}
    made = []
    for place, step in enumerate(route):
        branches = [
            {**branch, "to": branch["to"] if branch["to"] in keys else _normal(gone)}
            for branch in step.get("next") or ()
        ]
        branches = [branch for branch in branches if branch["to"] in keys and branch["to"] != step["key"]]
        if linear:
            after = [{"when": None, "to": route[place + 1]["key"]}] if place + 1 < len(route) else []
            branches = after + [branch for branch in branches if branch.get("when")]
        kept = {key: value for key, value in step.items() if key != "next"}
        made.append({**kept, "next": branches} if branches or "next" in step else kept)
    return made


def _without(entries: list[Json], lost: set[str]) -> list[Json]:
    made = []
    for entry in entries:
        kept = dict(entry)
        if lost & set(kept.get("any_of") or ()):
            kept["any_of"] = [other for other in kept["any_of"] if other not in lost]
        if kept.get("parts"):
            kept["parts"] = _without(kept["parts"], lost)
        made.append(kept)
    return made


def _unasked(entries: list[Json], name: str) -> list[Json]:
    """Requirements that no longer depend on an answer that nobody asks for."""
    made = []
    for entry in entries:
        kept = {
            key: value
            for key, value in entry.items()
            if not (key in ("applies_when", "rule") and isinstance(value, dict) and value.get("field") == name)
        }
        if kept.get("parts"):
            kept["parts"] = _unasked(kept["parts"], name)
        made.append(kept)
    return made

"""What may be chosen in a field, and how texts of fields become values of the file and back. Without Qt."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any

from desk.domain.catalogue import APPLICANT_KINDS, DocumentType, Service
from desk.language import tr
from desk.ui import words
from desk.ui.catalogue.edit.sections import Spec
from desk.ui.catalogue.edit.tidy import Json
from desk.ui.catalogue.edit.working import Path, value_at
from desk.ui.catalogue.saying import ACTIONS, BASES, BOUNDS, PRODUCTS, SENSITIVE, UNITS

Options = tuple[tuple[str, str], ...]
Documents = Mapping[str, DocumentType]
_NUMBER = re.compile(r"\d+")


def options_of(name: str, raw: Json, path: Path, documents: Documents) -> Options:
    """(text of the value, words) of what the field at `path` may be."""
    if name in _FIXED:
        return _FIXED[name]()
    makers: Mapping[str, Callable[[Json, Path], Iterator[tuple[str, str]]]] = {
        "conditions": _conditions,
        "rules": _rules,
        "alternatives": _alternatives,
        "steps": _steps,
        "actors": _actors,
    }
    if name == "documents":
        known = sorted(documents.values(), key=lambda document: document.short.casefold())
        listed = [(d.id, d.short if d.short == d.name else f"{d.short} – {d.name}") for d in known]
        return (("", tr("tidak ada dalam daftar")), *listed)
    return tuple(makers[name](raw, path)) if name in makers else ()


def text_of(spec: Spec, value: Any) -> str:
    """The field's text for a value of the file."""
    if spec.kind == "tick":
        yes = value if value is not None else spec.key == "mandatory"
        return "1" if yes else ""
    if spec.kind == "coded":
        return code(value)
    if value is None:
        return "1" if spec.key == "copies" else ""
    if spec.kind == "lines" and isinstance(value, list):
        return "\n".join(str(line) for line in value)
    if spec.kind == "range" and isinstance(value, list):
        return "–".join(str(number) for number in value)
    return str(value)


def value_of(spec: Spec, text: str) -> Any:
    """The value of the file for a field's text; None where there is none. What can't be read stays a text, so that the
    reader of packs names the place.
    """
    if spec.kind == "tick":
        return bool(text) if spec.needed or bool(text) != (spec.key == "mandatory") else None
    if spec.kind == "coded":
        return json.loads(text) if text else None
    if spec.kind == "lines":
        return [line for line in text.split("\n") if line.strip()] or None
    if not text.strip():
        return "" if spec.needed else None
    return _numbers(text, 2) if spec.kind == "range" else _numbers(text, 1) if spec.kind == "number" else text


def _numbers(text: str, count: int) -> Any:
    """The numbers in a text, or the text where they can't be read."""
    if count == 1:
        plain = text.strip().replace(".", "")
        return int(plain) if plain.isascii() and plain.isdigit() else text
    found = [int(number) for number in _NUMBER.findall(text)]
    return found if len(found) == count else text


def code(value: Any) -> str:
    """A JSON value as the text that stands for it among choices."""
    if isinstance(value, dict):
        value = {"value": None, **value}
    return "" if value is None or value == [] else json.dumps(value, ensure_ascii=False, sort_keys=True)


def with_current(options: Options, text: str, said: str) -> Options:
    """The choices, and what stands there now if it isn't among them."""
    if any(value == text for value, _ in options):
        return options
    return (*options, (text, said))


def said_test(test: Json, raw: Json) -> str:
    """A condition in words."""
    field, value = str(test.get("field", "")), test.get("value")
    if field.startswith("answer."):
        key = field.removeprefix("answer.")
        asked = next((q.get("text", key) for q in raw.get("questions", ()) if q.get("key") == key), key)
        no = (test.get("op") in ("eq", "is_true") and value is False) or (test.get("op") == "ne" and value is True)
        return (
            tr("bila jawabannya tidak: {question}", question=asked)
            if no
            else tr("bila jawabannya ya: {question}", question=asked)
        )
    if field == "applicant.kind":
        kinds = [value] if isinstance(value, str) else list(value or ())
        known: Mapping[str, str] = {str(kind): word for kind, word in words.APPLICANTS.items()}
        named = ", ".join(tr(known[kind]) if kind in known else str(kind) for kind in kinds)
        return tr("hanya {kinds}", kinds=named) if test.get("op") != "ne" else tr("selain {kinds}", kinds=named)
    if field == "applicant.age":
        said = "–".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        signs = {"lt": "<", "le": "≤", "gt": ">", "ge": "≥", "ne": "≠"}
        return tr("hanya umur {age}", age=f"{signs.get(str(test.get('op')), '')} {said}".strip())
    return tr("hanya bila {field} {op} {value}", field=field, op=test.get("op"), value=value)


def said_test_of(service: Service, field: str, op: str, value: object) -> str:
    """The same, of a service that was read."""
    asked = [{"key": question.key, "text": question.text} for question in service.questions]
    return said_test({"field": field, "op": op, "value": value}, {"questions": asked})


def _conditions(raw: Json, path: Path) -> Iterator[tuple[str, str]]:
    yield "", tr("semua pemohon")
    for question in raw.get("questions", ()):
        name = f"answer.{question.get('key')}"
        tests: tuple[Json, ...] = (
            {"field": name, "op": "is_true", "value": None},
            {"field": name, "op": "eq", "value": False},
        )
        for test in tests:
            yield code(test), said_test(test, raw)
    for kind in APPLICANT_KINDS:
        test = {"field": "applicant.kind", "op": "eq", "value": kind}
        yield code(test), said_test(test, raw)
    for op, age in (("lt", 17), ("lt", 18), ("ge", 17), ("ge", 18), ("ge", 60)):
        test = {"field": "applicant.age", "op": op, "value": age}
        yield code(test), said_test(test, raw)


def _rules(raw: Json, path: Path) -> Iterator[tuple[str, str]]:
    yield "", tr("ditanyakan di loket: dipenuhi atau tidak")
    now = value_at(raw, path)
    held = now if isinstance(now, dict) else {}
    age = held if held.get("field") == "applicant.age" else None
    yield (
        code(age or {"field": "applicant.age", "kind": "age", "op": "between", "value": [18, 60]}),
        tr("umur pemohon, dihitung dari tanggal lahir"),
    )
    for question in raw.get("questions", ()):
        name = f"answer.{question.get('key')}"
        kind = held.get("kind") if held.get("field") == name else question.get("key")
        rule = {"field": name, "kind": kind, "op": "is_true", "value": None}
        kept = held if held.get("field") == name and held.get("op") == "is_true" else rule
        yield code(kept), tr("jawaban ya atas: {question}", question=question.get("text", ""))


def _alternatives(raw: Json, path: Path) -> Iterator[tuple[str, str]]:
    yield "", tr("tidak ada penggantinya")
    own = value_at(raw, path[:-1])

    def walk(entries: list[Json]) -> Iterator[tuple[str, str]]:
        for entry in entries:
            if entry is not own:
                yield code([entry.get("id")]), short(str(entry.get("text", "")), 90)
            yield from walk(entry.get("parts") or [])

    yield from walk(raw.get("requirements", []))


def _steps(raw: Json, path: Path) -> Iterator[tuple[str, str]]:
    for place, step in enumerate(raw.get("route", ()), start=1):
        number = step.get("number") or str(place)
        yield str(step.get("key")), short(f"{number}. {step.get('title', '')}", 90)


def _actors(raw: Json, path: Path) -> Iterator[tuple[str, str]]:
    for actor in dict.fromkeys(str(step.get("actor", "")) for step in raw.get("route", ())):
        yield actor, actor


def short(text: str, most: int = 60) -> str:
    """The text, cut at a word where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + " …"


def _said(table: Mapping[Any, str], empty: str = "") -> Options:
    found = tuple((str(key), tr(said)) for key, said in table.items())
    return (("", empty), *found) if empty else found


def _applicants() -> Options:
    found = [("", tr("siapa saja"))]
    for count in (1, 2):
        for kinds in combinations(APPLICANT_KINDS, count):
            found.append((code(list(kinds)), " · ".join(tr(words.APPLICANTS[kind]) for kind in kinds)))
    return tuple(found)


_FIXED: Mapping[str, Callable[[], Options]] = {
    "kinds": lambda: tuple((str(kind), tr(word)) for kind, (_, word) in words.KINDS.items()),
    "forms": lambda: _said(words.FORMS, tr("tidak disebut")),
    "actions": lambda: _said(ACTIONS),
    "branches": lambda: _said(words.BRANCHES, tr("biasanya")),
    "units": lambda: _said(UNITS),
    "bounds": lambda: _said(BOUNDS),
    "bases": lambda: _said(BASES),
    "sources": lambda: (("printed", tr("keputusan, tercetak")), ("office", tr("anggapan dinas"))),
    "products": lambda: _said(PRODUCTS),
    "channels": lambda: tuple((str(kind), tr(word)) for kind, (_, word) in words.CHANNELS.items()),
    "sensitive": lambda: _said(SENSITIVE, tr("berkas biasa")),
    "applicants": _applicants,
}

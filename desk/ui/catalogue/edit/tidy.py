"""The one spelling of a service file: keys in the order of docs/packs.md, defaults left out. Without Qt.

What was not changed keeps its bytes, so that history tells of changes that somebody made and of no others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.domain.catalogue import APPLICANT_KINDS

Json = dict[str, Any]

SERVICE = (
    "title", "division", "keywords", "applicants", "sensitive", "questions", "requirements", "duration", "fee",
    "product", "products", "route", "field_visit", "returns_incomplete", "can_reject", "hand_off", "complaints",
    "legal_basis", "facilities", "competence", "oversight", "executors", "assurance", "safety", "evaluation", "sop",
    "corrections", "source",
)  # fmt: skip
REQUIREMENT = (
    "id", "number", "text", "kind", "document", "form", "copies", "stamp_duty", "mandatory", "issuer", "applies_when",
    "any_of", "rule", "parts",
)  # fmt: skip
STEP = ("key", "number", "actor", "external", "action", "title", "next")
_ORDERS: Mapping[str, tuple[str, ...]] = {
    "questions": ("key", "text"), "requirements": REQUIREMENT, "parts": REQUIREMENT, "route": STEP,
    "next": ("when", "to"), "complaints": ("kind", "value"), "products": ("kind", "name"),
    "legal_basis": ("citation", "title"),
}  # fmt: skip
_TESTS = {"applies_when": ("field", "op", "value"), "rule": ("kind", "field", "op", "value")}
_DEFAULTS: Mapping[str, Any] = {"copies": 1, "stamp_duty": False, "mandatory": True, "external": False}
_NEEDED = ("title", "fee", "product", "source", "field_visit", "returns_incomplete", "can_reject")


def tidied(raw: Mapping[str, Any]) -> Json:
    """The file as it is written: empty lists and defaults gone where that means the same, keys in order."""
    made: Json = {}
    for key in (*SERVICE, *(key for key in raw if key not in SERVICE)):
        if key not in raw:
            continue
        value = _value(key, raw[key])
        if key in _NEEDED or value not in (None, [], {}):
            made[key] = value
    if set(made.get("applicants", ())) == set(APPLICANT_KINDS):
        del made["applicants"]
    return made


def finished(base: Mapping[str, Any], raw: Mapping[str, Any]) -> Json:
    """The file to be kept: components that mean what they meant are written as they were."""
    old, new = tidied(base), tidied(raw)
    made: Json = {}
    for key in (*SERVICE, *(key for key in raw if key not in SERVICE)):
        if key in base and old.get(key) == new.get(key):
            made[key] = base[key]
        elif key in new:
            made[key] = new[key]
    return made


def blank(title: str) -> Json:
    """A new service, with what every service has: one requirement at least."""
    first = {"id": "ktp", "number": "1", "text": "Kartu Tanda Penduduk (KTP)", "kind": "document", "document": "ktp"}
    return {
        "title": title,
        "requirements": [first],
        "fee": 0,
        "product": title,
        "field_visit": False,
        "returns_incomplete": False,
        "can_reject": False,
        "source": {"document": "Desk"},
    }


def _value(key: str, value: Any) -> Any:
    if key in _ORDERS and isinstance(value, list):
        return [_entry(_ORDERS[key], entry) if isinstance(entry, dict) else _stripped(entry) for entry in value]
    if key in ("corrections", "source"):
        return value
    return _stripped(value)


def _entry(order: tuple[str, ...], entry: Json) -> Json:
    made: Json = {}
    for key in (*order, *(key for key in entry if key not in order)):
        if key not in entry:
            continue
        value = _value(key, entry[key])
        if key in _TESTS and isinstance(value, dict):
            value = {"value": None, **value}
            value = {name: value[name] for name in (*_TESTS[key], *value) if name in value}
        if key in _DEFAULTS and value == _DEFAULTS[key]:
            continue
        if value in (None, [], {}) and not (key == "when" or "any_of" not in order):
            continue
        made[key] = value
    return made


def _stripped(value: Any) -> Any:
    """Texts without spaces round them, all the way down."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return [_stripped(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _stripped(entry) for key, entry in value.items()}
    return value

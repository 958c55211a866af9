"""Where a doubt stands in a service file, and of which family it is. Without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desk.domain.doubts.doubt import Doubt
from desk.language import mark, tr
from desk.ui.catalogue.edit.sections import section_named
from desk.ui.catalogue.edit.working import Path, value_at

FAMILIES: Mapping[str, str] = {
    "spelling": mark("Ejaan dan istilah"),
    "numbering": mark("Penomoran"),
    "law": mark("Dasar hukum"),
    "paper": mark("Berkas dan persyaratan"),
    "route": mark("Alur dan pelaksana"),
    "product": mark("Produk"),
    "time": mark("Waktu dan biaya"),
    "contact": mark("Pengaduan dan kontak"),
    "empty": mark("Kosong atau tanpa isi"),
    "copied": mark("Tersalin dari layanan lain"),
    "other": mark("Lainnya"),
}
_BY_WORD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("copied", ("copied",)),
    ("spelling", ("misspelling", "dictionary", "doubled", "term", "acronym", "name_varies", "wording", "letter", "overseer")),
    ("numbering", ("number", "jumps", "repeats", "backwards")),
    ("law", ("law", "citation", "basis", "rule", "year")),
    ("contact", ("channel", "email", "phone", "lapor", "pledge", "head", "decree")),
    ("time", ("duration", "time", "fee")),
    ("empty", ("empty", "without_content", "missing", "open_ended")),
    ("product", ("product", "permit_or")),
    ("route", ("route", "step", "executor", "role", "office_absent", "decider", "reception", "check", "delivery", "archived", "drafted", "sop")),
    ("paper", ("paper", "document", "requirement", "form", "stamp", "photo", "card", "condition", "permit", "unsaid", "made_by", "range")),
)  # fmt: skip


def family_of(doubt: Doubt) -> str:
    """The family of a doubt, by its kind or else by the place it stands in."""
    for family, parts in _BY_WORD:
        if any(part in doubt.kind for part in parts):
            return family
    return {"requirements": "paper", "route": "route", "legal_basis": "law", "complaints": "contact"}.get(
        doubt.component, "other"
    )


def family_words(family: str) -> str:
    """What people call it."""
    return tr(FAMILIES[family])


def place_of(raw: Mapping[str, Any], doubt: Doubt) -> Path:
    """Where in the file the doubt stands: the entry that has its words, or the component."""
    section = section_named(doubt.component)
    start: Path = (doubt.component,) if doubt.component in raw else section.entries
    found = _entry_with(raw.get(doubt.component), doubt.words, start)
    return found or start or (doubt.component,)


def by_component(doubts: Iterable[Doubt]) -> dict[str, list[Doubt]]:
    """The doubts by the component that shows them."""
    found: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        found.setdefault(doubt.component, []).append(doubt)
    return found


def _entry_with(value: Any, words: tuple[str, ...], path: Path) -> Path:
    """The place of the first text that is one of the words, or holds one."""
    texts = list(_texts(value, path))
    for word in words:
        for where, text in texts:
            if text == word:
                return where
    for word in words:
        for where, text in texts:
            if word and word.casefold() in text.casefold():
                return where
    return ()


def _texts(value: Any, path: Path) -> Iterable[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for place, entry in enumerate(value):
            yield from _texts(entry, (*path, place))
    elif isinstance(value, dict):
        for key in (
            "text",
            "title",
            "activity",
            "value",
            "name",
            "actor",
            "citation",
            "printed",
            "roles",
            "parts",
            "rows",
        ):
            if key in value:
                yield from _texts(value_at(value, (key,)), (*path, key))

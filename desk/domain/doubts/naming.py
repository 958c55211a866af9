"""Names: one system, law or acronym under two names, and acronyms that nobody spells out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.domain.catalogue import Office, Service
from desk.domain.doubts import terms
from desk.domain.doubts.doubt import Doubt, listed, quoted
from desk.domain.doubts.reading import SMALL, distance, texts, words

_ACRONYM = re.compile(r"\b[A-Z]{3,6}\b(?!-)")
_EXPANDED = re.compile(r"((?:[\w/-]+\s+){1,8})\(\s*([A-Z]{3,6})\s*\)")
_SYSTEM = re.compile(
    r"\b(?:aplikasi|situs|sistem)\s+([A-Z][\w-]+(?:\s[A-Za-z]\w+)?)|\b([A-Z]{3,}-[A-Z]{2,})\b", re.IGNORECASE
)
_CITIZENS = ("title", "requirements", "product", "route")
_PAIR = re.compile(r"\b(\w+) (\w+) (dan|atau) (\w+)\b", re.IGNORECASE)


def system_spelt_otherwise(service: Service) -> Iterator[Doubt]:
    """One system under two names within a standard: SIKN-NG and SIKS-NG, Maslahat and masalahat."""
    found: dict[str, tuple[str, str]] = {}
    for component, text in texts(service):
        for match in _SYSTEM.finditer(text):
            name = (match[1] or match[2]).strip()
            found.setdefault(name.casefold(), (component, name))
    names = list(found.items())
    for index, (folded, (component, name)) in enumerate(names):
        for other, (_, written) in names[index + 1 :]:
            if folded.replace("-", " ") == other.replace("-", " ") or len(folded) < 6:
                continue
            if distance(folded, other, 1) <= 1:
                message = f"Nama sistem ditulis berbeda dalam satu standar: {quoted(name)} dan {quoted(written)}."
                yield Doubt(service.id, component, "system_name_varies", message, (name, written))
                return


def pair_varies(service: Service) -> Iterator[Doubt]:
    """'Pengumpulan Uang dan Barang' here, 'Uang atau Barang' there."""
    seen: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    for component, text in texts(service):
        if component not in {*_CITIZENS, "legal_basis"}:
            continue
        for lead, one, joint, other in _PAIR.findall(text):
            key = (lead.casefold(), one.casefold(), other.casefold())
            earlier = seen.setdefault(key, (component, joint.casefold(), f"{lead} {one} {joint} {other}"))
            if earlier[1] != joint.casefold() and lead.casefold() not in SMALL:
                message = (
                    f"Ditulis {quoted(earlier[2])} dan {quoted(f'{lead} {one} {joint} {other}')} dalam satu standar."
                )
                yield Doubt(
                    service.id, earlier[0], "name_varies", message, (earlier[2], f"{lead} {one} {joint} {other}")
                )
                return


def acronym_twice(office: Office) -> Iterator[Doubt]:
    """One acronym, spelt out in two ways."""
    first: dict[str, tuple[str, str]] = {}
    for service in office.services:
        reported: set[str] = set()
        for component, text in texts(service):
            for before, acronym in _EXPANDED.findall(text):
                meaning = _meaning(before, acronym)
                if meaning is None:
                    continue
                where, earlier = first.setdefault(acronym, (service.id, meaning))
                if earlier.casefold() != meaning.casefold() and acronym not in reported:
                    reported.add(acronym)
                    message = (
                        f"Singkatan {acronym} diuraikan berbeda: {quoted(earlier)} ({where}) dan {quoted(meaning)}."
                    )
                    yield Doubt(service.id, component, "acronym_with_two_meanings", message, (earlier, meaning))


def acronym_unexplained(office: Office) -> Iterator[Doubt]:
    """Acronyms before the citizen that nothing in the office's standards spells out."""
    written = {text for service in office.services for _, text in texts(service)}
    everything = " . ".join(sorted(" ".join(words(text)) for text in written))
    plain_words = {word.casefold() for text in written for word in re.findall(r"\b[A-Z]?[a-z]{2,}\b", text)}
    named = {acronym for s in office.services for _, text in texts(s) for _, acronym in _EXPANDED.findall(text)}
    known = terms.COMMON_ACRONYMS | named | set(office.region.split())
    spelt: dict[str, bool] = {}
    for service in office.services:
        found: dict[str, str] = {}
        for component, text in texts(service):
            if component in {*_CITIZENS, "sop"} and not text.isupper():
                for acronym in _ACRONYM.findall(text):
                    if acronym in known or acronym.casefold() in plain_words:
                        continue
                    if acronym not in spelt:
                        spelt[acronym] = _spelt_out(acronym, everything)
                    if not spelt[acronym]:
                        found.setdefault(acronym, component)
        if found:
            message = f"Singkatan yang tidak pernah diuraikan: {listed(found)}."
            yield Doubt(service.id, next(iter(found.values())), "acronym_unexplained", message, tuple(found))


def _meaning(before: str, acronym: str) -> str | None:
    """The words before the bracket whose initials are the acronym."""
    candidates = before.split()
    main = [word for word in candidates if word.casefold() not in SMALL]
    for row in (candidates, main):
        tail = row[-len(acronym) :]
        if len(tail) == len(acronym) and "".join(word[0].upper() for word in tail) == acronym:
            return " ".join(tail)
    return None


def _spelt_out(acronym: str, everything: str) -> bool:
    """Words in a row, anywhere in the office's standards, begin with its letters."""
    small = "(?:(?:dan|dan/atau|atau|di|ke|dengan|bagi|untuk) )?"
    return re.search(r"\b" + rf"\w* {small}".join(acronym.casefold()) + r"\w*", everything) is not None

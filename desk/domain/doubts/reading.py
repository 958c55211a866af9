"""How the rules read a standard: its texts by component, plain words, and what a text is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from desk.domain.catalogue import Branch, Requirement, Service, Step

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*", re.UNICODE)

SMALL = frozenset(
    "dan atau yang dari untuk di ke pada dengan bagi oleh kepada terhadap dalam melalui atas para serta tentang secara "
    "sebagai telah akan agar karena nya si sang the of on".split()
)
"""Words that say nothing of what a text is about."""

ABOUT: dict[str, str] = {
    "disabilitas": r"disabilitas|kecacatan|difabel|\bcacat\b|\bodk\b",
    "gangguan jiwa": r"gangguan jiwa|sakit jiwa|kejiwaan|\bodgj\b|\brsj\b",
    "lanjut usia": r"lanjut usia|lansia|jompo",
    "anak": r"\banak\b|\bbalita\b|\bremaja\b|\bbayi\b|\babh\b",
    "pengangkatan anak": r"pengangkatan anak|orang tua angkat|adopsi|\bcota\b",
    "bencana": r"bencana",
    "pemulung": r"pemulung",
    "gelandangan dan pengemis": r"gelandangan|pengemis|\bgepeng\b",
    "perempuan": r"perempuan|wanita",
    "undian": r"undian",
    "pengumpulan uang atau barang": r"pengumpulan (?:uang|sumbangan)|\bpub\b|sumbangan sosial",
    "taman makam pahlawan": r"makam pahlawan|ziarah",
    "keluarga harapan": r"keluarga harapan|\bpkh\b",
    "pengaduan": r"pengaduan",
    "informasi publik": r"data dan informasi|informasi publi[ck]",
}
"""The groups and subjects of social services: whom or what a standard is for."""
_ABOUT = {name: re.compile(pattern) for name, pattern in ABOUT.items()}


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without punctuation; hyphens stay inside words."""
    return tuple(_WORD.findall(text.casefold()))


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The words of a text, one space between them."""
    return " ".join(words(text))


def content(text: str) -> frozenset[str]:
    """The words that say what a text is about."""
    return frozenset(word for word in words(text) if word not in SMALL and len(word) > 1)


@lru_cache(maxsize=4096)
def about(text: str) -> frozenset[str]:
    """The groups and subjects that a text names. A disorder of the mind is a disability in law (UU 8/2016)."""
    found = {name for name, pattern in _ABOUT.items() if pattern.search(plain(text))}
    return frozenset(found | {"disabilitas"} if "gangguan jiwa" in found else found)


def alike(one: str, other: str) -> float:
    """How alike two words or texts are, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@lru_cache(maxsize=65536)
def distance(one: str, other: str, most: int = 2) -> int:
    """How many letters were mistyped between two words (a swap of neighbours counts one); `most` + 1 if more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)


def leaves(requirements: Iterable[Requirement]) -> Iterator[Requirement]:
    """What is really handed over: entries without parts, and the parts of those with."""
    for requirement in requirements:
        if requirement.parts:
            yield from leaves(requirement.parts)
        else:
            yield requirement


def printed_entries(requirements: Iterable[Requirement]) -> Iterator[Requirement]:
    """The entries that carry a number of their own: parts without one belong to their parent."""
    for requirement in requirements:
        if any(part.number is not None for part in requirement.parts):
            yield from printed_entries(requirement.parts)
        else:
            yield requirement


def named(requirement: Requirement) -> str:
    """An entry as a message names it: its number, if it has one, and its words."""
    return f"{requirement.number}. {requirement.text}" if requirement.number else requirement.text


def normal_way(service: Service) -> tuple[Step, ...]:
    """The steps of the normal way, in order."""
    steps = {step.key: step for step in service.route}
    found: list[Step] = []
    step = service.route[0] if service.route else None
    while step is not None and step not in found:
        found.append(step)
        step = steps.get(next((branch.to for branch in step.next if branch.when is None), ""))
    return tuple(found)


def branches(service: Service) -> Iterator[tuple[Step, Branch]]:
    """Every way out of every step."""
    for step in service.route:
        for branch in step.next:
            yield step, branch


def texts(service: Service) -> Iterator[tuple[str, str]]:
    """Every printed text of a standard with the key of its component; titles of laws are ``legal_basis``."""
    yield "title", service.title
    yield from (("requirements", text) for text in _requirement_texts(service.requirements))
    yield from (("route", title) for title in dict.fromkeys(step.title for step in service.route))
    yield "product", service.product
    for key in LISTS:
        yield from ((key, text) for text in getattr(service, key))
    yield from (("complaints", channel.value) for channel in service.complaints)
    yield from (("legal_basis", citation.title) for citation in service.legal_basis)
    for sop in service.sop:
        yield "sop", sop.title
        for row in sop.rows:
            yield from (("sop", text) for text in (row.activity, row.requirement, row.output) if text)


LISTS = ("facilities", "competence", "oversight", "assurance", "safety", "evaluation")
"""The components that are plain lists of texts."""


def _requirement_texts(requirements: Iterable[Requirement]) -> Iterator[str]:
    """Entries and numbered parts; a part without a number only repeats words of its parent."""
    for requirement in requirements:
        yield requirement.text
        yield from _requirement_texts(part for part in requirement.parts if part.number is not None)

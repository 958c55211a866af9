"""Words: misspelt, replaced, doubled, unexplained, differently written, or shutting people out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from desk.domain.catalogue import Office, Service
from desk.domain.doubts import terms
from desk.domain.doubts.doubt import Doubt, listed, quoted
from desk.domain.doubts.reading import LISTS, distance, texts, words

_MANY = 3
"""A text that more services have is the office's boilerplate."""
_APART = re.compile(r"\b(di)\s+([a-z]+)\b", re.IGNORECASE)
_JOINED = re.compile(r"\b(di|ke)([a-z]{3,})\b", re.IGNORECASE)


def misspelt(service: Service) -> Iterator[Doubt]:
    """Slips of the pen, one doubt for a component."""
    found: dict[str, dict[str, str]] = {}
    for component, text in texts(service):
        for wrong, right in _listed_words(text, terms.MISSPELT):
            found.setdefault(component, {}).setdefault(wrong, right)
    for component, slips in found.items():
        pairs = listed(f"“{wrong}” (seharusnya {right})" for wrong, right in slips.items())
        yield Doubt(service.id, component, "misspelling", f"Salah tulis: {pairs}.", tuple(slips))


def not_in_dictionary(office: Office) -> Iterator[Doubt]:
    """'Ijin', 'fotocopy', 'diatas': one remark for a standard, and one for what many of an office's have in common."""
    shared = Counter(place for service in office.services for place in set(texts(service)))
    common: dict[str, tuple[str, str]] = {}
    for service in office.services:
        own: dict[str, tuple[str, str]] = {}
        for component, text in texts(service):
            found = common if shared[component, text] > _MANY else own
            for wrong, right in _not_standard(component, text):
                found.setdefault(wrong.casefold(), (right, component))
        yield from _not_standard_words(service.id, own, "")
    yield from _not_standard_words(office.slug, common, " dalam teks yang dipakai banyak layanan")


def _not_standard_words(place: str, found: Mapping[str, tuple[str, str]], where: str) -> Iterator[Doubt]:
    if found.keys() - terms.TOLERATED:
        pairs = listed(f"“{wrong}” (baku: {right})" for wrong, (right, _) in found.items())
        component = next(iter(found.values()))[1]
        message = f"Bentuk tidak baku{where}: {pairs}."
        yield Doubt(place, component, "not_the_dictionary_form", message, tuple(found))


def _not_standard(component: str, text: str) -> Iterator[tuple[str, str]]:
    if component != "legal_basis":
        yield from _listed_words(text, terms.NOT_KBBI)
        yield from _apart_or_joined(text, component)


def _listed_words(text: str, table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    folded = " ".join(words(text))
    for wrong, right in table.items():
        if wrong in folded and re.search(rf"(?<![\w-]){wrong}(?![\w-])", folded):
            yield wrong, right


def _apart_or_joined(text: str, component: str) -> Iterator[tuple[str, str]]:
    """'di verifikasi' and 'diatas'."""
    if component == "complaints":
        return
    for apart in _APART.finditer(text):
        if apart[2].casefold() in terms.VERBS:
            yield apart[0], terms.VERBS[apart[2].casefold()]
    for joined in _JOINED.finditer(text):
        if joined[2].casefold() in terms.PLACES and joined[0].casefold() not in {"kemana", "kedinas"}:
            yield joined[0], f"{joined[1].casefold()} {joined[2]}"


def superseded(service: Service) -> Iterator[Doubt]:
    """Terms that the law has replaced; in the titles of laws they are quotations."""
    own = [(component, text) for component, text in texts(service) if component != "legal_basis"]
    for pattern, name, instead in terms.SUPERSEDED:
        places = [(component, text) for component, text in own if re.search(pattern, text, re.IGNORECASE)]
        if places:
            component, text = places[0]
            message = f"Istilah {quoted(name)} sudah diganti: {instead}. Tertulis {quoted(text)}."
            yield Doubt(service.id, component, "superseded_term", message, tuple(text for _, text in places))


def doubled(service: Service) -> Iterator[Doubt]:
    """A word or two twice in a row."""
    found: dict[tuple[str, str], str] = {}
    for component, text in texts(service):
        for one, other in pairwise(words(text)):
            if one == other and len(one) > 2 and not one.isdigit() and one not in terms.DOUBLED_RIGHTLY:
                found.setdefault((component, one), text)
        phrase = re.search(r"\b(\w+ \w+) \1\b", " ".join(words(text)))
        if phrase:
            found.setdefault((component, phrase[1]), text)
    for (component, word), text in found.items():
        message = f"Kata “{word}” tertulis dua kali berturut-turut: {quoted(text)}."
        yield Doubt(service.id, component, "word_doubled", message, (text,))


def discriminating(service: Service) -> Iterator[Doubt]:
    """Demands that shut people out or that nobody can verify."""
    for component, text in texts(service):
        if any(re.search(pattern, text, re.IGNORECASE) for pattern in terms.DISCRIMINATING):
            message = f"{quoted(text)}: ukuran yang tidak dapat diperiksa atau membeda-bedakan orang."
            yield Doubt(service.id, component, "unverifiable_wording", message, (text,))


def open_title(service: Service) -> Iterator[Doubt]:
    """A title that ends in 'dll': what else does the service cover?"""
    found = re.search(r"\b(dll|dsb|dan lain-lain)\b", service.title, re.IGNORECASE)
    if found:
        message = f"Judul {quoted(service.title)} terbuka ({quoted(found[1])}): cakupan layanan tidak pasti."
        yield Doubt(service.id, "title", "open_ended_title", message, (service.title,))


def oversight_unnamed(service: Service) -> Iterator[Doubt]:
    """'Oleh Kepala Bidang', of an office with several divisions."""
    for text in service.oversight:
        if re.search(r"oleh\s+(?:kepala bidang|kabid|kepala seksi|kasi)\s*$", text, re.IGNORECASE):
            message = f"Penanggung jawab pengawasan tidak disebut bidangnya: {quoted(text)}."
            yield Doubt(service.id, "oversight", "overseer_unnamed", message, (text,))


def odd_one_out(office: Office) -> Iterator[Doubt]:
    """A text that other services of the office have, but for one word that differs by a letter or two."""
    for key in (*LISTS, "complaints"):
        lines: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        for service in office.services:
            entries = [c.value for c in service.complaints] if key == "complaints" else getattr(service, key)
            for text in entries:
                lines.setdefault(words(text), []).append((service.id, text))
        for line, places in lines.items():
            usual = next((other for other in lines if len(lines[other]) > len(places) and _slip(line, other)), None)
            if usual is not None:
                wrong, right = _slip(line, usual) or ("", "")
                for service_id, text in places:
                    message = f"“{wrong}” di sini, “{right}” pada layanan lain: {quoted(text)}."
                    yield Doubt(service_id, key, "differs_by_a_letter", message, (text,))


def lone_word(office: Office) -> Iterator[Doubt]:
    """A word of which the office elsewhere has the same with a letter more, less, or two in another order."""
    used: dict[str, dict[str, str]] = {}
    for service in office.services:
        for component, text in texts(service):
            for word in words(text):
                if len(word) >= 6 and word.isalpha():
                    used.setdefault(word, {}).setdefault(service.id, component)
    known = {*terms.MISSPELT, *terms.NOT_KBBI, *terms.NOT_KBBI.values()}
    for word, places in used.items():
        usual = next((o for o in used if len(used[o]) > 2 * len(places) and _one_key_off(word, o)), None)
        if usual is not None and word not in known and usual not in known:
            for service_id, component in places.items():
                message = f"“{word}” di sini, “{usual}” di layanan lain: salah tulis?"
                yield Doubt(service_id, component, "differs_by_a_letter", message, (word,))


def _one_key_off(word: str, other: str) -> bool:
    """A key hit too often, missed, or two hit in the wrong order; another letter makes another word."""
    if word[0] != other[0] or word[-1] != other[-1] or word == other or abs(len(word) - len(other)) > 1:
        return False
    return distance(word, other, 1) == 1 and (len(word) != len(other) or sorted(word) == sorted(other))


def _slip(line: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, str] | None:
    """The one word in which two lines differ, if it differs by a slip only."""
    if len(line) != len(other) or line == other:
        return None
    different = [(a, b) for a, b in zip(line, other, strict=True) if a != b]
    if len(different) != 1:
        return None
    wrong, right = different[0]
    known = {**terms.MISSPELT, **terms.NOT_KBBI}
    if wrong.startswith(right) or right.startswith(wrong):
        return None
    if min(len(wrong), len(right)) < 5 or any(sign.isdigit() for sign in wrong + right) or known.get(right) == wrong:
        return None
    return (wrong, right) if wrong not in known and distance(wrong, right) <= 2 else None

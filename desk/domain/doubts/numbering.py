"""Numbering that jumps, repeats, starts late or goes on from another list.

Requirements and their parts, steps of the route, the printed list of executors, and lists printed inside one text can be
checked. Packs don't keep the numbers of the other lists (facilities, competence, oversight, assurance, safety,
evaluation, legal basis): there a wrong number can't be seen any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desk.domain.catalogue import Requirement, Service, Step
from desk.domain.doubts.doubt import Doubt, listed, quoted
from desk.domain.doubts.reading import LISTS, named, texts

_INSIDE = re.compile(r"(?:^|[\s:;(])(\d{1,2}|[a-z])[.)]\s+(?=[^\d\W])")
_FIGURE_AND_WORD = re.compile(r"\b(\d{1,3})\s*\(\s*([A-Za-z]+(?:\s[A-Za-z]+){0,3})\s*\)")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_SIGNS = {"i": 1, "v": 5, "x": 10}
_DIGITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
_NUMBERED = re.compile(r"(?:^|[\s;])(\d{1,2})[.)]\s+")


def value(number: str) -> int | None:
    """A printed number or letter as an integer; None where it is neither."""
    plain = number.strip(" .)").casefold()
    if plain.isdigit():
        return int(plain)
    return ord(plain) - ord("a") + 1 if len(plain) == 1 and "a" <= plain <= "z" else None


def _roman(number: str) -> int | None:
    """'iv' as 4, up to 39."""
    total = 0
    signs = [_ROMAN_SIGNS[sign] for sign in number.strip(" .)").casefold()]
    for sign, after in zip(signs, [*signs[1:], 0], strict=True):
        total += -sign if sign < after else sign
    return total


def faults(numbers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with a row of numbers: a kind and half a sentence."""
    roman = len(numbers) > 1 and all(_ROMAN.fullmatch(number.strip(" .)").casefold()) for number in numbers)
    read = _roman if roman else value
    values = [found for found in map(read, numbers) if found is not None]
    if not values:
        return
    if values[0] != 1:
        yield "numbering_starts_late", f"penomoran mulai dari {numbers[0]}, seperti lanjutan daftar lain"
    seen: set[int] = set()
    for before, after, printed in zip(values, values[1:], numbers[1:], strict=False):
        seen.add(before)
        if after in seen:
            yield "numbering_repeats", f"nomor {printed} dipakai dua kali"
        elif after != before + 1:
            yield "numbering_jumps", f"nomor melompat dari {before} ke {printed}"


def requirements(service: Service) -> Iterator[Doubt]:
    """Numbers of the requirements and of their parts."""
    lists: list[tuple[str, Sequence[Requirement]]] = [("Persyaratan", service.requirements)]
    lists += [(f"Rincian syarat {quoted(named(entry))}", entry.parts) for entry in service.every_requirement()]
    for name, entries in lists:
        numbers = [entry.number for entry in entries if entry.number is not None]
        for kind, what in faults(numbers):
            yield Doubt(service.id, "requirements", kind, f"{name}: {what}.", tuple(numbers))


def unnumbered_requirement(service: Service) -> Iterator[Doubt]:
    """An entry without a number among entries with one."""
    without = [entry for entry in service.requirements if entry.number is None]
    if without and len(without) < len(service.requirements):
        texts = listed(quoted(entry.text) for entry in without)
        message = f"Syarat {texts} tidak bernomor, sedangkan syarat lain bernomor."
        words = tuple(entry.text for entry in without)
        yield Doubt(service.id, "requirements", "requirement_without_number", message, words)


def route_gaps(service: Service) -> Iterator[Doubt]:
    """A number is missing between the steps, or the first is not 1."""
    found = sorted({number for step in service.route if (number := value(step.number or "")) is not None})
    if not found:
        return
    if found[0] != 1:
        message = f"Alur: penomoran mulai dari {found[0]}, seperti lanjutan daftar lain."
        yield Doubt(service.id, "route", "numbering_starts_late", message, (str(found[0]),))
    for before, after in pairwise(found):
        if after != before + 1:
            message = f"Alur: nomor melompat dari {before} ke {after}."
            yield Doubt(service.id, "route", "numbering_jumps", message, (str(before), str(after)))


def route_repeats(service: Service) -> Iterator[Doubt]:
    """One number stands for steps of different officials that don't follow each other."""
    numbered = [step for step in service.route if step.number]
    reported: set[str] = set()
    for index, step in enumerate(numbered):
        earlier = next((s for s in numbered[: max(index - 1, 0)] if _same_number(s, step)), None)
        between = earlier is not None and any(
            not _same_number(s, step) for s in numbered[numbered.index(earlier) : index]
        )
        if earlier is None or not between or step.number in reported or earlier.actor == step.actor:
            continue
        reported.add(step.number or "")
        message = f"Alur: nomor {step.number} dipakai dua kali, untuk {quoted(earlier.actor)} dan {quoted(step.actor)}."
        yield Doubt(service.id, "route", "numbering_repeats", message, (earlier.title, step.title))


def route_backwards(service: Service) -> Iterator[Doubt]:
    """The numbers of a chart don't follow its arrows."""
    seen: list[int] = []
    for step in service.route:
        number = value(step.number or "")
        if number is not None and number not in seen:
            seen.append(number)
    if seen != sorted(seen) and len(seen) > 2:
        order = ", ".join(str(number) for number in seen)
        message = f"Alur: nomor langkah tidak mengikuti arah alur (berkas berjalan {order})."
        yield Doubt(service.id, "route", "numbering_backwards", message, tuple(str(number) for number in seen))


def step_without_number(service: Service) -> Iterator[Doubt]:
    """Steps without a number among steps with one: usually in the chart or the SOP, not in the printed procedure."""
    without = [step for step in service.route[1:] if step.number is None]
    if without and any(step.number for step in service.route):
        texts = listed(quoted(step.title) for step in without)
        message = f"Langkah {texts} tidak bernomor, sedangkan langkah lain bernomor: hanya dari bagan atau SOP?"
        words = tuple(step.title for step in without)
        yield Doubt(service.id, "route", "step_without_number", message, words)


def executors(service: Service) -> Iterator[Doubt]:
    """The printed list of executors starts late, jumps or repeats."""
    printed = service.executors.printed or ""
    numbers = _NUMBERED.findall(printed)
    if len(numbers) < 2:
        return
    for kind, what in faults(numbers):
        message = f"Jumlah pelaksana: {what}: {quoted(printed)}."
        yield Doubt(service.id, "executors", kind, message, (printed,))


def inside_a_text(service: Service) -> Iterator[Doubt]:
    """A list printed inside one text that starts late or jumps."""
    for key in LISTS:
        for text in getattr(service, key):
            numbers = _INSIDE.findall(text)
            if len(numbers) < 2 or len({number.isdigit() for number in numbers}) > 1:
                continue
            for kind, what in faults(numbers):
                yield Doubt(service.id, key, kind, f"{quoted(text)}: {what}.", (text,))


def figure_and_word(service: Service) -> Iterator[Doubt]:
    """'6 (lima) orang': the figure and its word differ."""
    printed = [("executors", service.executors.printed or "")]
    if service.duration is not None:
        printed.append(("duration", service.duration.printed))
    for component, text in (*printed, *texts(service)):
        for figure, spoken in _FIGURE_AND_WORD.findall(text):
            number = spoken_number(spoken)
            if number is not None and number != int(figure):
                message = f"Angka dan huruf berbeda: {quoted(f'{figure} ({spoken})')} dalam {quoted(text)}."
                yield Doubt(service.id, component, "figure_and_word_differ", message, (text,))


def spoken_number(text: str) -> int | None:
    """The number that Indonesian words up to the hundreds name; None where a word is no number."""
    total = 0
    for word in text.casefold().replace("sepuluh", "satu puluh").replace("sebelas", "satu belas").split():
        if word in _DIGITS:
            total += _DIGITS[word]
        elif word == "belas":
            total += 10
        elif word == "puluh":
            total += total % 10 * 9
        elif word in {"ratus", "seratus"}:
            total = 100 if word == "seratus" else total * 100
        else:
            return None
    return total or None


def sentence_cut(service: Service) -> Iterator[Doubt]:
    """A number in the middle of a sentence: '2. yang diajukan', or a step that goes on in the next one."""
    for step in service.route:
        cut = re.search(r"\s(\d{1,2})[.)]\s+yang\s[^;.]*", step.title)
        if cut:
            message = f"Nomor {cut[1]} memotong kalimat: {quoted(cut[0].strip())} dalam {quoted(step.title)}."
            yield Doubt(service.id, "route", "sentence_cut_by_number", message, (step.title,))
    for before, after in pairwise(service.route):
        if before.title.casefold().endswith("sebagaimana dimaksud") and before.number != after.number:
            message = f"Satu kalimat terpotong menjadi dua langkah: {quoted(before.title)} dan {quoted(after.title)}."
            yield Doubt(service.id, "route", "sentence_cut_by_number", message, (before.title, after.title))


def _same_number(one: Step, other: Step) -> bool:
    return one.number == other.number

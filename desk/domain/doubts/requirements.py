"""The list of requirements: what is undetermined, no paper at all, asked elsewhere, or asked twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.domain.catalogue import Requirement, Service
from desk.domain.doubts.doubt import Doubt, listed, quoted, quotes
from desk.domain.doubts.reading import leaves, named, plain

_OPEN = re.compile(
    r"(?:berkas|dokumen|data|syarat|persyaratan|surat)\s(?:\w+\s)?(?:lain(?:nya)?\b|-lain)|pejabat yang berwenang|"
    r"\bdll\b|dan lain-lain|dan sebagainya|\bdsb\b|bila diperlukan|jika diperlukan|sesuai kebutuhan",
    re.IGNORECASE,
)
_HOW = re.compile(r"asli|fo?to ?-?co?p|\bfc\b|fotokopi|legalis|scan|digital|salinan|unggah|membawa", re.IGNORECASE)
_OLD_STAMP = re.compile(r"m[ae]t[ae]?rai[^.;]{0,12}?rp\.?\s*([36])[.,]?000", re.IGNORECASE)
_ENOUGH_STAMP = re.compile(r"(?:ber)?(?:meterai|materai|matrai)\s+(?:secukupnya|cukup)|secukupnya", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:poin|point|nomor|angka|no\.?)\s*(\d+)\s*(?:s\.?/?d\.?|sampai(?: dengan)?|-|–)\s*(\d+)", re.IGNORECASE
)
_NO_SUBJECT = re.compile(
    r"^(?:(?:fc|fotocopy|fotokopi)\s)?surat keterangan\s(?:dari|oleh)\s|^surat keterangan (?:rt|rw|lurah|desa|camat)\b"
)
_LETTER_ASKED = re.compile(
    r"surat permohonan|permohonan (?:\w+ ){0,2}(?:secara )?tertulis|permohonan secara tertulis|mengisi (?:formulir|blangko)",
    re.IGNORECASE,
)
_SOP_PAPERS = (
    "surat keterangan dari desa", "buku tabungan", "buku rekening", "pas foto", "surat pengantar", "surat permohonan",
    "proposal", "npwp", "akta", "surat rujukan", "foto rumah",
)  # fmt: skip


def undetermined(service: Service) -> Iterator[Doubt]:
    """'Berkas pendukung lainnya', 'pejabat yang berwenang': the applicant can't know what or whose."""
    for entry in service.every_requirement():
        if not entry.parts and _OPEN.search(entry.text) and "identitas lain" not in entry.text.casefold():
            message = f"Syarat {quoted(named(entry))} tidak menyebut dengan jelas apa atau siapa yang dimaksud."
            yield Doubt(service.id, "requirements", "undetermined_requirement", message, (entry.text,))


def without_subject(service: Service) -> Iterator[Doubt]:
    """A certificate of which only the issuer is told, not what it certifies."""
    for entry in service.every_requirement():
        if not entry.parts and _NO_SUBJECT.search(plain(entry.text)):
            message = f"Syarat {quoted(named(entry))} tidak menyebut keterangan tentang apa."
            yield Doubt(service.id, "requirements", "paper_without_subject", message, (entry.text,))


def instructions(service: Service) -> Iterator[Doubt]:
    """Words to the applicant, numbered as if they were a requirement."""
    for entry in service.every_requirement():
        if entry.kind == "instruction":
            message = f"{quoted(named(entry))} adalah petunjuk, bukan syarat yang dapat diserahkan."
            yield Doubt(service.id, "requirements", "instruction_among_requirements", message, (entry.text,))


def range_covers_conditions(service: Service) -> Iterator[Doubt]:
    """'Poin 1 s/d 19 rangkap tiga' where some of these points are no papers."""
    numbered = {entry.number: entry for entry in service.requirements if entry.number}
    for entry in service.requirements:
        found = _RANGE.search(entry.text)
        if found is None:
            continue
        inside = [numbered.get(str(number)) for number in range(int(found[1]), int(found[2]) + 1)]
        conditions = [e.number or "" for e in inside if e is not None and e.kind == "condition"]
        if conditions:
            message = f"{quoted(named(entry))}: butir {listed(conditions)} bukan kertas, jadi tidak dapat dirangkap."
            yield Doubt(service.id, "requirements", "range_covers_conditions", message, (entry.text,))


def conditions_among_papers(service: Service) -> Iterator[Doubt]:
    """Facts about the applicant, printed in the same list as papers."""
    conditions = [entry for entry in service.requirements if entry.kind == "condition"]
    if conditions and len(conditions) < len(service.requirements):
        message = (
            f"Ketentuan tercampur dengan berkas: {quotes(named(entry) for entry in conditions)}. Tidak disebut dengan "
            f"apa dibuktikan."
        )
        words = tuple(entry.text for entry in conditions)
        yield Doubt(service.id, "requirements", "condition_among_documents", message, words)


def no_papers(service: Service) -> Iterator[Doubt]:
    """Only facts are asked for, though the procedure handles papers."""
    if not service.requirements or any(entry.kind != "condition" for entry in service.requirements):
        return
    step = next(
        (s for s in service.route if re.search(r"berkas|surat|dokumen|kelengkapan", s.title, re.IGNORECASE)), None
    )
    if step is not None:
        message = (
            f"Persyaratan hanya memuat ketentuan, tidak satu pun berkas, padahal alur menyebut {quoted(step.title)}."
        )
        yield Doubt(service.id, "requirements", "no_papers_listed", message, (step.title,))


def unlisted_letter(service: Service) -> Iterator[Doubt]:
    """The procedure begins with a letter or form that the list of requirements doesn't have."""
    listed_texts = " ".join(entry.text for entry in service.every_requirement()).casefold()
    if re.search(r"permohonan|formulir|blangko|proposal", listed_texts):
        return
    for step in service.route[:4]:
        found = _LETTER_ASKED.search(step.title)
        if found:
            message = f"Alur menyebut {quoted(found[0])} ({quoted(step.title)}), tetapi tidak ada di persyaratan."
            yield Doubt(service.id, "requirements", "letter_not_listed", message, (found[0], step.title))
            return


def unlisted_in_sop(service: Service) -> Iterator[Doubt]:
    """The SOP asks for papers at the start that the list of requirements doesn't have."""
    asked = plain(" ".join(entry.text for entry in service.every_requirement()))
    for sop in service.sop:
        first = sop.rows[0].requirement if sop.rows else None
        missing = [paper for paper in _SOP_PAPERS if first and paper in plain(first) and paper not in asked]
        if missing and first:
            message = f"SOP meminta {listed(missing)} ({quoted(first)}), tetapi tidak ada di persyaratan."
            yield Doubt(service.id, "requirements", "sop_asks_more", message, (first,))


def form_unsaid(service: Service) -> Iterator[Doubt]:
    """Identity and family cards of which nobody knows whether the original or a copy is to be brought."""
    odd: list[Requirement] = []
    for entry in service.requirements:
        for leaf in leaves((entry,)):
            if (
                leaf.document in {"ktp", "kk"}
                and leaf.form is None
                and entry.form is None
                and not _HOW.search(entry.text)
            ):
                odd.append(leaf)
    if odd:
        message = f"{quotes(named(leaf) for leaf in odd)}: tidak disebut asli atau fotokopi, dan berapa lembar."
        yield Doubt(service.id, "requirements", "form_unsaid", message, tuple(leaf.text for leaf in odd))


def photo_without_size(service: Service) -> Iterator[Doubt]:
    """A portrait without its size."""
    for leaf in leaves(service.requirements):
        if leaf.kind == "photo" and "pas foto" in leaf.text.casefold() and not re.search(r"\d", leaf.text):
            message = f"{quoted(named(leaf))}: ukuran dan jumlahnya tidak disebut."
            yield Doubt(service.id, "requirements", "photo_without_size", message, (leaf.text,))


def under_one_number(service: Service) -> Iterator[Doubt]:
    """Three papers or more under one number."""
    for entry in service.requirements:
        papers = {part.document for part in entry.parts if part.number is None and part.document is not None}
        if entry.number and len(papers) >= 3:
            message = f"Nomor {entry.number} memuat {len(papers)} berkas sekaligus: {quoted(entry.text)}."
            yield Doubt(service.id, "requirements", "papers_under_one_number", message, (entry.text,))


def asked_twice(service: Service) -> Iterator[Doubt]:
    """The same paper twice, in the same words or once as a letter and once as minutes."""
    seen: dict[str, Requirement] = {}
    for leaf in leaves(service.requirements):
        key = " ".join(re.sub(r"^(?:surat|berita acara)\s", "", plain(leaf.text)).split()[:2])
        heads = {"surat", "berita"}
        earlier = seen.setdefault(key, leaf)
        if not key or earlier is leaf or leaf.kind == "instruction":
            continue
        first, second = plain(earlier.text), plain(leaf.text)
        differently = {first.split()[0], second.split()[0]} == heads
        if first == second or differently:
            message = (
                f"Tampaknya berkas yang sama diminta dua kali: {quoted(named(earlier))} dan {quoted(named(leaf))}."
            )
            yield Doubt(service.id, "requirements", "paper_asked_twice", message, (earlier.text, leaf.text))


def alternative_unsaid(service: Service) -> Iterator[Doubt]:
    """Two entries that the list demands both, and of which the procedure says 'or'."""
    for entry in service.requirements:
        for other_id in entry.any_of:
            other = next((e for e in service.requirements if e.id == other_id and e.id > entry.id), None)
            if other is None or " atau " in f" {entry.text} ".casefold():
                continue
            step = next((s for s in service.route if _joins(s.title, entry.text, other.text)), None)
            if step is not None:
                message = (
                    f"Daftar meminta {quoted(named(entry))} dan {quoted(named(other))}, sedangkan alur menyebut salah "
                    f"satu: {quoted(step.title)}."
                )
                yield Doubt(service.id, "requirements", "alternative_unsaid", message, (entry.text, other.text))


def old_stamp_duty(service: Service) -> Iterator[Doubt]:
    """Stamps of Rp3,000 or Rp6,000, which went out with 2020 (UU 10/2020)."""
    for entry in service.every_requirement():
        found = _OLD_STAMP.search(entry.text)
        if found:
            message = (
                f"{quoted(named(entry))}: meterai Rp{found[1]}.000 tidak berlaku lagi; sejak 2021 tarifnya Rp10.000 "
                f"(UU 10/2020)."
            )
            yield Doubt(service.id, "requirements", "old_stamp_duty", message, (entry.text,))


def stamp_unstated(service: Service) -> Iterator[Doubt]:
    """'Meterai cukup': how much is enough is not told."""
    odd = [entry for entry in service.every_requirement() if _ENOUGH_STAMP.search(entry.text)]
    if odd:
        numbers = listed(entry.number or quoted(entry.text) for entry in odd)
        message = f"“Meterai cukup” (syarat {numbers}) tidak menyebut nilainya; sejak 2021 hanya ada meterai Rp10.000."
        yield Doubt(service.id, "requirements", "stamp_duty_unstated", message, tuple(entry.text for entry in odd))


def _joins(title: str, one: str, other: str) -> bool:
    """The title names both papers with 'atau' between them."""
    text = plain(title)
    first, second = " ".join(plain(one).split()[:3]), plain(other).partition(" ")[0]
    place = text.find(first)
    return bool(first and second) and place >= 0 and " atau " in text[place : text.find(second, place)]

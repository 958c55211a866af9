"""Legal basis: numbers, years and titles against the table of laws, what was replaced since, and what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from desk.domain.catalogue import Citation, Office, Service
from desk.domain.doubts.doubt import Doubt, listed, quoted
from desk.domain.doubts.laws import Law, Laws
from desk.domain.doubts.reading import about
from desk.domain.doubts.titles import added_to, is_national, key_words, missing_from, owner, same, subject

LawRule = Callable[[Service, Laws], Iterator[Doubt]]

_WHOLE = re.compile(r"^\S+ \S+/\d{4}$")
_ONLY_YEAR = re.compile(r"^\S+ (?:19|20)\d\d$")
_INNER = re.compile(r"perubahan[^;]*?\bnomor\s*:?\s*(\d+)\s+tahun\s+(\d{4})", re.IGNORECASE)
_DOUBLED = re.compile(r"\btentang\s+((?:peraturan|undang-undang|keputusan)\b[^;]*?)\s+tentang\b", re.IGNORECASE)
_CHANGES = re.compile(r"perubahan (?:\w+ )?atas\b", re.IGNORECASE)
_KINDS = re.compile(
    r"^(?:uu|uud|undang|peraturan|pp|perpu|perpres|keppres|inpres|perma|permen\w*|kepmen\w*|perda|pergub|perbup|perwali|"
    r"perwako|perdirjen|kepdirjen|keputusan|instruksi|surat|se|qanun|perban|perka|pancasila|konvensi)\b",
    re.IGNORECASE,
)
_BUDGET_YEAR = re.compile(r"(?:anggaran|apbd|belanja)\b.*\btahun(?: anggaran)?\s+(\d{4})\s*$", re.IGNORECASE)
_ORGANISATION = re.compile(r"susunan organisasi|tugas (?:pokok )?dan fungsi", re.IGNORECASE)


def year(citation: Citation) -> int | None:
    """The year of a rule, if it is told."""
    found = re.search(r"/(\d{4})$", citation.citation)
    return int(found[1]) if found else None


def incomplete(service: Service) -> Iterator[Doubt]:
    """A rule without its number, its year, or its subject."""
    for citation in service.legal_basis:
        short = citation.citation
        if not short.startswith("UUD") and not _WHOLE.match(short):
            lacks = "nomor" if _ONLY_YEAR.match(short) else "tahun"
            message = f"Dasar hukum tanpa {lacks} yang jelas: {quoted(citation.title)}."
            yield Doubt(service.id, "legal_basis", "citation_incomplete", message, (citation.title,))
        if not short.startswith("UUD") and not subject(citation.title):
            message = f"Dasar hukum tanpa judul: {quoted(citation.title)}."
            yield Doubt(service.id, "legal_basis", "citation_without_title", message, (citation.title,))
        elif _CHANGES.search(citation.title) and len(re.findall(r"\btentang\b", citation.title, re.IGNORECASE)) < 2:
            message = f"Perubahan atas peraturan yang judulnya tidak disebut: {quoted(citation.title)}."
            yield Doubt(service.id, "legal_basis", "citation_without_title", message, (citation.title,))


def odd_kind(service: Service) -> Iterator[Doubt]:
    """No kind of rule is called that: 'Perbub', 'Kepres', a ministry's name."""
    for citation in service.legal_basis:
        first = (citation.title.split() or [""])[0].strip(".,:;-")
        if first and not _KINDS.match(citation.title.strip()):
            meant = citation.citation.split()[0]
            message = f"“{first}” bukan nama jenis peraturan (mungkin {meant}): {quoted(citation.title)}."
            yield Doubt(service.id, "legal_basis", "kind_of_rule_unknown", message, (citation.title,))


def cited_twice(service: Service) -> Iterator[Doubt]:
    """The same rule twice, or two rules under one title."""
    for index, citation in enumerate(service.legal_basis):
        for other in service.legal_basis[:index]:
            mine, theirs = key_words(subject(citation.title)), key_words(subject(other.title))
            if citation.citation == other.citation:
                message = f"{citation.citation} disebut dua kali."
            elif mine == theirs and len(mine) >= 3:
                message = f"{other.citation} dan {citation.citation} ditulis dengan judul yang sama: {quoted(subject(citation.title))}."
            else:
                continue
            yield Doubt(service.id, "legal_basis", "citation_twice", message, (other.title, citation.title))


def doubled_title(service: Service) -> Iterator[Doubt]:
    """'Perpres … tentang Peraturan Presiden (Perpres) tentang …'."""
    for citation in service.legal_basis:
        found = _DOUBLED.search(citation.title)
        if found and not re.search(r"perubahan|pelaksanaan", found[1], re.IGNORECASE):
            message = f"Judul dasar hukum berulang: {quoted(citation.title)}."
            yield Doubt(service.id, "legal_basis", "citation_title_doubled", message, (citation.title,))


def impossible_year(service: Service) -> Iterator[Doubt]:
    """A rule that changes one of a later year."""
    for citation in service.legal_basis:
        own = year(citation)
        for found in _INNER.finditer(citation.title):
            if own is not None and int(found[2]) > own:
                message = (
                    f"{citation.citation} tidak mungkin mengubah peraturan tahun {found[2]}: {quoted(citation.title)}."
                )
                yield Doubt(service.id, "legal_basis", "impossible_year", message, (citation.title,))


def title_differs(service: Service, laws: Laws) -> Iterator[Doubt]:
    """The title is not that of the rule with this number."""
    for citation in service.legal_basis:
        printed = subject(citation.title)
        law = laws.find(citation.citation)
        if not printed or law is None or same(printed, law.title) or _only_numbers_differ(printed, law):
            continue
        lacks, adds = missing_from(printed, law.title), added_to(printed, law.title)
        other = owner(printed, citation.citation, laws, exactly=not adds)
        whose = f" Judul yang tertulis milik {other.citation}." if other else ""
        how = "tidak lengkap" if lacks and not adds else "berbeda dari yang diundangkan"
        message = f"Judul {citation.citation} {how}: tertulis {quoted(printed)}, seharusnya {quoted(law.title)}.{whose}"
        yield Doubt(service.id, "legal_basis", "law_title_differs", message, (citation.title,))


def number_differs(service: Service, laws: Laws) -> Iterator[Doubt]:
    """The title belongs to a rule of another number or year."""
    for citation in service.legal_basis:
        printed = subject(citation.title)
        law = laws.find(citation.citation)
        if law is not None and law.citation != citation.citation:
            message = f"Nomor {citation.citation} kurang lengkap; nomor resminya {law.citation}."
            yield Doubt(service.id, "legal_basis", "law_number_differs", message, (citation.title,))
        if law is not None or not printed or not _WHOLE.match(citation.citation):
            continue
        other = owner(printed, citation.citation, laws)
        if other is not None:
            message = (
                f"{quoted(subject(citation.title))} adalah judul {other.citation}, bukan {citation.citation}: nomor atau "
                f"tahunnya keliru."
            )
            yield Doubt(service.id, "legal_basis", "law_number_differs", message, (citation.title,))


def superseded(service: Service, laws: Laws) -> Iterator[Doubt]:
    """A rule that another has replaced."""
    cited = {citation.citation for citation in service.legal_basis}
    for citation in service.legal_basis:
        law = laws.find(citation.citation)
        if law is not None and law.replaced_by and law.replaced_by not in cited:
            message = f"{citation.citation} ({law.title}) sudah dicabut dan diganti dengan {law.replaced_by}."
            yield Doubt(service.id, "legal_basis", "law_superseded", message, (citation.title,))


def amended(service: Service, laws: Laws) -> Iterator[Doubt]:
    """A rule that was changed, cited as if it had not been."""
    everything = " ".join(citation.title for citation in service.legal_basis)
    cited = {citation.citation for citation in service.legal_basis}
    for citation in service.legal_basis:
        law = laws.find(citation.citation)
        if law is None or not law.amended_by or cited & set(law.amended_by):
            continue
        if re.search(r"\bdiubah\b", citation.title) or any(_spoken(name) in everything for name in law.amended_by):
            continue
        message = f"{citation.citation} ({law.title}) sudah diubah dengan {listed(law.amended_by)}; tidak disebut."
        yield Doubt(service.id, "legal_basis", "law_amended", message, (citation.title,))


def not_specific(service: Service, laws: Laws) -> Iterator[Doubt]:
    """Only laws on social welfare or public service at large: nothing that grounds this very service."""
    if not service.legal_basis:
        return
    for citation in service.legal_basis:
        law = laws.find(citation.citation)
        if not (law is not None and law.general) and not _ORGANISATION.search(citation.title):
            return
    cited = listed(citation.citation for citation in service.legal_basis)
    message = f"Dasar hukumnya hanya peraturan umum ({cited}); tidak ada yang khusus mengatur layanan ini."
    yield Doubt(service.id, "legal_basis", "no_specific_basis", message, tuple(c.title for c in service.legal_basis))


def basis_missing(service: Service, laws: Laws) -> Iterator[Doubt]:
    """The law that every service on this subject stands on is not cited."""
    cited = {law.citation for c in service.legal_basis if (law := laws.find(c.citation)) is not None}
    subjects = about(service.title)
    if "gangguan jiwa" in subjects:
        subjects -= {"disabilitas"}  # they have laws of their own
    for law in laws.known.values():
        if service.legal_basis and subjects & set(law.basis_of) and law.citation not in cited:
            message = f"{law.citation} tentang {law.title}, dasar utama layanan seperti ini, tidak disebut."
            yield Doubt(service.id, "legal_basis", "basis_missing", message, ())


def after_the_decree(office: Office) -> Iterator[Doubt]:
    """A rule of a year after the decree, or one for a budget year that was over."""
    decree = office.decree
    if decree is None or not decree.date:
        return
    decreed = int(decree.date[:4])
    for service in office.services:
        for citation in service.legal_basis:
            own, budget = year(citation), _BUDGET_YEAR.search(subject(citation.title))
            if own is not None and own > decreed:
                message = f"{citation.citation} lebih baru daripada keputusan yang menyebutnya ({decreed})."
                yield Doubt(service.id, "legal_basis", "impossible_year", message, (citation.title,))
            elif budget and int(budget[1]) < decreed:
                message = (
                    f"{quoted(citation.title)} hanya untuk tahun {budget[1]}, sedangkan keputusannya tahun {decreed}."
                )
                yield Doubt(service.id, "legal_basis", "basis_for_past_year", message, (citation.title,))


def title_varies(office: Office) -> Iterator[Doubt]:
    """One rule under two titles in one decree."""
    first: dict[str, tuple[str, str]] = {}
    for service in office.services:
        for citation in service.legal_basis:
            printed = subject(citation.title)
            if not printed or not _WHOLE.match(citation.citation) or is_national(citation.citation):
                continue
            earlier_id, earlier = first.setdefault(citation.citation, (service.id, printed))
            if _subset(printed, earlier) or earlier_id == service.id:
                continue
            message = (
                f"{citation.citation} ditulis dengan dua judul: {quoted(printed)} di sini, {quoted(earlier)} di "
                f"{earlier_id}."
            )
            yield Doubt(service.id, "legal_basis", "citation_title_varies", message, (printed, earlier))


def _subset(one: str, other: str) -> bool:
    """One title is the other, cut short at its end."""
    mine, theirs = key_words(one), key_words(other)
    short, long = sorted((mine, theirs), key=len)
    return same(one, other) or long[: len(short)] == short


def _only_numbers_differ(printed: str, law: Law) -> bool:
    """What `impossible_year` says already."""
    lacks, adds = missing_from(printed, law.title), added_to(printed, law.title)
    return all(word.isdigit() for word in (*lacks, *adds))


def _spoken(citation: str) -> str:
    """'UU 35/2014' as titles say it."""
    number, _, when = citation.split(" ")[1].rpartition("/")
    return f"{number} Tahun {when}"

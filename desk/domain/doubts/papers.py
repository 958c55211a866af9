"""Papers that are asked for though they can't be there: the service's own product, or what its procedure makes later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.domain.catalogue import Requirement, Service, Step
from desk.domain.doubts.doubt import Doubt, listed, quoted
from desk.domain.doubts.letters import letters
from desk.domain.doubts.reading import about, leaves, named, printed_entries, words

_MAKING = re.compile(
    r"\b(?:membuat|dibuat\w*|pembuatan|menyusun|penyusunan|menerbitkan|penerbitan|mengeluarkan|penandatanganan|"
    r"menandatangani|ditandatangani)\b",
    re.IGNORECASE,
)
_HEADS = (
    r"surat keputusan|\bsk\b(?! ?tm)",
    r"nota dinas",
    r"berita acara",
    r"surat keterangan tidak mampu|\bsktm\b",
    r"surat tugas",
    r"surat pernyataan bersama",
)
_OWN_WORK = re.compile(r"\b(?:hasil (?:as+es+ment|asesmen|assesmen|verifikasi|survei|survey)|pendataan|nota dinas)\b")
_OWN_STAFF = re.compile(r"peksos|pekerja sosial|tksk|tagana|penyuluh sosial|jabfung|dinas sosial|nota dinas")
_EARLIER = re.compile(r"izin (?:sebelumnya|lama)|(?:sk|surat izin) (?:sebelumnya|lama)", re.IGNORECASE)
_OUTCOME = re.compile(r"\b(?:lulus|dinyatakan|lolos|layak)\b.*?\b(seleksi|verifikasi|asesmen|survei)\b")
_SOCIAL_BODY = re.compile(r"instansi sosial|dinas sosial|dinsos")
_GUARDIANS = frozenset({"pengangkatan anak"})


def own_product(service: Service) -> Iterator[Doubt]:
    """A required letter of a social office of the same kind as the letter that this service ends in."""
    product = set(letters(service.product))
    for entry in leaves(service.requirements):
        if entry.kind != "document" or not product & set(letters(entry.text)):
            continue
        if _SOCIAL_BODY.search(f"{entry.text} {entry.issuer or ''}".casefold()):
            message = (
                f"Syarat {quoted(named(entry))} sejenis dengan produk layanan ini sendiri ({quoted(service.product)})."
            )
            yield Doubt(service.id, "requirements", "own_product_required", message, (entry.text, service.product))


def made_later(service: Service) -> Iterator[Doubt]:
    """A paper or outcome that a step of this very procedure brings about."""
    for entry in printed_entries(service.requirements):
        step = next((step for leaf in leaves((entry,)) if (step := _maker(leaf, service)) is not None), None)
        if step is not None:
            message = f"Syarat {quoted(named(entry))} baru ada sesudah langkah {_place(step)}: {quoted(step.title)}."
            yield Doubt(service.id, "requirements", "made_by_the_procedure", message, (entry.text, step.title))


def made_by_the_office(service: Service) -> Iterator[Doubt]:
    """A paper that the office's own people write: the applicant can't bring it."""
    for entry in leaves(service.requirements):
        text = f"{entry.text} {entry.issuer or ''}".casefold()
        if _OWN_WORK.search(text) and _OWN_STAFF.search(text) and _maker(entry, service) is None:
            message = f"Syarat {quoted(named(entry))} dibuat oleh petugas sendiri, bukan dibawa pemohon."
            yield Doubt(service.id, "requirements", "made_by_the_office", message, (entry.text,))


def earlier_permit(service: Service) -> Iterator[Doubt]:
    """An earlier permit is asked of everybody, also of those who apply for the first time."""
    for entry in leaves(service.requirements):
        always = entry.mandatory and entry.applies_when is None
        if always and _EARLIER.search(entry.text):
            message = f"Syarat {quoted(named(entry))} tidak mungkin dipenuhi pemohon baru; tidak tertulis “jika ada”."
            yield Doubt(service.id, "requirements", "earlier_permit_required", message, (entry.text,))


def identity_card(service: Service) -> Iterator[Doubt]:
    """An identity card, and nothing in its place, of children or of people who were found without anything."""
    subjects = about(service.title)
    child = "anak" in subjects and not subjects & _GUARDIANS
    stranded = re.search(r"\bte?r?lantar\b", service.title, re.IGNORECASE) is not None
    if not child and not stranded:
        return
    for entry in leaves(service.requirements):
        if entry.document == "ktp" and entry.mandatory and not entry.any_of and entry.applies_when is None:
            whom = "anak belum memiliki KTP" if child else "orang telantar sering tidak memegang KTP"
            message = f"Syarat {quoted(named(entry))} tidak ada penggantinya, padahal {whom}."
            yield Doubt(service.id, "requirements", "identity_card_unlikely", message, (entry.text,))


def card_still_valid(service: Service) -> Iterator[Doubt]:
    """'KTP yang masih berlaku': an electronic identity card is valid for life (UU 24/2013)."""
    for entry in leaves(service.requirements):
        if entry.document == "ktp" and "masih berlaku" in entry.text.casefold():
            message = f"{quoted(named(entry))}: KTP elektronik berlaku seumur hidup (UU 24/2013)."
            yield Doubt(service.id, "requirements", "card_valid_for_life", message, (entry.text,))


def run_together(service: Service) -> Iterator[Doubt]:
    """The name of another paper in the middle of an entry, where a person should be named."""
    odd = [entry for entry in leaves(service.requirements) if _run_together(entry)]
    if odd:
        numbers = listed(entry.number or quoted(entry.text) for entry in odd)
        message = (
            f"“Akta Kelahiran” tersisip di tengah syarat {numbers}, misalnya {quoted(odd[0].text)}: bukan kertas yang "
            f"dimaksud di sana."
        )
        words_ = tuple(entry.text for entry in odd)
        yield Doubt(service.id, "requirements", "papers_run_together", message, words_)


def _run_together(entry: Requirement) -> bool:
    text = " ".join(words(entry.text))
    place = re.search(r"\b(\w+) akt[ae] kelahiran\b", text)
    if entry.document == "akta_lahir" or place is None or place[1] in {"dan", "atau", "fc", "fotocopy", "fotokopi"}:
        return False
    return entry.kind in {"document", "statement"} and not re.match(r"^(?:fc|foto ?co?p[yi]) akt", text)


def _maker(entry: Requirement, service: Service) -> Step | None:
    """The step, after the first, in which the paper or the outcome comes about."""
    text = entry.text.casefold()
    outcome = _OUTCOME.search(text) if entry.kind == "condition" else None
    for step in service.route[1:]:
        title = step.title.casefold()
        if outcome and outcome[1] in title:
            return step
        if entry.kind == "document" and _makes(text, title):
            return step
        if entry.kind == "document" and _examines(entry, step):
            return step
    return None


def _makes(text: str, title: str) -> bool:
    """The step makes a paper of the kind that opens the entry."""
    making = _MAKING.search(title)
    return making is not None and any(
        re.match(rf"(?:fc |foto ?copy )?(?:{head})", text) and re.search(head, title[making.start() :])
        for head in _HEADS
    )


def _examines(entry: Requirement, step: Step) -> bool:
    """The issuer examines the applicant only now."""
    issuer = set(words(entry.issuer or ""))
    actor = set(words(step.actor))
    return step.external and len(actor) >= 2 and actor <= issuer and step.action in {"check", "verify", "visit"}


def _place(step: Step) -> str:
    return step.number or f"“{step.key}”"

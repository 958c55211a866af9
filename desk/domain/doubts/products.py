"""Products: copied from another service, not what the title promises, made by no step, signed by nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.domain.catalogue import Office, Service, Step
from desk.domain.doubts.doubt import Doubt, listed, quoted, quotes
from desk.domain.doubts.letters import letters
from desk.domain.doubts.reading import about, content, words

_GENERIC = frozenset(
    "surat rekomendasi rekom izin keterangan layanan pelayanan pemberian penerbitan bantuan sosial permohonan usulan "
    "dinas kabupaten kota melalui aplikasi rujukan penanganan".split()
)
_ACTIVITIES = frozenset({"layanan", "pelayanan", "tim", "penyelenggaraan", "kegiatan"})
_PROMISES = ("rekomendasi", "izin", "pertimbangan teknis", "tanda daftar", "surat keterangan")


def copied(office: Office) -> Iterator[Doubt]:
    """The product of another service: word for word the same, and it fits that one's title, not this one's."""
    for service in office.services:
        for other in office.services:
            if other is service or words(other.product) != words(service.product):
                continue
            if _shared(other, other.title) >= 2 and not _shared(service, service.title) and not _same_group(service):
                message = (
                    f"Produk {quoted(service.product)} sama dengan produk {other.id} ({quoted(other.title)}) dan tidak "
                    f"sesuai dengan judul layanan ini."
                )
                yield Doubt(service.id, "product", "product_copied", message, (service.product,))
                break


def not_of_title(service: Service) -> Iterator[Doubt]:
    """The title promises one kind of letter, the product is another or none."""
    promised = [kind for kind in letters(service.title) if kind in _PROMISES]
    given = letters(service.product)
    if not promised or promised[0] in given:
        return
    message = (
        f"Judul menjanjikan {promised[0]} ({quoted(service.title)}), sedangkan produknya {quoted(service.product)}."
    )
    yield Doubt(service.id, "product", "product_not_of_title", message, (service.product,))


def not_made(service: Service) -> Iterator[Doubt]:
    """The letter that the route drafts or signs is not the letter that is promised."""
    promised = set(letters(service.product)) & set(_PROMISES) | set(letters(service.product)) & {"surat pengantar"}
    made = _made(service, "sign") or _made(service, "draft", "initial")
    kinds = {kind for step in made for kind in letters(step.title)}
    if promised and kinds and not promised & kinds:
        message = (
            f"Produknya {quoted(service.product)}, tetapi yang dibuat atau ditandatangani dalam alur adalah "
            f"{listed(sorted(kinds))}: {quoted(made[0].title)}."
        )
        yield Doubt(service.id, "product", "product_not_made", message, (service.product, made[0].title))


def without_signature(service: Service) -> Iterator[Doubt]:
    """A letter or permit is promised, but no step signs one."""
    papers = [product for product in service.products if product.kind in {"letter", "permit", "certificate"}]
    if papers and service.route and not any(step.action == "sign" for step in service.route):
        names = quotes(product.name for product in papers)
        message = f"Produknya {names}, tetapi tidak ada langkah dalam alur yang menandatanganinya."
        yield Doubt(service.id, "product", "product_without_signature", message, tuple(p.name for p in papers))


def unspecific(service: Service) -> Iterator[Doubt]:
    """The product doesn't say what it is about: 'Surat Rekomendasi'."""
    for product in service.products:
        if not content(product.name) - _GENERIC:
            message = f"Produk {quoted(product.name)} tidak menyebut tentang apa atau untuk apa."
            yield Doubt(service.id, "product", "product_unspecific", message, (product.name,))


def activity(service: Service) -> Iterator[Doubt]:
    """The product is the service's own name, or the team that does it, not what the applicant gets."""
    first = (words(service.product) or ("",))[0]
    if first in _ACTIVITIES and len(content(service.product) & content(service.title)) >= 1:
        message = (
            f"Produk {quoted(service.product)} hanya mengulang nama layanan; tidak disebut apa yang diterima pemohon."
        )
        yield Doubt(service.id, "product", "product_is_the_service", message, (service.product,))


def permit_or_recommendation(service: Service) -> Iterator[Doubt]:
    """One slash makes two products of one: is it the permit, or a recommendation for it?"""
    places = [("product", service.product)]
    places += [("route", step.title) for step in service.route if step.action == "sign"]
    for component, text in places:
        if {"izin", "rekomendasi"} <= set(letters(text)):
            message = f"{quoted(text)}: izin dan rekomendasi disebut sekaligus; tidak jelas mana yang diterbitkan."
            yield Doubt(service.id, component, "permit_or_recommendation", message, (text,))


def with_place(service: Service) -> Iterator[Doubt]:
    """A place in the product's name: where it is fetched is no part of what it is."""
    found = re.search(r"\bdi (?:kantor|dinas|loket|balai)\b.*", service.product, re.IGNORECASE)
    if found:
        message = f"Produk {quoted(service.product)} memuat tempat ({quoted(found[0])}); mungkin sisa kalimat lain."
        yield Doubt(service.id, "product", "product_names_a_place", message, (service.product,))


def sop_ends_otherwise(service: Service) -> Iterator[Doubt]:
    """The SOP's last line puts out another kind of letter than the standard promises."""
    for sop in service.sop:
        output = sop.rows[-1].output if sop.rows else None
        given = letters(output or "")
        if output and given and not set(given) & set(letters(service.product)):
            message = (
                f"Hasil langkah terakhir SOP adalah {quoted(output)}, sedangkan produknya {quoted(service.product)}."
            )
            yield Doubt(service.id, "product", "product_differs_from_sop", message, (service.product, output))


def _made(service: Service, *actions: str) -> list[Step]:
    """The steps with one of those actions, inside or outside the office, that name a letter."""
    aside = {"surat penolakan", "berita acara"}
    return [step for step in service.route if step.action in actions and set(letters(step.title)) - aside]


def _shared(service: Service, title: str) -> int:
    return len((content(service.product) & content(title)) - _GENERIC)


def _same_group(service: Service) -> bool:
    return bool(about(service.product) & about(service.title))

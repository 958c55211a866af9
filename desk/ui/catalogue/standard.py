"""A service standard as lines to read: fourteen components in the order of PermenPANRB 15/2014. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from desk.domain.catalogue import DocumentType, Office, Requirement, Service, Step
from desk.domain.doubts.doubt import Doubt
from desk.language import tr
from desk.ui import words
from desk.ui.catalogue.corrected import Corrected, corrected_of
from desk.ui.catalogue.edit.options import said_test_of
from desk.ui.catalogue.saying import COMPONENTS

LineKind = Literal["text", "requirement", "step", "pair", "missing", "table"]
Documents = Callable[[str], DocumentType | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a component.

    Attributes:
        number: as printed, or empty.
        text: what it says; for a pair, the value.
        detail: said quietly beside or below it; for a pair, the label.
        icon: what stands before it.
        depth: how far it is set in.
        document: the paper it asks for, by its id in the registry.
    """

    kind: LineKind
    text: str
    number: str = ""
    detail: str = ""
    icon: str = ""
    depth: int = 0
    document: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    """One of the fourteen; 0 is what stands above them."""

    number: int
    heading: str
    lines: tuple[Line, ...]
    corrected: tuple[Corrected, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Standard:
    """A whole standard. `facts` are (icon, words) for the head, `top` is what is said about the head."""

    id: str
    title: str
    division: str
    facts: tuple[tuple[str, str], ...]
    components: tuple[Component, ...]
    source: str
    top: Component
    own: bool = True


def standard_of(
    service: Service,
    office: Office,
    document: Documents,
    *,
    today: date = date.min,
    doubts: Sequence[Doubt] = (),
    raw: Mapping[str, Any] | None = None,
    own: bool = True,
) -> Standard:
    """The standard as it is read: what holds, with what is printed where it was corrected, and the doubts beside."""
    components = (
        (tr("Persyaratan"), _requirements(service, document)),
        (tr("Sistem, mekanisme, dan prosedur"), _route(service)),
        (tr("Jangka waktu pelayanan"), _duration(service)),
        (tr("Biaya atau tarif"), (Line("text", words.fee_words(service.fee)),)),
        (tr("Produk pelayanan"), _products(service)),
        (tr("Penanganan pengaduan, saran, dan masukan"), _complaints(service)),
        (tr("Dasar hukum"), _numbered(citation.title for citation in service.legal_basis)),
        (tr("Sarana, prasarana, dan fasilitas"), _numbered(service.facilities)),
        (tr("Kompetensi pelaksana"), _numbered(service.competence)),
        (tr("Pengawasan internal"), _numbered(service.oversight)),
        (tr("Jumlah pelaksana"), _executors(service)),
        (tr("Jaminan pelayanan"), _numbered(service.assurance)),
        (tr("Jaminan keamanan dan keselamatan pelayanan"), _numbered(service.safety)),
        (tr("Evaluasi kinerja pelaksana"), _numbered(service.evaluation)),
    )

    def component(number: int, heading: str, lines: tuple[Line, ...]) -> Component:
        queried = tuple(doubt for doubt in doubts if COMPONENTS.get(doubt.component, (0, ""))[0] == number)
        return Component(number, heading, lines, corrected_of(service, number, today, raw), queried)

    return Standard(
        id=service.id,
        title=service.title,
        division=service.division or "",
        facts=_facts(service),
        components=tuple(
            component(number, heading, lines or (_missing(),))
            for number, (heading, lines) in enumerate(components, start=1)
        ),
        source=_source(service, office),
        top=component(0, "", ()),
        own=own,
    )


def summary(service: Service) -> str:
    """One quiet line for the list: time, number of requirements, fee."""
    count = tr("{count} persyaratan", count=len(service.requirements))
    return " · ".join((words.duration_words(service.duration), count, words.fee_words(service.fee)))


def _facts(service: Service) -> tuple[tuple[str, str], ...]:
    found = [
        ("clock", words.duration_words(service.duration)),
        ("banknote", words.fee_words(service.fee)),
        ("list-checks", tr("{count} persyaratan", count=len(service.requirements))),
    ]
    if service.field_visit:
        found.append(("map-pin", tr("ada kunjungan lapangan")))
    if service.hand_off:
        found.append(("arrow-right", tr("diteruskan ke {body}", body=service.hand_off)))
    if service.sensitive:
        found.append(("lock", tr("berkas dijaga kerahasiaannya")))
    return tuple(found)


def _requirements(service: Service, document: Documents) -> tuple[Line, ...]:
    lines: list[Line] = []
    if set(service.applicants) != {"person", "organisation", "government"}:
        who = ", ".join(tr(words.APPLICANTS[kind]) for kind in service.applicants)
        lines.append(Line("pair", who, detail=tr("Pemohon")))

    def walk(requirements: tuple[Requirement, ...], depth: int) -> None:
        for requirement in requirements:
            line = _requirement(requirement, service, document, depth)
            lines.append(replace(line, document=requirement.document or ""))
            walk(requirement.parts, depth + 1)

    walk(service.requirements, 0)
    return tuple(lines)


def _requirement(requirement: Requirement, service: Service, document: Documents, depth: int) -> Line:
    icon, kind = words.KINDS[requirement.kind]
    details = [words.form_words(requirement) or tr(kind)]
    if requirement.issuer:
        details.append(tr("dari {issuer}", issuer=requirement.issuer))
    known = document(requirement.document) if requirement.document else None
    if known and known.valid_months:
        details.append(tr("berlaku {count} bulan", count=known.valid_months))
    if requirement.applies_when:
        details.append(_when(requirement, service))
    if requirement.any_of:
        others = (service.requirement(other) for other in requirement.any_of)
        details.append(tr("atau: {others}", others="; ".join(other.text for other in others if other)))
    return Line("requirement", requirement.text, requirement.number or "", " · ".join(details), icon, depth)


def _when(requirement: Requirement, service: Service) -> str:
    test = requirement.applies_when
    return said_test_of(service, test.field, test.op, test.value) if test else ""


def _route(service: Service) -> tuple[Line, ...]:
    return tuple(_step(step, place, service) for place, step in enumerate(service.route, start=1)) + tuple(
        Line("table", sop.title, detail=tr("SOP, {count} kegiatan", count=len(sop.rows)), icon="clipboard-list")
        for sop in service.sop
    )


def _step(step: Step, place: int, service: Service) -> Line:
    branches = []
    for branch in step.next:
        target = service.step(branch.to) if branch.when else None
        if target:
            where = target.number or str(service.route.index(target) + 1)
            branches.append(tr("{case} → langkah {number}", case=words.branch_words(branch.when or ""), number=where))
    actor = tr("{actor} (di luar dinas)", actor=step.actor) if step.external else step.actor
    return Line("step", step.title, step.number or str(place), " · ".join((actor, *branches)))


def _duration(service: Service) -> tuple[Line, ...]:
    if service.duration is None:
        return ()
    lines = [Line("text", words.duration_words(service.duration))]
    if service.duration.printed:
        lines.append(Line("pair", service.duration.printed, detail=tr("Tertulis dalam keputusan")))
    if service.duration.basis_source == "office":
        lines.append(Line("pair", tr("anggapan dinas; keputusan tidak menyebutnya"), detail=tr("Cara menghitung")))
    return tuple(lines)


def _products(service: Service) -> tuple[Line, ...]:
    lines = (Line("text", service.product),) if service.product else ()
    others = [product.name for product in service.products if product.name != service.product]
    return (*lines, *(Line("text", name, icon="file-check") for name in others))


def _complaints(service: Service) -> tuple[Line, ...]:
    found = []
    for channel in service.complaints:
        icon, word = words.CHANNELS[channel.kind]
        found.append(Line("pair", channel.value, detail=tr(word), icon=icon))
    return tuple(found)


def _executors(service: Service) -> tuple[Line, ...]:
    executors = service.executors
    if executors.printed:
        return (Line("text", executors.printed),)
    count = (Line("text", tr("{count} orang", count=executors.count)),) if executors.count else ()
    return (*count, *_numbered(executors.roles))


def _numbered(texts: Iterable[str]) -> tuple[Line, ...]:
    found = tuple(texts)
    if len(found) == 1:
        return (Line("text", found[0]),)
    return tuple(Line("text", text, str(place)) for place, text in enumerate(found, start=1))


def _missing() -> Line:
    return Line("missing", tr("Tidak disebutkan dalam keputusan."))


def _source(service: Service, office: Office) -> str:
    decree = service.source.decree or (office.decree.number if office.decree else "")
    return tr("Menurut keputusan {decree}, {office}", decree=decree, office=office.name) if decree else office.name

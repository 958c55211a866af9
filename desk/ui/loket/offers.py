"""What Desk knows and offers: never written by itself, accepted with one key, and only ever into empty fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desk.domain.catalogue import DocumentType, Service
from desk.domain.checklist import Assessment
from desk.domain.dates import month_name, plain_date
from desk.domain.identity import age_on
from desk.domain.intake import Address, Sex, Tick
from desk.domain.phone import show_phone
from desk.domain.spelling import compact
from desk.domain.worktime import add_months
from desk.language import language, tr
from desk.ui.loket.acts import FamilyLike, KnownLike, Place, SeenPaperLike
from desk.ui.loket.form import Form, shown_day
from desk.ui.loket.reading import Reading


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to be accepted or left.

    Attributes:
        key: names it, so that a declined one stays away.
        anchor: the field beside which it is shown.
        words: what is offered, in full.
        fills: texts by path; only empty fields take them.
        completes: the field whose beginning was typed and which the offer writes out.
        case_id: the returned file that the offer takes up.
    """

    key: str
    anchor: str
    words: str
    fills: Mapping[str, str] = field(default_factory=dict)
    sex: Sex | None = None
    ticks: Mapping[str, Tick] = field(default_factory=dict)
    completes: str = ""
    case_id: str = ""


def accepted(form: Form, offer: Offer) -> Form:
    """The form with the offer taken into its empty fields. What was typed stays."""
    for path, text in offer.fills.items():
        if not form.text(path).strip() or path == offer.completes:
            form = form.written(path, text)
    if form.sex is None and offer.sex is not None:
        form = replace(form, sex=offer.sex)
    if offer.ticks:
        form = replace(form, ticks={**offer.ticks, **form.ticks})
    return form


def adds(form: Form, offer: Offer) -> bool:
    """Whether accepting would change anything."""
    return bool(offer.case_id) or accepted(form, offer) != form


def offer_from_nik(reading: Reading, today: date) -> tuple[Offer, ...]:
    """Sex and birth date as the NIK has them; two offers where the century is open, the likelier first."""
    nik = reading.nik
    if nik is None:
        return ()
    sex = tr("Perempuan") if nik.sex == "P" else tr("Laki-laki")
    found = []
    for birth in sorted(nik.birth_dates, key=lambda day: (not 17 <= age_on(day, today) <= 99, -day.year)):
        words = tr(
            "{sex}, lahir {day} ({age} tahun)", sex=sex, day=plain_date(birth, language()), age=age_on(birth, today)
        )
        fills = {"applicant.birth_date": shown_day(birth.isoformat())}
        found.append(Offer(f"nik:{nik.digits}:{birth.year}", "applicant.nik", words, fills, nik.sex))
    return tuple(found)


def offer_from_known(known: KnownLike, nik: str) -> Offer:
    """Everything about somebody who was here before."""
    person = known.applicant
    fills = {
        "applicant.name": person.name,
        "applicant.kk": person.kk,
        "applicant.birth_place": person.birth_place,
        "applicant.birth_date": shown_day(person.birth_date),
        "applicant.phone": show_phone(person.phone),
        **_address_fills(person.address),
    }
    when = max((paper.seen_at for paper in known.seen), default="")
    where = ", ".join(filter(None, (person.address.village, person.address.district)))
    words = ", ".join(filter(None, (person.name, where)))
    if when:
        words = tr("Pernah datang {when}: {who}", when=_month_words(when), who=words)
    else:
        words = tr("Pernah datang: {who}", who=words)
    return Offer(f"known:{nik}", "applicant.nik", words, {p: t for p, t in fills.items() if t}, person.sex)


def offers_to_take_up(known: KnownLike, service: Service | None) -> tuple[Offer, ...]:
    """The applicant's files that went back for something missing: they may be what is brought now. One of a guarded
    service is named only when that is what is asked for.
    """
    return tuple(
        Offer(
            f"take_up:{case.id}",
            "applicant.nik",
            tr(
                "Lanjutkan berkas {number} yang belum lengkap: {service}",
                number=case.registration_number,
                service=case.service_title,
            ),
            case_id=case.id,
        )
        for case in known.cases
        if case.state == "returned" and (not case.sensitive or (service is not None and case.service == service.id))
    )


def offer_of_papers(
    known: KnownLike,
    service: Service,
    assessment: Assessment,
    document: Callable[[str], DocumentType | None],
    today: date,
) -> Offer | None:
    """The papers that were seen before, are still good, and are missing here."""
    ticks: dict[str, Tick] = {}
    names: list[str] = []
    for paper, requirement_id in _seen_and_missing(known.seen, service, assessment):
        kind = document(paper.document)
        if not _still_good(paper, kind, today):
            continue
        note = tr("dilihat {when}", when=paper.seen_at[:10])
        if paper.registration_number:  # a guarded file's isn't told
            note = tr("dilihat {when}, berkas {number}", when=paper.seen_at[:10], number=paper.registration_number)
        ticks[requirement_id] = Tick(met=True, form=paper.form, note=note)
        names.append(kind.short if kind else paper.document)
    if not ticks:
        return None
    words = tr("Sudah pernah dilihat: {papers}", papers=", ".join(names))
    return Offer(f"papers:{service.id}:{','.join(ticks)}", "checklist", words, ticks=ticks)


def seen_words(
    known: KnownLike | None,
    service: Service,
    assessment: Assessment,
    document: Callable[[str], DocumentType | None],
    today: date,
) -> dict[str, str]:
    """By requirement: when its paper was seen before, and whether it has lapsed since."""
    found: dict[str, str] = {}
    for paper, requirement_id in _seen_and_missing(known.seen if known else (), service, assessment):
        good = _still_good(paper, document(paper.document), today)
        when = _month_words(paper.seen_at)
        found[requirement_id] = (
            tr("dilihat {when}", when=when) if good else tr("dilihat {when}, masa berlaku lewat", when=when)
        )
    return found


def offer_from_family(family: FamilyLike) -> Offer:
    """The address of a family whose card was seen before."""
    address = family.address
    where = ", ".join(filter(None, (address.street, address.village, address.district)))
    words = tr("Keluarga {names}: {where}", names=", ".join(family.names[:3]), where=where)
    return Offer(f"family:{family.kk}", "applicant.kk", words, _address_fills(address))


def offer_of_place(typed: str, places: Sequence[Place]) -> Offer | None:
    """The village that was meant, with its district; None when it is typed out already."""
    if not places:
        return None
    best = places[0]
    if best.village.casefold() == typed.strip().casefold() and len(places) > 1:
        return None
    words = tr("{village}, Kecamatan {district}", village=best.village, district=best.district)
    fills = {"applicant.village": best.village, "applicant.district": best.district}
    return Offer(
        f"place:{best.village}:{best.district}", "applicant.village", words, fills, completes="applicant.village"
    )


def offer_of_district(typed: str, districts: Sequence[str]) -> Offer | None:
    """The district whose beginning was typed; None when it is typed out already."""
    sought = compact(typed)
    fitting = [name for name in districts if compact(name).startswith(sought)]
    if not sought or not fitting or any(compact(name) == sought for name in fitting):
        return None
    fills = {"applicant.district": fitting[0]}
    return Offer(f"district:{fitting[0]}", "applicant.district", fitting[0], fills, completes="applicant.district")


def _seen_and_missing(
    seen: Sequence[SeenPaperLike], service: Service, assessment: Assessment
) -> list[tuple[SeenPaperLike, str]]:
    """Pairs of a paper seen (the latest of its kind) and the first missing requirement that asks for it."""
    latest: dict[str, SeenPaperLike] = {}
    for paper in sorted(seen, key=lambda paper: paper.seen_at):
        latest[paper.document] = paper
    pairs = []
    for item in assessment.items:
        requirement = item.requirement
        if item.standing == "missing" and not requirement.parts and requirement.document in latest:
            pairs.append((latest.pop(requirement.document), requirement.id))
    return pairs


def _still_good(paper: SeenPaperLike, kind: DocumentType | None, today: date) -> bool:
    if kind is None or kind.valid_months is None:
        return True
    return add_months(date.fromisoformat(paper.seen_at[:10]), kind.valid_months) >= today


def _address_fills(address: Address) -> dict[str, str]:
    parts = ("street", "rt", "rw", "village", "district")
    return {f"applicant.{part}": getattr(address, part) for part in parts if getattr(address, part)}


def _month_words(iso: str) -> str:
    return f"{month_name(int(iso[5:7]), language())} {iso[:4]}"

"""All rules, in the order of a standard's components, and what comes of asking them."""

from __future__ import annotations

from collections.abc import Iterator

from desk.domain.catalogue import Office
from desk.domain.doubts import (
    channels,
    citations,
    copies,
    durations,
    emptiness,
    naming,
    numbering,
    offices,
    papers,
    products,
    requirements,
    roles,
    routes,
    wording,
)
from desk.domain.doubts.citations import LawRule
from desk.domain.doubts.doubt import Doubt, OfficeRule, ServiceRule
from desk.domain.doubts.laws import Laws

SERVICE_RULES: tuple[ServiceRule, ...] = (
    wording.open_title,
    numbering.requirements,
    numbering.unnumbered_requirement,
    requirements.undetermined,
    requirements.without_subject,
    requirements.instructions,
    requirements.range_covers_conditions,
    requirements.conditions_among_papers,
    requirements.no_papers,
    requirements.unlisted_letter,
    requirements.unlisted_in_sop,
    requirements.form_unsaid,
    requirements.photo_without_size,
    requirements.under_one_number,
    requirements.asked_twice,
    requirements.alternative_unsaid,
    requirements.old_stamp_duty,
    requirements.stamp_unstated,
    papers.own_product,
    papers.made_later,
    papers.made_by_the_office,
    papers.earlier_permit,
    papers.identity_card,
    papers.card_still_valid,
    papers.run_together,
    numbering.route_gaps,
    numbering.route_repeats,
    numbering.route_backwards,
    numbering.step_without_number,
    numbering.sentence_cut,
    routes.no_reception,
    routes.no_check,
    routes.no_delivery,
    routes.office_absent,
    routes.decider_absent,
    routes.repeated_step,
    routes.archived_early,
    routes.drafted_early,
    routes.refused_when_incomplete,
    durations.against_sop,
    durations.against_guarantees,
    durations.implausible,
    durations.times_missing,
    emptiness.fee,
    products.not_of_title,
    products.not_made,
    products.without_signature,
    products.unspecific,
    products.activity,
    products.permit_or_recommendation,
    products.sop_ends_otherwise,
    products.with_place,
    channels.without_address,
    channels.not_a_channel,
    channels.incomplete,
    channels.without_lapor,
    channels.phones,
    routes.channels_in_route,
    citations.incomplete,
    citations.odd_kind,
    citations.cited_twice,
    citations.doubled_title,
    citations.impossible_year,
    numbering.executors,
    roles.not_in_list,
    roles.too_few,
    roles.count_differs,
    roles.applicant_among_them,
    numbering.inside_a_text,
    numbering.figure_and_word,
    wording.oversight_unnamed,
    emptiness.components,
    emptiness.entries,
    emptiness.guarantees,
    wording.superseded,
    wording.misspelt,
    wording.doubled,
    wording.discriminating,
    naming.system_spelt_otherwise,
    naming.pair_varies,
)
LAW_RULES: tuple[LawRule, ...] = (
    citations.title_differs,
    citations.number_differs,
    citations.superseded,
    citations.amended,
    citations.not_specific,
    citations.basis_missing,
)
OFFICE_RULES: tuple[OfficeRule, ...] = (
    offices.head_of_office,
    offices.office_email,
    offices.numbers_of_officials,
    offices.annex_of_another,
    channels.other_email,
    products.copied,
    copies.components,
    citations.after_the_decree,
    citations.title_varies,
    naming.acronym_twice,
    naming.acronym_unexplained,
    wording.not_in_dictionary,
    wording.odd_one_out,
    wording.lone_word,
)
SHADOWS: tuple[tuple[str, str], ...] = (
    ("product_copied", "product_not_of_title"),
    ("product_copied", "product_not_made"),
    ("product_copied", "product_without_signature"),
    ("product_copied", "product_differs_from_sop"),
    ("product_not_made", "product_without_signature"),
    ("citation_title_doubled", "law_title_differs"),
    ("law_title_differs", "citation_twice"),
    ("office_absent", "no_delivery"),
    ("office_absent", "no_check"),
    ("no_reception", "no_check"),
)
"""Where the first is said of some words, the second says nothing new about them."""
COMPONENTS = (
    "decree", "head", "letterhead", "email", "pledge", "title", "requirements", "route", "duration", "fee",
    "product", "complaints", "legal_basis", "facilities", "competence", "oversight", "executors", "assurance", "safety",
    "evaluation", "sop", "source",
)  # fmt: skip
"""The order in which doubts are told: the office's own places, then a standard from its title to its SOP."""


def doubts_of(office: Office, laws: Laws) -> tuple[Doubt, ...]:
    """All doubts about an office's standards: those about the office first, then by service, in the rules' order."""
    found = [doubt for rule in OFFICE_RULES for doubt in rule(office)]
    for service in office.services:
        found += [doubt for rule in SERVICE_RULES for doubt in rule(service)]
        found += [doubt for law_rule in LAW_RULES for doubt in law_rule(service, laws)]
    order = {office.slug: 0} | {service.id: index for index, service in enumerate(office.services, start=1)}
    kept = _without_shadows(list(dict.fromkeys(found)))
    return tuple(sorted(kept, key=lambda doubt: (order[doubt.service], COMPONENTS.index(doubt.component))))


def _without_shadows(doubts: list[Doubt]) -> Iterator[Doubt]:
    for doubt in doubts:
        lights = {light for light, shadow in SHADOWS if shadow == doubt.kind}
        if not any(other.kind in lights and _same_place(other, doubt) for other in doubts):
            yield doubt


def _same_place(one: Doubt, other: Doubt) -> bool:
    same_component = (one.service, one.component) == (other.service, other.component)
    return same_component and (not one.words or not other.words or bool(set(one.words) & set(other.words)))

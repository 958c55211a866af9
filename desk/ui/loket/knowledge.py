"""What Desk finds out while the officer types: who this is, which family, which village, until when.

Each question is asked once for each number, on the worker; an answer that comes too late for what is typed now is kept
for the number it belongs to and shown only if that comes back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import TypeVar

from desk.domain.catalogue import Service
from desk.domain.checklist import Assessment
from desk.domain.dates import short_date
from desk.domain.intake import Applicant
from desk.domain.spelling import compact, fold
from desk.domain.worktime import Due
from desk.language import tr
from desk.services.likeness import REASONS
from desk.ui.loket.acts import Acts, AskedLike, FamilyLike, KnownLike, Runner
from desk.ui.loket.form import Form
from desk.ui.loket.offers import (
    Offer,
    adds,
    offer_from_family,
    offer_from_known,
    offer_from_nik,
    offer_of_district,
    offer_of_papers,
    offer_of_place,
    offers_to_take_up,
    seen_words,
)
from desk.ui.loket.reading import Reading
from desk.ui.loket.showing import UnderWay

K = TypeVar("K")
T = TypeVar("T")
Question = tuple[str, str, str, str]
"""What is asked for, by whom: service, NIK, birth date, family card; the name comes with it."""
_LIKE = 0.7
"""How alike two names are, of 1, that may be one person's: a letter more or less, a name written apart."""

log = logging.getLogger(__name__)


@dataclass
class Knowledge:
    """Answers so far.

    Attributes:
        answered: called when one arrives.
        declined: keys of offers that the officer waved away.
    """

    acts: Acts
    jobs: Runner
    answered: Callable[[], None]
    declined: set[str] = field(default_factory=set)
    _known: dict[str, KnownLike | None] = field(default_factory=dict)
    _families: dict[str, FamilyLike | None] = field(default_factory=dict)
    _dues: dict[str, Due] = field(default_factory=dict)
    _already: dict[Question, Sequence[AskedLike]] = field(default_factory=dict)
    _already_for: dict[Question, str] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)

    def ask(self, reading: Reading) -> None:
        """Ask about the numbers on the form that were not asked about yet."""
        nik, kk = reading.intake.applicant.nik, reading.intake.applicant.kk
        if nik and nik not in self._asked:
            self._asked.add(nik)
            self.jobs.run(lambda: self.acts.known(nik), lambda known: self._heard(self._known, nik, known), self._lost)
        if kk and kk not in self._asked:
            self._asked.add(kk)
            self.jobs.run(
                lambda: self.acts.family(kk), lambda found: self._heard(self._families, kk, found), self._lost
            )

    def ask_due(self, service: Service, *, again: bool = False) -> None:
        """Ask until when the service is promised from now on."""
        question = f"due:{service.id}"
        if question in self._asked and not again:
            return
        self._asked.add(question)
        now = self.acts.now()
        self.jobs.run(
            lambda: self.acts.promise(service, now), lambda due: self._heard(self._dues, service.id, due), self._lost
        )

    def due(self, service: Service) -> Due | None:
        """Until when, if that is known already."""
        return self._dues.get(service.id)

    def known(self, reading: Reading) -> KnownLike | None:
        """Who has the NIK that is typed now."""
        return self._known.get(reading.intake.applicant.nik)

    def offers(
        self, form: Form, reading: Reading, service: Service | None, assessment: Assessment | None
    ) -> tuple[Offer, ...]:
        """What to offer now: only what would add something and was not waved away."""
        today = self.acts.today()
        known = self.known(reading)
        found: list[Offer] = []
        if known is not None:
            found.append(offer_from_known(known, reading.intake.applicant.nik))
            if service is not None and assessment is not None:
                papers = offer_of_papers(known, service, assessment, self.acts.document, today)
                found += [papers] if papers else []
        if not any(adds(form, offer) for offer in found if offer.anchor == "applicant.nik"):
            found.extend(offer_from_nik(reading, today))
        if known is not None and not form.case_id:
            waiting = list(offers_to_take_up(known, service))
            found = [*waiting, *found] if service is None else [*found, *waiting]
        family = self._families.get(reading.intake.applicant.kk)
        if family is not None:
            found.append(offer_from_family(family))
        if typed := form.text("applicant.village").strip():
            place = offer_of_place(typed, self.acts.places(typed))
            found += [place] if place else []
        district = offer_of_district(form.text("applicant.district"), self.acts.districts)
        found += [district] if district else []
        return tuple(offer for offer in found if offer.key not in self.declined and adds(form, offer))

    def seen(self, reading: Reading, service: Service, assessment: Assessment) -> dict[str, str]:
        """By requirement: when its paper was seen before."""
        return seen_words(self.known(reading), service, assessment, self.acts.document, self.acts.today())

    def other_name_words(self, reading: Reading) -> str:
        """That the NIK was somebody else's the last time, by the name: one of the two was mistyped."""
        known, name = self.known(reading), reading.intake.applicant.name
        if known is None or not name or not known.applicant.name or _alike(name, known.applicant.name):
            return ""
        return tr("NIK ini sebelumnya atas nama {name}. Periksa KTP.", name=known.applicant.name)

    def ask_already(self, service: Service | None, reading: Reading, besides: str) -> None:
        """Ask whether the same is asked for already; once more when the name has changed, never while it is typed."""
        applicant = reading.intake.applicant
        if service is None or not (applicant.nik or (applicant.name and (applicant.birth_date or applicant.kk))):
            return
        question = _question(service, applicant)
        if self._already_for.get(question) == applicant.name:
            return
        self._already_for[question] = applicant.name
        self.jobs.run(
            lambda: self.acts.asked_already(service.id, applicant, besides),
            lambda found: self._heard(self._already, question, found),
            self._lost,
        )

    def under_way(self, reading: Reading, service: Service | None) -> UnderWay | None:
        """The file in which the same is asked for already: it may be asked for twice by mistake. One that went back to
        its applicant under the same NIK is offered to be taken up instead.
        """
        found = self._already.get(_question(service, reading.intake.applicant), ()) if service else ()
        for one in found:
            if one.state == "open" or one.reason != "nik":
                return UnderWay(_under_way_words(one), one.case_id)
        return None

    def _heard(self, where: dict[K, T], question: K, answer: T) -> None:
        where[question] = answer
        self.answered()

    def _lost(self, error: Exception) -> None:
        """What could not be looked up is not offered; saving will say what is wrong with the store."""
        log.warning("something could not be looked up", exc_info=error)


def _question(service: Service, applicant: Applicant) -> Question:
    return (service.id, applicant.nik, applicant.birth_date, applicant.kk)


def _under_way_words(one: AskedLike) -> str:
    number, when = one.registration_number, short_date(date.fromisoformat(one.received_at[:10]))
    if one.state == "open":
        said = tr("Sudah ada permohonan yang sama masih diproses: {number}, diterima {when}.", number=number, when=when)
    else:
        template = "Sudah ada permohonan yang sama menunggu kelengkapan: {number}, diterima {when}."
        said = tr(template, number=number, when=when)
    if one.reason == "nik":
        return said
    return tr("{said} Atas nama {name}; {reason}.", said=said, name=one.name, reason=tr(REASONS[one.reason]))


def _alike(one: str, other: str) -> bool:
    """Whether both may be one person's name, however written: a word in common, or nearly the same letters."""
    words = {word for word in fold(one).split() if len(word) > 2} & set(fold(other).split())
    return bool(words) or SequenceMatcher(None, compact(one), compact(other)).ratio() >= _LIKE

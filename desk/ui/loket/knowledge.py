"""What Desk finds out while the officer types: who this is, which family, which village, until when.

Each question is asked once for each number, on the worker; an answer that comes too late for what is typed now is kept
for the number it belongs to and shown only if that comes back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import TypeVar

from desk.domain.catalogue import Service
from desk.domain.checklist import Assessment
from desk.domain.dates import short_date
from desk.domain.spelling import compact, fold
from desk.domain.worktime import Due
from desk.language import tr
from desk.ui.loket.acts import Acts, FamilyLike, KnownLike, Runner
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

T = TypeVar("T")
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
            waiting = list(offers_to_take_up(known))
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

    def open_case_words(self, form: Form, reading: Reading, service: Service | None) -> str:
        """That the applicant has a file of the same service under way: it may be asked for twice by mistake."""
        known = self.known(reading)
        if known is None or service is None or form.case_id:
            return ""
        for case in known.cases:
            if case.state == "open" and case.service == service.id:
                when = short_date(date.fromisoformat(case.received_at[:10]))
                return tr(
                    "Pemohon ini sudah punya berkas {number} untuk layanan ini, diterima {when}, masih diproses.",
                    number=case.registration_number,
                    when=when,
                )
        return ""

    def _heard(self, where: dict[str, T], question: str, answer: T) -> None:
        where[question] = answer
        self.answered()

    def _lost(self, error: Exception) -> None:
        """What could not be looked up is not offered; saving will say what is wrong with the store."""
        log.warning("something could not be looked up", exc_info=error)


def _alike(one: str, other: str) -> bool:
    """Whether both may be one person's name, however written: a word in common, or nearly the same letters."""
    words = {word for word in fold(one).split() if len(word) > 2} & set(fold(other).split())
    return bool(words) or SequenceMatcher(None, compact(one), compact(other)).ratio() >= _LIKE

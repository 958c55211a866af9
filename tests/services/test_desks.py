"""Which desk is meant by what somebody typed after `to`, and what the file is told of it."""

from __future__ import annotations

import pytest

from desk.domain.errors import Refused
from desk.services import acts
from desk.services.counter import Counter
from desk.services.desks import desk_meant, desks, titles
from desk.services.intake import register
from tests.factory import ADOPTION, SKM, intake

REHSOS = "Kepala Bidang Rehabilitasi Sosial"


def test_every_actor_of_every_service_has_a_desk_and_the_applicant_none(counter: Counter) -> None:
    known = set(titles(counter))
    assert {"Kepala Dinas", "Sekretaris", REHSOS, "Tagana"} <= known
    assert "Pemohon" not in known
    assert len(known) == len(desks(counter))


def test_outside_bodies_are_told_apart_and_come_last(counter: Counter) -> None:
    outside = [desk.external for desk in desks(counter)]
    assert outside == sorted(outside)
    assert any(outside)


@pytest.mark.parametrize(
    ("service", "said", "position"),
    [
        (ADOPTION, "Kepala Bidang", REHSOS),
        (ADOPTION, "kabid", REHSOS),
        (SKM, "Kabid Rehsos", REHSOS),
        (SKM, "  kadis ", "Kepala Dinas"),
        (SKM, "Kepala Dinas Sosial", "Kepala Dinas"),
    ],
)
def test_a_role_is_that_of_the_service_s_own_division_and_abbreviations_are_read(
    counter: Counter, service: str, said: str, position: str
) -> None:
    assert desk_meant(counter, counter.catalogue.service(service), said).position == position


@pytest.mark.parametrize("said", ["", "  ", "x" * 201, "Kepala Suku"])
def test_a_desk_that_is_not_there_is_refused_at_its_option(counter: Counter, said: str) -> None:
    case_id = register(counter, intake(ADOPTION)).id
    with pytest.raises(Refused) as caught:
        acts.act(counter, case_id, "dispose", to=(said,), data={"instruction": "Periksa"})
    assert caught.value.field == "--to"


def test_the_offers_name_the_desks_that_there_are(counter: Counter) -> None:
    case = acts.act(counter, register(counter, intake(ADOPTION)).id, "advance")
    dispose = next(offer for offer in acts.possible(counter, case) if offer.action == "dispose")
    assert dispose.to == titles(counter)
    sent = acts.act(counter, case.id, "dispose", to=("Kabid Rehsos",), data={"instruction": "Periksa"}, by="Kadis")
    (holder,) = sent.holders
    assert (holder.position, sent.history[-1].officer, sent.history[-1].recorder) == (REHSOS, "Kadis", "Rini")

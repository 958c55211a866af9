"""All rules together: silent on clean standards, in order, each told once."""

from __future__ import annotations

import inspect

import pytest

from desk.domain.catalogue import Executors
from desk.domain.doubts import check
from desk.domain.doubts.check import COMPONENTS, LAW_RULES, OFFICE_RULES, SERVICE_RULES, SHADOWS, doubts_of
from desk.domain.doubts.citations import LawRule
from desk.domain.doubts.doubt import OfficeRule, ServiceRule
from tests.domain.doubts.samples import LAWS, office, requirement, second, service, step

NAMES = {
    rule: f"{rule.__module__.rsplit('.', 1)[1]}.{rule.__name__}" for rule in (*SERVICE_RULES, *OFFICE_RULES, *LAW_RULES)
}


def test_clean_standards_raise_no_doubt() -> None:
    assert doubts_of(office(service(), second()), LAWS) == ()


@pytest.mark.parametrize("rule", SERVICE_RULES, ids=lambda rule: NAMES[rule])
def test_each_rule_about_a_service_is_silent_on_a_clean_one(rule: ServiceRule) -> None:
    assert [*rule(service()), *rule(second())] == []


@pytest.mark.parametrize("rule", OFFICE_RULES, ids=lambda rule: NAMES[rule])
def test_each_rule_about_an_office_is_silent_on_a_clean_one(rule: OfficeRule) -> None:
    assert list(rule(office(service(), second()))) == []


@pytest.mark.parametrize("rule", LAW_RULES, ids=lambda rule: NAMES[rule])
def test_each_rule_about_laws_is_silent_on_a_clean_one(rule: LawRule) -> None:
    assert [*rule(service(), LAWS), *rule(second(), LAWS)] == []


@pytest.mark.parametrize("rule", SERVICE_RULES, ids=lambda rule: NAMES[rule])
def test_no_rule_stumbles_over_a_standard_that_is_all_but_empty(rule: ServiceRule) -> None:
    bare = service(
        requirements=(), route=(), duration=None, products=(), complaints=(), legal_basis=(), facilities=(),
        competence=(), oversight=(), assurance=(), safety=(), evaluation=(), sop=(),
        executors=Executors(None, (), None),
    )  # fmt: skip
    assert {doubt.service for doubt in rule(bare)} <= {"contoh/01"}


def test_every_rule_of_the_package_is_registered() -> None:
    registered = {rule.__name__ for rule in (*SERVICE_RULES, *OFFICE_RULES, *LAW_RULES)}
    modules = [module for _, module in inspect.getmembers(check, inspect.ismodule)]
    rules = {
        name
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and str(inspect.signature(function).return_annotation).endswith("Iterator[Doubt]")
    }
    assert rules == registered


def test_doubts_come_by_service_and_in_the_order_of_the_components() -> None:
    odd = service(2, safety=(), title="Pelayanan Rehabilitasi Dll", product="Layanan Rehabilitasi")
    places = [
        (d.service, COMPONENTS.index(d.component)) for d in doubts_of(office(service(safety=()), odd, head=None), LAWS)
    ]
    assert places[0][0] == "contoh"
    assert places == sorted(places)


def test_what_is_said_once_is_not_said_again_in_other_words() -> None:
    theirs = second(product="Surat Izin Pesta", products=())
    silent = [kind for kind, shadow in SHADOWS if shadow == "no_delivery"]
    absent = service(route=(step("1", "Pemohon", "enter_external", "Pemohon mengisi aplikasi", external=True),))
    found = {doubt.kind for doubt in doubts_of(office(absent, theirs), LAWS)}
    assert silent == ["office_absent"]
    assert "office_absent" in found
    assert "no_delivery" not in found


def test_a_message_quotes_the_words_and_ends_as_a_sentence() -> None:
    odd = service(requirements=(requirement("Berkas pendukung lainnya"),))
    (doubt,) = [d for d in doubts_of(office(odd), LAWS) if d.kind == "undetermined_requirement"]
    assert "“1. Berkas pendukung lainnya”" in doubt.message
    assert doubt.message.endswith(".")
    assert doubt.words == ("Berkas pendukung lainnya",)

"""All rules together: silent on clean standards, in order, each told once."""

from __future__ import annotations

import inspect
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.catalogue import Channel, Citation, Executors, Product, Sop, SopRow, Source
from desk.domain.doubts import check
from desk.domain.doubts.check import COMPONENTS, LAW_RULES, OFFICE_RULES, SERVICE_RULES, SHADOWS, doubts_of
from desk.domain.doubts.citations import LawRule
from desk.domain.doubts.doubt import OfficeRule, ServiceRule
from tests.domain.doubts.samples import LAWS, office, requirement, route, second, service, step

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


SIGNS = st.text("aAkKtTpP oO-–.,;:()/“”0123456789%{}\\\n\u0130ß", min_size=1, max_size=40).filter(str.strip)
WORDS = st.sampled_from(
    ("Surat", "izin", "dari", "Berita Acara", "SK", "Nomor", "Tahun", "tentang", "2 (dua)", "a.", "atau")
)
TEXTS = st.one_of(SIGNS, st.lists(WORDS, min_size=1, max_size=8).map(" ".join))


@given(st.data())
def test_no_rule_stumbles_over_strange_words(data: st.DataObject) -> None:
    def text() -> str:
        return data.draw(TEXTS)

    entries = (
        requirement(text(), number=text(), issuer=text(), document="ktp", any_of=("b",)),
        requirement(
            text(), number=None, id="b", kind="condition", parts=(requirement(text(), number=text(), id="b.a"),)
        ),
        requirement(text(), number="3", id="c", kind="instruction"),
    )
    steps = route(*(step(text(), text(), action, text()) for action in ("receive", "draft", "sign", "monitor")))
    odd = service(
        title=text(), product=text(), requirements=entries, route=steps, hand_off=text(), assurance=(text(),),
        competence=(text(), text()), oversight=(text(),), products=(Product("letter", text()),),
        complaints=tuple(Channel(kind, text()) for kind in ("phone", "whatsapp", "email", "other", "officer")),
        legal_basis=(Citation(text(), data.draw(st.one_of(TEXTS, st.just("")))), Citation("UU 40/1998", text())),
        executors=Executors(data.draw(st.integers(0, 9)), (text(), text()), text()),
        sop=(Sop(text(), (SopRow(text(), (), text(), text(), text()),)),), source=Source("contoh.txt", text()),
    )  # fmt: skip
    for doubt in doubts_of(office(odd, second(), replace(odd, id="contoh/03"), email=text()), LAWS):
        assert doubt.message


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

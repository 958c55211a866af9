"""The Mesuji pack says what the decree prints: facts taken from the scan by a second reading, not from the pack."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desk.domain import catalogue, pack
from tests.data.mesuji_printed import (
    CHANNELS,
    COMPETENCE,
    OVERSIGHT,
    PRINTED,
    ROOMS_AFTER,
    ROOMS_BEFORE,
    SAFETY,
    STRANDED,
)

DATA = Path(__file__).resolve().parents[2] / "data"
FOLDER = DATA / "mesuji"
ORDERS = range(1, 9)


def raw(order: int) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((FOLDER / f"{order:02d}.json").read_bytes())
    return value


@cache
def service(order: int) -> catalogue.Service:
    content = (FOLDER / f"{order:02d}.json").read_bytes()
    return pack.read_service(json.loads(content), f"{order:02d}.json", office="mesuji", order=order, content=content)


def requirement(order: int, requirement_id: str) -> catalogue.Requirement:
    found = service(order).requirement(requirement_id)
    assert found is not None, f"mesuji/{order:02d} has no {requirement_id}"
    return found


def numbered_steps(order: int) -> dict[str | None, catalogue.Step]:
    """The first step of each printed number: a number that two officials share counts once."""
    return {step.number: step for step in reversed(service(order).route)}


def normal_way(order: int) -> list[str]:
    step: catalogue.Step | None = service(order).route[0]
    keys: list[str] = []
    while step is not None and step.key not in keys:
        keys.append(step.key)
        step = next((service(order).step(branch.to) for branch in step.next if branch.when is None), None)
    return keys


def branches(order: int) -> dict[tuple[str | None, str], str]:
    """Where the file leaves the normal way: (printed number, why) and the step it goes to."""
    return {
        (step.number, branch.when): branch.to
        for step in service(order).route
        for branch in step.next
        if branch.when is not None
    }


def test_the_annex_has_eight_services() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [*(f"{n:02d}.json" for n in ORDERS), "office.json"]


@pytest.mark.parametrize("order", ORDERS)
class TestEachService:
    def test_title_division_and_source(self, order: int) -> None:
        assert service(order).title == PRINTED[order].title
        assert service(order).division == PRINTED[order].division
        assert service(order).source == catalogue.Source("000_9397b79d5069bcb5.txt", "000.8.3.2/26/IV.15/MSJ/2024")

    def test_requirements_are_as_many_as_printed_and_begin_with_the_printed_words(self, order: int) -> None:
        entries, words = service(order).requirements, PRINTED[order].requirements
        assert [entry.number for entry in entries] == [str(n + 1) for n in range(len(words))]
        assert [entry.text[: len(first)] for entry, first in zip(entries, words, strict=True)] == list(words)

    def test_parts(self, order: int) -> None:
        assert {r.id: len(r.parts) for r in service(order).every_requirement() if r.parts} == PRINTED[order].parts
        assert not [part.id for entry in service(order).requirements for part in entry.parts if part.number]

    def test_duration(self, order: int) -> None:
        days = PRINTED[order].days
        written = PRINTED[order].as_written
        assert service(order).duration == catalogue.Duration(days, days, "day", "exact", "working", "office", written)

    def test_product_and_fee(self, order: int) -> None:
        assert service(order).product == PRINTED[order].product
        assert service(order).products
        assert service(order).fee == 0

    def test_steps(self, order: int) -> None:
        steps, words = numbered_steps(order), PRINTED[order].steps
        assert {step.number for step in service(order).route} == {str(n + 1) for n in range(len(words))}
        found = [steps[str(n + 1)].title[: len(first)] for n, first in enumerate(words)]
        assert found == list(words)

    def test_what_the_procedure_foresees(self, order: int) -> None:
        assert service(order).hand_off == PRINTED[order].hand_off
        assert service(order).field_visit is PRINTED[order].visit
        assert any(step.action == "visit" for step in service(order).route) is PRINTED[order].visit
        assert service(order).returns_incomplete is PRINTED[order].returns
        assert any(why == "incomplete" for _, why in branches(order)) is PRINTED[order].returns
        assert service(order).can_reject is PRINTED[order].rejects

    def test_complaint_channels(self, order: int) -> None:
        assert [(channel.kind, channel.value) for channel in service(order).complaints] == CHANNELS

    def test_legal_basis(self, order: int) -> None:
        assert ", ".join(law.citation for law in service(order).legal_basis) == PRINTED[order].laws
        for law in service(order).legal_basis:
            assert law.title.startswith(("Undang-", "Peraturan ", "Permensos "))
            assert set(re.findall(r"\d+", law.citation)) <= set(re.findall(r"\d+", law.title))

    def test_facilities_and_competence(self, order: int) -> None:
        assert service(order).facilities == (*ROOMS_BEFORE, PRINTED[order].toilet, *ROOMS_AFTER)
        assert service(order).competence == (*COMPETENCE, PRINTED[order].procedure)

    def test_oversight_and_safety(self, order: int) -> None:
        assert service(order).oversight == OVERSIGHT
        assert service(order).safety == SAFETY

    def test_executors(self, order: int) -> None:
        assert service(order).executors == catalogue.Executors(
            3,
            ("Petugas Front Office", "Staf/Operator Bidang"),
            "1. 2 (dua) orang Petugas Front Office 2. 1 (satu) orang Staf/Operator Bidang",
        )

    def test_the_decree_has_no_promise_no_evaluation_and_no_sop(self, order: int) -> None:
        absent = {"assurance", "evaluation", "sop", "corrections"}
        assert absent.isdisjoint(raw(order))

    def test_every_paper_is_in_the_registry(self, order: int) -> None:
        registry = json.loads((DATA / "documents.json").read_bytes())
        known = {document.id for document in pack.read_documents(registry, "documents.json")}
        assert {r.document for r in service(order).every_requirement() if r.document} <= known

    def test_the_normal_way_goes_from_the_first_step_to_the_last(self, order: int) -> None:
        aside = {"rujukan", "penolakan"}  # the sick person and the refused couple leave it
        assert normal_way(order) == [step.key for step in service(order).route if step.key not in aside]

    def test_the_applicant_begins_and_the_office_goes_on(self, order: int) -> None:
        outside = [(step.number, step.actor) for step in service(order).route if step.external]
        assert outside == [("1", "Pemohon")]

    def test_the_file_is_written_in_the_packs_own_form(self, order: int) -> None:
        text = json.dumps(raw(order), indent=2, ensure_ascii=False) + "\n"
        assert (FOLDER / f"{order:02d}.json").read_bytes() == text.encode()

    def test_keywords_are_many_lower_case_and_none_twice(self, order: int) -> None:
        keywords = service(order).keywords
        assert len(keywords) >= 20
        assert len(set(keywords)) == len(keywords)
        assert all(keyword == keyword.lower().strip() for keyword in keywords)


def test_the_office_is_the_one_on_the_letterhead() -> None:
    office = pack.read_office(
        json.loads((FOLDER / "office.json").read_bytes()), "office.json", slug="mesuji", services=()
    )
    assert (office.name, office.region, office.province) == (
        "Dinas Sosial Kabupaten Mesuji",
        "Kabupaten Mesuji",
        "Lampung",
    )
    assert office.decree == catalogue.Decree("000.8.3.2/26/IV.15/MSJ/2024", "2024-01-04")
    assert office.address == (
        "Jl. Pangeran Mat Ali, Komplek Perkantoran Pemkab. Mesuji, Desa Wiralaga Mulya Kec. Mesuji Kab. Mesuji"
    )
    assert (office.phone, office.email) == ("0823-1746-8174", "dinsosmesuji2606@gmail.com")
    assert (office.region_code, office.timezone, office.city) == ("18.11", "Asia/Jakarta", "Mesuji")
    assert [(channel.kind, channel.value) for channel in office.complaint_channels] == CHANNELS
    assert office.letterhead == (
        "PEMERINTAH KABUPATEN MESUJI",
        "DINAS SOSIAL",
        office.address,
        "Website : https://dinsos.mesujikab.go.id Email : dinsosmesuji2606@gmail.com",
    )
    assert office.motto == "“CERMAT” Cepat, Empati, Ramah, Mudah, Akuntabel, Tepat"
    assert [line.split()[0] for line in office.pledge] == ["Dengan", "Berjanji", "Memberikan", "Bersedia"]


def test_the_head_has_the_nip_of_the_annex_because_that_of_the_first_page_is_no_date() -> None:
    head = json.loads((FOLDER / "office.json").read_bytes())["head"]
    assert head == {"name": "PRASETYO YURA B, SH.MM.", "nip": "198709252010011005"}  # page 1: 19872509 201001 1 005


# The adoption file.

TRIPLE = "surat_permohonan surat_sehat surat_sehat_jiwa akta_lahir_cota skck surat_nikah k13 k13.kk k13.ktp".split()
TRIPLE += "akta_lahir_caa keterangan_penghasilan pernyataan_persetujuan_anak pernyataan_motivasi".split()
TRIPLE += "pernyataan_tanpa_diskriminasi pernyataan_persetujuan_keluarga".split()


def test_papers_of_points_1_to_19_and_the_photos_are_in_triplicate() -> None:
    assert {r.id: r.copies for r in service(2).every_requirement() if r.copies != 1} == dict.fromkeys(
        [*TRIPLE, "k23", "k23.cota", "k23.caa", "foto_caa_5r"], 3
    )
    assert not [r.id for order in ORDERS if order != 2 for r in service(order).every_requirement() if r.copies != 1]


def test_the_triplicate_rule_itself_is_words_to_the_applicant_that_nothing_is_ticked_for() -> None:
    rule = next(entry for entry in service(2).requirements if entry.number == "22")
    assert (rule.kind, rule.mandatory) == ("instruction", False)
    every = [r for order in ORDERS for r in service(order).every_requirement()]
    assert [r for r in every if not r.mandatory] == [rule]


def test_adoption_originals_and_legalised_copies_are_as_printed() -> None:
    forms: dict[str | None, list[str]] = {}
    for entry in service(2).requirements:
        forms.setdefault(entry.form, []).append(entry.number or "?")
    assert forms["original_and_copy"] == ["8", "9", "11"]
    assert forms["legalised_copy"] == ["10", "12", "13", "14"]
    assert set(forms) == {None, "original_and_copy", "legalised_copy"}
    assert {part.form for part in requirement(2, "k13").parts} == {"legalised_copy"}


def test_stamp_duty_is_where_meterai_is_printed() -> None:
    stamped = [(order, r.number) for order in ORDERS for r in service(order).every_requirement() if r.stamp_duty]
    assert stamped == [*((2, number) for number in ("16", "17", "18", "19", "20", "21")), (5, "8")]


def test_conditions_are_asked_and_the_age_is_known() -> None:
    rules = {(n, r.number): r.rule for n in ORDERS for r in service(n).requirements if r.rule}
    assert rules.pop((2, "2")) == catalogue.Rule("age", "applicant.age", "between", (30, 55))
    assert {place: rule.kind for place, rule in rules.items()} == {
        (2, "3"): "same_religion",
        (2, "4"): "not_same_sex",
        (2, "5"): "married_years",
        (2, "6"): "children_at_most",
        (2, "7"): "fostered_months",
        (7, "6"): "dtks",
    }
    assert all(rule.field.startswith("answer.") and rule.op == "is_true" for rule in rules.values())


def test_only_two_papers_depend_on_an_answer() -> None:
    conditional = {
        (order, r.number): r.applies_when
        for order in ORDERS
        for r in service(order).every_requirement()
        if r.applies_when
    }
    assert conditional == {
        (2, "16"): catalogue.Test("answer.caa_mampu_berpendapat", "is_true", None),
        (5, "9"): catalogue.Test("answer.lks", "is_true", None),
    }


def test_only_the_adoption_file_is_guarded() -> None:
    assert {order: service(order).sensitive for order in ORDERS if service(order).sensitive} == {2: "adoption"}


def test_either_of_two_papers_will_do_where_the_decree_says_or() -> None:
    pairs = {r.id: r.any_of for order in ORDERS for r in service(order).every_requirement() if r.any_of}
    assert set(pairs) == {"k2.surat_domisili", "k2.nib", "k4.bukti_pbb", "k4.surat_sewa", "k5.rekening", "k5.wadah"}
    assert all(pairs[other] == (one,) for one, (other,) in pairs.items())


def test_copies_elsewhere_are_where_the_decree_says_photocopy() -> None:
    copies = [(n, r.number) for n in ORDERS if n != 2 for r in service(n).every_requirement() if r.form]
    assert copies == [(3, "2"), (6, "1"), (6, "2"), (7, "2"), (7, "3"), (7, "5"), (8, "3"), (8, "4")]


# Routes.


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (1, {("3", "sick"): "rujukan"}),
        (2, {("4", "not_eligible"): "penolakan"}),
        (3, {}),
        (4, {}),
        (5, {("5", "incomplete"): "pendaftaran"}),
        (6, {("3", "incomplete"): "permohonan"}),
        (7, {("3", "incomplete"): "permohonan"}),
        (8, {("5", "incomplete"): "permohonan"}),
    ],
)
def test_where_the_file_may_leave_the_normal_way(order: int, found: dict[tuple[str, str], str]) -> None:
    assert branches(order) == found
    steps = {step.key for step in service(order).route}
    assert set(found.values()) <= steps


def test_officials_are_called_by_one_name_each() -> None:
    assert {step.actor for order in ORDERS for step in service(order).route} == {
        "Pemohon",
        "Petugas Front Office",
        "Kepala Dinas",
        "Kepala Bidang",
        "Staf",
        "Staf/Operator",
        "Operator",
        "Tim Verifikasi",
        "Tagana",
    }


def test_a_sick_person_gets_a_referral_and_no_travel_letter() -> None:
    referral = service(1).step("rujukan")
    assert referral is not None
    assert [branch.to for branch in referral.next] == ["arsip"]
    assert "rumah sakit/puskesmas" in referral.title


def test_a_refusal_ends_the_adoption_file() -> None:
    refusal = service(2).step("penolakan")
    assert refusal is not None
    assert refusal.next == ()
    assert "surat penolakan" in refusal.title


@pytest.mark.parametrize(
    ("order", "number", "actors"),
    [
        (1, "4", ["Kepala Bidang", "Staf"]),
        (2, "5", ["Kepala Bidang", "Staf"]),
        (3, "4", ["Kepala Bidang", "Tagana"]),
        (3, "8", ["Kepala Bidang"]),
        (4, "4", ["Kepala Bidang", "Staf"]),
        (5, "6", ["Kepala Bidang", "Operator"]),
        (6, "3", ["Kepala Dinas", "Kepala Bidang"]),
        (6, "4", ["Kepala Bidang", "Staf/Operator"]),
        (7, "4", ["Kepala Bidang", "Staf"]),
        (8, "6", ["Kepala Bidang", "Staf"]),
    ],
)
def test_one_printed_step_that_names_officials_in_turn(order: int, number: str, actors: list[str]) -> None:
    assert [step.actor for step in service(order).route if step.number == number] == actors


@pytest.mark.parametrize(
    ("order", "last"),
    [
        (1, "archive"),
        (2, "hand_off"),
        (3, "deliver"),
        (4, "deliver"),
        (5, "enter_external"),
        (6, "archive"),
        (7, "archive"),
        (8, "deliver"),
    ],
)
def test_how_each_procedure_ends(order: int, last: str) -> None:
    assert service(order).route[-1].action == last


# What the decree gets wrong stays.


def test_the_travel_letter_is_printed_as_the_product_of_three_services() -> None:
    assert [order for order in ORDERS if service(order).product == STRANDED] == [1, 2, 4]


@pytest.mark.parametrize(
    ("order", "where", "words"),
    [
        (1, "safety", "kerahasiannya"),
        (2, "requirements", "FC Surat Nikah/Akta Perkaswinan Akta Kelahiran Calon Orang Tua Asuh (COTA)"),
        (2, "requirements", "Surat Pernyataan motifikasi Akta Kelahiran"),
        (2, "requirements", "diatas Matrai"),
        (3, "route", "memberikan disposi kepada"),
        (3, "route", "korban benca alam"),
        (3, "legal_basis", "Peraturan Pemerintah Nomor Tahun 2012 tentang Penyelenggaraan Kesejahteraan Sosial"),
        (5, "requirements", "nilai nilai kemanusiaan"),
        (5, "route", "persyarat administrasi"),
        (6, "legal_basis", "Perubahan Data Bantuan Iuran Jaminan Kesehatan"),
        (7, "legal_basis", "Permensos 3/2021"),
        (7, "route", "Kepala Bidang Penanganan Fakir Miskin untuk memverifikasi data Pemohon"),
    ],
)
def test_as_printed(order: int, where: str, words: str) -> None:
    assert words in json.dumps(raw(order)[where], ensure_ascii=False)


# What the second reading settled: docs/readings/mesuji.md.


def test_the_village_letter_of_the_disaster_file_has_no_number_of_its_own_and_is_ticked_by_itself() -> None:
    letter, data = requirement(3, "k1").parts
    assert (letter.number, letter.document, letter.issuer) == (
        None,
        "surat_keterangan_desa",
        "Pemerintah Desa, diketahui Camat",
    )
    assert (data.number, data.document) == (None, "data_korban_bencana")
    assert letter.mandatory
    assert letter.any_of == ()


def test_one_number_is_telephone_and_whatsapp_and_holds_nothing_but_the_number() -> None:
    numbers = {channel.kind: channel.value for channel in service(8).complaints if channel.value[0] == "0"}
    assert numbers == {"phone": "0823-1746-8174", "whatsapp": "0823-1746-8174"}


@pytest.mark.parametrize("order", [1, 3])
def test_anybody_may_report_a_disaster_or_a_stranded_person(order: int) -> None:
    assert "applicants" not in raw(order)
    assert service(order).applicants == catalogue.APPLICANT_KINDS


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("kehabisan ongkos", 1),
        ("ijin angkat anak", 2),
        ("rumah roboh", 3),
        ("salah sasaran", 4),
        ("galang dana", 5),
        ("bpjs mati", 6),
        ("kip kuliah", 7),
        ("masuk dtks", 8),
    ],
)
def test_what_people_say_leads_to_one_service(said: str, order: int) -> None:
    assert [n for n in ORDERS if said in service(n).keywords] == [order]

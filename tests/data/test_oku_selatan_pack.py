"""The OKU Selatan pack says what the standards print: facts taken from the scan by a second reading."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desk.domain import catalogue, pack
from tests.data.oku_selatan_printed import (
    ASSURANCE,
    BOX,
    COMPETENCE,
    ETHICS,
    FACILITIES,
    HEADS,
    MEET,
    PHONE,
    POST,
    PRINTED,
    SOPS,
    WEBSITE,
    WOMEN,
)

DATA = Path(__file__).resolve().parents[2] / "data"
FOLDER = DATA / "oku-selatan"
ORDERS = range(1, 10)
POOR = (1, 2, 3, 4, 5, 8)  # one text under six headings


def raw(order: int) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((FOLDER / f"{order:02d}.json").read_bytes())
    return value


@cache
def service(order: int) -> catalogue.Service:
    content = (FOLDER / f"{order:02d}.json").read_bytes()
    return pack.read_service(
        json.loads(content), f"{order:02d}.json", office="oku-selatan", order=order, content=content
    )


def office() -> catalogue.Office:
    raw_office = json.loads((FOLDER / "office.json").read_bytes())
    return pack.read_office(raw_office, "office.json", slug="oku-selatan", services=())


def normal_way(order: int) -> list[str]:
    step: catalogue.Step | None = service(order).route[0]
    keys: list[str] = []
    while step is not None and step.key not in keys:
        keys.append(step.key)
        step = next((service(order).step(branch.to) for branch in step.next if branch.when is None), None)
    return keys


def test_there_are_nine_standards() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [*(f"{n:02d}.json" for n in ORDERS), "office.json"]


@pytest.mark.parametrize("order", ORDERS)
class TestEachService:
    def test_title_division_and_source(self, order: int) -> None:
        assert service(order).title == PRINTED[order].title
        assert service(order).division == PRINTED[order].division
        assert service(order).source == catalogue.Source("002_ee80b4a15c010f0f.txt", None)

    def test_requirements_are_those_printed(self, order: int) -> None:
        found = [(entry.number, entry.text) for entry in service(order).requirements]
        assert found == [(str(n + 1), text) for n, text in enumerate(PRINTED[order].requirements)]

    def test_parts(self, order: int) -> None:
        assert {r.id: len(r.parts) for r in service(order).every_requirement() if r.parts} == PRINTED[order].parts
        assert not [part.id for entry in service(order).requirements for part in entry.parts if part.number]

    def test_duration(self, order: int) -> None:
        at_most, unit = PRINTED[order].at_most
        found = service(order).duration
        assert found is not None
        assert (found.min, found.max, found.unit, found.bound) == (0, at_most, unit, "at_most")
        assert (found.basis, found.basis_source) == ({"minute": "office", "day": "working"}[unit], "office")
        assert found.printed == PRINTED[order].as_written

    def test_product_and_fee(self, order: int) -> None:
        assert service(order).product == PRINTED[order].product
        assert service(order).products
        assert service(order).fee == 0

    def test_steps(self, order: int) -> None:
        first: dict[str, str] = {}
        for step in service(order).route:
            if step.number is not None:
                first.setdefault(step.number, step.title)
        words = PRINTED[order].steps
        assert list(first) == [str(n + 1) for n in range(len(words))]
        assert [title[: len(opening)] for title, opening in zip(first.values(), words, strict=True)] == list(words)

    def test_what_the_procedure_foresees(self, order: int) -> None:
        assert service(order).hand_off == PRINTED[order].hand_off
        assert service(order).field_visit is PRINTED[order].visit
        assert any(step.action == "visit" for step in service(order).route) is PRINTED[order].visit
        assert service(order).returns_incomplete is PRINTED[order].returns
        assert service(order).can_reject is False

    def test_complaint_channels(self, order: int) -> None:
        assert [(channel.kind, channel.value) for channel in service(order).complaints] == PRINTED[order].channels

    def test_legal_basis(self, order: int) -> None:
        assert ", ".join(law.citation for law in service(order).legal_basis) == PRINTED[order].laws
        for law in service(order).legal_basis:
            assert law.title.startswith(("Undang-", "Undang Undang ", "UU ", "Peraturan "))
            assert set(re.findall(r"\d+", law.citation)) <= set(re.findall(r"\d+", law.title))

    def test_facilities_and_competence(self, order: int) -> None:
        assert service(order).facilities == FACILITIES
        assert service(order).competence == (*COMPETENCE, ETHICS.format(PRINTED[order].firm))

    def test_oversight_assurance_safety_and_evaluation(self, order: int) -> None:
        assert service(order).oversight == PRINTED[order].oversight
        assert service(order).assurance == ASSURANCE
        assert service(order).safety == PRINTED[order].safety
        assert service(order).evaluation == (PRINTED[order].evaluation,)

    def test_executors(self, order: int) -> None:
        assert service(order).executors == catalogue.Executors(2, (), "2 (dua) orang")

    def test_the_sop_tables_that_follow_the_standard_are_its_own(self, order: int) -> None:
        titles = [sop.title.partition(" (Pelaksana: ")[0] for sop in service(order).sop]
        assert titles == list(PRINTED[order].sop)

    def test_every_row_of_every_sop_table(self, order: int) -> None:
        found = [
            [(row.activity, row.actors, row.requirement, row.time, row.output) for row in sop.rows]
            for sop in service(order).sop
        ]
        assert found == list(SOPS[order])

    def test_every_paper_is_in_the_registry(self, order: int) -> None:
        registry = json.loads((DATA / "documents.json").read_bytes())
        known = {document.id for document in pack.read_documents(registry, "documents.json")}
        assert {r.document for r in service(order).every_requirement() if r.document} <= known

    def test_the_normal_way_takes_every_step(self, order: int) -> None:
        assert normal_way(order) == [step.key for step in service(order).route]

    def test_nothing_is_stamped_asked_or_left_to_choice(self, order: int) -> None:
        assert service(order).questions == ()
        for entry in service(order).every_requirement():
            assert (entry.stamp_duty, entry.mandatory, entry.copies) == (False, True, 1)
            assert (entry.applies_when, entry.rule, entry.any_of) == (None, None, ())

    def test_the_file_is_written_in_the_packs_own_form(self, order: int) -> None:
        text = json.dumps(raw(order), indent=2, ensure_ascii=False) + "\n"
        assert (FOLDER / f"{order:02d}.json").read_bytes() == text.encode()

    def test_keywords_are_many_lower_case_and_none_twice(self, order: int) -> None:
        keywords = service(order).keywords
        assert len(keywords) >= 20
        assert len(set(keywords)) == len(keywords)
        assert all(keyword == keyword.lower().strip() for keyword in keywords)


def test_the_office_is_the_one_of_the_standards() -> None:
    found = office()
    assert (found.name, found.region, found.region_code, found.province) == (
        "Dinas Sosial Kabupaten OKU Selatan",
        "Kabupaten OKU Selatan",
        "16.09",
        "Sumatera Selatan",
    )
    assert (found.city, found.address) == ("Muaradua", "Jl. Serasan Seandanan No.16 Muaradua")
    assert (found.phone, found.email, found.website) == (PHONE, "dinsosokuselatan@gmail.com", WEBSITE)
    assert found.timezone == "Asia/Jakarta"


def test_what_the_scan_of_the_standards_does_not_have_is_not_invented() -> None:
    found = office()
    assert (found.decree, found.head, found.motto, found.pledge) == (None, None, None, ())


def test_the_letterhead_is_made_from_region_office_and_printed_address() -> None:
    assert office().letterhead == (
        "PEMERINTAH KABUPATEN OKU SELATAN",
        "DINAS SOSIAL",
        "Jl. Serasan Seandanan No.16 Muaradua",
    )


def test_the_offices_channels_are_those_of_all_standards_without_the_one_that_is_none() -> None:
    assert [(channel.kind, channel.value) for channel in office().complaint_channels] == [
        ("counter", MEET),
        ("box", BOX),
        ("letter", POST),
        ("whatsapp", PHONE),
        ("telegram", PHONE),
        ("phone", PHONE),
        ("website", WEBSITE),
        ("email", "dinsosokuselatan@gmail.com"),
        ("facebook", "Dinsos OKU Selatan"),
        ("twitter", "Dinas Sosial OKU Selatan"),
        ("instagram", "Dinsos OKU Selatan"),
        ("lapor", "SP4N Lapor"),
    ]


# Which SOP belongs to which standard.


def test_nine_tables_for_eight_standards_and_none_for_natural_disasters() -> None:
    assert {order: len(service(order).sop) for order in ORDERS} == {**dict.fromkeys(ORDERS, 1), 6: 0, 7: 2}


def test_both_disaster_tables_say_themselves_that_they_are_for_social_disasters() -> None:
    assert all("Bencana Sosial" in sop.title for sop in service(7).sop)
    assert "Kebakaran, Konflik Sosial" in service(7).sop[1].rows[0].activity


@pytest.mark.parametrize(("place", "heads"), HEADS.items())
def test_the_officials_of_a_table_whose_marks_the_scan_lost_stand_in_its_title(
    place: tuple[int, int], heads: tuple[str, ...]
) -> None:
    order, table = place
    assert service(order).sop[table].title.endswith(f" (Pelaksana: {'; '.join(heads)})")


def test_only_those_titles_have_officials() -> None:
    named = [(n, i) for n in ORDERS for i, sop in enumerate(service(n).sop) if "(Pelaksana" in sop.title]
    assert named == list(HEADS)


# Routes.


@pytest.mark.parametrize("order", POOR)
def test_the_survey_stands_in_the_sop_only_and_comes_before_the_filing(order: int) -> None:
    steps = [(step.number, step.key, step.actor) for step in service(order).route]
    assert steps == [
        ("1", "laporan", "Dinas Sosial"),
        ("2", "verifikasi", "Front Office"),
        (None, "survei", "Petugas survei"),
        ("3", "input", "Dinas Sosial"),
        ("4", "ajukan", "Dinas Sosial"),
    ]


@pytest.mark.parametrize("order", [6, 7])
def test_the_disaster_file_passes_head_and_division_before_the_visit(order: int) -> None:
    actors = [step.actor for step in service(order).route][:7]
    visitors = "Kepala Seksi, Staf dan Anggota Tagana"
    assert actors == ["Pemohon", "Pemohon", "Petugas", "Kepala Dinas", "Kepala Bidang", visitors, "Dinas Sosial"]


def test_money_is_paid_out_by_another_office_and_fetched_at_this_one() -> None:
    last = service(7).route[-3:]
    assert [(step.number, step.actor, step.action, step.external) for step in last] == [
        ("8", "Dinas Sosial", "hand_off", False),
        ("9", "BPKAD", "decide", True),
        ("9", "Dinas Sosial", "deliver", False),
    ]


def test_only_the_pkh_chart_sends_a_file_back() -> None:
    found = {
        order: [(step.key, branch.when, branch.to) for step in service(order).route for branch in step.next]
        for order in ORDERS
    }
    aside = {order: [b for b in branches if b[1] is not None] for order, branches in found.items()}
    assert aside == {**{order: [] for order in ORDERS}, 9: [("periksa", "incomplete", "setor")]}


def test_a_report_is_received_by_the_office_and_a_file_is_brought_by_the_applicant() -> None:
    outside = {order: [step.number for step in service(order).route if step.external] for order in ORDERS}
    assert outside == {**{order: [] for order in POOR}, 6: ["1", "2"], 7: ["1", "2", "9"], 9: ["1", "2"]}


# What the decree gets wrong stays.


def test_one_womens_aid_is_printed_as_the_product_of_six_services() -> None:
    assert tuple(order for order in ORDERS if service(order).product == WOMEN) == POOR


@pytest.mark.parametrize("order", POOR)
def test_six_services_rest_on_the_law_on_disability_whatever_they_are(order: int) -> None:
    law, rule = (law.title for law in service(order).legal_basis)
    assert law == "Undang Undang Nomor 8 Tahun 2016 tentang Penyandang Disabilitas"
    assert rule.startswith("Peraturan Menteri Sosial Republik Indonesia Nomor 25 Tahun 2012 tentang standar")
    assert rule.endswith("Rehabilitasi Penyandang Disabilitas")


@pytest.mark.parametrize(
    ("order", "where", "words"),
    [
        (1, "sop", "bagi bagi Pemulung"),
        (1, "sop", "penerima Bansos ODK"),
        (1, "oversight", "Kontinue"),
        (6, "competence", "Cepat, Tegak, Sopan"),
        (6, "safety", "Jamina Kerahasiaan Data"),
        (7, "safety", "Jamina Kerahasiaan Data"),
        (9, "product", "Pejelasan"),
    ],
)
def test_as_printed(order: int, where: str, words: str) -> None:
    assert words in json.dumps(raw(order)[where], ensure_ascii=False)


@pytest.mark.parametrize(
    ("order", "scanned"),
    [
        (3, "tersampainya"),
        (4, "tersampaiannya"),
        (5, "tersampaikan nya"),
        (6, "menyeter"),
        (7, "Linjansos"),
        (7, "Bensus"),
        (7, "BRKAD"),
        (7, "Masyarakat/Perintah"),
        (9, "Prosedura "),
    ],
)
def test_what_the_scan_lost_is_repaired(order: int, scanned: str) -> None:
    assert scanned.casefold() not in json.dumps(raw(order), ensure_ascii=False).casefold()


def test_files_on_children_and_the_mentally_ill_are_guarded() -> None:
    assert {order: service(order).sensitive for order in ORDERS if service(order).sensitive} == {
        3: "psychiatric",
        5: "child",
    }


# What the second reading settled: docs/readings/oku-selatan.md.


@pytest.mark.parametrize("order", [6, 7])
def test_anybody_may_report_a_disaster(order: int) -> None:
    assert "applicants" not in raw(order)
    assert service(order).applicants == catalogue.APPLICANT_KINDS


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("mulung", 1),
        ("kursi roda", 2),
        ("orang gila", 3),
        ("odgj", 3),
        ("jompo", 4),
        ("anak jalanan", 5),
        ("banjir", 6),
        ("rumah terbakar", 7),
        ("kebakaran", 7),
        ("janda", 8),
        ("pkh", 9),
    ],
)
def test_what_people_say_leads_to_one_service(said: str, order: int) -> None:
    assert [n for n in ORDERS if said in service(n).keywords] == [order]

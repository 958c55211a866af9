"""The Pasuruan pack says what the decree prints: facts taken from the scan by a second reading, not from the pack."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desk.domain import catalogue, pack
from tests.data.pasuruan_printed import CHANNELS, PRINTED

DATA = Path(__file__).resolve().parents[2] / "data"
FOLDER = DATA / "pasuruan"
ORDERS = range(1, 18)


def raw(order: int) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((FOLDER / f"{order:02d}.json").read_bytes())
    return value


@cache
def service(order: int) -> catalogue.Service:
    content = (FOLDER / f"{order:02d}.json").read_bytes()
    return pack.read_service(json.loads(content), f"{order:02d}.json", office="pasuruan", order=order, content=content)


def requirement(order: int, requirement_id: str) -> catalogue.Requirement:
    found = service(order).requirement(requirement_id)
    assert found is not None, f"pasuruan/{order:02d} has no {requirement_id}"
    return found


def printed_numbers(order: int) -> str:
    """The numbers as the decree prints them: a step that was split between two officials counts once."""
    return " ".join(dict.fromkeys(step.number for step in service(order).route if step.number is not None))


def normal_way(order: int) -> list[str]:
    step: catalogue.Step | None = service(order).route[0]
    keys: list[str] = []
    while step is not None and step.key not in keys:
        keys.append(step.key)
        step = next((service(order).step(branch.to) for branch in step.next if branch.when is None), None)
    return keys


def test_the_annex_has_seventeen_services() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [*(f"{n:02d}.json" for n in ORDERS), "office.json"]


@pytest.mark.parametrize("order", ORDERS)
class TestEachService:
    def test_title_division_and_source(self, order: int) -> None:
        assert service(order).title == PRINTED[order].title
        assert service(order).division == PRINTED[order].division
        assert service(order).source == catalogue.Source("004_c29e96a2228a0564.txt", "000.8.3.2/69/424.077/2024")

    def test_requirements_are_as_many_as_printed_and_begin_with_the_printed_words(self, order: int) -> None:
        entries, words = service(order).requirements, PRINTED[order].requirements
        assert [entry.number for entry in entries] == [str(n + 1) for n in range(len(words))]
        assert [entry.text[: len(first)] for entry, first in zip(entries, words, strict=True)] == list(words)

    def test_parts(self, order: int) -> None:
        assert {r.id: len(r.parts) for r in service(order).every_requirement() if r.parts} == PRINTED[order].parts

    def test_duration(self, order: int) -> None:
        duration = service(order).duration
        assert duration is not None
        found = (duration.min, duration.max, duration.unit, duration.bound, duration.basis)
        assert found == PRINTED[order].duration
        assert (duration.printed, duration.basis_source) == (PRINTED[order].as_written, "office")

    def test_product_and_fee(self, order: int) -> None:
        assert service(order).product == PRINTED[order].product
        assert service(order).products
        assert service(order).fee == 0

    def test_steps(self, order: int) -> None:
        assert printed_numbers(order) == PRINTED[order].steps
        assert service(order).route[0].title.startswith(PRINTED[order].first_step)
        assert service(order).route[-1].title.startswith(PRINTED[order].last_step)

    def test_what_the_procedure_foresees(self, order: int) -> None:
        assert service(order).hand_off == PRINTED[order].hand_off
        assert service(order).field_visit is PRINTED[order].visit
        assert any(step.action == "visit" for step in service(order).route) is PRINTED[order].visit
        assert service(order).can_reject is PRINTED[order].rejects
        assert service(order).returns_incomplete is False

    def test_complaint_channels(self, order: int) -> None:
        assert [(channel.kind, channel.value) for channel in service(order).complaints] == CHANNELS

    def test_legal_basis(self, order: int) -> None:
        assert ", ".join(law.citation for law in service(order).legal_basis) == PRINTED[order].laws
        assert all(law.title for law in service(order).legal_basis)

    def test_facilities(self, order: int) -> None:
        assert service(order).facilities == PRINTED[order].facilities

    def test_executors(self, order: int) -> None:
        executors = service(order).executors
        assert (executors.count, len(executors.roles)) == (PRINTED[order].people, PRINTED[order].roles)
        assert (executors.printed or "").casefold().startswith(f"{PRINTED[order].people} orang")

    def test_the_other_components_have_as_many_entries_as_printed(self, order: int) -> None:
        s = service(order)
        components = (s.competence, s.oversight, s.assurance, s.safety, s.evaluation)
        assert tuple(map(len, components)) == PRINTED[order].counts
        assert s.sop == ()
        assert s.corrections == ()

    def test_every_paper_is_in_the_registry(self, order: int) -> None:
        registry = json.loads((DATA / "documents.json").read_bytes())
        known = {document.id for document in pack.read_documents(registry, "documents.json")}
        assert {r.document for r in service(order).every_requirement() if r.document} <= known

    def test_the_normal_way_goes_from_the_first_step_to_the_last(self, order: int) -> None:
        last = "berikan_data" if order == 16 else service(order).route[-1].key  # 16 prints the refusal after it
        assert normal_way(order)[-1] == last

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
        json.loads((FOLDER / "office.json").read_bytes()), "office.json", slug="pasuruan", services=()
    )
    assert office.decree == catalogue.Decree("000.8.3.2/69/424.077/2024", "2024-05-13")
    assert office.head == catalogue.Head("H.M. SUWITO ADI, S.Sos, M.Si", "196503111986031012", "Pembina Utama Muda")
    assert office.address == "Jalan Dr. Wahidin Sudirohusodo No 59 Pasuruan"
    assert (office.phone, office.email) == ("(0343) 427605", "dinsoskabpas17@gmail.com")
    assert (office.region_code, office.timezone) == ("35.14", "Asia/Jakarta")
    assert [(channel.kind, channel.value) for channel in office.complaint_channels] == CHANNELS
    assert office.letterhead[:2] == ("PEMERINTAH KABUPATEN PASURUAN", "DINAS SOSIAL")


# The adoption file: the longest list of all.


def test_the_adoption_papers_run_from_a_to_y() -> None:
    assert "".join(part.number or "?" for part in requirement(1, "k7").parts) == "abcdefghijklmnopqrstuvwxy"


def test_adoption_originals_copies_and_legalised_copies_are_as_printed() -> None:
    forms: dict[str, str] = {}
    for part in requirement(1, "k7").parts:
        if part.form:
            forms[part.form] = forms.get(part.form, "") + (part.number or "?")
    assert forms == {"original": "bcdfj", "copy": "ehity", "legalised_copy": "g"}


def test_stamp_duty_is_where_meterai_is_printed() -> None:
    assert [r.id for r in service(1).every_requirement() if r.stamp_duty] == ["k7", "k7.l", "k7.m", "k7.n"]
    assert not [r.id for order in ORDERS if order > 1 for r in service(order).every_requirement() if r.stamp_duty]


def test_two_photos_each_of_parents_and_child() -> None:
    assert [(part.kind, part.copies) for part in requirement(1, "k7.u").parts] == [("photo", 2), ("photo", 2)]
    assert not [r.id for order in ORDERS if order > 1 for r in service(order).every_requirement() if r.copies != 1]


def test_marriage_certificate_or_identity_card_of_the_birth_parents() -> None:
    assert [part.any_of for part in requirement(1, "k7.t").parts] == [("k7.t.ktp",), ("k7.t.surat_nikah",)]


def test_age_is_checked_and_the_other_conditions_are_asked() -> None:
    rules = {entry.id: entry.rule for entry in service(1).requirements if entry.kind == "condition"}
    assert rules.pop("umur") == catalogue.Rule("age", "applicant.age", "between", (30, 55))
    assert len(rules) == 5
    assert all(rule is not None and rule.field.startswith("answer.") for rule in rules.values())


@pytest.mark.parametrize(
    ("order", "requirement_id", "answer"),
    [
        (1, "k7.l", "answer.caa_mampu_berpendapat"),
        (1, "k7.x", "answer.punya_anak_di_atas_12"),
        (8, "surat_jasa_raharja", "answer.kecelakaan"),
        (8, "kartu_jkn", "answer.tindak_kriminal"),
    ],
)
def test_papers_that_are_asked_only_then(order: int, requirement_id: str, answer: str) -> None:
    assert requirement(order, requirement_id).applies_when == catalogue.Test(answer, "is_true", None)


def test_nothing_else_depends_on_an_answer() -> None:
    conditional = [r.id for order in ORDERS for r in service(order).every_requirement() if r.applies_when]
    assert len(conditional) == 4


def test_only_these_papers_may_be_left_out() -> None:
    optional = [(order, r.id) for order in ORDERS for r in service(order).every_requirement() if not r.mandatory]
    assert optional == [(3, "berkas_pendukung"), (5, "berkas_pendukung"), (12, "k1.kartu_bansos"), (16, "k1.d")]


def test_a_letter_or_a_call_opens_the_field_kitchen() -> None:
    letter, call = service(10).requirements
    assert (letter.any_of, call.any_of) == ((call.id,), (letter.id,))
    assert (call.kind, call.form) == ("report", "oral")


def test_the_papers_of_an_institution_are_all_digital() -> None:
    assert [r.form for r in service(15).every_requirement()] == ["digital"] * 7


@pytest.mark.parametrize(
    ("order", "number", "actors"),
    [
        (1, "6", ["Kepala Bidang", "Kepala Dinas"]),
        (2, "6", ["Kepala Bidang", "Kepala Dinas"]),
        (3, "6", ["Jabfung/Peksos", "Kepala Bidang", "Kepala Dinas"]),
        (5, "6", ["Jabfung/Peksos", "Kepala Bidang", "Kepala Dinas"]),
        (5, "9", ["Kepala Dinas", "Bupati", "Kepala Dinas"]),
        (5, "11", ["LKS/Pilar Sosial", "Kepala Bidang"]),
        (12, "5", ["Jabfung/Peksos", "Kepala Bidang"]),
        (13, "4", ["Kepala Dinas", "Bupati"]),
    ],
)
def test_one_printed_step_that_names_officials_in_turn(order: int, number: str, actors: list[str]) -> None:
    assert [step.actor for step in service(order).route if step.number == number] == actors


def test_only_the_flow_charts_fill_two_gaps_of_the_numbered_text() -> None:
    unnumbered = [(n, step.key, step.actor) for n in ORDERS for step in service(n).route if step.number is None]
    assert unnumbered == [(7, "tte_camat", "Camat"), (9, "distribusi", "Dinas Sosial")]


def test_a_request_for_excluded_data_ends_in_a_refusal_that_is_handed_over() -> None:
    branches = {branch.when: branch.to for branch in next(s for s in service(16).route if s.number == "3").next}
    assert branches == {None: "naikkan", "excluded": "konsep_penolakan"}
    assert normal_way(16) == ["permohonan", "terima", "verifikasi", "naikkan", "disposisi", "berikan_data"]


@pytest.mark.parametrize(
    ("order", "where", "words"),
    [
        (1, "legal_basis", "Perubahan Atas Undang-Undang Nomor 23 Tahun 2020 tentang Perlindungan anak"),
        (1, "requirements", "orang tua kandung kandung CAA"),
        (2, "route", "lanjut usia telantar"),
        (4, "route", "ke UPT UPT RSBL"),
        (4, "route", "(diktik)"),
        (5, "legal_basis", "diubah dengan Peraturan Bupati Pasuruan No 8 Tahun 2017"),
        (6, "legal_basis", "UU Nomor 40 Tahun 1998 tentang Sistem Jaminan Sosial Nasional"),
        (7, "route", "apabila tidak bisa direkatifasi"),
        (7, "oversight", "setiap bulan per tanggal 10"),
        (8, "route", "laskar masalahat"),
        (8, "requirements", "di tandatangi oleh"),
        (8, "legal_basis", "Pergub No 16 tentang Perubahan atas Pergub Jatim No 23 tahun 2021"),
        (13, "oversight", "tiap tribunalan"),
        (13, "legal_basis", "UU Nomor 13 Tahun 2011 tentang Penanganan Sosial"),
        (16, "legal_basis", "Perubahan atas Peraturan Pemerintah; Nomor 18 Tahun 2016"),
        (17, "evaluation", "lembaran penilaian"),
    ],
)
def test_what_the_decree_gets_wrong_stays_as_printed(order: int, where: str, words: str) -> None:
    assert words in json.dumps(raw(order)[where], ensure_ascii=False)


@pytest.mark.parametrize(("order", "scanned"), [(6, "Operaor"), (17, "scara")])
def test_what_the_scan_lost_is_repaired(order: int, scanned: str) -> None:
    assert scanned not in json.dumps(raw(order))


def test_files_on_children_are_guarded() -> None:
    assert {order: service(order).sensitive for order in ORDERS if service(order).sensitive} == {
        1: "adoption",
        3: "child",
    }


# What the second reading settled: docs/readings/pasuruan.md.


def test_a_copy_printed_for_two_papers_together_is_a_copy_of_the_whole_entry() -> None:
    wholes = [(1, "k7.h"), (1, "k7.t"), (4, "k2"), (8, "k1")]
    assert [requirement(order, whole).form for order, whole in wholes] == ["copy"] * 4
    assert {part.form for order, whole in wholes for part in requirement(order, whole).parts} == {"copy"}


def test_the_fourteenth_title_keeps_its_first_word_because_it_is_not_standar_pelayanan() -> None:
    assert service(14).title.startswith("Pelayanan Penerbitan Surat Rekomendasi")


def test_receiving_the_refusal_is_a_handing_over_and_no_new_intake() -> None:
    assert service(16).route[-1].action == "deliver"


def test_anybody_may_report_a_disaster() -> None:
    for order in (9, 10):
        assert "applicants" not in raw(order)
        assert service(order).applicants == catalogue.APPLICANT_KINDS


def test_a_wheelchair_is_social_aid_and_not_a_letter_to_an_institution() -> None:
    assert [order for order in ORDERS if "kursi roda" in service(order).keywords] == [5]


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("ijin angkat anak", 1),
        ("lansia tidak terurus", 2),
        ("buang bayi", 3),
        ("orang gila", 4),  # UPT RSBL is Bina Laras, the home for the mentally ill
        ("odgj", 4),
        ("minta kursi roda", 5),
        ("daftar kis", 6),
        ("bpjs mati", 7),
        ("kis tidak aktif", 7),
        ("surat miskin", 8),
        ("rumah kebakaran", 9),
        ("sembako banjir", 9),
        ("nasi bungkus", 10),
        ("nyekar", 11),
        ("cek bansos", 12),
        ("modal usaha", 13),
        ("galang dana", 14),
        ("daftar yayasan", 15),
        ("minta data", 16),
        ("lapor pungli", 17),
    ],
)
def test_what_people_say_leads_to_one_service(said: str, order: int) -> None:
    assert [n for n in ORDERS if said in service(n).keywords] == [order]

"""The Kotabaru pack says what the decree prints: facts taken from the scan by a second reading, not from the pack."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desk.domain import catalogue, checklist, pack
from desk.domain.intake import Applicant, Intake, Tick
from desk.domain.route import normal_way
from tests.data.kotabaru_printed import IN_PERSON, OTHERWISE, PRINTED

DATA = Path(__file__).resolve().parents[2] / "data"
FOLDER = DATA / "kotabaru"
ORDERS = range(1, 17)
TODAY = date(2026, 1, 5)
SAFETY = ["Tersimpannya dokumen di database", "Terbackupnya dokumen pada Aplikasi", "CCTV"]
OVERSIGHT = ["kegiatan evaluasi oleh pimpinan", "kegiatan audit oleh inspektorat"]
SURVEYED = ["Evaluasi", "Dilakukan"]
PAPERS = {
    1: "surat_permohonan",
    2: "tanda_daftar_ormas surat_domisili nib npwp bukti_pbb surat_sewa nomor_rekening ktp "
    "pernyataan_keabsahan_legalitas pernyataan_penyaluran_pub tanda_daftar_lks rekomendasi_pejabat "
    "rekomendasi_pejabat proposal contoh_iklan",
    3: "akta_notaris npwp ad_art surat_domisili susunan_pengurus susunan_pengurus ktp pas_foto program_kerja "
    "daftar_klien pas_foto foto_papan_nama foto_kantor foto_kegiatan rekomendasi_kesbangpol rekomendasi_lkks",
    4: "ktp kk kartu_pbi",
    5: "surat_laporan_bencana ktp kk foto_pasca_bencana",
    6: "ktp kk proposal foto_rumah bukti_tanah rab",
    7: "ktp kk proposal profil_usaha foto_tempat_usaha rab pernyataan_kur",
    8: "ktp kk sktm surat_rujukan_rs surat_rawat_inap surat_permohonan_desa",
    9: "ktp kk sktm surat_rujukan_rs surat_rawat_inap surat_permohonan_desa",
    10: "",
    11: "surat_serah_terima hasil_asesmen",
    12: "hasil_asesmen",
    13: "ktp kk surat_usulan sktm rab",
    14: "ktp kia kk sktm",
    15: "ktp kk sktm",
    16: "",
}


def raw(order: int) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((FOLDER / f"{order:02d}.json").read_bytes())
    return value


@cache
def service(order: int) -> catalogue.Service:
    content = (FOLDER / f"{order:02d}.json").read_bytes()
    return pack.read_service(json.loads(content), f"{order:02d}.json", office="kotabaru", order=order, content=content)


def requirement(order: int, requirement_id: str) -> catalogue.Requirement:
    found = service(order).requirement(requirement_id)
    assert found is not None, f"kotabaru/{order:02d} has no {requirement_id}"
    return found


def everything(order: int) -> tuple[catalogue.Requirement, ...]:
    return service(order).every_requirement()


def judged(order: int, answers: Mapping[str, bool], *ticked: str, born: str = "") -> checklist.Assessment:
    ticks = {requirement_id: Tick(met=True) for requirement_id in ticked}
    form = Intake(service=service(order).id, applicant=Applicant(birth_date=born), answers=answers, checklist=ticks)
    return checklist.assess(service(order), form, TODAY)


def printed_numbers(order: int) -> str:
    """The numbers as the decree prints them: a step that was split between two officials counts once."""
    return " ".join(dict.fromkeys(step.number for step in service(order).route if step.number is not None))


def test_the_annex_has_sixteen_services() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [*(f"{n:02d}.json" for n in ORDERS), "office.json"]


@pytest.mark.parametrize("order", ORDERS)
class TestEachService:
    def test_title_division_and_source(self, order: int) -> None:
        assert service(order).title == PRINTED[order].title
        assert service(order).division == PRINTED[order].division
        assert service(order).source == catalogue.Source("003_0590fc63efa45c4e.txt", "188.4/25/DINSOS/2024")

    def test_requirements_are_as_many_as_printed_and_begin_with_the_printed_words(self, order: int) -> None:
        entries, words, rest = service(order).requirements, PRINTED[order].requirements, PRINTED[order].unnumbered
        numbers = [str(n + 1) for n in range(len(words) - rest)]
        assert [entry.number for entry in entries] == [*numbers, *[None] * rest]
        assert [entry.text[: len(first)] for entry, first in zip(entries, words, strict=True)] == list(words)

    def test_parts(self, order: int) -> None:
        assert {r.id: len(r.parts) for r in everything(order) if r.parts} == PRINTED[order].parts

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

    def test_the_normal_way_goes_from_the_first_step_to_the_last(self, order: int) -> None:
        way = normal_way(service(order))
        assert way[-1] == service(order).route[-1]
        aside = {3: ["penolakan"], 4: ["saran_desa"]}.get(order, [])
        assert [step.key for step in service(order).route if step not in way] == aside

    def test_what_the_procedure_foresees(self, order: int) -> None:
        assert service(order).hand_off == PRINTED[order].hand_off
        assert service(order).field_visit is PRINTED[order].visit
        assert any(step.action == "visit" for step in service(order).route) is PRINTED[order].visit
        assert service(order).can_reject is PRINTED[order].rejects
        assert service(order).returns_incomplete is False

    def test_complaint_channels_with_the_staff_of_the_division(self, order: int) -> None:
        found = [(channel.kind, channel.value) for channel in service(order).complaints]
        assert found == [*IN_PERSON, ("officer", f"Staf Pengaduan: {PRINTED[order].staff}"), *OTHERWISE]

    def test_legal_basis(self, order: int) -> None:
        assert ", ".join(law.citation for law in service(order).legal_basis) == PRINTED[order].laws
        for law in service(order).legal_basis:
            assert set(re.findall(r"[1-9]\d*", law.citation)) <= set(re.findall(r"[1-9]\d*", law.title))

    def test_facilities(self, order: int) -> None:
        assert service(order).facilities == PRINTED[order].facilities

    def test_executors(self, order: int) -> None:
        executors = service(order).executors
        assert (executors.count, executors.roles) == (PRINTED[order].people, PRINTED[order].roles)
        printed = executors.printed or ""
        assert printed.count("orang") == len(PRINTED[order].roles)
        assert sum(map(int, re.findall(r"(\d+) \(", printed))) == PRINTED[order].people

    def test_competence_is_diplomas_training_rank_and_post(self, order: int) -> None:
        first, second, post = PRINTED[order].school
        schools = service(order).competence[0]
        assert schools.startswith("Jenjang pendidikan: ")
        assert f" minimal {first}, semua jurusan (Front Office) " in schools
        assert schools.endswith(f" minimal {second}, semua jurusan ({post})")
        training = "Pelatihan: Pengelolaan Kearsipan" if order in (5, 7) else "Pelatihan:"  # elsewhere nothing follows
        rest = (
            () if order == 6 else (training, "Pangkat/Golongan: minimal Pengatur Muda/IIa", "Jabatan: Fungsional Umum")
        )
        assert service(order).competence[1:] == rest

    def test_the_other_components_have_as_many_entries_as_printed(self, order: int) -> None:
        s = service(order)
        components = (s.competence, s.oversight, s.assurance, s.safety, s.evaluation)
        assert tuple(map(len, components)) == PRINTED[order].counts
        assert (s.sop, s.corrections) == ((), ())

    def test_what_all_standards_promise_alike(self, order: int) -> None:
        s = service(order)
        assert [text.casefold() for text in s.assurance] == ["kode etik", "maklumat pelayanan", "pakta integritas"]
        assert [text.replace("data base", "database") for text in s.safety[:3]] == SAFETY
        assert s.safety[3:] == (("Petugas Keamanan",) if order == 5 else ())
        assert [text.casefold() for text in s.oversight] == OVERSIGHT
        assert [text.split()[0] for text in s.evaluation] == [*(["E-Sakip"] if order in (5, 6, 7) else []), *SURVEYED]

    def test_every_paper_is_in_the_registry(self, order: int) -> None:
        registry = json.loads((DATA / "documents.json").read_bytes())
        known = {document.id for document in pack.read_documents(registry, "documents.json")}
        assert PAPERS[order].split() == [r.document for r in everything(order) if r.document]
        assert set(PAPERS[order].split()) <= known

    def test_the_file_is_written_in_the_packs_own_form(self, order: int) -> None:
        text = json.dumps(raw(order), indent=2, ensure_ascii=False) + "\n"
        assert (FOLDER / f"{order:02d}.json").read_bytes() == text.encode()

    def test_keywords_are_many_lower_case_and_none_twice(self, order: int) -> None:
        keywords = service(order).keywords
        assert len(keywords) >= 20
        assert len(set(keywords)) == len(keywords)
        assert all(keyword == keyword.lower().strip() for keyword in keywords)

    def test_questions_are_asked_and_each_is_used(self, order: int) -> None:
        tests = [test for r in everything(order) for test in (r.rule, r.applies_when) if test]
        assert {f"answer.{q.key}" for q in service(order).questions} == {
            t.field for t in tests if t.field.startswith("answer.")
        }
        assert all(q.text.startswith("Apakah ") and q.text.endswith("?") for q in service(order).questions)


def test_the_office_is_the_one_on_the_letterhead() -> None:
    content = json.loads((FOLDER / "office.json").read_bytes())
    office = pack.read_office(content, "office.json", slug="kotabaru", services=())
    assert office.decree == catalogue.Decree("188.4/25/DINSOS/2024", "2024-01-04")
    assert office.head == catalogue.Head("NURVIZA, SH, MA", "196711101995032003", "Pembina Utama Muda (IV/c)")
    assert office.address == "Jln. Veteran Km 2 No. 223 Pulau Laut Utara, Kotabaru – Kalimantan Selatan 72116"
    assert (office.phone, office.email) == ("(0518) 6072019", "dinsos@kotabarukab.go.id")
    assert (office.region_code, office.timezone) == ("63.02", "Asia/Makassar")
    assert [(channel.kind, channel.value) for channel in office.complaint_channels] == IN_PERSON + OTHERWISE
    assert office.letterhead[:2] == ("PEMERINTAH KABUPATEN KOTABARU", "DINAS SOSIAL")


# Papers


def test_copies_are_where_fotocopy_is_printed() -> None:
    copies = [f"{order}.{r.id}" for order in ORDERS for r in everything(order) if r.form == "copy"]
    assert " ".join(copies) == (
        "3.akta_notaris 3.npwp 3.ad_art 3.k6.b 4.ktp 4.kk 4.kartu_pbi 5.ktp 5.kk 6.ktp 6.kk 7.ktp 7.kk 13.ktp 13.kk "
        "15.ktp"
    )
    assert {r.form for order in ORDERS for r in everything(order)} == {None, "copy"}


def test_one_statement_carries_stamp_duty() -> None:
    assert [(order, r.number) for order in ORDERS for r in everything(order) if r.stamp_duty] == [(2, "8")]
    assert [(order, r.number) for order in ORDERS for r in everything(order) if r.kind == "statement"] == [
        (2, "7"),
        (2, "8"),
        (7, "5"),
    ]


def test_nothing_may_be_left_out() -> None:
    assert all(r.mandatory and r.copies == 1 for order in ORDERS for r in everything(order))


@pytest.mark.parametrize(
    ("order", "one", "other"),
    [
        (2, "k2.surat_domisili", "k2.nib"),
        (2, "k4.bukti_pbb", "k4.surat_sewa"),
        (2, "k5.rekening", "k5.wadah"),
        (11, "k1.surat_serah_terima", "k1.laporan"),
        (14, "k1.ktp", "k1.kia"),
        (16, "laporan", "razia"),
    ],
)
def test_one_or_the_other(order: int, one: str, other: str) -> None:
    assert (requirement(order, one).any_of, requirement(order, other).any_of) == ((other,), (one,))


def test_nothing_else_has_an_alternative() -> None:
    assert len([r for order in ORDERS for r in everything(order) if r.any_of]) == 12


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"menteri_atau_gubernur": False}, []),
        ({"menteri_atau_gubernur": True, "ke_menteri": True}, ["k10", "k10.a"]),
        ({"menteri_atau_gubernur": True, "ke_menteri": False}, ["k10", "k10.b"]),
    ],
)
def test_whose_recommendation_depends_on_to_whom_the_application_goes(
    answers: Mapping[str, bool], asked: list[str]
) -> None:
    items = [item for item in judged(2, answers).items if item.requirement.id.startswith("k10")]
    assert [item.requirement.id for item in items if item.standing == "missing"] == asked


def test_only_an_lks_shows_its_registration() -> None:
    assert "tanda_daftar_lks" not in judged(2, {"lks": False}).missing
    assert "tanda_daftar_lks" in judged(2, {"lks": True}).missing
    assert [(order, r.id) for order in ORDERS for r in everything(order) if r.applies_when] == [
        (2, "tanda_daftar_lks"),
        (2, "k10"),
        (2, "k10.a"),
        (2, "k10.b"),
    ]


# A paper with a condition printed in it needs the paper and the condition.

PAPERS_WITH_A_CONDITION = [
    (4, "ktp", "ktp_kotabaru"),
    (6, "ktp", "ktp_kotabaru"),
    (7, "ktp", "ktp_kotabaru"),
    (8, "ktp", "domisili"),
    (9, "ktp", "domisili"),
    (13, "ktp", "ktp_kotabaru"),
    (14, "k1", "domisili"),
    (14, "kk", "domisili"),
    (15, "ktp", "domisili"),
    (15, "kk", "domisili"),
]


def test_these_are_the_papers_that_must_be_of_kotabaru() -> None:
    found = [(o, r.id, r.rule) for o in ORDERS for r in everything(o) if r.rule and r.kind != "condition"]
    assert [(order, paper) for order, paper, _ in found] == [
        (order, paper) for order, paper, _ in PAPERS_WITH_A_CONDITION
    ]
    assert {rule.kind for _, _, rule in found} == {"domicile"}


@pytest.mark.parametrize(("order", "paper", "question"), PAPERS_WITH_A_CONDITION)
def test_the_paper_is_needed_and_it_must_be_of_kotabaru(order: int, paper: str, question: str) -> None:
    assert paper in judged(order, {question: True}).missing
    assert paper not in judged(order, {question: True}, paper).missing
    assert paper in judged(order, {question: False}, paper).failing


def test_a_childs_card_of_kotabaru_is_as_good_as_an_identity_card() -> None:
    assert "k1" not in judged(14, {"domisili": True}, "k1.kia").missing
    assert "k1" in judged(14, {"domisili": False}, "k1.kia").failing


def test_the_card_must_still_be_valid_where_that_is_printed() -> None:
    asked = {order: service(order).questions[0].text for order in (4, 6, 7, 13)}
    assert ["masih berlaku" in text for text in asked.values()] == [True, True, True, False]


# Conditions


def test_only_services_for_the_poor_ask_for_the_dtks() -> None:
    asked = [(o, r.number) for o in ORDERS for r in everything(o) if r.rule and r.rule.kind == "dtks"]
    assert asked == [(6, "3"), (7, "3"), (13, "3"), (14, "4"), (15, "3")]


def test_adoption_asks_six_conditions_and_works_out_the_age() -> None:
    assert {entry.kind for entry in service(10).requirements} == {"condition"}
    assert requirement(10, "umur").rule == catalogue.Rule("age", "applicant.age", "between", (30, 55))
    assert len(service(10).questions) == 6


@pytest.mark.parametrize(("born", "fails"), [("2008-01-06", True), ("2008-01-05", False), ("1969-01-05", True)])
def test_a_woman_at_risk_is_eighteen_to_fifty_five(born: str, fails: bool) -> None:
    assert requirement(15, "umur").rule == catalogue.Rule("age", "applicant.age", "between", (18, 55))
    assert ("umur" in judged(15, {}, born=born).failing) is fails


# Steps


@pytest.mark.parametrize(
    ("order", "number", "actors"),
    [
        (
            1,
            "4",
            [
                "Staf Fungsional Umum",
                "Sub Koordinator Kepahlawanan dan KAT",
                "Kepala Bidang",
                "Sekretaris",
                "Kepala Dinas",
            ],
        ),
        (4, "3", ["Petugas Back Office", "Supervisor data DTKS"]),
        (6, "3", ["Bupati"]),
        (8, "3", ["Dokter Spesialis kejiwaan"]),
        (12, "2", ["Kepala Dinas"]),
    ],
)
def test_who_does_a_printed_step(order: int, number: str, actors: list[str]) -> None:
    assert [step.actor for step in service(order).route if step.number == number] == actors


def test_one_step_stands_before_the_numbers() -> None:
    assert [(n, step.key) for n in ORDERS for step in service(n).route if step.number is None] == [(4, "cek")]


def test_an_lks_may_be_refused_and_who_is_not_in_the_dtks_is_sent_to_the_village() -> None:
    branches = [(n, s.number, b.when, b.to) for n in ORDERS for s in service(n).route for b in s.next if b.when]
    assert branches == [(3, "d", "refused", "penolakan"), (4, None, "not_registered", "saran_desa")]


# What the scan lost and what the decree has wrong


@pytest.mark.parametrize(
    ("order", "where", "words"),
    [
        (1, "route", "Sub Koordinator Kepahlawan dan KAT"),
        (1, "legal_basis", "Kemensos RI No.33/HUK/1992"),
        (1, "facilities", "Buku daftar peneriam layanan"),
        (2, "product", "Izin Pengumpulan Uang atau Barang (PUB)"),  # the title says 'Pertek'
        (3, "competence", "c. minimal SMA sederajat"),
        (5, "requirements", "di Tandatangan Camat"),
        (6, "executors", "4. 1 (satu) orang PNS"),
        (6, "evaluation", "Evaluasi Kinerja 360 Derajat"),
        (8, "legal_basis", "Persons with Disabilites"),
        (8, "legal_basis", "Lembar Negara Republik Indonesia"),
        (9, "route", "penderita ODGJ"),  # copied from 08: the service is for the old
        (9, "product", "kedalam panti"),
        (10, "legal_basis", "No. 11 Tahun 2009 tentang kesejahteraan Anak"),
        (12, "route", "rujukan kelembaga terkait"),
        (13, "requirements", "Data Terpadu Kesejahteraan Sejahtera (DTKS)"),
        (13, "legal_basis", "No. 1 tahun 1998 tentang Kesejahteraan Lanjut Usia, Disabilitas, dan Anak Terlantar"),
        (13, "legal_basis", "Kepres No. 52 Tahun 2—4"),
        (14, "route", "mefasilitasi pengantaran"),
        (14, "requirements", "Alamat dikotabaru"),
        (16, "route", "identifikasi Ke Badukcapil"),
    ],
)
def test_what_the_decree_gets_wrong_stays_as_printed(order: int, where: str, words: str) -> None:
    assert words in json.dumps(raw(order)[where], ensure_ascii=False)


@pytest.mark.parametrize("scanned", ["dingsos", "Recana", "Pantii", "Pulauaut"])
def test_what_the_scan_lost_is_repaired(scanned: str) -> None:
    assert not [order for order in ORDERS if scanned in json.dumps(raw(order))]


def test_files_on_children_and_the_mentally_ill_are_guarded() -> None:
    guarded = {order: service(order).sensitive for order in ORDERS if service(order).sensitive}
    assert guarded == {8: "psychiatric", 9: "psychiatric", 10: "adoption", 12: "child", 14: "child"}


# What the second reading settled: docs/readings/kotabaru.md.


def test_an_entry_with_two_channels_is_two_channels_and_repeats_no_label() -> None:
    values = [channel.value for order in ORDERS for channel in service(order).complaints]
    assert not [value for value in values if value.startswith(("SMS", "WA", "Instagram"))]


def test_anybody_may_report_a_disaster_or_somebody_in_need() -> None:
    for order in (1, 5, 11, 16):
        assert "applicants" not in raw(order)
        assert service(order).applicants == catalogue.APPLICANT_KINDS


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("nyekar", 1),
        ("ziarah tmp", 1),
        ("galang dana", 2),
        ("sumbangan masjid", 2),
        ("daftar yayasan", 3),
        ("cek bansos", 4),
        ("kis mati", 4),
        ("rumah kebakaran", 5),
        ("sembako banjir", 5),
        ("bedah rumah", 6),
        ("modal usaha", 7),
        ("orang gila", 8),
        ("odgj", 8),
        ("pasung", 8),
        ("nenek terlantar", 9),
        ("lansia tidak terurus", 9),
        ("ijin angkat anak", 10),
        ("kehabisan ongkos", 11),
        ("tidak bisa pulang", 11),
        ("anak ditangkap polisi", 12),
        ("bantuan lansia", 13),
        ("titip anak", 14),
        ("wanita rawan sosial", 15),
        ("lapor pengemis", 16),
    ],
)
def test_what_people_say_leads_to_one_service(said: str, order: int) -> None:
    assert [n for n in ORDERS if said in service(n).keywords] == [order]

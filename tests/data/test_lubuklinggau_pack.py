"""The Lubuklinggau pack says what the decree prints: facts taken from the scan by a second reading, not from the pack."""

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
from desk.domain.intake import Intake, Tick
from desk.domain.route import normal_way
from tests.data.lubuklinggau_printed import CHANNELS, PRINTED

DATA = Path(__file__).resolve().parents[2] / "data"
FOLDER = DATA / "lubuklinggau"
ORDERS = range(1, 12)
SHORT = "lubuklinggau"
QUALITY = "Diwujudkan dalam kualitas pelayanan yang tepat sasaran, tepat waktu, dan tepat guna"
PERIODIC = "Evaluasi administrasi dilaksanakan secara berkala dan dilaporkan kepada atasan langsung"
PAPERS = {
    1: "surat_laporan_bencana data_korban_bencana",
    2: "surat_kehilangan surat_pengantar_dinsos ktp identitas_lain pas_foto",
    3: "surat_permohonan surat_kepolisian akta_notaris ad_art ktp",
    4: "surat_permohonan akta_notaris ktp",
    5: "surat_permohonan surat_sehat akta_lahir akta_lahir skck ktp ktp kk surat_nikah keterangan_penghasilan "
    "pernyataan_pengangkatan_anak pernyataan_jaminan pernyataan_tanpa_diskriminasi",
    6: "surat_permohonan situ siup izin_sebelumnya ktp pas_foto denah_lokasi",
    7: "surat_permohonan daftar_klien akta_notaris surat_keterangan_rt surat_keterangan_desa ktp npwp susunan_pengurus",
    8: "surat_pengantar_desa surat_rujukan_rs kartu_jkn sktm surat_diagnosa ktp kk",
    9: "kk ktp foto_rumah sktm formulir",
    10: "kk foto_rumah sktm formulir",
    11: "ktp kk",
}


def raw(order: int) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((FOLDER / f"{order:02d}.json").read_bytes())
    return value


@cache
def service(order: int) -> catalogue.Service:
    content = (FOLDER / f"{order:02d}.json").read_bytes()
    return pack.read_service(json.loads(content), f"{order:02d}.json", office=SHORT, order=order, content=content)


def requirement(order: int, requirement_id: str) -> catalogue.Requirement:
    found = service(order).requirement(requirement_id)
    assert found is not None, f"{SHORT}/{order:02d} has no {requirement_id}"
    return found


def everything(order: int) -> tuple[catalogue.Requirement, ...]:
    return service(order).every_requirement()


def box(step: catalogue.Step) -> str:
    """The box of the flow chart that a step stands for: number and official, or the words alone."""
    return f"{step.number} {step.actor}" if step.number else step.title


def judged(order: int, answers: Mapping[str, bool], *ticked: str) -> checklist.Assessment:
    ticks = {requirement_id: Tick(met=True) for requirement_id in ticked}
    form = Intake(service=service(order).id, answers=answers, checklist=ticks)
    return checklist.assess(service(order), form, date(2026, 1, 5))


def test_the_annex_has_eleven_services() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [*(f"{n:02d}.json" for n in ORDERS), "office.json"]


@pytest.mark.parametrize("order", ORDERS)
class TestEachService:
    def test_title_division_and_source(self, order: int) -> None:
        assert service(order).title == PRINTED[order].title
        assert service(order).division == PRINTED[order].division
        assert service(order).source == catalogue.Source("001_e87007ffd5645085.txt", "02/KPTS/DINSOS/2024")

    def test_requirements_are_as_many_as_printed_and_begin_with_the_printed_words(self, order: int) -> None:
        entries, words = service(order).requirements, PRINTED[order].requirements
        assert [entry.number for entry in entries] == [str(n + 1) for n in range(len(words))]
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

    def test_the_arrows_go_on_from_box_to_box(self, order: int) -> None:
        boxes = [box(step) for step in normal_way(service(order))] if service(order).route else []
        assert [b[: len(p)] for b, p in zip(boxes, PRINTED[order].way, strict=True)] == list(PRINTED[order].way)
        assert len(service(order).route) == len(boxes)

    def test_the_arrows_that_return(self, order: int) -> None:
        found = [
            (box(step), box(target))
            for step in service(order).route
            for branch in step.next
            if branch.when and (target := service(order).step(branch.to))
        ]
        expected = PRINTED[order].back
        assert len(found) == len(expected)
        assert all(a.startswith(x) and b.startswith(y) for (a, b), (x, y) in zip(found, expected, strict=True))

    def test_what_the_procedure_foresees(self, order: int) -> None:
        assert service(order).hand_off == PRINTED[order].hand_off
        assert service(order).field_visit is PRINTED[order].visit
        assert any(step.action == "visit" for step in service(order).route) is PRINTED[order].visit
        assert (service(order).can_reject, service(order).returns_incomplete) == (False, False)

    def test_complaint_channels(self, order: int) -> None:
        assert [(channel.kind, channel.value) for channel in service(order).complaints] == CHANNELS

    def test_legal_basis(self, order: int) -> None:
        assert ", ".join(law.citation for law in service(order).legal_basis) == PRINTED[order].laws
        for law in service(order).legal_basis:
            assert set(re.findall(r"[1-9]\d*", law.citation)) <= set(re.findall(r"[1-9]\d*", law.title))

    def test_facilities(self, order: int) -> None:
        assert service(order).facilities == PRINTED[order].facilities

    def test_executors(self, order: int) -> None:
        people = PRINTED[order].people
        assert service(order).executors == catalogue.Executors(people, (), f"{people} orang")

    def test_the_other_components_have_as_many_entries_as_printed(self, order: int) -> None:
        s = service(order)
        components = (s.competence, s.oversight, s.assurance, s.safety, s.evaluation)
        assert tuple(map(len, components)) == PRINTED[order].counts
        assert s.oversight == (
            "Dilakukan oleh atasan langsung",
            PRINTED[order].watched,
            "Konsisten dalam memberikan teguran dan sanksi",
        )
        assert s.assurance == (QUALITY,)
        assert s.evaluation[0].startswith("Evaluasi pelaksanaan tanggap darurat" if order == 1 else PERIODIC)
        assert s.competence[0] == "Jenjang pendidikan SMA, D3, S1"
        assert (s.sop, s.corrections) == ((), ())

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


def test_the_office_is_the_one_on_the_letterhead() -> None:
    office = pack.read_office(json.loads((FOLDER / "office.json").read_bytes()), "office.json", slug=SHORT, services=())
    assert office.decree == catalogue.Decree("02/KPTS/DINSOS/2024", "2024-01-02")
    assert office.head == catalogue.Head("HASAN ANDRIAY, SH, MM", "196612261988031001", "Pembina Tk.I")
    assert office.address == "Jl. Depati Said No.49 RT.05 Kel. Ulak Lebar Kec. Lubuklinggau Barat II"
    assert (office.phone, office.email) == ("(0733) 322278", "dinsos.lubuklinggau@gmail.com")
    assert (office.region_code, office.timezone) == ("16.73", "Asia/Jakarta")
    assert [channel.kind for channel in office.complaint_channels] == ["email", "phone", "other"]
    assert office.letterhead[:2] == ("PEMERINTAH KOTA LUBUKLINGGAU", "DINAS SOSIAL")


# Papers


def test_an_oral_report_or_a_letter_opens_disaster_relief() -> None:
    oral, letter = requirement(1, "k1").parts
    assert (oral.kind, oral.form) == ("report", "oral")
    assert (oral.any_of, letter.any_of) == ((letter.id,), (oral.id,))


def test_identity_card_or_another_identity_and_bpjs_or_sktm() -> None:
    assert [part.any_of for part in requirement(2, "k3").parts] == [("k3.identitas_lain",), ("k3.ktp",)]
    assert [part.any_of for part in requirement(8, "k3").parts] == [("k3.sktm",), ("k3.kartu_jkn",)]
    assert [part.form for part in requirement(8, "k3").parts] == ["copy", None]


def test_copies_are_where_fc_or_fotocopy_is_printed() -> None:
    copies = [(order, r.id) for order in ORDERS for r in service(order).requirements if r.form == "copy"]
    assert copies == [
        (2, "k3"),
        (3, "akta_notaris"),
        (3, "ktp"),
        (4, "akta_notaris"),
        (4, "ktp"),
        (5, "k3"),
        (5, "skck"),
        (5, "k5"),
        (5, "surat_nikah"),
        (5, "keterangan_penghasilan"),
        (6, "k2"),
        (6, "ktp"),
        (7, "ktp"),
        (8, "k5"),
        (9, "k1"),
    ]
    assert requirement(10, "k2.kk").form == "copy"
    assert {r.form for order in ORDERS for r in everything(order)} == {None, "copy", "oral"}


def test_two_statements_of_the_adoption_file_carry_stamp_duty_and_the_third_does_not() -> None:
    stamped = [(order, r.number) for order in ORDERS for r in everything(order) if r.stamp_duty]
    assert stamped == [(5, "8"), (5, "9")]
    assert [r.number for r in everything(5) if r.kind == "statement"] == ["8", "9", "10"]


def test_to_whom_the_application_is_addressed_is_an_instruction_and_not_a_paper() -> None:
    optional = [(order, r.number) for order in ORDERS for r in everything(order) if not r.mandatory]
    assert optional == [(3, "6"), (4, "4")]
    assert {requirement(order, "tujuan_permohonan").kind for order in (3, 4)} == {"instruction"}


def test_photos_are_of_the_person_and_of_the_house() -> None:
    photos = [(order, r.document) for order in ORDERS for r in everything(order) if r.kind == "photo"]
    assert photos == [(2, "pas_foto"), (6, "pas_foto"), (9, "foto_rumah"), (10, "foto_rumah")]


# Health insurance: registered in the DTKS, or the four papers to be registered.


def test_who_is_in_the_dtks_brings_nothing() -> None:
    assert judged(10, {"dtks": True}).complete
    assert judged(10, {}).missing == ("dtks",)


def test_who_is_not_in_the_dtks_brings_all_four_papers_instead() -> None:
    papers = ["k2.kk", "k2.foto_rumah", "k2.sktm", "k2.formulir"]
    assert [part.id for part in requirement(10, "k2").parts] == papers
    assert judged(10, {"dtks": False}).failing == ("dtks",)
    assert judged(10, {"dtks": False}, *papers[:3]).missing == ("dtks", "k2.formulir")
    assert judged(10, {"dtks": False}, "k2").complete


def test_the_four_papers_ticked_one_by_one_do_as_well() -> None:
    assert judged(10, {"dtks": False}, *(part.id for part in requirement(10, "k2").parts)).complete


def test_only_the_entry_says_when_its_four_papers_are_asked() -> None:
    conditional = [(order, r.id) for order in ORDERS for r in everything(order) if r.applies_when]
    assert conditional == [(10, "k2")]
    assert requirement(10, "k2").applies_when == catalogue.Test("answer.dtks", "eq", False)


# What the scan lost and what the decree has wrong


@pytest.mark.parametrize(
    ("order", "where", "words"),
    [
        (1, "legal_basis", "Nomor : 11 Tahun 2009, tentang Ketentuan ketentuan Pokok Kesejahteraan Sosial"),
        (1, "competence", "pelaporan logistic"),
        (3, "product", "Surat Rekomendasi Izin Pengumpulan Uang dan Barang"),  # the title says 'Penerbitan Izin'
        (5, "requirements", "materai Rp.6.000,-"),
        (5, "requirements", "calon orang calon orang tua angkat"),
        (8, "product", "Kerumah Sakit Jiwa"),
        (9, "competence", "rekomendasi Berobat Kerumah Sakit Jiwa"),
        (10, "competence", "rekomendasi Berobat Kerumah Sakit Jiwa"),
        (11, "competence", "rekomendasi Berobat Kerumah Sakit Jiwa"),
        (10, "legal_basis", "tentang Peraturan Presiden (PERPRES) tentang Perubahan Kedua"),
    ],
)
def test_what_the_decree_gets_wrong_stays_as_printed(order: int, where: str, words: str) -> None:
    assert words in json.dumps(raw(order)[where], ensure_ascii=False)


@pytest.mark.parametrize(
    "scanned",
    [
        "Kasubid",
        "Kad.",
        "Kasid",
        "Kasel",
        "Kabis",
        "Kabi ",
        "Perberdayaan",
        "Penderdayaan",
        "Periborhan",
        "Saku Peksos",
    ],
)
def test_the_positions_that_the_scan_garbles_are_repaired(scanned: str) -> None:
    assert not [order for order in ORDERS if scanned in json.dumps(raw(order))]


def test_the_head_of_the_poverty_division_has_one_name() -> None:
    heads = {s.actor for order in (9, 10) for s in service(order).route if s.actor.startswith("Kabid")}
    assert heads == {"Kabid Penanganan Kemiskinan"}  # 'Pengawasan Kemiskinan', 'Penanganan Kesehatan' in the scan


def test_a_dash_for_safety_is_no_entry() -> None:
    assert [order for order in ORDERS if not service(order).safety] == [3, 4, 7, 8, 9, 10, 11]
    assert all("safety" not in raw(order) for order in (3, 4, 7, 8, 9, 10, 11))


def test_the_procedure_that_the_scan_leaves_empty_is_absent() -> None:
    assert [order for order in ORDERS if "route" not in raw(order)] == [1]


def test_files_on_adoption_and_on_the_mentally_ill_are_guarded() -> None:
    guarded = {order: service(order).sensitive for order in ORDERS if service(order).sensitive}
    assert guarded == {5: "adoption", 8: "psychiatric"}


# What the second reading settled: docs/readings/lubuklinggau.md.


def test_who_surveys_does_so_before_the_file_goes_to_the_head_of_division() -> None:
    for order in (6, 7):
        section, survey = normal_way(service(order))[2:4]
        assert (section.title, survey.action) == (f"{section.actor} menerima berkas dari Bagian Umum", "visit")
        assert section.actor == survey.actor


def test_anybody_may_report_a_disaster_or_somebody_in_need() -> None:
    for order in (1, 11):
        assert "applicants" not in raw(order)
        assert service(order).applicants == catalogue.APPLICANT_KINDS


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("rumah kebanjiran", 1),
        ("rumah terbakar", 1),
        ("kehabisan ongkos", 2),
        ("minta uang pulang", 2),
        ("galang dana", 3),
        ("kotak amal", 3),
        ("undian jalan sehat", 4),
        ("ijin angkat anak", 5),
        ("buka kafe", 6),
        ("izin karaoke", 6),
        ("daftar yayasan", 7),
        ("odgj", 8),
        ("wong gilo", 8),
        ("cek bansos", 9),
        ("kip kuliah", 9),
        ("daftar kis", 10),
        ("bpjs mati", 10),
        ("minta kursi roda", 11),
        ("lansia tidak terurus", 11),
    ],
)
def test_what_people_say_leads_to_one_service(said: str, order: int) -> None:
    assert [n for n in ORDERS if said in service(n).keywords] == [order]

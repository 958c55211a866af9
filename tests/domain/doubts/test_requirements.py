"""Requirements: undetermined, no papers, asked for too early, asked for twice."""

from __future__ import annotations

from typing import Any

import pytest

from desk.domain.catalogue import Rule, Service, Sop, SopRow
from desk.domain.doubts import papers, requirements
from tests.domain.doubts.samples import ROUTE, kinds, requirement, route, service, step

LETTER = requirement("Surat permohonan", kind="form", id="surat_permohonan")
AGE = Rule("age", "applicant.age", "between", (30, 55))


def asking(*texts: str, **changes: Any) -> Service:
    """A service with these requirements, numbered from 1."""
    entries = tuple(requirement(text, number=str(n), id=f"k{n}") for n, text in enumerate(texts, 1))
    return service(requirements=entries, **changes)


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Berkas pendukung lainnya", True),
        ("Rekomendasi dari pejabat yang berwenang", True),
        ("Fotokopi KTP dll", True),
        ("Fotokopi KTP atau identitas lainnya", False),
        ("Fotokopi KTP", False),
    ],
)
def test_undetermined(text: str, odd: bool) -> None:
    assert bool(kinds(requirements.undetermined(asking(text)))) is odd


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Surat Keterangan dari Kepolisian", True),
        ("Surat Keterangan dari RT", True),
        ("Surat Keterangan Sehat dari RSUD", False),
        ("Surat Keterangan Tidak Mampu", False),
    ],
)
def test_a_certificate_says_of_what(text: str, odd: bool) -> None:
    assert bool(kinds(requirements.without_subject(asking(text)))) is odd


def test_instructions_and_the_range_they_speak_of() -> None:
    entries = (
        requirement("Berumur 30 tahun", number="1", id="umur", kind="condition", rule=AGE),
        requirement("Surat sehat", number="2", id="sehat"),
        requirement("Poin 1 s/d 2 rangkap tiga", number="3", id="rangkap", kind="instruction", mandatory=False),
    )
    spoilt = service(requirements=entries)
    assert kinds(requirements.instructions(spoilt)) == ["instruction_among_requirements"]
    assert kinds(requirements.range_covers_conditions(spoilt)) == ["range_covers_conditions"]
    assert kinds(requirements.conditions_among_papers(spoilt)) == ["condition_among_documents"]
    assert kinds(requirements.range_covers_conditions(service(requirements=entries[1:]))) == []


def test_only_conditions() -> None:
    only = (requirement("Sehat", id="sehat", kind="condition"),)
    assert kinds(requirements.no_papers(service(requirements=only))) == ["no_papers_listed"]
    assert kinds(requirements.conditions_among_papers(service(requirements=only))) == []
    assert (
        kinds(requirements.no_papers(service(requirements=only, route=route(step("1", "Petugas", "verify", "Telaah")))))
        == []
    )


def test_a_letter_that_only_the_procedure_names() -> None:
    assert kinds(requirements.unlisted_letter(asking("Fotokopi KTP"))) == ["letter_not_listed"]
    assert kinds(requirements.unlisted_letter(asking("Surat permohonan", "Fotokopi KTP"))) == []


def test_a_paper_that_only_the_sop_names() -> None:
    rows = (SopRow("Datang", (), "Fotokopi KTP, Buku Tabungan", "1 menit", None),)
    assert kinds(requirements.unlisted_in_sop(asking("Fotokopi KTP", sop=(Sop("SOP", rows),)))) == ["sop_asks_more"]
    assert kinds(requirements.unlisted_in_sop(asking("Buku tabungan", sop=(Sop("SOP", rows),)))) == []


def test_original_or_copy() -> None:
    bare = requirement("KTP", document="ktp")
    assert kinds(requirements.form_unsaid(service(requirements=(bare,)))) == ["form_unsaid"]
    told = requirement("KTP asli", document="ktp"), requirement("KK", number="2", id="kk", document="kk", form="copy")
    assert kinds(requirements.form_unsaid(service(requirements=told))) == []


def test_portraits_have_a_size() -> None:
    without, given = requirement("Pas foto pemohon", kind="photo"), requirement("Pas foto 4x6", kind="photo")
    assert kinds(requirements.photo_without_size(service(requirements=(without,)))) == ["photo_without_size"]
    assert kinds(requirements.photo_without_size(service(requirements=(given,)))) == []


def test_three_papers_under_one_number() -> None:
    parts = tuple(requirement(name, number=None, id=f"k1.{name}", document=name) for name in ("ktp", "kk", "npwp"))
    assert kinds(requirements.under_one_number(service(requirements=(requirement("Berkas", parts=parts),)))) == [
        "papers_under_one_number"
    ]
    assert kinds(requirements.under_one_number(service(requirements=(requirement("Berkas", parts=parts[:2]),)))) == []


def test_the_same_paper_twice() -> None:
    twice = asking("Surat penyerahan anak dari orang tua", "Berita Acara Penyerahan Anak")
    assert kinds(requirements.asked_twice(twice)) == ["paper_asked_twice"]
    different = asking("Fotokopi akta kelahiran ayah", "Fotokopi akta kelahiran anak")
    assert kinds(requirements.asked_twice(different)) == []


def test_an_alternative_that_only_the_procedure_tells() -> None:
    letter = requirement("Surat laporan bencana dari desa", number="1", id="a", any_of=("b",))
    call = requirement("Telepon dari desa", number="2", id="b", kind="report", any_of=("a",))
    told = route(
        step("1", "Desa", "receive", "Surat laporan bencana atau telepon dari desa disampaikan", external=True)
    )
    assert kinds(requirements.alternative_unsaid(service(requirements=(letter, call), route=told))) == [
        "alternative_unsaid"
    ]
    assert kinds(requirements.alternative_unsaid(service(requirements=(letter, call)))) == []


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("diatas materai Rp.6.000,-", True),
        ("bermeterai Rp 3000", True),
        ("bermeterai Rp10.000", False),
        ("Rp6.000", False),
    ],
)
def test_old_stamps(text: str, odd: bool) -> None:
    assert bool(kinds(requirements.old_stamp_duty(asking(f"Surat pernyataan {text}")))) is odd


def test_a_stamp_without_its_value() -> None:
    assert kinds(requirements.stamp_unstated(asking("Surat bermeterai cukup"))) == ["stamp_duty_unstated"]
    assert kinds(requirements.stamp_unstated(asking("Surat bermeterai Rp10.000"))) == []


def test_the_services_own_product() -> None:
    own = asking("Rekomendasi alat bantu dari Dinas Sosial setempat")
    assert kinds(papers.own_product(own)) == ["own_product_required"]
    assert kinds(papers.own_product(asking("Rekomendasi Kesbangpol", "Surat sehat dari Dinas Sosial"))) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("SK Bupati Hibah", "Pembuatan SK Hibah oleh Peksos"),
        ("Nota Dinas Bansos", "Pembuatan Nota Dinas kepada Bupati"),
        ("Surat Keterangan Tidak Mampu", "Operator Desa membuat surat keterangan tidak mampu"),
    ],
)
def test_papers_that_the_procedure_makes(text: str, title: str) -> None:
    makes = route(ROUTE[0], step("2", "Peksos", "draft", title), *ROUTE[2:])
    assert kinds(papers.made_later(asking(text, route=makes))) == ["made_by_the_procedure"]
    assert kinds(papers.made_later(asking(text))) == []


def test_outcomes_and_examinations_of_the_procedure() -> None:
    chosen = service(
        requirements=(LETTER, requirement("Dinyatakan lulus seleksi", number="2", id="lulus", kind="condition")),
        route=route(ROUTE[0], step("2", "Dinas Sosial", "visit", "Dinas Sosial memfasilitasi seleksi"), *ROUTE[2:]),
    )
    assert kinds(papers.made_later(chosen)) == ["made_by_the_procedure"]
    examined = service(
        requirements=(requirement("Surat rujukan oleh Dokter Spesialis", issuer="Dokter Spesialis"),),
        route=route(ROUTE[0], step("2", "Dokter Spesialis", "check", "Pemeriksaan", external=True), *ROUTE[2:]),
    )
    assert kinds(papers.made_later(examined)) == ["made_by_the_procedure"]


def test_papers_of_the_offices_own_people() -> None:
    assert kinds(papers.made_by_the_office(asking("Hasil asesmen Peksos"))) == ["made_by_the_office"]
    assert kinds(papers.made_by_the_office(asking("Usulan dari TKSK", "Hasil asesmen psikolog rumah sakit"))) == []


def test_an_earlier_permit() -> None:
    assert kinds(papers.earlier_permit(asking("Fotokopi izin sebelumnya"))) == ["earlier_permit_required"]
    optional = requirement("Izin sebelumnya (jika ada)", mandatory=False)
    assert kinds(papers.earlier_permit(service(requirements=(optional,)))) == []


@pytest.mark.parametrize(
    ("title", "odd"),
    [
        ("Pelayanan bagi Anak Terlantar", True),
        ("Pemulangan Orang Telantar", True),
        ("Rekomendasi Pengangkatan Anak", False),
        ("Bantuan bagi Pemulung", False),
    ],
)
def test_identity_cards_of_those_who_have_none(title: str, odd: bool) -> None:
    card = requirement("Fotokopi KTP", document="ktp", form="copy")
    assert bool(kinds(papers.identity_card(service(title=title, requirements=(card,))))) is odd


def test_a_card_that_never_expires() -> None:
    assert kinds(
        papers.card_still_valid(service(requirements=(requirement("KTP yang masih berlaku", document="ktp"),)))
    ) == ["card_valid_for_life"]
    assert kinds(papers.card_still_valid(asking("SKCK yang masih berlaku"))) == []


def test_a_paper_in_the_middle_of_another() -> None:
    assert kinds(papers.run_together(asking("FC Surat Nikah Akta Kelahiran Calon Orang Tua"))) == [
        "papers_run_together"
    ]
    assert kinds(papers.run_together(asking("FC Akta Kelahiran anak", "Surat nikah dan akta kelahiran"))) == []

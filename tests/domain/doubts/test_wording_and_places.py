"""Words, names, channels, the office's own places, empty and copied components."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desk.domain.catalogue import Channel, Citation, Decree, Head, Service, Sop, SopRow, Source
from desk.domain.doubts import channels, copies, emptiness, naming, offices, wording
from tests.domain.doubts.samples import ROUTE, kinds, office, requirement, second, service


def with_text(text: str, **changes: Any) -> Service:
    return service(requirements=(requirement(text),), **changes)


@pytest.mark.parametrize(
    ("text", "odd"),
    [("Toliet umum", True), ("Toilet umum", False), ("Hasil oprasional", True), ("Kooperasional", False)],
)
def test_slips(text: str, odd: bool) -> None:
    assert kinds(wording.misspelt(with_text(text))) == ["misspelling"] * odd


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Surat ijin", ("ijin",)),
        ("Berkas di verifikasi", ("di verifikasi",)),
        ("Kertas diatas meja", ("diatas",)),
        ("Berkas di tanda tangani", ("di tanda",)),
        ("Pergi keluar rumah, disana dikirim", ()),
        ("Fotocopy KTP", ()),
        ("Diverifikasi di atas meja", ()),
    ],
)
def test_forms_that_the_dictionary_does_not_have(text: str, words: tuple[str, ...]) -> None:
    found = [doubt.words for doubt in wording.not_in_dictionary(office(with_text(text)))]
    assert found == ([words] if words else [])


def test_boilerplate_is_remarked_upon_once() -> None:
    many = [replace(service(n, evaluation=("Survey tahunan",)), id=f"contoh/{n:02d}") for n in range(1, 6)]
    assert [d.service for d in wording.not_in_dictionary(office(*many))] == ["contoh"]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Terdaftar dalam DTKS", True),
        ("Balai PMKS", True),
        ("Orang dengan kecacatan", True),
        ("FC SIUP", True),
        ("Penyandang disabilitas dalam DTSEN", False),
    ],
)
def test_terms_that_were_replaced(text: str, odd: bool) -> None:
    assert kinds(wording.superseded(with_text(text))) == ["superseded_term"] * odd


def test_the_title_of_a_law_is_a_quotation() -> None:
    law = Citation("Permensos 3/2021", "Permensos 3/2021 tentang Pengelolaan Data Terpadu Kesejahteraan Sosial")
    assert kinds(wording.superseded(service(legal_basis=(law,)))) == []


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("orang tua kandung kandung anak", True),
        ("pernyataan calon orang calon orang tua", True),
        ("dikecualikan dan dan dikecualikan", True),
        ("hak hak anak", False),
        ("tiga puluh dua", False),
    ],
)
def test_words_twice_in_a_row(text: str, odd: bool) -> None:
    assert kinds(wording.doubled(with_text(text))) == ["word_doubled"] * odd


def test_wording_that_shuts_out_or_leaves_open() -> None:
    assert kinds(wording.discriminating(service(competence=("Berpenampilan menarik",)))) == ["unverifiable_wording"]
    assert kinds(wording.open_title(service(title="Rehabilitasi (Alat Bantu, Dll)"))) == ["open_ended_title"]
    assert kinds(wording.oversight_unnamed(service(oversight=("Pengawasan oleh Kepala Bidang",)))) == [
        "overseer_unnamed"
    ]


def test_a_line_that_others_have_otherwise() -> None:
    lines = [service(n, competence=("Disiplin, cepat, tegas, sopan",)) for n in (1, 2)]
    slip = service(3, competence=("Disiplin, cepat, tegak, sopan",))
    assert [d.service for d in wording.odd_one_out(office(*lines, slip))] == ["contoh/03"]
    other = service(3, competence=("Disiplin, cepat, ramah, sopan",))
    assert kinds(wording.odd_one_out(office(*lines, other))) == []


def test_a_word_with_a_letter_too_many() -> None:
    right = [service(n, facilities=("Blangko permohonan",)) for n in (1, 2, 3)]
    assert [d.service for d in wording.lone_word(office(*right, service(4, facilities=("Blanko permohonan",))))] == [
        "contoh/04"
    ]
    assert kinds(wording.lone_word(office(*right, service(4, facilities=("Bangku tunggu",))))) == []


def test_a_system_under_two_names() -> None:
    spoilt = service(
        title="Usulan melalui Aplikasi SIKN-NG", requirements=(requirement("Terdaftar pada aplikasi SIKS-NG"),)
    )
    assert kinds(naming.system_spelt_otherwise(spoilt)) == ["system_name_varies"]
    same = service(title="Usulan melalui Aplikasi SIKS-NG", requirements=(requirement("pada aplikasi SIKS NG"),))
    assert kinds(naming.system_spelt_otherwise(same)) == []


def test_and_is_not_or() -> None:
    spoilt = service(
        title="Pengumpulan Uang dan Barang", requirements=(requirement("Izin Pengumpulan Uang atau Barang"),)
    )
    assert kinds(naming.pair_varies(spoilt)) == ["name_varies"]


def test_acronyms() -> None:
    twice = with_text("Calon Orang Tua Angkat (COTA)", title="Izin Calon Orang Tua Asuh (COTA)")
    assert kinds(naming.acronym_twice(office(twice))) == ["acronym_with_two_meanings"]
    unknown = with_text("Surat dari UPT PPSAB")
    assert [d.words for d in naming.acronym_unexplained(office(unknown))] == [("PPSAB",)]
    told = with_text("Surat dari PPSAB", title="Pelayanan Pusat Perlindungan Sosial Anak Balita")
    assert kinds(naming.acronym_unexplained(office(told))) == []
    shouted = service(requirements=(requirement("Proposal HIBAH"), requirement("Proposal hibah", number="2", id="k2")))
    assert kinds(naming.acronym_unexplained(office(shouted))) == []


def complaining(*pairs: tuple[Any, str]) -> Service:
    return service(complaints=tuple(Channel(*pair) for pair in pairs))


def test_channels_without_an_address() -> None:
    bare = complaining(("email", "Melalui email"), ("phone", "Melalui telepon"), ("other", "Media sosial"))
    assert kinds(channels.without_address(bare)) == ["channel_without_address"]
    assert kinds(channels.without_lapor(bare)) == []


def test_what_is_no_channel_and_what_is_missing() -> None:
    assert kinds(channels.not_a_channel(complaining(("other", "Disimpan sebagai data")))) == ["not_a_channel"]
    assert kinds(channels.incomplete(complaining(("counter", "Tatap muka"), ("lapor", "SP4N Lapor")))) == [
        "channels_incomplete"
    ]
    assert kinds(channels.without_lapor(complaining(("phone", "0343 123456")))) == ["lapor_missing"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("0811-558-223", "(0811) 558223", ["phone_written_two_ways"]),
        ("0811-558-223", "0811 558 223", []),
        ("085357559002", "085357559002", []),
        ("(0343) 427605", "424387", ["phone_without_area_code"]),
    ],
)
def test_telephone_numbers(one: str, other: str, expected: list[str]) -> None:
    assert kinds(channels.phones(complaining(("whatsapp", one), ("phone", other)))) == expected


def test_a_second_number_shares_the_area_code_before_it() -> None:
    assert kinds(channels.phones(complaining(("phone", "(0343) 427605, 424387")))) == []


def test_the_e_mail_of_the_letterhead() -> None:
    other = (
        complaining(("email", "DINSOS@contohkab.go.id")),
        replace(complaining(("email", "aduan@contohkab.go.id")), id="contoh/02"),
    )
    assert [d.service for d in channels.other_email(office(*other))] == ["contoh/02"]
    assert kinds(offices.office_email(office(email="dinsos@gmail.com"))) == ["email_not_official"]


def test_the_offices_own_places() -> None:
    assert kinds(offices.head_of_office(office(decree=None, head=None, letterhead=()))) == [
        "decree_missing", "head_missing", "letterhead_missing",
    ]  # fmt: skip
    assert kinds(offices.head_of_office(office(decree=Decree("1", None)))) == ["decree_undated"]
    naming_it = service(assurance=("Maklumat pelayanan",))
    assert kinds(offices.head_of_office(office(naming_it, pledge=()))) == ["pledge_missing"]
    annex = service(source=Source("contoh.txt", "000.8.3.2/ /2024"))
    assert kinds(offices.annex_of_another(office(annex))) == ["decree_differs"]


def test_numbers_of_officials() -> None:
    assert kinds(offices.numbers_of_officials(office(head=Head("A", "198725092010011005", None)))) == ["nip_impossible"]
    officer = complaining(("officer", "Staf: Budi, NIP 19770707 200604 2 040"))
    assert kinds(offices.numbers_of_officials(office(officer))) == []


def test_empty_components_and_entries() -> None:
    assert [d.component for d in emptiness.components(service(safety=(), duration=None))] == ["safety", "duration"]
    assert kinds(emptiness.entries(service(competence=("Pelatihan:",)))) == ["entry_empty"]


def test_guarantees_that_promise_nothing() -> None:
    hollow = service(safety=("Maklumat pelayanan dan motto pelayanan",), assurance=("Registrasi pengaduan masyarakat",))
    assert [d.component for d in emptiness.guarantees(hollow)] == ["safety", "assurance"]


def test_a_fee_without_a_rule() -> None:
    assert kinds(emptiness.fee(service(fee=25000))) == ["fee_without_basis"]
    charged = service(
        fee=25000, legal_basis=(Citation("Perda 1/2024", "Perda 1/2024 tentang Pajak dan Retribusi Daerah"),)
    )
    assert kinds(emptiness.fee(charged)) == []


def test_components_of_another_service() -> None:
    theirs = second()
    copied = service(route=theirs.route)
    assert kinds(copies.components(office(copied, theirs))) == ["route_copied"]
    plain = service(route=ROUTE, title="Surat Keterangan"), second(route=ROUTE)
    assert kinds(copies.components(office(*plain))) == []
    rows = (SopRow("Bantuan diserahkan kepada korban bencana", (), None, None, None),)
    both = service(sop=(Sop("A", rows),)), second(sop=(Sop("B", rows),))
    assert kinds(copies.components(office(*both))) == ["sop_copied"]

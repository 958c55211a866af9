"""Products: copied, of another kind than the title, made by no step, signed by nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.domain.catalogue import Product, Service, Sop, SopRow
from desk.domain.doubts import products
from desk.domain.doubts.letters import letters
from tests.domain.doubts.samples import ROUTE, kinds, office, route, second, service, step


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Surat Rekomendasi Izin Orang Tua Angkat", ("rekomendasi",)),
        ("Rekomendasi Surat Keterangan Miskin", ("rekomendasi",)),
        ("Izin/Rekomendasi Sumbangan Sosial", ("izin", "rekomendasi")),
        ("Surat Izin ziarah", ("izin",)),
        ("Surat tanda bukti pendaftaran", ("tanda daftar",)),
        ("Pertek Pengumpulan Uang atau Barang", ("pertimbangan teknis",)),
        ("Perizinan Kafetaria", ("izin",)),
        ("Bantuan Logistik", ()),
    ],
)
def test_kinds_of_letters(text: str, expected: tuple[str, ...]) -> None:
    assert letters(text) == expected


def with_product(text: str, kind: str = "letter", **changes: object) -> Service:
    return service(product=text, products=(Product(kind, text),), **changes)  # type: ignore[arg-type]


def test_a_product_of_another_service_is_copied() -> None:
    copied = service(product=second().product)
    assert [d.service for d in products.copied(office(copied, second()))] == ["contoh/01"]


def test_two_services_may_end_in_the_same_plain_letter() -> None:
    both = with_product("Surat Rekomendasi"), replace(with_product("Surat Rekomendasi"), id="contoh/02")
    assert kinds(products.copied(office(*both))) == []


@pytest.mark.parametrize(
    ("title", "product", "odd"),
    [
        ("Penerbitan Izin Pengumpulan Barang", "Surat Rekomendasi Izin Pengumpulan Barang", True),
        ("Rekom Lembaga Kesejahteraan Sosial", "Surat Tanda Daftar LKS", True),
        ("Rekomendasi dan Pendampingan Lansia", "Pendampingan Lansia", True),
        ("Penerbitan Surat Rekomendasi Perizinan Kafetaria", "Surat Rekomendasi Izin Kafetaria", False),
        ("Cek Data dan Penerbitan Surat Keterangan", "Penerbitan Surat Keterangan Terdaftar", False),
        ("Bantuan bagi Pemulung", "Bansos", False),
    ],
)
def test_title_and_product(title: str, product: str, odd: bool) -> None:
    assert bool(kinds(products.not_of_title(with_product(product, title=title)))) is odd


@pytest.mark.parametrize(
    ("action", "title", "odd"),
    [
        ("sign", "Kepala Dinas menandatangani surat pengantar", True),
        ("sign", "Penandatanganan Naskah Persetujuan Pemenuhan Komitmen", True),
        ("draft", "Petugas mengeluarkan surat keterangan", True),
        ("sign", "Kepala Dinas menandatangani surat rekomendasi", False),
        ("sign", "Kepala Dinas menandatangani suratnya", False),
    ],
)
def test_the_letter_that_is_signed_is_the_one_that_was_promised(action: str, title: str, odd: bool) -> None:
    spoilt = service(route=route(ROUTE[0], step("2", "Kepala Dinas", action, title)))
    assert kinds(products.not_made(spoilt)) == ["product_not_made"] * odd


def test_a_letter_needs_a_signature_and_aid_does_not() -> None:
    unsigned = route(ROUTE[0], ROUTE[1], ROUTE[4])
    assert kinds(products.without_signature(service(route=unsigned))) == ["product_without_signature"]
    assert kinds(products.without_signature(with_product("Kursi roda", "aid", route=unsigned))) == []


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Surat Rekomendasi", True),
        ("Surat Izin", True),
        ("Pemberian Bantuan Sosial", True),
        ("Surat Izin Ziarah", False),
    ],
)
def test_a_product_says_what_it_is_about(text: str, odd: bool) -> None:
    assert bool(kinds(products.unspecific(with_product(text)))) is odd


@pytest.mark.parametrize(
    ("title", "text", "odd"),
    [
        ("Layanan Pengaduan", "Layanan Pengaduan", True),
        ("Tim Reaksi Cepat", "Tim Reaksi Cepat", True),
        ("Layanan Pengaduan", "Jawaban atas pengaduan", False),
    ],
)
def test_a_product_is_not_the_service_itself(title: str, text: str, odd: bool) -> None:
    assert bool(kinds(products.activity(with_product(text, title=title)))) is odd


def test_permit_or_recommendation() -> None:
    assert kinds(products.permit_or_recommendation(with_product("Izin/Rekomendasi Sumbangan"))) == [
        "permit_or_recommendation"
    ]
    signed = step("2", "Kepala Dinas", "sign", "Penandatanganan Rekomendasi/Izin")
    assert [d.component for d in products.permit_or_recommendation(service(route=route(ROUTE[0], signed)))] == ["route"]
    assert kinds(products.permit_or_recommendation(with_product("Rekomendasi Izin Sumbangan"))) == []


def test_a_product_is_no_place() -> None:
    assert kinds(products.with_place(with_product("Surat Rekomendasi di Kantor Dinas Sosial"))) == [
        "product_names_a_place"
    ]
    assert kinds(products.with_place(with_product("Surat Rekomendasi"))) == []


def test_the_last_line_of_the_sop_puts_out_the_product() -> None:
    rows = (SopRow("Selesai", (), None, None, "Surat Keterangan"),)
    assert kinds(products.sop_ends_otherwise(service(sop=(Sop("SOP", rows),)))) == ["product_differs_from_sop"]
    agrees = (SopRow("Selesai", (), None, None, "Rekomendasi"),)
    assert kinds(products.sop_ends_otherwise(service(sop=(Sop("SOP", agrees),)))) == []

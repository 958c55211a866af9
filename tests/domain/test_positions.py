"""One desk has one title, however the decrees spell it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.positions import division_name, position_of
from desk.services.packfiles import load_catalogue

REHSOS = "Bidang Rehabilitasi Sosial"
DAYASOS = "Bidang Pemberdayaan Sosial"
LINJAMSOS = "Bidang Perlindungan dan Jaminan Sosial"
KEMISKINAN = "Bidang Penanganan Kemiskinan"
FAKIR_MISKIN = "Bidang Penanganan Fakir Miskin"
DAYASOS_PFM = "Bidang Pemberdayaan Sosial dan Penanganan Fakir Miskin"

DESKS: list[tuple[str, str, str | None, str]] = [
    # office, actor as printed, the service's division, the desk
    ("kotabaru", "Dinas Sosial", DAYASOS, DAYASOS),
    ("kotabaru", "Dinas Sosial", LINJAMSOS, LINJAMSOS),
    ("kotabaru", "Dinas Sosial", REHSOS, REHSOS),
    ("kotabaru", "Kepala Bidang", DAYASOS, "Kepala Bidang Pemberdayaan Sosial"),
    ("kotabaru", "Kepala Dinas", DAYASOS, "Kepala Dinas"),
    ("kotabaru", "Kepala Dinas", REHSOS, "Kepala Dinas"),
    ("kotabaru", "Kepala Dinas/Sekretaris", DAYASOS, "Kepala Dinas/Sekretaris"),
    ("kotabaru", "Petugas", DAYASOS, "Petugas Bidang Pemberdayaan Sosial"),
    ("kotabaru", "Petugas Back Office", DAYASOS, "Petugas Back Office"),
    ("kotabaru", "Petugas Front Office", DAYASOS, "Petugas Front Office"),
    ("kotabaru", "Sekretaris", DAYASOS, "Sekretaris"),
    ("kotabaru", "Staf Fungsional Umum", DAYASOS, "Staf Fungsional Umum Bidang Pemberdayaan Sosial"),
    ("kotabaru", "Sub Koordinator Kepahlawanan dan KAT", DAYASOS, "Sub Koordinator Kepahlawanan dan KAT"),
    ("kotabaru", "Supervisor data DTKS", DAYASOS, "Supervisor Data DTKS"),
    ("kotabaru", "Peksos Anak", REHSOS, "Pekerja Sosial Anak"),
    ("kotabaru", "Peksos Anak dan Penyuluh Sosial", REHSOS, "Pekerja Sosial Anak dan Penyuluh Sosial"),
    ("kotabaru", "Pemohon dan Peksos Anak", REHSOS, "Pekerja Sosial Anak"),
    ("kotabaru", "Penyuluh Sosial", REHSOS, "Penyuluh Sosial"),
    ("kotabaru", "Penyuluh Sosial dan Pekerja Sosial", REHSOS, "Penyuluh Sosial dan Pekerja Sosial"),
    ("kotabaru", "Tenaga Kesejahteraan Sosial (TKS)", REHSOS, "Tenaga Kesejahteraan Sosial (TKS)"),
    (
        "kotabaru",
        "Tim/Pekerja Sosial/TKSK atau Tenaga Kerja Sosial",
        REHSOS,
        "Tim/Pekerja Sosial/TKSK atau Tenaga Kerja Sosial",
    ),
    ("lubuklinggau", "Bagian Umum", DAYASOS, "Bagian Umum"),
    ("lubuklinggau", "Bagian Umum", KEMISKINAN, "Bagian Umum"),
    ("lubuklinggau", "Bagian Umum", LINJAMSOS, "Bagian Umum"),
    ("lubuklinggau", "Bagian Umum", REHSOS, "Bagian Umum"),
    ("lubuklinggau", "Kabid Pemberdayaan Sosial", DAYASOS, "Kepala Bidang Pemberdayaan Sosial"),
    ("lubuklinggau", "Kabid Penanganan Kemiskinan", KEMISKINAN, "Kepala Bidang Penanganan Kemiskinan"),
    ("lubuklinggau", "Kabid Perlindungan dan Jaminan Sosial", LINJAMSOS, f"Kepala {LINJAMSOS}"),
    ("lubuklinggau", "Kabid Rehabilitasi Sosial", REHSOS, "Kepala Bidang Rehabilitasi Sosial"),
    (
        "lubuklinggau",
        "Kasi Pemberdayaan Perempuan dan Keluarga",
        DAYASOS,
        "Kepala Seksi Pemberdayaan Perempuan dan Keluarga",
    ),
    (
        "lubuklinggau",
        "Kasi Pemberdayaan Pokok Keselamatan Di Wilayah Swad.",
        DAYASOS,
        "Kepala Seksi Pemberdayaan Pokok Keselamatan Di Wilayah Swad.",
    ),
    (
        "lubuklinggau",
        "Kasi Pembinaan Perekonomian dan Perindustrian",
        DAYASOS,
        "Kepala Seksi Pembinaan Perekonomian dan Perindustrian",
    ),
    (
        "lubuklinggau",
        "Kasi Pengkaji DTKS / Pengisi Data Kab/Kota",
        KEMISKINAN,
        "Kepala Seksi Pengkaji DTKS/Pengisi Data Kab/Kota",
    ),
    (
        "lubuklinggau",
        "Kasi Lin Sosial Korban Bencana Alam dan Bencana Sosial",
        LINJAMSOS,
        "Kepala Seksi Perlindungan Sosial Korban Bencana Alam dan Bencana Sosial",
    ),
    (
        "lubuklinggau",
        "Kasi Rehabilitasi Sosial Anak dan Lanjut Usia",
        REHSOS,
        "Kepala Seksi Rehabilitasi Sosial Anak dan Lanjut Usia",
    ),
    (
        "lubuklinggau",
        "Kasi Rehabilitasi Sosial Penyandang Disabilitas",
        REHSOS,
        "Kepala Seksi Rehabilitasi Sosial Penyandang Disabilitas",
    ),
    (
        "lubuklinggau",
        "Kasi Rehabilitasi Sosial Tuna Sosial dan Korban Perdagangan Orang",
        REHSOS,
        "Kepala Seksi Rehabilitasi Sosial Tuna Sosial dan Korban Perdagangan Orang",
    ),
    ("lubuklinggau", "Kepala Dinas", DAYASOS, "Kepala Dinas"),
    ("lubuklinggau", "Kepala Dinas", LINJAMSOS, "Kepala Dinas"),
    ("lubuklinggau", "Kepala Dinas", REHSOS, "Kepala Dinas"),
    ("lubuklinggau", "Sekretaris", DAYASOS, "Sekretaris"),
    ("lubuklinggau", "Sekretaris", LINJAMSOS, "Sekretaris"),
    ("lubuklinggau", "Sekretaris", REHSOS, "Sekretaris"),
    ("lubuklinggau", "Bidang Rehsos", REHSOS, REHSOS),
    ("lubuklinggau", "Sakti Peksos dan Tim Rehsos", REHSOS, "Sakti Peksos dan Tim Rehabilitasi Sosial"),
    ("mesuji", "Kepala Bidang", DAYASOS, "Kepala Bidang Pemberdayaan Sosial"),
    ("mesuji", "Kepala Bidang", FAKIR_MISKIN, "Kepala Bidang Penanganan Fakir Miskin"),
    ("mesuji", "Kepala Bidang", LINJAMSOS, f"Kepala {LINJAMSOS}"),
    ("mesuji", "Kepala Bidang", REHSOS, "Kepala Bidang Rehabilitasi Sosial"),
    ("mesuji", "Kepala Bidang", None, "Kepala Bidang"),
    ("mesuji", "Kepala Dinas", DAYASOS, "Kepala Dinas"),
    ("mesuji", "Kepala Dinas", FAKIR_MISKIN, "Kepala Dinas"),
    ("mesuji", "Kepala Dinas", LINJAMSOS, "Kepala Dinas"),
    ("mesuji", "Kepala Dinas", REHSOS, "Kepala Dinas"),
    ("mesuji", "Kepala Dinas", None, "Kepala Dinas"),
    ("mesuji", "Operator", DAYASOS, "Staf Bidang Pemberdayaan Sosial"),
    ("mesuji", "Petugas Front Office", FAKIR_MISKIN, "Petugas Front Office"),
    ("mesuji", "Petugas Front Office", LINJAMSOS, "Petugas Front Office"),
    ("mesuji", "Petugas Front Office", REHSOS, "Petugas Front Office"),
    ("mesuji", "Petugas Front Office", None, "Petugas Front Office"),
    ("mesuji", "Staf", FAKIR_MISKIN, "Staf Bidang Penanganan Fakir Miskin"),
    ("mesuji", "Staf", REHSOS, "Staf Bidang Rehabilitasi Sosial"),
    ("mesuji", "Staf", None, "Staf"),
    ("mesuji", "Staf/Operator", REHSOS, "Staf Bidang Rehabilitasi Sosial"),
    ("mesuji", "Tagana", LINJAMSOS, "Tagana"),
    ("mesuji", "Tim Verifikasi", DAYASOS, "Tim Verifikasi"),
    ("oku-selatan", "Dinas Sosial", "Bidang Linjamsos", LINJAMSOS),
    ("oku-selatan", "Dinas Sosial", None, "Dinas Sosial"),
    ("oku-selatan", "Front Office", None, "Petugas Front Office"),
    ("oku-selatan", "Kepala Bidang", "Bidang Linjamsos", f"Kepala {LINJAMSOS}"),
    ("oku-selatan", "Kepala Dinas", "Bidang Linjamsos", "Kepala Dinas"),
    (
        "oku-selatan",
        "Kepala Seksi, Staf dan Anggota Tagana",
        "Bidang Linjamsos",
        "Kepala Seksi, Staf dan Anggota Tagana",
    ),
    ("oku-selatan", "Petugas", "Bidang Linjamsos", f"Petugas {LINJAMSOS}"),
    ("oku-selatan", "Petugas survei", None, "Petugas Survei"),
    ("pasuruan", "Admin Dinas Sosial", LINJAMSOS, "Admin Dinas Sosial"),
    ("pasuruan", "Bidang Dayasos dan PFM", DAYASOS_PFM, DAYASOS_PFM),
    ("pasuruan", "Dinas Sosial", DAYASOS_PFM, DAYASOS_PFM),
    ("pasuruan", "Dinas Sosial", LINJAMSOS, LINJAMSOS),
    ("pasuruan", "Dinas Sosial", None, "Dinas Sosial"),
    ("pasuruan", "Front Office", None, "Petugas Front Office"),
    ("pasuruan", "Jabfung/Peksos", DAYASOS_PFM, f"Jabfung/Peksos {DAYASOS_PFM}"),
    ("pasuruan", "Jabfung/Peksos", LINJAMSOS, f"Jabfung/Peksos {LINJAMSOS}"),
    ("pasuruan", "Jabfung/Peksos", REHSOS, f"Jabfung/Peksos {REHSOS}"),
    ("pasuruan", "Jabfung/Peksos", None, "Jabfung/Peksos"),
    ("pasuruan", "Kepala Bidang", DAYASOS_PFM, f"Kepala {DAYASOS_PFM}"),
    ("pasuruan", "Kepala Bidang", LINJAMSOS, f"Kepala {LINJAMSOS}"),
    ("pasuruan", "Kepala Bidang", REHSOS, "Kepala Bidang Rehabilitasi Sosial"),
    ("pasuruan", "Kepala Bidang", None, "Kepala Bidang"),
    ("pasuruan", "Kepala Dinas", DAYASOS_PFM, "Kepala Dinas"),
    ("pasuruan", "Kepala Dinas", LINJAMSOS, "Kepala Dinas"),
    ("pasuruan", "Kepala Dinas", REHSOS, "Kepala Dinas"),
    ("pasuruan", "Kepala Dinas", None, "Kepala Dinas"),
    ("pasuruan", "Petugas Pengaduan", None, "Petugas Pengaduan"),
    ("pasuruan", "Petugas SLRT", None, "Petugas SLRT"),
    ("pasuruan", "Sekretaris Dinas", None, "Sekretaris"),
    ("pasuruan", "Staf", None, "Staf"),
    ("pasuruan", "Supervisor Dinas Sosial", LINJAMSOS, "Supervisor Dinas Sosial"),
    ("pasuruan", "Tagana", LINJAMSOS, "Tagana"),
    ("pasuruan", "Tim Pengelola Pengaduan", None, "Tim Pengelola Pengaduan"),
]


@pytest.mark.parametrize(("office", "actor", "division", "desk"), DESKS)
def test_every_actor_of_the_decrees_has_its_desk(office: str, actor: str, division: str | None, desk: str) -> None:
    assert position_of(actor, division) == desk


def test_no_actor_of_the_sixty_one_services_was_left_undecided() -> None:
    services = load_catalogue(Path("data")).services()
    printed = {(s.office, step.actor, s.division) for s in services for step in s.route if not step.external}
    assert printed == {(office, actor, division) for office, actor, division, _ in DESKS}
    assert len(services) == 61


def test_outside_bodies_keep_the_decrees_words() -> None:
    for service in load_catalogue(Path("data")).services():
        for step in service.route:
            if step.external:
                assert position_of(step.actor, service.division) == step.actor


@pytest.mark.parametrize(
    ("typed", "desk"),
    [
        ("kabid rehsos", "Kepala Bidang Rehabilitasi Sosial"),
        ("KABID. REHSOS", "Kepala Bidang Rehabilitasi Sosial"),
        ("Kabid Bidang Rehsos", "Kepala Bidang Rehabilitasi Sosial"),
        ("  kepala   dinas ", "Kepala Dinas"),
        ("Kadis Sosial", "Kepala Dinas"),
        ("Sekdin", "Sekretaris"),
        ("Sekretaris Dinas Sosial", "Sekretaris"),
        ("Kepala Dinas / Sekretaris", "Kepala Dinas/Sekretaris"),
        ("jabfung/peksos", "Jabfung/Peksos"),
        ("Staff", "Staf"),
        ("Kepala Dinas Kesehatan", "Kepala Dinas Kesehatan"),
        ("Kasihan", "Kasihan"),
        ("", ""),
    ],
)
def test_what_officers_type_is_spelt_out(typed: str, desk: str) -> None:
    assert position_of(typed, None) == desk


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (None, None),
        ("  ", None),
        ("Bidang Linjamsos", LINJAMSOS),
        ("Rehsos", REHSOS),
        ("Bidang Dayasos dan PFM", DAYASOS_PFM),
        ("UPT Panti Jompo", "UPT Panti Jompo"),
    ],
)
def test_a_division_has_one_name(printed: str | None, name: str | None) -> None:
    assert division_name(printed) == name


@given(
    st.one_of(st.sampled_from([actor for _, actor, _, _ in DESKS]), st.text(max_size=40)),
    st.sampled_from([None, REHSOS, "Bidang Linjamsos", "Rehsos"]),
    st.sampled_from([None, DAYASOS, "Bidang Linjamsos"]),
)
def test_a_desks_title_stays_whichever_division_reads_it(actor: str, division: str | None, other: str | None) -> None:
    title = position_of(actor, division)
    assert position_of(title, division) == title
    if division is not None:
        assert position_of(title, other) == title

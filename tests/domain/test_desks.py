"""The office's desks, in the order in which its trays stand, found by what an officer types."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk.domain.catalogue import Step
from desk.domain.desks import APPLICANTS, desks_of, find, positions_of, titled
from desk.domain.errors import NotFound, Refused
from desk.domain.positions import FormerTitle, Position, kind_of, position_of
from desk.domain.staffing import Staffing
from desk.services.packfiles import load_catalogue
from tests.factory import service
from tests.offices import office

CATALOGUE = load_catalogue(Path("data"))


def of(slug: str) -> tuple[Position, ...]:
    return positions_of(CATALOGUE.office(slug), Staffing())


@pytest.mark.parametrize("slug", [one.slug for one in CATALOGUE.offices])
def test_every_step_of_every_route_has_its_desk(slug: str) -> None:
    positions = of(slug)
    for one in CATALOGUE.services(slug):
        for step in one.route:
            if step.actor not in APPLICANTS:
                title = step.actor if step.external else position_of(step.actor, one.division)
                found = titled(positions, title)
                assert found is not None, title
                assert (found.kind == "outside") is step.external


@pytest.mark.parametrize("slug", [one.slug for one in CATALOGUE.offices])
def test_an_office_s_desks_have_titles_and_ids_of_their_own(slug: str) -> None:
    positions = of(slug)
    assert len({position.id for position in positions}) == len(positions)
    assert len({position.title for position in positions}) == len(positions)
    assert next(position.title for position in positions if position.kind == "head") == "Kepala Dinas"
    assert "Sekretaris" in [position.title for position in positions]


def test_desks_stand_as_the_office_has_them() -> None:
    assert [position.title for position in of("kotabaru")] == [
        "Kepala Dinas",
        "Kepala Dinas/Sekretaris",
        "Sekretaris",
        "Kepala Bidang Pemberdayaan Sosial",
        "Sub Koordinator Kepahlawanan dan KAT",
        "Supervisor Data DTKS",
        "Staf Fungsional Umum Bidang Pemberdayaan Sosial",
        "Petugas Bidang Pemberdayaan Sosial",
        "Petugas Back Office",
        "Bidang Pemberdayaan Sosial",
        "Kepala Bidang Perlindungan dan Jaminan Sosial",
        "Bidang Perlindungan dan Jaminan Sosial",
        "Kepala Bidang Rehabilitasi Sosial",
        "Pekerja Sosial Anak dan Penyuluh Sosial",
        "Pekerja Sosial Anak",
        "Tenaga Kesejahteraan Sosial (TKS)",
        "Penyuluh Sosial",
        "Penyuluh Sosial dan Pekerja Sosial",
        "Bidang Rehabilitasi Sosial",
        "Tim/Pekerja Sosial/TKSK atau Tenaga Kerja Sosial",
        "Petugas Front Office",
        "Dinas Sosial",
        "Camat/Lurah/Kepala Desa",
        "Bupati",
        "Dokter Spesialis kejiwaan",
        "Stakeholder",
    ]


def test_the_office_s_own_document_lies_over_what_the_pack_implies() -> None:
    renamed = Position(
        "sekretaris",
        "Sekretaris Dinas",
        "Sekretaris",
        None,
        "secretary",
        former=(FormerTitle("Sekretaris", date(2026, 1, 31)),),
    )
    added = Position("upt", "Kepala UPT Panti", "Kepala UPT Panti", "UPT Panti", "division_head")
    positions = positions_of(office(), Staffing(positions=(renamed, added)))
    assert [position.title for position in positions][:2] == ["Kepala Dinas", "Sekretaris Dinas"]
    assert added in positions
    assert titled(positions, "Sekretaris") is positions[1]
    assert find(positions, "Sekretaris") is positions[1]
    assert (positions[1].title_on(date(2026, 1, 31)), positions[1].title_on(date(2026, 2, 1))) == (
        "Sekretaris",
        "Sekretaris Dinas",
    )


def test_a_service_without_a_route_is_its_division_s() -> None:
    bare = office(services=(service(division="Bidang Rehsos", route=()), service(division=None, route=())))
    titles = [position.title for position in positions_of(bare, Staffing())]
    assert "Bidang Rehabilitasi Sosial" in titles
    assert "Dinas Sosial" in titles


def test_a_desk_that_every_division_has_is_in_each_and_one_of_the_whole_house_in_none() -> None:
    positions = {position.title: position for position in of("mesuji")}
    assert positions["Staf Bidang Rehabilitasi Sosial"].division == "Bidang Rehabilitasi Sosial"
    assert positions["Petugas Front Office"].division is None
    assert positions["Tagana"].division == "Bidang Perlindungan dan Jaminan Sosial"
    assert {p.title: p for p in of("lubuklinggau")}["Bagian Umum"].division is None


@pytest.mark.parametrize(
    ("slug", "typed", "title"),
    [
        ("pasuruan", "kepala-dinas", "Kepala Dinas"),
        ("pasuruan", "kabid rehsos", "Kepala Bidang Rehabilitasi Sosial"),
        ("pasuruan", "Kabid Linjamsos", "Kepala Bidang Perlindungan dan Jaminan Sosial"),
        ("pasuruan", "kabid dayasos", "Kepala Bidang Pemberdayaan Sosial dan Penanganan Fakir Miskin"),
        ("pasuruan", "Sekretaris Dinas", "Sekretaris"),
        ("pasuruan", "Plt. Kepala Dinas", "Kepala Dinas"),
        ("pasuruan", "Yth. Bapak Kepala Dinas Sosial Kabupaten Pasuruan", "Kepala Dinas"),
        ("pasuruan", "front office", "Petugas Front Office"),
        ("pasuruan", "peksos linjamsos", "Jabfung/Peksos Bidang Perlindungan dan Jaminan Sosial"),
        ("pasuruan", "bpjs", "BPJS Kesehatan"),
        ("pasuruan", "Kepala Dinas Kesehatan", "Kepala Dinas Kesehatan"),
        ("lubuklinggau", "kasi lanjut usia", "Kepala Seksi Rehabilitasi Sosial Anak dan Lanjut Usia"),
        ("kotabaru", "Peksos Anak", "Pekerja Sosial Anak"),
        ("kotabaru", "kepala dinas / sekretaris", "Kepala Dinas/Sekretaris"),
        ("oku-selatan", "kabid", "Kepala Bidang Perlindungan dan Jaminan Sosial"),
        ("mesuji", "KEPALA BIDANG PENANGANAN FAKIR MISKIN", "Kepala Bidang Penanganan Fakir Miskin"),
    ],
)
def test_what_an_officer_types_finds_the_one_desk(slug: str, typed: str, title: str) -> None:
    assert find(of(slug), typed).title == title


def test_what_several_desks_are_called_is_asked_back_with_their_titles() -> None:
    with pytest.raises(Refused) as refused:
        find(of("pasuruan"), "rehsos")
    assert refused.value.code == "position_ambiguous"
    assert "Kepala Bidang Rehabilitasi Sosial" in refused.value.message
    assert "Jabfung/Peksos Bidang Rehabilitasi Sosial" in refused.value.message


def test_a_misspelt_desk_is_refused_with_those_that_are_near() -> None:
    with pytest.raises(NotFound) as refused:
        find(of("pasuruan"), "Kepla Dinas")
    assert refused.value.code == "position_unknown"
    assert refused.value.field == "position"
    assert "Kepala Dinas" in refused.value.message


@pytest.mark.parametrize(
    "typed", ["", "   ", "Tukang Kebun", "=cmd|' /C calc'!A0", "x" * 5000, "\u202eTukang", "Plt. "]
)
def test_what_is_no_desk_is_refused_in_one_short_sentence(typed: str) -> None:
    with pytest.raises(NotFound) as refused:
        find(of("pasuruan"), typed)
    assert len(refused.value.message) < 400


def test_a_desk_that_is_gone_is_found_by_its_whole_title_only() -> None:
    gone = Position("arsip", "Petugas Arsip", "Petugas Arsip", None, "staff", retired=date(2026, 1, 31))
    positions = positions_of(office(), Staffing(positions=(gone,)))
    assert find(positions, "petugas arsip") == gone
    with pytest.raises(NotFound):
        find(positions, "arsip kantor")
    assert gone.retired_on(date(2026, 2, 1))
    assert not gone.retired_on(date(2026, 1, 31))


def test_a_desk_of_two_is_reached_from_both() -> None:
    positions = of("kotabaru")
    either = titled(positions, "Kepala Dinas/Sekretaris")
    assert either is not None
    for one in ("Kepala Dinas", "Sekretaris"):
        found = titled(positions, one)
        assert found is not None
        assert desks_of(found, positions) == (found, either)


def test_titles_that_make_the_same_id_stay_apart() -> None:
    route = (Step("a", None, "Tim A/B", "verify", "a"), Step("b", None, "Tim A-B", "verify", "b"))
    positions = positions_of(office(services=(service(route=route),)), Staffing())
    assert {position.id for position in positions if position.title.startswith("Tim")} == {"tim-a-b", "tim-a-b-2"}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Kepala Dinas", "head"), ("Kepala Dinas Sosial", "head"), ("Sekretaris", "secretary"),
        ("Kepala Bidang Rehabilitasi Sosial", "division_head"), ("Kepala Seksi Lanjut Usia", "section_head"),
        ("Kepala Seksi, Staf dan Anggota Tagana", "team"), ("Kepala Subbagian Umum", "section_head"),
        ("Jabfung/Peksos", "functional"), ("Penyuluh Sosial", "functional"), ("Supervisor Data DTKS", "operator"),
        ("Petugas Front Office", "counter"), ("Petugas Pengaduan", "counter"), ("Petugas Survei", "staff"),
        ("Bagian Umum", "staff"), ("Tagana", "team"), ("Bidang Rehabilitasi Sosial", "team"), ("Sopir", "staff"),
    ],
)  # fmt: skip
def test_a_title_says_what_kind_of_desk_it_is(title: str, kind: str) -> None:
    assert kind_of(title) == kind
    assert kind_of(title, external=True) == "outside"


def test_the_head_signs_under_the_office_s_name() -> None:
    head = positions_of(office(), Staffing())[0]
    assert head.signs_as == "Kepala Dinas Sosial"
    long = office(name="Dinas Sosial, Pemberdayaan Perempuan, dan Perlindungan Anak Kabupaten Pasuruan")
    assert positions_of(long, Staffing())[0].signs_as == (
        "Kepala Dinas Sosial, Pemberdayaan Perempuan, dan Perlindungan Anak"
    )
    assert replace(head, title="Kepala Dinsos").signed_on(date(2026, 1, 1)) == "Kepala Dinas Sosial"

"""The order in which trays stand."""

from __future__ import annotations

import pytest

from desk.domain.trays import group_of, is_counter, place_of

OFFICE = (
    "Kepala Dinas", "Kepala Dinas/Sekretaris", "Sekretaris", "Kepala Bidang Pemberdayaan Sosial",
    "Kepala Bidang Rehabilitasi Sosial", "Kepala Seksi Pemberdayaan Perempuan dan Keluarga", "Bidang Rehabilitasi Sosial",
    "Jabfung/Peksos", "Staf", "Petugas Front Office",
)  # fmt: skip


def test_head_secretary_divisions_staff_counter_outside_applicants() -> None:
    everybody = [(title, False) for title in OFFICE]
    everybody += [("Bupati", True), ("Kepala Dinas Kesehatan", True), ("Pemohon", True)]
    mixed = sorted(everybody, key=lambda one: one[0][::-1])
    assert sorted(mixed, key=lambda one: place_of(one[0], external=one[1])) == everybody


@pytest.mark.parametrize(
    ("title", "external", "group"),
    [("Kepala Dinas", False, "office"), ("Kepala Dinas", True, "outside"), ("Pemohon", True, "applicant")],
)
def test_whose_tray_it_is(title: str, external: bool, group: str) -> None:
    assert group_of(title, external=external) == group


def test_the_counter_s_own_desk_is_known() -> None:
    assert is_counter("Petugas Front Office")
    assert not is_counter("Petugas Survei")

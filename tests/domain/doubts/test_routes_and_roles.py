"""Routes: who receives, checks, decides, hands over; executors against the route."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.domain.catalogue import Channel, Executors, Sop, SopRow
from desk.domain.doubts import roles, routes
from tests.domain.doubts.samples import ROUTE, kinds, requirement, route, service, step

ORDER = step("1", "Kepala Dinas", "dispose", "Kepala Dinas memberi arahan")


def test_nobody_receives() -> None:
    assert kinds(routes.no_reception(service(route=route(ORDER, *ROUTE[2:])))) == ["no_reception"]
    assert kinds(routes.no_reception(service(route=()))) == []


def test_nobody_checks() -> None:
    assert kinds(routes.no_check(service(route=route(ROUTE[0], *ROUTE[2:])))) == ["no_check"]
    orders = replace(ORDER, title="Kepala Dinas memerintahkan staf memeriksa berkas")
    assert kinds(routes.no_check(service(route=route(ROUTE[0], orders, *ROUTE[2:])))) == []


def test_nobody_hands_over() -> None:
    assert kinds(routes.no_delivery(service(route=route(*ROUTE[:-1])))) == ["no_delivery"]
    online = route(*ROUTE[:-1], step("5", "Operator", "enter_external", "Operator mengunggah izin"))
    assert kinds(routes.no_delivery(service(route=online))) == []


def test_only_the_applicant_acts() -> None:
    assert kinds(routes.office_absent(service(route=ROUTE[:1]))) == ["office_absent"]


def test_the_decider_is_not_in_the_route() -> None:
    assert kinds(routes.decider_absent(service(hand_off="Bupati Contoh"))) == ["decider_absent"]
    told = requirement("Diajukan kepada Walikota", kind="instruction")
    assert kinds(routes.decider_absent(service(requirements=(told,)))) == ["decider_absent"]
    there = route(*ROUTE[:3], step("4", "Bupati", "sign", "Penandatanganan oleh Bupati", external=True))
    assert kinds(routes.decider_absent(service(hand_off="Bupati Contoh", route=there))) == []
    assert kinds(routes.decider_absent(service(hand_off="Dinas Sosial Provinsi"))) == []


def test_two_steps_hand_over_the_same() -> None:
    words = "cetakan hasil input data pemohon kepada Kepala Bidang yang kemudian diserahkan kepada pemohon"
    one = step("2", "Kepala Bidang", "dispose", f"Kepala Bidang memerintahkan staf mencetak {words}")
    other = step("3", "Staf", "deliver", f"Staf menyampaikan {words}")
    assert kinds(routes.repeated_step(service(route=route(ROUTE[0], one, other)))) == ["step_repeated"]
    long = "surat rekomendasi bagi penyandang disabilitas ke UPT Bina Laras, UPT Bina Daksa, dan UPT Bina Wicara oleh Peksos"
    kept = step("2", "Peksos", "draft", f"Menyusun {long}"), step("3", "Peksos", "draft", f"Mengolah data {long}")
    assert kinds(routes.repeated_step(service(route=route(*kept)))) == []


def test_archived_before_the_end() -> None:
    early = route(ROUTE[0], step("2", "Staf", "register", "Mengarsipkan berkas dan input data"), *ROUTE[2:])
    assert kinds(routes.archived_early(service(route=early))) == ["archived_before_the_end"]
    late = route(*ROUTE, step("6", "Staf", "archive", "Staf mengarsipkan surat"))
    assert kinds(routes.archived_early(service(route=late))) == []


def test_drafted_before_the_data_are_there() -> None:
    early = route(*ROUTE[:3], step("4", "Peksos", "draft", "Mengumpulkan dan mengolah data"), *ROUTE[3:])
    assert kinds(routes.drafted_early(service(route=early))) == ["drafted_before_data"]
    late = route(ROUTE[0], step("2", "Peksos", "verify", "Mengumpulkan data"), *ROUTE[2:])
    assert kinds(routes.drafted_early(service(route=late))) == []


def test_incomplete_files_go_back() -> None:
    refused = step("2", "Dinas Sosial", "deliver", "Penolakan dalam hal pemohon belum memenuhi kelengkapan")
    assert kinds(routes.refused_when_incomplete(service(route=route(ROUTE[0], refused)))) == ["incomplete_is_refused"]
    returned = replace(refused, title="Berkas tidak lengkap dikembalikan, yang tidak memenuhi syarat ditolak")
    assert kinds(routes.refused_when_incomplete(service(route=route(ROUTE[0], returned)))) == []


def test_channels_of_a_complaint_service() -> None:
    told = route(step("1", "Pemohon", "receive", "Pengaduan lewat Kotak Pengaduan dan e-mail", external=True))
    spoilt = service(title="Layanan Pengaduan", route=told)
    assert [doubt.words for doubt in routes.channels_in_route(spoilt)] == [("Kotak Pengaduan",)]
    have = (*service().complaints, Channel("box", "Kotak pengaduan di loket"))
    assert kinds(routes.channels_in_route(replace(spoilt, complaints=have))) == []


@pytest.mark.parametrize(
    ("actor", "people"),
    [
        ("Kepala Seksi, Staf dan Anggota Tagana", 3),
        ("Kasi Bencana Alam dan Bencana Sosial", 1),
        ("Kepala Dinas/Sekretaris", 2),
        ("Jabfung/Peksos", 1),
    ],
)
def test_how_many_people_an_actor_is(actor: str, people: int) -> None:
    assert len(roles.persons(actor)) == people


def executed_by(*names: str, count: int | None = None, printed: str | None = None) -> Executors:
    return Executors(len(names) if count is None else count, names, printed)


def test_roles_missing_from_the_executors_and_the_reverse() -> None:
    missing = service(executors=executed_by("Petugas Pelayanan", "Kepala Dinas"))
    assert kinds(roles.not_in_list(missing)) == ["role_not_among_executors"]
    idle = service(executors=executed_by("Petugas Pelayanan", "Pekerja Sosial", "Kepala Dinas", "Pengemudi"))
    assert kinds(roles.not_in_list(idle)) == ["executor_not_in_route"]
    short = service(executors=executed_by("Petugas Pelayanan", "Jabfung", "Kadis"))
    assert kinds(roles.not_in_list(short)) == []


def test_fewer_executors_than_officials_or_columns_of_the_sop() -> None:
    few = Executors(2, (), "2 orang")
    assert kinds(roles.too_few(service(executors=few))) == ["fewer_executors_than_actors"]
    assert kinds(roles.too_few(service(executors=Executors(3, (), "3 orang")))) == []
    rows = (SopRow("Datang", (), None, None, None),)
    wide = Sop("SOP (Pelaksana: Loket; Back Office; Koordinator; Peksos; Kabid)", rows)
    assert kinds(roles.too_few(service(executors=Executors(3, (), "3 orang"), sop=(wide,)))) == [
        "fewer_executors_than_actors"
    ]


def test_the_number_of_executors_is_that_of_the_list() -> None:
    names = ("Petugas Pelayanan", "Pekerja Sosial")
    assert kinds(
        roles.count_differs(service(executors=executed_by(*names, count=3, printed="3 orang terdiri dari: …")))
    ) == ["executor_count_differs"]
    summed = executed_by(*names, count=3, printed="1. 2 (dua) orang Petugas Pelayanan 2. 1 (satu) orang Pekerja Sosial")
    assert kinds(roles.count_differs(service(executors=summed))) == []


def test_the_applicant_is_no_executor() -> None:
    asks = route(step("1", "LKS/Pilar Sosial", "receive", "LKS mengajukan proposal", external=True), *ROUTE[1:])
    spoilt = service(route=asks, executors=executed_by("Petugas Pelayanan", "LKS/Pilar Sosial"))
    assert kinds(roles.applicant_among_them(spoilt)) == ["applicant_among_executors"]

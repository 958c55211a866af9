"""An office keeps its own catalogue: nothing is overwritten, cases keep their version, packs travel whole."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from desk.domain.errors import NotFound, Refused
from desk.domain.pack import PackError
from desk.services import cases, packs
from desk.services import intake as intakes
from desk.services.counter import Counter
from tests.conftest import OpenCounter
from tests.factory import WHEELCHAIR, ZIARAH, intake
from tests.fakes import Clock

TODAY = date(2026, 1, 1)
SIX_MONTHS = {
    "min": 6, "max": 6, "unit": "month", "bound": "exact", "basis": "calendar", "basis_source": "office",
    "printed": "6 Bulan",
}  # fmt: skip


def test_a_corrected_duration_holds_for_new_files_and_not_for_those_taken_in_before(counter: Counter) -> None:
    before = intakes.register(counter, intake(WHEELCHAIR))
    packs.correct(counter, WHEELCHAIR, "duration", SIX_MONTHS, "sesuai SOP", TODAY)
    after = intakes.register(counter, intake(WHEELCHAIR))
    assert before.due_at is not None
    assert after.due_at is not None
    assert after.due_at < before.due_at
    old = cases.load(counter, before.id)
    assert counter.service_of(old).duration != counter.catalogue.service(WHEELCHAIR).duration
    again = cases.rows(counter, cases.CaseQuery(limit=10)).rows
    assert {row.due_at for row in again} == {before.due_at, after.due_at}


def test_a_correction_shows_what_is_printed_beside_what_holds(counter: Counter) -> None:
    packs.correct(counter, WHEELCHAIR, "requirements/sk_bupati/mandatory", False, "dibuat dinas", TODAY)
    printed = counter.catalogue.printed[WHEELCHAIR].requirement("sk_bupati")
    standing = counter.catalogue.service(WHEELCHAIR).requirement("sk_bupati")
    assert printed is not None
    assert standing is not None
    assert (printed.mandatory, standing.mandatory) == (True, False)
    assert counter.catalogue.printed[WHEELCHAIR].corrections[0].reason == "dibuat dinas"


def test_a_correction_dated_next_week_comes_into_force_next_week(counter: Counter, clock: Clock) -> None:
    start = counter.today + timedelta(days=7)
    packs.correct(counter, ZIARAH, "product", "Surat Izin Ziarah", "keliru cetak", start)
    assert counter.catalogue.service(ZIARAH).product == "Surat Izin"
    clock.forward(days=8)
    assert counter.catalogue.service(ZIARAH).product == "Surat Izin Ziarah"


def test_the_change_is_there_when_the_counter_is_opened_again(open_counter: OpenCounter) -> None:
    counter = open_counter()
    packs.correct(counter, ZIARAH, "product", "Surat Izin Ziarah", "keliru cetak", TODAY)
    counter.store.close()
    assert open_counter().catalogue.service(ZIARAH).product == "Surat Izin Ziarah"


def test_undo_goes_back_and_is_itself_a_version(counter: Counter) -> None:
    packs.correct(counter, ZIARAH, "product", "Keliru", "salah ketik", TODAY)
    packs.undo(counter, ZIARAH, "batal")
    assert counter.catalogue.service(ZIARAH).product == "Surat Izin"
    assert [version.reason for version in packs.versions(counter, ZIARAH)] == ["salah ketik", "batal"]


def test_each_undo_goes_one_change_further_back_and_then_there_is_none_left(counter: Counter) -> None:
    packs.correct(counter, ZIARAH, "product", "Satu", "pertama", TODAY)
    packs.correct(counter, ZIARAH, "product", "Dua", "kedua", TODAY)
    packs.undo(counter, ZIARAH, "batal")
    assert counter.catalogue.service(ZIARAH).product == "Satu"
    packs.undo(counter, ZIARAH, "batal")
    assert counter.catalogue.service(ZIARAH).product == "Surat Izin"
    with pytest.raises(Refused) as refused:
        packs.undo(counter, ZIARAH, "batal")
    assert refused.value.code == "nothing_to_undo"


@pytest.mark.parametrize(("component", "value"), [("fee", -5), ("title", "")])
def test_a_standard_that_no_counter_could_work_with_is_refused(counter: Counter, component: str, value: object) -> None:
    with pytest.raises(PackError) as refused:
        packs.correct(counter, ZIARAH, component, value, "coba", TODAY)
    assert refused.value.field == component


def test_an_edit_that_breaks_the_standard_is_refused_with_its_place_and_changes_nothing(counter: Counter) -> None:
    raw = packs.raw_service(counter.catalogue, ZIARAH)
    raw["duration"]["unit"] = "jam"
    with pytest.raises(PackError) as refused:
        packs.save_service(counter, ZIARAH, raw, "coba")
    assert refused.value.field == "duration.unit"
    assert packs.versions(counter, ZIARAH) == ()


def test_a_new_service_gets_the_next_number_and_is_found(counter: Counter) -> None:
    raw = packs.raw_service(counter.catalogue, ZIARAH)
    raw["title"], raw["keywords"] = "Peminjaman Kursi Roda", ["pinjam kursi roda"]
    new = packs.next_id(counter.catalogue, "pasuruan")
    packs.save_service(counter, new, raw, "layanan baru")
    assert new == "pasuruan/18"
    assert counter.catalogue.search("pinjam kursi")[0].id == new


def test_a_retired_service_takes_no_files_and_its_old_ones_go_on(counter: Counter) -> None:
    old = intakes.register(counter, intake(ZIARAH))
    packs.retire(counter, ZIARAH, "pindah ke MPP")
    with pytest.raises(NotFound):
        intakes.register(counter, intake(ZIARAH))
    assert counter.service_of(cases.load(counter, old.id)).title.startswith("Izin Ziarah")


def test_a_pack_taken_in_elsewhere_gives_the_same_bytes_again(open_counter: OpenCounter) -> None:
    one, other = open_counter("Loket 1"), open_counter("Loket 2")
    packs.correct(one, ZIARAH, "product", "Surat Izin Ziarah", "keliru cetak", TODAY)
    sent = packs.export_pack(one.catalogue, "pasuruan")
    changed = packs.import_pack(other, sent, "dari Loket 1")
    assert changed.files == (ZIARAH,)
    assert packs.export_pack(other.catalogue, "pasuruan") == sent
    assert packs.import_pack(other, sent, "sekali lagi").files == ()


def test_a_pack_with_one_bad_service_is_not_taken_in_at_all(counter: Counter) -> None:
    pack = json.loads(packs.export_pack(counter.catalogue, "pasuruan"))
    pack["services"]["11"]["product"] = "Baru"
    pack["services"]["12"]["fee"] = "gratis"
    with pytest.raises(PackError):
        packs.import_pack(counter, json.dumps(pack).encode(), "coba")
    assert counter.catalogue.service(ZIARAH).product == "Surat Izin"


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"format": "desk-pack", "version": 9}'])
def test_a_file_that_is_no_pack_is_refused_in_words(counter: Counter, content: bytes) -> None:
    with pytest.raises(PackError):
        packs.import_pack(counter, content, "coba")


def test_another_offices_service_is_not_ours_to_change(counter: Counter) -> None:
    with pytest.raises(Refused) as refused:
        packs.retire(counter, "mesuji/01", "coba")
    assert refused.value.code == "other_office"


def test_a_change_without_a_reason_is_refused(counter: Counter) -> None:
    with pytest.raises(Refused) as refused:
        packs.correct(counter, ZIARAH, "product", "X", "  ", TODAY)
    assert refused.value.field == "reason"


def test_a_pack_for_a_new_office_starts_without_the_old_ones_decree(counter: Counter) -> None:
    named = {"name": "Dinas Sosial Kabupaten Sidoarjo", "region": "Kabupaten Sidoarjo", "region_code": "35.15"}
    packs.import_pack(counter, packs.new_pack(counter.catalogue, "pasuruan", "sidoarjo", named), "dinas baru")
    office = counter.catalogue.office("sidoarjo")
    assert (office.name, office.decree, office.head) == ("Dinas Sosial Kabupaten Sidoarjo", None, None)
    assert len(office.services) == 17


def test_two_packs_are_compared_by_service_and_component(counter: Counter) -> None:
    before = packs.raw_services(counter.catalogue, "pasuruan")
    packs.correct(counter, ZIARAH, "product", "Surat Izin Ziarah", "keliru cetak", TODAY)
    after = packs.raw_services(counter.catalogue, "pasuruan")
    assert [(d.service, d.component) for d in packs.compare(before, after)] == [("11", "corrections")]

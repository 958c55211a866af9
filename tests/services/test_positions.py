"""The office keeps its positions and people: every change with its reason, said before a file is sent there."""

from __future__ import annotations

from datetime import date

import pytest

from desk.domain.errors import DeskError, NotFound, Refused
from desk.domain.officials import Named
from desk.domain.signing import signature_lines
from desk.models.office_files import add_version
from desk.services import desks, packs, positions
from desk.services.counter import Counter
from desk.services.positions_history import history
from tests.conftest import OpenCounter
from tests.factory import ADOPTION
from tests.fakes import Clock

TODAY = date(2026, 11, 24)
REHSOS = "Kepala Bidang Rehabilitasi Sosial"
HEAD = "H.M. SUWITO ADI, S.Sos, M.Si"


def appoint(counter: Counter, position: str, name: str, start: date | None = TODAY, **more: object) -> None:
    positions.appoint(counter, position, Named(name), start=start, reason="SK Bupati", **more)  # type: ignore[arg-type]


def holder(counter: Counter, title: str, day: date = TODAY) -> tuple[str, str | None]:
    """(state, name) of a desk on a day."""
    desk = next(desk for desk in positions.desks_on(counter, day) if desk.position.title == title)
    person = desk.holders[0].person if desk.holders else None
    return desk.state, person.name if person else None


def test_before_anything_is_said_the_head_of_the_decree_is_head_and_of_others_nothing_is_known(
    counter: Counter,
) -> None:
    assert holder(counter, "Kepala Dinas") == ("held", HEAD)
    assert holder(counter, "Sekretaris") == ("unknown", None)
    assert history(counter) == ()


def test_an_appointment_is_there_when_the_counter_is_opened_again(open_counter: OpenCounter) -> None:
    counter = open_counter()
    appoint(counter, "sekdin", "Bambang Irawan, S.Sos")
    counter.store.close()
    again = open_counter()
    assert holder(again, "Sekretaris") == ("held", "Bambang Irawan, S.Sos")
    assert holder(again, "Kepala Dinas") == ("held", HEAD)


def test_what_the_office_keeps_beside_its_packs_is_no_pack(open_counter: OpenCounter) -> None:
    counter = open_counter()
    appoint(counter, "sekretaris", "Bambang")
    counter.store.close()
    again = open_counter()
    assert not any(name.startswith("office/") for name in again.catalogue.files)
    assert not again.catalogue.broken
    packs.correct(again, ADOPTION, "product", "Surat", "keliru cetak", TODAY)
    assert holder(again, "Sekretaris")[1] == "Bambang"


def test_a_pack_can_t_be_called_as_the_office_s_own_documents_are(counter: Counter) -> None:
    with pytest.raises(Refused, match="pilih nama lain"):
        packs.import_pack(counter, packs.new_pack(counter.catalogue, "pasuruan", "office", {}), "coba")


def test_a_new_head_does_not_change_yesterday_s_letter(counter: Counter) -> None:
    appoint(counter, "Kepala Dinas", "Dra. Siti Rohmah", replacing=True)
    now = positions.roster(counter)
    head = now.positions[0]
    assert signature_lines(head, date(2026, 11, 23), now.document)[1] == HEAD
    assert signature_lines(head, TODAY, now.document)[1] == "Dra. Siti Rohmah"


def test_an_acting_head_with_dates_acts_between_them(counter: Counter) -> None:
    positions.end(counter, "kadis", date(2026, 11, 23), reason="pensiun")
    appoint(counter, "kadis", "Bambang", until=date(2026, 12, 31), standing="plt")
    assert holder(counter, "Kepala Dinas", date(2026, 11, 23)) == ("held", HEAD)
    assert holder(counter, "Kepala Dinas", date(2026, 12, 31)) == ("acting", "Bambang")
    assert holder(counter, "Kepala Dinas", date(2027, 1, 1)) == ("vacant", None)


def test_every_change_has_its_reason_officer_and_words(counter: Counter) -> None:
    appoint(counter, "sekretaris", "Bambang")
    positions.absent(counter, "kadis", TODAY, date(2026, 12, 4), reason="cuti", acting="sekretaris")
    first, second = history(counter)
    assert (first.made.reason, first.made.officer, first.made.version) == ("SK Bupati", "Rini", 1)
    assert [change.said for change in first.changes] == ["Bambang diangkat menjadi Sekretaris mulai 24 November 2026."]
    assert [change.said for change in second.changes] == [
        f"{HEAD} cuti, 24 November 2026 sampai 4 Desember 2026; yang bertindak Sekretaris."
    ]


def test_what_the_history_says_of_every_kind_of_change(counter: Counter) -> None:
    positions.add(counter, "Petugas Arsip", reason="baru")
    positions.change(counter, "Petugas Arsip", title="Arsiparis", start=date(2026, 12, 1), reason="Perbup")
    positions.change(counter, "Arsiparis", division="Rehsos", reason="Perbup")
    appoint(counter, "Arsiparis", "Budi", until=date(2026, 12, 31))
    positions.amend_person(counter, "Budi", Named("Budi Utomo"), reason="lengkap")
    positions.amend_person(counter, "Budi Utomo", Named("Budi Utomo", rank="Penata"), reason="naik pangkat")
    positions.absent(counter, "Budi Utomo", TODAY, date(2026, 11, 27), reason="cuti")
    positions.back(counter, "Budi Utomo", date(2026, 11, 26), reason="masuk lebih awal")
    positions.back(counter, "Budi Utomo", TODAY, reason="batal")
    positions.end(counter, "Arsiparis", date(2026, 11, 30), reason="pindah")
    positions.retire(counter, "Arsiparis", date(2026, 12, 31), reason="Perbup")
    positions.undo(counter, reason="keliru")
    said = [[change.said for change in version.changes] for version in history(counter)]
    assert said == [
        ["Jabatan Petugas Arsip ditambahkan."],
        ["Jabatan Petugas Arsip kini bernama Arsiparis."],
        ["Keterangan jabatan Arsiparis diubah."],
        ["Budi diangkat menjadi Arsiparis mulai 24 November 2026 sampai 31 Desember 2026."],
        ["Nama Budi menjadi Budi Utomo."],
        ["NIP atau pangkat Budi Utomo diperbarui."],
        ["Budi Utomo cuti, 24 November 2026 sampai 27 November 2026; belum ada yang bertindak."],
        ["Budi Utomo cuti hanya sampai 25 November 2026."],
        ["Budi Utomo tidak jadi cuti mulai 24 November 2026."],
        ["Masa jabatan Budi Utomo sebagai Arsiparis berakhir 30 November 2026."],
        ["Jabatan Arsiparis dihapus setelah 31 Desember 2026."],
        ["Jabatan Arsiparis ada lagi."],
    ]


def test_undo_takes_back_one_change_after_the_other_until_the_decree_s_head_is_left(counter: Counter) -> None:
    appoint(counter, "sekretaris", "Bambang")
    appoint(counter, REHSOS, "Sari")
    positions.undo(counter, reason="keliru")
    assert holder(counter, REHSOS) == ("unknown", None)
    assert holder(counter, "Sekretaris") == ("held", "Bambang")
    positions.undo(counter, reason="keliru")
    assert holder(counter, "Sekretaris") == ("unknown", None)
    assert holder(counter, "Kepala Dinas") == ("held", HEAD)
    with pytest.raises(Refused) as refused:
        positions.undo(counter, reason="keliru")
    assert refused.value.code == "nothing_to_undo"
    assert len(history(counter)) == 4


def test_without_a_reason_nothing_changes(counter: Counter) -> None:
    with pytest.raises(Refused) as refused:
        positions.appoint(counter, "sekretaris", Named("Bambang"), start=TODAY, reason="  ")
    assert (refused.value.code, refused.value.field) == ("reason_missing", "reason")
    assert history(counter) == ()


def test_what_is_refused_leaves_no_version(counter: Counter) -> None:
    appoint(counter, "sekretaris", "Bambang")
    for act in (
        lambda: appoint(counter, "sekretaris", "Sari"),
        lambda: appoint(counter, "tukang kebun", "Sari"),
        lambda: positions.end(counter, REHSOS, TODAY, reason="pindah"),
        lambda: positions.absent(counter, REHSOS, TODAY, TODAY, reason="cuti"),
        lambda: positions.absent(counter, "kadis", TODAY, TODAY, reason="cuti", acting="tukang kebun"),
    ):
        with pytest.raises(DeskError):
            act()
    assert len(history(counter)) == 1


# what is said before a file is sent


def test_somebody_on_leave_is_said_with_who_acts_and_nothing_is_blocked(counter: Counter) -> None:
    appoint(counter, REHSOS, "Sari Dewi, S.Sos")
    appoint(counter, "sekretaris", "Bambang")
    positions.absent(counter, "kabid rehsos", TODAY, date(2026, 12, 4), reason="cuti", acting="Bambang")
    assert positions.remarks(counter, REHSOS) == (
        f"{REHSOS} (Sari Dewi, S.Sos) cuti sampai 4 Desember 2026; yang bertindak Plh. Bambang.",
    )
    assert positions.remarks(counter, REHSOS, date(2026, 12, 5)) == ()
    assert REHSOS in desks.titles(counter)


def test_somebody_on_leave_for_whom_nobody_acts_is_said(counter: Counter) -> None:
    positions.absent(counter, "Suwito Adi", TODAY, TODAY, reason="dinas luar ke Surabaya")
    (said,) = positions.remarks(counter, "Kepala Dinas")
    assert said == (f"Kepala Dinas ({HEAD}) dinas luar ke Surabaya sampai 24 November 2026; belum ada yang bertindak.")


def test_a_vacant_desk_is_said_and_one_of_which_nothing_is_known_is_not(counter: Counter) -> None:
    positions.end(counter, "kadis", date(2026, 11, 23), reason="pensiun")
    assert positions.remarks(counter, "Kepala Dinas") == ("Kepala Dinas sedang kosong; belum ada yang bertindak.",)
    assert positions.remarks(counter, "Sekretaris") == ()
    assert positions.remarks(counter, "Bupati") == ()
    assert positions.remarks(counter, "Tukang Kebun") == ()


def test_an_acting_head_is_said(counter: Counter) -> None:
    appoint(counter, REHSOS, "Sari", standing="plt")
    assert positions.remarks(counter, REHSOS) == (f"{REHSOS} dijabat Plt. Sari.",)


def test_a_shared_desk_is_spoken_of_only_when_nobody_is_there(counter: Counter) -> None:
    title = "Jabfung/Peksos Bidang Rehabilitasi Sosial"
    appoint(counter, title, "Sari")
    appoint(counter, title, "Budi")
    positions.absent(counter, "Sari", TODAY, TODAY, reason="cuti")
    assert positions.remarks(counter, title) == ()
    positions.absent(counter, "Budi", TODAY, TODAY, reason="sakit")
    assert len(positions.remarks(counter, title)) == 2


def test_a_desk_that_is_gone_is_said_and_no_longer_offered(counter: Counter, clock: Clock) -> None:
    positions.add(counter, "Petugas Arsip", reason="baru")
    positions.retire(counter, "petugas arsip", TODAY, reason="Perbup")
    assert positions.remarks(counter, "Petugas Arsip") == ()
    assert "Petugas Arsip" in desks.titles(counter)
    clock.forward(days=1)
    assert positions.remarks(counter, "Petugas Arsip") == (
        "Petugas Arsip sudah tidak ada sejak 25 November 2026; alihkan ke jabatan lain.",
    )
    assert "Petugas Arsip" not in desks.titles(counter)


def test_files_know_a_renamed_desk_by_its_first_title(counter: Counter) -> None:
    positions.change(counter, "Sekretaris", title="Sekretaris Dinas Sosial", reason="Perbup")
    service = counter.catalogue.service(ADOPTION)
    assert desks.desk_meant(counter, service, "Sekretaris Dinas Sosial").position == "Sekretaris"
    assert desks.desk_meant(counter, service, "Sekretaris").position == "Sekretaris"
    assert positions.find_position(counter, "sekdin").title == "Sekretaris Dinas Sosial"


def test_a_role_is_that_of_the_service_s_own_division(counter: Counter) -> None:
    adoption = counter.catalogue.service(ADOPTION)
    assert desks.desk_meant(counter, adoption, "Kepala Bidang").position == REHSOS
    assert desks.desk_meant(counter, adoption, "kabid linjamsos").position == (
        "Kepala Bidang Perlindungan dan Jaminan Sosial"
    )
    for said in ("Tukang Kebun", "operator", "x" * 200):
        with pytest.raises(Refused) as refused:
            desks.desk_meant(counter, adoption, said)
        assert (refused.value.code, refused.value.field) == ("desk_unknown", "--to")


# whom and what is meant


def test_who_is_meant_is_a_person_or_whoever_sits_there(counter: Counter) -> None:
    title = "Jabfung/Peksos Bidang Rehabilitasi Sosial"
    appoint(counter, title, "Sari")
    appoint(counter, title, "Budi")
    with pytest.raises(Refused) as refused:
        positions.absent(counter, title, TODAY, TODAY, reason="cuti")
    assert refused.value.code == "holder_ambiguous"
    assert positions.absent(counter, "sari", TODAY, TODAY, reason="cuti").name == "Sari"
    with pytest.raises(NotFound) as unknown:
        positions.absent(counter, "Sutrisno", TODAY, TODAY, reason="cuti")
    assert unknown.value.code == "person_unknown"
    with pytest.raises(Refused) as vacant:
        positions.absent(counter, "sekretaris", TODAY, TODAY, reason="cuti")
    assert vacant.value.code == "not_held"


def test_a_desk_in_a_new_division_gets_the_division_s_full_name(counter: Counter) -> None:
    made = positions.add(counter, "Kepala UPT Panti", division="UPT Panti", reason="baru")
    assert (made.kind, made.division) == ("division_head", "UPT Panti")
    assert positions.add(counter, "Arsiparis", division="linjamsos", reason="baru").division == (
        "Bidang Perlindungan dan Jaminan Sosial"
    )


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "R" * 80, "Nur'aini", "Ng", "O\u2019Brien"])
def test_an_odd_name_is_kept_and_told_as_it_was_written(counter: Counter, name: str) -> None:
    appoint(counter, "sekretaris", name)
    positions.absent(counter, "sekretaris", TODAY, TODAY, reason="cuti")
    assert name in positions.remarks(counter, "Sekretaris")[0]


def test_a_damaged_document_is_refused_with_its_place(counter: Counter) -> None:
    with counter.store.write() as work:
        work.pin("0" * 64, "office", "office/positions", b'{"tenures": [{"position": "x"}]}')
        add_version(work.connection, "office/positions", "0" * 64, "rusak", "Rini", "2026-11-24T09:00:00+07:00")
    with pytest.raises(Refused) as refused:
        positions.roster(counter)
    assert (refused.value.code, refused.value.field) == ("positions_invalid", "tenures[0].person")
    assert "office/positions: tenures[0].person" in refused.value.message

"""The office keeps its calendar: a day decreed later moves what was promised, says so, and can be taken back."""

from __future__ import annotations

import shutil
from datetime import date, time
from pathlib import Path

import pytest

from desk.domain.calendar_document import AddedDay, HoursFrom, OtherHours
from desk.domain.errors import DeskError, NotFound
from desk.domain.pack import PackError
from desk.models import verify
from desk.models.home import Home
from desk.services import acts, calendar, calendar_words, cases, contract, office_files, packs, setup, upkeep
from desk.services import intake as intakes
from desk.services import recalculation as recalculations
from desk.services.calendar import Changed
from desk.services.counter import Counter
from desk.services.intake import Receipt
from desk.services.packfiles import load_catalogue
from desk.services.recalculation import Watch
from tests.conftest import OpenCounter
from tests.factory import ELDERLY, REACTIVATION, intake, met
from tests.fakes import Clock, Luck

TWO_DAYS, FOUR_DAYS, SIXTY_DAYS = "pasuruan/04", ELDERLY, "pasuruan/17"
LEAVE = AddedDay(date(2026, 12, 31), "Cuti Bersama Tahun Baru", "joint", "SKB 3 Menteri", date(2026, 12, 14))
WEEK = (*([((time(7), time(14)),)] * 5), (), ())


def take_in(counter: Counter, service: str, at: str = "") -> Receipt:
    return intakes.register(counter, intake(service, received_at=f"{at}:00+07:00" if at else ""))


def due(counter: Counter, receipt: Receipt) -> str | None:
    """The promised date as lists show it."""
    return next(row.due_at for row in cases.rows(counter, cases.CaseQuery(limit=500)).rows if row.id == receipt.id)


def local(counter: Counter, day: str, name: str = "Hari Jadi", watch: Watch | None = None) -> Changed:
    added = AddedDay(date.fromisoformat(day), name, "local")
    return calendar.add(counter, added, "Perbup 12/2026", watch or Watch())


def refusal(act: object) -> DeskError:
    with pytest.raises(DeskError) as refused:
        act()  # type: ignore[operator]
    return refused.value


def same(counter: Counter) -> bool:
    """Whether lists are what the journal and the calendar give."""
    return upkeep.problems(counter) == [] and upkeep.rebuild(counter)[1]


def test_joint_leave_decreed_later_moves_the_date_and_the_message_names_it(counter: Counter, clock: Clock) -> None:
    clock.set("2026-12-29T10:00")
    receipt = take_in(counter, TWO_DAYS)
    assert receipt.due_at == "2026-12-31T16:00:00+07:00"
    changed = calendar.add(counter, LEAVE, "SKB perubahan")
    assert due(counter, receipt) == "2027-01-04T16:00:00+07:00"
    (moved,) = changed.due.cases
    assert (moved.registration_number, moved.before, moved.after) == (
        receipt.registration_number,
        "2026-12-31T16:00:00+07:00",
        "2027-01-04T16:00:00+07:00",
    )
    assert calendar_words.change_lines(changed.change) == [
        "31 Desember 2026 menjadi hari libur: Cuti Bersama Tahun Baru."
    ]
    assert calendar_words.due_line(changed.due) == "1 tanggal janji bergeser."
    assert same(counter)


def test_received_on_friday_at_half_past_three_with_a_holiday_on_monday(counter: Counter, clock: Clock) -> None:
    clock.set("2026-12-04T15:30")
    days, minutes = take_in(counter, TWO_DAYS), take_in(counter, REACTIVATION)
    assert (days.due_at, minutes.due_at) == ("2026-12-08T16:00:00+07:00", "2026-12-04T16:20:00+07:00")
    late = take_in(counter, REACTIVATION, "2026-12-04T16:00")
    assert late.due_at == "2026-12-07T07:50:00+07:00"
    changed = local(counter, "2026-12-07", "Pemilihan Kepala Desa")
    assert due(counter, days) == "2026-12-09T16:00:00+07:00"
    assert due(counter, minutes) == minutes.due_at
    assert due(counter, late) == "2026-12-08T07:50:00+07:00"
    assert [moved.registration_number for moved in changed.due.cases] == [
        late.registration_number,
        days.registration_number,
    ]


def test_who_comes_next_is_promised_by_the_new_calendar_without_opening_again(counter: Counter, clock: Clock) -> None:
    clock.set("2026-12-29T10:00")
    before = counter.calendar.version
    changed = calendar.add(counter, LEAVE, "SKB perubahan")
    assert take_in(counter, TWO_DAYS).due_at == "2027-01-04T16:00:00+07:00"
    assert counter.calendar.version == changed.calendar != before
    assert counter.calendar.holidays[LEAVE.day].name == "Cuti Bersama Tahun Baru"


def test_the_change_is_there_when_the_counter_is_opened_again_and_beside_it(open_counter: OpenCounter) -> None:
    counter = open_counter()
    changed = calendar.add(counter, LEAVE, "SKB perubahan")
    assert open_counter(read_only=True).calendar == counter.calendar
    counter.store.close()
    again = open_counter()
    assert again.calendar.version == changed.calendar
    assert again.wall.renewed is None


def test_two_edits_and_two_steps_back(counter: Counter, clock: Clock) -> None:
    clock.set("2026-12-29T10:00")
    receipt, before = take_in(counter, TWO_DAYS), counter.calendar
    calendar.add(counter, LEAVE, "SKB perubahan")
    local(counter, "2027-01-04", "Pelantikan Bupati")
    assert due(counter, receipt) == "2027-01-06T16:00:00+07:00"  # the fifth is Isra Mikraj
    back = calendar.undo(counter, "pelantikan batal")
    assert due(counter, receipt) == "2027-01-04T16:00:00+07:00"
    assert back.due.moved == 1
    calendar.undo(counter, "SKB ditarik")
    assert due(counter, receipt) == receipt.due_at
    assert counter.calendar == before
    assert refusal(lambda: calendar.undo(counter, "lagi")).code == "nothing_to_undo"
    assert [version.version for version in calendar.versions(counter)] == [1, 2, 3, 4]
    assert same(counter)


def test_undo_is_not_undone_but_what_came_before_it(counter: Counter) -> None:
    local(counter, "2027-02-01", "Satu")
    local(counter, "2027-02-02", "Dua")
    calendar.undo(counter, "batal")
    local(counter, "2027-02-03", "Tiga")
    calendar.undo(counter, "batal")
    assert {added.name for added in counter.wall.document.added} == {"Satu"}
    made = calendar.history(counter)
    assert [version.taken_back for version in made] == [False, True, False, True, False]
    assert [calendar_words.change_lines(version.change)[0] for version in made][1:3] == [
        "2 Februari 2027 menjadi hari libur: Dua.",
        "2 Februari 2027 bukan lagi hari libur: Dua.",
    ]


def test_every_version_says_who_when_and_why(counter: Counter, clock: Clock) -> None:
    calendar.add(counter, LEAVE, "  SKB perubahan  ")
    (version,) = calendar.versions(counter)
    assert (version.officer, version.reason, version.at) == ("Rini", "SKB perubahan", counter.now().isoformat())
    for reason in ("", "   "):
        assert refusal(lambda reason=reason: calendar.remove(counter, LEAVE.day, reason)).code == "reason_missing"
    assert len(calendar.versions(counter)) == 1


def test_a_day_is_removed_and_brought_back(counter: Counter, clock: Clock) -> None:
    clock.set("2026-12-22T10:00")
    receipt = take_in(counter, TWO_DAYS)
    assert receipt.due_at == "2026-12-28T16:00:00+07:00"
    removed = calendar.remove(counter, date(2026, 12, 24), "pelayanan tetap buka")
    assert due(counter, receipt) == "2026-12-24T16:00:00+07:00"
    assert calendar_words.change_lines(removed.change) == [
        "24 Desember 2026 bukan lagi hari libur: Cuti Bersama Hari Raya Natal."
    ]
    calendar.restore(counter, date(2026, 12, 24), "tidak jadi buka")
    assert due(counter, receipt) == receipt.due_at
    assert counter.wall.document.removed == ()


def test_in_ramadan_the_day_ends_at_three(counter: Counter, clock: Clock) -> None:
    clock.set("2027-02-09T10:00")
    receipt = take_in(counter, TWO_DAYS)
    assert receipt.due_at == "2027-02-11T16:00:00+07:00"
    fasting = OtherHours(date(2027, 2, 8), date(2027, 3, 9), "Ramadan 1448 H")
    changed = calendar.set_period(counter, fasting, "SE Bupati")
    assert due(counter, receipt) == "2027-02-11T15:00:00+07:00"
    assert calendar_words.change_lines(changed.change) == [
        "Jam kerja berubah 8 Februari 2027 sampai 9 Maret 2027: Ramadan 1448 H."
    ]
    calendar.end_period(counter, "Ramadan 1448 H", "SE dicabut")
    assert due(counter, receipt) == receipt.due_at


def test_hours_from_next_week_leave_this_week_s_promises(counter: Counter) -> None:
    soon, later = take_in(counter, TWO_DAYS), take_in(counter, FOUR_DAYS)
    changed = calendar.set_hours(counter, HoursFrom(date(2026, 11, 30), WEEK), "Perbup 5/2026")
    assert due(counter, soon) == soon.due_at == "2026-11-26T16:00:00+07:00"
    assert due(counter, later) == "2026-11-30T14:00:00+07:00"
    assert calendar_words.change_lines(changed.change) == ["Jam kerja berubah mulai 30 November 2026."]
    assert refusal(lambda: calendar.set_hours(counter, HoursFrom(date(2026, 12, 1), ((),) * 7), "x")).code == (
        "calendar_hours"
    )


def test_an_office_in_central_indonesia_reckons_and_prints_by_its_own_clock(counter: Counter) -> None:
    receipt = take_in(counter, TWO_DAYS)
    changed = calendar.set_timezone(counter, "Asia/Makassar", "kantor pindah wilayah waktu")
    assert due(counter, receipt) == "2026-11-26T16:00:00+08:00"
    assert counter.now().utcoffset() == counter.calendar.local(counter.now()).utcoffset()
    assert counter.office.timezone == "Asia/Makassar"
    assert calendar_words.change_lines(changed.change) == ["Zona waktu kantor menjadi WITA."]
    calendar.set_timezone(counter, None, "salah")
    assert counter.office.timezone == "Asia/Jakarta"


def test_a_day_that_is_only_named_anew_touches_no_file(counter: Counter) -> None:
    take_in(counter, SIXTY_DAYS)
    feast = AddedDay(date(2027, 5, 17), "Hari Raya Idul Adha 1448 H", "national", "SKB 2027")
    changed = calendar.add(counter, feast, "SKB 2027")
    assert (changed.due.checked, changed.due.moved) == (0, 0)
    assert "kini bernama Hari Raya Idul Adha 1448 H" in calendar_words.change_lines(changed.change)[0]
    assert calendar_words.due_line(changed.due) == "Tidak ada tanggal janji yang bergeser."


def test_only_files_whose_clock_can_run_on_that_day_are_looked_at(counter: Counter, clock: Clock) -> None:
    take_in(counter, TWO_DAYS)
    long = take_in(counter, SIXTY_DAYS)
    clock.set("2027-01-11T10:00")
    take_in(counter, TWO_DAYS)
    changed = local(counter, "2026-12-15")
    assert (changed.due.checked, changed.due.moved) == (1, 1)
    assert changed.due.cases[0].registration_number == long.registration_number


def test_what_waits_for_its_applicant_has_no_date_to_move(counter: Counter) -> None:
    form = intake(REACTIVATION, everything=False, checklist={"ktp": met()})
    receipt = intakes.register(counter, form)
    assert receipt.due_at is None
    assert local(counter, "2026-11-25").due.checked == 0


def test_files_that_ended_are_kept_as_the_journal_gives_them_but_nobody_is_told(counter: Counter) -> None:
    done = take_in(counter, FOUR_DAYS)
    acts.act(counter, done.id, "withdraw", note="sudah dibantu desa")
    changed = local(counter, "2026-11-27")
    assert (changed.due.checked, changed.due.moved) == (1, 0)
    assert same(counter)


def test_a_great_many_are_counted_and_the_earliest_named(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recalculations, "LISTED", 3)
    monkeypatch.setattr("desk.models.promises.AT_ONCE", 2)
    late = [take_in(counter, FOUR_DAYS) for _ in range(3)]
    soon = [take_in(counter, TWO_DAYS) for _ in range(2)]
    seen: list[tuple[int, int]] = []
    watch = Watch(progress=lambda done, total: seen.append((done, total)))
    changed = local(counter, "2026-11-25", watch=watch)
    assert (changed.due.checked, changed.due.moved, len(changed.due.cases)) == (5, 5, 3)
    assert {moved.registration_number for moved in changed.due.cases} >= {one.registration_number for one in soon}
    assert seen == [(2, 5), (4, 5), (5, 5)]
    assert all(due(counter, receipt) != receipt.due_at for receipt in (*late, *soon))
    assert same(counter)


def test_what_is_cancelled_half_way_never_happened(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk.models.promises.AT_ONCE", 1)
    receipts = [take_in(counter, TWO_DAYS) for _ in range(4)]
    before, asked = counter.calendar, list[int]()

    def enough() -> bool:
        asked.append(1)
        return len(asked) > 2

    error = refusal(lambda: local(counter, "2026-11-25", watch=Watch(cancelled=enough)))
    assert error.code == "cancelled"
    assert counter.calendar is before
    assert calendar.versions(counter) == ()
    assert [due(counter, receipt) for receipt in receipts] == [receipt.due_at for receipt in receipts]
    assert same(counter)


def test_a_calendar_that_ends_all_work_is_refused_and_nothing_changes(counter: Counter) -> None:
    first, before = date(2026, 11, 25).toordinal(), counter.calendar
    days = "".join(f"{date.fromordinal(first + n)};Libur panjang;local\n" for n in range(500))
    assert refusal(lambda: calendar.take_list(counter, f"date;name;kind\n{days}", "x")).code == "calendar_hours"
    assert counter.calendar is before
    assert calendar.versions(counter) == ()


def test_a_list_is_looked_at_before_it_is_taken(counter: Counter, clock: Clock) -> None:
    clock.set("2026-12-29T10:00")
    receipt = take_in(counter, TWO_DAYS)
    text = "date;name;kind\n2026-12-31;Cuti Bersama;joint\n31-12-2026;Cuti;joint\n2026-12-25;Hari Raya Natal;national\n"
    seen = calendar.look_at_list(counter, text)
    assert calendar.versions(counter) == ()
    changed = calendar.take_list(counter, text, "SKB", decree="SKB 3 Menteri", decided=date(2026, 12, 14))
    assert changed.taken is not None
    assert [line.number for line in changed.taken.new] == [line.number for line in seen.new] == [2]
    assert [refused.details["line"] for refused in changed.taken.refused] == [3]
    assert counter.wall.document.added[0].decree == "SKB 3 Menteri"
    assert due(counter, receipt) == "2027-01-04T16:00:00+07:00"
    assert refusal(lambda: calendar.take_list(counter, text, "lagi")).code == "nothing_changed"


def test_a_list_that_is_whole_removes_what_the_decree_does_not_have(counter: Counter) -> None:
    text = "date;name;kind\n2027-01-01;Tahun Baru Masehi;national\n"
    changed = calendar.take_list(counter, text, "SKB 2027", whole=True)
    assert changed.taken is not None
    assert changed.taken.dropped
    assert {day for day in counter.calendar.holidays if day.year == 2027} == {date(2027, 1, 1)}
    assert all(gone.reason == "SKB 2027" for gone in counter.wall.document.removed)


@pytest.mark.parametrize("text", ["2026-9-18", "18 September 2026", "", "1026-09-18", "2026-02-30"])
def test_a_date_that_is_none_is_refused_in_words(text: str) -> None:
    error = refusal(lambda: calendar.day_at(text, "date"))
    assert (error.code, error.field) == ("calendar_date", "date")


def test_what_can_t_be_is_refused_and_kept_nowhere(counter: Counter) -> None:
    assert refusal(lambda: local(counter, "2026-12-25")).code == "calendar_already"
    assert refusal(lambda: local(counter, "2026-12-28", "  ")).code == "required"
    assert refusal(lambda: calendar.remove(counter, date(2026, 12, 28), "x")).code == "calendar_no_holiday"
    assert isinstance(refusal(lambda: calendar.restore(counter, date(2026, 12, 25), "x")), NotFound)
    assert refusal(lambda: calendar.set_timezone(counter, None, "x")).code == "nothing_changed"
    assert calendar.versions(counter) == ()


# how it lies in the store


def test_the_catalogue_knows_nothing_of_the_office_s_documents(open_counter: OpenCounter) -> None:
    counter = open_counter()
    calendar.add(counter, LEAVE, "SKB")
    assert office_files.current(counter.store) == {}
    assert set(office_files.parted(counter.store)[1]) == {"office/calendar", "office/holidays"}
    assert "office" not in counter.catalogue.broken
    counter.store.close()
    assert not any(name.startswith("office/") for name in open_counter().catalogue.files)


def test_no_pack_can_take_that_name(counter: Counter) -> None:
    pack = packs.new_pack(counter.catalogue, "pasuruan", "office", {"name": "Dinas Sosial"})
    with pytest.raises(PackError) as refused:
        packs.import_pack(counter, pack, "coba")
    assert refused.value.field == "slug"


def test_a_document_of_a_newer_desk_is_refused_in_words(open_counter: OpenCounter) -> None:
    counter = open_counter()
    with counter.store.write() as work:
        content = b'{"format": "desk-calendar", "version": 2}'
        office_files.keep(
            work, calendar.CALENDAR, "calendar", content, reason="x", officer="Rini", at=counter.now().isoformat()
        )
    counter.store.close()
    assert "perbarui Desk" in refusal(open_counter).message


def test_a_calendar_that_a_case_pinned_is_found_again(open_counter: OpenCounter) -> None:
    counter = open_counter()
    first = counter.calendar
    calendar.add(counter, LEAVE, "SKB")
    second = counter.calendar
    local(counter, "2027-02-01")
    counter.store.close()
    again = open_counter()
    assert calendar.of_version(again, first.version) == first
    assert calendar.of_version(again, second.version) == second
    assert calendar.of_version(again, again.calendar.version) is again.calendar
    assert calendar.of_version(again, "0" * 64) is None


def test_why_this_date_names_the_day_that_was_decreed_since(open_counter: OpenCounter, clock: Clock) -> None:
    clock.set("2026-12-29T10:00")
    counter = open_counter()
    receipt = take_in(counter, TWO_DAYS)
    calendar.add(counter, LEAVE, "SKB perubahan")
    counter.store.close()
    again = open_counter()
    why = contract.case_whole(again, cases.load(again, receipt.id))["clock"]["why"]
    assert any(line.startswith("Semula dijanjikan Kamis, 31 Desember 2026") for line in why)
    assert any("ditetapkan libur: Cuti Bersama Tahun Baru" in line for line in why)


# Desk's own holidays


@pytest.fixture
def own_data(data: Path, tmp_path: Path) -> Path:
    """A data folder whose holidays a newer Desk may bring anew."""
    return Path(shutil.copytree(data, tmp_path / "data"))


def newer(folder: Path, line: str) -> None:
    table = folder / "holidays" / "id.csv"
    table.write_text(table.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")


def test_holidays_that_come_with_a_newer_desk_move_dates_too(own_data: Path, tmp_path: Path, clock: Clock) -> None:
    clock.set("2026-12-29T10:00")

    def open_one(*, read_only: bool = False) -> Counter:
        home, luck = Home(tmp_path / "home"), Luck()
        catalogue = load_catalogue(own_data)
        setup.set_up(home, catalogue, office="pasuruan", counter="L", officer="Rini", now=clock, random=luck)
        return setup.open_counter(home, own_data, clock=clock, random=luck, read_only=read_only)

    counter = open_one()
    receipt, before = take_in(counter, TWO_DAYS), counter.calendar
    assert counter.wall.renewed is None
    counter.store.close()
    newer(own_data, "2026-12-31;Cuti Bersama Tahun Baru;joint")
    reader = open_one(read_only=True)
    assert reader.wall.renewed is None
    reader.store.close()
    again = open_one()
    renewed = again.wall.renewed
    assert renewed is not None
    assert [moved.registration_number for moved in renewed.due.cases] == [receipt.registration_number]
    assert due(again, receipt) == "2027-01-04T16:00:00+07:00"
    assert same(again)
    assert calendar.of_version(again, before.version) == before
    (version,) = calendar.history(again)
    assert (version.of_desk, version.made.officer) == (True, "Desk")
    assert "Cuti Bersama Tahun Baru" in calendar_words.change_lines(version.change)[0]
    again.store.close()
    third = open_one()
    assert third.wall.renewed is None
    third.store.close()


def test_what_is_not_known_of_this_year_and_the_next_is_said(counter: Counter) -> None:
    assert calendar_words.doubts(counter.calendar, date(2026, 11, 24)) == [
        "Hari libur tahun 2027 masih perkiraan; tanggal janji di tahun itu dapat bergeser."
    ]
    assert calendar_words.doubts(counter.calendar, date(2028, 1, 1))[1].startswith("Hari libur tahun 2029 belum ada")
    assert calendar_words.doubts(counter.calendar, date(2025, 1, 1)) == []


def test_projections_stay_what_the_journal_gives(counter: Counter) -> None:
    for service in (TWO_DAYS, FOUR_DAYS, SIXTY_DAYS, REACTIVATION):
        take_in(counter, service)
    with counter.store.read() as connection:
        before = verify.projection_digest(connection)
    local(counter, "2026-11-25")
    calendar.set_hours(counter, HoursFrom(date(2026, 11, 26), WEEK), "Perbup")
    calendar.undo(counter, "batal")
    calendar.undo(counter, "batal")
    with counter.store.read() as connection:
        assert verify.projection_digest(connection) == before

"""What the calendar's part of Pengaturan decides: an officer changes a day and reads which promises moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from desk.domain.calendar_document import AddedDay, HoursFrom
from desk.domain.errors import Refused
from desk.domain.workcalendar import ramadan_hours, standard_hours
from desk.language import speak
from desk.services import calendar
from desk.services import intake as intakes
from desk.services.calendar_year import year
from desk.services.counter import Counter
from desk.services.recalculation import Watch
from desk.ui.settings.calendar import forms
from desk.ui.settings.calendar.forms import Form
from desk.ui.settings.calendar.presenter import CalendarActs, CalendarPresenter
from desk.ui.settings.calendar.shown import SOURCES, DayShown, Outcome
from tests.conftest import OpenCounter
from tests.factory import intake
from tests.fakes import Clock
from tests.ui.fakes import LateJobs, Notebook, NowJobs

TWO_DAYS = "pasuruan/04"
LEAVE = {
    "date": "31/12/2026", "name": "Cuti Bersama Tahun Baru", "kind": "joint", "decree": "SKB 3 Menteri",
    "decided": "14/12/2026", "reason": "SKB perubahan",
}  # fmt: skip


class Sitting:
    """An officer before the calendar."""

    def __init__(self, counter: Counter, jobs: Any = None) -> None:
        self.counter, self.view = counter, Notebook()
        self.told: list[str] = []
        self.undo: Callable[[], None] | None = None
        self.changes = 0
        self.opened: list[str] = []
        acts = CalendarActs(watch=Watch, changed=self._changed, tell=self._tell, open_case=self.opened.append)
        self.presenter = CalendarPresenter(self.view, counter, acts, jobs or NowJobs())
        self.presenter.start()

    def _tell(self, words: str, undo: Callable[[], None] | None) -> None:
        self.told.append(words)
        self.undo = undo

    def _changed(self) -> None:
        self.changes += 1

    def choose(self, day: str) -> None:
        """A day of the list."""
        which = date.fromisoformat(day)
        self.presenter.choose(next(line for line in year(self.counter, which.year).days if line.day == which))

    @property
    def form(self) -> Form:
        form: Form = self.view.last("show_form")
        return form

    @property
    def outcome(self) -> Outcome:
        outcome: Outcome = self.view.last("show_outcome")
        return outcome

    def fault(self) -> tuple[str, str]:
        """(key, sentence) last said beside a field."""
        values = [values for name, values, _ in self.view.told if name == "show_fault"]
        key, words = values[-1]
        return key, words


@pytest.fixture
def counter(open_counter: OpenCounter) -> Counter:
    """One whose clock the test holds."""
    return open_counter()


@pytest.fixture
def sitting(counter: Counter, clock: Clock) -> Sitting:
    clock.set("2026-12-29T10:00")
    return Sitting(counter)


def test_this_year_stands_there_with_what_is_not_certain(sitting: Sitting) -> None:
    number, words, rows = next(values for name, values, _ in sitting.view.told if name == "show_year")
    assert (number, words, len(rows)) == (2026, "240 hari kerja", 25)
    assert sitting.view.last("show_doubts").startswith("Hari libur tahun 2027 masih perkiraan")
    assert sitting.view.last("show_overview").week[0] == "Senin–Kamis 07.30–12.00, 13.00–16.00"


def test_the_list_begins_at_the_holiday_that_comes_next(counter: Counter, clock: Clock) -> None:
    clock.set("2026-06-10T10:00")
    assert Sitting(counter).view.last("choose") == "2026-06-16"


def test_years_are_gone_through_as_far_as_there_are_any(sitting: Sitting) -> None:
    sitting.presenter.step(1)
    assert sitting.view.last("show_year") == 2027
    sitting.presenter.step(3)
    words = [values[1] for name, values, _ in sitting.view.told if name == "show_year"][-1]
    assert words.endswith("hari libur belum dimasukkan")
    sitting.presenter.step(100)
    assert "pilih antara 2000 dan 2100" in sitting.told[-1]
    assert sitting.view.last("show_year") == 2030


def test_a_decreed_day_says_which_promises_moved(sitting: Sitting) -> None:
    receipt = intakes.register(sitting.counter, intake(TWO_DAYS))
    sitting.presenter.open_add()
    assert [entry.key for entry in sitting.form.entries] == ["date", "name", "kind", "decree", "decided", "reason"]
    sitting.presenter.save(LEAVE)
    outcome = sitting.outcome
    assert outcome.lines == ("31 Desember 2026 menjadi hari libur: Cuti Bersama Tahun Baru.",)
    assert (outcome.moved, outcome.any_moved, outcome.more) == ("1 tanggal janji bergeser.", True, 0)
    (row,) = outcome.rows
    assert (row.number, row.before, row.after) == (receipt.registration_number, "31/12/2026", "04/01/2027")
    assert row.whole == "Kamis, 31 Desember 2026 pukul 16.00 WIB → Senin, 4 Januari 2027 pukul 16.00 WIB"
    assert sitting.told[-1] == f"{outcome.lines[0]} 1 tanggal janji bergeser."
    assert sitting.changes == 1
    assert sitting.view.last("choose") == "2026-12-31"
    sitting.presenter.open_case(row)
    assert sitting.opened == [receipt.id]


def test_where_only_the_hour_moves_it_is_said(sitting: Sitting, clock: Clock) -> None:
    clock.set("2027-02-09T10:00")
    intakes.register(sitting.counter, intake(TWO_DAYS))
    sitting.presenter.open_period()
    sitting.presenter.save(
        {"name": "Ramadan", "first": "8-2-2027", "last": "9 Maret 2027", "which": "standard", "reason": "SE"}
    )
    assert [(row.before, row.after) for row in sitting.outcome.rows] == [("11/02/2027 16.00", "11/02/2027 15.00")]


def test_what_was_just_done_is_taken_back_at_once(sitting: Sitting) -> None:
    before = sitting.counter.calendar
    sitting.presenter.open_add()
    sitting.presenter.save(LEAVE)
    take_back = sitting.undo
    assert take_back is not None
    take_back()
    assert sitting.counter.calendar == before
    assert sitting.told[-1].startswith("Diurungkan.")
    assert sitting.undo is not take_back
    assert sitting.view.count("clear_aside") == 1


@pytest.mark.parametrize(
    ("change", "key", "says"),
    [
        ({"date": "kemarin"}, "date", "harus ditulis"),
        ({"date": "25/12/2026"}, "date", "sudah hari libur"),
        ({"name": " "}, "name", ""),
        ({"reason": ""}, "reason", "Tulis alasan"),
        ({"decided": "14-13-2026"}, "decided", "harus ditulis"),
    ],
)
def test_a_fault_is_said_beside_its_field_and_what_was_typed_stays(
    sitting: Sitting, change: dict[str, str], key: str, says: str
) -> None:
    sitting.presenter.open_add()
    typed = {**LEAVE, **change}
    sitting.presenter.save(typed)
    found, words = sitting.fault()
    assert found == key
    assert says in words
    assert {entry.key: entry.value for entry in sitting.form.entries} == typed
    assert calendar.versions(sitting.counter) == ()
    sitting.presenter.save(LEAVE)
    assert sitting.outcome.title == "Tambah hari libur"


def test_a_day_of_desk_s_is_removed_shown_as_such_and_restored(sitting: Sitting) -> None:
    sitting.choose("2026-12-24")
    day: DayShown = sitting.view.last("show_day")
    assert (day.title, day.may_edit, day.may_remove, day.may_restore) == (
        "Kamis, 24 Desember 2026",
        False,
        True,
        False,
    )
    sitting.presenter.open_removal()
    assert sitting.form.under == "Kamis, 24 Desember 2026 menjadi hari kerja. Semula: Cuti Bersama Hari Raya Natal."
    sitting.presenter.save({"reason": "pelayanan tetap buka"})
    sitting.choose("2026-12-24")
    day = sitting.view.last("show_day")
    assert day.look is SOURCES["removed"]
    assert ("Alasan dihapus", "pelayanan tetap buka") in day.facts
    sitting.presenter.open_removal()
    assert sitting.form.name == "restore"
    sitting.presenter.save({"reason": "tidak jadi"})
    assert sitting.counter.wall.document.removed == ()


def test_a_day_of_the_office_s_is_named_anew(sitting: Sitting) -> None:
    sitting.presenter.open_add()
    sitting.presenter.save(LEAVE)
    sitting.choose("2026-12-31")
    day: DayShown = sitting.view.last("show_day")
    assert (day.may_edit, day.look) == (True, SOURCES["office"])
    assert ("Keputusan", "SKB 3 Menteri") in day.facts
    sitting.presenter.open_edit()
    assert {entry.key: entry.value for entry in sitting.form.entries} == {**LEAVE, "reason": ""}
    sitting.presenter.save({**LEAVE, "name": "Cuti Bersama Akhir Tahun", "reason": "ralat SKB"})
    assert sitting.counter.calendar.holidays[date(2026, 12, 31)].name == "Cuti Bersama Akhir Tahun"


def test_only_what_can_be_edited_opens_a_form(sitting: Sitting) -> None:
    before = sitting.view.count("show_form")
    sitting.presenter.choose(None)
    sitting.presenter.open_removal()
    sitting.presenter.open_restoring()
    sitting.choose("2026-12-25")
    sitting.presenter.open_edit()
    sitting.presenter.open_ending("Ramadan 1999")
    sitting.presenter.save(LEAVE)
    assert sitting.view.count("show_form") == before


def test_a_holiday_over_desk_s_own_can_be_put_back(sitting: Sitting) -> None:
    sitting.presenter.open_add()
    sitting.presenter.save({**LEAVE, "date": "24/12/2026", "name": "Libur Khusus", "kind": "national"})
    sitting.choose("2026-12-24")
    day: DayShown = sitting.view.last("show_day")
    assert ("Bawaan Desk", "Cuti Bersama Hari Raya Natal") in day.facts
    assert day.may_restore
    sitting.presenter.open_restoring()
    sitting.presenter.save({"reason": "ralat"})
    assert sitting.counter.calendar.holidays[date(2026, 12, 24)].kind == "joint"


def test_own_hours_are_asked_only_when_they_are_chosen(sitting: Sitting) -> None:
    sitting.presenter.open_hours()
    assert [entry.key for entry in forms.shown(sitting.form.entries)] == ["which", "first", "reason"]
    sitting.presenter.edit("which", {"which": "own", "first": "01/01/2027", "reason": "Perbup"})
    asked = forms.shown(sitting.form.entries)
    assert [entry.value for entry in asked][:2] == ["own", "07.30–12.00, 13.00–16.00"]
    assert asked[-1].value == "Perbup"
    values = {entry.key: entry.value for entry in asked} | {"week.5": "07.00-12.30"}
    sitting.presenter.save(values)
    assert sitting.counter.calendar.hours[5] == ((time(7), time(12, 30)),)
    assert sitting.outcome.lines == ("Jam kerja berubah mulai 1 Januari 2027.",)
    sitting.presenter.open_hours()
    assert sitting.form.entries[0].value == "own"
    assert sitting.view.last("show_overview").own_hours


def test_ramadan_is_set_listed_and_ended(sitting: Sitting) -> None:
    sitting.presenter.step(1)
    sitting.presenter.open_period()
    values = {"name": "Ramadan 1448 H", "first": "08/02/2027", "last": "09/03/2027", "which": "standard"}
    sitting.presenter.save({**values, "reason": "SE Bupati"})
    assert sitting.view.last("show_overview").periods == (("Ramadan 1448 H", "8 Februari 2027 – 9 Maret 2027"),)
    sitting.presenter.open_period()
    sitting.presenter.save({**values, "name": "Lain", "first": "09/03/2027", "last": "10/04/2027", "reason": "x"})
    assert sitting.fault()[0] == "first"
    sitting.presenter.open_ending("Ramadan 1448 H")
    sitting.presenter.save({"reason": "SE dicabut"})
    assert sitting.view.last("show_overview").periods == ()


def test_another_zone_is_chosen_and_the_pack_s_again(sitting: Sitting) -> None:
    sitting.presenter.open_zone()
    assert (sitting.form.entries[0].value, sitting.form.entries[0].options[0][1]) == ("", "menurut paket dinas: WIB")
    sitting.presenter.save({"zone": "Asia/Makassar", "reason": "salah paket"})
    assert sitting.view.last("show_overview").zone == "WITA · Asia/Makassar"
    sitting.presenter.open_zone()
    assert sitting.form.entries[0].value == "Asia/Makassar"
    sitting.presenter.save({"zone": "", "reason": "sudah benar"})
    assert sitting.counter.office.timezone == "Asia/Jakarta"


LIST = "date;name;kind\n2027-09-18;Hari Jadi;local\n18-9-2027;Apel;local\n2027-05-17;Idul Adha 1448 H;national\n"


def test_a_list_is_looked_at_before_it_is_taken(sitting: Sitting) -> None:
    sitting.presenter.consider_list("skb.csv", ("\ufeff" + LIST).encode())
    lines = dict(sitting.form.lines)
    assert lines["info"] == "1 hari baru, 1 berubah, 0 sama."
    assert "baris 3:" in lines["bad"]
    assert lines["quiet"] == "17/05/2027 Idul Adha 1448 H ← Hari Raya Idul Adha (perkiraan)"
    assert calendar.versions(sitting.counter) == ()
    assert sitting.form.entries[0].key == "whole"
    sitting.presenter.save({"whole": "", "decree": "SKB", "decided": "", "reason": "daftar 2027"})
    assert len(sitting.outcome.lines) == 2
    assert sitting.told[-1] == "Ambil skb.csv. Tidak ada tanggal janji yang bergeser."
    assert {day for day in sitting.counter.calendar.holidays if day.year == 2027} >= {date(2027, 1, 1)}


def test_a_whole_list_removes_the_rest_when_that_is_ticked(sitting: Sitting) -> None:
    sitting.presenter.consider_list("skb.csv", LIST.encode())
    sitting.presenter.save({"whole": "yes", "decree": "", "decided": "", "reason": "SKB 2027"})
    assert {day for day in sitting.counter.calendar.holidays if day.year == 2027} == {
        date(2027, 9, 18),
        date(2027, 5, 17),
    }
    assert len(sitting.outcome.lines) == forms.LISTED


@pytest.mark.parametrize("content", [b"date;name;kind\n2027-09-18;Hari J\xe4di;local\n", b"tanggal;nama\n", b""])
def test_a_file_that_is_no_list_is_said_above_and_opens_nothing(sitting: Sitting, content: bytes) -> None:
    before = sitting.view.count("show_form")
    sitting.presenter.consider_list("skb.csv", content)
    assert sitting.view.last("show_trouble")
    assert sitting.view.count("show_form") == before


def test_the_history_is_newest_first_and_undo_asks_why(sitting: Sitting) -> None:
    sitting.presenter.open_history()
    assert sitting.view.told[-1] == ("show_history", ([],), {"may_undo": False})
    sitting.presenter.open_undo()
    sitting.presenter.open_add()
    sitting.presenter.save(LEAVE)
    sitting.presenter.open_undo()
    assert sitting.form.under == "Yang dibatalkan: SKB perubahan"
    sitting.presenter.save({"reason": "SKB ditarik"})
    sitting.presenter.open_history()
    newest, first = sitting.view.last("show_history")
    assert (newest.reason, first.reason, first.taken_back) == ("SKB ditarik", "SKB perubahan", True)
    assert newest.head.endswith("· Rini")
    assert sitting.view.told[-1][2] == {"may_undo": False}


def test_reckoning_that_takes_long_shows_how_far_and_can_be_stopped(
    counter: Counter, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.models.promises.AT_ONCE", 1)
    clock.set("2026-12-29T10:00")
    for _ in range(3):
        intakes.register(counter, intake(TWO_DAYS))
    jobs = LateJobs()
    sitting = Sitting(counter, jobs)
    sitting.presenter.open_add()
    sitting.presenter.save(LEAVE)
    assert sitting.view.count("show_saving") == 1
    sitting.presenter.cancel()
    jobs.do_all()
    assert sitting.fault() == ("", "Dibatalkan; kalender dan semua tanggal janji tetap seperti semula.")
    sitting.presenter.save(LEAVE)
    jobs.do_all()
    assert [values for name, values, _ in sitting.view.told if name == "show_progress"] == [(1, 3), (2, 3)]
    assert sitting.outcome.moved == "3 tanggal janji bergeser."


def test_a_form_that_is_open_stays_when_something_is_written_elsewhere(sitting: Sitting) -> None:
    sitting.presenter.open_add()
    sitting.presenter.refresh()
    assert sitting.view.count("clear_aside") == 0
    sitting.presenter.close()
    assert sitting.view.count("clear_aside") == 1


def test_what_holidays_of_a_newer_desk_did_is_shown_at_once(counter: Counter, clock: Clock) -> None:
    clock.set("2026-12-29T10:00")
    intakes.register(counter, intake(TWO_DAYS))
    added = AddedDay(date(2026, 12, 31), "Cuti Bersama", "joint")
    counter.wall.renewed = calendar.add(counter, added, "seolah dari Desk")
    sitting = Sitting(counter)
    assert sitting.outcome.title == "Hari libur baru dari Desk"
    assert not sitting.outcome.may_undo


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("07.30-12.00, 13.00-16.00", standard_hours()[0]),
        ("7:30 – 12:00 dan 13:00—16:00", standard_hours()[0]),
        ("08.00-12.00;12.30-15.00", ramadan_hours()[0]),
        ("", ()),
        ("tutup", ()),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, hours: object) -> None:
    assert forms.read_week({"week.0": typed})[0] == hours


@pytest.mark.parametrize(
    "typed", ["pagi", "07.30", "16.00-07.30", "07.30-12.00, 11.00-16.00", "07.30-25.00", "7.30-12.00 x"]
)
def test_hours_that_can_t_be_are_refused_beside_their_day(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        forms.read_week({"week.3": typed})
    assert (refused.value.code, refused.value.field) == ("calendar_hours", "week.3")


def test_the_part_speaks_the_language_of_the_window(sitting: Sitting) -> None:
    sitting.counter.wall.lay(sitting.counter.wall.document)
    speak("en")
    try:
        sitting.presenter.refresh()
        assert sitting.view.last("show_overview").week[0] == "Monday–Thursday 07:30–12:00, 13:00–16:00"
        assert forms.day_form().title == "Add a holiday"
    finally:
        speak("id")


def test_hours_that_began_long_ago_are_still_the_office_s_own(counter: Counter) -> None:
    calendar.set_hours(counter, HoursFrom(date(2020, 1, 1), ramadan_hours()), "Perbup")
    assert Sitting(counter).view.last("show_overview").own_hours

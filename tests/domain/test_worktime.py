"""Until when a promise runs, why, and how much of it is used."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk.domain.catalogue import Duration
from desk.domain.holidays import Holiday, read_holidays
from desk.domain.workcalendar import Span, WorkCalendar, standard_hours
from desk.domain.worktime import add_months, basis_of, due, elapsed_in_basis, merged, running_spans
from desk.domain.worktime_words import promise

TABLE = read_holidays((Path(__file__).parents[2] / "data" / "holidays" / "id.csv").read_text(encoding="utf-8"))
WIB = WorkCalendar("Asia/Jakarta", standard_hours(), TABLE.holidays, TABLE.years, TABLE.provisional)
WITA = replace(WIB, timezone="Asia/Makassar")


def lasting(count: int, unit: Any, basis: Any, *, least: int | None = None, bound: Any = "exact") -> Duration:
    return Duration(count if least is None else least, count, unit, bound, basis, "printed", f"{count} {unit}")


def wib(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}:00+07:00")


THREE_DAYS = lasting(3, "day", "working")
SIX_MINUTES = lasting(6, "minute", "office", least=0, bound="at_most")


@pytest.mark.parametrize(
    ("duration", "start", "end"),
    [
        (THREE_DAYS, "2026-12-22T10:00", "2026-12-29T16:00"),
        (lasting(5, "day", "working"), "2026-03-17T10:00", "2026-03-31T16:00"),
        (lasting(1, "day", "working"), "2026-11-19T10:00", "2026-11-20T16:30"),
        (lasting(1, "day", "working"), "2026-11-21T10:00", "2026-11-23T16:00"),
        (lasting(2, "hour", "office"), "2026-12-18T15:30", "2026-12-21T08:30"),
        (SIX_MINUTES, "2026-11-23T09:00", "2026-11-23T09:06"),
        (SIX_MINUTES, "2026-12-23T16:30", "2026-12-28T07:36"),
        (lasting(24, "hour", "elapsed"), "2026-12-24T23:30", "2026-12-25T23:30"),
        (lasting(2, "day", "elapsed"), "2026-12-24T23:30", "2026-12-26T23:30"),
        (lasting(60, "day", "working", least=14, bound="range"), "2026-01-02T08:00", "2026-04-09T16:00"),
        (lasting(5, "month", "calendar", least=3, bound="range"), "2026-11-30T09:30", "2027-04-30T16:30"),
        (lasting(1, "month", "calendar"), "2027-01-31T09:30", "2027-02-28T23:59"),
        (lasting(1, "month", "calendar"), "2028-01-31T09:30", "2028-02-29T16:00"),
        (lasting(1, "year", "calendar"), "2028-02-29T09:30", "2029-02-28T16:00"),
        (lasting(30, "day", "calendar"), "2026-11-22T09:30", "2026-12-22T16:00"),
        (lasting(0, "day", "working", least=0), "2026-11-23T09:30", "2026-11-23T16:00"),
        (lasting(0, "day", "working", least=0), "2026-11-23T16:30", "2026-11-24T16:00"),
    ],
)
def test_promises_end_when_they_should(duration: Duration, start: str, end: str) -> None:
    assert due(duration, wib(start), WIB).at == wib(end)


def test_a_year_end_is_crossed_over_new_years_day() -> None:
    assert due(lasting(2, "day", "working"), wib("2026-12-30T10:00"), WIB).at == wib("2027-01-04T16:00")


def test_the_due_time_is_in_the_offices_zone() -> None:
    at = due(SIX_MINUTES, wib("2026-11-23T08:00"), WITA).at
    assert at is not None
    assert at.isoformat() == "2026-11-23T09:06:00+08:00"


def test_joint_leave_decreed_later_moves_the_date_and_the_explanation() -> None:
    start = wib("2026-11-20T15:30")
    before = due(THREE_DAYS, start, WIB)
    later = replace(WIB, holidays={**WIB.holidays, date(2026, 11, 23): Holiday("Cuti Bersama Baru", "joint")})
    after = due(THREE_DAYS, start, later)
    assert (before.at, after.at) == (wib("2026-11-25T16:00"), wib("2026-11-26T16:00"))
    assert any("23 November 2026 (Cuti Bersama Baru)" in line for line in after.why)


def test_a_service_without_a_time_has_no_due_date_and_says_so() -> None:
    nothing = due(None, wib("2026-11-23T08:00"), WIB)
    assert (nothing.at, nothing.basis) == (None, None)
    assert "tidak menetapkan jangka waktu" in nothing.why[0]


def test_the_arithmetic_of_working_days_can_be_read_out() -> None:
    why = due(replace(THREE_DAYS, printed="3 Hari", basis_source="office"), wib("2026-12-22T10:00"), WIB).why
    assert (
        "\n".join(why)
        == """\
Janji layanan: 3 hari kerja; standar menulis “3 Hari”. Cara menghitungnya ditetapkan kantor, tidak tertulis dalam standar.
Berkas lengkap Selasa, 22 Desember 2026 pukul 10.00 WIB; hari itu hari ke-0.
Tidak dihitung: Sabtu dan Minggu; 24 Desember 2026 (Cuti Bersama Hari Raya Natal); 25 Desember 2026 (Hari Raya Natal).
Hari kerja ke-3: Selasa, 29 Desember 2026, sampai kantor tutup pukul 16.00 WIB."""
    )


def test_intake_after_hours_is_counted_from_the_next_opening_and_says_so() -> None:
    assert due(SIX_MINUTES, wib("2026-11-23T16:30"), WIB).why == (
        "Janji layanan: paling lama 6 menit (jam kerja); standar menulis “6 minute”.",
        "Berkas lengkap Senin, 23 November 2026 pukul 16.30 WIB.",
        "Itu di luar jam kerja; hitungan mulai Selasa, 24 November 2026 pukul 07.30 WIB.",
        "Jatuh tempo setelah 6 menit (jam kerja): Selasa, 24 November 2026 pukul 07.36 WIB.",
    )


def test_a_range_promises_its_maximum_and_names_its_minimum() -> None:
    why = due(lasting(5, "month", "calendar", least=3, bound="range"), wib("2026-11-30T09:30"), WIB).why
    assert "3–5 bulan" in why[0]
    assert "Paling cepat setelah 3 bulan: Minggu, 28 Februari 2027." in why
    assert "Jatuh tempo setelah 5 bulan: Jumat, 30 April 2027, sampai kantor tutup pukul 16.30 WIB." in why


def test_a_promise_that_is_about_stays_about() -> None:
    why = due(lasting(50, "minute", "office", bound="about"), wib("2026-11-23T08:00"), WIB).why
    assert "± 50 menit (jam kerja)" in why[0]
    assert "kira-kira" in why[-1]


def test_a_date_that_falls_on_a_holiday_is_kept_and_said() -> None:
    found = due(lasting(1, "month", "calendar"), wib("2026-11-25T09:30"), WIB)
    assert found.at == wib("2026-12-25T23:59")
    assert any("hari libur (Hari Raya Natal); tanggalnya tetap" in line for line in found.why)
    sunday = due(lasting(1, "month", "calendar"), wib("2027-01-31T09:30"), WIB)
    assert any("hari Minggu, kantor tutup; tanggalnya tetap" in line for line in sunday.why)


def test_a_year_without_holidays_or_with_estimated_ones_is_warned_of() -> None:
    unknown = due(lasting(400, "day", "working"), wib("2028-11-23T09:30"), WIB).why
    assert "Perhatian: hari libur tahun 2029 dan 2030 belum ada di kalender, jadi belum diperhitungkan." in unknown
    assert "Perhatian: hari libur tahun 2028 masih perkiraan; batas ini dapat berubah." in unknown
    assert not any("Perhatian" in line for line in due(THREE_DAYS, wib("2026-11-23T09:30"), WIB).why)
    assert not any(
        "Perhatian" in line for line in due(lasting(24, "hour", "elapsed"), wib("2035-01-01T00:00"), WIB).why
    )


@pytest.mark.parametrize(
    ("unit", "named", "taken"),
    [
        ("minute", "working", "office"),
        ("hour", "calendar", "elapsed"),
        ("day", "office", "working"),
        ("month", "working", "calendar"),
        ("year", "office", "calendar"),
        ("day", "elapsed", "elapsed"),
    ],
)
def test_a_basis_that_its_unit_cannot_have_gives_way_to_the_nearest(unit: str, named: str, taken: str) -> None:
    assert basis_of(lasting(3, unit, named)) == taken
    assert due(lasting(3, unit, named), wib("2026-11-23T09:30"), WIB).basis == taken


def test_the_promise_and_its_words_cannot_differ() -> None:
    assert promise(lasting(4, "day", "working"), "working") == "4 hari kerja"
    assert promise(lasting(30, "day", "calendar"), "calendar") == "30 hari kalender"
    assert promise(lasting(24, "hour", "elapsed"), "elapsed") == "24 jam (siang dan malam)"
    assert promise(lasting(2, "day", "elapsed"), "elapsed") == "2 × 24 jam (siang dan malam)"


@pytest.mark.parametrize(
    ("duration", "pause", "end"),
    [
        (THREE_DAYS, ("2026-11-24T10:00", "2026-11-26T09:00"), "2026-11-30T16:00"),  # two closes passed standing
        (THREE_DAYS, ("2026-11-24T10:00", "2026-11-24T15:00"), "2026-11-26T16:00"),  # none
        (THREE_DAYS, ("2026-11-23T11:00", "2026-11-30T09:00"), "2026-12-03T16:00"),  # day 0 moves to the resumption
        (THREE_DAYS, ("2026-11-26T10:00", "2026-11-26T17:00"), "2026-11-27T16:30"),  # over the last close
        (THREE_DAYS, ("2026-11-27T10:00", "2026-11-30T17:00"), "2026-11-26T16:00"),  # after the end
        (lasting(60, "minute", "office"), ("2026-11-23T10:30", "2026-11-24T10:30"), "2026-11-24T11:00"),
        (lasting(24, "hour", "elapsed"), ("2026-11-23T10:30", "2026-11-24T10:30"), "2026-11-25T10:00"),
        (lasting(10, "day", "calendar"), ("2026-11-24T10:30", "2026-11-27T10:30"), "2026-12-06T23:59"),
    ],
)
def test_the_clock_stands_still_in_a_pause(duration: Duration, pause: tuple[str, str], end: str) -> None:
    found = due(duration, wib("2026-11-23T10:00"), WIB, [(wib(pause[0]), wib(pause[1]))])
    assert found.at == wib(end)


def test_a_pause_is_told_in_the_arithmetic() -> None:
    why = due(THREE_DAYS, wib("2026-11-23T10:00"), WIB, [(wib("2026-11-24T10:00"), wib("2026-11-26T09:00"))]).why
    assert (
        "Jam berhenti Selasa, 24 November 2026 pukul 10.00 WIB sampai Kamis, 26 November 2026 pukul 09.00 WIB;"
        " waktu itu tidak dihitung."
    ) in why


def test_used_time_runs_in_the_promises_own_basis() -> None:
    spans = [(wib("2026-11-20T15:30"), wib("2026-11-23T08:30"))]
    assert elapsed_in_basis(lasting(2, "hour", "office"), spans, WIB) == 120
    assert elapsed_in_basis(THREE_DAYS, spans, WIB) == 120
    assert elapsed_in_basis(None, spans, WIB) == 120
    assert elapsed_in_basis(lasting(24, "hour", "elapsed"), spans, WIB) == 65 * 60
    assert elapsed_in_basis(lasting(1, "month", "calendar"), spans, WIB) == 65 * 60


def test_a_clock_set_back_makes_no_negative_time() -> None:
    assert elapsed_in_basis(SIX_MINUTES, [(wib("2026-11-23T10:00"), wib("2005-01-01T00:00"))], WIB) == 0


def test_seconds_of_many_stretches_are_not_lost() -> None:
    start = wib("2026-11-23T10:00")
    spans = [(start + timedelta(minutes=2 * n), start + timedelta(minutes=2 * n, seconds=30)) for n in range(10)]
    assert elapsed_in_basis(SIX_MINUTES, spans, WIB) == 5


def test_months_end_on_the_last_day_where_the_month_is_shorter() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert add_months(date(2026, 11, 30), 14) == date(2028, 1, 30)


durations = st.builds(
    lasting,
    st.integers(1, 60),
    st.sampled_from(["minute", "hour", "day", "month"]),
    st.sampled_from(["office", "elapsed", "working", "calendar"]),
)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis asks for naive bounds
calendars = st.sampled_from([WIB, WITA])
lengths = st.timedeltas(timedelta(0), timedelta(days=20))


@st.composite
def pauses(draw: st.DrawFn, start: datetime) -> list[Span]:
    """Up to four pauses from `start` on, in any order, perhaps overlapping."""
    found = []
    for _ in range(draw(st.integers(0, 4))):
        begin = start + draw(st.timedeltas(timedelta(0), timedelta(days=40)))
        found.append((begin, begin + draw(lengths)))
    return found


@given(durations, moments, moments, calendars)
def test_who_is_complete_later_is_due_no_earlier(d: Duration, one: datetime, other: datetime, c: WorkCalendar) -> None:
    first, second = (due(d, start, c).at for start in sorted((one, other)))
    assert first is not None
    assert second is not None
    assert first <= second


@given(durations, moments, calendars)
def test_due_is_never_before_its_start_and_never_on_a_closed_day_in_office_time(
    d: Duration, start: datetime, c: WorkCalendar
) -> None:
    found = due(d, start, c)
    assert found.at is not None
    assert found.at >= start
    assert found.at.tzinfo is c.zone
    if found.basis in ("office", "working"):
        assert c.is_working_day(found.at.date())
    longer = due(replace(d, max=d.max + 1), start, c).at
    assert longer is not None
    assert longer > found.at


@given(st.data(), durations, moments, calendars)
def test_a_pause_never_brings_the_date_nearer_and_the_date_never_falls_into_one(
    data: st.DataObject, d: Duration, start: datetime, c: WorkCalendar
) -> None:
    stops = data.draw(pauses(start))
    plain, found = due(d, start, c), due(d, start, c, stops)
    assert plain.at is not None
    assert found.at is not None
    assert found.at >= plain.at
    if found.basis in ("office", "working", "elapsed"):
        assert not any(begin < found.at <= end for begin, end in merged(stops))


@given(st.data(), durations, moments, calendars)
def test_at_the_due_moment_exactly_the_promise_is_used_whatever_the_pauses(
    data: st.DataObject, d: Duration, start: datetime, c: WorkCalendar
) -> None:
    assume(basis_of(d) in ("office", "elapsed"))
    stops = data.draw(pauses(start))
    at = due(d, start, c, stops).at
    assert at is not None
    promised = d.max * {"minute": 1, "hour": 60, "day": 1440}[d.unit]
    assert elapsed_in_basis(d, running_spans(start, at, stops), c) == promised


@given(st.data(), durations, moments, lengths, calendars)
def test_running_and_standing_time_make_the_whole(
    data: st.DataObject, d: Duration, start: datetime, length: timedelta, c: WorkCalendar
) -> None:
    stops, until = data.draw(pauses(start)), start + length
    ran = running_spans(start, until, stops)
    assert all(begin < end for begin, end in ran)
    assert merged(ran) == ran
    used, whole = elapsed_in_basis(d, ran, c), elapsed_in_basis(d, [(start, until)], c)
    stood = elapsed_in_basis(d, [(max(b, start), min(e, until)) for b, e in stops], c)
    assert 0 <= used <= whole
    assert whole - 1 <= used + stood <= whole


@given(st.data(), durations, moments, lengths, calendars)
def test_pausing_and_resuming_at_once_changes_nothing(
    data: st.DataObject, d: Duration, start: datetime, length: timedelta, c: WorkCalendar
) -> None:
    moment = start + length
    assert due(d, start, c, [(moment, moment)]) == due(d, start, c)


@given(st.lists(st.tuples(moments, moments), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_stretches_does_not_matter(spans: list[Span], source: Any) -> None:
    shuffled = spans[:]
    source.shuffle(shuffled)
    assert merged(spans) == merged(shuffled)
    assert merged(merged(spans)) == merged(spans)

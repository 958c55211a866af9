"""How a file stands, in words: who has it since when, how long that is, and what its clock says.

The window and the command line say these things alike, so they are said here; colours are the window's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.clock import Clock
from desk.domain.dates import day_name, long_date, month_name, plain_date
from desk.domain.fold import Entry
from desk.domain.journey import Span, Stay, moment_of
from desk.domain.movement import Holder, Urgency
from desk.domain.offers import PAUSES
from desk.domain.remaining import Remaining, RemainingUnit, remaining
from desk.domain.route import current, step_of
from desk.domain.workcalendar import WorkCalendar
from desk.domain.worktime import basis_of, elapsed_in_basis, merged
from desk.language import language, mark, tr
from desk.services.clock import clock_of_step
from desk.services.counter import Counter
from desk.services.positions import remarks

ClockState = Literal["running", "soon", "late", "stopped", "ended", "late_end", "none"]

URGENCY_WORDS: dict[Urgency, str] = {
    "sangat_segera": mark("sangat segera"), "segera": mark("segera"), "biasa": mark("biasa"),
}  # fmt: skip
PAUSE_WORDS: dict[str, str] = {
    "applicant": mark("menunggu pemohon"),
    "signer_away": mark("penanda tangan tidak di tempat"),
    "force": mark("keadaan kahar"),
    "other": mark("alasan lain"),
}
"""Why a clock stands, as it stands within a sentence; `offers.PAUSES` names the same reasons to choose from."""


_LEFT: dict[RemainingUnit, str] = {
    "minute": mark("sisa {count} menit"),
    "hour": mark("sisa {count} jam"),
    "working_day": mark("sisa {count} hari kerja"),
    "day": mark("sisa {count} hari"),
}
_LATE: dict[RemainingUnit, str] = {
    "minute": mark("lewat {count} menit"),
    "hour": mark("lewat {count} jam"),
    "working_day": mark("lewat {count} hari kerja"),
    "day": mark("lewat {count} hari"),
}
_WHY: dict[str, str] = {
    "returned": mark("Dikembalikan"),
    "rejected": mark("Ditolak"),
    "withdrawn": mark("Dicabut oleh pemohon"),
}
SOON = 1
"""With this many days left a file is shown as urgent."""


@dataclass(frozen=True, slots=True)
class ClockSaid:
    """The clock in one phrase, what it is about (``menunggu pemohon sejak Senin 09.14``), and until when the file is
    promised; both empty where there is nothing to say.
    """

    state: ClockState
    words: str
    until: str = ""
    detail: str = ""

    @property
    def whole(self) -> str:
        """All of it in one line."""
        said = tr("{words}: {detail}", words=self.words, detail=self.detail) if self.detail else self.words
        return tr("{words}, {until}", words=said, until=self.until) if self.until else said


@dataclass(frozen=True, slots=True)
class Hand:
    """One who has the file, in words.

    Attributes:
        place: ``di meja Kepala Dinas``, ``di luar dinas: Bupati``, ``pada pemohon``.
        since, lapse: ``Senin 09.14``, ``2 hari kerja``.
        instruction: what a disposition asks for; deadline: ``27 November 2026``, `late` once that day is over.
        seen: whether the desk is known to have received it.
        remarks: what to know of the desk today, one sentence each: on leave and who acts, vacant.
    """

    slot: str
    position: str
    place: str
    since: str
    lapse: str
    instruction: str = ""
    urgency: Urgency = "biasa"
    deadline: str = ""
    late: bool = False
    seen: bool = True
    remarks: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """``di meja Kepala Dinas sejak Senin 09.14 · 2 hari kerja``."""
        return tr("{place} sejak {since} · {lapse}", place=self.place, since=self.since, lapse=self.lapse)


def hands(counter: Counter, case: Case, service: Service) -> tuple[Hand, ...]:
    """Everybody who has the file now."""
    now = counter.calendar.local(counter.now())
    return tuple(
        _hand(counter.calendar, case, service, stay, now, () if outside else remarks(counter, stay.holder.position))
        for stay in case.journey.now
        for outside in (stay.holder.external,)
    )


def step_said(counter: Counter, case: Case, service: Service) -> str:
    """How the step's own time stands, where the decree's SOP sets one: ``langkah ini: sisa 2 jam``; else empty."""
    for step in current(service, case):
        clock = clock_of_step(counter, case, service, step)
        if clock is not None:
            left = remaining(counter.now(), clock.due, counter.calendar)
            return tr("langkah ini: {left} (SOP: {allowed})", left=left_words(left), allowed=clock.allowed.printed)
    return ""


def why_said(case: Case, into: str = "") -> str:
    """Why it is not under way, as it was written: ``Dikembalikan: KTP buram``, ``Ditolak: bukan penduduk``.

    Empty where nothing was written, but of a file that went on in another one, whose number `into` is, that is said.
    """
    if case.state == "merged":
        said = tr("Digabungkan ke {number}", number=into or tr("berkas yang belum tiba di loket ini"))
        return tr("{what}: {note}", what=said, note=case.reason) if case.reason else said
    if case.state not in _WHY or not case.reason:
        return ""
    return tr("{what}: {note}", what=tr(_WHY[case.state]), note=case.reason)


def clock_said(counter: Counter, case: Case, clock: Clock) -> ClockSaid:
    """The clock of that case in one phrase."""
    calendar = counter.calendar
    now = calendar.local(counter.now())
    if case.state not in ("open", "returned"):
        return _ended(case, clock)
    if case.complete_at is None:
        return ClockSaid("none", tr("belum dihitung: berkas belum lengkap"))
    at = clock.due.at if clock.due else None
    until = _until(clock, at) if at else ""
    if case.ready_at:
        return _ready(calendar, case, clock, until, now)
    if clock.stands_since is not None:
        return _stopped(calendar, case, clock, at, until, now)
    if at is None:
        return ClockSaid("none", tr("tanpa batas waktu dalam standar"))
    return _left(calendar, at, until, now)


def left_words(left: Remaining) -> str:
    """``sisa 2 hari kerja``, ``lewat 1 hari``; empty where nothing is counted."""
    if left.kind == "late":
        return tr(_LATE[left.unit], count=left.count)
    return tr(_LEFT[left.unit], count=left.count) if left.kind in ("left", "today") else ""


def since_words(moment: datetime, now: datetime) -> str:
    """``hari ini 09.14``, ``Senin 09.14``, ``14 November``, ``14 November 2025``; both on the office's clock."""
    separator = "." if language() == "id" else ":"
    wall = f"{moment.hour:02d}{separator}{moment.minute:02d}"
    days = (now.date() - moment.date()).days
    if days == 0:
        return tr("hari ini {time}", time=wall)
    if 0 < days < 7:
        return tr("{day} {time}", day=day_name(moment.date(), language()), time=wall)
    if moment.year == now.year:
        return f"{moment.day} {month_name(moment.month, language())}"
    return plain_date(moment.date(), language())


def lapse_words(calendar: WorkCalendar, begin: datetime, end: datetime, *, elapsed: bool = False) -> str:
    """How long from `begin` to `end`: working days where one lies between, else hours or minutes of office time.

    With `elapsed`, day and night.
    """
    first, last = calendar.local(begin), calendar.local(end)
    days = (end - begin).days if elapsed else calendar.working_days_between(first.date(), last.date())
    if days > 0:
        return tr("{count} hari", count=days) if elapsed else tr("{count} hari kerja", count=days)
    minutes = (end - begin) // timedelta(minutes=1) if elapsed else calendar.office_minutes_between(begin, end)
    return _short(max(minutes, 0))


def spent_words(calendar: WorkCalendar, service: Service, spans: tuple[Span, ...]) -> str:
    """How long several stretches are together, short enough for a drawing: ``2 h kerja``, ``3 jam``; empty for none."""
    if not spans:
        return ""
    if service.duration is not None and basis_of(service.duration) == "elapsed":
        minutes = elapsed_in_basis(service.duration, spans, calendar)
        return tr("{count} hari", count=minutes // 1440) if minutes >= 1440 else _short(minutes) if minutes else ""
    days = sum(
        calendar.working_days_between(calendar.local(begin).date(), calendar.local(end).date())
        for begin, end in merged(spans)
    )
    if days:
        return tr("{count} h kerja", count=days)
    minutes = sum(calendar.office_minutes_between(begin, end) for begin, end in merged(spans))
    return _short(minutes) if minutes else ""


def counter_of(counter: Counter, case: Case, entry: Entry) -> str:
    """At which counter an entry was written, as far as this one knows; empty where it doesn't."""
    if entry.device == counter.store.identity.device:
        return counter.name
    registered = case.history[0] if case.history else None
    return case.counter if registered is not None and registered.device == entry.device else ""


def _hand(
    calendar: WorkCalendar, case: Case, service: Service, stay: Stay, now: datetime, known: tuple[str, ...]
) -> Hand:
    holder = stay.holder
    begin = moment_of(stay.since)
    since = calendar.local(begin) if begin else now
    elapsed = service.duration is not None and basis_of(service.duration) == "elapsed"
    instruction = case.proceedings.instructions.get(holder.slot)
    day = _day(holder.deadline)
    return Hand(
        holder.slot,
        holder.position,
        _place(holder),
        since_words(since, now),
        lapse_words(calendar, since, now, elapsed=elapsed),
        instruction.text if instruction else "",
        holder.urgency,
        plain_date(day, language()) if day else "",
        day is not None and day < now.date(),
        holder.seen,
        known,
    )


def _place(holder: Holder) -> str:
    if holder.slot == "P":
        return tr("pada pemohon")
    if holder.external:
        return tr("di luar dinas: {position}", position=holder.position)
    return tr("di meja {position}", position=holder.position)


def step_title(service: Service, key: str | None) -> str:
    """The step's title, as the decree prints it; empty for one that the route doesn't know."""
    step = step_of(service, key)
    return step.title if step else ""


def _ended(case: Case, clock: Clock) -> ClockSaid:
    if case.state != "completed" or clock.allowed is None or clock.due is None:
        return ClockSaid("ended", tr("hitungan waktu berakhir"))
    if clock.overdue:
        return ClockSaid("late_end", tr("selesai lewat batas waktu"))
    return ClockSaid("ended", tr("selesai tepat waktu"))


def _ready(calendar: WorkCalendar, case: Case, clock: Clock, until: str, now: datetime) -> ClockSaid:
    ready = moment_of(case.ready_at or "")
    since = since_words(calendar.local(ready), now) if ready else ""
    if clock.overdue:
        return ClockSaid("late_end", tr("siap, lewat batas waktu"), until, tr("sejak {since}", since=since))
    return ClockSaid("ended", tr("siap, tepat waktu"), until, tr("sejak {since}", since=since))


def _paused_for(case: Case) -> str:
    reason = case.movement.paused or "other"
    return tr(PAUSE_WORDS.get(reason, PAUSES.get(reason, reason)))


def _left(calendar: WorkCalendar, at: datetime, until: str, now: datetime) -> ClockSaid:
    left = remaining(now, at, calendar)
    soon = left.kind == "today" or left.count <= SOON
    state: ClockState = "late" if left.kind == "late" else "soon" if soon else "running"
    return ClockSaid(state, left_words(left), until)


def _stopped(
    calendar: WorkCalendar, case: Case, clock: Clock, at: datetime | None, until: str, now: datetime
) -> ClockSaid:
    why = tr("menunggu pemohon") if case.state == "returned" else _paused_for(case)
    since = since_words(calendar.local(clock.stands_since), now) if clock.stands_since else ""
    words = tr("berhenti")
    if at and clock.overdue:
        words = tr("{words}, {late}", words=words, late=_beyond(calendar, clock, at, now))
    return ClockSaid("stopped", words, until, tr("{why} sejak {since}", why=why, since=since))


def _beyond(calendar: WorkCalendar, clock: Clock, at: datetime, now: datetime) -> str:
    """How far beyond; where the clock stands, how far it was when it stopped."""
    return left_words(remaining(clock.stands_since or now, at, calendar))


def _until(clock: Clock, at: datetime) -> str:
    """``paling lambat Jumat, 27 November 2026``; by the clock where minutes and hours are promised."""
    said = long_date(at.date(), language())
    if clock.due is not None and clock.due.basis in ("office", "elapsed"):
        separator = "." if language() == "id" else ":"
        said = tr("{day} pukul {time}", day=said, time=f"{at.hour:02d}{separator}{at.minute:02d}")
    if clock.due is not None and clock.due.about:
        return tr("sekitar {moment}", moment=said)
    return tr("paling lambat {moment}", moment=said)


def _short(minutes: int) -> str:
    if minutes >= 60:
        return tr("{count} jam", count=minutes // 60)
    return tr("{count} menit", count=minutes) if minutes else tr("baru saja")


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:  # another version wrote it in another form
        return None

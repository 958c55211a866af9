"""Decides what the bell counts and what the panel tells, and when it greets. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desk.domain.errors import DeskError
from desk.language import mark, sentence, tr
from desk.services.notices import COUNTED, Noticed, NoticeGroup, NoticeKind, Notices, Pickup
from desk.ui.kit.states import Look
from desk.ui.runner import Runner
from desk.ui.waiting import day_month, holders_words, left_words, service_words

HEADINGS: Mapping[NoticeKind, tuple[str, Look]] = {
    "late": (mark("Lewat batas"), Look("bad", "circle-alert", "")),
    "today": (mark("Jatuh tempo hari ini"), Look("warn", "clock", "")),
    "deadline": (mark("Disposisi yang harus dijawab hari ini"), Look("warn", "send", "")),
    "came_back": (mark("Kembali sejak terakhir dilihat"), Look("info", "message-circle", "")),
    "ready": (mark("Siap diambil"), Look("ok", "circle-check", "")),
}
"""What each kind is called, and how it is meant."""

_CAME = {"answered": mark("jawaban kembali"), "papers_added": mark("kekurangan dilengkapi")}


@dataclass(frozen=True, slots=True)
class Looked:
    """When an officer last looked: the day of the last greeting (ISO), and how far the journal was then."""

    day: str = ""
    arrival: int = 0


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One file of the panel.

    Attributes:
        pickup: whether its applicant can be told.
    """

    case_id: str
    name: str
    detail: str
    pickup: bool


@dataclass(frozen=True, slots=True)
class NoticeSection:
    """One kind: heading, count, its first files, and whether there are more."""

    kind: NoticeKind
    heading: str
    look: Look
    count: str
    lines: tuple[NoticeLine, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class NoticeActs:
    """What the panel asks; `notices`, `ready` and `pickup` touch the store."""

    notices: Callable[[int], Notices]
    ready: Callable[[], Sequence[Noticed]]
    pickup: Callable[[str], Pickup]
    looked: Callable[[], Looked]
    remember: Callable[[Looked], None]
    counted: Callable[[Notices], None]
    now: Callable[[], datetime]
    open_case: Callable[[str], None]
    open_list: Callable[[NoticeKind], None]


class NoticesView(Protocol):
    """Bell and panel."""

    def show_count(self, count: str, spoken: str) -> None: ...  # noqa: D102 (on the bell)
    def show_sections(self, sections: Sequence[NoticeSection]) -> None: ...  # noqa: D102 (in the panel)
    def show_error(self, words: str) -> None: ...  # noqa: D102 (they can't be fetched)
    def show_pickup(self, case_id: str, pickup: Pickup) -> None: ...  # noqa: D102 (below its line)
    def greet(self) -> None: ...  # noqa: D102 (come out without taking the focus)
    def bring_out(self) -> None: ...  # noqa: D102 (come out, for the keys too)
    def put_away(self) -> None: ...  # noqa: D102 (go)
    def is_out(self) -> bool: ...  # noqa: D102
    def tell(self, words: str, *, good: bool) -> None: ...  # noqa: D102 (the bottom line)


class NoticesPresenter:
    """The bell is fresh after every write and every few minutes; the panel shows what was there when it came out."""

    def __init__(self, view: NoticesView, acts: NoticeActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self._notices: Notices | None = None
        self._whole_ready: Sequence[Noticed] | None = None
        self._fetching = self._again = False

    def begin(self, *, at_the_counter: bool) -> None:
        """Desk was opened: count, and greet once a day where there is something to say and somebody sits at Loket."""
        self._refresh(greet=at_the_counter)

    def refresh(self) -> None:
        """Something was written, or time has passed."""
        self._refresh(greet=False)

    def toggle(self) -> None:
        """The bell was pressed, or its key."""
        if self._view.is_out():
            self.close()
            return
        self._show()
        self._view.bring_out()
        self._refresh(greet=False)

    def close(self) -> None:
        """The officer has looked: what came back until now is no news any more."""
        self._view.put_away()
        if self._notices is not None:
            self._acts.remember(Looked(self._today(), self._notices.arrival))
            self.refresh()

    def step_aside(self) -> None:
        """Somebody went on working: it has greeted, but nobody has looked."""
        self._view.put_away()
        self._acts.remember(Looked(self._today(), self._acts.looked().arrival))

    def move_on(self) -> None:
        """Another screen comes to the front: the panel doesn't lie over it, and what came back stays news."""
        if self._view.is_out():
            self.step_aside()

    def open_case(self, case_id: str) -> None:
        """A line was opened."""
        self.close()
        self._acts.open_case(case_id)

    def open_list(self, kind: NoticeKind) -> None:
        """All of a kind: in Disposisi, or for what is ready here."""
        if kind != "ready":
            self.close()
            self._acts.open_list(kind)
            return

        def answer(found: Sequence[Noticed]) -> None:
            self._whole_ready = found
            self._show()

        self._jobs.run(self._acts.ready, answer, lambda trouble: self._view.tell(_said(trouble), good=False))

    def tell_applicant(self, case_id: str) -> None:
        """Show what to tell the applicant of a file that is ready."""
        self._jobs.run(
            lambda: self._acts.pickup(case_id),
            lambda pickup: self._view.show_pickup(case_id, pickup),
            lambda trouble: self._view.tell(_said(trouble), good=False),
        )

    def _refresh(self, *, greet: bool) -> None:
        if self._fetching:
            self._again = True
            return
        self._fetching = True
        after = self._acts.looked().arrival

        def answer(notices: Notices) -> None:
            self._fetching = False
            self._notices, self._whole_ready = notices, None
            self._view.show_count(*_count(notices))
            self._acts.counted(notices)
            if self._view.is_out():
                self._show()
            elif greet and notices.count and self._acts.looked().day != self._today():
                self._show()
                self._view.greet()
            if self._again:
                self._again = False
                self.refresh()

        def failed(trouble: Exception) -> None:
            self._fetching = self._again = False
            self._view.show_error(_said(trouble))

        self._jobs.run(lambda: self._acts.notices(after), answer, failed)

    def _show(self) -> None:
        if self._notices is not None:
            now = self._acts.now()
            self._view.show_sections([self._section(group, now) for group in self._notices.groups if group.count])

    def _section(self, group: NoticeGroup, now: datetime) -> NoticeSection:
        heading, look = HEADINGS[group.kind]
        rows = self._whole_ready if group.kind == "ready" and self._whole_ready is not None else group.rows
        lines = tuple(notice_line(one, now, ready=group.kind == "ready") for one in rows)
        more = group.count > len(lines) and group.kind != "came_back"
        return NoticeSection(group.kind, tr(heading), look, count_words(group.count), lines, more)

    def _today(self) -> str:
        return self._acts.now().date().isoformat()


def notice_line(one: Noticed, now: datetime, *, ready: bool) -> NoticeLine:
    """A file of a notice in words."""
    case = one.case
    if ready:
        said = tr("sejak {day}", day=day_month(one.since, now)) if one.since else ""
    else:
        said = left_words(one.left) if one.left else tr(_CAME.get(one.what, one.what))
    where = "" if ready else holders_words(case.holder)
    parts = (said, where, case.registration_number, service_words(case))
    return NoticeLine(case.id, case.name or tr("Tanpa nama"), " · ".join(part for part in parts if part), ready)


def count_words(count: int) -> str:
    """``12``, and ``999+`` where nobody has counted further."""
    return str(count) if count < COUNTED else f"{COUNTED - 1}+"


def _count(notices: Notices) -> tuple[str, str]:
    """(on the bell, as a screen reader says it)."""
    count = count_words(notices.count) if notices.count else ""
    if not count:
        return "", tr("Tidak ada yang perlu dilihat")
    return count, tr("{count} berkas perlu dilihat", count=count)


def _said(trouble: Exception) -> str:
    if isinstance(trouble, DeskError):
        return sentence(trouble)
    return tr("Data tidak dapat dibaca ({trouble}).", trouble=type(trouble).__name__)

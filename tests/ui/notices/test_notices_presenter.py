"""What the bell counts, when the panel greets, what is news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from desk.domain.remaining import Remaining
from desk.services.notices import COUNTED, Noticed, NoticeGroup, Notices, Pickup
from desk.ui.notices.presenter import Looked, NoticeActs, NoticeSection, NoticesPresenter, count_words
from tests.fakes import NOW
from tests.ui.dispositions.samples import row
from tests.ui.fakes import LateJobs, Notebook, NowJobs


class View(Notebook):
    """A panel that remembers whether it is out."""

    def __init__(self) -> None:
        super().__init__()
        self.out = False

    def is_out(self) -> bool:
        return self.out

    def greet(self) -> None:
        self.out = True
        self.told.append(("greet", (), {}))

    def bring_out(self) -> None:
        self.out = True
        self.told.append(("bring_out", (), {}))

    def put_away(self) -> None:
        self.out = False


@dataclass
class Desk:
    """An officer's desk: two late files, one answer, three products to be fetched."""

    looked: Looked = field(default_factory=Looked)
    asked: list[int] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    late: int = 2
    counted: list[int] = field(default_factory=list)
    arrival: int = 7

    def notices(self, after: int) -> Notices:
        self.asked.append(after)
        late = tuple(Noticed(row(n), "late", left=Remaining("late", 1, "working_day")) for n in range(1, self.late + 1))
        came = (Noticed(row(8), "answered"),) if after < self.arrival else ()
        ready = (Noticed(row(9), "ready", since=NOW.isoformat()),)
        groups = (
            NoticeGroup("late", self.late, late), NoticeGroup("today", 0, ()), NoticeGroup("deadline", 0, ()),
            NoticeGroup("came_back", len(came), came), NoticeGroup("ready", 3, ready),
        )  # fmt: skip
        return Notices(groups, self.arrival)

    def ready(self) -> Sequence[Noticed]:
        return tuple(Noticed(row(number), "ready", since=NOW.isoformat()) for number in (9, 10, 11))

    def pickup(self, case_id: str) -> Pickup:
        return Pickup("L1-9", f"Pesan {case_id}", "0812", "62812")

    def remember(self, looked: Looked) -> None:
        self.looked = looked


def begun(desk: Desk | None = None, jobs: Any = None) -> tuple[NoticesPresenter, View, Desk]:
    desk, view = desk or Desk(), View()
    acts = NoticeActs(
        notices=desk.notices, ready=desk.ready, pickup=desk.pickup, looked=lambda: desk.looked, remember=desk.remember,
        counted=lambda found: desk.counted.append(found.groups[0].count), now=lambda: NOW, open_case=desk.opened.append,
        open_list=desk.opened.append,
    )  # fmt: skip
    return NoticesPresenter(view, acts, jobs or NowJobs()), view, desk


def sections(view: View) -> list[NoticeSection]:
    found: list[NoticeSection] = view.last("show_sections")
    return found


def test_the_bell_counts_and_the_rail_shows_what_is_late() -> None:
    presenter, view, desk = begun()
    presenter.begin(at_the_counter=False)
    assert view.told[0][:2] == ("show_count", ("6", "6 berkas perlu dilihat"))
    assert desk.counted == [2]
    assert not view.out


def test_the_first_visit_of_the_day_is_greeted_and_no_other() -> None:
    presenter, view, desk = begun()
    presenter.begin(at_the_counter=True)
    assert view.count("greet") == 1
    presenter.step_aside()
    assert desk.looked == Looked("2026-11-24", 0)
    again, view, _desk = begun(desk)
    again.begin(at_the_counter=True)
    assert view.count("greet") == 0


def test_nothing_to_say_is_no_greeting() -> None:
    presenter, view, _desk = begun()
    presenter._acts = NoticeActs(
        **{**_fields(presenter._acts), "notices": lambda _after: Notices((NoticeGroup("late", 0, ()),), 0)}
    )
    presenter.begin(at_the_counter=True)
    assert view.count("greet") == 0
    assert view.told[0][1] == ("", "Tidak ada yang perlu dilihat")


def _fields(acts: NoticeActs) -> dict[str, Any]:
    return {name: getattr(acts, name) for name in NoticeActs.__dataclass_fields__}


def test_who_only_went_on_working_has_not_looked() -> None:
    presenter, _view, desk = begun()
    presenter.begin(at_the_counter=True)
    presenter.step_aside()
    presenter.refresh()
    assert desk.asked == [0, 0]


def test_going_to_another_screen_puts_the_panel_away_and_is_no_look() -> None:
    presenter, view, desk = begun()
    presenter.begin(at_the_counter=False)
    presenter.move_on()
    assert desk.looked == Looked()
    presenter.toggle()
    presenter.move_on()
    assert not view.is_out()
    assert desk.looked.arrival == 0


def test_what_came_back_is_news_until_the_officer_closes_the_panel() -> None:
    presenter, view, desk = begun()
    presenter.begin(at_the_counter=False)
    presenter.toggle()
    assert [section.kind for section in sections(view)] == ["late", "came_back", "ready"]
    presenter.toggle()
    assert desk.looked == Looked("2026-11-24", 7)
    presenter.toggle()
    assert [section.kind for section in sections(view)] == ["late", "ready"]


def test_a_section_says_what_matters_of_each_file() -> None:
    presenter, view, _desk = begun()
    presenter.begin(at_the_counter=False)
    presenter.toggle()
    late, came, ready = sections(view)
    assert late.lines[0].detail.startswith("lewat 1 hari kerja · Kepala Dinas · L1ABC-2026-000001")
    assert came.lines[0].detail.startswith("jawaban kembali")
    assert ready.lines[0].detail.startswith("sejak 24 Nov")
    assert (late.more, ready.more, ready.lines[0].pickup, late.lines[0].pickup) == (False, True, True, False)


def test_all_that_is_ready_is_listed_here_and_late_files_in_disposisi() -> None:
    presenter, view, desk = begun()
    presenter.begin(at_the_counter=False)
    presenter.toggle()
    presenter.open_list("ready")
    assert len(sections(view)[-1].lines) == 3
    assert not sections(view)[-1].more
    presenter.open_list("late")
    assert desk.opened == ["late"]
    assert not view.out


def test_a_line_opens_its_file_and_one_that_is_ready_its_message() -> None:
    presenter, view, desk = begun()
    presenter.begin(at_the_counter=False)
    presenter.toggle()
    presenter.tell_applicant("c9")
    assert view.told[-1][1] == ("c9", Pickup("L1-9", "Pesan c9", "0812", "62812"))
    presenter.open_case("c1")
    assert desk.opened == ["c1"]


def test_writes_that_come_thick_and_fast_are_counted_once_more_at_the_end() -> None:
    jobs = LateJobs()
    presenter, _view, desk = begun(jobs=jobs)
    for _ in range(10):
        presenter.refresh()
    jobs.do_all()
    assert len(desk.asked) == 2


def test_trouble_is_said_in_the_panel() -> None:
    presenter, view, _desk = begun()

    def fail(_after: int) -> Notices:
        raise OSError("disk")

    presenter._acts = NoticeActs(**{**_fields(presenter._acts), "notices": fail})
    presenter.begin(at_the_counter=True)
    assert "OSError" in view.last("show_error")
    presenter.refresh()
    assert view.count("show_error") == 2


@pytest.mark.parametrize(("count", "words"), [(1, "1"), (999, "999"), (COUNTED, "999+")])
def test_nobody_counts_beyond_a_thousand(count: int, words: str) -> None:
    assert count_words(count) == words

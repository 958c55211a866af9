"""Which period Rekap shows, and what it lets one do with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk.domain.behind import read_reference
from desk.domain.errors import Refused
from desk.domain.recap import Figures, Period, Recap, ServiceFigures
from desk.domain.recap_corrections import Signed
from desk.ui.recap.presenter import RecapActs, RecapPresenter, Stopping
from tests.factory import SKM

LINE = ServiceFigures(SKM, "Surat Keterangan Miskin", Figures(received=2, open_at_end=2), None, None)


@dataclass
class Hall:
    """View, services and worker in one; what was shown and done is in `told`."""

    told: list[tuple[Any, ...]] = field(default_factory=list)
    waiting: list[Callable[[], None]] = field(default_factory=list)
    services: tuple[ServiceFigures, ...] = (LINE,)
    signed: set[str] = field(default_factory=set)
    trouble: Exception | None = None
    at_once: bool = True

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *words, **more: self.told.append((name, *words, *more.values()))

    def run(self, work: Any, done: Any = None, failed: Any = None, *, lane: str = "store") -> None:
        def act() -> None:
            try:
                answer = work()
            except Refused as trouble:
                failed(trouble)
            else:
                done(answer)

        act() if self.at_once else self.waiting.append(act)

    def recap(self, asked: Period) -> Recap:
        if self.trouble:
            raise self.trouble
        signed = Signed("Rini", "2026-11-02T08:00:00+07:00") if asked.code in self.signed else None
        return Recap(asked, "pasuruan", "Dinas Sosial", self.services, (), {}, (), signed)

    def sign(self, recap: Recap) -> Recap:
        self.signed.add(recap.period.code)
        return replace(recap, signed=Signed("Rini", ""))

    def last(self, name: str) -> tuple[Any, ...]:
        return next(words[1:] for words in reversed(self.told) if words[0] == name)


def presenter(hall: Hall, write: Callable[[Recap, Path, Stopping], bool] = lambda *_: True) -> RecapPresenter:
    acts = RecapActs(
        today=lambda: date(2026, 11, 20),
        recap=hall.recap,
        trays=lambda: (),
        sign=hall.sign,
        write=write,
        open_files=lambda reference: hall.told.append(("open", read_reference(reference))),
        open_tray=lambda position: hall.told.append(("tray", position)),
    )
    made = RecapPresenter(hall, acts, hall)
    made.refresh()
    return made


def test_last_month_comes_first_and_the_arrows_go_no_further_than_the_running_one() -> None:
    hall = Hall()
    shown = presenter(hall)
    assert hall.last("show_period") == ("Oktober 2026", "month", False)
    shown.step(1)
    shown.step(1)
    assert hall.last("show_period") == ("November 2026", "month", True)
    shown.choose_kind("quarter")
    assert hall.last("show_period") == ("Triwulan IV 2026", "quarter", True)
    shown.step(-1)
    shown.choose_kind("year")
    assert hall.last("show_period")[0] == "Tahun 2026"
    shown.step(-1)
    assert hall.last("show_period")[0] == "Tahun 2025"


def test_only_a_month_that_is_over_and_unsigned_can_be_signed_and_is_asked_about_once() -> None:
    hall = Hall()
    shown = presenter(hall)
    assert hall.last("show_recap")[-1] is True
    shown.ask_sign()
    assert hall.last("ask_sign") == ("Oktober 2026",)
    shown.sign()
    assert hall.last("show_recap")[-1] is False
    shown.sign()
    assert sum(words[0] == "tell" for words in hall.told) == 1
    shown.step(1)
    assert hall.last("show_recap")[-1] is False


def test_a_number_opens_its_files() -> None:
    hall = Hall()
    shown = presenter(hall)
    shown.open("late", SKM)
    (behind,) = hall.last("open")
    assert (behind.figure, behind.first, behind.last, behind.service) == (
        "late", date(2026, 10, 1), date(2026, 10, 31), SKM,
    )  # fmt: skip
    shown.open_day(date(2026, 10, 7))
    assert hall.last("open")[0].first == hall.last("open")[0].last == date(2026, 10, 7)
    shown.open_tray("Kepala Dinas")
    assert hall.last("tray") == ("Kepala Dinas",)


def test_an_empty_period_and_one_that_cannot_be_counted_say_so() -> None:
    hall = Hall(services=())
    shown = presenter(hall)
    assert hall.last("show_empty") == ("Oktober 2026",)
    hall.trouble = Refused(
        "recap_lost", "Isi rekap yang ditandatangani tidak ada di komputer ini; pulihkan dari cadangan."
    )
    shown.refresh()
    assert "pulihkan dari cadangan" in hall.last("show_error")[0]


def test_the_answer_for_a_period_that_was_left_is_not_shown() -> None:
    hall = Hall(at_once=False)
    shown = presenter(hall)
    shown.step(-1)
    for act in reversed(hall.waiting):
        act()
    assert [words[1].period.code for words in hall.told if words[0] == "show_recap"] == ["2026-09"]


@pytest.mark.parametrize(("written", "said"), [(True, "rekap.xlsx"), (False, "dibatalkan")])
def test_the_workbook_is_written_or_stopped_whole(written: bool, said: str) -> None:
    hall = Hall()
    shown = presenter(hall, lambda *_: written)
    shown.ask_file()
    assert hall.last("ask_file") == ("rekap-2026-10.xlsx",)
    shown.save(Path("rekap.xlsx"))
    assert hall.last("show_saving") == (None,)
    assert said in hall.last("tell")[0]


def test_stopping_reaches_the_worker() -> None:
    hall = Hall()
    shown = presenter(hall)
    went_on: list[bool] = []

    def write(_recap: Recap, _path: Path, progress: Stopping) -> bool:
        shown.stop_saving()
        went_on.append(progress(500, 1000))
        return False

    shown = presenter(hall, write)
    shown.save(Path("rekap.xlsx"))
    assert went_on == [False]

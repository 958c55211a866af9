"""Decides what counting a tray shows: what the screen has there, what lies there, and the differences. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Protocol

from desk.domain.errors import DeskError
from desk.language import mark, sentence, tr
from desk.services.cases import CaseRow
from desk.services.shift import TrayCount
from desk.ui.kit.states import Look, look_of
from desk.ui.runner import Runner
from desk.ui.waiting import day_month, holders_words, service_words

Standing = Literal["there", "not_there", "elsewhere", "unknown"]

LOOKS: dict[Standing, Look] = {
    "there": Look("ok", "square-check", mark("ada")),
    "not_there": Look("quiet", "square", mark("belum ditemukan")),
    "elsewhere": Look("warn", "triangle-alert", mark("di layar di tempat lain")),
    "unknown": Look("bad", "circle-x", mark("tidak dikenal")),
}


@dataclass(frozen=True, slots=True)
class CountLine:
    """One paper, or one that should be there.

    Attributes:
        key: the case's id; the code for a paper that no file here is called by.
        words: where the screen has it, for one that it has elsewhere.
    """

    key: str
    title: str
    number: str
    standing: Standing
    words: str = ""


@dataclass(frozen=True, slots=True)
class CountActs:
    """What counting asks of the services; each but `now` touches the store. `keep` takes the tray and what lies there."""

    expected: Callable[[str], Sequence[CaseRow]]
    find: Callable[[str], CaseRow]
    keep: Callable[[str, Sequence[str]], TrayCount]
    counts: Callable[[str], Sequence[TrayCount]]
    now: Callable[[], datetime]


class CountView(Protocol):
    """The pane."""

    def show_tray(self, title: str) -> None: ...  # noqa: D102 (which tray)
    def show_lines(self, lines: Sequence[CountLine]) -> None: ...  # noqa: D102 (papers, those that don't fit first)
    def show_busy(self) -> None: ...  # noqa: D102 (being fetched)
    def show_error(self, words: str) -> None: ...  # noqa: D102 (it can't be)
    def show_mark(self, words: str, look: Look) -> None: ...  # noqa: D102 (what the last scan was)
    def show_summary(self, words: str) -> None: ...  # noqa: D102 (how many of how many)
    def show_earlier(self, lines: Sequence[tuple[str, str]]) -> None: ...  # noqa: D102 (counts before: headline, differences)
    def show_saved(self, words: str, look: Look) -> None: ...  # noqa: D102 (it is kept)
    def show_unsaved(self) -> None: ...  # noqa: D102 (it isn't any more)
    def leave(self) -> None: ...  # noqa: D102 (back to the list)
    def tell(self, words: str, *, good: bool) -> None: ...  # noqa: D102 (the bottom line)


class CountPresenter:
    """One tray. What was ticked is kept until it is saved or another tray is counted."""

    def __init__(self, view: CountView, acts: CountActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self._position = ""
        self._lines: dict[str, CountLine] = {}
        self._ready = self._saving = self._saved = False

    def begin(self, position: str, title: str) -> None:
        """Count that tray; a count that is half done goes on."""
        again = position == self._position and self._ready and not self._saved
        self._saved = False
        self._view.show_tray(title)
        if not again:
            self._position, self._lines, self._ready = position, {}, False
            self._view.show_busy()
        self._jobs.run(lambda: self._acts.expected(position), self._on_expected(position), self._on_trouble)
        self._fetch_counts()

    def scan(self, code: str) -> None:
        """A paper that lies in the tray."""
        code = code.strip()
        if not code or self._saving:
            return
        position = self._position

        def found(row: CaseRow) -> None:
            if position == self._position:
                self._lies_here(row)

        def failed(trouble: Exception) -> None:
            if position == self._position:
                self._lines[code] = CountLine(code, code, "", "unknown", _said(trouble))
                self._view.show_mark(_said(trouble), LOOKS["unknown"])
                self._show()

        self._jobs.run(lambda: self._acts.find(code), found, failed)

    def tick(self, key: str) -> None:
        """A line was ticked by hand, or unticked; one that doesn't belong here is taken out."""
        line = self._lines.get(key)
        if line is None or self._saving:
            return
        if line.standing in ("there", "not_there"):
            self._lines[key] = replace(line, standing="not_there" if line.standing == "there" else "there")
        else:
            del self._lines[key]
        self._show()

    def save(self) -> None:
        """Keep the count as it stands; once that is done, leave."""
        if self._saved:
            self._position, self._ready = "", False
            self._view.leave()
        if self._saved or self._saving or not self._ready:
            return
        self._saving = True
        position = self._position
        lying = [line.key for line in self._lines.values() if line.standing != "not_there"]

        def done(count: TrayCount) -> None:
            self._saving, self._saved = False, True
            said = tr("Hitungan disimpan: {found} dari {expected} ada.", found=count.found, expected=count.expected)
            self._view.show_saved(said, LOOKS["there"] if count.agrees else LOOKS["elsewhere"])
            self._fetch_counts()

        def failed(trouble: Exception) -> None:
            self._saving = False
            self._view.tell(_said(trouble), good=False)

        self._jobs.run(lambda: self._acts.keep(position, lying), done, failed)

    def cancel(self) -> None:
        """Leave; what was ticked stays until it is kept or another tray is counted."""
        if not self._saving:
            self._view.leave()

    def _on_expected(self, position: str) -> Callable[[Sequence[CaseRow]], None]:
        def answer(rows: Sequence[CaseRow]) -> None:
            if position != self._position:
                return
            before, self._lines, self._ready = self._lines, {}, True
            here = {row.id for row in rows}
            strange = {k: line for k, line in before.items() if line.standing in ("elsewhere", "unknown")}
            self._lines.update((key, line) for key, line in strange.items() if key not in here)
            for row in rows:
                ticked = row.id in before and before[row.id].standing != "not_there"
                self._lines[row.id] = _line(row, "there" if ticked else "not_there")
            self._show()

        return answer

    def _fetch_counts(self) -> None:
        position = self._position
        self._jobs.run(lambda: self._acts.counts(position), self._on_counts, lambda _trouble: None)

    def _on_counts(self, counts: Sequence[TrayCount]) -> None:
        now = self._acts.now()
        self._view.show_earlier([count_words(count, now) for count in counts])

    def _lies_here(self, row: CaseRow) -> None:
        known = self._lines.get(row.id)
        if known is not None and known.standing in ("there", "elsewhere"):
            self._view.show_mark(tr("{number} sudah dihitung.", number=row.registration_number), LOOKS["not_there"])
            return
        standing: Standing = "there" if known is not None else "elsewhere"
        where = _where(row, self._acts.now()) if standing == "elsewhere" else ""
        self._lines[row.id] = replace(_line(row, standing), words=where)
        said = tr("{name}: {where}", name=row.name, where=where or tr("ada di baki ini"))
        self._view.show_mark(said, LOOKS[standing])
        self._show()

    def _show(self) -> None:
        if self._saved:  # something was ticked after it was kept: it can be kept again
            self._saved = False
            self._view.show_unsaved()
        order: dict[Standing, int] = {"unknown": 0, "elsewhere": 1, "not_there": 2, "there": 3}
        lines = sorted(self._lines.values(), key=lambda line: (order[line.standing], line.number, line.title))
        self._view.show_lines(lines)
        expected = [line for line in lines if line.standing in ("there", "not_there")]
        there = sum(line.standing == "there" for line in expected)
        said = tr("{there} dari {expected} ada", there=there, expected=len(expected))
        strange = len(lines) - len(expected)
        self._view.show_summary(
            tr("{said} · {strange} tidak semestinya", said=said, strange=strange) if strange else said
        )

    def _on_trouble(self, trouble: Exception) -> None:
        self._view.show_error(_said(trouble))


def _line(row: CaseRow, standing: Standing) -> CountLine:
    detail = f"{row.registration_number} · {service_words(row)}"
    return CountLine(row.id, row.name or tr("Tanpa nama"), detail, standing)


def _where(row: CaseRow, now: datetime) -> str:
    """Where the screen has it."""
    if not row.holder:
        return tr("di layar sudah {state}", state=tr(look_of(row.state).word).lower())
    return tr("di layar di {holder} sejak {since}", holder=holders_words(row.holder), since=day_month(row.since, now))


def count_words(count: TrayCount, now: datetime) -> tuple[str, str]:
    """A count in words: ``25 Nov · 12 dari 14 ada · Rini``, and its differences."""
    when = day_month(count.at, now)
    headline = tr(
        "{when} · {found} dari {expected} ada · {officer}",
        when=when,
        found=count.found,
        expected=count.expected,
        officer=count.officer,
    )
    parts = []
    if count.missing:
        parts.append(tr("tidak ada: {numbers}", numbers=", ".join(one.number for one in count.missing)))
    if count.elsewhere:
        numbers = ", ".join(f"{one.number} ({one.holder or tr('arsip')})" for one in count.elsewhere)
        parts.append(tr("di layar di tempat lain: {numbers}", numbers=numbers))
    if count.unknown:
        parts.append(tr("tidak dikenal: {codes}", codes=", ".join(count.unknown)))
    return headline, "; ".join(parts)


def _said(trouble: Exception) -> str:
    if isinstance(trouble, DeskError):
        return sentence(trouble)
    return tr("Data tidak dapat dibaca ({trouble}).", trouble=type(trouble).__name__)

"""Decides what a stack is: which scans are in it, what each will do, and doing them one after the other. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from desk.domain.errors import DeskError
from desk.language import mark, sentence, tr
from desk.services.stack import Purpose, Recorded, Scanned
from desk.ui.kit.states import Look
from desk.ui.runner import Runner

Standing = Literal["looking", "ready", "refused", "doing", "done", "failed"]

PURPOSES: tuple[tuple[Purpose, str], ...] = (
    ("advance", mark("Langkahnya selesai")),
    ("receive", mark("Sudah diterima di meja ini")),
    ("answer", mark("Jawabannya kembali")),
)
"""What is being done with the stack, as the buttons say it."""

LOOKS: dict[Standing, Look] = {
    "looking": Look("quiet", "clock", mark("diperiksa")),
    "ready": Look("info", "circle-dot", mark("akan dicatat")),
    "refused": Look("warn", "triangle-alert", mark("tidak ikut")),
    "doing": Look("info", "clock", mark("sedang dicatat")),
    "done": Look("ok", "circle-check", mark("tercatat")),
    "failed": Look("bad", "circle-x", mark("gagal")),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One scan.

    Attributes:
        place: counts up; the entry's name in this stack.
        code: what was scanned or typed.
        words: what will happen, or why it doesn't.
    """

    place: int
    code: str
    standing: Standing
    words: str = ""
    scanned: Scanned | None = None

    @property
    def title(self) -> str:
        """Whose file it is, or the code where it is none."""
        return (self.scanned.name or tr("Tanpa nama")) if self.scanned else self.code

    @property
    def number(self) -> str:
        """The file's number."""
        return self.scanned.number if self.scanned else ""


@dataclass(frozen=True, slots=True)
class StackActs:
    """What a stack asks of the services; all but `changed` touch the store."""

    scan: Callable[[str, Purpose, str], Scanned]
    record: Callable[[Scanned, str, str], Recorded]
    take_back: Callable[[Recorded], None]
    changed: Callable[[], None]


class StackView(Protocol):
    """The pane."""

    def show_tray(self, title: str, by: str) -> None: ...  # noqa: D102 (whose tray it is)
    def show_purpose(self, purpose: Purpose) -> None: ...  # noqa: D102 (which button is pressed)
    def show_entries(self, entries: Sequence[Entry]) -> None: ...  # noqa: D102 (the list, the last scan first)
    def show_mark(self, words: str, look: Look) -> None: ...  # noqa: D102 (what the last scan was)
    def show_ready(self, count: int) -> None: ...  # noqa: D102 (how many would be recorded)
    def show_progress(self, done: int, total: int) -> None: ...  # noqa: D102 (while recording; 0 of 0 is none)
    def show_words_error(self, words: str) -> None: ...  # noqa: D102 (beside the answer's words)
    def leave(self) -> None: ...  # noqa: D102 (back to the list)
    def come_back(self) -> None: ...  # noqa: D102 (and here again)
    def tell(self, words: str, *, good: bool, undo: Callable[[], None] | None = None) -> None: ...  # noqa: D102 (the bottom line)


class StackPresenter:
    """One stack. Nothing is written before `finish`; then each entry is an act of its own, and a failed one stays."""

    def __init__(self, view: StackView, acts: StackActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self._position, self._purpose = "", PURPOSES[0][0]
        self._entries: dict[int, Entry] = {}
        self._next = 1
        self._finishing: tuple[str, str] | None = None
        self._queue: list[int] = []
        self._total = 0
        self._recorded: list[Recorded] = []
        self._recording = self._stopped = False

    @property
    def busy(self) -> bool:
        """Whether entries are being recorded."""
        return self._recording

    @property
    def empty(self) -> bool:
        """Whether nothing waits to be recorded."""
        return not any(entry.standing in ("looking", "ready") for entry in self._entries.values())

    def begin(self, position: str, title: str, by: str) -> None:
        """A stack from that tray, recorded for whoever sits there; a stack that is half scanned goes on."""
        if position != self._position and not self._recording:
            self._position = position
            self._judge_again()
        self._view.show_tray(title, by)
        self._view.show_purpose(self._purpose)
        self._show()

    def choose_purpose(self, purpose: Purpose) -> None:
        """Something else is done with the stack: what is in it is judged again."""
        if self._recording or purpose == self._purpose:
            return
        self._purpose = purpose
        self._view.show_purpose(purpose)
        self._judge_again()
        self._show()

    def scan(self, code: str) -> None:
        """A code was scanned or typed."""
        code = code.strip()
        if not code or self._recording:
            return
        self._entries = {place: entry for place, entry in self._entries.items() if entry.standing != "done"}
        entry = Entry(self._next, code, "looking")
        self._next += 1
        self._entries[entry.place] = entry
        self._look(entry)
        self._show()

    def remove(self, place: int) -> None:
        """That paper is no part of the stack."""
        if not self._recording and self._entries.pop(place, None) is not None:
            self._show()

    def finish(self, by: str = "", words: str = "") -> None:
        """Record everything that is ready; what is still being looked up is waited for."""
        if self._recording:
            return
        if self._purpose == "answer" and not words.strip() and not self.empty:
            self._view.show_words_error(tr("Tuliskan jawabannya; satu kalimat untuk semua yang dipindai."))
            return
        self._finishing = (by.strip(), words.strip())
        self._go()

    def cancel(self) -> None:
        """While recording: stop after the one that is being done. Else: leave, throwing the list away."""
        if self._recording:
            self._stopped = True
            return
        kept, waiting = dict(self._entries), sum(entry.standing == "ready" for entry in self._entries.values())
        self._entries.clear()
        self._show()
        self._view.leave()
        if waiting:
            said = tr("{count} pindaian dilepas; tidak ada yang dicatat.", count=waiting)
            self._view.tell(said, good=True, undo=lambda: self._pick_up(kept))

    def _pick_up(self, kept: dict[int, Entry]) -> None:
        """The stack that was left goes on, judged anew."""
        self._entries = kept | self._entries
        self._view.come_back()
        self._judge_again()
        self._show()

    def _go(self) -> None:
        """Begin to record, once nothing is being looked up any more."""
        if self._finishing is None or any(entry.standing == "looking" for entry in self._entries.values()):
            return
        ready = [place for place, entry in self._entries.items() if entry.standing == "ready"]
        if not ready:
            self._finishing = None
            if all(entry.standing == "done" for entry in self._entries.values()):
                self.cancel()
            return
        self._queue, self._total = ready, len(ready)
        self._recording, self._stopped, self._recorded = True, False, []
        self._record_next()

    def _record_next(self) -> None:
        if not self._queue or self._stopped:
            self._end()
            return
        place = self._queue.pop(0)
        entry = self._entries[place]
        scanned, (by, words) = entry.scanned, self._finishing or ("", "")
        assert scanned is not None
        self._put(replace(entry, standing="doing"))
        self._view.show_progress(self._total - len(self._queue) - 1, self._total)

        def done(recorded: Recorded) -> None:
            self._recorded.append(recorded)
            self._put(replace(entry, standing="done"))
            self._record_next()

        def failed(trouble: Exception) -> None:
            self._put(replace(entry, standing="failed", words=_said(trouble)))
            self._record_next()

        self._jobs.run(lambda: self._acts.record(scanned, by, words), done, failed)

    def _end(self) -> None:
        done, failed = self._recorded, sum(entry.standing == "failed" for entry in self._entries.values())
        left = len(self._queue)
        self._recording, self._finishing, self._queue = False, None, []
        self._view.show_progress(0, 0)
        self._show()
        self._acts.changed()
        back = [one for one in done if one.can_undo]
        undo = (lambda: self._take_back(back)) if back else None
        if failed or left:
            words = tr("{done} berkas tercatat, {rest} tidak; lihat daftarnya.", done=len(done), rest=failed + left)
            self._view.tell(words, good=False, undo=undo)
        else:
            self._view.tell(tr("{done} berkas tercatat.", done=len(done)), good=True, undo=undo)

    def _take_back(self, recorded: Sequence[Recorded]) -> None:
        """Undo them, the last first; one that has gone on meanwhile stays, and is told."""
        left = list(recorded)
        kept: list[str] = []

        def one() -> None:
            if not left:
                self._entries.clear()
                self._show()
                self._acts.changed()
                count = len(recorded) - len(kept)
                said = tr("{count} berkas dibatalkan.", count=count)
                if kept:
                    said = tr("{said} Tidak bisa dibatalkan: {numbers}.", said=said, numbers=", ".join(kept))
                self._view.tell(said, good=not kept)
                return
            next_one = left.pop()

            def failed(_trouble: Exception) -> None:
                kept.append(next_one.number)
                one()

            self._jobs.run(lambda: self._acts.take_back(next_one), lambda _none: one(), failed)

        one()

    def _judge_again(self) -> None:
        for entry in list(self._entries.values()):
            if entry.standing in ("ready", "refused", "failed"):
                self._look(replace(entry, standing="looking", words=""))

    def _look(self, entry: Entry) -> None:
        """Find the file of that code and what would happen to it."""
        purpose, position = self._purpose, self._position
        self._entries[entry.place] = entry

        def current() -> bool:
            return entry.place in self._entries and (purpose, position) == (self._purpose, self._position)

        def found(scanned: Scanned) -> None:
            if current():
                self._take(replace(entry, scanned=scanned))

        def failed(trouble: Exception) -> None:
            if current():
                self._refuse(replace(entry, standing="refused", words=_said(trouble), scanned=None))

        self._jobs.run(lambda: self._acts.scan(entry.code, purpose, position), found, failed)

    def _take(self, entry: Entry) -> None:
        """A file was found: it is in the stack already, or now."""
        scanned = entry.scanned
        assert scanned is not None
        twin = next(
            (
                other
                for other in self._entries.values()
                if other.place != entry.place and other.scanned and other.scanned.case_id == scanned.case_id
                and other.standing in ("ready", "doing")
            ),
            None,
        )  # fmt: skip
        if twin is not None:
            del self._entries[entry.place]
            self._view.show_mark(tr("{number} sudah dipindai.", number=scanned.number), LOOKS["refused"])
            self._show()
            self._go()
            return
        self._mark(replace(entry, standing="ready", words=will_words(scanned)))

    def _refuse(self, entry: Entry) -> None:
        """It doesn't fit; scanned again it stands there once."""
        for place, other in list(self._entries.items()):
            if place != entry.place and other.standing == "refused" and other.code.upper() == entry.code.upper():
                del self._entries[place]
        self._mark(entry)

    def _mark(self, entry: Entry) -> None:
        self._put(entry)
        said = f"{entry.title}: {entry.words}" if entry.scanned else entry.words
        self._view.show_mark(said, LOOKS[entry.standing])
        self._go()

    def _put(self, entry: Entry) -> None:
        if entry.place in self._entries:
            self._entries[entry.place] = entry
        self._show()

    def _show(self) -> None:
        self._view.show_entries(tuple(reversed(self._entries.values())))
        self._view.show_ready(sum(entry.standing in ("ready", "looking") for entry in self._entries.values()))


def will_words(scanned: Scanned) -> str:
    """What recording it will do."""
    if scanned.purpose == "receive":
        return tr("tercatat diterima di {position}", position=scanned.holder.position)
    if scanned.purpose == "answer":
        return tr("jawaban {position} tercatat", position=scanned.holder.position)
    onward = tr("ke {position}", position=scanned.onward) if scanned.onward else tr("berkas selesai")
    parts = [tr("{onward}; selesai: {step}", onward=onward, step=scanned.step) if scanned.step else onward]
    if scanned.also:
        parts.append(tr("disposisi kepada {others} ikut ditutup", others=", ".join(scanned.also)))
    return "; ".join(parts)


def _said(trouble: Exception) -> str:
    if isinstance(trouble, DeskError):
        return sentence(trouble)
    return tr("Data tidak dapat dibaca ({trouble}).", trouble=type(trouble).__name__)

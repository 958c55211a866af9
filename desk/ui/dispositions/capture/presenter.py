"""Decides what keying in a sheet does. Without Qt.

A scan opens the sheet of that code; keys tick what is ticked on the paper; Enter records it as one act and waits for the
next scan. A sheet that is put aside half done is a draft, and stands in the list until it is recorded.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from desk.domain.dates import plain_date
from desk.domain.errors import DeskError, Refused
from desk.domain.sheet_code import SheetCode
from desk.domain.sheet_written import Written, planned
from desk.language import language, sentence, tr
from desk.services.capture import Captured
from desk.services.sheets import FoundSheet
from desk.ui.dispositions.capture.filling import GO_ON_KEY, Filling, body_of, filling_of, keys_of, written_of
from desk.ui.dispositions.capture.saying import effect_words, notes_of
from desk.ui.dispositions.capture.showing import Done, Left, Showing, Stage
from desk.ui.kit.tokens import Tone
from desk.ui.runner import Runner

log = logging.getLogger(__name__)
DRAFT_MS = 400
_REMEMBERED = 30


@dataclass(frozen=True, slots=True)
class Opened:
    """A sheet that was found: why it can't be recorded (or empty), what is odd about its desks, and its draft."""

    sheet: FoundSheet
    refusal: str
    remarks: Mapping[str, tuple[str, ...]]
    draft: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class CaptureActs:
    """What the capture asks of the services; all but `deadline` touch the store.

    Attributes:
        find: by a code, or by (case id, slot or desk).
        kept: (code, title) of every sheet that was begun.
    """

    find: Callable[[str], Opened]
    find_case: Callable[[str, str], Opened]
    record: Callable[[str, SheetCode, Written], Captured]
    take_back: Callable[[Captured], object]
    keep: Callable[[str, str, Mapping[str, Any]], None]
    drop: Callable[[str], None]
    kept: Callable[[], Sequence[tuple[str, str]]]
    deadline: Callable[[str], date | None]
    changed: Callable[[], None]


class Later(Protocol):
    """Calls something once, a little later."""

    def start(self, milliseconds: int, call: Callable[[], None]) -> None: ...  # noqa: D102 (the last call counts)
    def stop(self) -> None: ...  # noqa: D102 (forgets it)


class CaptureView(Protocol):
    """The dialog."""

    def show_capture(self, showing: Showing) -> None: ...  # noqa: D102 (draws it)
    def focus(self, name: str) -> None: ...  # noqa: D102 (``sheet``, ``code``, or a field)
    def say(self, words: str, tone: Tone) -> None: ...  # noqa: D102 (what just happened)
    def offer_photo(self, case_id: str, step: str) -> None: ...  # noqa: D102 (of the sheet that was recorded)


class CapturePresenter:
    """One sitting with a stack of sheets."""

    def __init__(self, view: CaptureView, acts: CaptureActs, jobs: Runner, later: Later) -> None:
        self._view, self._acts, self._jobs, self._later = view, acts, jobs, later
        self._stage: Stage = "waiting"
        self._opened: Opened | None = None
        self._filling = Filling()
        self._kept = Filling()
        self._done: tuple[Done, ...] = ()
        self._last: Captured | None = None
        self._left: tuple[Left, ...] = ()
        self._told: dict[str, str] = {}
        self._note: tuple[str, Tone] | None = None
        self._asked = 0

    # Opening

    def start(self, code: str = "", case_id: str = "", whose: str = "") -> None:
        """Begin with a code, with a file's own sheet, or by waiting for a scan."""
        self._list_left()
        if code:
            self.scan(code)
        elif case_id:
            self._look(lambda: self._acts.find_case(case_id, whose))
        else:
            self._wait()

    def scan(self, code: str) -> None:
        """A code came in: its sheet is opened; one that is half done is kept as a draft."""
        if code.strip() and self._stage != "saving":
            self._look(lambda: self._acts.find(code))

    def put_aside(self) -> None:
        """This sheet later: what was read of it is kept."""
        if self._stage in ("filling", "blocked"):
            self._keep()
            self._wait()

    def close(self) -> None:
        """The dialog goes: nothing is lost."""
        self._keep()
        self._later.stop()

    def _look(self, find: Callable[[], Opened]) -> None:
        self._keep()
        self._asked += 1
        asked = self._asked
        self._stage, self._note = "looking", None
        self._show()

        def found(opened: Opened) -> None:
            if asked == self._asked:
                self._open(opened)

        def failed(trouble: Exception) -> None:
            if asked == self._asked:
                self._wait(said(trouble))

        self._jobs.run(find, found, failed)

    def _open(self, opened: Opened) -> None:
        self._opened, self._told = opened, {}
        self._filling = self._kept = filling_of(opened.draft) if opened.draft else Filling()
        self._stage = "blocked" if opened.refusal else "filling"
        self._view.say("", "info")
        self._list_left()
        self._show()
        self._view.focus("sheet")

    def _wait(self, words: str = "") -> None:
        self._opened, self._filling, self._kept, self._told = None, Filling(), Filling(), {}
        self._stage, self._note = "waiting", (words, "bad") if words else None
        self._list_left()
        self._show()
        self._view.focus("code")

    # Keying in

    def press(self, key: str) -> bool:
        """A key on the sheet; whether a box has it."""
        key = key.upper()
        opened = self._opened
        if self._stage != "filling" or opened is None:
            return False
        if key not in keys_of(opened.sheet.form) and not (key == GO_ON_KEY and self._several()):
            return False
        self._take(self._filling.pressed(key))
        return True

    def type(self, name: str, text: str) -> None:
        """What stands in a field after a key."""
        if self._stage == "filling":
            self._take(self._filling.typed(name, text))

    def _take(self, filling: Filling) -> None:
        if filling == self._filling:
            return
        self._filling, self._note = filling, None
        self._told = {}
        self._later.start(DRAFT_MS, self._keep)
        self._show()

    # Recording

    def save(self) -> None:
        """Record the sheet; pressed twice, it is recorded once."""
        opened = self._opened
        if self._stage != "filling" or opened is None:
            return
        sheet = opened.sheet
        try:
            written = self._written(opened)
            planned(sheet.case, sheet.service, sheet.place, written)
        except Refused as refusal:
            self._refused(refusal)
            return
        self._stage = "saving"
        self._later.stop()
        self._show()
        self._jobs.run(
            lambda: self._acts.record(sheet.case.id, sheet.form.code, written),
            lambda captured: self._recorded(opened, captured),
            self._failed,
        )

    def undo(self) -> None:
        """Take the last sheet back."""
        last = self._last
        if last is None or self._stage == "saving":
            return

        def done(_case: object) -> None:
            self._last, self._done = None, self._done[1:]
            self._view.say(tr("Lembar {number} diurungkan.", number=last.case.registration_number), "ok")
            self._acts.changed()
            self._show()

        self._jobs.run(lambda: self._acts.take_back(last), done, lambda trouble: self._view.say(said(trouble), "bad"))

    def _recorded(self, opened: Opened, captured: Captured) -> None:
        sheet = opened.sheet
        words = effect_words(captured.planned, sheet, done=True)
        step = sheet.place.step.key if sheet.place.step else ""
        self._last = captured
        done = Done(captured.case.registration_number, words, str(captured.case.id), step)
        self._done = (done, *self._done[: _REMEMBERED - 1])
        key = draft_key(sheet.form.code)
        self._jobs.run(lambda: self._acts.drop(key), None, lambda _trouble: None)
        self._acts.changed()
        self._view.offer_photo(str(captured.case.id), step)
        self._wait()
        self._view.say(f"{captured.case.registration_number}: {words}", "ok")

    def _failed(self, trouble: Exception) -> None:
        """Nothing typed is lost; what went on meanwhile is looked at again."""
        self._stage = "filling"
        if isinstance(trouble, Refused):
            self._refused(trouble)
        else:
            self._note = (said(trouble), "bad")
            self._show()

    def _refused(self, refusal: Refused) -> None:
        words = sentence(refusal)
        name = {"deadline": "deadline", "--to": "others"}.get(refusal.field or "", "")
        if name and (name == "deadline" or self._filling.text("others")):
            self._told = {name: words}
            self._show()
            self._view.focus(name)
        else:
            self._note = (words, "bad")
            self._show()
            self._view.focus("sheet")

    # Keeping

    def _keep(self) -> None:
        self._later.stop()
        opened = self._opened
        if opened is None or self._stage == "saving" or self._filling == self._kept:
            return
        code, filling = opened.sheet.form.code, self._filling
        key = draft_key(code)
        self._kept = filling
        number = opened.sheet.case.registration_number
        title = tr("{number} · {desk}", number=number, desk=opened.sheet.form.signer.title)
        if filling.empty:
            self._jobs.run(lambda: self._acts.drop(key), None, self._not_kept)
        else:
            self._jobs.run(lambda: self._acts.keep(key, title, body_of(code, filling)), None, self._not_kept)

    def _not_kept(self, trouble: Exception) -> None:
        self._kept = Filling()
        self._view.say(tr("Draf lembar belum tersimpan: {reason}", reason=said(trouble)), "bad")

    def _list_left(self) -> None:
        def listed(found: Sequence[tuple[str, str]]) -> None:
            self._left = tuple(Left(code, title) for code, title in found)
            self._show()

        self._jobs.run(self._acts.kept, listed, lambda _trouble: None)

    # Showing

    def _written(self, opened: Opened) -> Written:
        return written_of(opened.sheet.form, self._filling, self._acts.deadline)

    def _several(self) -> bool:
        opened = self._opened
        if opened is None:
            return False
        try:
            return len(self._written(opened).desks) > 1
        except Refused:
            return False

    def _show(self) -> None:
        opened = self._opened
        showing = Showing(self._stage, can_undo=self._last is not None, done=self._done, left=self._left)
        notes = [self._note] if self._note else []
        if opened is None:
            self._view.show_capture(replace(showing, notes=tuple(notes)))
            return
        sheet = opened.sheet
        problems, hints, effect = dict(self._told), dict[str, str](), ""
        try:
            written = self._written(opened)
            if written.deadline:
                hints["deadline"] = plain_date(date.fromisoformat(written.deadline), language())
            effect = self._effect(sheet, written)
        except Refused as refusal:
            written = Written()
            problems.setdefault("deadline", sentence(refusal))
        self._view.show_capture(
            replace(
                showing,
                form=sheet.form,
                number=sheet.case.registration_number,
                filling=self._filling,
                several=len(written.desks) > 1,
                notes=(*notes, *notes_of(opened.sheet, opened.refusal, opened.remarks, written)),
                problems=problems,
                hints=hints,
                effect=effect if self._stage == "filling" else "",
            )
        )

    def _effect(self, sheet: FoundSheet, written: Written) -> str:
        try:
            return effect_words(planned(sheet.case, sheet.service, sheet.place, written), sheet)
        except Refused:
            return ""


def draft_key(code: SheetCode) -> str:
    """Under which a sheet's draft is kept."""
    return f"sheet:{code.tracking_code}-{code.slot}"


def said(trouble: Exception) -> str:
    """An error as the officer reads it."""
    if isinstance(trouble, DeskError):
        return sentence(trouble)
    log.error("an act of the capture failed", exc_info=trouble)
    return tr("Terjadi kesalahan pada program. Yang sudah dicentang tetap ada; coba sekali lagi.")

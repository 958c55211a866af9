"""Decides about files that are about to be attached: one after the other, each looked into first. Without Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desk.domain.attachment import PDF, Prepared, size_words
from desk.domain.errors import DeskError
from desk.language import tr
from desk.ui.attachments.values import ANYWHERE, AttachmentActs, Place, Scan, Staged, StripView, place_of, said
from desk.ui.runner import Runner

if TYPE_CHECKING:
    from desk.services.attachments import Added

LARGE = 1_500_000
"""Bytes from which a smaller picture is offered."""

Made = Callable[[], bytes]
"""Gives a file's bytes, away from the UI thread."""


@dataclass(slots=True)
class Waiting:
    """A file that was chosen, dropped, pasted or scanned.

    Attributes:
        scan: where it lies in the scanner's folder, to be offered for deleting afterwards.
        whole, smaller: what was found when it was looked into; `smaller` is chosen where `shrunk`.
        place, note: what was chosen and written; `place` None while nothing was.
    """

    name: str
    make: Made
    scan: Scan | None = None
    whole: Prepared | None = None
    smaller: Prepared | None = None
    shrunk: bool = False
    place: str | None = None
    note: str = ""
    trouble: str = ""

    @property
    def chosen(self) -> Prepared | None:
        """What would be attached."""
        return self.smaller if self.shrunk else self.whole


@dataclass(slots=True)
class _Desk:
    """What waits for one case, and how many came in since it was last empty."""

    waiting: list[Waiting] = field(default_factory=list)
    total: int = 0


class Staging:
    """The queue of each case; the first of the case in view is shown. Going to another case loses nothing.

    `attached` is called whenever one is in.
    """

    def __init__(self, view: StripView, acts: AttachmentActs, jobs: Runner, attached: Callable[[], None]) -> None:
        self._view, self._acts, self._jobs, self._attached = view, acts, jobs, attached
        self._desks: dict[str, _Desk] = {}
        self._case_id = ""
        self._places: Sequence[Place] = ()
        self._fixed: Mapping[str, str] = {}
        self._acting = False

    def show_case(self, case_id: str, places: Sequence[Place], fixed: Mapping[str, str]) -> None:
        """Another case is in view, or the same with other places; `fixed` is where everything goes, if anywhere."""
        same = case_id == self._case_id
        self._case_id, self._places, self._fixed = case_id, places, fixed
        if same:
            return
        self._view.close_staged()
        self._show_first()

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Files were chosen or dropped."""
        self._take([Waiting(path.name, partial(self._acts.read, path)) for path in paths])

    def take_scan(self, scan: Scan) -> None:
        """A file of the scanner's folder was chosen."""
        self._take([Waiting(scan.path.name, partial(self._acts.read, scan.path), scan)])

    def take_picture(self, make: Made) -> None:
        """A picture was pasted or dropped; `make` turns it into bytes."""
        self._take([Waiting(self._acts.paste_name(), make)])

    def choose(self, place: str, note: str, shrunk: bool) -> None:
        """What was chosen and written about the one that is shown; kept while another case is looked at."""
        first = self._first()
        if first is not None:
            first.place, first.note = place, note
            first.shrunk = first.whole is None or (shrunk and first.smaller is not None)

    def skip(self) -> None:
        """Not this one."""
        if self._first() is not None and not self._acting:
            self._desks[self._case_id].waiting.pop(0)
            self._show_first()

    def retry(self) -> None:
        """Look into it once more: a scanner may have been writing."""
        first = self._first()
        if first is not None:
            first.trouble = ""
            self._show_first()

    def attach(self) -> None:
        """Attach the one that is shown."""
        first, case_id = self._first(), self._case_id
        if first is None or first.chosen is None or self._acting:
            return
        self._acting = True
        chosen, note = first.chosen, first.note
        target = dict(self._fixed) or place_of(self._place(first))

        def done(added: Added) -> None:
            self._acting = False
            self._desks[case_id].waiting.remove(first)
            self._tell(first, already=added.already)
            self._attached()
            if self._case_id == case_id:
                self._show_first()

        def failed(trouble: Exception) -> None:
            self._acting = False
            if self._case_id == case_id:
                self._view.show_attach_error(said(trouble))
            else:
                self._acts.tell(said(trouble), False, "", None)

        self._jobs.run(lambda: self._acts.add(case_id, chosen, target, note), done, failed)

    def _place(self, waiting: Waiting) -> str:
        return suggested(waiting.name, self._places) if waiting.place is None else waiting.place

    def _tell(self, waiting: Waiting, *, already: bool) -> None:
        words = tr("{name} sudah terlampir sebelumnya.", name=waiting.name)
        if not already:
            words = tr("{name} dilampirkan.", name=waiting.name)
        scan = waiting.scan
        if scan is None:
            self._acts.tell(words, True, "", None)
        else:
            self._acts.tell(words, True, tr("Hapus dari folder pemindai"), lambda: self._delete(scan))

    def _delete(self, scan: Scan) -> None:
        gone = tr("{name} dihapus dari folder pemindai.", name=scan.path.name)
        self._jobs.run(
            lambda: self._acts.delete_scan(scan),
            lambda _: self._acts.tell(gone, True, "", None),
            lambda trouble: self._acts.tell(said(trouble), False, "", None),
            lane="paper",
        )

    def _take(self, files: list[Waiting]) -> None:
        if not self._case_id or not files:
            return
        desk = self._desks.setdefault(self._case_id, _Desk())
        idle = not desk.waiting
        desk.total = len(files) if idle else desk.total + len(files)
        desk.waiting += files
        if idle:
            self._show_first()

    def _first(self) -> Waiting | None:
        desk = self._desks.get(self._case_id)
        return desk.waiting[0] if desk and desk.waiting else None

    def _show_first(self) -> None:
        first = self._first()
        if first is None:
            self._view.close_staged()
        elif first.trouble:
            self._view.show_staged_error(first.name, first.trouble)
        elif first.whole or first.smaller:
            self._show_staged(first)
        else:
            self._view.show_staging(first.name)
            self._jobs.run(
                lambda: self._look_into(first),
                lambda _: self._looked_into(first),
                lambda trouble: self._not_looked_into(first, trouble),
                lane="paper",
            )

    def _look_into(self, waiting: Waiting) -> None:
        """In the lane of papers: the file, and a smaller one where that is worth while."""
        body = waiting.make()
        try:
            waiting.whole = self._acts.prepare(waiting.name, body)
        except DeskError as trouble:
            if trouble.code != "attachment_too_large":
                raise
            try:
                waiting.smaller = self._acts.shrink(waiting.name, body)
            except DeskError:
                raise trouble from None  # a PDF, or no picture at all: its size is what counts
            waiting.shrunk = True
            return
        single = waiting.whole.media != PDF and (waiting.whole.pages or 1) == 1
        if single and len(waiting.whole.body) >= LARGE:
            smaller = self._acts.shrink(waiting.name, body)
            waiting.smaller = smaller if smaller.shrunk_from else None

    def _looked_into(self, waiting: Waiting) -> None:
        if waiting is self._first():
            self._show_staged(waiting)

    def _not_looked_into(self, waiting: Waiting, trouble: Exception) -> None:
        waiting.trouble = said(trouble)
        if waiting is self._first():
            self._view.show_staged_error(waiting.name, waiting.trouble)

    def _show_staged(self, waiting: Waiting) -> None:
        whole, smaller, desk = waiting.whole, waiting.smaller, self._desks[self._case_id]
        shown = whole or smaller
        if shown is None:
            return
        number = desk.total - len(desk.waiting) + 1
        staged = Staged(
            name=shown.name,
            thumbnail=shown.thumbnail,
            size=size_words(shown.shrunk_from or len(shown.body)),
            smaller=size_words(len(smaller.body)) if smaller else "",
            shrunk=waiting.shrunk,
            must_shrink=whole is None,
            place=self._place(waiting),
            note=waiting.note,
            which=tr("{number} dari {total}", number=number, total=desk.total) if desk.total > 1 else "",
        )
        self._view.show_staged(staged, () if self._fixed else self._places)


_WORD = re.compile(r"[^\W_]+")


def suggested(name: str, places: Sequence[Place]) -> str:
    """The place that a file's name speaks of (``KTP Siti.jpg``), if it is only one."""
    words = {word.lower() for word in _WORD.findall(name.rpartition(".")[0])}
    fitting = [place.value for place in places if place.names & words]
    return fitting[0] if len(fitting) == 1 else ANYWHERE

"""The state of one intake: what was typed, the way back, the draft, and what all of it looks like. No Qt."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Literal, Protocol

from desk.domain.catalogue import Service
from desk.domain.checklist import Assessment, assess
from desk.domain.dates import plain_date
from desk.domain.errors import DeskError
from desk.domain.identity import age_on
from desk.language import language, sentence, tr
from desk.ui.loket import ticking
from desk.ui.loket.acts import Acts, Later, Runner
from desk.ui.loket.form import Form, form_to_body, taken_back
from desk.ui.loket.knowledge import Knowledge
from desk.ui.loket.reading import Reading, for_service, read_form, wanting, warnings_of
from desk.ui.loket.rows import rows_of
from desk.ui.loket.showing import Outcome, Showing, Stage
from desk.ui.loket.verdict import Verdict, verdict_of

log = logging.getLogger(__name__)
Paper = Literal["slip", "missing", "checklist"]
DRAFT_MS = 400
"""How long after the last key a draft is written: a crash costs less than a word."""

_UNDO_DEPTH = 50


class View(Protocol):
    """What a presenter asks of its page."""

    def show_form(self, showing: Showing) -> None:
        """Draw it."""

    def focus(self, path: str) -> None:
        """Put the focus on a field (``service``, ``checklist``, or a field's path)."""

    def print_paper(self, paper: Paper, reference: str) -> None:
        """Print a slip or shortage list of a case, or the checklist of a service."""

    def say(self, words: str) -> None:
        """One line about what just happened."""

    def take_back(self, words: str) -> None:
        """What was said is no longer true."""

    def take_up(self, case_id: str) -> None:
        """Open the form of a returned file."""


class Working:
    """One form being worked on; `desk.ui.loket.presenter` adds the officer's wishes.

    Attributes:
        form: as typed so far.
        outcome: what became of it, once it was saved.
    """

    def __init__(self, acts: Acts, jobs: Runner, later: Later, view: View, form: Form) -> None:
        self.acts, self.jobs, self.later, self.view = acts, jobs, later, view
        self.form = form
        self.outcome: Outcome | None = None
        self.knowledge = Knowledge(acts, jobs, self.refresh)
        self._picking = not form.service
        self._query = ""
        self._found: tuple[Service, ...] = ()
        self._highlighted = -1
        self._saving = False
        self._left: set[str] = set(form.texts)
        self._refused: dict[str, str] = {}
        self._trouble = ""
        self._told = ("", "")
        self._kept = form
        self._pinned: Service | None = None
        self._undo: list[tuple[Form, Form]] = []

    def start(self) -> None:
        """Show the form for the first time."""
        if self._picking:
            self._found = tuple(self.acts.search(""))
        elif service := self.service:
            self.knowledge.ask_due(service)
        if case_id := self.form.case_id:
            self.jobs.run(lambda: self.acts.find(case_id)[1], self._on_pinned, self._not_kept)
        self.knowledge.ask(self._reading())
        self._ask_already()
        self.refresh()

    def _on_pinned(self, service: Service) -> None:
        """A file taken up again is judged by the standard that it was registered under."""
        self._pinned = service
        self.knowledge.ask_due(service, again=True)
        self.refresh()

    def close(self) -> None:
        """Keep what was typed and stop."""
        self.flush()

    # What is shown

    @property
    def service(self) -> Service | None:
        """The chosen service; of a file taken up again, in the version that it was registered under."""
        if self._pinned is not None:
            return self._pinned
        return self.acts.service(self.form.service) if self.form.service else None

    @property
    def stage(self) -> Stage:
        """Where the form stands."""
        if self.outcome:
            return "done"
        if self._saving:
            return "saving"
        return "picking" if self._picking else "filling"

    @property
    def title(self) -> str:
        """The tab's title: who, else what, else that it is new."""
        service = self.service
        return self.form.name or (service.title if service else tr("Pendaftaran baru"))

    def refresh(self) -> None:
        """Show everything anew."""
        self.view.show_form(self.showing())

    def showing(self) -> Showing:
        """The form as it is shown now."""
        form, service = self.form, self.service
        if self._picking and self._found and self._highlighted >= 0:
            preview = self._found[self._highlighted]
            form, service = ticking.moved(form, service, preview), preview
        reading = read_form(form, self.acts.today())
        problems = {path: words for path, words in reading.problems.items() if path in self._left}
        showing = Showing(
            stage=self.stage,
            form=self.form,
            title=self.title,
            query=self._query,
            found=self._found if self._picking else (),
            highlighted=self._highlighted,
            service=service,
            problems={**problems, **self._refused},
            warnings=warnings_of(reading, self.acts.regions),
            other_name=self.knowledge.other_name_words(reading) if "applicant.name" in self._left else "",
            under_way=self.knowledge.under_way(reading, service),
            birth_words=self._birth_words(reading),
            outcome=self.outcome,
            trouble=self._trouble,
        )
        if service is None:
            return replace(showing, offers=self.knowledge.offers(form, reading, None, None))
        assessment = assess(service, for_service(reading.intake, service), self.acts.today())
        return replace(
            showing,
            rows=rows_of(service, assessment, form.answers, self.knowledge.seen(reading, service, assessment)),
            done=assessment.done,
            total=assessment.total,
            offers=self.knowledge.offers(form, reading, service, assessment),
            verdict=self._verdict(service, assessment),
        )

    def _reading(self) -> Reading:
        return read_form(self.form, self.acts.today())

    def _ask_already(self) -> None:
        """Look for files under way in which the same is asked for; when a field was left, not with every key."""
        if not self._busy():
            self.knowledge.ask_already(self.service, self._reading(), self.form.case_id)

    def _assessment(self, service: Service) -> Assessment:
        return assess(service, for_service(self._reading().intake, service), self.acts.today())

    def _verdict(self, service: Service, assessment: Assessment) -> Verdict:
        return verdict_of(service, assessment, self.knowledge.due(service), self.acts.document)

    def _birth_words(self, reading: Reading) -> str:
        if reading.birth_date is None:
            return ""
        age = age_on(reading.birth_date, self.acts.today())
        return tr("{day}, {age} tahun", day=plain_date(reading.birth_date, language()), age=age)

    # Keeping and undoing

    def _busy(self) -> bool:
        return self._saving or self.outcome is not None

    def _take(self, form: Form, *, undo: bool = False) -> None:
        """The form is now this one: remember the way back, look things up, keep a draft soon, show it."""
        if self._busy() or form == self.form:
            return
        if undo:
            self._undo = [*self._undo[-_UNDO_DEPTH:], (self.form, form)]
        self.form, self._trouble = form, ""
        reading = self._reading()
        path, _ = self._told
        if path and path not in {**reading.problems, **wanting(form), **self._refused}:
            self._take_back()
        self.knowledge.ask(reading)
        self.later.start(DRAFT_MS, self.keep)
        self.refresh()

    def _tell(self, words: str, path: str = "") -> None:
        """Say something that stands until the field at `path` is mended, or the form is saved."""
        self._told = (path, words)
        self.view.say(words)

    def _take_back(self) -> None:
        _, words = self._told
        self._told = ("", "")
        if words:
            self.view.take_back(words)

    def open_letter(self) -> None:
        """The applicant brought a letter: its fields come in sight, and the cursor goes there."""
        self._take(replace(self.form, letter=True), undo=True)
        self.view.focus("letter.number")

    def undo(self) -> bool:
        """Undo the last act that was not plain typing; what was typed since stays."""
        if self._busy() or not self._undo:
            return False
        before, after = self._undo.pop()
        self._take(taken_back(self.form, before, after))
        return True

    def keep(self) -> None:
        """Write the draft now."""
        self.later.stop()
        if self._busy() or self.form == self._kept:
            return
        form, title = self.form, self.title
        self._kept = form
        if service := self.service:
            self.knowledge.ask_due(service, again=True)
        if form.empty:
            self.jobs.run(lambda: self.acts.drop(form.key), nothing, self._not_kept)
        else:
            self.jobs.run(lambda: self.acts.keep(form.key, title, form_to_body(form)), nothing, self._not_kept)

    flush = keep

    def keep_again(self) -> None:
        """Write a draft that was dropped meanwhile."""
        self._kept = Form(key="")
        self.keep()

    def _not_kept(self, error: Exception) -> None:
        self._kept = Form(key="")
        self._trouble = tr("Draf belum tersimpan: {reason}", reason=said(error))
        self.refresh()


def said(error: Exception) -> str:
    """An error as the officer reads it."""
    if isinstance(error, DeskError):
        return sentence(error)
    log.error("an act of the intake screen failed", exc_info=error)
    return tr("Terjadi kesalahan pada program. Isian Anda tetap ada; coba simpan sekali lagi.")


def nothing(_: object) -> None:
    """An answer that nobody waits for."""
    return

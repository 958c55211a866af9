"""All intakes that are open at this counter: a strip of tabs, drafts brought back, forms set aside and called back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.language import tr
from desk.ui.loket.acts import Acts, DraftLike, Later, Runner
from desk.ui.loket.form import SCREEN, Form, form_from_body, form_of_case, next_of_family
from desk.ui.loket.presenter import Presenter
from desk.ui.loket.showing import Showing
from desk.ui.loket.working import Paper, nothing, said


class DeskView(Protocol):
    """What the counter asks of its page; `show_form`, `focus` and the rest are about the form in front."""

    def show_form(self, showing: Showing) -> None:
        """Draw the form in front."""

    def show_tabs(self, titles: Sequence[str], current: int) -> None:
        """Draw the strip."""

    def focus(self, path: str) -> None:
        """Put the focus on a field."""

    def print_paper(self, paper: Paper, reference: str) -> None:
        """Print something."""

    def say(self, words: str, *, undo: bool = False) -> None:
        """One line about what just happened, perhaps with the offer to undo it."""

    def take_back(self, words: str) -> None:
        """What was said is no longer true."""


class Counterdesk:
    """The open forms; there is always one.

    Attributes:
        forms: a presenter each.
        current: which is in front.
    """

    def __init__(self, acts: Acts, jobs: Runner, new_later: Callable[[], Later], view: DeskView) -> None:
        self.acts, self.jobs, self.view = acts, jobs, view
        self._new_later = new_later
        self.forms: list[Presenter] = []
        self.current = 0
        self._closed: list[Form] = []

    @property
    def front(self) -> Presenter:
        """The form in front."""
        return self.forms[self.current]

    def start(self) -> None:
        """Open an empty form at once, and bring back what was not finished."""
        self.open_new()
        self.jobs.run(self.acts.kept, self._restored, self._not_restored)

    def close_down(self) -> None:
        """Keep every form as it is now: the screen is locked, or the window closes."""
        for form in self.forms:
            form.close()

    def keep_all(self) -> None:
        """Write every draft now."""
        for form in self.forms:
            form.flush()

    def open_new(self) -> None:
        """An empty form in front; one that is there already and empty will do."""
        empty = [index for index, each in enumerate(self.forms) if each.form.empty and each.outcome is None]
        if empty:
            self.show(empty[0])
        else:
            self._open(Form(key=self.acts.new_key()))
        self.view.focus("service")

    def open_family(self) -> None:
        """A form for another member of the family in front: card, address and telephone are there."""
        self._open(next_of_family(self.front.form, self.acts.new_key()))
        self.view.focus("service")

    def next_applicant(self, *, family: bool = False) -> None:
        """The file in front is done: let it go and begin the next."""
        done = self.front
        if done.outcome is None:
            return
        form = next_of_family(done.form, self.acts.new_key()) if family else Form(key=self.acts.new_key())
        self.forms.remove(done)
        self.current = min(self.current, len(self.forms))
        self._open(form, at=self.current)
        self.view.focus("service")

    def take_up(self, case_id: str) -> None:
        """Open the form of a returned file; nothing has to be typed twice."""
        for index, each in enumerate(self.forms):
            if each.form.case_id == case_id and each.outcome is None:
                self.show(index)
                return
        self.jobs.run(lambda: self.acts.find(case_id), self._found_case, self._not_found)

    def show(self, index: int) -> None:
        """Bring a form to the front."""
        if 0 <= index < len(self.forms):
            if index != self.current and self.current < len(self.forms):
                self.front.flush()
            self.current = index
            self._show_tabs()
            self.front.refresh()

    def show_next(self, step: int = 1) -> None:
        """The next tab, round and round."""
        self.show((self.current + step) % len(self.forms))

    def close_form(self, index: int | None = None) -> None:
        """Take a form off the strip. It is not asked about: it can be called back."""
        index = self.current if index is None else index
        closing = self.forms.pop(index)
        closing.later.stop()
        if closing.outcome is None and not closing.form.empty:
            self._closed.append(closing.form)
            key = closing.form.key
            self.jobs.run(lambda: self.acts.drop(key), nothing, self._not_restored)
            named = closing.form.name or closing.service
            words = tr("Pendaftaran {name} ditutup.", name=closing.title) if named else tr("Pendaftaran baru ditutup.")
            self.view.say(words, undo=True)
        self.current = max(0, min(self.current - (index < self.current), len(self.forms) - 1))
        if self.forms:
            self.show(self.current)
        else:
            self.open_new()

    def undo(self) -> None:
        """Undo the last act on the form in front that was not plain typing."""
        if not self.front.undo():
            self.call_back()

    def call_back(self) -> None:
        """Open the form that was closed last."""
        if self._closed:
            self._open(self._closed.pop())
            self.front.keep_again()

    def _open(self, form: Form, at: int | None = None) -> None:
        if self.forms and self.current < len(self.forms) and at is None:
            self.front.flush()
        seat = _Seat(self)
        presenter = Presenter(self.acts, self.jobs, self._new_later(), seat, form)
        seat.presenter = presenter
        self.current = len(self.forms) if at is None else at
        self.forms.insert(self.current, presenter)
        presenter.start()
        self._show_tabs()

    def _show_tabs(self) -> None:
        self.view.show_tabs([each.title for each in self.forms], self.current)

    def shown(self, presenter: Presenter | None, showing: Showing) -> None:
        """A form has changed: draw it if it is in front, and its tab."""
        if presenter is None or presenter not in self.forms:
            return
        self._show_tabs()
        if presenter is self.front:
            self.view.show_form(showing)

    def _restored(self, drafts: Sequence[DraftLike]) -> None:
        open_keys = {each.form.key for each in self.forms}
        found = [
            form_from_body(draft.body, draft.key)
            for draft in drafts
            if draft.body.get("screen") == SCREEN and draft.key not in open_keys
        ]
        if not found:
            return
        untouched = self.front if self.front.form.empty else None
        for form in found:
            self._open(replace(form, key=form.key))
        if untouched is not None:
            self.forms.remove(untouched)
            self.show(len(self.forms) - 1)
        self.view.say(tr("{count} pendaftaran yang belum selesai dibuka kembali.", count=len(found)))

    def _not_restored(self, error: Exception) -> None:
        self.view.say(said(error))

    def _found_case(self, found: tuple[Case, Service]) -> None:
        case = found[0]
        if case.state != "returned":
            words = tr("Berkas {number} tidak sedang dikembalikan.", number=case.registration_number)
            self.view.say(words)
            return
        blank = self.front if self.front.outcome is None and not self.front.form.service else None
        self._open(form_of_case(case, self.acts.new_key()))
        if blank is not None and blank in self.forms:
            self.forms.remove(blank)
            blank.later.stop()
            key = blank.form.key
            self.jobs.run(lambda: self.acts.drop(key), nothing, self._not_found)
            self.show(len(self.forms) - 1)
        self.view.focus("checklist")

    def _not_found(self, error: Exception) -> None:
        self.view.say(said(error))


class _Seat:
    """A form's view: the page while it is in front, nothing while it is not."""

    def __init__(self, desk: Counterdesk) -> None:
        self.desk = desk
        self.presenter: Presenter | None = None

    def _in_front(self) -> bool:
        desk = self.desk
        return bool(desk.forms) and desk.current < len(desk.forms) and desk.front is self.presenter

    def show_form(self, showing: Showing) -> None:
        self.desk.shown(self.presenter, showing)

    def focus(self, path: str) -> None:
        if self._in_front():
            self.desk.view.focus(path)

    def print_paper(self, paper: Paper, reference: str) -> None:
        self.desk.view.print_paper(paper, reference)

    def say(self, words: str) -> None:
        self.desk.view.say(words)

    def take_back(self, words: str) -> None:
        self.desk.view.take_back(words)

    def take_up(self, case_id: str) -> None:
        self.desk.take_up(case_id)

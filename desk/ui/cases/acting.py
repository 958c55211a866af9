"""Acts on the file in view: forms opened, kept half-filled, written once, refused beside the blank. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from desk.domain.case import Case
from desk.domain.errors import DeskError, Refused
from desk.domain.movement import Disposition
from desk.domain.offers import recallable, step_just_done
from desk.language import tr
from desk.services.acts import Wish
from desk.ui.cases import presses
from desk.ui.cases.asking import CasesActs, DraftKey, FormsView
from desk.ui.cases.case_words import ACTIONS
from desk.ui.cases.dossier import Dossier, Press
from desk.ui.cases.forms import FORMS
from desk.ui.cases.forms.form import Form, Option, Values, faults, starting
from desk.ui.cases.trouble import said, said_of
from desk.ui.runner import Runner

MOVED_ON = frozenset({"changed_meanwhile", "not_allowed_now", "answer_awaited"})
"""Refusals that mean that the file isn't as it was shown: it is fetched again."""
_LOOKED_UP = 2
"""Letters from which on something is looked up."""


@dataclass(frozen=True, slots=True)
class _Open:
    """The form that is open."""

    dossier: Dossier
    form: Form

    @property
    def key(self) -> DraftKey:
        return (self.dossier.case.id, self.form.action, self.form.key)


class Acting:
    """What is done with the file in view, one thing at a time."""

    def __init__(
        self,
        view: FormsView,
        acts: CasesActs,
        jobs: Runner,
        *,
        chosen: Callable[[], Dossier | None],
        written: Callable[[], None],
        stale: Callable[[], None],
    ) -> None:
        """`chosen` gives the file to act on; `written` is called after an act, `stale` when it isn't as it was shown."""
        self._view, self._acts, self._jobs = view, acts, jobs
        self._chosen, self._written, self._stale = chosen, written, stale
        self._open: _Open | None = None
        self._shown: Dossier | None = None
        self._drafts: dict[DraftKey, Values] = {}
        self._busy = False
        self._asked = 0

    @property
    def open_form(self) -> Form | None:
        """The form that is open."""
        return self._open.form if self._open else None

    def bring_back(self) -> None:
        """Fetch the forms that were half filled when Desk was closed."""

        def answer(kept: Mapping[DraftKey, Values]) -> None:
            self._drafts = {**kept, **self._drafts}

        self._jobs.run(self._acts.kept, answer, lambda _trouble: None)

    def begin(self, action: str, key: str = "", *, ask: bool | None = None) -> None:
        """An act was pressed: open its form, or do what asks nothing."""
        dossier = self._chosen()
        if dossier is None or self._busy:
            return
        if action == "resubmit":
            self._acts.take_up(dossier.case.id)
        elif dossier.offer(action) is None:
            self._view.tell(tr("Itu tidak bisa dilakukan pada berkas ini sekarang."), good=False)
        elif presses.asks(dossier, action) if ask is None else ask:
            self._show(dossier, action, key)
        else:
            self._run(dossier, (Wish(action),))

    def typed(self, values: Values) -> None:
        """Something was written into the open form."""
        if self._open is None:
            return
        if dict(values) == starting(self._open.form):
            self._drafts.pop(self._open.key, None)
        else:
            self._drafts[self._open.key] = dict(values)

    def rest(self) -> None:
        """The hands rest, or go elsewhere: what is half filled is kept in the store."""
        opened = self._open
        if opened is None:
            return
        key, title = opened.key, f"{opened.form.title} · {opened.dossier.case.registration_number}"
        values = self._drafts.get(key)
        if values is None:
            self._jobs.run(partial(self._acts.drop, key), None, self._on_not_kept)
        else:
            self._jobs.run(partial(self._acts.keep, key, title, values), None, self._on_not_kept)

    def put_away(self) -> None:
        """Close the form; what was typed stays for the next time."""
        if self._open is not None:
            self.rest()
            self._open = None
            self._view.close_form()
            self._show_drafts()

    def keep(self, values: Values) -> None:
        """Write what the open form says."""
        opened = self._open
        if opened is None or self._busy:
            return
        self.typed(values)
        found = faults(opened.form, values)
        if found:
            self._view.show_faults(found)
            return
        try:
            wishes = FORMS[opened.form.action].tell(opened.dossier, opened.form.key, values)
        except Refused as trouble:
            self._refuse(trouble)
            return
        if wishes:
            self._run(opened.dossier, wishes)

    def seek(self, name: str, text: str) -> None:
        """Something was typed into a form's search."""
        opened = self._open
        if opened is None:
            return
        self._asked += 1
        asked, action = self._asked, opened.form.action
        if 0 < len(text.strip()) < _LOOKED_UP:
            self._view.show_found(name, ())
            return

        def answer(found: tuple[Option, ...]) -> None:
            if asked == self._asked and self._open is not None:
                self._view.show_found(name, found)

        self._jobs.run(partial(self._acts.look_up, opened.dossier, action, text.strip()), answer, self._on_trouble)

    def picked(self, values: Values) -> None:
        """Something that was looked up is chosen: show what the form would do with it."""
        opened = self._open
        if opened is None or not opened.form.foreseen:
            return
        self.typed(values)
        self._asked += 1
        asked = self._asked

        def answer(columns: object) -> None:
            if asked == self._asked and self._open is not None:
                self._view.show_foreseen(columns)  # type: ignore[arg-type]

        self._jobs.run(
            partial(self._acts.foresee, opened.dossier, opened.form.action, dict(values)), answer, self._on_trouble
        )

    def on_shown(self, dossier: Dossier) -> None:
        """The file is shown anew: an open form of it follows, one of another file is put away."""
        self._busy = False
        self._shown = dossier
        opened = self._open
        if opened is not None and opened.dossier.case.id != dossier.case.id:
            self.put_away()
            opened = None
        if opened is not None:
            action, key = opened.form.action, opened.form.key
            if dossier.offer(action) is None:
                self.put_away()
            else:
                self._show(dossier, action, key, anew=False)
        self._show_drafts()

    def let_go(self) -> None:
        """No file is in view any more."""
        self.put_away()
        self._busy, self._shown = False, None

    def _show(self, dossier: Dossier, action: str, key: str, *, anew: bool = True) -> None:
        form = FORMS[action].make(dossier, key)
        if anew and self._open is not None:
            self.put_away()
        self._open = _Open(dossier, form)
        values = starting(form)
        kept = self._drafts.get(self._open.key, {})
        values.update((name, text) for name, text in kept.items() if name in values)
        self._view.show_form(form, values, anew=anew)
        self._show_drafts()
        if anew:
            for blank in form.blanks:
                if blank.kind == "seek" and not values[blank.name]:
                    self.seek(blank.name, "")  # some are near at hand: files that look like the same one
                elif blank.kind == "seek":
                    self.picked(values)

    def _show_drafts(self) -> None:
        """Which forms of the file in view are half filled."""
        shown = self._shown
        if shown is None:
            self._view.show_drafts(())
            return
        open_key = self._open.key if self._open else None
        self._view.show_drafts(tuple(
            Press(action, tr(ACTIONS[action]), key)
            for case_id, action, key in self._drafts
            if case_id == shown.case.id and (case_id, action, key) != open_key and shown.offer(action)
        ))  # fmt: skip

    def _run(self, dossier: Dossier, wishes: tuple[Wish, ...]) -> None:
        self._busy = True
        self._view.show_form_busy(busy=True)
        done_key = self._open.key if self._open else None

        def done(case: Case) -> None:
            self._view.show_form_busy(busy=False)
            if done_key is not None:
                self._forget(done_key)
            self._say_done(dossier, case, wishes)
            self._written()

        def failed(trouble: Exception) -> None:
            self._busy = False
            self._view.show_form_busy(busy=False)
            self._refuse(trouble, done_key)
            if isinstance(trouble, DeskError) and trouble.code in MOVED_ON:
                self._stale()

        seen = dossier.case.journey.last
        self._jobs.run(partial(self._acts.act, dossier.case.id, wishes, seen), done, failed)

    def _forget(self, key: DraftKey) -> None:
        """The form is written: it goes, and its draft with it."""
        self._drafts.pop(key, None)
        self._jobs.run(partial(self._acts.drop, key), None, self._on_not_kept)
        if self._open is not None and self._open.key == key:
            self._open = None
            self._view.close_form()

    def _refuse(self, trouble: Exception, key: DraftKey | None = None) -> None:
        """Say it beside its blank where the form has it, above the form where not, else in the bottom line."""
        opened = self._open
        if opened is None or key not in (None, opened.key):
            self._view.tell(said(trouble), good=False)
            return
        if not isinstance(trouble, DeskError):
            self._view.show_faults({}, said(trouble))
            return
        blank = opened.form.blank((trouble.field or "").removeprefix("--")) if trouble.field else None
        words = said_of(trouble, blank.label if blank else "", opened.form.title)
        self._view.show_faults({blank.name: words} if blank else {}, "" if blank else words)

    def _say_done(self, before: Dossier, case: Case, wishes: tuple[Wish, ...]) -> None:
        """What was done, how to take it back where that can be, and the paper that goes with it."""
        number = case.registration_number
        actions = {wish.action for wish in wishes}
        if actions == {"take_back"}:
            self._view.tell(tr("Langkah terakhir berkas {number} dibatalkan.", number=number), good=True)
            return
        if "give_back" in actions:
            listed = tuple(
                paper for wish in wishes if wish.action == "give_back" for paper in wish.data.get("papers", ())
            )
            self._view.tell(
                tr("Berkas asli {number} dicatat dikembalikan.", number=number),
                good=True,
                action=tr("Cetak tanda terimanya"),
                act=lambda: self._acts.preview(self._acts.given_back(case, listed)),
            )
            return
        undo = self._undo(before, case, actions)
        self._view.tell(tr("Tercatat pada berkas {number}.", number=number), good=True, undo=undo)

    def _undo(self, before: Dossier, case: Case, actions: set[str]) -> Callable[[], None] | None:
        """Taking back a step, or recalling the dispositions that were just written."""
        if "dispose" in actions:
            known = {one.id for one in before.case.movement.dispositions}
            new = tuple(one for one in recallable(case) if one.id not in known)
            return partial(self._recall, case, new) if new else None
        if actions & {"advance", "visit", "deliver", "hand_off"} and step_just_done(case):
            return partial(self._take_back, case)
        return None

    def _take_back(self, case: Case) -> None:
        self._do_later(case, (Wish("take_back"),))

    def _recall(self, case: Case, sent: tuple[Disposition, ...]) -> None:
        self._do_later(case, tuple(Wish("recall", data={"disposition": one.id}) for one in sent))

    def _do_later(self, case: Case, wishes: tuple[Wish, ...]) -> None:
        """An undo: on the file as it was left, whatever is in view by now."""

        def done(after: Case) -> None:
            words = tr("Yang tadi dicatat pada berkas {number} dibatalkan.", number=after.registration_number)
            self._view.tell(words, good=True)
            self._written()

        def failed(trouble: Exception) -> None:
            self._view.tell(said(trouble), good=False)

        self._jobs.run(partial(self._acts.act, case.id, wishes, case.journey.last), done, failed)

    def _on_trouble(self, trouble: Exception) -> None:
        self._refuse(trouble)

    def _on_not_kept(self, trouble: Exception) -> None:
        self._view.tell(said(trouble), good=False)

"""What an officer can wish at the counter, and what comes of it: one intake, from the first letter to the slip. No Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from desk.domain.catalogue import APPLICANT_KINDS, ApplicantKind, Service
from desk.domain.errors import DeskError
from desk.domain.intake import Beneficiary, ReceivedBy, Sex
from desk.language import tr
from desk.ui.loket import ticking
from desk.ui.loket.acts import ReceiptLike
from desk.ui.loket.fields import SEX, asked, walk
from desk.ui.loket.form import CHANNELS, SPOKEN_CHANNELS
from desk.ui.loket.offers import accepted
from desk.ui.loket.reading import for_service, spelt_out, split_rt_rw, wanting
from desk.ui.loket.roster import join_roster, read_roster
from desk.ui.loket.rows import asked_by
from desk.ui.loket.showing import Outcome
from desk.ui.loket.verdict import promise_words, short_name
from desk.ui.loket.working import Working, nothing, said


class Presenter(Working):
    """Decides about one form."""

    # The service

    def search(self, text: str) -> None:
        """Look for services that `text` may mean; a NIK typed here goes where it belongs."""
        if text.isdecimal() and len(text) == 16:
            self._query = ""
            self.write("applicant.nik", text)
            self.view.focus("applicant.nik")
            text = ""
        self._query, self._highlighted = text, 0 if text.strip() else -1
        self._found = tuple(self.acts.search(text))
        self._ask_preview()
        self.refresh()

    def highlight(self, index: int) -> None:
        """Look at another of those found."""
        if self._found:
            self._highlighted = max(0, min(index, len(self._found) - 1))
            self._ask_preview()
            self.refresh()

    def _ask_preview(self) -> None:
        if self._found and self._highlighted >= 0:
            self.knowledge.ask_due(self._found[self._highlighted])

    def tab_away(self) -> None:
        """Tab in the search: take what is under the bar; with nothing typed, begin with the person."""
        if self._highlighted >= 0:
            self.choose()
        else:
            self.view.focus(asked(self.form.kind, no_nik=self.form.no_nik)[0].path)

    def choose(self, index: int | None = None) -> None:
        """Take the service under the bar; papers that the former one shares stay ticked."""
        if not self._picking or not self._found or self._busy():
            return
        if index is not None:
            self._highlighted = max(0, min(index, len(self._found) - 1))
        if self._highlighted < 0:
            self.view.say(tr("Ketik beberapa huruf, atau pilih dengan panah ke bawah."))
            return
        new = self._found[self._highlighted]
        form = ticking.moved(self.form, self.service, new)
        if form.kind not in new.applicants and not form.texts:
            form = replace(form, kind=new.applicants[0])
        self._picking, self._query = False, ""
        self.knowledge.ask_due(new)
        self._take(form, undo=bool(self.form.service))
        self._ask_already()
        self.view.focus("checklist")

    def pick_again(self) -> None:
        """Open the search to change the service; nothing is lost until another is chosen."""
        if self._busy() or self._picking:
            return
        if self.form.case_id:
            self.view.say(tr("Berkas ini sudah terdaftar; layanannya diganti lewat Berkas."))
            return
        self._picking, self._query = True, ""
        self._found = tuple(self.acts.search(""))
        chosen = [index for index, service in enumerate(self._found) if service.id == self.form.service]
        self._highlighted = chosen[0] if chosen else 0
        self.refresh()
        self.view.focus("service")

    def stop_picking(self) -> None:
        """Back to the service that was chosen before."""
        if self._picking and self.form.service:
            self._picking = False
            self.refresh()
            self.view.focus("checklist")

    def print_checklist(self) -> None:
        """Print what has to be brought, before anything is asked of anyone."""
        if service := self.showing().service:
            self.view.print_paper("checklist", service.id)

    # The papers

    def press(self, key: str, *, original: bool = False) -> bool:
        """A key on the checklist; whether some row has it."""
        row = next((row for row in self.showing().rows if row.key == key and key), None)
        if row is not None:
            self.toggle(row.id, original=original)
        return row is not None

    def toggle(self, row_id: str, *, original: bool = False) -> None:
        """Tick or untick a paper; answer a question or condition: yes, no, open again."""
        service = self.service
        if service is None or self._busy():
            return
        requirement = service.requirement(row_id)
        asks = row_id.removeprefix("?") if row_id.startswith("?") else asked_by(requirement)
        if asks:
            self._take(ticking.answered(self.form, asks, ticking.after(self.form.answers.get(asks))), undo=True)
        elif requirement is not None:
            assessment = self._assessment(service)
            self._take(ticking.toggled(self.form, service, assessment, row_id, original=original), undo=True)

    def tick_everything(self) -> None:
        """All papers that apply are there."""
        service = self.service
        if service is not None and not self._busy():
            self._take(ticking.all_ticked(self.form, service, self._assessment(service)), undo=True)

    def detail(self, row_id: str, **changes: Any) -> None:
        """What exactly was handed over: form, count, seen_original, kept, note."""
        if self.service is not None and not row_id.startswith("?") and not self._busy():
            self._take(ticking.detailed(self.form, row_id, changes), undo=True)

    def turn_form(self, row_id: str, step: int) -> None:
        """The next thing that may be handed over: as demanded, original, copy and so on."""
        self.detail(row_id, form=ticking.next_form(self.form.ticks.get(row_id), step))

    def turn_count(self, row_id: str, step: int) -> None:
        """One sheet more or less than now."""
        service = self.service
        requirement = service.requirement(row_id) if service else None
        if requirement is not None:
            tick = self.form.ticks.get(row_id)
            now = tick.count if tick and tick.count is not None else requirement.copies
            self.detail(row_id, count=max(0, min(999, now + step)))

    # The person

    def write(self, path: str, text: str) -> None:
        """What stands in a field after a key."""
        if self._busy() or self.form.text(path) == text:
            return
        self._refused.pop(path, None)
        self._take(self.form.written(path, text))

    def leave(self, path: str) -> None:
        """The focus left a field: now it may be said what is wrong with it."""
        if self.outcome:
            return
        if self.form.text(path).strip():
            self._left.add(path)
        if path == "applicant.street":
            self._split_street()
        if path == "applicant.village":
            self._fill_district()
        self._ask_already()
        self.refresh()

    def _split_street(self) -> None:
        if self.form.text("applicant.rt") or self.form.text("applicant.rw"):
            return
        if found := split_rt_rw(self.form.text("applicant.street")):
            form = self.form
            for path, text in zip(("applicant.street", "applicant.rt", "applicant.rw"), found, strict=True):
                form = form.written(path, text)
            self._take(form, undo=True)

    def _fill_district(self) -> None:
        if self.form.text("applicant.district"):
            return
        village = self.form.text("applicant.village").strip().casefold()
        same = [place for place in self.acts.places(village) if place.village.casefold() == village] if village else []
        if len(same) == 1:
            self._take(self.form.written("applicant.district", same[0].district), undo=True)

    def enter(self, path: str) -> None:
        """Enter in a field: take what is offered there, and go on to the next field that is empty or wrong.

        From a field that is wrong itself, Enter doesn't go: what is typed next mends it instead of landing elsewhere.
        In a field with nothing in it, Enter takes an offer that stands elsewhere: whoever left the NIK with Tab still
        sees 'Enter' beside the offer. The focus stays.
        """
        if not self.accept(path) and not self._filled(path) and self.accept_any():
            self.view.focus(path)
            return
        self.leave(path)
        showing = self.showing()
        if path in showing.problems:
            self.view.focus(path)
            return
        steps = walk(self.form.kind, no_nik=self.form.no_nik, letter=self.form.with_letter)
        paths = [step for step, _ in steps]
        after = paths.index(path) + 1 if path in paths else 0
        offered = {SEX} if any(offer.sex for offer in showing.offers) else set()
        wanting = (step for step, optional in steps[after:] if not (optional or step in offered or self._filled(step)))
        wrong = (step for step in paths[after:] if step in showing.problems)
        stops = {*wanting, *wrong}
        self.view.focus(next((step for step in paths if step in stops), "actions"))

    def _filled(self, path: str) -> bool:
        """Whether something stands in a field, or one of the sexes was chosen."""
        return self.form.sex is not None if path == SEX else bool(self.form.text(path).strip())

    def accept(self, anchor: str, index: int = 0) -> bool:
        """Take an offer beside a field (``checklist`` for papers); whether there was one."""
        offers = self.showing().offer_at(anchor)
        if self._busy() or index >= len(offers):
            return False
        if offers[index].case_id:
            self.view.take_up(offers[index].case_id)
        else:
            self._take(accepted(self.form, offers[index]), undo=True)
            self._ask_already()
        return True

    def accept_any(self) -> bool:
        """Take whatever is offered first, wherever the focus is."""
        offers = self.showing().offers
        return bool(offers) and self.accept(offers[0].anchor)

    def decline(self, anchor: str) -> None:
        """Wave the offers beside a field away, for this form."""
        self.knowledge.declined.update(offer.key for offer in self.showing().offer_at(anchor))
        self.refresh()

    def set_kind(self, kind: ApplicantKind) -> None:
        """A person, an organisation, or a village government."""
        self._take(replace(self.form, kind=kind), undo=True)

    def next_kind(self) -> None:
        """The next kind of applicant."""
        self.set_kind(APPLICANT_KINDS[(APPLICANT_KINDS.index(self.form.kind) + 1) % len(APPLICANT_KINDS)])

    def next_channel(self) -> None:
        """The next way in which a matter comes in."""
        self.set_channel(CHANNELS[(CHANNELS.index(self.form.channel) + 1) % len(CHANNELS)])

    def set_channel(self, channel: ReceivedBy) -> None:
        """How the matter came in."""
        self._take(replace(self.form, channel=channel), undo=True)

    def set_sex(self, sex: Sex | None) -> None:
        """Male or female."""
        self._take(replace(self.form, sex=sex), undo=True)

    def set_no_nik(self, no_nik: bool) -> None:
        """There is no NIK, and a reason will be given; or there is one after all. The number typed is kept."""
        self._refused.pop("applicant.nik", None)
        self._take(replace(self.form, no_nik=no_nik), undo=True)
        self.view.focus("applicant.no_nik_reason" if no_nik else "applicant.nik")

    # Those concerned

    def paste_people(self, text: str) -> int:
        """Add the people of a pasted list; how many were new."""
        people = join_roster(self.form.people, read_roster(text))
        added = len(people) - len(self.form.people)
        if added:
            self._left.update(f"beneficiaries[{index}].nik" for index in range(len(people)))
            self._take(replace(self.form, people=people), undo=True)
        self._tell(tr("{count} orang ditambahkan dari daftar.", count=added))
        return added

    def set_person(self, index: int, **changes: str) -> None:
        """Change a line of the list; the line after the last adds one."""
        people = list(self.form.people)
        if index == len(people):
            people.append(Beneficiary(name=""))
        people[index] = replace(people[index], **changes)
        self._left.update((f"beneficiaries[{index}].nik", f"beneficiaries[{index}].name"))
        self._take(replace(self.form, people=tuple(people)), undo=True)

    def remove_people(self, indexes: set[int]) -> None:
        """Take lines out of the list."""
        left = tuple(person for index, person in enumerate(self.form.people) if index not in indexes)
        self._take(replace(self.form, people=left), undo=True)

    # Saving

    def save(self, *, incomplete: bool = False) -> None:
        """F9 registers a complete file, F8 one that goes back with a list. Pressed twice, it happens once."""
        if self._busy():
            return
        service = self.service
        if service is None or self._picking:
            self.view.say(tr("Pilih layanan dulu: ketik beberapa huruf dari yang diminta pemohon."))
            self.view.focus("service")
            return
        self._split_street()
        self._fill_district()
        if self._stopped_by_problem() or self._wrong_key(service, incomplete=incomplete):
            return
        self._saving, self._trouble, self._refused = True, "", {}
        self.later.stop()
        self.refresh()
        asked_for = for_service(self._reading().intake, service)
        intake = spelt_out(asked_for, self.form, self._assessment(service))
        case_id = self.form.case_id
        work = (lambda: self.acts.take_up(case_id, intake)) if case_id else (lambda: self.acts.register(intake))
        self.jobs.run(work, self._saved, self._failed)

    def _stopped_by_problem(self) -> bool:
        wanted = {path: tr(words) for path, words in wanting(self.form).items()}
        found = {**self._reading().problems, **wanted}
        if not found:
            return False
        self._left.update(found)
        self._refused.update(wanted)
        self.refresh()
        order = [spec.path for spec in asked(self.form.kind, no_nik=self.form.no_nik)]
        first = min(found, key=lambda path: order.index(path) if path in order else len(order))
        self._tell(found[first], first)
        self.view.focus(first)
        return True

    def _wrong_key(self, service: Service, *, incomplete: bool) -> bool:
        verdict = self._verdict(service, self._assessment(service))
        if verdict.complete == (not incomplete):
            return False
        if incomplete:
            self._tell(tr("Berkas sudah lengkap: F9 menyimpan dan mencetak tanda terima."))
        else:
            missing = ", ".join(verdict.missing)
            self._tell(tr("Belum lengkap: {missing}. F8 menyimpan dan mencetak lembar kekurangan.", missing=missing))
        return True

    def _saved(self, receipt: ReceiptLike) -> None:
        service = self.service
        self._saving = False
        complete = receipt.state != "returned"
        known = self.knowledge.due(service) if service else None
        due = replace(known, at=datetime.fromisoformat(receipt.due_at)) if known and receipt.due_at else None
        wanted = [service.requirement(missing) for missing in receipt.missing] if service else []
        papers = [requirement for requirement in wanted if requirement and requirement.kind != "condition"]
        conditions = [requirement.text for requirement in wanted if requirement and requirement.kind == "condition"]
        self.outcome = Outcome(
            case_id=receipt.id,
            registration_number=receipt.registration_number,
            tracking_code=receipt.tracking_code,
            complete=complete,
            promise=promise_words(due, complete=True) if due else "",
            missing=tuple(short_name(requirement, self.acts.document) for requirement in papers),
            unmet=tuple(conditions),
            name=self.form.name,
            service=service.title if service else "",
            again=bool(self.form.case_id),
            spoken=self.form.channel in SPOKEN_CHANNELS,
        )
        key = self.form.key
        self.jobs.run(lambda: self.acts.drop(key), nothing, self._not_kept)
        self._take_back()
        self.refresh()
        if not self.outcome.spoken:
            self.view.print_paper("slip" if complete else "missing", receipt.id)

    def _failed(self, error: Exception) -> None:
        """Nothing is lost: the form stands as it was, with the sentence beside its field."""
        self._saving = False
        path = screen_path(error.field) if isinstance(error, DeskError) else ""
        if path:
            self._refused[path] = said(error)
            self._left.add(path)
            self.view.focus(path)
        else:
            self._trouble = said(error)
        self.refresh()
        self.keep_again()
        self._tell(said(error), path)

    def print_again(self) -> None:
        """Print the outcome's paper once more."""
        if self.outcome:
            self.view.print_paper("slip" if self.outcome.complete else "missing", self.outcome.case_id)


def screen_path(field: str | None) -> str:
    """The field of the form that an error's path names, empty if the form has no such field."""
    path = (field or "").replace("applicant.address.", "applicant.")
    return path if path.startswith(("applicant.", "beneficiaries[", "external_reference.", "letter.", "note")) else ""

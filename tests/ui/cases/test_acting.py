"""Acts without a window: a form opened, kept half filled, refused beside its blank, written once, taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desk.domain.case import Case
from desk.domain.errors import NotFound, Refused
from desk.services.acts import Wish
from desk.ui.cases.dossier import Dossier
from desk.ui.cases.forms.form import Form, Option
from desk.ui.cases.presenter import CasesPresenter
from tests.factory import entry
from tests.ui.cases.office import Office, desk
from tests.ui.fakes import LateJobs, Notebook

Files = dict[str, Dossier]


def at(files: Files, name: str, jobs: Any = None) -> tuple[CasesPresenter, Notebook, Office]:
    """A desk with that file in view; it can be asked for by its id too."""
    presenter, view, office = desk({**files, files[name].case.id: files[name]}, jobs)
    presenter.choose(name)
    if jobs is not None:
        jobs.do_all()
    return presenter, view, office


def opened(view: Notebook) -> Form:
    """The form that was opened last."""
    form: Form = view.last("show_form")
    return form


def values(view: Notebook, **typed: str) -> dict[str, str]:
    """What stands in that form, with this typed into it."""
    held = next(told[1] for name, told, _ in reversed(view.told) if name == "show_form")
    return {**held, **typed}


def test_an_act_that_asks_nothing_is_done_at_once_on_what_was_seen(standings: Files) -> None:
    presenter, view, office = at(standings, "whole")
    presenter.acting.begin("advance")
    assert ("act", (Wish("advance"),)) in office.asked
    assert ("seen", standings["whole"].case.journey.last) in office.asked
    assert ("changed", None) in office.asked
    assert "Tercatat" in view.last("tell")
    assert view.count("show_form") == 0


def test_its_form_opens_where_a_note_is_wanted_and_where_the_step_branches(standings: Files) -> None:
    presenter, view, office = at(standings, "whole")
    presenter.acting.begin("advance", ask=True)
    assert opened(view).action == "advance"
    presenter, view, office = at(standings, "branching")
    presenter.acting.begin("advance")
    assert opened(view).blanks[0].name == "outcome"
    assert office.wished() == []


def test_what_is_not_offered_is_said_not_done(standings: Files) -> None:
    presenter, view, office = at(standings, "ended")
    presenter.acting.begin("dispose")
    assert office.wished() == []
    assert "tidak bisa" in view.last("tell")


def test_an_impatient_second_press_does_nothing(standings: Files) -> None:
    jobs = LateJobs()
    presenter, _, office = at(standings, "whole", jobs)
    presenter.acting.begin("advance")
    presenter.acting.begin("advance")
    jobs.do(0)
    presenter.acting.begin("advance")  # written, but the file isn't shown anew yet
    jobs.do_all()
    assert office.wished() == ["advance"]


def test_an_impatient_second_enter_writes_one_note(standings: Files) -> None:
    jobs = LateJobs()
    presenter, view, office = at(standings, "whole", jobs)
    presenter.acting.begin("note")
    typed = values(view, note="Pemohon menelepon")
    presenter.acting.keep(typed)
    presenter.acting.keep(typed)
    jobs.do(0)
    presenter.acting.keep(typed)
    jobs.do_all()
    assert office.wished() == ["note"]
    assert view.count("close_form") >= 1


def test_what_is_missing_is_said_beside_each_blank_before_anything_is_written(standings: Files) -> None:
    presenter, view, office = at(standings, "ended")
    presenter.acting.begin("number")
    presenter.acting.keep(values(view, number="400.9/1"))
    assert set(view.last("show_faults")) == {"date"}
    presenter.acting.keep(values(view, number="400.9/1", date="31/31"))
    assert "“Tanggal surat”" in view.last("show_faults")["date"] or "kalender" in view.last("show_faults")["date"]
    assert office.wished() == []


@pytest.mark.parametrize(
    ("standing", "action", "field", "blank"),
    [("dispose", "dispose", "--to", "to"), ("visit", "visit", "finding", "finding"), ("whole", "correct", "applicant.nik", "applicant.nik"),
     ("ended", "give_back", "recipient", "recipient"), ("whole", "reject", "by", "by")],
)  # fmt: skip
def test_a_refusal_stands_beside_its_blank_by_the_blank_s_own_name(
    standings: Files, standing: str, action: str, field: str, blank: str
) -> None:
    presenter, view, office = at(standings, standing)
    presenter.acting.begin(action)
    form = opened(view)
    office.trouble = Refused("bad", "Isian {path} keliru.", field=field, path=field)
    wanted = {b.name: "24/11" if b.kind == "day" else "x" for b in form.blanks if b.required}
    presenter.acting.keep(values(view, **wanted))
    label = form.blank(blank).label  # type: ignore[union-attr]
    assert view.last("show_faults") == {blank: f"Isian “{label}” keliru."}
    assert view.count("close_form") == 0


def test_a_refusal_of_no_blank_stands_above_the_form_in_the_window_s_words(standings: Files) -> None:
    presenter, view, office = at(standings, "whole")
    presenter.acting.begin("reject")
    office.trouble = Refused("no", "Tindakan '{action}' tidak bisa.", action="reject")
    presenter.acting.keep(values(view, note="x"))
    told = [values for name, values, _ in view.told if name == "show_faults"][-1]
    assert told == ({}, "Tindakan 'Tolak dengan alasan' tidak bisa.")


def test_a_fault_of_the_program_keeps_the_form_too(standings: Files) -> None:
    presenter, view, office = at(standings, "whole")
    presenter.acting.begin("reject")
    office.trouble = RuntimeError("pecah")
    presenter.acting.keep(values(view, note="x"))
    told = [values for name, values, _ in view.told if name == "show_faults"][-1]
    assert "RuntimeError" in told[1]
    assert presenter.acting.open_form is not None


@pytest.mark.parametrize("code", ["changed_meanwhile", "not_allowed_now", "answer_awaited"])
def test_a_file_that_somebody_else_moved_is_fetched_anew_and_what_was_typed_stays(standings: Files, code: str) -> None:
    presenter, view, office = at(standings, "whole")
    presenter.acting.begin("reject")
    presenter.acting.keep(values(view))  # nothing typed yet: refused, kept open
    office.trouble = Refused(code, "Berkas sudah berubah.")
    before = view.count("show_detail")
    presenter.acting.keep(values(view, note="bukan penduduk"))
    assert view.count("show_detail") == before + 1
    told = [values for name, values, _ in view.told if name == "show_faults"][-1]
    assert told[1] == "Berkas sudah berubah."
    assert values(view)["note"] == "bukan penduduk"
    assert presenter.acting.open_form is not None


def test_a_form_that_is_no_longer_offered_is_put_away_and_kept(standings: Files) -> None:
    presenter, view, office = at(standings, "whole")
    presenter.acting.begin("reject")
    presenter.acting.typed(values(view, note="bukan penduduk"))
    office.dossiers["whole"] = replace(standings["whole"], offers=())
    presenter.refresh()
    assert presenter.acting.open_form is None
    assert office.drafts[standings["whole"].case.id, "reject", ""]["note"] == "bukan penduduk"


def test_what_is_half_filled_waits_while_one_looks_elsewhere(standings: Files) -> None:
    presenter, view, _ = at(standings, "whole")
    presenter.acting.begin("dispose")
    presenter.acting.typed(values(view, instruction="Teliti"))
    presenter.choose("short")
    assert view.told[-1][0] in ("show_drafts", "show_detail")
    presenter.choose("whole")
    assert [press.action for press in view.last("show_drafts")] == ["dispose"]
    presenter.acting.begin("dispose")
    assert values(view)["instruction"] == "Teliti"
    assert view.last("show_drafts") == ()


def test_two_forms_of_one_file_are_kept_apart(standings: Files) -> None:
    presenter, view, office = at(standings, "whole")
    presenter.acting.begin("dispose")
    presenter.acting.typed(values(view, instruction="Teliti"))
    presenter.acting.begin("note")
    presenter.acting.typed(values(view, note="menelepon"))
    presenter.acting.put_away()
    assert {press.action for press in view.last("show_drafts")} == {"dispose", "note"}
    presenter.acting.begin("note")
    presenter.acting.keep(values(view))
    assert office.wished() == ["note"]
    assert {key[1] for key in office.drafts} == {"dispose"}


def test_half_filled_forms_come_back_after_a_restart(standings: Files) -> None:
    presenter, view, office = desk(standings)
    office.drafts[standings["whole"].case.id, "visit", ""] = {"finding": "Layak", "gone": "x"}
    presenter.arrive()
    presenter.choose("whole")
    assert [press.action for press in view.last("show_drafts")] == ["visit"]
    presenter.acting.begin("visit")
    assert values(view)["finding"] == "Layak"
    assert "gone" not in values(view)


def test_a_form_that_was_emptied_again_leaves_nothing(standings: Files) -> None:
    presenter, view, office = at(standings, "whole")
    presenter.acting.begin("note")
    presenter.acting.typed(values(view, note="x"))
    presenter.acting.rest()
    assert office.drafts
    presenter.acting.typed(values(view))
    presenter.acting.rest()
    assert office.drafts == {}


def test_resting_without_a_form_writes_nothing(standings: Files) -> None:
    presenter, _, office = at(standings, "whole")
    presenter.acting.rest()
    presenter.acting.put_away()
    presenter.acting.typed({})
    presenter.acting.keep({})
    presenter.acting.seek("into", "siti")
    presenter.acting.picked({})
    assert office.drafts == {}
    assert office.wished() == []


def after(dossier: Dossier, **changes: Any) -> Case:
    return replace(dossier.case, **changes)


def test_a_step_is_taken_back_with_the_bottom_line_s_undo(standings: Files) -> None:
    presenter, view, office = at(standings, "whole")
    done = entry("2026-11-20T10:00:00+07:00", "step_done", {"state": "open"})
    found = replace(
        standings["whole"], case=after(standings["whole"], history=(*standings["whole"].case.history, done))
    )
    office.dossiers = {"whole": found, found.case.id: found}
    presenter.acting.begin("advance")
    undo = [named["undo"] for name, _, named in view.told if name == "tell"][-1]
    assert undo is not None
    undo()
    assert office.wished() == ["advance", "take_back"]
    assert "dibatalkan" in view.last("tell")


def test_a_disposition_is_recalled_from_every_desk_that_it_went_to(standings: Files) -> None:
    presenter, view, office = at(standings, "dispose")
    sent = standings["two"].case
    office.dossiers = {"dispose": standings["dispose"], standings["dispose"].case.id: standings["dispose"]}
    presenter.acting.begin("dispose")
    office.dossiers["two"] = replace(standings["two"], case=replace(sent, id=standings["dispose"].case.id))
    office.dossiers = dict(reversed(office.dossiers.items()))
    presenter.acting.keep(values(view, to="Sekretaris\nKepala Bidang Rehabilitasi Sosial", instruction="x"))
    undo = [named["undo"] for name, _, named in view.told if name == "tell"][-1]
    undo()
    assert office.wished() == ["dispose", "recall", "recall"]


def test_a_refused_undo_says_so(standings: Files) -> None:
    presenter, view, office = at(standings, "whole")
    done = entry("2026-11-20T10:00:00+07:00", "step_done", {"state": "open"})
    found = replace(
        standings["whole"], case=after(standings["whole"], history=(*standings["whole"].case.history, done))
    )
    office.dossiers = {"whole": found, found.case.id: found}
    presenter.acting.begin("advance")
    undo = [named["undo"] for name, _, named in view.told if name == "tell"][-1]
    office.trouble = Refused("changed_meanwhile", "Berkas sudah berubah.")
    undo()
    assert view.last("tell") == "Berkas sudah berubah."


def test_originals_given_back_offer_their_receipt(standings: Files) -> None:
    presenter, view, office = at(standings, "ended")
    presenter.acting.begin("give_back")
    presenter.acting.keep(values(view, recipient="Siti Aminah"))
    named = [named for name, _, named in view.told if name == "tell"][-1]
    named["act"]()
    assert ("given_back", standings["ended"].case.originals_kept) in office.asked
    assert office.asked[-1] == ("preview", "given_back")


def test_files_that_look_the_same_are_offered_before_anything_is_typed(standings: Files) -> None:
    presenter, view, office = at(standings, "whole")
    office.found = (Option("L1-2026-000009", "L1-2026-000009", "Siti · NIK sama"),)
    presenter.acting.begin("merge")
    assert ("look_up", ("merge", "")) in office.asked
    assert view.last("show_found") == "into"
    presenter.acting.seek("into", "s")
    assert [values for name, values, _ in view.told if name == "show_found"][-1] == ("into", ())
    presenter.acting.seek("into", " siti ")
    assert office.asked[-1] == ("look_up", ("merge", "siti"))


def test_what_it_would_do_is_shown_before_it_is_done(standings: Files) -> None:
    presenter, view, office = at(standings, "whole")
    presenter.acting.begin("reclassify")
    presenter.acting.picked(values(view, service="pasuruan/02\tLanjut usia"))
    assert office.asked[-1][0] == "foresee"
    assert view.last("show_foreseen")[0].heading == "Sesudah"
    presenter.acting.begin("note")
    presenter.acting.picked(values(view))
    assert view.count("show_foreseen") == 1


def test_what_can_t_be_looked_up_is_said_in_the_form(standings: Files) -> None:
    presenter, view, office = at(standings, "whole")
    presenter.acting.begin("merge")

    def gone(*_: object) -> tuple[Option, ...]:
        raise NotFound("case_unknown", "Berkas itu tidak ada.")

    presenter.acting._acts = replace(office.acts(), foresee=gone)  # type: ignore[arg-type]
    presenter.acting.picked(values(view, into="x"))
    assert [values for name, values, _ in view.told if name == "show_faults"][-1] == ({}, "Berkas itu tidak ada.")


def test_an_act_that_ends_while_another_file_is_in_view_closes_no_form_there(standings: Files) -> None:
    jobs = LateJobs()
    presenter, view, office = at(standings, "whole", jobs)
    presenter.acting.begin("note")
    presenter.acting.keep(values(view, note="menelepon"))
    presenter.choose("visit")
    jobs.waiting.append(jobs.waiting.pop(0))  # the note is written last
    while len(jobs.waiting) > 1:
        jobs.do()
    presenter.acting.begin("visit")
    jobs.do_all()
    assert presenter.acting.open_form is not None
    assert presenter.acting.open_form.action == "visit"
    assert office.wished() == ["note"]

"""Several intakes at once, drafts brought back, files taken up again: the desk around the forms."""

from __future__ import annotations

from desk.domain.intake import Intake, Tick
from tests.ui.loket.samples import PBI_AGAIN, SITI, FakeCounter, FakeDraft, Morning, a_person, a_returned_case, desk_of


def test_the_next_of_the_family_types_neither_address_nor_card() -> None:
    desk, view, _ = desk_of(FakeCounter())
    front = desk.front
    for path, text in {
        "applicant.kk": "3514090101150007",
        "applicant.name": "Budi",
        "applicant.village": "Raci",
    }.items():
        front.write(path, text)
    desk.open_family()
    assert desk.front is not front
    assert desk.front.form.text("applicant.village") == "Raci"
    assert desk.front.form.text("applicant.name") == ""
    assert view.tabs == ("Budi", "Pendaftaran baru")


def test_a_returned_file_is_taken_up_and_nothing_is_typed_twice() -> None:
    intake = Intake(service=PBI_AGAIN, applicant=a_person(), checklist={"kk": Tick(met=True), "ktp": Tick(met=True)})
    counter = FakeCounter(cases={"case-12": a_returned_case(intake)})
    desk, view, _ = desk_of(counter)
    desk.take_up("case-12")
    front = desk.front
    assert front.form.text("applicant.name") == "Siti Aminah"
    assert front.form.text("applicant.birth_date") == "25/02/1990"
    assert len(desk.forms) == 1
    front.toggle("ktp")
    front.tick_everything()
    front.toggle("kk")
    front.save(incomplete=True)
    assert counter.calls == ["take_up case-12"]
    assert counter.registered[0].checklist["kk"] == Tick(met=False)
    assert view.printed[-1][0] == "missing"


def test_a_form_survives_a_crash_as_it_was_typed() -> None:
    counter = FakeCounter()
    before = Morning(counter)
    before.choose("bpjs mati")
    before.intake.press("2")
    before.intake.write("applicant.nik", "35140965")
    before.later.elapse()
    desk, view, _ = desk_of(counter)
    assert len(desk.forms) == 1
    assert desk.front.form == before.intake.form
    assert desk.front.form.text("applicant.nik") == "35140965"
    assert "dibuka kembali" in view.said[-1]


def test_a_draft_of_a_stranger_shape_does_not_stop_the_others() -> None:
    counter = FakeCounter()
    counter.drafts["x"] = FakeDraft("x", "?", {"screen": "loket", "ticks": 5, "people": [3], "kind": "alien"})
    counter.drafts["y"] = FakeDraft("y", "?", {"screen": "surat"})
    desk, _, _ = desk_of(counter)
    assert [form.form.key for form in desk.forms] == ["x"]
    assert desk.front.form.kind == "person"


def test_several_intakes_stand_side_by_side_and_a_closed_one_comes_back() -> None:
    desk, view, _ = desk_of(FakeCounter())
    desk.front.write("applicant.name", "Siti")
    desk.open_new()
    desk.front.write("applicant.name", "Budi")
    assert list(view.tabs) == ["Siti", "Budi"]
    desk.close_form()
    assert list(view.tabs) == ["Siti"]
    desk.undo()
    assert list(view.tabs) == ["Siti", "Budi"]
    assert desk.front.form.text("applicant.name") == "Budi"


def test_a_new_form_is_not_opened_beside_an_empty_one() -> None:
    desk, _, _ = desk_of(FakeCounter())
    desk.open_new()
    desk.open_new()
    assert len(desk.forms) == 1


def test_after_the_slip_comes_the_next_applicant() -> None:
    desk, view, _ = desk_of(FakeCounter())
    front = desk.front
    front.search("bpjs mati")
    front.choose()
    front.tick_everything()
    for path, text in {"applicant.nik": SITI, "applicant.name": "Siti", "applicant.kk": "3514090101150007"}.items():
        front.write(path, text)
    front.save()
    desk.next_applicant(family=True)
    assert len(desk.forms) == 1
    assert desk.front.form.text("applicant.kk") == "3514090101150007"
    assert desk.front.form.key != front.form.key
    assert view.focused[-1] == "service"


def test_a_form_without_a_name_is_closed_in_words_said_once() -> None:
    desk, view, _ = desk_of(FakeCounter())
    desk.front.write("applicant.nik", SITI)
    desk.close_form()
    assert view.said[-1] == "Pendaftaran baru ditutup."

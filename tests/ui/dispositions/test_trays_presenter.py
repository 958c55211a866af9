"""What Disposisi decides: one tray, one file beside it, acts done once and only on what is in view."""

from __future__ import annotations

from typing import Any

import pytest

from desk.domain.errors import Refused
from desk.ui.dispositions.glance import TRAY_ACTIONS
from desk.ui.dispositions.lines import EVERYWHERE
from desk.ui.dispositions.presenter import Told, TrayActs, TraysPresenter
from tests.ui.dispositions.samples import DIVISION, FRONT, HEAD, MOVED, Office, line, tray
from tests.ui.fakes import LateJobs, Notebook, NowJobs


def begun(office: Office, jobs: Any = None, *, arrive: bool = True) -> tuple[TraysPresenter, Notebook]:
    view = Notebook()
    acts = TrayActs(
        trays=lambda: office.trays, page=office.page, fetch=office.fetch, act=office.act, take_back=office.take_back,
        can_take_back=lambda _case: True, days_since=lambda _iso: 3, open_case=office.opened.append,
        capture=lambda case_id, slot: office.captured.append((case_id, slot)), changed=office.changed,
    )  # fmt: skip
    presenter = TraysPresenter(view, acts, jobs or NowJobs())
    office.on_change = presenter.grow_stale
    if arrive:
        presenter.arrive()
    return presenter, view


def keys(view: Notebook) -> list[str]:
    return [row.key for row in view.last("show_lines")]


@pytest.fixture
def office() -> Office:
    return Office(rows=[line(1), line(2), line(3), line(4, DIVISION)])


def test_all_files_are_shown_first_and_the_first_is_beside_them(office: Office) -> None:
    presenter, view = begun(office)
    assert presenter.position == EVERYWHERE
    assert len(keys(view)) == 4
    assert view.last("choose") == keys(view)[0]
    assert view.last("show_glance").number.endswith("000001")


def test_a_tray_is_opened_and_its_files_only(office: Office) -> None:
    presenter, view = begun(office)
    presenter.choose_tray(DIVISION)
    assert [row.number[-1] for row in view.last("show_lines")] == ["4"]
    assert view.last("show_head").position == DIVISION
    asked = len(office.asked)
    presenter.choose_tray(DIVISION)
    assert len(office.asked) == asked


def test_an_empty_tray_says_so_and_nothing_is_beside_it(office: Office) -> None:
    presenter, view = begun(office)
    presenter.choose_tray(FRONT)
    assert view.last("show_nothing") == {"narrow": False, "everywhere": False}
    assert view.told[-1][0] == "show_no_glance"


def test_a_chip_narrows_and_pressed_again_is_lifted(office: Office) -> None:
    presenter, view = begun(office)
    presenter.press_mark("late")
    assert office.asked[-1][1].marks == {"late"}
    presenter.press_mark("late")
    assert not office.asked[-1][1].narrow
    presenter.choose_service("pasuruan/02")
    presenter.choose_since("7")
    assert (office.asked[-1][1].service, office.asked[-1][1].since) == ("pasuruan/02", "7")
    presenter.clear()
    assert not view.last("show_narrowed").narrow


def test_who_comes_for_late_files_sees_those_and_for_a_tray_that(office: Office) -> None:
    presenter, _view = begun(office, arrive=False)
    presenter.open("late")
    assert office.asked[-1][:2][0] == EVERYWHERE
    assert office.asked[-1][1].marks == {"late"}
    presenter.open(DIVISION)
    assert office.asked[-1][0] == DIVISION
    assert not office.asked[-1][1].narrow


def test_a_long_tray_is_fetched_page_by_page(office: Office) -> None:
    office.rows = [line(number) for number in range(1, 8)]
    office.page_size = 3
    presenter, view = begun(office)
    presenter.more()
    presenter.more()
    presenter.more()
    assert view.count("append_lines") == 2
    assert [after for _position, _narrowed, after in office.asked] == [None, "3", "6"]


def test_a_step_is_done_for_whoever_sits_there_and_the_next_file_comes_up(office: Office) -> None:
    office.trays[0] = tray(HEAD, name="Plt. Budi", acts_as="Plt. Budi")
    presenter, view = begun(office)
    presenter.begin("advance")
    ((case_id, action, told),) = office.done
    assert (action, told.by) == ("advance", "Plt. Budi")
    assert case_id not in keys(view)[0]
    assert view.last("show_glance").number.endswith("000002")
    assert office.changes == 1


def test_the_step_before_is_taken_back_with_one_key(office: Office) -> None:
    presenter, view = begun(office)
    presenter.begin("advance")
    undo = next(named["undo"] for told, _values, named in reversed(view.told) if told == "tell")
    undo()
    assert len(office.undone) == 1
    assert "dibatalkan" in view.last("tell")


def test_an_impatient_second_press_does_not_touch_the_next_file(office: Office) -> None:
    jobs = LateJobs()
    presenter, _view = begun(office, jobs)
    jobs.do_all()
    presenter.begin("advance")
    presenter.begin("advance")
    jobs.do()  # the act is done, the list not yet fetched again
    presenter.begin("advance")
    jobs.do_all()
    assert len(office.done) == 1


def test_what_another_counter_did_meanwhile_is_said_and_the_list_fetched_again(office: Office) -> None:
    presenter, view = begun(office)
    office.refusal = MOVED
    asked = len(office.asked)
    presenter.begin("advance")
    assert "sudah berpindah" in view.last("tell")
    assert len(office.asked) > asked
    office.refusal = None
    presenter.begin("advance")
    assert len(office.done) == 1


def test_what_is_wrong_in_a_form_is_said_beside_its_field_and_the_form_stays(office: Office) -> None:
    presenter, view = begun(office)
    presenter.begin("reassign")
    office.refusal = Refused("desk_unknown", "Jabatan tidak dikenal.", field="--to")
    presenter.act("reassign", Told(to=("Direktur",)))
    assert view.told[-1][:2] == ("show_form_error", ("--to", "Jabatan tidak dikenal."))
    office.refusal = None
    presenter.act("reassign", Told(to=("Sekretaris",)))
    assert office.done[-1][2].data == {"from": "S"}
    assert view.count("close_form") > 0


def test_a_disposition_has_the_sheet_s_own_form(office: Office) -> None:
    presenter, view = begun(office)
    presenter.begin("dispose")
    assert office.captured == [(office.rows[0].waiting.case.id, "S")]
    assert view.count("ask") == 0


def test_another_desk_is_asked_for_with_what_to_know_of_each(office: Office) -> None:
    office.trays[1] = tray(DIVISION, remark="Kepala Bidang sedang cuti.")
    presenter, view = begun(office)
    presenter.begin("reassign")
    action, glance, desks, by = next(values for told, values, _ in reversed(view.told) if told == "ask")
    assert (action, glance.number[-1], by) == ("reassign", "1", HEAD)
    assert desks[DIVISION] == "Kepala Bidang sedang cuti."


def test_what_may_not_be_done_now_is_not_done_by_its_letter_either(office: Office) -> None:
    office.actions = ("note",)
    presenter, _view = begun(office)
    for action in TRAY_ACTIONS:
        presenter.begin(action)
    assert office.done == []
    assert office.captured == []


def test_enter_opens_the_whole_file(office: Office) -> None:
    presenter, view = begun(office)
    presenter.choose(keys(view)[2])
    presenter.open_case()
    assert office.opened == [office.rows[2].waiting.case.id]


def test_the_arrow_goes_to_the_list_even_before_it_is_there(office: Office) -> None:
    jobs = LateJobs()
    presenter, view = begun(office, jobs)
    presenter.enter_list()
    assert view.count("focus_list") == 0
    jobs.do_all()
    assert view.count("focus_list") == 1


def test_an_answer_that_comes_too_late_shows_nothing(office: Office) -> None:
    jobs = LateJobs()
    presenter, view = begun(office, jobs)
    jobs.do_all()
    presenter.choose_tray(DIVISION)
    presenter.choose_tray(HEAD)
    while jobs.waiting:
        jobs.do(len(jobs.waiting) - 1)
    assert {row.position for row in view.last("show_lines")} == {HEAD}


def test_trouble_is_said_in_place_of_the_list(office: Office) -> None:
    def fail(*_values: object) -> Any:
        raise OSError("disk")

    office.page = fail  # type: ignore[assignment]
    _presenter, view = begun(office)
    assert "OSError" in view.last("show_error")


def test_a_tray_is_found_by_what_officers_call_it(office: Office) -> None:
    presenter, view = begun(office)
    presenter.seek_tray("kabid rehsos")
    assert [one.title for one in view.last("show_trays")] == [DIVISION]
    presenter.seek_tray("front")
    assert [(one.title, one.count) for one in view.last("show_trays")] == [(FRONT, 0)]
    presenter.seek_tray("")
    assert [one.title for one in view.last("show_trays")] == ["Semua", HEAD, DIVISION]


def test_nothing_is_fetched_again_until_something_was_written(office: Office) -> None:
    presenter, _view = begun(office)
    asked = len(office.asked)
    presenter.arrive()
    assert len(office.asked) == asked
    presenter.grow_stale()
    presenter.arrive()
    assert len(office.asked) == asked + 1


def test_the_last_file_of_a_tray_leaves_it_empty(office: Office) -> None:
    office.rows = [line(9, DIVISION)]
    presenter, view = begun(office)
    presenter.choose_tray(DIVISION)
    presenter.begin("advance")
    assert view.last("show_nothing") == {"narrow": False, "everywhere": False}
    presenter.begin("advance")
    assert len(office.done) == 1

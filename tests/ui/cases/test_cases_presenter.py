"""Berkas decides without a window: the list and the one file beside it."""

from __future__ import annotations

import pytest

from desk.domain.errors import Refused
from desk.ui.cases.asking import Filter
from desk.ui.cases.dossier import Dossier
from tests.ui.cases.office import Rows, desk
from tests.ui.fakes import LateJobs

Files = dict[str, Dossier]


def by_id(files: Files) -> Files:
    return {each.case.id: each for each in files.values()}


def listing(*found: Dossier) -> Rows:
    return Rows([each.case for each in found])


def test_an_empty_counter_says_what_to_do_first(standings: Files) -> None:
    presenter, view, _ = desk(standings)
    presenter.arrive()
    assert view.last("show_no_cases") == {"narrow": False}


def test_a_list_that_can_t_be_read_says_so_and_why(standings: Files) -> None:
    presenter, view, office = desk(standings)
    office.trouble = Refused("disk", "Data tidak bisa dibaca.")
    presenter.arrive()
    assert view.last("show_list_error") == "Data tidak bisa dibaca."


def test_filters_add_up_and_one_pressed_twice_is_lifted(standings: Files) -> None:
    presenter, _, office = desk(standings)
    presenter.listing.search(" siti ")
    presenter.listing.choose_state("returned")
    presenter.listing.choose_since("week")
    presenter.listing.choose_holder("Kepala Dinas")
    presenter.listing.choose_service("pasuruan/01")
    for mark in ("paused", "unrecorded", "to_fetch", "paused"):
        presenter.listing.choose_mark(mark)
    presenter.listing.choose_state("returned")
    wanted = Filter("siti", "", "week", "Kepala Dinas", "pasuruan/01", unrecorded=True, to_fetch=True)
    assert office.asked[-1] == ("rows", (wanted, None))
    assert presenter.listing.filter.narrow
    presenter.listing.choose_holder("")
    assert office.asked[-1][1][0].holder == ""
    presenter.listing.clear()
    assert office.asked[-1] == ("rows", (Filter(), None))


def test_what_the_list_can_be_narrowed_by_is_shown_with_what_it_is_narrowed_to(standings: Files) -> None:
    presenter, view, _ = desk(standings)
    presenter.refresh()
    presenter.listing.choose_holder("Kepala Dinas")
    told = [values for name, values, _ in view.told if name == "show_filter"][-1]
    assert told[0].holder == "Kepala Dinas"
    assert told[1].holders == (("Kepala Dinas", 3),)


def test_the_first_file_opens_by_itself_but_never_over_one_that_was_come_for(standings: Files) -> None:
    jobs = LateJobs()
    presenter, view, office = desk(standings, jobs)
    office.listing = listing(standings["short"])
    presenter.refresh()
    jobs.do_all()
    assert view.last("choose") == standings["short"].case.id
    presenter, view, office = desk(standings, jobs)
    office.listing = listing(standings["short"])
    presenter.arrive()
    presenter.open("whole")
    jobs.do_all()
    assert view.last("choose") == "whole"
    assert view.last("show_detail").name == "Siti Aminah"


def test_an_answer_to_an_older_question_is_not_shown(standings: Files) -> None:
    jobs = LateJobs()
    presenter, view, office = desk(standings, jobs)
    presenter.listing.search("s")
    presenter.listing.search("si")
    office.listing = listing(standings["whole"])
    jobs.do(1)
    office.listing = listing(standings["short"])
    jobs.do(0)
    assert view.last("show_rows") == [standings["whole"].case]
    assert view.count("show_rows") == 1


def test_the_next_page_is_asked_for_once(standings: Files) -> None:
    jobs = LateJobs()
    presenter, view, office = desk(by_id(standings), jobs)
    office.listing = Rows([standings["whole"].case], after="cursor")
    presenter.refresh()
    jobs.do_all()
    presenter.listing.more()
    presenter.listing.more()
    assert len(jobs.waiting) == 1
    office.listing = listing(standings["short"])
    jobs.do_all()
    assert view.last("append_rows") == [standings["short"].case]


def test_numbers_are_masked_until_asked_for_and_again_in_the_next_file(standings: Files) -> None:
    presenter, view, _ = desk(standings)
    presenter.choose("whole")
    nik = standings["whole"].case.applicant.nik
    assert nik not in repr(view.last("show_detail").sections)
    presenter.reveal()
    assert nik in repr(view.last("show_detail").sections)
    presenter.choose("short")
    assert standings["short"].case.applicant.nik not in repr(view.last("show_detail").sections)
    presenter.reveal()
    presenter.leave()
    assert standings["short"].case.applicant.nik not in repr(view.last("show_detail").sections)


def test_numbers_are_shown_once_it_is_written_down_and_not_when_it_cannot_be(standings: Files) -> None:
    presenter, view, office = desk(standings)
    presenter.open("whole")
    office.trouble = Refused("unrecorded", "Harus tercatat dulu.")
    presenter.reveal()
    assert not view.last("show_detail").revealed
    assert view.last("tell") == "Harus tercatat dulu."
    office.trouble = None
    presenter.reveal()
    assert view.last("show_detail").revealed
    assert office.asked[-1] == ("reveal", standings["whole"].case.id)


def test_numbers_asked_for_are_not_shown_to_who_comes_after(standings: Files) -> None:
    jobs = LateJobs()
    presenter, view, _ = desk(standings, jobs)
    presenter.open("whole")
    jobs.do_all()
    presenter.reveal()
    presenter.mask()
    jobs.do_all()
    assert not view.last("show_detail").revealed
    presenter.reveal()
    presenter.open("short")
    jobs.do_all()
    assert not view.last("show_detail").revealed


def test_papers_are_asked_for_by_their_kind(standings: Files) -> None:
    presenter, _, office = desk(standings)
    presenter.choose("ended")
    presenter.print_slip()
    presenter.print_shortage()
    presenter.print_given_back()
    assert [value for name, value in office.asked if name == "preview"] == ["slip", "missing", "given_back"]


def test_a_disposition_sheet_is_shown_or_why_there_is_none(standings: Files) -> None:
    presenter, view, office = desk(standings)
    presenter.choose("dispose")
    presenter.print_disposition()
    assert office.asked[-1] == ("preview", "disposition:S")
    office.trouble = Refused("no_sheet", "Tidak ada lembarnya.")
    presenter.print_disposition()
    assert view.last("tell") == "Tidak ada lembarnya."


def test_the_file_in_view_is_one_of_the_list_or_none_is(standings: Files) -> None:
    presenter, view, office = desk(by_id(standings))
    whole, short = standings["whole"], standings["short"]
    presenter.choose(whole.case.id)
    office.listing = listing(short, short)
    presenter.listing.search("lain")
    assert [name for name, _, _ in view.told[-2:]] == ["choose", "show_no_detail"]
    presenter.print_slip()
    presenter.acting.begin("advance")
    assert not [asked for asked in office.asked if asked[0] in ("preview", "act")]


def test_the_only_hit_is_chosen(standings: Files) -> None:
    presenter, view, office = desk(by_id(standings))
    presenter.choose(standings["whole"].case.id)
    office.listing = listing(standings["short"])
    presenter.listing.search("lain")
    assert view.last("choose") == standings["short"].case.id


def test_nothing_is_done_to_a_file_while_another_is_sought_or_fetched(standings: Files) -> None:
    jobs = LateJobs()
    presenter, _, office = desk(by_id(standings), jobs)
    presenter.choose(standings["whole"].case.id)
    jobs.do_all()
    presenter.listing.search("lain")
    presenter.print_slip()
    presenter.acting.begin("advance")
    office.listing = listing(standings["whole"])
    jobs.do_all()
    presenter.choose(standings["short"].case.id)
    presenter.print_slip()
    presenter.acting.begin("resubmit")
    assert [asked[0] for asked in office.asked] == ["rows"]


def test_a_scanned_file_stays_until_the_officer_seeks_another(standings: Files) -> None:
    presenter, view, office = desk(by_id(standings))
    office.listing = listing(standings["short"], standings["short"])
    presenter.open(standings["whole"].case.id)
    presenter.refresh()
    assert view.count("show_no_detail") == 0
    presenter.print_slip()
    assert ("preview", "slip") in office.asked
    presenter.listing.search("lain")
    assert view.count("show_no_detail") == 1


def test_enter_in_the_search_field_waits_for_the_answer_and_opens_the_first_hit(standings: Files) -> None:
    jobs = LateJobs()
    presenter, view, office = desk(by_id(standings), jobs)
    office.listing = listing(standings["short"], standings["whole"])
    presenter.listing.search("s")
    presenter.enter_list()
    assert view.count("focus_list") == 0
    jobs.do_all()
    assert view.last("choose") == standings["short"].case.id
    assert view.count("focus_list") == 1


@pytest.mark.parametrize("standing", ["short", "sent_back"])
def test_a_returned_file_goes_on_at_loket(standings: Files, standing: str) -> None:
    presenter, _, office = desk(standings)
    presenter.choose(standing)
    presenter.press_first()
    assert office.asked[-1] == ("take_up", standings[standing].case.id)


def test_a_file_that_can_t_be_opened_says_why(standings: Files) -> None:
    presenter, view, office = desk(standings)
    office.dossiers = {}
    presenter.choose("nowhere")
    assert "KeyError" in view.last("show_detail_error")

"""Berkas decides without a window: lists, one file, acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import pytest

from desk.domain.case import Case
from desk.domain.errors import Refused
from desk.services.counter import Counter
from desk.ui.cases.dossier import Dossier, detail_of
from desk.ui.cases.presenter import CasesActs, CasesPresenter, CasesView, Filter
from desk.ui.cases.screen import dossier
from desk.ui.preview.request import PaperRequest
from tests.ui.fakes import LateJobs, Notebook, NowJobs
from tests.ui.house import LONG_NAME, fill, open_house, person, take_in


@dataclass
class Listing:
    rows: list[Any]
    after: str | None = None


@dataclass
class Office:
    """Acts that answer from a dictionary and write down what they were asked."""

    listing: Listing = field(default_factory=lambda: Listing([]))
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    asked: list[tuple[str, Any]] = field(default_factory=list)
    trouble: Exception | None = None

    def acts(self) -> CasesActs:
        return CasesActs(
            rows=self.rows,
            counts=self.counts,
            dossier=lambda case_id: self.dossiers[case_id],
            act=self.act,
            reveal=self.reveal,
            correct=lambda case_id, _applicant, note: self.act(case_id, "correct", note),
            slip=lambda case: PaperRequest("slip", case.id, lambda _s, _c: b"", ("a6",), case.id),
            shortage=lambda case: PaperRequest("missing", case.id, lambda _s, _c: b"", ("a5",), case.id),
            preview=lambda request: self.asked.append(("preview", request.kind)),
            take_up=lambda case_id: self.asked.append(("take_up", case_id)),
            changed=lambda: self.asked.append(("changed", None)),
        )

    def rows(self, wanted: Filter, after: str | None) -> Any:
        self.asked.append(("rows", (wanted, after)))
        if self.trouble:
            raise self.trouble
        return self.listing

    def reveal(self, case_id: str) -> None:
        self.asked.append(("reveal", case_id))
        if self.trouble:
            raise self.trouble

    def counts(self) -> Mapping[str, int]:
        return {"open": 1}

    def act(self, case_id: str, action: str, note: str) -> Case:
        self.asked.append((action, note))
        if self.trouble:
            raise self.trouble
        return next(found.case for found in self.dossiers.values() if found.case.id == case_id)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Dossier]:
    """A complete file and a returned one, from a real counter."""
    counter = open_house(Path(tmp_path_factory.mktemp("home")))
    whole = take_in(counter, "pasuruan/01", person("Siti Aminah", 4), complete=True)
    short = take_in(counter, "pasuruan/02", person(LONG_NAME, 5), complete=False)
    made = {"whole": dossier(counter, whole), "short": dossier(counter, short)}
    counter.store.close()
    return made


def desk(files: dict[str, Dossier], jobs: Any = None) -> tuple[CasesPresenter, Notebook, Office]:
    view, office = Notebook(), Office(dossiers=files)
    return CasesPresenter(cast("CasesView", view), office.acts(), jobs or NowJobs()), view, office


def test_an_empty_counter_says_what_to_do_first(files: dict[str, Dossier]) -> None:
    presenter, view, _ = desk(files)
    presenter.arrive()
    assert view.last("show_no_cases") == {"narrow": False}


def test_a_list_that_can_t_be_read_says_so_and_why(files: dict[str, Dossier]) -> None:
    presenter, view, office = desk(files)
    office.trouble = Refused("disk", "Data tidak bisa dibaca.")
    presenter.arrive()
    assert view.last("show_list_error") == "Data tidak bisa dibaca."


def test_filters_add_up_and_one_pressed_twice_is_lifted(files: dict[str, Dossier]) -> None:
    presenter, _, office = desk(files)
    presenter.search(" siti ")
    presenter.choose_state("returned")
    presenter.choose_since("week")
    presenter.choose_state("returned")
    assert office.asked[-1] == ("rows", (Filter("siti", "", "week"), None))


def test_the_first_file_opens_by_itself_but_never_over_one_that_was_come_for(files: dict[str, Dossier]) -> None:
    jobs = LateJobs()
    presenter, view, office = desk(files, jobs)
    office.listing = Listing([files["short"].case])
    presenter.refresh()
    jobs.do_all()
    assert view.last("choose") == files["short"].case.id
    presenter, view, office = desk(files, jobs)
    office.listing = Listing([files["short"].case])
    presenter.arrive()
    presenter.open("whole")
    jobs.do_all()
    assert view.last("choose") == "whole"
    assert view.last("show_detail").name == "Siti Aminah"


def test_an_answer_to_an_older_question_is_not_shown(files: dict[str, Dossier]) -> None:
    jobs = LateJobs()
    presenter, view, office = desk(files, jobs)
    presenter.search("s")
    presenter.search("si")
    office.listing = Listing([files["whole"].case])
    jobs.do(1)
    office.listing = Listing([files["short"].case])
    jobs.do(0)
    assert view.last("show_rows") == [files["whole"].case]
    assert view.count("show_rows") == 1


def test_the_next_page_is_asked_for_once(files: dict[str, Dossier]) -> None:
    jobs = LateJobs()
    presenter, view, office = desk(files, jobs)
    office.listing = Listing([files["whole"].case], after="cursor")
    presenter.refresh()
    jobs.do_all()
    presenter.more()
    presenter.more()
    assert len(jobs.waiting) == 1
    office.listing = Listing([files["short"].case])
    jobs.do_all()
    assert view.last("append_rows") == [files["short"].case]


def test_numbers_are_masked_until_asked_for_and_again_in_the_next_file(files: dict[str, Dossier]) -> None:
    presenter, view, _ = desk(files)
    presenter.choose("whole")
    nik = files["whole"].case.applicant.nik
    assert nik not in repr(view.last("show_detail"))
    presenter.reveal()
    assert nik in repr(view.last("show_detail"))
    presenter.choose("short")
    assert files["short"].case.applicant.nik not in repr(view.last("show_detail"))
    presenter.reveal()
    presenter.mask()
    assert files["short"].case.applicant.nik not in repr(view.last("show_detail"))


def test_numbers_are_shown_once_it_is_written_down_and_not_when_it_cannot_be(files: dict[str, Dossier]) -> None:
    presenter, view, office = desk(files)
    presenter.open("whole")
    office.trouble = Refused("unrecorded", "Harus tercatat dulu.")
    presenter.reveal()
    assert not view.last("show_detail").revealed
    assert view.last("tell") == "Harus tercatat dulu."
    office.trouble = None
    presenter.reveal()
    assert view.last("show_detail").revealed
    assert office.asked[-1] == ("reveal", files["whole"].case.id)


def test_numbers_asked_for_are_not_shown_to_who_comes_after(files: dict[str, Dossier]) -> None:
    jobs = LateJobs()
    presenter, view, _ = desk(files, jobs)
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


def test_a_returned_file_says_what_it_waits_for_and_goes_on_at_loket(files: dict[str, Dossier]) -> None:
    presenter, view, office = desk(files)
    presenter.choose("short")
    detail = view.last("show_detail")
    assert detail.next_step.startswith("Menunggu pemohon melengkapi")
    assert 0 < len(detail.waiting) <= 4
    assert (detail.can_slip, detail.can_shortage) == (False, True)
    presenter.take_up()
    assert ("take_up", "whole") not in office.asked
    assert office.asked[-1] == ("take_up", files["short"].case.id)


def test_a_complete_file_is_not_taken_up(files: dict[str, Dossier]) -> None:
    presenter, _, office = desk(files)
    presenter.choose("whole")
    presenter.take_up()
    assert office.asked == []


def test_an_act_that_needs_a_reason_asks_for_it_beside(files: dict[str, Dossier]) -> None:
    presenter, view, office = desk(files)
    presenter.choose("whole")
    presenter.begin("reject")
    assert view.last("ask_note") == "reject"
    office.trouble = Refused("note_missing", "Tindakan ini memerlukan alasan.", field="note")
    presenter.act("reject", "")
    assert view.last("show_note_error") == "Tindakan ini memerlukan alasan."


def test_an_act_that_needs_none_is_done_and_told(files: dict[str, Dossier]) -> None:
    presenter, view, office = desk(files)
    presenter.choose("whole")
    presenter.begin("advance")
    assert ("advance", "") in office.asked
    assert ("changed", None) in office.asked
    assert "Tercatat" in view.last("tell")


def test_an_impatient_second_press_does_nothing(files: dict[str, Dossier]) -> None:
    jobs = LateJobs()
    presenter, _, office = desk(files, jobs)
    presenter.choose("whole")
    jobs.do_all()
    presenter.act("advance", "")
    presenter.act("advance", "")
    jobs.do_all()
    assert office.asked.count(("advance", "")) == 1


def test_papers_are_asked_for_by_their_kind(files: dict[str, Dossier]) -> None:
    presenter, _, office = desk(files)
    presenter.choose("whole")
    presenter.print_slip()
    presenter.print_shortage()
    assert office.asked == [("preview", "slip"), ("preview", "missing")]


def test_the_route_shows_where_the_file_is(files: dict[str, Dossier]) -> None:
    detail = detail_of(files["whole"], revealed=False)
    route = next(section for section in detail.sections if section.heading == "Alur")
    assert [row.icon for row in route.rows].count("circle-dot") == 1
    assert route.rows[0].strong


def test_every_kind_of_history_and_print_has_words(counter: Counter) -> None:
    fill(counter, 16)
    with counter.store.read() as connection:
        ids = [str(row[0]) for row in connection.exec_driver_sql("SELECT id FROM cases")]
    for case_id in ids:
        detail = detail_of(dossier(counter, case_id), revealed=True)
        for section in detail.sections:
            for row in section.rows:
                assert "_" not in row.text.split(":")[0]


def listing(*found: Dossier) -> Listing:
    return Listing([each.case for each in found])


def by_id(files: dict[str, Dossier]) -> dict[str, Dossier]:
    return {each.case.id: each for each in files.values()}


def test_the_file_in_view_is_one_of_the_list_or_none_is(files: dict[str, Dossier]) -> None:
    presenter, view, office = desk(by_id(files))
    whole, short = files["whole"], files["short"]
    presenter.choose(whole.case.id)
    office.listing = listing(short, short)
    presenter.search("lain")
    assert view.told[-2:] == [("choose", ("",), {}), ("show_no_detail", (), {})]
    presenter.print_slip()
    presenter.begin("advance")
    assert not [asked for asked in office.asked if asked[0] in ("preview", "advance")]


def test_the_only_hit_is_chosen(files: dict[str, Dossier]) -> None:
    presenter, view, office = desk(by_id(files))
    presenter.choose(files["whole"].case.id)
    office.listing = listing(files["short"])
    presenter.search("lain")
    assert view.last("choose") == files["short"].case.id


def test_nothing_is_done_to_a_file_while_another_is_sought_or_fetched(files: dict[str, Dossier]) -> None:
    jobs = LateJobs()
    presenter, _, office = desk(by_id(files), jobs)
    presenter.choose(files["whole"].case.id)
    jobs.do_all()
    presenter.search("lain")
    presenter.print_slip()
    office.listing = listing(files["whole"])
    jobs.do_all()
    presenter.choose(files["short"].case.id)
    presenter.print_slip()
    presenter.begin("advance")
    assert [asked[0] for asked in office.asked] == ["rows"]


def test_a_scanned_file_stays_until_the_officer_seeks_another(files: dict[str, Dossier]) -> None:
    presenter, view, office = desk(by_id(files))
    office.listing = listing(files["short"], files["short"])
    presenter.open(files["whole"].case.id)
    presenter.refresh()
    assert view.count("show_no_detail") == 0
    presenter.print_slip()
    assert ("preview", "slip") in office.asked
    presenter.search("lain")
    assert view.count("show_no_detail") == 1


def test_enter_in_the_search_field_waits_for_the_answer_and_opens_the_first_hit(files: dict[str, Dossier]) -> None:
    jobs = LateJobs()
    presenter, view, office = desk(by_id(files), jobs)
    office.listing = listing(files["short"], files["whole"])
    presenter.search("s")
    presenter.enter_list()
    assert view.count("focus_list") == 0
    jobs.do_all()
    assert view.last("choose") == files["short"].case.id
    assert view.count("focus_list") == 1


def test_a_long_shortage_is_named_in_three_lines_and_a_number(counter: Counter) -> None:
    service = max(counter.catalogue.services("pasuruan"), key=lambda each: len(each.requirements))
    detail = detail_of(
        dossier(counter, take_in(counter, service.id, person("Dewi", 6), complete=False)), revealed=False
    )
    assert detail.state == "returned"
    assert len(detail.waiting) == 4
    assert detail.waiting[-1].startswith("dan ")
    assert max(len(line) for line in detail.waiting) < 100


def test_what_was_replaced_is_not_ticked(files: dict[str, Dossier]) -> None:
    found = files["short"]
    items = tuple(replace(item, standing="replaced") for item in found.assessment.items[:1])
    detail = detail_of(replace(found, assessment=replace(found.assessment, items=items)), revealed=False)
    row = next(section for section in detail.sections if section.heading == "Persyaratan").rows[0]
    assert (row.icon, row.soft) == ("square", True)
    assert row.detail.startswith("diganti berkas lain")

"""What stands beside a file about its person, decided without a window."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from desk.domain.errors import Refused, StoreError
from desk.domain.event import CaseId
from desk.domain.likeness import Person
from desk.services.history import History, Visit
from desk.services.likeness import Candidate, Compared
from desk.ui.person.presenter import About, PersonActs, PersonPresenter
from tests.ui.fakes import LateJobs, Notebook, NowJobs

ZONE = "Asia/Jakarta"


def visit(row: str = "1.1", **changes: Any) -> Visit:
    plain: dict[str, Any] = {
        "row": row, "role": "applicant", "by": "nik", "received_at": "2026-09-20T09:30:00+07:00", "counter": "Loket 1",
        "guarded": False, "case_id": CaseId(f"case-{row}"), "registration_number": f"L1-{row}", "service": "pasuruan/08",
        "service_title": "SKM", "state": "open", "name": "Siti Aminah",
    }  # fmt: skip
    return Visit(**{**plain, **changes})


GUARDED = Visit("9.9", "applicant", "nik", "2026-09-20T09:30:00+07:00", "Loket 1", guarded=True)


def candidate(**changes: Any) -> Candidate:
    plain: dict[str, Any] = {
        "kind": "double", "reason": "birth_date", "certain": False, "case_id": CaseId("other"),
        "registration_number": "L1-2", "service": "pasuruan/08", "service_title": "SKM", "state": "open",
        "received_at": "2026-11-12T09:30:00+07:00", "counter": "Loket 1", "name": "Hj. Siti Amina", "line": 0,
    }  # fmt: skip
    return Candidate(**{**plain, **changes})


FIELDS = (
    Compared("applicant.name", "Siti Aminah", "Hj. Siti Amina", True),
    Compared("applicant.nik", "3514••••••••0001", "", True),
    Compared("applicant.birth_date", "1990-02-25", "1990-02-25", False),
    Compared("applicant.sex", "P", "P", False),
    Compared("state", "open", "completed", True),
    Compared("received_at", "2026-11-20T09:30:00+07:00", "2026-11-12T09:30:00+07:00", True),
    Compared("counter", "Loket 1", "Loket 1", False),
)


@dataclass
class Office:
    """Acts that answer from lists and write down what they were asked."""

    visits: tuple[Visit, ...] = ()
    family: tuple[Visit, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    after: str | None = None
    fields: tuple[Compared, ...] = FIELDS
    asked: list[tuple[Any, ...]] = field(default_factory=list)
    trouble: Exception | None = None

    def acts(self) -> PersonActs:
        return PersonActs(
            about=self.about,
            more=lambda case_id, after: self.noted(
                History(Person(), (visit("0.1"),), (), None), "more", case_id, after
            ),
            open_visit=lambda row, reason: self.noted(visit(row), "open", row, reason),
            compare=lambda case_id, other: self.noted(self.fields, "compare", case_id, other),
            set_apart=lambda *said: self.noted(None, "apart", *said),
            merge=lambda case_id, into: self.noted(None, "merge", case_id, into),
            go=lambda case_id: self.asked.append(("go", case_id)),
            changed=lambda: self.asked.append(("changed",)),
        )

    def about(self, case_id: str) -> About:
        self.asked.append(("about", case_id))
        if self.trouble:
            raise self.trouble
        return About("L1-1", History(Person(), self.visits, self.family, self.after), self.candidates)

    def noted(self, answer: Any, *said: Any) -> Any:
        self.asked.append(said)
        if self.trouble:
            raise self.trouble
        return answer


def beside(office: Office, jobs: Any = None) -> tuple[PersonPresenter, Notebook]:
    view = Notebook()
    return PersonPresenter(view, office.acts(), jobs or NowJobs(), ZONE), view


def test_a_history_says_what_when_and_in_which_role() -> None:
    office = Office(
        visits=(visit(), visit("1.2", role="beneficiary"), visit("1.3", by="name"), GUARDED),
        family=(visit("2.1", role="family", name="Umar"),),
    )
    presenter, view = beside(office)
    presenter.show_for("case-1")
    _, (lines, family), more = view.told[-2]
    assert [line.detail for line in lines] == [
        "L1-1.1 · 20 September 2026 · sebagai pemohon",
        "L1-1.2 · 20 September 2026 · sebagai penerima manfaat",
        "L1-1.3 · 20 September 2026 · sebagai pemohon · nama dan tanggal lahirnya sama",
        "20 September 2026 · Loket 1 · sebagai pemohon",
    ]
    assert (lines[3].title, lines[3].guarded, lines[3].case_id) == ("Layanan terjaga", True, "")
    assert family[0].detail == "L1-2.1 · 20 September 2026 · Umar"
    assert more == {"more": False}


def test_a_guarded_line_is_opened_with_its_reason() -> None:
    office = Office(visits=(GUARDED,))
    presenter, view = beside(office)
    presenter.show_for("case-1")
    presenter.open_guarded("9.9", "diminta Kabid")
    assert office.asked[-1] == ("open", "9.9", "diminta Kabid")
    assert view.last("show_line").title == "SKM"


def test_what_is_wrong_with_a_reason_stands_beside_it() -> None:
    office = Office(visits=(GUARDED,))
    presenter, view = beside(office)
    presenter.show_for("case-1")
    office.trouble = Refused("reason_missing", "Tulis alasannya.", field="reason")
    presenter.open_guarded("9.9", "")
    assert view.told[-1][1] == ("9.9", "Tulis alasannya.")


def test_the_next_page_is_fetched_once() -> None:
    office = Office(visits=(visit(),), after="1.1")
    presenter, view = beside(office)
    presenter.show_for("case-1")
    presenter.more()
    presenter.more()
    assert [said for said in office.asked if said[0] == "more"] == [("more", "case-1", "1.1")]
    assert [line.row for line in view.last("append_history")] == ["0.1"]


def test_what_a_history_says_already_is_no_doubt() -> None:
    plain = candidate(kind="same_person", reason="nik", certain=True)
    other_name = candidate(kind="same_person", reason="nik", certain=False, name="Rukmini")
    presenter, view = beside(Office(candidates=(candidate(), other_name, plain)))
    presenter.show_for("case-1")
    doubts = view.last("show_doubts")
    assert [(doubt.title, doubt.strong) for doubt in doubts] == [
        ("Kemungkinan permohonan ganda", True),
        ("Kemungkinan orang yang sama", False),
    ]
    assert doubts[0].detail == "Hj. Siti Amina · tanggal lahir sama, namanya mirip · 12 November 2026 · Diproses"


def test_two_files_side_by_side_what_differs_first() -> None:
    presenter, view = beside(Office(candidates=(candidate(),)))
    presenter.show_for("case-1")
    presenter.compare("other")
    shown = view.last("show_comparison")
    assert [(row.label, row.here, row.there, row.standing) for row in shown.rows] == [
        ("Nama", "Siti Aminah", "Hj. Siti Amina", "differs"),
        ("NIK", "3514••••••••0001", "–", "missing"),
        ("Tanggal lahir", "25 Februari 1990", "25 Februari 1990", "same"),
        ("Jenis kelamin", "Perempuan", "Perempuan", "same"),
    ]
    assert (shown.here, shown.there) == ("L1-1", "L1-2")
    assert (shown.of_here, shown.of_there) == (
        "Diproses · 20 November 2026 · Loket 1",
        "Selesai · 12 November 2026 · Loket 1",
    )
    assert (shown.merge_here, shown.merge_there) == (False, True)  # only what is under way can end in another


def test_a_file_that_is_no_candidate_is_not_compared() -> None:
    office = Office()
    presenter, _ = beside(office)
    presenter.compare("other")
    presenter.show_for("case-1")
    presenter.compare("other")
    assert not [said for said in office.asked if said[0] == "compare"]


def test_setting_apart_can_be_undone() -> None:
    office = Office(candidates=(candidate(),))
    presenter, view = beside(office)
    presenter.show_for("case-1")
    presenter.set_apart("case-1", "other", "ibu kandung berbeda")
    assert ("apart", "case-1", "other", "ibu kandung berbeda", True) in office.asked
    assert ("changed",) in office.asked
    assert view.count("close_comparison") == 2
    tell = next(told for told in view.told if told[0] == "tell")
    assert tell[2]["good"]
    tell[2]["undo"]()
    apart = [said for said in office.asked if said[0] == "apart"]
    assert apart[-1][-1] is False
    assert apart[-1][3]


def test_a_missing_reason_stands_beside_its_field_and_other_trouble_below() -> None:
    office = Office(candidates=(candidate(),))
    presenter, view = beside(office)
    presenter.show_for("case-1")
    office.trouble = Refused("reason_missing", "Tulis alasannya.", field="reason")
    presenter.set_apart("case-1", "other", "")
    assert view.last("show_apart_error") == "Tulis alasannya."
    office.trouble = StoreError("disk_full", "Diska penuh.")
    presenter.set_apart("case-1", "other", "x")
    presenter.merge("case-1", "other")
    assert [told[1][0] for told in view.told if told[0] == "tell"] == ["Diska penuh.", "Diska penuh."]
    office.trouble = None
    presenter.merge("case-1", "other")  # trouble has not left it deaf
    assert ("go", "other") in office.asked


def test_pressed_twice_it_is_merged_once_and_goes_on_where_the_matter_does() -> None:
    office, jobs = Office(candidates=(candidate(),)), LateJobs()
    presenter, _ = beside(office, jobs)
    presenter.show_for("case-1")
    jobs.do_all()
    presenter.merge("other", "case-1")
    presenter.merge("other", "case-1")
    jobs.do_all()
    assert [said for said in office.asked if said[0] == "merge"] == [("merge", "other", "case-1")]
    assert ("go", "case-1") in office.asked


def test_who_scrolls_on_is_shown_and_asks_for_the_last_only() -> None:
    office, jobs = Office(visits=(visit(),), candidates=(candidate(),)), LateJobs()
    presenter, view = beside(office, jobs)
    for case_id in ("case-1", "case-2", "case-3"):
        presenter.show_for(case_id)
    jobs.do_all()
    assert office.asked == [("about", "case-3")]
    presenter.compare("other")
    presenter.open_guarded("9.9", "x")
    presenter.more()
    presenter.show_for("case-4")
    before = len(view.told)
    jobs.do(0)
    jobs.do(0)
    assert len(view.told) == before
    presenter.show_for("")
    jobs.do_all()
    assert view.last("show_history") == ()


def test_the_same_file_again_keeps_what_is_open() -> None:
    presenter, view = beside(Office(visits=(visit(),)))
    presenter.show_for("case-1")
    closed = view.count("close_comparison")
    presenter.show_for("case-1")
    assert view.count("close_comparison") == closed


def test_trouble_is_said_in_the_list() -> None:
    presenter, view = beside(Office(trouble=StoreError("unrecorded", "Harus tercatat.")))
    presenter.show_for("case-1")
    assert view.last("show_trouble") == "Harus tercatat."
    presenter, view = beside(Office(trouble=RuntimeError("x")))
    presenter.show_for("case-1")
    assert "RuntimeError" in view.last("show_trouble")

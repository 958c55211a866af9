"""Taking in: a number and a promise at once, nothing typed is lost, and the clock starts when the file is complete."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from desk.domain.errors import NotFound, Refused
from desk.domain.intake import Beneficiary, ExternalReference, Intake, Tick
from desk.domain.tracking import read_code
from desk.services import acts, cases, contract, drafts, upkeep
from desk.services import intake as intakes
from desk.services.counter import Counter
from desk.services.drafts import Draft
from desk.services.intake import register, take_up
from tests.conftest import OpenCounter
from tests.counters import deliver
from tests.factory import ADOPTION, DISASTER, KITCHEN, REACTIVATION, SITI, SKM, UMAR, applicant, intake, met
from tests.fakes import NOW, Clock

PAPERS = ("kk", "ktp", "kartu_pbi", "foto_rumah", "sktm", "lembar_verifikasi")
"""What reactivating a health card asks for."""


def some(*names: str, **changes: Any) -> Intake:
    """A form for reactivation with those papers."""
    return intake(REACTIVATION, everything=False, checklist={name: met() for name in names}, **changes)


def count(counter: Counter) -> int:
    return sum(cases.counts(counter).values())


# complete and incomplete


def test_a_complete_file_gets_a_number_a_code_and_a_promise(counter: Counter) -> None:
    receipt = register(counter, intake())
    assert receipt.registration_number == f"{counter.store.identity.prefix}-2026-000001"
    assert read_code(receipt.tracking_code) == receipt.tracking_code
    assert (receipt.state, receipt.missing) == ("open", ())
    assert receipt.due_at == "2026-11-24T11:30:00+07:00"
    assert receipt.received_at == NOW.isoformat()


def test_an_incomplete_file_is_registered_too_without_a_promise(counter: Counter) -> None:
    receipt = register(counter, some("ktp", "kk", note="KIS tertinggal di rumah"))
    assert (receipt.state, receipt.due_at) == ("returned", None)
    assert receipt.missing == ("kartu_pbi", "foto_rumah", "sktm", "lembar_verifikasi")
    case = cases.load(counter, receipt.id)
    assert case.applicant == applicant()
    assert case.history[0].note == "KIS tertinggal di rumah"
    assert case.complete_at is None


def test_everything_typed_is_kept(counter: Counter) -> None:
    form = intake(
        DISASTER,
        channel="whatsapp",
        applicant=applicant(kind="government", name="Pemerintah Desa Raci", nik="", contact="Bapak Umar"),
        beneficiaries=(Beneficiary("Ahmad", UMAR, "korban", "rumah rusak"), Beneficiary("Budi")),
        external_reference=ExternalReference("SIKS-NG", "35.14.77"),
        checklist={
            "surat_laporan_bencana": Tick(met=True, form="copy", count=2, seen_original=True, note="stempel desa")
        },
        everything=False,
        received_at="2026-11-23T16:40:00+07:00",
    )
    kept = cases.load(counter, register(counter, form).id).as_intake()
    assert kept == Intake(
        service=DISASTER,
        received_at=form.received_at,
        channel=form.channel,
        applicant=form.applicant,
        beneficiaries=form.beneficiaries,
        checklist=form.checklist,
        external_reference=form.external_reference,
    )


def test_complete_becomes_the_ticks_that_it_stands_for(counter: Counter) -> None:
    case = cases.load(counter, register(counter, intake(REACTIVATION)).id)
    assert set(case.checklist) == set(PAPERS)
    assert all(tick.met for tick in case.checklist.values())


def test_numbers_follow_each_other_and_a_refused_form_takes_none(counter: Counter) -> None:
    register(counter, intake())
    with pytest.raises(Refused):
        register(counter, intake(applicant=applicant(name="")))
    with pytest.raises(NotFound):
        register(counter, intake("pasuruan/77"))
    assert register(counter, intake()).registration_number.endswith("-000002")


@pytest.mark.parametrize(
    ("form", "code", "field"),
    [
        (intake(applicant=applicant(name="")), "name_missing", "applicant.name"),
        (intake(applicant=applicant(nik="")), "nik_missing", "applicant.no_nik_reason"),
        (intake(applicant=applicant(kk=SITI)), "kk_is_nik", "applicant.kk"),
        (intake(applicant=applicant(kk=UMAR), beneficiaries=(Beneficiary("A", UMAR),)), "kk_is_nik", "applicant.kk"),
        (some("ktp", "paspor"), "requirement_unknown", "checklist.paspor"),
        (intake(answers={"kawin": True}), "question_unknown", "answers.kawin"),
    ],
)
def test_what_the_service_does_not_know_is_refused_by_its_place(
    counter: Counter, form: Intake, code: str, field: str
) -> None:
    with pytest.raises(Refused) as caught:
        register(counter, form)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert count(counter) == 0


def test_an_unknown_service_is_named(counter: Counter) -> None:
    with pytest.raises(NotFound, match="pasuruan/99") as caught:
        register(counter, intake("pasuruan/99"))
    assert caught.value.field == "service"


def test_odd_numbers_are_said_and_taken(counter: Counter) -> None:
    receipt = register(counter, intake(applicant=applicant(birth_date="1991-02-25", sex="L")))
    assert len(receipt.warnings) == 2
    assert SITI not in " ".join(receipt.warnings)


def test_the_office_s_day_counts_wherever_the_time_was_written(counter: Counter, clock: Clock) -> None:
    """Somebody turns 30 on 24 November; at 23.00 UTC of the 23rd it is the 24th in Pasuruan."""
    clock.set("2026-11-24T06:30")
    young = applicant(nik="3514096411960001", birth_date="1996-11-24")
    answers = {
        "menikah_5_tahun": True, "seagama": True, "mampu": True, "anak_paling_banyak_satu": True, "dinyatakan_dokter": True,
    }  # fmt: skip
    receipt = register(
        counter, intake(ADOPTION, applicant=young, answers=answers, received_at="2026-11-23T23:00:00+00:00")
    )
    assert "umur" not in receipt.missing
    assert "umur" not in intakes.assessment_of(counter, cases.load(counter, receipt.id)).missing


# the same form twice


def test_an_impatient_officer_registers_once(counter: Counter) -> None:
    first = register(counter, intake(key="f1"))
    assert register(counter, intake(key="f1")) == first
    assert register(counter, intake(key="f1", applicant=applicant(name="Lain"))) == first
    assert count(counter) == 1


def test_forms_without_a_key_are_each_their_own(counter: Counter) -> None:
    register(counter, intake())
    register(counter, intake())
    assert count(counter) == 2


def test_the_same_form_after_the_file_has_moved_on_tells_how_it_stands_now(counter: Counter, clock: Clock) -> None:
    first = register(counter, some("ktp", key="f1"))
    clock.forward(days=1)
    take_up(counter, first.id, intake(REACTIVATION))
    again = register(counter, some("ktp", key="f1"))
    assert (again.id, again.state, again.missing) == (first.id, "open", ())
    assert again.due_at is not None


def test_a_registered_form_is_no_draft_any_more(counter: Counter) -> None:
    drafts.keep(counter, Draft("f1", "Siti", {"name": "Siti"}))
    drafts.keep(counter, Draft("f2", "Umar", {"name": "Umar"}))
    register(counter, intake(key="f1"))
    assert [draft.key for draft in drafts.kept(counter)] == ["f2"]


# taken up again


def test_a_file_taken_up_again_is_complete_and_its_clock_starts_then(counter: Counter, clock: Clock) -> None:
    receipt = register(counter, some("ktp", "kk"))
    clock.set("2026-11-26T08:00")
    after = take_up(counter, receipt.id, some("kartu_pbi", "foto_rumah", "sktm", "lembar_verifikasi"))
    assert (after.registration_number, after.tracking_code) == (receipt.registration_number, receipt.tracking_code)
    assert (after.state, after.missing) == ("open", ())
    assert after.due_at == "2026-11-26T08:50:00+07:00"
    case = cases.load(counter, receipt.id)
    assert (case.received_at, case.complete_at) == (NOW.isoformat(), "2026-11-26T08:00:00+07:00")
    assert {name for name, tick in case.checklist.items() if tick.met} == set(PAPERS)


def test_what_is_still_wanting_is_said_again(counter: Counter) -> None:
    receipt = register(counter, some("ktp"))
    after = take_up(counter, receipt.id, some("kk"))
    assert (after.state, after.missing) == ("returned", ("kartu_pbi", "foto_rumah", "sktm", "lembar_verifikasi"))


def test_nothing_is_typed_twice(counter: Counter) -> None:
    receipt = register(counter, some("ktp", beneficiaries=(Beneficiary("Ahmad"),), note="pertama"))
    before = cases.load(counter, receipt.id)
    take_up(counter, receipt.id, intake(REACTIVATION, applicant=before.applicant, beneficiaries=before.beneficiaries))
    after = cases.load(counter, receipt.id)
    assert (after.applicant, after.beneficiaries) == (before.applicant, before.beneficiaries)
    assert [entry.note for entry in after.history] == ["pertama", None]


def test_only_what_changed_is_written(counter: Counter) -> None:
    receipt = register(counter, some("ktp", "kk"))
    form = some("ktp", "kk", "sktm", applicant=applicant(phone="6281111111111"))
    take_up(counter, receipt.id, form)
    with counter.store.read() as connection:
        from desk.models import queries  # noqa: PLC0415 (only here)

        last = queries.events_of(connection, receipt.id)[-1]
    assert last.envelope.facts == {"state": "returned"}
    assert last.data is not None
    assert set(last.data) == {"applicant.phone", "requirement.sktm"}


def test_complete_overrules_a_paper_that_was_unticked_or_too_few(counter: Counter) -> None:
    form = some("ktp", "kk", "sktm", "lembar_verifikasi")
    ticks = {**form.checklist, "kartu_pbi": Tick(met=False), "foto_rumah": Tick(met=True, count=0, note="buram")}
    receipt = register(counter, intake(REACTIVATION, everything=False, checklist=ticks))
    assert receipt.missing == ("kartu_pbi", "foto_rumah")
    assert take_up(counter, receipt.id, intake(REACTIVATION)).state == "open"


def test_complete_keeps_what_was_noted_of_the_papers_that_were_there(counter: Counter) -> None:
    ticks = {"ktp": Tick(met=True, form="copy", seen_original=True, note="KTP lama")}
    receipt = register(counter, intake(REACTIVATION, everything=False, checklist=ticks))
    take_up(counter, receipt.id, intake(REACTIVATION))
    assert cases.load(counter, receipt.id).checklist["ktp"] == ticks["ktp"]


def test_answers_given_before_are_not_asked_again(counter: Counter) -> None:
    receipt = register(
        counter, intake(SKM, everything=False, checklist={"k1": met()}, answers={"dtks": True, "kecelakaan": True})
    )
    assert "dtks" not in receipt.missing
    after = take_up(counter, receipt.id, intake(SKM, everything=False, answers={"tindak_kriminal": False}))
    assert "dtks" not in after.missing
    assert "surat_jasa_raharja" in after.missing
    papers = {name: met() for name in after.missing}
    assert take_up(counter, receipt.id, intake(SKM, everything=False, checklist=papers)).state == "open"


def test_somebody_taken_off_the_list_is_gone_and_others_stay(counter: Counter) -> None:
    people = (Beneficiary("Ahmad"), Beneficiary("Budi"), Beneficiary("Umi"))
    receipt = register(counter, some("ktp", beneficiaries=people))
    take_up(counter, receipt.id, some("ktp", beneficiaries=(people[0], people[2])))
    assert cases.load(counter, receipt.id).beneficiaries == (people[0], people[2])
    take_up(counter, receipt.id, some("ktp", beneficiaries=(*people, Beneficiary("Siti"))))
    assert cases.load(counter, receipt.id).beneficiaries == (*people, Beneficiary("Siti"))
    assert upkeep.rebuild(counter)[1]


def test_a_field_that_is_cleared_is_empty(counter: Counter) -> None:
    receipt = register(counter, some("ktp"))
    take_up(counter, receipt.id, some("ktp", applicant=applicant(phone="", kk="")))
    found = cases.load(counter, receipt.id).applicant
    assert (found.phone, found.kk, found.name) == ("", "", "Siti Aminah")


@pytest.mark.parametrize("state", ["open", "withdrawn"])
def test_only_a_file_that_was_returned_can_be_taken_up(counter: Counter, state: str) -> None:
    receipt = register(counter, intake(REACTIVATION))
    if state == "withdrawn":
        acts.act(counter, receipt.id, "withdraw", note="Batal")
    with pytest.raises(Refused, match="tidak sedang dikembalikan"):
        take_up(counter, receipt.id, intake(REACTIVATION))


def test_a_file_returned_from_the_office_resumes_its_clock(counter: Counter, clock: Clock) -> None:
    receipt = register(counter, intake(KITCHEN))
    assert receipt.due_at == (NOW + timedelta(hours=48)).isoformat()
    clock.forward(hours=10)
    acts.act(counter, receipt.id, "return", note="Surat tidak bertanggal")
    case = cases.load(counter, receipt.id)
    assert contract.clock_of(counter, case, counter.service_of(case))["running"] is False
    clock.forward(hours=20)
    after = take_up(counter, receipt.id, intake(KITCHEN))
    assert after.due_at == (NOW + timedelta(hours=68)).isoformat()
    clock.forward(hours=1)
    case = cases.load(counter, receipt.id)
    assert contract.clock_of(counter, case, counter.service_of(case))["used_minutes"] == 11 * 60


def test_what_another_counter_added_to_a_value_is_not_lost_by_taking_the_file_up(open_counter: OpenCounter) -> None:
    """A newer Desk wrote a tick with a field that this one doesn't know; nobody touches that tick here."""
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    receipt = register(bangil, some("ktp"))
    with bangil.store.write() as work:
        tick = {"met": True, "form": None, "count": None, "note": "", "scan": "abc"}
        work.append(
            receipt.id, "papers_added", {"state": "returned"}, {"requirement.ktp": tick}, at=NOW.isoformat(), officer="R",
            recorder="R",
        )  # fmt: skip
    deliver(bangil, pandaan)
    take_up(pandaan, receipt.id, some("kk"))
    with pandaan.store.write() as work:
        assert work.folded(receipt.id).fields["requirement.ktp"] == tick


# the promise


def test_a_promise_is_made_before_anything_is_registered(counter: Counter) -> None:
    service = counter.catalogue.service(SKM)
    promised = intakes.promise(counter, service, NOW)
    assert promised.at == datetime.fromisoformat("2026-11-24T11:30:00+07:00")
    assert promised.why
    assert count(counter) == 0

"""What each form asks and what of the filled form its service is told; typed text stays text, hostile or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.errors import DeskError, Refused
from desk.domain.event import EventId
from desk.domain.fold import Contender
from desk.domain.moving.stepping import UNRECORDED
from desk.domain.offers import ACTIONS, LABELS, PAUSES
from desk.services import acts
from desk.services.acts import Wish
from desk.services.counter import Counter
from desk.ui.cases import case_words, gathering
from desk.ui.cases.dossier import Dossier
from desk.ui.cases.forms import FORMS
from desk.ui.cases.forms.endings import PAUSE_CHOICES
from desk.ui.cases.forms.form import YES, day, faults, people, starting, visible
from desk.ui.cases.forms.steps import UNTOLD
from tests.ui.cases.office import STANDINGS, refreshed
from tests.ui.house import open_house

TODAY = date(2026, 11, 20)
HOSTILE = (
    "'; DROP TABLE cases; --", "=1+1", "<b>tebal</b>", "\u202eterbalik", "a" * 5000, "\x00", "{name}", "%s %d", "🙂" * 40, "\t\n",
    "../../etc/passwd", "\ud800",
)  # fmt: skip


def filled(dossier: Dossier, action: str, key: str = "", **typed: str) -> tuple[Wish, ...]:
    """What the service is told when these blanks are filled and the others left as they were."""
    form = FORMS[action].make(dossier, key)
    values = {**starting(form), **typed}
    assert typed.keys() <= values.keys(), typed.keys() - values.keys()
    assert not faults(form, values)
    return FORMS[action].tell(dossier, key, values)


def names(dossier: Dossier, action: str, key: str = "") -> list[str]:
    return [blank.name for blank in FORMS[action].make(dossier, key).blanks]


def test_every_act_that_asks_something_has_a_form_and_its_words() -> None:
    assert set(FORMS) == set(ACTIONS) - {"resume", "take_back", "resubmit"}
    assert set(case_words.ACTIONS) == set(ACTIONS) == set(LABELS)
    assert set(PAUSE_CHOICES) == set(PAUSES)
    assert {name for missing in UNRECORDED.values() for name in missing} == set(UNTOLD)


def test_every_form_that_is_offered_can_be_made_and_names_each_blank_once(standings: dict[str, Dossier]) -> None:
    made = set()
    for dossier in standings.values():
        for offer in dossier.offers:
            if offer.action in FORMS:
                form = FORMS[offer.action].make(dossier, "")
                own = [blank.name for blank in form.blanks]
                assert len(own) == len(set(own))
                assert form.title
                assert all(blank.label for blank in form.blanks)
                made.add(offer.action)
    assert set(FORMS) - made == {"settle"}


def test_a_step_without_branches_asks_for_none(standings: dict[str, Dossier]) -> None:
    assert "outcome" not in names(standings["whole"], "advance")
    assert filled(standings["whole"], "advance", note=" selesai ", by="Kepala Bidang") == (
        Wish("advance", "selesai", "Kepala Bidang"),
    )


def test_a_branch_is_told_with_the_step_it_leads_to(standings: dict[str, Dossier]) -> None:
    form = FORMS["advance"].make(standings["branching"], "")
    normal, branch = form.blanks[0].options
    assert normal.value == ""
    assert normal.words.startswith("Jalur biasa: ")
    [wish] = filled(standings["branching"], "advance", outcome=branch.value)
    assert wish.data == {"outcome": "excluded", "step": "konsep_penolakan"}
    [wish] = filled(standings["branching"], "advance")
    assert wish.data == {}


def test_a_visit_tells_finding_day_and_everybody_who_went(standings: dict[str, Dossier]) -> None:
    [wish] = filled(
        standings["visit"], "visit", finding="Layak", date="kemarin", people="Sri Wahyuni, S.Sos.\nBambang; Dewi"
    )
    assert wish.data == {"finding": "Layak", "date": "2026-11-19", "people": ["Sri Wahyuni, S.Sos.", "Bambang", "Dewi"]}


def test_what_is_missing_is_said_of_every_blank_at_once(standings: dict[str, Dossier]) -> None:
    form = FORMS["number"].make(standings["ended"], "")
    assert set(faults(form, starting(form))) == {"number", "date"}
    assert "Nomor surat" in faults(form, starting(form))["number"]


def test_a_disposition_goes_to_several_desks_with_phrases_words_and_a_deadline(standings: dict[str, Dossier]) -> None:
    [wish] = filled(
        standings["dispose"], "dispose", to="Sekretaris\nKepala Bidang Rehabilitasi Sosial",
        phrases="Proses lebih lanjut\nUntuk diketahui", instruction="Segera", urgency="segera", deadline="27/11",
        must_answer="yes",
    )  # fmt: skip
    assert wish.to == ("Sekretaris", "Kepala Bidang Rehabilitasi Sosial")
    assert wish.data == {
        "instruction": "Segera", "phrases": ["Proses lebih lanjut", "Untuk diketahui"], "urgency": "segera",
        "deadline": "2026-11-27", "must_answer": True,
    }  # fmt: skip
    assert wish.by == "Kepala Dinas"  # who has the file has written it, unless another is named


def test_whether_an_answer_is_awaited_is_left_to_the_rule_unless_it_is_said(standings: dict[str, Dossier]) -> None:
    said = {"to": "Sekretaris", "instruction": "Teliti"}
    assert "must_answer" not in filled(standings["dispose"], "dispose", **said)[0].data
    assert filled(standings["dispose"], "dispose", must_answer="no", **said)[0].data["must_answer"] is False


def test_one_of_several_holders_is_named_as_the_sender(standings: dict[str, Dossier]) -> None:
    form = FORMS["dispose"].make(standings["two"], "")
    slots = [option.value for option in form.blanks[0].options]
    assert form.blanks[0].name == "from"
    [wish] = filled(standings["two"], "dispose", to="Kepala Dinas", instruction="x", **{"from": slots[1]})
    assert wish.data["from"] == slots[1]
    assert wish.by == form.blanks[0].options[1].words


def test_answers_are_of_one_desk_and_a_reference_only_of_another_body(standings: dict[str, Dossier]) -> None:
    slots = [one.slot for one in standings["two"].case.holders]
    [wish] = filled(standings["two"], "answer", disposition=slots[1], answer="Setuju")
    assert wish.data == {"disposition": slots[1], "answer": "Setuju"}
    assert "disposition" not in names(standings["one"], "answer")
    assert "reference" not in names(standings["one"], "answer")
    [wish] = filled(standings["outside"], "answer", answer="Diterima", reference="45/KJ")
    assert wish.data["reference"] == "45/KJ"


def test_all_who_have_not_read_are_ticked_and_each_is_received(standings: dict[str, Dossier]) -> None:
    wishes = filled(standings["two"], "receive")
    assert [wish.action for wish in wishes] == ["receive", "receive"]
    assert len({wish.data["disposition"] for wish in wishes}) == 2


def test_handing_over_offers_the_applicant_and_takes_nobody_by_itself(standings: dict[str, Dossier]) -> None:
    form = FORMS["deliver"].make(standings["ended"], "")
    recipient = form.blank("recipient")
    assert recipient is not None
    assert (recipient.start, recipient.offer) == ("", ("pemohon: Siti Aminah", "Siti Aminah"))
    wishes = filled(standings["ended"], "deliver", recipient="Umar", relation="suami/istri")
    assert [wish.action for wish in wishes] == ["deliver"]
    kept = standings["ended"].case.originals_kept
    wishes = filled(standings["ended"], "deliver", recipient="Umar", papers="\n".join(kept))
    assert [wish.action for wish in wishes] == ["deliver", "give_back"]
    assert wishes[1].data["papers"] == list(kept)


def test_handing_off_begins_with_the_body_that_the_standard_names(standings: dict[str, Dossier]) -> None:
    [wish] = filled(standings["hand_off"], "hand_off", reference="470/1")
    assert wish.data == {"body": "Dinas Sosial Provinsi Jawa Timur", "reference": "470/1", "await": False}
    [wish] = filled(standings["whole"], "hand_off", body="Kejaksaan")
    assert wish.data["await"] is True


def test_what_is_wanting_becomes_the_note_of_a_returned_file(standings: dict[str, Dossier]) -> None:
    dossier = standings["whole"]
    first, second = (item.requirement for item in dossier.assessment.items[:2])
    [wish] = filled(dossier, "return", papers=f"{first.id}\n{second.id}", note="Foto buram.")
    assert wish.note.startswith(f"Kurang: {first.number}. {first.text[:40]}")
    assert wish.note.endswith(". Foto buram")
    assert filled(dossier, "return")[0].note == ""


def test_a_pause_for_another_reason_asks_which(standings: dict[str, Dossier]) -> None:
    form = FORMS["pause"].make(standings["whole"], "")
    assert [blank.name for blank in visible(form, {**starting(form), "reason": "other"})] == ["reason", "why"]
    assert faults(form, {**starting(form), "reason": "other"}).keys() == {"why"}
    assert filled(standings["whole"], "pause", reason="other", why="listrik padam")[0] == Wish(
        "pause", "listrik padam", data={"reason": "other"}
    )


def test_what_several_steps_left_untold_is_asked_step_by_step(standings: dict[str, Dossier]) -> None:
    dossier = standings["ended"]
    steps = list(dossier.case.proceedings.unrecorded)
    assert len(steps) > 1
    form = FORMS["record"].make(dossier, "")
    asked = visible(form, {**starting(form), "step": steps[1]})
    assert all(blank.name == "step" or blank.name.startswith(f"{steps[1]}.") for blank in asked)
    only = FORMS["record"].make(dossier, steps[0])
    assert [blank.name for blank in only.blanks] == [
        f"{steps[0]}.{name}" for name in dossier.case.proceedings.unrecorded[steps[0]]
    ]


def test_a_visit_is_told_afterwards(standings: dict[str, Dossier]) -> None:
    untold = standings["ended"].case.proceedings.unrecorded
    step = next(key for key, missing in untold.items() if "finding" in missing)
    typed = {f"{step}.finding": "Layak", f"{step}.date": "19/11", f"{step}.people": "Sri"}
    [wish] = filled(standings["ended"], "record", step, **typed)
    assert wish.data == {"step": step, "finding": "Layak", "date": "2026-11-19", "people": ["Sri"]}


def test_what_was_looked_up_is_told_by_its_value_and_shown_by_its_words(standings: dict[str, Dossier]) -> None:
    [wish] = filled(standings["whole"], "merge", into="L1-2026-000009\tL1-2026-000009 · Siti", note="sama")
    assert wish.data == {"into": "L1-2026-000009"}
    [wish] = filled(standings["whole"], "reclassify", service="pasuruan/02\tLanjut usia")
    assert wish.data == {"service": "pasuruan/02"}


def test_originals_are_all_ticked_and_a_signature_is_said(standings: dict[str, Dossier]) -> None:
    [wish] = filled(standings["ended"], "give_back", recipient="Siti Aminah", signed=YES)
    assert wish.data["papers"] == list(standings["ended"].case.originals_kept)
    assert wish.data["signed"] is True


def test_a_correction_tells_the_whole_applicant_and_only_what_was_typed_differs(standings: dict[str, Dossier]) -> None:
    typed = {
        "applicant.name": "Siti Aminah binti Umar",
        "applicant.birth_date": "25-2-1990",
        "applicant.address.village": "Raci",
    }
    [wish] = filled(standings["whole"], "correct", **typed)
    said: Any = wish.data["applicant"]
    assert (said["name"], said["birth_date"], said["address"]["village"]) == (
        "Siti Aminah binti Umar",
        "1990-02-25",
        "Raci",
    )
    assert said["nik"] == standings["whole"].case.applicant.nik


def in_conflict(dossier: Dossier) -> Dossier:
    event = dossier.case.history[0].event
    contenders = (Contender("completed", event), Contender("open", EventId("elsewhere")))
    return replace(dossier, case=replace(dossier.case, conflicts={"state": contenders}))


def test_a_conflict_is_settled_by_one_press_on_what_was_written(standings: dict[str, Dossier]) -> None:
    dossier = in_conflict(standings["whole"])
    [blank] = FORMS["settle"].make(dossier, "").blanks
    assert (blank.label, [option.words for option in blank.options]) == ("Status", ["Selesai", "Diproses"])
    assert "Siti Rahmawati" in blank.options[0].detail
    assert "Loket 1" in blank.options[0].detail
    [wish] = filled(dossier, "settle", state="1")
    assert wish.data == {"field": "state", "value": "open"}
    assert filled(dossier, "settle") == ()


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("24/11/2026", "2026-11-24"), ("24-11", "2026-11-24"), ("24 Nov", "2026-11-24"), ("31 des", "2026-12-31"),
     ("2 januari", "2027-01-02"), ("hari ini", "2026-11-20"), ("", ""), ("2026-11-24", "2026-11-24")],
)  # fmt: skip
def test_days_are_typed_as_people_write_them(typed: str, iso: str) -> None:
    assert day({"date": typed}, "date", TODAY) == iso


@pytest.mark.parametrize("typed", ["31/02", "besuk", "99/99/9999", "24/11/26", "tanggal 24", "0/0"])
def test_what_is_no_day_is_refused_beside_its_blank(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        day({"date": typed}, "date", TODAY)
    assert refused.value.field == "date"


@given(typed=st.text(max_size=60))
def test_a_day_is_read_or_refused_and_nothing_else(typed: str) -> None:
    try:
        found = day({"date": typed}, "date", TODAY)
    except Refused:
        return
    assert found == "" or date.fromisoformat(found).year > 0


@given(typed=st.text(max_size=200))
def test_people_are_never_empty_names(typed: str) -> None:
    assert all(name.strip() == name != "" for name in people({"people": typed}, "people"))


@pytest.fixture
def counter(tmp_path: Path) -> Any:
    made = open_house(tmp_path / "home")
    yield made
    made.store.close()


@pytest.mark.parametrize(
    ("standing", "action"),
    [("visit", "visit"), ("dispose", "dispose"), ("hand_off", "hand_off"), ("ended", "deliver"), ("ended", "give_back"),
     ("whole", "reject"), ("whole", "note"), ("ended", "number"), ("whole", "correct"), ("one", "answer")],
)  # fmt: skip
def test_hostile_text_is_kept_as_text_or_refused_in_a_sentence(counter: Counter, standing: str, action: str) -> None:
    dossier = gathering.dossier(counter, STANDINGS[standing](counter))
    refusals: list[str] = []
    for text in HOSTILE:
        dossier = refreshed(counter, dossier)
        if dossier.offer(action) is None:
            dossier = gathering.dossier(counter, STANDINGS[standing](counter))
        form = FORMS[action].make(dossier, "")
        values = {
            **starting(form),
            **{b.name: text for b in form.blanks if b.kind in ("line", "text", "known", "people")},
        }
        try:
            wishes = FORMS[action].tell(dossier, "", values)
            acts.act_together(counter, dossier.case.id, wishes)
        except DeskError as trouble:
            refusals.append(trouble.message)
    assert all(refusals)
    assert gathering.dossier(counter, dossier.case.id).case.history

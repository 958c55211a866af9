"""Disposition sheets of real files: what is offered, what was written, and keys that mean what was printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.domain.errors import NotFound, Refused
from desk.domain.event import CaseId
from desk.domain.guarded import GUARDED_MATTER
from desk.domain.intake import IncomingLetter
from desk.domain.officials import Named
from desk.domain.sheet_code import SheetCode
from desk.services import acts, cases, phrases, positions, sheets
from desk.services.counter import Counter
from desk.services.intake import register
from tests.conftest import OpenCounter
from tests.counters import exchange
from tests.factory import ADOPTION, applicant, intake
from tests.fakes import Clock

REHAB = "pasuruan/04"
HEAD, DIVISION, SOCIAL = (
    "Kepala Dinas", "Kepala Bidang Rehabilitasi Sosial", "Jabfung/Peksos Bidang Rehabilitasi Sosial",
)  # fmt: skip


def taken_in(counter: Counter, service: str = REHAB) -> CaseId:
    letter = IncomingLetter("005/12", "2026-11-20", "Permohonan rehabilitasi")
    return register(counter, intake(service, letter=letter)).id


def words(boxes: object) -> list[str]:
    return [box.words for box in boxes]  # type: ignore[attr-defined]


def ticked(boxes: object) -> list[str]:
    return [box.words for box in boxes if box.ticked]  # type: ignore[attr-defined]


def test_the_head_s_sheet_offers_the_next_desk_first_and_then_the_divisions(counter: Counter) -> None:
    form = sheets.sheet_for(counter, cases.load(counter, taken_in(counter)))
    assert words(form.desks)[:2] == [DIVISION, "Sekretaris"]
    assert "Kepala Bidang Perlindungan dan Jaminan Sosial" in words(form.desks)
    assert HEAD not in words(form.desks)
    assert "Camat" not in words(form.desks)  # bodies outside are no desks of this office
    assert (form.sender, form.letter.number, form.agenda) == ("Siti Aminah – Kalirejo, Bangil", "005/12", "1 / L1K74")


def test_a_division_s_sheet_offers_its_own_people_first(counter: Counter) -> None:
    form = sheets.sheet_for(counter, cases.load(counter, taken_in(counter)), DIVISION)
    assert words(form.desks)[0] == SOCIAL
    assert {"Sekretaris", HEAD} <= set(words(form.desks))


def test_a_sheet_is_asked_for_as_officers_say_it(counter: Counter) -> None:
    case = cases.load(counter, taken_in(counter))
    assert sheets.slot_of(counter, case, "kabid rehsos") == "S2"
    assert sheets.slot_of(counter, case, "kadis") == "S1"
    with pytest.raises(Refused) as refusal:
        sheets.slot_of(counter, case, "Kepala Stasiun")
    assert refusal.value.code == "sheet_for"


def test_who_sits_at_the_desk_today_is_printed_under_it(counter: Counter, clock: Clock) -> None:
    case = cases.load(counter, taken_in(counter))
    head = sheets.sheet_for(counter, case).signer
    assert (head.title, head.name) == ("Kepala Dinas Sosial", "H.M. SUWITO ADI, S.Sos, M.Si")
    assert head.number == "NIP 19650311 198603 1 012"
    assert sheets.sheet_for(counter, case, DIVISION).signer.name == ""
    today = date(2026, 11, 24)
    named = Named("Dra. Endang", "196808121994032005")
    positions.appoint(counter, DIVISION, named, start=today, standing="plt", reason="SK Bupati")
    acting = sheets.sheet_for(counter, case, DIVISION).signer
    assert (acting.title, acting.name) == ("Plt. Kepala Bidang Rehabilitasi Sosial", "Dra. Endang")


HOLDER = ("Kepala Dinas Sosial", "H.M. SUWITO ADI, S.Sos, M.Si", "NIP 19650311 198603 1 012")


@pytest.mark.parametrize(
    ("by", "printed"),
    [
        ("H.M. SUWITO ADI, S.Sos, M.Si", HOLDER),
        ("h.m. Suwito Adi", HOLDER),
        ("", HOLDER),
        ("Bambang Hermanto", ("Kepala Dinas Sosial", "Bambang Hermanto", "")),
        ("Dra. Endang", ("Kepala Dinas Sosial", "Dra. Endang", "")),  # known, and sits elsewhere
    ],
)
def test_nobody_s_name_stands_over_the_number_of_another(
    counter: Counter, by: str, printed: tuple[str, str, str]
) -> None:
    named = Named("Dra. Endang", "196808121994032005", "Pembina")
    positions.appoint(counter, DIVISION, named, start=date(2026, 1, 1), reason="SK Bupati")
    case = acts.act(counter, taken_in(counter), "dispose", to=[DIVISION], by=by, data={"instruction": "Proses"})
    signer = sheets.sheet_for(counter, case, "S1").signer
    assert (signer.title, signer.name, signer.number) == printed
    assert bool(signer.rank) == bool(printed[2])


def test_a_recorded_sheet_shows_who_sat_there_on_its_day_and_who_acted(counter: Counter, clock: Clock) -> None:
    named = Named("Dra. Endang", "196808121994032005", "Pembina")
    today = date(2026, 11, 24)
    positions.appoint(counter, DIVISION, named, start=date(2026, 1, 1), reason="SK Bupati")
    positions.absent(counter, HEAD, today, today, reason="cuti", acting="Dra. Endang")
    data = {"instruction": "Proses"}
    acted = acts.act(counter, taken_in(counter), "dispose", to=[DIVISION], by="Dra. Endang", data=data)
    own = acts.act(counter, taken_in(counter), "dispose", to=[DIVISION], by=HOLDER[1], data=data)
    clock.forward(days=30)
    signer = sheets.sheet_for(counter, acted, "S1").signer
    assert (signer.title, signer.name) == ("Plh. Kepala Dinas Sosial", "Dra. Endang")
    assert (signer.rank, signer.number) == ("Pembina", "NIP 19680812 199403 2 005")
    signer = sheets.sheet_for(counter, own, "S1").signer  # away, and yet at the desk that day
    assert (signer.title, signer.name, signer.number) == HOLDER


def test_of_namesakes_a_name_without_degrees_prints_no_number(counter: Counter) -> None:
    other = Named("H.M. Suwito Adi, S.H.", "197001011995031001")
    positions.appoint(counter, DIVISION, other, start=date(2026, 1, 1), reason="SK Bupati")
    data = {"instruction": "Proses"}
    case = acts.act(counter, taken_in(counter), "dispose", to=[DIVISION], by="H.M. Suwito Adi", data=data)
    assert sheets.sheet_for(counter, case, "S1").signer.number == ""


def test_a_guarded_service_is_named_neither_by_its_title_nor_by_the_person(counter: Counter) -> None:
    form = sheets.sheet_for(counter, cases.load(counter, taken_in(counter, ADOPTION)))
    assert (form.sender, form.subject, form.guarded) == ("S.A.", (GUARDED_MATTER,), True)
    assert ticked(form.urgencies) == ["Rahasia"]


def test_an_organisation_is_no_secret(counter: Counter) -> None:
    lks = applicant(kind="organisation", name="LKS Harapan Bunda", nik="", kk="", contact="Sri")
    file = register(counter, intake(ADOPTION, applicant=lks)).id
    assert sheets.sheet_for(counter, cases.load(counter, file)).sender == "LKS Harapan Bunda"


def test_what_was_recorded_is_printed_filled_in_and_stands_on_the_next_sheet_as_earlier(counter: Counter) -> None:
    file = taken_in(counter)
    data = {
        "phrases": ["Proses lebih lanjut", "Rahasia"], "instruction": "Hubungi Dinkes", "urgency": "segera",
        "deadline": "2026-11-27",
    }  # fmt: skip
    case = acts.act(counter, file, "dispose", to=[DIVISION], by="H.M. SUWITO ADI, S.Sos, M.Si", data=data)
    form = sheets.sheet_for(counter, case, "S1")
    assert (ticked(form.desks), ticked(form.phrases)) == ([DIVISION], ["Proses lebih lanjut"])
    assert ticked(form.urgencies) == ["Segera", "Rahasia"]
    assert (form.words, form.deadline, form.earlier) == ("Hubungi Dinkes", "2026-11-27", ())
    following = sheets.sheet_for(counter, case)
    assert following.signer.title == DIVISION
    [earlier] = following.earlier
    assert (earlier.sender, earlier.to) == (HEAD, (DIVISION,))
    assert earlier.words == "Proses lebih lanjut; Rahasia; Hubungi Dinkes; segera"


def test_the_keys_are_those_that_were_printed_though_the_office_changed_its_list_meanwhile(counter: Counter) -> None:
    file = taken_in(counter)
    printed = sheets.sheet_for(counter, cases.load(counter, file))
    sheets.keep_lists(counter, printed)
    phrases.set_phrases(counter, ["Arsipkan", "Proses lebih lanjut"], "Disederhanakan")
    back = sheets.found_sheet(counter, printed.code.text)
    assert back.known_lists
    assert words(back.form.phrases) == words(printed.phrases)
    assert words(sheets.sheet_for(counter, cases.load(counter, file)).phrases) == ["Arsipkan", "Proses lebih lanjut"]


def test_typed_by_hand_the_code_knows_only_today_s_list_and_an_unknown_mark_says_so(counter: Counter) -> None:
    file = taken_in(counter)
    printed = sheets.sheet_for(counter, cases.load(counter, file))
    assert sheets.found_sheet(counter, printed.code.shown).known_lists
    strange = SheetCode(printed.code.tracking_code, "S1", "K7MW")
    assert not sheets.found_sheet(counter, strange.text).known_lists


def test_a_sheet_printed_at_another_counter_is_known_once_they_have_exchanged(open_counter: OpenCounter) -> None:
    one, two = open_counter("Loket 1"), open_counter("Loket 2")
    form = sheets.sheet_for(one, cases.load(one, taken_in(one)))
    sheets.keep_lists(one, form)
    with pytest.raises(NotFound) as refusal:
        sheets.found_sheet(two, form.code.text)
    assert refusal.value.code == "sheet_unknown_case"
    phrases.set_phrases(two, ["Arsipkan"], "Daftar sendiri")
    exchange(one, two)
    back = sheets.found_sheet(two, form.code.text)
    assert back.known_lists
    assert words(back.form.phrases) == words(form.phrases)


def test_the_same_lists_are_kept_once(counter: Counter) -> None:
    for _ in range(3):
        sheets.keep_lists(counter, sheets.sheet_for(counter, cases.load(counter, taken_in(counter))))
    with counter.store.read() as connection:
        kept = connection.exec_driver_sql("SELECT count(*) FROM pinned WHERE kind = 'sheet'").scalar_one()
    assert kept == 1


def test_a_renamed_desk_is_offered_by_its_new_title_and_ticked_by_it(counter: Counter) -> None:
    file = taken_in(counter)
    positions.change(
        counter, DIVISION, title="Kepala Bidang Rehsos dan Linjamsos", start=date(2026, 11, 24), reason="SOTK"
    )
    form = sheets.sheet_for(counter, cases.load(counter, file))
    assert words(form.desks)[0] == "Kepala Bidang Rehsos dan Linjamsos"
    case = acts.act(counter, file, "dispose", to=[words(form.desks)[0]], data={"phrases": ["Arsipkan"]})
    filled = sheets.sheet_for(counter, case, "S1")
    assert ticked(filled.desks) == ["Kepala Bidang Rehsos dan Linjamsos"]
    assert ticked(filled.phrases) == ["Arsipkan"]  # written by hand, it stands at the end


def test_a_change_of_the_phrases_is_a_version_and_can_be_taken_back(counter: Counter) -> None:
    before = phrases.phrases(counter)
    assert phrases.set_phrases(counter, ["Arsipkan"], "Disederhanakan") == ("Arsipkan",)
    with pytest.raises(Refused):
        phrases.set_phrases(counter, ["Arsipkan"], "Lagi")
    assert phrases.undo(counter, "Ternyata perlu") == before
    assert counter.catalogue.services("pasuruan")  # no pack file, so the catalogue never sees it


def test_the_lists_of_a_form_that_was_filled_are_those_without_what_was_written_by_hand(counter: Counter) -> None:
    form = sheets.sheet_for(counter, cases.load(counter, taken_in(counter)))
    by_hand = replace(form, desks=(*form.desks, replace(form.desks[0], key="", words="Camat")))
    sheets.keep_lists(counter, by_hand)
    assert sheets.found_sheet(counter, form.code.text).known_lists

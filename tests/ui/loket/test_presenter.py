"""An intake at the counter, without a window: the sentences of an officer's day."""

from __future__ import annotations

import json

import pytest

from desk.domain.errors import Refused, StoreError
from desk.domain.intake import Address, Applicant, Tick
from desk.ui.loket.form import Form, form_from_body, form_to_body
from tests.ui.loket.samples import (
    ADOPTION,
    CATALOGUE,
    DISASTER,
    KITCHEN,
    LKS,
    PBI_AGAIN,
    PBI_NEW,
    SITI,
    SKM,
    Asked,
    EarlierCase,
    FakeCounter,
    Known,
    KnownFamily,
    Morning,
    Seen,
    a_person,
)  # fmt: skip


def completed_pbi(morning: Morning) -> None:
    """A file that is complete: six papers, all there."""
    morning.choose("bpjs mati")
    for key in "123456":
        assert morning.intake.press(key)
    morning.write(nik=SITI, name="Siti Aminah")


@pytest.mark.parametrize(
    ("words", "service"),
    [
        ("adopsi", ADOPTION), ("ijin angkat anak", ADOPTION), ("lansia terlantar", "pasuruan/02"),
        ("BPJS mati", PBI_AGAIN), ("kursi roda", "pasuruan/05"),
    ],
)  # fmt: skip
def test_a_few_letters_of_what_people_say_find_the_service(words: str, service: str) -> None:
    morning = Morning()
    morning.choose(words)
    assert morning.intake.form.service == service
    assert morning.view.focused[-1] == "checklist"


def test_an_empty_search_shows_every_service_in_the_decrees_order() -> None:
    morning = Morning()
    assert [service.order for service in morning.seen.found] == list(range(1, 18))


def test_the_list_can_be_printed_before_anything_is_asked() -> None:
    morning = Morning()
    morning.intake.search("adopsi")
    morning.intake.print_checklist()
    assert morning.view.printed == [("checklist", ADOPTION)]
    assert morning.intake.form.empty


def test_looking_for_a_service_shows_what_it_asks_for_before_it_is_chosen() -> None:
    morning = Morning()
    morning.intake.search("bpjs mati")
    assert [row.key for row in morning.seen.rows] == ["1", "2", "3", "4", "5", "6"]
    assert morning.seen.verdict is not None
    assert "paling lambat" in morning.seen.verdict.promise


def test_digits_tick_papers_and_tick_them_off_again() -> None:
    morning = Morning()
    morning.choose("bpjs mati")
    assert morning.intake.press("2")
    assert morning.row("ktp").mark == "there"
    assert (morning.seen.done, morning.seen.total) == (1, 6)
    assert morning.intake.press("2")
    assert morning.row("ktp").mark == "empty"
    assert not morning.intake.press("9")


def test_with_shift_the_original_was_shown_too() -> None:
    morning = Morning()
    morning.choose("bpjs mati")
    morning.intake.press("1", original=True)
    assert morning.intake.form.ticks["kk"].seen_original
    assert "asli diperlihatkan" in morning.row("kk").got


def test_an_entry_with_parts_takes_them_along_and_one_can_be_taken_out() -> None:
    morning = Morning()
    morning.choose("adopsi")
    morning.intake.press("7")
    assert morning.row("k7.f").mark == "there"
    morning.intake.press("f")
    assert morning.row("k7.f").mark == "empty"
    assert morning.row("k7.g").mark == "there"
    assert "SKCK" in morning.seen.verdict.missing  # type: ignore[union-attr]
    morning.intake.press("f")
    assert morning.row("k7.f").mark == "there"


def test_one_key_ticks_everything_but_the_conditions() -> None:
    morning = Morning()
    morning.choose("adopsi")
    morning.intake.tick_everything()
    assert morning.row("k7.c").mark == "there"
    assert morning.row("menikah").mark == "empty"
    assert morning.row("menikah").alert == "belum ditanyakan"


def test_a_condition_is_answered_yes_no_and_open_again() -> None:
    morning = Morning()
    morning.choose("adopsi")
    marks = []
    for _ in range(3):
        morning.intake.press("1")
        marks.append(morning.row("menikah").mark)
    assert marks == ["yes", "no", "empty"]


def test_a_paper_that_depends_on_a_question_is_asked_for_only_after_yes() -> None:
    morning = Morning()
    morning.choose("skm")
    assert morning.intake.form.service == SKM
    assert morning.row("surat_jasa_raharja").standing == "not_applicable"
    morning.intake.toggle("?kecelakaan")
    assert morning.row("surat_jasa_raharja").standing == "missing"


def test_one_copy_where_two_are_asked_is_not_enough() -> None:
    morning = Morning()
    morning.choose("adopsi")
    morning.intake.toggle("k7.u.cota")
    assert morning.row("k7.u.cota").alert == ""
    morning.intake.turn_count("k7.u.cota", -1)
    assert morning.row("k7.u.cota").alert == "kurang 1 lembar"


def test_a_copy_does_not_do_for_an_original() -> None:
    morning = Morning()
    morning.choose("adopsi")
    morning.intake.detail("k7.j", form="copy")
    assert morning.row("k7.j").alert == "harus asli"
    assert morning.row("k7.j").standing == "missing"


def test_a_wrong_service_is_changed_and_the_papers_that_both_ask_for_stay() -> None:
    morning = Morning()
    morning.choose("usulan pbi")
    assert morning.intake.form.service == PBI_NEW
    morning.intake.toggle("ktp")
    morning.intake.toggle("kk")
    morning.write(nik=SITI, name="Siti Aminah")
    morning.intake.pick_again()
    morning.choose("bpjs mati")
    assert morning.row("ktp").mark == "there"
    assert morning.row("kk").mark == "there"
    assert morning.intake.form.text("applicant.name") == "Siti Aminah"
    morning.intake.press("5")
    morning.intake.pick_again()
    morning.choose("usulan pbi")
    morning.intake.pick_again()
    morning.choose("bpjs mati")
    assert morning.row("sktm").mark == "there"


def test_changing_the_service_can_be_undone_and_keeps_what_was_typed_since() -> None:
    morning = Morning()
    morning.choose("usulan pbi")
    morning.intake.toggle("ktp")
    morning.intake.pick_again()
    morning.choose("bpjs mati")
    morning.write(name="Siti")
    assert morning.intake.undo()
    assert morning.intake.form.service == PBI_NEW
    assert morning.intake.form.text("applicant.name") == "Siti"


def test_the_nik_offers_sex_and_birth_date_and_one_key_takes_them() -> None:
    morning = Morning()
    morning.write(nik=SITI)
    (offer,) = morning.seen.offer_at("applicant.nik")
    assert offer.words == "Perempuan, lahir 25 Februari 1990 (36 tahun)"
    assert '"sex": null' in json.dumps(form_to_body(morning.intake.form))
    morning.intake.enter("applicant.nik")
    assert morning.intake.form.sex == "P"
    assert morning.intake.form.text("applicant.birth_date") == "25/02/1990"
    assert morning.view.focused[-1] == "applicant.name"


def test_a_paper_with_a_condition_is_ticked_and_its_question_stands_before_it() -> None:
    morning = Morning()
    morning.choose("hibah")
    ids = [row.id for row in morning.seen.rows]
    assert ids[ids.index("data_penerima_bansos") - 1] == "?dtks"
    morning.intake.toggle("data_penerima_bansos")
    row = next(row for row in morning.seen.rows if row.id == "data_penerima_bansos")
    assert row.mark == "there"
    morning.intake.toggle("?dtks")
    morning.intake.toggle("?dtks")
    row = next(row for row in morning.seen.rows if row.id == "data_penerima_bansos")
    assert row.mark == "fails"


def test_enter_in_the_empty_name_takes_the_offer_that_tab_left_behind() -> None:
    morning = Morning()
    morning.write(nik=SITI)
    morning.intake.enter("applicant.name")
    assert morning.intake.form.sex == "P"
    assert morning.view.focused[-1] == "applicant.name"
    morning.write(name="Siti")
    morning.intake.enter("applicant.name")
    assert morning.view.focused[-1] != "applicant.name"


def test_the_offer_never_overwrites_what_was_typed() -> None:
    morning = Morning()
    morning.write(birth_date="26/02/1990", nik=SITI)
    morning.intake.enter("applicant.nik")
    assert morning.intake.form.text("applicant.birth_date") == "26/02/1990"
    assert "nik_birth_date_differs" in [warning.code for warning in morning.seen.warnings]
    assert "applicant.nik" not in morning.seen.problems


def test_an_offer_can_be_waved_away() -> None:
    morning = Morning()
    morning.write(nik=SITI)
    morning.intake.decline("applicant.nik")
    assert morning.seen.offer_at("applicant.nik") == ()


def test_a_nik_of_two_centuries_asks_which() -> None:
    morning = Morning()
    morning.write(nik="6302064411260003")
    first, second = morning.seen.offer_at("applicant.nik")
    assert "1926" in second.words or "1926" in first.words
    assert "2026" in second.words or "2026" in first.words


@pytest.mark.parametrize(
    ("nik", "words"),
    [("351409650290001", "15 angka"), ("3514123002950001", "kalender"), ("3514096502900000", "0000")],
)
def test_an_impossible_nik_is_said_beside_the_field_once_it_is_left(nik: str, words: str) -> None:
    morning = Morning()
    morning.intake.write("applicant.nik", nik)
    assert "applicant.nik" not in morning.seen.problems
    morning.intake.leave("applicant.nik")
    assert words in morning.seen.problems["applicant.nik"]
    assert morning.intake.form.text("applicant.nik") == nik


def test_without_nik_a_reason_is_enough() -> None:
    morning = Morning()
    morning.choose("lansia terlantar")
    morning.intake.tick_everything()
    morning.write(name="Kakek tanpa nama")
    morning.intake.save()
    assert morning.view.focused[-1] == "applicant.nik"
    morning.intake.set_no_nik(True)
    morning.intake.save()
    assert "alasan" in morning.seen.problems["applicant.no_nik_reason"]
    morning.write(no_nik_reason="Telantar, tidak membawa identitas")
    morning.intake.save()
    assert morning.counter.registered[0].applicant.no_nik_reason == "Telantar, tidak membawa identitas"


def test_somebody_seen_before_comes_back_with_data_and_papers() -> None:
    seen = (Seen("ktp", "copy", "2026-03-12T09:00:00+07:00"), Seen("kk", None, "2026-03-12T09:00:00+07:00"))
    morning = Morning(FakeCounter(people={SITI: Known(a_person(), seen)}))
    morning.choose("bpjs mati")
    morning.write(nik=SITI)
    assert "Pernah datang Maret 2026: Siti Aminah" in morning.seen.offer_at("applicant.nik")[0].words
    assert morning.row("ktp").hint == "dilihat Maret 2026"
    morning.intake.enter("applicant.nik")
    form = morning.intake.form
    assert (form.text("applicant.name"), form.text("applicant.village")) == ("Siti Aminah", "Raci")
    assert form.sex == "P"
    assert morning.row("ktp").mark == "empty"
    assert morning.intake.accept("checklist")
    assert morning.row("ktp").mark == "there"
    assert "A-2026-000012" in morning.intake.form.ticks["kk"].note


def test_a_file_of_the_same_service_that_is_under_way_is_pointed_out() -> None:
    morning = Morning(FakeCounter(already={PBI_AGAIN: Asked()}))
    morning.write(nik=SITI)
    assert pointed_out(morning) == ""
    morning.choose("bpjs mati")
    assert "masih diproses: A-2026-000012, diterima 12/11/2026" in pointed_out(morning)
    assert morning.seen.under_way is not None
    assert morning.seen.under_way.case_id == "case-12"
    morning.intake.pick_again()
    morning.choose("skm")
    assert pointed_out(morning) == ""


def pointed_out(morning: Morning) -> str:
    """What is said of a file in which the same is asked for already."""
    return morning.seen.under_way.words if morning.seen.under_way else ""


def test_it_is_looked_for_when_a_field_is_left_and_not_while_a_name_is_typed() -> None:
    counter = FakeCounter(already={PBI_AGAIN: Asked(name="Hj. Siti Amina", reason="birth_date")})
    morning = Morning(counter)
    morning.choose("bpjs mati")
    morning.write(birth_date="25/2/1990")
    for letters in ("S", "Siti", "Siti Aminah"):
        morning.intake.write("applicant.name", letters)
    assert counter.asked == []
    assert pointed_out(morning) == ""
    morning.intake.leave("applicant.name")
    assert counter.asked == [(PBI_AGAIN, "", "Siti Aminah")]
    assert "Atas nama Hj. Siti Amina; tanggal lahir sama, namanya mirip." in pointed_out(morning)
    morning.intake.leave("applicant.name")
    assert len(counter.asked) == 1


def test_a_file_that_went_back_is_pointed_out_unless_it_is_offered_to_be_taken_up() -> None:
    said = []
    for found in (Asked(state="returned", reason="nik"), Asked(state="returned", reason="nik_digit")):
        morning = Morning(FakeCounter(already={PBI_AGAIN: found}))
        morning.choose("bpjs mati")
        morning.write(nik=SITI)
        said.append(pointed_out(morning))
    assert said[0] == ""
    assert "menunggu kelengkapan" in said[1]


def test_what_is_under_way_never_stops_the_saving() -> None:
    counter = FakeCounter(already={PBI_AGAIN: Asked()})
    morning = Morning(counter)
    morning.choose("bpjs mati")
    morning.write(nik=SITI, name="Siti Aminah")
    assert morning.seen.under_way is not None
    morning.intake.save(incomplete=True)
    assert "register" in counter.calls


def test_a_guarded_file_that_went_back_is_offered_only_to_who_asks_for_that_service() -> None:
    earlier = EarlierCase("case-12", "A-2026-000012", "Adopsi", "returned", service=ADOPTION, sensitive=True)
    morning = Morning(FakeCounter(people={SITI: Known(a_person(), (), (earlier,))}))
    morning.write(nik=SITI)
    assert not any(offer.case_id for offer in morning.seen.offers)
    morning.choose("skm")
    assert not any(offer.case_id for offer in morning.seen.offers)
    morning.intake.pick_again()
    morning.choose("adopsi")
    assert [offer.case_id for offer in morning.seen.offers if offer.case_id] == ["case-12"]


def test_a_paper_that_has_lapsed_is_not_offered_again() -> None:
    seen = (Seen("skck", "original", "2026-01-12T09:00:00+07:00"),)
    morning = Morning(FakeCounter(people={SITI: Known(a_person(), seen)}))
    morning.choose("adopsi")
    morning.write(nik=SITI)
    assert morning.seen.offer_at("checklist") == ()
    assert morning.row("k7.f").hint == "dilihat Januari 2026, masa berlaku lewat"


def test_the_family_card_brings_the_address() -> None:
    family = KnownFamily("3514090101150007", Address("Jl. Melati 5", "03", "02", "Raci", "Bangil"), ("Budi", "Siti"))
    morning = Morning(FakeCounter(families={family.kk: family}))
    morning.write(kk=family.kk)
    assert morning.seen.offer_at("applicant.kk")[0].words == "Keluarga Budi, Siti: Jl. Melati 5, Raci, Bangil"
    morning.intake.enter("applicant.kk")
    assert morning.intake.form.text("applicant.district") == "Bangil"


def test_a_village_typed_out_brings_its_district_and_a_beginning_is_completed() -> None:
    morning = Morning()
    morning.write(village="Raci")
    assert morning.intake.form.text("applicant.district") == "Bangil"
    again = Morning()
    again.intake.write("applicant.village", "mart")
    again.intake.enter("applicant.village")
    assert again.intake.form.text("applicant.village") == "Martopuro"
    assert again.intake.form.text("applicant.district") == "Purwosari"
    twice = Morning()
    twice.write(village="Kalirejo")
    assert twice.intake.form.text("applicant.district") == ""


def test_rt_and_rw_typed_with_the_street_go_to_their_fields() -> None:
    morning = Morning()
    morning.write(street="Jl. Melati 5, RT 3/RW 02")
    form = morning.intake.form
    assert [form.text(f"applicant.{part}") for part in ("street", "rt", "rw")] == ["Jl. Melati 5", "03", "02"]


def test_a_failing_condition_says_why_with_the_number() -> None:
    morning = Morning()
    morning.choose("adopsi")
    morning.write(birth_date="25-2-1999")
    assert morning.row("umur").mark == "fails"
    assert morning.row("umur").alert == "umur 27 tahun, harus 30 sampai 55"
    assert morning.seen.verdict is not None
    assert morning.seen.verdict.headline == "Belum memenuhi syarat"
    assert morning.seen.verdict.missing[0] == "umur 27 tahun, harus 30 sampai 55"


def test_what_is_not_met_is_not_said_to_be_brought() -> None:
    morning = Morning()
    morning.choose("adopsi")
    morning.intake.tick_everything()
    morning.write(nik=SITI, name="Siti Aminah", birth_date="25-2-1999")
    morning.intake.save(incomplete=True)
    outcome = morning.seen.outcome
    assert outcome is not None
    assert outcome.missing == ()
    assert any(words.startswith("Berumur paling rendah 30") for words in outcome.unmet)


def test_a_list_of_victims_is_pasted_and_a_bad_number_in_it_is_said_and_kept() -> None:
    morning = Morning()
    morning.choose("bencana logistik")
    assert morning.intake.form.service == DISASTER
    pasted = "No\tNama\tNIK\tHubungan\n1\tBudi Santoso\t3514091203850002\tkepala keluarga\n2\tSiti\t3514096502900001\tistri\n3. Bayi Ani; 351409\n"
    assert morning.intake.paste_people(pasted) == 3
    people = morning.intake.form.people
    assert [person.name for person in people] == ["Budi Santoso", "Siti", "Bayi Ani"]
    assert people[1].nik == SITI
    assert (people[2].nik, people[2].relation) == ("351409", "")
    assert morning.intake.paste_people("Siti, 3514096502900001, istri") == 0
    morning.intake.set_person(0, nik="3514091203850")
    assert "13 angka" in morning.seen.problems["beneficiaries[0].nik"]


def test_a_report_by_telephone_is_taken_now_and_its_letter_later() -> None:
    morning = Morning()
    morning.choose("dapur umum")
    assert morning.intake.form.service == KITCHEN
    morning.intake.set_kind("government")
    assert morning.intake.form.kind == "government"
    morning.intake.set_channel("phone")
    morning.intake.toggle("telepon")
    morning.write(name="Desa Raci", contact="Pak Kades")
    assert morning.seen.verdict is not None
    assert morning.seen.verdict.complete
    morning.intake.save()
    assert morning.counter.registered[0].channel == "phone"
    assert morning.view.printed == []


def test_a_call_without_its_letter_waits_for_it_and_prints_nothing() -> None:
    morning = Morning()
    morning.choose("bencana logistik")
    morning.intake.set_channel("whatsapp")
    morning.write(name="Pak Kades Raci")
    morning.intake.save(incomplete=True)
    assert morning.seen.outcome is not None
    assert morning.seen.outcome.spoken
    assert not morning.seen.outcome.complete
    assert morning.view.printed == []
    morning.intake.print_again()
    assert morning.view.printed == [("missing", "case-1")]


def test_a_nik_typed_into_the_search_goes_where_it_belongs() -> None:
    morning = Morning(FakeCounter(people={SITI: Known(a_person())}))
    morning.intake.search(SITI)
    assert morning.intake.form.text("applicant.nik") == SITI
    assert morning.seen.query == ""
    assert morning.view.focused[-1] == "applicant.nik"
    assert morning.seen.offer_at("applicant.nik")


def test_a_complete_file_gets_number_code_date_and_slip() -> None:
    morning = Morning()
    completed_pbi(morning)
    morning.intake.save()
    outcome = morning.seen.outcome
    assert outcome is not None
    assert (outcome.registration_number, outcome.tracking_code) == ("A-2026-000001", "K7MQ2RTXW9P")
    assert outcome.promise == "Selesai paling lambat Selasa, 24 November 2026 pukul 10.05 WIB"
    assert morning.view.printed == [("slip", "case-1")]


def test_a_double_f9_and_an_impatient_enter_make_one_case() -> None:
    morning = Morning(at_once=False)
    morning.intake.search("bpjs mati")
    morning.intake.choose()
    morning.intake.tick_everything()
    morning.write(nik=SITI, name="Siti Aminah")
    for _ in range(5):
        morning.intake.save()
    morning.intake.write("applicant.name", "meleset")
    morning.jobs.finish()
    morning.intake.save()
    morning.jobs.finish()
    assert morning.counter.calls == ["register"]
    assert morning.counter.registered[0].applicant.name == "Siti Aminah"
    assert morning.counter.registered[0].key == "key-1"


def test_an_incomplete_file_is_saved_with_f8_and_only_with_f8() -> None:
    morning = Morning()
    morning.choose("bpjs mati")
    for key in "12346":
        morning.intake.press(key)
    morning.write(nik=SITI, name="Siti Aminah")
    morning.intake.save()
    assert morning.counter.calls == []
    assert "Belum lengkap: SKTM" in morning.view.said[-1]
    morning.intake.save(incomplete=True)
    assert morning.view.printed == [("missing", "case-1")]
    assert morning.seen.outcome is not None
    assert morning.seen.outcome.missing == ("SKTM",)
    assert morning.seen.outcome.promise == ""


def test_a_complete_file_is_not_sent_home_by_the_wrong_key() -> None:
    morning = Morning()
    completed_pbi(morning)
    morning.intake.save(incomplete=True)
    assert morning.counter.calls == []
    assert "F9" in morning.view.said[-1]


def test_who_comes_back_with_the_missing_paper_is_led_to_the_returned_file() -> None:
    earlier = EarlierCase("case-12", "A-2026-000012", "Reaktivasi PBI", "returned")
    morning = Morning(FakeCounter(people={SITI: Known(a_person(), (), (earlier,))}))
    morning.write(nik=SITI)
    offers = morning.seen.offer_at("applicant.nik")
    assert "A-2026-000012" in offers[0].words
    morning.intake.enter("applicant.nik")
    assert morning.view.taken_up == ["case-12"]


def test_a_refusal_stands_beside_its_field_and_loses_nothing() -> None:
    refusal = Refused("village", "Desa ini tidak ada di wilayah kantor.", field="applicant.address.village")
    morning = Morning(FakeCounter(refuse=refusal))
    completed_pbi(morning)
    morning.write(village="Entah")
    morning.intake.save()
    assert morning.seen.stage == "filling"
    assert morning.seen.problems["applicant.village"] == "Desa ini tidak ada di wilayah kantor."
    assert morning.view.focused[-1] == "applicant.village"
    assert morning.intake.form.text("applicant.village") == "Entah"
    morning.counter.refuse = None
    morning.write(village="Raci")
    morning.intake.save()
    assert len(morning.counter.registered) == 1


def test_a_store_in_trouble_is_said_and_the_same_key_is_tried_again() -> None:
    morning = Morning(FakeCounter(refuse=StoreError("disk_full", "Disk penuh. Kosongkan ruang, lalu simpan lagi.")))
    completed_pbi(morning)
    morning.intake.save()
    assert morning.seen.trouble == "Disk penuh. Kosongkan ruang, lalu simpan lagi."
    assert morning.counter.drafts["key-1"].title == "Siti Aminah"
    morning.counter.refuse = None
    morning.intake.save()
    assert morning.counter.registered[0].key == "key-1"


def test_a_draft_is_kept_soon_after_the_last_key_and_dropped_when_registered() -> None:
    morning = Morning()
    completed_pbi(morning)
    assert morning.counter.drafts == {}
    morning.later.elapse()
    assert morning.counter.drafts["key-1"].title == "Siti Aminah"
    morning.intake.save()
    assert morning.counter.drafts == {}


def test_a_form_is_the_same_after_it_was_a_draft() -> None:
    morning = Morning()
    completed_pbi(morning)
    morning.intake.detail("ktp", count=2, note="buram")
    morning.intake.paste_people("Budi; 3514091203850002; suami")
    form = morning.intake.form
    assert form_from_body(form_to_body(form), "other") == form


def test_an_answer_that_comes_after_the_nik_was_changed_is_not_shown() -> None:
    morning = Morning(FakeCounter(people={SITI: Known(a_person())}), at_once=False)
    morning.write(nik=SITI)
    morning.write(nik="3514091203850002")
    morning.jobs.finish()
    assert all("Siti" not in offer.words for offer in morning.seen.offers)


def test_a_card_number_that_is_the_nik_is_said() -> None:
    morning = Morning()
    nik = "3514091203850002"
    morning.write(nik=nik, kk=nik)
    assert "sama dengan NIK" in morning.seen.problems["applicant.kk"]


def test_a_village_government_needs_no_nik() -> None:
    morning = Morning(form=Form(key="k", kind="government"))
    morning.choose("bencana logistik")
    morning.intake.tick_everything()
    morning.write(name="Desa Raci")
    morning.intake.save()
    assert morning.counter.registered[0].applicant == Applicant(kind="government", name="Desa Raci")


def test_what_was_ticked_as_one_entry_is_recorded_paper_by_paper() -> None:
    morning = Morning()
    morning.choose("lansia terlantar")
    morning.intake.press("1")
    morning.write(nik=SITI, name="Siti")
    morning.intake.save(incomplete=True)
    assert morning.counter.registered[0].checklist["k1.ktp"] == Tick(met=True)


def test_what_was_said_of_a_refused_field_goes_when_it_is_mended() -> None:
    morning = Morning()
    completed_pbi(morning)
    morning.write(name="", phone="12")
    morning.intake.save()
    words = morning.view.said[-1]
    assert words == "Nama pemohon belum diisi."
    morning.write(kk="3514090101150007")
    assert morning.view.taken_back == []
    morning.write(name="Siti")
    assert morning.view.taken_back == [words]
    morning.intake.save()
    phone = morning.view.said[-1]
    morning.write(phone="123")
    assert morning.view.taken_back == [words]
    morning.write(phone="081234567890")
    assert morning.view.taken_back == [words, phone]


def test_what_was_said_before_does_not_stand_beside_the_outcome() -> None:
    morning = Morning()
    completed_pbi(morning)
    morning.intake.paste_people("Budi; 3514091203850002; suami")
    morning.intake.save()
    assert morning.view.taken_back == ["1 orang ditambahkan dari daftar."]


def test_sentences_about_the_card_number_begin_with_a_capital() -> None:
    morning = Morning()
    said = []
    for number in ("35140901O1150007", "3514", "1111111111111111", "3514090101150000"):
        morning.write(kk=number)
        said.append(morning.seen.problems["applicant.kk"])
    assert [words.split(" ")[0] for words in said] == ["Nomor", "Nomor", "Nomor", "Empat"]
    assert "terakhir nomor KK" in said[3]


@pytest.mark.parametrize("service", [service.id for service in CATALOGUE.search("", office="pasuruan", limit=0)])
def test_letters_without_a_printed_number_follow_the_order_of_the_rows(service: str) -> None:
    morning = Morning(form=Form(key="x", service=service))
    requirements = {each.id: each.number or "" for each in CATALOGUE.service(service).every_requirement()}
    letters = [row.key for row in morning.seen.rows if row.key.isalpha() and row.key != requirements.get(row.id, "")]
    assert letters == sorted(letters)


def test_the_papers_of_a_home_are_lettered_as_they_stand() -> None:
    rows = Morning(form=Form(key="x", service=LKS)).seen.rows
    assert "".join(row.key for row in rows) == "1abcdefg"

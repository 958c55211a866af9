"""A form from JSON: every bad value is refused by the path where it stands, and nothing is dropped in silence."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.errors import Refused
from desk.domain.intake import Beneficiary, IncomingLetter, Tick
from desk.domain.intake_reader import (
    NAME_LIMIT,
    TEXT_LIMIT,
    is_number,
    read_applicant,
    read_intake,
    require_applicant,
    write_intake,
)
from tests.factory import KK, SITI, UMAR, applicant, form, intake, person

TODAY = date(2026, 11, 24)


def refusal(raw: object) -> tuple[str, str | None]:
    with pytest.raises(Refused) as caught:
        read_intake(raw, TODAY)
    assert caught.value.message
    assert "{" not in caught.value.message.replace("{}", "")
    return caught.value.code, caught.value.field


def test_a_whole_form_is_read() -> None:
    assert read_intake(form(), TODAY) == intake()


def test_only_the_service_must_be_there_while_a_form_is_typed() -> None:
    found = read_intake({"service": "pasuruan/08"}, TODAY)
    assert (found.service, found.applicant.name, found.checklist, found.everything) == ("pasuruan/08", "", {}, False)


# applicants


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"nik": SITI[:15]}, "nik_length", "applicant.nik"),
        ({"nik": SITI + "1"}, "nik_length", "applicant.nik"),
        ({"nik": "3514123002950001"}, "nik_date", "applicant.nik"),
        ({"nik": "35140965029OO001"}, "nik_digits", "applicant.nik"),
        ({"nik": "1" * 16}, "nik_repeated", "applicant.nik"),
        ({"nik": "3514096502900000"}, "nik_serial", "applicant.nik"),
        ({"kk": KK[:15]}, "kk_length", "applicant.kk"),
        ({"birth_date": "1990-02-30"}, "birth_date_impossible", "applicant.birth_date"),
        ({"birth_date": "30-02-1990"}, "birth_date_format", "applicant.birth_date"),
        ({"birth_date": "2026-11-25"}, "birth_date_future", "applicant.birth_date"),
        ({"birth_date": "1890-01-01"}, "birth_date_too_old", "applicant.birth_date"),
        ({"phone": "tidak ada"}, "phone_digits", "applicant.phone"),
        ({"sex": "X"}, "unknown_choice", "applicant.sex"),
        ({"kind": "hantu"}, "unknown_choice", "applicant.kind"),
        ({"name": "a" * (NAME_LIMIT + 1)}, "too_long", "applicant.name"),
        ({"name": "Siti\0Aminah"}, "control_character", "applicant.name"),
        ({"name": "Siti\x1b[31m"}, "control_character", "applicant.name"),
        ({"name": "Siti\x85Aminah"}, "control_character", "applicant.name"),
        ({"name": "Siti \ud800"}, "broken_character", "applicant.name"),
        ({"name": ["Siti"]}, "not_text", "applicant.name"),
        ({"name": True}, "not_text", "applicant.name"),
        ({"name": 1.5}, "not_text", "applicant.name"),
        ({"nama": "Siti"}, "unknown_key", "applicant.nama"),
        ({"address": "Bangil"}, "not_an_object", "applicant.address"),
        ({"address": {"kecamatan": "Bangil"}}, "unknown_key", "applicant.address.kecamatan"),
        ({"address": {"street": "x" * (TEXT_LIMIT + 1)}}, "too_long", "applicant.address.street"),
        ({"address": {"rt": {"no": 2}}}, "not_text", "applicant.address.rt"),
    ],
)
def test_a_bad_value_of_the_applicant_is_refused_where_it_stands(
    changes: dict[str, Any], code: str, field: str
) -> None:
    assert refusal(form(applicant=person(**changes))) == (code, field)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"service": None}, "required", "service"),
        ({"service": ""}, "required", "service"),
        ({"service": ["pasuruan/08"]}, "not_text", "service"),
        ({"channel": "fax"}, "unknown_choice", "channel"),
        ({"channel": {}}, "not_text", "channel"),
        ({"chanel": "phone"}, "unknown_key", "chanel"),
        ({"received_at": "kemarin"}, "received_at", "received_at"),
        ({"received_at": "2026-11-24"}, "received_at", "received_at"),
        ({"received_at": "2026-11-24T09:15:00"}, "received_at", "received_at"),
        ({"received_at": "2026-02-30T09:15:00+07:00"}, "received_at", "received_at"),
        ({"received_at": "0001-01-01T00:00:00+07:00"}, "received_at", "received_at"),
        ({"received_at": "9999-12-31T23:59:59-12:00"}, "received_at", "received_at"),
        ({"applicant": "Siti"}, "not_an_object", "applicant"),
        ({"applicant": []}, "not_an_object", "applicant"),
        ({"beneficiaries": {}}, "beneficiaries", "beneficiaries"),
        ({"beneficiaries": ["Ahmad"]}, "not_an_object", "beneficiaries[0]"),
        ({"beneficiaries": [{"name": "A"}, {"nik": UMAR}]}, "required", "beneficiaries[1].name"),
        ({"beneficiaries": [{"name": "A", "nik": "12"}]}, "nik_length", "beneficiaries[0].nik"),
        ({"beneficiaries": [{"name": "A", "umur": 3}]}, "unknown_key", "beneficiaries[0].umur"),
        ({"beneficiaries": [{"name": "a" * 201}]}, "too_long", "beneficiaries[0].name"),
        ({"checklist": "lengkap"}, "checklist", "checklist"),
        ({"checklist": ["ktp"]}, "checklist", "checklist"),
        ({"checklist": 1}, "checklist", "checklist"),
        ({"checklist": {"ktp": "ya"}}, "not_an_object", "checklist.ktp"),
        ({"checklist": {"ktp": {"met": "ya"}}}, "not_a_flag", "checklist.ktp.met"),
        ({"checklist": {"ktp": {"met": 1}}}, "not_a_flag", "checklist.ktp.met"),
        ({"checklist": {"ktp": {"ada": True}}}, "unknown_key", "checklist.ktp.ada"),
        ({"checklist": {"ktp": {"count": -1}}}, "count", "checklist.ktp.count"),
        ({"checklist": {"ktp": {"count": 1000}}}, "count", "checklist.ktp.count"),
        ({"checklist": {"ktp": {"count": True}}}, "count", "checklist.ktp.count"),
        ({"checklist": {"ktp": {"count": "2"}}}, "count", "checklist.ktp.count"),
        ({"checklist": {"ktp": {"form": "fotokopi"}}}, "unknown_choice", "checklist.ktp.form"),
        ({"checklist": {"ktp": {"answer": 1.5}}}, "answer", "checklist.ktp.answer"),
        ({"checklist": {"ktp": {"answer": ["ya"]}}}, "answer", "checklist.ktp.answer"),
        ({"checklist": {"ktp": {"answer": "a\0"}}}, "control_character", "checklist.ktp.answer"),
        ({"checklist": {"ktp": {"answer": "\udfff"}}}, "broken_character", "checklist.ktp.answer"),
        ({"checklist": {"ktp": {"answer": 10**30}}}, "answer", "checklist.ktp.answer"),
        ({"checklist": {"ktp": {"note": "x" * (TEXT_LIMIT + 1)}}}, "too_long", "checklist.ktp.note"),
        ({"answers": {"dtks": "ya"}}, "answers", "answers"),
        ({"answers": ["dtks"]}, "answers", "answers"),
        ({"external_reference": "SIKS-NG"}, "not_an_object", "external_reference"),
        ({"external_reference": {"system": "SIKS-NG"}}, "required", "external_reference.number"),
        ({"note": {"x": 1}}, "not_text", "note"),
        ({"note": "x" * (TEXT_LIMIT + 1)}, "too_long", "note"),
        ({"key": "a\0b"}, "control_character", "key"),
    ],
)
def test_a_bad_value_of_the_form_is_refused_where_it_stands(changes: dict[str, Any], code: str, field: str) -> None:
    assert refusal({**form(), **changes}) == (code, field)


@pytest.mark.parametrize("raw", [None, [], "pasuruan/08", 8, True])
def test_what_is_no_object_is_no_form(raw: object) -> None:
    assert refusal(raw)[0] == "not_an_object"


def test_a_refusal_does_not_repeat_an_endless_value() -> None:
    with pytest.raises(Refused) as caught:
        read_intake(form(channel="x" * 3000), TODAY)
    assert len(caught.value.message) < 200


def test_nesting_as_deep_as_json_may_be_is_refused_like_any_wrong_value() -> None:
    deep = json.loads("[" * 900 + "]" * 900)
    for changes in ({"channel": deep}, {"checklist": deep}, {"applicant": {"sex": deep}}, {"beneficiaries": deep}):
        refusal({**form(), **changes})
    assert refusal(form(checklist={"ktp": {"form": deep}})) == ("not_text", "checklist.ktp.form")


# what is kept


@pytest.mark.parametrize(
    "name",
    [
        "a" * NAME_LIMIT,
        "سيتي أمينة",
        "ꦱꦶꦠꦶꦲꦩꦶꦤꦃ",
        '=HYPERLINK("http://x","klik")',
        "<b>Siti</b>",
        "Siti'); DROP TABLE cases;--",
        "Raden Ayu Hj. Siti binti K.H. Abdurrahman, S.Sos.",
        "D'Artagnan “Si” O’Neil",
        "Ni Luh Ayu Śrī",
        "山田太郎",
        "{nama}",
        "%s %(name)s",
        "👩🏽‍🦱",
    ],
)
def test_a_name_is_kept_as_it_was_written(name: str) -> None:
    assert read_intake(form(applicant=person(name=name)), TODAY).applicant.name == name


def test_blanks_around_a_text_go_and_lines_within_a_note_stay() -> None:
    found = read_intake(form(note="  satu\r\ndua\ttiga \n", applicant=person(name="\t Siti ")), TODAY)
    assert found.note == "satu\ndua\ttiga"
    assert found.applicant.name == "Siti"


def test_a_name_is_one_line() -> None:
    assert read_intake(form(applicant=person(name="Siti\nAminah")), TODAY).applicant.name == "Siti Aminah"


def test_numbers_where_texts_belong_are_read_as_they_were_typed() -> None:
    found = read_intake(form(applicant=person(nik=int(SITI), address={"rt": 2, "rw": 4})), TODAY)
    assert found.applicant.nik == SITI
    assert (found.applicant.address.rt, found.applicant.address.rw) == ("2", "4")


def test_identity_numbers_lose_their_spaces_and_dots() -> None:
    found = read_intake(form(applicant=person(nik=" 3514 0965 0290 0001", kk="3514.0915.0710.0003")), TODAY)
    assert (found.applicant.nik, found.applicant.kk) == (SITI, KK)


def test_null_is_as_good_as_absent() -> None:
    nothing = dict.fromkeys(form()) | {"service": "pasuruan/08"}
    assert read_intake(nothing, TODAY) == read_intake({"service": "pasuruan/08"}, TODAY)


def test_a_tick_may_be_short() -> None:
    found = read_intake(form(checklist={"ktp": True, "kk": False, "foto": {}}), TODAY)
    assert found.checklist == {"ktp": Tick(met=True), "kk": Tick(met=False), "foto": Tick(met=False)}


def test_an_impossible_date_names_itself_to_the_officer() -> None:
    with pytest.raises(Refused, match="30 Februari 1990 tidak ada di kalender"):
        read_applicant(person(birth_date="1990-02-30"), TODAY)


# who asks


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name": ""}, "name_missing", "applicant.name"),
        ({"nik": ""}, "nik_missing", "applicant.no_nik_reason"),
        ({"kk": SITI}, "kk_is_nik", "applicant.kk"),
    ],
)
def test_who_asks_must_be_said_when_the_form_is_registered(changes: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(Refused) as caught:
        require_applicant(intake(applicant=applicant(**changes)))
    assert (caught.value.code, caught.value.field) == (code, field)


@pytest.mark.parametrize(
    "allowed",
    [
        intake(applicant=applicant(nik="", no_nik_reason="telantar")),
        intake(applicant=applicant(nik="", kind="organisation")),
        intake(applicant=applicant(nik="", kind="government")),
        intake(applicant=applicant(nik=""), channel="phone"),
        intake(applicant=applicant(nik=""), channel="whatsapp"),
    ],
)
def test_a_person_without_a_card_is_taken_in_with_a_reason_and_others_without(allowed: Any) -> None:
    require_applicant(allowed)


# the applicant's letter


def test_a_letter_that_came_with_the_file_is_read_part_by_part() -> None:
    letter = {
        "number": "005/12/Ds/2026",
        "date": "2026-11-20",
        "subject": "Permohonan bantuan",
        "enclosures": "1 berkas",
    }
    assert read_intake(form(letter=letter), TODAY).letter == IncomingLetter(*letter.values())
    assert read_intake(form(letter={"number": 47}), TODAY).letter == IncomingLetter(number="47")


@pytest.mark.parametrize("nothing", [None, {}, {"number": " ", "date": None}])
def test_a_letter_of_which_nothing_is_said_is_none(nothing: Any) -> None:
    assert read_intake(form(letter=nothing), TODAY).letter is None


@pytest.mark.parametrize(
    ("letter", "code", "field"),
    [
        ({"date": "20-11-2026"}, "bad_date", "letter.date"),
        ({"date": "0001-01-01"}, "bad_date", "letter.date"),
        ({"date": "2027-11-20"}, "date_future", "letter.date"),
        ({"nomor": "1"}, "unknown_key", "letter.nomor"),
        ({"number": "1" * 201}, "too_long", "letter.number"),
        ("005/12", "not_an_object", "letter"),
    ],
)
def test_what_is_wrong_with_a_letter_is_said_by_its_field(letter: Any, code: str, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_intake(form(letter=letter), TODAY)
    assert (refusal.value.code, refusal.value.field) == (code, field)


# there and back


names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).map(str.strip).filter(bool)


@given(
    name=names,
    note=names,
    beneficiaries=st.lists(st.builds(Beneficiary, name=names, nik=st.sampled_from(["", UMAR]), note=names), max_size=3),
    everything=st.booleans(),
    count=st.sampled_from([None, 0, 3]),
    answer=st.sampled_from([None, True, 7, "ya"]),
    letter=st.none() | st.builds(IncomingLetter, number=names, date=st.sampled_from(["", "2026-11-20"]), subject=names),
)
def test_a_form_that_was_kept_reads_back_as_itself(
    name: str,
    note: str,
    beneficiaries: list[Beneficiary],
    everything: bool,
    count: int | None,
    answer: Any,
    letter: IncomingLetter | None,
) -> None:
    ticks = {} if everything else {"ktp": Tick(met=True, form="copy", count=count, answer=answer)}
    kept = intake(
        applicant=applicant(name=name),
        note=note,
        beneficiaries=tuple(beneficiaries),
        everything=everything,
        checklist=ticks,
        answers={"dtks": True},
        letter=letter,
    )
    assert read_intake(json.loads(json.dumps(write_intake(kept))), TODAY) == kept


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
paths = st.sampled_from([(key,) for key in form()] + [("applicant", key) for key in person()] + [("x",), ("key",)])


@given(paths, json_values)
def test_no_value_anywhere_is_more_than_refused(path: tuple[str, ...], value: Any) -> None:
    raw: Any = form(key="k", beneficiaries=[], answers={}, note="")
    raw["applicant"] = person()
    holder = raw if len(path) == 1 else raw["applicant"]
    holder[path[-1]] = value
    try:
        read_intake(raw, TODAY)
    except Refused as error:
        assert error.field is not None  # noqa: PT017 (that it is refused at all depends on the value)


@pytest.mark.parametrize(("name", "number"), [("3514104404900001", True), ("3514 1044 0490 0001", True),
    ("081234567890", True), ("+62812", False), ("=1+1", False), ("7", False), ("Siti 3514104404900001", False)])  # fmt: skip
def test_a_number_typed_for_a_name_is_told_from_an_odd_name(name: str, number: bool) -> None:
    assert is_number(name) is number

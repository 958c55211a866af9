"""Everything somebody ever asked for: as applicant, as one concerned, by name where no number was; guarded files only as such."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from desk.domain.errors import NotFound, Refused
from desk.domain.intake import Applicant, Beneficiary
from desk.services import audit, cases, history, likeness
from desk.services.counter import Counter
from desk.services.history import Visit
from desk.services.intake import Receipt, register
from tests.conftest import OpenCounter
from tests.counters import deliver
from tests.factory import ADOPTION, KK, REACTIVATION, SITI, SKM, UMAR, WHEELCHAIR, applicant, intake
from tests.fakes import Clock

BORN = "1990-02-25"


def umar(**changes: Any) -> Applicant:
    return applicant(**{"name": "Umar", "nik": UMAR, "kk": "", "sex": "L", "birth_date": "1985-03-12", **changes})


def of_case(counter: Counter, receipt: Receipt) -> history.History:
    return history.of_case(counter, cases.load(counter, receipt.id))


def told(visits: tuple[Visit, ...]) -> list[tuple[str, str]]:
    return [(visit.role, visit.registration_number) for visit in visits]


def test_a_person_is_found_as_applicant_and_as_one_concerned_newest_first(counter: Counter, clock: Clock) -> None:
    own = register(counter, intake(SKM))
    clock.forward(days=40)
    for_her = register(
        counter, intake(REACTIVATION, applicant=umar(), beneficiaries=(Beneficiary("Siti Aminah", SITI, "istri"),))
    )
    found = history.of_nik(counter, SITI)
    assert told(found.visits) == [
        ("beneficiary", for_her.registration_number),
        ("applicant", own.registration_number),
    ]
    newest = found.visits[0]
    assert (newest.service, newest.state, newest.counter, newest.by) == (REACTIVATION, "open", "Loket 1", "nik")
    assert newest.received_at > found.visits[1].received_at
    assert newest.service_title
    assert (found.person.name, found.person.birth_date) == ("Siti Aminah", BORN)


def test_who_asks_for_himself_in_one_file_is_one_line(counter: Counter) -> None:
    register(counter, intake(SKM, beneficiaries=(Beneficiary("Siti Aminah", SITI, "sendiri"),)))
    assert [visit.role for visit in history.of_nik(counter, SITI).visits] == ["applicant"]


def test_who_was_never_here_is_said_so(counter: Counter) -> None:
    register(counter, intake())
    with pytest.raises(NotFound) as caught:
        history.of_nik(counter, UMAR)
    assert (caught.value.code, caught.value.exit_code) == ("person_unknown", 4)
    assert UMAR not in caught.value.message


def test_a_file_s_history_leaves_itself_out(counter: Counter) -> None:
    first, second = register(counter, intake(SKM)), register(counter, intake(WHEELCHAIR))
    assert told(of_case(counter, second).visits) == [("applicant", first.registration_number)]


def test_a_visit_without_a_number_is_found_by_name_and_birthday(counter: Counter) -> None:
    nameless = register(
        counter, intake(SKM, applicant=applicant(name="Hj. SITI AMINAH", nik="", kk="", no_nik_reason="hilang"))
    )
    numbered = register(counter, intake(WHEELCHAIR))
    assert told(of_case(counter, numbered).visits) == [("applicant", nameless.registration_number)]
    assert told(of_case(counter, nameless).visits) == [("applicant", numbered.registration_number)]
    assert [visit.by for visit in history.of_nik(counter, SITI).visits] == ["nik", "name"]


def test_a_namesake_of_another_birthday_is_not_among_them(counter: Counter) -> None:
    register(counter, intake(SKM, applicant=applicant(nik="", kk="", no_nik_reason="-", birth_date="1978-03-21")))
    other = register(counter, intake(SKM))
    assert of_case(counter, other).visits == ()


def test_who_was_set_apart_is_not_among_them(counter: Counter) -> None:
    nameless = register(counter, intake(SKM, applicant=applicant(nik="", kk="", no_nik_reason="hilang")))
    numbered = register(counter, intake(WHEELCHAIR))
    one, other = cases.load(counter, nameless.id), cases.load(counter, numbered.id)
    likeness.set_apart(counter, one, other, "nama ibu kandung berbeda")
    assert of_case(counter, numbered).visits == of_case(counter, nameless).visits == ()


def test_nobody_s_history_is_that_of_an_empty_number_or_name(counter: Counter) -> None:
    blank: dict[str, Any] = {"nik": "", "kk": "", "birth_date": "", "no_nik_reason": "telantar"}
    first = register(counter, intake(SKM, applicant=applicant(**blank)))
    register(counter, intake(SKM, applicant=applicant(**blank)))
    found = of_case(counter, first)
    assert (found.visits, found.family) == ((), ())


def test_the_family_stands_apart(counter: Counter) -> None:
    own = register(counter, intake(SKM))
    his = register(counter, intake(WHEELCHAIR, applicant=umar(kk=KK)))
    found = history.of_nik(counter, SITI)
    assert told(found.visits) == [("applicant", own.registration_number)]
    assert told(found.family) == [("family", his.registration_number)]
    assert (found.family[0].name, found.family[0].by) == ("Umar", "kk")


def test_an_organisation_is_found_by_its_name(counter: Counter) -> None:
    lks: dict[str, Any] = {
        "kind": "organisation",
        "nik": "",
        "kk": "",
        "birth_date": "",
        "sex": None,
        "contact": "Ibu Rukmini",
    }
    first = register(counter, intake("pasuruan/16", applicant=applicant(name="LKS Kasih Ibu", **lks)))
    register(counter, intake("pasuruan/16", applicant=applicant(name="LKS Kasih Ibu Pertiwi", **lks)))
    same = register(counter, intake("pasuruan/16", applicant=applicant(name="LKS  Kasih Ibu", **lks)))
    assert told(of_case(counter, same).visits) == [("applicant", first.registration_number)]


@pytest.mark.parametrize("name", ["'; DROP TABLE cases;--", '"*" OR NEAR(a b)', "سيتي أمينة", "=HYPERLINK(1)"])
def test_a_hostile_name_is_a_name(counter: Counter, name: str) -> None:
    form = intake(SKM, applicant=applicant(name=name, nik="", kk="", no_nik_reason="-"))
    first, second = register(counter, form), register(counter, form)
    assert told(of_case(counter, second).visits) == [("applicant", first.registration_number)]
    lks = applicant(name=name, kind="organisation", nik="", kk="", birth_date="", sex=None)
    third = register(counter, intake("pasuruan/16", applicant=lks))
    assert of_case(counter, third).visits == ()


def test_a_name_of_signs_is_nobody_s(counter: Counter) -> None:
    form = intake(SKM, applicant=applicant(name="%_%", nik="", kk="", no_nik_reason="-"))
    register(counter, form)
    assert of_case(counter, register(counter, form)).visits == ()


def test_a_guarded_file_tells_its_day_and_counter_and_nothing_else(counter: Counter) -> None:
    guarded = register(counter, intake(ADOPTION))
    register(counter, intake(SKM))
    visit = next(visit for visit in history.of_nik(counter, SITI).visits if visit.guarded)
    assert (visit.received_at, visit.counter) == (guarded.received_at, "Loket 1")
    whole = repr(asdict(visit))
    case = cases.load(counter, guarded.id)
    for secret in (guarded.registration_number, guarded.tracking_code, guarded.id, ADOPTION, case.state, "Siti"):
        assert secret not in whole


def test_who_is_known_from_guarded_files_alone_has_no_name(counter: Counter) -> None:
    register(counter, intake(ADOPTION))
    found = history.of_nik(counter, SITI)
    assert (found.person.name, found.person.kk, found.person.birth_date) == ("", "", "")
    assert [visit.guarded for visit in found.visits] == [True]


def test_a_guarded_file_of_the_family_is_guarded_too(counter: Counter) -> None:
    own = register(counter, intake(SKM))
    register(counter, intake(ADOPTION, applicant=umar(kk=KK)))
    (visit,) = of_case(counter, own).family
    assert visit.guarded
    assert "Umar" not in repr(visit)


def test_a_guarded_file_is_opened_with_a_reason_once_a_quarter_of_an_hour(counter: Counter, clock: Clock) -> None:
    guarded = register(counter, intake(ADOPTION))
    row = history.of_nik(counter, SITI).visits[0].row
    with pytest.raises(Refused):
        history.open_visit(counter, row, " ")
    for minutes in (0, 10):
        clock.forward(minutes=minutes)
        opened = history.open_visit(counter, row, "diminta Kabid")
        assert (opened.registration_number, opened.service, opened.guarded) == (
            guarded.registration_number,
            ADOPTION,
            False,
        )
    lines = audit.entries(counter).rows
    assert [(line.action, line.case_id, line.detail) for line in lines] == [("look", guarded.id, "diminta Kabid")]
    clock.forward(minutes=10)
    history.open_visit(counter, row, "diminta Kabid")
    assert len(audit.entries(counter).rows) == 2


@pytest.mark.parametrize("row", ["", "x", "1.1", "99999999999999999.1", "-1", "1.2.3", "' OR 1"])
def test_a_row_that_is_none_opens_nothing(counter: Counter, row: str) -> None:
    register(counter, intake(ADOPTION))
    with pytest.raises(NotFound):
        history.open_visit(counter, row, "diminta Kabid")
    assert audit.entries(counter).rows == ()


def test_a_long_history_comes_in_pages(counter: Counter, clock: Clock) -> None:
    numbers = []
    for _ in range(7):
        numbers.append(register(counter, intake(SKM)).registration_number)
        clock.forward(days=1)
    after, read, pages = None, [], 0
    while pages == 0 or after:
        page = history.of_nik(counter, SITI, limit=3, after=after)
        read += [visit.registration_number for visit in page.visits]
        after, pages = page.after, pages + 1
    assert (read, pages) == (list(reversed(numbers)), 3)


def test_what_happened_at_another_counter_is_part_of_it(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    there = register(bangil, intake(SKM))
    deliver(bangil, pandaan)
    here = register(pandaan, intake(WHEELCHAIR))
    (visit,) = of_case(pandaan, here).visits
    assert (visit.registration_number, visit.counter) == (there.registration_number, "Bangil")

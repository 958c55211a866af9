"""Those concerned in the store: projected with their file, found by index, rebuilt and verified like everything else."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

import pytest

from desk.domain.intake import Beneficiary
from desk.models import people
from desk.services import acts, upkeep
from desk.services.counter import Counter
from desk.services.intake import register
from tests.conftest import OpenCounter
from tests.counters import deliver
from tests.factory import KK, SITI, UMAR, intake

CHILDREN = (Beneficiary("Ani", UMAR, "anak"), Beneficiary("Budi"), Beneficiary("Cici", "3514094107150002"))


def projected(counter: Counter) -> dict[int, tuple[tuple[int, str, str], ...]]:
    with counter.store.read() as connection:
        found = connection.exec_driver_sql("SELECT n, line, nik, name FROM beneficiaries ORDER BY n, line").tuples()
        return {n: tuple((line, nik, name) for _, line, nik, name in rows) for n, rows in groupby(found, itemgetter(0))}


def test_only_those_with_a_nik_have_a_row_each_at_its_place_in_the_list(counter: Counter) -> None:
    register(counter, intake())
    register(counter, intake(beneficiaries=CHILDREN))
    assert projected(counter) == {2: ((1, UMAR, "Ani"), (3, "3514094107150002", "Cici"))}


def test_a_corrected_list_leaves_nobody_behind(counter: Counter) -> None:
    receipt = register(counter, intake(beneficiaries=CHILDREN))
    acts.act(counter, receipt.id, "correct", data={"beneficiaries": [{"name": "Dedi", "nik": UMAR}]})
    assert projected(counter) == {1: ((1, UMAR, "Dedi"),)}
    acts.act(counter, receipt.id, "correct", data={"beneficiaries": []})
    assert projected(counter) == {}


def test_what_another_counter_took_in_is_projected_here_too(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    register(bangil, intake(beneficiaries=CHILDREN))
    deliver(bangil, pandaan)
    assert projected(pandaan) == projected(bangil)


def test_destroyed_data_leave_no_row(counter: Counter) -> None:
    receipt = register(counter, intake(beneficiaries=CHILDREN))
    with counter.store.write() as work:
        facts, at = {"destroyed": True}, "2036-01-01T08:00:00+07:00"
        work.append(receipt.id, "case_destroyed", facts, {}, at=at, officer="R", recorder="R")
        work.destroy_key(receipt.id, at)
    assert projected(counter) == {}
    with counter.store.read() as connection:
        assert people.of_nik(connection, SITI) == ()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE beneficiaries SET name = 'Lain' WHERE line = 1",
        "DELETE FROM beneficiaries",
        "INSERT INTO beneficiaries VALUES (1, 9, '3514094107150002', 'Tambahan')",
        "INSERT INTO beneficiaries VALUES (99, 1, '3514094107150002', 'Tanpa berkas')",
    ],
)
def test_rows_that_are_not_what_the_journal_says_are_found_and_made_again(counter: Counter, damage: str) -> None:
    register(counter, intake(beneficiaries=CHILDREN))
    assert upkeep.problems(counter) == []
    with counter.store.write() as work:
        work.connection.exec_driver_sql(damage)
    assert {problem.kind for problem in upkeep.problems(counter)} == {"projection"}
    upkeep.rebuild(counter)
    assert upkeep.problems(counter) == []
    assert upkeep.rebuild(counter) == (1, True)


@pytest.mark.parametrize(
    ("sql", "values", "index"),
    [
        (people.BY_NIK, (SITI,), "ix_cases_nik"),
        (people.BY_CONCERNED, (SITI,), "ix_beneficiaries_nik"),
        (people.BY_KK, (KK,), "ix_cases_kk"),
        (people.BY_BIRTH, ("1990-02-25",), "ix_cases_birth_date"),
        (people.BY_N, (1,), "INTEGER PRIMARY KEY"),
        (people.BY_WORDS, ('"siti"*',), "INTEGER PRIMARY KEY"),
        (people.by_niks(159), (SITI,) * 159, "ix_cases_nik"),
        (people.by_concerned(300), (SITI,) * 300, "ix_beneficiaries_nik"),
        (people.UNDER_WAY, ("open", 2**62, 2**62, 300), "ix_cases_state_received"),
    ],
)
def test_every_look_up_goes_through_an_index_and_sorts_nothing(
    counter: Counter, sql: str, values: tuple[object, ...], index: str
) -> None:
    with counter.store.read() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).tuples()]
    assert any(index in step for step in plan), plan
    assert not any(step.startswith("SCAN c") and "VIRTUAL" not in step for step in plan), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan


def test_ten_thousand_files_are_looked_through_by_their_number(counter: Counter) -> None:
    register(counter, intake(beneficiaries=CHILDREN))
    with counter.store.write() as work:
        work.connection.exec_driver_sql(
            "WITH RECURSIVE one(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM one WHERE n < 10001)"
            " INSERT INTO cases (n, id, registration_number, tracking_code, service, state, counter, name, nik, kk, sex,"
            " district, village, received, received_at, conflict, read_only, destroyed, birth_date)"
            " SELECT n, 'c' || n, 'X-' || n, 'k' || n, 'pasuruan/08', 'open', 'Loket 1', 'Siti Aminah',"
            " printf('35140965029%05d', n), '', 'P', '', '', n, '2026-01-01T08:00:00+07:00', 0, 0, 0, '1990-02-25' FROM one"
        )
    with counter.store.read() as connection:
        (found,) = people.of_nik(connection, SITI)
        assert (found.n, found.line) == (1, 0)
        assert [place.n for place in people.of_nik(connection, UMAR)] == [1]
        newest = people.of_birth(connection, "1990-02-25")
        assert [place.n for place in newest] == list(range(10001, 10001 - people.MOST, -1))

"""`verify` finds it: whatever somebody or something changed in journal, seals, keys, lists or search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models import verify
from desk.models.connection import Connection
from desk.models.verify import Problem
from desk.services import acts, upkeep
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.intake import register
from tests.conftest import OpenCounter
from tests.counters import deliver
from tests.factory import REACTIVATION, applicant, intake, met

GUARDS = ("events_never_change", "seals_are_only_destroyed", "events_are_never_deleted")


@contextmanager
def tampered(counter: Counter) -> Iterator[Connection]:
    """The store with its guards down; whatever is done to it is undone at the end."""
    with counter.store._connections.lent() as connection:
        connection.exec_driver_sql("BEGIN")
        for guard in GUARDS:
            connection.exec_driver_sql(f"DROP TRIGGER {guard}")
        yield connection
        connection.exec_driver_sql("ROLLBACK")


def found(counter: Counter, connection: Connection) -> list[Problem]:
    return verify.problems(connection, counter.store.reckon_of)


def kinds(counter: Counter, statement: str, *values: object) -> set[str]:
    """What `verify` says after the store was changed behind its back."""
    with tampered(counter) as connection:
        connection.exec_driver_sql(statement, values)
        return {problem.kind for problem in found(counter, connection)}


@pytest.fixture
def worked(counter: Counter) -> Counter:
    """A counter with two cases, one returned, and some history."""
    first = register(counter, intake(key="a"))
    register(
        counter, intake(REACTIVATION, applicant=applicant(name="Umar"), checklist={"ktp": met()}, everything=False)
    )
    acts.act(counter, first.id, "advance")
    acts.act(counter, first.id, "note", note="Diteruskan ke kecamatan")
    return counter


def test_an_untouched_store_is_sound(worked: Counter) -> None:
    assert upkeep.problems(worked) == []


def test_an_empty_store_is_sound(counter: Counter) -> None:
    assert upkeep.problems(counter) == []


def test_any_byte_flipped_in_any_envelope_or_seal_is_found(worked: Counter) -> None:
    with worked.store.read() as connection:
        events = connection.exec_driver_sql(
            "SELECT arrival, envelope, sealed FROM events WHERE sealed IS NOT NULL"
        ).all()

    @given(
        st.sampled_from(events), st.sampled_from(["envelope", "sealed"]), st.integers(0, 10_000), st.integers(1, 255)
    )
    def flip(event: object, column: str, place: int, mask: int) -> None:
        content = bytearray(getattr(event, column))
        content[place % len(content)] ^= mask
        with tampered(worked) as connection:
            connection.exec_driver_sql(
                f"UPDATE events SET {column} = ? WHERE arrival = ?",
                (bytes(content), event.arrival),  # type: ignore[attr-defined]
            )
            assert found(worked, connection)

    flip()


def test_any_byte_flipped_in_a_key_a_head_or_a_signature_is_found(worked: Counter) -> None:
    with worked.store.read() as connection:
        key = connection.exec_driver_sql('SELECT "key" FROM case_keys LIMIT 1').scalar_one()
        signature = connection.exec_driver_sql("SELECT signature FROM device").scalar_one()
        private = connection.exec_driver_sql("SELECT private_key FROM device").scalar_one()

    @given(st.integers(0, 63), st.integers(1, 255))
    def flip(place: int, mask: int) -> None:
        for statement, content in (
            ('UPDATE case_keys SET "key" = ? WHERE case_id = (SELECT min(case_id) FROM case_keys)', key),
            ("UPDATE device SET signature = ?", signature),
            ("UPDATE device SET private_key = ?", private),
        ):
            changed = bytearray(content)
            changed[place % len(changed)] ^= mask
            said = kinds(worked, statement, bytes(changed))
            assert said, statement

    flip()


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("DELETE FROM events WHERE arrival = 1", "gap"),
        ("DELETE FROM events WHERE arrival = 2", "gap"),
        ("DELETE FROM events WHERE arrival = (SELECT max(arrival) FROM events)", "chain_end"),
        ("DELETE FROM events", "chain_end"),
        ("UPDATE events SET sealed = NULL WHERE arrival = 1", "seal"),
        ("UPDATE events SET sealed = (SELECT sealed FROM events WHERE arrival = 2) WHERE arrival = 1", "seal"),
        ("UPDATE events SET sealed = x'' WHERE arrival = 1", "seal"),
        ("UPDATE events SET sealed = x'0011' WHERE arrival = 3", "seal"),
        ("UPDATE events SET id = 'lain' WHERE arrival = 1", "columns"),
        ("UPDATE events SET device = 'lain' WHERE arrival = 1", "columns"),
        ("UPDATE events SET seq = 77 WHERE arrival = 1", "columns"),
        ("UPDATE events SET kind = 'note_added' WHERE arrival = 1", "columns"),
        ("UPDATE events SET envelope = x'7b7d' WHERE arrival = 1", "event"),
        ("DELETE FROM event_subjects WHERE arrival = 3", "subject"),
        ("DELETE FROM event_subjects", "subject"),
        ("INSERT INTO event_subjects SELECT subject, 2 FROM event_subjects WHERE arrival = 1", "subject"),
        ("INSERT INTO event_subjects VALUES ('lain', 99)", "subject"),
        ("DELETE FROM case_keys", "key"),
        ("UPDATE case_keys SET \"key\" = x'00'", "seal"),
        ("UPDATE device SET seq = seq + 1", "chain_end"),
        ("UPDATE device SET head = 'lain'", "chain_end"),
        ("UPDATE device SET lamport = 0", "chain_end"),
        ("UPDATE device SET signature = x'00'", "signature"),
        ("UPDATE device SET private_key = x'00'", "signature"),
        ("UPDATE pinned SET body = x'7b7d'", "pinned"),
        ("DELETE FROM pinned", "pinned"),
        ("DELETE FROM cases WHERE n = 1", "projection"),
        ("INSERT INTO case_search(case_search) VALUES ('delete-all')", "search"),
        ("DELETE FROM case_search WHERE rowid = 2", "search"),
    ],
)
def test_what_was_changed_is_named(worked: Counter, statement: str, kind: str) -> None:
    said = kinds(worked, statement)
    assert kind in said


@pytest.mark.parametrize(
    "column",
    [
        "id", "registration_number", "tracking_code", "service", "state", "counter", "name", "nik", "kk", "sex", "district",
        "village", "received", "received_at", "due_at", "completed_at", "intake_key", "conflict", "read_only", "destroyed",
        "ready_at",
    ],
)  # fmt: skip
def test_any_column_of_a_list_that_no_longer_says_what_the_journal_does_is_found(worked: Counter, column: str) -> None:
    said = kinds(worked, f"UPDATE cases SET {column} = 7 WHERE n = 1")
    assert said == {"projection"}


def test_a_row_without_events_is_found(worked: Counter) -> None:
    with tampered(worked) as connection:
        columns = "registration_number, tracking_code, service, state, counter, name, nik, kk, sex, district, village"
        columns += ", received, received_at, due_at, completed_at, intake_key, conflict, read_only, destroyed"
        connection.exec_driver_sql(
            f"INSERT INTO cases (n, id, {columns}) SELECT 99, 'x', {columns} FROM cases WHERE n = 1"
        )
        assert "projection" in {problem.kind for problem in found(worked, connection)}


def test_a_copied_device_that_gave_a_number_twice_is_a_fork(worked: Counter) -> None:
    with tampered(worked) as connection:
        envelope = connection.exec_driver_sql("SELECT envelope FROM events WHERE arrival = 3").scalar_one()
        twin = json.loads(envelope) | {"id": "kembar", "at": "2026-11-24T10:00:00+07:00"}
        connection.exec_driver_sql(
            "INSERT INTO events SELECT 99, 'kembar', device, seq, kind, ?, NULL FROM events WHERE arrival = 3",
            (json.dumps(twin, sort_keys=True, separators=(",", ":")).encode(),),
        )
        assert "fork" in {problem.kind for problem in found(worked, connection)}


def test_what_came_from_others_is_held_to_the_same(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    for name in ("Siti", "Umar", "Budi"):
        register(bangil, intake(applicant=applicant(name=name)))
    register(pandaan, intake())
    deliver(bangil, pandaan)
    assert upkeep.problems(pandaan) == []
    assert "gap" in kinds(pandaan, "DELETE FROM events WHERE arrival = 3")
    assert "seal" in kinds(pandaan, "UPDATE events SET sealed = x'00' WHERE arrival = 4")


def test_a_case_whose_key_never_came_is_no_damage(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    register(bangil, intake())
    deliver(bangil, pandaan, keys=False)
    assert upkeep.problems(pandaan) == []


def test_a_file_of_a_whole_disaster_can_be_verified(counter: Counter, catalogue: Catalogue) -> None:
    from desk.domain.intake import Beneficiary  # noqa: PLC0415 (only here)

    victims = tuple(
        Beneficiary(f"Korban Bencana {'abcdefghij'[n % 10]}{n} Rt {n}", note="rumah rusak") for n in range(600)
    )
    register(counter, intake("pasuruan/09", beneficiaries=victims))
    assert upkeep.problems(counter) == []


def test_looking_can_be_broken_off(worked: Counter) -> None:
    asked: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> bool:
        asked.append((done, total))
        return False

    upkeep.problems(worked, stop)
    assert asked == [(0, 4)]


def test_looking_changes_nothing(worked: Counter) -> None:
    before = upkeep.dump(worked)
    upkeep.problems(worked)
    assert upkeep.dump(worked) == before

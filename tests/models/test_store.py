"""The store's promises: one act is one transaction, events never change, nothing lies on the disk in the clear."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from desk.domain.errors import Refused
from desk.domain.event import FOLD_VERSION, GENESIS, CaseId, decode, digest
from desk.models import journal, queries, verify
from desk.models.connection import Connection, Fault
from desk.models.home import store_key
from desk.models.journal import Stored
from desk.models.schema import open_engine, put_copy_aside
from desk.models.seal import signed_by
from desk.models.store import Store
from desk.models.unit_of_work import UnitOfWork, new_id
from desk.services import cases, drafts, upkeep
from desk.services.counter import Counter
from desk.services.drafts import Draft
from desk.services.intake import register
from tests.conftest import OpenCounter
from tests.factory import REACTIVATION, applicant, intake, met

AT = "2026-11-24T09:15:00+07:00"


def count(counter: Counter, table: str) -> int:
    with counter.store.read() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def journal_of(connection: Connection) -> list[Stored]:
    found = connection.exec_driver_sql("SELECT arrival, envelope, sealed FROM events ORDER BY arrival")
    return [Stored(*row) for row in found]


def write(work: UnitOfWork, case_id: CaseId, facts: dict[str, Any], data: dict[str, Any] | None = None) -> None:
    work.append(case_id, "case_corrected", facts, data or {}, at=AT, officer="Rini", recorder="Rini")


# units of work


def test_what_is_not_finished_leaves_no_trace(counter: Counter) -> None:
    def fail(work: UnitOfWork) -> None:
        write(work, work.new_case(), {"state": "open"}, {"applicant.name": "Siti"})
        work.next_number("L1", 2026)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), counter.store.write() as work:
        fail(work)
    assert [count(counter, table) for table in ("events", "event_subjects", "case_keys", "cases", "series")] == [0] * 5
    with counter.store.write() as work:
        assert work.next_number("L1", 2026) == 1


def test_readers_see_nothing_of_an_act_until_it_is_done(counter: Counter) -> None:
    with counter.store.write() as work:
        write(work, work.new_case(), {"state": "open"})
        seen: list[int] = []
        reader = Thread(target=lambda: seen.append(count(counter, "events")))
        reader.start()
        reader.join()
        assert seen == [0]
    assert count(counter, "events") == 1


def test_a_reader_in_another_process_works_beside_the_writer(open_counter: OpenCounter) -> None:
    writer = open_counter()
    reader = open_counter(read_only=True)
    with reader.store.read() as snapshot:
        before = snapshot.exec_driver_sql("SELECT count(*) FROM cases").scalar_one()
        register(writer, intake())
        assert snapshot.exec_driver_sql("SELECT count(*) FROM cases").scalar_one() == before
    assert count(reader, "cases") == before + 1


def test_a_reader_cannot_write(open_counter: OpenCounter) -> None:
    open_counter()
    reader = open_counter(read_only=True)
    with pytest.raises(Exception, match="hanya bisa dibaca") as caught:
        register(reader, intake())
    assert getattr(caught.value, "exit_code", None) == 5


def test_several_events_of_one_act_are_one_chain(counter: Counter) -> None:
    with counter.store.write() as work:
        case_id = work.new_case()
        for state in ("open", "returned", "open"):
            write(work, case_id, {"state": state})
        assert work.case(case_id).state == "open"
    with counter.store.read() as connection:
        stored = [event.envelope for event in journal_of(connection)]
        head = connection.exec_driver_sql("SELECT head, signature, private_key, seq, lamport FROM device").one()
    envelopes = [decode(content) for content in stored]
    assert [envelope.seq for envelope in envelopes] == [1, 2, 3]
    assert [envelope.prev for envelope in envelopes] == [GENESIS, digest(stored[0]), digest(stored[1])]
    assert [envelope.heads.get(case_id, ()) for envelope in envelopes] == [(), (envelopes[0].id,), (envelopes[1].id,)]
    assert (head.head, head.seq, head.lamport) == (digest(stored[-1]), 3, 3)
    assert signed_by(head.private_key, head.head, head.signature)
    assert not signed_by(head.private_key, GENESIS, head.signature)


def test_acts_on_several_cases_in_one_transaction_are_all_listed(counter: Counter) -> None:
    with counter.store.write() as work:
        for number in range(3):
            write(work, work.new_case(), {"registration_number": f"X-{number}", "state": "open"})
    assert count(counter, "cases") == 3


def test_a_number_is_given_once_and_each_year_and_series_counts_for_itself(counter: Counter) -> None:
    with counter.store.write() as work:
        assert [work.next_number("A", 2026) for _ in range(3)] == [1, 2, 3]
        assert work.next_number("A", 2027) == 1
        assert work.next_number("B", 2026) == 1
    with counter.store.write() as work:
        assert work.next_number("A", 2026) == 4


def test_a_series_knows_no_width(counter: Counter) -> None:
    with counter.store.write() as work:
        work.connection.exec_driver_sql("INSERT INTO series VALUES ('A', 2026, 9999)")
        assert work.next_number("A", 2026) == 10_000


def test_ids_sort_by_the_time_they_were_made_and_never_repeat() -> None:
    made = [new_id() for _ in range(2000)]
    assert len(set(made)) == len(made)
    assert [one[:13] for one in made] == sorted(one[:13] for one in made)
    assert {(one[14], one[19] in "89ab") for one in made} == {("7", True)}


# events for ever


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET envelope = x'00'",
        "UPDATE events SET arrival = arrival + 100",
        "UPDATE events SET id = 'x'",
        "UPDATE events SET device = 'x'",
        "UPDATE events SET seq = 9",
        "UPDATE events SET kind = 'x'",
        "UPDATE events SET sealed = x'00'",
        "DELETE FROM events",
        "INSERT OR REPLACE INTO events SELECT * FROM events",
        "UPDATE device SET one = 2",
    ],
)
def test_events_cannot_be_changed_or_deleted(counter: Counter, statement: str) -> None:
    register(counter, intake())
    with pytest.raises(Fault), counter.store.write() as work:
        work.connection.exec_driver_sql(statement)
    assert upkeep.problems(counter) == []


def test_an_event_cannot_come_twice(counter: Counter) -> None:
    register(counter, intake())
    with pytest.raises(Fault), counter.store.write() as work:
        work.connection.exec_driver_sql(
            "INSERT INTO events SELECT arrival + 1, id, device, seq, kind, envelope, sealed FROM events"
        )


def test_a_case_that_asks_for_a_newer_desk_takes_no_event(counter: Counter) -> None:
    case_id = register(counter, intake()).id
    _rewrite_as_newer(counter)
    assert cases.load(counter, case_id).read_only
    with pytest.raises(Refused, match="perbarui Desk dulu"), counter.store.write() as work:
        write(work, case_id, {"state": "open"})


def _rewrite_as_newer(counter: Counter) -> None:
    """What a counter with a newer Desk would have added: the registration again, with a reader above ours."""
    with counter.store.write() as work:
        row = work.connection.exec_driver_sql("SELECT envelope FROM events").one()
        newer = row.envelope.replace(b'"reader":1', f'"reader":{FOLD_VERSION + 1}'.encode())
        newer = newer.replace(decode(row.envelope).id.encode(), b"newer")
        work.connection.exec_driver_sql(
            "INSERT INTO events SELECT 99, 'newer', 'other', 1, kind, ?, sealed FROM events", (newer,)
        )
        work.connection.exec_driver_sql("INSERT INTO event_subjects SELECT subject, 99 FROM event_subjects")


# destruction


def destroy(counter: Counter, case_id: CaseId) -> None:
    """The journal's part of destroying a case; the act of an officer comes with retention."""
    with counter.store.write() as work:
        work.append(case_id, "case_destroyed", {"destroyed": True}, {}, at=AT, officer="Rini", recorder="Rini")
        work.destroy_key(case_id, AT)


def test_a_destroyed_case_keeps_every_count_and_nothing_of_the_person(counter: Counter) -> None:
    receipt = register(counter, intake(applicant=applicant(name="Zubaidah")))
    before = cases.counts(counter)
    destroy(counter, receipt.id)
    case = cases.load(counter, receipt.id)
    assert cases.counts(counter) == before
    assert (case.destroyed, case.applicant.name, case.applicant.nik) == (True, "", "")
    assert (case.applicant.sex, case.applicant.address.district) == ("P", "Bangil")
    assert cases.find(counter, receipt.registration_number).id == receipt.id
    for sought in ("Zubaidah", receipt.registration_number[:4] + " Zubaidah", "3514096502900001"):
        assert cases.search(counter, sought) == ()
    assert upkeep.problems(counter) == []


def test_a_rebuild_after_destruction_says_destroyed_and_counts_alike(counter: Counter) -> None:
    receipt = register(counter, intake())
    register(counter, intake(REACTIVATION, checklist={"ktp": met()}, everything=False))
    destroy(counter, receipt.id)
    assert upkeep.rebuild(counter) == (2, True)
    with counter.store.read() as connection:
        assert queries.load(connection, receipt.id).flags == ("destroyed",)


def test_a_destroyed_case_takes_no_further_event(counter: Counter) -> None:
    receipt = register(counter, intake())
    destroy(counter, receipt.id)
    with pytest.raises(Refused, match="dimusnahkan"), counter.store.write() as work:
        write(work, receipt.id, {"state": "open"})


def test_without_its_key_a_case_takes_facts_and_no_data(counter: Counter) -> None:
    receipt = register(counter, intake())
    with counter.store.write() as work:
        work.connection.exec_driver_sql("DELETE FROM case_keys")
    with pytest.raises(Refused, match="Kunci berkas ini"), counter.store.write() as work:
        write(work, receipt.id, {}, {"applicant.name": "Umar"})
    with counter.store.write() as work:
        write(work, receipt.id, {"state": "withdrawn"})
    assert cases.load(counter, receipt.id).state == "withdrawn"


# at rest


def test_nothing_typed_lies_on_the_disk_in_the_clear(counter: Counter, tmp_path: Path) -> None:
    secret = "Zubaidah Kusumawardhani"
    receipt = register(counter, intake(applicant=applicant(name=secret), note=secret))
    drafts.keep(counter, Draft("formulir", secret, {"name": secret}))
    home = counter.store.home
    put_copy_aside(open_engine(home.store, store_key(home)), tmp_path / "copy.db")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"desk.db", "desk.db-wal", "copy.db"} <= {path.name for path in files}
    for path in files:
        content = path.read_bytes()
        for trace in (secret, "Zubaidah", "3514096502900001", receipt.tracking_code, "case_registered", "Bangil"):
            assert trace.encode() not in content, (path.name, trace)
        assert b"SQLite format 3" not in content


def test_a_sealed_payload_opens_for_its_own_event_and_no_other(counter: Counter) -> None:
    first, second = register(counter, intake()), register(counter, intake())
    with counter.store.read() as connection:
        one, two = journal_of(connection)
        assert journal.opened(one, journal.case_key(connection, first.id)).data
        assert journal.opened(one, journal.case_key(connection, second.id)).data is None
        swapped = Stored(one.arrival, one.envelope, two.sealed)
        assert journal.opened(swapped, journal.case_key(connection, second.id)).data is None


def test_the_same_words_are_never_sealed_alike(counter: Counter) -> None:
    register(counter, intake())
    register(counter, intake())
    with counter.store.read() as connection:
        one, two = journal_of(connection)
    assert one.sealed != two.sealed


def test_every_commit_is_flushed_to_the_disk(counter: Counter) -> None:
    with counter.store.read() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "temp_store", "secure_delete")
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in pragmas}
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "temp_store": 2, "secure_delete": 1}


def test_a_folder_with_signs_in_its_name_is_a_folder(open_counter: OpenCounter) -> None:
    counter = open_counter("Loket #1 ?mode=memory & 100% سيتي")
    register(counter, intake())
    counter.store.close()
    with Store.open(counter.store.home) as store, store.read() as connection:
        assert verify.problems(connection, store.reckon_of) is not None
    assert store_key(counter.store.home)

"""Making a home a counter, and what a counter says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.domain.errors import NotFound, Refused
from desk.models.home import Home
from desk.services import cases, setup, upkeep
from desk.services.catalogue import Catalogue
from desk.services.drafts import Draft, keep
from desk.services.intake import register
from tests.conftest import OpenCounter
from tests.counters import deliver
from tests.factory import REACTIVATION, intake
from tests.fakes import Clock, Luck


def set_up(folder: Path, catalogue: Catalogue, **changes: str) -> None:
    words = {"office": "pasuruan", "counter": "Loket 1", "officer": "Rini", **changes}
    setup.set_up(Home(folder), catalogue, now=Clock(), random=Luck(), **words)


def test_a_second_setup_changes_nothing_that_holds_data(open_counter: OpenCounter, catalogue: Catalogue) -> None:
    counter = open_counter()
    register(counter, intake())
    before = upkeep.status(counter)
    counter.store.close()
    set_up(counter.store.home.folder, catalogue, counter="Loket 9", officer="Lain")
    assert upkeep.status(open_counter()) == before


@pytest.mark.parametrize(
    ("words", "code", "field"),
    [
        ({"counter": ""}, "required", "counter"),
        ({"counter": "  "}, "required", "counter"),
        ({"counter": "x" * 61}, "too_long", "counter"),
        ({"counter": "Loket\0"}, "control_character", "counter"),
        ({"officer": "x" * 61}, "too_long", "officer"),
        ({"officer": "Rini\x1b"}, "control_character", "officer"),
    ],
)
def test_a_name_that_is_none_is_refused_before_anything_is_made(
    tmp_path: Path, catalogue: Catalogue, words: dict[str, str], code: str, field: str
) -> None:
    with pytest.raises(Refused) as caught:
        set_up(tmp_path / "home", catalogue, **words)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert not (tmp_path / "home" / "desk.db").exists()


def test_an_office_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path, catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match="pasuruan") as caught:
        set_up(tmp_path / "home", catalogue, office="surabaya")
    assert caught.value.field == "office"
    assert not (tmp_path / "home").exists()


def test_a_desk_without_a_named_officer_has_one_all_the_same(tmp_path: Path, data: Path, catalogue: Catalogue) -> None:
    set_up(tmp_path / "home", catalogue, officer="")
    counter = setup.open_counter(Home(tmp_path / "home"), data, clock=Clock(), random=Luck(), catalogue=catalogue)
    assert counter.officer == "Petugas"
    counter.store.close()


def test_status_says_what_is_here_and_what_waits(open_counter: OpenCounter) -> None:
    counter, other = open_counter(), open_counter("Lain")
    register(counter, intake())
    register(counter, intake(REACTIVATION, everything=False))
    register(other, intake())
    deliver(other, counter)
    keep(counter, Draft("f", "Siti", {}))
    found = upkeep.status(counter)
    assert (found.office, found.counter, found.officer) == ("pasuruan", "Loket 1", "Rini")
    assert (found.cases, found.events, found.drafts) == ({"open": 2, "returned": 1}, 3, 1)
    assert found.waiting_to_send == 2
    assert (found.last_sync, found.last_backup) == (None, None)


def test_a_dump_names_no_device_s_own_things(open_counter: OpenCounter) -> None:
    counter, other = open_counter(), open_counter("Lain")
    register(counter, intake())
    keep(counter, Draft("f", "Rahasia Draf", {}))
    deliver(counter, other)
    assert upkeep.dump(counter) == upkeep.dump(other)
    assert b"Rahasia" not in upkeep.dump(counter)
    assert upkeep.dump(counter).startswith(b'{"cases":{')


def test_the_day_changes_in_the_office_s_zone(open_counter: OpenCounter, clock: Clock) -> None:
    clock.set("2026-11-24T16:59:59+00:00")
    counter = open_counter()
    assert counter.today.isoformat() == "2026-11-24"
    clock.forward(seconds=1)
    assert counter.today.isoformat() == "2026-11-25"


def test_a_reader_and_a_writer_see_one_another_s_world(open_counter: OpenCounter) -> None:
    writer, reader = open_counter(), open_counter(read_only=True)
    receipt = register(writer, intake())
    assert cases.find(reader, receipt.tracking_code).id == receipt.id
    assert upkeep.status(reader).cases == {"open": 1}

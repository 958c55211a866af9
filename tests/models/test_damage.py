"""A damaged file is said, never shown as a traceback and never made worse: whatever byte of it, wherever."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.domain.errors import StoreError
from desk.models.home import Home
from desk.models.store import Store
from desk.services import cases, upkeep
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.intake import register
from tests.counters import open_in
from tests.factory import applicant, intake

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, data: Path, catalogue: Catalogue) -> Path:
    """A closed home with some cases in it, for copying."""
    folder = tmp_path_factory.mktemp("whole") / "home"
    counter = open_in(folder, data, catalogue=catalogue)
    for number in range(30):
        register(counter, intake(applicant=applicant(name=f"Pemohon {number}"), note="x" * 300))
    counter.store.close()
    assert not (folder / "desk.db-wal").exists()
    return folder


def looked_at(folder: Path, data: Path, catalogue: Catalogue) -> bool:
    """Whether damage was noticed by opening, by `verify`, or by looking at the pages of what can't be opened."""
    home = Home(folder)
    try:
        counter = open_in(folder, data, catalogue=catalogue, read_only=True)
    except StoreError:
        upkeep.damage(home)
        return True
    try:
        noticed = bool(upkeep.problems(counter))
        for use in (
            lambda: upkeep.status(counter),
            lambda: upkeep.dump(counter),
            lambda: cases.search(counter, "pemohon"),
        ):
            _known(use)
        return noticed
    finally:
        counter.store.close()


def _known(use: Callable[[], object]) -> None:
    """What happens is told with exit 5, if anything does."""
    with suppress(StoreError):
        use()


def test_any_byte_flipped_anywhere_in_the_file_is_noticed(whole: Path, data: Path, catalogue: Catalogue) -> None:
    size = (whole / "desk.db").stat().st_size

    @settings(max_examples=settings.default.max_examples // 2)  # type: ignore[union-attr]
    @given(st.integers(0, size - 1), st.integers(1, 255))
    def flip(place: int, mask: int) -> None:
        with TemporaryDirectory() as temporary:
            folder = Path(temporary) / "home"
            shutil.copytree(whole, folder)
            content = bytearray((folder / "desk.db").read_bytes())
            content[place] ^= mask
            (folder / "desk.db").write_bytes(content)
            assert looked_at(folder, data, catalogue), place

    flip()


def _cut(keep: float) -> Callable[[bytes], bytes]:
    return lambda content: content[: int(len(content) * keep)]


@pytest.mark.parametrize(
    ("what", "harm"),
    [
        ("nothing left", lambda _: b""),
        ("one byte left", lambda content: content[:1]),
        ("the first page gone", lambda content: bytes(PAGE) + content[PAGE:]),
        ("only the first page", lambda content: content[:PAGE]),
        ("half of it", _cut(0.5)),
        ("cut within a page", _cut(0.77)),
        ("the last page gone", lambda content: content[:-PAGE]),
        (
            "two pages swapped",
            lambda c: c[: 3 * PAGE] + c[4 * PAGE : 5 * PAGE] + c[3 * PAGE : 4 * PAGE] + c[5 * PAGE :],
        ),
        ("zeros in the middle", lambda c: c[: len(c) // 2] + bytes(PAGE) + c[len(c) // 2 + PAGE :]),
        ("all zeros", lambda content: bytes(len(content))),
        ("a plain database", lambda _: b"SQLite format 3\0" + bytes(PAGE)),
        ("a text", lambda _: b"rusak"),
        ("a web page", lambda _: b"<html>Login</html>" * 999),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_kind_of_harm_is_noticed(
    whole: Path, data: Path, catalogue: Catalogue, tmp_path: Path, what: str, harm: Callable[[bytes], bytes]
) -> None:
    folder = tmp_path / "home"
    shutil.copytree(whole, folder)
    path = folder / "desk.db"
    path.write_bytes(harm(path.read_bytes()))
    before = path.read_bytes()
    assert looked_at(folder, data, catalogue), what
    assert path.read_bytes() == before
    with pytest.raises(StoreError):
        _read_all(folder, data, catalogue)


def _read_all(folder: Path, data: Path, catalogue: Catalogue) -> None:
    counter = open_in(folder, data, catalogue=catalogue)
    try:
        upkeep.dump(counter)
        if upkeep.problems(counter):
            raise StoreError("store_damaged", "rusak")
    finally:
        counter.store.close()


@pytest.mark.parametrize("wal", [b"", b"rusak", bytes(5000), b"\x37\x7f\x06\x82" + bytes(5000)])
def test_a_write_ahead_log_of_garbage_costs_nothing_that_was_saved(
    whole: Path, data: Path, catalogue: Catalogue, tmp_path: Path, wal: bytes
) -> None:
    folder = tmp_path / "home"
    shutil.copytree(whole, folder)
    (folder / "desk.db-wal").write_bytes(wal)
    (folder / "desk.db-shm").write_bytes(wal)
    counter = open_in(folder, data, catalogue=catalogue)
    assert cases.counts(counter) == {"open": 30}
    assert upkeep.problems(counter) == []
    counter.store.close()


def test_a_log_that_lost_its_end_keeps_every_act_before_it(
    whole: Path, data: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    folder, cut = tmp_path / "home", tmp_path / "cut"
    shutil.copytree(whole, folder)
    counter: Counter = open_in(folder, data, catalogue=catalogue)
    for _ in range(5):
        register(counter, intake())
    shutil.copytree(folder, cut)
    counter.store.close()
    log = cut / "desk.db-wal"
    log.write_bytes(log.read_bytes()[:-PAGE])
    (cut / "desk.db-shm").unlink()
    counter = open_in(cut, data, catalogue=catalogue)
    assert cases.counts(counter) == {"open": 34}
    assert upkeep.problems(counter) == []
    counter.store.close()


def test_pages_of_a_store_that_cannot_be_opened_are_looked_at(whole: Path, tmp_path: Path) -> None:
    folder = tmp_path / "home"
    shutil.copytree(whole, folder)
    path = folder / "desk.db"
    content = bytearray(path.read_bytes())
    for page in range(2, len(content) // PAGE):
        content[page * PAGE + 9] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreError):
        Store.open(Home(folder), read_only=True)
    assert {problem.kind for problem in upkeep.damage(Home(folder))} <= {"page", "integrity", "store"}
    assert upkeep.damage(Home(folder))

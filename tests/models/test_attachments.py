"""Sealed files beside the store: killed, full, read-only, damaged, and found again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.errors import StoreError
from desk.domain.event import CaseId
from desk.models import attachments as files
from desk.models.attachments import SealedFiles
from desk.models.seal import FILE_OVERHEAD, seal, seal_file, unseal, unseal_file
from desk.models.unit_of_work import UnitOfWork
from desk.services import attachments, cases, upkeep
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.intake import register
from tests.conftest import OpenCounter
from tests.counters import open_in
from tests.factory import intake
from tests.scans import ktp

KEY, OTHER = bytes(32), bytes([1]) * 32


@pytest.fixture
def case_id(counter: Counter) -> CaseId:
    """An open file."""
    return register(counter, intake()).id


def sealed_names(home: Path) -> set[str]:
    return {path.stem for path in (home / "attachments").glob("??/*.sealed")}


def pending(home: Path) -> list[Path]:
    folder = home / "attachments" / "pending"
    return sorted(folder.iterdir()) if folder.is_dir() else []


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_the_same_file_under_the_same_key_has_one_address(one: bytes, other: bytes) -> None:
    assert (seal_file(KEY, one) == seal_file(KEY, other)) == (one == other)
    assert seal_file(KEY, one) != seal_file(OTHER, one)
    assert len(seal_file(KEY, one)) == len(one) + FILE_OVERHEAD
    assert unseal_file(KEY, seal_file(KEY, one)) == one


@given(st.binary(max_size=50), st.integers(0, 1000), st.integers(1, 255))
def test_a_changed_byte_or_another_key_opens_nothing(content: bytes, place: int, mask: int) -> None:
    sealed = bytearray(seal_file(KEY, content))
    assert unseal_file(OTHER, bytes(sealed)) is None
    sealed[place % len(sealed)] ^= mask
    assert unseal_file(KEY, bytes(sealed)) is None


def test_a_file_is_not_taken_for_the_seal_of_an_event_or_the_reverse() -> None:
    assert unseal(KEY, "event", seal_file(KEY, b"{}")) is None
    assert unseal_file(KEY, seal(KEY, "event", b"{}")) is None


KILLED = """
import os, signal, sys
from pathlib import Path
from desk.models.attachments import SealedFiles
from desk.models.unit_of_work import UnitOfWork
from desk.services import attachments, cases
from tests.counters import open_in
from tests.scans import ktp

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

counter = open_in(Path(sys.argv[1]), Path(sys.argv[2]))
case = cases.find(counter, "1")
place, name = {"writing": (Path, "replace"), "before the event": (UnitOfWork, "append"),
               "before the commit": (UnitOfWork, "finish"), "after the commit": (SealedFiles, "settled")}[sys.argv[3]]
setattr(place, name, die)
attachments.add(counter, case.id, ktp())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("when", ["writing", "before the event", "before the commit", "after the commit"])
def test_killed_at_any_moment_the_paper_is_attached_or_it_is_not(
    counter: Counter, data: Path, catalogue: Catalogue, when: str
) -> None:
    home = counter.store.home.folder
    register(counter, intake())
    counter.store.close()
    died = subprocess.run(
        [sys.executable, "-c", KILLED, str(home), str(data), when],
        capture_output=True, check=False, cwd=Path(__file__).parents[2], timeout=60,
    )  # fmt: skip
    assert died.returncode == -signal.SIGKILL
    counter = open_in(home, data, catalogue=catalogue)
    case_id = cases.find(counter, "1").id
    kept = attachments.of_case(counter, case_id)
    assert bool(kept) == (when == "after the commit")
    assert upkeep.problems(counter) == []
    assert bool(upkeep.notes(counter)) == (when != "after the commit")
    attachments.add(counter, case_id, ktp("red"))
    assert upkeep.notes(counter) == []
    assert pending(home) == []
    assert sealed_names(home) == {found.hash for found in attachments.of_case(counter, case_id)}
    assert upkeep.problems(counter) == []
    counter.store.close()


def test_an_act_that_fails_leaves_nothing_that_stays(
    counter: Counter, case_id: CaseId, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(UnitOfWork, "append", lambda *_, **__: (_ for _ in ()).throw(StoreError("disk_full", "penuh")))
        with pytest.raises(StoreError):
            attachments.add(counter, case_id, ktp())
    (note,) = upkeep.notes(counter)
    assert note.kind == "attachment"
    assert "terputus" in note.message
    attachments.add(counter, case_id, ktp("red"))
    assert len(sealed_names(counter.store.home.folder)) == 1
    assert upkeep.notes(counter) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_can_t_be_written_is_said(counter: Counter, case_id: CaseId) -> None:
    folder = counter.store.home.folder / "attachments"
    folder.mkdir()
    folder.chmod(0o500)
    with pytest.raises(StoreError) as caught:
        attachments.add(counter, case_id, ktp())
    folder.chmod(0o700)
    assert caught.value.code == "attachment_unwritable"


def test_a_file_where_the_folder_should_be_is_said(counter: Counter, case_id: CaseId) -> None:
    (counter.store.home.folder / "attachments").write_text("bukan folder")
    with pytest.raises(StoreError) as caught:
        attachments.add(counter, case_id, ktp())
    assert (caught.value.code, caught.value.exit_code) == ("attachment_unwritable", 5)
    assert attachments.of_case(counter, case_id) == ()
    assert upkeep.problems(counter) == []


def flipped(place: Path) -> None:
    content = bytearray(place.read_bytes())
    content[len(content) // 2] ^= 1
    place.write_bytes(content)


@pytest.mark.parametrize(
    ("harm", "said", "code"),
    [
        (Path.unlink, "hilang", "attachment_missing"),
        (flipped, "rusak", "attachment_damaged"),
        (lambda place: place.write_bytes(place.read_bytes()[:-10]), "rusak", "attachment_damaged"),
        (lambda place: place.write_bytes(b""), "rusak", "attachment_damaged"),
        (lambda place: (place.unlink(), place.mkdir()), "tidak terbaca", "attachment_missing"),
    ],
    ids=["gone", "a byte", "cut", "empty", "a folder"],
)
def test_harm_to_a_file_is_found_and_said_when_it_is_opened(
    counter: Counter, case_id: CaseId, harm: Callable[[Path], object], said: str, code: str
) -> None:
    added = attachments.add(counter, case_id, ktp()).attachment
    harm(counter.store.files.place(added.hash))
    (problem,) = upkeep.problems(counter)
    assert problem.kind == "attachment"
    assert problem.where == f"attachments/{added.hash[:2]}/{added.hash}.sealed"
    assert said in problem.message
    assert cases.load(counter, case_id).registration_number in problem.message
    with pytest.raises(StoreError) as caught:
        attachments.open_body(counter, case_id, added.id)
    assert caught.value.code == code


def test_a_file_that_its_case_s_key_doesn_t_open_is_found(counter: Counter, case_id: CaseId) -> None:
    added = attachments.add(counter, case_id, ktp()).attachment
    with counter.store.write() as work:
        work.connection.exec_driver_sql('UPDATE case_keys SET "key" = ? WHERE case_id = ?', (OTHER, case_id))
        work.connection.exec_driver_sql(
            "INSERT OR REPLACE INTO attachments (hash, case_id, size) VALUES (?, ?, ?)",
            (added.hash, case_id, added.size + FILE_OVERHEAD),
        )
    found = [problem for problem in upkeep.problems(counter) if problem.kind == "attachment"]
    assert [problem.message.rpartition(" berkas ")[0] != "" for problem in found] == [True]
    assert "tidak terbuka oleh kunci berkasnya" in found[0].message


def test_what_something_holds_open_is_removed_by_a_later_act(
    counter: Counter, case_id: CaseId, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = attachments.add(counter, case_id, ktp()).attachment
    attachments.remove(counter, case_id, added.id, "salah")
    real = Path.unlink

    def held(self: Path, missing_ok: bool = False) -> None:
        if self.suffix == ".sealed":
            raise PermissionError(13, "antivirus")
        real(self, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", held)
        attachments.prune(counter)
    assert sealed_names(counter.store.home.folder) == {added.hash}
    attachments.add(counter, case_id, ktp("red"))
    assert added.hash not in sealed_names(counter.store.home.folder)


def test_a_mark_on_a_file_that_is_needed_after_all_removes_nothing(counter: Counter, case_id: CaseId) -> None:
    added = attachments.add(counter, case_id, ktp()).attachment
    counter.store.files.mark([added.hash])
    with counter.store.read() as connection:
        assert files.needed(connection, added.hash)
        counter.store.files.settle(connection)
    assert attachments.open_body(counter, case_id, added.id)[1] == ktp().body
    assert pending(counter.store.home.folder) == []


def test_a_home_without_attachments_has_no_folder_for_them(counter: Counter, case_id: CaseId) -> None:
    assert case_id
    assert upkeep.problems(counter) == []
    assert upkeep.notes(counter) == []
    assert not (counter.store.home.folder / "attachments").exists()


def test_only_its_owner_can_look_into_the_folder(counter: Counter, case_id: CaseId) -> None:
    added = attachments.add(counter, case_id, ktp()).attachment
    if os.name == "posix":
        assert counter.store.files.place(added.hash).parent.stat().st_mode & 0o077 == 0


def test_a_read_only_home_shows_its_papers(counter: Counter, case_id: CaseId, open_counter: OpenCounter) -> None:
    added = attachments.add(counter, case_id, ktp()).attachment
    counter.store.close()
    reader = open_counter(read_only=True)
    assert attachments.open_body(reader, case_id, added.id)[1] == ktp().body
    assert upkeep.problems(reader) == []


def test_thumbnails_are_no_matter_of_life_and_death(tmp_path: Path) -> None:
    kept = SealedFiles(tmp_path / "nowhere")
    kept.keep_thumbnail("a" * 64, KEY, b"kecil")
    assert kept.thumbnail("a" * 64, KEY) is None

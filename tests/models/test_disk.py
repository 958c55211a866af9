"""A disk that is full, or can only be read: said in a sentence, and nothing that was saved is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.domain.errors import StoreError
from desk.services import attachments, cases, drafts, media, upkeep
from desk.services.catalogue import Catalogue
from desk.services.drafts import Draft
from desk.services.intake import register
from tests.counters import open_in
from tests.factory import intake
from tests.scans import ktp, noisy

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="mount and resource limits")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes; only root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "desk-test", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Leave no room at all; returns the file that takes it."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue
    return filler


def test_a_full_disk_is_said_and_what_was_saved_before_stays(
    small_disk: Path, data: Path, catalogue: Catalogue
) -> None:
    counter = open_in(small_disk / "home", data, catalogue=catalogue)
    receipt = register(counter, intake())
    filler = fill(small_disk)
    for _ in range(3):
        with pytest.raises(StoreError, match="Diska penuh") as caught:
            register(counter, intake())
        assert caught.value.exit_code == 5
    with pytest.raises(StoreError):
        drafts.keep(counter, Draft("k", "Siti", {"name": "Siti"}))
    assert cases.find(counter, receipt.registration_number).applicant.name == "Siti Aminah"
    assert cases.counts(counter) == {"open": 1}
    filler.unlink()
    again = register(counter, intake())
    assert int(again.registration_number[-6:]) == 2
    assert upkeep.problems(counter) == []
    counter.store.close()


def test_a_paper_that_the_disk_has_no_room_for_is_not_attached_and_takes_none(
    small_disk: Path, data: Path, catalogue: Catalogue
) -> None:
    counter = open_in(small_disk / "home", data, catalogue=catalogue)
    case_id = register(counter, intake()).id
    kept = attachments.add(counter, case_id, ktp()).attachment
    large = media.prepare("rumah.jpg", noisy(900, 900, quality=95))
    filler = fill(small_disk)
    with filler.open("r+b") as file:
        file.truncate(filler.stat().st_size - 200_000)
    before = shutil.disk_usage(small_disk).free
    for _ in range(2):
        with pytest.raises(StoreError, match="diska penuh") as caught:
            attachments.add(counter, case_id, large)
        assert (caught.value.code, caught.value.exit_code) == ("attachment_unwritable", 5)
    assert shutil.disk_usage(small_disk).free >= before - 64_000
    assert attachments.of_case(counter, case_id) == (kept,)
    assert attachments.open_body(counter, case_id, kept.id)[1] == ktp().body
    assert upkeep.problems(counter) == []
    filler.unlink()
    assert not attachments.add(counter, case_id, large).already
    assert upkeep.problems(counter) == []
    counter.store.close()


def test_a_folder_of_attachments_that_can_only_be_read_is_said(
    small_disk: Path, data: Path, catalogue: Catalogue
) -> None:
    counter = open_in(small_disk / "home", data, catalogue=catalogue)
    case_id = register(counter, intake()).id
    folder = counter.store.home.folder / "attachments"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "desk-test", str(folder)], check=True)
    with pytest.raises(StoreError, match="diska hanya bisa dibaca") as caught:
        attachments.add(counter, case_id, ktp())
    assert caught.value.code == "attachment_unwritable"
    subprocess.run(["umount", str(folder)], check=True)
    assert not attachments.add(counter, case_id, ktp()).already
    counter.store.close()


def test_a_counter_cannot_be_set_up_on_a_full_disk_and_can_once_there_is_room(
    small_disk: Path, data: Path, catalogue: Catalogue
) -> None:
    filler = fill(small_disk)
    with pytest.raises(StoreError) as caught:
        open_in(small_disk / "home", data, catalogue=catalogue)
    assert caught.value.exit_code == 5
    filler.unlink()
    counter = open_in(small_disk / "home", data, catalogue=catalogue)
    assert cases.counts(counter) == {}
    counter.store.close()


def test_a_disk_that_can_only_be_read_is_read_and_not_written(
    small_disk: Path, data: Path, catalogue: Catalogue
) -> None:
    counter = open_in(small_disk / "home", data, catalogue=catalogue)
    receipt = register(counter, intake())
    counter.store.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StoreError, match="tidak bisa ditulisi") as caught:
        open_in(small_disk / "home", data, catalogue=catalogue)
    assert caught.value.exit_code == 5
    reader = open_in(small_disk / "home", data, catalogue=catalogue, read_only=True)
    assert cases.find(reader, receipt.tracking_code).id == receipt.id
    assert upkeep.problems(reader) == []
    reader.store.close()


def test_a_disk_that_becomes_unwritable_under_an_open_counter_is_said(
    small_disk: Path, data: Path, catalogue: Catalogue
) -> None:
    counter = open_in(small_disk / "home", data, catalogue=catalogue)
    register(counter, intake())
    counter.store.close()
    counter = open_in(small_disk / "home", data, catalogue=catalogue, read_only=True)
    with pytest.raises(StoreError, match="hanya bisa dibaca"):
        register(counter, intake())
    counter.store.close()


WRITE_UNTIL_FULL = """
import json, resource, sys
from pathlib import Path
from desk.domain.errors import StoreError
from desk.services import cases, upkeep
from desk.services.intake import register
from tests.counters import open_in
from tests.factory import intake
from tests.scans import ktp, noisy

home, data = Path(sys.argv[1]), Path(sys.argv[2])
counter = open_in(home, data)
register(counter, intake())
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
done, code = 1, None
try:
    while done < 500:
        register(counter, intake(note="x" * 3000))
        done += 1
except StoreError as error:
    code = error.exit_code
counter.store.close()
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
print(json.dumps({"done": done, "code": code}))
"""


def test_a_file_that_may_not_grow_loses_nothing_that_was_acknowledged(
    tmp_path: Path, data: Path, catalogue: Catalogue
) -> None:
    home = tmp_path / "home"
    told = subprocess.run(
        [sys.executable, "-c", WRITE_UNTIL_FULL, str(home), str(data)],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2], timeout=60,
    )  # fmt: skip
    assert '"code": 5' in told.stdout
    done = int(told.stdout.split('"done": ')[1].split(",")[0])
    counter = open_in(home, data, catalogue=catalogue)
    assert cases.counts(counter) == {"open": done}
    assert upkeep.problems(counter) == []
    register(counter, intake())
    counter.store.close()

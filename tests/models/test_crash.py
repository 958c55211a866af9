"""Several processes, killed processes: real ones, as an office has them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.factory import form

ROOT = Path(__file__).parents[2]
DESK = (sys.executable, "-m", "desk")


def desk(home: Path, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*DESK, "--home", str(home), "--json", *words],
        input=stdin, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False, timeout=60,
    )  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A counter of Pasuruan."""
    folder = tmp_path / "home"
    assert desk(folder, "setup", "--office", "pasuruan", "--counter", "Loket 1").returncode == 0
    return folder


def lines(count: int, **changes: Any) -> str:
    return "".join(
        json.dumps({"args": ["intake", "-"], "stdin": json.dumps(form(key=f"form-{n}", **changes))}) + "\n"
        for n in range(count)
    )


def answers(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    for line in process.stdout:
        if line.endswith("\n"):
            yield json.loads(line)


def sound(home: Path) -> bool:
    verdict = desk(home, "verify", "--rebuild")
    return verdict.returncode == 0 and json.loads(verdict.stdout)["ok"] is True


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_killed_in_the_middle_of_two_hundred_intakes_no_acknowledged_one_is_lost(home: Path) -> None:
    process = subprocess.Popen(
        [*DESK, "--home", str(home), "batch"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(lines(200))
    process.stdin.flush()
    acknowledged: list[str] = []
    for answer in answers(process):
        acknowledged.append(answer["output"]["registration_number"])
        if len(acknowledged) == 120:
            os.kill(process.pid, signal.SIGKILL)
    process.stdin.close()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()
    assert 120 <= len(acknowledged) < 200
    kept = [row["registration_number"] for row in json.loads(desk(home, "cases", "--limit", "1000").stdout)]
    assert set(acknowledged) <= set(kept)
    assert len(kept) - len(acknowledged) <= 1
    assert sorted(int(number[-6:]) for number in kept) == list(range(1, len(kept) + 1))
    assert sound(home)
    again = desk(home, "batch", stdin=lines(200))
    numbers = [json.loads(line)["output"]["registration_number"] for line in again.stdout.splitlines()]
    assert numbers[: len(acknowledged)] == acknowledged
    assert sorted(int(number[-6:]) for number in numbers) == list(range(1, 201))


def test_processes_that_register_at_once_get_gapless_numbers_of_their_own(home: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(lambda n: desk(home, "intake", "-", stdin=json.dumps(form(key=f"k{n}"))), range(4)))
    assert [process.returncode for process in done] == [0] * 4
    numbers = {json.loads(process.stdout)["registration_number"] for process in done}
    assert sorted(int(number[-6:]) for number in numbers) == [1, 2, 3, 4]
    assert sound(home)


def test_one_form_sent_by_several_processes_is_registered_once(home: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(lambda _: desk(home, "intake", "-", stdin=json.dumps(form(key="sama"))), range(3)))
    assert {process.returncode for process in done} == {0}
    assert len({process.stdout for process in done}) == 1
    assert len(json.loads(desk(home, "cases").stdout)) == 1


def test_processes_that_set_up_one_home_at_once_make_one_counter(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    with ThreadPoolExecutor(3) as pool:
        done = list(
            pool.map(lambda n: desk(folder, "setup", "--office", "pasuruan", "--counter", f"Loket {n}"), range(3))
        )
    assert {process.returncode for process in done} == {0}
    assert len({json.loads(process.stdout)["device"] for process in done}) == 1
    assert sound(folder)


def test_readers_look_while_a_batch_writes(home: Path) -> None:
    process = subprocess.Popen(
        [*DESK, "--home", str(home), "batch"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip
    assert process.stdin is not None
    found = answers(process)
    for done in range(1, 3):
        process.stdin.write(lines(done).splitlines()[-1] + "\n")
        process.stdin.flush()
        assert next(found)["exit"] == 0
        assert len(json.loads(desk(home, "cases").stdout)) == done
    process.communicate()
    assert process.returncode == 0

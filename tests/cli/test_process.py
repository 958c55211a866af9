"""`desk` as a shell meets it: encodings, environment, pipes, permissions, and what a fault leaves behind."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desk.models.home import Home, store_key
from desk.models.schema import open_engine
from tests.factory import form, person

ROOT = Path(__file__).parents[2]


def desk(home: Path | None, *words: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    named = ("--home", str(home)) if home else ()
    return subprocess.run(
        [sys.executable, "-m", "desk", *named, *words],
        input=stdin.encode(), capture_output=True, check=False, cwd=ROOT, env={**os.environ, **environment}, timeout=60,
    )  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A counter of Pasuruan, set up by a process."""
    folder = tmp_path / "home"
    done = desk(folder, "setup", "--office", "pasuruan", "--counter", "Loket 1")
    assert done.returncode == 0, done.stderr
    return folder


def test_json_is_utf_8_whatever_the_system_speaks(home: Path) -> None:
    registered = desk(
        home, "--json", "intake", "-", stdin=json.dumps(form(applicant=person(name="سيتي أمينة"))), PYTHONIOENCODING="latin-1",
        LC_ALL="C",
    )  # fmt: skip
    assert registered.returncode == 0, registered.stderr
    case_id = json.loads(registered.stdout)["id"]
    for words in (("--json", "case", case_id), ("case", case_id), ("dump",)):
        said = desk(home, *words, PYTHONIOENCODING="ascii", LC_ALL="C")
        assert (said.returncode, said.stderr) == (0, b"")
        assert "سيتي أمينة" in said.stdout.decode("utf-8")


def test_home_and_key_come_from_the_environment(home: Path) -> None:
    key = (home / "desk.key").read_text(encoding="ascii").strip()
    (home / "desk.key").unlink()
    assert desk(None, "--json", "status", DESK_HOME=str(home)).returncode == 5
    told = desk(None, "--json", "status", DESK_HOME=str(home), DESK_KEY=key)
    assert json.loads(told.stdout)["home"] == str(home)


def test_a_refusal_writes_nothing_to_standard_output(home: Path) -> None:
    said = desk(home, "--json", "case", "tidak-ada")
    assert (said.returncode, said.stdout) == (4, b"")
    assert json.loads(said.stderr)["error"]["code"] == "case_unknown"


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_what_desk_writes_is_for_its_owner(home: Path, tmp_path: Path) -> None:
    desk(home, "intake", "-", stdin=json.dumps(form()))
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    for path in home.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path.name


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_a_reader_that_goes_away_is_no_fault() -> None:
    shell = f"{sys.executable} -m desk --json catalogue export | head -c 10 >/dev/null; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, cwd=ROOT, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


def spoilt(home: Path) -> None:
    """A store that is sound by every seal and yet not as the program means it: a fault of the program."""
    engine = open_engine(home / "desk.db", store_key(Home(home)))
    with engine.connect() as connection:
        connection.exec_driver_sql("DROP TABLE drafts")
        connection.commit()
    engine.dispose()


def test_a_fault_is_exit_1_and_one_sentence_and_the_log_names_nobody(home: Path) -> None:
    spoilt(home)
    said = desk(home, "--json", "intake", "-", stdin=json.dumps(form(key="f", applicant=person(name="Zubaidah"))))
    assert (said.returncode, said.stdout) == (1, b"")
    error = json.loads(said.stderr)["error"]
    assert (error["code"], error["field"]) == ("fault", None)
    assert str(home / "desk.log") in error["message"]
    log = (home / "desk.log").read_text(encoding="utf-8")
    assert "OperationalError" in log
    assert "Zubaidah" not in log
    assert "3514096502900001" not in log
    plain = desk(home, "intake", "-", stdin=json.dumps(form(key="f")))
    assert b"Traceback" not in plain.stderr
    assert plain.stderr.count(b"\n") == 1


def test_a_fault_in_a_batch_is_answered_logged_and_the_others_go_on(home: Path) -> None:
    spoilt(home)
    lines = [{"args": ["intake", "-"], "stdin": form(key="f")}, {"args": ["services"]}, {"args": ["case", "x"]}]
    said = desk(home, "batch", stdin="".join(json.dumps(line) + "\n" for line in lines))
    answers = [json.loads(answer) for answer in said.stdout.splitlines()]
    assert [answer["exit"] for answer in answers] == [1, 0, 4]
    assert answers[0]["error"]["code"] == "fault"
    assert (said.returncode, said.stderr) == (0, b"")
    assert "OperationalError" in (home / "desk.log").read_text(encoding="utf-8")


def test_nothing_was_registered_by_an_act_that_failed(home: Path) -> None:
    before = json.loads(desk(home, "--json", "status").stdout)
    spoilt(home)
    desk(home, "intake", "-", stdin=json.dumps(form(key="f")))
    engine = open_engine(home / "desk.db", store_key(Home(home)))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one() == before["events"] == 0
    engine.dispose()

"""`desk batch`: a line an act, answered in order as soon as it is done; one bad line stops none of the others."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.factory import DISASTER, form
from tests.terminal import Terminal


def line(*args: str, stdin: Any = None) -> dict[str, Any]:
    return {"args": list(args)} if stdin is None else {"args": list(args), "stdin": stdin}


def test_each_line_is_answered_in_order(terminal: Terminal) -> None:
    registered, listed, looked = terminal.batch(
        line("intake", "-", stdin=json.dumps(form())), line("cases"), line("service", "pasuruan/08")
    )
    assert (registered["exit"], registered["output"]["state"]) == (0, "open")
    assert [row["id"] for row in listed["output"]] == [registered["output"]["id"]]
    assert looked["output"]["id"] == "pasuruan/08"


def test_standard_input_may_be_a_value(terminal: Terminal) -> None:
    (answer,) = terminal.batch(line("intake", "-", stdin=form()))
    assert answer["output"]["state"] == "open"


@pytest.mark.parametrize(
    ("bad", "exit_code", "code"),
    [
        ("bukan json", 3, "bad_json"),
        ('"teks"', 3, "batch_line"),
        ("[]", 3, "batch_line"),
        ("{}", 3, "batch_line"),
        ('{"args": "status"}', 3, "batch_line"),
        ('{"args": [1]}', 3, "batch_line"),
        ('{"args": ["cases"], "args": ["dump"]}', 3, "bad_json"),
        ("[" * 5000, 3, "bad_json"),
        ('{"args": []}', 2, "usage"),
        ('{"args": ["terbang"]}', 2, "usage"),
        ('{"args": ["batch"]}', 2, "usage"),
        ('{"args": ["window"]}', 2, "usage"),
        ('{"args": ["status", "--home", "/lain"]}', 2, "usage"),
        ('{"args": ["case", "tidak-ada"]}', 4, "case_unknown"),
        ('{"args": ["case", "\\ud800"]}', 2, "usage"),
        ('{"args": ["intake", "a\\u0000b"]}', 2, "usage"),
        ('{"args": ["intake", "-"]}', 3, "bad_json"),
        ('{"args": ["intake", "-"], "stdin": []}', 3, "bad_json"),
        ('{"args": ["print", "checklist", "pasuruan/08", "-o", "a\\u0000b"]}', 2, "usage"),
    ],
)
def test_a_bad_line_is_answered_and_the_next_is_done(terminal: Terminal, bad: str, exit_code: int, code: str) -> None:
    before, answer, after = terminal.batch(line("intake", "-", stdin=form()), bad, line("intake", "-", stdin=form()))
    assert (before["exit"], after["exit"]) == (0, 0)
    assert set(answer) == {"exit", "error"}
    assert (answer["exit"], answer["error"]["code"]) == (exit_code, code)
    assert len(terminal.json("cases")) == 2


def test_bytes_that_are_no_text_are_one_bad_line(terminal: Terminal) -> None:
    said = terminal.desk("batch", stdin=b'\xff\xfe\n{"args": ["status"]}\n')
    bad, good = (json.loads(answer) for answer in said.out.splitlines())
    assert (bad["exit"], bad["error"]["code"], good["exit"]) == (3, "bad_encoding", 0)


def test_empty_lines_are_passed_over_and_no_lines_answer_nothing(terminal: Terminal) -> None:
    assert len(terminal.batch("", "   ", line("status"))) == 1
    assert terminal.batch() == []


def test_a_last_line_without_an_end_is_a_line(terminal: Terminal) -> None:
    said = terminal.desk("batch", stdin='{"args": ["status"]}')
    assert json.loads(said.out)["exit"] == 0


def test_help_in_a_line_is_its_output(terminal: Terminal) -> None:
    (answer,) = terminal.batch(line("cases", "--help"))
    assert answer["exit"] == 0
    assert answer["output"].startswith("usage: desk cases")


def test_json_and_language_in_a_line_are_understood(terminal: Terminal) -> None:
    assert [answer["exit"] for answer in terminal.batch(line("--json", "status"), line("status", "--lang", "en"))] == [
        0,
        0,
    ]


def test_a_whole_day_in_one_process(terminal: Terminal) -> None:
    (registered,) = terminal.batch(line("intake", "-", stdin=form(DISASTER)))
    case_id = registered["output"]["id"]
    answers = terminal.batch(
        line("act", case_id, "advance"),
        line("act", case_id, "return", "--note", "Surat tidak bertanggal"),
        line("resubmit", case_id, "-", stdin={"checklist": "complete"}),
        line("act", case_id, "reject", "--note", "Bukan bencana"),
        line("act", case_id, "reopen", "--note", "BPBD menetapkan bencana"),
        line("verify"),
        line("verify", "--rebuild"),
    )
    assert [answer["exit"] for answer in answers] == [0] * 7
    assert [answer["output"].get("state") for answer in answers[:5]] == ["open", "returned", "open", "rejected", "open"]


def test_looking_before_writing_in_one_batch_sees_what_was_written(terminal: Terminal) -> None:
    answers = terminal.batch(line("cases"), line("intake", "-", stdin=form()), line("cases"), line("dump"))
    assert [len(answers[0]["output"]), len(answers[2]["output"])] == [0, 1]
    assert len(answers[3]["output"]["cases"]) == 1

"""What a command answers, and how it is written to the terminal."""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import dataclass
from typing import Any, TextIO

from desk.domain.errors import DeskError
from desk.language import sentence, tr

FAULT = 1
"""Exit code of a fault of the program."""

log = logging.getLogger("desk")


@dataclass(frozen=True, slots=True)
class Answer:
    """A command's result.

    Attributes:
        value: the JSON document.
        text: the same for a person.
        exit_code: 0, or what the contract says of a command that worked and found trouble (`verify`).
    """

    value: Any
    text: str
    exit_code: int = 0


def error_value(error: DeskError) -> dict[str, Any]:
    """An error as the contract's JSON."""
    return {"error": {"code": error.code, "message": sentence(error), "field": error.field}}


def write_json(value: Any, stream: TextIO) -> None:
    """One JSON document and a newline."""
    stream.write(json.dumps(value, ensure_ascii=False) + "\n")
    stream.flush()


def write_answer(answer: Answer, *, as_json: bool) -> None:
    """The answer on standard output, in the form that was asked for."""
    if as_json:
        write_json(answer.value, sys.stdout)
    else:
        print(answer.text)


def tell(error: DeskError, *, as_json: bool) -> int:
    """Say a refusal on standard error; returns its exit code."""
    if as_json:
        write_json(error_value(error), sys.stderr)
    else:
        print(sentence(error), file=sys.stderr)
    return error.exit_code


def fault_value(error: BaseException, where: str) -> dict[str, Any]:
    """A fault of the program as the contract's JSON; what happened goes to the log."""
    log.error("fault", exc_info=error)
    message = tr("Terjadi kesalahan pada Desk; rinciannya ada di {log}.", log=where)
    return {"error": {"code": "fault", "message": message, "field": None}}


def fault(error: BaseException, *, as_json: bool, where: str) -> int:
    """Say on standard error that the program is at fault; returns the exit code."""
    value = fault_value(error, where)
    if as_json:
        write_json(value, sys.stderr)
    else:
        print(value["error"]["message"], file=sys.stderr)
    return FAULT

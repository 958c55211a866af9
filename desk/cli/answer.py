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
log.addHandler(logging.NullHandler())  # without a file to log to, Python would print the traceback


@dataclass(frozen=True, slots=True)
class Answer:
    """A command's result.

    Attributes:
        value: the JSON document.
        text: the same for a person.
        document: the JSON document's exact text, where its bytes matter (`dump`).
        exit_code: 0, or what the contract says of a command that worked and found trouble (`verify`).
    """

    value: Any
    text: str
    exit_code: int = 0
    document: str | None = None


def error_value(error: DeskError) -> dict[str, Any]:
    """An error as the contract's JSON."""
    return {"error": {"code": error.code, "message": sentence(error), "field": error.field}}


def write_json(value: Any, stream: TextIO) -> None:
    """One JSON document and a newline."""
    write_line(json.dumps(value, ensure_ascii=False), stream)


def write_line(text: str, stream: TextIO) -> None:
    """A text and a newline; a letter that no encoding knows (half a surrogate pair, from a file's name) is escaped."""
    stream.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
    stream.flush()


def write_answer(answer: Answer, *, as_json: bool) -> None:
    """The answer on standard output, in the form that was asked for."""
    if not as_json:
        write_line(answer.text, sys.stdout)
    elif answer.document is not None:
        write_line(answer.document, sys.stdout)
    else:
        write_json(answer.value, sys.stdout)


def tell(error: DeskError, *, as_json: bool) -> int:
    """Say a refusal on standard error; returns its exit code."""
    if as_json:
        write_json(error_value(error), sys.stderr)
    else:
        write_line(sentence(error), sys.stderr)
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
        write_line(value["error"]["message"], sys.stderr)
    return FAULT

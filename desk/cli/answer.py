"""What a command answers, and how it is written to the terminal."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import Any, TextIO

from desk.domain.errors import DeskError
from desk.language import sentence


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

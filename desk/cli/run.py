"""Running the command line: one command, or a batch of them."""

from __future__ import annotations

import io
import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import redirect_stdout
from importlib import import_module
from typing import Any

from desk.cli.answer import FAULT, Answer, error_value, fault_value, tell, write_answer, write_json
from desk.cli.parser import Parser, build_parser
from desk.cli.session import Session, parse_json
from desk.cli.words import split_globals
from desk.domain.errors import DeskError, Refused, UsageError
from desk.domain.intake_reader import sayable


def run(session: Session, words: Sequence[str], *, as_json: bool) -> int:
    """Run one command and write its answer; returns the exit code."""
    try:
        _check_words(words)
        options = build_parser().parse_args(words)
        if options.command == "batch":
            return _batch(session)
        answer = _answer(session, options)
    except DeskError as error:
        return tell(error, as_json=as_json)
    finally:
        session.close()
    write_answer(answer, as_json=as_json)
    return answer.exit_code


def _check_words(words: Sequence[str]) -> None:
    """Refuse what no text holds: half letters (bytes that aren't UTF-8) and NUL."""
    for word in words:
        if any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in word):
            template = "Kata '{word}' pada perintah ini bukan teks UTF-8."
            raise UsageError("usage", template, word=sayable(word))


def _answer(session: Session, options: Namespace) -> Answer:
    place = getattr(options, "run", None)
    if not isinstance(place, str):
        raise UsageError("usage", "Perintah '{command}' tidak bisa dipakai di sini.", command=str(options.command))
    module, _, name = place.partition(".")
    answer: Answer = getattr(import_module(f"desk.cli.{module}"), name)(session, options)
    return answer


def _batch(session: Session) -> int:
    """`desk batch`: each line its own act, answered as soon as it is done; one bad line stops none of the others."""
    parser = build_parser()
    for line in session.lines():
        if line.strip():
            write_json(_line(session, parser, line), sys.stdout)
    return 0


def _line(session: Session, parser: Parser, line: bytes) -> dict[str, Any]:
    said = io.StringIO()
    try:
        words, given = _read_line(line)
        session.stdin = io.StringIO(given)
        with redirect_stdout(said):  # help is printed
            options = parser.parse_args(words)
        answer = _answer(session, options)
    except DeskError as error:
        return {"exit": error.exit_code, **error_value(error)}
    except SystemExit:  # a line asked for --help
        return {"exit": 0, "output": said.getvalue()}
    except Exception as error:
        return {"exit": FAULT, **fault_value(error, str(session.home.log))}
    return {"exit": answer.exit_code, "output": answer.value}


def _read_line(line: bytes) -> tuple[list[str], str]:
    raw = parse_json(line, "baris batch")
    args = raw.get("args") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or not isinstance(args, list) or not all(isinstance(arg, str) for arg in args):
        raise Refused("batch_line", 'Baris batch harus berupa objek dengan "args", dan "stdin" bila perlu.')
    chosen, words = split_globals(args)
    if chosen.home is not None:
        raise UsageError("usage", "Satu batch bekerja di satu folder: tulis --home sebelum `batch`, bukan di barisnya.")
    _check_words(words)
    given = raw.get("stdin") or ""
    return words, given if isinstance(given, str) else json.dumps(given)

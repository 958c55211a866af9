"""The command line without a process: words in; exit code, standard output and standard error out."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk.cli import run
from desk.cli.answer import tell
from desk.cli.session import Session
from desk.cli.words import split_globals
from desk.domain.errors import DeskError
from desk.language import speak
from desk.models.home import Home
from desk.services.catalogue import Catalogue
from tests.fakes import Clock, Luck


@dataclass(frozen=True)
class Said:
    """What a command did."""

    exit: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        assert self.err == "", self.err
        return one_document(self.out)

    @property
    def error(self) -> dict[str, Any]:
        """The refusal, as --json tells it; nothing else was written."""
        assert self.out == ""
        document = one_document(self.err)
        assert set(document) == {"error"}
        assert set(document["error"]) == {"code", "message", "field"}
        error: dict[str, Any] = document["error"]
        return error


def one_document(text: str) -> Any:
    """The JSON value of a text that is one line and nothing else."""
    assert text.endswith("\n")
    assert text.count("\n") == 1
    return json.loads(text)


@dataclass
class Terminal:
    """A shell in which `desk` can be said; its home is `home` unless the words name another."""

    home: Path
    data: Path
    catalogue: Catalogue
    clock: Clock = field(default_factory=Clock)
    luck: Luck = field(default_factory=Luck)

    def desk(self, *words: str, stdin: str | bytes | object = "") -> Said:
        """Run one command; a value for standard input goes in as JSON."""
        if not isinstance(stdin, str | bytes):
            stdin = json.dumps(stdin)
        given = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            try:
                code = self._run(list(words), io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
            except SystemExit as done:  # --help
                code = int(done.code or 0)
        return Said(code, out.getvalue(), err.getvalue())

    def json(self, *words: str, stdin: str | bytes | object = "") -> Any:
        """The JSON answer of a command that is done."""
        said = self.desk("--json", *words, stdin=stdin)
        assert said.exit == 0, said.err
        return said.json

    def refused(self, *words: str, stdin: str | bytes | object = "") -> tuple[int, str, str | None]:
        """(exit code, code, field) of a command that is refused."""
        said = self.desk("--json", *words, stdin=stdin)
        error = said.error
        assert error["message"]
        return said.exit, error["code"], error["field"]

    def batch(self, *lines: str | object) -> list[dict[str, Any]]:
        """The answers of `desk batch`; a line that is no text goes in as JSON."""
        given = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
        said = self.desk("batch", stdin=given)
        assert (said.exit, said.err) == (0, "")
        return [json.loads(line) for line in said.out.splitlines()]

    def _run(self, words: list[str], stdin: io.TextIOWrapper) -> int:
        try:
            chosen, rest = split_globals(words)
        except DeskError as error:
            return tell(error, as_json="--json" in words)
        speak(chosen.language or "id")
        try:
            home = Home(Path(chosen.home) if chosen.home else self.home)
            session = Session(home, self.data, self.clock, self.luck, stdin, _bundled=self.catalogue, patience=0.1)
            return run.run(session, rest, as_json=chosen.json)
        finally:
            speak("id")

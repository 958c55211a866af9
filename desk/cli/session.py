"""One run of the command line: which home, what clock, and the counter, opened when the first command needs it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TextIO

from desk.domain.errors import NotFound, Refused, UsageError
from desk.domain.intake_reader import sayable
from desk.language import system_reason
from desk.models.home import Home
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.packfiles import load_catalogue
from desk.services.setup import open_counter


@dataclass
class Session:
    """What commands are handed.

    Attributes:
        home: this run's home.
        data: folder of the packs.
        clock, random: injected by `desk.app`.
        stdin: where ``-`` is read from.
        patience: seconds to wait for another Desk to let go of the home.
    """

    home: Home
    data: Path
    clock: Callable[[], datetime]
    random: Callable[[int], bytes]
    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    patience: float = 10.0
    _bundled: Catalogue | None = None
    _writer: Counter | None = None
    _reader: Counter | None = None

    @property
    def catalogue(self) -> Catalogue:
        """All packs: as they stand at this home's counter, or as they were shipped where there is none yet."""
        return self.reader.catalogue if self.home.exists else self.bundled

    @property
    def bundled(self) -> Catalogue:
        """The packs as they were shipped, read once."""
        if self._bundled is None:
            self._bundled = load_catalogue(self.data)
        return self._bundled

    @property
    def counter(self) -> Counter:
        """The counter, to write: the one writer of its home."""
        if self._writer is None:
            self._writer = self._open(read_only=False)
        return self._writer

    @property
    def reader(self) -> Counter:
        """The counter, to look only: works beside a window that has it open."""
        if self._writer is not None:
            return self._writer
        if self._reader is None:
            self._reader = self._open(read_only=True)
        return self._reader

    def close(self) -> None:
        """Let go of the store."""
        for counter in (self._writer, self._reader):
            if counter is not None:
                counter.store.close()
        self._writer = self._reader = None

    def read_json(self, source: str) -> object:
        """The JSON document in a file, or on standard input for ``-``.

        Raises:
            NotFound: no such file. UsageError: it can't be read. Refused: it isn't JSON.
        """
        return parse_json(self._read(source), _named(source))

    def read_lines(self, source: str) -> tuple[str, ...]:
        """The lines of a text file, or of standard input for ``-``, without their ends; empty ones left out.

        Raises:
            NotFound: no such file. UsageError: it can't be read. Refused: it isn't UTF-8.
        """
        content = self._read(source)
        try:
            text = content if isinstance(content, str) else content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Refused("bad_encoding", "Isi {name} bukan teks UTF-8.", name=_named(source)) from error
        return tuple(line.strip() for line in text.splitlines() if line.strip())

    def lines(self) -> Iterator[bytes]:
        """The lines of standard input as they come, whatever bytes they are."""
        yield from getattr(self.stdin, "buffer", None) or (line.encode() for line in self.stdin)

    def _read(self, source: str) -> bytes | str:
        name = _named(source)
        try:
            return self._stdin() if source == "-" else Path(source).read_bytes()
        except FileNotFoundError as error:
            raise NotFound("file_unknown", "Berkas {name} tidak ada.", name=name) from error
        except (OSError, ValueError) as error:
            template = "Berkas {name} tidak bisa dibaca ({reason})."
            raise UsageError("unreadable", template, name=name, reason=system_reason(error)) from error

    def _stdin(self) -> bytes | str:
        whole: bytes | str = getattr(self.stdin, "buffer", self.stdin).read()
        return whole

    def _open(self, *, read_only: bool) -> Counter:
        return open_counter(
            self.home,
            self.data,
            clock=self.clock,
            random=self.random,
            catalogue=self.bundled,
            read_only=read_only,
            patience=self.patience,
        )


def _named(source: str) -> str:
    """What a refusal calls it."""
    return "masukan" if source == "-" else source


DEEPEST = 60
"""How deep the values of a JSON document may lie in each other; ours lie five deep."""


def parse_json(content: str | bytes, name: str) -> object:
    """The value of a JSON text, in which no name stands twice and every number is one.

    Raises:
        Refused: with the line where it breaks.
    """
    try:
        value = json.loads(content, object_pairs_hook=partial(_once, name), parse_constant=partial(_no_number, name))
    except UnicodeDecodeError as error:
        raise Refused("bad_encoding", "Isi {name} bukan teks UTF-8.", name=name) from error
    except json.JSONDecodeError as error:
        template = "Isi {name} bukan JSON yang benar: baris {line}, kolom {column}."
        raise Refused("bad_json", template, name=name, line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise _too_deep(name) from error
    except ValueError:  # more figures than Python reads
        _no_number(name, "…")
    if _deeper(value, DEEPEST):
        raise _too_deep(name)
    return value


def _once(name: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise Refused("bad_json", "Isi {name} menulis '{key}' dua kali di satu objek.", name=name, key=sayable(twice))
    return found


def _no_number(name: str, text: str) -> NoReturn:
    """Python reads NaN and Infinity, which JSON doesn't have."""
    raise Refused("bad_json", "Isi {name} memuat bilangan yang bukan bilangan JSON: {text}.", name=name, text=text)


def _deeper(value: object, depth: int) -> bool:
    layer = [value]
    for _ in range(depth):
        layer = [
            inner
            for outer in layer
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return bool(layer)


def _too_deep(name: str) -> Refused:
    return Refused("bad_json", "Isi {name} bukan JSON yang wajar: bersarang terlalu dalam.", name=name)

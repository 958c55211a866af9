"""Printers of this computer, through CUPS' own commands (`lp`, `lpstat`) where they exist.

A command gets its words as a list, never through a shell; it speaks English (``LC_ALL=C``), so that its answers can be
read; and it has a time limit, because a printer that is off must not stop the counter. On Windows the window prints
through Qt (`desk.ui`); from the command line there is a sentence that says so.

That a job was accepted does not mean that paper came out: the print ledger asks the officer, or `job_done`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import Literal

from desk.domain.errors import Refused
from desk.print.paper import PAPERS
from desk.print.raster import page_sizes

State = Literal["ready", "printing", "stopped"]

_SECONDS = 15
_STATES: dict[str, State] = {"idle": "ready", "now printing": "printing", "disabled": "stopped"}
_PRINTER = re.compile(r"^printer (?P<name>\S+) (?:is )?(?P<state>idle|now printing|disabled)", re.MULTILINE)
_DEFAULT = re.compile(r"^system default destination: (?P<name>\S+)", re.MULTILINE)
_REJECTING = re.compile(r"^(?P<name>\S+) not accepting requests", re.MULTILINE)
_JOB = re.compile(r"^request id is (?P<job>\S+)", re.MULTILINE)
_MEDIA = {"a3": "A3", "a4": "A4", "a5": "A5", "a6": "A6"}


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer as the system knows it; `default` is where paper goes that names none."""

    name: str
    default: bool
    state: State


@dataclass(frozen=True, slots=True)
class Sent:
    """A print that the queue has taken; `job` is the queue's name for it."""

    job: str


def printers() -> tuple[Printer, ...]:
    """The printers of this computer, the default first; empty where none is set up.

    Raises:
        Refused: ``printing_missing`` where the computer can't be asked, ``printing_stopped``, ``printing_slow``.
    """
    done = _run(["lpstat", "-a", "-p", "-d"])
    if "Scheduler is not running" in done.stderr:
        raise Refused("printing_stopped", "Layanan cetak komputer ini tidak berjalan. Nyalakan CUPS, lalu coba lagi.")
    default = _DEFAULT.search(done.stdout)
    closed = {found["name"] for found in _REJECTING.finditer(done.stdout)}
    known = [
        Printer(
            name=found["name"],
            default=default is not None and found["name"] == default["name"],
            state="stopped" if found["name"] in closed else _STATES[found["state"]],
        )
        for found in _PRINTER.finditer(done.stdout)
    ]
    return tuple(sorted(known, key=lambda printer: (not printer.default, printer.name)))


def send(pdf: bytes, printer: str, *, title: str, paper: str) -> Sent:
    """Put `pdf` into the queue of `printer`, in its own size; `title` is seen in the queue, so no person's name in it.

    Raises:
        Refused: ``printer_unknown``, ``printer_refuses``, or what `printers` raises.
    """
    if not printer or printer.startswith("-"):
        raise _unknown(printer)
    command = [
        "lp",
        "-d",
        printer,
        "-t",
        title,
        "-o",
        f"media={media(pdf, paper)}",
        "-o",
        "print-scaling=none",
        "--",
        "-",
    ]
    done = _run(command, pdf)
    accepted = _JOB.search(done.stdout)
    if done.returncode == 0 and accepted:
        return Sent(accepted["job"])
    if "does not exist" in done.stderr:
        raise _unknown(printer)
    answer = " ".join(done.stderr.replace("lp:", "").split()) or f"kode {done.returncode}"
    template = "Antrean cetak {printer} menolak: {answer}. Periksa kertas dan sambungan pencetaknya, lalu cetak lagi."
    raise Refused("printer_refuses", template, field="printer", printer=printer, answer=answer.rstrip("."))


def job_done(job: str) -> bool:
    """Whether the queue has finished with a job; it may have finished by giving up."""
    done = _run(["lpstat", "-W", "not-completed", "-o"])
    return not any(line.split()[:1] == [job] for line in done.stdout.splitlines())


def media(pdf: bytes, paper: str) -> str:
    """CUPS' word for a paper: ``A4``; F4 and rolls by their measure, a roll's length being its content's."""
    if paper in _MEDIA:
        return _MEDIA[paper]
    known = PAPERS[paper]
    height = known.height or page_sizes(pdf)[0][1]
    return f"Custom.{known.width:g}x{height:.0f}mm"


def _unknown(printer: str) -> Refused:
    template = "Pencetak {printer!r} tidak dikenal komputer ini. Pilih salah satu dari daftar pencetak."
    return Refused("printer_unknown", template, field="printer", printer=printer)


def _run(command: list[str], stdin: bytes = b"") -> _Answer:
    """Run one of CUPS' commands."""
    program = shutil.which(command[0])
    if program is None:
        raise Refused("printing_missing", _missing())
    environment = {**os.environ, "LC_ALL": "C", "LANG": "C"}
    try:
        done = subprocess.run(
            [program, *command[1:]], input=stdin, capture_output=True, timeout=_SECONDS, check=False, env=environment
        )
    except subprocess.TimeoutExpired:
        template = "Layanan cetak tidak menjawab dalam {seconds} detik. Periksa pencetaknya, lalu coba lagi."
        raise Refused("printing_slow", template, seconds=_SECONDS) from None
    except OSError:
        raise Refused("printing_missing", _missing()) from None
    return _Answer(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class _Answer:
    returncode: int
    stdout: str
    stderr: str


def _missing() -> str:
    if sys.platform == "win32":
        return "Di Windows, cetaklah dari jendela Desk; perintah ini hanya dapat menyimpan lembar ke berkas dengan -o."
    return "Komputer ini tidak punya sistem cetak (CUPS). Simpan lembar ke berkas dengan -o, atau pasang CUPS."

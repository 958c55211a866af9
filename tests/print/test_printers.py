"""To the printer: through CUPS where it is, with a sentence where it isn't. Stand-ins for `lp` and `lpstat`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desk.domain.errors import Refused
from desk.print import printers as module
from desk.print.printers import Printer, Sent, job_done, media, printers, send
from tests.print import samples

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="CUPS' commands are Unix'")

LPSTAT = """\
Loket-A4 accepting requests since Mon 23 Nov 2026 08:00:00 AM WIB
Struk accepting requests since Mon 23 Nov 2026 08:00:00 AM WIB
Gudang not accepting requests since Mon 23 Nov 2026 08:00:00 AM WIB -
\tRejecting Jobs
printer Gudang is idle.  enabled since Mon 23 Nov 2026 08:00:00 AM WIB
printer Loket-A4 is idle.  enabled since Mon 23 Nov 2026 08:00:00 AM WIB
printer Struk now printing Struk-41.  enabled since Mon 23 Nov 2026 08:00:00 AM WIB
printer Tua disabled since Mon 23 Nov 2026 08:00:00 AM WIB -
\tOut of paper
system default destination: Loket-A4
"""


class Cups:
    """Stands in for `lp` and `lpstat`: answers as told, keeps what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def answer(self, command: str, *, out: str = "", err: str = "", code: int = 0, sleep: int = 0) -> None:
        (self.folder / f"{command}.out").write_text(out)
        (self.folder / f"{command}.err").write_text(err)
        script = self.folder / command
        script.write_text(
            f'#!/bin/sh\ncd "{self.folder}"\nfor a in "$@"; do printf "%s\\n" "$a"; done > {command}.args\n'
            f"echo $LC_ALL > {command}.locale\ncat > {command}.in\n[ {sleep} = 0 ] || exec sleep {sleep}\n"
            f"cat {command}.out\ncat {command}.err >&2\nexit {code}\n"
        )
        script.chmod(0o755)

    def asked(self, command: str) -> list[str]:
        return (self.folder / f"{command}.args").read_text().splitlines()


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cups:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    stand_in = Cups(tmp_path)
    stand_in.answer("lpstat", out=LPSTAT)
    stand_in.answer("lp", out="request id is Loket-A4-42 (1 file(s))\n")
    return stand_in


def test_the_printers_of_the_computer_the_default_first(cups: Cups) -> None:
    assert printers() == (
        Printer("Loket-A4", default=True, state="ready"),
        Printer("Gudang", default=False, state="stopped"),
        Printer("Struk", default=False, state="printing"),
        Printer("Tua", default=False, state="stopped"),
    )
    assert (cups.folder / "lpstat.locale").read_text() == "C\n"


def test_no_printer_set_up_is_an_empty_list(cups: Cups) -> None:
    cups.answer("lpstat", err="lpstat: No destinations added.\n", code=1)
    assert printers() == ()


def test_a_paper_is_sent_whole_in_its_own_size(cups: Cups) -> None:
    pdf = samples.receipt(paper="f4")
    assert send(pdf, "Loket-A4", title="Tanda terima A7-2026-000123", paper="f4") == Sent("Loket-A4-42")
    assert (cups.folder / "lp.in").read_bytes() == pdf
    assert cups.asked("lp") == [
        "-d", "Loket-A4", "-t", "Tanda terima A7-2026-000123", "-o", "media=Custom.215x330mm", "-o",
        "print-scaling=none", "--", "-",
    ]  # fmt: skip


def test_a_roll_is_as_long_as_its_content() -> None:
    pdf = samples.receipt(paper="roll80")
    width, _, height = media(pdf, "roll80").removeprefix("Custom.").removesuffix("mm").partition("x")
    assert width == "80"
    assert 100 < int(height) < 250
    assert media(pdf, "a6") == "A6"


def test_words_are_never_read_by_a_shell(cups: Cups) -> None:
    send(b"%PDF", "Loket-A4", title="$(touch terbobol); `id`", paper="a4")
    assert "$(touch terbobol); `id`" in cups.asked("lp")
    assert not (cups.folder / "terbobol").exists()


def test_a_printer_that_nobody_knows(cups: Cups) -> None:
    cups.answer("lp", err="lp: The printer or class does not exist.\n", code=1)
    with pytest.raises(Refused) as refused:
        send(b"%PDF", "Hantu", title="x", paper="a4")
    assert refused.value.code == "printer_unknown"
    assert "'Hantu'" in refused.value.message


@pytest.mark.parametrize("name", ["", "-o", "--help"])
def test_an_option_is_no_printer(cups: Cups, name: str) -> None:
    with pytest.raises(Refused) as refused:
        send(b"%PDF", name, title="x", paper="a4")
    assert refused.value.code == "printer_unknown"
    assert not (cups.folder / "lp.args").exists()


def test_a_queue_that_refuses_says_why(cups: Cups) -> None:
    cups.answer("lp", err='lp: Destination "Gudang" is not accepting jobs.\n', code=1)
    with pytest.raises(Refused) as refused:
        send(b"%PDF", "Gudang", title="x", paper="a4")
    assert refused.value.code == "printer_refuses"
    assert "is not accepting jobs" in refused.value.message


def test_a_printing_system_that_hangs_does_not_stop_the_counter(cups: Cups, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SECONDS", 1)
    cups.answer("lp", sleep=30)
    with pytest.raises(Refused) as refused:
        send(b"%PDF", "Loket-A4", title="x", paper="a4")
    assert refused.value.code == "printing_slow"


def test_a_printing_system_that_is_off_is_said_to_be_off(cups: Cups) -> None:
    cups.answer("lpstat", err="lpstat: Scheduler is not running.\n", code=1)
    with pytest.raises(Refused) as refused:
        printers()
    assert refused.value.code == "printing_stopped"


def test_no_printing_system_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for ask in (printers, lambda: send(b"%PDF", "Loket", title="x", paper="a4")):
        with pytest.raises(Refused) as refused:
            ask()
        assert refused.value.code == "printing_missing"
        assert "-o" in refused.value.message


def test_windows_is_told_to_print_from_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(Refused, match="jendela Desk"):
        printers()


def test_whether_a_job_is_still_in_the_queue(cups: Cups) -> None:
    cups.answer("lpstat", out="Loket-A4-42   dewi   45056   Mon 23 Nov 2026 09:41:00 AM WIB\n")
    assert not job_done("Loket-A4-42")
    assert job_done("Loket-A4-4")

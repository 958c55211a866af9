"""The words of `desk recap`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def add_recap(commands: Any, add: Callable[..., Any]) -> None:
    """Register the command; `add` makes a parser among `commands`."""
    recap = add(commands, "recap", "rekap sebulan, setriwulan, atau setahun", "recaps.recap")
    recap.add_argument("--month", metavar="TTTT-BB", help="misalnya 2026-11")
    recap.add_argument("--quarter", metavar="TTTT-QN", help="misalnya 2026-Q4")
    recap.add_argument("--year", metavar="TTTT")
    recap.add_argument("-o", "--output", metavar="FILE", help="buku kerja Excel yang dibuat")
    recap.add_argument("--sign", action="store_true", help="tandatangani dan bekukan rekap sebulan yang sudah berakhir")

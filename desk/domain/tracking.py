"""Tracking codes: what an applicant reads from the slip over the telephone to ask where the file stands.

Ten random symbols (50 bits) and a check symbol, from 32 that can't be confused when read aloud or written by hand:
no 0, O, 1, I. The code says nothing about the person, the service or the day.

The check is a weighted sum over the field GF(32) (polynomial x^5 + x^2 + 1): the eleven symbols, each times its own
power of the generator, add up to zero. A weight is never zero, so one wrong symbol shows; weights differ from each
other, so two symbols that changed places show, adjacent or not (the principle of ISO 7064 and Verhoeff, in a field
where addition is exclusive or). Two or more wrong symbols pass with a chance of 1 in 32.
"""

from __future__ import annotations

from collections.abc import Callable

from desk.domain.errors import Refused

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 11

_VALUES = {symbol: value for value, symbol in enumerate(ALPHABET)}
_SEPARATORS = str.maketrans("", "", " \t\r\n\u00a0-._\u2010\u2011\u2012\u2013\u2014\u2212")


def _powers() -> tuple[int, ...]:
    """The 31 powers of the generator x, modulo x^5 + x^2 + 1."""
    values, power = [], 1
    for _ in range(31):
        values.append(power)
        power <<= 1
        if power & 32:
            power ^= 0b100101
    return tuple(values)


_POWERS = _powers()
_LOGS = {power: exponent for exponent, power in enumerate(_POWERS)}


def _times_weight(value: int, position: int) -> int:
    """`value` times the weight of `position`; the check symbol, at the end, has weight 1."""
    return 0 if value == 0 else _POWERS[(_LOGS[value] + LENGTH - 1 - position) % 31]


def _sum(symbols: str) -> int:
    total = 0
    for position, symbol in enumerate(symbols):
        total ^= _times_weight(_VALUES[symbol], position)
    return total


def new_code(random_bytes: Callable[[int], bytes]) -> str:
    """A new code of eleven symbols; `random_bytes(n)` is a source such as ``secrets.token_bytes``."""
    symbols = "".join(ALPHABET[byte & 31] for byte in random_bytes(LENGTH - 1))
    if len(symbols) != LENGTH - 1:
        raise ValueError("the random source gave too few bytes")
    return symbols + ALPHABET[_sum(symbols)]


def read_code(text: str, *, field: str | None = None) -> str:
    """The code that somebody typed or scanned: spaces and dashes dropped, lower case accepted.

    Raises:
        Refused: ``tracking_length``, ``tracking_symbol`` or ``tracking_check``.
    """
    bare = text.translate(_SEPARATORS)
    code = bare.upper() if bare.isascii() else bare
    strange = next((symbol for symbol in code if symbol not in _VALUES), None)
    if strange is not None:
        raise Refused(
            "tracking_symbol",
            "Kode pelacakan tidak memakai tanda '{symbol}'; huruf O dan I serta angka 0 dan 1 juga tidak pernah dipakai."
            " Bacalah sekali lagi dari tanda terima.",
            field=field,
            symbol=strange,
        )
    if len(code) != LENGTH:
        template = "Kode pelacakan terdiri dari {expected} huruf dan angka, yang tertulis {found}. Periksa kembali."
        raise Refused("tracking_length", template, field=field, expected=LENGTH, found=len(code))
    if _sum(code) != 0:
        template = "Kode pelacakan itu salah ketik: ada tanda yang keliru atau tertukar. Bacalah sekali lagi."
        raise Refused("tracking_check", template, field=field)
    return code


def show_code(code: str) -> str:
    """The code in groups that are easy to read aloud: ``XXXX-XXXX-XXX``."""
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"

"""The numbers that a counter gives, each gapless in its series and year, in the transaction that uses it."""

from __future__ import annotations

from datetime import datetime

from desk.models.unit_of_work import UnitOfWork
from desk.services.counter import Counter

FIRST_YEAR = 2026
"""No counter gave a number before this year: a clock that says so has lost its battery."""


def registration_number(work: UnitOfWork, counter: Counter, now: datetime) -> str:
    """``PREFIX-YEAR-000123``: gapless per counter and year of the act.

    Each year counts for itself, so no clock can make a number twice. One that fell back before Desk's time opens no
    year of its own; one that ran ahead did, and the next number after it was mended is of the right year again.
    """
    prefix = counter.store.identity.prefix
    year = now.year if now.year >= FIRST_YEAR else work.latest_year(prefix) or FIRST_YEAR
    return f"{prefix}-{year}-{work.next_number(prefix, year):06d}"


def agenda_number(work: UnitOfWork, counter: Counter, now: datetime) -> int:
    """The next number in this counter's book of incoming letters, of the year that a registration has now."""
    series = f"agenda:{counter.store.identity.prefix}"
    year = now.year if now.year >= FIRST_YEAR else work.latest_year(series) or FIRST_YEAR
    return work.next_number(series, year)

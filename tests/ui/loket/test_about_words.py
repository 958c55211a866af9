"""An 'about' (±) time is 'sekitar' in the window, as it is on the receipt."""

from __future__ import annotations

from datetime import UTC, datetime

from desk.domain.worktime import Due
from desk.ui.loket.verdict import promise_words


def test_about_is_about_and_at_most_is_at_most() -> None:
    at = datetime(2026, 11, 23, 4, 50, tzinfo=UTC)
    assert promise_words(Due(at, (), "office", about=True), complete=True).startswith("Selesai sekitar ")
    assert promise_words(Due(at, (), "office", about=True), complete=False).startswith(
        "Bila lengkap hari ini: sekitar "
    )
    assert promise_words(Due(at, (), "office"), complete=True).startswith("Selesai paling lambat ")

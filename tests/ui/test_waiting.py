"""Words for files that wait."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from desk.domain.remaining import Remaining
from desk.ui.waiting import (
    age_words,
    day_month,
    holders_words,
    left_look,
    left_words,
    oldest_words,
    service_words,
    until_words,
)
from tests.fakes import NOW, WIB
from tests.ui.dispositions.samples import row


@pytest.mark.parametrize(
    ("left", "words", "tone"),
    [
        (Remaining("late", 1, "working_day"), "lewat 1 hari kerja", "bad"),
        (Remaining("late", 5, "minute"), "lewat 5 menit", "bad"),
        (Remaining("today", 3, "hour"), "sisa 3 jam", "warn"),
        (Remaining("left", 1, "working_day"), "sisa 1 hari kerja", "warn"),
        (Remaining("left", 2, "working_day"), "sisa 2 hari kerja", "quiet"),
        (Remaining("left", 2, "day"), "sisa 2 hari", "quiet"),
        (Remaining("with_applicant"), "berhenti: menunggu pemohon", "quiet"),
        (Remaining("stands"), "jam berhenti", "quiet"),
        (Remaining("ready"), "siap diambil", "ok"),
        (Remaining("unset"), "tanpa batas waktu", "quiet"),
    ],
)
def test_the_clock_in_words_with_icon_and_tone(left: Remaining, words: str, tone: str) -> None:
    assert left_words(left) == words
    assert left_look(left).tone == tone
    assert left_look(left).icon


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (Remaining("today", 3, "hour", datetime(2026, 11, 24, 14, 5, tzinfo=WIB)), "pukul 14.05 WIB"),
        (Remaining("left", 2, "working_day", datetime(2026, 11, 26, 16, 0, tzinfo=WIB)), "26 Nov"),
        (Remaining("left", 200, "working_day", datetime(2027, 11, 26, 16, 0, tzinfo=WIB)), "26 Nov 2027"),
        (Remaining("unset"), ""),
    ],
)
def test_until_when(left: Remaining, words: str) -> None:
    assert until_words(left, NOW) == words


def test_how_long_a_file_has_been_here() -> None:
    assert [age_words(days) for days in (0, 1, 2)] == ["sejak hari ini", "sejak kemarin", "2 hari di sini"]
    assert age_words(11, unseen=True) == "belum diterima, 11 hari"
    assert (oldest_words(0), oldest_words(12)) == ("semua hari ini", "terlama 12 hari")
    assert (day_month(None, NOW), day_month("2025-01-02T08:00:00+07:00", NOW)) == ("", "2 Jan 2025")


@pytest.mark.parametrize(
    ("holder", "words"),
    [
        ("Kepala Dinas", "Kepala Dinas"),
        ("Kepala Bidang Rehabilitasi Sosial", "Kabid Rehsos"),
        ("Kepala Bidang Rehabilitasi Sosial · Kepala Dinas · Staf", "Kabid Rehsos dan 2 meja lain"),
    ],
)
def test_who_has_it_in_short(holder: str, words: str) -> None:
    assert holders_words(holder) == words


@pytest.mark.parametrize(("changes", "words"), [({}, "Lansia telantar"), ({"sensitive": True}, "Layanan terjaga")])
def test_a_guarded_service_is_not_named_in_a_list(changes: dict[str, Any], words: str) -> None:
    assert service_words(row(**changes)) == words

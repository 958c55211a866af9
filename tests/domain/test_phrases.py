"""The instructions that an office lets tick: its own list, each with room and a letter on the sheet."""

from __future__ import annotations

from typing import Any

import pytest

from desk.domain.errors import Refused
from desk.domain.phrases import DEFAULT, LIMIT, MOST, checked, read_phrases
from desk.domain.sheet_form import PHRASE_KEYS


def test_the_list_that_desk_brings_is_sound_and_begins_as_sheets_do_everywhere() -> None:
    assert checked(DEFAULT) == DEFAULT
    assert DEFAULT[:3] == ("Tanggapan dan saran", "Proses lebih lanjut", "Koordinasi/konfirmasikan")
    assert len(PHRASE_KEYS) == MOST


def test_a_list_is_read_with_or_without_its_name_and_cleaned() -> None:
    assert read_phrases(["  Untuk   diketahui ", "", "Arsipkan"]) == ("Untuk diketahui", "Arsipkan")
    assert read_phrases({"phrases": ["Arsipkan"]}) == ("Arsipkan",)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("Arsipkan", "phrases"),
        ({"kalimat": ["Arsipkan"]}, "phrases"),
        (["Arsipkan", 7], "phrases"),
        ([], "phrases_empty"),
        (["", "  "], "phrases_empty"),
        (["Arsipkan", "arsipkan"], "phrase_twice"),
        (["x" * (LIMIT + 1)], "too_long"),
        ([f"Kalimat {n}" for n in range(MOST + 1)], "phrases_many"),
        (["Arsip\x07kan"], "control_character"),
    ],
)
def test_a_list_that_can_t_be_printed_is_refused(raw: Any, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_phrases(raw)
    assert refusal.value.code == code

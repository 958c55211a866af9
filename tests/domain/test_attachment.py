"""Attachments as values: names fit to be shown, registers read whatever wrote them."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.attachment import (
    MEDIA,
    NAME_LIMIT,
    Attachment,
    attachments_of,
    clean_name,
    files_needed,
    new_id,
    register_of,
    size_words,
)
from tests.fakes import Luck

KTP = Attachment("7XK2PQ", "KTP.jpg", "image/jpeg", 1200, "a" * 64, "b" * 64, (60, 40), requirement="ktp", by="Rini")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("KTP Siti.JPG", "KTP Siti.JPG"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\Siti\\foto.jpeg", "foto.jpeg"),
        ("\u202egpj.exe", "gpj.exe.jpg"),
        ("foto\x00\n\x1b[31m.jpg", "foto[31m.jpg"),
        ("foto.pdf", "foto.jpg"),
        ("foto", "foto.jpg"),
        ("surat.docx", "surat.docx.jpg"),
        (".jpg", "lampiran.jpg"),
        ("", "lampiran.jpg"),
        ("map/", "lampiran.jpg"),
        ("a" * 300 + ".jpg", "a" * 96 + ".jpg"),
        ("KK  Bu\u00a0Siti .jpg", "KK Bu Siti.jpg"),
        ('tanya?"<baik>|*:.jpg', "tanya___baik____.jpg"),
        ("\ud800rusak.jpg", "rusak.jpg"),
    ],
)
def test_a_file_s_name_is_cleaned_for_display_and_ends_as_what_it_is(raw: str, shown: str) -> None:
    assert clean_name(raw, "image/jpeg") == shown


@given(st.text(), st.sampled_from(list(MEDIA)))
def test_whatever_a_file_is_called_its_shown_name_is_harmless(raw: str, media: str) -> None:
    name = clean_name(raw, media)
    assert 0 < len(name) <= NAME_LIMIT
    assert not set(name) & set('/\\<>:"|?*\n\t')
    assert all(unicodedata.category(letter)[0] != "C" for letter in name)
    assert name.rpartition(".")[2].lower() in MEDIA[media]
    assert clean_name(name, media) == name


def test_a_register_gives_the_attachment_that_was_written() -> None:
    field, value = register_of(KTP)
    assert field == "attachment.7XK2PQ"
    assert attachments_of({field: value}) == (KTP,)
    assert files_needed({field: value}) == {"a" * 64: 1200}


def test_what_was_taken_off_is_no_attachment() -> None:
    assert attachments_of({"attachment.7XK2PQ": None, "requirement.ktp": {"met": True}}) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"hash": "../../etc/passwd"}, {"hash": "A" * 64}, {"hash": None}, {"content": ""}, {"size": 0}, {"size": "9"},
        {"size": True}, {"media": "text/html"}, {"media": None},
    ],
)  # fmt: skip
def test_a_register_that_this_desk_can_t_use_is_passed_over(change: dict[str, Any]) -> None:
    field, value = register_of(KTP)
    assert attachments_of({field: {**value, **change}, "attachment.x": value, "attachment.": value}) == ()


def test_odd_parts_of_a_register_are_left_out_and_the_rest_shown() -> None:
    field, value = register_of(KTP)
    odd = {**value, "pixels": ["a", 1], "pages": -3, "note": 7, "name": "../x\u202e.jpg", "new": "of a later Desk"}
    assert attachments_of({field: odd}) == (replace(KTP, pixels=None, pages=None, note="", name="x.jpg"),)


@given(st.dictionaries(st.text(), st.none() | st.integers() | st.text() | st.lists(st.integers())))
def test_no_register_of_a_stranger_stops_a_case_from_being_shown(value: dict[str, Any]) -> None:
    attachments_of({"attachment.7XK2PQ": value})


def test_an_id_is_never_given_twice_in_a_case() -> None:
    first = new_id(Luck(), ())
    assert len(first) == 6
    assert new_id(Luck(), (first,)) != first


def test_sizes_are_said_as_people_say_them() -> None:
    said = [size_words(count) for count in (0, 1, 640_000, 999_400, 1_000_000, 26_000_000)]
    assert said == ["0 KB", "1 KB", "640 KB", "999 KB", "1,0 MB", "26,0 MB"]

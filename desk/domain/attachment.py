"""Attachments of a case: scans and photos as values, and their registers in what the fold yields (decision 016). Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desk.domain.event import JsonValue, OpenEvent
from desk.domain.tracking import ALPHABET

FIELD = "attachment."
"""Each attachment is one register, `FIELD` and its id; null once it was taken off."""

ID_LENGTH = 6
NAME_LIMIT = 100
"""Letters of a name that is shown, its ending included."""

PDF, TIFF = "application/pdf", "image/tiff"
MEDIA: Mapping[str, tuple[str, ...]] = {
    "image/jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "image/png": ("png",),
    "image/webp": ("webp",),
    TIFF: ("tif", "tiff"),
    PDF: ("pdf",),
}
"""What may be attached, each with the endings that a name of it may have; the first is the usual one."""

SUFFIXES = frozenset(suffix for suffixes in MEDIA.values() for suffix in suffixes)

UNNAMED = "lampiran"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A scan or photo that belongs to a case.

    Attributes:
        name: as people see it; never a path.
        size: bytes of the file itself.
        hash: hex SHA-256 of the sealed bytes: where they lie, and what counters exchange.
        content: hex SHA-256 of the file itself.
        pixels: width and height as it is looked at; None for a PDF.
        pages: of a PDF or TIFF, else None.
        requirement, step, visit: what of the case it belongs to, as far as that was said.
        shrunk_from: bytes it had before it was made smaller, None where it wasn't.
        added_at, by: ISO time and officer; the register may be written again by somebody else.
    """

    id: str
    name: str
    media: str
    size: int
    hash: str
    content: str
    pixels: tuple[int, int] | None = None
    pages: int | None = None
    requirement: str | None = None
    step: str | None = None
    visit: str | None = None
    note: str = ""
    shrunk_from: int | None = None
    added_at: str = ""
    by: str = ""

    @property
    def place(self) -> tuple[str | None, str | None, str | None]:
        """What of the case it belongs to."""
        return self.requirement, self.step, self.visit


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was looked into and may be attached.

    Attributes:
        body: the file itself.
        thumbnail: a small JPEG of it, or of its first page.
        shrunk_from: bytes it had before it was made smaller, None where it wasn't.
    """

    name: str
    media: str
    body: bytes
    pixels: tuple[int, int] | None
    pages: int | None
    thumbnail: bytes
    shrunk_from: int | None = None


def attachments_of(fields: Mapping[str, JsonValue]) -> tuple[Attachment, ...]:
    """The attachments that these registers hold, in the order they were added.

    Another version of Desk may have written them: what isn't of a form that this one knows is passed over.
    """
    return tuple(
        found
        for name, value in fields.items()
        if name.startswith(FIELD) and (found := _read(name.removeprefix(FIELD), value)) is not None
    )


def register_of(attachment: Attachment) -> tuple[str, dict[str, Any]]:
    """(field, value) that an event writes for it."""
    value = asdict(attachment)
    del value["id"]
    value["pixels"] = list(attachment.pixels) if attachment.pixels else None
    return f"{FIELD}{attachment.id}", value


def files_needed(fields: Mapping[str, JsonValue]) -> dict[str, int]:
    """Which sealed files these registers need: hash → bytes of the file before it was sealed."""
    return {found.hash: found.size for found in attachments_of(fields)}


def files_ever(events: Iterable[OpenEvent]) -> frozenset[str]:
    """The hashes of every file that these events attached, taken off since or not."""
    return frozenset(found.hash for event in events if event.data is not None for found in attachments_of(event.data))


def new_id(random: Callable[[int], bytes], taken: Iterable[str]) -> str:
    """An id that no register of the case has: six symbols that can be read aloud."""
    before = frozenset(taken)
    while True:
        made = "".join(ALPHABET[byte % len(ALPHABET)] for byte in random(ID_LENGTH))
        if made not in before:
            return made


def clean_name(raw: str, media: str) -> str:
    """What a file is called, fit to be shown and to be proposed when it is saved, with the ending of what it is.

    Folders before it, control characters, marks that make text run backwards and what no file system takes are gone.
    """
    base = re.split(r"[\\/]", unicodedata.normalize("NFC", raw))[-1]
    spaced = "".join(" " if unicodedata.category(letter) in ("Zl", "Zp", "Zs") else letter for letter in base)
    shown = "".join(letter for letter in spaced if unicodedata.category(letter)[0] != "C")
    shown = " ".join(re.sub(r'[<>:"|?*]', "_", shown).split()).rstrip(". ")
    stem, dot, ending = shown.rpartition(".")
    if not dot:
        stem, ending = shown, ""
    if ending.lower() not in MEDIA[media]:
        stem = stem if ending.lower() in SUFFIXES else shown
        ending = MEDIA[media][0]
    return f"{stem[: NAME_LIMIT - len(ending) - 1].strip('. ') or UNNAMED}.{ending}"


def size_words(count: int) -> str:
    """``26,0 MB`` or ``640 KB``: bytes as people say them."""
    if count < 1_000_000:
        return f"{max(min(count, 1), round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


_HASH = re.compile(r"[0-9a-f]{64}").fullmatch
_ID = re.compile(rf"[{ALPHABET}]{{{ID_LENGTH}}}").fullmatch


def _read(attachment_id: str, value: JsonValue) -> Attachment | None:
    if not isinstance(value, dict) or not _ID(attachment_id):
        return None

    def text(name: str) -> str:
        found = value.get(name)
        return found if isinstance(found, str) else ""

    def count(name: str) -> int | None:
        found = value.get(name)
        return found if type(found) is int and found > 0 else None

    size = count("size")
    if size is None or not _HASH(text("hash")) or not _HASH(text("content")) or text("media") not in MEDIA:
        return None
    return Attachment(
        id=attachment_id,
        name=clean_name(text("name"), text("media")),
        media=text("media"),
        size=size,
        hash=text("hash"),
        content=text("content"),
        pixels=_pixels(value.get("pixels")),
        pages=count("pages"),
        requirement=text("requirement") or None,
        step=text("step") or None,
        visit=text("visit") or None,
        note=text("note"),
        shrunk_from=count("shrunk_from"),
        added_at=text("added_at"),
        by=text("by"),
    )


def _pixels(value: JsonValue) -> tuple[int, int] | None:
    match value:
        case [int(width), int(height)] if width > 0 and height > 0:
            return width, height
    return None

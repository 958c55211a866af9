"""What the strip shows, and what it asks of the services. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from desk.domain.attachment import PDF, Attachment, Prepared, size_words
from desk.domain.errors import DeskError
from desk.language import sentence, system_reason, tr

if TYPE_CHECKING:
    from desk.services.attachments import Added
    from desk.services.media import Picture

ANYWHERE = ""
"""The place of what belongs to the case as a whole."""


@dataclass(frozen=True, slots=True)
class Place:
    """What of a case a paper can belong to.

    Attributes:
        value: ``requirement:ktp``, ``step:verify``, or `ANYWHERE`.
        words: as it is chosen.
        names: words that a file's name may have when it belongs here.
    """

    value: str
    words: str
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shown:
    """A case, as far as its papers are concerned.

    Attributes:
        guarded: nobody sees even a small picture without a line in the audit trail.
        writable: whether papers can be added and taken off.
    """

    case_id: str
    number: str
    attachments: tuple[Attachment, ...]
    places: tuple[Place, ...]
    guarded: bool
    writable: bool


@dataclass(frozen=True, slots=True)
class Tile:
    """One paper in the strip.

    Attributes:
        about: what it belongs to, or how large it is.
        corner: how many pages, where there are several.
        icon: what is shown while there is no picture, or in its place.
    """

    id: str
    name: str
    about: str
    corner: str
    icon: str
    said: str


@dataclass(frozen=True, slots=True)
class Staged:
    """A file about to be attached.

    Attributes:
        size: how large it is.
        smaller: how large it would be, empty where no smaller one is offered.
        shrunk: whether the smaller one is chosen; must_shrink: it is too large to be attached otherwise.
        place, note: what was chosen and written so far, or the place it seems to belong to.
        which: ``2 dari 3``, empty for a single one.
    """

    name: str
    thumbnail: bytes
    size: str
    smaller: str
    shrunk: bool
    must_shrink: bool
    place: str
    note: str
    which: str


@dataclass(frozen=True, slots=True)
class Scan:
    """A file in the scanner's folder, as it was when it was listed."""

    path: Path
    size: int
    changed: float


Tell = Callable[[str, bool, str, Callable[[], None] | None], None]
"""(words, good news or not, words of an action, the action): the bottom line."""


@dataclass(frozen=True, slots=True)
class AttachmentActs:
    """What the strip asks for.

    Attributes:
        look, add, remove, put_back, open, export: the store's.
        thumbnail, read, prepare, shrink, page, scans, delete_scan: done in the lane of papers.
        paste_name: what a pasted picture is called.
        scan_folder, choose_scan_folder: this PC's preference; None where none was chosen.
        undo: the bottom line, with Ctrl+Z.
    """

    look: Callable[[str], Shown]
    add: Callable[[str, Prepared, Mapping[str, str], str], Added]
    remove: Callable[[str, str, str], Attachment]
    put_back: Callable[[str, Attachment], None]
    open: Callable[[str, str], tuple[Attachment, bytes]]
    export: Callable[[str, str, Path], Attachment]
    thumbnail: Callable[[str, Attachment], bytes]
    read: Callable[[Path], bytes]
    prepare: Callable[[str, bytes], Prepared]
    shrink: Callable[[str, bytes], Prepared]
    page: Callable[[str, bytes, int, int], Picture]
    scans: Callable[[Path], Sequence[Scan]]
    delete_scan: Callable[[Scan], None]
    paste_name: Callable[[], str]
    scan_folder: Callable[[], Path | None]
    choose_scan_folder: Callable[[Path], None]
    tell: Tell
    undo: Callable[[str, Callable[[], None]], None]
    changed: Callable[[], None]


class StripView(Protocol):
    """The strip."""

    def show_tiles(self, tiles: Sequence[Tile], total: str, *, writable: bool) -> None: ...  # noqa: D102 (all papers)
    def show_thumbnail(self, attachment_id: str, thumbnail: bytes) -> None: ...  # noqa: D102 (one's small picture)
    def show_state(self, state: Literal["busy", "empty", "error"], words: str) -> None: ...  # noqa: D102 (in their place)
    def show_staged(self, staged: Staged, places: Sequence[Place]) -> None: ...  # noqa: D102 (a file about to be attached)
    def show_staging(self, name: str) -> None: ...  # noqa: D102 (it is being looked into)
    def show_staged_error(self, name: str, words: str) -> None: ...  # noqa: D102 (it can't be looked into)
    def show_attach_error(self, words: str) -> None: ...  # noqa: D102 (it was not attached; what was typed stays)
    def close_staged(self) -> None: ...  # noqa: D102 (nothing is about to be attached)
    def ask_reason(self, attachment_id: str, name: str) -> None: ...  # noqa: D102 (why it is taken off)
    def show_reason_error(self, words: str) -> None: ...  # noqa: D102 (beside the reason)
    def close_reason(self) -> None: ...  # noqa: D102 (it was taken off)


def tile_of(attachment: Attachment, places: Sequence[Place], *, guarded: bool) -> Tile:
    """How a paper is shown."""
    value = place_value(attachment)
    belongs = next((place.words for place in places if value and place.value == value), "")
    size = size_words(attachment.size)
    pages = attachment.pages or 1
    corner = tr("{count} hal.", count=pages) if pages > 1 else ""
    kind = "file-text" if attachment.media == PDF else "image"
    parts = (attachment.name, belongs, attachment.note, corner, size)
    return Tile(
        attachment.id,
        attachment.name,
        belongs or attachment.note or size,
        corner,
        "lock" if guarded else kind,
        ", ".join(part for part in parts if part),
    )


def place_value(attachment: Attachment) -> str:
    """The value of the place it belongs to."""
    if attachment.requirement:
        return f"requirement:{attachment.requirement}"
    return f"step:{attachment.step}" if attachment.step else ANYWHERE


def place_of(value: str) -> dict[str, str]:
    """The place of that value, as `services.attachments.add` takes it."""
    kind, _, key = value.partition(":")
    return {kind: key} if key else {}


def said(trouble: Exception) -> str:
    """A trouble, as the window says it."""
    if isinstance(trouble, DeskError):
        return sentence(trouble)
    if isinstance(trouble, OSError):
        return tr("Berkas tidak bisa dibaca atau ditulis: {reason}.", reason=tr(system_reason(trouble)))
    return tr("Ada kesalahan di dalam program ({trouble}).", trouble=type(trouble).__name__)

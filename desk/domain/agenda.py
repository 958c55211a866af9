"""The agenda books as offices keep them: what a line says, and the columns of each book (CONVENTIONS 3). Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Book = Literal["in", "out"]
BOOKS: tuple[Book, ...] = ("in", "out")

TITLES: Mapping[Book, str] = {"in": "BUKU AGENDA SURAT MASUK", "out": "BUKU AGENDA SURAT KELUAR"}
NAMES: Mapping[Book, str] = {"in": "Surat masuk", "out": "Surat keluar"}
TO_COME = "menyusul"
"""In place of a number that a letter has not been given yet."""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of a book, as it is printed.

    Attributes:
        number: the place in the book: the agenda number of an incoming letter, the running number of an outgoing one;
            `serial` the bare number, None for files from before there were books.
        day: when it came in, or was written down as going out.
        letter_number, letter_date: of the letter itself; empty and None where it has none. `awaits_number`: it will have.
        party: whom it is from, or for whom.
        forwarded: the desks that it was sent to (incoming); maker: who wrote it (outgoing).
        sent: when it was sent, None while it lies here.
    """

    book: Book
    number: str
    serial: int | None
    day: date
    letter_number: str
    letter_date: date | None
    awaits_number: bool
    party: str
    matter: str
    enclosures: str
    forwarded: tuple[str, ...]
    maker: str
    sent: date | None
    remark: str
    case_id: str
    registration_number: str
    counter: str
    guarded: bool

    @property
    def text(self) -> str:
        """All of it, as it is searched."""
        parts = (
            self.number, self.letter_number, self.party, self.matter, self.enclosures, *self.forwarded, self.maker,
            self.remark,
        )  # fmt: skip
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class BookColumn:
    """One column.

    Attributes:
        part: its part of a page's width, in hundredths; width: in a workbook, in letters.
    """

    heading: str
    part: float
    width: float
    read: Callable[[AgendaLine], str | date | None]


INCOMING: tuple[BookColumn, ...] = (
    BookColumn("No. agenda", 8, 13, lambda line: line.number or "–"),
    BookColumn("Tgl terima", 7, 12, lambda line: line.day),
    BookColumn("No. surat", 13, 24, lambda line: line.letter_number),
    BookColumn("Tgl surat", 7, 12, lambda line: line.letter_date),
    BookColumn("Asal/pengirim", 15, 30, lambda line: line.party),
    BookColumn("Isi ringkas/perihal", 19, 44, lambda line: line.matter),
    BookColumn("Lampiran", 7, 14, lambda line: line.enclosures),
    BookColumn("Diteruskan/disposisi kepada", 13, 30, lambda line: "; ".join(line.forwarded)),
    BookColumn("Ket.", 11, 28, lambda line: line.remark),
)
OUTGOING: tuple[BookColumn, ...] = (
    BookColumn("No. urut", 5, 10, lambda line: line.number),
    BookColumn("Tgl surat", 7, 12, lambda line: line.letter_date or line.day),
    BookColumn("Nomor surat", 14, 26, lambda line: line.letter_number or (TO_COME if line.awaits_number else "–")),
    BookColumn("Kepada", 18, 36, lambda line: line.party),
    BookColumn("Isi ringkas", 20, 44, lambda line: line.matter),
    BookColumn("Lampiran", 6, 14, lambda line: line.enclosures),
    BookColumn("Tgl kirim", 7, 12, lambda line: line.sent),
    BookColumn("Pengolah", 11, 30, lambda line: line.maker),
    BookColumn("Ket.", 12, 28, lambda line: line.remark),
)
COLUMNS: Mapping[Book, tuple[BookColumn, ...]] = {"in": INCOMING, "out": OUTGOING}

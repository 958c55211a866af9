"""The instructions that can be ticked on a disposition sheet: the office's own list, in its order. Pure.

The first three stand on the sheets of nearly every office (CONVENTIONS 3); an office takes, adds and orders as it likes.
"""

from __future__ import annotations

from collections.abc import Sequence

from desk.domain.errors import Refused
from desk.domain.intake_reader import clean_text, refuse

NAME = "office/phrases"
"""The document that an office's own list is kept as."""

DEFAULT: tuple[str, ...] = (
    "Tanggapan dan saran",
    "Proses lebih lanjut",
    "Koordinasi/konfirmasikan",
    "Siapkan konsep surat",
    "Lakukan kunjungan lapangan",
    "Untuk diketahui",
    "Bicarakan dengan saya",
)

MOST = 14
"""So many have a letter of their own, and room on half a folio."""

LIMIT = 60
"""Letters of one: a line on the sheet."""


def read_phrases(raw: object) -> tuple[str, ...]:
    """The phrases of ``{"phrases": ["…"]}``, or of the bare list.

    Raises:
        Refused: with the place of the first that can't be printed.
    """
    listed = raw.get("phrases") if isinstance(raw, dict) else raw
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        template = 'Daftar kalimat disposisi harus berupa "phrases": daftar teks.'
        raise Refused("phrases", template, field="phrases")
    return checked(listed)


def checked(listed: Sequence[str]) -> tuple[str, ...]:
    """The phrases, cleaned; empty lines are left out.

    Raises:
        Refused: one is too long or stands twice, or there are none or too many.
    """
    found: dict[str, str] = {}
    for place, one in enumerate(listed, start=1):
        phrase = " ".join(clean_text(one, f"phrases[{place}]", limit=LIMIT).split())
        if not phrase:
            continue
        if phrase.casefold() in found:
            template = "Kalimat '{phrase}' tertulis dua kali ({path})."
            raise refuse("phrase_twice", template, f"phrases[{place}]", phrase=phrase)
        found[phrase.casefold()] = phrase
    if not found:
        raise Refused("phrases_empty", "Daftar kalimat disposisi kosong; tulis paling sedikit satu.", field="phrases")
    if len(found) > MOST:
        template = (
            "Paling banyak {most} kalimat disposisi, yang tertulis {count}: tiap kalimat punya satu huruf di lembar."
        )
        raise Refused("phrases_many", template, field="phrases", most=MOST, count=len(found))
    return tuple(found.values())

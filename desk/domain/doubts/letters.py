"""Which kinds of letter a text names: a permit, a recommendation, a covering letter.

'Rekomendasi Izin' is a recommendation (for a permit that somebody else gives); 'Izin/Rekomendasi' is both.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KINDS: dict[str, str] = {
    "rekomendasi": r"rekomendasi|rekom\b",
    "pertimbangan teknis": r"pertek\b|pertimbangan teknis",
    "izin": r"(?:per)?(?:izin|ijin)(?:an)?\b",
    "surat keterangan": r"surat keterangan|surat terdaftar",
    "surat pengantar": r"surat pengantar",
    "surat penyerahan": r"surat penyerahan",
    "surat penolakan": r"surat penolakan",
    "surat rujukan": r"surat rujukan",
    "surat keputusan": r"surat keputusan|\bsk\b",
    "surat persetujuan": r"(?:naskah|surat) persetujuan",
    "tanda daftar": r"tanda (?:bukti )?(?:daftar|pendaftaran)",
    "berita acara": r"berita acara|\bba\b",
    "nota dinas": r"nota dinas",
}
_ANY = re.compile("|".join(f"(?P<k{number}>{pattern})" for number, pattern in enumerate(_KINDS.values())))
_NAMES = tuple(_KINDS)
_LEADING = re.compile(r"(?:surat|permohonan|proses|penerbitan|layanan|teknis|atas|untuk) ")


@lru_cache(maxsize=4096)
def letters(text: str) -> tuple[str, ...]:
    """The kinds of letter that a text names, in its order; what a recommendation is for does not count."""
    folded = re.sub(r"[^\w/]+", " ", text.casefold())
    found: list[str] = []
    covered = 0
    for match in _ANY.finditer(folded):
        name = _NAMES[int((match.lastgroup or "k0")[1:])]
        if match.start() < covered:
            continue
        if name not in found:
            found.append(name)
        if name in {"rekomendasi", "pertimbangan teknis"}:
            covered = match.end() + _object_of(folded[match.end() :])
    return tuple(found)


def _object_of(rest: str) -> int:
    """How far the object of a recommendation reaches: the letter's name that follows it at once."""
    place = 1 if rest.startswith(" ") else len(rest)
    while place < len(rest):
        letter = _ANY.match(rest, place)
        if letter is not None:
            return letter.end()
        word = _LEADING.match(rest, place)
        if word is None:
            return 0
        place = word.end()
    return 0

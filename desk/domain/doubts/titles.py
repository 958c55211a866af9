"""Comparing the printed title of a law with its real one, whatever the spelling and the abbreviations."""

from __future__ import annotations

import re
from functools import lru_cache

from desk.domain.doubts.laws import Law, Laws
from desk.domain.doubts.reading import SMALL, distance, words

_ABOUT = re.compile(r"\btentang\b\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*\((?:lembaran|lembar|berita|tambahan)\b.*|\s*,?\s*(?:sebagaimana )?(?:telah )?diubah .*", re.IGNORECASE
)
_SHORT = {
    "sop": "standar operasional prosedur", "spm": "standar pelayanan minimal", "dtks": "data terpadu kesejahteraan sosial",
    "slrt": "sistem layanan rujukan terpadu", "tmp": "taman makam pahlawan", "pemprop": "pemerintah provinsi",
    "pemprov": "pemerintah provinsi", "kab": "kabupaten", "dilingkungan": "lingkungan", "public": "publik",
    "psm": "pekerja sosial masyarakat", "tksk": "tenaga kesejahteraan sosial kecamatan", "ri": "", "republik": "",
    "indonesia": "", "nomor": "", "no": "", "apbd": "anggaran pendapatan belanja daerah",
}  # fmt: skip
_NATIONAL = re.compile(r"^(?:UU|PP|Perpu|Perpres|Keppres|Inpres|Perma|Permen\w+|Kepmen\w+|Permensos|Kepmensos)\b")


@lru_cache(maxsize=4096)
def subject(printed: str) -> str:
    """What stands after 'tentang', without the gazette and the amendments; empty where nothing does."""
    parts = _ABOUT.split(printed, maxsplit=1)
    return _TAIL.sub("", parts[1]).strip(" ;.,") if len(parts) == 2 else ""


@lru_cache(maxsize=4096)
def key_words(title: str) -> tuple[str, ...]:
    """The words of a title that must agree."""
    full = " ".join(_SHORT.get(word, word) for word in words(title.replace("/", " ").replace("-", " ")))
    return tuple(word for word in full.split() if word not in SMALL)


def missing_from(printed: str, official: str) -> tuple[str, ...]:
    """Words of the official title that the printed one lacks, each as often as it stands there."""
    have = list(key_words(printed))
    return tuple(word for word in key_words(official) if not _take(have, word))


def added_to(printed: str, official: str) -> tuple[str, ...]:
    """Words of the printed title that the official one lacks."""
    return missing_from(official, printed)


def same(printed: str, official: str) -> bool:
    """The titles agree."""
    return not missing_from(printed, official) and not added_to(printed, official)


def is_national(citation: str) -> bool:
    """Made in Jakarta: only there can a title belong to one rule alone."""
    return _NATIONAL.match(citation) is not None


def owner(printed: str, citation: str, laws: Laws, *, exactly: bool = False) -> Law | None:
    """The rule that the printed title really belongs to, if it is another than the one cited."""
    if len(key_words(printed)) < 2 or not is_national(citation):
        return None
    kind = citation.split(" ", maxsplit=1)[0]
    near: list[Law] = []
    for law in laws.known.values():
        if law.citation == citation:
            continue
        if same(printed, law.title):
            return law
        if not exactly and law.citation.split(" ")[0] == kind and _nearly(printed, law):
            near.append(law)
    return near[0] if len(near) == 1 else None


def _nearly(printed: str, law: Law) -> bool:
    """The printed title is a part of the law's, or begins with it."""
    mine, theirs = key_words(printed), key_words(law.title)
    if len(theirs) >= 3 and mine[: len(theirs)] == theirs:
        return True
    return len(mine) >= 2 and not added_to(printed, law.title) and mine[-1] in theirs and len(theirs) - len(mine) <= 5


def _take(have: list[str], word: str) -> bool:
    """Cross a word off the list, or one that differs by a slip of the pen; False where there is none."""
    if word in have:
        have.remove(word)
        return True
    if word.isdigit() or len(word) <= 4:
        return False
    slip = next((other for other in have if not other.isdigit() and distance(word, other, 1) <= 1), None)
    if slip is not None:
        have.remove(slip)
    return slip is not None

"""Folding what people type, so that search finds it however it was spelt.

The fold is applied to both sides, the words stored and the words sought, so it need not be right, only the same: it may
make two different words alike (*sarat* and *syarat*), it must never make two spellings of one word different. Four
passes, repeated until nothing changes, which makes it idempotent:

1. signs: compatibility forms, accents, case and punctuation go; apostrophes and quotes close up (*Jum'at* → *jumat*);
2. letters: the spelling before 1972 (*oe dj tj sj nj ch*) and Arabic transcriptions (*sy kh th dh*), doubles, v;
3. words and parts of words that are often misspelt (KBBI's form first: *izin, telantar, antrean, fotokopi*);
4. words written apart or together (*foto kopi, Lubuk Linggau, orang tua*).

For identity numbers, tracking codes and registration numbers use their own readers: the fold changes letters in them.
Sources: CONVENTIONS 11 for the KBBI forms; EYD 1972 for the old spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_CLOSING_UP = re.compile("['`´\"\u02bb-\u02bf\u2018-\u201f]")
_DOUBLED = re.compile(r"([^\W\d_])\1+")

_ROMAN = re.compile("[xv]*i{2,3}")
_NUMERALS = {"i": "1", "ii": "2", "iii": "3", "if": "4", "f": "5", "fi": "6", "vii": "7", "viii": "8", "iks": "9"} | {
    str(number): str(number) for number in range(1, 10)
}

_LETTERS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("sy", "s"), ("kh", "k"), ("ch", "k"), ("nj", "ny"),
    ("th", "t"), ("dh", "d"), ("bh", "b"), ("gh", "g"), ("v", "f"), ("q", "k"), ("x", "ks"),
)  # fmt: skip

_TO_BE_SPELT = re.compile("|".join([*(old for old, _ in _LETTERS), _DOUBLED.pattern]))
"""Where a letter rule fits: in few words."""

_PARTS = {
    "ijin": "izin", "ijas": "ijaz", "jaman": "zaman", "rejeki": "rezeki",
    "terlant": "telant", "antri": "antre", "prakte": "prakti", "standart": "standar", "standard": "standar",
    "propinsi": "provinsi", "legalisir": "legalis", "legalisasi": "legalis", "apotik": "apotek", "jadual": "jadwal",
    "nasehat": "nasihat", "resiko": "risiko", "sistim": "sistem", "kwitan": "kuitan", "kwalit": "kualit",
    "nopember": "november", "pebruari": "februari", "obyek": "objek", "subyek": "subjek", "pasport": "paspor",
    "sertipikat": "sertifikat", "telpon": "telepon", "telfon": "telepon", "hakekat": "hakikat", "trampil": "terampil",
    "photo": "foto", "poto": "foto", "fotocop": "fotokop", "fotokopy": "fotokopi", "fhoto": "foto",
    "rekomondasi": "rekomendasi", "aktip": "aktif",
    "disabled": "disabel", "difable": "difabel", "koordinir": "koordinasi",
}  # fmt: skip

_WORDS = {
    "akte": "akta", "copy": "kopi", "copi": "kopi", "kopy": "kopi", "analisa": "analisis", "azas": "asas",
    "komplek": "kompleks", "karir": "karier", "ektp": "ktp", "mohammad": "muhamad", "mohamad": "muhamad",
    "moh": "muhamad", "mohd": "muhamad", "muh": "muhamad", "muhd": "muhamad", "muhammad": "muhamad", "achmad": "ahmad",
    "akhmad": "ahmad",
}  # fmt: skip

_TOGETHER = (
    "foto kopi", "pas foto", "lubuk linggau", "pulau laut", "muara dua", "orang tua", "rumah sakit", "tanda tangan",
    "kerja sama", "gondang wetan", "rawa jitu", "kota baru",
)  # fmt: skip
_TOGETHER_AS = {"e ktp": "ktp", "ktp el": "ktp"}


def fold(text: str) -> str:
    """The text in the form that search compares: lower-case words, one space between them. Idempotent."""
    folded = text
    for _ in range(len(text) + 8):  # two passes do for real words; the bound is for words made to be folded for ever
        before, folded = folded, _one_pass(folded)
        if folded == before:
            break
    return folded


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order."""
    return tuple(fold(text).split())


def compact(text: str) -> str:
    """The fold without its spaces, for names written apart or together at will: *Pulau Laut*, *Pulaulaut*.

    Numerals stay apart and become figures: *Lubuk Linggau Timur II* is ``lubuklingautimur 2``.
    """
    named, numbers = "", ""
    for word in words(text):
        if named and word in _NUMERALS:
            numbers += f" {_NUMERALS[word]}"
        else:
            named += word
    return f"{fold(named)}{numbers}"


def _one_pass(text: str) -> str:
    return " ".join(_joined([_word(word) for word in _signs(text).split()]))


_PLAIN_SIGNS = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)} | {
    ord(sign): None for sign in "'`\""
}
"""What `_signs` makes of each sign of ASCII, in which nearly every text is."""


def _signs(text: str) -> str:
    if text.isascii():
        return text.translate(_PLAIN_SIGNS)
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", _CLOSING_UP.sub("", text)).casefold())
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return "".join(sign if sign.isalnum() else " " for sign in plain)


def _letters(word: str) -> str:
    """The word after the letter rules, until none fits any more: each shortens it or removes a letter for good."""
    while _TO_BE_SPELT.search(word):
        for old, new in _LETTERS:
            word = word.replace(old, new)
        word = _DOUBLED.sub(r"\1", word)
    return word


@lru_cache(maxsize=8192)
def _word(word: str) -> str:
    if _ROMAN.fullmatch(word):
        return word  # Timur I and Timur II are two districts: no letter of a numeral is doubled by mistake
    if word.isdigit():
        return word
    word = _letters(word)
    if _MISSPELT.search(word):
        for old, new in _FOLDED_PARTS.items():
            if old in word:
                word = _letters(word.replace(old, new))
    return _FOLDED_WORDS.get(word, word)


def _joined(parts: list[str]) -> list[str]:
    """Pairs of words that belong together, made one."""
    result: list[str] = []
    for part in parts:
        pair = f"{result[-1]} {part}" if result else ""
        if pair in _FOLDED_PAIRS:
            result[-1] = _FOLDED_PAIRS[pair]
        else:
            result.append(part)
    return result


def _with_folded_letters(table: Mapping[str, str]) -> dict[str, str]:
    """The table as it meets words: both columns after the letter rules, without rows that those made idle."""
    folded = {_letters(old): _letters(new) for old, new in table.items()}
    return {old: new for old, new in folded.items() if old != new}


_FOLDED_PARTS = _with_folded_letters(_PARTS)
_MISSPELT = re.compile("|".join(_FOLDED_PARTS))
_FOLDED_WORDS = _with_folded_letters(_WORDS)
_FOLDED_PAIRS = {
    " ".join(_word(word) for word in pair.split()): "".join(_word(word) for word in pair.split()) for pair in _TOGETHER
} | _TOGETHER_AS

"""What the document of positions and people was before: each version, what it changed, and that in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.domain.dates import plain_date
from desk.domain.staffing import PREFIXES
from desk.domain.staffing_file import NAME, position_value, write_staffing
from desk.language import language, tr
from desk.models.office_files import FileVersion
from desk.services import office_documents
from desk.services.counter import Counter
from desk.services.positions import Roster, made_of

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the document that a version changed: JSON values, None where a side has none; and in words."""

    part: str
    before: Json | None
    after: Json | None
    said: str


@dataclass(frozen=True, slots=True)
class Version:
    """A version that was made here."""

    made: FileVersion
    changes: tuple[Change, ...]


_NAMED_BY = {
    "positions": ("id",),
    "people": ("id",),
    "tenures": ("position", "person", "from", "standing"),
    "absences": ("person", "position", "from"),
}
"""What makes an entry the same one in two versions."""


def history(counter: Counter) -> tuple[Version, ...]:
    """Every version that was made here, the first first."""
    found = []
    before = made_of(counter, None)
    for version, content in office_documents.contents(counter, NAME):
        after = made_of(counter, content)
        found.append(Version(version, tuple(_changes(before, after))))
        before = after
    return tuple(found)


def last_said(counter: Counter) -> str:
    """What the latest version changed, in words: to be told when it has just been made."""
    made = history(counter)
    return " ".join(change.said for change in made[-1].changes) if made else ""


def _changes(before: Roster, after: Roster) -> Iterator[Change]:
    names = {one.id: one.title for side in (before, after) for one in side.positions}
    names |= {one.id: one.name for side in (before, after) for one in side.document.people}
    old, new = _entries(before), _entries(after)
    for part in _NAMED_BY:
        for key in {**old[part], **new[part]}:
            left, right = old[part].get(key), new[part].get(key)
            if left != right and (said := _SAYING[part](left, right, names)):
                yield Change(part, left, right, said)


def _entries(side: Roster) -> dict[str, dict[tuple[str, ...], Json]]:
    """The entries of a version by what names them; positions that the pack implies are there without being written."""
    written = write_staffing(side.document)
    entries = {
        part: {tuple(str(entry[key]) for key in keys): entry for entry in written[part]}
        for part, keys in _NAMED_BY.items()
    }
    entries["positions"] = {(one.id,): position_value(one) for one in side.positions}
    return entries


def _position(before: Json | None, after: Json | None, _names: Mapping[str, str]) -> str:
    if after is None or before is None:
        template = tr("Jabatan {title} ditambahkan.") if before is None else tr("Jabatan {title} tidak dicatat lagi.")
        return template.format(title=(after or before or {})["title"])
    if after["title"] != before["title"]:
        return tr("Jabatan {old} kini bernama {new}.", old=before["title"], new=after["title"])
    if after["retired"] != before["retired"]:
        if after["retired"] is None:
            return tr("Jabatan {title} ada lagi.", title=after["title"])
        return tr("Jabatan {title} dihapus setelah {day}.", title=after["title"], day=_day(after["retired"]))
    return tr("Keterangan jabatan {title} diubah.", title=after["title"])


def _person(before: Json | None, after: Json | None, _names: Mapping[str, str]) -> str:
    """Somebody new is told by what they were made."""
    if before is None or after is None:
        return ""
    if before["name"] != after["name"]:
        return tr("Nama {old} menjadi {new}.", old=before["name"], new=after["name"])
    return tr("NIP atau pangkat {name} diperbarui.", name=after["name"])


def _tenure(before: Json | None, after: Json | None, names: Mapping[str, str]) -> str:
    entry = after or before or {}
    prefix = PREFIXES[entry["standing"]]
    details = {
        "name": names[entry["person"]],
        "title": f"{prefix} {names[entry['position']]}".strip(),
        "start": _day(entry["from"]),
        "until": _day(entry["until"]),
    }
    if after is None:
        return tr("Pengangkatan {name} sebagai {title} tidak berlaku.", **details)
    if before is not None:
        if after["until"] is None:
            return tr("{name} tetap {title}, tanpa tanggal akhir.", **details)
        return tr("Masa jabatan {name} sebagai {title} berakhir {until}.", **details)
    if after["until"] is None:
        return tr("{name} diangkat menjadi {title} mulai {start}.", **details)
    return tr("{name} diangkat menjadi {title} mulai {start} sampai {until}.", **details)


def _absence(before: Json | None, after: Json | None, names: Mapping[str, str]) -> str:
    entry = after or before or {}
    acting = entry["acting"] or {}
    details = {
        "name": names[entry["person"]],
        "start": _day(entry["from"]),
        "until": _day(entry["until"]),
        "reason": entry["reason"],
        "acting": names.get(acting.get("person") or acting.get("position") or "", ""),
    }
    if after is None:
        return tr("{name} tidak jadi {reason} mulai {start}.", **details)
    if before is not None:
        return tr("{name} {reason} hanya sampai {until}.", **details)
    if not details["acting"]:
        return tr("{name} {reason}, {start} sampai {until}; belum ada yang bertindak.", **details)
    return tr("{name} {reason}, {start} sampai {until}; yang bertindak {acting}.", **details)


_SAYING = {"positions": _position, "people": _person, "tenures": _tenure, "absences": _absence}


def _day(text: str | None) -> str:
    return plain_date(date.fromisoformat(text), language()) if text else "…"

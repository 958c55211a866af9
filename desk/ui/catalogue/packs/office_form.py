"""What is asked of another office for which a pack is made. Without Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.domain.regions import is_region_code
from desk.language import mark, tr

_WORDS = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class OfficeField:
    """One field."""

    key: str
    label: str
    example: str


FIELDS: tuple[OfficeField, ...] = (
    OfficeField("name", mark("Nama dinas"), "Dinas Sosial Kabupaten Malang"),
    OfficeField("region", mark("Kabupaten atau kota"), "Kabupaten Malang"),
    OfficeField("region_code", mark("Kode wilayah Kemendagri"), "35.07"),
    OfficeField("province", mark("Provinsi"), "Jawa Timur"),
    OfficeField("city", mark("Kota tempat surat ditandatangani"), "Kepanjen"),
    OfficeField("address", mark("Alamat"), "Jl. Panji No. 119 Kepanjen"),
    OfficeField("phone", mark("Telepon (boleh kosong)"), "(0341) 391684"),
    OfficeField("email", mark("E-mail (boleh kosong)"), "dinsos@malangkab.go.id"),
)
_OPTIONAL = ("phone", "email")
_EAST = {"81": "Asia/Jayapura", "82": "Asia/Jayapura"} | {str(code): "Asia/Jayapura" for code in range(91, 97)}
_CENTRAL = {str(code): "Asia/Makassar" for code in (51, 52, 53, 63, 64, 65, *range(71, 77))}


def errors_of(values: Mapping[str, str]) -> dict[str, str]:
    """What is wrong, by field."""
    found = {
        field.key: tr("Isi dulu, misalnya {example}.", example=field.example)
        for field in FIELDS
        if field.key not in _OPTIONAL and not values.get(field.key, "").strip()
    }
    code = values.get("region_code", "").strip()
    if code and not (is_region_code(code) and code.count(".") == 1):
        found["region_code"] = tr("Kode kabupaten atau kota ditulis seperti 35.07.")
    return found


def slug_of(values: Mapping[str, str]) -> str:
    """The pack's short name: the region without its kind."""
    words = _WORDS.findall(values.get("region", "").lower())
    return "-".join(word for word in words if word not in ("kabupaten", "kab", "kota")) or "dinas"


def office_of(values: Mapping[str, str]) -> dict[str, Any]:
    """The office's data as the pack has it."""
    plain = {field.key: values.get(field.key, "").strip() for field in FIELDS}
    kind = "kota" if plain["region"].lower().startswith("kota") else "kabupaten"
    code = plain["region_code"].partition(".")[0]
    return {
        **{key: value or None for key, value in plain.items()},
        "region_type": kind,
        "timezone": _EAST.get(code) or _CENTRAL.get(code) or "Asia/Jakarta",
        "website": None,
        "pledge": [],
        "complaint_channels": [],
        "letterhead": [
            f"PEMERINTAH {plain['region'].upper()}",
            plain["name"].split(" Kab")[0].split(" Kota")[0].upper(),
        ],
    }

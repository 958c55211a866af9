"""The fields of a person, an organisation or a village government, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.domain.catalogue import ApplicantKind
from desk.domain.intake import ReceivedBy
from desk.language import mark


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field.

    Attributes:
        label: by kind of applicant; a kind that isn't there doesn't have the field.
        optional: Enter passes it by; Tab does not.
        width: how many sixths of the form's width it takes.
    """

    path: str
    label: Mapping[ApplicantKind, str]
    optional: bool = False
    width: int = 6


_ALL: tuple[ApplicantKind, ...] = ("person", "organisation", "government")


def _everyone(label: str) -> dict[ApplicantKind, str]:
    return dict.fromkeys(_ALL, label)


SEX = "sex"
"""The choice between male and female, in the place of a path: it is no text."""

FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("applicant.nik", {"person": mark("NIK")}),
    FieldSpec("applicant.no_nik_reason", {"person": mark("Alasan tanpa NIK")}),
    FieldSpec(
        "applicant.name",
        {
            "person": mark("Nama"),
            "organisation": mark("Nama lembaga"),
            "government": mark("Nama desa, kelurahan, atau kecamatan"),
        },
    ),
    FieldSpec(
        "applicant.contact",
        {"organisation": mark("Narahubung"), "government": mark("Narahubung")},
    ),
    FieldSpec("applicant.birth_date", {"person": mark("Tanggal lahir")}, width=3),
    FieldSpec("applicant.kk", {"person": mark("Nomor KK")}),
    FieldSpec("applicant.phone", _everyone(mark("Telepon/WhatsApp"))),
    FieldSpec("applicant.street", _everyone(mark("Alamat (jalan, dusun, RT/RW)")), width=4),
    FieldSpec("applicant.rt", _everyone(mark("RT")), optional=True, width=1),
    FieldSpec("applicant.rw", _everyone(mark("RW")), optional=True, width=1),
    FieldSpec("applicant.village", _everyone(mark("Desa/kelurahan")), width=3),
    FieldSpec("applicant.district", _everyone(mark("Kecamatan")), width=3),
    FieldSpec("applicant.birth_place", {"person": mark("Tempat lahir")}, optional=True),
)
LETTER_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("letter.number", _everyone(mark("Nomor surat")), width=4),
    FieldSpec("letter.date", _everyone(mark("Tanggal surat")), width=2),
    FieldSpec("letter.subject", _everyone(mark("Perihal")), width=4),
    FieldSpec("letter.enclosures", _everyone(mark("Lampiran")), optional=True, width=2),
)
"""The letter that the applicant brought, for the agenda book and the disposition sheet."""

LATER_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("external_reference.system", _everyone(mark("Sistem lain")), optional=True, width=2),
    FieldSpec("external_reference.number", _everyone(mark("Nomor di sistem itu")), optional=True, width=4),
    FieldSpec("note", _everyone(mark("Catatan loket")), optional=True),
)
KIND_WORDS: Mapping[ApplicantKind, str] = {
    "person": mark("Perorangan"),
    "organisation": mark("Lembaga"),
    "government": mark("Pemerintah desa"),
}
CHANNEL_WORDS: Mapping[ReceivedBy, str] = {
    "counter": mark("Datang langsung"),
    "phone": mark("Telepon"),
    "whatsapp": mark("WhatsApp"),
    "letter": mark("Surat"),
    "online": mark("Daring"),
}
NO_NIK_REASONS: tuple[str, ...] = (
    mark("Telantar, tidak membawa identitas"),
    mark("Bayi baru lahir"),
    mark("Orang dengan gangguan jiwa, identitas belum diketahui"),
    mark("Korban bencana, dokumen hilang"),
    mark("KTP/KK sedang diurus di Dukcapil"),
)


def asked(kind: ApplicantKind, *, no_nik: bool) -> tuple[FieldSpec, ...]:
    """The fields of that kind of applicant; the reason for having no NIK stands in the NIK's place."""
    hidden = "applicant.nik" if no_nik else "applicant.no_nik_reason"
    return tuple(spec for spec in FIELDS if kind in spec.label and spec.path != hidden)


def walk(kind: ApplicantKind, *, no_nik: bool, letter: bool = False) -> tuple[tuple[str, bool], ...]:
    """Where Enter goes, in the order in which it is read: path, and whether an empty one is passed by."""
    steps = [(spec.path, spec.optional) for spec in asked(kind, no_nik=no_nik)]
    paths = [path for path, _ in steps]
    if "applicant.birth_date" in paths:
        steps.insert(paths.index("applicant.birth_date"), (SEX, False))
    if letter:
        steps += [(spec.path, spec.optional) for spec in LETTER_FIELDS]
    return tuple(steps)

"""The table of well-known laws that citations are checked against: `data/laws.json`, only what is certain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from desk.domain.pack import Reader

_SHAPE = re.compile(r"^(?P<kind>\S+) (?P<number>\S+)/(?P<year>\d{4})$")


@dataclass(frozen=True, slots=True)
class Law:
    """One rule.

    Attributes:
        citation: short form (``UU 11/2009``).
        title: what stands after 'tentang', as promulgated.
        replaced_by: citation of the rule that replaced it, or None.
        amended_by: citations of the rules that changed it.
        general: so general that by itself it grounds no particular service.
        basis_of: subjects (see `reading.ABOUT`) whose services should cite it.
    """

    citation: str
    title: str
    replaced_by: str | None = None
    amended_by: tuple[str, ...] = ()
    general: bool = False
    basis_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Laws:
    """The whole table."""

    known: Mapping[str, Law]

    def find(self, citation: str) -> Law | None:
        """The rule of that number and year; a ministry's ``/HUK/`` in the number may be left out."""
        if citation in self.known:
            return self.known[citation]
        shape = _SHAPE.match(citation)
        if shape is None:
            return None
        loose = [law for law in self.known.values() if _loose(law.citation) == _loose(citation)]
        return loose[0] if len(loose) == 1 else None


def read_laws(raw: object, file: str) -> Laws:
    """The table from ``laws.json``.

    Raises:
        PackError: the file is wrong, with the place.
    """
    reader = Reader(raw, file)
    laws = reader.list_of(
        "laws",
        lambda r: Law(
            citation=r.text("citation"),
            title=r.text("title"),
            replaced_by=r.optional_text("replaced_by"),
            amended_by=r.texts("amended_by"),
            general=r.take("general", bool, default=False),
            basis_of=r.texts("basis_of"),
        ),
    )
    reader.finish()
    known: dict[str, Law] = {}
    for index, law in enumerate(laws):
        if law.citation in known:
            raise reader.error(f"laws[{index}].citation", f"{law.citation!r} sudah ada")
        known[law.citation] = law
    return Laws(known)


def _loose(citation: str) -> tuple[str, str, str] | None:
    shape = _SHAPE.match(citation)
    return (shape["kind"], shape["number"].split("/")[0], shape["year"]) if shape else None

"""The code on a disposition sheet: ``D-GH7NHDSGUBG-S4`` is the sheet that the desk of the route's fourth step writes on.

The first part is the file's tracking code, with its check symbol. The second, the slot, says whose sheet it is: ``S``
and the place of a step in the route that the file is pinned to (from 1; 0 for a file that waits beside its route), or
the id of the disposition whose recipient writes on it. A code says nothing about the person.

In the QR code a third part follows, the mark of the lists that were printed (``…-S4-IK7MW``): the desks and phrases and the
key beside each. An office may change its lists while a sheet is on its round; the keys are those of the paper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.domain.case import Case
from desk.domain.catalogue import Service, Step
from desk.domain.errors import Refused
from desk.domain.route import route_of
from desk.domain.tracking import LENGTH, read_code, show_code

_SEPARATORS = str.maketrans("", "", " \t\r\n\u00a0-._/\u2010\u2011\u2012\u2013\u2014\u2212")
_SHEET = re.compile(
    rf"D([0-9A-Z]{{{LENGTH}}})(S[0-9]{{1,2}}|[2-9A-HJ-NP-Z]{{4,8}})(?:I([2-9A-HJ-NP-Z]{{4}}))?"
).fullmatch
"""No id and no mark has an I, so that the parts are told apart without their dashes, which some scanners drop."""
_STATION = re.compile(r"S[0-9]{1,2}").fullmatch


@dataclass(frozen=True, slots=True)
class SheetCode:
    """What a sheet's code says: the file's tracking code, the slot, and the mark of the printed lists where it is known."""

    tracking_code: str
    slot: str
    mark: str = ""

    @property
    def text(self) -> str:
        """As the QR code holds it."""
        return f"D-{self.tracking_code}-{self.slot}" + (f"-I{self.mark}" if self.mark else "")

    @property
    def shown(self) -> str:
        """In groups that are easy to read aloud and to type; the mark is left to the scanner."""
        return f"D-{show_code(self.tracking_code)}-{self.slot}"


def is_sheet_code(text: str) -> bool:
    """Whether somebody typed or scanned a sheet's code, rightly or with a slip; no other number looks like one."""
    return _SHEET(_bare(text)) is not None


def read_sheet_code(text: str, *, field: str | None = None) -> SheetCode:
    """The code that was typed or scanned: spaces and dashes dropped, lower case accepted.

    Raises:
        Refused: ``sheet_code``, or what is wrong with the tracking code in it (`desk.domain.tracking.read_code`).
    """
    found = _SHEET(_bare(text))
    if found is None:
        template = "'{text}' bukan kode lembar disposisi. Kodenya tercetak di bawah gambar QR dan berawalan D, misalnya {example}."
        said = text.strip()[:30]
        raise Refused("sheet_code", template, field=field, text=said, example="D-GH7N-HDSG-UBG-S4")
    return SheetCode(read_code(found[1], field=field), found[2], found[3] or "")


def file_code(text: str) -> str:
    """The file's tracking code where a sheet's code was scanned: in a stack of files the sheet lies on top; else the text."""
    found = _SHEET(_bare(text))
    return found[1] if found is not None else text


def require_case(code: SheetCode, case: Case) -> None:
    """Refuse a sheet of another file than the one that lies here.

    Raises:
        Refused: ``sheet_other_case``.
    """
    if code.tracking_code != case.tracking_code:
        template = "Lembar ini milik berkas lain (kode {other}), bukan berkas {number}. Periksa map di tangan Anda."
        raise Refused(
            "sheet_other_case", template, other=show_code(code.tracking_code), number=case.registration_number
        )


def station_slot(service: Service, step: Step | None) -> str:
    """The slot of the desk that does that step."""
    keys = [one.key for one in route_of(service)]
    return f"S{keys.index(step.key) + 1 if step is not None and step.key in keys else 0}"


def is_station_slot(slot: str) -> bool:
    """Whether the slot is a step's, not a disposition's."""
    return _STATION(slot) is not None


def step_of_slot(service: Service, slot: str) -> Step | None:
    """The step of a station's slot; None where the route has none there."""
    route, place = route_of(service), int(slot[1:]) if is_station_slot(slot) else 0
    return route[place - 1] if 1 <= place <= len(route) else None


def _bare(text: str) -> str:
    bare = text.strip().translate(_SEPARATORS)
    return bare.upper() if bare.isascii() else bare

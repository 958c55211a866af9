"""Recaps that were signed: frozen as they stood, and what changed in their months since.

A signed month is an office document ``office/recap/2026-11`` that names two pinned contents: what the recap said, and
which files it counted. Both lie outside the document, as every opening of a counter reads the office's documents.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter as Tally
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from desk.domain.dates import plain_date
from desk.domain.errors import Refused, UsageError
from desk.domain.recap import Period, Recap, next_month, period
from desk.domain.recap_corrections import Correction, Counted, Signed, corrected, differences
from desk.domain.recap_document import recap_of, recap_value
from desk.models import office_files as files_model
from desk.models import recap as models
from desk.models.connection import Connection
from desk.models.unit_of_work import UnitOfWork
from desk.services import office_files
from desk.services.counter import Counter

FOLDER = f"{office_files.OWN}/recap"


def sign(counter: Counter, recap: Recap) -> Recap:
    """Freeze the recap of a month as it stands; returns it signed. `recap` has just been counted.

    Raises:
        UsageError: it isn't a month's. Refused: the month isn't over, or its recap was signed already.
    """
    asked = recap.period
    if not _is_month(asked):
        raise UsageError("usage", "Yang ditandatangani adalah rekap sebulan; pakai --month.", field="--month")
    if asked.last >= counter.today:
        template = "{label} belum berakhir; rekapnya dapat ditandatangani mulai {day}."
        first_day = period(month=next_month(asked.code)).first
        raise Refused("period_not_over", template, field="--month", label=asked.label, day=plain_date(first_day))
    signed = Signed(counter.officer, counter.now().isoformat())
    with counter.store.write() as work:
        if files_model.versions(work.connection, _name(asked.code)):
            template = "Rekap {label} sudah ditandatangani; perubahan sesudahnya tercatat sebagai koreksi."
            raise Refused("already_signed", template, field="--month", label=asked.label)
        counted = [
            *models.counted(work.connection, asked.first, asked.last),
            *models.carried(work.connection, asked.first),
        ]
        document = {
            "month": asked.code,
            **signed.value(),
            "recap": _pinned(work, asked.code, recap_value(recap)),
            "counted": _pinned(work, asked.code, sorted(counted, key=repr)),
        }
        content = json.dumps(document, sort_keys=True).encode()
        reason = f"Rekap {asked.label} ditandatangani"
        office_files.keep(
            work, _name(asked.code), "office", content, reason=reason, officer=counter.officer, at=signed.at
        )
    return replace(recap, signed=signed)


def signed_recap(counter: Counter, asked: Period) -> Recap | None:
    """The recap as it was signed; None where it wasn't, or for another period than a month."""
    document = _document(counter, asked.code) if _is_month(asked) else None
    if document is None:
        return None
    return recap_of(_content(counter, document["recap"]), Signed(document["by"], document["at"]))


def signed_files(counter: Counter, asked: Period) -> list[str] | None:
    """The ids of the files that a signed recap counts as received; None where it isn't signed."""
    document = _document(counter, asked.code) if _is_month(asked) else None
    if document is None:
        return None
    return [one.case for one in _counted(counter, document) if one.figure == "received"]


def corrections(counter: Counter, connection: Connection, asked: Period) -> tuple[Correction, ...]:
    """What changed in the signed months that lie right before `asked`, and no signed recap has said yet."""
    if not _is_month(asked):
        return ()
    chain = _signed_before(counter, connection, asked.code)
    said = [
        one for month in chain for one in recap_of(_content(counter, chain[month]["recap"]), Signed("", "")).corrections
    ]
    found: list[Correction] = []
    for place, (month, document) in enumerate(sorted(chain.items())):
        days = period(month=month)
        live = list(models.counted(connection, days.first, days.last))
        before = corrected(_counted(counter, document), (one for one in said if one.month == month))
        if place:  # what it was left with is what the month before it ended with, and is said there
            before = [one for one in before if not one.figure.startswith("carried")]
        else:
            live += models.carried(connection, days.first)
        was, becomes = Tally(before), Tally(live)
        changed = {one.case for one in (*(was - becomes), *(becomes - was))}
        found += differences(month, before, live, models.numbers_of(connection, changed))
    return tuple(found)


def _signed_before(counter: Counter, connection: Connection, month: str) -> dict[str, dict[str, Any]]:
    """The documents of the signed months that end right before `month`, without a gap."""
    names = set(files_model.names_under(connection, FOLDER))
    chain: dict[str, dict[str, Any]] = {}
    earlier = next_month(month, -1)
    while _name(earlier) in names:
        document = _document(counter, earlier)
        if document is None:
            break
        chain[earlier] = document
        earlier = next_month(earlier, -1)
    return chain


def _is_month(asked: Period) -> bool:
    return len(asked.code) == len("2026-11") and "Q" not in asked.code


def _name(month: str) -> str:
    return f"{FOLDER}/{month}"


def _document(counter: Counter, month: str) -> dict[str, Any] | None:
    made = office_files.versions(counter.store, _name(month))
    content = counter.store.pinned(made[-1].hash) if made and made[-1].hash else None
    if content is None:
        return None
    found: dict[str, Any] = json.loads(content)
    return found


def _counted(counter: Counter, document: dict[str, Any]) -> list[Counted]:
    return [Counted(*row) for row in _content(counter, document["counted"])]


def _content(counter: Counter, content_hash: str) -> Any:
    body = counter.store.pinned(content_hash)
    if body is None:
        raise Refused("recap_lost", "Isi rekap yang ditandatangani tidak ada di komputer ini; pulihkan dari cadangan.")
    return json.loads(zlib.decompress(body))


def _pinned(work: UnitOfWork, month: str, value: dict[str, Any] | Iterable[Any]) -> str:
    body = zlib.compress(json.dumps(value, sort_keys=True, separators=(",", ":")).encode(), 9)
    content_hash = hashlib.sha256(body).hexdigest()
    work.pin(content_hash, "recap", _name(month), body)
    return content_hash

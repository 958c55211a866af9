"""What two counters wrote differently, in words, so that a person can choose. Without Qt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from desk.domain.event import JsonValue
from desk.domain.fold import Contender
from desk.language import tr
from desk.services.standing import PAUSE_WORDS
from desk.ui import words
from desk.ui.cases.case_words import DISPOSITION_STATES, FIELDS
from desk.ui.cases.dossier import Dossier
from desk.ui.cases.forms.form import Option
from desk.ui.kit.states import look_of


def contenders_of(dossier: Dossier) -> tuple[tuple[str, str, tuple[Option, ...]], ...]:
    """Every field that is in dispute: (field, what it is called, what was written by whom)."""
    return tuple(
        (field, label_of(dossier, field), tuple(_option(dossier, field, n, one) for n, one in enumerate(contenders)))
        for field, contenders in dossier.case.conflicts.items()
    )


def settled(dossier: Dossier, field: str, choice: str) -> JsonValue:
    """The value that was chosen by its place."""
    contenders = dossier.case.conflicts[field]
    place = int(choice) if choice.isascii() and choice.isdigit() else 0
    return contenders[min(place, len(contenders) - 1)].value


def label_of(dossier: Dossier, field: str) -> str:
    """What officers call a field."""
    if field in FIELDS:
        return tr(FIELDS[field])
    kind, _, rest = field.partition(".")
    if kind == "requirement":
        requirement = dossier.service.requirement(rest)
        return requirement.text if requirement else rest
    if kind == "disposition":
        one = dossier.case.movement.disposition(rest.partition(".")[0])
        return tr("Disposisi kepada {desk}", desk=one.to) if one else tr("Disposisi")
    if kind == "answer":
        return next((question.text for question in dossier.service.questions if question.key == rest), rest)
    return {
        "hand_off": tr("Diteruskan ke badan lain"), "letter": tr("Nomor surat"), "record": tr("Catatan langkah"),
        "unrecorded": tr("Catatan langkah"), "visit": tr("Kunjungan"), "beneficiary": tr("Penerima manfaat"),
        "given_back": tr("Berkas asli yang dikembalikan"),
    }.get(kind, field)  # fmt: skip


def _option(dossier: Dossier, field: str, place: int, contender: Contender) -> Option:
    entry = next((one for one in dossier.case.history if one.event == contender.event), None)
    detail = ""
    if entry is not None:
        counter = dossier.counters.get(entry.event, "")
        parts = (entry.recorder, counter, words.moment_words(entry.at, dossier.zone))
        detail = " · ".join(part for part in parts if part)
    return Option(str(place), value_words(dossier, field, contender.value), detail)


def value_words(dossier: Dossier, field: str, value: JsonValue) -> str:
    """A field's value as officers say it."""
    if value is None or value == "":
        return tr("dikosongkan")
    if isinstance(value, str):
        return _text_words(dossier, field, value)
    if isinstance(value, bool):
        return tr("ya") if value else tr("tidak")
    if isinstance(value, dict):
        return _object_words(field, value)
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return str(value)


def _text_words(dossier: Dossier, field: str, value: str) -> str:
    if field == "state":
        return tr(look_of(value).word)
    if field.endswith(".state"):
        return tr(DISPOSITION_STATES[value]) if value in DISPOSITION_STATES else value
    if field == "paused":
        return tr(PAUSE_WORDS[value]) if value in PAUSE_WORDS else value
    if field == "outcome":
        return words.branch_words(value)
    if field == "sex":
        return {"L": tr("Laki-laki"), "P": tr("Perempuan")}.get(value, value)
    return dossier.others.get(value, value)


def _object_words(field: str, value: Mapping[str, Any]) -> str:
    if field.startswith("requirement."):
        form = str(value.get("form") or "")
        said = tr("ada") if value.get("met") else tr("belum ada")
        known = {str(name): tr(word) for name, word in words.FORMS.items()}
        return " · ".join(part for part in (said, known.get(form, form), str(value.get("note") or "")) if part)
    names = ("position", "to", "name", "number", "text", "words", "finding", "date", "relation", "body")
    said_parts = [str(value[name]) for name in names if isinstance(value.get(name), str) and value[name]]
    return " · ".join(said_parts) or json.dumps(value, ensure_ascii=False, sort_keys=True)

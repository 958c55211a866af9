"""Commands on people: what somebody asked for, who may be whom, and who looked."""

from __future__ import annotations

import re
from argparse import Namespace
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import Any

from desk.cli.answer import Answer
from desk.cli.session import Session
from desk.domain.errors import NotFound, UsageError
from desk.domain.identity import mask
from desk.language import mark, tr
from desk.services import audit as audit_services
from desk.services import cases, guard, history, likeness
from desk.services.counter import Counter
from desk.services.history import History, Visit
from desk.services.likeness import Candidate

MOST_ROWS = 1000
GUARDED = mark("Layanan terjaga")

ACTIONS: dict[str, str] = {
    "look": mark("melihat berkas"),
    "attachment": mark("membuka lampiran"),
    "reveal": mark("menampilkan nomor identitas"),
    "print": mark("mencetak"),
    "list": mark("mengeluarkan daftar"),
    "export": mark("mengekspor"),
}
"""`services.audit.Action` in words."""


def person(session: Session, options: Namespace) -> Answer:
    """`desk person NIK|CASE`: with `--open`, a guarded line in full."""
    counter = session.reader
    _check_limit(options.limit)
    if options.open:
        return _opened(counter, history.open_visit(counter, options.open, options.reason))
    if options.reason:
        template = "--reason hanya dipakai bersama --open, untuk membuka baris layanan terjaga."
        raise UsageError("usage", template, field="--reason")
    digits = "".join(options.person.split())
    if len(digits) == 16 and digits.isascii() and digits.isdigit():
        found = history.of_nik(counter, digits, limit=options.limit, after=options.after)
    else:
        found = history.of_case(
            counter, guard.opened(counter, options.person), limit=options.limit, after=options.after
        )
    return _history(found)


def duplicates(session: Session, options: Namespace) -> Answer:
    """`desk duplicates [CASE]`: of one case with the fields side by side; else every case that has some."""
    counter = session.reader
    _check_limit(options.limit)
    if options.case is None:
        return _pairs(counter, options)
    case = guard.opened(counter, options.case)
    found = likeness.candidates(counter, case, limit=options.limit)
    value: list[dict[str, Any]] = []
    lines: list[str] = []
    for one in found:
        compared = likeness.compare(counter, case, one.case_id)
        value.append({**asdict(one), "fields": [asdict(field) for field in compared]})
        lines += [
            _candidate(one),
            *(f"    {field.field}: {field.here} | {field.there}" for field in compared if field.differs),
        ]
    return Answer(value, "\n".join(lines) or tr("Tidak ada berkas lain yang mungkin sama."))


def distinct(session: Session, options: Namespace) -> Answer:
    """`desk distinct CASE OTHER --reason`."""
    counter = session.counter
    case, other = guard.opened(counter, options.case), cases.find(counter, options.other)
    likeness.set_apart(counter, case, other, options.reason, apart=not options.undo)
    value = {"case": case.id, "other": other.id, "distinct": not options.undo}
    numbers = {"one": case.registration_number, "other": other.registration_number}
    if options.undo:
        return Answer(value, tr("{one} dan {other} dapat ditawarkan lagi sebagai kemungkinan ganda.", **numbers))
    return Answer(value, tr("Tercatat: {one} dan {other} bukan milik orang yang sama.", **numbers))


def audit(session: Session, options: Namespace) -> Answer:
    """`desk audit`: the trail, newest first."""
    counter = session.reader
    _check_limit(options.limit)
    if options.after is not None and not re.fullmatch(r"[0-9]{1,15}", options.after):
        raise _unknown_cursor(options.after)
    page = audit_services.entries(
        counter,
        case_id=cases.find(counter, options.case).id if options.case else None,
        officer=options.officer,
        from_at=_midnight(counter, options.from_date, "--from"),
        to_at=_midnight(counter, options.to_date, "--to", days=1),
        limit=options.limit,
        after=options.after,
    )
    lines = [
        " · ".join(
            filter(
                None,
                (row.at, row.officer, tr(ACTIONS.get(row.action, row.action)), row.registration_number, row.detail),
            )
        )
        for row in page.rows
    ]
    lines += [tr("Berikutnya: --after {cursor}", cursor=page.after)] if page.after else []
    value = [{**asdict(row), "id": str(row.id), "cursor": str(row.id)} for row in page.rows]
    return Answer(value, "\n".join(lines) or tr("Jejak audit masih kosong."))


def _history(found: History) -> Answer:
    who = found.person
    value = {
        "person": {"name": who.name, "nik_masked": mask(who.nik), "kk_masked": mask(who.kk)},
        "cases": [_visit(visit) for visit in found.visits],
        "family": [_visit(visit) for visit in found.family],
        "after": found.after,
    }
    lines = [" · ".join(filter(None, (who.name, mask(who.nik)))), *map(_visit_words, found.visits)]
    if not found.visits:
        lines.append(tr("Belum ada permohonan lain."))
    lines += [tr("Keluarga satu KK:"), *map(_visit_words, found.family)] if found.family else []
    lines += [tr("Berikutnya: --after {cursor}", cursor=found.after)] if found.after else []
    return Answer(value, "\n".join(lines))


def _opened(counter: Counter, visit: Visit) -> Answer:
    """One line in full; the file itself is `desk case`'s."""
    said = tr("Tercatat di jejak audit atas nama {officer}.", officer=counter.officer)
    return Answer(_visit(visit), f"{_visit_words(visit)}\n{said}")


def _visit(visit: Visit) -> dict[str, Any]:
    """A line as JSON: of a guarded one only what may be told."""
    whole = asdict(visit)
    if visit.guarded:
        return {name: whole[name] for name in ("row", "role", "by", "received_at", "counter", "guarded")}
    return whole


ROLES = {"applicant": mark("pemohon"), "beneficiary": mark("penerima manfaat"), "family": mark("keluarga")}


def _visit_words(visit: Visit) -> str:
    day, role = visit.received_at[:10], tr(ROLES[visit.role])
    if visit.guarded:
        return f"  {day}  {tr(GUARDED)} · {visit.counter} · {role} · --open {visit.row}"
    who = visit.name if visit.role == "family" else ""
    return f"  {day}  " + " · ".join(
        filter(None, (visit.registration_number, visit.state, who, role, visit.service_title))
    )


def _pairs(counter: Counter, options: Namespace) -> Answer:
    page = likeness.pairs(counter, limit=options.limit, after=_place(options.after))
    value = {"cases": [asdict(pair) for pair in page.pairs], "after": page.after}
    lines: list[str] = []
    for pair in page.pairs:
        lines.append(f"{pair.registration_number} · {pair.name} · {pair.service_title}")
        lines += [f"  {_candidate(one)}" for one in pair.candidates]
    if not lines:
        lines.append(tr("Tidak ada berkas lain yang mungkin sama."))
    lines += [tr("Berikutnya: --after {cursor}", cursor=page.after)] if page.after else []
    return Answer(value, "\n".join(lines))


def _candidate(one: Candidate) -> str:
    kind, reason = tr(likeness.KINDS[one.kind]), tr(likeness.REASONS[one.reason])
    return f"{kind}: {one.registration_number} · {one.name} ({reason})"


def _check_limit(limit: int) -> None:
    if not 1 <= limit <= MOST_ROWS:
        raise UsageError("usage", "Isi --limit harus antara 1 dan {most}.", field="--limit", most=MOST_ROWS)


def _place(cursor: str | None) -> tuple[int, int] | None:
    if cursor is None:
        return None
    match = re.fullmatch(r"(-?[0-9]{1,15})\.([0-9]{1,15})", cursor)
    if match is None:
        raise _unknown_cursor(cursor)
    return int(match[1]), int(match[2])


def _unknown_cursor(cursor: str) -> NotFound:
    template = "Kursor '{cursor}' tidak dikenal; ulangi dari halaman pertama."
    return NotFound("cursor_unknown", template, field="--after", cursor=cursor)


def _midnight(counter: Counter, text: str | None, option: str, *, days: int = 0) -> datetime | None:
    """The office's midnight of that date."""
    if text is None:
        return None
    try:
        return datetime.combine(date.fromisoformat(text) + timedelta(days=days), time(), counter.calendar.zone)
    except (ValueError, OverflowError):
        template = "Tanggal '{text}' pada {option} bukan tanggal TTTT-BB-HH, misalnya 2026-11-22."
        raise UsageError("usage", template, field=option, option=option, text=text) from None

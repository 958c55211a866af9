"""Commands on cases: taking in, taking up again, looking, acting."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from desk.cli import case_page
from desk.cli.answer import Answer, write_line
from desk.cli.session import Session
from desk.domain.behind import PARTS, Behind
from desk.domain.dates import clock_time, long_date
from desk.domain.errors import NotFound, Refused, StoreError, UsageError
from desk.domain.intake_reader import laid_over, read_intake
from desk.domain.tracking import show_code
from desk.language import language, sentence, tr
from desk.services import acts, audit, contract, guard
from desk.services import cases as case_services
from desk.services import intake as intake_services
from desk.services import queue as queue_services
from desk.services.cases import CaseQuery
from desk.services.counter import Counter
from desk.services.intake import Receipt

MOST_ROWS = 1000


def intake(session: Session, options: Namespace) -> Answer:
    """`desk intake FILE|-`."""
    raw = session.read_json(options.file)
    counter = session.counter
    receipt = intake_services.register(counter, read_intake(raw, counter.today))
    return _receipt(counter, receipt)


def resubmit(session: Session, options: Namespace) -> Answer:
    """`desk resubmit CASE FILE|-`: what the form doesn't name stays as it was."""
    raw = session.read_json(options.file)
    counter = session.counter
    case = case_services.find(counter, options.case)
    receipt = intake_services.take_up(counter, case.id, _taken_up(counter, case.service, contract.form_of(case), raw))
    return _receipt(counter, receipt)


def case(session: Session, options: Namespace) -> Answer:
    """`desk case CASE`."""
    counter = session.reader
    found = guard.opened(counter, options.case)
    return Answer(contract.case_whole(counter, found), case_page.page(counter, found))


def act(session: Session, options: Namespace) -> Answer:
    """`desk act CASE ACTION`."""
    data = session.read_json(options.data) if options.data else {}
    if not isinstance(data, dict):
        raise Refused("not_an_object", "Data tindakan harus berupa objek JSON.", field="--data")
    counter = session.counter
    found = guard.opened(counter, options.case)  # the answer shows the whole of it
    if options.action == "resubmit":
        said = {**data, "note": data.get("note") or options.note}
        intake_services.take_up(counter, found.id, _taken_up(counter, found.service, contract.form_of(found), said))
        after = case_services.load(counter, found.id)
    else:
        after = acts.act(counter, found.id, options.action, note=options.note, by=options.by, to=options.to, data=data)
    return Answer(contract.case_whole(counter, after), case_page.page(counter, after))


def cases(session: Session, options: Namespace) -> Answer:
    """`desk cases`: one page, newest first; with --json a list of rows."""
    counter = session.reader
    if not 1 <= options.limit <= MOST_ROWS:
        raise UsageError("usage", "Isi --limit harus antara 1 dan {most}.", field="--limit", most=MOST_ROWS)
    if options.service:
        counter.catalogue.service(options.service)
    begin = _midnight(counter, options.from_date, "--from")
    end = _midnight(counter, options.to_date, "--to", days=1)
    behind = _behind(options)
    query = CaseQuery(
        search=options.search,
        state=options.state,
        service=options.service,
        holder=queue_services.holder_meant(counter, options.holder),
        behind=behind,
        overdue_at=counter.now().isoformat() if options.overdue else None,
        from_seconds=None if behind else begin,
        to_seconds=None if behind else end,
        limit=options.limit,
        after=_cursor(options.after),
    )
    page = case_services.rows(counter, query)
    _note_list(counter, len(page.rows))
    lines = [
        f"{row.registration_number:18} {tr(case_page.STATE_WORDS[row.state]):12} {row.name} · {row.service_title}"
        for row in page.rows
    ]
    lines += [tr("Berikutnya: --after {cursor}", cursor=page.after)] if page.after else []
    return Answer(
        [contract.case_line(row) for row in page.rows], "\n".join(lines) or tr("Tidak ada berkas yang cocok.")
    )


def queue(session: Session, options: Namespace) -> Answer:
    """`desk queue`: the files that wait, most urgent first; with --trays, each desk with its count."""
    counter = session.reader
    if options.trays:
        trays = queue_services.trays(counter)
        lines = [
            tr(
                "{position:44} {count:5}  terlama sejak {since}",
                position=t.position,
                count=t.count,
                since=t.oldest[:10],
            )
            for t in trays
        ]
        return Answer([asdict(tray) for tray in trays], "\n".join(lines) or tr("Tidak ada berkas yang menunggu."))
    if not 1 <= options.limit <= MOST_ROWS:
        raise UsageError("usage", "Isi --limit harus antara 1 dan {most}.", field="--limit", most=MOST_ROWS)
    found = queue_services.queue(
        counter, queue_services.holder_meant(counter, options.holder), options.limit, _queue_cursor(options.after)
    )
    lines = [
        f"{w.case.registration_number:18} {w.position} · {w.case.name} · {w.case.service_title}" for w in found.rows
    ]
    lines += [tr("Berikutnya: --after {cursor}", cursor=found.after)] if found.after else []
    return Answer(
        [contract.waiting_line(waiting) for waiting in found.rows],
        "\n".join(lines) or tr("Tidak ada berkas yang menunggu."),
    )


def _note_list(counter: Counter, count: int) -> None:
    """A list that goes into a file or another program leaves Desk, and the trail says so; on a terminal it is looked at.

    Where the trail can't be written (a copy on a disk that can only be read) the list is given all the same, not in
    silence: it holds what the window lists to whoever passes by.
    """
    if sys.stdout.isatty() or not count:
        return
    try:
        audit.record_once(counter, "list")
    except StoreError as error:
        write_line(tr("Daftar ini tidak tercatat di jejak audit: {reason}", reason=sentence(error)), sys.stderr)


def _receipt(counter: Counter, receipt: Receipt) -> Answer:
    lines = [
        tr("Nomor {number} · kode {code}", number=receipt.registration_number, code=show_code(receipt.tracking_code))
    ]
    service = counter.service_of(case_services.load(counter, receipt.id))
    if receipt.missing:
        wanting = [service.requirement(missing) for missing in receipt.missing]
        lines.append(tr("Belum lengkap; yang kurang:"))
        lines += [f"  {requirement.number or '–'}. {requirement.text}" for requirement in wanting if requirement]
    elif receipt.due_at:
        due = datetime.fromisoformat(receipt.due_at)
        said = f"{long_date(due.date(), language())} {clock_time(due, language())}"
        about = service.duration is not None and service.duration.bound == "about"
        lines.append(
            tr("Lengkap; selesai sekitar {due}", due=said)
            if about
            else tr("Lengkap; selesai paling lambat {due}", due=said)
        )
    lines += receipt.warnings
    value = {**asdict(receipt), "missing": list(receipt.missing), "warnings": list(receipt.warnings)}
    return Answer(value, "\n".join(lines))


def _taken_up(counter: Counter, service: str, before: dict[str, Any], raw: object) -> Any:
    """The form as it stood with what `raw` says laid over it."""
    if not isinstance(raw, dict):
        raise Refused("not_an_object", "Isian kekurangan berkas harus berupa objek JSON.")
    said = cast("dict[str, Any]", raw)
    if said.get("service") not in (None, service):
        template = "Berkas ini untuk layanan {service}; untuk layanan lain daftarkan berkas baru."
        raise Refused("other_service", template, field="service", service=service)
    return read_intake(
        {**laid_over(before, {"checklist": {}, "answers": {}, **said}), "service": service}, counter.today
    )


def _behind(options: Namespace) -> Behind | None:
    """The figure of a recap whose files are wished; its days are those of the turn, not of the receipt."""
    if options.turn is None:
        if options.among is not None:
            template = "Isi --among hanya berlaku bersama --turn, misalnya --turn received --among district=Bangil."
            raise UsageError("usage", template, field="--among")
        return None
    if options.turn == "carried_over" and options.from_date is None:
        template = "Sisa masa lalu dihitung sebelum suatu tanggal; sebutkan --from, misalnya --from 2026-11-01."
        raise UsageError("usage", template, field="--from")
    part, sign, value = (options.among or "").partition("=")
    if options.among is not None and (not sign or part not in PARTS):
        template = "Isi --among '{text}' harus ditulis BAGIAN=ISI, dengan bagian salah satu dari {parts}."
        raise UsageError("usage", template, field="--among", text=options.among, parts=", ".join(PARTS))
    return Behind(
        options.turn,
        date.fromisoformat(options.from_date) if options.from_date else date.min,
        date.fromisoformat(options.to_date) if options.to_date else date.max,
        options.service,
        (part, value) if sign else None,
    )


def _midnight(counter: Counter, text: str | None, option: str, *, days: int = 0) -> int | None:
    """Seconds since 1970 at the office's midnight of that date."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(text) + timedelta(days=days)
        return int(datetime.combine(day, time(), counter.calendar.zone).timestamp())
    except (ValueError, OverflowError):
        template = "Tanggal '{text}' pada {option} bukan tanggal TTTT-BB-HH, misalnya 2026-11-22."
        raise UsageError("usage", template, field=option, option=option, text=text) from None


_QUEUE_CURSOR = re.compile(r"[0-2]\.[0-9]{1,15}\.[0-9]{1,15}\.[0-9A-Z]{1,8}")


def _queue_cursor(text: str | None) -> str | None:
    if text is not None and not _QUEUE_CURSOR.fullmatch(text):
        template = "Kursor '{cursor}' tidak dikenal; ulangi dari halaman pertama."
        raise NotFound("cursor_unknown", template, field="--after", cursor=text)
    return text


_CURSOR = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,15}(\.[0-9]{1,9})?")


def _cursor(text: str | None) -> str | None:
    if text is not None and not _CURSOR.fullmatch(text):
        template = "Kursor '{cursor}' tidak dikenal; ulangi dari halaman pertama."
        raise NotFound("cursor_unknown", template, field="--after", cursor=text)
    return text

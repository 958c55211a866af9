"""Commands on the counter itself: setting up, status, soundness, the ledger."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict

from desk.cli.answer import Answer
from desk.cli.session import Session
from desk.domain.errors import StoreError
from desk.language import tr
from desk.models.verify import Problem
from desk.services import audit, upkeep
from desk.services import ledger as ledger_services
from desk.services import setup as setup_services


def setup(session: Session, options: Namespace) -> Answer:
    """`desk setup`: a second run changes nothing that holds data."""
    setup_services.set_up(
        session.home,
        session.catalogue,
        office=options.office,
        counter=options.counter,
        officer=options.officer,
        now=session.clock,
        random=session.random,
    )
    return status(session, options)


def status(session: Session, _: Namespace) -> Answer:
    """`desk status`."""
    found = upkeep.status(session.reader)
    lines = [
        f"{found.office_name} · {found.counter} · {found.officer}",
        tr("Data: {home}", home=found.home),
        tr("Berkas: {count}", count=sum(found.cases.values())),
        tr("Menunggu dikirim: {count} kejadian (belum terhubung ke pusat)", count=found.waiting_to_send),
        tr("Cadangan terakhir: belum pernah") if found.last_backup is None else found.last_backup,
    ]
    return Answer(asdict(found), "\n".join(lines))


def verify(session: Session, options: Namespace) -> Answer:
    """`desk verify [--rebuild]`: exit 5 when something is wrong, also for a store that can't be opened."""
    try:
        counter = session.counter if options.rebuild else session.reader
    except StoreError as error:
        if error.code not in ("store_damaged", "wrong_key_or_damaged"):
            raise
        return _verdict([Problem("store", "desk.db", error.message), *upkeep.damage(session.home)], None)
    found = upkeep.problems(counter)
    notes = [] if found else upkeep.notes(counter)
    if not options.rebuild:
        return _verdict(found, None, notes)
    cases, same = upkeep.rebuild(counter)
    if not same and not found:
        found = [Problem("projection", "cases", "Daftar tidak sama dengan jurnal; sudah dibuat ulang")]
    return _verdict(found, cases, notes)


def dump(session: Session, _: Namespace) -> Answer:
    """`desk dump`."""
    audit.record(session.reader, "export", detail="desk dump")
    content = upkeep.dump(session.reader)
    return Answer(json.loads(content), content.decode(), document=content.decode())


def ledger(session: Session, _: Namespace) -> Answer:
    """`desk ledger`: the print ledger, newest first."""
    entries = ledger_services.entries(session.reader)
    lines = [f"{entry.asked_at} · {entry.paper} · {entry.printer} · {entry.state} {entry.reason}" for entry in entries]
    return Answer([asdict(entry) for entry in entries], "\n".join(lines) or tr("Belum ada yang dicetak."))


def _verdict(problems: list[Problem], rebuilt: int | None, notes: Sequence[Problem] = ()) -> Answer:
    value: dict[str, object] = {"ok": not problems, "problems": [asdict(problem) for problem in problems]}
    lines = [f"{problem.where}: {problem.message}" for problem in problems] or [tr("Data utuh.")]
    if notes:
        value["notes"] = [asdict(note) for note in notes]
        lines += [f"{note.where}: {note.message}" for note in notes]
    if rebuilt is not None:
        value["rebuilt"] = rebuilt
        lines.append(tr("Dibuat ulang: {count} berkas.", count=rebuilt))
    return Answer(value, "\n".join(lines), exit_code=5 if problems else 0)

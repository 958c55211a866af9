"""`desk recap`."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desk.cli.answer import Answer
from desk.cli.session import Session
from desk.domain.recap import Figures, Recap, period
from desk.domain.recap_corrections import correction_value
from desk.language import mark, tr
from desk.print.workbook.recap import recap_workbook
from desk.services import audit
from desk.services import recap as service
from desk.services.outfile import write_whole

ROWS = (
    ("carried_over", mark("Sisa masa lalu")),
    ("received", mark("Masuk")),
    ("reopened", mark("Dibuka kembali")),
    ("completed", mark("Selesai")),
    ("rejected", mark("Ditolak")),
    ("withdrawn", mark("Dicabut")),
    ("merged", mark("Digabungkan")),
    ("open_at_end", mark("Sisa di akhir")),
    ("returned_at_end", mark("di antaranya pada pemohon")),
    ("on_time", mark("Tepat waktu")),
    ("late", mark("Terlambat")),
    ("no_standard", mark("Tanpa batas waktu")),
)


def recap(session: Session, options: Namespace) -> Answer:
    """`desk recap --month …`."""
    counter = session.counter if options.sign else session.reader
    wanted = period(month=options.month, quarter=options.quarter, year=options.year)
    found = service.recap(counter, wanted)
    if options.sign:
        found = service.sign(counter, found)
    if options.output is None:
        return Answer(as_json(found), _page(found))
    path = Path(options.output)
    content = recap_workbook(
        found,
        service.register_lines(counter, wanted),
        files=found.totals.received,
        head=counter.office.letterhead or (counter.office.name,),
        signature=service.signature(counter),
        made_at=counter.now(),
    )
    audit.record(counter, "export", detail=f"desk recap {wanted.code}")
    write_whole(path, content)
    said = tr("Rekap {label}: {path}", label=wanted.label, path=str(path))
    return Answer({**as_json(found), "file": str(path)}, f"{said}\n{_equation(found.totals)}")


def as_json(found: Recap) -> dict[str, Any]:
    """The recap in the contract's shape."""
    sexes = {name: received for name, received, _ in found.breakdowns["sex"]}
    return {
        "period": {
            "code": found.period.code,
            "label": found.period.label,
            "from": found.period.first.isoformat(),
            "to": found.period.last.isoformat(),
        },
        "office": found.office,
        "totals": asdict(found.totals),
        "services": [
            {
                "id": line.id,
                "title": line.title,
                **asdict(line.figures),
                "median_minutes": line.median_minutes,
                "p90_minutes": line.p90_minutes,
            }
            for line in found.services
        ],
        "daily": [
            {"date": day.isoformat(), "received": received, "completed": completed}
            for day, received, completed in found.daily
        ],
        "sex": {"L": sexes.get("L", 0), "P": sexes.get("P", 0), "unknown": sexes.get("", 0)},
        "districts": [
            {"name": name, "received": received, "completed": completed}
            for name, received, completed in found.breakdowns["district"]
        ],
        "breakdowns": {
            part: [{"name": name, "received": received, "completed": completed} for name, received, completed in rows]
            for part, rows in found.breakdowns.items()
        },
        "signed": found.signed.value() if found.signed else None,
        "corrections": [correction_value(one) for one in found.corrections],
    }


def _page(found: Recap) -> str:
    totals = found.totals
    lines = [f"{found.office_name} · {found.period.label}", _equation(totals)]
    if found.signed:
        lines.append(tr("Ditandatangani oleh {by} pada {at}", by=found.signed.by, at=found.signed.at[:10]))
    lines += [tr("Koreksi {month}: {number}", month=one.month, number=one.number) for one in found.corrections]
    lines += [f"{tr(words):28} {getattr(totals, name):>7}" for name, words in ROWS]
    lines += [
        f"{line.id:18} {line.figures.received:>6} {line.figures.completed:>6} {line.figures.open_at_end:>6}  {line.title}"
        for line in found.services
    ]
    return "\n".join(lines)


def _equation(figures: Figures) -> str:
    return tr(
        "{carried} sisa + {received} masuk + {reopened} dibuka = {ended} berakhir + {open} sisa",
        carried=figures.carried_over,
        received=figures.received,
        reopened=figures.reopened,
        ended=figures.went - figures.open_at_end,
        open=figures.open_at_end,
    )

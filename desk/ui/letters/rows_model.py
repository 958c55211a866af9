"""The two books as tables: the columns of the paper, two lines a row."""

from __future__ import annotations

from datetime import date

from desk.domain.agenda import AgendaLine
from desk.domain.dates import short_date
from desk.language import tr
from desk.ui.kit.states import Look
from desk.ui.kit.table import Column, RowsModel

_GUARDED = Look("quiet", "lock", "")
_TO_COME = Look("warn", "clock", "")


def incoming_model() -> RowsModel[AgendaLine]:
    """The book of incoming letters."""
    return RowsModel(
        (
            Column(tr("No. agenda"), lambda line: line.number or "–", width=11, role="lead", sort=lambda line: line.serial or 0,
                   below=lambda line: short_date(line.day)),
            Column(tr("No. dan tgl surat"), lambda line: line.letter_number or tr("tanpa surat"), width=16, stretch=2,
                   soft=True, below=lambda line: _day(line.letter_date), drop=700),
            Column(tr("Asal/pengirim"), lambda line: line.party, width=16, stretch=3, look=_lock,
                   below=lambda line: line.registration_number),
            Column(tr("Isi ringkas/perihal"), lambda line: line.matter, width=20, stretch=5, wrap=True),
            Column(tr("Diteruskan kepada"), lambda line: "; ".join(line.forwarded), width=14, stretch=3, wrap=True, soft=True,
                   drop=860),
            Column(tr("Lampiran"), lambda line: line.enclosures, width=8, soft=True, drop=1080),
        ),
        key=lambda line: f"{line.case_id}{line.number}",
    )  # fmt: skip


def outgoing_model() -> RowsModel[AgendaLine]:
    """The book of outgoing letters."""
    return RowsModel(
        (
            Column(tr("No. urut"), lambda line: line.number, width=8, role="lead", sort=lambda line: line.serial or 0,
                   below=lambda line: short_date(line.day)),
            Column(tr("Nomor dan tgl surat"), _number, width=18, stretch=2, look=_waiting,
                   below=lambda line: _day(line.letter_date)),
            Column(tr("Kepada"), lambda line: line.party, width=16, stretch=3, look=_lock,
                   below=lambda line: line.registration_number),
            Column(tr("Isi ringkas"), lambda line: line.matter, width=20, stretch=5, wrap=True),
            Column(tr("Tgl kirim"), lambda line: _day(line.sent), width=11, soft=True, drop=760),
            Column(tr("Pengolah"), lambda line: line.maker, width=14, stretch=2, wrap=True, soft=True, drop=900),
        ),
        key=lambda line: f"{line.case_id}{line.number}",
    )  # fmt: skip


def _number(line: AgendaLine) -> str:
    return line.letter_number or (tr("nomor menyusul") if line.awaits_number else "–")


def _waiting(line: AgendaLine) -> Look | None:
    return _TO_COME if line.awaits_number else None


def _lock(line: AgendaLine) -> Look | None:
    return _GUARDED if line.guarded else None


def _day(day: date | None) -> str:
    return short_date(day) if day else ""

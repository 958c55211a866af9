"""The list of cases as a model."""

from __future__ import annotations

from desk.language import tr
from desk.ui.cases.asking import Listed
from desk.ui.kit.states import look_of
from desk.ui.kit.table import Column, RowsModel
from desk.ui.words import short_day


def cases_model(zone: str) -> RowsModel[Listed]:
    """A new model; dates are shown in the office's zone."""
    return RowsModel(
        (
            Column(tr("No. registrasi"), lambda row: row.registration_number, width=17, role="lead", drop=430),
            Column(tr("Pemohon"), lambda row: row.name or tr("Tanpa nama"), width=14, stretch=4),
            Column(tr("Layanan"), lambda row: row.service_title, width=10, stretch=5, soft=True, drop=540),
            Column(tr("Di meja"), lambda row: row.holder, width=12, stretch=4, soft=True, drop=700),
            Column(
                tr("Status"), lambda row: tr(look_of(row.state).word), width=11, look=lambda row: look_of(row.state)
            ),
            Column(
                tr("Diterima"),
                lambda row: short_day(row.received_at, zone),
                width=11,
                soft=True,
                sort=lambda row: row.received_at,
                drop=820,
            ),
            Column(
                tr("Batas"),
                lambda row: short_day(row.due_at, zone),
                width=11,
                soft=True,
                sort=lambda row: row.due_at or "",
                drop=620,
            ),
        ),
        key=lambda row: row.id,
    )

"""The files of a tray as a model: rows of two lines."""

from __future__ import annotations

from desk.language import tr
from desk.ui.dispositions.lines import QueueLine
from desk.ui.kit.states import Look
from desk.ui.kit.table import Column, RowsModel


def queue_model() -> RowsModel[QueueLine]:
    """A new model."""
    return RowsModel(
        (
            Column(
                tr("Berkas"),
                lambda row: row.name,
                width=16,
                stretch=5,
                role="lead",
                below=lambda row: f"{row.number} · {row.service}",
            ),
            Column(
                tr("Sekarang"),
                lambda row: row.current,
                width=16,
                stretch=5,
                below=lambda row: row.here,
                below_look=_unseen_look,
                drop=420,
            ),
            Column(
                tr("Batas"),
                lambda row: row.left,
                width=16,
                stretch=1,
                look=lambda row: row.left_look,
                sort=lambda row: row.line.waiting.cursor,
                below=_urgency_and_until,
                below_look=lambda row: row.urgency_look,
            ),
        ),
        key=lambda row: row.key,
    )


def _unseen_look(row: QueueLine) -> Look | None:
    return Look("info", "circle-dot", "") if row.unseen else None


def _urgency_and_until(row: QueueLine) -> str:
    return " · ".join(part for part in (row.urgency, row.until) if part)

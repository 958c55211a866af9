"""Statements are spelt without SQLAlchemy; these hold them to the tables."""

from __future__ import annotations

import pytest

from desk.models import rows, tables
from desk.models.records import PrintEntry


@pytest.mark.parametrize(
    ("columns", "table"),
    [
        (rows.EVENTS, tables.events),
        (rows.SUBJECTS, tables.event_subjects),
        (rows.KEYS, tables.case_keys),
        (rows.CASES, tables.cases),
        (rows.PRINTS, tables.prints),
        (rows.BENEFICIARIES, tables.beneficiaries),
        (rows.HOLDINGS, tables.holdings),
        (rows.AGENDA, tables.agenda),
        (rows.ATTACHMENTS, tables.attachments),
        (rows.TURNS, tables.turns),
        (rows.AUDIT, tables.audit),
        (rows.TRAY_COUNTS, tables.tray_counts),
    ],
)
def test_columns_are_those_of_the_tables_in_their_order(columns: tuple[str, ...], table: object) -> None:
    assert columns == tuple(column.name for column in getattr(table, "columns", ()))


def test_a_line_of_the_print_ledger_is_a_row() -> None:
    assert tuple(PrintEntry.__dataclass_fields__) == rows.PRINTS

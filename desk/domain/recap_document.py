"""A recap as it is kept when it is signed: everything it says, as one JSON value, and back. Pure."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from desk.domain.recap import Figures, Recap, ServiceFigures, period
from desk.domain.recap_corrections import Signed, correction_of, correction_value


def recap_value(recap: Recap) -> dict[str, Any]:
    """The recap of a month, without who signed it."""
    return {
        "month": recap.period.code,
        "office": recap.office,
        "office_name": recap.office_name,
        "services": [asdict(line) for line in recap.services],
        "daily": [[day.isoformat(), received, completed] for day, received, completed in recap.daily],
        "breakdowns": {part: [list(row) for row in rows] for part, rows in recap.breakdowns.items()},
        "corrections": [correction_value(one) for one in recap.corrections],
    }


def recap_of(value: dict[str, Any], signed: Signed) -> Recap:
    """What `recap_value` wrote."""
    return Recap(
        period=period(month=value["month"]),
        office=value["office"],
        office_name=value["office_name"],
        services=tuple(ServiceFigures(**{**line, "figures": Figures(**line["figures"])}) for line in value["services"]),
        daily=tuple((date.fromisoformat(day), received, completed) for day, received, completed in value["daily"]),
        breakdowns={
            part: tuple((name, received, completed) for name, received, completed in rows)
            for part, rows in value["breakdowns"].items()
        },
        corrections=tuple(correction_of(one) for one in value["corrections"]),
        signed=signed,
    )

"""Who asks for a paper: a list of services of all offices, from which one is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from desk.language import tr
from desk.ui.catalogue.over import OverPage
from desk.ui.kit.stage import Stage
from desk.ui.kit.table import Column, RowsModel, Table


@dataclass(frozen=True, slots=True)
class NeedingRow:
    """A service that asks for the paper, and how it says so."""

    id: str
    office: str
    title: str
    said: str
    form: str


class NeedingPage(OverPage):
    """Shows; decides nothing.

    Signals:
        opened: the id of a service.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Layanan yang meminta sebuah berkas"))
        self._model: RowsModel[NeedingRow] = RowsModel(
            (
                Column(tr("Dinas"), lambda one: one.office, 18, soft=True, drop=700),
                Column(tr("Layanan"), lambda one: one.title, 28, 2, role="lead"),
                Column(tr("Bunyi persyaratan"), lambda one: one.said, 24, 2),
                Column(tr("Bentuk"), lambda one: one.form, 16, soft=True, drop=860),
            ),
            lambda one: f"{one.id} {one.said}",
        )
        self._table = Table(self._model, tr("Layanan yang meminta berkas ini"))
        self._table.opened.connect(lambda one: self.opened.emit(one.id))
        self._stage = Stage(self._table)
        self.body.addWidget(self._stage, 1)

    def arrive(self) -> None:
        """To the list."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_needing(self, paper: str, description: str, rows: Sequence[NeedingRow]) -> None:
        """Who asks for it."""
        services = len({one.id for one in rows})
        self.show_title(tr("{count} layanan meminta {paper}", count=services, paper=paper), description)
        self._model.show_rows(rows)
        self._table.selectRow(0)
        self._stage.show_content()

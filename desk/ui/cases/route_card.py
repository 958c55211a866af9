"""The route in the sheet: its picture, and below it what the station in question says in full."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.cases.route_drawing import Route
from desk.ui.cases.route_picture import RoutePicture
from desk.ui.kit.text import Heading, Rule, Text
from desk.ui.kit.tokens import GRID


class RouteCard(QWidget):
    """Heading, picture, and one line of words."""

    def __init__(self) -> None:
        super().__init__()
        heading = Heading(tr("Alur"))
        self._place = Text("", role="small", tone="soft")
        heading.right.addWidget(self._place)
        self.picture = RoutePicture()
        self.picture.setAccessibleName(tr("Alur berkas; panah berpindah langkah"))
        self.picture.told.connect(self._on_told)
        self._said = Text("", role="small", tone="soft", wrap=True, select=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID + 2)
        for part in (heading, Rule(), self.picture, self._said):
            whole.addWidget(part)

    def show_route(self, route: Route) -> None:
        """Draw this one."""
        self.picture.show_route(route)
        steps = [stop for stop in route.way if stop.kind == "step"]
        done = sum(stop.standing == "done" for stop in steps)
        self._place.setText(tr("{done} dari {total} langkah", done=done, total=len(steps)))
        self._on_told("")

    def _on_told(self, said: str) -> None:
        self._said.setText(said or self.picture.said())

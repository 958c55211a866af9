"""A screen that is not in this version."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desk.ui.kit.stage import StatePanel
from desk.ui.page import Page


class LaterPage(Page):
    """Says that it is not here yet and what to use meanwhile, with one button that goes there."""

    def __init__(self, title: str, text: str, action: str, icon: str) -> None:
        super().__init__()
        self.panel = StatePanel()
        self.panel.show_state("empty", title, text, action, icon=icon)
        layout = QVBoxLayout(self)
        layout.addWidget(self.panel)

    def arrive(self) -> None:
        """The one button is the first thing."""
        self.panel.button().setFocus()

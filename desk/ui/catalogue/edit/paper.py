"""The checklist as it would be printed, beside what is being edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desk.language import tr
from desk.ui.kit.banner import Banner
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.preview.qt_printing import image_of
from desk.ui.preview.sheets import Sheets

if TYPE_CHECKING:
    from desk.print.raster import Page


class PaperPane(QFrame):
    """The pages, and why they are not those of this moment where they aren't."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "sunken")
        self.setMinimumWidth(240)
        self._pages = _Wide()
        self._stale = Banner("", tone="warn", parent=self)
        self._head = Text(tr("Daftar persyaratan, seperti akan dicetak"), role="small", tone="soft", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._head)
        column.addWidget(self._stale)
        column.addWidget(self._pages, 1)

    def show_pages(self, pages: Sequence[Page], stale: str) -> None:
        """Show these; with a reason, the last good ones stay."""
        self._stale.show_banner(stale, "warn")
        if pages:
            self._pages.show_pages([image_of(page) for page in pages])


class _Wide(Sheets):
    """As wide as there is room, and staying where one was reading."""

    def show_pages(self, pages: Sequence[QImage]) -> None:
        place = self.verticalScrollBar().value()
        super().show_pages(pages)
        self.verticalScrollBar().setValue(place)

    def _fitting(self) -> float:
        if not self._paper.pages:
            return 1.0
        return max(0.2, min(1.0, (self.viewport().width() - 2 * GRID * 4) / self._paper.pages[0].width()))

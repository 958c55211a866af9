"""The pages on a grey ground, scaled to fit or larger."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desk.language import tr
from desk.ui.kit import theme
from desk.ui.kit.tokens import GRID

_GAP = GRID * 4
_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


class Sheets(QScrollArea):
    """Pages one under the other."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Lembar seperti akan dicetak"))
        self.setWidgetResizable(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._paper = _Paper()
        self._zoom = 0.0
        self.setWidget(self._paper)

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """Show these, from the top."""
        self._paper.pages = list(pages)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def zoom(self, by: int) -> None:
        """Larger or smaller; 0 fits the whole page."""
        now = self._zoom or self._fitting()
        if by > 0:
            self._zoom = next((step for step in _STEPS if step > now + 0.01), _STEPS[-1])
        elif by < 0:
            self._zoom = next((step for step in reversed(_STEPS) if step < now - 0.01), _STEPS[0])
        else:
            self._zoom = 0.0
        self._fit()

    def _fitting(self) -> float:
        if not self._paper.pages:
            return 1.0
        page = self._paper.pages[0]
        room = self.viewport().size() - QSize(2 * _GAP, 2 * _GAP)
        wide = room.width() / page.width()
        return max(0.2, min(1.0, wide, max(room.height() / page.height(), wide * 0.62)))

    def _fit(self) -> None:
        self._paper.scale = self._zoom or self._fitting()
        self._paper.resize(self._paper.sizeHint())
        self._paper.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._fit()


class _Paper(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.pages: list[QImage] = []
        self.scale = 1.0

    def sizeHint(self) -> QSize:
        """All pages and the gaps."""
        width = max((page.width() for page in self.pages), default=0) * self.scale
        height = sum(page.height() * self.scale + _GAP for page in self.pages)
        return QSize(round(width) + 2 * _GAP, round(height) + _GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper with a hairline; what is printed is drawn, not approximated."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = theme.worn()
        top = float(_GAP)
        for page in self.pages:
            size = page.size() * self.scale
            place = QRectF((self.width() - size.width()) / 2, top, size.width(), size.height())
            fitting = page.scaled(
                place.size().toSize() * self.devicePixelRatioF(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage(place, fitting)
            painter.setPen(QPen(QColor(tokens.edge), 1))
            painter.drawRect(place)
            top += place.height() + _GAP
        painter.end()

"""The papers as a grid of small pictures: one widget for the keyboard and a screen reader, painted tile by tile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desk.language import tr
from desk.ui.attachments.values import Tile
from desk.ui.kit import fonts, icons, theme
from desk.ui.kit.tokens import GRID

Index = QModelIndex | QPersistentModelIndex
WIDTH, HEIGHT = 128, 146
PICTURE = 96
TILE_ROLE = Qt.ItemDataRole.UserRole
PICTURE_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


class TilesModel(QAbstractListModel):
    """The tiles and the pictures that have come."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: list[Tile] = []
        self._pictures: dict[str, QPixmap] = {}

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """These, from the first; pictures that are known stay."""
        self.beginResetModel()
        self._tiles = list(tiles)
        kept = {tile.id for tile in tiles}
        self._pictures = {key: picture for key, picture in self._pictures.items() if key in kept}
        self.endResetModel()

    def show_picture(self, tile_id: str, content: bytes) -> None:
        """One's small picture."""
        picture = QPixmap()
        place = self.place_of(tile_id)
        if place is not None and picture.loadFromData(content):
            self._pictures[tile_id] = picture
            index = self.index(place)
            self.dataChanged.emit(index, index)

    def place_of(self, tile_id: str) -> int | None:
        """Where that tile stands, None when it isn't there."""
        return next((place for place, tile in enumerate(self._tiles) if tile.id == tile_id), None)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many tiles."""
        return 0 if parent.isValid() else len(self._tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a tile says, to an eye or a screen reader."""
        tile = self._tiles[index.row()]
        if role == TILE_ROLE:
            return tile
        if role == PICTURE_ROLE:
            return self._pictures.get(tile.id)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tile.said
        return None


class TileGrid(QListView):
    """The grid; as high as its rows, so that what holds it scrolls.

    Signals:
        chosen: the id of the tile now current, empty when none is.
        opened: Enter or double click on a tile.
        remove_requested: Delete.
    """

    chosen = Signal(str)
    opened = Signal(str)
    remove_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = TilesModel()
        self.setModel(self._model)
        self.setAccessibleName(tr("Lampiran"))
        self.setItemDelegate(_Painter(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QListView.DragDropMode.NoDragDrop)
        self.viewport().setAcceptDrops(False)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setGridSize(QSize(WIDTH, HEIGHT))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(WIDTH + GRID * 2)
        self.setProperty("bare", True)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.doubleClicked.connect(lambda _index: self._open())

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """These; the current one stays if it is still there."""
        before = self.current()
        self._model.show_tiles(tiles)
        place = self._model.place_of(before) if before else None
        if place is not None:
            self.setCurrentIndex(self._model.index(place))
        else:
            self.chosen.emit("")
        self._fit()

    def show_picture(self, tile_id: str, content: bytes) -> None:
        """One's small picture."""
        self._model.show_picture(tile_id, content)

    def current(self) -> str:
        """The id of the current tile, empty when none is."""
        tile = self.currentIndex().data(TILE_ROLE)
        return tile.id if isinstance(tile, Tile) else ""

    def choose(self, tile_id: str) -> None:
        """Make that the current one."""
        place = self._model.place_of(tile_id)
        if place is not None:
            self.setCurrentIndex(self._model.index(place))

    def _open(self) -> None:
        if self.current():
            self.opened.emit(self.current())

    def _fit(self) -> None:
        across = max(1, (self.width() - 2) // WIDTH)
        rows = -(-self._model.rowCount() // across)
        self.setFixedHeight(max(rows, 1) * HEIGHT + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete takes off."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Delete and self.current():
            self.remove_requested.emit(self.current())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is always on a tile."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer beside each other."""
        super().resizeEvent(event)
        self._fit()


class _Painter(QStyledItemDelegate):
    def __init__(self, view: TileGrid) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All alike."""
        return QSize(WIDTH, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The picture on its ground, its name and what it belongs to below."""
        tokens = theme.worn()
        tile: Tile = index.data(TILE_ROLE)
        place = QRect(option.rect).adjusted(2, 2, -GRID, -GRID)
        ground = QRect(place.left(), place.top(), place.width(), PICTURE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setBrush(QColor(tokens.sunken))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawRoundedRect(QRectF(ground).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self._paint_picture(painter, ground.adjusted(GRID, GRID, -GRID, -GRID), tile, index.data(PICTURE_ROLE))
        if tile.corner:
            self._paint_corner(painter, ground, tile.corner)
        if index == self._view.currentIndex():
            focused = self._view.hasFocus()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus if focused else tokens.accent), 2))
            painter.drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), 4, 4)
        below = place.adjusted(1, PICTURE + 3, -1, 0)
        self._line(painter, below, tile.name, "lead", tokens.ink)
        self._line(painter, below.adjusted(0, 19, 0, 0), tile.about, "small", tokens.soft)
        painter.restore()

    def _paint_picture(self, painter: QPainter, room: QRect, tile: Tile, picture: QPixmap | None) -> None:
        if picture is None:
            box = QRectF(room.center().x() - 15, room.center().y() - 15, 30, 30)
            icons.paint(painter, tile.icon, box, theme.worn().soft, self._view.devicePixelRatioF())
            return
        size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.drawPixmap(place, picture)

    def _paint_corner(self, painter: QPainter, ground: QRect, words: str) -> None:
        tokens = theme.worn()
        painter.setFont(fonts.font("small_strong"))
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(words) + GRID * 3
        badge = QRectF(ground.right() - width - 3, ground.bottom() - 22, width, 19)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ink))
        painter.drawRoundedRect(badge, 3, 3)
        painter.setPen(QColor(tokens.surface))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)

    def _line(self, painter: QPainter, place: QRect, words: str, role: fonts.Role, colour: str) -> None:
        painter.setFont(fonts.font(role))
        painter.setPen(QColor(colour))
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), fitting)

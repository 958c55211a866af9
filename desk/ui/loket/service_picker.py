"""Finding the service: a line to type into, the services found, and what one says of itself at a glance."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desk.domain.catalogue import Service
from desk.language import tr
from desk.ui.kit import fonts, theme
from desk.ui.kit.button import Button
from desk.ui.kit.icons import Icon
from desk.ui.kit.text import Elided
from desk.ui.kit.tokens import GRID
from desk.ui.loket.verdict import duration_words
from desk.ui.shortcuts import Key

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SERVICE_ROLE = Qt.ItemDataRole.UserRole
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class SearchLine(QLineEdit):
    """Where the applicant's words are typed; arrows move in the list below.

    Signals:
        moved: up or down in the list.
        chosen: Enter; tabbed: Tab.
        escaped: Escape.
    """

    moved = Signal(int)
    chosen = Signal()
    tabbed = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(
            tr("Ketik yang diminta pemohon: adopsi, ijin, lansia terlantar, BPJS mati, kursi roda…")
        )
        self.setAccessibleName(tr("Cari layanan"))
        face = fonts.font("title")
        face.setWeight(fonts.font("lead").weight())
        self.setFont(face)
        self.setMaxLength(120)

    def event(self, event: Any) -> bool:
        """Tab chooses too: what is seen in the checklist is what is meant."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            self.tabbed.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter and Escape are the list's."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.chosen.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class ServicesModel(QAbstractListModel):
    """The services found."""

    def __init__(self) -> None:
        super().__init__()
        self.services: tuple[Service, ...] = ()

    def show_services(self, services: tuple[Service, ...]) -> None:
        """Show these."""
        if services != self.services:
            self.beginResetModel()
            self.services = services
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self.services)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, and the whole for a screen reader."""
        if not index.isValid() or index.row() >= len(self.services):
            return None
        service = self.services[index.row()]
        if role == _SERVICE_ROLE:
            return service
        if role == Qt.ItemDataRole.DisplayRole:
            return service.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tr("{title}, {facts}", title=service.title, facts=facts_of(service))
        return None


class FoundList(QListView):
    """The list under the line; it never takes the focus, the line keeps it.

    Signals:
        pointed: a service was clicked.
    """

    pointed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.found = ServicesModel()
        self.setModel(self.found)
        self.setItemDelegate(_ServiceDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { border: 0; border-radius: 0; }")
        self.setAccessibleName(tr("Layanan yang cocok"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(lambda index: self.pointed.emit(index.row()))

    def show_found(self, services: tuple[Service, ...], highlighted: int) -> None:
        """Show the services, the bar on one."""
        self.found.show_services(services)
        if highlighted < 0:
            self.setCurrentIndex(QModelIndex())
            self.scrollToTop()
        elif services:
            index = self.found.index(highlighted)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _ServiceDelegate(QStyledItemDelegate):
    """Title on as many lines as it needs, the facts under it."""

    def __init__(self, view: FoundList) -> None:
        super().__init__(view)
        self._view = view

    def _title_rect(self, service: Service, width: int) -> QRect:
        metrics = QFontMetrics(fonts.font("lead"))
        return metrics.boundingRect(QRect(0, 0, max(60, width - GRID * 7), 1000), _WRAP, service.title)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Title and facts."""
        width = self._view.viewport().width()
        small = QFontMetrics(fonts.font("small")).height()
        return QSize(width, self._title_rect(index.data(_SERVICE_ROLE), width).height() + small + GRID * 5)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The bar is the accent's ground with a strong edge at the left."""
        service: Service = index.data(_SERVICE_ROLE)
        tokens = theme.worn()
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.currentIndex() == index:
            painter.fillRect(rect, QColor(tokens.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), QColor(tokens.accent))
        else:
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawLine(QRectF(rect).bottomLeft(), QRectF(rect).bottomRight())
        title = self._title_rect(service, rect.width())
        painter.setFont(fonts.font("lead"))
        painter.setPen(QColor(tokens.ink))
        words = QRect(rect.left() + GRID * 4, rect.top() + GRID * 2, rect.width() - GRID * 7, title.height())
        painter.drawText(words, _WRAP, service.title)
        painter.setFont(fonts.font("small"))
        painter.setPen(QColor(tokens.soft))
        facts = QFontMetrics(painter.font()).elidedText(facts_of(service), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words.left(), words.bottom() + QFontMetrics(painter.font()).height(), facts)
        painter.restore()


class ServiceBar(QFrame):
    """The head of the form: the line to type into, or the service that was chosen.

    Signals:
        change_requested, checklist_requested, new_requested: the buttons.
    """

    change_requested = Signal()
    checklist_requested = Signal()
    new_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "plain")
        self.line = SearchLine()
        self._title = Elided("", role="title")
        self._facts = Elided("", role="small", tone="soft")
        self._guarded = Icon("lock", size=16, ink="warn")
        self._change = change = Button(tr("Ganti layanan"), key=Key.CHANGE_SERVICE, kind="quiet")
        self._checklist = Button(tr("Cetak persyaratan"), key=Key.PRINT_CHECKLIST, icon="printer")
        self._new = Button(tr("Baru"), key=Key.NEW, kind="quiet", icon="plus", name=tr("Pendaftaran baru"))
        change.clicked.connect(self.change_requested)
        self._checklist.clicked.connect(self.checklist_requested)
        self._new.clicked.connect(self.new_requested)
        for button in (change, self._checklist, self._new):
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        chosen = QWidget()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        line = QHBoxLayout(chosen)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID * 2)
        line.addWidget(self._guarded)
        line.addLayout(words, 1)
        line.addWidget(change)
        typing = QWidget()
        searching = QHBoxLayout(typing)
        searching.setContentsMargins(0, 0, 0, 0)
        searching.setSpacing(GRID * 2)
        searching.addWidget(Icon("search", size=20))
        searching.addWidget(self.line, 1)
        self._layers = QStackedLayout()
        self._layers.addWidget(typing)
        self._layers.addWidget(chosen)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(GRID * 4, GRID * 2, GRID * 3, GRID * 2)
        bar.setSpacing(GRID * 2)
        bar.addLayout(self._layers, 1)
        bar.addWidget(self._checklist)
        bar.addWidget(self._new)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_service(
        self, service: Service | None, query: str, *, picking: bool, number: str, changeable: bool
    ) -> None:
        """Show the line, or the chosen service (with the number of a file taken up again)."""
        self._layers.setCurrentIndex(0 if picking else 1)
        self._change.setVisible(changeable)
        self._checklist.setEnabled(service is not None)
        if self.line.text() != query:
            self.line.setText(query)
        if service is not None and not picking:
            self._title.setText(
                tr("{number} · {title}", number=number, title=service.title) if number else service.title
            )
            self._facts.setText(facts_of(service, product=True))
            self._guarded.setVisible(service.sensitive is not None)
            self._guarded.setToolTip(tr("Layanan yang dijaga: datanya hanya untuk petugas yang berhak."))


def facts_of(service: Service, *, product: bool = False) -> str:
    """``18 hari kerja · gratis · Bidang Rehabilitasi Sosial``."""
    fee = tr("gratis") if service.fee == 0 else tr("Rp{fee}", fee=f"{service.fee:,}".replace(",", "."))
    facts = [duration_words(service), fee]
    if service.division:
        facts.append(service.division)
    if product:
        facts.append(tr("hasil: {product}", product=service.product))
    return " · ".join(facts)

"""The top bar: one box for everything, who sits here, and where the data are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desk.language import tr
from desk.ui.frame.search import Hit
from desk.ui.kit import fonts, icons, theme
from desk.ui.kit.button import Button
from desk.ui.kit.chip import Chip
from desk.ui.kit.icons import Icon
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID, Tone
from desk.ui.shortcuts import Key

PAUSE_MS = 120
_HIT = Qt.ItemDataRole.UserRole
_LINE = 46


class TopBar(QFrame):
    """Search box, officer, pill.

    Signals:
        typed: what stands in the box, a moment after typing.
        chosen: a `Hit`.
        bell_pressed: the bell was clicked.
    """

    typed = Signal(str)
    chosen = Signal(object)
    bell_pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.setProperty("surface", "page")
        self.setFixedHeight(56)
        self._before: QWidget | None = None
        self._window = window
        self._searching = self._eager = False
        self.box = QLineEdit()
        self.box.setFont(fonts.font())
        self.box.setAccessibleName(tr("Cari apa saja"))
        self.box.setPlaceholderText(tr("Cari nama, NIK, nomor, kode, layanan …"))
        self.box.setClearButtonEnabled(False)
        self.box.setMinimumWidth(260)
        self.box.setMaximumWidth(560)
        self.box.setTextMargins(24, 0, 56, 0)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lens = Icon("search", size=16, parent=self.box)
        lens.move(10, 9)
        self._cap = Text(Key.SEARCH.value, role="small", tone="soft", parent=self.box)
        theme.set_mark(self._cap, "cap", True)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._who = Text("", role="lead")
        self._where = Text("", role="small", tone="soft")
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addStretch(1)
        who.addWidget(self._who, 0, Qt.AlignmentFlag.AlignRight)
        who.addWidget(self._where, 0, Qt.AlignmentFlag.AlignRight)
        who.addStretch(1)
        self.bell = Button("", kind="quiet", icon="bell", name=tr("Yang perlu dilihat"))
        self.bell.clicked.connect(self.bell_pressed)
        self.bell.hide()
        self.pill = Chip(tr("Membuka data …"), tone="quiet", icon="hard-drive")
        line = QHBoxLayout(self)
        line.setContentsMargins(GRID * 4, 0, GRID * 4, 0)
        line.setSpacing(GRID * 4)
        line.addWidget(self.box, 3)
        line.addStretch(1)
        line.addWidget(self.bell)
        line.addWidget(self.pill)
        line.addLayout(who)
        self._list = _HitList(window)
        self._list.clicked.connect(self._on_clicked)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE_MS)
        self._wait.timeout.connect(lambda: self.typed.emit(self.box.text()))
        self.box.textEdited.connect(lambda _: self._wait.start())
        self.box.installEventFilter(self)

    def show_officer(self, officer: str, counter: str, office: str) -> None:
        """Who sits at which counter."""
        self._who.setText(officer)
        self._where.setText(f"{counter} · {office}")

    def show_pill(self, words: str, tone: Tone = "quiet", icon: str = "hard-drive") -> None:
        """Where the data are."""
        self.pill.show_chip(words, tone=tone, icon=icon)

    def show_hits(self, hits: Sequence[Hit], *, searching: bool) -> None:
        """Answer below the box; an Enter that was pressed before the answer takes the first."""
        self._searching = searching
        self._list.show_hits(hits, searching=searching, asked=bool(self.box.text().strip()))
        self._place_list()
        if self._eager and not searching:
            self._eager = False
            self._on_clicked(self._list.currentIndex())

    def seek(self, text: str = "") -> None:
        """Go to the box, perhaps with something to look for."""
        focus = QApplication.focusWidget()
        if focus is not self.box:
            self._before = focus
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.box.setText(text)
            self.typed.emit(text)
        else:
            self.box.selectAll()

    def done(self) -> None:
        """Empty the box, back to where we were."""
        self._wait.stop()
        self._eager = False
        self.box.clear()
        self._list.hide()
        if self._before is not None and self.box.hasFocus():
            self._before.setFocus()
        self._before = None

    def hits(self) -> QListView:
        """The list of answers."""
        return self._list

    def _place_list(self) -> None:
        corner = self.box.mapTo(self._window, QPoint(0, self.box.height() + GRID))
        height = min(8, max(1, self._list.model().rowCount())) * _LINE + GRID * 2 + 2
        self._list.setGeometry(corner.x(), corner.y(), max(self.box.width(), 420), height)
        self._list.raise_()

    def _on_clicked(self, index: QModelIndex) -> None:
        hit = index.data(_HIT)
        if isinstance(hit, Hit):
            self.done()
            self.chosen.emit(hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move along the answers, Enter chooses, Esc goes back."""
        if event.type() is QEvent.Type.Resize:
            self._cap.adjustSize()
            self._cap.move(self.box.width() - self._cap.width() - 6, (self.box.height() - self._cap.height()) // 2)
        elif event.type() is QEvent.Type.FocusOut and not self._list.hasFocus():
            self._list.hide()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event.key())
        return super().eventFilter(watched, event)

    def _on_enter(self) -> None:
        if self._wait.isActive():
            self._wait.stop()
            self._eager = True
            self.typed.emit(self.box.text())
        elif self._searching:
            self._eager = True
        else:
            self._on_clicked(self._list.currentIndex())

    def _on_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.done()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        else:
            self._eager = False
            return False
        return True


class _HitList(QListView):
    """The answers, under the box and over the screen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("choices")
        self.setAccessibleName(tr("Hasil pencarian"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(_HitDelegate(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.hide()

    def show_hits(self, hits: Sequence[Hit], *, searching: bool, asked: bool) -> None:
        """Show them, the first one chosen."""
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        model.clear()
        for hit in hits:
            item = QStandardItem(hit.title)
            item.setData(hit, _HIT)
            item.setData(f"{hit.title}, {hit.detail}", Qt.ItemDataRole.AccessibleTextRole)
            model.appendRow(item)
        if not hits and asked and not searching:
            nothing = QStandardItem(tr("Tidak ada yang cocok."))
            nothing.setEnabled(False)
            model.appendRow(nothing)
        self.setVisible(model.rowCount() > 0)
        if hits:
            self.setCurrentIndex(model.index(0, 0))

    def step(self, by: int) -> None:
        """One line up or down."""
        place = self.currentIndex().row() + by
        if 0 <= place < self.model().rowCount():
            self.setCurrentIndex(self.model().index(place, 0))


class _HitDelegate(QStyledItemDelegate):
    """Two lines: the name, and what it is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """Draw one answer."""
        tokens = theme.worn()
        view = self.parent()
        assert isinstance(view, _HitList)
        place = QRect(option.rect)
        hit = index.data(_HIT)
        painter.save()
        if index == view.currentIndex() and isinstance(hit, Hit):
            painter.fillRect(place, QColor(tokens.accent_soft))
            painter.fillRect(QRect(place.left(), place.top(), 3, place.height()), QColor(tokens.accent))
        if isinstance(hit, Hit):
            icons.paint(
                painter,
                hit.icon,
                QRectF(place.left() + 12, place.top() + 14, 18, 18),
                tokens.soft,
                view.devicePixelRatioF(),
            )
            inner = place.adjusted(44, 5, -10, -5)
            _line(painter, inner, hit.title, "lead", tokens.ink, Qt.AlignmentFlag.AlignTop)
            _line(painter, inner, hit.detail, "small", tokens.soft, Qt.AlignmentFlag.AlignBottom)
        else:
            _line(
                painter,
                place.adjusted(14, 0, -10, 0),
                str(index.data() or ""),
                "body",
                tokens.soft,
                Qt.AlignmentFlag.AlignVCenter,
            )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Two lines high."""
        return QSize(200, _LINE)


def _line(painter: QPainter, place: QRect, words: str, role: fonts.Role, colour: str, align: Qt.AlignmentFlag) -> None:
    painter.setFont(fonts.font(role))
    painter.setPen(QColor(colour))
    fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, align | Qt.AlignmentFlag.AlignLeft, fitting)

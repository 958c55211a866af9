"""The panel at the right edge: over the screen, never modal. Greeting, it takes no focus and goes with the first letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desk.language import tr
from desk.services.notices import Pickup
from desk.ui.kit.banner import Banner, Notice
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.icons import Icon
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import Scroll, clear, column, row
from desk.ui.kit.text import Elided, Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.notices.presenter import NoticeLine, NoticeSection
from desk.ui.shortcuts import Key

WIDTH = 440
_SETTLE_MS = 40
TOP, BOTTOM = 57, 37
"""What of the window is left free above and below: the top bar and the bottom line."""


class NoticesPanel(QFrame):
    """What to know now; hidden until it greets or is asked for.

    Signals:
        closed: Esc, its key, or the button: the officer has looked.
        stepped_aside: somebody went on working while it greeted.
        case_chosen: a file's id.
        list_chosen: a kind, all of it.
        pickup_requested: a file's id: what to tell its applicant.
    """

    closed = Signal()
    stepped_aside = Signal()
    case_chosen = Signal(str)
    list_chosen = Signal(str)
    pickup_requested = Signal(str)

    def __init__(self, window: QWidget, bell: Button, tell: Callable[[Notice], None]) -> None:
        super().__init__(window)
        self._window, self._bell, self._tell = window, bell, tell
        self._before: QWidget | None = None
        self._greeting = self._fetched = False
        self._sections: tuple[NoticeSection, ...] = ()
        self._places: dict[str, QVBoxLayout] = {}
        self.setProperty("surface", "card")
        self.setAccessibleName(tr("Yang perlu dilihat"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close = Button(tr("Tutup"), cap="Esc", kind="quiet")
        close.clicked.connect(self.closed)
        self._scroll = Scroll(tr("Yang perlu dilihat"), margins=GRID * 4)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # arrows go from line to line, and it follows
        self.stage = Stage(self._scroll)
        head = row(Icon("bell", size=18), Text(tr("Yang perlu dilihat"), role="title"), "stretch", close)
        head.setContentsMargins(GRID * 4, GRID * 2, GRID * 2, GRID * 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(Rule())
        whole.addWidget(self.stage, 1)
        self.hide()

    def show_count(self, count: str, spoken: str) -> None:
        """How many, on the bell."""
        self._bell.set_words(count)
        self._bell.setAccessibleName(tr("{spoken}, buka daftarnya", spoken=spoken))
        self._bell.setToolTip(f"{spoken} ({Key.NOTICES.value})")
        self._bell.show()

    def show_sections(self, sections: Sequence[NoticeSection]) -> None:
        """Everything to know; what is shown already is left as it is, with its focus and its open message."""
        if tuple(sections) == self._sections and self._fetched:
            return
        self._sections, self._fetched = tuple(sections), True
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.setFocus()
        clear(self._scroll.body)
        self._places.clear()
        for section in sections:
            self._scroll.body.addLayout(self._section(section))
        self._scroll.body.addStretch(1)
        if sections:
            self.stage.show_content()
        else:
            said = tr("Tidak ada yang mendesak"), tr("Tidak ada yang terlambat, jatuh tempo, atau menunggu diambil.")
            self.stage.show_empty(*said, icon="circle-check")

    def show_error(self, words: str) -> None:
        """They can't be fetched."""
        self._fetched = False
        self.stage.show_error(tr("Pemberitahuan tidak dapat dibaca"), words)

    def show_pickup(self, case_id: str, pickup: Pickup) -> None:
        """What to tell the applicant, below its line."""
        place = self._places.get(case_id)
        if place is None:
            return
        clear(place)
        card = _PickupCard(pickup)
        card.copied.connect(lambda what: self._tell(Notice(what, "ok")))
        place.addWidget(card)
        card.copy.setFocus()
        QTimer.singleShot(
            _SETTLE_MS, card, lambda: self._scroll.ensureWidgetVisible(card, 0, GRID * 4)
        )  # once it has its place

    def greet(self) -> None:
        """Come out beside what is being done: the focus stays, and the first letter sends it away."""
        self._greeting = True
        self._come_out()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def bring_out(self) -> None:
        """Come out for the keys."""
        self._before = QApplication.focusWidget()
        self._come_out()
        self.setFocus()

    def put_away(self) -> None:
        """Back to where we were."""
        self._end_greeting()
        focus = QApplication.focusWidget()
        inside = focus is not None and (focus is self or self.isAncestorOf(focus))
        self.hide()
        if inside and self._before is not None:
            self._before.setFocus()
        self._before = None

    def is_out(self) -> bool:
        """Whether it is seen."""
        return self.isVisible()

    def fit(self) -> None:
        """At the right edge, between top bar and bottom line."""
        width = min(WIDTH, self._window.width() - 2 * GRID)
        height = self._window.height() - TOP - BOTTOM - 2 * GRID
        self.setGeometry(self._window.width() - width - GRID, TOP + GRID, width, height)

    def tell(self, words: str, *, good: bool) -> None:
        """The bottom line."""
        self._tell(Notice(words, "ok" if good else "bad"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While greeting: a letter typed elsewhere means that work goes on; it is let through."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text().strip():
            inside = isinstance(watched, QWidget) and (watched is self or self.isAncestorOf(watched))
            if not inside and isinstance(watched, QWidget):
                self._end_greeting()
                self.stepped_aside.emit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; arrows go from line to line."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """To the next line or button of the panel; at its ends it stays."""
        stops = [button for button in self.findChildren(QPushButton) if button.isVisible() and button.isEnabled()]
        stops.sort(key=lambda button: button.mapTo(self, button.rect().topLeft()).toTuple()[::-1])
        focus = QApplication.focusWidget()
        here = stops.index(focus) if isinstance(focus, QPushButton) and focus in stops else -1
        place = max(0, min(len(stops) - 1, here + by))
        stops[place].setFocus()
        self._scroll.ensureWidgetVisible(stops[place], 0, GRID * 4)

    def _come_out(self) -> None:
        self.fit()
        self.show()
        self.raise_()

    def _end_greeting(self) -> None:
        application = QApplication.instance()
        if self._greeting and application is not None:
            application.removeEventFilter(self)
        self._greeting = False

    def _section(self, section: NoticeSection) -> QVBoxLayout:
        count = Text(section.count, role="strong", tone="soft")
        icon = Icon(section.look.icon, size=18, ink=section.look.tone)
        made = column(row(icon, Text(section.heading, role="strong"), "stretch", count), Rule(), spacing=GRID)
        for line in section.lines:
            made.addWidget(self._line(line))
            if line.pickup:
                place = self._places[line.case_id] = QVBoxLayout()
                made.addLayout(place)
        if section.more:
            more = Button(tr("Lihat semua {count}", count=section.count), kind="quiet", icon="arrow-right")
            more.clicked.connect(lambda: self.list_chosen.emit(section.kind))
            made.addLayout(row(more, "stretch"))
        return made

    def _line(self, line: NoticeLine) -> QWidget:
        made = _Line(line)
        if line.pickup:
            made.clicked.connect(lambda: self.pickup_requested.emit(line.case_id))
        else:
            made.clicked.connect(lambda: self.case_chosen.emit(line.case_id))
        return made


class _Line(QPushButton):
    """A file: name, and below what is to know of it."""

    def __init__(self, line: NoticeLine) -> None:
        super().__init__()
        self.setProperty("kind", "line")
        self.setProperty("pickup", line.pickup)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAccessibleName(f"{line.name}, {line.detail}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(46)
        words = column(Elided(line.name, role="lead"), Elided(line.detail, role="small", tone="soft"), spacing=0)
        words.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self.setLayout(words)
        for label in self.findChildren(Text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class _PickupCard(QFrame):
    """The message to an applicant and the number that it is sent to.

    Signals:
        copied: a sentence that says what is in the clipboard now.
    """

    copied = Signal(str)

    def __init__(self, pickup: Pickup) -> None:
        super().__init__()
        self.setProperty("surface", "page")
        text = QPlainTextEdit(pickup.text)
        text.setReadOnly(True)
        text.setAccessibleName(tr("Pesan untuk pemohon"))
        text.setTabChangesFocus(True)
        text.setFixedHeight(188)
        self.copy = Button(tr("Salin pesan"), kind="primary", icon="copy")
        self.copy.clicked.connect(lambda: self._copy(pickup.text, tr("Pesan disalin; tempelkan di WhatsApp.")))
        buttons = Flow()
        buttons.add(self.copy)
        body = column(spacing=GRID * 2)
        if pickup.phone:
            number = Button(tr("Salin nomor {phone}", phone=pickup.phone), icon="phone")
            number.clicked.connect(
                lambda: self._copy(pickup.whatsapp or pickup.phone, tr("Nomor {phone} disalin.", phone=pickup.phone))
            )
            buttons.add(number)
        else:
            body.addWidget(Banner(tr("Pemohon ini tidak meninggalkan nomor telepon."), tone="info", parent=self))
        body.addWidget(text)
        body.addWidget(buttons)
        body.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 3)
        self.setLayout(body)

    def _copy(self, text: str, words: str) -> None:
        QApplication.clipboard().setText(text)
        self.copied.emit(words)

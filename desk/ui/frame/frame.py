"""The frame, furnished: rail, top bar, the screens, bottom line, and what lies over them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.frame.bare import BareWindow
from desk.ui.frame.curtain import Curtain
from desk.ui.frame.help import HelpSheet
from desk.ui.frame.places import FIRST, PLACES, place_named
from desk.ui.frame.rail import Rail
from desk.ui.frame.scan_filter import ScanFilter
from desk.ui.frame.top_bar import TopBar
from desk.ui.kit.banner import BottomLine, Notice
from desk.ui.kit.button import Button
from desk.ui.kit.stage import StatePanel
from desk.ui.kit.text import Rule
from desk.ui.page import Page
from desk.ui.shortcuts import Key
from desk.ui.workplace import Workplace

log = logging.getLogger(__name__)


class Frame(QObject):
    """Furnishes a `BareWindow` and moves between screens; builds each at its first visit.

    Attributes:
        rail, top, bottom: its parts.
        waiting: what is shown in place of screens until the counter is open.

    Signals:
        moving: another screen is about to come to the front.
    """

    moving = Signal()

    def __init__(self, window: BareWindow) -> None:
        super().__init__(window)
        self.window = window
        self.rail, self.top, self.bottom = Rail(), TopBar(window), BottomLine()
        self.waiting = StatePanel()
        self._screens = QStackedWidget()
        self._screens.addWidget(self.waiting)
        self._pages: dict[str, Page] = {}
        self._workplace: Workplace | None = None
        self._here = ""
        self._asked: tuple[str, str] = (FIRST, "")
        window.setCentralWidget(self._arranged())
        self.curtain, self.help = Curtain(window), HelpSheet(window)
        self.scans = ScanFilter(self)
        handle = window.windowHandle()
        if handle is not None:
            self.scans.watch(handle)
        window.resized.connect(self._cover)
        self.rail.chosen.connect(self.go)
        self._set_keys()
        self.bottom.keys.setText(tr("F1 Bantuan    Ctrl+L Tutup layar"))

    def open_for_work(self, workplace: Workplace) -> None:
        """The counter is open: show the screen that was asked for meanwhile."""
        self._workplace = workplace
        place, reference = self._asked
        self.go(place, reference)

    def put_first(self, page: QWidget) -> None:
        """Show something before any screen: the first minute of a new counter."""
        self._screens.addWidget(page)
        self._screens.setCurrentWidget(page)

    def put_aside(self, page: QWidget) -> None:
        """That is over."""
        self._screens.setCurrentWidget(self.waiting)
        self._screens.removeWidget(page)
        page.deleteLater()

    def go(self, place: str, reference: str = "") -> None:
        """Bring a screen to the front, and open something there."""
        self._asked = (place, reference)
        self.rail.show_place(place)
        if self._workplace is None:
            return
        page = self._pages.get(place)
        if page is None:
            page = place_named(place).build(self._workplace)
            self._pages[place] = page
            self._screens.addWidget(page)
        if self._here and self._here != place:
            self.moving.emit()
            self._pages[self._here].leave()
        self._here = place
        self._screens.setCurrentWidget(page)
        page.arrive()
        if reference:
            page.open(reference)
        self.window.setWindowTitle(tr("{place} — Desk", place=tr(place_named(place).word)))

    def tell(self, notice: Notice) -> None:
        """Say what just happened."""
        self.bottom.tell(notice)

    def on_changed(self) -> None:
        """Something was written: the page in front refreshes, the others at their next visit."""
        for page in self._pages.values():
            page.on_changed()

    def here(self) -> Page | None:
        """The page in front."""
        return self._pages.get(self._here)

    def page(self, place: str) -> Page | None:
        """A page that was visited."""
        return self._pages.get(place)

    def close_down(self) -> None:
        """The window closes: every page keeps what is half done."""
        for page in self._pages.values():
            page.close_down()

    def _arranged(self) -> QWidget:
        whole = QWidget()
        whole.setObjectName("page")
        right = QVBoxLayout()
        right.setSpacing(0)
        right.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((self.top, 0), (Rule(), 0), (self._screens, 1), (Rule(), 0), (self.bottom, 0)):
            right.addWidget(part, stretch)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(Rule(upright=True))
        row.addLayout(right, 1)
        return whole

    def _set_keys(self) -> None:
        self._on_key(Key.SEARCH, self.top.seek)
        self._on_key(Key.HELP, self.help.bring_out)
        self._on_key(Key.CURTAIN, self.curtain.draw)
        self._on_key(Key.NEW, self._begin_new).activatedAmbiguously.connect(self._press_new)
        for place in PLACES:
            self._on_key(place.key, partial(self.go, place.name))

    def _on_key(self, key: Key, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key.value), self.window)
        shortcut.setAutoRepeat(False)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)
        return shortcut

    def _begin_new(self) -> None:
        """A new registration, from anywhere."""
        self.go(FIRST)
        if page := self.page(FIRST):
            page.begin_new()

    def _press_new(self) -> None:
        """The page in front has a button of its own for that key, and Qt gave it to us: press that one."""
        page = self.here()
        own = page.findChildren(Button) if page else []
        for button in own:
            if button.key_cap() == Key.NEW.value and button.isVisible() and button.isEnabled():
                button.click()
                return
        self._begin_new()

    def _cover(self) -> None:
        for sheet in (self.curtain, self.help):
            if sheet.isVisible():
                sheet.setGeometry(self.window.rect())

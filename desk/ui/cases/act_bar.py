"""The foot of a file's sheet: disposition, note, papers, and a menu with every act in its group."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget, QWidgetAction

from desk.language import tr
from desk.ui.cases.case_words import ACTIONS
from desk.ui.cases.dossier import Detail, Group
from desk.ui.cases.presses import GROUPS, mnemonics
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key

_APART = ("resume", "resubmit", "reopen")
"""Acts that are never offered beside those whose letters they share."""


class ActBar(QWidget):
    """The buttons that are always in sight.

    Signals:
        pressed: an act, to be asked for with its form.
        slip_requested, shortage_requested, given_back_requested, disposition_requested: papers.
    """

    pressed = Signal(str)
    slip_requested = Signal()
    shortage_requested = Signal()
    given_back_requested = Signal()
    disposition_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._dispose = Button(tr("Disposisi"), key=Key.DISPOSE, name=tr("Catat disposisi"))
        self._dispose.clicked.connect(lambda: self.pressed.emit("dispose"))
        self._note = Button(tr("Catatan"), key=Key.NOTE, name=tr("Tambah catatan"))
        self._note.clicked.connect(lambda: self.pressed.emit("note"))
        self._slip = Button(tr("Tanda terima"), key=Key.PRINT, name=tr("Cetak tanda terima"))
        self._slip.clicked.connect(self.slip_requested)
        self._shortage = Button(tr("Kekurangan"), key=Key.PRINT, name=tr("Cetak lembar kekurangan"))
        self._shortage.clicked.connect(self.shortage_requested)
        self._more = Button(tr("Lainnya"), key=Key.MORE, name=tr("Tindakan lain"))
        self._more.clicked.connect(self.open_menu)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(tr("Tindakan lain"))
        self.menu.installEventFilter(self)
        flow = Flow()
        for button in (self._dispose, self._note, self._slip, self._shortage, self._more):
            flow.add(button)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        inner.addWidget(flow)

    def show_detail(self, detail: Detail) -> None:
        """The acts that this file allows."""
        self._dispose.setVisible(detail.offers("dispose"))
        self._note.setVisible(detail.offers("note"))
        self._slip.setVisible(detail.can_slip)
        self._shortage.setVisible(detail.can_shortage)
        self._fill(detail.groups)
        self._fill_papers(detail)

    def open_menu(self) -> None:
        """Every act, the first one under the cursor."""
        self.menu.popup(self._more.mapToGlobal(self._more.rect().topLeft()))
        if entry := next((one for one in self.menu.actions() if not isinstance(one, QWidgetAction)), None):
            self.menu.setActiveAction(entry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter without Alt picks its act too, as in every menu."""
        if watched is self.menu and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            self.menu.hide()
            return True
        return super().eventFilter(watched, event)

    def _fill(self, groups: tuple[Group, ...]) -> None:
        self.menu.clear()
        letters = _letters()
        for group in groups:
            heading = QWidgetAction(self.menu)
            words = Text(group.heading, role="small_strong", tone="soft")
            words.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, 0)
            heading.setDefaultWidget(words)
            heading.setEnabled(False)
            self.menu.addAction(heading)
            for press in group.presses:
                place = letters.get(press.action, -1) if press.words == tr(ACTIONS[press.action]) else 0
                entry = self.menu.addAction(_marked(press.words, place))
                entry.triggered.connect(lambda _=False, action=press.action: self.pressed.emit(action))
        self._more.setVisible(not self.menu.isEmpty())

    def _fill_papers(self, detail: Detail) -> None:
        """Papers that are asked for less often."""
        papers = (
            (detail.can_disposition, tr("Cetak lembar disposisi"), self.disposition_requested),
            (detail.can_given_back, tr("Cetak tanda terima berkas asli"), self.given_back_requested),
        )
        if any(there for there, _, _ in papers):
            self.menu.addSeparator()
        for there, words, wish in papers:
            if there:
                self.menu.addAction(words).triggered.connect(lambda _=False, wish=wish: wish.emit())


def _letters() -> dict[str, int]:
    """The place in each act's words of the letter that picks it: always the same, whatever else is offered."""
    together = [action for _, group in GROUPS for action in group if action not in _APART]
    places = dict(zip(together, mnemonics(tr(ACTIONS[action]) for action in together), strict=True))
    return {**places, **dict(zip(_APART, mnemonics(tr(ACTIONS[action]) for action in _APART), strict=True))}


def _marked(words: str, place: int) -> str:
    """The words with Qt's mark before the letter at `place`."""
    plain = words.replace("&", "&&")
    return f"{plain[:place]}&{plain[place:]}" if place >= 0 else plain

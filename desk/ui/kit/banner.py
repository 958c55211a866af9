"""The bottom line and banners: what just happened, without stopping anybody, with undo where that makes sense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit import theme
from desk.ui.kit.announce import announce
from desk.ui.kit.button import Button
from desk.ui.kit.icons import Icon
from desk.ui.kit.text import Elided, Text
from desk.ui.kit.tokens import GRID, Tone
from desk.ui.shortcuts import Key

_ICONS: dict[Tone, str] = {
    "ok": "circle-check", "warn": "triangle-alert", "bad": "circle-alert", "info": "info", "quiet": "info",
}  # fmt: skip
STAY_MS = 12_000


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell. A new one takes the place of the last.

    Attributes:
        words: one whole sentence, already in the language of the window.
        tone: how it is meant.
        undo: takes it back; the key Ctrl+Z and a button offer it while the notice stands.
        action, act: another thing to do about it, and its words.
        takes_back: the words of an earlier notice that are no longer true. If they still stand, they go; with no
            words of its own the notice says nothing else.
    """

    words: str
    tone: Tone = "ok"
    undo: Callable[[], None] | None = None
    action: str = ""
    act: Callable[[], None] | None = None
    takes_back: str = ""


class BottomLine(QFrame):
    """One line at the foot of the window. Good news fades after a while; trouble stays until the next notice."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(36)
        self.setAccessibleName(tr("Yang baru terjadi"))
        self._notice: Notice | None = None
        self._icon = Icon("info", size=16)
        self._words = Elided("")
        self._undo = Button(tr("Urungkan"), key=Key.UNDO, kind="quiet", icon="undo-2")
        self._act = Button("", kind="quiet")
        self._close = Button("", kind="quiet", icon="x", name=tr("Tutup pesan"))
        self.keys = Text("", role="small", tone="soft")
        self._undo.clicked.connect(self._on_undo)
        self._act.clicked.connect(self._on_act)
        self._close.clicked.connect(self.clear)
        line = QHBoxLayout(self)
        line.setContentsMargins(GRID * 3, 0, GRID * 3, 0)
        line.setSpacing(GRID * 2)
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        for widget in (self._undo, self._act, self._close):
            widget.setFixedHeight(30)
            line.addWidget(widget)
        line.addWidget(self.keys)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(STAY_MS)
        self._fade.timeout.connect(self.clear)
        self.clear()

    def tell(self, notice: Notice) -> None:
        """Say it."""
        if not notice.words:
            if self._notice is not None and self._notice.words == notice.takes_back:
                self.clear()
            return
        self._notice = notice
        theme.set_mark(self, "banner", notice.tone)
        self._icon.show_icon(_ICONS[notice.tone], notice.tone)
        self._words.setText(notice.words)
        self._words.set_tone(notice.tone if notice.tone in ("bad", "warn") else "ink")
        self._act.set_words(notice.action)
        self._icon.show()
        self._undo.setVisible(notice.undo is not None)
        self._act.setVisible(bool(notice.action))
        self._close.show()
        self.setAccessibleDescription(notice.words)
        announce(self, notice.words)
        self._fade.stop()
        if notice.tone in ("ok", "info", "quiet"):
            self._fade.start()

    def clear(self) -> None:
        """Nothing to say."""
        self._notice = None
        self._fade.stop()
        theme.set_mark(self, "banner", "quiet")
        self._words.setText("")
        for widget in (self._icon, self._undo, self._act, self._close):
            widget.hide()

    def words(self) -> str:
        """What is being said."""
        return self._words.whole()

    def _on_undo(self) -> None:
        undo = self._notice.undo if self._notice else None
        self.clear()
        if undo:
            undo()

    def _on_act(self) -> None:
        act = self._notice.act if self._notice else None
        self.clear()
        if act:
            act()


class Banner(QFrame):
    """A sentence across the top of a part of a screen that stays while it is true."""

    def __init__(self, words: str = "", *, tone: Tone = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon(_ICONS[tone], size=16, ink=tone)
        self._words = Text(words, wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        line.setSpacing(GRID * 2)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self.show_banner(words, tone)

    def show_banner(self, words: str, tone: Tone = "info") -> None:
        """Show this sentence; an empty one hides the banner."""
        theme.set_mark(self, "banner", tone)
        self._icon.show_icon(_ICONS[tone], tone)
        self._words.setText(words)
        self.setAccessibleName(words)
        if not words:
            self.hide()
        elif self.parentWidget() is not None:  # shown without a parent it would be a window of its own for a moment
            self.show()

    def words(self) -> str:
        """What it says."""
        return self._words.text()

"""Listens to the window's keys for a scanner, wherever the focus is."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from desk.ui.scanner import GAP_MS, Scanner

_MODIFIERS = {
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}  # fmt: skip


class ScanFilter(QObject):
    """An event filter on a native window: sees keys before any field does.

    Signals:
        scanned: a code was scanned.
    """

    scanned = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._scanner = Scanner()
        self._held: list[tuple[QObject, QKeyEvent]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(GAP_MS)
        self._timer.timeout.connect(self._on_expired)

    def watch(self, window: QWindow) -> None:
        """Listen to that window."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True where the key is held back or swallowed."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if Qt.Key(event.key()) in _MODIFIERS or event.isAutoRepeat():
            return False
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        text = "\r" if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else event.text()
        # When the key was pressed, not when a busy window got round to it: a hand's keys must not seem a burst.
        pressed = event.timestamp() or time.monotonic() * 1000
        answer = self._scanner.feed(text, pressed, plain=plain)
        if answer.verdict == "held":
            target = QApplication.focusWidget()
            self._held.append((target if target is not None else watched, event.clone()))
            self._timer.start()
            return True
        self._timer.stop()
        if answer.verdict == "scanned":
            self._held.clear()
            self.scanned.emit(answer.code)
            return True
        self._give_back()
        return False

    def _on_expired(self) -> None:
        self._scanner.expired()
        self._give_back()

    def _give_back(self) -> None:
        held, self._held = self._held, []
        for target, event in held:
            QCoreApplication.sendEvent(target, event)

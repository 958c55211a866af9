"""Choosing a desk by typing: what fits is offered as one types, Enter takes the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from desk.domain.positions import position_of
from desk.domain.spelling import fold
from desk.language import tr
from desk.ui.kit.field import Field

_OFFERED = 12


def fitting(desks: Sequence[str], typed: str) -> list[str]:
    """The desks whose title has every word typed, abbreviations spelt out, those that begin with it first."""
    words = [fold(position_of(word, None)) for word in typed.split()]
    whole = fold(typed)
    found = [desk for desk in desks if all(word in fold(desk) for word in words)]
    return sorted(found, key=lambda desk: not fold(desk).startswith(whole))[:_OFFERED] if words else []


class DeskPicker(Field):
    """One desk of those given, each with what to know of it (on leave, vacant), said when it is chosen.

    Signals:
        taken: Enter, or a click on what was offered.
    """

    taken = Signal()

    def __init__(self, label: str, desks: Mapping[str, str]) -> None:
        self.line = QLineEdit()
        super().__init__(label, self.line, required=True)
        self._desks = desks
        self.line.setPlaceholderText(tr("ketik jabatan, misalnya kabid rehsos"))
        self._offers = QStringListModel(self)
        self._completer = QCompleter(self._offers, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup = QListView()
        self._popup.setAccessibleName(tr("Jabatan yang cocok"))
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._take)
        self.line.setCompleter(self._completer)
        self.line.textEdited.connect(self._on_typed)

    def desk(self) -> str:
        """The desk that is meant: the first that fits, or what stands there where none does."""
        typed = self.text().strip()
        return next(iter(fitting(tuple(self._desks), typed)), typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the first desk that fits."""
        enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.type() is QEvent.Type.KeyPress and watched is self.line:
            found = fitting(tuple(self._desks), self.text())
            if found:
                self._take(found[0])
            else:
                self.show_error(tr("Tidak ada jabatan yang cocok; ketik sebagian namanya."))
            return True
        return super().eventFilter(watched, event)

    def _take(self, desk: str) -> None:
        self._popup.hide()
        self.set_text(desk)
        remark = self._desks.get(desk, "")
        self.show_hint(remark, "warn" if remark else "quiet")
        self.taken.emit()

    def _on_typed(self, text: str) -> None:
        self.show_hint("")
        self._offers.setStringList(fitting(tuple(self._desks), text))
        if text.strip():
            self._completer.complete()
        else:
            self._popup.hide()

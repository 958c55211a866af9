"""Choosing desks by typing: what fits is offered as one types, Enter takes the first, chips show what was taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from desk.domain.positions import position_of
from desk.domain.spelling import fold
from desk.language import tr
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field
from desk.ui.kit.flow import Flow
from desk.ui.kit.surface import column
from desk.ui.kit.tokens import GRID

_OFFERED = 12


def fitting(desks: Sequence[str], typed: str) -> list[str]:
    """The desks whose title has every word typed, abbreviations spelt out, those that begin with it first."""
    words = [fold(position_of(word, None)) for word in typed.split()]
    whole = fold(typed)
    found = [desk for desk in desks if all(word in fold(desk) for word in words)]
    return sorted(found, key=lambda desk: not fold(desk).startswith(whole))[:_OFFERED] if words else []


class DeskPicker(QWidget):
    """One desk or several, of those given; each with what to know of it (on leave, vacant), said when it is chosen.

    Signals:
        changed: other desks are chosen.
        finished: Enter in an empty line: that's all of them.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, label: str, desks: Mapping[str, str], *, several: bool) -> None:
        super().__init__()
        self._desks, self._remarks, self._several = tuple(desks), desks, several
        self._taken: list[str] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("ketik jabatan, misalnya kabid rehsos"))
        self.field = Field(label, self.line, required=True)
        self._offers = QStringListModel(self)
        self._completer = QCompleter(self._offers, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup = QListView()
        self._popup.setAccessibleName(tr("Jabatan yang cocok"))
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self.take)
        self.line.setCompleter(self._completer)
        self.line.textEdited.connect(self._on_typed)
        self.line.installEventFilter(self)
        self._chips = Flow(gap=GRID + 2)
        self._chips.hide()
        self.setLayout(column(self.field, self._chips, spacing=GRID))
        self.setFocusProxy(self.line)

    def taken(self) -> tuple[str, ...]:
        """The desks chosen, with what stands in the line where it names one."""
        rest = fitting(self._desks, self.line.text())
        return tuple(dict.fromkeys((*self._taken, *rest[:1])))

    def take(self, desk: str) -> None:
        """Choose that desk too, or instead."""
        if not self._several:
            self._taken.clear()
        if desk not in self._taken:
            self._taken.append(desk)
        self.line.clear()
        self.field.clear_error()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the first desk that fits, or goes on; Backspace in an empty line lets the last one go."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_enter()
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._taken:
                self._let_go(self._taken[-1])
                return True
        return super().eventFilter(watched, event)

    def _on_enter(self) -> None:
        typed = self.line.text().strip()
        found = fitting(self._desks, typed)
        if found:
            self.take(found[0])
        elif typed:
            self.field.show_error(tr("Tidak ada jabatan yang cocok; ketik sebagian namanya."))
        elif self._taken:
            self.finished.emit()

    def _on_typed(self, text: str) -> None:
        self.field.clear_error()
        self._offers.setStringList(fitting(self._desks, text))
        if text.strip():
            self._completer.complete()
        else:
            self._popup.hide()
        self.changed.emit()

    def _let_go(self, desk: str) -> None:
        self._taken.remove(desk)
        self._show()
        self.line.setFocus()

    def _show(self) -> None:
        for chip in self._chips.things():
            chip.hide()
            chip.setParent(None)
            chip.deleteLater()
        for desk in self._taken:
            chip = Button(desk, kind="filter", icon="x", name=tr("Lepas {desk}", desk=desk))
            chip.clicked.connect(lambda _=False, desk=desk: self._let_go(desk))
            self._chips.add(chip)
        self._chips.setVisible(bool(self._taken))
        remarks = [self._remarks[desk] for desk in self._taken if self._remarks.get(desk)]
        self.field.show_hint(" ".join(remarks), "warn" if remarks else "quiet")
        self.updateGeometry()
        self.changed.emit()

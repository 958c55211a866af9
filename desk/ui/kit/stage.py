"""A place that shows its content or says where things stand: empty, busy, offline, error."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.button import Button
from desk.ui.kit.icons import Icon, Ink
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID

State = Literal["empty", "busy", "offline", "error"]
_LOOKS: dict[State, tuple[str, Ink]] = {
    "empty": ("inbox", "soft"), "busy": ("clock", "accent"), "offline": ("cloud-off", "soft"), "error": ("circle-alert", "bad"),
}  # fmt: skip


class StatePanel(QWidget):
    """What stands where, why, and the one thing to do about it, said as a colleague would.

    Signals:
        acted: the button was pressed (the first step, try again, cancel).
    """

    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("inbox", size=40)
        self._title = Text("", role="title", wrap=True)
        self._text = Text("", tone="soft", wrap=True)
        for words in (self._title, self._text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(tr("Kemajuan"))
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(240)
        self._button = Button("", kind="plain")
        self._button.clicked.connect(self.acted)
        centre = Qt.AlignmentFlag.AlignHCenter
        inner = QWidget()
        inner.setMaximumWidth(540)
        whole = QHBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(inner, 1000)
        whole.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(GRID * 6, GRID * 6, GRID * 6, GRID * 6)
        column.setSpacing(GRID * 2)
        column.addStretch(2)
        column.addWidget(self._icon, 0, centre)
        column.addSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(GRID * 2)
        column.addWidget(self._progress, 0, centre)
        column.addWidget(self._button, 0, centre)
        column.addStretch(3)

    def show_state(
        self, state: State, title: str, text: str = "", action: str = "", *, icon: str = "", progress: int | None = None
    ) -> None:
        """Show one state; `action` are the words of the button, `progress` 0 to 100 or None for 'not known'."""
        name, ink = _LOOKS[state]
        self._icon.show_icon(icon or name, ink)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._button.set_words(action)
        self._button.setVisible(bool(action))
        self._progress.setVisible(state == "busy")
        self._progress.setRange(0, 0 if progress is None else 100)
        self._progress.setValue(progress or 0)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def words(self) -> tuple[str, str]:
        """(title, text) now shown."""
        return self._title.text(), self._text.text()

    def button(self) -> Button:
        """The one button."""
        return self._button


class Stage(QWidget):
    """Content, or a state in its place; the content keeps what was typed into it.

    Signals:
        acted: the state's button was pressed.
    """

    acted = Signal()

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setObjectName("stage")
        self.content = content
        self.panel = StatePanel()
        self.panel.acted.connect(self.acted)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(content)
        self._layers.addWidget(self.panel)

    def show_content(self) -> None:
        """Show the content."""
        self._layers.setCurrentWidget(self.content)

    def show_empty(self, title: str, text: str = "", action: str = "", *, icon: str = "") -> None:
        """Nothing here yet, and the first step to take."""
        self._show("empty", title, text, action, icon=icon)

    def show_busy(self, title: str, text: str = "", action: str = "", *, progress: int | None = None) -> None:
        """What is being done, how far, and a way out."""
        self._show("busy", title, text, action, progress=progress)

    def show_offline(self, title: str, text: str = "", action: str = "") -> None:
        """Normal, and quiet."""
        self._show("offline", title, text, action)

    def show_error(self, title: str, text: str = "", action: str = "") -> None:
        """What happened, why, what to do."""
        self._show("error", title, text, action)

    def showing(self) -> str:
        """``content`` or the title of the state now shown."""
        return "content" if self._layers.currentWidget() is self.content else self.panel.words()[0]

    def _show(
        self, state: State, title: str, text: str, action: str, *, icon: str = "", progress: int | None = None
    ) -> None:
        self.panel.show_state(state, title, text, action, icon=icon, progress=progress)
        self._layers.setCurrentWidget(self.panel)

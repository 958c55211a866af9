"""The Pengaturan screen: its parts by name at the left, the chosen one beside them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout

from desk.language import tr
from desk.ui.kit.button import Button
from desk.ui.kit.text import Rule
from desk.ui.kit.tokens import GRID
from desk.ui.page import Page
from desk.ui.settings.sections import SECTIONS

_LIST = 208


class SettingsPage(Page):
    """Shows one part at a time; decides nothing.

    Signals:
        section_wanted: the name of a part that was not visited yet; answered by `put`.
    """

    section_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._parts: dict[str, Page] = {}
        self._here = ""
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._list())
        whole.addWidget(Rule(upright=True))
        whole.addWidget(self._stack, 1)

    def arrive(self) -> None:
        """To the part that was last looked at."""
        self.show_section(self._here or SECTIONS[0].name)

    def leave(self) -> None:
        """The part in front keeps what is half done."""
        if part := self.part(self._here):
            part.leave()

    def on_changed(self) -> None:
        """Every part that was visited may have to refresh."""
        for part in self._parts.values():
            part.on_changed()

    def open(self, reference: str) -> None:
        """The part of that name."""
        self.show_section(reference)

    def close_down(self) -> None:
        """Every part keeps what is half done."""
        for part in self._parts.values():
            part.close_down()

    def put(self, name: str, part: Page) -> None:
        """A part that was wanted, built."""
        self._parts[name] = part
        self._stack.addWidget(part)

    def part(self, name: str) -> Page | None:
        """A part that was visited."""
        return self._parts.get(name)

    def show_section(self, name: str) -> None:
        """Bring a part to the front."""
        if name not in self._buttons:
            return
        if name not in self._parts:
            self.section_wanted.emit(name)
        if self._here != name:
            self.leave()
        self._here = name
        self._buttons[name].setChecked(True)
        part = self._parts[name]
        self._stack.setCurrentWidget(part)
        part.arrive()

    def _list(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("surface", "sunken")
        frame.setMinimumWidth(_LIST)
        frame.setAccessibleName(tr("Bagian Pengaturan"))
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, GRID * 3, 0, GRID * 3)
        column.setSpacing(0)
        for section in SECTIONS:
            button = Button(tr(section.word), kind="rail", icon=section.icon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFixedHeight(42)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=section.name: self._on_chosen(name))
            self._group.addButton(button)
            self._buttons[section.name] = button
            column.addWidget(button)
        column.addStretch(1)
        return frame

    def _on_chosen(self, name: str) -> None:
        """The focus stays in the list, so that the arrow keys go on through it; Tab leads into the part."""
        self.show_section(name)
        self._buttons[name].setFocus()

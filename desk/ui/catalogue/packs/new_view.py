"""The page on which a pack for another office is made from this one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.catalogue.over import OverPage
from desk.ui.catalogue.packs.office_form import FIELDS
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, line_of
from desk.ui.kit.surface import Scroll, row
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key

FILTER = "Paket Desk (*.json)"


class NewPackPage(OverPage):
    """Shows; decides nothing.

    Signals:
        make_requested: with what was written, by field.
    """

    make_requested = Signal(dict)

    def __init__(self) -> None:
        super().__init__(tr("Paket untuk dinas lain"))
        self._fields: dict[str, Field] = {}
        card = QFrame()
        card.setProperty("surface", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        scroll = Scroll(tr("Data dinas"), margins=GRID * 5)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner.addWidget(scroll)
        words = tr(
            "Semua layanan dinas ini disalin, tanpa keputusan, pembetulan, dan nama kepala dinasnya; dinas yang baru "
            "mengubahnya sendiri."
        )
        scroll.body.addWidget(Text(words, tone="soft", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 4)
        grid.setVerticalSpacing(GRID * 3)
        for place, field in enumerate(FIELDS):
            made = Field(tr(field.label))
            line_of(made).setPlaceholderText(field.example)
            made.edited.connect(lambda _text, made=made: made.clear_error())
            self._fields[field.key] = made
            grid.addWidget(made, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        scroll.body.addLayout(grid)
        scroll.body.addStretch(1)
        make = Button(tr("Simpan ke berkas …"), key=Key.SAVE, kind="primary", icon="save")
        make.clicked.connect(lambda: self.make_requested.emit(self.values()))
        self.body.addWidget(card, 1)
        self.body.addLayout(row("stretch", make))

    def arrive(self) -> None:
        """To the first field."""
        next(iter(self._fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, str]:
        """What was written."""
        return {key: field.text() for key, field in self._fields.items()}

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Beside the fields; the first one takes the cursor."""
        for key, field in self._fields.items():
            if key in errors:
                field.show_error(errors[key])
            else:
                field.clear_error()
        first = next((key for key in self._fields if key in errors), None)
        if first:
            self._fields[first].setFocus(Qt.FocusReason.OtherFocusReason)


def ask_target(parent: QWidget, title: str, name: str) -> Path | None:
    """Where a pack is to be written."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, FILTER, options=_options())
    return Path(chosen) if chosen else None


def ask_source(parent: QWidget, title: str) -> Path | None:
    """Which pack is to be read."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", FILTER, options=_options())
    return Path(chosen) if chosen else None


def _options() -> QFileDialog.Option:
    offscreen = QGuiApplication.platformName() == "offscreen"
    return QFileDialog.Option.DontUseNativeDialog if offscreen else QFileDialog.Option(0)

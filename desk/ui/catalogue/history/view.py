"""The page of a service's versions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.catalogue.history.presenter import VersionRow
from desk.ui.catalogue.over import BeforeAfter, OverPage, clear_reason, reason_field
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.surface import Scroll, clear
from desk.ui.kit.table import Column, RowsModel, Table
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key


class HistoryPage(OverPage):
    """Shows; decides nothing.

    Signals:
        chosen: a version. checklist_requested.
        undo_requested, retire_requested: with the reason.
    """

    chosen = Signal(object)
    checklist_requested = Signal()
    undo_requested = Signal(str)
    retire_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Riwayat"))
        self._model: RowsModel[VersionRow] = RowsModel(
            (
                Column(tr("Versi"), lambda one: one.key if one.version.number else "–", 5),
                Column(tr("Kapan"), lambda one: one.when, 16),
                Column(tr("Oleh"), lambda one: one.version.officer, 18, soft=True),
                Column(tr("Alasan"), lambda one: one.version.reason, 24, 2, role="lead"),
                Column(tr("Yang berubah"), lambda one: one.what, 18, 1, soft=True, drop=860),
            ),
            lambda one: one.key,
        )
        self._table = Table(self._model, tr("Versi layanan ini"))
        self._table.chosen.connect(self._on_chosen)
        self._changes = Scroll(tr("Yang berubah pada versi ini"))
        self._changes.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        divided = QSplitter(Qt.Orientation.Vertical)
        divided.setChildrenCollapsible(False)
        divided.addWidget(self._table)
        divided.addWidget(self._changes)
        divided.setSizes([220, 300])
        self._trouble = Banner("", tone="bad", parent=self)
        self.body.addWidget(divided, 1)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._foot())

    def arrive(self) -> None:
        """To the list."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_head(self, title: str, under: str) -> None:
        """Whose history."""
        self.show_title(title, under)
        self._trouble.show_banner("")
        clear_reason(self._reason)

    def show_rows(self, rows: Sequence[VersionRow]) -> None:
        """Newest first."""
        self._model.show_rows(rows)
        self._table.selectRow(0)

    def show_changes(self, changes: Sequence[tuple[str, str, str]]) -> None:
        """What one version changed."""
        clear(self._changes.body)
        for place, before, after in changes:
            both = BeforeAfter(tr("sebelumnya"), tr("menjadi"))
            both.show_both(place, before, after)
            both.setMinimumHeight(150)
            self._changes.body.addWidget(both)
        if not changes:
            words = tr("Versi ini tidak mengubah bunyi standar, atau inilah yang pertama.")
            self._changes.body.addWidget(Text(words, tone="soft", wrap=True))
        self._changes.body.addStretch(1)

    def show_reason_error(self, words: str) -> None:
        """Beside the reason."""
        self._reason.show_error(words)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, words: str) -> None:
        """A rule refused."""
        self._trouble.show_banner(words, "bad")

    def show_may(self, *, undo: bool, retire: bool, checklist: bool) -> None:
        """What can be done."""
        self._undo.setEnabled(undo)
        self._retire.setEnabled(retire)
        self._print.setEnabled(checklist)
        self._reason.setEnabled(undo or retire)

    def _foot(self) -> QWidget:
        self._reason = reason_field()
        self._print = Button(tr("Cetak persyaratan versi ini"), key=Key.PRINT_CHECKLIST, icon="printer", kind="primary")
        self._print.clicked.connect(self.checklist_requested)
        self._undo = Button(tr("Kembali ke versi sebelumnya"), icon="undo-2")
        self._undo.clicked.connect(lambda: self.undo_requested.emit(self._reason.text()))
        self._retire = Button(tr("Cabut layanan ini"), icon="ban")
        self._retire.clicked.connect(lambda: self.retire_requested.emit(self._reason.text()))
        buttons = Flow()
        for button in (self._print, self._undo, self._retire):
            buttons.add(button)
        foot = QWidget()
        inner = QVBoxLayout(foot)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GRID * 2)
        inner.addWidget(self._reason)
        inner.addWidget(buttons)
        return foot

    def _on_chosen(self, one: VersionRow | None) -> None:
        if one is not None:
            self.chosen.emit(one)

"""Picking from the scanner's folder: the scans at the left, newest first, what one looks like at the right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QFileSystemWatcher,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.attachments.given import dialog_kind
from desk.ui.attachments.scanning import ScanRow
from desk.ui.attachments.values import Scan
from desk.ui.kit.button import Button
from desk.ui.kit.lines import LineList
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import row
from desk.ui.kit.text import Elided, Rule, Text
from desk.ui.kit.tokens import GRID

ROW_ROLE = Qt.ItemDataRole.UserRole
LOOK_EVERY_MS = 2000
"""Network folders tell nobody that something came; so it is looked, too, while the picker is open."""
_PICTURE = QSize(280, 300)
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class _Scans(QAbstractListModel):
    """The scans."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ScanRow, ...] = ()

    def show_rows(self, rows: Sequence[ScanRow]) -> None:
        """These."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a scan says."""
        entry = self.rows[index.row()]
        if role == ROW_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.name}, {entry.about}"
        return None


class ScanPicker(QDialog):
    """Shows; decides nothing.

    Signals:
        folder_chosen: where the scanner writes.
        look_requested: something may have come.
        chosen: a `Scan`.
        take_requested: attach the chosen one.
    """

    folder_chosen = Signal(object)
    look_requested = Signal()
    chosen = Signal(object)
    take_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Dari folder pemindai"))
        self._model = _Scans()
        self.list = LineList(self._model, ROW_ROLE, lambda entry: (entry.name, entry.about, ""), tr("Hasil pindaian"))
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(lambda _entry: self.take_requested.emit())
        self._stage = Stage(self.list)
        self._stage.acted.connect(self.choose_folder)
        self._folder = Elided("", role="small", tone="soft")
        self._picture = Text("", tone="soft", wrap=True)
        self._picture.setFixedSize(_PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._trouble = Text("", role="small", tone="bad", wrap=True)
        self._take = Button(tr("Lampirkan"), kind="primary", icon="check")
        self._take.clicked.connect(self.take_requested)
        self._other = Button(tr("Folder lain …"), icon="folder-open", name=tr("Pilih folder pemindai yang lain"))
        self._other.clicked.connect(self.choose_folder)
        close = Button(tr("Tutup"), icon="x", name=tr("Tutup folder pemindai"))
        close.clicked.connect(self.reject)
        self._lay(close)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _folder: self.look_requested.emit())
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look_requested)
        room = parent.window().size()
        self.resize(min(820, room.width() - 40), min(560, room.height() - 24))

    def ask_folder(self) -> None:
        """Which folder does the scanner write into?"""
        self._take.setEnabled(False)
        self._stage.show_empty(
            tr("Folder pemindai belum dipilih"),
            tr("Pilih folder tempat pemindai menyimpan hasilnya. Pilihan ini diingat untuk komputer ini."),
            tr("Pilih folder …"),
            icon="folder-open",
        )

    def show_scans(self, folder: Path, rows: Sequence[ScanRow]) -> None:
        """What lies there; the one that was chosen stays, else the newest is."""
        self._watch(folder)
        self._folder.setText(str(folder))
        before = self.list.currentIndex().data(ROW_ROLE)
        self._model.show_rows(rows)
        self._take.setEnabled(bool(rows))
        if not rows:
            self._picture.clear()
            self._trouble.setText("")
            self._stage.show_empty(
                tr("Belum ada hasil pindaian"),
                tr("Pindai kertasnya; hasilnya muncul di sini dengan sendirinya."),
                icon="inbox",
            )
            return
        self._stage.show_content()
        same = [place for place, entry in enumerate(rows) if before is not None and entry.scan == before.scan]
        self.list.choose(same[0] if same else 0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, words: str) -> None:
        """The folder can't be read."""
        self._take.setEnabled(False)
        self._stage.show_error(tr("Folder pemindai tidak dapat dibuka"), words, tr("Pilih folder …"))

    def show_preview(self, scan: Scan, thumbnail: bytes, words: str) -> None:
        """What one looks like, or why it can't be attached."""
        picture = QPixmap()
        if thumbnail and picture.loadFromData(thumbnail):
            self._picture.setPixmap(
                picture.scaled(_PICTURE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            )
        else:
            self._picture.clear()
        self._picture.setAccessibleName(tr("Pratinjau {name}", name=scan.path.name))
        self._trouble.setText(words)
        self._take.setEnabled(not words)

    def finish(self) -> None:
        """One was taken."""
        self.accept()

    def choose_folder(self) -> None:
        """Ask for the folder."""
        options = dialog_kind() | QFileDialog.Option.ShowDirsOnly
        name = QFileDialog.getExistingDirectory(self, tr("Folder tempat pemindai menyimpan"), options=options)
        if name:
            self.folder_chosen.emit(Path(name))

    def done(self, result: int) -> None:
        """Look no more."""
        self._clock.stop()
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        super().done(result)

    def _watch(self, folder: Path) -> None:
        if self._watcher.directories() != [str(folder)]:
            if self._watcher.directories():
                self._watcher.removePaths(self._watcher.directories())
            self._watcher.addPath(str(folder))
        if self.isVisible():
            self._clock.start()

    def _on_chosen(self, entry: ScanRow | None) -> None:
        if entry is not None:
            self._take.setEnabled(False)
            self.chosen.emit(entry.scan)

    def _lay(self, close: Button) -> None:
        side = QFrame()
        side.setProperty("surface", "plain")
        side.setFixedWidth(_PICTURE.width() + GRID * 10)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(GRID * 5, GRID * 5, GRID * 5, GRID * 5)
        inner.setSpacing(GRID * 3)
        inner.addWidget(self._picture)
        inner.addWidget(self._trouble)
        inner.addStretch(1)
        for button in (self._take, self._other, close):
            inner.addWidget(button)
        left = QVBoxLayout()
        left.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        left.setSpacing(GRID * 2)
        left.addLayout(row(self._folder))
        left.addWidget(Rule())
        left.addWidget(self._stage, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(side)

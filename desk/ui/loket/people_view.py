"""Those concerned: children, somebody abandoned, a list of victims; typed line by line or pasted at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from desk.domain.identity import mask
from desk.domain.intake import Beneficiary
from desk.language import mark, tr
from desk.ui.kit import fonts, theme
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.text import Elided, Text
from desk.ui.kit.tokens import GRID, ROW

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_COLUMNS = (
    ("name", mark("Nama")),
    ("nik", mark("NIK")),
    ("relation", mark("Hubungan")),
    ("note", mark("Keterangan")),
)
_MOST_ROWS = 6


class PeopleModel(QAbstractTableModel):
    """The list, and an empty line at its end to write on.

    Signals:
        changed: line, column's name, text.
    """

    changed = Signal(int, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[Beneficiary, ...] = ()
        self.problems: Mapping[str, str] = {}

    def show_people(self, people: tuple[Beneficiary, ...], problems: Mapping[str, str]) -> None:
        """Show these. The line being looked at stays, and so does the cell after it: Tab goes on to it."""
        before = len(self.people)
        if len(people) > before:
            self.beginInsertRows(_ROOT, before + 1, len(people))
            self.people, self.problems = people, problems
            self.endInsertRows()
            self.dataChanged.emit(self.index(0, 0), self.index(before, len(_COLUMNS) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, before)
        elif len(people) < before:
            self.beginResetModel()
            self.people, self.problems = people, problems
            self.endResetModel()
        elif (people, problems) != (self.people, self.problems):
            self.people, self.problems = people, problems
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(_COLUMNS) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One more than there are people."""
        return 0 if parent.isValid() else len(self.people) + 1

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Name, NIK, relation, note."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be written on."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def problem_at(self, index: Index) -> str:
        """What is wrong in a cell."""
        return self.problems.get(f"beneficiaries[{index.row()}].{_COLUMNS[index.column()][0]}", "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, masked where it is a number that nobody is typing."""
        if not index.isValid():
            return None
        name = _COLUMNS[index.column()][0]
        last = index.row() >= len(self.people)
        text = "" if last else str(getattr(self.people[index.row()], name))
        problem = self.problem_at(index)
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            shown = mask(text) if name == "nik" and not problem else text
            shown = tr("tulis nama…") if last and name == "name" else shown
            return ". ".join(filter(None, (shown, problem))) if role == Qt.ItemDataRole.AccessibleTextRole else shown
        if role == Qt.ItemDataRole.ToolTipRole:
            return problem or None
        if role == Qt.ItemDataRole.ForegroundRole and (problem or last):
            tokens = theme.worn()
            return QColor(tokens.bad if problem else tokens.soft)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A cell was written on: a wish, the presenter decides."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self.changed.emit(index.row(), _COLUMNS[index.column()][0], str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column heads and line numbers."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return tr(_COLUMNS[section][1])
        return section + 1 if section < len(self.people) else ""


class PeopleTable(QTableView):
    """The list on the screen.

    Signals:
        pasted: a text with several lines.
        removed: the lines that were taken out, a set.
    """

    pasted = Signal(str)
    removed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a list, take lines out, Enter writes."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit({index.row() for index in self.selectionModel().selectedIndexes()})
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Take the list that was copied elsewhere."""
        self.pasted.emit(QGuiApplication.clipboard().text())


class PeopleView(QWidget):
    """Heading, list, and a button that pastes.

    Signals:
        pasted, removed: as the table's; changed: line, column, text.
    """

    pasted = Signal(str)
    removed = Signal(object)
    changed = Signal(int, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.model = PeopleModel()
        self.table = PeopleTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Penerima manfaat atau korban"))
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.verticalHeader().setMinimumWidth(GRID * 8)
        self.table.setFont(fonts.font("small"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in ((1, 136), (2, 92), (3, 120)):
            self.table.setColumnWidth(place, width)
        self._title = Text(tr("Penerima manfaat, korban"), role="strong")
        self._count = Elided("", role="small", tone="soft")
        self._paste = Button(tr("Tempel daftar"), icon="clipboard-list", kind="quiet")
        self._paste.setToolTip(tr("Salin baris dari Excel, Word, atau WhatsApp: nama, NIK, hubungan"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        heading = Flow()  # a small screen has no room for all three in one line
        for widget in (self._title, self._count, self._paste):
            heading.add(widget)
        column.addWidget(heading)
        column.addWidget(self.table)
        self._problem = Text("", role="small", tone="bad", wrap=True)
        self._problem.hide()
        column.addWidget(self._problem)
        self._paste.clicked.connect(self.table.paste)
        self.table.pasted.connect(self._on_pasted)
        self.table.removed.connect(self.removed)
        self.model.changed.connect(self.changed)
        self._fit()

    def show_people(self, people: tuple[Beneficiary, ...], problems: Mapping[str, str]) -> None:
        """Show the list and what is wrong in it."""
        self.model.show_people(people, {path: text for path, text in problems.items() if path.startswith("benef")})
        self._count.setText(tr("{count} orang", count=len(people)) if people else tr("bila bukan pemohon sendiri"))
        wrong = list(self.model.problems.values())
        more = tr(" (dan {count} lagi)", count=len(wrong) - 1) if len(wrong) > 1 else ""
        self._problem.setText(f"{wrong[0]}{more}" if wrong else "")
        self._problem.setVisible(bool(wrong))
        self._fit()

    def look_at(self, path: str) -> None:
        """Go to the cell that a path names (``beneficiaries[2].nik``)."""
        line, _, name = path.removeprefix("beneficiaries[").partition("].")
        columns = [column for column, _ in _COLUMNS]
        if line.isdecimal() and name in columns:
            self.table.setCurrentIndex(self.model.index(int(line), columns.index(name)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The note gives way where there is little room."""
        super().resizeEvent(event)
        self.table.setColumnHidden(3, self.width() < 560)

    def _fit(self) -> None:
        lines = min(self.model.rowCount(), _MOST_ROWS)
        self.table.setFixedHeight(lines * ROW + self.table.horizontalHeader().sizeHint().height() + GRID)

    def _on_pasted(self, text: str) -> None:
        if text.strip():
            self.pasted.emit(text)

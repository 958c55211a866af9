"""The agenda books on the screen: which book, which month, words to be found; print, Excel, and the file behind a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QStackedWidget, QVBoxLayout

from desk.domain.agenda import BOOKS, NAMES, AgendaLine, Book
from desk.domain.dates import month_name
from desk.language import language, tr
from desk.ui.kit.button import Button
from desk.ui.kit.field import choice
from desk.ui.kit.flow import Flow
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import Card
from desk.ui.kit.table import RowsModel, Table
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.letters.presenter import YEAR, Wanted
from desk.ui.letters.rows_model import incoming_model, outgoing_model
from desk.ui.page import Page
from desk.ui.shortcuts import Key

_PAUSE_MS = 200


class LettersPage(Page):
    """Surat.

    Signals:
        arrived, written: the page came to the front; the store was written.
        book_chosen, month_chosen, year_chosen, moved, searched: what is to be shown.
        opened: a line.
        print_requested, workbook_requested: the buttons; file_chosen: where the workbook goes.
        next_book_requested, retried: keys and the button of an error.
    """

    arrived = Signal()
    written = Signal()
    book_chosen = Signal(str)
    month_chosen = Signal(int)
    year_chosen = Signal(int)
    moved = Signal(int)
    searched = Signal(str)
    opened = Signal(object)
    print_requested = Signal()
    workbook_requested = Signal()
    file_chosen = Signal(object)
    next_book_requested = Signal()
    retried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tabs = {book: Button(tr(NAMES[book]), kind="filter") for book in BOOKS}
        self._before = Button("", kind="quiet", icon="chevron-left", name=tr("Bulan sebelumnya"))
        self._after = Button("", kind="quiet", icon="chevron-right", name=tr("Bulan berikutnya"))
        self._month = choice([*((str(m), month_name(m, language())) for m in range(1, 13)), (str(YEAR), tr("setahun"))])
        self._year = choice(())
        self._month.setAccessibleName(tr("Bulan"))
        self._year.setAccessibleName(tr("Tahun"))
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Cari di buku agenda"))
        self.line.setPlaceholderText(tr("cari nomor, nama, perihal …"))
        self.line.setClearButtonEnabled(True)
        self._print = Button(tr("Cetak"), key=Key.PRINT, icon="printer")
        self._excel = Button(tr("Excel …"), icon="save", name=tr("Simpan buku agenda sebagai Excel"))
        self._models: dict[Book, RowsModel[AgendaLine]] = {"in": incoming_model(), "out": outgoing_model()}
        self.tables = {book: Table(model, tr(NAMES[book])) for book, model in self._models.items()}
        self._layers = QStackedWidget()
        for table in self.tables.values():
            self._layers.addWidget(table)
        self.stage = Stage(self._layers)
        self._count = Text("", role="small", tone="soft")
        self._later = Text(
            tr(
                "Menulis surat dari layar ini menyusul. Nomor surat diisi di Berkas: pilih berkasnya, lalu “Isi nomor surat”."
            ),
            role="small",
            tone="soft",
            wrap=True,
        )
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE_MS)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        card = Card(spacing=0)
        card.body.setContentsMargins(0, 0, 0, 0)
        card.body.addWidget(self.stage, 1)
        self.line.setMinimumWidth(GRID * 60)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 3)
        whole.setSpacing(GRID * 3)
        tools = Flow()  # on a small screen, or with longer words, they take a second line
        for widget in (
            *self._tabs.values(), self._before, self._month, self._year, self._after, self.line, self._excel, self._print,
        ):  # fmt: skip
            tools.add(widget)
        whole.addWidget(tools)
        whole.addWidget(card, 1)
        whole.addWidget(self._count)
        whole.addWidget(self._later)

    def _listen(self) -> None:
        for book, button in self._tabs.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, book=book: self.book_chosen.emit(book))
            self.tables[book].opened.connect(self.opened)
        self._before.clicked.connect(lambda: self.moved.emit(-1))
        self._after.clicked.connect(lambda: self.moved.emit(1))
        self._month.activated.connect(lambda _: self.month_chosen.emit(int(self._month.currentData())))
        self._year.activated.connect(lambda _: self.year_chosen.emit(int(self._year.currentData())))
        self.line.textEdited.connect(lambda _text: self._wait.start())
        self.line.returnPressed.connect(self._on_entered)
        self._wait.timeout.connect(lambda: self.searched.emit(self.line.text()))
        self._print.clicked.connect(self.print_requested)
        self._excel.clicked.connect(self.workbook_requested)
        self.stage.acted.connect(self.retried)
        for key, act in ((Key.FIND_HERE, self._on_find), (Key.NEXT_TAB, self.next_book_requested.emit)):
            shortcut = QShortcut(QKeySequence(key.value), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Showing

    def show_wanted(self, wanted: Wanted, period: str, years: Sequence[int]) -> None:
        """Which book and month."""
        for book, button in self._tabs.items():
            button.setChecked(book == wanted.book)
        _fill(self._year, sorted({*years, wanted.year}, reverse=True))
        self._year.setCurrentIndex(self._year.findData(str(wanted.year)))
        self._month.setCurrentIndex(self._month.findData(str(wanted.month)))
        whole = wanted.month == YEAR
        self._before.set_words("")
        self._before.setAccessibleName(tr("Tahun sebelumnya") if whole else tr("Bulan sebelumnya"))
        self._after.setAccessibleName(tr("Tahun berikutnya") if whole else tr("Bulan berikutnya"))
        self._layers.setCurrentWidget(self.tables[wanted.book])
        if not self.line.hasFocus():
            self.line.setText(wanted.search)

    def show_busy(self) -> None:
        """Being read; a list that is there stays."""
        if not any(model.rowCount() for model in self._models.values()):
            self.stage.show_busy(tr("Membaca buku agenda …"))

    def show_lines(self, wanted: Wanted, lines: Sequence[AgendaLine], period: str) -> None:
        """The book of the period."""
        self._models[wanted.book].show_rows(lines)
        self._count.setText(tr("{count} surat · {period}", count=len(lines), period=period))
        if lines:
            self.stage.show_content()
        elif wanted.search:
            words = tr("Tidak ada yang cocok dengan '{text}' dalam {period}.", text=wanted.search, period=period)
            self.stage.show_empty(words, tr("Ubah kata pencarian, atau pilih masa yang lain."), icon="search")
        else:
            empty = {
                "in": tr("Surat masuk tercatat sendiri begitu sebuah permohonan didaftarkan di Loket."),
                "out": tr(
                    "Surat keluar tercatat sendiri begitu sebuah berkas ditandatangani atau diteruskan ke badan lain."
                ),
            }
            title = tr("Belum ada {book} dalam {period}", book=tr(NAMES[wanted.book]).lower(), period=period)
            self.stage.show_empty(title, empty[wanted.book], icon="mail")

    def show_error(self, words: str) -> None:
        """It can't be read."""
        self.stage.show_error(tr("Buku agenda tidak dapat dibaca"), words, tr("Coba lagi"))

    def ask_file(self, name: str) -> None:
        """Where the workbook goes."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        offscreen = QGuiApplication.platformName() == "offscreen"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            tr("Simpan buku agenda"),
            str(Path(folder) / name),
            "Excel (*.xlsx)",
            options=QFileDialog.Option.DontUseNativeDialog if offscreen else QFileDialog.Option(0),
        )
        if chosen:
            self.file_chosen.emit(Path(chosen))

    # What the frame tells

    def arrive(self) -> None:
        """The table has the focus: Enter opens, the arrows go along."""
        self.arrived.emit()
        if not self.line.hasFocus():
            self._table().setFocus()

    def on_changed(self) -> None:
        """Something was written."""
        self.written.emit()
        if self.isVisible():
            self.arrived.emit()

    def _table(self) -> Table:
        return next(table for table in self.tables.values() if table is self._layers.currentWidget())

    def _on_find(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _on_entered(self) -> None:
        """Enter in the search: look at once, and go to what was found."""
        self._wait.stop()
        self.searched.emit(self.line.text())
        self._table().setFocus()


def _fill(box: QComboBox, years: Sequence[int]) -> None:
    if [box.itemData(place) for place in range(box.count())] != [str(year) for year in years]:
        box.clear()
        for year in years:
            box.addItem(str(year), str(year))

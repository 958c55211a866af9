"""The right half of Berkas: one case, its state and the next step on top."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QVBoxLayout, QWidget

from desk.language import mark, tr
from desk.ui.cases.dossier import Detail
from desk.ui.cases.sections import section_widget
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.chip import StateChip
from desk.ui.kit.field import Field
from desk.ui.kit.flow import Flow
from desk.ui.kit.surface import Card, Scroll, clear, column, row
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.person.panel import PersonPanel
from desk.ui.shortcuts import Key

ACTIONS = {
    "advance": mark("Langkah berikutnya selesai"),
    "take_back": mark("Batalkan langkah terakhir"),
    "return": mark("Kembalikan kepada pemohon"),
    "reject": mark("Tolak dengan alasan"),
    "withdraw": mark("Catat pencabutan oleh pemohon"),
    "reopen": mark("Buka kembali"),
    "correct": mark("Perbaiki data"),
    "note": mark("Tambah catatan"),
}
"""The acts done on this screen; `domain.route.LABELS` in the language of the window."""


class CaseSheet(QFrame):
    """One case.

    Signals:
        action_requested: an action of `domain.route`.
        note_given: (action, the words).
        case_shown: the case's id, whenever it is shown, for what `mount` added.
        reveal_requested, slip_requested, shortage_requested, take_up_requested: buttons.
    """

    action_requested = Signal(str)
    note_given = Signal(str, str)
    reveal_requested = Signal()
    slip_requested = Signal()
    shortage_requested = Signal()
    take_up_requested = Signal()
    case_shown = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setMinimumWidth(360)
        self._action = "note"
        self._number = Text("", role="code", select=True)
        self._code = Text("", role="small", tone="soft", select=True)
        self._state = StateChip()
        self._name = Text("", role="title", wrap=True, select=True)
        self._service = Text("", tone="soft", wrap=True)
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(GRID)
        self._sections = QVBoxLayout()
        self._sections.setSpacing(GRID * 4)
        self.person = PersonPanel()
        self._make_next()
        self._make_note()
        self._make_buttons()
        self._scroll = Scroll(tr("Berkas yang dipilih"), margins=GRID * 4)
        body = self._scroll.body
        body.addLayout(row(column(self._number, self._code, spacing=0), "stretch", self._state))
        body.addLayout(self._warnings)
        body.addWidget(self.person.doubts)
        for widget in (self._name, self._service, self._next, self._note):
            body.addWidget(widget)
        body.addLayout(self._sections)
        body.addWidget(self.person.history)
        self._mounted = QVBoxLayout()
        self._mounted.setContentsMargins(0, GRID, 0, 0)
        body.addLayout(self._mounted)
        body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(Rule())
        whole.addWidget(self._buttons)

    def mount(self, section: QWidget) -> None:
        """A section that is the business of another part of the window, below ours."""
        self._mounted.addWidget(section)

    def show_detail(self, detail: Detail) -> None:
        """Show this case."""
        self.person.show_for(detail.case_id)
        self._number.setText(detail.number)
        self._code.setText(detail.code)
        self._state.show_state(detail.state)
        self._name.setText(detail.name)
        self._service.setText(detail.service)
        self._scroll.setAccessibleName(tr("Berkas {number}, {name}", number=detail.number, name=detail.name))
        clear(self._warnings)
        for words in detail.warnings:
            self._warnings.addWidget(Banner(words, tone="warn"))
        self._next_words.setText(detail.next_step)
        self._waiting.setText("\n".join(detail.waiting))
        self._waiting.setVisible(bool(detail.waiting))
        self._promise.setText(detail.promise)
        self._promise.setVisible(bool(detail.promise))
        self._why.setText("\n".join(detail.why))
        self._why.hide()
        self._ask_why.setVisible(bool(detail.why))
        self._show_buttons(detail)
        clear(self._sections)
        for section in detail.sections:
            self._sections.addWidget(section_widget(section))
        self._reveal.set_words(tr("Tutup nomor") if detail.revealed else tr("Lihat nomor"))
        self.case_shown.emit(detail.case_id)

    def ask_note(self, action: str) -> None:
        """Open the form for the words that an action needs."""
        self._action = action
        self._note_title.setText(tr(ACTIONS[action]))
        self._words.set_text("")
        self._words.clear_error()
        self._note.show()
        self._words.setFocus()
        self._scroll.ensureWidgetVisible(self._note, 0, GRID * 4)

    def close_note(self) -> None:
        """Put it away."""
        self._note.hide()

    def show_note_error(self, words: str) -> None:
        """What is wrong with it."""
        self._words.show_error(words)

    def about_to_advance(self) -> bool:
        """Whether Space or Enter would end the step."""
        return self._advance.hasFocus()

    def to_top(self) -> None:
        """Show the head of the sheet."""
        self._scroll.verticalScrollBar().setValue(0)

    def _make_next(self) -> None:
        self._next = Card(tr("Berikutnya"), surface="page")
        self._next.body.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 3)
        self._next_words = Text("", role="lead", wrap=True)
        self._waiting = Text("", wrap=True)
        self._promise = Text("", tone="soft", wrap=True)
        self._why = Text("", role="small", tone="soft", wrap=True)
        self._ask_why = Button(tr("Mengapa tanggal ini?"), kind="quiet", icon="circle-help")
        self._ask_why.clicked.connect(lambda: self._why.setVisible(not self._why.isVisible()))
        self._advance = Button(tr("Langkah ini selesai"), kind="primary", icon="check")
        self._advance.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press leaves no focus for a stray Space
        self._advance.clicked.connect(lambda: self.action_requested.emit("advance"))
        self._take_up = Button(tr("Lanjutkan berkas"), key=Key.TAKE_UP, kind="primary", icon="clipboard-pen")
        self._take_up.clicked.connect(self.take_up_requested)
        buttons = Flow()
        for button in (self._advance, self._ask_why):
            buttons.add(button)
        for widget in (self._next_words, self._waiting, self._promise, self._why, buttons):
            self._next.body.addWidget(widget)

    def _make_note(self) -> None:
        self._note = Card(surface="page")
        self._note.body.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 3)
        self._note_title = Text("", role="strong")
        line = QLineEdit()
        line.setMaxLength(2000)
        line.returnPressed.connect(self._on_note)
        self._words = Field(tr("Alasan atau isi catatan"), line)
        keep = Button(tr("Simpan"), kind="primary", icon="check")
        keep.clicked.connect(self._on_note)
        leave = Button(tr("Batal"))
        leave.clicked.connect(self.close_note)
        self._note.body.addWidget(self._note_title)
        self._note.body.addWidget(self._words)
        self._note.body.addLayout(row(keep, leave, "stretch"))
        self._note.hide()

    def _make_buttons(self) -> None:
        self._slip = Button(tr("Tanda terima"), key=Key.PRINT, name=tr("Cetak tanda terima"))
        self._slip.clicked.connect(self.slip_requested)
        self._shortage = Button(tr("Kekurangan"), key=Key.PRINT, name=tr("Cetak lembar kekurangan"))
        self._shortage.clicked.connect(self.shortage_requested)
        self._reveal = Button(tr("Lihat nomor"), key=Key.REVEAL)
        self._reveal.clicked.connect(self.reveal_requested)
        self._add_note = Button(tr("Catatan"), key=Key.NOTE, name=tr("Tambah catatan"))
        self._add_note.clicked.connect(lambda: self.action_requested.emit("note"))
        self._others = Button(tr("Tindakan lain"))
        self._others.clicked.connect(self._on_others)
        self._menu = QMenu(self)
        flow = Flow()
        for button in (self._take_up, self._slip, self._shortage, self._reveal, self._add_note, self._others):
            flow.add(button)
        self._buttons = QWidget()
        inner = QVBoxLayout(self._buttons)
        inner.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        inner.addWidget(flow)

    def _show_buttons(self, detail: Detail) -> None:
        returned = detail.state == "returned" and "resubmit" in detail.actions
        self._take_up.setVisible(returned)
        self._advance.setVisible("advance" in detail.actions)
        self._slip.setVisible(detail.can_slip)
        self._shortage.setVisible(detail.can_shortage)
        self._add_note.setEnabled("note" in detail.actions)
        self._menu.clear()
        for action in ("take_back", "correct", "return", "reject", "withdraw", "reopen"):
            if action in detail.actions:
                entry = self._menu.addAction(tr(ACTIONS[action]))
                entry.triggered.connect(lambda _=False, action=action: self.action_requested.emit(action))
        self._others.setVisible(not self._menu.isEmpty())

    def _on_others(self) -> None:
        self._menu.popup(self._others.mapToGlobal(self._others.rect().topLeft()))

    def _on_note(self) -> None:
        self.note_given.emit(self._action, self._words.text())

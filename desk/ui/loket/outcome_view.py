"""What became of the form: the number to write on the folder, the code to tell, the date, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from desk.domain.tracking import show_code
from desk.language import tr
from desk.ui.kit.button import Button
from desk.ui.kit.icons import Icon
from desk.ui.kit.surface import Card, Scroll, clear, row
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.loket.showing import Outcome
from desk.ui.shortcuts import Key

CALM_MS = 350
"""An Enter that was meant for the form before doesn't sweep the outcome away."""


_SHORT_LIST = 6
_AROUND_LISTS = 310


class OutcomeView(QFrame):
    """One calm card in the middle.

    Signals:
        next_requested: the next applicant; family_requested: of the same family.
        print_requested, open_requested: once more; the file itself.
    """

    next_requested = Signal()
    family_requested = Signal()
    print_requested = Signal()
    open_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._calm = QElapsedTimer()
        self._passed = False
        self._wanted = 0
        self._icon = Icon("circle-check", size=32, ink="ok")
        self._title = Text("", role="title")
        self._who = Text("", tone="soft", wrap=True)
        self._number = Text("", role="number", select=True)
        self._code = Text("", role="code", select=True)
        self._promise = Text("", role="strong", wrap=True)
        self._lists = Scroll(tr("Yang masih kurang"))
        self._lists.body.setSpacing(GRID)
        self._lists.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.next = Button(tr("Pemohon berikutnya  ↵"), kind="primary", icon="user")
        self._family = Button(tr("Sekeluarga"), icon="users", name=tr("Pemohon berikutnya dari keluarga yang sama"))
        self._family.setToolTip(tr("Alamat, nomor KK, dan telepon tidak perlu diketik lagi (Ctrl+Shift+N)"))
        self._again = Button("", key=Key.PRINT, icon="printer")
        self._open = Button(tr("Buka berkas"), kind="quiet", icon="folder-open")
        self.next.clicked.connect(self.next_requested)
        self._family.clicked.connect(self.family_requested)
        self._again.clicked.connect(self.print_requested)
        self._open.clicked.connect(self.open_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card(spacing=GRID * 2)
        card.setMinimumWidth(560)
        card.setMaximumWidth(820)
        card.body.setContentsMargins(GRID * 8, GRID * 6, GRID * 8, GRID * 6)
        card.body.addLayout(row(self._icon, self._title, "stretch", self._open, spacing=GRID * 3))
        card.body.addWidget(self._who)
        card.body.addSpacing(GRID * 2)
        numbers = QHBoxLayout()
        numbers.setSpacing(GRID * 10)
        for label, words in ((tr("Nomor registrasi"), self._number), (tr("Kode pelacakan"), self._code)):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(Text(label, role="small", tone="soft"))
            column.addStretch(1)
            column.addWidget(words)
            numbers.addLayout(column)
        numbers.addStretch(1)
        card.body.addLayout(numbers)
        card.body.addSpacing(GRID)
        card.body.addWidget(self._promise)
        card.body.addWidget(self._lists, 1)
        card.body.addSpacing(GRID * 2)
        card.body.addWidget(Rule())
        card.body.addSpacing(GRID)
        card.body.addLayout(row(self.next, self._family, "stretch", self._again))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 10)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(middle, 10)
        column.addStretch(3)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show it, and wait for Enter."""
        self._icon.show_icon("circle-check" if outcome.complete else "undo-2", "ok" if outcome.complete else "warn")
        if outcome.complete:
            self._title.setText(tr("Sudah lengkap dan diproses") if outcome.again else tr("Terdaftar dan diproses"))
        else:
            waiting = tr("Tercatat, menunggu berkasnya")
            self._title.setText(waiting if outcome.spoken else tr("Tercatat, dikembalikan untuk dilengkapi"))
        self._who.setText(" · ".join(part for part in (outcome.name, outcome.service) if part))
        self._number.setText(outcome.registration_number)
        self._code.setText(show_code(outcome.tracking_code))
        self._promise.setText(outcome.promise)
        self._promise.setVisible(bool(outcome.promise))
        self._show_lists(outcome)
        paper = tr("Cetak tanda terima") if outcome.complete else tr("Cetak kekurangan")
        self._again.set_words(paper)
        spoken = tr("{title}. Nomor {number}. Kode pelacakan {code}. {promise}", title=self._title.text(),
                    number=outcome.registration_number, code=show_code(outcome.tracking_code), promise=outcome.promise)  # fmt: skip
        self.setAccessibleName(spoken)
        self._calm.start()
        self._passed = False

    def _show_lists(self, outcome: Outcome) -> None:
        """What is to be brought, in two columns where it is long, and which conditions are not met."""
        clear(self._lists.body)
        height = 0
        for heading, names in (
            (tr("Yang masih harus dibawa"), outcome.missing),
            (tr("Syarat yang belum terpenuhi"), outcome.unmet),
        ):
            if not names:
                continue
            long = names is outcome.missing and len(names) > _SHORT_LIST
            half = (len(names) + 1) // 2 if long else len(names)
            columns = QHBoxLayout()
            columns.setSpacing(GRID * 6)
            for part in (names[:half], names[half:]):
                if part:
                    words = Text("\n".join(f"•  {name}" for name in part), wrap=True)
                    words.setAlignment(Qt.AlignmentFlag.AlignTop)
                    columns.addWidget(words, 1)
            self._lists.body.addWidget(Text(heading, role="strong"))
            self._lists.body.addLayout(columns)
            height += half * self.fontMetrics().lineSpacing() + GRID * 9
        self._lists.body.addStretch(1)
        self._lists.setVisible(height > 0)
        self._wanted = height
        self._fit()

    def _fit(self) -> None:
        """The lists are as high as they need, or as the screen allows; then they scroll."""
        room = max(GRID * 16, self.height() - _AROUND_LISTS)
        self._lists.setFixedHeight(min(self._wanted, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._fit()

    def let_pass(self) -> None:
        """Take Enter at once: a test does not wait."""
        self._passed = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next applicant, unless it comes so soon that it was meant for the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if not event.isAutoRepeat() and (self._passed or self._calm.hasExpired(CALM_MS)):
                self.next_requested.emit()
            return
        super().keyPressEvent(event)

"""The list of what somebody asked for; a guarded line asks for a reason where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field
from desk.ui.kit.icons import Icon
from desk.ui.kit.states import look_of
from desk.ui.kit.surface import clear, column, row
from desk.ui.kit.text import Heading, Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.person.lines import Line

_TOP = Qt.AlignmentFlag.AlignTop
MOST_LETTERS = 500


class HistoryView(QWidget):
    """'Riwayat pemohon', and below it the family's.

    Signals:
        opened: a case's id.
        unlocked: a guarded line's row, and why.
        more_wanted: the next page.
    """

    opened = Signal(str)
    unlocked = Signal(str, str)
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Riwayat pemohon"))
        self.lines: dict[str, LineView] = {}
        self._shown: tuple[object, ...] = ()
        heading = Heading(tr("Riwayat pemohon"))
        self._count = Text("", role="small", tone="soft")
        heading.right.addWidget(self._count)
        self._own, self._family = QVBoxLayout(), QVBoxLayout()
        self._nothing = Text(tr("Belum ada permohonan lain atas nama ini."), tone="soft", wrap=True)
        self._trouble = Text("", tone="bad", wrap=True)
        self._more = Button(tr("Yang lebih lama"), kind="quiet", icon="history")
        self._more.clicked.connect(self.more_wanted)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID + 2)
        whole.addWidget(heading)
        whole.addWidget(Rule())
        for layout in (self._own, self._family):
            layout.setSpacing(GRID * 2)
        whole.addWidget(self._trouble)
        whole.addWidget(self._nothing)
        whole.addLayout(self._own)
        whole.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addLayout(self._family)
        self.show_history((), (), more=False)

    def show_history(self, lines: Sequence[Line], family: Sequence[Line], *, more: bool) -> None:
        """All of it. What stands there already stays as it is, a reason half written too."""
        shown = (tuple(lines), tuple(family), more)
        self.show_trouble("")
        if shown == self._shown:
            return
        self._shown = shown
        self.lines = {}
        clear(self._own)
        clear(self._family)
        self._nothing.setVisible(not lines)
        self.append_history(lines, more=more)
        if family:
            self._family.addSpacing(GRID * 2)
            self._family.addWidget(Text(tr("Keluarga satu KK"), role="small_strong", tone="soft"))
        for line in family:
            self._family.addWidget(self._made(line))

    def append_history(self, lines: Sequence[Line], *, more: bool) -> None:
        """The next page."""
        for line in lines:
            self._own.addWidget(self._made(line))
        self._more.setVisible(more)
        count = self._own.count()
        self._count.setText(f"{count}+" if more else str(count) if count else "")

    def show_line(self, line: Line) -> None:
        """A guarded line, told in full."""
        if line.row in self.lines:
            self.lines[line.row].show_line(line)

    def show_reason_error(self, row_id: str, words: str) -> None:
        """What is wrong with the reason."""
        if row_id in self.lines:
            self.lines[row_id].show_error(words)

    def show_trouble(self, words: str) -> None:
        """It can't be fetched."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def _made(self, line: Line) -> LineView:
        made = self.lines[line.row] = LineView(line)
        made.opened.connect(self.opened)
        made.unlocked.connect(self.unlocked)
        return made


class LineView(QWidget):
    """One line: what, when, how it stands, and a way there.

    Signals:
        opened: the case's id.
        unlocked: the row, and why.
    """

    opened = Signal(str)
    unlocked = Signal(str, str)

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line
        self._icon = Icon("lock", size=16)
        self._title = Text("", wrap=True, select=True)
        self._detail = Text("", role="small", tone="soft", wrap=True, select=True)
        self._go = Button("", kind="quiet")
        self._go.clicked.connect(self._on_go)
        self.reason = Field(tr("Alasan membuka (tercatat di jejak audit)"), QLineEdit())
        editor = self.reason.editor
        assert isinstance(editor, QLineEdit)
        editor.setMaxLength(MOST_LETTERS)
        editor.returnPressed.connect(self._on_reason)
        self.reason.edited.connect(lambda _text: self.reason.clear_error())
        unlock = Button(tr("Buka"), icon="lock", name=tr("Buka berkas layanan terjaga"))
        unlock.clicked.connect(self._on_reason)
        leave = Button(tr("Batal"), kind="quiet")
        leave.clicked.connect(lambda: self._ask(False))
        self._form = QWidget()
        self._form.setLayout(column(self.reason, row(unlock, leave, "stretch")))
        words = column(self._title, self._detail, spacing=1)
        top = row()
        top.addWidget(self._icon, 0, _TOP)
        top.addLayout(words, 1)
        top.addWidget(self._go, 0, _TOP)
        self._form.setContentsMargins(GRID * 6, 0, 0, GRID)
        self.setLayout(column(top, self._form))
        self.show_line(line)

    def show_line(self, line: Line) -> None:
        """Show this."""
        self._line = line
        look = look_of(line.state)
        self._icon.show_icon("lock" if line.guarded else look.icon, "soft" if line.guarded else look.tone)
        self._title.setText(line.title)
        state = "" if line.guarded else tr(look.word)
        self._detail.setText(" · ".join(part for part in (state, line.detail) if part))
        self.setAccessibleName(f"{line.title}, {self._detail.text()}")
        self._go.set_words(tr("Buka …") if line.guarded else tr("Lihat"))
        self._go.setAccessibleName(tr("{what}: {line}", what=self._go.text(), line=line.title))
        self._form.hide()

    def show_error(self, words: str) -> None:
        """What is wrong with the reason."""
        self._ask(True)
        self.reason.show_error(words)
        self.reason.setFocus()

    def asking(self) -> bool:
        """Whether the reason is asked for."""
        return not self._form.isHidden()

    def _on_go(self) -> None:
        if self._line.guarded:
            self._ask(not self.asking())
        else:
            self.opened.emit(self._line.case_id)

    def _ask(self, asking: bool) -> None:
        self._form.setVisible(asking)
        if asking:
            self.reason.setFocus()
        else:
            self._go.setFocus()

    def _on_reason(self) -> None:
        self.unlocked.emit(self._line.row, self.reason.text())

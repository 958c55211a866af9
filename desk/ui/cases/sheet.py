"""The right half of Berkas: one case, how it stands on top, its form where one is open, its route, all that is known."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.cases.act_bar import ActBar
from desk.ui.cases.dossier import Detail, Press
from desk.ui.cases.form_view import FormView
from desk.ui.cases.forms.form import Form, Values
from desk.ui.cases.route_card import RouteCard
from desk.ui.cases.sections import SectionView
from desk.ui.cases.standing_card import StandingCard
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.chip import StateChip
from desk.ui.kit.surface import Scroll, clear, column, row
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.person.panel import PersonPanel
from desk.ui.shortcuts import Key


class CaseSheet(QFrame):
    """One case.

    Signals:
        pressed: an act and which thing it is about, done at once where it asks nothing.
        form_requested: an act whose form is wanted, whether or not it could be done without.
        reveal_requested: show or mask identity numbers.
        case_shown: the case's id, whenever it is shown, for what `mount` added.
    """

    pressed = Signal(str, str)
    form_requested = Signal(str)
    reveal_requested = Signal()
    case_shown = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setMinimumWidth(376)
        self._number = Text("", role="code", select=True)
        self._code = Text("", role="small", tone="soft", select=True)
        self._state = StateChip()
        self._reveal = Button(tr("Lihat nomor"), key=Key.REVEAL, kind="quiet")
        self._reveal.clicked.connect(self.reveal_requested)
        self._name = Text("", role="title", wrap=True, select=True)
        self._service = Text("", tone="soft", wrap=True)
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(GRID)
        self._sections = QVBoxLayout()
        self._sections.setSpacing(GRID * 5)
        self._views: list[SectionView] = []
        self.person = PersonPanel()
        self.standing = StandingCard()
        self.standing.pressed.connect(self.pressed)
        self.form = FormView()
        self.route = RouteCard()
        self.bar = ActBar()
        self.bar.pressed.connect(self.form_requested)
        self._scroll = Scroll(tr("Berkas yang dipilih"), margins=GRID * 4)
        body = self._scroll.body
        body.addLayout(row(column(self._number, self._code, spacing=0), "stretch", self._state))
        body.addLayout(self._warnings)
        body.addWidget(self.person.doubts)
        person = row()
        person.addLayout(column(self._name, self._service, spacing=2), 1)
        person.addWidget(self._reveal, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(person)
        for widget in (self.standing, self.form, self.route):
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
        whole.addWidget(self.bar)

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
        self._reveal.set_words(tr("Tutup nomor") if detail.revealed else tr("Lihat nomor"))
        self.standing.show_detail(detail)
        self.route.show_route(detail.route)
        self.bar.show_detail(detail)
        chapters = {view.heading: view.chapter for view in self._views}
        clear(self._sections)
        self._views = [
            SectionView(section, self._on_press, chapters.get(section.heading, "")) for section in detail.sections
        ]
        for view in self._views:
            self._sections.addWidget(view)
        self.case_shown.emit(detail.case_id)

    def show_form(self, form: Form, values: Values, *, anew: bool) -> None:
        """Open a form, and bring it into view."""
        self.form.show_form(form, values, anew=anew)
        if anew:
            self.bring(self.form)

    def section(self, heading: str) -> SectionView | None:
        """The section of that heading."""
        return next((view for view in self._views if view.heading == heading), None)

    def take_focus(self) -> None:
        """The keys scroll the sheet."""
        self._scroll.setFocus()

    def bring(self, part: QWidget) -> None:
        """Scroll until that part is in sight."""
        self._scroll.ensureWidgetVisible(part, 0, GRID * 4)

    def to_top(self) -> None:
        """Show the head of the sheet."""
        self._scroll.verticalScrollBar().setValue(0)

    def _on_press(self, press: Press) -> None:
        self.pressed.emit(press.action, press.key)

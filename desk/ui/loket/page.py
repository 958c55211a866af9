"""The intake screen: shows the form in front and passes every wish on. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.button import Button
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import Card
from desk.ui.kit.text import Heading, Text
from desk.ui.kit.tokens import GRID
from desk.ui.loket.checklist_view import ChecklistView
from desk.ui.loket.entries import OfferLines
from desk.ui.loket.outcome_view import OutcomeView
from desk.ui.loket.paper_detail import PaperDetail
from desk.ui.loket.person_view import PersonView
from desk.ui.loket.rows import Row
from desk.ui.loket.service_picker import FoundList, ServiceBar
from desk.ui.loket.showing import Showing
from desk.ui.loket.tab_strip import TabStrip
from desk.ui.loket.verdict_band import VerdictBand
from desk.ui.loket.working import Paper
from desk.ui.page import Page
from desk.ui.shortcuts import Key

if TYPE_CHECKING:
    from desk.ui.loket.counterdesk import Counterdesk
    from desk.ui.loket.presenter import Presenter

_NARROW = 1120
"""Below this width the person gives way while a service is sought."""


_LOW = 560
"""Below this height the details of a paper keep to one line."""


class LoketPage(Page):
    """Service, checklist, person, verdict.

    Signals:
        checklist_requested: a service's id. slip_requested, shortage_requested, case_requested: a case's id.
        told: one sentence, and whether it can be undone (`undo`). taken_back: a sentence that is no longer true.
    """

    checklist_requested = Signal(str)
    slip_requested = Signal(str)
    shortage_requested = Signal(str)
    case_requested = Signal(str)
    told = Signal(str, bool)
    taken_back = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.desk: Counterdesk | None = None
        self.tabs = TabStrip()
        self.bar = ServiceBar()
        self.found = FoundList()
        self.checklist = ChecklistView()
        self.detail = PaperDetail()
        self.paper_offers = OfferLines()
        self.person = PersonView()
        self.verdict = VerdictBand()
        self.outcome = OutcomeView()
        self._showing: Showing | None = None
        self._lay_out()
        self._listen()
        self._keys()

    # Building

    def _lay_out(self) -> None:
        self._found_card = Card()
        self._found_card.body.setContentsMargins(0, GRID, 0, GRID)
        self._nothing = Text("", tone="soft", wrap=True)
        self._nothing.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, 0)
        self._found_card.body.addWidget(self._nothing)
        self._found_card.body.addWidget(self.found, 1)
        paper_card = self._paper_card()
        columns = QHBoxLayout()
        columns.setSpacing(GRID * 2)
        columns.addWidget(self._found_card, 30)
        columns.addWidget(paper_card, 46)
        columns.addWidget(self.person, 36)
        filling = QWidget()
        column = QVBoxLayout(filling)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addLayout(columns, 1)
        column.addWidget(self.verdict)
        self._layers = QStackedLayout()
        self._layers.addWidget(filling)
        self._layers.addWidget(self.outcome)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        whole.setSpacing(GRID * 2)
        whole.addWidget(self.tabs)
        bar = Card()
        bar.body.setContentsMargins(0, 0, 0, 0)
        bar.body.addWidget(self.bar)
        whole.addWidget(bar)
        whole.addLayout(self._layers, 1)
        order: list[QWidget] = [self.bar.line, self.checklist, *self.person.tab_order()]
        order += [self.verdict.incomplete, self.verdict.complete]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _paper_card(self) -> Card:
        """The checklist with its heading, what is offered for it, and the details of one paper."""
        paper_card = Card(spacing=0)
        paper_card.body.setContentsMargins(0, GRID * 2, 0, 0)
        self._heading = Heading(tr("Persyaratan"))
        self._heading.setFixedHeight(32)
        self._progress = Text("", role="strong", tone="soft")
        self._all = Button(tr("Semua ada"), kind="quiet", icon="list-checks")
        self._all.setToolTip(tr("Centang semua berkas yang diminta (Ctrl+A di daftar)"))
        self._all.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._all.setStyleSheet("QPushButton { min-height: 26px; }")
        self._all.setFixedHeight(30)
        self._heading.right.addWidget(self._all)
        self._heading.right.addWidget(self._progress)
        top = QHBoxLayout()
        top.setContentsMargins(GRID * 4, 0, GRID * 4, GRID)
        top.addWidget(self._heading)
        offers = QHBoxLayout()
        offers.setContentsMargins(GRID * 3, 0, GRID * 3, GRID)
        offers.addWidget(self.paper_offers)
        paper_card.body.addLayout(top)
        paper_card.body.addLayout(offers)
        self.stage = Stage(self.checklist)
        paper_card.body.addWidget(self.stage, 1)
        paper_card.body.addWidget(self.detail)
        return paper_card

    def _listen(self) -> None:
        line, checklist, person = self.bar.line, self.checklist, self.person
        line.textEdited.connect(lambda text: self._front().search(text))
        line.moved.connect(lambda step: self._front().highlight(self._front().showing().highlighted + step))
        line.chosen.connect(lambda: self._front().choose())
        line.tabbed.connect(lambda: self._front().tab_away())
        line.escaped.connect(lambda: self._front().stop_picking())
        self.found.pointed.connect(lambda index: self._front().choose(index))
        self.bar.change_requested.connect(lambda: self._front().pick_again())
        self.bar.checklist_requested.connect(lambda: self._front().print_checklist())
        self.bar.new_requested.connect(lambda: self._desk().open_new())
        checklist.pressed_key.connect(lambda key, original: self._front().press(key, original=original))
        checklist.toggled.connect(lambda row, original: self._front().toggle(row, original=original))
        checklist.form_turned.connect(lambda row, step: self._front().turn_form(row, step))
        checklist.count_turned.connect(lambda row, step: self._front().turn_count(row, step))
        checklist.all_wanted.connect(lambda: self._front().tick_everything())
        checklist.undo_wanted.connect(lambda: self._desk().undo())
        checklist.next_wanted.connect(self._on_checklist_done)
        checklist.tabbed.connect(self._on_checklist_left)
        checklist.row_changed.connect(self._show_detail)
        self._all.clicked.connect(self._on_all)
        self.detail.changed.connect(lambda row, change: self._front().detail(row, **change))
        self.detail.left.connect(checklist.setFocus)
        self.paper_offers.taken.connect(lambda index: self._front().accept("checklist", index))
        self.paper_offers.declined.connect(lambda: self._front().decline("checklist"))
        person.written.connect(lambda path, text: self._front().write(path, text))
        person.left.connect(lambda path: self._front().leave(path))
        person.entered.connect(lambda path: self._front().enter(path))
        person.sex_picked.connect(lambda sex: self._front().set_sex(sex))
        person.kind_picked.connect(lambda kind: self._front().set_kind(kind))
        person.channel_picked.connect(lambda channel: self._front().set_channel(channel))
        person.letter_wanted.connect(lambda: self._front().open_letter())
        person.no_nik_picked.connect(lambda on: self._front().set_no_nik(on))
        person.offer_taken.connect(lambda anchor, index: self._front().accept(anchor, index))
        person.case_wanted.connect(self.case_requested)
        person.offers_declined.connect(lambda anchor: self._front().decline(anchor))
        person.people.pasted.connect(lambda text: self._front().paste_people(text))
        person.people.removed.connect(lambda lines: self._front().remove_people(lines))
        person.people.changed.connect(lambda line, name, text: self._front().set_person(line, **{name: text}))
        self.verdict.save_requested.connect(lambda: self._front().save())
        self.verdict.save_incomplete_requested.connect(lambda: self._front().save(incomplete=True))
        self.outcome.next_requested.connect(lambda: self._desk().next_applicant())
        self.outcome.family_requested.connect(lambda: self._desk().next_applicant(family=True))
        self.outcome.print_requested.connect(lambda: self._front().print_again())
        self.outcome.open_requested.connect(self._on_open)
        self.tabs.wanted.connect(lambda index: self._desk().show(index))
        self.tabs.closed.connect(lambda index: self._desk().close_form(index))

    def _keys(self) -> None:
        acts: dict[Key, Callable[[], object]] = {
            Key.SAVE: lambda: self._front().save(),
            Key.SAVE_INCOMPLETE: lambda: self._front().save(incomplete=True),
            Key.REVEAL: self.person.toggle_identity,
            Key.ACCEPT: lambda: self._front().accept_any(),
            Key.CLOSE_TAB: lambda: self._desk().close_form(),
            Key.NEXT_TAB: lambda: self._desk().show_next(),
            Key.RENAME: self.detail.write_note,
            Key.NEW_OF_FAMILY: self._on_family,
            Key.APPLICANT_KIND: lambda: self._front().next_kind(),
            Key.CHANNEL: lambda: self._front().next_channel(),
            Key.NO_NIK: lambda: self._front().set_no_nik(not self._front().form.no_nik),
            Key.PASTE_LIST: self.person.people.table.paste,
        }
        for key, act in acts.items():
            shortcut = QShortcut(QKeySequence(key.value), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    # Showing

    def show_form(self, showing: Showing) -> None:
        """Draw the form in front."""
        self._showing = showing
        picking = showing.stage == "picking"
        form = showing.form
        changeable = showing.stage == "filling" and not form.case_id
        self.bar.show_service(
            showing.service, showing.query, picking=picking, number=form.registration_number, changeable=changeable
        )
        if showing.outcome is not None:
            self.outcome.show_outcome(showing.outcome)
            self._layers.setCurrentWidget(self.outcome)
            self.outcome.setFocus()
            return
        self._layers.setCurrentIndex(0)
        self._found_card.setVisible(picking)
        self.person.setVisible(not picking or self.width() >= _NARROW)
        self.found.setVisible(bool(showing.found))
        self._nothing.setVisible(picking and not showing.found)
        if picking and not showing.found:
            words = tr("Tidak ada layanan yang cocok dengan '{query}'. Coba kata lain, atau kosongkan untuk melihat semua.",
                       query=showing.query)  # fmt: skip
            self._nothing.setText(words)
        self.found.show_found(showing.found, showing.highlighted)
        self.checklist.setEnabled(not picking)
        self.checklist.show_rows(showing.rows)
        if showing.rows:
            self.stage.show_content()
        else:
            self._show_first_step()
        wanted = any(row.kind == "paper" and row.standing == "missing" for row in showing.rows)
        self._all.setVisible(showing.stage == "filling" and wanted)
        self._progress.setText(
            tr("{done} dari {total}", done=showing.done, total=showing.total) if showing.rows else ""
        )
        self.paper_offers.show_offers(showing.offer_at("checklist"))
        self.person.show_person(showing)
        self.verdict.show_verdict(showing)
        self._show_detail(self.checklist.current_row())

    def _show_first_step(self) -> None:
        title = tr("Apa yang diminta pemohon?")
        words = tr(
            "Ketik beberapa huruf di atas. Persyaratannya tampil di sini, dan F6 mencetaknya. "
            "Pemohon yang pernah datang: tekan Tab, lalu ketik NIK."
        )
        self.stage.show_empty(title, words, icon="list-checks")

    def _show_detail(self, row: Row | None) -> None:
        showing = self._showing
        if showing is None or showing.stage != "filling" or showing.service is None or row is None:
            self.detail.show_row(None, None, 1)
            return
        requirement = showing.service.requirement(row.id)
        tick = showing.form.ticks.get(row.id)
        self.detail.show_row(row, tick, requirement.copies if requirement else 1)

    def show_tabs(self, titles: Sequence[str], current: int) -> None:
        """Draw the strip."""
        self.tabs.show_tabs(titles, current)

    def focus(self, path: str) -> None:
        """Put the focus where the officer goes on; `path` is a field, ``service``, ``checklist`` or ``actions``."""
        if path == "service":
            self.bar.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bar.line.selectAll()
        elif path == "checklist":
            self.checklist.setFocus(Qt.FocusReason.OtherFocusReason)
            self.checklist.look_at(self.checklist.rows.first_open())
        elif path == "actions":
            target = self.verdict.complete if self.verdict.complete.isEnabled() else self.verdict.incomplete
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._show_person() and not self.person.focus(path):
            self.checklist.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_person(self) -> bool:
        """The person may have given way to the search on a narrow screen."""
        self.person.show()
        return True

    def print_paper(self, paper: Paper, reference: str) -> None:
        """Pass the wish on."""
        wish = {"slip": self.slip_requested, "missing": self.shortage_requested, "checklist": self.checklist_requested}
        wish[paper].emit(reference)

    def say(self, words: str, *, undo: bool = False) -> None:
        """Pass the sentence on."""
        self.told.emit(words, undo)

    def take_back(self, words: str) -> None:
        """What was said is no longer true."""
        self.taken_back.emit(words)

    # What the frame tells

    def arrive(self) -> None:
        """The page comes to the front: the cursor goes to where it was, or to the search."""
        if self.desk is None:
            return
        self._front().refresh()
        if self._showing is not None and self._showing.stage == "picking":
            QTimer.singleShot(0, self, lambda: self.focus("service"))

    def leave(self) -> None:
        """Another page comes to the front: drafts are written at once."""
        if self.desk is not None:
            self.desk.keep_all()

    def open(self, reference: str) -> None:
        """Take a returned file up again, by its id."""
        if self.desk is not None:
            self.desk.take_up(reference)

    def begin_new(self) -> None:
        """An empty form in front."""
        if self.desk is not None:
            self.desk.open_new()

    def close_down(self) -> None:
        """The window closes."""
        if self.desk is not None:
            self.desk.close_down()

    def undo(self) -> None:
        """Call the form back that was closed last."""
        self._desk().call_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows show two columns while a service is sought."""
        super().resizeEvent(event)
        self.detail.set_compact(self.height() < _LOW)
        if self._showing is not None and self._showing.stage == "picking":
            self.person.setVisible(self.width() >= _NARROW)

    def changeEvent(self, event: QEvent) -> None:
        """Another window, or the lock of the screen, is in front: drafts are written at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and self.desk is not None:
            self.desk.keep_all()

    def _desk(self) -> Counterdesk:
        if self.desk is None:
            raise RuntimeError("the page was not joined to its counter")
        return self.desk

    def _front(self) -> Presenter:
        return self._desk().front

    def _on_all(self) -> None:
        self._front().tick_everything()
        self.checklist.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_checklist_done(self) -> None:
        """Enter in the checklist: take the papers that are offered, else on to the person."""
        front = self._front()
        if not front.accept("checklist"):
            self._on_checklist_left()

    def _on_checklist_left(self) -> None:
        self.focus(self.person.first_field(self._front().form))

    def _on_family(self) -> None:
        if self._front().outcome is not None:
            self._desk().next_applicant(family=True)
        else:
            self._desk().open_family()

    def _on_open(self) -> None:
        if self._showing is not None and self._showing.outcome is not None:
            self.case_requested.emit(self._showing.outcome.case_id)

"""The form of an act that needs desks or words: disposition, answer, another desk. Each fault is said beside its field."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desk.language import mark, tr
from desk.ui.dispositions.desk_picker import DeskPicker
from desk.ui.dispositions.glance import Glance, TrayAction
from desk.ui.dispositions.presenter import Offered, Told
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, choice
from desk.ui.kit.flow import Flow
from desk.ui.kit.surface import Scroll, column, row, side_by_side
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key
from desk.ui.waiting import URGENCIES

TITLES: Mapping[TrayAction, str] = {
    "dispose": mark("Disposisi"),
    "answer": mark("Catat jawaban"),
    "reassign": mark("Pindahkan ke pejabat lain"),
}
_WORDS_OF: Mapping[TrayAction, str] = {
    "dispose": mark("Isi disposisi"),
    "answer": mark("Jawaban"),
    "reassign": mark("Catatan"),
}


class ActionForm(QDialog):
    """One act on one file.

    Signals:
        given: (the action, a `Told`).
    """

    given = Signal(str, object)

    def __init__(self, action: TrayAction, glance: Glance, offered: Offered, parent: QWidget) -> None:
        super().__init__(parent)
        self._action: TrayAction = action
        self.setWindowTitle(tr(TITLES[action]))
        self.resize(620, 600 if action == "dispose" else 400)
        self._fault = Banner("", tone="bad", parent=self)
        self.desks = (
            DeskPicker(tr("Kepada"), offered.desks, several=action == "dispose") if action != "answer" else None
        )
        self.words = Field(tr(_WORDS_OF[action]), _area())
        self.by = Field(tr("Atas nama"), QLineEdit(), hint=tr("Pejabat yang perintah atau jawabannya dicatat."))
        self.by.set_text(offered.by)
        self.phrases = [QCheckBox(phrase) for phrase in offered.phrases] if action == "dispose" else []
        self.urgency = Field(
            tr("Sifat"), choice([(key, tr(look.word)) for key, look in reversed(list(URGENCIES.items()))])
        )
        self.deadline = Field(tr("Tenggat"), QLineEdit(), hint=tr("tanggal/bulan/tahun, boleh kosong"))
        self.must_answer = QCheckBox(tr("Wajib dijawab sebelum berkas diteruskan"))
        self._decided = False
        self.must_answer.clicked.connect(self._on_decided)
        if self.desks is not None:
            self.desks.changed.connect(self._on_desks)
            self.desks.finished.connect(self.words.setFocus)
        scroll = Scroll(tr(TITLES[action]), margins=GRID * 4)
        head = column(Text(glance.name, role="title", wrap=True), Text(glance.number, tone="soft"), spacing=0)
        scroll.body.addLayout(head)
        scroll.body.addWidget(self._fault)
        self._lay_out(scroll)
        scroll.body.addStretch(1)
        keep = Button(tr("Simpan"), key=Key.SAVE, kind="primary", icon="check")
        keep.clicked.connect(self._on_keep)
        leave = Button(tr("Batal"))
        leave.clicked.connect(self.reject)
        foot = row("stretch", leave, keep)
        foot.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)
        (self.desks or self.words).setFocus()

    def show_fault(self, field: str, words: str) -> None:
        """What is wrong: beside its field, else above them all."""
        beside: dict[str, Field] = {
            "note": self.words, "instruction": self.words, "answer": self.words, "by": self.by,
            "urgency": self.urgency, "deadline": self.deadline,
        }  # fmt: skip
        if self.desks is not None:
            beside["--to"] = self.desks.field
        for each in beside.values():
            each.clear_error()
        wrong = beside.get(field)
        self._fault.show_banner("" if wrong else words, "bad")
        if wrong:
            wrong.show_error(words)
            wrong.setFocus()

    def told(self) -> Told:
        """What stands in the form."""
        words, by = self.words.text().strip(), self.by.text().strip()
        if self._action == "answer":
            return Told(note=words, by=by)
        to = self.desks.taken() if self.desks else ()
        if self._action == "reassign":
            return Told(to=to, note=words, by=by)
        data = {
            "instruction": words,
            "phrases": [tick.text() for tick in self.phrases if tick.isChecked()],
            "urgency": self.urgency.text(),
            "deadline": self.deadline.text().strip(),
        }
        return Told(to=to, by=by, data={**data, "must_answer": self.must_answer.isChecked()})

    def _lay_out(self, scroll: Scroll) -> None:
        if self.desks is not None:
            scroll.body.addWidget(self.desks)
        if self._action == "dispose":
            ticks = Flow(gap=GRID * 4)
            for tick in self.phrases:
                ticks.add(tick)
            scroll.body.addWidget(ticks)
        scroll.body.addWidget(self.words)
        if self._action == "dispose":
            scroll.body.addLayout(side_by_side(self.urgency, self.deadline))
            scroll.body.addWidget(self.must_answer)
        else:
            for unused in (self.urgency, self.deadline, self.must_answer):
                unused.setParent(None)
        scroll.body.addWidget(self.by)

    def _on_decided(self) -> None:
        self._decided = True

    def _on_desks(self) -> None:
        """Of several desks an answer is asked for, unless the officer said otherwise."""
        if not self._decided and self.desks is not None:
            self.must_answer.setChecked(len(self.desks.taken()) > 1)

    def _on_keep(self) -> None:
        self.given.emit(self._action, self.told())


def _area() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setFixedHeight(84)
    made.setTabChangesFocus(True)
    return made

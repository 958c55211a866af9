"""The form of an act that needs words or a desk: an answer, another desk. Each fault is said beside its field."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desk.language import mark, tr
from desk.ui.dispositions.desk_picker import DeskPicker
from desk.ui.dispositions.glance import Glance, TrayAction
from desk.ui.dispositions.presenter import Told
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field
from desk.ui.kit.surface import Scroll, column, row
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key

_TITLES: Mapping[TrayAction, str] = {
    "answer": mark("Catat jawaban"),
    "reassign": mark("Pindahkan ke pejabat lain"),
}


class ActionForm(QDialog):
    """One act on one file.

    Attributes:
        desk: to whom it goes, None for an answer.
        words, by: what is said, and whose act it is.

    Signals:
        given: (the action, a `Told`).
    """

    given = Signal(str, object)

    def __init__(self, action: TrayAction, glance: Glance, desks: Mapping[str, str], by: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._action: TrayAction = action
        self.setWindowTitle(tr(_TITLES[action]))
        self.resize(620, 400)
        self._fault = Banner("", tone="bad", parent=self)
        self.desk = DeskPicker(tr("Kepada"), desks) if action == "reassign" else None
        self.words = Field(tr("Catatan") if self.desk else tr("Jawaban"), QPlainTextEdit())
        self.words.editor.setFixedHeight(84)
        self.by = Field(tr("Atas nama"), QLineEdit(), hint=tr("Pejabat yang perintah atau jawabannya dicatat."))
        self.by.set_text(by)
        scroll = Scroll(tr(_TITLES[action]), margins=GRID * 4)
        head = column(Text(glance.name, role="title", wrap=True), Text(glance.number, tone="soft"), spacing=0)
        scroll.body.addLayout(head)
        scroll.body.addWidget(self._fault)
        if self.desk is not None:
            scroll.body.addWidget(self.desk)
            self.desk.taken.connect(self.words.setFocus)
        scroll.body.addWidget(self.words)
        scroll.body.addWidget(self.by)
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
        (self.desk or self.words).setFocus()

    def show_fault(self, field: str, words: str) -> None:
        """What is wrong: beside its field, else above them all."""
        beside = {"note": self.words, "answer": self.words, "by": self.by, "--to": self.desk or self.words}
        for each in beside.values():
            each.clear_error()
        wrong = beside.get(field)
        self._fault.show_banner("" if wrong else words, "bad")
        if wrong:
            wrong.show_error(words)
            wrong.setFocus()

    def told(self) -> Told:
        """What stands in the form."""
        to = (desk,) if self.desk is not None and (desk := self.desk.desk()) else ()
        return Told(to=to, note=self.words.text().strip(), by=self.by.text().strip())

    def _on_keep(self) -> None:
        self.given.emit(self._action, self.told())

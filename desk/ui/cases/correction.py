"""The form in which a registered applicant's data are corrected, each fault said beside its field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, choice
from desk.ui.kit.surface import Scroll, row, side_by_side
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key

_REASON = "note"


class Correction(QDialog):
    """Everything the applicant said of himself, to be corrected.

    Signals:
        given: the case's id, the whole applicant, why.
    """

    given = Signal(str, object, str)

    def __init__(self, case_id: str, applicant: Mapping[str, Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._case_id, self._before = case_id, applicant
        self.setWindowTitle(tr("Perbaiki data"))
        self.resize(620, 560)
        self.fields: dict[str, Field] = {}
        self._fault = Banner("", tone="bad", parent=self)
        scroll = Scroll(tr("Perbaiki data"), margins=GRID * 4)
        scroll.body.addWidget(self._fault)
        for line in self._lines():
            scroll.body.addLayout(side_by_side(*line))
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
        self.fields["applicant.name"].setFocus()

    def show_fault(self, field: str, words: str) -> None:
        """What is wrong: beside its field, else above them all."""
        for each in self.fields.values():
            each.clear_error()
        wrong = self.fields.get(field)
        self._fault.show_banner("" if wrong else words, "bad")
        if wrong:
            wrong.show_error(words)
            wrong.setFocus()

    def applicant(self) -> dict[str, Any]:
        """The whole applicant as it stands in the form."""
        said: dict[str, Any] = {**self._before, "address": dict(self._before["address"])}
        for path, field in self.fields.items():
            _, _, key = path.partition(".")
            if key.startswith("address."):
                said["address"][key.removeprefix("address.")] = field.text().strip()
            elif key:
                said[key] = field.text().strip()
        said["sex"] = said["sex"] or None
        if said["nik"]:
            said["no_nik_reason"] = ""
        return said

    def _lines(self) -> tuple[tuple[Field, ...], ...]:
        sexes = choice((("", ""), ("L", tr("Laki-laki")), ("P", tr("Perempuan"))))
        contact = () if self._before["kind"] == "person" else ((self._field("contact", tr("Narahubung")),),)
        return (
            (self._field("name", tr("Nama")),),
            (self._field("nik", tr("NIK")), self._field("kk", tr("Nomor KK"))),
            (self._field("no_nik_reason", tr("Alasan tanpa NIK")),),
            (self._field("birth_place", tr("Tempat lahir")), self._field("birth_date", tr("Tanggal lahir"))),
            (self._field("sex", tr("Jenis kelamin"), sexes), self._field("phone", tr("Telepon/WhatsApp"))),
            *contact,
            (self._field("address.street", tr("Alamat")),),
            (self._field("address.rt", tr("RT")), self._field("address.rw", tr("RW"))),
            (self._field("address.village", tr("Desa")), self._field("address.district", tr("Kecamatan"))),
            (self._own(_REASON, tr("Alasan perbaikan"), QLineEdit()),),
        )

    def _field(self, key: str, label: str, editor: QWidget | None = None) -> Field:
        made = self._own(f"applicant.{key}", label, editor or QLineEdit())
        _, _, part = key.partition("address.")
        made.set_text(str((self._before["address"][part] if part else self._before[key]) or ""))
        return made

    def _own(self, path: str, label: str, editor: QWidget) -> Field:
        made = self.fields[path] = Field(label, editor)
        made.edited.connect(lambda _text: made.clear_error())
        return made

    def _on_keep(self) -> None:
        self.given.emit(self._case_id, self.applicant(), self.fields[_REASON].text().strip())

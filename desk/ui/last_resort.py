"""The one dialog for faults of the program: what to send to whoever looks after it. The work behind it stays."""

from __future__ import annotations

from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.fault import report
from desk.ui.kit import fonts
from desk.ui.kit.button import Button
from desk.ui.kit.surface import row
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID


def show_details(parent: QWidget, kind: type[BaseException], trace: TracebackType | None) -> None:
    """Show the dialog."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("Rincian kesalahan"))
    dialog.resize(720, 420)
    text = QPlainTextEdit(report(kind, trace))
    text.setReadOnly(True)
    text.setFont(fonts.font("small"))
    text.setAccessibleName(tr("Rincian kesalahan"))
    copy = Button(tr("Salin"), icon="copy", kind="primary")
    copy.clicked.connect(lambda: QApplication.clipboard().setText(text.toPlainText()))
    close = Button(tr("Tutup"))
    close.clicked.connect(dialog.close)
    words = Text(
        tr("Kirim rincian ini kepada pengelola aplikasi. Di dalamnya tidak ada nama atau nomor siapa pun."), wrap=True
    )
    column = QVBoxLayout(dialog)
    column.setContentsMargins(GRID * 5, GRID * 5, GRID * 5, GRID * 4)
    column.setSpacing(GRID * 3)
    column.addWidget(words)
    column.addWidget(text, 1)
    column.addLayout(row("stretch", copy, close))
    dialog.open()

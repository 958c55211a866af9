"""The band at the bottom: complete or what is missing, until when, and the two keys that end a form."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit import fonts, theme
from desk.ui.kit.button import Button
from desk.ui.kit.icons import Icon
from desk.ui.kit.text import Elided, Text
from desk.ui.kit.tokens import GRID, Tone
from desk.ui.loket.showing import Showing
from desk.ui.shortcuts import Key

_NARROW = 1100


class ActButton(Button):
    """A button whose weight follows the form: strong when it is the next thing to do."""

    def __init__(self, words: str, key: Key, icon: str | None = None) -> None:
        super().__init__(words, icon=icon)
        self._key = key  # shown as a cap; the page owns the shortcut, which must speak even while the button is grey
        self.setAccessibleDescription(key.value)
        self.updateGeometry()

    def set_strong(self, strong: bool) -> None:
        """Show it as the next thing to do, or as one of two."""
        kind = "primary" if strong else "plain"
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.setFont(fonts.font("strong" if strong else "lead"))
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()


class VerdictBand(QFrame):
    """Always in sight.

    Signals:
        save_requested, save_incomplete_requested: F9 and F8.
    """

    save_requested = Signal()
    save_incomplete_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._icon = Icon("clipboard-list", size=24)
        self._headline = Text("", role="strong")
        self._missing = Elided("", tone="soft")
        self._promise = Elided("", role="body")
        self._why = Button(tr("mengapa?"), kind="quiet", name=tr("Mengapa tanggal itu?"))
        self._why.setStyleSheet("QPushButton { min-height: 22px; }")
        self._why.setFixedHeight(26)
        self.incomplete = ActButton(tr("Simpan, cetak kekurangan"), Key.SAVE_INCOMPLETE)
        self.complete = ActButton(tr("Simpan, cetak tanda terima"), Key.SAVE, icon="printer")
        self._ready = self._done = False
        self.popup: QFrame | None = None
        self._lines: tuple[str, ...] = ()
        self._lay_out()
        self._why.clicked.connect(self.show_why)
        self.complete.clicked.connect(self.save_requested)
        self.incomplete.clicked.connect(self.save_incomplete_requested)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(GRID * 2)
        first.addWidget(self._headline)
        first.addWidget(self._missing, 1)
        second = QHBoxLayout()
        second.setSpacing(GRID)
        second.addWidget(self._promise, 1, Qt.AlignmentFlag.AlignVCenter)
        second.addWidget(self._why, 0, Qt.AlignmentFlag.AlignVCenter)
        second.addStretch(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        words.addLayout(second)
        band = QHBoxLayout(self)
        band.setContentsMargins(GRID * 4, GRID * 2, GRID * 3, GRID * 2)
        band.setSpacing(GRID * 3)
        band.addWidget(self._icon)
        band.addLayout(words, 1)
        band.addWidget(self.incomplete)
        band.addWidget(self.complete)

    def show_verdict(self, showing: Showing) -> None:
        """Show how the form stands."""
        verdict = showing.verdict
        picking = showing.stage == "picking"
        tone: Tone = "quiet"
        icon, headline, missing, promise = "clipboard-list", tr("Pilih layanan"), "", ""
        self._lines = verdict.why if verdict else ()
        if showing.trouble:
            tone, icon, headline = "bad", "circle-alert", showing.trouble
        elif showing.stage == "saving":
            icon, headline = "clock", tr("Menyimpan…")
        elif verdict is not None and not picking:
            tone = "ok" if verdict.complete else "bad" if headline_fails(showing) else "warn"
            icon = "circle-check" if verdict.complete else "circle-alert"
            headline, missing = verdict.headline, ", ".join(verdict.missing)
        if verdict is not None:
            promise = verdict.promise
        self._icon.show_icon(icon, "soft" if tone == "quiet" else tone)
        self._headline.setText(f"{headline}:" if missing else headline)
        self._headline.set_tone("ink" if tone == "quiet" else tone)
        self._missing.setText(missing)
        self._promise.setMaximumWidth(self._promise.fontMetrics().horizontalAdvance(promise) + GRID * 2)
        self._promise.setText(promise)
        self._promise.setVisible(bool(promise))
        self._why.setVisible(bool(self._lines))
        self.setAccessibleName(self.words())
        ready = verdict is not None and not picking
        done = bool(verdict and verdict.complete)
        self.complete.set_strong(ready and done)
        self.incomplete.set_strong(ready and not done)
        self._ready, self._done = ready, done
        self._fit()
        self.complete.setEnabled(ready and done)
        self.incomplete.setEnabled(ready and not done)

    def _fit(self) -> None:
        """Where there is little width, only the key that applies is shown: the date must stay in sight."""
        narrow = self.width() < _NARROW
        self.incomplete.setVisible(not narrow or (self._ready and not self._done))
        self.complete.setVisible(not narrow or (self._ready and self._done))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._fit()

    def words(self) -> str:
        """What the band says, in one line."""
        parts = (self._headline.text(), self._missing.whole(), self._promise.whole())
        return " ".join(part for part in parts if part)

    def popup_lines(self) -> tuple[str, ...]:
        """The arithmetic as it would be shown."""
        return self._lines

    def show_why(self) -> None:
        """The arithmetic behind the date, over the band, until a click or a key."""
        popup = _Reasons(self, self._lines)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.adjustSize()
        corner = self._why.mapToGlobal(QPoint(0, 0))
        popup.move(corner - QPoint(popup.width() // 2, popup.height() + GRID * 2))
        popup.show()
        popup.setFocus(Qt.FocusReason.PopupFocusReason)
        self.popup = popup


class _Reasons(QFrame):
    """The lines of the arithmetic; any key or a click elsewhere puts them away."""

    def __init__(self, parent: QWidget, lines: tuple[str, ...]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        theme.set_mark(self, "surface", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Mengapa tanggal itu?"))
        self.setAccessibleDescription(" ".join(lines))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        column.addWidget(Text(tr("Mengapa tanggal itu?"), role="strong"))
        for line in lines:
            words = Text(line, wrap=True)
            words.setMinimumWidth(440)
            column.addWidget(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key."""
        self.close()


def headline_fails(showing: Showing) -> bool:
    """Whether a condition is known not to be met."""
    return any(row.standing == "fails" for row in showing.rows)

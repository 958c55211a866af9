"""Walking a window's widgets, as a screen reader and a person with a small screen would."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)  # fmt: skip

CONTROLS = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QScrollArea
)  # fmt: skip


def controls(root: QWidget) -> Iterator[QWidget]:
    """Every visible control that is somebody's own: no parts of Qt's (a combo's list, a table's corner)."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not isinstance(widget, CONTROLS):
            continue
        parent = widget.parentWidget()
        owner = parent.parentWidget() if parent is not None else None
        inner = isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView) or isinstance(owner, QComboBox)
        inner = inner or (isinstance(parent, QLineEdit) and widget.focusPolicy() is Qt.FocusPolicy.NoFocus)
        if not inner and widget.objectName() != "qt_spinbox_lineedit":
            yield widget


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader would have no name for."""
    found = []
    for widget in controls(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name)
        if not name.strip():
            found.append(f"{type(widget).__name__} in {_path(widget)}")
    return found


def clipped(root: QWidget) -> list[str]:
    """Buttons and one-line labels that are narrower than their words, and scrolled columns wider than their view."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root):
            continue
        if isinstance(widget, QAbstractButton) and widget.width() < widget.minimumSizeHint().width() - 1:
            found.append(f"button {widget.text()!r}: {widget.width()} < {widget.minimumSizeHint().width()}")
        elif isinstance(widget, QLabel) and not widget.wordWrap() and widget.text() and "…" not in widget.text():
            need = widget.fontMetrics().horizontalAdvance(widget.text())
            if widget.width() < need - 1:
                found.append(f"label {widget.text()!r}: {widget.width()} < {need}")
        elif isinstance(widget, QScrollArea) and widget.widgetResizable() and (inner := widget.widget()) is not None:
            off = widget.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if off and inner.width() > widget.viewport().width() + 1:
                found.append(f"column in {_path(widget)}: {inner.width()} > {widget.viewport().width()}")
    return found


def outside(root: QWidget) -> list[str]:
    """Controls that can't be seen: beyond the window's edge and in nothing that scrolls."""
    found = []
    for widget in controls(root):
        corner = widget.mapTo(root, widget.rect().bottomRight())
        if not _scrolls(widget, root) and not root.rect().adjusted(-2, -2, 2, 2).contains(corner):
            found.append(f"{type(widget).__name__} {widget.accessibleName()!r} ends at {corner.toTuple()}")
    return found


def _scrolls(widget: QWidget, root: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _path(widget: QWidget) -> str:
    names = []
    step: QWidget | None = widget
    while step is not None:
        names.append(type(step).__name__)
        step = step.parentWidget()
    return " < ".join(names)

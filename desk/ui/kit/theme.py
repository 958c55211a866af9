"""Dressing the program in one theme: Qt's palette and one style sheet, both from the tokens."""

from __future__ import annotations

import re

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desk.places import bundled
from desk.ui.kit import fonts
from desk.ui.kit.tokens import Palette, ThemeName, palettes

_worn: ThemeName = "light"


def worn() -> Palette:
    """The colours now worn, for what paints itself."""
    return palettes()[_worn]


def worn_name() -> ThemeName:
    """The theme now worn."""
    return _worn


def dress_first(app: QApplication, theme: ThemeName) -> None:
    """What the first paint needs: colours. Face and style sheet follow in `wear`.

    Nothing on the way to the first paint may import ``PySide6.QtCore.Qt``: making its enums costs 14 ms.
    """
    global _worn  # noqa: PLW0603 (a process has one look, as it has one language)
    _worn = theme
    app.setPalette(qt_palette(palettes()[theme]))


def wear(app: QApplication, theme: ThemeName) -> None:
    """Dress everything in `theme`; may be called again while running."""
    fonts.install()
    app.setStyle("Fusion")
    dress_first(app, theme)
    app.setFont(fonts.font())
    QDir.setSearchPaths("themed", [str(bundled("resources", "icons", "themed"))])
    app.setStyleSheet(style_sheet(theme))


def style_sheet(theme: ThemeName) -> str:
    """The template with the theme's tokens in it."""
    palette = palettes()[theme]
    template = bundled("resources", "theme.qss").read_text(encoding="utf-8")

    def token(found: re.Match[str]) -> str:
        name = found.group(1)
        return theme if name == "theme" else str(getattr(palette, name))

    return re.sub(r"@([a-z_]+)", token, template)


def qt_palette(tokens: Palette) -> QPalette:
    """Qt's own palette from the tokens, for what the style sheet does not reach."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in {
        role.Window: tokens.page,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.page,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.soft,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.bad,
        role.Highlight: tokens.accent_soft,
        role.HighlightedText: tokens.ink,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.surface,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line,
        role.Dark: tokens.edge,
        role.Shadow: tokens.shade,
    }.items():
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.disabled))
    return palette


def set_mark(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and restyle the widget if it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()

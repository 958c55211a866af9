"""The pieces that every screen is made of: tokens, theme, fonts, icons and widgets. No screen, no service, no wording
of its own beyond what a piece always says. May import PySide6, desk.language, desk.places, desk.ui.shortcuts.

* `theme.wear(app, "light")` dresses the program; `theme.worn()` are the colours now worn (`tokens.Palette`).
* `text.Text(words, role="body|small|strong|title|number", tone=…)`; `text.Heading`; `text.Rule` (hairline).
* `button.Button(words, key=Key.SAVE, kind="primary|plain|quiet", icon="save")`: shows its key, guards double clicks.
* `field.Field(label, editor=None, hint="")`: label above, hint or error below; `edited`, `text()`, `show_error()`.
* `chip.Chip(words, tone, icon)` and `chip.StateChip(state)`: icon + word + colour.
* `stage.Stage(content)`: `show_content()`, `show_empty/busy/offline/error(title, text, action)`; `acted`.
* `surface.Card`, `surface.Scroll`, `surface.Columns`; `table.Table` over `table.RowsModel`; `tick.TickRow`.
* `icons.Icon(name)` (widget) and `icons.pixmap(name, size, colour)`.

Spacing is a multiple of `tokens.GRID` (4 px); rows are `tokens.ROW` (34 px) high.
"""

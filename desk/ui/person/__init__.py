"""A person beside a file: everything else he asked for, and files that may be the same, side by side.

`presenter` decides, `lines` says it in words, both without Qt; `panel`, `history_view` and `comparison` show; `screen`
joins them to the counter. To mount it: put `PersonPanel.doubts` and `PersonPanel.history` where they belong, call
`screen.join` once, and `show_for` with each case that comes into view.
"""

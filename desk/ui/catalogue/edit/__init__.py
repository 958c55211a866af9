"""Editing one service standard in place: every component, with undo, checked as one types, the checklist beside.

Without Qt: `working` (the copy being edited and its undo), `tidy` (the file's one spelling), `sections` and `options`
(what is edited where and what may be chosen), `outline` (lists as rows), `conditions`, `correction`, `presenter`. With
it: `view`, `form`, `outline_view`, `paper`.
"""

"""Layanan: every service standard as a citizen would read it, found by what people call it, printed as a checklist.

`standard` (a service → lines to show) and `presenter` are without Qt; `page`, `rows_model` and `sheet` show.
"""

"""Berkas: every file at this counter, found, and one of them whole beside the list.

`presenter` decides, `dossier` turns a case into words, both without Qt; `page`, `list_view`, `sheet` and `rows_model`
show.
"""

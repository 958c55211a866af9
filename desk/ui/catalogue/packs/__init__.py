"""Whole packs: what differs between two, taking one in, sending one, making one for another office.

`presenter` and `office_form` are without Qt; `view` and `new_view` show.
"""

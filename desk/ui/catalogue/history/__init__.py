"""The versions of a service: who changed what, when and why; a checklist as it was; back by one; out of the catalogue.

`presenter` is without Qt, `view` shows.
"""

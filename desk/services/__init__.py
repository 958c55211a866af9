"""One function for each act of an officer: values in, values and 'what changed' out.

May import: models, domain, desk.places. Must not: know SQL, paper or windows.
"""

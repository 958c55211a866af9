"""Words and rules of the counter, as values and pure functions.

Lives here: the catalogue's shapes, checklists, identity numbers, working time, the event and its fold.
May import: the standard library and nothing else. Must not: read files, clocks, randomness or settings.
"""

"""One service beside its like in other offices, component by component.

`presenter` is without Qt, `view` shows; `needing` lists who asks for a paper.
"""

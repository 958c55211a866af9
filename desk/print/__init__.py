"""Papers: values in, PDF bytes out; and the way to a printer.

A paper is drawn in four layers: `paper` (how big), `fonts` (letters and their widths), `block` (lines of text and
shapes, measured, not yet placed), `sheet` (pages, breaks, the PDF; `ink` draws them). Every paper is Indonesian,
whatever language the window speaks. Same values, same bytes: a preview is the print.
"""

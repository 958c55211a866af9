"""The one door to PDFium, which must not be entered by two threads: previews, thumbnails and tests all come through it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

_alone = Lock()


class LockedPdf(ValueError):
    """The PDF asks for a password."""


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:  # a pypdfium2.PdfDocument, which has no types
    """The document, for as long as the block lasts.

    Raises:
        ValueError: the bytes are no PDF that can be read. LockedPdf: it asks for a password.
    """
    import pypdfium2  # noqa: PLC0415 (a library of 8 MB that few acts need)
    from pypdfium2.raw import FPDF_ERR_PASSWORD  # noqa: PLC0415 (see above)

    with _alone:
        try:
            with pypdfium2.PdfDocument(pdf) as document:
                yield document
        except pypdfium2.PdfiumError as error:
            if error.err_code == FPDF_ERR_PASSWORD:
                raise LockedPdf("a password is asked for") from error
            raise ValueError("not a readable PDF") from error

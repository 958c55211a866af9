"""Printing through Qt, where there is no CUPS (Windows): the pages of the PDF as pictures of 300 dpi."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desk.domain.errors import Refused

if TYPE_CHECKING:
    from desk.print.raster import Page

DPI = 300


def printers() -> tuple[tuple[str, bool], ...]:
    """(name, whether it is the usual one) of every printer."""
    usual = QPrinterInfo.defaultPrinterName()
    return tuple((name, name == usual) for name in QPrinterInfo.availablePrinterNames())


def page_size(width_mm: float, height_mm: float) -> QPageSize:
    """The paper exactly: Qt's own 'Folio' is 210 × 330 mm, Indonesian F4 is 215 × 330 mm."""
    name = f"{width_mm:.0f} × {height_mm:.0f} mm"
    return QPageSize(QSizeF(width_mm, height_mm), QPageSize.Unit.Millimeter, name, QPageSize.SizeMatchPolicy.ExactMatch)


def image_of(page: Page) -> QImage:
    """The page as a picture of its own."""
    image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
    image.setDotsPerMeterX(round(page.width / page.width_mm * 1000))
    image.setDotsPerMeterY(round(page.height / page.height_mm * 1000))
    return image


def print_pages(pages: Sequence[Page], printer_name: str, title: str, *, to_file: str = "") -> None:
    """Print them, each on paper of its own size.

    Raises:
        Refused: the printer is gone, or does not begin.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if to_file:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(to_file)
    else:
        printer.setPrinterName(printer_name)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setResolution(DPI)
    _lay(printer, pages[0])
    painter = QPainter()
    if not painter.begin(printer):
        template = "Pencetak {printer} tidak mau mulai. Periksa apakah menyala dan berkertas, lalu cetak lagi."
        raise Refused("printer_not_ready", template, field="printer", printer=printer_name)
    for place, page in enumerate(pages):
        if place:
            _lay(printer, page)
            printer.newPage()
        width, height = round(page.width_mm / 25.4 * DPI), round(page.height_mm / 25.4 * DPI)
        painter.drawImage(QRect(0, 0, width, height), image_of(page))
    painter.end()


def _lay(printer: QPrinter, page: Page) -> None:
    layout = QPageLayout(
        page_size(page.width_mm, page.height_mm), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)

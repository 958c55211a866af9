"""F4 is 215 × 330 mm, on screen and to a printer of Qt's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from desk.domain.catalogue import Service
from desk.print.raster import page_sizes, pages
from desk.services.counter import Counter
from desk.ui import papers
from desk.ui.preview import qt_printing


def test_qt_s_folio_is_not_f4_and_ours_is(qapp: QApplication) -> None:
    ours = qt_printing.page_size(215, 330)
    assert ours.size(QPageSize.Unit.Millimeter).toTuple() == (215, 330)
    assert ours.id() is QPageSize.PageSizeId.Custom


def test_a_checklist_printed_through_qt_keeps_its_size_and_pages(
    qapp: QApplication, counter: Counter, tmp_path: Path
) -> None:
    service: Service = counter.catalogue.service("pasuruan/01")
    pdf = papers.checklist(counter, service).make("f4", 1)
    drawn = pages(pdf, qt_printing.DPI)
    out = tmp_path / "out.pdf"
    qt_printing.print_pages(drawn, "", "Desk", to_file=str(out))
    sizes = page_sizes(out.read_bytes())
    assert len(sizes) == len(drawn)
    assert all(abs(width - 215) < 0.5 and abs(height - 330) < 0.5 for width, height in sizes)


def test_the_picture_has_the_paper_s_proportions(qapp: QApplication, counter: Counter) -> None:
    pdf = papers.checklist(counter, counter.catalogue.service("pasuruan/02")).make("f4", 1)
    image = qt_printing.image_of(pages(pdf, 100)[0])
    assert abs(image.height() / image.width() - 330 / 215) < 0.01

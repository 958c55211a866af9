"""Disposisi: trays by holder; not in this version."""

from __future__ import annotations

from desk.language import tr
from desk.ui.later.page import LaterPage
from desk.ui.page import Page
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The screen."""
    page = LaterPage(
        tr("Disposisi belum ada di versi ini"),
        tr(
            "Lembar disposisi tetap ditulis di kertas seperti biasa. Letak berkas dan catatannya dapat dibaca dan ditambahkan di Berkas."
        ),
        tr("Buka Berkas"),
        "inbox",
    )
    page.panel.acted.connect(lambda: workplace.go("cases"))
    return page

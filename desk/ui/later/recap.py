"""Rekap: the month's balance; not in this version."""

from __future__ import annotations

from desk.language import tr
from desk.ui.later.page import LaterPage
from desk.ui.page import Page
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The screen."""
    page = LaterPage(
        tr("Rekap belum ada di versi ini"),
        tr(
            "Semua yang didaftarkan sudah tercatat lengkap, sehingga rekap nanti dapat dihitung sejak berkas pertama. Sementara ini, saring berkas menurut status dan tanggal di Berkas."
        ),
        tr("Buka Berkas"),
        "chart-column",
    )
    page.panel.acted.connect(lambda: workplace.go("cases"))
    return page

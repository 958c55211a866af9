"""Surat: drafts, numbers, agenda; not in this version."""

from __future__ import annotations

from desk.language import tr
from desk.ui.later.page import LaterPage
from desk.ui.page import Page
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The screen."""
    page = LaterPage(
        tr("Surat belum ada di versi ini"),
        tr(
            "Buat surat seperti biasa dan tulis nomornya sebagai catatan pada berkasnya. Tanda terima, lembar kekurangan, dan daftar persyaratan sudah dapat dicetak dari Loket, Berkas, dan Layanan."
        ),
        tr("Buka Berkas"),
        "mail",
    )
    page.panel.acted.connect(lambda: workplace.go("cases"))
    return page

"""Builds Pengaturan, and each of its parts when it is first looked at."""

from __future__ import annotations

from desk.ui.page import Page
from desk.ui.settings.page import SettingsPage
from desk.ui.settings.sections import SECTIONS
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The screen."""
    page = SettingsPage()
    builders = {section.name: section.build for section in SECTIONS}
    page.section_wanted.connect(lambda name: page.put(name, builders[name](workplace)))
    return page

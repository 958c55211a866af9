"""Pengaturan's parts: each is named, built when first looked at, and reached by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from desk.places import bundled
from desk.ui.page import Page
from desk.ui.settings import page as settings_page
from desk.ui.settings.page import SettingsPage
from desk.ui.settings.sections import SECTIONS, Section


class Part(Page):
    """A part that writes down what happens to it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.heard: list[str] = []
        QVBoxLayout(self).addWidget(QLabel(name))

    def arrive(self) -> None:
        self.heard.append("arrive")

    def leave(self) -> None:
        self.heard.append("leave")

    def close_down(self) -> None:
        self.heard.append("close")


def three(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> tuple[SettingsPage, list[str]]:
    sections = tuple(Section(name, name, "monitor", "") for name in ("satu", "dua", "tiga"))
    monkeypatch.setattr(settings_page, "SECTIONS", sections)
    page, built = SettingsPage(), list[str]()
    qtbot.addWidget(page)

    def build(name: str) -> None:
        built.append(name)
        page.put(name, Part(name))

    page.section_wanted.connect(build)
    page.show()
    return page, built


def heard(page: SettingsPage, name: str) -> list[str]:
    part = page.part(name)
    assert isinstance(part, Part)
    return part.heard


def test_every_section_has_an_icon_and_a_screen() -> None:
    for section in SECTIONS:
        assert bundled("resources", "icons", f"{section.icon}.svg").is_file()
        assert __import__(section.module, fromlist=["build"]).build


def test_a_part_is_built_when_it_is_first_looked_at(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    page, built = three(monkeypatch, qtbot)
    page.arrive()
    assert built == ["satu"]
    page.open("dua")
    page.open("satu")
    page.open("dua")
    assert built == ["satu", "dua"]
    assert heard(page, "satu") == ["arrive", "leave", "arrive", "leave"]


def test_the_part_last_looked_at_comes_back(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    page, _ = three(monkeypatch, qtbot)
    page.open("dua")
    page.leave()
    page.arrive()
    assert heard(page, "dua") == ["arrive", "leave", "arrive"]
    page.close_down()
    assert heard(page, "dua")[-1] == "close"


def test_a_part_that_is_not_there_leaves_all_as_it_is(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    page, built = three(monkeypatch, qtbot)
    page.open("dua")
    page.open("tidak-ada")
    assert built == ["dua"]


def test_the_arrow_keys_go_through_the_list(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    page, built = three(monkeypatch, qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.arrive()
    first, second = page._buttons["satu"], page._buttons["dua"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert (second.hasFocus(), second.isChecked(), built) == (True, True, ["satu", "dua"])

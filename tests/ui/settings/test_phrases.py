"""Kalimat disposisi: what can be ticked on the sheets is typed as lines and shown as it will be printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.domain.phrases import DEFAULT
from desk.services import phrases
from desk.services.counter import Counter
from desk.ui.settings.phrases.page import PhrasesPage
from desk.ui.settings.phrases.screen import build
from tests.ui.dispositions.capture.sitting import workplace_of
from tests.ui.walk import clipped, nameless


@pytest.fixture
def page(qtbot: QtBot, counter: Counter) -> PhrasesPage:
    made = build(workplace_of(counter))
    assert isinstance(made, PhrasesPage)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.arrive()
    return made


def retype(page: PhrasesPage, text: str) -> None:
    page.editor.setFocus()
    page.editor.selectAll()
    QTest.keyClick(page.editor, Qt.Key.Key_Backspace)
    for number, line in enumerate(text.split("\n")):
        if number:
            QTest.keyClick(page.editor, Qt.Key.Key_Return)
        QTest.keyClicks(page.editor, line)


def printed(page: PhrasesPage) -> list[str]:
    items = (page._preview.itemAt(place) for place in range(page._preview.count()))
    return [item.widget().text() for item in items if item is not None and item.widget() is not None]  # type: ignore[union-attr]


def test_the_list_that_stands_is_shown_as_it_is_printed(page: PhrasesPage) -> None:
    assert page.list.text() == "\n".join(DEFAULT)
    assert printed(page) == list(DEFAULT)
    assert not page._save.isEnabled()
    assert nameless(page) == []
    assert clipped(page) == []


def test_a_changed_list_is_kept_with_its_reason_and_taken_back(page: PhrasesPage, counter: Counter) -> None:
    retype(page, "Arsipkan\nUntuk diketahui")
    assert printed(page) == ["Arsipkan", "Untuk diketahui"]
    page._save.click()
    assert "alasan" in page.reason.below()
    page.reason.set_text("Kebiasaan kantor")
    page._save.blockSignals(False)
    page._save.click()
    assert phrases.phrases(counter) == ("Arsipkan", "Untuk diketahui")
    page.reason.set_text("Ternyata kurang")
    page._undo.click()
    assert phrases.phrases(counter) == DEFAULT
    assert page.list.text() == "\n".join(DEFAULT)


def test_what_can_t_be_printed_is_said_while_it_is_typed(page: PhrasesPage, counter: Counter) -> None:
    retype(page, "Arsipkan\narsipkan")
    assert "dua kali" in page.list.below()
    assert not page._save.isEnabled()
    retype(page, "")
    assert "kosong" in page.list.below()
    assert phrases.phrases(counter) == DEFAULT


def test_desk_s_own_list_comes_back_but_is_saved_only_on_request(page: PhrasesPage, counter: Counter) -> None:
    phrases.set_phrases(counter, ["Arsipkan"], "x")
    page._restore.click()
    assert page.list.text() == "\n".join(DEFAULT)
    assert phrases.phrases(counter) == ("Arsipkan",)

"""PySide6 6.12.0 loses a reference to None on every call that returns nothing (docs/decisions/002)."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 200


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on: its count says nothing")
def test_calls_that_return_nothing_keep_their_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    lost = before - sys.getrefcount(None)
    assert lost < CALLS // 4, f"{lost} references to None lost in {CALLS} calls: this PySide6 aborts after some 6,000"

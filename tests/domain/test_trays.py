"""Whose trays there are."""

from __future__ import annotations

import pytest

from desk.domain.trays import group_of


@pytest.mark.parametrize(
    ("position", "external", "group"),
    [("Kepala Dinas", False, "office"), ("Bupati", True, "outside"), ("Pemohon", True, "applicant")],
)
def test_whose_tray_it_is(position: str, external: bool, group: str) -> None:
    assert group_of(position, external=external) == group

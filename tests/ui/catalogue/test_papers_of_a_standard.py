"""Every paper that the menu offers can be made, in every size that is offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.domain.errors import Refused
from desk.ui.catalogue import sheets
from desk.ui.preview.presenter import PAPER_WORDS
from tests.ui.house import open_house


@pytest.mark.parametrize("name", sheets.NAMES)
def test_the_paper_is_made_in_every_size(tmp_path: Path, name: str) -> None:
    counter = open_house(tmp_path / "home")
    request = sheets.paper(counter, name, counter.catalogue.service("pasuruan/01"))
    for size in request.papers:
        assert size in PAPER_WORDS
        if name == "pledge":  # Pasuruan's decree prints none
            with pytest.raises(Refused):
                request.make(size, 1)
        else:
            assert request.make(size, 1).startswith(b"%PDF")
    counter.store.close()

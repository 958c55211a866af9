"""The demonstration day: its half-filled form is one that Loket opens, and nothing of it lies in the future."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desk import demo
from desk.models.home import Home
from desk.services import drafts
from desk.services.catalogue import Catalogue
from desk.ui.loket.form import SCREEN, form_from_body, form_to_body


def test_the_half_filled_form_is_read_whole_by_loket(catalogue: Catalogue) -> None:
    form = form_from_body(demo.HALF, "draft-demo")
    service = catalogue.service(form.service)
    assert demo.HALF["screen"] == SCREEN
    assert {**form_to_body(form), **demo.HALF, "ticks": None} == {**form_to_body(form), "ticks": None}
    assert set(form.ticks) == set(demo.HALF["ticks"]) <= {each.id for each in service.every_requirement()}
    assert form.name == "LKSA Darul Aitam"


def test_the_day_is_the_working_day_before(tmp_path: Path, data: Path, catalogue: Catalogue) -> None:
    counter = demo.play(Home(tmp_path), data, catalogue, date(2026, 11, 23))
    try:
        assert counter.today == date(2026, 11, 20), "Friday, for somebody who looks on Monday"
        assert [draft.key for draft in drafts.kept(counter)] == ["draft-demo"]
    finally:
        counter.store.close()

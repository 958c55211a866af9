"""The copy that is edited: every change can be taken back, and what nobody changed keeps its bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.domain.corrections import put
from desk.places import bundled
from desk.services.packfiles import file_of, load_catalogue, printed_service
from desk.ui.catalogue.edit import outline
from desk.ui.catalogue.edit.correction import places
from desk.ui.catalogue.edit.sections import SECTIONS, section_named
from desk.ui.catalogue.edit.tidy import blank, finished
from desk.ui.catalogue.edit.working import WorkingCopy

CATALOGUE = load_catalogue(bundled("data"))
IDS = sorted(CATALOGUE.printed)


def raw_of(service_id: str) -> dict[str, Any]:
    return json.loads(CATALOGUE.files[service_id])


@pytest.mark.parametrize("service_id", IDS)
def test_a_file_that_nobody_changed_keeps_its_bytes(service_id: str) -> None:
    raw = raw_of(service_id)
    assert file_of(finished(raw, json.loads(json.dumps(raw)))) == CATALOGUE.files[service_id]
    assert not WorkingCopy(raw, json.loads(json.dumps(raw))).changed


def test_typing_on_in_one_place_is_one_step() -> None:
    copy = WorkingCopy(raw_of("pasuruan/01"))
    for text in ("R", "Re", "Rek"):
        copy.put(("title",), text)
    assert copy.undo() == ("title",)
    assert not copy.changed
    copy.redo()
    assert copy.raw["title"] == "Rek"


def test_after_leaving_the_field_a_new_step_begins() -> None:
    copy = WorkingCopy(raw_of("pasuruan/01"))
    copy.put(("title",), "A")
    copy.rest()
    copy.put(("title",), "B")
    copy.undo()
    assert copy.raw["title"] == "A"


@settings(max_examples=40)
@given(data=st.data())
def test_whatever_was_done_can_be_taken_back_and_done_again(data: st.DataObject) -> None:
    raw = raw_of(data.draw(st.sampled_from(IDS)))
    copy = WorkingCopy(raw)
    for _ in range(data.draw(st.integers(1, 8))):
        section = data.draw(st.sampled_from([s for s in SECTIONS if s.entries]))
        rows = [row.path for row in outline.rows_of(section, copy.raw)]
        at = data.draw(st.sampled_from(rows)) if rows else None
        act = data.draw(st.sampled_from(["add", "inside", "remove", "up", "down"]))
        if act == "add" or (act == "inside" and at is not None and section.inner):
            outline.add(copy, section, at, inside=act == "inside")
        elif act == "remove" and at is not None:
            outline.remove(copy, section, at)
        elif act in ("up", "down") and at is not None:
            outline.move(copy, section, at, -1 if act == "up" else 1)
    after = copy.raw
    while copy.undo() is not None:
        pass
    assert copy.raw == raw
    while copy.redo() is not None:
        pass
    assert copy.raw == after


@settings(max_examples=40)
@given(data=st.data())
def test_taking_away_and_moving_never_leaves_anything_dangling(data: st.DataObject) -> None:
    service_id = data.draw(st.sampled_from(IDS))
    copy = WorkingCopy(raw_of(service_id))
    for _ in range(data.draw(st.integers(1, 6))):
        section = section_named(data.draw(st.sampled_from(["requirements", "route", "questions"])))
        rows = [row.path for row in outline.rows_of(section, copy.raw)]
        if rows:
            at = data.draw(st.sampled_from(rows))
            if data.draw(st.booleans()):
                outline.remove(copy, section, at)
            else:
                outline.move(copy, section, at, data.draw(st.sampled_from([-1, 1])))
    if copy.raw.get("requirements"):  # a standard has one at least; the editor says so
        printed_service(file_of(finished(copy.base, copy.raw)), service_id)


def test_a_new_step_stands_in_the_normal_way() -> None:
    copy = WorkingCopy(raw_of("pasuruan/01"))
    route = section_named("route")
    where = outline.add(copy, route, ("route", 0))
    assert where == ("route", 1)
    steps = copy.raw["route"]
    assert steps[0]["next"] == [{"when": None, "to": steps[1]["key"]}]
    assert steps[1]["next"] == [{"when": None, "to": steps[2]["key"]}]


def test_a_blank_service_is_a_service() -> None:
    assert printed_service(file_of(blank("Layanan baru")), "pasuruan/18").title == "Layanan baru"


@settings(max_examples=40)
@given(data=st.data())
def test_corrections_make_of_what_is_printed_what_was_edited(data: st.DataObject) -> None:
    """Laid over the printed text one after the other they give the edited text, whatever was edited."""
    printed = raw_of(data.draw(st.sampled_from(IDS)))
    copy = WorkingCopy(printed)
    for _ in range(data.draw(st.integers(1, 4))):
        section = data.draw(st.sampled_from([s for s in SECTIONS if s.entries and s.key != "executors"]))
        rows = [row.path for row in outline.rows_of(section, copy.raw)]
        act = data.draw(st.sampled_from(["text", "remove", "down", "title"]))
        if act == "title":
            copy.put(("title",), data.draw(st.sampled_from(["Satu", "Dua"])))
        elif rows and act == "text":
            at = data.draw(st.sampled_from(rows))
            entry = copy.at(at)
            if isinstance(entry, dict) and "text" in entry:
                copy.put((*at, "text"), data.draw(st.sampled_from(["Lain", "Berbeda"])))
        elif rows and act == "remove":
            outline.remove(copy, section, data.draw(st.sampled_from(rows)))
        elif rows:
            outline.move(copy, section, data.draw(st.sampled_from(rows)), 1)
    edited = finished(printed, copy.raw)
    made = json.loads(json.dumps(printed))
    for path, value in places(printed, edited, printed):
        put(made, path, value)
    assert finished(printed, made) == finished(printed, edited)


def test_a_correction_names_the_smallest_place() -> None:
    printed = raw_of("pasuruan/01")
    copy = WorkingCopy(printed)
    copy.put(("requirements", 6, "parts", 5, "issuer"), "Polres Pasuruan")
    assert places(printed, copy.raw, printed) == (("requirements/k7.f/issuer", "Polres Pasuruan"),)

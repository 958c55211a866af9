"""The route as a drawing: every step once, in order, in the panel, with the file exactly where it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.places import bundled
from desk.services.catalogue import Catalogue
from desk.services.packfiles import load_catalogue
from desk.ui.cases.dossier import Dossier
from desk.ui.cases.route_drawing import CELL_LEAST, Drawing, Loop, Route, Stop, laid_out, two_lines
from desk.ui.cases.route_story import ACTION_WORDS, route_story
from tests.factory import case

LINE = 14.0


def measure(text: str, strong: bool) -> float:
    return len(text) * (7.0 if strong else 6.0)


def stop(number: int, **changes: object) -> Stop:
    made = Stop(f"s{number}", "step", str(number), "Verifikasi", "Kepala Bidang", "ahead", f"Langkah {number}")
    return replace(made, **changes)  # type: ignore[arg-type]


def drawn(route: Route, width: float) -> Drawing:
    return laid_out(route, width, LINE, measure)


def story(dossier: Dossier) -> Route:
    return route_story(dossier.service, dossier.case, dossier.spent)


@given(count=st.integers(1, 30), width=st.floats(40, 2400))
def test_every_station_has_its_own_place_inside_the_panel(count: int, width: float) -> None:
    drawing = drawn(Route(tuple(stop(n) for n in range(1, count + 1)), {}), width)
    assert [spot.stop.key for spot in drawing.spots] == [f"s{n}" for n in range(1, count + 1)]
    for spot in drawing.spots:
        assert spot.left >= 0
        assert spot.left + spot.width <= drawing.width + 0.01
        assert spot.top <= spot.y <= spot.bottom <= drawing.height + 0.01
        assert spot.width >= min(CELL_LEAST, drawing.width) - 20
    boxes = [(spot.left, spot.top, spot.left + spot.width, spot.bottom) for spot in drawing.spots]
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            assert one[2] <= other[0] + 0.01 or other[2] <= one[0] + 0.01 or one[3] <= other[1] or other[3] <= one[1]


@given(count=st.integers(2, 30), width=st.floats(120, 1600))
def test_the_line_goes_through_all_of_them_once_and_turns_inside_the_panel(count: int, width: float) -> None:
    drawing = drawn(Route(tuple(stop(n) for n in range(1, count + 1)), {}), width)
    assert len(drawing.strokes) == count - 1
    for stroke in drawing.strokes:
        assert all(0 <= x <= drawing.width for x, _ in stroke.points)
    levels = [spot.y for spot in drawing.spots]
    assert levels == sorted(levels)


@given(text=st.text(max_size=80), room=st.floats(20, 400))
def test_words_are_never_wider_than_their_cell(text: str, room: float) -> None:
    found = two_lines(text, room, lambda part: measure(part, False))
    assert len(found) <= 2
    assert all(measure(line, False) <= room or len(line) <= 2 for line in found)


def test_a_wide_panel_has_evenly_many_in_every_row() -> None:
    drawing = drawn(Route(tuple(stop(n) for n in range(1, 17)), {}), 620)
    rows = [sum(spot.y == level for spot in drawing.spots) for level in sorted({spot.y for spot in drawing.spots})]
    assert max(rows) - min(rows) <= 2
    assert sum(rows) == 16


def test_what_lies_beside_the_way_has_a_row_of_its_own_below_its_step() -> None:
    fork = Stop("sick>rujukan", "fork", "", "bila sakit", "", "ahead", "Cabang bila sakit")
    side = replace(stop(99), key="rujukan", number="")
    drawing = drawn(Route((stop(1), stop(2), stop(3)), {"s2": ((fork, side),)}), 600)
    by_key = {spot.stop.key: spot for spot in drawing.spots}
    assert by_key["rujukan"].y == by_key["sick>rujukan"].y > by_key["s2"].y
    assert len(drawing.strokes) == 3


def test_branches_that_only_lead_back_share_a_row_without_a_line() -> None:
    forks = tuple(Stop(f"f{n}", "fork", "", "bila dikembalikan", "→ 1 Terima", "ahead", "") for n in range(2))
    drawing = drawn(Route((stop(1), stop(2)), {"s2": tuple((fork,) for fork in forks)}), 600)
    assert len({spot.y for spot in drawing.spots if spot.stop.kind == "fork"}) == 1
    assert len(drawing.strokes) == 1


def test_a_loop_and_the_file_get_room_above_their_row() -> None:
    plain = drawn(Route((stop(1), stop(2)), {}), 400)
    there = drawn(Route((stop(1, here=True), stop(2)), {}), 400)
    looped = drawn(Route((stop(1, loops=(Loop("Disposisi", here=True),)), stop(2)), {}), 400)
    assert plain.height < there.height < looped.height


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(bundled("data"))


def test_every_service_of_every_office_can_be_drawn_narrow_and_wide(catalogue: Catalogue) -> None:
    for office in catalogue.offices:
        for service in office.services:
            route = route_story(service, case(service=service.id, position=None), {})
            keys = [one.key for one in route.stops()]
            assert len(keys) == len(set(keys)), service.id
            for width in (300.0, 620.0, 1300.0):
                drawing = drawn(route, width)
                assert {spot.stop.key for spot in drawing.spots} == set(keys)
                assert all(spot.stop.said for spot in drawing.spots)


def test_no_step_is_without_a_word(catalogue: Catalogue) -> None:
    used = {step.action for office in catalogue.offices for service in office.services for step in service.route}
    assert used <= ACTION_WORDS.keys()


def test_the_file_lies_at_one_station_and_all_before_it_are_done(standings: dict[str, Dossier]) -> None:
    route = story(standings["visit"])
    here = [one for one in route.way if one.here]
    assert [one.word for one in here] == ["Kunjungan"]
    place = route.way.index(here[0])
    assert {one.standing for one in route.way[:place]} == {"done"}
    assert {one.standing for one in route.way[place + 1 :]} == {"ahead"}
    assert "berkas di sini" in here[0].said


def test_a_disposition_beside_the_route_is_a_loop_with_the_file_on_it(standings: dict[str, Dossier]) -> None:
    route = story(standings["two"])
    looped = [one for one in route.way if one.at_loop]
    assert len(looped) == 1
    assert not any(one.here for one in route.way)
    assert len(looped[0].loops) == 2
    assert "Disposisi kepada Sekretaris: belum dibaca" in looped[0].said


def test_another_body_is_a_loop_outside(standings: dict[str, Dossier]) -> None:
    looped = [one for one in story(standings["outside"]).way if one.at_loop]
    assert [loop.outside for loop in looped[0].loops] == [True]
    assert "Kejaksaan Negeri: menunggu jawaban" in looped[0].said


def test_a_returned_file_keeps_its_station_and_lies_with_its_applicant(standings: dict[str, Dossier]) -> None:
    looped = [one for one in story(standings["sent_back"]).way if one.at_loop]
    assert len(looped) == 1
    assert looped[0].standing == "now"
    assert "pada pemohon" in looped[0].said


def test_a_file_that_was_never_complete_waits_at_the_beginning(standings: dict[str, Dossier]) -> None:
    route = story(standings["short"])
    assert route.way[0].standing == "now"
    assert {one.standing for one in route.way[1:-1]} == {"ahead"}


def test_an_ended_file_has_come_to_the_end_of_its_line(standings: dict[str, Dossier]) -> None:
    route = story(standings["ended"])
    assert {one.standing for one in route.way} == {"done"}
    assert route.way[-1].here
    assert route.way[-1].word == "Selesai"


def test_a_refused_file_stopped_where_it_was(standings: dict[str, Dossier]) -> None:
    route = story(standings["refused"])
    assert [one.standing for one in route.way].count("stopped") == 2
    assert route.way[-1].word == "Ditolak"


def test_the_branch_that_was_not_taken_stands_beside_the_way(standings: dict[str, Dossier]) -> None:
    route = story(standings["branching"])
    [sides] = [sides for key, sides in route.sides.items() if key]
    fork, *steps = sides[0]
    assert fork.word.startswith("bila ")
    assert len(steps) == 5
    assert {one.standing for one in steps} <= {"ahead", "passed_by"}
    assert next(one for one in route.way if one.forks).standing == "now"


def test_outside_bodies_are_marked(standings: dict[str, Dossier]) -> None:
    route = story(standings["dispose"])
    outside = {one.who for one in route.way if one.outside}
    assert "Bupati" in outside
    assert all("di luar dinas" in one.said for one in route.way if one.outside)

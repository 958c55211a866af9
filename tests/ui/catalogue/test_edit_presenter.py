"""The editor decides without a window: what is shown, what is refused, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from desk.domain.catalogue import Service
from desk.domain.doubts.doubt import Doubt
from desk.services import packs
from desk.services.counter import Counter
from desk.ui.catalogue.edit.acts import EditActs, EditView
from desk.ui.catalogue.edit.presenter import EditPresenter
from desk.ui.catalogue.edit.starting import Starting
from tests.ui.fakes import Notebook, NowJobs
from tests.ui.house import open_house


class Desk:
    """The editor on a real counter."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.view = Notebook()
        self.later: dict[str, Callable[[], None]] = {}
        self.kept: dict[str, dict[str, Any]] = {}
        self.saved: list[tuple[str, str]] = []
        self.editor = EditPresenter(cast("EditView", self.view), self._acts(), NowJobs())
        self.starting = Starting(
            self.editor, lambda: packs.next_id(counter.catalogue, counter.office.slug), lambda _ids: None
        )

    def _acts(self) -> EditActs:
        counter = self.counter

        def correct(service_id: str, changes: Sequence[tuple[str, Any]], reason: str, start: date) -> None:
            for path, value in changes:
                packs.correct(counter, service_id, path, value, reason, start)

        def looked_at(_service: Service) -> tuple[Sequence[Any], Sequence[Doubt]]:
            return (), (Doubt(_service.id, "title", "made_up", "Judulnya aneh."),)

        return EditActs(
            documents=lambda: counter.catalogue.documents,
            today=lambda: counter.today,
            raw=lambda service_id: packs.raw_service(counter.catalogue, service_id),
            tried=lambda service_id, raw: packs.tried(service_id, raw, counter.today),
            looked_at=looked_at,
            save=lambda service_id, raw, reason: packs.save_service(counter, service_id, raw, reason),
            correct=correct,
            keep=lambda key, _title, body: self.kept.__setitem__(key, body),
            drop=lambda key: cast("None", self.kept.pop(key, None)),
            noted=self._noted,
            later=lambda name, _ms, act: self.later.__setitem__(name, act),
            saved=lambda service_id, said, _steps: self.saved.append((service_id, said)),
        )

    def _noted(self, key: str, body: dict[str, Any] | None) -> None:
        self.starting.note(key, body)

    def wait(self) -> None:
        for act in list(self.later.values()):
            act()

    def sections(self) -> dict[str, Any]:
        return {line.key: line for line in self.view.last("show_sections")}


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    counter = open_house(tmp_path / "home")
    yield Desk(counter)
    counter.store.close()


def test_an_edit_with_a_reason_is_the_next_version(desk: Desk) -> None:
    desk.starting.edit("pasuruan/01")
    desk.editor.choose_section("title")
    desk.editor.type(("title",), "Izin Adopsi")
    desk.editor.save("Judul dipendekkan")
    assert desk.counter.catalogue.service("pasuruan/01").title == "Izin Adopsi"
    made = packs.versions(desk.counter, "pasuruan/01")
    assert [(version.reason, version.officer) for version in made] == [("Judul dipendekkan", desk.counter.officer)]
    assert desk.saved[0][0] == "pasuruan/01"


def test_without_a_reason_nothing_is_written_and_it_is_said_beside_it(desk: Desk) -> None:
    desk.starting.edit("pasuruan/01")
    desk.editor.choose_section("title")
    desk.editor.type(("title",), "X")
    desk.editor.save("  ")
    assert "alasan" in desk.view.last("show_reason_error")
    assert packs.versions(desk.counter, "pasuruan/01") == ()


def test_without_a_change_nothing_is_written(desk: Desk) -> None:
    desk.starting.edit("pasuruan/01")
    desk.editor.save("coba")
    assert desk.view.last("show_problem") == "Belum ada yang diubah."


def test_what_is_wrong_is_said_at_its_field_and_saving_goes_there(desk: Desk) -> None:
    desk.starting.edit("pasuruan/01")
    desk.editor.choose_entry(("requirements", 1))
    desk.editor.type(("requirements", 1, "text"), "")
    _own, entry, _typed = next(values for name, values, _ in reversed(desk.view.told) if name == "show_fields")
    assert [field.error for field in entry if field.error] == ["tidak boleh kosong"]
    assert desk.sections()["requirements"].wrong
    desk.editor.choose_section("fee")
    desk.editor.save("alasan")
    assert desk.view.last("focus_field") == ("requirements", 1, "text")
    assert packs.versions(desk.counter, "pasuruan/01") == ()


def test_a_number_that_is_none_is_refused_where_it_stands(desk: Desk) -> None:
    desk.starting.edit("pasuruan/01")
    desk.editor.choose_section("duration")
    desk.editor.type(("duration", "max"), "delapan belas")
    own, _entry, _typed = next(values for name, values, _ in reversed(desk.view.told) if name == "show_fields")
    assert any(field.error for field in own if field.path == ("duration", "max"))


def test_a_half_done_edit_is_kept_and_taken_up_again(desk: Desk) -> None:
    desk.starting.edit("pasuruan/02")
    desk.editor.choose_section("title")
    desk.editor.type(("title",), "Setengah jadi")
    desk.editor.leave()
    assert [body["screen"] for body in desk.kept.values()] == ["catalogue"]
    again = Desk(desk.counter)
    again.starting.learn(list(desk.kept.items()))
    again.starting.edit("pasuruan/02")
    assert again.view.told[0][1][1:] == ("Setengah jadi", "Dilanjutkan dari suntingan yang belum disimpan.")


def test_discarding_is_a_step_that_can_be_taken_back(desk: Desk) -> None:
    desk.starting.edit("pasuruan/02")
    desk.editor.choose_section("title")
    desk.editor.type(("title",), "Baru")
    desk.editor.discard()
    assert not desk.sections()["title"].changed
    desk.editor.undo()
    assert desk.sections()["title"].changed


def test_a_correction_leaves_what_is_printed_and_holds_from_its_day(desk: Desk) -> None:
    printed = desk.counter.catalogue.printed["pasuruan/01"].product
    desk.starting.correct("pasuruan/01")
    desk.editor.choose_section("product")
    desk.editor.type(("product",), "Rekomendasi yang benar")
    desk.editor.save("Tersalin dari layanan lain", "20/11/2026")
    assert desk.counter.catalogue.service("pasuruan/01").product == "Rekomendasi yang benar"
    assert desk.counter.catalogue.printed["pasuruan/01"].product == printed
    correction = desk.counter.catalogue.service("pasuruan/01").corrections[0]
    assert (correction.component, correction.from_date) == ("product", "2026-11-20")


def test_a_correction_needs_a_day(desk: Desk) -> None:
    desk.starting.correct("pasuruan/01")
    desk.editor.choose_section("product")
    desk.editor.type(("product",), "Lain")
    desk.editor.save("alasan", "31/02/2026")
    assert "tanggal" in desk.view.last("show_start_error")


def test_a_new_service_has_the_next_number(desk: Desk) -> None:
    desk.starting.new("Layanan baru")
    desk.editor.choose_section("title")
    desk.editor.type(("title",), "Bantuan Kaki Palsu")
    desk.editor.save("Layanan baru tahun 2026")
    assert desk.counter.catalogue.service("pasuruan/18").title == "Bantuan Kaki Palsu"


def test_an_added_requirement_has_an_id_that_nobody_typed(desk: Desk) -> None:
    desk.starting.edit("pasuruan/02")
    desk.editor.add()
    path = desk.view.last("focus_field")
    desk.editor.type(path, "Surat keterangan domisili")
    desk.editor.save("Ditambah")
    added = desk.counter.catalogue.service("pasuruan/02").requirements[-1]
    assert added.text == "Surat keterangan domisili"
    assert added.id.isascii()


def test_alternatives_are_named_on_both_sides(desk: Desk) -> None:
    desk.starting.edit("pasuruan/02")
    rows = desk.view.last("show_rows")
    first, second = rows[0].path, rows[1].path
    raw = packs.raw_service(desk.counter.catalogue, "pasuruan/02")
    other = raw["requirements"][1]["id"]
    assert first == ("requirements", 0)
    assert second[0] == "requirements"
    desk.editor.choose_entry(first)
    desk.editor.type((*first, "any_of"), f'["{other}"]')
    desk.editor.save("KK boleh sebagai ganti")
    service = desk.counter.catalogue.service("pasuruan/02")
    assert service.requirements[0].any_of == (other,)
    found = service.requirement(other)
    assert found is not None
    assert found.any_of == (service.requirements[0].id,)


def test_doubts_are_looked_at_again_as_one_edits(desk: Desk) -> None:
    desk.starting.edit("pasuruan/02")
    desk.wait()
    assert desk.sections()["title"].doubts == 1

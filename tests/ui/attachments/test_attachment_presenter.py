"""The strip decides: whose papers are shown, what may be done, and nothing of one case ever lands in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.domain.errors import Refused
from desk.ui.attachments.presenter import AttachmentPresenter
from desk.ui.attachments.staging import suggested
from desk.ui.attachments.values import Scan
from tests.ui.attachments.samples import FULL, PLACES, Cabinet
from tests.ui.fakes import LateJobs, Notebook, NowJobs


def strip(cabinet: Cabinet, *, read_only: bool = False) -> tuple[AttachmentPresenter, Notebook]:
    view = Notebook()
    presenter = AttachmentPresenter(view, cabinet.acts(), NowJobs(), read_only=read_only)
    presenter.show_case("one")
    return presenter, view


def files(*names: str) -> list[Path]:
    return [Path("/pindaian") / name for name in names]


def test_papers_are_shown_with_what_they_belong_to_and_their_pictures() -> None:
    _, view = strip(Cabinet())
    ktp, letter = view.last("show_tiles")
    assert (ktp.name, ktp.about, ktp.corner) == ("KTP.jpg", "1. KTP", "")
    assert (letter.about, letter.corner, letter.icon) == ("dari desa", "3 hal.", "file-text")
    assert letter.said == "surat.pdf, dari desa, 3 hal., 40 KB"
    assert [values for name, values, _ in view.told if name == "show_thumbnail"] == [
        ("KTPAAA", b"kecil KTPAAA"), ("SURATA", b"kecil SURATA"),
    ]  # fmt: skip


def test_of_a_guarded_service_not_even_a_small_picture_is_seen() -> None:
    cabinet = Cabinet(guarded=True)
    _, view = strip(cabinet)
    assert [tile.icon for tile in view.last("show_tiles")] == ["lock", "lock"]
    assert cabinet.done("thumbnail") == []


def test_an_empty_case_says_the_first_step_to_take() -> None:
    presenter, view = strip(Cabinet())
    presenter.show_case("two")
    state, words = next(values for name, values, _ in reversed(view.told) if name == "show_state")
    assert state == "empty"
    assert "Seret foto" in words


def test_a_case_that_can_t_be_read_is_said_and_tried_again() -> None:
    cabinet = Cabinet(troubles={"look": FULL})
    presenter, view = strip(cabinet)
    assert view.told[-1] == ("show_state", ("error", "Diska penuh."), {})
    cabinet.troubles.clear()
    presenter.refresh()
    assert view.count("show_tiles") == 1


def test_a_late_answer_about_the_case_before_is_not_shown() -> None:
    cabinet, view, jobs = Cabinet(), Notebook(), LateJobs()
    presenter = AttachmentPresenter(view, cabinet.acts(), jobs)
    presenter.show_case("one")
    presenter.show_case("two")
    jobs.do_all()
    assert view.count("show_tiles") == 1
    assert view.last("show_tiles") == []


def test_shown_again_the_same_case_fetches_only_new_pictures() -> None:
    cabinet = Cabinet()
    presenter, _ = strip(cabinet)
    presenter.show_case("one")
    assert len(cabinet.done("thumbnail")) == 2


def test_a_file_is_looked_into_asked_about_and_attached() -> None:
    cabinet = Cabinet()
    presenter, view = strip(cabinet)
    presenter.staging.take_paths(files("KTP Siti.jpg"))
    staged = view.last("show_staged")
    assert (staged.place, staged.which, staged.smaller) == ("requirement:ktp", "", "")
    presenter.staging.choose("requirement:kk", "hanya depan", False)
    presenter.staging.attach()
    ((case_id, name, place, note, _),) = cabinet.done("add")
    assert (case_id, name, place, note) == ("one", "KTP Siti.jpg", {"requirement": "kk"}, "hanya depan")
    assert cabinet.told == [("KTP Siti.jpg dilampirkan.", True)]
    assert cabinet.changes == 1
    assert len(view.last("show_tiles")) == 3
    assert view.told[-1][0] == "close_staged"


def test_the_place_that_a_name_speaks_of_is_suggested_and_only_then() -> None:
    assert suggested("ktp_istri.jpg", PLACES) == "requirement:ktp"
    assert suggested("scan ktp dan kk.pdf", PLACES) == ""
    assert suggested("IMG_0001.jpg", PLACES) == ""
    assert suggested("ktpkk.jpg", PLACES) == ""


def test_several_files_are_asked_about_one_after_the_other() -> None:
    cabinet = Cabinet()
    presenter, view = strip(cabinet)
    presenter.staging.take_paths(files("a.jpg", "b.jpg"))
    presenter.staging.take_paths(files("c.jpg"))
    seen = []
    for act in (presenter.staging.attach, presenter.staging.skip, presenter.staging.attach):
        staged = view.last("show_staged")
        seen.append((staged.name, staged.which))
        act()
    assert seen == [("a.jpg", "1 dari 2"), ("b.jpg", "2 dari 3"), ("c.jpg", "3 dari 3")]
    assert [name for _, name, *_ in cabinet.done("add")] == ["a.jpg", "c.jpg"]


def test_an_impatient_enter_attaches_once() -> None:
    cabinet, view, jobs = Cabinet(), Notebook(), LateJobs()
    presenter = AttachmentPresenter(view, cabinet.acts(), jobs)
    presenter.show_case("one")
    jobs.do_all()
    presenter.staging.take_paths(files("a.jpg"))
    jobs.do_all()
    for _ in range(3):
        presenter.staging.attach()
        presenter.staging.skip()
    jobs.do_all()
    assert len(cabinet.done("add")) == 1


def test_a_large_photo_is_offered_smaller_and_attached_as_chosen() -> None:
    cabinet = Cabinet()
    presenter, view = strip(cabinet)
    presenter.staging.take_paths(files("foto rumah.jpg"))
    staged = view.last("show_staged")
    assert (staged.smaller, staged.shrunk, staged.must_shrink) == ("1 KB", False, False)
    presenter.staging.choose("", "", True)
    presenter.staging.attach()
    assert cabinet.done("add")[0][-1] == len(b"lebih kecil")


def test_a_photo_too_large_is_attached_smaller_or_not_at_all() -> None:
    cabinet = Cabinet()
    presenter, view = strip(cabinet)
    presenter.staging.take_paths(files("besar.jpg"))
    staged = view.last("show_staged")
    assert (staged.size, staged.smaller, staged.must_shrink) == ("40,0 MB", "1 KB", True)
    presenter.staging.choose("", "", False)
    presenter.staging.attach()
    assert cabinet.done("add")[0][-1] == len(b"lebih kecil")


def test_a_pdf_too_large_is_said_to_be_so() -> None:
    presenter, view = strip(Cabinet())
    presenter.staging.take_paths(files("besar.pdf"))
    assert view.told[-1] == ("show_staged_error", ("besar.pdf", "Terlalu besar."), {})


def test_a_file_that_can_t_be_read_yet_is_tried_again_or_left_out() -> None:
    cabinet = Cabinet(troubles={"read": OSError(13, "x")})
    presenter, view = strip(cabinet)
    presenter.staging.take_paths(files("a.jpg", "b.jpg"))
    assert view.last("show_staged_error") == "a.jpg"
    presenter.staging.attach()
    assert cabinet.done("add") == []
    cabinet.troubles.clear()
    presenter.staging.retry()
    assert view.last("show_staged").name == "a.jpg"
    presenter.staging.skip()
    assert view.last("show_staged").name == "b.jpg"


def test_what_was_typed_stays_when_the_disk_is_full() -> None:
    cabinet = Cabinet(troubles={"add": FULL})
    presenter, view = strip(cabinet)
    presenter.staging.take_paths(files("a.jpg"))
    presenter.staging.choose("requirement:kk", "penting", False)
    presenter.staging.attach()
    assert view.told[-1] == ("show_attach_error", ("Diska penuh.",), {})
    cabinet.troubles.clear()
    presenter.staging.attach()
    assert cabinet.done("add")[0][2:4] == ({"requirement": "kk"}, "penting")


def test_a_look_at_another_case_loses_nothing_and_attaches_nothing_to_it() -> None:
    cabinet = Cabinet()
    presenter, view = strip(cabinet)
    presenter.staging.take_paths(files("a.jpg"))
    presenter.staging.choose("requirement:kk", "penting", False)
    presenter.show_case("two")
    assert view.told[-1][0] != "show_staged"
    presenter.staging.attach()
    assert cabinet.done("add") == []
    presenter.show_case("one")
    staged = view.last("show_staged")
    assert (staged.name, staged.place, staged.note) == ("a.jpg", "requirement:kk", "penting")
    presenter.staging.attach()
    assert [case_id for case_id, *_ in cabinet.done("add")] == ["one"]


def test_a_refresh_leaves_what_is_about_to_be_attached_alone() -> None:
    presenter, view = strip(Cabinet())
    presenter.staging.take_paths(files("a.jpg"))
    told = view.count("show_staged")
    presenter.refresh()
    assert view.count("show_staged") == told


def test_a_file_attached_before_is_said_so() -> None:
    cabinet = Cabinet()
    presenter, _ = strip(cabinet)
    presenter.staging.take_paths(files("ganda.jpg"))
    presenter.staging.attach()
    assert cabinet.told == [("ganda.jpg sudah terlampir sebelumnya.", True)]


def test_a_pasted_picture_gets_a_name_of_its_own() -> None:
    presenter, view = strip(Cabinet())
    presenter.staging.take_picture(lambda: b"gambar")
    assert view.last("show_staged").name == "Tempelan.png"


def test_a_scan_can_be_deleted_from_its_folder_once_it_is_attached() -> None:
    cabinet = Cabinet()
    presenter, _ = strip(cabinet)
    presenter.staging.take_scan(Scan(Path("/pindaian/SCAN1.jpg"), 3, 1.0))
    presenter.staging.attach()
    ((action, act),) = cabinet.offered
    assert action == "Hapus dari folder pemindai"
    act()
    assert cabinet.done("delete") == [("SCAN1.jpg",)]
    assert cabinet.told[-1] == ("SCAN1.jpg dihapus dari folder pemindai.", True)
    cabinet.troubles["delete"] = Refused("scan_changed", "Sudah berganti isi.")
    act()
    assert cabinet.told[-1] == ("Sudah berganti isi.", False)


def test_a_paper_is_taken_off_with_a_reason_and_ctrl_z_puts_it_back() -> None:
    cabinet = Cabinet()
    presenter, view = strip(cabinet)
    presenter.begin_remove("KTPAAA")
    assert view.last("ask_reason") == "KTPAAA"
    presenter.remove("KTPAAA", "")
    assert view.last("show_reason_error") == "Tulis alasan."
    presenter.remove("KTPAAA", "salah orang")
    assert view.count("close_reason") >= 1
    assert [tile.id for tile in view.last("show_tiles")] == ["SURATA"]
    ((words, undo),) = cabinet.offered
    assert words == "KTP.jpg dilepas dari berkas ini."
    undo()
    assert cabinet.done("put_back") == [("one", "KTPAAA")]
    assert len(view.last("show_tiles")) == 2


def test_a_strip_that_is_only_looked_at_takes_nothing_and_gives_nothing_up() -> None:
    cabinet = Cabinet()
    presenter, view = strip(cabinet, read_only=True)
    presenter.staging.take_paths(files("a.jpg"))
    presenter.begin_remove("KTPAAA")
    presenter.remove("KTPAAA", "salah")
    assert (cabinet.done("add"), cabinet.done("remove"), view.count("ask_reason")) == ([], [], 0)
    assert [named for name, _, named in view.told if name == "show_tiles"] == [{"writable": False}]


def test_a_case_that_can_t_be_added_to_shows_its_papers_only() -> None:
    cabinet = Cabinet(writable=False)
    presenter, view = strip(cabinet)
    presenter.staging.take_paths(files("a.jpg"))
    assert view.count("show_staged") == 0


def test_a_strip_of_one_step_shows_and_takes_only_what_belongs_there() -> None:
    cabinet = Cabinet()
    presenter, view = strip(cabinet)
    presenter.show_case("one", {"step": "survei"})
    assert view.last("show_tiles") == []
    presenter.staging.take_paths(files("KTP.jpg"))
    assert next(values[1] for name, values, _ in reversed(view.told) if name == "show_staged") == ()
    presenter.staging.attach()
    assert cabinet.done("add")[0][2] == {"step": "survei"}
    assert len(view.last("show_tiles")) == 1


@pytest.mark.parametrize(("trouble", "good"), [(None, True), (FULL, False)])
def test_a_copy_saved_outside_is_told_to_be_unsealed(trouble: Exception | None, good: bool) -> None:
    cabinet = Cabinet()
    presenter, _ = strip(cabinet)
    if trouble:
        cabinet.troubles["export"] = trouble
    presenter.export("KTPAAA", Path("/luar/KTP.jpg"))
    words, told = cabinet.told[-1]
    assert told == good
    assert ("tidak tersandi" in words) == good

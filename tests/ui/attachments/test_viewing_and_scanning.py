"""The large view and the scanner's folder, without a window."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk.domain.errors import NotFound, Refused
from desk.ui.attachments.scanning import ScanPresenter, delete_scan, scans_in
from desk.ui.attachments.values import Scan
from desk.ui.attachments.viewing import ViewerPresenter
from tests.ui.attachments.samples import FULL, KTP, LETTER, Cabinet
from tests.ui.fakes import LateJobs, Notebook, NowJobs


def viewer(cabinet: Cabinet) -> tuple[ViewerPresenter, Notebook]:
    view = Notebook()
    return ViewerPresenter(view, cabinet.acts(), NowJobs(), "one", (KTP, LETTER)), view


def test_pages_are_turned_within_a_paper_and_papers_within_the_case() -> None:
    cabinet = Cabinet()
    presenter, view = viewer(cabinet)
    presenter.open("SURATA")
    assert view.last("show_pages") == "Halaman 1 dari 3"
    for by in (1, 1, 1, -1):
        presenter.turn(by)
    assert [number for _, _, number in cabinet.done("page")] == [1, 2, 3, 2]
    presenter.go(1)
    presenter.go(-1)
    assert cabinet.done("page")[-1] == ("KTP.jpg", b"isi KTPAAA", 1)
    assert view.last("show_pages") == ""
    presenter.go(-1)
    assert cabinet.done("open") == [("one", "SURATA"), ("one", "KTPAAA")]


def test_what_can_t_be_opened_is_said_in_its_place() -> None:
    presenter, view = viewer(Cabinet(troubles={"open": FULL}))
    presenter.open("KTPAAA")
    assert view.last("show_trouble") == "Diska penuh."
    presenter.turn(1)
    presenter, view = viewer(Cabinet(troubles={"page": FULL}))
    presenter.open("KTPAAA")
    assert view.last("show_trouble") == "Diska penuh."


def test_a_slow_page_of_the_paper_before_is_not_shown() -> None:
    cabinet, view, jobs = Cabinet(), Notebook(), LateJobs()
    presenter = ViewerPresenter(view, cabinet.acts(), jobs, "one", (KTP, LETTER))
    presenter.open("KTPAAA")
    presenter.go(1)
    jobs.do_all()
    assert view.count("show_page") == 1
    presenter.turn(1)
    presenter.close()
    jobs.do_all()
    assert view.count("show_page") == 1


def scanner(cabinet: Cabinet, taken: list[Scan]) -> tuple[ScanPresenter, Notebook]:
    view = Notebook()
    return ScanPresenter(view, cabinet.acts(), NowJobs(), taken.append), view


def test_the_folder_is_asked_for_once_and_remembered(tmp_path: Path) -> None:
    cabinet = Cabinet()
    presenter, view = scanner(cabinet, [])
    presenter.begin()
    assert view.count("ask_folder") == 1
    presenter.choose_folder(tmp_path)
    assert cabinet.folder == tmp_path
    assert view.last("show_scans") == tmp_path
    presenter, view = scanner(cabinet, [])
    presenter.begin()
    assert view.count("ask_folder") == 0


def test_a_scan_is_looked_at_and_taken() -> None:
    scan, taken = Scan(Path("/pindaian/SCAN1.jpg"), 3, 1_764_000_000.0), list[Scan]()
    cabinet = Cabinet(folder=Path("/pindaian"), scans=(scan,))
    presenter, view = scanner(cabinet, taken)
    presenter.begin()
    presenter.look()
    assert view.count("show_scans") == 1, "nothing new, nothing shown anew"
    presenter.choose(scan)
    assert view.told[-1] == ("show_preview", (scan, b"kecil", ""), {})
    presenter.take()
    assert taken == [scan]
    assert view.count("finish") == 1


def test_what_isn_t_a_scan_yet_is_said_and_a_closed_picker_looks_no_more() -> None:
    scan = Scan(Path("/pindaian/besar.pdf"), 3, 1_764_000_000.0)
    cabinet = Cabinet(folder=Path("/pindaian"), scans=(scan,))
    presenter, view = scanner(cabinet, [])
    presenter.begin()
    presenter.choose(scan)
    assert view.told[-1] == ("show_preview", (scan, b"", "Terlalu besar."), {})
    cabinet.troubles["scans"] = FULL
    presenter.look()
    assert view.last("show_trouble") == "Diska penuh."
    presenter.close()
    before = len(view.told)
    presenter.look()
    presenter.take()
    assert len(view.told) == before


def test_only_pictures_and_pdfs_are_listed_the_newest_first(tmp_path: Path) -> None:
    for number, name in enumerate(("a.jpg", "b.PDF", "c.docx", "d.tiff", "e")):
        (tmp_path / name).write_bytes(b"x" * number)
        os.utime(tmp_path / name, (1000 + number, 1000 + number))
    (tmp_path / "folder.jpg").mkdir()
    assert [scan.path.name for scan in scans_in(tmp_path)] == ["d.tiff", "b.PDF", "a.jpg"]
    with pytest.raises(NotFound) as caught:
        scans_in(tmp_path / "tidak")
    assert caught.value.code == "scan_folder"


def test_only_the_scan_that_was_attached_is_deleted(tmp_path: Path) -> None:
    (tmp_path / "SCAN1.jpg").write_bytes(b"satu")
    (scan,) = scans_in(tmp_path)
    scan.path.write_bytes(b"orang lain")
    with pytest.raises(Refused) as caught:
        delete_scan(scan)
    assert caught.value.code == "scan_changed"
    (scan,) = scans_in(tmp_path)
    delete_scan(scan)
    with pytest.raises(Refused) as gone:
        delete_scan(scan)
    assert gone.value.code == "scan_kept"
    assert scans_in(tmp_path) == ()

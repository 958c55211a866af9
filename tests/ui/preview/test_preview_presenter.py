"""The preview keeps the ledger true whatever the printer does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from desk.domain.errors import Refused
from desk.ui.preview.presenter import Finish, PreviewActs, PreviewPresenter, PreviewView
from desk.ui.preview.request import PaperRequest
from tests.ui.fakes import LateJobs, Notebook, NowJobs

SLIP = PaperRequest("slip", "Tanda terima A", lambda size, copy: f"{size} {copy}".encode(), ("a6", "a4"), "case-1")
LIST = PaperRequest("checklist:pasuruan/01", "Daftar", lambda size, copy: f"{size} {copy}".encode(), ("f4", "a4"))


@dataclass
class Shop:
    """Printers and a ledger that write down what happens."""

    before: int = 0
    names: list[tuple[str, bool]] = field(default_factory=lambda: [("PDF-nyata", False), ("EPSON", True)])
    trouble: Exception | None = None
    no_printers: Exception | None = None
    certain: bool = True
    ledger: list[tuple[Any, ...]] = field(default_factory=list)
    sent: list[tuple[bytes, str, str]] = field(default_factory=list)
    told: list[tuple[str, bool]] = field(default_factory=list)
    remembered: tuple[str, str] = ("", "")

    def acts(self) -> PreviewActs:
        return PreviewActs(
            copies=lambda: self.before,
            ask=self.ask,
            printed=lambda line: self.ledger.append(("printed", line)),
            saved=lambda line: self.ledger.append(("saved", line)),
            failed=lambda line, reason: self.ledger.append(("failed", line, reason)),
            printers=self.printers,
            send=self.send,
            pages=lambda pdf, _dpi: cast("Sequence[Any]", [pdf]),
            remembered=lambda: self.remembered,
            remember=lambda printer, paper: setattr(self, "remembered", (printer, paper)),
            tell=self.tell,
            changed=lambda: None,
        )

    def ask(self, printer: str, pdf: bytes, copy: int, reason: str) -> str:
        self.ledger.append(("asked", printer, pdf, copy, reason))
        return f"line-{len(self.ledger)}"

    def printers(self) -> Sequence[tuple[str, bool]]:
        if self.no_printers:
            raise self.no_printers
        return self.names

    def send(self, pdf: bytes, printer: str, title: str, _paper: str) -> Finish:
        if self.trouble:
            raise self.trouble
        self.sent.append((pdf, printer, title))
        return lambda: self.certain

    def tell(self, words: str, good: bool, _action: str, _act: Callable[[], None] | None) -> None:
        self.told.append((words, good))


def preview(shop: Shop, request: PaperRequest = SLIP, jobs: Any = None) -> tuple[PreviewPresenter, Notebook]:
    view = Notebook()
    presenter = PreviewPresenter(cast("PreviewView", view), request, shop.acts(), jobs or NowJobs())
    presenter.start()
    return presenter, view


def test_what_is_printed_is_exactly_what_is_shown() -> None:
    shop = Shop()
    presenter, view = preview(shop)
    presenter.print("")
    assert [shop.sent[0][0]] == view.last("show_pages")
    assert [entry[0] for entry in shop.ledger] == ["asked", "printed"]
    assert shop.ledger[0][2] == shop.sent[0][0]


def test_looking_writes_nothing() -> None:
    shop = Shop()
    preview(shop)
    assert shop.ledger == []


def test_a_second_print_is_a_marked_copy_and_needs_a_reason() -> None:
    shop = Shop(before=1)
    presenter, view = preview(shop)
    assert view.last("show_pages") == [b"a6 2"]
    presenter.print("  ")
    assert view.count("show_reason_error") == 1
    assert shop.ledger == []
    presenter.print("hilang")
    assert shop.ledger[0][3:] == (2, "hilang")


def test_a_printer_that_refuses_is_in_the_ledger_and_said_beside() -> None:
    shop = Shop(trouble=Refused("printer_refuses", "Kertas habis."))
    presenter, view = preview(shop)
    presenter.print("")
    assert [entry[0] for entry in shop.ledger] == ["asked", "failed"]
    assert shop.ledger[1][2] == "Kertas habis."
    assert view.last("show_print_error") == "Kertas habis."
    assert view.count("finish") == 0
    shop.trouble = None
    presenter.print("")
    assert shop.ledger[-1][0] == "printed"


def test_a_job_still_in_the_queue_is_not_called_printed() -> None:
    shop = Shop(certain=False)
    presenter, _ = preview(shop)
    presenter.print("")
    assert [entry[0] for entry in shop.ledger] == ["asked"]
    assert shop.told[0][1] is False


def test_two_presses_print_once() -> None:
    shop, jobs = Shop(), LateJobs()
    presenter, _ = preview(shop, SLIP, jobs)
    jobs.do_all()
    presenter.print("")
    presenter.print("")
    jobs.do_all()
    assert len(shop.sent) == 1


def test_without_a_printer_the_paper_can_still_be_saved(tmp_path: Path) -> None:
    shop = Shop(no_printers=Refused("printing_missing", "CUPS tidak ada, pakai -o."))
    presenter, view = preview(shop)
    presenter.print("")
    assert "pencetak" in view.last("show_print_error")
    presenter.save(tmp_path / "a.pdf", "")
    assert (tmp_path / "a.pdf").read_bytes() == b"a6 1"
    assert [entry[0] for entry in shop.ledger] == ["asked", "saved"]
    assert "-o" not in str(view.told)


def test_a_file_that_can_t_be_written_is_said_and_not_in_the_ledger(tmp_path: Path) -> None:
    shop = Shop()
    presenter, view = preview(shop)
    presenter.save(tmp_path / "no" / "a.pdf", "")
    assert shop.ledger == []
    assert "tidak dapat ditulis" in view.last("show_print_error")


def test_printer_and_size_are_remembered() -> None:
    shop = Shop()
    presenter, _ = preview(shop, LIST)
    presenter.choose_printer("PDF-nyata")
    presenter.choose_paper("a4")
    presenter.print("")
    assert shop.remembered == ("PDF-nyata", "a4")
    _, view = preview(Shop(remembered=shop.remembered), LIST)
    assert view.last("show_pages") == [b"a4 1"]


def test_a_slip_asked_for_with_f9_goes_straight_to_the_printer_chosen_last_time() -> None:
    shop = Shop(remembered=("PDF-nyata", ""))
    preview(shop, replace(SLIP, straight=True))
    assert [printer for _pdf, printer, _title in shop.sent] == ["PDF-nyata"]


def test_nothing_goes_out_by_itself_where_no_printer_was_chosen_yet_or_it_is_gone_or_it_would_be_a_copy() -> None:
    for shop in (Shop(), Shop(remembered=("dibuang", "")), Shop(remembered=("EPSON", ""), before=1)):
        preview(shop, replace(SLIP, straight=True))
        assert shop.sent == []


def test_a_remembered_printer_that_is_gone_gives_way_to_the_usual_one() -> None:
    shop = Shop(remembered=("dibuang", "a6"))
    presenter, _ = preview(shop)
    presenter.print("")
    assert shop.sent[0][1] == "EPSON"


def test_the_queue_s_title_names_nobody() -> None:
    shop = Shop()
    presenter, _ = preview(shop)
    presenter.print("")
    assert shop.sent[0][2] == "Desk slip"


def test_a_closed_preview_shows_nothing_more_but_the_ledger_is_written() -> None:
    shop, jobs = Shop(), LateJobs()
    presenter, view = preview(shop, SLIP, jobs)
    jobs.do_all()
    presenter.print("")
    presenter.close()
    told = len(view.told)
    jobs.do_all()
    assert len(view.told) == told
    assert shop.ledger[-1][0] == "printed"


def test_a_paper_that_can_t_be_made_says_why() -> None:
    def refuse(_size: str, _copy: int) -> bytes:
        raise Refused("slip_incomplete", "Berkas belum lengkap, bukan waktunya tanda terima.")

    shop = Shop()
    presenter, view = preview(shop, PaperRequest("slip", "x", refuse, ("a6",), "case-1"))
    assert "belum lengkap" in view.last("show_trouble")
    presenter.print("")
    assert shop.ledger == []

"""The recap as an Excel file: real types, sums that a reader can check, nothing typed that turns into a formula."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desk.domain.recap import period, spoken_minutes
from desk.print.workbook.recap import FIGURES, Cancelled, recap_workbook
from desk.services import acts, cases
from desk.services import recap as service
from desk.services.counter import Counter
from desk.services.intake import register
from tests.conftest import OpenCounter
from tests.factory import COMPLAINT, SKM, ZIARAH, applicant, intake
from tests.fakes import Clock

HOSTILE = ("=cmd|' /C calc'!A0", "+62812", "@x", "#N/A", "-1+1", "=1+1", "2026-01-02", "0012")
OCTOBER = period(month="2026-10")


@pytest.fixture
def october(open_counter: OpenCounter, clock: Clock) -> Counter:
    """A month in which people of difficult names came, and some files ended."""
    counter = open_counter()
    for k, name in enumerate(HOSTILE):
        clock.set(f"2026-10-{k + 5:02d}T09:30+07:00")
        receipt = register(counter, intake((SKM, ZIARAH)[k % 2], applicant=applicant(name=name)))
        if k % 3 == 0:
            while cases.load(counter, receipt.id).state == "open":
                acts.act(counter, receipt.id, "advance")
        elif k % 3 == 1:
            acts.act(counter, receipt.id, "withdraw", note="Dicabut")
    return counter


def workbook(counter: Counter, progress: Callable[[int, int], bool] = lambda _done, _total: True) -> bytes:
    found = service.recap(counter, OCTOBER)
    return recap_workbook(
        found,
        service.register_lines(counter, OCTOBER),
        files=found.totals.received,
        head=("DINAS SOSIAL",),
        signature=service.signature(counter),
        made_at=counter.now(),
        progress=progress,
    )


def read(content: bytes, **options: Any) -> Any:
    return load_workbook(io.BytesIO(content), **options)


def heading_row(sheet: Any, first: str) -> int:
    return int(next(row[0].row for row in sheet.iter_rows() if row[0].value == first))


def column(sheet: Any, heading: str, first: str = "No") -> list[Any]:
    row = heading_row(sheet, first)
    place = next(cell.column for cell in sheet[row] if cell.value == heading)
    return [cell for (cell,) in sheet.iter_rows(min_row=row + 1, min_col=place, max_col=place)]


def test_names_and_numbers_that_people_typed_stay_text(october: Counter) -> None:
    sheet = read(workbook(october))["Buku register"]
    names = column(sheet, "Nama pemohon")
    assert {cell.value for cell in names} == set(HOSTILE)
    assert {cell.data_type for cell in names} <= {"s", "inlineStr"}
    for heading in ("NIK", "Nomor registrasi", "Petugas"):
        assert all(isinstance(cell.value, str) and cell.data_type != "f" for cell in column(sheet, heading))
    assert all("•" in cell.value for cell in column(sheet, "NIK")), "masked"


def test_dates_are_dates_on_the_office_s_clock(october: Counter) -> None:
    book = read(workbook(october))
    received = column(book["Buku register"], "Diterima")
    assert received[0].value == datetime(2026, 10, 5, 9, 30)  # noqa: DTZ001 (Excel knows no zones)
    assert all(cell.is_date for cell in received)
    days = column(book["Harian"], "Tanggal", "Tanggal")
    assert (days[0].value.date(), days[-2].value.date()) == (date(2026, 10, 1), date(2026, 10, 31))


def test_sums_and_the_balance_are_formulas_over_the_lines_above(october: Counter) -> None:
    sheet = read(workbook(october))["Rekap"]
    row = heading_row(sheet, "No")
    last = next(cell.row for cell in sheet["B"] if cell.value == "Jumlah")
    assert sheet.cell(last, 3).value == f"=SUM(C{row + 1}:C{last - 1})"
    assert sheet.cell(last, 15).value.startswith(f"=IF(C{last}+D{last}+E{last}=F{last}")
    totals = service.recap(october, OCTOBER).totals
    for k, (name, _) in enumerate(FIGURES):
        assert sum(sheet.cell(line, 3 + k).value for line in range(row + 1, last)) == getattr(totals, name)


def test_every_sheet_prints_on_f4_across_with_its_headings_repeated(october: Counter) -> None:
    for sheet in read(workbook(october)).worksheets:
        row = int(sheet.freeze_panes.lstrip("A")) - 1
        assert sheet.print_title_rows == f"${row}:${row}"
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 14)
        assert (sheet.page_setup.fitToWidth, sheet.sheet_properties.pageSetUpPr.fitToPage) == (1, True)
        assert "&P" in sheet.oddFooter.center.text
    register_sheet = read(workbook(october))["Buku register"]
    assert register_sheet.auto_filter.ref == f"A4:N{4 + len(HOSTILE)}"


def test_the_head_of_the_office_signs_below(october: Counter) -> None:
    sheet = read(workbook(october))["Rekap"]
    said = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert "REKAPITULASI PELAYANAN · OKTOBER 2026" in said
    assert [line for line in service.signature(october) if line] == said[
        -len([x for x in service.signature(october) if x]) :
    ]


def test_files_of_a_guarded_service_have_no_names(open_counter: OpenCounter, clock: Clock) -> None:
    clock.set("2026-10-06T09:00+07:00")
    counter = open_counter()
    assert counter.names.sensitive
    guarded = min(counter.names.sensitive)
    register(counter, intake(guarded, applicant=applicant(name="Rahasia Benar")))
    register(counter, intake(COMPLAINT if guarded != COMPLAINT else SKM, applicant=applicant(name="Terang")))
    content = workbook(counter)
    names = {str(cell.value) for cell in column(read(content)["Buku register"], "Nama pemohon")}
    assert service.GUARDED in names
    assert "Rahasia Benar" not in names


def test_stopping_it_gives_no_bytes_to_write(october: Counter) -> None:
    with pytest.raises(Cancelled):
        recap_workbook(
            service.recap(october, OCTOBER),
            list(service.register_lines(october, OCTOBER)) * 80,
            files=80 * len(HOSTILE),
            head=(),
            signature=(),
            made_at=october.now(),
            progress=lambda done, _total: done < 500,
        )


def test_an_empty_month_is_a_workbook_too(open_counter: OpenCounter, clock: Clock) -> None:
    clock.set("2026-11-02T09:00+07:00")
    book = read(workbook(open_counter()))
    assert book["Rekap"]["B" + str(heading_row(book["Rekap"], "No") + 1)].value == "Jumlah"


@pytest.mark.parametrize(
    ("minutes", "continuous", "said"),
    [
        (None, False, ""),
        (0, False, "0 menit"),
        (45, False, "45 menit"),
        (60, True, "1 jam"),
        (1515, False, "25 jam 15 menit"),
        (2 * 1440 + 185, True, "2 hari 3 jam"),
    ],
)
def test_minutes_are_said_in_hours_and_days(minutes: int | None, continuous: bool, said: str) -> None:
    assert spoken_minutes(minutes, continuous=continuous) == said


@pytest.mark.proof
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice isn't on this computer")
def test_libreoffice_computes_what_we_counted(october: Counter, tmp_path: Path) -> None:
    (tmp_path / "rekap.xlsx").write_bytes(workbook(october))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [shutil.which("soffice") or "", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", str(tmp_path / "out"), str(tmp_path / "rekap.xlsx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    book = read((tmp_path / "out" / "rekap.xlsx").read_bytes(), data_only=True)
    sheet, totals = book["Rekap"], service.recap(october, OCTOBER).totals
    last = next(cell.row for cell in sheet["B"] if cell.value == "Jumlah")
    assert [sheet.cell(last, 3 + k).value for k in range(len(FIGURES))] == [
        getattr(totals, name) for name, _ in FIGURES
    ]
    assert {cell.value for cell in column(sheet, "Imbang")[: last - heading_row(sheet, "No")]} == {"ya"}
    for name in ("Harian", "Kecamatan", "Umur"):
        line = next(row for row in book[name].iter_rows(values_only=True) if row[0] == "Jumlah")
        assert line[1:3] == (totals.received, totals.completed)
    assert {cell.value for cell in column(book["Buku register"], "Nama pemohon")} == set(HOSTILE)

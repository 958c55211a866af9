"""The signature block: Plt., Plh., Pj., a.n., u.b.; and last year's letter keeps last year's signer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.domain.errors import Refused
from desk.domain.positions import FormerTitle
from desk.domain.signing import signature, signature_lines
from desk.domain.staffing import Person
from tests.offices import BUDI, HEAD, RATNA, REHSOS, SECRETARY, SITI, away, desk, document, tenure

DAY = date(2026, 11, 24)


def test_the_head_signs_with_name_rank_and_number() -> None:
    assert signature_lines(desk(HEAD), DAY, document(tenure(HEAD, RATNA))) == (
        "KEPALA DINAS SOSIAL,",
        "Dra. Ratna Sari, M.Si",
        "Pembina Utama Muda",
        "NIP 19680312 199403 2 004",
    )


@pytest.mark.parametrize(("standing", "prefix"), [("plt", "Plt."), ("plh", "Plh."), ("pj", "Pj.")])
def test_who_acts_says_so_before_the_title(standing: str, prefix: str) -> None:
    people = document(tenure(HEAD, SITI, "2026-11-01", "2026-11-30", standing=standing))
    assert signature_lines(desk(HEAD), DAY, people)[:2] == (f"{prefix} KEPALA DINAS SOSIAL,", SITI.name)


def test_who_stands_in_for_one_on_leave_signs_as_plh() -> None:
    people = document(tenure(HEAD, RATNA), tenure(SECRETARY, SITI), away(RATNA, "2026-11-24", "2026-11-26", SECRETARY))
    assert signature_lines(desk(HEAD), DAY, people)[0] == "Plh. KEPALA DINAS SOSIAL,"
    assert signature(desk(HEAD), DAY, people).person == SITI


def test_the_secretary_signs_on_behalf_of_the_head() -> None:
    people = document(tenure(SECRETARY, SITI))
    assert signature_lines(desk(SECRETARY), DAY, people, on_behalf_of=desk(HEAD)) == (
        "a.n. KEPALA DINAS SOSIAL",
        "SEKRETARIS,",
        "Siti Aminah, S.Sos",
        "Penata Tk. I",
        "NIP 19900225 201503 2 001",
    )


def test_one_level_lower_signs_for_the_official_above() -> None:
    people = document(tenure(REHSOS, SITI, standing="plt"))
    block = signature(desk(REHSOS), DAY, people, on_behalf_of=(desk(HEAD), desk(SECRETARY)))
    assert block.office == (
        "a.n. KEPALA DINAS SOSIAL",
        "SEKRETARIS",
        "u.b.",
        "Plt. KEPALA BIDANG REHABILITASI SOSIAL,",
    )
    assert block.lines == (*block.office, *block.signer)


def test_a_letter_of_last_year_printed_again_shows_last_year_s_signer_and_title() -> None:
    people = document(tenure(REHSOS, RATNA, None, "2025-12-31"), tenure(REHSOS, SITI, "2026-01-01"))
    now = desk(REHSOS)
    renamed = replace(now, title="Kepala Bidang Rehsos dan Lansia", former=(FormerTitle(now.title, date(2026, 1, 31)),))
    assert signature_lines(renamed, date(2025, 8, 17), people)[:2] == (
        "KEPALA BIDANG REHABILITASI SOSIAL,",
        RATNA.name,
    )
    assert signature_lines(renamed, DAY, people)[:2] == ("KEPALA BIDANG REHSOS DAN LANSIA,", SITI.name)


def test_a_desk_that_is_gone_still_signs_the_letters_of_before() -> None:
    people = document(tenure(REHSOS, SITI, None, "2025-12-31"))
    gone = replace(desk(REHSOS), retired=date(2025, 12, 31))
    assert signature_lines(gone, date(2025, 12, 31), people)[1] == SITI.name
    with pytest.raises(Refused, match="kosong pada 01/01/2026"):
        signature_lines(gone, date(2026, 1, 1), people)


def test_nobody_signs_for_a_vacant_desk_or_one_whose_holder_is_away() -> None:
    with pytest.raises(Refused) as vacant:
        signature_lines(desk(HEAD), DAY, document())
    assert (vacant.value.code, vacant.value.field) == ("signer_vacant", "signer")
    with pytest.raises(Refused) as absent:
        signature_lines(desk(HEAD), DAY, document(tenure(HEAD, RATNA), away(RATNA, "2026-11-24", "2026-11-24")))
    assert absent.value.code == "signer_absent"
    assert "Dra. Ratna Sari, M.Si (Kepala Dinas) tidak ada pada 24/11/2026 (cuti)" in absent.value.message


@pytest.mark.parametrize(
    ("rank", "printed"),
    [
        ("Pembina Utama Muda (IV/c)", "Pembina Utama Muda"),
        ("Pembina Tk.I, IV/b", "Pembina Tk.I"),
        ("Penata Muda Tk. I III/b", "Penata Muda Tk. I"),
        ("Pembina", "Pembina"),
        ("IV/c", "IV/c"),
    ],
)
def test_the_rank_is_printed_without_its_grade(rank: str, printed: str) -> None:
    people = replace(document(tenure(HEAD, RATNA)), people=(replace(RATNA, rank=rank),))
    assert signature_lines(desk(HEAD), DAY, people)[2] == printed


@pytest.mark.parametrize(
    ("nip", "line"),
    [
        ("199003152022211001", "NI PPPK 19900315 202221 1 001"),
        ("196503111986031012", "NIP 19650311 198603 1 012"),
        ("19650311", "NIP 19650311"),
    ],
)
def test_a_number_is_printed_by_its_kind_and_an_odd_one_as_it_stands(nip: str, line: str) -> None:
    people = replace(document(tenure(HEAD, RATNA)), people=(replace(RATNA, nip=nip),))
    assert signature_lines(desk(HEAD), DAY, people)[-1] == line


@pytest.mark.parametrize("name", ["Budi", "=cmd|' /C calc'!A0", "Nur'aini", "R" * 80, "Ng", "Siti‘ah binti H. Ma’ruf"])
def test_a_name_is_printed_as_it_is_written(name: str) -> None:
    people = replace(document(tenure(HEAD, BUDI)), people=(Person(BUDI.id, name),))
    assert signature_lines(desk(HEAD), DAY, people) == ("KEPALA DINAS SOSIAL,", name)

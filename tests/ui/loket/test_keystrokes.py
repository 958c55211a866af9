"""The officer's commonest acts by keyboard alone, counted; docs/keystrokes.md says the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desk.domain.intake import Intake, Tick
from desk.ui.loket.page import LoketPage
from tests.ui.loket.samples import (
    PBI_AGAIN,
    SITI,
    EarlierCase,
    FakeCounter,
    Known,
    Seen,
    a_person,
    a_returned_case,
)
from tests.ui.loket.typist import Typist, sit_down

TABLE = Path(__file__).parents[3] / "docs" / "keystrokes.md"
SEEN = (Seen("ktp", "copy", "2026-03-12T09:00:00+07:00"), Seen("kk", None, "2026-03-12T09:00:00+07:00"))


@dataclass(frozen=True)
class Act:
    """One act of the day: how it is played, and what must have come of it."""

    title: str
    most: int
    play: Callable[[Typist], None]
    check: Callable[[Typist], bool]


def new_applicant(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "1", "2", "3", "4", "Tab")
    hands.write(SITI).press("Enter").write("Siti Aminah").press("Enter").write("3514090101150007").press("Enter")
    hands.write("081234567890").press("Enter").write("Jl. Melati 5 RT 3 RW 2").press("Enter").write("Raci").press("F9")


def everything_there(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "Ctrl+A", "Tab").write(SITI).press("Enter").write("Siti Aminah").press("F9")


def known_applicant(hands: Typist) -> None:
    hands.counter.people[SITI] = Known(a_person(), SEEN)
    hands.write("lansia").press("Enter", "Ctrl+A", "Tab").write(SITI).press("Enter", "F9")


def incomplete(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "1", "2", "Tab").write(SITI).press("Enter").write("Siti Aminah").press("F8")


def only_the_list(hands: Typist) -> None:
    hands.write("adopsi").press("F6")


def another_service(hands: Typist) -> None:
    hands.write("usulan pbi")
    hands.press("Enter", "2", "3")
    hands.pressed.clear()
    hands.press("F3").write("bpjs mati").press("Enter")


def next_one(hands: Typist) -> None:
    everything_there(hands)
    hands.pressed.clear()
    hands.page.outcome.let_pass()
    hands.press("Enter")


def next_of_family(hands: Typist) -> None:
    new_applicant(hands)
    hands.pressed.clear()
    hands.page.outcome.let_pass()
    hands.press("Ctrl+Shift+N")


def taken_up(hands: Typist) -> None:
    intake = Intake(
        service=PBI_AGAIN,
        applicant=a_person(),
        checklist={name: Tick(met=True) for name in ("kk", "ktp", "kartu_pbi", "foto_rumah", "lembar_verifikasi")},
    )
    hands.counter.cases["case-12"] = a_returned_case(intake)
    hands.counter.people[SITI] = Known(
        a_person(), SEEN, (EarlierCase("case-12", "A-2026-000012", "Reaktivasi", "returned"),)
    )
    hands.press("Tab").write(SITI).press("Enter", "5", "F9")


def by_telephone(hands: Typist) -> None:
    hands.write("dapur umum").press("Enter", "2", "Ctrl+T", "Tab").write("Desa Raci").press("F9")


def no_identity(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "Ctrl+A", "Ctrl+G").write("Telantar").press("Enter")
    hands.write("Kakek tanpa nama").press("F9")


def victims(hands: Typist) -> None:
    lines = (f"{n}. Warga {n}; 35140912038500{n:02d}; korban" for n in range(1, 41))
    QGuiApplication.clipboard().setText("\n".join(lines))
    hands.write("bencana logistik").press("Enter", "1", "Ctrl+J", "Ctrl+J", "Ctrl+Shift+V", "Tab")
    hands.write("Desa Raci").press("F9")


def two_at_once(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "1")
    hands.pressed.clear()
    hands.press("Ctrl+N").write("adopsi").press("Enter", "Ctrl+Tab")


def registered(hands: Typist) -> bool:
    return len(hands.counter.registered) == 1 and hands.desk.front.outcome is not None


ACTS = (
    Act("Berkas lengkap, empat berkas, pemohon baru, semua isian", 12, new_applicant, registered),
    Act("Berkas lengkap, pemohon baru, isian wajib saja", 5, everything_there, registered),
    Act("Berkas lengkap, pemohon yang pernah datang", 5, known_applicant, registered),
    Act("Berkas belum lengkap: lembar kekurangan", 6, incomplete, registered),
    Act("Mencetak persyaratan sebelum bertanya apa pun", 1, only_the_list, lambda hands: not hands.counter.registered),
    Act(
        "Mengganti layanan yang keliru",
        2,
        another_service,
        lambda hands: hands.desk.front.form.service == PBI_AGAIN and "kk" in hands.desk.front.form.ticks,
    ),
    Act("Ke pemohon berikutnya", 1, next_one, lambda hands: hands.desk.front.form.empty),
    Act(
        "Anggota keluarga berikutnya (alamat dan KK ikut)",
        1,
        next_of_family,
        lambda hands: hands.desk.front.form.text("applicant.village") == "Raci",
    ),
    Act("Berkas yang dikembalikan dilengkapi", 4, taken_up, lambda hands: hands.counter.calls == ["take_up case-12"]),
    Act("Laporan lewat telepon", 5, by_telephone, lambda hands: hands.counter.registered[0].channel == "phone"),
    Act("Pemohon tanpa NIK", 5, no_identity, registered),
    Act("Daftar 40 korban ditempel", 7, victims, lambda hands: len(hands.counter.registered[0].beneficiaries) == 40),
    Act("Dua pendaftaran terbuka, kembali ke yang pertama", 3, two_at_once, lambda hands: hands.desk.current == 0),
)


@pytest.fixture
def hands(qtbot: QtBot) -> Typist:
    page = LoketPage()
    qtbot.addWidget(page)
    return sit_down(page, FakeCounter())


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.title)
def test_an_act_by_keyboard_costs_no_more_than_the_table_says(act: Act, hands: Typist) -> None:
    act.play(hands)
    assert act.check(hands), (hands.desk.front.showing().problems, hands.desk.front.form, hands.pressed)
    assert len(hands.pressed) <= act.most
    row = f"| {act.title} | {len(hands.pressed)} | {' '.join(f'`{key}`' for key in hands.pressed)} |"
    assert row in TABLE.read_text(encoding="utf-8"), row

"""Jabatan dan pejabat decides without a window, over a real counter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

import pytest

from desk.domain.officials import Named
from desk.domain.staffing_file import read_staffing
from desk.services import positions
from desk.services.counter import Counter
from desk.services.positions import Roster
from desk.services.positions_history import history
from desk.ui.runner import Runner
from desk.ui.settings.positions.forms import Act
from desk.ui.settings.positions.presenter import PositionsActs, PositionsPresenter, PositionsView
from desk.ui.settings.positions.saying import Line, Seen
from desk.ui.settings.positions.screen import see, write
from tests.ui.fakes import LateJobs, Notebook, NowJobs
from tests.ui.house import LONG_NAME

TODAY = date(2026, 11, 20)
HEAD = "H.M. SUWITO ADI, S.Sos, M.Si"
REHSOS = "kepala-bidang-rehabilitasi-sosial"
SHARED = "jabfung-peksos-bidang-rehabilitasi-sosial"


class Told:
    """What was told, and how it could be taken back."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.back: Callable[[], None] | None = None
        self.changed = 0

    def tell(self, words: str, back: Callable[[], None] | None) -> None:
        self.words.append(words)
        self.back = back

    def count(self) -> None:
        self.changed += 1


def presenter_of(counter: Counter, jobs: Runner | None = None) -> tuple[PositionsPresenter, Notebook, Told]:
    view, told = Notebook(), Told()
    acts = PositionsActs(
        zone="Asia/Jakarta",
        today=lambda: counter.today,
        see=lambda day: see(counter, day),
        write=lambda work: write(counter, work),
        undo=lambda reason: write(counter, lambda own: positions.undo(own, reason=reason)),
        history=lambda: history(counter),
        tell=told.tell,
        changed=told.count,
    )
    presenter = PositionsPresenter(cast("PositionsView", view), acts, jobs or NowJobs())
    presenter.refresh()
    return presenter, view, told


def line(view: Notebook, key: str) -> Line:
    lines: tuple[Line, ...] = view.last("show_lines")
    return next(line for line in lines if line.key == key)


def fill(presenter: PositionsPresenter, view: Notebook, act: Act, key: str, **values: str) -> None:
    """Open the form of an act at a desk, write these over what it offers, and save."""
    presenter.choose(key)
    presenter.ask(act)
    form = view.last("show_form")
    presenter.save({**{field.key: field.value for field in form.fields}, "reason": "SK", **values})


def fault(view: Notebook) -> tuple[str, str]:
    """(field, words) of the last fault."""
    return next(values for told, values, _ in reversed(view.told) if told == "show_fault")


def test_desks_stand_by_division_with_who_is_there(counter: Counter) -> None:
    _, view, _ = presenter_of(counter)
    lines = view.last("show_lines")
    assert [one.title for one in lines if not one.key] == [
        "Pimpinan",
        "Seluruh dinas",
        "Bidang Rehabilitasi Sosial",
        "Bidang Perlindungan dan Jaminan Sosial",
        "Bidang Pemberdayaan Sosial dan Penanganan Fakir Miskin",
        "Loket dan pengaduan",
        "Tim dan bagian bersama",
    ]
    assert (line(view, "kepala-dinas").detail, line(view, "sekretaris").detail) == (HEAD, "Belum dicatat")
    assert line(view, REHSOS).short == "Kepala Bidang"
    assert not any(one.title == "Bupati" for one in lines)
    card = view.last("show_card")
    assert (card.title, card.people[0][0]) == ("Kepala Dinas", HEAD)
    assert card.signature[0] == "KEPALA DINAS SOSIAL,"


def test_somebody_is_appointed_and_the_desk_shows_it(counter: Counter) -> None:
    presenter, view, told = presenter_of(counter)
    fill(presenter, view, "appoint", REHSOS, person="Sari Dewi, S.Sos", nip="197911182003122012", rank="Penata")
    assert line(view, REHSOS).detail == "Sari Dewi, S.Sos"
    card = view.last("show_card")
    assert card.people == (("Sari Dewi, S.Sos", "Penata · NIP 19791118 200312 2 012 · sejak 20 November 2026"),)
    assert told.words == ["Sari Dewi, S.Sos diangkat menjadi Kepala Bidang Rehabilitasi Sosial mulai 20 November 2026."]
    assert told.changed == 1


def test_what_was_just_done_is_undone_from_the_bottom_line(counter: Counter) -> None:
    presenter, view, told = presenter_of(counter)
    fill(presenter, view, "appoint", REHSOS, person="Sari")
    assert told.back is not None
    told.back()
    assert line(view, REHSOS).detail == "Belum dicatat"
    assert told.changed == 2


def test_a_new_head_ends_the_old_one_unless_the_tick_is_taken_away(counter: Counter) -> None:
    presenter, view, _ = presenter_of(counter)
    presenter.choose("kepala-dinas")
    presenter.ask("appoint")
    tick = next(field for field in view.last("show_form").fields if field.kind == "tick")
    assert tick.label == f"Akhiri masa jabatan {HEAD} sehari sebelumnya"
    fill(presenter, view, "appoint", "kepala-dinas", person="Karim", start="1/12/2026", replacing="")
    assert fault(view)[0] == "start"
    fill(presenter, view, "appoint", "kepala-dinas", person="Karim", start="1/12/2026", replacing="1")
    assert line(view, "kepala-dinas").detail == HEAD
    presenter.see_day("1 Des 2026")
    assert line(view, "kepala-dinas").detail == "Karim"


def test_leave_names_who_acts_and_ends_early(counter: Counter) -> None:
    positions.appoint(counter, "sekretaris", Named("Bambang"), start=TODAY, reason="SK")
    presenter, view, _ = presenter_of(counter)
    presenter.choose("kepala-dinas")
    presenter.ask("absent")
    acting = next(field for field in view.last("show_form").fields if field.key == "acting")
    assert acting.options[:2] == [("", "belum ditentukan"), ("sekretaris", "Sekretaris (Bambang)")]
    fill(presenter, view, "absent", "kepala-dinas", until="4/12/2026", acting="sekretaris", reason="cuti")
    assert line(view, "kepala-dinas").detail == "Plh. Bambang · H.M. SUWITO ADI: cuti s.d. 04/12/2026"
    card = view.last("show_card")
    assert card.remarks == (f"Kepala Dinas ({HEAD}) cuti sampai 4 Desember 2026; yang bertindak Plh. Bambang.",)
    assert card.people[0] == ("Plh. Bambang", f"menggantikan {HEAD}")
    assert "back" in card.may
    fill(presenter, view, "back", "kepala-dinas")
    assert line(view, "kepala-dinas").detail == HEAD
    assert "back" not in view.last("show_card").may


def test_who_is_away_without_anybody_acting_is_said(counter: Counter) -> None:
    presenter, view, _ = presenter_of(counter)
    fill(presenter, view, "absent", "kepala-dinas", until="hari ini", reason="sakit")
    shown = line(view, "kepala-dinas")
    assert shown.detail == "tanpa Plh. · H.M. SUWITO ADI: sakit s.d. 20/11/2026"
    assert shown.look is not None
    assert (shown.look.icon, shown.look.word) == ("clock", "Tidak ada di tempat")
    assert view.last("show_card").signature == ()


def test_of_several_who_share_a_desk_it_is_asked_who(counter: Counter) -> None:
    presenter, view, _ = presenter_of(counter)
    for name in ("Sari", "Budi", "Slamet"):
        fill(presenter, view, "appoint", SHARED, person=name)
    assert line(view, SHARED).detail == "Sari dan 2 orang lagi"
    fill(presenter, view, "end", SHARED, who="p3", day="20/11/2026")
    presenter.see_day("besok")
    assert line(view, SHARED).detail == "Sari; Slamet"
    assert "Budi: 20 November 2026 – 20 November 2026" in view.last("show_card").past


def test_an_ended_tenure_leaves_the_desk_vacant(counter: Counter) -> None:
    presenter, view, _ = presenter_of(counter)
    fill(presenter, view, "end", "kepala-dinas", day="kemarin")
    shown = line(view, "kepala-dinas")
    assert shown.detail == "Kosong"
    assert "end" not in view.last("show_card").may
    assert view.last("show_card").remarks == ("Kepala Dinas sedang kosong; belum ada yang bertindak.",)


def test_a_desk_is_added_renamed_and_retired(counter: Counter) -> None:
    presenter, view, told = presenter_of(counter)
    presenter.ask("add")
    presenter.save({"title": "Petugas Arsip", "kind": "", "division": "Bidang Rehabilitasi Sosial", "reason": "baru"})
    assert line(view, "petugas-arsip").title == "Petugas Arsip"
    fill(presenter, view, "change", "petugas-arsip", title="Arsiparis", kind="functional")
    assert line(view, "petugas-arsip").title == "Arsiparis"
    assert "Bernama Petugas Arsip sampai 19 November 2026" in view.last("show_card").past
    fill(presenter, view, "retire", "petugas-arsip", day="hari ini")
    presenter.see_day("besok")
    assert not any(one.key == "petugas-arsip" for one in view.last("show_lines"))
    assert told.words[-1] == "Jabatan Arsiparis dihapus setelah 20 November 2026."


def test_a_form_in_which_nothing_was_changed_changes_nothing(counter: Counter) -> None:
    presenter, view, _ = presenter_of(counter)
    fill(presenter, view, "change", "sekretaris")
    assert fault(view) == ("", "Jabatan itu sudah begitu, jadi tidak ada yang berubah.")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"person": "", "start": "20/11/2026"}, "person"),
        ({"person": "197001011990031001"}, "person"),
        ({"person": "Karim", "nip": "123"}, "nip"),
        ({"person": "Karim", "start": "kapan-kapan"}, "start"),
        ({"person": "Karim", "start": ""}, "start"),
        ({"person": "Karim", "until": "30/2/2026"}, "until"),
        ({"person": "Karim", "until": "19/11/2026"}, "until"),
        ({"person": "Karim", "reason": "  "}, "reason"),
        ({"person": "K\x00arim"}, "person"),
        ({"person": "Karim", "rank": "x" * 300}, "rank"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(
    counter: Counter, values: dict[str, str], field: str
) -> None:
    presenter, view, told = presenter_of(counter)
    fill(presenter, view, "appoint", REHSOS, **values)
    assert fault(view)[0] == field
    assert fault(view)[1].endswith(".")
    assert told.words == []
    presenter.leave_form()
    presenter.ask("appoint")
    _, kept = next(shown for told, shown, _ in reversed(view.told) if told == "show_form")
    assert {key: kept[key] for key in values} == values
    assert history(counter) == ()


def test_another_desk_may_be_looked_at_while_a_form_is_open(counter: Counter) -> None:
    presenter, view, _ = presenter_of(counter)
    presenter.choose(REHSOS)
    presenter.ask("appoint")
    cards = view.count("show_card")
    presenter.choose("sekretaris")
    assert view.count("show_card") == cards
    presenter.save({"person": "Sari", "start": "20/11/2026", "reason": "SK"})
    assert line(view, REHSOS).detail == "Sari"
    assert view.last("show_card").key == "sekretaris"


def test_the_number_and_rank_of_somebody_known_are_put_in(counter: Counter) -> None:
    presenter, view, _ = presenter_of(counter)
    presenter.choose("sekretaris")
    presenter.ask("appoint")
    presenter.name_person("h.m. suwito adi")
    assert view.last("fill") == {"nip": "196503111986031012", "rank": "Pembina Utama Muda"}
    presenter.name_person("Orang Baru")
    presenter.name_person(" ")
    assert view.count("fill") == 1


def test_an_impatient_hand_appoints_once(counter: Counter) -> None:
    jobs = LateJobs()
    presenter, view, _ = presenter_of(counter, jobs)
    jobs.do_all()
    presenter.choose(SHARED)
    presenter.ask("appoint")
    values = {"person": "Sari", "start": "20/11/2026", "reason": "SK"}
    presenter.save(values)
    presenter.save(values)
    jobs.do_all()
    assert len(history(counter)) == 1
    assert line(view, SHARED).detail == "Sari"


def test_another_day_is_said_so_and_today_comes_back(counter: Counter) -> None:
    presenter, view, _ = presenter_of(counter)
    presenter.see_day("17 Agustus 2025")
    assert next(values for told, values, _ in reversed(view.told) if told == "show_day") == (
        "17/08/2025",
        "Keadaan pada Minggu, 17 Agustus 2025",
    )
    presenter.see_day("bukan tanggal")
    assert "bukan tanggal" in view.last("show_day_error")
    presenter.see_today()
    assert next(values for told, values, _ in reversed(view.told) if told == "show_day") == ("20/11/2026", "")


def test_the_history_tells_the_latest_first_and_undoes(counter: Counter) -> None:
    presenter, view, told = presenter_of(counter)
    presenter.show_history()
    assert view.last("show_history") == []
    fill(presenter, view, "appoint", REHSOS, person="Sari")
    fill(presenter, view, "appoint", "sekretaris", person="Bambang", reason="SK Bupati 12")
    presenter.show_history()
    latest = view.last("show_history")[0]
    assert latest.reason == "SK Bupati 12"
    assert latest.changes == ("Bambang diangkat menjadi Sekretaris mulai 20 November 2026.",)
    assert "Siti Rahmawati, S.Sos." in latest.head
    presenter.undo(" ")
    assert fault(view)[0] == "reason"
    presenter.undo("keliru")
    assert told.words[-1] == "Pengangkatan Bambang sebagai Sekretaris tidak berlaku."
    assert line(view, "sekretaris").detail == "Belum dicatat"


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", LONG_NAME, "Nur'aini", "Ng"])
def test_an_odd_name_is_shown_as_it_was_written(counter: Counter, name: str) -> None:
    presenter, view, _ = presenter_of(counter)
    fill(presenter, view, "appoint", REHSOS, person=name)
    assert line(view, REHSOS).detail == name


def test_a_document_that_can_t_be_read_is_said(counter: Counter) -> None:
    view = Notebook()
    acts = PositionsActs(
        zone="Asia/Jakarta",
        today=lambda: TODAY,
        see=lambda _day: Seen(TODAY, Roster((), read_staffing([])), ()),
        write=lambda _work: "",
        undo=lambda _reason: "",
        history=lambda: (),
        tell=lambda _words, _back: None,
        changed=lambda: None,
    )
    PositionsPresenter(cast("PositionsView", view), acts, NowJobs()).refresh()
    assert view.last("show_trouble") == "Daftar jabatan tidak dapat dibaca"

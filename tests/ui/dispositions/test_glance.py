"""The chosen file, small: what is next, who sent it, what may be done from this desk."""

from __future__ import annotations

from dataclasses import replace

from desk.domain.movement import Disposition, Movement, Station
from desk.domain.offers import Action
from desk.domain.proceedings import Instruction, Proceedings
from desk.domain.route import current, following, station_at
from desk.ui.dispositions.glance import glance_of
from tests import factory
from tests.ui.dispositions.samples import DIVISION, HEAD, case, fetched, line

ALL: tuple[Action, ...] = ("advance", "dispose", "receive", "answer", "recall", "reassign", "note", "return")


def sent(
    key: str = "D1", *, parent: str | None = None, sender: str = HEAD, to: str = DIVISION, **changes: object
) -> Disposition:
    made = Disposition(key, "waiting", sender, to, to, parent=parent, urgency="segera", deadline="2026-11-26")
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_file_at_its_step_offers_the_step_and_says_where_it_goes_then() -> None:
    glance = glance_of(fetched(line(), case(), *ALL))
    assert glance.actions == {"advance", "dispose", "reassign"}
    assert glance.next_step == "verify"
    assert glance.onward.startswith("Sesudah ini")
    assert glance.sent is None
    assert glance.here == "Di Kepala Dinas sejak 24 Nov"


def test_a_disposition_is_told_with_its_way_its_words_and_its_deadline() -> None:
    first = sent("D1", sender="Bupati", to=HEAD, state="passed_on")
    second = sent("D2", parent="D1", must_answer=True)
    told = Proceedings(instructions={"D2": Instruction(("Proses lebih lanjut",), "Segera periksa")})
    one = line(1, DIVISION, slot="D2", seen=False)
    glance = glance_of(fetched(one, case(dispositions=(first, second), proceedings=told), *ALL))
    assert glance.sent is not None
    assert glance.sent.way == f"Bupati → {HEAD} → {DIVISION}"
    assert glance.sent.words == ("Proses lebih lanjut", "Segera periksa")
    assert [look.word for look in glance.sent.facts] == ["Segera", "tenggat 26 November 2026", "wajib dijawab"]
    assert glance.next_step == f"Menunggu jawaban {DIVISION}."
    assert glance.first == "answer"
    assert glance.actions == {"advance", "dispose", "receive", "answer", "recall", "reassign"}


def test_two_desks_that_passed_the_same_thing_on_to_each_other_are_told_once() -> None:
    first = sent("D1", parent="D2", sender=HEAD, to=DIVISION, state="passed_on")
    second = sent("D2", parent="D1", sender=DIVISION, to=HEAD)
    glance = glance_of(fetched(line(1, HEAD, slot="D2"), case(dispositions=(first, second)), *ALL))
    assert glance.sent is not None
    assert glance.sent.way.count("→") <= 2


def test_what_was_received_can_not_be_received_or_recalled_again() -> None:
    one = line(1, DIVISION, slot="D1")
    glance = glance_of(fetched(one, case(dispositions=(sent(state="read"),)), *ALL))
    assert not {"receive", "recall"} & glance.actions
    assert "answer" in glance.actions
    assert glance.first == "advance"


def test_a_step_that_the_disposition_itself_has_done_is_not_what_comes_next() -> None:
    done = sent(state="read", step="s1", moved=True)
    movement = Movement(Station("s2", DIVISION, DIVISION), (done,))
    one = replace(line(1, DIVISION, slot="D1", step="s1"), step="Permohonan diterima oleh Kepala Dinas")
    file = case(movement=movement)
    service = factory.service()
    glance = glance_of(fetched(one, file, *ALL))
    [waits_at] = current(service, file)
    assert waits_at.key == "s2"
    assert glance.next_step == waits_at.title
    after = following(service, waits_at)
    assert after is not None
    assert glance.onward == f"Sesudah ini ke {station_at(service, after).position}."


def test_where_the_service_is_not_known_here_the_list_says_the_step() -> None:
    assert glance_of(fetched(line(), case(), *ALL, service=None)).next_step == "Verifikasi"


def test_what_was_sent_for_information_is_first_received() -> None:
    glance = glance_of(fetched(line(1, DIVISION, slot="D1", seen=False), case(dispositions=(sent(),)), *ALL))
    assert (glance.first, glance.next_step) == ("receive", "verify")


def test_a_file_that_went_on_meanwhile_offers_nothing() -> None:
    glance = glance_of(fetched(line(1, DIVISION, slot="D9"), case(), *ALL))
    assert glance.actions == frozenset()
    assert "baru saja berpindah" in glance.notes[0]


def test_of_a_guarded_file_nothing_that_is_in_it_is_shown() -> None:
    told = Proceedings(instructions={"D1": Instruction((), "Rahasia keluarga")})
    one = line(1, DIVISION, slot="D1")
    glance = glance_of(
        fetched(one, case(dispositions=(sent(),), proceedings=told), *ALL, guarded=True, missing=("Akta",))
    )
    assert glance.service == "Layanan terjaga"
    assert (glance.sent, glance.missing, glance.why) == (None, (), ())
    assert "terjaga" in glance.notes[0]
    assert "receive" in glance.actions


def test_a_returned_file_names_what_is_missing_and_no_more_than_three() -> None:
    one = line(1, "Pemohon", slot="P")
    glance = glance_of(fetched(one, case(state="returned"), *ALL, missing=("KTP", "KK", "SKTM", "Foto", "Akta")))
    assert glance.missing == ("KTP", "KK", "SKTM", "dan 2 lagi")
    assert glance.next_step == "Menunggu pemohon melengkapi berkas."


def test_other_desks_that_have_it_too_are_named() -> None:
    dispositions = (sent("D1"), sent("D2", to="Sekretaris"))
    glance = glance_of(fetched(line(1, DIVISION, slot="D1"), case(dispositions=dispositions), *ALL))
    assert "Juga ada di Sekretaris." in glance.notes

"""One file in words: what comes next, who has it, its sections, its history in whole sentences."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from desk.domain.offers import ACTIONS
from desk.services import acts, cases
from desk.services.counter import Counter
from desk.ui.cases import case_words, gathering
from desk.ui.cases.act_bar import _letters
from desk.ui.cases.detail import CLOCKS, detail_of
from desk.ui.cases.dossier import Detail, Dossier, Section
from desk.ui.cases.presses import GROUPS, mnemonics
from desk.ui.kit.states import STATES
from tests.ui.cases.office import STANDINGS, at_step, refreshed
from tests.ui.house import LONG_NAME, fill, person, take_in


def shown(dossier: Dossier) -> Detail:
    return detail_of(dossier, revealed=False)


def section(detail: Detail, heading: str) -> Section:
    return next(one for one in detail.sections if one.heading == heading)


@pytest.mark.parametrize(
    ("standing", "first"),
    [
        ("whole", "advance"), ("visit", "visit"), ("dispose", "dispose"), ("hand_off", "hand_off"), ("deliver", "deliver"),
        ("branching", "advance"), ("two", "answer"), ("outside", "answer"), ("paused", "resume"), ("short", "resubmit"),
        ("sent_back", "resubmit"), ("ended", "record"), ("refused", "give_back"),
    ],
)  # fmt: skip
def test_the_one_key_does_what_comes_next(standings: dict[str, Dossier], standing: str, first: str | None) -> None:
    detail = shown(standings[standing])
    assert (detail.first.action if detail.first else None) == first


def test_a_step_can_always_be_ended_without_telling_unless_an_answer_is_awaited(standings: dict[str, Dossier]) -> None:
    for name in ("visit", "dispose", "hand_off", "deliver", "paused"):
        assert "advance" in [press.action for press in shown(standings[name]).likely], name
    assert "advance" not in [press.action for press in shown(standings["two"]).likely]


def test_a_conflict_comes_before_everything(standings: dict[str, Dossier]) -> None:
    case = replace(standings["whole"].case, conflicts={"state": ()})
    offers = (*standings["whole"].offers, replace(standings["whole"].offers[0], action="settle"))
    detail = shown(replace(standings["whole"], case=case, offers=offers))
    assert detail.first is not None
    assert detail.first.action == "settle"


def test_every_act_that_is_offered_stands_in_the_menu_once(standings: dict[str, Dossier]) -> None:
    for dossier in standings.values():
        listed = [press.action for group in shown(dossier).groups for press in group.presses]
        assert sorted(listed) == sorted(offer.action for offer in dossier.offers)
    assert sorted(action for _, group in GROUPS for action in group) == sorted(ACTIONS)


def test_one_letter_picks_one_act() -> None:
    letters = _letters()
    words = {action: case_words.ACTIONS[action] for action in letters}
    picked = {action: words[action][place].casefold() for action, place in letters.items() if place >= 0}
    assert len(picked) >= len(ACTIONS) - 2
    together = [picked[action] for action in picked if action not in ("resume", "resubmit", "reopen")]
    assert len(together) == len(set(together))


def test_a_letter_is_found_within_a_word_where_the_first_ones_are_taken() -> None:
    assert mnemonics(["Tarik", "Tolak", "TT", "Tt"]) == (0, 1, -1, -1)


def test_the_head_says_who_has_it_and_how_its_time_stands(standings: dict[str, Dossier]) -> None:
    detail = shown(standings["two"])
    assert [hand.words.split(" sejak ")[0] for hand in detail.hands] == [
        f"di meja {holder.position}" for holder in standings["two"].case.holders
    ]
    assert (
        "Proses lebih lanjut; Teliti dan sampaikan pendapat · segera · belum tercatat diterima"
        in detail.hands[0].detail
    )
    assert detail.next_step.startswith("Menunggu jawaban ")
    assert (shown(standings["paused"]).clock.words, shown(standings["paused"]).clock.icon) == (
        "berhenti",
        "circle-pause",
    )
    assert detail.why


def test_every_standing_of_the_clock_has_colour_icon_and_word() -> None:
    assert all(icon for _, icon in CLOCKS.values())
    assert len(set(CLOCKS.values())) > 4


def test_the_chain_of_dispositions_is_a_tree(counter: Counter) -> None:
    case_id = STANDINGS["one"](counter)
    first = cases.load(counter, case_id).movement.dispositions[0].id
    acts.act(
        counter,
        case_id,
        "dispose",
        to=("Kepala Dinas",),
        data={"from": first, "instruction": "Arahan?", "must_answer": True},
    )
    second = next(one for one in cases.load(counter, case_id).movement.dispositions if one.id != first)
    acts.act(counter, case_id, "answer", data={"disposition": second.id, "answer": "Setuju, lanjutkan"})
    rows = section(shown(gathering.dossier(counter, case_id)), "Disposisi").rows
    assert [(row.text.split(" → ")[1], row.depth) for row in rows] == [("Sekretaris", 0), ("Kepala Dinas", 1)]
    assert "Arahan?" in rows[1].detail
    assert "dijawab" in rows[1].detail
    assert "“Setuju, lanjutkan”" in rows[1].detail
    assert rows[0].press is not None
    assert (rows[0].press.action, rows[0].press.key) == ("answer", first)
    assert rows[1].press is None


def test_another_body_stands_in_the_chain_with_its_number(standings: dict[str, Dossier]) -> None:
    [row] = section(shown(standings["outside"]), "Disposisi").rows
    assert "Kejaksaan Negeri" in row.text
    assert "nomor 12/KJ" in row.detail
    assert "menunggu jawaban" in row.detail


def test_what_is_untold_unnumbered_and_kept_has_a_button_each(standings: dict[str, Dossier]) -> None:
    detail = shown(standings["ended"])
    untold = section(detail, "Belum dicatat")
    assert untold.right == str(len(untold.rows))
    assert {row.press.key for row in untold.rows if row.press} == set(standings["ended"].case.proceedings.unrecorded)
    [letter] = section(detail, "Surat").rows
    assert letter.detail == "nomor menyusul"
    assert letter.press is not None
    assert letter.press.action == "number"
    kept = section(detail, "Berkas asli yang disimpan")
    assert len(kept.rows) == 2
    assert kept.press is not None
    assert detail.can_given_back


def test_what_was_told_is_read_again(counter: Counter) -> None:
    case_id = at_step(counter, "pasuruan/01", "visit")
    acts.act(counter, case_id, "visit", data={"finding": "Layak", "date": "2026-11-19", "people": ["Sri", "Bambang"]})
    while not cases.load(counter, case_id).proceedings.letters:
        acts.act(counter, case_id, "advance")
    acts.act(counter, case_id, "number", data={"number": "400.9/12", "date": "2026-11-20"})
    detail = shown(gathering.dossier(counter, case_id))
    [visit] = section(detail, "Kunjungan").rows
    assert (visit.text, visit.detail) == ("Layak", "19 November 2026 · Sri, Bambang")
    [letter] = section(detail, "Surat").rows
    assert letter.detail == "nomor 400.9/12, 20 November 2026"


def test_files_that_were_merged_name_each_other(counter: Counter) -> None:
    goes, stays = (take_in(counter, "pasuruan/01", person("Siti", n), complete=True) for n in (1, 2))
    number = cases.load(counter, stays).registration_number
    acts.act(counter, goes, "merge", note="sama", data={"into": number})
    gone = shown(gathering.dossier(counter, goes))
    assert section(gone, "Berkas terkait").rows[0].text == f"Diteruskan dalam {number}"
    assert gone.state in STATES
    assert gone.next_step == f"Digabungkan ke {number}: sama"
    other = shown(gathering.dossier(counter, stays))
    assert section(other, "Berkas terkait").rows[0].text.startswith("Menerima gabungan L1")


def test_why_a_file_was_returned_or_refused_stands_at_its_top(standings: dict[str, Dossier]) -> None:
    assert shown(standings["sent_back"]).next_step == "Dikembalikan: KK buram"
    assert shown(standings["sent_back"]).waiting == ()
    assert shown(standings["refused"]).next_step == "Ditolak: Bukan penduduk"
    assert shown(standings["ended"]).next_step == "Selesai."
    assert shown(standings["short"]).next_step == "Menunggu pemohon melengkapi:"


def test_a_returned_file_says_why_and_then_what_is_waited_for(counter: Counter) -> None:
    case_id = take_in(counter, "pasuruan/02", person("Suparti", 5), complete=False)
    acts.act(counter, case_id, "withdraw", note="pindah " * 60)
    gone = shown(gathering.dossier(counter, case_id)).next_step
    assert gone.startswith("Dicabut oleh pemohon: pindah pindah")
    assert len(gone) <= 200
    acts.act(counter, case_id, "reopen", note="KTP buram")
    detail = shown(gathering.dossier(counter, case_id))
    assert detail.next_step == "Dikembalikan: KTP buram"
    assert detail.waiting[0] == "Menunggu pemohon melengkapi:"
    assert detail.waiting[1].startswith("• ")


def test_the_history_speaks_in_whole_sentences(counter: Counter) -> None:
    case_id = STANDINGS["two"](counter)
    dossier = gathering.dossier(counter, case_id)
    sent = dossier.case.movement.dispositions
    acts.act(counter, case_id, "receive", data={"disposition": sent[0].id})
    acts.act(counter, case_id, "answer", by="Sekretaris", data={"disposition": sent[0].id, "answer": "Lanjutkan"})
    acts.act(counter, case_id, "recall", data={"disposition": sent[1].id}, note="keliru")
    acts.act(counter, case_id, "pause", data={"reason": "force"})
    acts.act(counter, case_id, "note", note="{pemohon} menelepon")
    rows = section(shown(refreshed(counter, dossier)), "Riwayat").rows
    told = [row.text for row in rows]
    assert told[0] == "Catatan: {pemohon} menelepon"
    assert told[1] == "Hitungan waktu dihentikan, keadaan kahar"
    assert told[2] == f"Disposisi kepada {sent[1].to} ditarik kembali: keliru"
    assert told[3] == f"{sent[0].to} menjawab: Lanjutkan"
    assert told[4] == f"Disposisi diterima {sent[0].to}"
    assert told[5].startswith("Kepala Dinas mendisposisikan kepada ")
    assert told[5].endswith(": Proses lebih lanjut; Teliti dan sampaikan pendapat")
    assert told[-1] == "Berkas didaftarkan, lengkap"
    assert "Sekretaris, dicatat Siti Rahmawati, S.Sos. · Loket 1" in rows[3].detail
    assert "Langkah “" in told[-2]


def test_the_history_can_be_looked_at_in_parts(standings: dict[str, Dossier]) -> None:
    history = section(shown(standings["two"]), "Riwayat")
    assert [key for key, _ in history.chapters] == ["way", "sent"]
    assert {row.chapter for row in history.rows} == {"way", "sent"}


def test_no_kind_of_event_is_without_words_and_a_part(counter: Counter) -> None:
    """Kinds are found where they are written: the moves, the services."""
    known = set(case_words.KINDS)
    parts = [kind for _, kinds in case_words.CHAPTERS.values() for kind in kinds]
    assert sorted(parts) == sorted(known)
    fill(counter, 16)
    with counter.store.read() as connection:
        kinds = {row[0] for row in connection.exec_driver_sql("SELECT DISTINCT kind FROM events")}
        ids = [str(row[0]) for row in connection.exec_driver_sql("SELECT id FROM cases")]
    assert kinds <= known
    for case_id in ids:
        for one in detail_of(gathering.dossier(counter, case_id), revealed=True).sections:
            assert not [row.text for row in one.rows if re.match(r"[a-z]+_[a-z]+$", row.text.split(":")[0])]


def test_a_long_shortage_is_named_in_three_lines_and_a_number(counter: Counter) -> None:
    service = max(counter.catalogue.services("pasuruan"), key=lambda each: len(each.requirements))
    detail = shown(gathering.dossier(counter, take_in(counter, service.id, person(LONG_NAME, 6), complete=False)))
    assert detail.state == "returned"
    assert len(detail.waiting) == 4
    assert detail.waiting[-1].startswith("dan ")
    assert max(len(line) for line in detail.waiting) < 100


def test_what_was_replaced_is_not_ticked(standings: dict[str, Dossier]) -> None:
    found = standings["short"]
    items = tuple(replace(item, standing="replaced") for item in found.assessment.items[:1])
    detail = shown(replace(found, assessment=replace(found.assessment, items=items)))
    row = section(detail, "Persyaratan").rows[0]
    assert (row.icon, row.soft) == ("square", True)
    assert row.detail.startswith("diganti berkas lain")


def test_a_returned_file_says_what_it_waits_for(standings: dict[str, Dossier]) -> None:
    detail = shown(standings["short"])
    assert detail.next_step.startswith("Menunggu pemohon melengkapi")
    assert 0 < len(detail.waiting) <= 4
    assert (detail.can_slip, detail.can_shortage) == (False, True)

"""Scans and photos on a file: kept once, sealed, taken off and put back, looked at and answered for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from desk.domain.attachment import Prepared
from desk.domain.errors import NotFound, Refused, StoreError
from desk.domain.event import CaseId
from desk.models import verify
from desk.models.store import Store
from desk.services import acts, attachments, cases, contract, media, upkeep
from desk.services.counter import Counter
from desk.services.intake import register
from tests.conftest import OpenCounter
from tests.counters import deliver, exchange
from tests.factory import ADOPTION, intake
from tests.fakes import Clock
from tests.scans import ktp, letter, noisy, photo


@pytest.fixture
def case_id(counter: Counter) -> CaseId:
    """An open file."""
    return register(counter, intake()).id


def on_disk(counter: Counter) -> dict[str, bytes]:
    """Every file among the attachments, by its path in the home."""
    folder = counter.store.home.folder
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "attachments").rglob("*"))
        if path.is_file()
    }


def audit(counter: Counter) -> list[tuple[str, str, str | None, str]]:
    with counter.store.read() as connection:
        return connection.exec_driver_sql("SELECT officer, action, case_id, detail FROM audit").tuples()


def test_a_photo_is_attached_to_its_requirement_and_told_with_the_case(counter: Counter, case_id: CaseId) -> None:
    added = attachments.add(counter, case_id, ktp(), requirement="k1.ktp", note="hanya depan").attachment
    assert (added.requirement, added.by, added.media, added.pixels) == ("k1.ktp", "Rini", "image/jpeg", (60, 40))
    (told,) = contract.case_whole(counter, cases.load(counter, case_id))["attachments"]
    assert {"id", "name", "media", "size", "requirement", "step", "note", "added_at", "by"} <= set(told)
    assert (told["id"], told["name"], told["added_at"]) == (added.id, "KTP.jpg", "2026-11-24T09:15:00+07:00")
    last = cases.load(counter, case_id).history[-1]
    assert (last.kind, last.note) == ("attachment_added", "KTP.jpg · hanya depan")
    assert upkeep.problems(counter) == []


def test_a_case_without_attachments_says_so(counter: Counter, case_id: CaseId) -> None:
    assert contract.case_whole(counter, cases.load(counter, case_id))["attachments"] == []
    assert attachments.of_case(counter, case_id) == ()


def test_nothing_of_a_photo_can_be_read_on_the_disk(counter: Counter, case_id: CaseId) -> None:
    prepared = media.prepare("KTP Siti.jpg", noisy(400, 300))
    attachments.add(counter, case_id, prepared)
    kept = on_disk(counter)
    assert [Path(name).suffix for name in kept] == [".sealed", ".thumb"]
    for name, content in kept.items():
        assert "KTP" not in name
        assert b"JFIF" not in content
        assert prepared.body[500:600] not in content


def test_what_was_attached_comes_back_byte_for_byte(counter: Counter, case_id: CaseId, tmp_path: Path) -> None:
    for prepared in (ktp(), media.prepare("surat.pdf", letter(2))):
        added = attachments.add(counter, case_id, prepared).attachment
        found, body = attachments.open_body(counter, case_id, added.id.lower())
        assert (found, body) == (added, prepared.body)
        attachments.export(counter, case_id, added.id, tmp_path / "keluar")
        assert (tmp_path / "keluar").read_bytes() == prepared.body


def test_the_same_file_twice_at_the_same_place_is_one_attachment(counter: Counter, case_id: CaseId) -> None:
    first = attachments.add(counter, case_id, ktp(), requirement="k1.ktp")
    second = attachments.add(counter, case_id, ktp(name="KTP (1).jpg"), requirement="k1.ktp")
    assert (first.already, second.already) == (False, True)
    assert second.attachment == first.attachment
    elsewhere = attachments.add(counter, case_id, ktp(), requirement="k1.kk")
    assert not elsewhere.already
    assert elsewhere.attachment.hash == first.attachment.hash
    assert len([name for name in on_disk(counter) if name.endswith(".sealed")]) == 1
    assert len(attachments.of_case(counter, case_id)) == 2


def test_the_same_file_in_two_cases_has_two_addresses(counter: Counter, case_id: CaseId) -> None:
    other = register(counter, intake()).id
    hashes = {attachments.add(counter, each, ktp()).attachment.hash for each in (case_id, other)}
    assert len(hashes) == 2


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ({"requirement": "paspor"}, "requirement_unknown"),
        ({"step": "terbang"}, "step_unknown"),
        ({"visit": "ABCD"}, "visit_unknown"),
    ],
)
def test_a_place_that_the_case_doesn_t_have_is_refused_and_nothing_kept(
    counter: Counter, case_id: CaseId, place: dict[str, str], code: str
) -> None:
    with pytest.raises(Refused) as caught:
        attachments.add(counter, case_id, ktp(), **place)
    assert (caught.value.code, caught.value.field) == (code, next(iter(place)))
    assert on_disk(counter) == {}


def test_a_scan_belongs_to_a_step_of_the_route(counter: Counter, case_id: CaseId) -> None:
    step = counter.catalogue.service("pasuruan/08").route[1].key
    assert attachments.add(counter, case_id, ktp(), step=step).attachment.step == step


def test_what_is_taken_off_leaves_the_case_with_its_reason_and_can_be_put_back(
    counter: Counter, case_id: CaseId
) -> None:
    added = attachments.add(counter, case_id, ktp()).attachment
    attachments.remove(counter, case_id, added.id, "KTP orang lain")
    assert attachments.of_case(counter, case_id) == ()
    last = cases.load(counter, case_id).history[-1]
    assert (last.kind, last.note) == ("attachment_removed", "KTP.jpg · KTP orang lain")
    with pytest.raises(NotFound):
        attachments.open_body(counter, case_id, added.id)
    assert upkeep.problems(counter) == []
    for _ in range(2):
        attachments.put_back(counter, case_id, added)
    assert attachments.of_case(counter, case_id) == (added,)
    assert attachments.open_body(counter, case_id, added.id)[1] == ktp().body
    assert upkeep.problems(counter) == []


def test_an_attachment_is_taken_off_only_with_a_reason(counter: Counter, case_id: CaseId) -> None:
    added = attachments.add(counter, case_id, ktp()).attachment
    with pytest.raises(Refused) as caught:
        attachments.remove(counter, case_id, added.id, "  ")
    assert (caught.value.code, caught.value.field) == ("reason_missing", "reason")
    with pytest.raises(NotFound) as unknown:
        attachments.remove(counter, case_id, "ZZZZZZ", "salah")
    assert unknown.value.code == "attachment_unknown"


def test_pruning_removes_what_was_taken_off_and_nothing_else(counter: Counter, case_id: CaseId) -> None:
    kept = attachments.add(counter, case_id, ktp()).attachment
    gone = attachments.add(counter, case_id, ktp("red", "salah.jpg")).attachment
    attachments.remove(counter, case_id, gone.id, "salah orang")
    pruned = attachments.prune(counter)
    assert (pruned.files, pruned.bytes) == (1, gone.size + 28)
    assert {Path(name).stem for name in on_disk(counter)} == {kept.hash}
    assert attachments.prune(counter).files == 0
    assert upkeep.problems(counter) == []
    with pytest.raises(StoreError) as caught:
        attachments.put_back(counter, case_id, gone)
    assert caught.value.code == "attachment_missing"
    again = attachments.add(counter, case_id, ktp("red", "salah.jpg"))
    assert attachments.open_body(counter, case_id, again.attachment.id)[1] == ktp("red").body


def test_pruning_leaves_a_file_that_another_attachment_still_needs(counter: Counter, case_id: CaseId) -> None:
    first = attachments.add(counter, case_id, ktp(), requirement="k1.ktp").attachment
    second = attachments.add(counter, case_id, ktp(), requirement="k1.kk").attachment
    attachments.remove(counter, case_id, first.id, "bukan KTP")
    assert attachments.prune(counter).files == 0
    assert attachments.open_body(counter, case_id, second.id)[1] == ktp().body


def destroy(counter: Counter, case_id: CaseId) -> None:
    with counter.store.write() as work:
        at = counter.now().isoformat()
        work.append(case_id, "case_destroyed", {"destroyed": True}, {}, at=at, officer="Rini", recorder="Rini")
        work.destroy_key(case_id, at)


def test_a_destroyed_case_keeps_no_file_not_even_one_that_was_taken_off(counter: Counter, case_id: CaseId) -> None:
    other = register(counter, intake()).id
    stays = attachments.add(counter, other, ktp()).attachment
    attachments.add(counter, case_id, ktp())
    gone = attachments.add(counter, case_id, ktp("red")).attachment
    attachments.remove(counter, case_id, gone.id, "salah")
    destroy(counter, case_id)
    assert {Path(name).stem for name in on_disk(counter)} == {stays.hash}
    assert attachments.of_case(counter, case_id) == ()
    assert upkeep.problems(counter) == []
    assert upkeep.notes(counter) == []
    assert upkeep.rebuild(counter)[1]
    with pytest.raises(Refused) as caught:
        attachments.add(counter, case_id, ktp())
    assert caught.value.code == "case_destroyed"
    assert {Path(name).stem for name in on_disk(counter)} == {stays.hash}


def test_a_destruction_that_is_undone_loses_no_file(counter: Counter, case_id: CaseId) -> None:
    added = attachments.add(counter, case_id, ktp()).attachment

    def broken_off() -> None:
        with counter.store.write() as work:
            work.destroy_key(case_id, counter.now().isoformat())
            raise RuntimeError("power")

    with pytest.raises(RuntimeError):
        broken_off()
    assert attachments.open_body(counter, case_id, added.id)[1] == ktp().body
    assert upkeep.problems(counter) == []


def test_opening_a_paper_of_a_guarded_service_is_in_the_audit_trail(counter: Counter, case_id: CaseId) -> None:
    guarded = register(counter, intake(ADOPTION)).id
    plain = attachments.add(counter, case_id, ktp()).attachment
    secret = attachments.add(counter, guarded, ktp()).attachment
    attachments.open_body(counter, case_id, plain.id)
    assert audit(counter) == []
    attachments.open_body(counter, guarded, secret.id)
    assert audit(counter) == [("Rini", "attachment", guarded, secret.id)]


def test_every_paper_taken_out_of_desk_is_in_the_audit_trail(counter: Counter, case_id: CaseId, tmp_path: Path) -> None:
    added = attachments.add(counter, case_id, ktp()).attachment
    with pytest.raises(Refused) as caught:
        attachments.export(counter, case_id, added.id, tmp_path / "tidak" / "ada.jpg")
    assert caught.value.code == "output_unwritable"
    attachments.export(counter, case_id, added.id, tmp_path / "keluar.jpg")
    assert audit(counter) == [("Rini", "export", case_id, f"attachment.{added.id}")] * 2


def test_a_guarded_paper_is_not_looked_at_where_it_can_t_be_noted(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    guarded = register(counter, intake(ADOPTION)).id
    added = attachments.add(counter, guarded, ktp()).attachment

    def full(_store: Store) -> NoReturn:
        raise StoreError("disk_full", "penuh")

    monkeypatch.setattr(Store, "note", full)
    for action in ("open", "export"):
        with pytest.raises(StoreError) as caught:
            attachments.open_body(counter, guarded, added.id, action)
        assert caught.value.code == "unrecorded"


def test_a_guarded_paper_is_looked_at_beside_the_window_and_noted(counter: Counter, open_counter: OpenCounter) -> None:
    guarded = register(counter, intake(ADOPTION)).id
    added = attachments.add(counter, guarded, ktp()).attachment
    reader = open_counter(read_only=True)
    assert attachments.open_body(reader, guarded, added.id)[1] == ktp().body
    assert [action for _, action, _, _ in audit(counter)] == ["attachment"]


def test_a_lost_thumbnail_is_made_again(counter: Counter, case_id: CaseId) -> None:
    added = attachments.add(counter, case_id, ktp()).attachment
    before = attachments.thumbnail(counter, case_id, added)
    place = counter.store.files.place(added.hash).with_suffix(".thumb")
    for harm in (place.unlink, lambda: place.write_bytes(b"rusak")):
        harm()
        assert attachments.thumbnail(counter, case_id, added) == before
        assert place.stat().st_size == len(before) + 28


def test_attaching_a_lost_file_again_heals_it(counter: Counter, case_id: CaseId) -> None:
    added = attachments.add(counter, case_id, ktp()).attachment
    place = counter.store.files.place(added.hash)
    for harm in (place.unlink, lambda: place.write_bytes(b"rusak")):
        harm()
        assert [problem.kind for problem in upkeep.problems(counter)] == ["attachment"]
        assert attachments.add(counter, case_id, ktp()).already
        assert upkeep.problems(counter) == []


def test_an_ended_file_can_still_be_given_its_signed_letter(counter: Counter, case_id: CaseId) -> None:
    acts.act(counter, case_id, "withdraw", note="tidak jadi")
    assert not attachments.add(counter, case_id, media.prepare("surat.pdf", letter())).already


def test_two_counters_attach_to_one_case_and_both_papers_are_there(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    case_id = register(bangil, intake()).id
    exchange(bangil, pandaan)
    one = attachments.add(bangil, case_id, ktp()).attachment
    two = attachments.add(pandaan, case_id, ktp()).attachment
    assert one.hash == two.hash, "the same photo at two counters is one file"
    three = attachments.add(pandaan, case_id, ktp("red")).attachment
    exchange(bangil, pandaan)
    assert {found.id for found in attachments.of_case(bangil, case_id)} == {one.id, two.id, three.id}
    assert upkeep.dump(bangil) == upkeep.dump(pandaan)
    assert upkeep.problems(bangil) == []
    (note,) = upkeep.notes(bangil)
    assert "belum tiba" in note.message
    assert three.hash in note.where
    assert upkeep.notes(pandaan) == []
    with pytest.raises(StoreError) as caught:
        attachments.open_body(bangil, case_id, three.id)
    assert caught.value.code == "attachment_missing"


def test_taken_off_at_two_counters_is_no_conflict(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    case_id = register(bangil, intake()).id
    added = attachments.add(bangil, case_id, ktp()).attachment
    exchange(bangil, pandaan)
    for counter in (bangil, pandaan):
        attachments.remove(counter, case_id, added.id, "salah")
    exchange(bangil, pandaan)
    assert not cases.load(bangil, case_id).conflicts
    assert attachments.of_case(pandaan, case_id) == ()


def test_without_the_case_s_key_nothing_is_attached_or_opened(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    case_id = register(bangil, intake()).id
    added = attachments.add(bangil, case_id, ktp()).attachment
    deliver(bangil, pandaan, keys=False)
    for use in (
        lambda: attachments.add(pandaan, case_id, ktp()),
        lambda: attachments.thumbnail(pandaan, case_id, added),
    ):
        with pytest.raises(Refused) as caught:
            use()
        assert caught.value.code == "case_sealed"
    assert on_disk(pandaan) == {}
    assert upkeep.problems(pandaan) == []


def test_the_projection_is_rebuilt_from_the_journal(counter: Counter, case_id: CaseId) -> None:
    attachments.add(counter, case_id, ktp())
    with counter.store.write() as work:
        before = verify.projection_digest(work.connection)
        work.connection.exec_driver_sql("DELETE FROM attachments")
        work.connection.exec_driver_sql("INSERT INTO attachments VALUES ('x', 'y', 1, 99)")
    assert [problem.where for problem in upkeep.problems(counter) if problem.kind == "projection"] == [
        f"attachments/{case_id}",
        "attachments/99",
    ]
    assert not upkeep.rebuild(counter)[1]
    with counter.store.read() as connection:
        assert verify.projection_digest(connection) == before
    assert upkeep.problems(counter) == []


def test_when_it_was_attached_is_told_by_the_office_s_clock(counter: Counter, case_id: CaseId, clock: Clock) -> None:
    clock.set("2026-12-01T08:00:00")
    assert attachments.add(counter, case_id, ktp()).attachment.added_at == "2026-12-01T08:00:00+07:00"


def test_a_hostile_name_stays_a_name(counter: Counter, case_id: CaseId) -> None:
    hostile = media.prepare("../../../" + "\u202e" + "x" * 300 + "\x00.jpg", photo())
    forged: Prepared = replace(hostile, name="../../desk.db")
    for prepared in (hostile, forged):
        attachments.add(counter, case_id, prepared, requirement="k1.ktp" if prepared is forged else None)
    names = [found.name for found in attachments.of_case(counter, case_id)]
    assert names == ["x" * 96 + ".jpg", "desk.db.jpg"]
    assert upkeep.problems(counter) == []

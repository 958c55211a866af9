"""Histories, duplicates and the audit trail on the command line."""

from __future__ import annotations

from typing import Any

import pytest

from desk.models.home import Home
from desk.models.store import Store
from tests.factory import ADOPTION, KK, REACTIVATION, SITI, SKM, UMAR, form, person
from tests.terminal import Terminal, one_document


def take_in(terminal: Terminal, service: str = SKM, **changes: Any) -> dict[str, Any]:
    return terminal.json("intake", "-", stdin=form(service, **changes))


UMAR_HIMSELF = person(name="Umar", nik=UMAR, sex="L", birth_date="1985-03-12")


def test_a_person_s_history_by_nik_and_by_file(terminal: Terminal) -> None:
    own = take_in(terminal)
    hers = take_in(
        terminal,
        REACTIVATION,
        applicant={**UMAR_HIMSELF, "kk": None},
        beneficiaries=[{"name": "Siti Aminah", "nik": SITI, "relation": "istri"}],
    )
    his = take_in(terminal, applicant=UMAR_HIMSELF)
    whole = terminal.json("person", f"{SITI[:8]} {SITI[8:]}")
    assert whole["person"] == {"name": "Siti Aminah", "nik_masked": "3514••••••••0001", "kk_masked": "3514••••••••0003"}
    assert [(line["role"], line["registration_number"]) for line in whole["cases"]] == [
        ("beneficiary", hers["registration_number"]), ("applicant", own["registration_number"]),
    ]  # fmt: skip
    assert [line["registration_number"] for line in whole["family"]] == [his["registration_number"]]
    assert SITI not in terminal.desk("--json", "person", SITI).out
    of_file = terminal.json("person", own["registration_number"])
    assert [line["registration_number"] for line in of_file["cases"]] == [hers["registration_number"]]
    said = terminal.desk("person", SITI).out
    assert "penerima manfaat" in said
    assert "Keluarga satu KK" in said


def test_a_guarded_line_is_told_only_with_a_reason_that_is_kept(terminal: Terminal) -> None:
    guarded = take_in(terminal, ADOPTION)
    take_in(terminal)
    lines = terminal.json("person", SITI)["cases"]
    (line,) = [line for line in lines if line["guarded"]]
    assert set(line) == {"row", "role", "by", "received_at", "counter", "guarded"}
    assert "Layanan terjaga" in terminal.desk("person", SITI).out
    assert guarded["registration_number"] not in terminal.desk("person", SITI).out
    assert terminal.refused("person", SITI, "--open", line["row"]) == (3, "reason_missing", "reason")
    assert terminal.refused("person", SITI, "--reason", "ingin tahu") == (2, "usage", "--reason")
    assert terminal.refused("person", SITI, "--open", "9.9", "--reason", "x") == (4, "row_unknown", "--open")
    opened = terminal.json("person", SITI, "--open", line["row"], "--reason", "diminta Kabid")
    assert opened["registration_number"] == guarded["registration_number"]
    (entry,) = terminal.json("audit", "--case", guarded["registration_number"])
    assert (entry["action"], entry["officer"], entry["detail"]) == ("look", "Rini", "diminta Kabid")


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("person", UMAR), (4, "person_unknown", "person")),
        (("person", "TIDAK-ADA"), (4, "case_unknown", "case")),
        (("person", SITI, "--limit", "0"), (2, "usage", "--limit")),
        (("person", SITI, "--after", "x"), (4, "row_unknown", "row")),
        (("duplicates", "TIDAK-ADA"), (4, "case_unknown", "case")),
        (("duplicates", "--after", "x"), (4, "cursor_unknown", "--after")),
        (("distinct", "TIDAK-ADA", "X", "--reason", "r"), (4, "case_unknown", "case")),
        (("audit", "--after", "x"), (4, "cursor_unknown", "--after")),
        (("audit", "--from", "kemarin"), (2, "usage", "--from")),
        (("audit", "--case", "TIDAK-ADA"), (4, "case_unknown", "case")),
        (("audit", "--limit", "5000"), (2, "usage", "--limit")),
    ],
)
def test_what_is_asked_wrongly_is_refused_in_a_sentence(
    terminal: Terminal, words: tuple[str, ...], refusal: tuple[int, str, str]
) -> None:
    take_in(terminal)
    assert terminal.refused(*words) == refusal


def test_duplicates_side_by_side_and_set_apart(terminal: Terminal) -> None:
    one = take_in(terminal)
    other = take_in(terminal, applicant=person(name="Hj. Siti Amina", nik=None, kk=None, no_nik_reason="hilang"))
    whole = terminal.json("duplicates")
    assert [case["registration_number"] for case in whole["cases"]] == [other["registration_number"]]
    (candidate,) = whole["cases"][0]["candidates"]
    assert (candidate["kind"], candidate["reason"]) == ("double", "birth_date")
    (candidate,) = terminal.json("duplicates", one["registration_number"])
    fields = {field["field"]: field for field in candidate["fields"]}
    assert fields["applicant.name"] == {
        "field": "applicant.name", "here": "Siti Aminah", "there": "Hj. Siti Amina", "differs": True,
    }  # fmt: skip
    assert "Kemungkinan permohonan ganda" in terminal.desk("duplicates", one["registration_number"]).out
    numbers = (one["registration_number"], other["registration_number"])
    assert terminal.refused("distinct", *numbers, "--reason", " ") == (3, "reason_missing", "reason")
    assert terminal.json("distinct", *numbers, "--reason", "ibu kandung berbeda")["distinct"] is True
    assert terminal.json("duplicates")["cases"] == []
    assert terminal.json("duplicates", numbers[1]) == []
    assert terminal.json("case", numbers[0])["timeline"][-1]["event"] == "not_duplicate"
    assert terminal.json("distinct", *numbers, "--reason", "keliru", "--undo")["distinct"] is False
    assert len(terminal.json("duplicates")["cases"]) == 1


def test_the_trail_knows_of_looks_papers_lists_and_dumps(terminal: Terminal, tmp_path: Any) -> None:
    number = take_in(terminal, ADOPTION)["registration_number"]
    take_in(terminal)
    terminal.json("case", number)
    terminal.json("act", number, "note", "--note", "catatan")
    terminal.json("print", "slip", number, "-o", str(tmp_path / "slip.pdf"))
    terminal.json("cases")
    terminal.json("cases", "--search", "siti")
    terminal.desk("dump")
    terminal.json("recap", "--month", "2026-11", "-o", str(tmp_path / "rekap.xlsx"))
    entries = terminal.json("audit")
    assert [(entry["action"], entry["registration_number"], entry["detail"]) for entry in reversed(entries)] == [
        ("look", number, ""),
        ("print", number, "slip · PDF"),
        ("list", None, ""),
        ("export", None, "desk dump"),
        ("export", None, "desk recap 2026-11"),
    ]
    said = terminal.desk("audit").out
    assert "mengeluarkan daftar" in said
    assert "Siti" not in said
    assert terminal.json("audit", "--officer", "Budi") == []
    page = terminal.json("audit", "--limit", "1")
    assert terminal.json("audit", "--limit", "1", "--after", page[0]["cursor"])[0]["id"] == entries[1]["id"]
    assert terminal.json("audit", "--from", "2026-11-25") == []
    assert len(terminal.json("audit", "--to", "2026-11-24")) == 5


def test_an_ordinary_file_and_an_empty_list_leave_no_trace(terminal: Terminal) -> None:
    terminal.json("cases")
    terminal.json("case", take_in(terminal)["registration_number"])
    assert terminal.json("audit") == []


def test_a_guarded_file_is_looked_at_beside_an_open_window(terminal: Terminal) -> None:
    number = take_in(terminal, ADOPTION)["registration_number"]
    with Store.open(Home(terminal.home)):
        assert terminal.json("case", number)["registration_number"] == number
        assert [entry["action"] for entry in terminal.json("audit")] == ["look"]


def test_a_list_that_cannot_be_recorded_is_given_and_said_so(terminal: Terminal) -> None:
    guarded, ordinary = take_in(terminal, ADOPTION), take_in(terminal)
    with Store.open(Home(terminal.home)) as store, store.write() as work:
        work.connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    said = terminal.desk("--json", "cases")
    assert (said.exit, len(one_document(said.out))) == (0, 2)
    assert "tidak tercatat di jejak audit" in said.err
    assert terminal.refused("case", guarded["registration_number"])[:2] == (5, "unrecorded")
    assert terminal.json("case", ordinary["registration_number"])["state"] == "open"
    assert terminal.refused("dump")[:2] == (5, "unrecorded")


def test_a_family_card_is_not_a_person(terminal: Terminal) -> None:
    take_in(terminal)
    assert terminal.refused("person", KK) == (4, "person_unknown", "person")

"""Refusals: one sentence, the contract's exit codes, JSON on standard error only, and never a traceback."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.models.home import WriterLock
from desk.models.schema import SCHEMA_VERSION
from desk.models.store import Store
from desk.services.catalogue import Catalogue
from tests.factory import ADOPTION, SKM, form, person
from tests.terminal import Terminal

# 2: the words are wrong


@pytest.mark.parametrize(
    "words",
    [
        ("terbang",),
        ("setup",),
        ("setup", "--office", "pasuruan"),
        ("intake",),
        ("case",),
        ("case", "a", "b"),
        ("act", "x"),
        ("catalogue",),
        ("catalogue", "terbang"),
        ("print",),
        ("print", "slip", "x"),
        ("print", "slip", "x", "-o", "a.pdf", "--printer", "b"),
        ("print", "slip", "x", "-o", "a.pdf", "--paper", "a3"),
        ("print", "checklist", SKM, "-o", ""),
        ("print", "checklist", SKM, "--printer", ""),
        ("cases", "--state", "terbuka"),
        ("cases", "--limit", "banyak"),
        ("cases", "--limit", "0"),
        ("cases", "--limit", "1001"),
        ("cases", "--limit", "-3"),
        ("cases", "--from", "kemarin"),
        ("cases", "--from", "2026-02-30"),
        ("cases", "--to", "9999-12-31"),
        ("cases", "--bogus"),
        ("cases", "--sea", "x"),
        ("status", "--home"),
        ("status", "--home", ""),
        ("status", "--home="),
        ("status", "--lang", "jv"),
        ("status", "--lang"),
        ("status", "--hom", "/tmp"),
        ("status", "--jso"),
        ("window",),
        ("demo",),
        ("case", "\udcff"),
        ("case", "a\0b"),
        ("cases", "--search", "\ud800"),
        ("print", "slip", "x", "-o", "a.pdf", "--reason", "\udcff"),
        ("intake", "\udcff"),
        (),
    ],
)
def test_wrong_words_are_exit_2(terminal: Terminal, words: tuple[str, ...]) -> None:
    code, name, _ = terminal.refused(*words)
    assert (code, name) == (2, "usage")
    said = terminal.desk(*words)
    assert (said.exit, said.out) == (2, "")
    assert said.err.count("\n") == 1


# 3: a rule says no


@pytest.mark.parametrize(
    ("raw", "code", "field"),
    [
        (form(applicant=person(nik="351409650290000")), "nik_length", "applicant.nik"),
        (form(applicant=person(birth_date="1990-02-30")), "birth_date_impossible", "applicant.birth_date"),
        (form(applicant=person(name="a" * 201)), "too_long", "applicant.name"),
        (form(applicant=person(name="a\0b")), "control_character", "applicant.name"),
        (form(applicant=person(name="\ud800")), "broken_character", "applicant.name"),
        (form(applicant=person(name="")), "name_missing", "applicant.name"),
        (form(aplicant={}), "unknown_key", "aplicant"),
        ({**form(), "a\ud800\x1b": 1}, "unknown_key", "a\ud800\x1b"),
        (form(checklist={"paspor": True}), "requirement_unknown", "checklist.paspor"),
        (form(answers={"x": True}), "question_unknown", "answers.x"),
        ([], "not_an_object", ""),
        ("teks", "bad_json", None),
        ('{"service": ', "bad_json", None),
        ('{"service": "a", "service": "b"}', "bad_json", None),
        ('{"n": NaN}', "bad_json", None),
        ('{"n": -Infinity}', "bad_json", None),
        ('{"n": ' + "1" * 5000 + "}", "bad_json", None),
        ("[" * 100_000, "bad_json", None),
        ("[" * 200 + "]" * 200, "bad_json", None),
        ("", "bad_json", None),
        (b"\xff\xfe\xfa", "bad_encoding", None),
        (b'{"service": "\xe9"}', "bad_encoding", None),
    ],
    ids=[str(number) for number in range(22)],
)
def test_a_bad_form_is_exit_3_with_its_field(terminal: Terminal, raw: Any, code: str, field: str | None) -> None:
    assert terminal.refused("intake", "-", stdin=raw) == (3, code, field)
    said = terminal.desk("intake", "-", stdin=raw)
    assert (said.exit, said.out) == (3, "")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert terminal.json("cases") == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("reopen", "--note", "x"), "not_allowed_now"),
        (("terbang",), "not_allowed_now"),
        (("return",), "note_missing"),
        (("settle",), "not_allowed_now"),
        (("correct",), "nothing_changed"),
        (("resubmit",), "not_returned"),
        (("advance", "--to", "Kabid"), "no_recipient"),
        (("note", "--note", "a\x1b"), "control_character"),
    ],
)
def test_an_act_that_is_not_possible_now_is_exit_3(terminal: Terminal, words: tuple[str, ...], code: str) -> None:
    case_id = terminal.json("intake", "-", stdin=form())["id"]
    assert terminal.refused("act", case_id, *words)[:2] == (3, code)
    assert len(terminal.json("case", case_id)["timeline"]) == 1


def test_a_file_of_one_service_cannot_be_taken_up_for_another(terminal: Terminal) -> None:
    case_id = terminal.json("intake", "-", stdin=form(checklist={}))["id"]
    assert terminal.refused("resubmit", case_id, "-", stdin={"service": ADOPTION}) == (3, "other_service", "service")
    assert terminal.refused("resubmit", case_id, "-", stdin=[1])[:2] == (3, "not_an_object")
    assert terminal.refused("resubmit", case_id, "-", stdin={"applicant": "Siti"})[:2] == (3, "not_an_object")
    assert terminal.refused("resubmit", case_id, "-", stdin={"applicant": ["Siti"]})[:2] == (3, "not_an_object")


# 4: no such thing


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("case", "L1XXX-2026-000009"), "case_unknown"),
        (("case", ""), "case_unknown"),
        (("act", "x", "advance"), "case_unknown"),
        (("resubmit", "x", "-"), "case_unknown"),
        (("service", "pasuruan/99"), "service_unknown"),
        (("services", "--office", "bangil"), "office_unknown"),
        (("catalogue", "export", "--office", "bangil"), "office_unknown"),
        (("setup", "--office", "bangil", "--counter", "A"), "office_unknown"),
        (("cases", "--service", "pasuruan/99"), "service_unknown"),
        (("cases", "--after", "x"), "cursor_unknown"),
        (("cases", "--after", "1.²"), "cursor_unknown"),
        (("cases", "--after", "1"), "cursor_unknown"),
        (("cases", "--after", f"1.{10**30}"), "cursor_unknown"),
        (("cases", "--after", ""), "cursor_unknown"),
        (("intake", "/tidak/ada.json"), "file_unknown"),
        (("act", "x", "advance", "--data", "/tidak/ada.json"), "file_unknown"),
    ],
)
def test_what_is_not_there_is_exit_4(terminal: Terminal, words: tuple[str, ...], code: str) -> None:
    assert terminal.refused(*words, stdin={})[:2] == (4, code)
    said = terminal.desk(*words, stdin={})
    assert (said.exit, said.out, said.err.count("\n")) == (4, "", 1)


def test_a_folder_is_no_form(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.refused("intake", str(tmp_path))[:2] == (2, "unreadable")


# 5: the store


def test_a_home_that_was_never_set_up_is_exit_5(terminal: Terminal, tmp_path: Path) -> None:
    for words in (("status",), ("cases",), ("case", "x"), ("verify",), ("dump",), ("ledger",)):
        code, name, _ = terminal.refused("--home", str(tmp_path / "kosong"), *words)
        assert (code, name) == (5, "not_set_up")
    assert terminal.refused("--home", str(tmp_path / "kosong"), "intake", "-", stdin=form())[:2] == (5, "not_set_up")
    assert not (tmp_path / "kosong").exists()


def test_a_home_in_use_is_exit_5_for_writers_and_open_to_readers(terminal: Terminal) -> None:
    from desk.models.home import Home  # noqa: PLC0415 (only here)

    terminal.json("intake", "-", stdin=form())
    with WriterLock(Home(terminal.home)):
        assert terminal.refused("intake", "-", stdin=form())[:2] == (5, "store_in_use")
        assert len(terminal.json("cases")) == 1
        assert terminal.json("verify")["ok"]


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (lambda home: (home / "desk.key").unlink(), "key_missing"),
        (lambda home: (home / "desk.key").write_text("x"), "key_malformed"),
        (lambda home: (home / "desk.key").write_text("ab" * 32), "wrong_key_or_damaged"),
        (lambda home: (home / "desk.db").write_bytes(b""), "store_damaged"),
        (lambda home: (home / "desk.db").write_bytes(b"rusak" * 9999), "wrong_key_or_damaged"),
    ],
)
def test_a_store_that_cannot_be_opened_is_exit_5(terminal: Terminal, harm: Any, code: str) -> None:
    harm(terminal.home)
    for words in (("status",), ("cases",), ("dump",)):
        assert terminal.refused(*words)[:2] == (5, code)
    assert terminal.refused("intake", "-", stdin=form())[:2] == (5, code)


def test_a_newer_store_is_exit_5(terminal: Terminal) -> None:
    from desk.models.home import Home  # noqa: PLC0415 (only here)

    with Store.open(Home(terminal.home)) as store, store.write() as work:
        work.connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert terminal.refused("status")[:2] == (5, "store_newer")
    assert terminal.refused("verify")[:2] == (5, "store_newer")


def test_verify_tells_damage_as_its_answer_with_exit_5(terminal: Terminal) -> None:
    terminal.json("intake", "-", stdin=form())
    path = terminal.home / "desk.db"
    whole = path.read_bytes()
    for place in (20, 5000, len(whole) // 2, len(whole) - 9):
        content = bytearray(whole)
        content[place] ^= 1
        path.write_bytes(content)
        said = terminal.desk("verify", "--json")
        assert said.exit == 5
        verdict = said.json
        assert verdict["ok"] is False
        assert all(set(problem) == {"kind", "where", "message"} for problem in verdict["problems"])
        assert verdict["problems"]
        plain = terminal.desk("verify")
        assert (plain.exit, plain.err) == (5, "")
        assert "Data utuh" not in plain.out


def test_verify_finds_a_list_that_lies_and_rebuild_mends_it(terminal: Terminal) -> None:
    from desk.models.home import Home  # noqa: PLC0415 (only here)

    terminal.json("intake", "-", stdin=form())
    with Store.open(Home(terminal.home)) as store, store.write() as work:
        work.connection.exec_driver_sql("UPDATE cases SET name = 'Orang Lain'")
    said = terminal.desk("verify", "--json")
    assert (said.exit, [problem["kind"] for problem in said.json["problems"]]) == (5, ["projection"])
    mended = terminal.desk("verify", "--rebuild", "--json")
    assert (mended.exit, mended.json["rebuilt"]) == (5, 1)
    assert terminal.json("verify", "--rebuild") == {"ok": True, "problems": [], "rebuilt": 1}
    assert terminal.json("cases")[0]["name"] == "Siti Aminah"


# a broken pack


def test_another_office_s_broken_pack_disturbs_only_who_asks_for_it(
    terminal: Terminal, data: Path, tmp_path: Path, catalogue: Catalogue
) -> None:
    packs = tmp_path / "packs"
    shutil.copytree(data, packs)
    shutil.copytree(packs / "pasuruan", packs / "lain")
    (packs / "lain" / "03.json").write_text('{"title": 3}', encoding="utf-8")
    shell = Terminal(terminal.home, packs, _read(packs), terminal.clock)
    assert shell.json("intake", "-", stdin=form())["state"] == "open"
    assert len(shell.json("services", "--office", "pasuruan")) == 17
    assert shell.refused("services", "--office", "lain")[:2] == (3, "pack_invalid")
    assert shell.refused("service", "lain/01")[:2] == (3, "pack_invalid")
    said = shell.desk("offices")
    assert said.exit == 3
    assert "lain/03.json: title" in said.err


def _read(packs: Path) -> Catalogue:
    from desk.services.packfiles import load_catalogue  # noqa: PLC0415 (only here)

    return load_catalogue(packs)


# anything at all

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters(), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["service", "applicant", "checklist", "name", "x"]) | st.text(max_size=4), inner
        )
    ),
    max_leaves=10,
)
odd_words = st.text(st.characters(), max_size=12)
half = settings(max_examples=settings.default.max_examples // 2)  # type: ignore[union-attr]


def known(said: Any) -> None:
    """Whatever was fed in: an exit code of the contract, no fault, no traceback."""
    assert said.exit in (0, 2, 3, 4, 5), said.err
    assert "Traceback" not in said.out + said.err
    if said.exit:
        assert said.out == ""
        assert set(json.loads(said.err)["error"]) == {"code", "message", "field"}


def test_no_bytes_on_standard_input_are_more_than_refused(terminal: Terminal) -> None:
    case_id = terminal.json("intake", "-", stdin=form(checklist={}))["id"]

    @given(st.binary(max_size=60) | json_values.map(lambda value: json.dumps(value).encode()))
    def feed(content: bytes) -> None:
        for words in (("intake", "-"), ("resubmit", case_id, "-")):
            known(terminal.desk("--json", *words, stdin=content))

    feed()


def test_no_value_of_a_form_is_more_than_refused(terminal: Terminal) -> None:
    case_id = terminal.json("intake", "-", stdin=form(checklist={}))["id"]

    @half
    @given(st.sampled_from([*form(), "key", "note", "answers", "beneficiaries", "channel", "received_at"]), json_values)
    def feed(key: str, value: object) -> None:
        known(terminal.desk("--json", "intake", "-", stdin={**form(), key: value}))
        known(terminal.desk("--json", "resubmit", case_id, "-", stdin={key: value}))

    feed()


def test_no_words_are_more_than_refused(terminal: Terminal) -> None:
    commands = st.sampled_from(
        ["case", "cases", "act", "service", "services", "status", "verify", "catalogue", "ledger", "x"]
    )
    options = st.sampled_from(
        ["--search", "--state", "--service", "--after", "--limit", "--from", "--office", "--data", "-"]
    )

    @given(st.lists(commands | options | odd_words, min_size=1, max_size=5))
    def say(words: list[str]) -> None:
        if {"-h", "--help"} & set(words):
            return
        known(terminal.desk("--json", *words, stdin="{}"))

    say()


def test_no_search_and_no_reference_is_more_than_not_found(terminal: Terminal) -> None:
    terminal.json("intake", "-", stdin=form())

    @half
    @given(odd_words)
    def seek(text: str) -> None:
        known(terminal.desk("--json", "cases", f"--search={text}"))
        known(terminal.desk("--json", "case", "--", text))
        known(terminal.desk("--json", "services", f"--search={text}"))
        known(terminal.desk("--json", "act", "--data=-", "--", text, text))

    seek()

"""docs/cli.md is the parser in prose: every command and option of the one is in the other, and nothing else."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from desk.cli.parser import build_parser
from desk.cli.words import split_globals
from desk.domain.offers import ACTIONS
from tests.factory import form
from tests.terminal import Terminal

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^### `desk ([a-z -]+)`\n\n```text\n(.+?)\n```\n", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
GLOBAL = {"--home", "--json", "--lang"}


def leaves(
    parser: argparse.ArgumentParser, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Each command that can be run, with its own parser."""
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    for action in inner:
        for name, child in action.choices.items():
            yield from leaves(child, (*path, name))
    if not inner:
        yield " ".join(path), parser


@cache
def commands() -> dict[str, argparse.ArgumentParser]:
    return dict(leaves(build_parser()))


def usages() -> dict[str, str]:
    return {name: " ".join(usage.split()) for name, usage in SECTION.findall(PAGE)}


def test_every_command_has_its_section_and_no_section_lacks_its_command() -> None:
    assert sorted(usages()) == sorted(commands())
    assert len(re.findall(r"^### ", PAGE, re.MULTILINE)) == len(usages())


@pytest.mark.parametrize("name", sorted(commands()))
def test_a_command_s_options_are_those_of_the_parser(name: str) -> None:
    usage = usages()[name]
    actions = [action for action in commands()[name]._actions if not isinstance(action, argparse._HelpAction)]
    options = {action.option_strings[0] for action in actions if action.option_strings}
    assert usage.startswith(f"desk {name}")
    assert set(OPTION.findall(usage)) == options
    words = re.sub(r"\[[^\]]*\]|\([^)]*\)|--?[a-z]+ [A-Z]+", "", usage.removeprefix(f"desk {name}")).split()
    needed = [action for action in actions if not action.option_strings and action.nargs != "?"]
    assert len(words) == len(needed), words
    for action in actions:
        if action.choices:
            assert f"{action.option_strings[0]} {'|'.join(action.choices)}" in usage
        if action.required and action.option_strings:
            assert f"[{action.option_strings[0]} " not in usage


def test_no_option_is_mentioned_that_does_not_exist() -> None:
    known = {option for parser in commands().values() for action in parser._actions for option in action.option_strings}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", PAGE)) <= known | GLOBAL


def test_the_global_options_are_those_that_are_read() -> None:
    chosen, rest = split_globals(["case", "--home", "x", "--json", "y", "--lang=en"])
    assert (chosen.home, chosen.json, chosen.language, rest) == ("x", True, "en", ["case", "y"])
    assert set(OPTION.findall(PAGE.split("```text\n")[1].split("\n```")[0])) == GLOBAL


def test_every_exit_code_is_explained() -> None:
    assert [int(code) for code in re.findall(r"^\| (\d) \|", PAGE, re.MULTILINE)] == list(range(8))


def test_every_command_can_be_explained_by_itself() -> None:
    for name, parser in commands().items():
        assert parser.description, name
        assert parser.format_help().startswith(f"usage: desk {name}")


def documented(name: str) -> list[Any]:
    """The JSON examples in a command's section."""
    section = PAGE.split(f"### `desk {name}`\n", 1)[1].split("\n### ", 1)[0]
    return [json.loads(example) for example in re.findall(r"```json\n(.+?)\n```", section, re.DOTALL)]


def assert_same_names(told: Any, real: Any, path: str = "") -> None:
    """The page names what there is; where one of them has nothing to show, nothing is compared."""
    if isinstance(told, dict) and isinstance(real, dict) and told and real:
        assert told.keys() == real.keys(), path
        for key in told:
            assert_same_names(told[key], real[key], f"{path}.{key}")
    elif isinstance(told, list) and isinstance(real, list) and told and real:
        assert_same_names(told[0], real[0], f"{path}[]")


def test_the_shapes_on_the_page_are_the_shapes_that_are_answered(terminal: Terminal) -> None:
    (asked, answered) = documented("intake")
    assert asked.keys() >= form().keys()
    assert asked["applicant"].keys() >= form()["applicant"].keys()
    receipt = terminal.json("intake", "-", stdin=form())
    assert_same_names(answered, receipt)
    assert_same_names(documented("case")[0], {**terminal.json("case", receipt["id"]), "applicant": {}, "conflicts": {}})
    assert_same_names(documented("status")[0], {**terminal.json("status"), "cases": {}})
    for order in (1, 8):
        assert_same_names(documented("service")[0], terminal.json("service", f"pasuruan/{order:02d}"))


def test_the_shape_of_a_file_under_way_is_the_one_on_the_page(terminal: Terminal) -> None:
    """Every list of the page has something in it, so that the names within are compared too."""
    case_id = terminal.json("intake", "-", stdin=form("pasuruan/14"))["id"]
    act = partial(terminal.json, "act", case_id)
    act("pause", "--data", "-", stdin={"reason": "applicant"})
    act("resume")
    for _ in range(3):
        act("advance")
    act("visit", "--data", "-", stdin={"finding": "Rumah layak"})
    act("hand_off", "--data", "-", stdin={"body": "Kemensos", "await": True})
    act("answer", "--note", "Disetujui")
    act("advance")
    found = act("dispose", "--to", "Sekretaris", "--data", "-", stdin={"instruction": "Mohon dicek"})
    lists = ("holders", "steps", "actions", "dispositions", "hand_offs", "visits", "letters", "timeline")
    assert all(found[name] for name in lists)
    assert found["unrecorded"]
    told = documented("case")[0]
    varying = ("applicant", "conflicts", "attachments", "unrecorded", "records", "handover")
    assert_same_names(
        {name: told[name] for name in told if name not in varying},
        {name: found[name] for name in found if name not in varying},
    )


def test_every_action_is_on_the_page_and_no_other() -> None:
    section = PAGE.split("### `desk act`\n", 1)[1].split("\n### ", 1)[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert sorted(re.findall(r"`(\w+)`", " ".join(rows))) == sorted(ACTIONS)


def test_every_part_of_a_documented_form_is_taken(terminal: Terminal) -> None:
    (asked, _) = documented("intake")
    raw = {
        **form(),
        **{key: asked[key] for key in asked if key not in form()},
        "received_at": None,
        "channel": "counter",
    }
    raw |= {"answers": {"dtks": True}, "beneficiaries": [{**asked["beneficiaries"][0], "nik": ""}]}
    raw["applicant"] |= {"kind": "person", "no_nik_reason": "", "contact": ""}
    raw["checklist"] = {"sktm": asked["checklist"]["ktp"], "k1": asked["checklist"]["k7.c"]}
    assert asked["applicant"].keys() == raw["applicant"].keys()
    assert terminal.json("intake", "-", stdin=raw)["state"] == "returned"

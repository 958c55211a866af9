"""The officers' manual says nothing that isn't there: pictures, keys, commands, links and sentences exist."""

from __future__ import annotations

import ast
import re
import shlex
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from desk.cli.parser import build_parser
from desk.cli.words import split_globals
from desk.ui.shortcuts import Key

ROOT = Path(__file__).parents[1]
MANUAL = ROOT / "docs" / "manual"
PICTURES = MANUAL / "gambar"
PAGES = sorted(MANUAL.glob("*.md"))
TROUBLES = MANUAL / "08-bila-ada-masalah.md"
LIST_KEYS = {"Ctrl+A", "Ctrl+V", "Shift"}
"""Keys of lists and fields, which are no shortcuts of the window (`desk.ui.shortcuts.IN_LISTS`)."""

FIGURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
KEY = re.compile(r"F\d{1,2}|(?:Ctrl|Alt|Shift)(?:\+\S+)*")
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def figures(page: Path) -> list[tuple[str, Path]]:
    return [(words, (page.parent / name).resolve()) for words, name in FIGURE.findall(page.read_text(encoding="utf-8"))]


def prose(page: Path) -> str:
    return FENCED.sub("", page.read_text(encoding="utf-8"))


def commands(page: Path) -> list[str]:
    """Every `desk …` that a page tells one to type."""
    text = page.read_text(encoding="utf-8")
    lines = [line for kind, block in FENCED.findall(text) if kind == "sh" for line in block.splitlines()]
    found = [line.rpartition("| ")[2] for line in lines] + CODE.findall(prose(page))
    return [each.removeprefix(".venv/bin/") for each in found if re.match(r"(\.venv/bin/)?desk( |$)", each)]


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@cache
def sentences() -> str:
    """Every literal of the program, one after the other."""
    found: list[str] = []
    for path in (ROOT / "desk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
    return "\n".join(found)


def test_the_manual_has_its_pages() -> None:
    assert [page.name[:2] for page in PAGES] == ["01", "02", "03", "03", "03", "04", "05", "06", "07", "08", "09", "RE"]
    index = (MANUAL / "README.md").read_text(encoding="utf-8")
    assert all(f"({page.name})" in index for page in PAGES if page.name != "README.md")


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda page: page.stem)
def test_every_figure_exists_and_says_what_it_shows(page: Path) -> None:
    for words, picture in figures(page):
        assert picture.is_file(), picture
        assert len(words) > 10, f"{picture.name} needs words for who cannot see it"


def test_every_picture_is_used_and_taken_by_the_script() -> None:
    used = {picture.name for page in (*PAGES, ROOT / "README.md") for _, picture in figures(page)}
    there = {path.name for path in PICTURES.iterdir()}
    script = (ROOT / "scripts" / "manual_pictures.py").read_text(encoding="utf-8")
    assert there == used
    assert [name for name in there if f'"{Path(name).stem}"' not in script] == []
    assert len(there) <= 32


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_key_is_one_of_the_window(page: Path) -> None:
    known = {key.value for key in Key} | LIST_KEYS
    named = {code for code in CODE.findall(prose(page)) if KEY.fullmatch(code)}
    assert named - known == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_is_understood(page: Path) -> None:
    for command in commands(page):
        _, words = split_globals(shlex.split(command)[1:])
        if len(words) == 1:  # a command spoken of, not one to type
            words.append("--help")
        with suppress(SystemExit):  # help was given; what isn't understood raises a UsageError
            build_parser().parse_args(words or ["window"])


def test_commands_are_found_at_all() -> None:
    assert len(commands(MANUAL / "07-perintah.md")) > 25


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_make_target_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z-]+)", page.read_text(encoding="utf-8")):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(prose(page)):
        if link.startswith("http"):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.is_file(), link
        headings = {
            slug(line.lstrip("#")) for line in target.read_text(encoding="utf-8").splitlines() if line[:1] == "#"
        }
        assert not anchor or anchor in headings, link


def test_every_code_of_a_trouble_is_one_of_the_program() -> None:
    codes = re.findall(r"\(`([a-z_]+)`\)", TROUBLES.read_text(encoding="utf-8"))
    assert len(codes) > 12
    assert [code for code in codes if code not in sentences().split("\n")] == []


def test_every_quoted_sentence_is_said_by_the_program() -> None:
    quoted = re.findall(r'\*\*"([^"]+)"\*\*', TROUBLES.read_text(encoding="utf-8").replace("\n", " "))
    pieces = [piece.strip(" .") for sentence in quoted for piece in sentence.split("…")]
    assert len(quoted) > 15
    assert [piece for piece in pieces if piece not in sentences()] == []

"""Whether every sentence of Desk has its translation: ``python -m scripts.check_translations [--update]``.

Collected from the source by its syntax tree: literals given to ``tr()`` and ``mark()``, the second argument of
``refuse()`` and of errors (``DeskError`` and its kin), and whatever is assigned to a name ``template``. Checked: nothing
missing, empty or obsolete in ``en.po``, the same ``{placeholders}`` on both sides, no f-string or joined text inside
``tr()``, and ``en.mo`` made from this ``en.po``. ``--update`` writes new, empty entries, drops obsolete ones and
compiles ``en.mo``.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
"""Babel writes a date into the compiled file; a date of today would make it another file each minute."""

PO = ROOT / "resources" / "translations" / "en.po"
SPOKEN = {"tr", "mark"}
ERRORS = {
    "DeskError", "UsageError", "Refused", "NotFound", "StoreError", "Unreachable", "NotPermitted", "refuse",
}  # fmt: skip
PLACEHOLDER = re.compile(r"\{([a-z_]*)[^}]*\}")


@dataclass
class Found:
    """What the source says.

    Attributes:
        sentences: sentence → where it is said.
        faults: what can't be translated, and where.
    """

    sentences: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, sentence: str, file: str, line: int) -> None:
        if sentence.strip():
            self.sentences.setdefault(sentence, []).append((file, line))


def collect(root: Path = ROOT / "desk") -> Found:
    """Every sentence under `root`."""
    found = Found()
    for path in sorted(root.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        name = path.relative_to(root.parent).as_posix()
        read_source(path.read_text(encoding="utf-8"), name, found)
    return found


def read_source(source: str, name: str, found: Found) -> None:
    """The sentences of one file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            _call(node, name, found)
        elif isinstance(node, ast.Assign):
            if any(isinstance(target, ast.Name) and target.id == "template" for target in node.targets):
                _literals(node.value, name, found)
        elif isinstance(node, ast.AnnAssign) and node.value is not None and _name(node.target) == "template":
            _literals(node.value, name, found)


def _call(node: ast.Call, name: str, found: Found) -> None:
    called = _name(node.func)
    if called in SPOKEN and node.args:
        if isinstance(node.args[0], ast.JoinedStr):
            found.faults.append(f"{name}:{node.lineno}: {called}() holds an f-string; use {{names}} and values")
        elif isinstance(node.args[0], ast.BinOp):
            found.faults.append(f"{name}:{node.lineno}: {called}() holds a joined text; write it as one literal")
        else:
            _literals(node.args[0], name, found)
    elif (called in ERRORS or called == "__init__") and len(node.args) >= 2 and _is_code(node.args[0]):
        if isinstance(node.args[1], ast.JoinedStr):
            found.faults.append(f"{name}:{node.lineno}: the sentence of {called} is an f-string; give a template")
        _literals(node.args[1], name, found)


def _is_code(node: ast.expr) -> bool:
    return not isinstance(node, ast.Constant) or (isinstance(node.value, str) and " " not in node.value)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _literals(node: ast.expr, name: str, found: Found) -> None:
    """A literal, or either branch of a choice between literals."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        found.add(node.value, name, node.lineno)
    elif isinstance(node, ast.IfExp):
        _literals(node.body, name, found)
        _literals(node.orelse, name, found)


def placeholders(sentence: str) -> set[str]:
    """The ``{names}`` of a sentence."""
    return set(PLACEHOLDER.findall(sentence.replace("{{", "").replace("}}", "")))


def problems(found: Found, catalogue: Catalog) -> list[str]:
    """What is wrong with the translation."""
    told = list(found.faults)
    known = {str(message.id): str(message.string) for message in catalogue if message.id}
    for sentence, places in sorted(found.sentences.items()):
        where = f"{places[0][0]}:{places[0][1]}"
        if sentence not in known:
            told.append(f"{where}: not in en.po: {sentence!r}")
        elif not known[sentence].strip():
            told.append(f"{where}: empty in en.po: {sentence!r}")
        elif placeholders(sentence) != placeholders(known[sentence]):
            told.append(f"{where}: other {{names}} in en.po: {sentence!r}")
    told.extend(f"en.po: obsolete: {sentence!r}" for sentence in sorted(set(known) - set(found.sentences)))
    return told


def read_catalogue(path: Path = PO) -> Catalog:
    """The translation as it is."""
    if not path.exists():
        return Catalog(locale="en", project="Desk", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale="en")


def compiled(catalogue: Catalog) -> bytes:
    """The bytes of ``en.mo``: the same for the same sentences, whenever they are compiled."""
    catalogue.creation_date = catalogue.revision_date = UNDATED
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def updated(found: Found, old: Catalog) -> Catalog:
    """The translation with new entries empty, old ones kept, obsolete ones gone."""
    known = {str(message.id): str(message.string) for message in old if message.id}
    new = Catalog(locale="en", project="Desk", charset="utf-8", fuzzy=False)
    new.header_comment = "# English sentences of Desk. Written by `python -m scripts.check_translations --update`."
    for sentence, places in sorted(found.sentences.items()):
        files = sorted({(file, 0) for file, _line in places})
        new.add(sentence, known.get(sentence, ""), locations=files, flags=())
    return new


def write(catalogue: Catalog, path: Path = PO) -> None:
    """Write ``en.po`` and ``en.mo``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    out = io.BytesIO()
    write_po(out, catalogue, width=120, omit_header=False, include_lineno=False)
    lines = out.getvalue().decode("utf-8").splitlines(keepends=True)
    dated = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By')
    path.write_text("".join(line for line in lines if not line.startswith(dated)), encoding="utf-8")
    path.with_suffix(".mo").write_bytes(compiled(read_catalogue(path)))


def main(words: list[str]) -> int:
    """Check, or update."""
    found = collect()
    if "--update" in words:
        write(updated(found, read_catalogue()))
    catalogue = read_catalogue()
    told = problems(found, catalogue)
    mo = PO.with_suffix(".mo")
    if not mo.exists() or mo.read_bytes() != compiled(catalogue):
        told.append("en.mo was not made from this en.po: run python -m scripts.check_translations --update")
    for line in told:
        print(line)
    if told:
        print(f"{len(told)} problems in translations", file=sys.stderr)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

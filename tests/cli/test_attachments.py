"""`desk attach` and `desk attachments`: papers on a file, by words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factory import form
from tests.scans import letter, noisy, photo
from tests.terminal import Terminal


@pytest.fixture
def number(terminal: Terminal) -> str:
    """A registered file."""
    answer: str = terminal.json("intake", "-", stdin=form())["registration_number"]
    return answer


@pytest.fixture
def ktp(tmp_path: Path) -> str:
    """A photo on the disk."""
    path = tmp_path / "KTP Siti.jpg"
    path.write_bytes(photo())
    return str(path)


def test_a_photo_is_attached_listed_taken_out_and_taken_off(
    terminal: Terminal, number: str, ktp: str, tmp_path: Path
) -> None:
    made = terminal.json("attach", number, ktp, "--requirement", "k1.ktp", "--note", "hanya depan")
    assert (made["name"], made["requirement"], made["note"], made["already"]) == (
        "KTP Siti.jpg", "k1.ktp", "hanya depan", False,
    )  # fmt: skip
    told = {key: value for key, value in made.items() if key != "already"}
    assert terminal.json("attachments", number) == terminal.json("attachments", "list", number) == [told]
    assert terminal.json("case", number)["attachments"] == [told]
    out = tmp_path / "keluar.jpg"
    assert terminal.json("attachments", "export", number, made["id"], "-o", str(out)) == {
        "id": made["id"], "file": str(out), "media": "image/jpeg", "bytes": len(photo()),
    }  # fmt: skip
    assert out.read_bytes() == photo()
    terminal.json("attachments", "remove", number, made["id"], "--reason", "salah orang")
    assert terminal.json("attachments", number) == []
    assert terminal.json("attachments", "prune") == {"files": 1, "bytes": len(photo()) + 28}
    assert terminal.json("verify", "--rebuild")["ok"]


def test_the_same_file_twice_says_that_it_is_there_already(terminal: Terminal, number: str, ktp: str) -> None:
    first = terminal.json("attach", number, ktp)
    assert terminal.json("attach", number, ktp) == {**first, "already": True}
    assert "Sudah terlampir" in terminal.desk("attach", number, ktp).out


def test_a_large_photo_is_made_smaller_on_request(terminal: Terminal, number: str, tmp_path: Path) -> None:
    path = tmp_path / "rumah.jpg"
    path.write_bytes(noisy(2600, 1300, quality=95))
    said = terminal.desk("attach", number, str(path), "--shrink").out
    assert "Diperkecil dari" in said
    (made,) = terminal.json("attachments", number)
    assert (made["pixels"], made["shrunk_from"]) == ([2000, 1000], path.stat().st_size)


def test_answers_for_people_name_what_is_there(terminal: Terminal, number: str, tmp_path: Path) -> None:
    assert terminal.desk("attachments", number).out == "Belum ada lampiran.\n"
    path = tmp_path / "surat.pdf"
    path.write_bytes(letter(2))
    terminal.desk("attach", number, str(path), "--note", "dari desa")
    assert "surat.pdf · " in (said := terminal.desk("attachments", number).out)
    assert said.endswith("dari desa\n")


@pytest.mark.parametrize(
    ("words", "exit_code", "code", "field"),
    [
        (("attach", "TIDAK-ADA", "@"), 4, "case_unknown", "case"),
        (("attach", "#", "/tidak/ada.jpg"), 4, "file_unknown", "file"),
        (("attach", "#", "@", "--requirement", "paspor"), 3, "requirement_unknown", "requirement"),
        (("attach", "#", "@", "--step", "terbang"), 3, "step_unknown", "step"),
        (("attach", "#", "teks.jpg"), 3, "attachment_kind", "file"),
        (("attach", "#", "kosong.jpg"), 3, "attachment_empty", "file"),
        (("attach", "#", "besar.pdf"), 3, "attachment_too_large", "file"),
        (("attach", "#", "surat.pdf", "--shrink"), 3, "cannot_shrink", "file"),
        (("attachments", "TIDAK-ADA"), 4, "case_unknown", "case"),
        (("attachments", "export", "#", "ZZZZZZ", "-o", "x.jpg"), 4, "attachment_unknown", "attachment"),
        (("attachments", "remove", "#", "ZZZZZZ", "--reason", "x"), 4, "attachment_unknown", "attachment"),
        (("attachments", "remove", "#", "ZZZZZZ", "--reason", " "), 3, "reason_missing", "reason"),
        (("attachments", "remove", "#", "ZZZZZZ"), 2, "usage", None),
        (("attachments",), 2, "usage", None),
        (("attach", "#"), 2, "usage", None),
    ],
)
def test_what_can_t_be_is_refused_in_a_sentence(
    terminal: Terminal,
    number: str,
    ktp: str,
    tmp_path: Path,
    words: tuple[str, ...],
    exit_code: int,
    code: str,
    field: str | None,
) -> None:
    for name, body in {
        "teks.jpg": b"bukan foto", "kosong.jpg": b"", "besar.pdf": b"%PDF-" + bytes(26_000_000), "surat.pdf": letter(),
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(body)
    meant = {"#": number, "@": ktp}
    said = [meant.get(word) or (str(tmp_path / word) if (tmp_path / word).is_file() else word) for word in words]
    assert terminal.refused(*said) == (exit_code, code, field)
    assert terminal.json("attachments", number) == []
    assert terminal.json("verify") == {"ok": True, "problems": []}


def test_damage_to_a_paper_ends_verify_with_exit_5(terminal: Terminal, number: str, ktp: str) -> None:
    terminal.json("attach", number, ktp)
    (sealed,) = (terminal.home / "attachments").glob("??/*.sealed")
    sealed.unlink()
    said = terminal.desk("--json", "verify")
    assert said.exit == 5
    (problem,) = said.json["problems"]
    assert problem["kind"] == "attachment"
    assert number in problem["message"]


def test_what_an_interrupted_act_left_is_a_note_and_no_damage(terminal: Terminal, number: str, ktp: str) -> None:
    terminal.json("attach", number, ktp)
    (terminal.home / "attachments" / "pending" / ("ab" * 32)).touch()
    verdict = terminal.json("verify")
    assert (verdict["ok"], [note["kind"] for note in verdict["notes"]]) == (True, ["attachment"])
    assert "terputus" in terminal.desk("verify").out


def test_a_batch_attaches_line_by_line(terminal: Terminal, number: str, ktp: str) -> None:
    answers = terminal.batch(
        {"args": ["attach", number, ktp]},
        {"args": ["attach", number, "tidak-ada.jpg"]},
        {"args": ["attachments", number]},
    )
    assert [answer["exit"] for answer in answers] == [0, 4, 0]
    assert len(answers[2]["output"]) == 1

"""Every command, for a person and with --json: the shapes of the contract."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.factory import ADOPTION, DISASTER, REACTIVATION, SITI, SKM, form, person
from tests.fakes import NOW, Clock
from tests.terminal import Terminal

SERVICE_KEYS = {
    "id", "order", "title", "division", "requirements", "duration", "fee", "product", "products", "route", "field_visit",
    "returns_incomplete", "can_reject", "hand_off", "complaints", "legal_basis", "facilities", "competence", "oversight",
    "executors", "assurance", "safety", "evaluation", "sop", "corrections", "hash", "source",
}  # fmt: skip
CASE_KEYS = {
    "id", "registration_number", "tracking_code", "office", "counter", "service", "service_title", "state", "applicant",
    "beneficiaries", "checklist", "missing", "holders", "steps", "received_at", "due_at", "ready_at", "completed_at", "clock",
    "actions", "letters", "flags", "timeline",
}  # fmt: skip


def incomplete(**changes: Any) -> dict[str, Any]:
    return form(REACTIVATION, checklist={"ktp": {"met": True, "form": "copy"}, "kk": True}, **changes)


# setting up


def test_setup_answers_what_the_home_is_now(terminal: Terminal) -> None:
    found = terminal.json("setup", "--office", "pasuruan", "--counter", "Lain")
    assert (found["office"], found["counter"], found["officer"]) == ("pasuruan", "Loket 1", "Rini")
    assert found == terminal.json("status")


def test_status_says_what_is_here(terminal: Terminal) -> None:
    terminal.json("intake", "-", stdin=form())
    found = terminal.json("status")
    assert found["home"] == str(terminal.home)
    assert (found["cases"], found["events"], found["waiting_to_send"], found["health"]) == ({"open": 1}, 1, 1, "ok")
    said = terminal.desk("status")
    assert "Dinas Sosial Kabupaten Pasuruan · Loket 1 · Rini" in said.out


# the catalogue


def test_offices(terminal: Terminal) -> None:
    (office,) = terminal.json("offices")
    assert set(office) == {"slug", "name", "region", "decree", "services"}
    assert set(office["decree"]) == {"number", "date"}
    assert office["services"] == 17
    assert "pasuruan" in terminal.desk("offices").out


def test_services(terminal: Terminal) -> None:
    found = terminal.json("services", "--office", "pasuruan")
    assert [service["id"] for service in found] == [f"pasuruan/{order:02d}" for order in range(1, 18)]
    assert set(found[0]) == {"id", "office", "order", "title", "division", "product", "duration", "requirements"}
    assert found[7]["requirements"] == 10
    assert [service["id"] for service in terminal.json("services", "--search", "BPJS mati")] == ["pasuruan/07"]
    assert terminal.json("services", "--search", "qwertzuiop") == []
    assert "Tidak ada layanan yang cocok." in terminal.desk("services", "--search", "qwertzuiop").out


def test_service(terminal: Terminal) -> None:
    found = terminal.json("service", ADOPTION)
    assert set(found) >= SERVICE_KEYS
    assert len(found["requirements"]) == 7
    assert found["requirements"][6]["parts"][2]["id"] == "k7.c"
    said = terminal.desk("service", ADOPTION).out
    assert found["title"] in said
    assert "Biaya: gratis" in said


def test_catalogue_export(terminal: Terminal) -> None:
    found = terminal.json("catalogue", "export", "--office", "pasuruan")
    (office,) = found["offices"]
    assert set(office) >= {
        "slug", "name", "region", "region_type", "address", "phone", "email", "website", "decree", "head", "motto", "pledge",
        "complaint_channels", "services",
    }  # fmt: skip
    assert office["services"][0] == terminal.json("service", "pasuruan/01")
    assert terminal.json("catalogue", "export") == found
    assert "17 layanan" in terminal.desk("catalogue", "export").out


# intake and cases


def test_intake_of_a_complete_file(terminal: Terminal) -> None:
    found = terminal.json("intake", "-", stdin=form())
    assert set(found) >= {"id", "registration_number", "tracking_code", "state", "missing", "due_at", "received_at"}
    assert (found["state"], found["missing"]) == ("open", [])
    assert found["due_at"] == "2026-11-24T11:30:00+07:00"
    said = terminal.desk("intake", "-", stdin=form()).out
    assert "000002" in said
    assert "selesai sekitar" in said  # ± 135 menit, as the receipt says
    assert "24 November 2026 11.30" in said


def test_intake_of_an_incomplete_file(terminal: Terminal) -> None:
    found = terminal.json("intake", "-", stdin=incomplete())
    assert (found["state"], found["due_at"]) == ("returned", None)
    assert found["missing"] == ["kartu_pbi", "foto_rumah", "sktm", "lembar_verifikasi"]
    said = terminal.desk("intake", "-", stdin=incomplete()).out
    assert "Belum lengkap" in said


def test_intake_from_a_file(terminal: Terminal, tmp_path: Any) -> None:
    path = tmp_path / "berkas سيتي.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(form()).encode())
    assert terminal.json("intake", str(path))["state"] == "open"


def test_the_same_form_twice_is_one_file(terminal: Terminal) -> None:
    first = terminal.json("intake", "-", stdin=form(key="f"))
    assert terminal.json("intake", "-", stdin=form(key="f")) == first
    assert len(terminal.json("cases")) == 1


def test_case_by_number_code_and_id(terminal: Terminal) -> None:
    receipt = terminal.json("intake", "-", stdin=form(note="Diantar suaminya"))
    found = terminal.json("case", receipt["id"])
    assert set(found) >= CASE_KEYS
    assert (
        found
        == terminal.json("case", receipt["tracking_code"])
        == terminal.json("case", receipt["registration_number"])
    )
    assert found["applicant"]["name"] == "Siti Aminah"
    assert found["due_at"] == receipt["due_at"]
    assert set(found["clock"]) == {
        "running", "used_minutes", "external_minutes", "allowed_minutes", "overdue", "stands_since", "why",
    }  # fmt: skip
    assert (found["clock"]["running"], found["clock"]["allowed_minutes"]) == (True, 135)
    assert found["clock"]["why"]
    assert all(set(line) == {"requirement", "text", "met", "form", "note"} | set(line) for line in found["checklist"])
    (line,) = found["timeline"]
    assert (line["at"], line["event"], line["by"], line["note"]) == (
        NOW.isoformat(), "case_registered", "Rini", "Diantar suaminya",
    )  # fmt: skip
    assert {offer["action"] for offer in found["actions"]} == {
        "advance", "dispose", "reassign", "visit", "hand_off", "return", "pause", "reject", "withdraw", "merge",
        "reclassify", "correct", "note",
    }  # fmt: skip
    assert all(set(offer) == {"action", "to", "needs", "label", "outcomes"} for offer in found["actions"])
    (step,) = found["steps"]
    assert set(step) == {"key", "number", "place", "of", "actor", "action", "title", "clock"}
    (holder,) = found["holders"]
    assert set(holder) == {
        "role", "position", "title", "since", "external", "slot", "seen", "urgency", "deadline",
        "remarks",
    }  # fmt: skip
    assert receipt["registration_number"] in terminal.desk("case", receipt["id"]).out


def test_a_returned_file_is_with_its_applicant(terminal: Terminal) -> None:
    receipt = terminal.json("intake", "-", stdin=incomplete())
    found = terminal.json("case", receipt["id"])
    assert (found["state"], found["missing"], found["steps"]) == ("returned", receipt["missing"], [])
    assert [holder["role"] for holder in found["holders"]] == ["Pemohon"]
    assert found["clock"]["running"] is False


def test_resubmit_names_only_what_is_new(terminal: Terminal, clock: Clock) -> None:
    receipt = terminal.json("intake", "-", stdin=incomplete(beneficiaries=[{"name": "Ahmad"}]))
    clock.forward(hours=1)
    half = terminal.json("resubmit", receipt["id"], "-", stdin={"checklist": {"sktm": True}, "note": "SKTM dibawa"})
    assert (half["state"], "sktm" in half["missing"]) == ("returned", False)
    whole = terminal.json("resubmit", receipt["id"], "-", stdin={"checklist": "complete", "applicant": {"phone": None}})
    assert (whole["state"], whole["missing"]) == ("open", [])
    found = terminal.json("case", receipt["id"])
    assert (found["applicant"]["phone"], found["applicant"]["name"]) == ("", "Siti Aminah")
    assert [someone["name"] for someone in found["beneficiaries"]] == ["Ahmad"]
    assert [line["note"] for line in found["timeline"]] == [None, "SKTM dibawa", None]


def test_act_resubmit_is_the_same(terminal: Terminal, tmp_path: Any) -> None:
    receipt = terminal.json("intake", "-", stdin=incomplete())
    path = tmp_path / "kurang.json"
    path.write_text('{"checklist": "complete"}', encoding="utf-8")
    found = terminal.json("act", receipt["id"], "resubmit", "--data", str(path), "--note", "Lengkap sekarang")
    assert found["state"] == "open"
    assert found["timeline"][-1]["note"] == "Lengkap sekarang"


def test_act_advances_to_the_archive(terminal: Terminal) -> None:
    case_id = terminal.json("intake", "-", stdin=form(DISASTER))["id"]
    found = terminal.json("case", case_id)
    while found["state"] == "open":
        assert len(found["timeline"]) < 9
        found = terminal.json("act", case_id, "advance", "--by", "Kabid Linjamsos", "--note", "Lanjut")
    assert found["state"] == "completed"
    assert found["ready_at"]
    assert {(line["by"], line["recorded_by"]) for line in found["timeline"][1:]} == {("Kabid Linjamsos", "Rini")}


def test_act_corrects_and_names_the_place_of_a_mistake(terminal: Terminal, tmp_path: Any) -> None:
    case_id = terminal.json("intake", "-", stdin=form())["id"]
    path = tmp_path / "benar.json"
    path.write_text(json.dumps({"applicant": {"name": "Siti Aminah binti Umar"}}), encoding="utf-8")
    assert (
        terminal.json("act", case_id, "correct", "--data", str(path))["applicant"]["name"] == "Siti Aminah binti Umar"
    )
    path.write_text(json.dumps({"applicant": {"nik": "12"}}), encoding="utf-8")
    assert terminal.refused("act", case_id, "correct", "--data", str(path)) == (3, "nik_length", "applicant.nik")


def test_cases_lists_newest_first_and_pages(terminal: Terminal, clock: Clock) -> None:
    for number in range(5):
        clock.forward(minutes=1)
        terminal.json("intake", "-", stdin=form(applicant=person(name=f"Siti {number}")))
    rows = terminal.json("cases")
    assert [row["name"] for row in rows] == [f"Siti {number}" for number in (4, 3, 2, 1, 0)]
    assert SITI not in json.dumps(rows)
    seen: list[str] = []
    words: list[str] = []
    while page := terminal.json("cases", "--limit", "2", *words):
        seen += [row["name"] for row in page]
        words = ["--after", page[-1]["cursor"]]
    assert seen == [row["name"] for row in rows]
    assert "--after" in terminal.desk("cases", "--limit", "2").out


def test_cases_filters(terminal: Terminal, clock: Clock) -> None:
    first = terminal.json("intake", "-", stdin=form())
    second = terminal.json("intake", "-", stdin=incomplete(applicant=person(name="Zubaidah", nik="3514096502900002")))
    clock.forward(days=1)

    def ids(*words: str) -> list[str]:
        return [row["id"] for row in terminal.json("cases", *words)]

    code = first["tracking_code"]
    assert ids("--search", "zub") == [second["id"]]
    assert ids("--search", SITI) == [first["id"]]
    assert ids("--search", f"{code[:4]}-{code[4:8]}-{code[8:]}") == [first["id"]]
    assert ids("--state", "returned") == [second["id"]]
    assert ids("--service", SKM) == [first["id"]]
    assert ids("--overdue") == [first["id"]]
    assert ids("--from", "2026-11-25") == []
    assert ids("--from", "2026-11-24", "--to", "2026-11-24") == [second["id"], first["id"]]
    assert ids("--to", "2026-11-23") == []
    assert "Tidak ada berkas yang cocok." in terminal.desk("cases", "--search", "wagiman").out


# keeping


def test_verify_of_a_sound_store(terminal: Terminal) -> None:
    terminal.json("intake", "-", stdin=form())
    assert terminal.json("verify") == {"ok": True, "problems": []}
    assert terminal.json("verify", "--rebuild") == {"ok": True, "problems": [], "rebuilt": 1}
    assert terminal.desk("verify").out == "Data utuh.\n"


def test_dump_is_canonical_either_way(terminal: Terminal) -> None:
    terminal.json("intake", "-", stdin=form())
    plain, as_json = terminal.desk("dump").out, terminal.desk("dump", "--json").out
    assert plain == as_json
    assert plain == json.dumps(json.loads(plain), ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def test_ledger_is_empty_before_anything_is_printed(terminal: Terminal) -> None:
    assert terminal.json("ledger") == []
    assert terminal.desk("ledger").out == "Belum ada yang dicetak.\n"


# words


@pytest.mark.parametrize(
    "words",
    [
        ("--json", "status"),
        ("status", "--json"),
        ("--lang", "en", "status", "--json"),
        ("status", "--lang=en", "--json"),
        ("--json", "--lang", "id", "status"),
    ],
)
def test_global_options_stand_anywhere(terminal: Terminal, words: tuple[str, ...]) -> None:
    assert terminal.desk(*words).json["counter"] == "Loket 1"


def test_the_home_is_named_anywhere(terminal: Terminal, tmp_path: Any) -> None:
    other = str(tmp_path / "lain")
    terminal.json("setup", "--office", "pasuruan", "--counter", "B", "--home", other)
    assert terminal.json("status", f"--home={other}")["counter"] == "B"
    assert terminal.json("--home", other, "status")["home"] == other
    assert terminal.json("status")["counter"] == "Loket 1"


def test_english_is_spoken_when_asked(terminal: Terminal) -> None:
    assert terminal.desk("verify", "--lang", "en").out == "The data are sound.\n"
    assert terminal.desk("verify").out == "Data utuh.\n"
    said = terminal.desk("case", "tidak-ada", "--lang", "en")
    assert "tidak ada di loket ini" not in said.err
    assert said.exit == 4
    assert "tidak ada di loket ini" in terminal.desk("case", "tidak-ada").err


@pytest.mark.parametrize("words", [("--help",), ("cases", "--help"), ("print", "slip", "-h"), ("catalogue", "--help")])
def test_help_is_help(terminal: Terminal, words: tuple[str, ...]) -> None:
    said = terminal.desk(*words)
    assert (said.exit, said.err) == (0, "")
    assert said.out.startswith("usage: desk")

"""A day at Loket 1 of Pasuruan, as its officer would say it to the command line: from setting up to the slip."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from desk.services.catalogue import Catalogue
from tests.factory import ADOPTION, COMPLAINT, DISASTER, REACTIVATION, SKM, UMAR, form, person
from tests.fakes import Clock
from tests.terminal import Terminal


def test_a_day_at_the_counter(tmp_path: Path, data: Path, catalogue: Catalogue, clock: Clock) -> None:
    clock.set("2026-11-24T07:28")
    shell = Terminal(tmp_path / "home", data, catalogue, clock)

    # 07.28 The PC is new. Rini makes it a counter.
    assert shell.desk("status").exit == 5
    made = shell.json("setup", "--office", "pasuruan", "--counter", "Loket 1", "--officer", "Rini Astuti")
    assert (made["office_name"], made["officer"], made["cases"]) == (
        "Dinas Sosial Kabupaten Pasuruan",
        "Rini Astuti",
        {},
    )

    # 07.40 'BPJS saya mati.' She finds the service in his words and prints what to bring.
    clock.set("2026-11-24T07:40")
    assert shell.json("services", "--search", "BPJS mati")[0]["id"] == REACTIVATION
    shell.json("print", "checklist", REACTIVATION, "-o", str(tmp_path / "bawa.pdf"), "--paper", "roll80")
    assert (tmp_path / "bawa.pdf").read_bytes().startswith(b"%PDF")

    # 08.05 Siti has her papers for an SKM: complete, so there is a date, and a slip for her.
    clock.set("2026-11-24T08:05")
    siti = shell.json("intake", "-", stdin=form(SKM, key="loket-1/0805", note="Suami dirawat di RSUD Bangil"))
    assert siti["registration_number"] == f"{made['prefix']}-2026-000001"
    assert (siti["state"], siti["due_at"]) == ("open", "2026-11-24T10:20:00+07:00")
    impatient = shell.json("intake", "-", stdin=form(SKM, key="loket-1/0805"))
    assert impatient == siti
    slip = shell.json("print", "slip", siti["registration_number"], "-o", str(tmp_path / "slip.pdf"), "--paper", "a6")
    assert (slip["copy"], slip["paper"]) == (1, "slip")

    # 08.30 Umar lacks papers for his mother's card: registered, nothing lost, and a list of what to bring.
    clock.set("2026-11-24T08:30")
    father = person(name="Umar", nik=UMAR, sex="L", birth_date="1985-03-12", kk="", phone="0813-3333-4444")
    umar = shell.json(
        "intake", "-",
        stdin=form(REACTIVATION, applicant=father, beneficiaries=[{"name": "Suparti", "relation": "ibu"}],
                   checklist={"ktp": {"met": True, "form": "copy", "seen_original": True}, "kk": True}),
    )  # fmt: skip
    assert (umar["state"], umar["due_at"]) == ("returned", None)
    assert umar["missing"] == ["kartu_pbi", "foto_rumah", "sktm", "lembar_verifikasi"]
    shell.json("print", "missing", umar["tracking_code"], "-o", str(tmp_path / "kurang.pdf"))
    assert shell.desk("print", "slip", umar["id"], "-o", str(tmp_path / "belum.pdf")).exit == 3

    # 09.00 Typing errors are said where they are, and take no number.
    clock.set("2026-11-24T09:00")
    wrong = form(ADOPTION, applicant=person(nik="35140965029000"))
    assert shell.refused("intake", "-", stdin=wrong) == (3, "nik_length", "applicant.nik")
    assert shell.refused("intake", "-", stdin=form("pasuruan/71"))[:2] == (4, "service_unknown")

    # 09.40 A village reports a flood by WhatsApp; the list of victims comes with it.
    clock.set("2026-11-24T09:40")
    village = {"kind": "government", "name": "Pemerintah Desa Kalirejo", "contact": "Pak Carik",
               "address": {"village": "Kalirejo", "district": "Bangil"}}  # fmt: skip
    victims = [{"name": f"Korban {n}", "note": "rumah terendam"} for n in range(1, 41)]
    flood = shell.json(
        "intake", "-", stdin=form(DISASTER, channel="whatsapp", applicant=village, beneficiaries=victims)
    )
    assert [row["id"] for row in shell.json("cases", "--search", "korban 17")] == [flood["id"]]

    # 10.15 Siti's file goes its way; the head's written instruction is recorded as his, by Rini.
    clock.set("2026-11-24T10:15")
    step = shell.json("act", siti["id"], "advance", "--by", "Kepala Dinas", "--note", "Segera")
    assert step["timeline"][-1]["by"] == "Kepala Dinas"
    assert step["timeline"][-1]["recorded_by"] == "Rini Astuti"
    clock.set("2026-11-24T10:30")
    assert [row["id"] for row in shell.json("cases", "--overdue")] == [siti["id"]]
    why = shell.json("case", siti["id"])["clock"]
    assert why["overdue"] is True
    assert why["why"]

    # 11.10 Umar is back with the rest: nothing is typed twice, and his clock starts now.
    clock.set("2026-11-24T11:10")
    back = shell.json("resubmit", umar["tracking_code"].lower(), "-", stdin={"checklist": "complete"})
    assert (back["registration_number"], back["state"]) == (umar["registration_number"], "open")
    assert back["due_at"] == "2026-11-24T12:00:00+07:00"
    found = shell.json("case", umar["id"])
    assert (found["applicant"]["name"], found["beneficiaries"][0]["name"]) == ("Umar", "Suparti")
    assert shell.json("print", "slip", umar["id"], "-o", str(tmp_path / "umar.pdf"))["copy"] == 1

    # 13.00 A complaint by telephone, from somebody who gives no number.
    clock.set("2026-11-24T13:00")
    caller = shell.json(
        "intake", "-", stdin=form(COMPLAINT, channel="phone", applicant={"kind": "person", "name": "Warga Raci"})
    )
    assert caller["state"] == "open"

    # 14.00 Siti fetches her letter: the file is carried to its archive.
    clock.set("2026-11-24T14:00")
    case: dict[str, Any] = shell.json("case", siti["tracking_code"])
    while case["state"] == "open":
        case = shell.json("act", siti["id"], "advance")
    assert (case["state"], case["steps"], bool(case["ready_at"])) == ("completed", [], True)

    # 15.20 Her slip got wet: a second one is a copy, and the ledger knows why.
    clock.set("2026-11-24T15:20")
    again = shell.json("print", "slip", siti["id"], "-o", str(tmp_path / "slip2.pdf"), "--reason", "basah")
    assert again["copy"] == 2
    kept = [
        (line["paper"], line["copy"], line["reason"]) for line in shell.json("ledger") if line["case_id"] == siti["id"]
    ]
    assert kept == [("slip", 2, "basah"), ("slip", 1, "")]

    # 15.30 The day is over: everything is there, nothing is damaged, and it waits to be sent.
    clock.set("2026-11-24T15:30")
    evening = shell.json("status")
    assert evening["cases"] == {"completed": 1, "open": 3}
    assert evening["waiting_to_send"] == evening["events"]
    assert shell.json("verify", "--rebuild") == {"ok": True, "problems": [], "rebuilt": 4}
    today = shell.json("cases", "--from", "2026-11-24", "--to", "2026-11-24")
    assert [row["registration_number"][-6:] for row in today] == ["000004", "000003", "000002", "000001"]
    assert "3514096502900001" not in json.dumps(today)

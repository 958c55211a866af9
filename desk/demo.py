"""A working day at a counter, played on a throw-away home: real acts, real papers, invented people.

`desk demo` is what shows Desk to somebody who has no screen, no office and one minute. Nothing here is a shortcut: the
day goes through the same services, the same journal and the same printing as an officer's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from desk.domain.case import Case
from desk.domain.event import CaseId
from desk.domain.intake_reader import read_intake, write_intake
from desk.domain.recap import period
from desk.models.home import Home
from desk.print.checklist import checklist_pdf
from desk.print.disposition import disposition_pdf
from desk.print.poster import poster_pdf
from desk.print.shortage import shortage_pdf
from desk.print.slip import slip_pdf
from desk.print.workbook.recap import recap_workbook
from desk.services import acts, cases, drafts, intake, ledger, recap, sheets, upkeep
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter, due_of_case
from desk.services.drafts import Draft
from desk.services.intake import Receipt, assessment_of
from desk.services.setup import open_counter, set_up

OFFICE = "pasuruan"
START = time(7, 35)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at the counter, the telephone or the door, and what the officer keyed in."""

    service: str
    minutes: int
    form: Mapping[str, Any]


def _person(name: str, nik: str, village: str, district: str, **more: Any) -> dict[str, Any]:
    address = {"street": more.pop("street", ""), "rt": "02", "rw": "04", "village": village, "district": district}
    return {"kind": "person", "name": name, "nik": nik, "address": address, **more}


VISITORS: tuple[Visitor, ...] = (
    Visitor("07", 4, {"applicant": _person("Siti Aminah", "3514136512780002", "Gununggangsir", "Beji", sex="P",
            birth_place="Pasuruan", birth_date="1978-12-25", phone="081234567801"), "checklist": "complete"}),
    Visitor("08", 9, {"applicant": _person("Moh. Rofi'i", "3514140707850003", "Kersikan", "Bangil", sex="L",
            birth_date="1985-07-07", kk="3514140901120007"),
            "checklist": {"k1": {"met": True, "form": "copy", "count": 1}, "surat_pengantar_rt_rw": {"met": True},
                          "foto_rumah": {"met": True}, "sktm": {"met": True, "note": "TTE Kades, belum Camat"}},
            "answers": {"dtks": True, "kecelakaan": False, "tindak_kriminal": False}}),
    Visitor("04", 8, {"applicant": _person("Suparti", "3514154203650001", "Rembang", "Rembang", sex="P",
            birth_date="1965-03-02"), "beneficiaries": [{"name": "Ahmad Yusuf Maulana", "relation": "anak",
            "note": "tuna netra, 19 tahun"}], "checklist": "complete"}),
    Visitor("02", 11, {"channel": "whatsapp", "applicant": {"kind": "government", "name": "Pemerintah Desa Wonokerto",
            "contact": "Pak Imam, perangkat desa", "phone": "085812345678",
            "address": {"village": "Wonokerto", "district": "Sukorejo"}},
            "beneficiaries": [{"name": "Mbah Karsi", "relation": "warga", "note": "sebatang kara, sakit"}],
            "checklist": {}}),
    Visitor("01", 18, {"applicant": _person("Dewi Kusumaningtyas Prawirodirdjo", "3514185708880004", "Pogar", "Bangil",
            sex="P", birth_place="Malang", birth_date="1988-08-17", phone="081234567802",
            street="Jalan Untung Suropati 12"),
            "checklist": {"k7.a": {"met": True}, "k7.b": {"met": True, "form": "original"},
                          "k7.f": {"met": True, "form": "original"}, "k7.h": {"met": True, "form": "copy"}},
            "answers": {"menikah_5_tahun": True, "seagama": True, "mampu": True, "anak_paling_banyak_satu": True,
                        "dinyatakan_dokter": True, "caa_mampu_berpendapat": False, "punya_anak_di_atas_12": False}}),
    Visitor("09", 6, {"channel": "phone", "applicant": {"kind": "government", "name": "Pemerintah Desa Kedungringin",
            "phone": "082233445566", "address": {"village": "Kedungringin", "district": "Beji"}},
            "beneficiaries": [{"name": name, "relation": "korban banjir"} for name in
                              ("Sutrisno", "Ngatini", "Abdul Wahid", "Mariyam", "Slamet Riyadi", "Hj. Khotijah")],
            "checklist": {"surat_laporan_bencana": {"met": True, "form": "digital"}}}),
    Visitor("12", 7, {"applicant": _person("Nur Hasanah", "3514104404900001", "Ngempit", "Kraton", sex="P",
            birth_date="1990-04-04"), "checklist": "complete"}),
    Visitor("14", 12, {"applicant": {"kind": "organisation", "name": "Yayasan Yatim Piatu Nurul Hidayah Pandaan",
            "contact": "H. Zainal Arifin", "phone": "0343631234", "address": {"village": "Petungasri",
            "district": "Pandaan"}}, "checklist": "complete"}),
    Visitor("11", 5, {"channel": "letter", "applicant": {"kind": "organisation", "name": "SMA Negeri 1 Grati",
            "contact": "Bu Endang", "address": {"village": "Kedawungkulon", "district": "Grati"}},
            "letter": {"number": "421.3/118/SMAN1GRT", "subject": "Izin ziarah siswa kelas XII",
            "enclosures": "1 berkas"}, "checklist": "complete"}),
    Visitor("17", 10, {"applicant": _person("Budi Santoso", "", "Sengonagung", "Purwosari", sex="L",
            no_nik_reason="tidak membawa KTP"), "checklist": "complete"}),
)  # fmt: skip
"""The day's visitors, each with the minutes since the one before."""


HALF: dict[str, Any] = {
    "screen": "loket",
    "version": 1,
    "service": f"{OFFICE}/15",
    "kind": "organisation",
    "texts": {"applicant.name": "LKSA Darul Aitam", "applicant.contact": "Ustazah Maimunah",
              "applicant.village": "Latek", "applicant.district": "Bangil"},
    "ticks": {f"k1.{paper}": {"met": True} for paper in ("ad_art", "susunan_pengurus", "akta_notaris")},
}  # fmt: skip
"""A form that somebody went home to complete, as Loket keeps its drafts (`desk.ui.loket.form`; a test compares)."""


class DayClock:
    """A clock that the story moves."""

    def __init__(self, start: datetime) -> None:
        self.moment = start

    def __call__(self) -> datetime:
        """The story's time."""
        return self.moment

    def pass_minutes(self, minutes: int) -> None:
        """Time goes by."""
        self.moment += timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True)
class Made:
    """A file that the day left, and what it is."""

    file: str
    what: str


def seeded(seed: str) -> Callable[[int], bytes]:
    """Bytes that are the same on every run, for codes in a story; a real counter draws real random ones."""
    count = 0

    def draw(length: int) -> bytes:
        nonlocal count
        count += 1
        return hashlib.shake_256(f"{seed}:{count}".encode()).digest(length)

    return draw


def play(home: Home, data: Path, catalogue: Catalogue, day: date) -> Counter:
    """Set the home up and live through the visitors of the last working day before `day`, so that nothing lies in the
    future of whoever opens the window; returns the counter, open.
    """
    from desk.services.setup import wall_of  # noqa: PLC0415 (the only use)

    calendar = wall_of(catalogue, data, OFFICE).calendar
    played = day - timedelta(days=1)
    while not calendar.is_working_day(played):
        played -= timedelta(days=1)
    clock = DayClock(datetime.combine(played, START, calendar.zone))
    random = seeded("desk")
    set_up(home, catalogue, office=OFFICE, counter="Loket 1", officer="Rina Wulandari", now=clock, random=random)
    counter = open_counter(home, data, clock=clock, random=random, catalogue=catalogue)
    receipts = [_visit(counter, clock, visitor) for visitor in VISITORS]
    _afternoon(counter, clock, receipts)
    return counter


def _visit(counter: Counter, clock: DayClock, visitor: Visitor) -> Receipt:
    clock.pass_minutes(visitor.minutes)
    written = {"service": f"{OFFICE}/{visitor.service}", **visitor.form}
    if letter := visitor.form.get("letter"):
        written["letter"] = {**letter, "date": (counter.today - timedelta(days=4)).isoformat()}
    form = read_intake(written, counter.today)
    return intake.register(counter, form)


def _afternoon(counter: Counter, clock: DayClock, receipts: list[Receipt]) -> None:
    """Papers are brought after all, files move on, a form is left half filled."""
    clock.pass_minutes(95)
    back = cases.load(counter, receipts[1].id)
    form = write_intake(back.as_intake())
    form["checklist"].update(
        {name: {"met": True} for name in ("lembar_verifikasi", "sktm", "surat_rujukan_puskesmas", "surat_rawat_inap")}
    )
    intake.take_up(counter, back.id, read_intake(form, counter.today))
    clock.pass_minutes(20)
    acts.act(counter, receipts[0].id, "advance", note="Diterima operator kecamatan lewat Laskar Maslahat")
    while cases.load(counter, receipts[6].id).state == "open":
        clock.pass_minutes(4)
        acts.act(counter, receipts[6].id, "advance")
    clock.pass_minutes(12)
    acts.act(counter, receipts[3].id, "note", note="Peksos dijadwalkan ke lokasi besok pagi", by="Kabid Rehsos")
    _around_the_desks(counter, clock, receipts)
    drafts.keep(counter, Draft("draft-demo", "LKSA Darul Aitam", HALF))


def _around_the_desks(counter: Counter, clock: DayClock, receipts: list[Receipt]) -> None:
    """What the head wrote on paper: one disposition that moves a file on, one that two desks must answer, and more."""
    head = counter.office.head.name if counter.office.head else "Kepala Dinas"
    flood, permit, wheelchair = receipts[5].id, receipts[7].id, receipts[2].id
    clock.pass_minutes(6)
    acts.act(
        counter, flood, "dispose", to=("Kabid Linjamsos",), by=head,
        data={"phrases": ["Proses lebih lanjut", "Laporkan hasilnya"], "urgency": "sangat_segera"},
    )  # fmt: skip
    acts.act(counter, flood, "receive")
    clock.pass_minutes(3)
    deadline = (counter.today + timedelta(days=7)).isoformat()
    acts.act(
        counter, permit, "dispose", to=("Sekretaris", "Kabid Dayasos"), by=head,
        data={"phrases": ["Tanggapan dan saran"], "deadline": deadline},
    )  # fmt: skip
    clock.pass_minutes(25)
    acts.act(counter, permit, "answer", to=("Sekretaris",), note="Tidak berkeberatan", by="Sekretaris")
    clock.pass_minutes(4)
    acts.act(counter, wheelchair, "pause", note="Kepala Dinas dinas luar sampai lusa", data={"reason": "signer_away"})


def papers(counter: Counter, out: Path) -> list[Made]:
    """Print the day's papers into `out`, each in the ledger; returns what was made."""
    made: list[Made] = []
    for service, paper, large in (
        ("01", "f4", False),
        ("01", "roll80", False),
        ("08", "a4", True),
        ("07", "roll58", False),
    ):
        standard = counter.catalogue.service(f"{OFFICE}/{service}")
        content = checklist_pdf(
            counter.office,
            standard,
            paper,
            large=large,
            documents=counter.catalogue.documents,
            printed_on=counter.today,
        )
        name = f"persyaratan-{service}-{paper}{'-besar' if large else ''}.pdf"
        made.append(
            _put(counter, out, name, f"checklist:{standard.id}", None, content, f"Daftar persyaratan {standard.title}")
        )
    for service in ("01", "11"):
        standard = counter.catalogue.service(f"{OFFICE}/{service}")
        content = poster_pdf(counter.office, standard, "a4")
        made.append(
            _put(
                counter,
                out,
                f"poster-{service}.pdf",
                f"poster:{standard.id}",
                None,
                content,
                f"Poster {standard.title}",
            )
        )
    rows = cases.rows(counter, cases.CaseQuery(limit=100)).rows
    sizes = ("f4", "a4", "a5", "a6", "roll80", "roll58")
    for index, row in enumerate(reversed(rows)):
        case = cases.load(counter, row.id)
        made.append(_case_paper(counter, out, case, sizes[index % len(sizes)]))
        if any(not holder.external for holder in case.holders) and case.state == "open":
            made.append(_sheet(counter, out, case))
    return [*made, _recap(counter, out)]


def _sheet(counter: Counter, out: Path, case: Case) -> Made:
    """The disposition sheet that goes round with the file."""
    form = sheets.sheet_for(counter, case)
    sheets.keep_lists(counter, form)
    content = disposition_pdf(counter.office, form, paper="half", officer=counter.officer, printed_at=counter.now())
    name = f"lembar-disposisi-{case.registration_number}.pdf"
    return _put(
        counter, out, name, f"disposition:{form.code.slot}", case.id, content, f"Lembar disposisi {form.signer.title}"
    )


def _recap(counter: Counter, out: Path) -> Made:
    """The month so far, as a workbook."""
    month = period(month=f"{counter.today:%Y-%m}")
    found = recap.recap(counter, month)
    content = recap_workbook(
        found,
        recap.register_lines(counter, month),
        files=found.totals.received,
        head=counter.office.letterhead,
        signature=recap.signature(counter),
        made_at=counter.now(),
    )
    name = f"rekap-{month.code}.xlsx"
    (out / name).write_bytes(content)
    return Made(name, f"Rekap {month.label}")


def _case_paper(counter: Counter, out: Path, case: Case, size: str) -> Made:
    service = counter.service_of(case)
    if case.state == "returned":
        assessment = assessment_of(counter, case)
        content = shortage_pdf(
            counter.office,
            service,
            case,
            assessment,
            paper=size,
            officer=counter.officer,
            printed_at=counter.now(),
            documents=counter.catalogue.documents,
        )
        name, what, kind = f"kekurangan-{case.registration_number}-{size}.pdf", "Lembar kekurangan berkas", "missing"
    else:
        due = due_of_case(case, service, counter.calendar)
        content = slip_pdf(
            counter.office, service, case, due=due, paper=size, officer=counter.officer, printed_at=counter.now()
        )
        name, what, kind = f"tanda-terima-{case.registration_number}-{size}.pdf", "Tanda terima berkas", "slip"
    return _put(counter, out, name, kind, case.id, content, f"{what} {case.applicant.name}")


def _put(counter: Counter, out: Path, name: str, paper: str, case_id: CaseId | None, content: bytes, what: str) -> Made:
    line = ledger.ask(counter, paper, case_id, ledger.FILE, content)
    (out / name).write_bytes(content)
    ledger.saved(counter, line)
    return Made(name, what)


def write_summary(counter: Counter, out: Path, made: list[Made]) -> dict[str, Any]:
    """Name every file of the day, in words and as JSON; returns the JSON value."""
    status = upkeep.status(counter)
    problems = upkeep.problems(counter)
    summary: dict[str, Any] = {
        "office": status.office_name,
        "counter": status.counter,
        "day": counter.today.isoformat(),
        "cases": status.cases,
        "events": status.events,
        "sound": not problems,
        "files": [{"file": entry.file, "what": entry.what} for entry in made],
    }
    (out / "ringkasan.json").write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    lines = [
        f"# {status.office_name}, {status.counter}, {counter.today.isoformat()}",
        "",
        "Hari kerja contoh; semua nama rekaan.",
        "",
        *(f"- {state}: {count} berkas" for state, count in status.cases.items()),
        "",
        *(f"- [{entry.file}]({entry.file}): {entry.what}" for entry in made),
    ]
    (out / "ringkasan.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return summary

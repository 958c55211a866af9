"""Whom a file is about, its papers against the checklist, and what was printed for it. Without Qt."""

from __future__ import annotations

from desk.domain.checklist import Item
from desk.domain.identity import mask
from desk.domain.phone import show_phone
from desk.language import tr
from desk.ui import words
from desk.ui.cases.case_words import PAPERS, PRINT_STATES
from desk.ui.cases.dossier import Dossier, Printed, Row, Section
from desk.ui.kit.tokens import Tone


def about_sections(dossier: Dossier, *, revealed: bool) -> tuple[Section, ...]:
    """Applicant, beneficiaries, requirements, papers."""
    assessment = dossier.assessment
    done = tr("{done} dari {total}", done=assessment.done, total=assessment.total)
    people = tuple(
        Row(
            someone.name,
            " · ".join(part for part in (someone.relation, _number(someone.nik, revealed), someone.note) if part),
            icon="user",
        )
        for someone in dossier.case.beneficiaries
    )
    return (
        Section(tr("Pemohon"), _applicant(dossier, revealed=revealed)),
        *((Section(tr("Penerima manfaat"), people, right=str(len(people))),) if people else ()),
        Section(tr("Persyaratan"), tuple(_requirement(item) for item in assessment.items), right=done),
        Section(
            tr("Kertas"),
            tuple(_print(line, dossier.zone) for line in dossier.prints),
            empty=tr("Belum ada yang dicetak untuk berkas ini."),
        ),
    )


def _applicant(dossier: Dossier, *, revealed: bool) -> tuple[Row, ...]:
    case, applicant = dossier.case, dossier.case.applicant
    address = applicant.address
    home = ", ".join(
        part for part in (address.street, _rt_rw(address.rt, address.rw), address.village, address.district) if part
    )
    born = ", ".join(part for part in (applicant.birth_place, _birth(applicant.birth_date, dossier.zone)) if part)
    pairs = (
        (tr("Nama"), applicant.name),
        (tr("Jenis"), tr(words.APPLICANTS[applicant.kind]) if applicant.kind != "person" else ""),
        (tr("NIK"), _number(applicant.nik, revealed) or applicant.no_nik_reason),
        (tr("Nomor KK"), _number(applicant.kk, revealed)),
        (tr("Lahir"), born if revealed else ("••••" if born else "")),
        (tr("Jenis kelamin"), {"L": tr("Laki-laki"), "P": tr("Perempuan")}.get(applicant.sex or "", "")),
        (tr("Telepon/WhatsApp"), show_phone(applicant.phone) if applicant.phone else ""),
        (tr("Narahubung"), applicant.contact),
        (tr("Alamat"), home),
        (tr("Diterima"), words.moment_words(case.received_at, dossier.zone)),
        (
            tr("Nomor rujukan"),
            f"{case.external_reference.system} {case.external_reference.number}" if case.external_reference else "",
        ),
    )
    return tuple(Row(text, label=label) for label, text in pairs if text)


def _requirement(item: Item) -> Row:
    looks: dict[str, tuple[str, Tone]] = {
        "met": ("square-check", "ok"), "missing": ("square", "warn"), "fails": ("circle-x", "bad"),
        "optional": ("square", "quiet"), "not_applicable": ("square-minus", "quiet"), "replaced": ("square", "quiet"),
    }  # fmt: skip
    icon, tone = looks[item.standing]
    said = {
        "missing": tr("belum ada"),
        "fails": tr("tidak terpenuhi"),
        "not_applicable": tr("tidak berlaku"),
        "replaced": tr("diganti berkas lain"),
    }.get(item.standing, "")
    note = item.tick.note if item.tick else ""
    detail = " · ".join(part for part in (said, words.form_words(item.requirement), note) if part)
    number, soft = item.requirement.number or "", item.standing in ("replaced", "not_applicable")
    return Row(item.requirement.text, detail, icon, tone, number=number, depth=item.depth, soft=soft)


def _print(line: Printed, zone: str) -> Row:
    icon, tone, said = PRINT_STATES.get(line.state, ("printer", "quiet", line.state))
    paper = tr(PAPERS.get(line.paper.split(":")[0], line.paper))
    if line.copy > 1:
        paper = tr("{paper}, salinan ke-{copy}", paper=paper, copy=line.copy)
    where = "" if line.state == "saved" else line.printer
    parts = (tr(said), where, words.moment_words(line.asked_at, zone), line.officer, line.reason)
    return Row(paper, " · ".join(part for part in parts if part), icon, tone)


def _number(number: str, revealed: bool) -> str:
    return number if revealed or not number else mask(number)


def _rt_rw(rt: str, rw: str) -> str:
    return " ".join(part for part in (f"RT {rt}" if rt else "", f"RW {rw}" if rw else "") if part)


def _birth(iso: str, zone: str) -> str:
    return words.day_words(f"{iso}T12:00:00+07:00", zone) if iso else ""

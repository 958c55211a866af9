"""One case in words: what stands at the top, and the sections below. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Protocol

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.checklist import Assessment, Item
from desk.domain.fold import Entry
from desk.domain.identity import mask
from desk.domain.intake import Applicant
from desk.domain.offers import Offer
from desk.domain.phone import show_phone
from desk.domain.route import current, normal_way
from desk.domain.tracking import show_code
from desk.domain.worktime import Due
from desk.language import mark, tr
from desk.ui import words
from desk.ui.kit.tokens import Tone


class Printed(Protocol):
    """A line of the print ledger."""

    @property
    def paper(self) -> str: ...  # noqa: D102 (services.ledger says)
    @property
    def printer(self) -> str: ...  # noqa: D102
    @property
    def copy(self) -> int: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def reason(self) -> str: ...  # noqa: D102
    @property
    def officer(self) -> str: ...  # noqa: D102
    @property
    def asked_at(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about one case, fetched in one go on the store's worker."""

    case: Case
    service: Service
    assessment: Assessment
    due: Due | None
    offers: tuple[Offer, ...]
    prints: Sequence[Printed]
    zone: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a section; `label` stands at the left of pairs, `number` before a step."""

    text: str
    detail: str = ""
    icon: str = ""
    tone: Tone = "quiet"
    label: str = ""
    number: str = ""
    strong: bool = False
    depth: int = 0
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, something short at its right, rows."""

    heading: str
    rows: tuple[Row, ...]
    right: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """What the sheet shows.

    Attributes:
        next_step, waiting: what is to be done now, and by whom; the first papers that are waited for.
        promise, why: until when, and the arithmetic.
        actions: what may be done (`domain.route.Action`), each with whether it needs a note.
        warnings: what an officer must know before touching it.
    """

    case_id: str
    number: str
    code: str
    state: str
    name: str
    service: str
    next_step: str
    waiting: tuple[str, ...]
    promise: str
    why: tuple[str, ...]
    actions: Mapping[str, bool]
    warnings: tuple[str, ...]
    sections: tuple[Section, ...]
    can_slip: bool
    can_shortage: bool
    revealed: bool


KINDS: Mapping[str, tuple[str, str]] = {
    "case_registered": ("clipboard-pen", mark("Didaftarkan")),
    "papers_added": ("file-check", mark("Kekurangan diterima")),
    "case_corrected": ("pencil", mark("Data diperbaiki")),
    "step_done": ("check", mark("Langkah selesai")),
    "step_taken_back": ("undo-2", mark("Langkah terakhir dibatalkan")),
    "case_returned": ("undo-2", mark("Dikembalikan kepada pemohon")),
    "case_rejected": ("circle-x", mark("Ditolak")),
    "case_withdrawn": ("ban", mark("Dicabut oleh pemohon")),
    "case_reopened": ("history", mark("Dibuka kembali")),
    "attachment_added": ("paperclip", mark("Lampiran ditambahkan")),
    "attachment_removed": ("trash-2", mark("Lampiran dilepas")),
    "not_duplicate": ("users", mark("Bukan orang yang sama")),
    "case_merged": ("copy", mark("Digabungkan ke berkas lain")),
    "case_absorbed": ("copy", mark("Menerima gabungan berkas lain")),
    "case_released": ("undo-2", mark("Gabungan dilepas lagi")),
    "case_reclassified": ("book-open", mark("Layanan diganti")),
    "clock_paused": ("clock", mark("Hitungan waktu dihentikan")),
    "clock_resumed": ("clock", mark("Hitungan waktu jalan lagi")),
    "disposed": ("send", mark("Disposisi")),
    "received": ("inbox", mark("Diterima pemegangnya")),
    "answered": ("message-circle", mark("Jawaban")),
    "recalled": ("undo-2", mark("Disposisi ditarik kembali")),
    "reassigned": ("users", mark("Dipindahkan ke pejabat lain")),
    "visited": ("map-pin", mark("Kunjungan lapangan")),
    "handed_off": ("arrow-right", mark("Diteruskan ke badan lain")),
    "handed_over": ("user", mark("Diserahkan")),
    "letter_numbered": ("stamp", mark("Nomor surat diisi")),
    "step_recorded": ("pencil", mark("Catatan langkah dilengkapi")),
    "papers_given_back": ("file-text", mark("Berkas asli dikembalikan")),
    "note_added": ("message-square", mark("Catatan")),
    "conflict_settled": ("scale", mark("Perbedaan diselesaikan")),
    "case_destroyed": ("trash-2", mark("Data pribadi dimusnahkan")),
}
PAPERS: Mapping[str, str] = {
    "slip": mark("Tanda terima"),
    "missing": mark("Lembar kekurangan"),
    "checklist": mark("Daftar persyaratan"),
}
PRINT_STATES: Mapping[str, tuple[str, Tone, str]] = {
    "asked": ("clock", "warn", mark("diminta, belum ada kabar dari pencetak")),
    "printed": ("printer", "ok", mark("tercetak")),
    "saved": ("save", "ok", mark("disimpan sebagai PDF")),
    "failed": ("circle-alert", "bad", mark("gagal")),
}
_NAMED, _LINE = 3, 90
"""How many papers a returned file names at its top, and how much of each."""
FLAGS: Mapping[str, str] = {
    "conflict": mark("Ada isian yang berbeda antara dua loket; seseorang harus memilih."),
    "read_only": mark("Berkas ini ditulis oleh Desk yang lebih baru. Perbarui Desk untuk mengubahnya."),
    "destroyed": mark("Data pribadi berkas ini sudah dimusnahkan sesuai jadwal retensi."),
    "waiting_for_events": mark("Sebagian riwayat berkas ini belum tiba dari loket lain."),
}


def detail_of(dossier: Dossier, *, revealed: bool) -> Detail:
    """The case in words; identity numbers masked unless `revealed`."""
    case, service = dossier.case, dossier.service
    actions: dict[str, bool] = {offer.action: "note" in offer.needs for offer in dossier.offers}
    promise, why = _promise(dossier)
    warnings = [tr(FLAGS[flag]) for flag in case.flags if flag in FLAGS]
    if service.sensitive:
        warnings.append(tr("Layanan peka: jangan bacakan atau perlihatkan kepada orang lain."))
    return Detail(
        case_id=case.id,
        number=case.registration_number,
        code=show_code(case.tracking_code),
        state=case.state,
        name=case.applicant.name or tr("Tanpa nama"),
        service=service.title,
        next_step=_next_step(dossier),
        waiting=_waiting(dossier),
        promise=promise,
        why=why,
        actions=actions,
        warnings=tuple(warnings),
        sections=_sections(dossier, revealed=revealed),
        can_slip=case.state in ("open", "completed"),
        can_shortage=case.state == "returned",
        revealed=revealed,
    )


def _next_step(dossier: Dossier) -> str:
    case = dossier.case
    if case.state == "returned":
        return tr("Menunggu pemohon melengkapi:") if dossier.assessment.missing else tr("Menunggu pemohon.")
    steps = current(dossier.service, case)
    if steps:
        return tr("{step} — oleh {actor}", step=steps[0].title, actor=steps[0].actor)
    return {
        "open": tr("Semua langkah sudah dilalui."),
        "completed": tr("Selesai. Tidak ada yang perlu dilakukan."),
        "rejected": tr("Ditolak. Tidak ada yang perlu dilakukan."),
        "withdrawn": tr("Dicabut oleh pemohon."),
        "merged": tr("Digabungkan ke berkas lain."),
    }.get(case.state, "")


def _waiting(dossier: Dossier) -> tuple[str, ...]:
    """The first papers that a returned file waits for, and how many more; all of them stand under Persyaratan."""
    if dossier.case.state != "returned":
        return ()
    found = [dossier.assessment.item(missing) for missing in dossier.assessment.missing]
    texts = [shorten(item.requirement.text, _LINE, placeholder=" …") for item in found if item]
    rest = len(texts) - _NAMED
    more = (tr("dan {count} lagi", count=rest),) if rest > 0 else ()
    return (*(f"• {text}" for text in texts[:_NAMED]), *more)


def _promise(dossier: Dossier) -> tuple[str, tuple[str, ...]]:
    due = dossier.due
    if dossier.case.state != "open":
        ended = words.day_words(dossier.case.completed_at, dossier.zone)
        return (tr("Berakhir {day}", day=ended) if ended else "", ())
    if due is None or due.at is None:
        return tr("Batas waktu tidak ditetapkan"), due.why if due else ()
    moment = words.moment_words(due.at.isoformat(), dossier.zone)
    if due.about:
        return tr("Selesai sekitar {moment}", moment=moment), due.why
    return tr("Selesai paling lambat {moment}", moment=moment), due.why


def _sections(dossier: Dossier, *, revealed: bool) -> tuple[Section, ...]:
    case, assessment = dossier.case, dossier.assessment
    done = tr("{done} dari {total}", done=assessment.done, total=assessment.total)
    sections = [
        Section(tr("Pemohon"), _applicant(case.applicant, dossier, revealed=revealed)),
        Section(tr("Persyaratan"), tuple(_requirement(item) for item in assessment.items), right=done),
        Section(tr("Alur"), _route(dossier), empty=tr("Keputusan tidak menuliskan alur.")),
        Section(
            tr("Kertas"),
            tuple(_print(line, dossier.zone) for line in dossier.prints),
            empty=tr("Belum ada yang dicetak untuk berkas ini."),
        ),
        Section(tr("Riwayat"), tuple(_entry(entry, dossier.zone) for entry in reversed(case.history))),
    ]
    if case.beneficiaries:
        people = tuple(
            Row(
                someone.name,
                " · ".join(part for part in (someone.relation, _number(someone.nik, revealed), someone.note) if part),
                icon="user",
            )
            for someone in case.beneficiaries
        )
        sections.insert(1, Section(tr("Penerima manfaat"), people, right=str(len(people))))
    return tuple(sections)


def _applicant(applicant: Applicant, dossier: Dossier, *, revealed: bool) -> tuple[Row, ...]:
    case, address = dossier.case, applicant.address
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


def _route(dossier: Dossier) -> tuple[Row, ...]:
    case = dossier.case
    way = normal_way(dossier.service)
    here = {step.key for step in current(dossier.service, case)}
    been = {station.step for _, station in case.journey.stations if station is not None} - here
    rows = []
    for place, step in enumerate(way):
        if step.key in here:
            icon, tone, said = "circle-dot", "info", tr("berkas di sini")
        elif step.key in been or place < (case.position or 0) or case.state == "completed":
            icon, tone, said = "circle-check", "ok", ""
        else:
            icon, tone, said = "circle", "quiet", ""
        detail = " · ".join(part for part in (step.actor, said) if part)
        rows.append(Row(step.title, detail, icon, tone, strong=step.key in here))  # type: ignore[arg-type]
    return tuple(rows)


def _print(line: Printed, zone: str) -> Row:
    icon, tone, said = PRINT_STATES.get(line.state, ("printer", "quiet", line.state))
    paper = tr(PAPERS.get(line.paper.split(":")[0], line.paper))
    if line.copy > 1:
        paper = tr("{paper}, salinan ke-{copy}", paper=paper, copy=line.copy)
    where = "" if line.state == "saved" else line.printer
    parts = (tr(said), where, words.moment_words(line.asked_at, zone), line.officer, line.reason)
    return Row(paper, " · ".join(part for part in parts if part), icon, tone)


def _entry(entry: Entry, zone: str) -> Row:
    icon, said = KINDS.get(entry.kind, ("activity", entry.kind))
    who = (
        entry.officer
        if entry.officer == entry.recorder
        else tr("{officer}, dicatat {recorder}", officer=entry.officer, recorder=entry.recorder)
    )
    text = tr(said) if not entry.note else f"{tr(said)}: {entry.note}"
    return Row(text, " · ".join((words.moment_words(entry.at, zone), who)), icon)


def _number(number: str, revealed: bool) -> str:
    return number if revealed or not number else mask(number)


def _rt_rw(rt: str, rw: str) -> str:
    return " ".join(part for part in (f"RT {rt}" if rt else "", f"RW {rw}" if rw else "") if part)


def _birth(iso: str, zone: str) -> str:
    return words.day_words(f"{iso}T12:00:00+07:00", zone) if iso else ""

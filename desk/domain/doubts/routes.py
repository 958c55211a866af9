"""Routes: does anybody receive, check, decide and hand over, and does each step come where it can?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.domain.catalogue import Service, Step
from desk.domain.doubts.doubt import Doubt, quoted
from desk.domain.doubts.reading import normal_way, words

_MOVES = re.compile(
    r"\b(?:diserahkan|disampaikan|dikirim(?:kan)?|diberikan|ditandatangani|menyampaikan|menyerahkan|mengirim(?:kan)?)\b"
)
_DECIDERS = re.compile(r"\b(bupati|wali ?kota|gubernur|menteri)\b", re.IGNORECASE)
_CHANNELS = {
    "box": r"kotak (?:pengaduan|saran)", "email": r"e-?mail|pos-el", "phone": r"telepon|telpon|telp\b",
    "whatsapp": r"whatsapp|\bwa\b", "lapor": r"lapor", "website": r"website|laman\b",
}  # fmt: skip


def no_reception(service: Service) -> Iterator[Doubt]:
    """The route begins with an order from above: nobody takes the application."""
    taking = {"receive", "register", "enter_external", "check"}
    if service.route and not any(step.action in taking for step in service.route):
        first = service.route[0]
        message = f"Alur langsung mulai dari {quoted(first.title)}; tidak disebut siapa yang menerima permohonan."
        yield Doubt(service.id, "route", "no_reception", message, (first.title,))


def no_check(service: Service) -> Iterator[Doubt]:
    """Papers are required, and no step looks at them."""
    checking = {"check", "verify", "visit", "decide"}
    papers = any(entry.kind not in {"condition", "instruction"} for entry in service.requirements)
    inside = [step for step in service.route if not step.external]
    looked = re.compile(r"telaah|memeriksa|pemeriksaan|verifikasi|pengecekan|\bcek\b", re.IGNORECASE)
    checked = any(step.action in checking or looked.search(step.title) for step in service.route)
    if papers and inside and not checked:
        message = "Tidak ada langkah dalam alur yang memeriksa kelengkapan atau kebenaran persyaratan."
        yield Doubt(service.id, "route", "no_check", message, ())


def no_delivery(service: Service) -> Iterator[Doubt]:
    """The route ends without anything reaching the applicant or the next office."""
    way = normal_way(service)
    if not way or any(step.action in {"deliver", "hand_off"} for step in way) or way[-1].action == "enter_external":
        return
    message = f"Alur berakhir pada {quoted(way[-1].title)}; tidak ada langkah yang menyerahkan hasilnya kepada pemohon."
    yield Doubt(service.id, "route", "no_delivery", message, (way[-1].title,))


def office_absent(service: Service) -> Iterator[Doubt]:
    """Only the applicant acts: what the office does is not told."""
    if service.route and all(step.external for step in service.route):
        message = (
            f"Semua langkah dilakukan pihak luar ({', '.join(dict.fromkeys(s.actor for s in service.route))}); tidak ada "
            f"langkah petugas Dinas Sosial."
        )
        yield Doubt(service.id, "route", "office_absent", message, (service.route[-1].title,))


def decider_absent(service: Service) -> Iterator[Doubt]:
    """A higher official is addressed or decides, and no step is theirs."""
    texts = [service.hand_off or "", *(entry.text for entry in service.requirements if entry.kind == "instruction")]
    for text in texts:
        found = _DECIDERS.search(text)
        if found is None:
            continue
        who = found[1].title()
        if not any(found[1].casefold() in step.actor.casefold() for step in service.route) and service.route:
            message = f"Permohonan ditujukan atau diajukan kepada {who}, tetapi tidak ada langkah {who} dalam alur."
            yield Doubt(service.id, "route", "decider_absent", message, (text,))
            return


def repeated_step(service: Service) -> Iterator[Doubt]:
    """Two steps hand over the same thing in the same words."""
    for one, other in zip(service.route, service.route[1:], strict=False):
        pairs = [one] + [step for step in service.route if step.number == one.number and step is not one]
        for step in pairs:
            run = _common_run(step, other)
            if step.number != other.number and len(run) >= 10 and _MOVES.search(" ".join(run)):
                message = (
                    f"Langkah {step.number or '–'} dan {other.number or '–'} menyuruh hal yang sama: "
                    f"{quoted(' '.join(run))}."
                )
                yield Doubt(service.id, "route", "step_repeated", message, (step.title, other.title))
                break


def archived_early(service: Service) -> Iterator[Doubt]:
    """The file is archived, and goes on afterwards."""
    way = normal_way(service)
    for index, step in enumerate(way):
        later = [s for s in way[index + 1 :] if s.action not in {"monitor", "archive"}]
        if later and re.search(r"\bmengarsipkan|diarsipkan|di arsipkan", step.title, re.IGNORECASE):
            message = (
                f"Berkas diarsipkan ({quoted(step.title)}) sebelum selesai: sesudahnya masih {quoted(later[0].title)}."
            )
            yield Doubt(service.id, "route", "archived_before_the_end", message, (step.title, later[0].title))


def drafted_early(service: Service) -> Iterator[Doubt]:
    """The letter is drafted before its data are gathered."""
    way = normal_way(service)
    for index, step in enumerate(way):
        drafted = next((s for s in way[:index] if s.action == "draft"), None)
        if drafted is not None and re.search(r"\b(?:mengumpulkan|pengumpulan)\b.*\bdata\b", step.title, re.IGNORECASE):
            message = f"Konsep disusun ({quoted(drafted.title)}) sebelum datanya dikumpulkan ({quoted(step.title)})."
            yield Doubt(service.id, "route", "drafted_before_data", message, (drafted.title, step.title))


def refused_when_incomplete(service: Service) -> Iterator[Doubt]:
    """An incomplete file is refused, and not sent back to be completed."""
    for step in service.route:
        refused = re.search(r"penolakan|ditolak|menolak", step.title, re.IGNORECASE)
        lacking = re.search(r"(?:belum|tidak) (?:memenuhi kelengkapan|lengkap)", step.title, re.IGNORECASE)
        if refused and lacking and not re.search(r"dikembalikan|dilengkapi", step.title, re.IGNORECASE):
            message = f"Berkas yang belum lengkap ditolak, bukan dikembalikan untuk dilengkapi: {quoted(step.title)}."
            yield Doubt(service.id, "route", "incomplete_is_refused", message, (step.title,))


def channels_in_route(service: Service) -> Iterator[Doubt]:
    """The procedure names ways to complain that the complaint channels don't have."""
    if not re.search(r"pengaduan", service.title, re.IGNORECASE):
        return
    have = {channel.kind for channel in service.complaints}
    for step in service.route[:1]:
        missing = [
            match[0]
            for kind, pattern in _CHANNELS.items()
            if kind not in have and (match := re.search(pattern, step.title, re.IGNORECASE))
        ]
        if missing:
            message = f"Alur menyebut {quoted(', '.join(missing))}, tetapi tidak ada di daftar saluran pengaduan."
            yield Doubt(service.id, "complaints", "channel_only_in_route", message, tuple(missing))


def _common_run(one: Step, other: Step) -> tuple[str, ...]:
    """The longest run of words that two steps have in common."""
    first, second = words(one.title), words(other.title)
    best: tuple[str, ...] = ()
    lengths = [0] * (len(second) + 1)
    for word in first:
        row = [0] * (len(second) + 1)
        for index, candidate in enumerate(second, start=1):
            if word == candidate:
                row[index] = lengths[index - 1] + 1
                if row[index] > len(best):
                    best = second[index - row[index] : index]
        lengths = row
    return best

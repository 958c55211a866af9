"""One case in words: what stands at the top, its acts, its route, and the sections below. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten

from desk.domain.route import current
from desk.domain.tracking import show_code
from desk.language import tr
from desk.services.standing import URGENCY_WORDS, ClockSaid, ClockState, Hand, why_said
from desk.ui.cases import presses
from desk.ui.cases.about_rows import about_sections
from desk.ui.cases.case_words import FLAGS
from desk.ui.cases.dossier import ClockLook, Detail, Dossier, HandLine
from desk.ui.cases.history_rows import history_section
from desk.ui.cases.proceedings_rows import proceedings_sections
from desk.ui.cases.route_story import route_story
from desk.ui.kit.tokens import Tone

_NAMED, _LINE = 3, 90
"""How many papers a returned file names at its top, and how much of each."""
_WHY = 200
"""How much of a note says at the top why a file was returned or refused."""
CLOCKS: Mapping[ClockState, tuple[Tone, str]] = {
    "running": ("ok", "clock"), "soon": ("warn", "triangle-alert"), "late": ("bad", "circle-alert"),
    "stopped": ("quiet", "circle-pause"), "ended": ("ok", "circle-check"), "late_end": ("bad", "circle-alert"),
    "none": ("quiet", "clock"),
}  # fmt: skip
"""Colour and icon of the clock's phrase."""


def detail_of(dossier: Dossier, *, revealed: bool) -> Detail:
    """The case in words; identity numbers masked unless `revealed`."""
    case, service = dossier.case, dossier.service
    warnings = [tr(FLAGS[flag]) for flag in case.flags if flag in FLAGS]
    if service.sensitive:
        warnings.append(tr("Layanan peka: jangan bacakan atau perlihatkan kepada orang lain."))
    tone, icon = CLOCKS[dossier.clock.state]
    return Detail(
        case_id=case.id,
        number=case.registration_number,
        code=show_code(case.tracking_code),
        state=case.state,
        name=case.applicant.name or tr("Tanpa nama"),
        service=service.title,
        next_step=_next_step(dossier),
        step_time=dossier.step_time,
        waiting=_waiting(dossier),
        hands=tuple(_hand(hand) for hand in dossier.hands),
        clock=ClockLook(dossier.clock.words, _beside(dossier.clock), tone, icon),
        why=dossier.why,
        first=presses.first(dossier),
        likely=presses.likely(dossier),
        groups=presses.groups(dossier),
        warnings=tuple(warnings),
        route=route_story(service, case, dossier.spent),
        sections=(
            *proceedings_sections(dossier),
            *about_sections(dossier, revealed=revealed),
            history_section(dossier),
        ),
        can_slip=case.state in ("open", "completed"),
        can_shortage=case.state == "returned",
        can_given_back=bool(case.originals_kept or case.proceedings.given_back),
        can_disposition=dossier.offer("dispose") is not None,
        revealed=revealed,
    )


def _beside(clock: ClockSaid) -> str:
    """What stands beside the clock's chip."""
    return " · ".join(part for part in (clock.detail, clock.until) if part)


def _next_step(dossier: Dossier) -> str:
    case = dossier.case
    if why := _why(dossier):
        return why
    if case.state == "returned":
        return tr("Menunggu pemohon melengkapi:") if dossier.assessment.missing else tr("Menunggu pemohon.")
    awaited = case.movement.waited_for
    if case.state == "open" and awaited:
        return tr("Menunggu jawaban {desks}", desks=", ".join(awaited))
    steps = current(dossier.service, case)
    if steps:
        return steps[0].title
    return {
        "open": tr("Semua langkah sudah dilalui."),
        "completed": tr("Selesai."),
        "rejected": tr("Ditolak."),
        "withdrawn": tr("Dicabut oleh pemohon."),
    }.get(case.state, "")


def _why(dossier: Dossier) -> str:
    """Why it was returned or ended, where that was written; the whole of a long note stands in the history."""
    case = dossier.case
    said = why_said(case, dossier.others.get(case.merged_into or "", ""))
    return shorten(said, _WHY, placeholder=" …") if said else ""


def _waiting(dossier: Dossier) -> tuple[str, ...]:
    """The first papers that a returned file waits for, and how many more; all of them stand under Persyaratan."""
    if dossier.case.state != "returned":
        return ()
    found = [dossier.assessment.item(missing) for missing in dossier.assessment.missing]
    texts = [shorten(item.requirement.text, _LINE, placeholder=" …") for item in found if item]
    rest = len(texts) - _NAMED
    # Where the note of the return stands on top, what is waited for needs its own words.
    lead = (tr("Menunggu pemohon melengkapi:"),) if texts and dossier.case.reason else ()
    more = (tr("dan {count} lagi", count=rest),) if rest > 0 else ()
    return (*lead, *(f"• {text}" for text in texts[:_NAMED]), *more)


def _hand(hand: Hand) -> HandLine:
    parts = [hand.instruction]
    if hand.urgency != "biasa":
        parts.append(tr(URGENCY_WORDS[hand.urgency]))
    if hand.deadline:
        late = tr("lewat batas {day}", day=hand.deadline)
        parts.append(late if hand.late else tr("sampai {day}", day=hand.deadline))
    if not hand.seen:
        parts.append(tr("belum tercatat diterima"))
    parts += hand.remarks
    tone: Tone = "bad" if hand.late else "warn" if hand.urgency == "sangat_segera" else "quiet"
    icon = "user" if hand.slot == "P" else "inbox"
    return HandLine(hand.said, " · ".join(part for part in parts if part), tone, icon)

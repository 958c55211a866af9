"""A file's way as its history tells it: which steps are done, where it is, what it did beside its route. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.domain.case import Case
from desk.domain.catalogue import Service, Step, StepAction
from desk.domain.movement import Disposition, HandOff
from desk.domain.route import TO_THE_APPLICANT, current_step, following, normal_way, step_of, taken_in
from desk.language import mark, tr
from desk.ui.cases.case_words import DISPOSITION_STATES
from desk.ui.cases.route_drawing import Loop, Route, Standing, Stop
from desk.ui.words import branch_words

ACTION_WORDS: Mapping[StepAction, str] = {
    "receive": mark("Terima"), "check": mark("Periksa"), "register": mark("Catat"), "dispose": mark("Disposisi"),
    "verify": mark("Verifikasi"), "visit": mark("Kunjungan"), "report": mark("Laporan"), "draft": mark("Konsep"),
    "initial": mark("Paraf"), "sign": mark("Tanda tangan"), "enter_external": mark("Isi sistem"),
    "hand_off": mark("Teruskan"), "decide": mark("Putuskan"), "deliver": mark("Serahkan"), "monitor": mark("Pantau"),
    "archive": mark("Arsip"),
}  # fmt: skip
"""What is done at a step, short enough to stand under its station."""

_STANDINGS: Mapping[Standing, str] = {
    "done": mark("selesai"), "now": mark("sekarang"), "stopped": mark("berhenti di sini"), "ahead": mark("belum"),
    "passed_by": mark("dilewati"),
}  # fmt: skip
_ENDS: Mapping[str, str] = {
    "completed": mark("Selesai"), "rejected": mark("Ditolak"), "withdrawn": mark("Dicabut"), "merged": mark("Digabungkan"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Way:
    """What of the way has been walked."""

    here: str
    been: frozenset[str]
    ahead: frozenset[str]
    ended: str


def route_story(service: Service, case: Case, times: Mapping[str, str]) -> Route:
    """The route of the case's service with the file on it; `times` says how long it was at each step, by its key."""
    way = normal_way(service)
    keys = [step.key for step in way]
    walked = _walked(service, case, way)
    stops = [_stop(service, case, step, str(place), len(way), walked, times) for place, step in enumerate(way, 1)]
    stops.append(_end(case))
    sides = {
        step.key: tuple(_side(service, case, step.key, branch.when or "", branch.to, keys, walked, times) for branch in step.next
                        if branch.when is not None and branch.when not in TO_THE_APPLICANT)
        for step in way
    }  # fmt: skip
    return Route(tuple(stops), {key: side for key, side in sides.items() if side})


def _walked(service: Service, case: Case, way: Sequence[Step]) -> _Way:
    here = current_step(service, case)
    been = {station.step for _, station in case.journey.stations if station is not None and station.step}
    if case.complete_at is not None:
        been |= {step.key for step in way[: taken_in(tuple(way))]}
    if case.position is not None:  # of the first house, which counted steps
        been |= {step.key for step in way[: case.position]}
    ended = case.state if case.state in _ENDS else ""
    if here is None and case.state == "returned":
        here = way[0]
    ahead: list[str] = []
    step = following(service, here) if here is not None else None
    while step is not None and step.key not in ahead:
        ahead.append(step.key)
        step = following(service, step)
    return _Way(here.key if here else "", frozenset(been), frozenset(ahead), ended)


def _standing(key: str, way: _Way) -> Standing:
    if key == way.here:
        return "stopped" if way.ended else "now"
    if key in way.ahead:
        return "ahead"
    return "done" if key in way.been else "passed_by"


def _stop(service: Service, case: Case, step: Step, number: str, of: int, way: _Way, times: Mapping[str, str]) -> Stop:
    standing = _standing(step.key, way)
    loops = _loops(case, step.key) if standing != "ahead" else ()
    if standing == "now" and case.state == "returned":
        loops = (*loops, Loop(tr("Dikembalikan: pada pemohon"), here=True, outside=True))
    here = standing == "now" and not any(loop.here for loop in loops)
    time = times.get(step.key, "")
    place = (
        tr("Langkah {number} dari {count}", number=number, count=of) if number else tr("Langkah di luar jalur biasa")
    )
    who = (
        tr("oleh {actor} (di luar dinas)", actor=step.actor) if step.external else tr("oleh {actor}", actor=step.actor)
    )
    said = [tr(_STANDINGS[standing])]
    said += [tr("berkas di sini")] if here else []
    said += [tr("lamanya {time}", time=time)] if time else []
    said += [loop.words for loop in loops]
    return Stop(
        step.key, "step", number, tr(ACTION_WORDS[step.action]), step.actor, standing,
        f"{place}: {step.title} · {who} · {' · '.join(said)}", time, step.external, here,
        any(branch.when not in (None, *TO_THE_APPLICANT) for branch in step.next), loops,
    )  # fmt: skip


def _end(case: Case) -> Stop:
    ended = _ENDS.get(case.state)
    word = tr(ended or "Selesai")
    said = tr("Akhir alur: {word}", word=word) if ended else tr("Akhir alur, belum sampai")
    standing: Standing = "done" if case.state == "completed" else "stopped" if ended else "ahead"
    return Stop("", "end", "", word, "", standing, said, here=bool(ended) and case.movement.station is None)


def _side(
    service: Service,
    case: Case,
    origin: str,
    when: str,
    to: str,
    way: Sequence[str],
    walked: _Way,
    times: Mapping[str, str],
) -> tuple[Stop, ...]:
    """A branch: its fork, its own steps, and where it comes back to the way."""
    steps: list[Step] = []
    step = step_of(service, to)
    while step is not None and step.key not in way and step not in steps:
        steps.append(step)
        step = following(service, step)
    taken = any(_standing(one.key, walked) in ("done", "now", "stopped") for one in steps)
    said, back = tr("Cabang bila {case}", case=branch_words(when)), ""
    if step is not None and step.key in way:
        place = way.index(step.key) + 1
        back = tr("→ {number} {word}", number=place, word=tr(ACTION_WORDS[step.action]))
        said = tr("{branch}, lalu ke langkah {number}", branch=said, number=place)
    word = tr("bila {case}", case=branch_words(when))
    fork = Stop(f"{origin}:{when}>{to}", "fork", "", word, back, "done" if taken else "ahead", said)
    return (fork, *(_stop(service, case, one, "", len(way), walked, times) for one in steps))


def _loops(case: Case, key: str) -> tuple[Loop, ...]:
    """What went out from that step beside the route, in the order in which it is known."""
    pending = {one.id for one in case.movement.pending} if case.state == "open" else set()
    sent = [
        _disposition_loop(one, here=one.id in pending)
        for one in case.movement.dispositions
        if one.step == key and not one.moved and one.state != "recalled"
    ]
    outside = [
        _outside_loop(one, here=one.state == "waiting" and case.state == "open")
        for one in case.movement.hand_offs
        if one.step == key and not one.moved
    ]
    return (*sent, *outside)


def _disposition_loop(one: Disposition, *, here: bool) -> Loop:
    return Loop(tr("Disposisi kepada {desk}: {state}", desk=one.to, state=tr(DISPOSITION_STATES[one.state])), here)


def _outside_loop(one: HandOff, *, here: bool) -> Loop:
    state = tr("menunggu jawaban") if one.state == "waiting" else tr(DISPOSITION_STATES[one.state])
    return Loop(tr("Diteruskan ke {body}: {state}", body=one.body, state=state), here, outside=True)

"""Who does it: executors against the route and the SOP, and their number against their list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.domain.catalogue import Service, Sop
from desk.domain.doubts.doubt import Doubt, listed, quoted
from desk.domain.doubts.reading import words

_SAME = (
    (r"\bkadis\b|\bkepala dinas(?: sosial)?\b", "kepaladinas"),
    (r"\bkabid\b|\bkepala bidang\b", "kepalabidang"),
    (r"\bkasi\b|\bkepala seksi\b|\bkasubid\b", "kepalaseksi"),
    (r"\bjabfung\b|\bjf\b|\bjabatan fungsional\b|\bpekerja sosial\b|\bpeksos\b", "peksos"),
    (r"\bsekretaris(?: dinas)?\b", "sekretaris"),
    (r"\bfront office\b|\bfo\b", "frontoffice"),
    (r"\bback office\b", "backoffice"),
    (r"\bverifikator\b|\btim verifikasi\b", "verifikator"),
    (r"\b(?:taruna siaga bencana|anggota tagana)\b", "tagana"),
)
_EMPTY = frozenset(
    "petugas orang tnp pns thl anak sosial dinas dan bidang anggota data rehabilitasi pemberdayaan".split()
)
_COLLECTIVE = re.compile(r"(?:dinas sosial|petugas|tim|staf)", re.IGNORECASE)
_UNIT = re.compile(r"^(?:dinas|bidang|bagian umum)\b", re.IGNORECASE)
_COUNT = re.compile(r"(\d+)\s*(?:\([^)]*\)\s*)?orang", re.IGNORECASE)
_NEXT_PERSON = re.compile(
    r"\s*(?:,|\bdan\b|/(?=sekretaris|kepala))\s*(?=(?:kepala|kasi|kabid|kadis|staf|anggota|petugas|peksos|pekerja|penyuluh|tim|sekretaris|"
    r"camat|bupati|operator|admin|jabfung|tagana|tks|sakti)\b)",
    re.IGNORECASE,
)
_BY = re.compile(r"\(pelaksana:\s*([^)]*)\)", re.IGNORECASE)


def persons(actor: str) -> tuple[str, ...]:
    """The officials that an actor stands for: 'Kepala Seksi, Staf dan Anggota Tagana' is three."""
    return tuple(part.strip() for part in _NEXT_PERSON.split(actor))


def role(actor: str) -> frozenset[str]:
    """What an official is called, short forms made equal: 'Kabid Linjamsos' has ``kepalabidang``."""
    text = " ".join(words(actor.replace("/", " ")))
    for pattern, name in _SAME:
        text = re.sub(pattern, name, text)
    return frozenset(text.split()) - _EMPTY


def not_in_list(service: Service) -> Iterator[Doubt]:
    """Officials act in the route who are not among the executors, or executors never act."""
    listed_roles = [role(name) for name in service.executors.roles]
    if not listed_roles or all(step.external for step in service.route):
        return
    acting = _acting(service)
    missing = [name for name in acting if not _UNIT.search(name) and not _matches(name, listed_roles)]
    everyone = [role(step.actor) | role(step.title) for step in service.route]
    collective = any(_COLLECTIVE.fullmatch(step.actor) for step in service.route)
    idle = [name for name in service.executors.roles if not collective and not _matches(name, everyone)]
    if missing:
        message = f"Dalam alur bekerja {listed(missing)}, tetapi tidak tercantum sebagai pelaksana."
        yield Doubt(service.id, "executors", "role_not_among_executors", message, tuple(missing))
    if idle:
        message = f"Pelaksana {listed(quoted(name) for name in idle)} tidak muncul dalam alur."
        yield Doubt(service.id, "executors", "executor_not_in_route", message, tuple(idle))


def too_few(service: Service) -> Iterator[Doubt]:
    """Fewer executors than officials in the route or columns in the SOP."""
    executors = service.executors
    if executors.count is None or executors.roles:
        return
    people = {frozenset(role(name)) or frozenset({name}): name for name in _acting(service) if not _unit(name)}
    if len(people) > executors.count:
        message = (
            f"Jumlah pelaksana {quoted(executors.printed or str(executors.count))}, tetapi dalam alur bekerja "
            f"{len(people)}: {listed(people.values())}."
        )
        yield Doubt(service.id, "executors", "fewer_executors_than_actors", message, (executors.printed or "",))
        return
    for sop in service.sop:
        columns = _columns(sop)
        if len(columns) > executors.count + 1:
            message = (
                f"Jumlah pelaksana {quoted(executors.printed or str(executors.count))}, tetapi SOP {quoted(sop.title)} "
                f"menyebut {len(columns)} pelaksana."
            )
            yield Doubt(service.id, "executors", "fewer_executors_than_actors", message, (executors.printed or "",))
            return


def count_differs(service: Service) -> Iterator[Doubt]:
    """The printed number of executors is not the number of those listed."""
    executors = service.executors
    printed = executors.printed or ""
    counts = [int(number) for number in _COUNT.findall(printed)]
    total = executors.count
    if total is None or not executors.roles:
        return
    found = sum(counts) if len(counts) > 1 else len(executors.roles)
    if counts and found != total:
        message = f"Jumlah pelaksana tertulis {total} orang, sedangkan yang disebut {found}: {quoted(printed)}."
        yield Doubt(service.id, "executors", "executor_count_differs", message, (printed,))


def applicant_among_them(service: Service) -> Iterator[Doubt]:
    """Whoever applies is counted as an executor."""
    for name in service.executors.roles:
        step = next((s for s in service.route[:1] if s.external and role(s.actor) == role(name)), None)
        if step is not None:
            message = f"{quoted(name)} dihitung sebagai pelaksana, padahal pemohonnya: {quoted(step.title)}."
            yield Doubt(service.id, "executors", "applicant_among_executors", message, (name,))


def _acting(service: Service) -> list[str]:
    """The officials of the office who act in the route, once each."""
    found: dict[frozenset[str], str] = {}
    for step in service.route:
        if step.external:
            continue
        for name in persons(step.actor):
            if role(name) and not role(name) <= {"pemohon"}:
                found.setdefault(role(name), name)
    return list(found.values())


def _unit(name: str) -> bool:
    return _UNIT.search(name) is not None and not re.match(r"bagian umum", name, re.IGNORECASE)


def _matches(name: str, roles: list[frozenset[str]]) -> bool:
    own = role(name)
    return not own or any(own & other for other in roles)


def _columns(sop: Sop) -> tuple[str, ...]:
    printed = _BY.search(sop.title)
    return tuple(part.strip() for part in printed[1].split(";")) if printed else ()

"""The office's desks: those that its pack implies, with the office's own document over them; found by what is typed.

Every actor of a service's route is a desk; so are a head, a secretary, a front office, and a head of every division
that a service names, for an office has them whether or not a decree lets them act; and the office itself, where it is
nobody's in particular.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from desk.domain.catalogue import Office
from desk.domain.errors import NotFound, Refused
from desk.domain.intake_reader import sayable
from desk.domain.movement import OFFICE
from desk.domain.positions import Position, PositionKind, division_name, kind_of, position_of
from desk.domain.spelling import fold, words
from desk.domain.staffing import Staffing

APPLICANTS = frozenset({"Pemohon", "Pelapor", "Calon penerima bantuan sosial", "Penerima bantuan sosial"})
"""External actors that are no body but the applicant."""

_HOUSE_WIDE: frozenset[PositionKind] = frozenset({"head", "secretary", "counter"})
_RANK: tuple[PositionKind, ...] = (
    "head", "secretary", "division_head", "section_head", "functional", "operator", "staff", "counter", "team", "outside",
)  # fmt: skip
_ADDRESSED = re.compile(r"(?:(?:plt|plh|pj|yth|sdr|bapak|ibu)\b\.?\s+)+", re.IGNORECASE)
"""What stands before a title without changing whose desk it is."""

_NEAR = 6
"""How many near ones a refusal lists."""


@dataclass
class _Draft:
    """A desk while the routes are read."""

    title: str
    role: str
    kind: PositionKind
    divisions: list[str | None] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def positions_of(office: Office, document: Staffing) -> tuple[Position, ...]:
    """Every position in the office's order: head, secretary, their staff, the divisions, the counter, teams, outside."""
    own = {position.id: position for position in document.positions}
    found: dict[str, Position] = {}
    for draft in _implied(office).values():
        derived = _position(draft, office, found)
        found[derived.id] = _laid_over(derived, own.get(derived.id))
    for position in document.positions:
        found.setdefault(position.id, position)
    divisions = list(dict.fromkeys(p.division for p in found.values() if p.division))
    ordered = sorted(found.values(), key=lambda position: _place(position, divisions))
    return tuple(_with_either(position, ordered) for position in ordered)


def position_id(title: str) -> str:
    """An id made of a title: ``kepala-bidang-rehabilitasi-sosial``."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower())) or "jabatan"


def find(positions: Sequence[Position], text: str) -> Position:
    """The one position that `text` means: an id, a title, a role, an abbreviation, an old title, or words of them.

    Raises:
        NotFound: nothing is called so. Refused: several may be meant. Both name the near ones.
    """
    for fits in _readings(text):
        found = [position for position in positions if fits(position)]
        standing = [position for position in found if position.retired is None] or found
        if len(standing) == 1:
            return standing[0]
        if standing:
            template = "'{text}' bisa berarti beberapa jabatan: {near}. Tulis lebih lengkap."
            near = _listed([position.title for position in standing])
            raise Refused("position_ambiguous", template, field="position", text=sayable(text), near=near)
    close = _nearest(positions, text)
    if not close:
        template = "Jabatan '{text}' tidak ada di dinas ini; lihat daftar jabatan."
        raise NotFound("position_unknown", template, field="position", text=sayable(text))
    template = "Jabatan '{text}' tidak ada di dinas ini. Yang mirip: {near}."
    raise NotFound("position_unknown", template, field="position", text=sayable(text), near=_listed(close))


def titled(positions: Sequence[Position], title: str) -> Position | None:
    """The position of exactly that title, or that had it: what a file's facts name."""
    for position in positions:
        if position.title == title or title in position.names:
            return position
    return None


def desks_of(position: Position, positions: Sequence[Position]) -> tuple[Position, ...]:
    """The position and the desks that it shares: what waits for *Kepala Dinas/Sekretaris* waits for the secretary."""
    return (position, *(other for other in positions if position.id in other.either))


def _implied(office: Office) -> dict[str, _Draft]:
    drafts: dict[str, _Draft] = {}

    def add(actor: str, division: str | None, *, external: bool = False) -> None:
        title = actor if external else position_of(actor, division)
        key = f"{external}{title}"
        draft = drafts.setdefault(key, _Draft(title, actor, kind_of(title, external=external)))
        if (name := division_name(division)) not in draft.divisions:
            draft.divisions.append(name)
        if actor not in (title, *draft.names):
            draft.names.append(actor)

    for actor in ("Kepala Dinas", "Sekretaris", "Petugas Front Office", OFFICE):
        add(actor, None)
    for service in office.services:
        if service.division:
            add("Kepala Bidang", service.division)
        for step in service.route:
            if step.actor not in APPLICANTS:
                add(step.actor, service.division, external=step.external)
        if not service.route:
            add(OFFICE, service.division)
    return drafts


def _position(draft: _Draft, office: Office, taken: dict[str, Position]) -> Position:
    identity, count = position_id(draft.title), 1
    while (numbered := identity if count == 1 else f"{identity}-{count}") in taken:
        count += 1
    one_division = len(draft.divisions) == 1 and draft.kind not in {*_HOUSE_WIDE, "outside"}
    names = list(draft.names)
    short = office.name.removesuffix(office.region).strip() or office.name
    signs_as = f"Kepala {short}" if draft.title == "Kepala Dinas" else ""
    if draft.kind in ("head", "secretary") and "/" not in draft.title:
        word = draft.title.split()[0]
        names += [f"{word} {short}", f"{word} {office.name}"]
    return Position(
        id=numbered,
        title=draft.title,
        role=draft.role,
        division=draft.divisions[0] if one_division else None,
        kind=draft.kind,
        signs_as=signs_as,
        names=tuple(names),
    )


def _laid_over(derived: Position, own: Position | None) -> Position:
    if own is None:
        return derived
    names = dict.fromkeys((*derived.names, derived.title, *(former.title for former in own.former)))
    names.pop(own.title, None)
    return replace(own, names=tuple(names))


def _with_either(position: Position, positions: Sequence[Position]) -> Position:
    """*Kepala Dinas/Sekretaris* is the desk of either, where both are desks."""
    parts = [part.strip() for part in re.split(r"/| dan ", position.title)]
    if len(parts) < 2 or position.kind == "outside":
        return position
    ids = {other.title: other.id for other in positions if other is not position}
    return replace(position, either=tuple(ids[part] for part in parts if part in ids))


def _place(position: Position, divisions: Sequence[str]) -> tuple[int, int, int]:
    """Head, secretary, desks of the whole house, the divisions one by one, counter, teams, outside."""
    rank = _RANK.index(position.kind)
    groups: dict[PositionKind, int] = {"head": 0, "secretary": 1, "outside": 6}
    if position.kind in groups:
        return groups[position.kind], 0, rank
    if position.division:
        return 3, divisions.index(position.division), rank
    return {"counter": 4, "team": 5}.get(position.kind, 2), 0, rank


def _readings(text: str) -> Iterator[Callable[[Position], bool]]:
    """Ways to understand a text, the strictest first; the first that fits any position is taken."""
    plain = _ADDRESSED.sub("", text.strip())
    folded, spelt_out = fold(plain), position_of(plain, None)
    if not folded:
        return
    yield lambda position: position.id == plain or fold(position.title) == folded
    yield lambda position: fold(position.title) == fold(spelt_out)
    said = {folded, fold(spelt_out)}
    yield lambda position: not said.isdisjoint(fold(name) for name in (position.role, *position.names))
    sought = [(words(word), words(position_of(word, None))) for word in plain.split()]
    yield lambda position: _has_words(position, sought)


def _has_words(position: Position, sought: Sequence[tuple[tuple[str, ...], ...]]) -> bool:
    """Whether each word sought, as it is or spelt out, begins words that the position is called by."""
    division = (position.division or "").removeprefix("Bidang ")
    called = words(" ".join((position.title, position.role, division, *position.names)))

    def begun(one: str) -> bool:
        return any(word.startswith(one) for word in called)

    return position.retired is None and all(any(all(map(begun, way)) for way in ways) for ways in sought)


def _nearest(positions: Sequence[Position], text: str) -> list[str]:
    titles = {fold(position.title): position.title for position in positions if position.retired is None}
    close = get_close_matches(fold(position_of(text, None)), titles, n=_NEAR, cutoff=0.6)
    if close:
        return [titles[one] for one in close]
    sought = [word for word in words(text) if len(word) > 3]
    return [title for folded, title in titles.items() if any(word in folded for word in sought)][:_NEAR]


def _listed(titles: Sequence[str]) -> str:
    more = f", … ({len(titles)})" if len(titles) > _NEAR else ""
    return ", ".join(titles[:_NEAR]) + more

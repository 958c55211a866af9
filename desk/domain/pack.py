"""Reading a pack: plain JSON values in, frozen catalogue values out, every error naming file and field.

A pack is data that an office edits, so a typo must be found where it stands: unknown keys, wrong types, unknown
choices and dangling references are refused with the path to them (``requirements[6].parts[2].kind``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desk.domain import catalogue as c
from desk.domain.errors import Refused
from desk.domain.regions import is_region_code

T = TypeVar("T")


class PackError(Refused):
    """A pack file is wrong; `file` and `path` say where."""

    def __init__(self, file: str, path: str, problem: str) -> None:
        place = f"{file}: {path}" if path else file
        sentence = "Paket layanan keliru di {place}: {problem}."
        super().__init__("pack_invalid", sentence, field=path or None, place=place, problem=problem)


class Reader:
    """Takes the keys of one JSON object, each once, and refuses what it was not asked for."""

    def __init__(self, raw: object, file: str, path: str = "") -> None:
        self.file, self.path = file, path
        if not isinstance(raw, dict):
            raise self.error("", "di sini harus ada objek { … }")
        self.raw = cast("dict[str, Any]", raw)
        self.taken: set[str] = set()

    def error(self, key: str, problem: str) -> PackError:
        """The error to raise for `key` of this object."""
        return PackError(self.file, ".".join(part for part in (self.path, key) if part), problem)

    def take(self, key: str, kind: type[T], *, default: object = ...) -> T:
        """The value of `key`, of exactly that type; `default` where it is absent."""
        self.taken.add(key)
        if key not in self.raw:
            if default is ...:
                raise self.error(key, "wajib ada, tetapi tidak ditulis")
            return cast("T", default)
        value = self.raw[key]
        is_flag = type(value) is bool  # which Python counts among the integers
        if not isinstance(value, kind) or is_flag is not (kind is bool):
            raise self.error(key, f"{value!r} bukan {_KIND_NAMES[kind]}")
        return value

    def text(self, key: str) -> str:
        """A non-empty text."""
        value = self.take(key, str)
        if not value.strip():
            raise self.error(key, "tidak boleh kosong")
        return value

    def optional_text(self, key: str) -> str | None:
        """A text, or None where the key is absent or null."""
        self.taken.add(key)
        return None if self.raw.get(key) is None else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; absent is empty."""
        values = self.take(key, list, default=[])
        for index, value in enumerate(values):
            if not isinstance(value, str) or not value.strip():
                raise self.error(f"{key}[{index}]", f"{value!r} bukan teks")
        return tuple(values)

    def choice(self, key: str, literal: object, *, default: object = ...) -> Any:
        """One of a Literal's words."""
        value = self.take(key, str, default=default)
        allowed = c.type_choices(literal)
        if value not in allowed:
            raise self.error(key, f"{value!r} tidak dikenal; yang ada: {', '.join(allowed)}")
        return value

    def optional_choice(self, key: str, literal: object) -> Any:
        """One of a Literal's words, or None."""
        self.taken.add(key)
        return None if self.raw.get(key) is None else self.choice(key, literal)

    def list_of(self, key: str, parse: Callable[[Reader], T]) -> tuple[T, ...]:
        """A list of objects; absent is empty."""
        values = self.take(key, list, default=[])
        return tuple(self.child(value, f"{key}[{index}]", parse) for index, value in enumerate(values))

    def optional(self, key: str, parse: Callable[[Reader], T]) -> T | None:
        """One object, or None."""
        self.taken.add(key)
        return None if self.raw.get(key) is None else self.child(self.raw[key], key, parse)

    def child(self, raw: object, key: str, parse: Callable[[Reader], T]) -> T:
        """Parse the object at `key`, leaving no key of it unread."""
        reader = Reader(raw, self.file, f"{self.path}.{key}" if self.path else key)
        value = parse(reader)
        reader.finish()
        return value

    def finish(self) -> None:
        """Refuse keys that nothing asked for: they are typos."""
        for key in self.raw:
            if key not in self.taken:
                raise self.error(key, "kunci ini tidak dikenal (salah ketik?)")


_KIND_NAMES: Mapping[type, str] = {
    str: "teks",
    int: "bilangan bulat",
    bool: "true/false",
    list: "daftar [ … ]",
    dict: "objek { … }",
}


def read_service(raw: object, file: str, *, office: str, order: int, content: bytes) -> c.Service:
    """One service from its file's JSON value; `content` is the file's bytes, whose hash a case pins."""
    r = Reader(raw, file)
    service = c.Service(
        id=f"{office}/{order:02d}",
        office=office,
        order=order,
        title=r.text("title"),
        division=r.optional_text("division"),
        requirements=r.list_of("requirements", _requirement),
        duration=r.optional("duration", _duration),
        fee=r.take("fee", int),
        product=r.text("product"),
        products=r.list_of("products", _product),
        route=r.list_of("route", _step),
        field_visit=r.take("field_visit", bool),
        returns_incomplete=r.take("returns_incomplete", bool),
        can_reject=r.take("can_reject", bool),
        hand_off=r.optional_text("hand_off"),
        complaints=r.list_of("complaints", _channel),
        legal_basis=r.list_of("legal_basis", _citation),
        facilities=r.texts("facilities"),
        competence=r.texts("competence"),
        oversight=r.texts("oversight"),
        executors=r.optional("executors", _executors) or c.Executors(None, (), None),
        assurance=r.texts("assurance"),
        safety=r.texts("safety"),
        evaluation=r.texts("evaluation"),
        sop=r.list_of("sop", _sop),
        corrections=r.list_of("corrections", _correction),
        source=r.child(r.take("source", dict), "source", _source),
        keywords=r.texts("keywords"),
        applicants=_applicants(r),
        sensitive=r.optional_text("sensitive"),
        questions=r.list_of("questions", lambda q: c.Question(q.text("key"), q.text("text"))),
        hash=hashlib.sha256(content).hexdigest(),
    )
    r.finish()
    if service.fee < 0:
        raise r.error("fee", f"{service.fee} kurang dari 0")
    _check_references(service, r)
    return service


def read_office(raw: object, file: str, *, slug: str, services: tuple[c.Service, ...]) -> c.Office:
    """An office from its ``office.json``."""
    r = Reader(raw, file)
    office = c.Office(
        slug=slug,
        name=r.text("name"),
        region=r.text("region"),
        region_type=r.choice("region_type", c.RegionType),
        region_code=r.text("region_code"),
        province=r.text("province"),
        timezone=_timezone(r),
        city=r.text("city"),
        address=r.text("address"),
        phone=r.optional_text("phone"),
        email=r.optional_text("email"),
        website=r.optional_text("website"),
        decree=r.optional("decree", lambda d: c.Decree(d.text("number"), d.optional_text("date"))),
        head=r.optional("head", lambda h: c.Head(h.text("name"), h.optional_text("nip"), h.optional_text("rank"))),
        motto=r.optional_text("motto"),
        pledge=r.texts("pledge"),
        complaint_channels=r.list_of("complaint_channels", _channel),
        letterhead=r.texts("letterhead"),
        services=services,
        region_names=r.child(r.take("region_names", dict, default={}), "region_names", _region_names),
    )
    r.finish()
    return office


def read_documents(raw: object, file: str) -> tuple[c.DocumentType, ...]:
    """The registry of document types from ``documents.json``."""
    r = Reader(raw, file)
    documents = r.list_of("documents", _document)
    r.finish()
    seen: set[str] = set()
    for index, document in enumerate(documents):
        if document.id in seen:
            raise r.error(f"documents[{index}].id", f"{document.id!r} sudah dipakai")
        seen.add(document.id)
    return documents


def _region_names(r: Reader) -> Mapping[str, str]:
    for code in r.raw:
        if not is_region_code(code):
            raise r.error(code, f"{code!r} bukan kode wilayah, misalnya 35.14")
    return {code: r.text(code) for code in r.raw}


def _timezone(r: Reader) -> str:
    name = r.text("timezone")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise r.error("timezone", f"{name!r} bukan nama zona waktu, misalnya Asia/Jakarta") from None
    return name


def _applicants(r: Reader) -> tuple[c.ApplicantKind, ...]:
    kinds = r.texts("applicants") or c.APPLICANT_KINDS
    for kind in kinds:
        if kind not in c.APPLICANT_KINDS:
            raise r.error("applicants", f"{kind!r} tidak dikenal; yang ada: {', '.join(c.APPLICANT_KINDS)}")
    return cast("tuple[c.ApplicantKind, ...]", kinds)


def _value(r: Reader, key: str) -> c.RuleValue:
    r.taken.add(key)
    value = r.raw.get(key)
    if isinstance(value, list):
        return tuple(value)
    if value is None or isinstance(value, (bool, int, str)):
        return value
    raise r.error(key, f"{value!r} bukan nilai aturan")


def _requirement(r: Reader) -> c.Requirement:
    return c.Requirement(
        id=r.text("id"),
        number=r.optional_text("number"),
        text=r.text("text"),
        kind=r.choice("kind", c.RequirementKind),
        document=r.optional_text("document"),
        form=r.optional_choice("form", c.PaperForm),
        copies=r.take("copies", int, default=1),
        stamp_duty=r.take("stamp_duty", bool, default=False),
        mandatory=r.take("mandatory", bool, default=True),
        issuer=r.optional_text("issuer"),
        applies_when=r.optional(
            "applies_when", lambda t: c.Test(t.text("field"), t.choice("op", c.RuleOp), _value(t, "value"))
        ),
        any_of=r.texts("any_of"),
        rule=r.optional(
            "rule",
            lambda t: c.Rule(t.text("kind"), t.text("field"), t.choice("op", c.RuleOp), _value(t, "value")),
        ),
        parts=r.list_of("parts", _requirement),
    )


def _duration(r: Reader) -> c.Duration:
    duration = c.Duration(
        min=r.take("min", int),
        max=r.take("max", int),
        unit=r.choice("unit", c.DurationUnit),
        bound=r.choice("bound", c.Bound),
        basis=r.choice("basis", c.Basis),
        basis_source=r.choice("basis_source", c.BasisSource),
        printed=r.text("printed"),
    )
    if duration.min > duration.max:
        raise r.error("min", f"{duration.min} lebih besar daripada max {duration.max}")
    return duration


def _product(r: Reader) -> c.Product:
    return c.Product(r.choice("kind", c.ProductKind), r.text("name"))


def _step(r: Reader) -> c.Step:
    return c.Step(
        key=r.text("key"),
        number=r.optional_text("number"),
        actor=r.text("actor"),
        action=r.choice("action", c.StepAction),
        title=r.text("title"),
        external=r.take("external", bool, default=False),
        next=r.list_of("next", lambda n: c.Branch(n.optional_text("when"), n.text("to"))),
    )


def _channel(r: Reader) -> c.Channel:
    return c.Channel(r.choice("kind", c.ChannelKind), r.text("value"))


def _citation(r: Reader) -> c.Citation:
    return c.Citation(r.text("citation"), r.take("title", str))


def _executors(r: Reader) -> c.Executors:
    r.taken.add("count")
    count = None if r.raw.get("count") is None else r.take("count", int)
    return c.Executors(count, r.texts("roles"), r.optional_text("printed"))


def _sop(r: Reader) -> c.Sop:
    def row(s: Reader) -> c.SopRow:
        return c.SopRow(
            s.text("activity"),
            s.texts("actors"),
            s.optional_text("requirement"),
            s.optional_text("time"),
            s.optional_text("output"),
        )

    return c.Sop(r.text("title"), r.list_of("rows", row))


def _correction(r: Reader) -> c.Correction:
    r.taken.update(("printed", "corrected"))
    day = r.text("from")
    try:
        date.fromisoformat(day)
    except ValueError:
        raise r.error("from", f"{day!r} bukan tanggal TTTT-BB-HH") from None
    printed, corrected = r.raw.get("printed"), r.raw.get("corrected")
    return c.Correction(r.text("component"), printed, corrected, r.text("reason"), day)


def _source(r: Reader) -> c.Source:
    return c.Source(r.text("document"), r.optional_text("decree"))


def _document(r: Reader) -> c.DocumentType:
    r.taken.add("valid_months")
    months = None if r.raw.get("valid_months") is None else r.take("valid_months", int)
    return c.DocumentType(
        id=r.text("id"),
        name=r.text("name"),
        short=r.text("short"),
        description=r.text("description"),
        issuer=r.optional_text("issuer"),
        valid_months=months,
        aliases=r.texts("aliases"),
        identity=r.take("identity", bool, default=False),
    )


def _check_references(service: c.Service, r: Reader) -> None:
    """Ids are unique; parts hang on their parent; alternatives, branches and questions exist."""
    requirements = service.every_requirement()
    ids = [requirement.id for requirement in requirements]
    for requirement_id in ids:
        if ids.count(requirement_id) > 1:
            raise r.error("requirements", f"id {requirement_id!r} dipakai dua kali")
    questions = {question.key for question in service.questions}
    for requirement in requirements:
        _check_requirement(requirement, ids, questions, r)
    _check_route(service.route, r)


def _check_requirement(requirement: c.Requirement, ids: list[str], questions: set[str], r: Reader) -> None:
    for part in requirement.parts:
        if not part.id.startswith(f"{requirement.id}."):
            raise r.error("requirements", f"id bagian {part.id!r} harus diawali {requirement.id + '.'!r}")
    for other in requirement.any_of:
        if other not in ids:
            raise r.error("requirements", f"any_of dari {requirement.id!r} menyebut {other!r} yang tidak ada")
    for field in (requirement.applies_when, requirement.rule):
        name = field.field if field else ""
        if name.startswith("answer.") and name.removeprefix("answer.") not in questions:
            raise r.error("requirements", f"{requirement.id!r} menanyakan {name!r}, tetapi pertanyaannya tidak ada")


def _check_route(route: tuple[c.Step, ...], r: Reader) -> None:
    keys = [step.key for step in route]
    for index, step in enumerate(route):
        if keys.count(step.key) > 1:
            raise r.error(f"route[{index}].key", f"{step.key!r} dipakai dua kali")
        for branch in step.next:
            if branch.to not in keys:
                raise r.error(f"route[{index}].next", f"langkah {branch.to!r} tidak ada")

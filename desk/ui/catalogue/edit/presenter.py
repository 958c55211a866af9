"""Decides what the editor shows and what becomes of what is typed. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from desk.domain.corrections import effective
from desk.domain.doubts.doubt import Doubt
from desk.domain.errors import DeskError
from desk.domain.pack import PackError
from desk.language import sentence, tr
from desk.ui.catalogue.edit import outline
from desk.ui.catalogue.edit.acts import EditActs, EditView, Mode, SectionLine
from desk.ui.catalogue.edit.correction import places
from desk.ui.catalogue.edit.fields import Problem, fields_of, problem_of, put_text
from desk.ui.catalogue.edit.outline import rows_of
from desk.ui.catalogue.edit.sections import SECTIONS, Section, section_named, section_of
from desk.ui.catalogue.edit.tidy import Json, finished, tidied
from desk.ui.catalogue.edit.working import Path, WorkingCopy
from desk.ui.catalogue.saying import place_words
from desk.ui.runner import Runner

if TYPE_CHECKING:
    from desk.print.raster import Page

SCREEN = "catalogue"
_PREVIEW_MS, _KEEP_MS = 350, 900


class EditPresenter:
    """One service on the desk.

    Attributes:
        service_id: whose file it is, empty where nothing is being edited.
    """

    def __init__(self, view: EditView, acts: EditActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self.service_id = ""
        self._mode: Mode = "edit"
        self._printed: Json = {}
        self._copy = WorkingCopy({})
        self._section: Section = SECTIONS[0]
        self._at: Path | None = None
        self._problem: Problem | None = None
        self._doubts: tuple[Doubt, ...] = ()
        self._look = 0
        self._busy = False
        self._clean = True

    def begin(
        self, mode: Mode, service_id: str, *, start: Json | None = None, draft: Mapping[str, Any] | None = None
    ) -> None:
        """Put a service on the desk: as it is, as `start` has it (a new one), or as a draft left it."""
        self.service_id, self._mode = service_id, mode
        base = start if start is not None else self._acts.raw(service_id)
        self._printed = base
        if mode == "correct":
            base = effective(base, self._acts.today())
        if mode != "edit":
            base = {key: value for key, value in base.items() if key != "corrections"}
        raw = draft.get("raw") if draft else None
        self._copy = WorkingCopy(base, raw)
        self._doubts, self._busy, self._clean = (), False, raw is None
        self._at = None
        note = ""
        if draft and isinstance(raw, dict):
            note = tr("Dilanjutkan dari suntingan yang belum disimpan.")
            if draft.get("base") != base:
                note = tr("Dilanjutkan dari suntingan yang belum disimpan. Standarnya sendiri sudah berubah sejak itu.")
        self._view.show_head(mode, str(self._copy.raw.get("title", "")), note)
        self._go(SECTIONS[0] if mode == "new" else section_named("requirements"))
        self._check()
        self._look_soon(at_once=True)

    def choose_section(self, key: str) -> None:
        """Another section, or from an entry back to its section."""
        if key != self._section.key or self._at is not None:
            self._go(section_named(key))
            self._at = None
            self._show()

    def choose_entry(self, path: Path) -> None:
        """Another entry of the list."""
        if path != self._at:
            self._copy.rest()
            self._at = path
            self._show()

    def go_to(self, path: Path) -> None:
        """To a place of the file: its section, its entry, its field."""
        section = section_of(path)
        self._go(section)
        rows = [row.path for row in rows_of(section, self._copy.raw)]
        within = [row for row in rows if path[: len(row)] == row]
        self._at = max(within, key=len) if within else None
        self._show()
        self._view.focus_field(path)

    def type(self, path: Path, text: str) -> None:
        """The officer wrote into a field."""
        put_text(self._copy, self._section, path, self._at, text)
        self._edited(path)

    def leave_field(self) -> None:
        """What is typed next is a step of its own."""
        self._copy.rest()

    def add(self, *, inside: bool = False) -> None:
        """A new entry after the one in view, or inside it."""
        if not self._section.entries or (inside and (self._section.inner is None or self._at is None)):
            return
        self._at = outline.add(self._copy, self._section, self._at, inside=inside)
        self._edited(None)
        self._view.focus_field((*self._at, self._first_key()))

    def remove(self) -> None:
        """The entry in view goes; undo brings it back."""
        if self._at is not None:
            self._at = outline.remove(self._copy, self._section, self._at)
            self._edited(None)
            self._view.focus_field(None)

    def move(self, by: int) -> None:
        """The entry in view goes up or down."""
        if self._at is not None:
            self._at = outline.move(self._copy, self._section, self._at, by)
            self._edited(None)
            self._view.focus_field(None)

    def renumber(self) -> None:
        """Number the entries anew."""
        outline.renumber(self._copy, self._section)
        self._edited(None)

    def undo(self) -> None:
        """Take the last step back, and look at where it was."""
        self._stepped(self._copy.undo())

    def redo(self) -> None:
        """Do it again."""
        self._stepped(self._copy.redo())

    def discard(self) -> None:
        """Back to what is kept; that too can be taken back."""
        self._copy.replace(self._copy.base, ())
        self._stepped(())

    def save(self, reason: str, start: str = "") -> None:
        """F9: keep the new version, or lay the correction."""
        if self._busy:
            return
        self._check()
        if not self._copy.changed and self._mode != "new":
            self._view.show_problem(tr("Belum ada yang diubah."))
            return
        if self._problem is not None:
            self.go_to(self._problem.path)
            return
        day = _day(start) if self._mode == "correct" else self._acts.today()
        if day is None:
            self._view.show_start_error(tr("Tulis tanggalnya, misalnya 22/11/2026."))
            return
        if not reason.strip():
            self._view.show_reason_error(tr("Tulis alasannya dalam satu baris; alasan ikut tersimpan dalam riwayat."))
            return
        self._write(reason.strip(), day)

    def leave(self) -> None:
        """Another screen comes to the front, or the window closes: keep what is half done."""
        if self.service_id and not self._busy:
            self._keep()

    def end(self) -> None:
        """The editor is closed; what is half done is kept."""
        self.leave()
        self.service_id = ""

    def _write(self, reason: str, day: date) -> None:
        service_id, mode, file = self.service_id, self._mode, self._file()
        changes = places(self._copy.base, file, self._printed) if mode == "correct" else ()
        key = self._key()
        self._busy = True
        self._view.show_busy(True)

        def work() -> None:
            if mode == "correct":
                self._acts.correct(service_id, changes, reason, day)
            else:
                self._acts.save(service_id, file, reason)
            self._acts.drop(key)

        def done(_nothing: None) -> None:
            self._busy = False
            self._view.show_busy(False)
            self.service_id = ""
            self._acts.noted(key, None)
            title = str(file.get("title", ""))
            said = {
                "edit": tr("{title}: perubahan disimpan sebagai versi baru.", title=title),
                "correct": tr("{title}: pembetulan dicatat.", title=title),
                "new": tr("{title}: layanan baru ditambahkan.", title=title),
            }
            self._acts.saved(service_id, said[mode], len(changes) if mode == "correct" else 1)

        self._jobs.run(work, done, self._on_not_saved)

    def _on_not_saved(self, error: Exception) -> None:
        self._busy = False
        self._view.show_busy(False)
        if isinstance(error, PackError):
            self._problem = problem_of(error)
        if not isinstance(error, DeskError):
            raise error
        self._view.show_problem(sentence(error))

    def _stepped(self, path: Path | None) -> None:
        if path is None:
            return
        if path:
            self._go(section_of(path))
            rows = [row.path for row in rows_of(self._section, self._copy.raw)]
            within = [row for row in rows if path[: len(row)] == row]
            self._at = max(within, key=len) if within else None
        else:
            self._go(self._section)
        self._edited(None)
        self._view.focus_field(path or None)

    def _go(self, section: Section) -> None:
        self._copy.rest()
        same = section.key == self._section.key
        self._section = section
        rows = [row.path for row in rows_of(section, self._copy.raw)]
        if not same or self._at not in rows:
            self._at = None

    def _edited(self, typed: Path | None) -> None:
        self._check(typed)
        self._look_soon()
        self._acts.later("keep", _KEEP_MS, self._keep)

    def _check(self, typed: Path | None = None) -> None:
        self._problem = None
        try:
            self._tried = self._acts.tried(self.service_id, self._file())
        except PackError as error:
            self._problem = problem_of(error)
        self._show(typed)

    def _show(self, typed: Path | None = None) -> None:
        view, copy = self._view, self._copy
        view.show_sections(self._lines(), self._section.key)
        view.show_rows(rows_of(self._section, copy.raw), self._at, self._section)
        view.show_fields(*fields_of(copy, self._section, self._at, self._acts.documents(), self._problem), typed)
        view.show_doubts([doubt for doubt in self._doubts if section_named(doubt.component) is self._section])
        view.show_steps(copy.can_undo, copy.can_redo, copy.changed)
        view.show_problem(self._said_problem())
        if self._mode == "correct":
            changed = places(copy.base, self._file(), self._printed) if copy.changed else ()
            said = "; ".join(place_words(path, copy.base) for path, _ in changed)
            view.show_kept(tr("Yang dibetulkan: {places}", places=said) if said else "")

    def _lines(self) -> list[SectionLine]:
        old, new = tidied(self._copy.base), tidied(self._copy.raw)
        found = []
        for section in SECTIONS:
            keys = {spec.path[0] for spec in section.specs} | {str(key) for key in section.entries[:1]}
            wrong = self._problem is not None and section_of(self._problem.path) is section
            doubts = sum(section_named(doubt.component) is section for doubt in self._doubts)
            changed = any(old.get(str(key)) != new.get(str(key)) for key in keys)
            found.append(SectionLine(section.key, section.number, tr(section.heading), doubts, changed, wrong))
        return found

    def _said_problem(self) -> str:
        if self._problem is None:
            return ""
        heading = tr(section_of(self._problem.path).heading)
        return tr("{heading}: {problem}", heading=heading, problem=self._problem.sentence)

    def _look_soon(self, *, at_once: bool = False) -> None:
        if self._problem is not None:
            self._view.show_pages((), tr("Pratinjau menunggu isian yang keliru diperbaiki."))
            return
        self._acts.later("look", 0 if at_once else _PREVIEW_MS, self._look_now)

    def _look_now(self) -> None:
        if self._problem is not None or not self.service_id:
            return
        self._look += 1
        look, service = self._look, self._tried

        def done(result: tuple[Sequence[Page], Sequence[Doubt]]) -> None:
            if look == self._look and self.service_id == service.id:
                pages, self._doubts = result[0], tuple(result[1])
                self._view.show_pages(pages, "")
                self._view.show_sections(self._lines(), self._section.key)
                self._view.show_doubts([d for d in self._doubts if section_named(d.component) is self._section])

        def failed(error: Exception) -> None:
            words = sentence(error) if isinstance(error, DeskError) else tr("Pratinjau tidak dapat dibuat.")
            self._view.show_pages((), words)

        self._jobs.run(lambda: self._acts.looked_at(service), done, failed, lane="paper")

    def _keep(self) -> None:
        if not self.service_id or self._busy:
            return
        if not self._copy.changed:
            if not self._clean:
                self._clean = True
                key = self._key()
                self._acts.noted(key, None)
                self._jobs.run(lambda: self._acts.drop(key), None, _nothing)
            return
        self._clean = False
        title = str(self._copy.raw.get("title", ""))
        body: Json = {
            "screen": SCREEN,
            "version": 1,
            "mode": self._mode,
            "service": self.service_id,
            "base": self._copy.base,
            "raw": self._copy.raw,
        }
        key = self._key()
        self._acts.noted(key, body)
        if self._mode != "correct":
            self._view.show_kept(tr("Draf tersimpan"))
        self._jobs.run(lambda: self._acts.keep(key, title, body), None, self._on_not_kept)

    def _on_not_kept(self, _error: Exception) -> None:
        self._view.show_kept(tr("Draf belum tersimpan; simpan pekerjaan ini dulu."))

    def _key(self) -> str:
        return draft_key(self._mode, self.service_id)

    def _file(self) -> Json:
        return finished(self._copy.base, self._copy.raw)

    def _first_key(self) -> str | int:
        inner = self._at is not None and self._section.inner is not None and self._section.inner.key in self._at
        specs = self._section.inner.specs if inner and self._section.inner else self._section.entry
        return specs[0].path[0] if specs[0].path else ""


def draft_key(mode: Mode, service_id: str) -> str:
    """Under which a half-done edit is kept."""
    return f"{SCREEN}:{mode}:{service_id}"


def _day(text: str) -> date | None:
    """``22/11/2026`` or ``2026-11-22``."""
    parts = text.strip().replace(".", "/").replace("-", "/").split("/")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    year, month, day = numbers if len(parts[0]) == 4 else numbers[::-1]
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nothing(_error: Exception) -> None:
    """A draft that could not be dropped is offered again; no harm."""

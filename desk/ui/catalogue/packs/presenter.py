"""Decides what is shown of the difference between two packs, and takes one in. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from desk.domain.comparing import Difference
from desk.domain.errors import DeskError
from desk.language import sentence, tr
from desk.ui.catalogue.edit.options import short
from desk.ui.catalogue.saying import heading_of, value_words
from desk.ui.runner import Runner


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One component of one service."""

    service: str
    component: str
    before: str
    after: str

    @property
    def key(self) -> str:
        """Its place."""
        return f"{self.service} {self.component}"


@dataclass(frozen=True, slots=True)
class PackActs:
    """What the page asks for.

    Attributes:
        title_of: of a service, by its id or number.
        changes: what taking a pack in would change (store lane).
        take_in: take it (store lane).
        written: say so and go back.
    """

    title_of: Callable[[str], str]
    changes: Callable[[bytes], Sequence[Difference]]
    take_in: Callable[[bytes, str], object]
    written: Callable[[str], None]


class PackView(Protocol):
    """The page."""

    def show_head(self, title: str, under: str, before: str, after: str) -> None: ...  # noqa: D102 (two packs)
    def show_rows(self, rows: Sequence[DifferenceRow]) -> None: ...  # noqa: D102 (what differs)
    def show_none(self, title: str, text: str) -> None: ...  # noqa: D102 (nothing does)
    def show_busy(self) -> None: ...  # noqa: D102 (being read)
    def show_error(self, title: str, text: str) -> None: ...  # noqa: D102 (it can't be read)
    def show_taking(self, *, may: bool) -> None: ...  # noqa: D102 (the reason and the button)
    def show_reason_error(self, words: str) -> None: ...  # noqa: D102 (beside it)


class PackPresenter:
    """Two packs side by side, or one that is to be taken in."""

    def __init__(self, view: PackView, acts: PackActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self._content: bytes | None = None
        self._name = ""
        self._asked = 0

    def compare(self, before: str, after: str, work: Callable[[], Iterable[Difference]]) -> None:
        """What differs between two packs."""
        self._content = None
        title = tr("Perbedaan paket")
        self._view.show_head(title, tr("{before} dibanding {after}", before=before, after=after), before, after)
        self._view.show_taking(may=False)
        self._look(lambda: list(work()))

    def consider(self, name: str, content: bytes) -> None:
        """A pack file: what would it change?"""
        self._content, self._name = content, name
        under = tr("Periksa dulu apa yang berubah; tidak ada yang diambil sebelum Anda menyetujuinya.")
        title = tr("Ambil paket {name}", name=name)
        self._view.show_head(title, under, tr("sekarang"), tr("menurut paket"))
        self._view.show_taking(may=False)
        self._look(lambda: self._acts.changes(content))

    def take_in(self, reason: str) -> None:
        """Take the pack in, whole or not at all."""
        content = self._content
        if content is None:
            return
        if not reason.strip():
            self._view.show_reason_error(tr("Tulis alasannya dalam satu baris; alasan ikut tersimpan dalam riwayat."))
            return
        said = tr("Paket {name} diambil.", name=self._name)
        self._jobs.run(
            lambda: self._acts.take_in(content, reason.strip()),
            lambda _done: self._acts.written(said),
            self._on_trouble,
        )

    def _look(self, work: Callable[[], Sequence[Difference]]) -> None:
        self._asked += 1
        asked = self._asked
        self._view.show_busy()

        def done(found: Sequence[Difference]) -> None:
            if asked == self._asked:
                self._on_found(found)

        self._jobs.run(work, done, self._on_trouble)

    def _on_found(self, found: Sequence[Difference]) -> None:
        rows = [row for one in found for row in rows_of(one, self._acts.title_of)]
        if not rows:
            self._view.show_none(tr("Tidak ada perbedaan"), tr("Kedua paket sama bunyinya."))
            return
        self._view.show_rows(rows)
        self._view.show_taking(may=self._content is not None)

    def _on_trouble(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._view.show_error(tr("Paket ini tidak dapat dipakai"), sentence(error))


def rows_of(difference: Difference, title_of: Callable[[str], str]) -> Iterable[DifferenceRow]:
    """The rows of one difference; an office's own data and documents go field by field."""
    number = difference.service.rpartition("/")[2]
    if isinstance(difference.before, Mapping) and isinstance(difference.after, Mapping) and number == "office":
        for key in dict.fromkeys((*difference.before, *difference.after)):
            old, new = difference.before.get(key), difference.after.get(key)
            if old != new:
                yield DifferenceRow(tr("Dinas"), key, _words(old), _words(new))
        return
    named = {"office": tr("Dinas"), "documents": tr("Daftar jenis berkas")}.get(number)
    service = named or short(f"{number} {title_of(difference.service)}".strip(), 80)
    yield DifferenceRow(service, heading_of(difference.component), _words(difference.before), _words(difference.after))


def _words(value: Any) -> str:
    return value_words(value)

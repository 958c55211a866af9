"""A case with papers, without a store: what the strip's presenters ask of, and what they did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from desk.domain.attachment import Attachment, Prepared
from desk.domain.errors import DeskError, Refused, StoreError
from desk.services.attachments import Added
from desk.services.media import Picture
from desk.ui.attachments.values import AttachmentActs, Place, Scan, Shown

KTP = Attachment("KTPAAA", "KTP.jpg", "image/jpeg", 1_200_000, "a" * 64, "b" * 64, requirement="ktp", by="Rini")
LETTER = Attachment("SURATA", "surat.pdf", "application/pdf", 40_000, "c" * 64, "d" * 64, pages=3, note="dari desa")
PLACES = (
    Place("", "Berkas ini secara umum"),
    Place("requirement:ktp", "1. KTP", frozenset({"ktp"})),
    Place("requirement:kk", "2. Kartu Keluarga", frozenset({"kk"})),
    Place("step:survei", "Langkah 3: Survei"),
)

T = TypeVar("T")


def too_large() -> DeskError:
    return Refused("attachment_too_large", "Terlalu besar.", field="file")


@dataclass
class Cabinet:
    """Two cases' papers, a scanner's folder, and everything that was told."""

    papers: dict[str, tuple[Attachment, ...]] = field(default_factory=lambda: {"one": (KTP, LETTER), "two": ()})
    guarded: bool = False
    writable: bool = True
    troubles: dict[str, Exception] = field(default_factory=dict)
    did: list[tuple[Any, ...]] = field(default_factory=list)
    told: list[tuple[str, bool]] = field(default_factory=list)
    offered: list[tuple[str, Callable[[], None]]] = field(default_factory=list)
    scans: tuple[Scan, ...] = ()
    folder: Path | None = None
    changes: int = 0

    def acts(self) -> AttachmentActs:
        return AttachmentActs(
            look=self.look,
            add=self.add,
            remove=self.remove,
            put_back=self.put_back,
            open=self.open,
            export=self.export,
            thumbnail=lambda _, paper: self.act(f"kecil {paper.id}".encode(), "thumbnail", paper.id),
            read=lambda path: self.act(b"isi " + path.name.encode(), "read", path),
            prepare=self.prepare,
            shrink=self.shrink,
            page=lambda name, body, number, _: self.act(Picture(1, 1, 4, bytes(4)), "page", name, body, number),
            scans=lambda folder: self.act(self.scans, "scans", folder),
            delete_scan=lambda scan: self.act(None, "delete", scan.path.name),
            paste_name=lambda: "Tempelan.png",
            scan_folder=lambda: self.folder,
            choose_scan_folder=lambda folder: setattr(self, "folder", folder),
            tell=self.tell,
            undo=lambda words, undo: self.offered.append((words, undo)),
            changed=lambda: setattr(self, "changes", self.changes + 1),
        )  # fmt: skip

    def act(self, answer: T, *what: Any) -> T:
        """Write it down and give the answer, or fail as the test wants it."""
        trouble = self.troubles.get(what[0])
        if trouble is not None:
            raise trouble
        self.did.append(what)
        return answer

    def open(self, case_id: str, paper_id: str) -> tuple[Attachment, bytes]:
        return self.act((self.find(case_id, paper_id), b"isi " + paper_id.encode()), "open", case_id, paper_id)

    def export(self, case_id: str, paper_id: str, target: Path) -> Attachment:
        return self.act(self.find(case_id, paper_id), "export", case_id, paper_id, target)

    def done(self, kind: str) -> list[tuple[Any, ...]]:
        return [what[1:] for what in self.did if what[0] == kind]

    def find(self, case_id: str, paper_id: str) -> Attachment:
        return next(paper for paper in self.papers[case_id] if paper.id == paper_id)

    def look(self, case_id: str) -> Shown:
        self.act(None, "look", case_id)
        return Shown(case_id, "L1-1", self.papers[case_id], PLACES, self.guarded, self.writable)

    def prepare(self, name: str, body: bytes) -> Prepared:
        self.act(None, "prepare", name)
        if "besar" in name:
            raise too_large()
        return Prepared(name, "image/jpeg", body * (200_000 if "foto" in name else 1), (9, 9), None, b"kecil")

    def shrink(self, name: str, body: bytes) -> Prepared:
        self.act(None, "shrink", name)
        if name.endswith(".pdf"):
            raise Refused("cannot_shrink", "PDF.", field="file")
        return Prepared(name, "image/jpeg", b"lebih kecil", (2, 2), None, b"kecil", shrunk_from=40_000_000)

    def add(self, case_id: str, prepared: Prepared, place: Mapping[str, str], note: str) -> Added:
        self.act(None, "add", case_id, prepared.name, dict(place), note, len(prepared.body))
        made = replace(KTP, id=f"BARU{len(self.did):02}", name=prepared.name, **place)  # type: ignore[arg-type]
        self.papers[case_id] += (made,)
        return Added(made, already="ganda" in prepared.name)

    def remove(self, case_id: str, paper_id: str, reason: str) -> Attachment:
        if not reason:
            raise Refused("reason_missing", "Tulis alasan.", field="reason")
        self.act(None, "remove", case_id, paper_id, reason)
        gone = self.find(case_id, paper_id)
        self.papers[case_id] = tuple(paper for paper in self.papers[case_id] if paper is not gone)
        return gone

    def put_back(self, case_id: str, paper: Attachment) -> None:
        self.act(None, "put_back", case_id, paper.id)
        self.papers[case_id] += (paper,)

    def tell(self, words: str, good: bool, action: str, act: Callable[[], None] | None) -> None:
        self.told.append((words, good))
        if act is not None:
            self.offered.append((action, act))


FULL = StoreError("attachment_unwritable", "Diska penuh.")

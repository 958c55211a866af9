"""Decides what the strip of a case's papers shows and does. Without Qt; what touches the store or a file is a job."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desk.domain.attachment import Attachment, size_words
from desk.domain.errors import DeskError
from desk.language import tr
from desk.ui.attachments.staging import Staging
from desk.ui.attachments.values import AttachmentActs, Shown, StripView, said, tile_of
from desk.ui.runner import Runner


class AttachmentPresenter:
    """The papers of one case: listed with small pictures, added, taken off with a reason, put back.

    `fixed` narrows the strip to one step or visit: only its papers are shown, and new ones go there.

    Attributes:
        staging: what is about to be attached.
    """

    def __init__(self, view: StripView, acts: AttachmentActs, jobs: Runner, *, read_only: bool = False) -> None:
        self._view, self._acts, self._jobs, self._read_only = view, acts, jobs, read_only
        self._case_id = ""
        self._fixed: Mapping[str, str] = {}
        self._asked = 0
        self._shown: Shown | None = None
        self._papers: tuple[Attachment, ...] = ()
        self._acting = False
        self.staging = Staging(view, acts, jobs, self._on_attached)

    @property
    def shown(self) -> Shown | None:
        """The case in view, None while there is none."""
        return self._shown

    @property
    def papers(self) -> tuple[Attachment, ...]:
        """What the strip lists, in its order."""
        return self._papers

    def show_case(self, case_id: str, fixed: Mapping[str, str] | None = None) -> None:
        """Show the papers of that case; asked again for the same one, look what has changed."""
        fixed = fixed or {}
        if (case_id, fixed) != (self._case_id, self._fixed):
            self._case_id, self._fixed, self._shown, self._papers = case_id, fixed, None, ()
            self._view.close_reason()
            self.staging.show_case("", (), {})
            self._view.show_state("busy", tr("Memuat lampiran …"))
        self._asked += 1
        asked = self._asked
        self._jobs.run(
            lambda: self._acts.look(case_id),
            lambda found: self._on_look(asked, found),
            lambda trouble: self._on_no_look(asked, trouble),
        )

    def refresh(self) -> None:
        """Look again."""
        if self._case_id:
            self.show_case(self._case_id, self._fixed)

    def paper(self, attachment_id: str) -> Attachment | None:
        """The paper of that id, if it is listed."""
        return next((paper for paper in self._papers if paper.id == attachment_id), None)

    def begin_remove(self, attachment_id: str) -> None:
        """A paper is to be taken off: why?"""
        paper = self.paper(attachment_id)
        if paper is not None and self._writable():
            self._view.ask_reason(paper.id, paper.name)

    def remove(self, attachment_id: str, reason: str) -> None:
        """Take it off."""
        paper, case_id = self.paper(attachment_id), self._case_id
        if paper is None or self._acting or not self._writable():
            return
        self._acting = True

        def done(_: Attachment) -> None:
            self._acting = False
            self._view.close_reason()
            self._acts.undo(
                tr("{name} dilepas dari berkas ini.", name=paper.name), lambda: self._put_back(case_id, paper)
            )
            self._acts.changed()
            self.refresh()

        def failed(trouble: Exception) -> None:
            self._acting = False
            if isinstance(trouble, DeskError) and trouble.field == "reason":
                self._view.show_reason_error(said(trouble))
            else:
                self._acts.tell(said(trouble), False, "", None)

        self._jobs.run(lambda: self._acts.remove(case_id, attachment_id, reason), done, failed)

    def export(self, attachment_id: str, target: Path) -> None:
        """Write the file itself outside of Desk."""
        case_id = self._case_id
        self._jobs.run(
            lambda: self._acts.export(case_id, attachment_id, target),
            lambda paper: self._acts.tell(
                tr("{name} disimpan di {path}. Salinan itu tidak tersandi.", name=paper.name, path=str(target)),
                True, "", None,
            ),
            lambda trouble: self._acts.tell(said(trouble), False, "", None),
        )  # fmt: skip

    def _writable(self) -> bool:
        return self._shown is not None and self._shown.writable and not self._read_only

    def _put_back(self, case_id: str, paper: Attachment) -> None:
        def done(_: None) -> None:
            self._acts.tell(tr("{name} terlampir lagi.", name=paper.name), True, "", None)
            self._on_attached()

        self._jobs.run(
            lambda: self._acts.put_back(case_id, paper),
            done,
            lambda trouble: self._acts.tell(said(trouble), False, "", None),
        )

    def _on_attached(self) -> None:
        self._acts.changed()
        self.refresh()

    def _on_look(self, asked: int, found: Shown) -> None:
        if asked != self._asked:
            return
        before = {paper.id for paper in self._papers} if self._shown is not None else set()
        self._shown = found
        self._papers = tuple(
            paper
            for paper in found.attachments
            if all(getattr(paper, kind) == key for kind, key in self._fixed.items())
        )
        self._show_papers(found)
        if self._writable():
            self.staging.show_case(found.case_id, found.places, self._fixed)
        for paper in self._papers:
            if not found.guarded and paper.id not in before:
                self._fetch_thumbnail(found.case_id, paper)

    def _show_papers(self, found: Shown) -> None:
        tiles = [tile_of(paper, found.places, guarded=found.guarded) for paper in self._papers]
        total = ""
        if tiles:
            size = size_words(sum(paper.size for paper in self._papers))
            total = tr("{count} · {size}", count=len(tiles), size=size)
        writable = self._writable()
        self._view.show_tiles(tiles, total, writable=writable)
        if not tiles:
            how = tr("Belum ada lampiran. Seret foto atau PDF ke sini, tempel dengan Ctrl+V, atau pilih berkasnya.")
            self._view.show_state("empty", how if writable else tr("Belum ada lampiran."))

    def _fetch_thumbnail(self, case_id: str, paper: Attachment) -> None:
        def done(thumbnail: bytes) -> None:
            if self._case_id == case_id:
                self._view.show_thumbnail(paper.id, thumbnail)

        # without its picture a paper is still named, and what is wrong with it is said when it is opened
        self._jobs.run(lambda: self._acts.thumbnail(case_id, paper), done, lambda _trouble: None, lane="paper")

    def _on_no_look(self, asked: int, trouble: Exception) -> None:
        if asked == self._asked:
            self._view.show_state("error", said(trouble))

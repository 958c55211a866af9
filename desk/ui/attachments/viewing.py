"""Decides what the large view shows: one paper, one page at a time, in memory only. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from desk.domain.attachment import Attachment, size_words
from desk.language import tr
from desk.ui.attachments.values import AttachmentActs, said
from desk.ui.runner import Runner

if TYPE_CHECKING:
    from desk.services.media import Picture

LONGEST = 2400
"""Pixels of a page's longer side: an A4 page at 205 to the inch, fine enough for small print."""


class ViewerView(Protocol):
    """The dialog."""

    def show_paper(self, paper: Attachment, about: str, *, first: bool, last: bool) -> None: ...  # noqa: D102 (which one)
    def show_page(self, picture: Picture) -> None: ...  # noqa: D102 (as large as it is)
    def show_pages(self, words: str, *, first: bool, last: bool) -> None: ...  # noqa: D102 (which of how many)
    def show_busy(self, words: str) -> None: ...  # noqa: D102 (being opened)
    def show_trouble(self, words: str) -> None: ...  # noqa: D102 (it can't be shown)


class ViewerPresenter:
    """Opens papers one after the other. What was opened is forgotten when the next is, and when the view closes."""

    def __init__(
        self, view: ViewerView, acts: AttachmentActs, jobs: Runner, case_id: str, papers: Sequence[Attachment]
    ) -> None:
        self._view, self._acts, self._jobs, self._case_id = view, acts, jobs, case_id
        self._papers = tuple(papers)
        self._place = 0
        self._page = 1
        self._body = b""
        self._asked = 0

    @property
    def paper(self) -> Attachment:
        """The one in view."""
        return self._papers[self._place]

    def open(self, attachment_id: str) -> None:
        """Show that one."""
        self._place = next((n for n, paper in enumerate(self._papers) if paper.id == attachment_id), 0)
        self._open()

    def turn(self, by: int) -> None:
        """Another page of it."""
        wanted = self._page + by
        if self._body and 1 <= wanted <= (self.paper.pages or 1):
            self._page = wanted
            self._show_page()

    def go(self, by: int) -> None:
        """Another paper of the case."""
        if 0 <= self._place + by < len(self._papers):
            self._place += by
            self._open()

    def close(self) -> None:
        """Forget it."""
        self._asked += 1
        self._body = b""

    def _open(self) -> None:
        paper = self.paper
        self._asked += 1
        asked, self._page, self._body = self._asked, 1, b""
        about = " · ".join(part for part in (size_words(paper.size), paper.note) if part)
        last = self._place == len(self._papers) - 1
        self._view.show_paper(paper, about, first=self._place == 0, last=last)
        self._view.show_busy(tr("Membuka {name} …", name=paper.name))

        def done(opened: tuple[Attachment, bytes]) -> None:
            if asked == self._asked:
                self._body = opened[1]
                self._show_page()

        self._jobs.run(
            lambda: self._acts.open(self._case_id, paper.id), done, lambda trouble: self._on_trouble(asked, trouble)
        )

    def _show_page(self) -> None:
        paper, number, body = self.paper, self._page, self._body
        self._asked += 1
        asked, pages = self._asked, paper.pages or 1
        words = tr("Halaman {number} dari {pages}", number=number, pages=pages) if pages > 1 else ""
        self._view.show_pages(words, first=number == 1, last=number == pages)

        def done(picture: Picture) -> None:
            if asked == self._asked:
                self._view.show_page(picture)

        self._jobs.run(
            lambda: self._acts.page(paper.name, body, number, LONGEST),
            done,
            lambda trouble: self._on_trouble(asked, trouble),
            lane="paper",
        )

    def _on_trouble(self, asked: int, trouble: Exception) -> None:
        if asked == self._asked:
            self._view.show_trouble(said(trouble))

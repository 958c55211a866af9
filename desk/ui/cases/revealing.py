"""Identity numbers shown and masked; that they are shown is written down first. Without Qt."""

from __future__ import annotations

from collections.abc import Callable

from desk.ui.runner import Runner


class Revealing:
    """Whether the numbers of the file in view are shown.

    Attributes:
        shown: they are.
    """

    def __init__(
        self,
        note: Callable[[str], None],
        jobs: Runner,
        show: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._note, self._jobs, self._show, self._failed = note, jobs, show, failed
        self._asked = ""
        self.shown = False

    def turn(self, case_id: str) -> None:
        """Show those of that case, once it is written down; or mask them."""
        if self.shown:
            self.mask()
            self._show()
            return
        self._asked = case_id

        def noted(_nothing: None) -> None:
            if self._asked == case_id:
                self.shown = True
                self._show()

        self._jobs.run(lambda: self._note(case_id), noted, self._failed)

    def mask(self) -> None:
        """They are masked, and what was asked for and not yet written down is not shown any more."""
        self._asked, self.shown = "", False

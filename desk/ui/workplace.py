"""What the frame gives to every screen: the counter, a way to work, to tell, to print, to go elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desk.ui.preview.request import PaperRequest

if TYPE_CHECKING:
    from desk.services.counter import Counter
    from desk.ui.jobs import Jobs
    from desk.ui.kit.banner import Notice
    from desk.ui.preferences import PreferenceFile


class GoTo(Protocol):
    """Brings a screen to the front: ``go("cases", case_id)``."""

    def __call__(self, place: str, reference: str = "") -> None: ...  # noqa: D102 (said above)


@dataclass(frozen=True, slots=True)
class Workplace:
    """Handed to each screen's ``build``.

    Attributes:
        counter: this counter, open.
        jobs: runs work on the store's worker.
        tell: says what just happened in the bottom line.
        preview: shows a paper exactly as it will be printed, and prints it.
        go: brings another screen to the front, and may open something there (`desk.ui.frame.places`).
        changed: to be called after every write, so that other screens refresh.
        preferences: what this PC prefers.
    """

    counter: Counter
    jobs: Jobs
    tell: Callable[[Notice], None]
    preview: Callable[[PaperRequest], None]
    go: GoTo
    changed: Callable[[], None]
    preferences: PreferenceFile

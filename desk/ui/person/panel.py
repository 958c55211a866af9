"""The person beside a file: two widgets, each to be put where it belongs, behind one face."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from desk.ui.kit.banner import Notice
from desk.ui.person.comparison import DoubtsView
from desk.ui.person.history_view import HistoryView
from desk.ui.person.lines import Comparison, Doubt, Line


class PersonPanel(QObject):
    """Shows; decides nothing.

    Attributes:
        doubts: files that may be the same, and the comparison; nothing where there are none.
        history: everything else that the applicant asked for.

    Signals:
        wanted: a case's id that is in view now.
    """

    wanted = Signal(str)

    def __init__(self, tell: Callable[[Notice], None] | None = None) -> None:
        super().__init__()
        self.tell_notice = tell
        self.doubts = DoubtsView()
        self.history = HistoryView()
        self._kept: list[object] = []

    def keep(self, *things: object) -> None:
        """Hold on to the presenter: a connection alone does not keep a plain object alive."""
        self._kept.extend(things)

    def show_for(self, case_id: str) -> None:
        """This case is in view."""
        self.wanted.emit(case_id)

    def show_history(self, lines: Sequence[Line], family: Sequence[Line], *, more: bool) -> None:
        """All of it."""
        self.history.show_history(lines, family, more=more)

    def append_history(self, lines: Sequence[Line], *, more: bool) -> None:
        """The next page."""
        self.history.append_history(lines, more=more)

    def show_line(self, line: Line) -> None:
        """A guarded line, told in full."""
        self.history.show_line(line)

    def show_reason_error(self, row: str, words: str) -> None:
        """Beside the reason."""
        self.history.show_reason_error(row, words)

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Files that may be the same."""
        self.doubts.show_doubts(doubts)

    def show_comparison(self, comparison: Comparison) -> None:
        """Both side by side."""
        self.doubts.show_comparison(comparison)

    def close_comparison(self) -> None:
        """Put it away."""
        self.doubts.close_comparison()

    def show_apart_error(self, words: str) -> None:
        """Beside the reason."""
        self.doubts.comparison.show_apart_error(words)

    def show_trouble(self, words: str) -> None:
        """It can't be fetched."""
        self.history.show_trouble(words)

    def tell(self, words: str, *, good: bool, undo: Callable[[], None] | None = None) -> None:
        """The bottom line, with Ctrl+Z where it can be taken back."""
        if self.tell_notice is not None:
            self.tell_notice(Notice(words, "ok" if good else "bad", undo=undo))

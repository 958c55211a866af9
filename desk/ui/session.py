"""From the first paint to the last: furnishes the window, opens the counter, keeps work when something goes wrong."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desk.domain.errors import DeskError
from desk.domain.sheet_code import file_code
from desk.language import sentence, tr
from desk.ui.fault import report
from desk.ui.frame.bare import BareWindow
from desk.ui.frame.frame import Frame
from desk.ui.frame.search import SearchActs, SearchPresenter
from desk.ui.jobs import Jobs
from desk.ui.kit import theme
from desk.ui.kit.banner import Notice
from desk.ui.preferences import PreferenceFile
from desk.ui.preview.request import PaperRequest
from desk.ui.qt_words import QtWords
from desk.ui.workplace import Workplace

if TYPE_CHECKING:
    from desk.services.counter import Counter
    from desk.ui.first_run.presenter import Newcomer
    from desk.ui.notices.board import NoticeBoard

log = logging.getLogger(__name__)


class Session:
    """One run of the window.

    Attributes:
        window, frame, jobs: its parts.
        workplace: what screens get, board: what there is to know; both None until the counter is open.
    """

    def __init__(
        self,
        application: QApplication,
        window: BareWindow,
        kept: PreferenceFile,
        open_counter: Callable[[], Counter],
        close_counter: Callable[[Counter], None],
        newcomer: Newcomer | None = None,
    ) -> None:
        self.application, self.window, self.kept = application, window, kept
        self._open_counter, self._close_counter = open_counter, close_counter
        self._newcomer = newcomer
        self._counter: Counter | None = None
        self.jobs = Jobs()
        self.workplace: Workplace | None = None
        self._finder: SearchPresenter | None = None
        self.board: NoticeBoard | None = None
        self._badges: dict[str, int] = {}
        self._words = QtWords()
        self._excepthook = sys.excepthook
        theme.wear(application, theme.worn_name())
        application.installTranslator(self._words)
        self.frame = Frame(window)
        self.frame.waiting.acted.connect(self._open)
        self.jobs.failed.connect(self._on_bug)
        window.before_close = self._on_close

    def begin(self) -> None:
        """Start working: errors are caught from here on, and the counter is opened."""
        sys.excepthook = self._on_exception
        self._open()

    def end(self) -> None:
        """Close everything, in order: the store last."""
        self.workplace = None
        if self.board is not None:
            self.board.close()
        self.jobs.close(self._close_store)
        sys.excepthook = self._excepthook
        self.application.removeTranslator(self._words)

    def _open(self) -> None:
        title = tr("Membuka data loket …")
        self.frame.waiting.show_state("busy", title, tr("Sebentar; data di komputer ini sedang diperiksa."))
        self.jobs.run(self._open_store, self._on_open, self._on_not_open)

    def _open_store(self) -> Counter:
        """On the store's worker; kept there too, so that it is closed even if the window went meanwhile."""
        self._counter = self._open_counter()
        return self._counter

    def _close_store(self) -> None:
        counter, self._counter = self._counter, None
        if counter is not None:
            self._close_counter(counter)

    def _on_open(self, counter: Counter) -> None:
        self.workplace = Workplace(
            counter=counter,
            jobs=self.jobs,
            tell=self.frame.tell,
            preview=self._preview,
            go=self.frame.go,
            changed=self._on_changed,
            preferences=self.kept,
        )
        self._search(counter)
        self.frame.top.show_officer(counter.officer, counter.name, counter.office.region)
        self._count()
        self.frame.open_for_work(self.workplace)
        self._tell_of_new_holidays(counter)
        from desk.ui.notices.board import NoticeBoard  # noqa: PLC0415 (services are there by now)

        self.board = NoticeBoard(self.frame, self.workplace, self._show_late)
        self.board.start()

    def _tell_of_new_holidays(self, counter: Counter) -> None:
        """Holidays that came with a newer Desk have moved promised dates."""
        renewed = counter.wall.renewed
        if renewed is None or not renewed.due.moved:
            return
        words = tr("Hari libur baru dari Desk: {count} tanggal janji bergeser.", count=renewed.due.moved)
        self.frame.tell(Notice(words, "warn", action=tr("Lihat"), act=lambda: self.frame.go("settings", "calendar")))

    def _on_not_open(self, trouble: Exception) -> None:
        if isinstance(trouble, DeskError) and trouble.code == "not_set_up" and self._newcomer is not None:
            self._welcome(self._newcomer)
            return
        if not isinstance(trouble, DeskError):
            log.error("the counter can't be opened\n%s", report(type(trouble), trouble.__traceback__))
        fault = tr("Ada kesalahan di dalam program; rinciannya tercatat di desk.log. Data Anda tidak diubah.")
        text = sentence(trouble) if isinstance(trouble, DeskError) else fault
        self.frame.top.show_pill(tr("Data belum terbuka"), "warn", "triangle-alert")
        self.frame.waiting.show_state("error", tr("Data loket tidak dapat dibuka"), text, tr("Coba lagi"))

    def _welcome(self, newcomer: Newcomer) -> None:
        """A home that is no counter yet: ask what it shall be, then open it."""
        from desk.ui.first_run.page import FirstRunPage  # noqa: PLC0415 (seen once in a counter's life)
        from desk.ui.first_run.presenter import FirstRunPresenter  # noqa: PLC0415 (see above)

        page = FirstRunPage()
        self.frame.top.show_pill(tr("Loket baru"), "info", "info")

        def ready() -> None:
            self.frame.put_aside(page)
            self._open()

        presenter = self._first_run = FirstRunPresenter(page, newcomer, self.jobs.run, ready)
        page.set_up_requested.connect(presenter.set_up)
        self.frame.put_first(page)
        presenter.begin()

    def _search(self, counter: Counter) -> None:
        from desk.services import cases  # noqa: PLC0415 (the counter is open, so services are there by now)

        acts = SearchActs(
            cases=lambda text: cases.search(counter, text, limit=6),
            services=lambda text: counter.catalogue.search(text, counter.office.slug, limit=4),
        )
        presenter = self._finder = SearchPresenter(
            self.frame.top, acts, self.jobs, self.frame.go, counter.now, self._open_sheet
        )
        self.frame.top.typed.connect(presenter.type)
        self.frame.top.chosen.connect(presenter.choose)
        self.frame.scans.scanned.connect(self._on_scan)

    def _on_scan(self, code: str) -> None:
        """To the page in front if it takes codes now, else to the box."""
        page = self.frame.here()
        taken = page is not None and page.take_scan(file_code(code))
        if not taken and self._finder is not None:
            self._finder.scan(code, self.frame.top.seek)

    def _open_sheet(self, code: str) -> None:
        """A disposition sheet came back: it is keyed in over whatever is in front."""
        from desk.ui.dispositions.capture.screen import open_capture  # noqa: PLC0415 (with the first sheet)

        if self.workplace is not None:
            open_capture(self.window, self.workplace, code=code)

    def _preview(self, request: PaperRequest) -> None:
        from desk.ui.preview.screen import show_preview  # noqa: PLC0415 (printing is needed late)

        if self.workplace is not None:
            show_preview(self.window, self.workplace, request)

    def _on_changed(self) -> None:
        self._count()
        if self.board is not None:
            self.board.refresh()
        self.frame.on_changed()

    def _count(self) -> None:
        workplace = self.workplace
        if workplace is None:
            return
        from desk.services import cases  # noqa: PLC0415 (see _search)

        self.jobs.run(lambda: cases.counts(workplace.counter), self._on_counts, lambda _trouble: None)

    def _on_counts(self, counts: dict[str, int]) -> None:
        self.frame.top.show_pill(tr("Bekerja sendiri · {count} tersimpan", count=sum(counts.values())))
        self._badges["cases"] = counts.get("returned", 0)
        self.frame.rail.show_counts(self._badges)

    def _show_late(self, count: int) -> None:
        self._badges["dispositions"] = count
        self.frame.rail.show_counts(self._badges)

    def _on_close(self) -> None:
        self.frame.close_down()
        if not self.window.isMaximized():
            size = (self.window.width(), self.window.height())
            self.kept.change(replace(self.kept.now, window=size))

    def _on_bug(self, trouble: BaseException) -> None:
        self._on_exception(type(trouble), trouble, trouble.__traceback__)

    def _on_exception(self, kind: type[BaseException], trouble: BaseException, trace: TracebackType | None) -> None:
        """The last resort: a fault of the program is logged and said, and the work stays."""
        if issubclass(kind, KeyboardInterrupt):
            self._excepthook(kind, trouble, trace)
            return
        log.critical("an exception that nobody took\n%s", report(kind, trace))
        if isinstance(trouble, DeskError):
            self.frame.tell(Notice(sentence(trouble), "bad"))
            return
        from desk.ui.last_resort import show_details  # noqa: PLC0415 (hopefully never needed)

        self.frame.tell(
            Notice(
                tr("Ada kesalahan di dalam program. Isian Anda tetap tersimpan; simpan atau ulangi langkah terakhir."),
                "bad",
                action=tr("Rincian"),
                act=lambda: show_details(self.window, kind, trace),
            )
        )

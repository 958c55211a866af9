"""Work away from the UI thread: one worker for the store, in order, and a small pool for paper and printers.

`work` takes values and returns values: no widget and no row of the store crosses a thread. Answers reach the UI thread
by one signal.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desk.ui.fault import report
from desk.ui.runner import Lane

T = TypeVar("T")
log = logging.getLogger(__name__)


class Jobs(QObject):
    """Runs work and brings the answer back. Nothing starts before the first `run`.

    Signals:
        failed: work ended in an exception that nobody took.
    """

    failed = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}
        self._running: set[Future[object]] = set()
        self._closed = False
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: Lane = "store",
    ) -> None:
        """Do `work` in its lane; then, on the UI thread, `done` with its value or `failed` with its exception."""
        if self._closed:
            return
        future: Future[T] = self._lane(lane).submit(work)
        self._running.add(future)  # type: ignore[arg-type]
        future.add_done_callback(lambda ended: self._pass_on(lambda: self._hand_over(ended, done, failed)))

    def busy(self) -> bool:
        """Whether anything is still being done."""
        return bool(self._running)

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Answer nobody any more; let everything that was given to the store end, then `last`. Papers that wait are
        dropped.
        """
        if last is not None:
            self._lane("store").submit(last)
        self._closed = True
        for name, lane in self._lanes.items():
            lane.shutdown(wait=True, cancel_futures=name != "store")
        self._lanes.clear()
        self._running.clear()

    def _lane(self, lane: Lane) -> ThreadPoolExecutor:
        if lane not in self._lanes:
            workers = 1 if lane == "store" else 2
            self._lanes[lane] = ThreadPoolExecutor(workers, thread_name_prefix=f"desk-{lane}")
        return self._lanes[lane]

    def _pass_on(self, answer: Callable[[], None]) -> None:
        if not self._closed:
            self._answered.emit(answer)

    def _hand_over(
        self,
        future: Future[T],
        done: Callable[[T], None] | None,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        self._running.discard(future)
        trouble = future.exception()
        if trouble is None:
            if done:
                done(future.result())
        elif failed and isinstance(trouble, Exception):
            failed(trouble)
        else:
            log.error("work ended in an exception that nobody took\n%s", report(type(trouble), trouble.__traceback__))
            self.failed.emit(trouble)

    def _on_answered(self, answer: Callable[[], None]) -> None:
        if not self._closed:
            answer()

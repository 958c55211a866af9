"""`desk window`, telling when it has painted, and when the list of cases shows rows.

python -m benchmarks.desk_window paint|rows|idle HOME

`paint` ends at the first paint, `rows` when rows are painted, `idle` stays with the list in front until it is killed.
Nothing is imported here that Desk would not import itself at that time.
"""

import sys
import time
from typing import Any

from desk import app


def told(window: Any, name: str) -> Any:
    from PySide6.QtCore import QTimer  # noqa: PLC0415 (loaded by now)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 (see above)

    def tell() -> None:
        print(time.perf_counter(), flush=True)
        if sys.argv[1] == "paint":
            QTimer.singleShot(0, QApplication.quit)

    window.painted.connect(tell)
    return window, name


def start(session: Any) -> None:
    """Called when the window is furnished: to the list, and wait for its rows."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 (loaded by now)

    session.frame.go("cases")
    timer = QTimer(session.window)

    def look() -> None:
        page = session.frame.page("cases")
        if page is not None and page.list.table.model().rowCount() > 0:
            timer.stop()
            page.list.table.viewport().repaint()
            print(time.perf_counter(), flush=True)
            if sys.argv[1] == "rows":
                session.window.close()

    timer.timeout.connect(look)
    timer.start(1)


def open_window(folder: Any, **options: Any) -> int:
    from desk.ui import window  # noqa: PLC0415 (the first that Desk's own does)

    show_bare = window.show_bare
    window.show_bare = lambda *given: told(*show_bare(*given))
    return whole(folder, start, **options)


whole = app.open_window
app.open_window = open_window  # type: ignore[assignment]
mode, home = sys.argv[1:]
sys.exit(app.main(["--home", home, "window"]))

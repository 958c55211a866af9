"""The floor of a start: a QMainWindow with nothing in it. `python -m benchmarks.bare_window paint|idle`."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    told = False

    def paintEvent(self, event: object) -> None:  # noqa: N802 (Qt's)
        if not self.told:
            self.told = True
            print(time.perf_counter(), flush=True)
            if sys.argv[1] == "paint":
                QTimer.singleShot(0, QApplication.quit)


application = QApplication(sys.argv[:1])
window = Bare()
window.resize(1366, 728)
window.show()
sys.exit(application.exec())

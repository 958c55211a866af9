"""The pictures of the officers' manual: ``python -m scripts.manual_pictures [NAME …]``, into docs/manual/gambar.

The demonstration day is played on a throw-away home, on one fixed day, and the real window is used as an officer would:
keys are pressed, buttons clicked, papers drawn by the printing that an applicant's papers come from. Run it again after
a screen has changed, look at what it took, and read the page beside the picture.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter as Tally
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import gettempdir
from typing import Any, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeySequence, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from desk import demo
from desk.domain.errors import StoreError
from desk.language import speak
from desk.models.home import Home
from desk.places import bundled
from desk.print import raster
from desk.services import acts, cases
from desk.services.counter import Counter
from desk.services.packfiles import load_catalogue
from desk.ui import papers
from desk.ui.first_run.presenter import Newcomer
from desk.ui.kit import theme
from desk.ui.kit.tokens import ThemeName
from desk.ui.preferences import PreferenceFile, Preferences
from desk.ui.preview import screen as preview_screen
from desk.ui.preview.qt_printing import image_of
from desk.ui.session import Session
from desk.ui.settings.calendar.page import CalendarPage
from desk.ui.settings.here import screen as settings_screen
from desk.ui.settings.page import SettingsPage
from desk.ui.window import make_application, show_bare
from scripts.screens import grab, pump, settle

OUT = Path(__file__).resolve().parent.parent / "docs" / "manual" / "gambar"
DAY = date(2026, 11, 25)
"""The visitors come on the working day before, a Tuesday."""

SIZE = (1366, 768)
HOME = Path(gettempdir()) / "loket-1"
"""Its path stands in a picture, so it is always the same."""

PRINTERS = (("EPSON-L120", True), ("POS-80", False))
WIDEST = 900
"""Pixels that a picture of a paper is wide at most."""

VICTIMS = (
    "1. Sutrisno; 3514160107700003; kepala keluarga\n2. Ngatini; 3514164703720001; istri\n"
    "3. Abdul Wahid; 3514160905980002; anak\n4. Mariyam; ; orang tua, 81 tahun"
)


@dataclass(frozen=True)
class Picture:
    """One picture of the window: where to go, and what the officer does there."""

    name: str
    place: str
    act: Callable[[Hands], None] = lambda _hands: None


class Hands:
    """An officer at the window; presses keys where the focus is."""

    def __init__(self, application: QApplication, session: Session) -> None:
        self.application, self.session = application, session

    @property
    def page(self) -> Any:
        """The screen in front."""
        return self.session.frame.here()

    def press(self, *names: str) -> Hands:
        """Keys as they are written on the keyboard."""
        for name in names:
            combination = cast("Any", QKeySequence(name.replace("Enter", "Return")))[0]
            QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())
            settle(self.application, self.session, 30)
        return self

    def write(self, text: str) -> Hands:
        """Letters into a field."""
        QTest.keyClicks(self._focus(), text)
        settle(self.application, self.session, 60)
        return self

    def wait(self) -> Hands:
        """Until everything is drawn, and keys arrive."""
        settle(self.application, self.session, 400)
        if QApplication.activeWindow() is None:
            self.session.window.activateWindow()
            settle(self.application, self.session, 100)
        return self

    def close_dialogs(self) -> Hands:
        """Put the preview away."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        return self.wait()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.session.window


def on_their_desks(counter: Counter) -> None:
    """Files that lie where the trays' pictures show them: with the head, with a division, ready to be fetched."""
    for name, steps in (
        ("SMA Negeri 1 Grati", 1),
        ("Suparti", 0),
        ("Nur Hasanah", 0),
        ("Budi", 2),
    ):
        case = _case(counter, name)
        for _ in range(steps):
            case = acts.act(counter, case.id, "advance")
        if case.state == "open" and case.ready_at is None and "Kepala Dinas" not in {h.position for h in case.holders}:
            data = {
                "instruction": "Mohon arahan Bapak",
                "urgency": "segera",
                "deadline": "2026-11-26",
                "must_answer": False,
            }
            acts.act(counter, case.id, "dispose", to=["Kepala Dinas"], data=data)


# What the officer does


def empty(hands: Hands) -> None:
    hands.press("Ctrl+N")


def found(hands: Hands) -> None:
    hands.press("Ctrl+N").write("bpjs mati")


def whole(hands: Hands) -> None:
    """Somebody with six papers, typed in; the promise stands below."""
    hands.press("Ctrl+N").write("bpjs mati").press("Enter", "1", "Shift+2", "3", "4", "5", "6", "Tab")
    hands.write("3514144603790004").press("Enter").write("Kholifatul Jannah").press("Enter")
    hands.write("3514140901120005").press("Enter").write("081234567804").press("Enter")
    hands.write("Jalan Mangga 7 RT 3 RW 2").press("Enter").write("Latek").press("Enter")


def registered(hands: Hands) -> None:
    """The intake of before, saved; the slip's preview has been closed."""
    hands.press("F9").wait().close_dialogs()


def preview(hands: Hands) -> None:
    """The slip of the file just registered, before it is printed."""
    hands.press("Ctrl+P").wait()


def missing(hands: Hands) -> None:
    hands.close_dialogs().press("Enter").write("surat keterangan miskin").press("Enter", "1", "2", "3", "Tab")
    hands.write("3514140707850003").press("Enter").wait()


def too_young(hands: Hands) -> None:
    hands.press("Ctrl+N").write("adopsi").press("Enter", "1", "3", "4", "7", "Tab")
    hands.write("3514074502990003").press("Enter").write("Rina Anggraini").press("Tab")


def victims(hands: Hands) -> None:
    QGuiApplication.clipboard().setText(VICTIMS)
    hands.press("Ctrl+N").write("logistik bencana").press("Enter", "1", "Ctrl+J", "Ctrl+J", "Ctrl+T", "Ctrl+Shift+V")
    hands.press("Tab").write("Pemerintah Desa Kedungringin").press("Enter").write("Pak Imam, sekretaris desa")
    hands.press("Enter").write("082233445566")


def taken_up(hands: Hands) -> None:
    """A file that went back is taken up from Berkas; the forms of before are closed, so that the strip stays short."""
    hands.press("Ctrl+W", "Ctrl+W", "Ctrl+W")
    hands.session.frame.go("cases", _row(hands, "Pemerintah Desa Wonokerto"))
    hands.wait().press("F4").wait().session.frame.bottom.clear()


def detail(hands: Hands) -> None:
    hands.session.frame.go("cases", _row(hands, "Siti"))
    hands.wait()


def disposing(hands: Hands) -> None:
    """An official's disposition to two desks is keyed in."""
    hands.session.frame.go("cases", _row(hands, "Suparti"))
    hands.wait().press("F10").write("sekretaris").press("Enter").write("kabid rehsos").press("Enter", "Tab", "Space")
    hands.page.sheet.bring(hands.page.sheet.form)


def disposed(hands: Hands) -> None:
    """It is written: two desks have the file, and the route says so."""
    hands.press("F9").wait()
    hands.session.frame.bottom.clear()


def returned(hands: Hands) -> None:
    hands.session.frame.go("cases", _row(hands, "Pemerintah Desa Wonokerto"))
    hands.wait()


def _tray(hands: Hands, position: str) -> None:
    hands.page.trays.list.choose_position(position)
    hands.wait().press("Right")


def trays(hands: Hands) -> None:
    """The head's tray, its most urgent file beside it."""
    _tray(hands, "Kepala Dinas")


def sheet(hands: Hands) -> None:
    """What the head ticked on a paper sheet, entered with the keys printed on it."""
    hands.press("D").wait().press("1", "B", "S").wait()


def stack(hands: Hands) -> None:
    """A stack from the head: what was signed, one paper that lies elsewhere."""
    model = hands.page.queue.table.model()
    codes = [hands.page.queue.table.row_at(model.index(place, 0)).number for place in range(model.rowCount())]
    hands.close_dialogs().press("F11")
    for code in (*codes, "000002"):
        hands.page.take_scan(code)
        hands.wait()


def to_know(hands: Hands) -> None:
    """What an officer should know, with the message to an applicant open."""
    hands.press("Esc").wait().session.frame.bottom.clear()
    hands.press("F12").wait()
    board = hands.session.board
    assert board is not None
    ready = [line for line in board.panel.findChildren(QPushButton) if line.property("pickup")]
    ready[0].click()


def agenda_book(hands: Hands) -> None:
    """The month's incoming letters; the panel of before steps aside."""
    if hands.session.board is not None:
        hands.session.board.panel.stepped_aside.emit()
    hands.wait()


def this_month(hands: Hands) -> None:
    """The month that runs has the demonstration's files."""
    hands.press("Right").wait()


def standard(hands: Hands) -> None:
    """The service that most ask for."""
    hands.session.frame.go("catalogue", f"{demo.OFFICE}/07")


def all_keys(hands: Hands) -> None:
    hands.press("F1")


def dark(hands: Hands) -> None:
    hands.press("Esc", "Ctrl+1")
    _wear(hands, "dark")


def _wear(hands: Hands, name: ThemeName) -> None:
    theme.wear(hands.application, name)
    hands.wait()


def decreed(hands: Hands) -> None:
    """A local holiday a week from now, and the promises that it moves."""
    workplace = hands.session.workplace
    assert workplace is not None
    hands.session.frame.go("settings", "calendar")
    hands.wait()
    whole = hands.page
    assert isinstance(whole, SettingsPage)
    page = whole.part("calendar")
    assert isinstance(page, CalendarPage)
    calendar = workplace.counter.calendar
    day = calendar.add_working_days(workplace.counter.today, 3)
    page.add_requested.emit()
    hands.wait()
    assert page.form is not None
    typed = {"date": f"{day:%d/%m/%Y}", "name": "Pemilihan Kepala Desa", "kind": "local", "decree": "", "decided": ""}
    page.form.saved.emit({**typed, "reason": "Perbup tentang hari libur pemilihan"})
    hands.wait()


def _row(hands: Hands, name: str) -> str:
    workplace = hands.session.workplace
    assert workplace is not None
    return str(next(row.id for row in cases.search(workplace.counter, name, limit=9) if row.name.startswith(name)))


PICTURES: tuple[Picture, ...] = (
    Picture("loket-kosong", "intake", empty),
    Picture("loket-mencari", "intake", found),
    Picture("loket", "intake", whole),
    Picture("loket-selesai", "intake", registered),
    Picture("pratinjau", "intake", preview),
    Picture("loket-kurang", "intake", missing),
    Picture("loket-syarat-umur", "intake", too_young),
    Picture("loket-korban", "intake", victims),
    Picture("loket-melengkapi", "intake", taken_up),
    Picture("berkas", "cases", detail),
    Picture("berkas-dikembalikan", "cases", returned),
    Picture("disposisi", "dispositions", trays),
    Picture("disposisi-lembar", "dispositions", sheet),
    Picture("disposisi-pindai", "dispositions", stack),
    Picture("perlu-dilihat", "dispositions", to_know),
    Picture("surat", "letters", agenda_book),
    Picture("berkas-disposisi", "cases", disposing),
    Picture("berkas-dua-meja", "cases", disposed),
    Picture("layanan", "catalogue", standard),
    Picture("rekap", "recap", this_month),
    Picture("sinkron", "sync"),
    Picture("pengaturan", "settings"),
    Picture("kalender", "settings", decreed),
    Picture("bantuan", "cases", all_keys),
    Picture("loket-gelap", "intake", dark),
)
"""In this order: each begins where the one before ended."""


def of_the_window(application: QApplication, counter: Counter) -> Iterator[tuple[str, QImage]]:
    """The day's window, picture after picture."""
    session = open_session(application, lambda: counter)
    pump(application, lambda: session.board is not None)
    hands = Hands(application, session)
    hands.wait()
    if session.board is not None:
        session.board.panel.stepped_aside.emit()
    for picture in PICTURES:
        session.frame.bottom.clear()
        if session.frame.here() is not session.frame.page(picture.place) or session.frame.here() is None:
            session.frame.go(picture.place)
        hands.wait()
        picture.act(hands)
        hands.wait()
        yield picture.name, grab(session.window)
    _wear(hands, "light")
    close(application, session)


def of_the_first_run(application: QApplication) -> Iterator[tuple[str, QImage]]:
    """What a new counter is asked."""
    offices = tuple((office.slug, office.name) for office in load_catalogue(bundled("data")).offices)

    def refuse() -> Counter:
        raise StoreError("not_set_up", "Belum ada loket.")

    session = open_session(application, refuse, Newcomer(lambda: offices, lambda *_names: None))
    settle(application, session, 800)
    hands = Hands(application, session)
    hands.press("Down", "Down", "Down", "Down", "Down", "Tab").write("Loket 1").press("Tab").write("Rina Wulandari")
    yield "mulai-loket-baru", grab(session.window)
    close(application, session)


def of_papers(counter: Counter) -> Iterator[tuple[str, QImage]]:
    """Papers as they are printed, on a grey ground."""
    catalogue = counter.catalogue
    slip = _case(counter, "Siti")
    back = _case(counter, "Pemerintah Desa Wonokerto")
    sent = _case(counter, "SMA Negeri 1 Grati")
    lapsed = catalogue.service(f"{demo.OFFICE}/07")
    for name, request, size, dpi in (
        ("kertas-tanda-terima", papers.slip(counter, slip), "a6", 140),
        ("kertas-kekurangan", papers.shortage(counter, back), "a5", 110),
        ("kertas-disposisi", papers.disposition(counter, sent), "half", 120),
        ("kertas-persyaratan-f4", papers.checklist(counter, lapsed), "f4", 90),
        ("kertas-persyaratan-rol", papers.checklist(counter, lapsed), "roll80", 130),
    ):
        page = raster.pages(request.make(size, 1), dpi)[0]
        yield name, on_a_table(image_of(page).copy())


def _case(counter: Counter, name: str) -> Any:
    return cases.load(counter, next(row.id for row in cases.search(counter, name) if row.name.startswith(name)))


def few_colours(image: QImage) -> QImage:
    """The picture in its 256 commonest colours: a third of the bytes, and the eye sees no difference."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Tally(memoryview(image.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(256)]
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, plain)


def on_a_table(paper: QImage, margin: int = 24) -> QImage:
    """The paper with a grey margin and a thin edge, so that its size shows."""
    if paper.width() > WIDEST:
        paper = paper.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    image = QImage(paper.width() + 2 * margin, paper.height() + 2 * margin, QImage.Format.Format_RGB32)
    image.fill(QColor("#dfe3e2"))
    painter = QPainter(image)
    painter.drawImage(QPoint(margin, margin), paper)
    painter.setPen(QColor("#9aa3a1"))
    painter.drawRect(QRect(margin - 1, margin - 1, paper.width() + 1, paper.height() + 1))
    painter.end()
    return image


def open_session(
    application: QApplication, open_counter: Callable[[], Counter], newcomer: Newcomer | None = None
) -> Session:
    """A window with its session begun."""
    kept = PreferenceFile(None)
    kept.change(replace(Preferences(), window=SIZE))
    speak("id")
    window, _ = show_bare(application, kept)
    window.resize(*SIZE)  # the platform's screen is smaller
    session = Session(application, window, kept, open_counter, lambda _counter: None, newcomer)
    session.begin()
    window.activateWindow()
    pump(application, window.isActiveWindow, 2)
    return session


def close(application: QApplication, session: Session) -> None:
    session.window.close()
    session.end()
    session.window.deleteLater()
    application.processEvents()


def main(words: list[str]) -> int:
    """Take them all, or only those named."""
    OUT.mkdir(parents=True, exist_ok=True)
    application = make_application()
    application.setCursorFlashTime(0)
    for module in (preview_screen, settings_screen):
        module.printer_names = lambda: PRINTERS  # type: ignore[attr-defined]  # an office has printers
    shutil.rmtree(HOME, ignore_errors=True)
    data = bundled("data")
    counter = demo.play(Home(HOME), data, load_catalogue(data), DAY)
    on_their_desks(counter)
    try:
        for source in (of_papers(counter), of_the_window(application, counter), of_the_first_run(application)):
            for name, image in source:
                if not words or name in words:
                    few_colours(image).save(str(OUT / f"{name}.png"), quality=0)
                    print(f"{name}.png {(OUT / f'{name}.png').stat().st_size // 1024} kB")
    finally:
        counter.store.close()
        shutil.rmtree(HOME, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

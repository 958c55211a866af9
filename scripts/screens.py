"""Pictures of every screen in every state: ``python -m scripts.screens FOLDER [--quick]``.

Light and dark, Indonesian and English, at 1366 × 768 and 1920 × 1080, offscreen, with the longest data; ``--quick``
takes light Indonesian at 1366 × 768 only. Contact sheets stand beside the pictures. Look at them after every change.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from desk.language import speak
from desk.services import attachments, media
from desk.ui.attachments.strip import AttachmentStrip
from desk.ui.attachments.tiles import TILE_ROLE
from desk.ui.dispositions.page import DispositionsPage
from desk.ui.frame.places import PLACES
from desk.ui.kit.banner import Notice
from desk.ui.kit.tokens import ThemeName
from desk.ui.preferences import PreferenceFile, Preferences
from desk.ui.session import Session
from desk.ui.window import make_application, show_bare
from tests.fakes import Clock
from tests.scans import letter, noisy, photo
from tests.ui.house import NOW, fill
from tests.ui.trays import fill_trays, open_at

Size = tuple[int, int]
SIZES: tuple[Size, ...] = ((1366, 768), (1920, 1080))
House = Literal["full", "empty"]
LONG = "Terjadi gangguan pada penyimpanan komputer ini; berkas tetap utuh. Tutup program lain, lalu coba lagi."


@dataclass(frozen=True)
class Shot:
    """One picture: which counter, where to go, what to do there."""

    name: str
    place: str
    house: House = "full"
    act: Callable[[Session, Any], object] | None = None


def _dialog(session: Session, page: Any) -> None:
    page.checklist_requested.emit()


def _trouble(session: Session, page: Any) -> None:
    page.show_list_error(LONG)
    page.show_detail_error(LONG)


def _appoint(session: Session, page: Any) -> None:
    session.frame.go("settings", "positions")
    part = page.part("positions")
    pump(session.application, lambda: bool(part.list.lines()))
    part.card.asked.emit("appoint")


def _note(session: Session, page: Any) -> None:
    page.sheet.form_requested.emit("note")
    page.show_faults({"note": "Isian “Isi catatan” masih kosong."})


def _papers(session: Session, page: Any) -> AttachmentStrip:
    """A file with papers, one of them about to be attached."""
    strip: AttachmentStrip = page.findChild(AttachmentStrip)
    presenter: Any = strip._kept[0]
    case_id = presenter.shown.case_id
    for name, body in (("KTP.jpg", noisy(900, 600)), ("Surat pengantar desa.pdf", letter(3)), (f"{LONG}.png", photo())):
        attachments.add(session.workplace.counter, case_id, media.prepare(name, body))  # type: ignore[union-attr]
    strip.refresh_requested.emit()
    strip.picture_given.emit(lambda: noisy(2600, 1800, quality=92))
    return strip


def _viewer(_session: Session, page: Any) -> None:
    strip = page.findChild(AttachmentStrip)
    strip.skip_requested.emit()
    strip.open_requested.emit(strip.grid.model().index(1, 0).data(TILE_ROLE).id)


def _scans(_session: Session, page: Any) -> None:
    page.findChild(AttachmentStrip).scans_requested.emit()


def _asking(action: str) -> Callable[[Session, Any], None]:
    """The form of that act, on the newest file, which is open."""
    return lambda _session, page: page.sheet.form_requested.emit(action)


def _fault(session: Session, page: Any) -> None:
    trouble = ValueError("contoh")
    session._on_exception(ValueError, trouble, None)
    session.frame.bottom._act.click()


def _tray(session: Session, page: Any) -> None:
    """The fullest tray, its first file beside it."""
    trays = page.trays.list
    lines = [trays.line_at(trays.model().index(place, 0)) for place in range(trays.model().rowCount())]
    fullest = max(
        (line for line in lines if line and line.position and line.group == "office"), key=lambda line: line.count
    )
    trays.choose_position(fullest.position)
    page.focus_list()


def _stack(session: Session, page: Any) -> None:
    """Scans that fit, one that doesn't, one that is none of ours."""
    _tray(session, page)
    settle(QApplication.instance(), session)  # type: ignore[arg-type]
    codes = [page.queue.table.row_at(page.queue.table.model().index(place, 0)).number for place in range(4)]
    page.queue.stack.click()
    for code in (*codes, "L9XXX-2026-000777", "1"):
        page.take_scan(code)


def _answers(session: Session, page: Any) -> None:
    _stack(session, page)
    page._layers.currentWidget()._purposes["answer"].click()


def _count(session: Session, page: Any) -> None:
    _tray(session, page)
    settle(QApplication.instance(), session)  # type: ignore[arg-type]
    codes = [page.queue.table.row_at(page.queue.table.model().index(place, 0)).number for place in range(3)]
    page.queue.count.click()
    settle(QApplication.instance(), session)  # type: ignore[arg-type]
    for code in (*codes, "L9XXX-2026-000777", "1"):
        page.take_scan(code)


def _letter(letter: str) -> Callable[[Session, Any], None]:
    def press(session: Session, page: Any) -> None:
        _tray(session, page)
        settle(QApplication.instance(), session)  # type: ignore[arg-type]
        page.queue.letter_pressed.emit(letter)

    return press


def _notices(session: Session, page: Any) -> None:
    assert session.board is not None
    session.board.bring_out()


def _pickup(session: Session, page: Any) -> None:
    """The message for an applicant, open."""
    _notices(session, page)
    assert session.board is not None
    ready = [line for line in session.board.panel.findChildren(QPushButton) if line.property("pickup")]
    if ready:
        ready[0].click()


def _tell(session: Session, page: Any) -> None:
    session.frame.tell(
        Notice("Berkas L1EGN-2026-000041 disimpan. Tanda terima dicetak di EPSON-L120.", undo=lambda: None)
    )


SHOTS: tuple[Shot, ...] = (
    *(Shot(f"{place.name}", place.name) for place in PLACES),
    Shot("intake-empty", "intake", "empty"),
    Shot("cases-empty", "cases", "empty"),
    Shot("cases-none-found", "cases", act=lambda _s, page: page.list.searched.emit("qwkj")),
    Shot("cases-busy", "cases", "empty", lambda _s, page: page.show_list_busy()),
    Shot("cases-error", "cases", act=_trouble),
    Shot("cases-note", "cases", act=_note),
    *(
        Shot(f"cases-{action}", "cases", act=_asking(action))
        for action in ("dispose", "visit", "hand_off", "return", "pause", "reclassify", "merge", "correct")
    ),
    Shot("cases-revealed", "cases", act=lambda _s, page: page.sheet.reveal_requested.emit()),
    Shot("cases-papers", "cases", act=_papers),
    Shot("cases-paper-large", "cases", act=_viewer),
    Shot("cases-scans", "cases", act=_scans),
    Shot("catalogue-none-found", "catalogue", act=lambda _s, page: page.search_requested.emit("qwkj")),
    Shot("preview", "catalogue", act=_dialog),
    Shot("preview-copy", "cases", act=lambda _s, page: page.sheet.bar.slip_requested.emit()),
    Shot("settings-positions", "settings", act=lambda session, _p: session.frame.go("settings", "positions")),
    Shot("settings-positions-form", "settings", act=_appoint),
    Shot("sync-error", "sync", act=lambda _s, page: page.show_error(LONG)),
    Shot("dispositions-empty", "dispositions", "empty"),
    Shot("dispositions-tray", "dispositions", act=_tray),
    Shot("dispositions-late", "dispositions", act=lambda _s, page: page.open("late")),
    Shot("dispositions-none-found", "dispositions", act=lambda _s, page: page.queue.service_chosen.emit("pasuruan/99")),
    Shot("dispositions-error", "dispositions", act=lambda _s, page: page.show_error(LONG)),
    Shot("dispositions-dispose", "dispositions", act=_letter("dispose")),
    Shot("dispositions-reassign", "dispositions", act=_letter("reassign")),
    Shot("dispositions-stack", "dispositions", act=_stack),
    Shot("dispositions-answers", "dispositions", act=_answers),
    Shot("dispositions-count", "dispositions", act=_count),
    Shot("notices", "dispositions", act=_notices),
    Shot("notices-pickup", "dispositions", act=_pickup),
    Shot("notices-empty", "dispositions", "empty", act=_notices),
    Shot("notice", "cases", act=_tell),
    Shot("recap-running", "recap", act=lambda _s, page: page.stepped.emit(1)),
    Shot("recap-empty", "recap", "empty"),
    Shot("recap-error", "recap", act=lambda _s, page: page.show_error(LONG)),
    Shot("recap-ask", "recap", act=lambda _s, page: page.ask_sign("Oktober 2026")),
    Shot("search", "recap", act=lambda session, _p: session.frame.top.seek("siti")),
    Shot("fault", "cases", act=_fault),
    Shot("help", "cases", act=lambda session, _p: session.frame.help.bring_out()),
    Shot("curtain", "cases", act=lambda session, _p: session.frame.curtain.draw()),
)


def pump(application: QApplication, until: Callable[[], bool], seconds: float = 20.0) -> None:
    """Let the window work until something is true."""
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        application.processEvents()
        time.sleep(0.005)


def settle(application: QApplication, session: Session, milliseconds: int = 350) -> None:
    """Let answers arrive and be drawn."""
    end = time.monotonic() + milliseconds / 1000
    pump(application, lambda: time.monotonic() > end and not session.jobs.busy())
    application.processEvents()


def open_session(application: QApplication, folder: Path, house: House, theme: str, language: str) -> Session:
    """The window on a counter of that kind."""
    kept = PreferenceFile(None)
    kept.change(Preferences(theme=theme, language=language, window=(1366, 768)))
    speak(language)
    window, _ = show_bare(application, kept)
    clock = Clock(NOW)
    counter = open_at(folder / f"{house}-{theme}-{language}-{time.monotonic_ns()}", clock)
    if house == "full":
        fill_trays(counter, clock)
        fill(counter)
    session = Session(application, window, kept, lambda: counter, lambda closing: closing.store.close())
    session.begin()
    pump(application, lambda: session.workplace is not None)
    window.activateWindow()
    pump(application, window.isActiveWindow, 2)
    settle(application, session)
    if session.board is not None:
        session.board.panel.stepped_aside.emit()
    return session


def pictures(
    application: QApplication, folder: Path, theme: ThemeName, language: str, sizes: tuple[Size, ...]
) -> Iterator[tuple[str, Size, QImage]]:
    """Every shot in one theme and language."""
    houses: tuple[House, ...] = ("full", "empty")
    for house in houses:
        session = open_session(application, folder, house, theme, language)
        for size, shot in product(sizes, [shot for shot in SHOTS if shot.house == house]):
            session.window.resize(*size)
            session.frame.go(shot.place)
            settle(application, session)
            if shot.act:
                shot.act(session, session.frame.here())
                settle(application, session, 700)
            yield shot.name, size, grab(session.window)
            tidy(application, session)
        session.window.close()
        session.end()
        session.window.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def tidy(application: QApplication, session: Session) -> None:
    """Put away what a shot left open, so that the next begins clean."""
    for dialog in _dialogs():
        dialog.reject()
    session.frame.top.done()
    session.frame.help.put_away()
    session.frame.curtain.lift()
    session.frame.bottom.clear()
    if session.board is not None:
        session.board.panel.put_away()
    page: Any = session.frame.here()
    if isinstance(page, DispositionsPage):
        page.put_away()
        page.open("")
    for name in ("close_form", "show_nothing_wrong"):
        if hasattr(page, name):
            getattr(page, name)()
    if hasattr(page, "list"):
        page.list.show_all()
        page.list.searched.emit("")
        page.list.filters.state_pressed.emit("")
        page.refresh_requested.emit()
        settle(application, session, 60)
        page.list.table.selectRow(0)
    if hasattr(page, "search_requested"):
        page.search_requested.emit("")
    if hasattr(page, "show_section"):
        positions = page.part("positions")
        if positions is not None:
            positions.form.left.emit()
        page.show_section("here")
    settle(application, session, 120)


def grab(window: QWidget) -> QImage:
    """The window, and a dialog over it where there is one."""
    image = window.grab().toImage()
    for dialog in _dialogs():
        painter = QPainter(image)
        painter.fillRect(image.rect(), QColor(0, 0, 0, 90))
        over = dialog.grab().toImage()
        corner = QPoint((image.width() - over.width()) // 2, (image.height() - over.height()) // 2)
        painter.drawImage(corner, over)
        painter.end()
    return image


def _dialogs() -> list[QDialog]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]


def contact_sheet(images: list[tuple[str, QImage]], columns: int = 3, width: int = 640) -> QImage:
    """All of them on one sheet, each under its name."""
    height = max(image.height() * width // image.width() for _name, image in images)
    rows = (len(images) + columns - 1) // columns
    sheet = QImage(columns * (width + 12) + 12, rows * (height + 36) + 12, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setPen(QColor("white"))
    for place, (name, image) in enumerate(images):
        left, top = 12 + place % columns * (width + 12), 12 + place // columns * (height + 36)
        painter.drawText(QRect(left, top, width, 22), Qt.AlignmentFlag.AlignLeft, name)
        scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(QPoint(left, top + 24), scaled)
    painter.end()
    return sheet


def main(words: list[str]) -> int:
    """Take them all."""
    quick = "--quick" in words
    folders = [word for word in words if not word.startswith("--")]
    out = Path(folders[0] if folders else "build/screens")
    out.mkdir(parents=True, exist_ok=True)
    themes: tuple[ThemeName, ...] = ("light",) if quick else ("light", "dark")
    languages = ("id",) if quick else ("id", "en")
    sizes = SIZES[:1] if quick else SIZES
    application = make_application()
    with TemporaryDirectory(prefix="desk-screens-") as temporary:
        for theme, language in product(themes, languages):
            taken: dict[Size, list[tuple[str, QImage]]] = {size: [] for size in sizes}
            for name, size, image in pictures(application, Path(temporary), theme, language, sizes):
                taken[size].append((name, image))
                image.save(str(out / f"{name}-{theme}-{language}-{size[0]}.png"))
            for size, images in taken.items():
                contact_sheet(images).save(str(out / f"sheet-{theme}-{language}-{size[0]}.png"))
                print(f"{len(images)} screens, {theme}, {language}, {size[0]} x {size[1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

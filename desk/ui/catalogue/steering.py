"""From reading to editing and back, and the acts of the menu. Knows the page and the presenters, decides where to go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desk.domain.doubts.doubt import Doubt
from desk.domain.errors import DeskError
from desk.language import sentence, tr
from desk.services import packhistory, packs
from desk.ui.catalogue import sheets
from desk.ui.catalogue.doubts.finding import place_of
from desk.ui.catalogue.edit.working import Path
from desk.ui.catalogue.opening import Opening
from desk.ui.kit.banner import Notice
from desk.ui.shortcuts import Key

if TYPE_CHECKING:
    from desk.ui.catalogue.edit.presenter import EditPresenter
    from desk.ui.catalogue.edit.starting import Starting
    from desk.ui.catalogue.page import CataloguePage
    from desk.ui.catalogue.presenter import CataloguePresenter
    from desk.ui.catalogue.reading import MenuLine
    from desk.ui.workplace import Workplace

_RETIRED = "retired:"


class Steering:
    """The helm of the screen."""

    def __init__(self, page: CataloguePage, reading: CataloguePresenter, workplace: Workplace) -> None:
        self._page, self._reading, self._workplace = page, reading, workplace
        self._editor: EditPresenter | None = None
        self._starting: Starting | None = None
        self._retired: dict[str, str] = {}
        self._catalogue: object = workplace.counter.catalogue
        self.acts: dict[str, Callable[[], None]] = {
            "edit": self.edit,
            "correct": self.correct,
            "new": self.new,
            "copy": self.new_like,
        }
        for name in sheets.NAMES:
            self.acts[name] = self._printing(name)
        opening = self._opening = Opening(page, reading, self, workplace)
        self.acts |= {
            "doubts": opening.doubts,
            "history": opening.history,
            "compare": opening.compare,
            "export": opening.export,
            "import": opening.take_in,
            "pack": opening.new_pack,
            "shipped": opening.compare_with_shipped,
            "file": opening.compare_with_file,
        }
        page.reading.sheet.paper_asked.connect(opening.needing)
        page.act_requested.connect(self.act)
        page.reading.menu_asked.connect(self.open_menu)
        page.reading.sheet.doubt_opened.connect(self.open_doubt)
        page.reading.sheet.withdraw_requested.connect(self.withdraw)
        page.edit.closed.connect(self.close_editor)
        page.store_changed.connect(self.on_changed)
        page.came.connect(self.on_changed)

    def join(self, editor: EditPresenter, starting: Starting) -> None:
        """The editor, which is made after."""
        self._editor, self._starting = editor, starting

    def act(self, name: str) -> None:
        """One of the acts, by its name."""
        act = self.acts.get(name)
        if act is not None:
            act()
        elif name.startswith(_RETIRED):
            service_id = name.removeprefix(_RETIRED)
            self._opening.history(service_id, self._retired.get(service_id, service_id))

    def open(self, service_id: str) -> None:
        """Come here for a service: to read it, or on with the edit that was left open."""
        if self._editor is not None and self._editor.service_id not in ("", service_id):
            self.close_editor()
        self._reading.open(service_id)
        if self._page.in_front() is not self._page.edit:
            self._page.back()

    def read(self, service_id: str) -> None:
        """Read that service."""
        self._reading.open(service_id)
        self._page.back()

    def edit(self, path: Path = ()) -> None:
        """Ctrl+E."""
        self._start("edit", path)

    def correct(self, path: Path = ()) -> None:
        """Ctrl+B."""
        self._start("correct", path)

    def new(self) -> None:
        """An empty service, or the one that was begun."""
        if self._starting is not None:
            self._starting.new(tr("Layanan baru"))
            self._bring_editor()

    def new_like(self) -> None:
        """A new service after the one in view, whosesoever that is."""
        chosen = self._reading.chosen
        if self._starting is not None and chosen is not None:
            raw = packs.raw_service(self._workplace.counter.catalogue, chosen.id)
            self._starting.new(chosen.title, raw)
            self._bring_editor()

    def open_doubt(self, doubt: Doubt) -> None:
        """To the place of a doubt: to be edited where it is one's own."""
        catalogue = self._workplace.counter.catalogue
        if catalogue.find(doubt.service) is None:
            return
        if self._reading.chosen is None or self._reading.chosen.id != doubt.service:
            self._reading.open(doubt.service)
        if self._reading.own:
            self.edit(place_of(packs.raw_service(catalogue, doubt.service), doubt))
        else:
            self._page.back()

    def close_editor(self) -> None:
        """Back to reading; what is half done stays."""
        if self._editor is not None:
            self._editor.end()
        self._page.back()

    def written(self, service_id: str, said: str, steps: int = 1) -> None:
        """Something was written: back to reading, where `steps` changes of one service can be taken back."""
        counter = self._workplace.counter

        def back() -> None:
            for _ in range(steps):
                packs.undo(counter, service_id, tr("Diurungkan segera setelah disimpan"))

        def undo() -> None:
            self.write(back, tr("Diurungkan."))

        self._after_writing()
        if counter.catalogue.find(service_id) is not None:
            self._reading.open(service_id)
        self._page.back()
        self._workplace.tell(Notice(said, "ok", undo=undo if service_id and steps else None))

    def withdraw(self, index: int) -> None:
        """Take a correction back; that can be undone."""
        chosen = self._reading.chosen
        if chosen is None:
            return
        counter, service_id = self._workplace.counter, chosen.id
        reason = tr("Pembetulan dicabut")

        def undo() -> None:
            self.write(
                lambda: packs.undo(counter, service_id, tr("Pencabutan diurungkan")), tr("Pembetulan berlaku lagi.")
            )

        self.write(
            lambda: packs.withdraw_correction(counter, service_id, index, reason),
            tr("Pembetulan dicabut; yang tercetak berlaku lagi."),
            undo,
        )

    def write(self, work: Callable[[], Any], said: str, undo: Callable[[], None] | None = None) -> None:
        """Do an act of the catalogue in the store's lane, then show and say what became of it."""

        def done(_changed: object) -> None:
            self._after_writing()
            self._workplace.tell(Notice(said, "ok", undo=undo))

        self._workplace.jobs.run(work, done, self.tell_trouble)

    def tell_trouble(self, error: Exception) -> None:
        """Say what a rule refused; a fault goes to the last resort."""
        if not isinstance(error, DeskError):
            raise error
        self._workplace.tell(Notice(sentence(error), "bad"))

    def note_draft(self, key: str, body: dict[str, Any] | None) -> None:
        """A draft of the editor is kept, or no longer."""
        if self._starting is not None:
            self._starting.note(key, body)

    def on_changed(self) -> None:
        """The catalogue may be another one: show that."""
        catalogue = self._workplace.counter.catalogue
        if catalogue is not self._catalogue:
            self._catalogue = catalogue
            self._reading.refresh()

    def open_menu(self) -> None:
        """Everything else that can be done here."""

        def show(retired: dict[str, str]) -> None:
            self._retired = retired
            self._page.reading.open_menu(self.menu())

        self._workplace.jobs.run(lambda: packhistory.retired(self._workplace.counter), show, self.tell_trouble)

    def menu(self) -> list[MenuLine]:
        """The acts, in groups."""
        unfinished = self._starting is not None and self._starting.unfinished()
        lines: list[MenuLine] = [
            ("history", tr("Riwayat versi"), Key.HISTORY.value),
            ("compare", tr("Bandingkan dengan dinas lain"), Key.COMPARE.value),
            ("doubts", tr("Semua keraguan"), Key.DOUBTS.value),
            ("", "", ""),
            *((name, tr(words), "") for name, words in sheets.NAMES.items() if name != "checklist"),
            ("", "", ""),
            ("new", tr("Lanjutkan layanan baru") if unfinished else tr("Layanan baru"), ""),
            ("copy", tr("Layanan baru menurut standar ini"), ""),
            ("", "", ""),
            ("export", tr("Simpan paket dinas ini ke berkas …"), ""),
            ("import", tr("Ambil paket dari berkas …"), ""),
            ("pack", tr("Buat paket untuk dinas lain …"), ""),
            ("file", tr("Bandingkan paket dengan berkas …"), ""),
            ("shipped", tr("Bandingkan paket dengan bawaan Desk"), ""),
        ]
        gone = [(f"{_RETIRED}{one}", tr("Dicabut: {title}", title=title), "") for one, title in self._retired.items()]
        return [*lines, ("", "", ""), *gone] if gone else lines

    def _start(self, mode: str, path: Path) -> None:
        chosen = self._reading.chosen
        if self._starting is None or chosen is None:
            return
        if not self._reading.own:
            words = tr("Standar dinas lain hanya dibaca. Jadikan layanan baru di paket dinas sendiri lewat Lainnya.")
            self._workplace.tell(Notice(words, "info"))
            return
        (self._starting.correct if mode == "correct" else self._starting.edit)(chosen.id, path)
        self._bring_editor()

    def _bring_editor(self) -> None:
        self._page.edit.show_today(self._workplace.counter.today)
        self._page.bring(self._page.edit)

    def _after_writing(self) -> None:
        self._workplace.changed()
        self.on_changed()

    def _printing(self, name: str) -> Callable[[], None]:
        return lambda: self._reading.print_paper(name)

"""Builds the strip of a case's papers for any screen, and binds it to the services.

A screen mounts it with ``strip = build_strip(workplace)``, adds it to a layout, and says ``strip.show_case(case_id)``
whenever a case comes into view or was changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from PySide6.QtWidgets import QDialog

from desk.domain.attachment import Prepared
from desk.domain.catalogue import Requirement, Service
from desk.domain.errors import DeskError
from desk.domain.event import CaseId
from desk.domain.route import route_of
from desk.language import tr
from desk.services import attachments, guard
from desk.services.attachments import Added
from desk.services.counter import Counter
from desk.ui.attachments.picker import ScanPicker
from desk.ui.attachments.presenter import AttachmentPresenter
from desk.ui.attachments.scanning import ScanPresenter, delete_scan, scans_in
from desk.ui.attachments.strip import AttachmentStrip
from desk.ui.attachments.values import ANYWHERE, AttachmentActs, Place, Shown
from desk.ui.attachments.viewer import Viewer
from desk.ui.attachments.viewing import ViewerPresenter
from desk.ui.frame.scan_filter import ScanFilter
from desk.ui.kit.banner import Notice
from desk.ui.workplace import Workplace


def build_strip(workplace: Workplace, *, read_only: bool = False) -> AttachmentStrip:
    """The strip, empty until it is told which case; `read_only` lets nobody add or take off."""
    strip, acts = AttachmentStrip(), acts_for(workplace)
    presenter = AttachmentPresenter(strip, acts, workplace.jobs, read_only=read_only)
    staging = presenter.staging
    strip.keep(presenter)
    strip.case_wanted.connect(lambda case_id, step, visit: presenter.show_case(case_id, _fixed(step, visit)))
    strip.refresh_requested.connect(presenter.refresh)
    strip.paths_given.connect(staging.take_paths)
    strip.picture_given.connect(staging.take_picture)
    strip.edited.connect(staging.choose)
    strip.attach_requested.connect(staging.attach)
    strip.skip_requested.connect(staging.skip)
    strip.retry_requested.connect(staging.retry)
    strip.remove_requested.connect(presenter.begin_remove)
    strip.reason_given.connect(presenter.remove)
    strip.export_requested.connect(presenter.export)
    strip.open_requested.connect(lambda paper: show_viewer(strip, presenter, acts, workplace, paper))
    strip.nothing_pasted.connect(lambda: acts.tell(_nothing_pasted(), False, "", None))
    strip.scans_requested.connect(lambda: show_picker(strip, presenter, acts, workplace))
    return strip


def show_viewer(
    strip: AttachmentStrip, presenter: AttachmentPresenter, acts: AttachmentActs, workplace: Workplace, paper: str
) -> Viewer | None:
    """Show a paper large, over the window."""
    shown = presenter.shown
    if shown is None or presenter.paper(paper) is None:
        return None
    dialog = Viewer(strip.window(), guarded=shown.guarded)
    viewing = ViewerPresenter(dialog, acts, workplace.jobs, shown.case_id, presenter.papers)
    dialog.turned.connect(viewing.turn)
    dialog.moved.connect(viewing.go)
    dialog.finished.connect(lambda _result: viewing.close())
    _open(dialog, dialog.say)
    viewing.open(paper)
    return dialog


def show_picker(
    strip: AttachmentStrip, presenter: AttachmentPresenter, acts: AttachmentActs, workplace: Workplace
) -> ScanPicker:
    """Show the scanner's folder, over the window."""
    dialog = ScanPicker(strip.window())
    scanning = ScanPresenter(dialog, acts, workplace.jobs, presenter.staging.take_scan)
    dialog.folder_chosen.connect(scanning.choose_folder)
    dialog.look_requested.connect(scanning.look)
    dialog.chosen.connect(scanning.choose)
    dialog.take_requested.connect(scanning.take)
    dialog.finished.connect(lambda _result: scanning.close())
    _open(dialog, lambda _words: None)
    scanning.begin()
    return dialog


def acts_for(workplace: Workplace) -> AttachmentActs:
    """The services, for a strip at this workplace."""
    counter, kept = workplace.counter, workplace.preferences

    def tell(words: str, good: bool, action: str, act: Callable[[], None] | None) -> None:
        workplace.tell(Notice(words, "ok" if good else "bad", action=action, act=act))

    def folder() -> Path | None:
        return Path(kept.now.scan_folder) if kept.now.scan_folder else None

    return AttachmentActs(
        look=lambda case_id: look(counter, case_id),
        add=lambda case_id, prepared, place, note: _add(counter, case_id, prepared, place, note),
        remove=lambda case_id, paper, reason: attachments.remove(counter, CaseId(case_id), paper, reason),
        put_back=lambda case_id, paper: attachments.put_back(counter, CaseId(case_id), paper),
        open=lambda case_id, paper: attachments.open_body(counter, CaseId(case_id), paper),
        export=lambda case_id, paper, target: attachments.export(counter, CaseId(case_id), paper, target),
        thumbnail=lambda case_id, paper: attachments.thumbnail(counter, CaseId(case_id), paper),
        read=lambda path: _media().read(path),
        prepare=lambda name, body: _media().prepare(name, body),
        shrink=lambda name, body: _media().shrink(name, body),
        page=lambda name, body, number, longest: _media().page(name, body, number, longest),
        scans=scans_in,
        delete_scan=delete_scan,
        paste_name=lambda: tr("Tempelan {time}", time=counter.now().strftime("%d-%m-%Y %H.%M")) + ".png",
        scan_folder=folder,
        choose_scan_folder=lambda chosen: kept.change(replace(kept.now, scan_folder=str(chosen))),
        tell=tell,
        undo=lambda words, undo: workplace.tell(Notice(words, undo=undo)),
        changed=workplace.changed,
    )


def look(counter: Counter, case_id: str) -> Shown:
    """A case, as far as its papers are concerned; that somebody looks at one of a guarded service is written down.

    Raises:
        StoreError: it can't be written down.
    """
    case, found = attachments.whole(counter, CaseId(case_id))
    guard.look(counter, case)
    try:
        places = places_of(counter.service_of(case))
    except DeskError:  # the standard isn't known here; papers belong to the case as a whole
        places = places_of(None)
    return Shown(
        case_id=case_id,
        number=case.registration_number,
        attachments=found,
        places=places,
        guarded=guard.is_guarded(counter, case),
        writable=not (case.read_only or case.destroyed),
    )


def places_of(service: Service | None) -> tuple[Place, ...]:
    """What of a case of that service a paper can belong to: all of it, a requirement, a step of its route."""
    whole = Place(ANYWHERE, tr("Berkas ini secara umum"))
    if service is None:
        return (whole,)
    wanted = [_requirement(requirement) for requirement in service.every_requirement() if _is_paper(requirement)]
    steps = [
        Place(f"step:{step.key}", tr("Langkah {number}: {title}", number=step.number or "–", title=step.title))
        for step in route_of(service)
    ]
    return (whole, *wanted, *steps)


def _is_paper(requirement: Requirement) -> bool:
    return requirement.kind not in ("condition", "instruction")


def _requirement(requirement: Requirement) -> Place:
    names = {part for name in (requirement.document, requirement.id) if name for part in (name.lower(),)}
    words = f"{requirement.number}. {requirement.text}" if requirement.number else requirement.text
    return Place(f"requirement:{requirement.id}", words, frozenset(names))


def _add(counter: Counter, case_id: str, prepared: Prepared, place: Mapping[str, str], note: str) -> Added:
    return attachments.add(
        counter,
        CaseId(case_id),
        prepared,
        requirement=place.get("requirement"),
        step=place.get("step"),
        visit=place.get("visit"),
        note=note,
    )


def _media() -> ModuleType:
    """The library of pictures, imported when the first is looked into, and then on a worker."""
    from desk.services import media  # noqa: PLC0415 (see above)

    return media


def _nothing_pasted() -> str:
    return tr("Papan klip tidak berisi gambar atau berkas. Salin gambarnya dulu, lalu tempel.")


def _fixed(step: str, visit: str) -> dict[str, str]:
    return {kind: key for kind, key in (("step", step), ("visit", visit)) if key}


def _open(dialog: QDialog, say: Callable[[str], None]) -> None:
    """Over the window, without stopping it. A scan's keys must press nothing in it."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    scans, handle = ScanFilter(dialog), dialog.windowHandle()
    if handle is not None:
        scans.watch(handle)
    scans.scanned.connect(lambda _code: say(tr("Tutup lampiran ini dulu, lalu pindai lagi.")))

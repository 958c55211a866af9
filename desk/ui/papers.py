"""The papers that screens can ask for. Printing is imported when the first one is made. Without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.language import tr
from desk.ui.preview.request import PaperRequest

if TYPE_CHECKING:
    from desk.domain.case import Case
    from desk.domain.catalogue import Service
    from desk.services.counter import Counter


def checklist(counter: Counter, service: Service) -> PaperRequest:
    """The list of requirements, for the applicant to take home."""

    def make(size: str, _copy: int) -> bytes:
        from desk.print.checklist import checklist_pdf  # noqa: PLC0415 (reportlab comes with the first paper)

        return checklist_pdf(
            counter.office, service, size, documents=counter.catalogue.documents, printed_on=counter.today
        )

    return PaperRequest(
        kind=f"checklist:{service.id}",
        title=tr("Daftar persyaratan: {service}", service=service.title),
        make=make,
        papers=("f4", "a4", "roll80", "roll58"),
        file_name=f"persyaratan-{service.id.replace('/', '-')}.pdf",
    )


def slip(counter: Counter, case: Case) -> PaperRequest:
    """The receipt of a complete file."""

    def make(size: str, copy: int) -> bytes:
        from desk.print.slip import slip_pdf  # noqa: PLC0415 (see checklist)
        from desk.services import cases  # noqa: PLC0415 (see checklist)
        from desk.services.counter import due_of_case  # noqa: PLC0415 (see checklist)

        now = cases.load(counter, case.id)
        service = counter.service_of(now)
        return slip_pdf(
            counter.office,
            service,
            now,
            due=due_of_case(now, service, counter.calendar),
            paper=size,
            officer=counter.officer,
            printed_at=counter.now(),
            copy=copy,
        )

    return PaperRequest(
        kind="slip",
        title=tr("Tanda terima {number}", number=case.registration_number),
        make=make,
        papers=("a6", "a5", "roll80", "roll58", "a4", "f4"),
        case_id=case.id,
        file_name=f"tanda-terima-{case.registration_number}.pdf",
    )


def shortage(counter: Counter, case: Case) -> PaperRequest:
    """The list of what is missing of a returned file."""

    def make(size: str, copy: int) -> bytes:
        from desk.print.shortage import shortage_pdf  # noqa: PLC0415 (see checklist)
        from desk.services import cases  # noqa: PLC0415 (see checklist)
        from desk.services.intake import assessment_of  # noqa: PLC0415 (see checklist)

        now = cases.load(counter, case.id)
        return shortage_pdf(
            counter.office,
            counter.service_of(now),
            now,
            assessment_of(counter, now),
            paper=size,
            officer=counter.officer,
            printed_at=counter.now(),
            copy=copy,
            documents=counter.catalogue.documents,
        )

    return PaperRequest(
        kind="missing",
        title=tr("Lembar kekurangan {number}", number=case.registration_number),
        make=make,
        papers=("a5", "a6", "a4", "f4", "roll80", "roll58"),
        case_id=case.id,
        file_name=f"kekurangan-{case.registration_number}.pdf",
    )


def disposition(counter: Counter, case: Case, whose: str = "") -> PaperRequest:
    """The disposition sheet for whoever decides next, or for the slot, desk or role that is named."""
    from desk.services import sheets  # noqa: PLC0415 (see checklist)

    slot = sheets.slot_of(counter, case, whose)

    def make(size: str, copy: int) -> bytes:
        from desk.print.disposition import disposition_pdf  # noqa: PLC0415 (see checklist)
        from desk.services import cases  # noqa: PLC0415 (see checklist)

        form = sheets.sheet_for(counter, cases.load(counter, case.id), slot)
        sheets.keep_lists(counter, form)
        return disposition_pdf(
            counter.office, form, paper=size, officer=counter.officer, printed_at=counter.now(), copy=copy
        )

    return PaperRequest(
        kind=f"disposition:{slot}",
        title=tr("Lembar disposisi {number}", number=case.registration_number),
        make=make,
        papers=("half", "f4", "a4", "a5"),
        case_id=case.id,
        file_name=f"disposisi-{case.registration_number}.pdf",
    )


def given_back(counter: Counter, case: Case, papers: tuple[str, ...] = ()) -> PaperRequest:
    """The receipt for original papers that go back: those `papers`, else what went back last, else what is kept."""

    def make(size: str, copy: int) -> bytes:
        from desk.print.given_back import given_back_pdf, returned  # noqa: PLC0415 (see checklist)
        from desk.services import cases  # noqa: PLC0415 (see checklist)

        now = cases.load(counter, case.id)
        service = counter.service_of(now)
        return given_back_pdf(
            counter.office,
            service,
            now,
            returned(service, now, papers),
            paper=size,
            officer=counter.officer,
            printed_at=counter.now(),
            copy=copy,
        )

    return PaperRequest(
        kind="given_back",
        title=tr("Pengembalian berkas asli {number}", number=case.registration_number),
        make=make,
        papers=("a5", "a6", "a4", "f4", "roll80", "roll58"),
        case_id=case.id,
        file_name=f"berkas-asli-{case.registration_number}.pdf",
    )

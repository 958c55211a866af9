"""What is left out: empty components, entries without content, guarantees that guarantee nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.domain.catalogue import Service
from desk.domain.doubts.doubt import Doubt, quoted, quotes

_COMPONENTS = {
    "requirements": "Persyaratan", "route": "Sistem, mekanisme, dan prosedur", "complaints": "Penanganan pengaduan",
    "legal_basis": "Dasar hukum", "facilities": "Sarana dan prasarana", "competence": "Kompetensi pelaksana",
    "oversight": "Pengawasan internal", "assurance": "Jaminan pelayanan", "safety": "Jaminan keamanan dan keselamatan",
    "evaluation": "Evaluasi kinerja pelaksana",
}  # fmt: skip
_PAPER_WORDS = re.compile(
    r"^(?:(?:maklumat|mott?o|pelayanan|dan|kode etik|pakta integritas|standar)\W*)+$", re.IGNORECASE
)
_COMPLAINT_WORDS = re.compile(r"keluhan|pengaduan", re.IGNORECASE)


def components(service: Service) -> Iterator[Doubt]:
    """Components of PermenPANRB 15/2014 that the standard doesn't fill."""
    for key, name in _COMPONENTS.items():
        if not getattr(service, key):
            yield _empty(service, key, name)
    if service.duration is None:
        yield _empty(service, "duration", "Jangka waktu penyelesaian")
    if service.executors.count is None and not service.executors.roles:
        yield _empty(service, "executors", "Jumlah pelaksana")


def entries(service: Service) -> Iterator[Doubt]:
    """An entry that is only its heading: 'Pelatihan:'."""
    for key in ("facilities", "competence", "oversight", "assurance", "safety", "evaluation"):
        for text in getattr(service, key):
            if text.rstrip().endswith(":") or text.strip(" -–.") == "":
                message = f"{_COMPONENTS[key]}: {quoted(text)} tidak diisi."
                yield Doubt(service.id, key, "entry_empty", message, (text,))


def guarantees(service: Service) -> Iterator[Doubt]:
    """Guarantees that name other documents, or the handling of complaints, and promise nothing themselves."""
    if service.safety and all(_PAPER_WORDS.match(text) for text in service.safety):
        message = f"Jaminan keamanan dan keselamatan hanya {quotes(service.safety)}: tidak ada yang dijamin."
        yield Doubt(service.id, "safety", "guarantee_without_content", message, service.safety)
    if service.assurance and all(_COMPLAINT_WORDS.search(text) for text in service.assurance):
        message = f"Jaminan pelayanan hanya tentang pengaduan: {quotes(service.assurance)}."
        yield Doubt(service.id, "assurance", "guarantee_without_content", message, service.assurance)


def fee(service: Service) -> Iterator[Doubt]:
    """Money is asked and no rule on charges is cited."""
    titles = " ".join(citation.title for citation in service.legal_basis)
    if service.fee > 0 and not re.search(
        r"retribusi|tarif|pnbp|penerimaan negara bukan pajak|pajak daerah", titles, re.IGNORECASE
    ):
        message = f"Biaya Rp{service.fee:,} tanpa dasar hukum tentang retribusi atau tarif.".replace(",", ".")
        yield Doubt(service.id, "fee", "fee_without_basis", message, ())


def _empty(service: Service, key: str, name: str) -> Doubt:
    message = f"Komponen “{name}” kosong; PermenPANRB 15/2014 mewajibkannya."
    return Doubt(service.id, key, "component_empty", message, ())

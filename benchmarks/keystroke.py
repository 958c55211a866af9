"""What every keystroke of the form asks: which service is meant, and how the form stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.build import OFFICE, open_at
from benchmarks.intake import intakes
from benchmarks.measure import Act, Figure, each
from desk.domain.checklist import assess
from desk.models.home import Home

ABSOLUTE = 2.0
TYPED = (
    "adopsi anak", "bansos", "surat keterangan tidak mampu", "dtks", "kursi roda", "orang terlantar", "izin undian",
    "rehabilitasi napza", "bantuan bencana", "yayasan", "rekomendsi", "disabilitas", "bpjs gratis", "ijin operasional",
)  # fmt: skip


def figures(homes: dict[str, Home], _scratch: Path, runs: int) -> Iterator[Figure]:
    counter = open_at(next(iter(homes.values())))
    rounds = max(runs // 50, 3)
    catalogue = counter.catalogue
    texts = sorted({text[:length] for text in TYPED for length in range(1, len(text) + 1)})
    one_office: list[Act] = [partial(catalogue.search, text, OFFICE) for text in texts]
    everywhere: list[Act] = [partial(catalogue.search, text) for text in texts]
    several = f"{len(catalogue.services())} services"
    yield Figure("catalogue search, own office", each(one_office, rounds=rounds), limit=ABSOLUTE)
    yield Figure(f"catalogue search, all {several}", each(everywhere, rounds=rounds), limit=ABSOLUTE)
    forms = intakes(counter)
    judged: list[Act] = []
    for _ in catalogue.services(OFFICE):
        form = next(forms)
        judged.append(partial(assess, catalogue.service(form.service), form, counter.today))
    yield Figure("assess a form", each(judged, rounds=rounds * 5), limit=ABSOLUTE)
    counter.store.close()

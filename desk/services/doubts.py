"""`desk catalogue check`: the doubts about the packs, with the table of laws that lies beside them."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from desk.domain.doubts.check import doubts_of
from desk.domain.doubts.doubt import Doubt
from desk.domain.doubts.laws import Laws, read_laws
from desk.domain.pack import PackError
from desk.services.catalogue import Catalogue

LAWS_FILE = "laws.json"


@lru_cache(maxsize=4)
def load_laws(folder: Path) -> Laws:
    """The table of well-known laws of a data folder.

    Raises:
        PackError: it is missing or wrong.
    """
    try:
        raw = json.loads((folder / LAWS_FILE).read_bytes())
    except (OSError, ValueError) as error:
        raise PackError(LAWS_FILE, "", f"tidak bisa dibaca ({error})") from error
    return read_laws(raw, LAWS_FILE)


def catalogue_doubts(catalogue: Catalogue, laws: Laws, office: str | None = None) -> tuple[Doubt, ...]:
    """The doubts about one office's standards, or about all.

    Raises:
        NotFound: no pack has that slug. PackError: a pack that is asked for is wrong.
    """
    chosen = (catalogue.office(office),) if office else catalogue.whole().offices
    return tuple(doubt for one in chosen for doubt in doubts_of(one, laws))

"""What taking files into the catalogue would change. Without Qt."""

from __future__ import annotations

import json
from collections.abc import Mapping

from desk.domain.comparing import Difference, differences


def changes_of(held: Mapping[str, bytes], changed: Mapping[str, bytes | None]) -> list[Difference]:
    """By service and component; an office's own data and the registry of papers as a whole."""
    found: list[Difference] = []
    for name in sorted(changed):
        content = changed[name]
        before = json.loads(held[name]) if name in held else None
        after = json.loads(content) if content is not None else None
        if name.rpartition("/")[2].isdigit():
            found += differences(name, before, after)
        elif name.endswith("/office"):
            found.append(Difference(name, "office", before or {}, after or {}))
        else:
            old = {one["id"]: one for one in (before or {}).get("documents", ())}
            new = [one for one in (after or {}).get("documents", ()) if one["id"] not in old]
            found.append(Difference(name, "documents", None, [one["name"] for one in new]))
    return found

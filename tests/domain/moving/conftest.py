"""One counter with a file that was taken in complete, and how a refusal is looked at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desk.domain.errors import Refused
from tests.casework import Clerk

Refusal = Callable[..., tuple[str, str | None]]


@pytest.fixture
def clerk() -> Clerk:
    """Its file waits at the first step of the office, ``terima``."""
    return Clerk().register()


@pytest.fixture
def refused() -> Refusal:
    """(code, field) of an act that is refused and leaves nothing behind."""

    def attempt(clerk: Clerk, action: str, *to: str, note: str = "", **data: object) -> tuple[str, str | None]:
        before = dict(clerk.known)
        with pytest.raises(Refused) as caught:
            clerk.act(action, *to, note=note, data=data)
        assert clerk.known == before
        return caught.value.code, caught.value.field

    return attempt

"""What an officer may do, by role. Who has which role is told when officers sign in; this is the rule alone.

One person may have several roles and may then do what any of them may. Until a home has officers it is one person's
desk, and that person may do everything.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal, get_args

from desk.domain.errors import NotPermitted

Role = Literal["counter", "registrar", "head", "division_head", "social_worker", "admin", "auditor"]
Permission = Literal[
    "act", "see_sensitive", "edit_catalogue", "edit_office", "see_audit", "export_identity_numbers"
]  # fmt: skip
"""``act`` on cases; ``edit_office`` is the calendar, positions and people."""

ROLES: tuple[Role, ...] = get_args(Role)
EVERYTHING: frozenset[Permission] = frozenset(get_args(Permission))

GRANTS: Mapping[Role, frozenset[Permission]] = {
    "counter": frozenset({"act"}),
    "registrar": frozenset({"act", "export_identity_numbers"}),
    "head": frozenset({"act", "see_sensitive", "edit_catalogue", "see_audit"}),
    "division_head": frozenset({"act", "see_sensitive"}),
    "social_worker": frozenset({"act", "see_sensitive"}),
    "admin": frozenset({"edit_catalogue", "edit_office"}),
    "auditor": frozenset({"see_audit"}),
}
"""Who keeps the machine doesn't thereby read the files, and who audits changes nothing."""


def may(roles: Collection[Role] | None, permission: Permission) -> bool:
    """Whether an officer of those roles may do it; None is the one person of a desk without officers."""
    return roles is None or any(permission in GRANTS[role] for role in roles)


def require(roles: Collection[Role] | None, permission: Permission) -> None:
    """Go on only if they may.

    Raises:
        NotPermitted: they may not.
    """
    if not may(roles, permission):
        template = "Peran Anda tidak mengizinkan tindakan ini; minta bantuan petugas yang berwenang."
        raise NotPermitted("not_permitted", template)

"""What each role may do."""

from __future__ import annotations

import pytest

from desk.domain.errors import NotPermitted
from desk.domain.roles import EVERYTHING, GRANTS, ROLES, Permission, may, require


def test_every_role_has_its_rule_and_every_permission_somebody() -> None:
    assert set(GRANTS) == set(ROLES)
    assert frozenset().union(*GRANTS.values()) == EVERYTHING


def test_until_there_are_officers_the_one_person_of_the_desk_may_do_everything() -> None:
    for permission in EVERYTHING:
        require(None, permission)


@pytest.mark.parametrize(
    ("role", "permission"),
    [
        ("counter", "see_sensitive"), ("admin", "see_sensitive"), ("auditor", "act"), ("counter", "edit_office"),
        ("head", "export_identity_numbers"),
    ],
)  # fmt: skip
def test_what_a_role_may_not_do_is_refused_with_a_sentence(role: str, permission: Permission) -> None:
    with pytest.raises(NotPermitted) as refused:
        require([role], permission)  # type: ignore[list-item]
    assert refused.value.exit_code == 7
    assert refused.value.message.endswith(".")


def test_one_person_of_two_roles_may_do_what_either_may() -> None:
    assert may(["counter", "admin"], "act")
    assert may(["counter", "admin"], "edit_office")
    assert not may(["counter", "admin"], "see_sensitive")
    assert not may([], "act")

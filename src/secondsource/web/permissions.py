"""Who may do what: the one table that every route goes by."""

from enum import StrEnum

from secondsource.model.desk import Role


class Need(StrEnum):
    """What a route asks of a visitor."""

    NOBODY = "nobody"
    SIGNED_IN = "signed in"
    ANALYSE = "analyse"
    EDIT = "edit"
    MODERATE = "moderate"
    ADMINISTER = "administer"


ROLES: dict[Need, frozenset[Role]] = {
    Need.SIGNED_IN: frozenset(Role),
    Need.ANALYSE: frozenset({Role.ANALYST, Role.EDITOR, Role.ADMIN}),
    Need.EDIT: frozenset({Role.EDITOR, Role.ADMIN}),
    Need.MODERATE: frozenset({Role.MODERATOR, Role.ADMIN}),
    Need.ADMINISTER: frozenset({Role.ADMIN}),
}
"""Which roles meet a need; ``nobody`` asks for none."""


def allows(need: Need, role: Role | None) -> bool:
    """Return whether somebody of that role, None if not signed in, meets the need."""
    return need is Need.NOBODY or (role is not None and role in ROLES[need])

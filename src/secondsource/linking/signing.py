"""Who decided, as the public is told: what a person does at the desk and a number, in the place of the name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from secondsource.model.judgement import Judgement

SOMEBODY = "person"
"""What somebody is called whose work at the desk is not known."""


def signs(deciders: Iterable[str], roles: Mapping[str, str]) -> dict[str, str]:
    """Return how each person signs in public: "analyst no. 2".

    Numbers go by who decided first, so that they stay the same as long as nothing is put in front of the history.

    Args:
        deciders: The name with each answer of the whole history, superseded answers too, first to last.
        roles: What people do at the desk, by name; who is not in it is a :data:`SOMEBODY`.
    """
    names = dict.fromkeys(deciders)
    return {name: f"{roles.get(name, SOMEBODY)} no. {n}" for n, name in enumerate(names, 1)}


def signed(judgements: Sequence[Judgement], by: Mapping[str, str]) -> tuple[Judgement, ...]:
    """Return the answers with the signs of :func:`signs` in the place of names; what people wrote is left alone."""
    # Of one moment some answers are told in the order of their names; the signs must not change which one counts.
    return tuple(replace(judgement, who=by.get(judgement.who, SOMEBODY)) for judgement in judgements)

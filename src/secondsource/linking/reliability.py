"""How far people rely on a source: the letter they gave it, which stands above the written rules."""

from collections.abc import Iterable, Sequence

from secondsource.linking.outlet_names import outlet_key, outlet_name
from secondsource.model.judgement import Judgement, JudgementKind
from secondsource.model.outlet_phrases import fold_name
from secondsource.model.outlets import find_outlet


def source_subject(name: str) -> tuple[str]:
    """Return the one subject under which the reliability of the source of that name is kept.

    An outlet or body that the table knows goes by its canonical name, whichever alias is given.
    """
    return (outlet_name(name),)


class Reliabilities:
    """The letters that people gave to sources; the latest answer on each stands.

    Args:
        judgements: What people decided; those of other kinds are left out, and their order does not matter.
    """

    def __init__(self, judgements: Sequence[Judgement] = ()) -> None:
        asked = [each for each in judgements if each.kind is JudgementKind.RELIABILITY and len(each.subject) == 1]
        # By all they say, so that no two of one moment depend on the order in which they are given.
        asked.sort(key=lambda each: (each.at, each.subject, each.value, each.who, each.why))
        latest = {outlet_key(each.subject[0]): each for each in asked}
        # An empty answer takes the letter back.
        self._by_key = {key: each for key, each in latest.items() if each.value}

    def of(self, origin: str, controller: str | None = None) -> Judgement | None:
        """Return what stands for an origin, None where nobody judged it.

        A letter given to the origin itself goes before one for its publisher's family, and that before one for whoever
        controls it.
        """
        found = (self._by_key.get(key) for key in _keys(origin, controller))
        return next((each for each in found if each is not None), None)


def _keys(origin: str, controller: str | None) -> Iterable[str]:
    yield outlet_key(origin)
    outlet = find_outlet(origin)
    if outlet is not None:
        yield fold_name(outlet.family)
    if controller is not None:
        yield fold_name(controller)


def told(judgement: Judgement, default: tuple[str, str]) -> str:
    """Return who gave a source its letter, when and why, and what the written rules would have given.

    Args:
        judgement: The answer.
        default: The letter by the rules, and the rule.
    """
    letter, rule = default
    return (
        f"{judgement.who} rated {judgement.subject[0]} {judgement.value} on {judgement.at:%Y-%m-%d}: "
        f"“{judgement.why}”; by the written rules it would be {letter}: {rule}"
    )

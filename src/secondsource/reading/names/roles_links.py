"""Which person of a sentence holds which office named in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from secondsource.model.evidence import Span
from secondsource.reading.names.roles_beside import after_name, before_comma, before_name, goes_on
from secondsource.reading.names.roles_leads import find_leads
from secondsource.reading.names.roles_owners import Owner
from secondsource.reading.names.roles_scene import Holders, Scene
from secondsource.reading.names.roles_units import Unit
from secondsource.reading.names.roles_verbs import by_verb, inverted, named

# In this order: what stands closer to the name decides first.
_RULES: tuple[Callable[[Scene, int], Holders], ...] = (
    before_name,
    after_name,
    named,
    by_verb,
    goes_on,
    before_comma,
    inverted,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A person and the office that the words of a sentence give them.

    Attributes:
        person: The person, as a place in the units of the sentence.
        office: The words of the office.
        owner: What the office belongs to.
    """

    person: int
    office: Span
    owner: Owner


def find_links(units: Sequence[Unit]) -> list[Link]:
    """Return who holds which office by the words of one sentence, in order of the persons and of the offices."""
    if not any(unit.person for unit in units):
        return []
    leads = (Link(person=lead.person, office=lead.verb, owner=lead.owner) for lead in find_leads(units))
    return sorted([*_by_phrases(Scene(units)), *leads], key=lambda link: (link.person, link.office.start))


def _by_phrases(scene: Scene) -> Iterator[Link]:
    for rule in _RULES:
        for number in range(len(scene.phrases)):
            if not scene.holders[number]:
                scene.holders[number] = rule(scene, number)
    for number in range(len(scene.phrases) - 2, -1, -1):
        _share_owner(scene, number)
    _settle_counterparts(scene)
    for number, holders in enumerate(scene.holders):
        for person in holders:
            yield Link(person=person, office=scene.offices[number], owner=scene.owners[number])


def _share_owner(scene: Scene, number: int) -> None:
    """Give an office without a body that of the next one of the same holder: "chairman and founder of Y"."""
    holders = scene.holders[number]
    if scene.owners[number].told or not holders or holders != scene.holders[number + 1]:
        return
    if scene.listed(number) or scene.between(number) == ["and"]:
        scene.owners[number] = scene.owners[number + 1]


def _settle_counterparts(scene: Scene) -> None:
    """Give a counterpart the office of the one they are the counterpart of; without one there is none to give."""
    for number, phrase in enumerate(scene.phrases):
        if phrase.head != "counterpart":
            continue
        earlier = next((place for place in range(number - 1, -1, -1) if scene.holders[place]), None)
        if earlier is None:
            scene.holders[number] = ()
        else:
            scene.offices[number] = scene.offices[earlier]
            scene.owners[number] = replace(scene.owners[number], pronoun=None, noun=None)

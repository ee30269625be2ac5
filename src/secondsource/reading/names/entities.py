"""One entity for each distinct person, body, place or thing that a page names."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from secondsource.model.entity import Entity, Name, NameType
from secondsource.model.ids import EntityId
from secondsource.model.outlets import Outlet
from secondsource.model.territories import Territory, find_territory
from secondsource.reading.actor_codes import actor_code
from secondsource.reading.names.entities_bodies import body_keys
from secondsource.reading.names.entities_people import person_keys
from secondsource.reading.names.found import Found
from secondsource.reading.names.roles import Role, find_roles
from secondsource.reading.page import Naming, Page
from secondsource.text.normalise import fold

_CODED = frozenset({NameType.PERSON, NameType.ORG, NameType.GPE, NameType.NORP})
_INTERNATIONAL = ("UNO", "IGO", "EUR", "NGO", "NAT")
_POSSESSIVE = re.compile(r"[’']s?\s\Z")


@dataclass(slots=True)
class _Group:
    """What is known of one entity while its mentions are gathered; it is the only value here that changes."""

    type: NameType
    first: Found
    words: Counter[str] = field(default_factory=Counter)
    titles: dict[str, str] = field(default_factory=dict)
    affiliation: str | None = None
    country: str | None = None
    n: int = 0


def name_entities(page: Page, found: Sequence[Found]) -> Naming:
    """Return the names with the entities they stand for, ``e1``, ``e2`` and on in order of first mention.

    Args:
        page: The report laid out.
        found: Its names in text order, not overlapping.
    """
    roles = find_roles(page, found)
    keys = _keys(page.text, found, roles)
    groups: dict[str, _Group] = {}
    for item, key in zip(found, keys, strict=True):
        group = groups.setdefault(key, _Group(type=item.type, first=item))
        group.n += 1
        group.words[_words(page.text, item)] += 1
        group.country = group.country or _country(page.text, item)
    _give_roles(page.text, found, keys, roles, groups)
    _give_nations(page.text, found, keys, groups)
    ids = {key: EntityId(f"e{number}") for number, key in enumerate(groups, start=1)}
    names = tuple(
        Name(start=item.start, end=item.end, type=item.type, entity=ids[key])
        for item, key in zip(found, keys, strict=True)
    )
    return Naming(names=names, entities=tuple(_entity(ids, key, groups) for key in groups))


def _words(text: str, item: Found) -> str:
    """Return a mention's words without the article that may stand in it."""
    words = text[item.start : item.end]
    return words[4:] if words[:4].lower() == "the " and len(words) > 4 else words


def _keys(text: str, found: Sequence[Found], roles: Sequence[Role]) -> list[str]:
    people = person_keys(text, found, roles)
    bodies = body_keys(text, found)
    return [people.get(item.start) or bodies.get(item.start) or _plain_key(text, item) for item in found]


def _plain_key(text: str, item: Found) -> str:
    if isinstance(item.known, Territory):
        kind = "capital" if item.capital else item.type.value
        return f"{kind}:{item.known.alpha3}"
    if item.known is not None:
        return f"{item.type.value}:{item.known.name}"
    return f"{item.type.value}:{fold(_words(text, item))}"


def _country(text: str, item: Found) -> str | None:
    if isinstance(item.known, Territory):
        return item.known.alpha3
    if item.known is not None:
        return item.known.country
    if item.type is not NameType.ORG and item.type is not NameType.FACILITY:
        return None
    return _nation_in(_words(text, item))


def _nation_in(words: str) -> str | None:
    """Return the country whose name or people the first words of a body's name are ("South Korean Ministry …")."""
    if "가" <= words[:1] <= "힣":
        return next((found.alpha3 for n in (4, 3, 2) if (found := find_territory(words[:n])) is not None), None)
    parts = words.split()
    for n in (2, 1):
        territory = find_territory(" ".join(parts[:n])) if len(parts) > n else None
        if territory is not None:
            return territory.alpha3
    return None


def _give_roles(
    text: str, found: Sequence[Found], keys: Sequence[str], roles: Sequence[Role], groups: Mapping[str, _Group]
) -> None:
    by_start = {item.start: key for item, key in zip(found, keys, strict=True)}
    for role in roles:
        group = groups[by_start[role.person.start]]
        if role.office is not None:
            words = " ".join(role.office.of(text).split())
            group.titles.setdefault(fold(words), words)
        if role.organisation is not None and group.affiliation is None:
            group.affiliation = by_start.get(role.organisation.start)
        group.country = group.country or role.country
    for group in groups.values():
        if group.type is NameType.PERSON and group.country is None and group.affiliation is not None:
            body = groups[group.affiliation]
            international = (actor_code(_name(body)) or "").startswith(_INTERNATIONAL)
            group.country = None if international else body.country


def _give_nations(text: str, found: Sequence[Found], keys: Sequence[str], groups: Mapping[str, _Group]) -> None:
    """Set the country of those named right after a state in the possessive ("North Korea's Kim Jong Un")."""
    for before, item, key in zip(found, found[1:], keys[1:], strict=False):
        if item.type not in (NameType.PERSON, NameType.ORG) or groups[key].country is not None:
            continue
        between = text[before.end : item.start]
        nation = isinstance(before.known, Territory) and before.type in (NameType.GPE, NameType.NORP)
        if nation and (_POSSESSIVE.match(between) or (before.type is NameType.NORP and between == " ")):
            groups[key].country = _country(text, before)


def _entity(ids: Mapping[str, EntityId], key: str, groups: Mapping[str, _Group]) -> Entity:
    group = groups[key]
    name = _name(group)
    affiliation = None if group.affiliation is None else ids[group.affiliation]
    return Entity(
        id=ids[key],
        name=name,
        type=group.type,
        titles=tuple(group.titles.values()),
        affiliation=affiliation,
        country=group.country,
        code=_code(group, name, groups),
        mentions=group.n,
    )


def _name(group: _Group) -> str:
    known = group.first.known
    if isinstance(known, Territory):
        if group.first.capital:
            return known.capital or known.name
        return known.demonyms[0] if group.type is NameType.NORP else known.name
    if known is not None:
        return known.name
    # The fullest form stands for the entity; of two as full, the one used more often, then the one used first.
    forms = list(group.words)
    return max(forms, key=lambda words: (len(fold(words).split()), group.words[words], len(words), -forms.index(words)))


def _code(group: _Group, name: str, groups: Mapping[str, _Group]) -> str | None:
    if group.type not in _CODED:
        return None
    if isinstance(group.first.known, Territory):
        return group.first.known.alpha3
    if group.type is NameType.PERSON:
        words = [*group.titles.values()]
        if group.affiliation is not None:
            words.append(_name(groups[group.affiliation]))
        return actor_code(" , ".join(words), country=group.country) if words or group.country else None
    body = actor_code(name)
    if body is not None and group.country is not None and body.startswith(_INTERNATIONAL):
        # The seat of an international body is not its country.
        return body
    press = isinstance(group.first.known, Outlet) and group.first.known.kind.value in ("outlet", "agency")
    return actor_code(f"{name} , journalist" if press else name, country=group.country)

"""Which mentions stand for the same person."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from secondsource.model.entity import NameType
from secondsource.reading.names.found import Found
from secondsource.reading.names.people import cyrillic_stem, family_name, family_name_first
from secondsource.reading.names.roles import Role
from secondsource.text.normalise import fold

_PROMINENT = 2


def person_keys(text: str, found: Sequence[Found], roles: Sequence[Role]) -> dict[int, str]:
    """Return a key for each person's mention by its first character; mentions of one person share theirs.

    Spellings that differ in hyphens, case or a middle initial are one person. A family name alone is the one person
    of that name; where several share it, it is the one whose title it bears, else the one named at least twice as
    often as all others of the name together, else a person of its own: two people are never taken for one.
    """
    people = [item for item in found if item.type is NameType.PERSON]
    words = {item.start: tuple(_words(text[item.start : item.end])) for item in people}
    full = _full_names(words.values())
    # Whoever took the picture ("Name/Agency") is not talked about.
    told = [words[item.start] for item in people if text[item.end : item.end + 1] != "/"]
    counts = Counter(full[name] for name in told if name in full)
    borne = _titles(text, roles)
    titles: dict[str, frozenset[str]] = {}
    for start, own in borne.items():
        key = full.get(words.get(start, ()), "")
        titles[key] = titles.get(key, frozenset()) | own
    families = _families(full)
    keys: dict[int, str] = {}
    for item in people:
        name = words[item.start]
        key = full.get(name) or _bearer(name, families, counts, titles, borne.get(item.start, frozenset()))
        keys[item.start] = f"PERSON:{key}"
    return keys


def _families(full: Mapping[tuple[str, ...], str]) -> dict[str, list[str]]:
    """Return the keys of the bearers of each family name."""
    families: dict[str, list[str]] = {}
    for name, key in sorted(full.items()):
        bearers = families.setdefault(family_name(name), [])
        if key not in bearers:
            bearers.append(key)
    return families


def _words(name: str) -> list[str]:
    return [word for word in fold(name).split() if word]


def _full_names(names: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """Return the canonical key of each name of two words and more."""
    canonical: dict[str, str] = {}
    full: dict[tuple[str, ...], str] = {}
    for name in names:
        if len(name) < 2 or name in full:
            continue
        joined = "".join(name) if family_name_first(name) else "".join(_without_initials(name))
        stem = "".join(cyrillic_stem(word) for word in name) if _cyrillic(name) else joined
        full[name] = canonical.setdefault(stem, " ".join(name))
    return full


def _without_initials(name: tuple[str, ...]) -> tuple[str, ...]:
    if len(name) < 3:
        return name
    return (name[0], *(word for word in name[1:-1] if len(word) > 1), name[-1])


def _cyrillic(name: Sequence[str]) -> bool:
    return "Ѐ" <= name[0][0] <= "ӿ"


def _bearer(
    name: tuple[str, ...],
    families: Mapping[str, Sequence[str]],
    counts: Counter[str],
    titles: Mapping[str, frozenset[str]],
    own: frozenset[str],
) -> str:
    """Return the key of the person that a family name alone stands for, or a key of its own."""
    alone = " ".join(name)
    if not name:
        return alone
    sought = cyrillic_stem(name[0])
    bearers = [key for key in families.get(sought, ()) if counts[key]]
    if len(bearers) == 1:
        return bearers[0]
    titled = [key for key in bearers if own & titles.get(key, frozenset())]
    if len(titled) == 1:
        return titled[0]
    ranked = sorted(bearers, key=lambda key: (-counts[key], key))
    if ranked and counts[ranked[0]] >= _PROMINENT * max(1, sum(counts[key] for key in ranked[1:])):
        return ranked[0]
    return alone


def _titles(text: str, roles: Sequence[Role]) -> dict[int, frozenset[str]]:
    """Return the words of the titles beside each mention, by its first character."""
    gathered: dict[int, frozenset[str]] = {}
    for role in roles:
        if role.office is not None:
            words = frozenset(fold(role.office.of(text)).split())
            gathered[role.person.start] = gathered.get(role.person.start, frozenset()) | words
    return gathered

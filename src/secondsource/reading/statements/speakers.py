"""Whom the words that name a source stand for, within one report."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.model.entity import Entity, Name, NameType
from secondsource.model.evidence import Span, Spans
from secondsource.model.ids import EntityId
from secondsource.model.outlets import Outlet, OutletKind, find_outlet, find_outlets_in
from secondsource.model.territories import find_capital, territory_of
from secondsource.reading.page import Naming, Page
from secondsource.reading.statements.speakers_together import accused, joined_states, listed_before
from secondsource.reading.statements.speakers_words import (
    ARMED,
    ARTICLE,
    BODIES,
    BODY_WORDS,
    BOTH,
    DELEGATE,
    FOR,
    GENERIC,
    GROUPS,
    HE,
    IN_STATEMENT,
    IT,
    KOREAN_ROLE,
    MEDIA_WORDS,
    MINISTRY,
    NEAR,
    NOUN_BEFORE,
    OWNER,
    PARTITIVE,
    PAUSE,
    PLURAL,
    POSSESSED,
    ROLE,
    RUSSIAN_SECRETARY,
    SHE,
    SOMEBODY,
    SPOKES,
    THEY,
    WHO,
)

_LOOK_BACK = 60
"""Names before a word within which what it stands for is looked for."""

_CLOSE = 90
"""Characters between a "who" and the name it belongs to, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whom a source stands for.

    Attributes:
        entity: The entity, None where the words name none of the report.
        name: Name of the entity, else the words; None where there are no words.
        organisation: Body spoken for, None if not said.
        office: Office as the report gives it, None if not said.
    """

    entity: EntityId | None = None
    name: str | None = None
    organisation: str | None = None
    office: str | None = None


NOBODY = Speaker()


@dataclass(slots=True)
class Speakers:
    """Finds speakers in the order of the text and remembers who spoke."""

    page: Page
    naming: Naming
    persons: list[Speaker] = field(default_factory=list)
    bodies: list[Speaker] = field(default_factory=list)
    said: list[Speaker] = field(default_factory=list)
    genders: dict[EntityId, str] = field(default_factory=dict)
    sources: list[Span] = field(default_factory=list)
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._starts = [name.start for name in self.naming.names]

    def names_in(self, span: Span) -> list[Name]:
        """Return the names that lie wholly inside ``span``, in text order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [name for name in self.naming.names[first:last] if name.end <= span.end]

    def _names_before(self, place: int) -> list[Name]:
        """Return the last names that end before ``place``, nearest first, not further back than matters."""
        last = bisect_left(self._starts, place)
        return [name for name in reversed(self.naming.names[max(0, last - _LOOK_BACK) : last]) if name.end <= place]

    def find(self, source: Spans) -> Speaker:
        """Return whom the words of ``source`` stand for and remember it."""
        if not source:
            return NOBODY
        speaker = self._resolved(source[0])
        self.said.append(speaker)
        self.sources.append(source[0])
        kind = None if speaker.entity is None else self.naming.entity(speaker.entity).type
        if kind is NameType.PERSON:
            self.persons.append(speaker)
        elif speaker.entity is not None or _body_like(speaker):
            self.bodies.append(speaker)
        return speaker

    def _resolved(self, source: Span) -> Speaker:
        words = " ".join(source.of(self.page.text).split())
        low = words.lower().strip(" ,—–-")
        if low in WHO:
            return self._antecedent(source)
        if low in HE or low in SHE:
            return self._person(source, "f" if low in SHE and low not in HE else "m", words)
        if low in THEY:
            several = (said for said in reversed(self.said) if said.name is not None and _many(said.name))
            return next(several, None) or Speaker(name=listed_before(self.page, self.names_in, source.start) or words)
        if low in BOTH:
            # They may be those spoken of or those who spoke last: only a denial tells that they are the accused.
            return Speaker(name=accused(self.page, self.names_in, source, self.sources) or words)
        if low in IT:
            return self.bodies[-1] if self.bodies else self._last_body(source.start) or Speaker(name=words)
        return self._described(source, words)

    def _described(self, source: Span, words: str) -> Speaker:
        names = self.names_in(source)
        role = ROLE.search(words) or KOREAN_ROLE.search(words)
        known = find_outlet(_without_article(words)) if role is None else None
        person = self._named_person(source, names) if known is None else None
        if person is not None:
            return self._of_person(self.naming.entity(person.entity), source, names)
        formed = self._formed(source, words, names) if known is None else self._of_outlet(known)
        if formed is not None:
            return formed
        possessed = None if role is not None else POSSESSED.match(words)
        if possessed is not None:
            return self._described(Span(source.start, source.start + len(possessed["body"])), possessed["body"])
        generic = self._generic(source, words)
        if generic is not None:
            return generic
        if role is not None or _several(words, names):
            return self._unnamed(source, words, names, role)
        return self._named_body(words, names) or self._by_surname(words) or Speaker(name=_without_article(words))

    def _formed(self, source: Span, words: str, names: Sequence[Name]) -> Speaker | None:
        """Return whom words of a fixed form mean: a state's delegate, somebody of a body, a group, several states."""
        delegate = DELEGATE.match(words)
        if delegate is not None and any(name.type is NameType.GPE for name in names):
            return Speaker(name=f"representative of {delegate['of']}", office="representative")
        somebody = SOMEBODY.match(words)
        if somebody is not None and _whole_outlet(somebody["body"]) is not None:
            # An unnamed person is told apart from the body itself.
            body = Span(source.start + somebody.start("body"), source.start + somebody.end("body"))
            organisation = self._described(body, somebody["body"]).name
            return Speaker(name=f"official of {somebody['body']}", organisation=organisation, office="official")
        name = GROUPS.get(_without_article(words).casefold()) or joined_states(self.page, source, names)
        return None if name is None else Speaker(name=name)

    def _unnamed(self, source: Span, words: str, names: Sequence[Name], role: re.Match[str] | None) -> Speaker:
        """Return somebody known by office alone, or several: their words are their name."""
        plural = _several(words, names)
        surname = None if plural else self._by_surname(words)
        if surname is not None:
            return surname
        outlet = _whole_outlet(words) if plural else None
        if outlet is not None:
            return Speaker(name=outlet.name)
        return Speaker(
            name=words if plural else _without_article(words),
            organisation=None if role is None else self._organisation(source, names),
            office=None if role is None or plural else role["role"],
        )

    def _named_person(self, source: Span, names: Sequence[Name]) -> Name | None:
        """Return the person who speaks: not one who is only spoken for ("a spokesman for Mr. Kim")."""
        for name in names:
            if name.type is not NameType.PERSON:
                continue
            before = self.page.text[source.start : name.start]
            if re.search(r"\b(?:for|of|to|with|by|under|from)\s+(?:[\w.]+\s+){0,4}$", before, re.IGNORECASE) and (
                ROLE.search(before) or "," not in before
            ):
                return None
            after = self.page.text[name.end : source.end]
            # "Orr's aide" is another; where nothing follows, as in "Orr's claim that", the saying is Orr's.
            return None if after[:2] in {"'s", "’s"} and len(after) > 2 else name
        return None

    def _of_person(self, entity: Entity, source: Span, names: Sequence[Name]) -> Speaker:
        organisation = None
        if entity.affiliation is not None:
            organisation = self.naming.entity(entity.affiliation).name
        organisation = organisation or self._organisation(source, names)
        role = ROLE.search(source.of(self.page.text)) or KOREAN_ROLE.search(source.of(self.page.text))
        office = entity.titles[0] if entity.titles else (role["role"] if role else None)
        known = next((speaker for speaker in reversed(self.persons) if speaker.entity == entity.id), None)
        if organisation is None and known is None and role is not None and SPOKES.search(role["role"]):
            organisation = self._spoken_for(source.start)
        if known is not None:
            organisation, office = organisation or known.organisation, office or known.office
        return Speaker(entity=entity.id, name=entity.name, organisation=organisation, office=office)

    def _spoken_for(self, before: int) -> str | None:
        """Return the official body last named before a spokesperson whose body the words leave out."""
        start = max(0, before - NEAR)
        named = [
            outlet
            for _, _, outlet in outlets_in(self.page.text[start:before])
            if outlet.kind is OutletKind.OFFICIAL and outlet.country is not None
        ]
        if named:
            return named[-1].name
        return next((said.name for said in reversed(self.bodies) if said.name is not None and _body_like(said)), None)

    def _organisation(self, source: Span, names: Sequence[Name]) -> str | None:
        """Return the body spoken for: one named in the source, or "the ministry" as the body it stands for."""
        words = source.of(self.page.text)
        for name in names:
            if name.type is NameType.ORG:
                return self.naming.entity(name.entity).name
        outlets = [
            outlet for _, _, outlet in outlets_in(words) if outlet.kind.value in {"official", "outlet", "agency"}
        ]
        if outlets:
            return outlets[0].name
        match = FOR.search(" ".join(words.split()))
        if match is None:
            return None
        body = self._generic(Span(source.start, source.start), match["body"])
        return body.name if body is not None else None

    def _generic(self, source: Span, words: str) -> Speaker | None:
        """Return the body that a bare common noun stands for ("the ministry", "the report", "its statement")."""
        match = GENERIC.match(words)
        if words == "통신" or words.endswith(" 통신"):
            return self._last_of("통신", source.start)
        if match is None:
            return None
        noun = match["noun"].lower()
        if noun not in BODY_WORDS and noun not in OWNER:
            return None
        if noun == "ministry" or match["place"]:
            outlet = _whole_outlet(words) or self._ministry(words, match["place"])
            if outlet is not None:
                return self._of_outlet(outlet)
        last = self._last_of(noun, source.start)
        return None if last is None else self._council(noun, last)

    def _ministry(self, words: str, place: str | None) -> Outlet | None:
        """Return the ministry of a capital, or of the outlet's own country where none is named.

        Which ministry is told by its own words, else by the one sort of minister or ministry the report names.
        """
        sorts = MINISTRY.findall(words) or (
            sorted({sort.lower() for sort in MINISTRY.findall(self.page.text)}) if place else []
        )
        house = find_outlet(self.page.report.outlet) if self.page.report.outlet else None
        territory = (
            find_capital(place)
            if place
            else (territory_of(house.country) if house is not None and house.country else None)
        )
        if len(sorts) != 1 or territory is None:
            return None
        return find_outlet(f"{sorts[0].capitalize()} Ministry of {territory.name}") or find_outlet(
            f"Ministry of {sorts[0].capitalize()} of {territory.name}"
        )

    def _last_of(self, noun: str, before: int) -> Speaker | None:
        """Return the last body before a place that the noun can stand for."""
        issuer = self._issuer(before) if noun == "statement" else None
        if issuer is not None:
            return issuer
        for speaker in reversed(self.bodies):
            if speaker.name is not None and self._fits(noun, speaker.name):
                return speaker
        for name in self._names_before(before):
            entity = self.naming.entity(name.entity)
            if name.type is NameType.ORG and self._fits(noun, entity.name, name):
                return Speaker(entity=entity.id, name=entity.name)
        near = self._named_near(noun, before)
        fitting = [outlet for _, _, outlet in near if self._fits(noun, outlet.name)]
        if fitting:
            return self._of_outlet(fitting[-1])
        for speaker in reversed(self.persons):
            if speaker.organisation is not None and self._fits(noun, speaker.organisation):
                return Speaker(name=speaker.organisation, entity=self._entity_named(speaker.organisation))
        return None

    def _council(self, noun: str, speaker: Speaker) -> Speaker:
        """Return the Russian Security Council for one that has a secretary: the United Nations' has none."""
        if noun != "council" or (speaker.name or "").casefold() != "security council":
            return speaker
        outlet = find_outlet("Russian Security Council")
        of_russia = RUSSIAN_SECRETARY.search(self.page.text) is not None and "Russia" in self.page.text
        return self._of_outlet(outlet) if outlet is not None and of_russia else speaker

    def _named_near(self, noun: str, before: int) -> list[tuple[int, int, Outlet]]:
        """Return names of the table shortly before a noun; the headline may tell whose "the military" is."""
        if noun in ARMED:
            return outlets_in(self.page.report.title or "") + outlets_in(self.page.text[max(0, before - NEAR) : before])
        if noun in MEDIA_WORDS or BODY_WORDS.get(noun):
            return outlets_in(self.page.text[max(0, before - NEAR) : before])
        return []

    def _issuer(self, before: int) -> Speaker | None:
        """Return who last said something "in a statement" before a place."""
        for speaker, source in zip(reversed(self.said), reversed(self.sources), strict=True):
            sentence = self.page.sentence_at(source.start)
            if sentence is None or sentence.span.end > before:
                continue
            if IN_STATEMENT.search(self.page.text, source.start, sentence.span.end) is not None:
                return speaker
        return None

    def _fits(self, noun: str, name: str, mention: Name | None = None) -> bool:
        words = name.lower() + (
            " " + self.page.text[mention.start : mention.end].lower() if mention is not None else ""
        )
        if any(part in words for part in BODY_WORDS.get(noun, ())):
            return True
        if noun in MEDIA_WORDS:
            outlet = find_outlet(name)
            if outlet is None:
                return False
            if noun == "statement":
                return outlet.kind.value == "official"
            return outlet.kind.value in {"agency", "outlet", "group"} and outlet.name != self.page.report.outlet
        return False

    def _entity_named(self, name: str) -> EntityId | None:
        return next((entity.id for entity in self.naming.entities if entity.name == name), None)

    def _of_outlet(self, outlet: Outlet) -> Speaker:
        return Speaker(entity=self._entity_named(outlet.name), name=outlet.name)

    def _named_body(self, words: str, names: Sequence[Name]) -> Speaker | None:
        outlet = _whole_outlet(words)
        if outlet is not None:
            return self._of_outlet(outlet)
        bodies = [name for name in names if name.type in BODIES or name.type in {NameType.FACILITY, NameType.LAW}]
        if not bodies:
            return None
        first = bodies[0]
        text = self.page.text
        own = text[first.start : first.end]
        if len(_without_article(words)) <= len(own) + 3 or (first.type is NameType.ORG and words.find(own) <= 4):
            entity = self.naming.entity(first.entity)
            return Speaker(entity=entity.id, name=entity.name)
        tail = [name for name in bodies if words.endswith(text[name.start : name.end])]
        if tail and tail[-1].type is NameType.ORG and not re.search(r"\b(?:in|of|at|from|for|to)\b", words):
            entity = self.naming.entity(tail[-1].entity)
            return Speaker(entity=entity.id, name=entity.name)
        inside = outlets_in(words)
        return self._of_outlet(inside[0][2]) if inside else None

    def _by_surname(self, words: str) -> Speaker | None:
        last = words.rsplit(maxsplit=1)[-1].strip(".,’'").lower() if words.split() else ""
        if len(last) < 3 or not words[:1].isupper():
            return None
        for entity in self.naming.entities:
            if entity.type is NameType.PERSON and last in {part.lower() for part in re.split(r"[\s-]", entity.name)}:
                return self._of_person(entity, Span(0, 0), ())
        return None

    def _antecedent(self, source: Span) -> Speaker:
        before = NOUN_BEFORE.search(self.page.text, max(0, source.start - 40), source.start)
        if before is not None:
            body = self._generic(Span(before.start(1), before.end(1)), before[1])
            if body is not None:
                return body
        named = [name for name in self._names_before(source.start) if source.start - name.end < _CLOSE]
        nearest = named[0] if named else None
        if nearest is None:
            return Speaker(name=source.of(self.page.text))
        chosen = next((name for name in named if name.type is NameType.PERSON), nearest)
        entity = self.naming.entity(chosen.entity)
        return (
            self._of_person(entity, Span(chosen.start, chosen.end), ())
            if entity.type is NameType.PERSON
            else Speaker(entity=entity.id, name=entity.name)
        )

    def _person(self, source: Span, gender: str, words: str) -> Speaker:
        """Return the last fitting person before a pronoun: a speaker, or one who was named since."""
        candidates: list[Speaker] = []
        since = self._first_of_sentence(source.start)
        if since is not None:
            candidates.append(since)
        candidates.extend(reversed(self.persons))
        candidates.extend(self._named_before(source.start))
        for speaker in candidates:
            if (
                speaker.entity is not None
                and self.genders.get(speaker.entity, gender) == gender
                and self._title_fits(speaker.entity, gender)
            ):
                self.genders[speaker.entity] = gender
                return speaker
        return self.said[-1] if self.said and self.said[-1].office is not None else Speaker(name=words)

    def _title_fits(self, entity: EntityId, gender: str) -> bool:
        titles = {title.lower().strip(".") for title in self.naming.entity(entity).titles}
        other = {"m": {"mrs", "ms", "miss", "spokeswoman", "chairwoman"}, "f": {"mr", "spokesman", "chairman"}}[gender]
        return not titles & other

    def _first_of_sentence(self, before: int) -> Speaker | None:
        """Return the first person named earlier in the same sentence."""
        sentence = self.page.sentence_at(before)
        if sentence is None:
            return None
        for name in self.names_in(Span(sentence.span.start, before)):
            if name.type is NameType.PERSON and not self.page.quoted(Span(name.start, name.end)):
                return self._of_person(self.naming.entity(name.entity), Span(name.start, name.end), ())
        return None

    def _named_before(self, before: int) -> list[Speaker]:
        names = [name for name in self._names_before(before) if name.type is NameType.PERSON][:3]
        return [self._of_person(self.naming.entity(name.entity), Span(name.start, name.end), ()) for name in names]

    def _last_body(self, before: int) -> Speaker | None:
        for name in self._names_before(before):
            if name.type is NameType.ORG:
                entity = self.naming.entity(name.entity)
                return Speaker(entity=entity.id, name=entity.name)
        return None


def outlets_in(words: str) -> list[tuple[int, int, Outlet]]:
    """Return where names of the table stand in ``words``, none across a comma ("to Russia, state media said")."""
    return [found for found in find_outlets_in(words) if not PAUSE.search(words, found[0], found[1])]


def _without_article(words: str) -> str:
    return ARTICLE.sub("", words).strip(" ,")


def _whole_outlet(words: str) -> Outlet | None:
    bare = _without_article(words)
    outlet = find_outlet(bare) or find_outlet(words)
    if outlet is not None:
        return outlet
    inside = outlets_in(words)
    data = [found for _, _, found in inside if found.kind is OutletKind.SENSOR]
    if data:
        return data[-1]
    if (
        inside
        and inside[0][1] - inside[0][0] >= 0.6 * len(bare)
        and not re.search(r"\b(?:and|officials?|experts?)\b", bare)
    ):
        return inside[0][2]
    return None


def _several(words: str, names: Sequence[Name]) -> bool:
    if PLURAL.search(words) and not PARTITIVE.match(words):
        return True
    return (
        len(names) > 1
        and re.search(r"\b(?:and|und|и|y)\b", words) is not None
        and not any(name.type is NameType.PERSON for name in names)
        and "," not in words[: words.find(" and ")]
    )


def _many(name: str) -> bool:
    return " and " in name or " и " in name or PLURAL.search(name) is not None


def one_known_voice(speaker: Speaker) -> bool:
    """Return whether one person or body speaks, named or by office, and not several or a state as such."""
    if speaker.name is None or _many(speaker.name):
        return False
    known = speaker.office is not None or speaker.organisation is not None or speaker.entity is not None
    return known or _body_like(speaker)


def _body_like(speaker: Speaker) -> bool:
    return speaker.name is not None and find_outlet(speaker.name) is not None

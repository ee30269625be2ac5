"""Who holds which office of which body, in the report's own words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model.entity import NameType
from secondsource.model.evidence import Span
from secondsource.model.territories import find_territory
from secondsource.reading.names.found import Found
from secondsource.reading.names.roles_links import Link, find_links
from secondsource.reading.names.roles_lists import words
from secondsource.reading.names.roles_other import cyrillic_role_before, korean_role_after, korean_role_before
from secondsource.reading.names.roles_titles import is_head
from secondsource.reading.names.roles_units import Unit, units_of
from secondsource.reading.names.tokens import Token, tokens_of
from secondsource.reading.page import Page

_OF_BODY = re.compile(r",?\s(?:of|from)\s(?:the\s)?\Z|,\s(?:at|with)\s(?:the\s)?\Z")
_TITLE = re.compile(r"(?:(?:First|Second|Third)\s)?(?:Deputy|Vice|Assistant|Chief|Senior|Acting|Former)\s")
_WORD_AFTER = re.compile(r"\s[A-Z]")
_FIRM = frozenset({"company", "firm", "airline", "group", "bank"})
_PUBLIC = words(
    """
    ministry department agency council committee commission court parliament government army navy
    """
)
_LOOKBACK = 90
_NAMES_BACK = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or a membership that the report gives a person.

    Attributes:
        person: The person's name.
        office: The words of the office ("vice president"), or the verb that gives it ("heads"); None where only the
            body is said ("X of the Y").
        organisation: The name of the body the office belongs to; where the report says "the ministry" or "its", the
            name it stands for earlier in the text; None if not said.
        country: ISO 3166-1 alpha-3 of the state that the words beside the office name, None if they name none.
    """

    person: Span
    office: Span | None
    organisation: Span | None
    country: str | None = None


def find_roles(page: Page, found: Sequence[Found]) -> tuple[Role, ...]:
    """Return the roles that the words of each sentence give the persons in it, in order of the persons' names.

    Args:
        page: The report laid out.
        found: The names of the page in text order, not overlapping.
    """
    finder = _Finder(page, found)
    return tuple(role for sentence in page.sentences for role in finder.roles(sentence.span))


class _Finder:
    def __init__(self, page: Page, found: Sequence[Found]) -> None:
        self.text = page.text
        self.found = found
        self.starts = [name.start for name in found]

    def roles(self, sentence: Span) -> Iterator[Role]:
        low, high = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        names = [part for name in self.found[low:high] for part in self._without_title(name)]
        if not any(name.type is NameType.PERSON for name in names):
            return
        units = units_of(self.text, sentence, names)
        by_person: dict[int, list[Role]] = {}
        for link in find_links(units):
            person = units[link.person]
            by_person.setdefault(person.start, []).append(self._role(units, link))
        for index in range(low, high):
            name = self.found[index]
            if name.type is NameType.PERSON:
                roles = by_person.get(name.start) or list(self._in_other_scripts(index, sentence))
                yield from self._with_body(index, sentence, roles)

    def _without_title(self, name: Found) -> Iterator[Found]:
        """Yield a name; of one that is a title or the front of one before a word in capitals only the state in it.

        Such are "First Deputy Department" before "Director", and "Japanese Chief Cabinet Secretary" before a person.
        """
        words = name.type is NameType.ORG and _WORD_AFTER.match(self.text, name.end)
        if not words or not self._is_title(name):
            yield name
            return
        for blank in re.finditer(r"\s", self.text[name.start : name.end]):
            state = self.text[name.start : name.start + blank.start()]
            territory = find_territory(state)
            if territory is not None:
                yield Found(name.start, name.start + blank.start(), NameType.NORP, territory)
                return

    def _is_title(self, name: Found) -> bool:
        if name.known is None:
            return _TITLE.match(self.text, name.start, name.end) is not None
        return is_head(self.text[name.start : name.end].rsplit(maxsplit=1)[-1].lower())

    def _role(self, units: Sequence[Unit], link: Link) -> Role:
        person, owner = units[link.person], link.owner
        body = owner.body
        if body is None and owner.noun is not None:
            body = self.stands_for(owner.noun, link.office.start)
        elif body is None and owner.pronoun is not None:
            body = self._last_body(link.office.start)
        if body is not None:
            body = self._past_a_part(body)
        return Role(person=Span(person.start, person.end), office=link.office, organisation=body, country=owner.country)

    def _past_a_part(self, body: Span) -> Span:
        """Return a body's name without a shorter name that opens it, which would be taken for the body."""
        place = bisect_left(self.starts, body.start)
        if place < len(self.found) and self.found[place].start == body.start and self.found[place].end < body.end:
            end = self.found[place].end
            return Span(end + len(self.text[end : body.end]) - len(self.text[end : body.end].lstrip()), body.end)
        return body

    def _with_body(self, index: int, sentence: Span, roles: Sequence[Role]) -> Iterator[Role]:
        """Yield the roles with the body of "President X of the Y Institute"; where there is none, the membership."""
        body = self._of_body(index, sentence)
        bare = [place for place, role in enumerate(roles) if role.organisation is None and role.country is None]
        for place, role in enumerate(roles):
            if body is not None and bare[:1] == [place]:
                yield Role(person=role.person, office=role.office, organisation=body)
            else:
                yield role
        if body is not None and not roles:
            name = self.found[index]
            yield Role(person=Span(name.start, name.end), office=None, organisation=body)

    def _of_body(self, index: int, sentence: Span) -> Span | None:
        """Return the body in "X of the Y Institute"."""
        name = self.found[index]
        body = self.found[index + 1] if index + 1 < len(self.found) else None
        if body is None or body.type is not NameType.ORG or body.end > sentence.end or body.start - name.end > 12:
            return None
        return Span(body.start, body.end) if _OF_BODY.match(self.text[name.end : body.start]) else None

    def _in_other_scripts(self, index: int, sentence: Span) -> Iterator[Role]:
        name = self.found[index]
        person = Span(name.start, name.end)
        before = self._korean_before(name) or self._cyrillic_before(name, sentence)
        if before is not None:
            yield before
        korean = korean_role_after(
            self.text, name, self.found[index + 1 : index + 2], self.found[max(0, index - 1) : index]
        )
        if korean is not None:
            yield Role(person=person, office=korean[0], organisation=korean[1], country=korean[2])

    def _korean_before(self, name: Found) -> Role | None:
        office = korean_role_before(self.text, name)
        if office is None:
            return None
        owner = self.ending_at(office.start)
        body = owner if owner is not None and owner.type is NameType.ORG else None
        organisation = None if body is None else Span(body.start, body.end)
        return Role(
            person=Span(name.start, name.end), office=office, organisation=organisation, country=_country(owner)
        )

    def _cyrillic_before(self, name: Found, sentence: Span) -> Role | None:
        start = max(sentence.start, name.start - _LOOKBACK)
        # Words are cut at a blank, so that the window never opens inside one.
        while start > sentence.start and not self.text[start - 1].isspace():
            start += 1
        tokens = tokens_of(self.text, Span(start, name.start)) if start < name.start else []
        if not tokens or not self.text[tokens[-1].end : name.start].isspace():
            return None
        return cyrillic_role(self.text, tokens, Span(name.start, name.end), self)

    def ending_at(self, position: int) -> Found | None:
        """Return the name that ends right before ``position``, "'s" and one blank between them allowed."""
        place = bisect_left(self.starts, position) - 1
        if place < 0:
            return None
        name = self.found[place]
        return name if re.fullmatch(r"(?:[’']s?)?\s", self.text[name.end : position]) else None

    def starting_after(self, position: int) -> Found | None:
        """Return the first name that starts at ``position`` or later."""
        place = bisect_left(self.starts, position)
        return self.found[place] if place < len(self.found) else None

    def stands_for(self, noun: str, position: int) -> Span | None:
        """Return the last body named before ``position`` whose name holds the noun ("the ministry").

        A firm's name seldom says that it is one: "the company" is the last body that is no public one.
        """
        sought = "university" if noun == "institution" else noun
        for name in self._bodies_before(position):
            words = self.text[name.start : name.end].lower().split()
            if sought in words or (noun in _FIRM and not _PUBLIC.intersection(words)):
                return Span(name.start, name.end)
        return None

    def _last_body(self, position: int) -> Span | None:
        """Return the last body named before ``position`` in the same sentence or right before it."""
        return next((Span(name.start, name.end) for name in self._bodies_before(position)), None)

    def _bodies_before(self, position: int) -> Iterator[Found]:
        last = bisect_left(self.starts, position) - 1
        for place in range(last, max(-1, last - _NAMES_BACK), -1):
            if self.found[place].type is NameType.ORG:
                yield self.found[place]


def cyrillic_role(text: str, tokens: Sequence[Token], person: Span, finder: _Finder) -> Role | None:
    """Return the role that Russian words before a name give ("представитель Кремля Дмитрий Песков")."""
    office = cyrillic_role_before(tokens)
    if office is None:
        return None
    owner = finder.starting_after(office.start)
    if owner is None or owner.start >= person.start:
        owner = finder.ending_at(office.start)
        return Role(person=person, office=office, organisation=None, country=_country(owner))
    end = owner.start
    while text[end - 1].isspace():
        end -= 1
    body = Span(owner.start, owner.end) if owner.type is NameType.ORG else None
    return Role(person=person, office=Span(office.start, end), organisation=body, country=_country(owner))


def _country(name: Found | None) -> str | None:
    if name is None or name.type not in (NameType.GPE, NameType.NORP):
        return None
    return getattr(name.known, "alpha3", None) or getattr(name.known, "country", None)

"""Who holds which office of which body, in the report's own words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model.entity import NameType
from secondsource.model.evidence import Span
from secondsource.reading.names.found import Found
from secondsource.reading.names.roles_other import cyrillic_role_before, korean_role_after, korean_role_before
from secondsource.reading.names.roles_words import role_after, role_length_before
from secondsource.reading.names.tokens import Token, tokens_of
from secondsource.reading.page import Page
from secondsource.reading.vocabulary import word_set

_TO_BODY = re.compile(
    r"(?:\s[a-z]{2,20}){0,2}\s(?:of|at|for|in|to|from|with)\s(?:(?:the|its|their|his|an?)\s)?(?:[a-z-]{2,20}\s){0,2}\Z"
)
_AT_BODY = re.compile(r",?\s(?:of|at|with|from)\s(?:the\s)?\Z")
_COMMON_BODY = re.compile(
    r"(?:\s(?:of|at|for|with)\s(?:the|that|this|its)\s|^)(ministry|agency|university|institute|department|company|party|council|committee|"
    r"institution|bank|centre|center|embassy|command|group|commission|organisation|organization|think tank)\b"
)
_BASED = re.compile(r"-(?:based|led|backed|run|funded|owned)\b")
_AFTER_OWNER = re.compile(r"[’']s?\s|-\w{2,12}\s|\s")
_LOOKBACK = 90
_REACH = 60
_NAMES_BACK = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or a membership that the report gives a person.

    Attributes:
        person: The person's name.
        office: The words of the office ("vice president"); None where only the body is said ("X of the Y").
        organisation: The name of the body the office belongs to; where the report says "the ministry", the name it
            stands for earlier in the text; None if not said.
        country: ISO 3166-1 alpha-3 of the state that the words beside the office name, None if they name none.
    """

    person: Span
    office: Span | None
    organisation: Span | None
    country: str | None = None


def find_roles(page: Page, found: Sequence[Found]) -> tuple[Role, ...]:
    """Return the roles that the words right before and right after each person's name give.

    Args:
        page: The report laid out.
        found: The names of the page in text order, not overlapping.
    """
    finder = _Finder(page, found)
    return tuple(
        role for index, name in enumerate(found) if name.type is NameType.PERSON for role in finder.roles(index)
    )


class _Finder:
    def __init__(self, page: Page, found: Sequence[Found]) -> None:
        self.text = page.text
        self.found = found
        self.starts = [name.start for name in found]
        self.sentences = [sentence.span for sentence in page.sentences]
        self.sentence_starts = [span.start for span in self.sentences]

    def roles(self, index: int) -> Iterator[Role]:
        name = self.found[index]
        sentence = self.sentences[max(0, bisect_left(self.sentence_starts, name.start + 1) - 1)]
        before = self._before(name, sentence)
        if before is not None:
            yield before
        after = self._after(index, sentence) or self._of_body(index, sentence)
        if after is not None:
            yield after

    def _before(self, name: Found, sentence: Span) -> Role | None:
        start = max(sentence.start, name.start - _LOOKBACK)
        # Words are cut at a blank, so that the window never opens inside one.
        while start > sentence.start and not self.text[start - 1].isspace():
            start += 1
        tokens = tokens_of(self.text, Span(start, name.start)) if start < name.start else []
        if not tokens or not self.text[tokens[-1].end : name.start].isspace():
            return None
        person = Span(name.start, name.end)
        length = _office_length(tokens)
        if length == 0:
            return self._korean_before(name) or cyrillic_role(self.text, tokens, person, self)
        office = Span(tokens[-length].start, tokens[-1].end)
        owner = self.ending_at(office.start)
        organisation = (
            None
            if owner is None or owner.type not in (NameType.ORG, NameType.FACILITY)
            else Span(owner.start, owner.end)
        )
        if owner is None and len(tokens) > length:
            organisation = self.stands_for(tokens[-length - 1].low, name.start)
        return Role(person=person, office=office, organisation=organisation, country=_country(owner))

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

    def _after(self, index: int, sentence: Span) -> Role | None:
        name = self.found[index]
        korean = korean_role_after(
            self.text, name, self.found[index + 1 : index + 2], self.found[max(0, index - 1) : index]
        )
        if korean is not None:
            return Role(person=Span(name.start, name.end), office=korean[0], organisation=korean[1], country=korean[2])
        match = role_after(self.text, name.end)
        if match is None or match.end() > sentence.end:
            return None
        follower = self.starting_after(match.end())
        if follower is not None and follower.type is NameType.PERSON and follower.start - match.end() <= 1:
            return None
        office, inside = self._office_without_names(match)
        if office is None:
            return None
        body = self._body_after(office.end, sentence)
        organisation = body[0] or inside[0]
        return Role(
            person=Span(name.start, name.end), office=office, organisation=organisation, country=body[1] or inside[1]
        )

    def _of_body(self, index: int, sentence: Span) -> Role | None:
        """Return the membership in "X of the Y Institute"."""
        name = self.found[index]
        body = self.starting_after(name.end)
        if body is None or body.type is not NameType.ORG or body.end > sentence.end or body.start - name.end > 12:
            return None
        if _AT_BODY.match(self.text[name.end : body.start]) is None:
            return None
        return Role(person=Span(name.start, name.end), office=None, organisation=Span(body.start, body.end))

    def _office_without_names(self, match: re.Match[str]) -> tuple[Span | None, tuple[Span | None, str | None]]:
        """Return the office's words after any name among them, and what that name tells."""
        start, end = match.span("office")
        organisation: Span | None = None
        country: str | None = None
        place = bisect_left(self.starts, start)
        while place < len(self.found) and self.found[place].start < end:
            name = self.found[place]
            if name.end >= end:
                return None, (None, None)
            if name.type in (NameType.ORG, NameType.FACILITY):
                organisation = Span(name.start, name.end)
            elif _BASED.match(self.text, name.end) is None:
                country = _country(name) or country
            based = _AFTER_OWNER.match(self.text, name.end)
            start = name.end if based is None else based.end()
            place += 1
        owner = self.text.rfind("’s ", start, end), self.text.rfind("'s ", start, end)
        start = max(start, max(owner) + 3 if max(owner) >= 0 else start)
        return Span(start, end), (organisation, country)

    def _body_after(self, position: int, sentence: Span) -> tuple[Span | None, str | None]:
        """Return the body and the state named after an office ("… at the U.S.-based RAND Corporation")."""
        place = bisect_left(self.starts, position)
        begin = position
        country: str | None = None
        while place < len(self.found):
            name = self.found[place]
            if name.end > sentence.end or name.start - position > _REACH:
                break
            between = self.text[begin : name.start]
            if begin == position and _TO_BODY.match(between) is None:
                break
            if begin != position and re.match(r"(?:-\w{2,12}|[’']s)?\s(?:[a-z-]{2,20}\s){0,2}\Z", between) is None:
                break
            if name.type in (NameType.ORG, NameType.FACILITY):
                return Span(name.start, name.end), country
            if name.type not in (NameType.GPE, NameType.NORP):
                break
            if _BASED.match(self.text, name.end) is None:
                country = country or _country(name)
            begin, place = name.end, place + 1
        common = _COMMON_BODY.match(self.text, position, sentence.end)
        return (self.stands_for(common[1], position) if common else None), country

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
        """Return the last body named before ``position`` whose name holds the noun ("the ministry")."""
        if _COMMON_BODY.match(noun) is None:
            return None
        sought = "university" if noun == "institution" else noun
        last = bisect_left(self.starts, position) - 1
        for place in range(last, max(-1, last - _NAMES_BACK), -1):
            name = self.found[place]
            if name.type is NameType.ORG and sought in self.text[name.start : name.end].lower().split():
                return Span(name.start, name.end)
        return None


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


def _office_length(tokens: Sequence[Token]) -> int:
    """Return how many of the last words are the phrase of an office or a form of address."""
    honorific, heads = word_set("names", "honorific"), word_set("roles", "heads")
    if tokens[-1].low in heads:
        return role_length_before(tokens)
    length = 0
    while length < len(tokens) and tokens[-length - 1].low in honorific:
        length += 1
    return length


def _country(name: Found | None) -> str | None:
    if name is None or name.type not in (NameType.GPE, NameType.NORP):
        return None
    return getattr(name.known, "alpha3", None) or getattr(name.known, "country", None)

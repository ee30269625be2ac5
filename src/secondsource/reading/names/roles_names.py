"""Names that an office beside them makes sure: its holder, and the body it belongs to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from secondsource.model.entity import NameType
from secondsource.model.evidence import Span
from secondsource.reading.names.found import Found, longest
from secondsource.reading.names.people import possible_person
from secondsource.reading.names.roles_cuts import cut_titles
from secondsource.reading.names.roles_links import find_links
from secondsource.reading.names.roles_lists import words
from secondsource.reading.names.roles_titles import is_head, is_modifier
from secondsource.reading.names.roles_units import units_of
from secondsource.reading.names.tokens import Token, title_case, tokens_of
from secondsource.reading.page import Page
from secondsource.reading.vocabulary import word_set

# What firms are as well as people: "Gulf Marine, the owner of the ship".
_OF_FIRMS = words(
    """
    owner owners manager managers member members partner partners leader leaders founder founders agent agents
    broker brokers dealer trader traders author executive shareholder shareholders associate monitor observer
    employee
    """
)
# Elsewhere a capital shows no name, and the words of offices are others.
_LANGUAGES = frozenset({"en", None})
_OF_BODY = re.compile(r"\s(?:of|from)\s(?:the\s)?")
_LONGEST = 5


def name_holders(page: Page, found: Sequence[Found]) -> list[Found]:
    """Return the names of a page with those that an office beside them makes sure, in text order, not overlapping.

    A name that swallowed a title is cut ("Acting Treasurer X"); capitalised words that no rule took are a person where
    an office is given to them, and a body where an office belongs to them.

    Texts in other languages than English keep their names as they are.

    Args:
        page: The report laid out.
        found: Its names in text order, not overlapping.
    """
    if page.language not in _LANGUAGES:
        return list(found)
    names = cut_titles(page.text, found)
    made: list[Found] = []
    place = 0
    for sentence in page.sentences:
        while place < len(names) and names[place].start < sentence.span.start:
            place += 1
        end = place
        while end < len(names) and names[end].start < sentence.span.end:
            end += 1
        made.extend(_made(page.text, sentence.span, names[place:end]))
        place = end
    return longest([*names, *made])


def _made(text: str, sentence: Span, names: Sequence[Found]) -> Iterator[Found]:
    tokens = tokens_of(text, sentence)
    if title_case(tokens) and text[sentence.end - 1] not in ".!?":
        # In a headline every word has a capital, so that none shows a name.
        return
    candidates = list(_candidates(tokens, names))
    yield from _members(text, candidates, names)
    told = any(is_head(token.low) for token in tokens)
    if told and (candidates or any(name.type is NameType.PERSON for name in names)):
        yield from _beside_offices(text, sentence, names, candidates)


def _beside_offices(text: str, sentence: Span, names: Sequence[Found], candidates: Sequence[Found]) -> Iterator[Found]:
    """Yield the candidates that an office is given to, and the bodies that an office belongs to."""
    candidate_places = _Places(candidates)
    kept = [name for name in names if candidate_places.at(name.start, name.end) is None]
    kept_places = _Places(kept)
    units = units_of(text, sentence, sorted([*kept, *candidates], key=lambda name: name.start))
    by_start = {name.start: name for name in candidates}
    for link in find_links(units):
        person = units[link.person].start
        candidate = by_start.get(person)
        if candidate is not None:
            if not _sure(text, link.office, candidate, adjoining=text[link.office.end : person] == " "):
                continue
            yield candidate
        body = link.owner.body
        if body is not None and text[body.start].isupper() and not kept_places.cross(body):
            yield Found(body.start, body.end, NameType.ORG, rank=1)


def _members(text: str, candidates: Sequence[Found], names: Sequence[Found]) -> Iterator[Found]:
    """Yield the persons of "X Y of the Z Institute" among the candidates."""
    bodies = {name.start for name in names if name.type is NameType.ORG}
    for candidate in candidates:
        match = _OF_BODY.match(text, candidate.end)
        if match is not None and match.end() in bodies and " " in text[candidate.start : candidate.end]:
            yield candidate


def _sure(text: str, office: Span, candidate: Found, *, adjoining: bool) -> bool:
    words = office.of(text).lower().rstrip(".").split()
    if not is_head(words[-1]) and not any(is_head(word) for word in words):
        return False
    if " " not in text[candidate.start : candidate.end]:
        return adjoining
    return adjoining or words[-1] not in _OF_FIRMS


class _Places:
    """Where names stand, for quick answers; the names in text order, not overlapping."""

    def __init__(self, names: Sequence[Found]) -> None:
        self.names = names
        self.starts = [name.start for name in names]

    def at(self, start: int, end: int) -> Found | None:
        """Return a name that overlaps the characters, None if none does."""
        place = bisect_left(self.starts, end) - 1
        return self.names[place] if place >= 0 and self.names[place].end > start else None

    def cross(self, body: Span) -> bool:
        """Return whether a name overlaps the body's name and is more than its opening or a part of it."""
        first, last = self.at(body.start, body.start + 1), self.at(body.end - 1, body.end)
        outside = first is not None and first.start < body.start
        return outside or (last is not None and last.end >= body.end)


def _candidates(tokens: Sequence[Token], names: Sequence[Found]) -> Iterator[Found]:
    """Yield runs of capitalised words that may be a person's name, a person's first name found before included."""
    taken = _Places([name for name in names if name.type is not NameType.PERSON])
    persons = _Places([name for name in names if name.type is NameType.PERSON])
    place = 0
    while place < len(tokens):
        if not _opens(tokens, place, taken):
            place += 1
            continue
        end = place + 1
        while end < len(tokens) and tokens[end].joined and (step := _step(tokens, end, taken)):
            end += step
        begin = place
        while begin < end and (is_modifier(tokens[begin].low) or is_head(tokens[begin].low)):
            begin += 1
        run = tokens[begin:end]
        person = persons.at(run[0].start, run[-1].end) if run else None
        known = person is not None and (person.start, person.end) == (run[0].start, run[-1].end)
        # One word that opens a sentence is capitalised anyway.
        opens = (len(run) == 1 and begin == 0) or _follows_office(tokens, begin)
        if run and not known and not opens and len(run) <= _LONGEST + 1 and possible_person(_without_particles(run)):
            yield Found(run[0].start, run[-1].end, NameType.PERSON, rank=3)
        place = end


def _follows_office(tokens: Sequence[Token], place: int) -> bool:
    """Return whether an office and a preposition stand before ``place``, so that a body is named there."""
    before = place - 1
    while before > 0 and tokens[before].low in ("of", "at", "with", "the"):
        before -= 1
    return 0 <= before < place - 1 and is_head(tokens[before].low) and tokens[place - 1].joined


def _opens(tokens: Sequence[Token], place: int, taken: _Places) -> bool:
    token = tokens[place]
    return token.capital and token.low not in word_set("names", "stop") and not _inside(token, taken)


def _step(tokens: Sequence[Token], place: int, taken: _Places) -> int:
    """Return how many words of a name go on from ``place``: one, or some particles and the word after them."""
    for here in range(place, min(len(tokens), place + 3)):
        token = tokens[here]
        if not token.joined or _inside(token, taken):
            return 0
        if token.capital or token.low.startswith(("al-", "el-", "ad-", "as-", "an-", "ar-", "ash-")):
            return here + 1 - place if token.low not in word_set("names", "stop") else 0
        if token.low not in word_set("names", "particles"):
            return 0
    return 0


def _inside(token: Token, taken: _Places) -> bool:
    return taken.at(token.start, token.end) is not None


def _without_particles(run: Sequence[Token]) -> list[Token]:
    return [token for token in run if token.low not in word_set("names", "particles")] or list(run)

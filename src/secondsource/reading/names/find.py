"""The names of a page and what they stand for."""

import re
from collections.abc import Iterable, Iterator

from secondsource.model.entity import NameType
from secondsource.model.report import SectionKind
from secondsource.reading.encoder.heads import Heads
from secondsource.reading.names.cyrillic import find_cyrillic_names
from secondsource.reading.names.encoded import clear_of, find_encoded_names, set_right
from secondsource.reading.names.entities import name_entities
from secondsource.reading.names.found import Found, longest
from secondsource.reading.names.korean import find_korean_names, repeated_korean_names
from secondsource.reading.names.roles_names import name_holders
from secondsource.reading.names.runs import RunContext, find_run_names
from secondsource.reading.names.shapes import find_shape_names
from secondsource.reading.names.short import find_short_names
from secondsource.reading.names.table import find_table_names
from secondsource.reading.names.tokens import Token, title_case, tokens_of
from secondsource.reading.page import Naming, Page, Sentence

_HANGUL = re.compile(r"[가-힣]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_OTHER_SCRIPT = re.compile(r"[Ѐ-ӿ가-힣]")
_LATIN_CAPITAL = re.compile(r"[A-ZÀ-ÞĀ-Ž]")
# Languages that capitalise names and little else; in others a capital alone is no evidence.
_CAPITAL_MEANS_NAME = frozenset({"en", None})


def find_names(page: Page, heads: Heads | None) -> Naming:
    """Return the names in the sentences of ``page`` and one entity for each distinct thing they stand for.

    Where two rules claim overlapping words the longer stretch wins; furniture, bylines and credits have no names.
    A word is a name by a table, by its shape, by the words beside it or, in English, by capitals that nothing else
    explains; the start of a sentence explains a capital.
    """
    return name_entities(page, find_found(page, heads))


def find_found(page: Page, heads: Heads | None = None) -> list[Found]:
    """Return the names of ``page`` before it is told what they stand for, in text order, not overlapping."""
    table = longest(find_table_names(page.text))
    shapes = [found for sentence in page.sentences for found in find_shape_names(page.text, sentence.span)]
    by_rule = _by_rule(page, list(_inside(table, page.sentences)), shapes)
    if heads is None:
        return name_holders(page, by_rule)
    encoded = find_encoded_names(page, heads, table, longest(shapes))
    return name_holders(page, _joined(page, encoded, by_rule))


def _joined(page: Page, encoded: list[Found], by_rule: list[Found]) -> list[Found]:
    """Return what the encoder finds, set right by the rules where they see more, and names of other scripts."""
    found = set_right(page.text, encoded, by_rule)
    others = [item for item in by_rule if _OTHER_SCRIPT.match(page.text, item.start) is not None]
    return longest([*found, *clear_of(others, found)])


def _by_rule(page: Page, table: list[Found], shapes: list[Found]) -> list[Found]:
    """Return the names by rule; ``table`` holds those of the tables, ``shapes`` those by shape, overlaps included."""
    tokens = {sentence: tokens_of(page.text, sentence.span) for sentence in page.sentences}
    by_start = {found.start: found for found in table}
    alone = _alone(tokens.values())
    candidates = [*table, *shapes]
    for sentence, words in tokens.items():
        candidates.extend(_by_script(page, sentence, words, by_start, alone))
    found = longest(_trimmed(page.text, item) for item in candidates)
    found = longest([*found, *find_short_names(tokens.values(), found)])
    if _HANGUL.search(page.text):
        found = longest([*found, *_inside(repeated_korean_names(page.text, found), page.sentences)])
    return found


def _alone(sentences: Iterable[list[Token]]) -> frozenset[str]:
    """Return the lower-case words that stand capitalised with no capitalised word right beside them."""
    alone: set[str] = set()
    for tokens in sentences:
        for index, token in enumerate(tokens):
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            joined_before = index > 0 and token.joined and tokens[index - 1].capital
            if token.capital and not joined_before and not (after is not None and after.joined and after.capital):
                alone.add(token.low)
    return frozenset(alone)


def _by_script(
    page: Page, sentence: Sentence, words: list[Token], table: dict[int, Found], alone: frozenset[str]
) -> Iterator[Found]:
    text = sentence.span.of(page.text)
    if _HANGUL.search(text):
        yield from find_korean_names(page.text, sentence.span, table)
    if _CYRILLIC.search(text):
        yield from find_cyrillic_names(words, table)
    if _LATIN_CAPITAL.search(text):
        strict = page.language not in _CAPITAL_MEANS_NAME or _headline(page, sentence, words)
        yield from find_run_names(RunContext(text=page.text, tokens=words, table=table, alone=alone, strict=strict))


def _headline(page: Page, sentence: Sentence, words: list[Token]) -> bool:
    last = page.text[sentence.span.end - 1]
    return (sentence.section is SectionKind.TITLE or last not in ".!?") and title_case(words)


def _inside(found: Iterable[Found], sentences: Iterable[Sentence]) -> Iterator[Found]:
    """Yield what lies wholly inside a sentence; both come in text order."""
    rest = iter(sentences)
    sentence = next(rest, None)
    for item in found:
        while sentence is not None and sentence.span.end <= item.start:
            sentence = next(rest, None)
        if sentence is None:
            return
        if sentence.span.start <= item.start and item.end <= sentence.span.end:
            yield item


def _trimmed(text: str, found: Found) -> Found:
    """Return the name without a possessive or a hyphen left at its end."""
    end = found.end
    while end > found.start and text[end - 1] in "-’'":
        end -= 1
    if end == found.end or found.type is NameType.NORP:
        return found
    return Found(found.start, end, found.type, found.known, found.capital, found.rank)

"""Names known by their shape: aircraft, ships, weapons, resolutions, treaties, exercises."""

import re
from collections.abc import Iterator
from functools import cache

from secondsource.model.entity import NameType
from secondsource.model.evidence import Span
from secondsource.reading.names.found import Found
from secondsource.reading.vocabulary import read_vocabulary, word_set

# Makers' marks that stand with or without a hyphen, and single letters that need one ("F-16", never "F 16").
_AIRCRAFT = re.compile(
    r"\b(?:(?:Il|IL|Tu|TU|An|AN|Su|SU|MiG|Mi|MI|Ka|Yak|Be|Ил|Ту|Ан|Су|МиГ|Ми|Ка|Як|Бе)[- ]?\d{2,3}[A-ZА-Я]{0,4}"
    r"(?:-\d{1,3}[A-Z]{0,2})?"
    r"|(?:RC|KC|EP|MQ|RQ|UH|CH|AH|MH|WC|EA|EC|HC|MC|KJ|WZ|JF|KF|FA|RB|[FBCEPAUJHYTVXКТА])-\d{1,3}[A-Z]{0,3}"
    r"|(?:Boeing|Airbus)(?:\s[A-Z]?\d{3}(?:-\d{1,4}\w{0,3})?)"
    r"|(?:RA|RF|UR|EW|EP|UP|EK)-\d{5}|P-\d{3}|HL\d{4}|9[A-Z]-[A-Z]{3})(?![\w-])"
)
_SHIP_PREFIX = re.compile(
    r"\b(?:M/?V|M/?T|USS|HMS|HMCS|HMAS|ROKS|JS|INS|USNS|USCGC|BRP|R/V)\s(?:[A-Z][\w'’-]{0,24})(?:\s(?:[A-Z][\w'’-]{0,24}|\d{1,3})){0,2}"
)
_SHIP_NOUN = re.compile(
    r"\b(?:vessels?|ships?|tankers?|freighters?|carriers?|destroyers?|frigates?|corvettes?|submarines?|cruisers?|trawlers?|yachts?|"
    r"ferry|icebreakers?|cutters?|warships?|boats?|судно|танкер|фрегат|крейсер)\s(?:(?:named|called|the)\s)?[\"“'‘«]?"
    r"(?P<name>[A-ZА-Я][\w-]{0,24}(?:\s(?:[A-ZА-Я][\w-]{0,24}|\d{1,3})){0,2})"
    r"(?:[\"”'’»]?\sand\s[\"“'‘]?(?P<other>[A-Z][A-Z\d-]{1,24}(?:\s(?:[A-Z][A-Z\d-]{0,24}|\d{1,3})){0,2})\b)?"
)
_CLASS = re.compile(r"\b[A-Z][\w-]{1,20}(?:\s[A-Z]\w{1,20})?-class\b")
_ARMED_NOUN = re.compile(
    r"\b(?P<name>[A-Z][\w]{1,20}(?:-[\w]{1,8})?)\s(?:(?:ballistic|cruise|guided|anti-tank|anti-ship|anti-aircraft|air|defence|defense|"
    r"intermediate-range|short-range|long-range|medium-range|hypersonic|nuclear-capable|kamikaze|attack|strike|suicide|loitering|"
    r"intercontinental|multiple|tactical|surface-to-air)\s){0,3}"
    r"(?:missiles?|rockets?|drones?|howitzers?|torpedoe?s?|ICBMs?|SLBMs?|UAVs?|munitions|MLRS)\b"
)
_SATELLITE = re.compile(
    r"\b(?P<name>[A-Z][a-z]{2,20}(?:-\d{1,2})?)\s(?:(?:spy|military|reconnaissance)\s){0,2}satellites?\b"
    r"|\b(?:satellite|spacecraft|спутник\w{0,2})\s[«\"“]?(?P<craft>[A-ZА-Я]\w{2,20}-\d{1,2})"
)
_RESOLUTION = re.compile(
    r"\b(?:UNSCR|UNSC\s(?:R|r)esolutions?|(?:(?:U\.?N\.?|United\sNations)\s)?(?:Security\sCouncil\s)?Resolutions?|Security\sCouncil\sresolutions?"
    r"|S/RES/|[Рр]езолюци\w{1,3}(?:\sСовета\s[Бб]езопасности)?(?:\sООН)?(?:\s№)?|Executive\sOrders?|Directive)"
    r"\s?\d{2,5}(?:\s?\(\d{4}\)|\sof\s(?:19|20)\d\d)?|결의(?:안)?\s?(?:제)?\d{4}호"
)
_TREATY = re.compile(
    r"\b(?:Treaty|Agreement|Convention|Protocol|Memorandum|Declaration|Pact|Charter|Act|Договор)\s(?:on|of|for|against|between|concerning|о|об)\s"
    r"(?:(?:the|a|and|of|for|on|in|to|against|with)\s){0,3}[A-ZА-Я]\w{1,24}"
    r"(?:\s(?:(?:the|and|of|for|on|in|to|between)\s){0,2}(?:[A-ZА-Я][\w-]{1,24})){0,9}"
)
_YEARED = re.compile(r"\b[A-ZА-Я][a-zа-я]{2,20}-(?:19|20)\d\d(?:\s(?:forum|summit|exercises?|drills?|expo))?\b")
_GROUP = re.compile(r"\bG-?(?:7|8|20)\b")
_DIGIT = re.compile(r"\d")


def find_shape_names(text: str, span: Span) -> Iterator[Found]:
    """Yield the names between two places that their shape makes; overlaps are for the caller to settle."""
    digit = _DIGIT.search(text, span.start, span.end) is not None
    for pattern, type_, numbered in _plain_patterns():
        if digit or not numbered:
            for match in pattern.finditer(text, span.start, span.end):
                yield Found(match.start(), match.end(), type_, rank=4)
    for match in _SHIP_NOUN.finditer(text, span.start, span.end):
        yield from _groups(match, NameType.PLATFORM, ("name", "other"), rank=1)
    for match in _SATELLITE.finditer(text, span.start, span.end):
        yield from _groups(match, NameType.PLATFORM, ("name", "craft"), rank=0)
    for match in _ARMED_NOUN.finditer(text, span.start, span.end):
        yield from _groups(match, NameType.WEAPON, ("name",), rank=1)


def _groups(match: re.Match[str], type_: NameType, groups: tuple[str, ...], *, rank: int) -> Iterator[Found]:
    for group in groups:
        word = match[group]
        if word is not None and not _common(word):
            yield Found(match.start(group), match.end(group), type_, rank=rank)


def _common(words: str) -> bool:
    """Return whether the first word is one that any sentence or title may put in capitals."""
    first = words.split(maxsplit=1)[0].lower()
    return (
        first in word_set("names", "stop")
        or first in word_set("names", "common")
        or first in word_set("names", "not_org")
    )


@cache
def _plain_patterns() -> tuple[tuple[re.Pattern[str], NameType, bool], ...]:
    """Return the patterns with the type of their names, and whether every match holds a digit."""
    weapons = sorted(read_vocabulary("shapes")["weapons"].split("\n"), key=len, reverse=True)
    named = "|".join(re.escape(word.strip()) for word in weapons if word.strip())
    numbered = "|".join(read_vocabulary("shapes")["weapons_numbered"].split())
    weapon = re.compile(
        rf"\b(?:(?:{named})(?:[- ]?\d{{1,4}}[A-ZА-Яa-z]{{0,3}})?|(?:{numbered})-\d{{1,4}}[A-ZА-Яa-z]{{0,2}})(?!\w)"
    )
    events = sorted(read_vocabulary("shapes")["events"].split("\n"), key=len, reverse=True)
    event = re.compile("|".join(rf"\b{re.escape(word.strip())}\b" for word in events if word.strip()))
    return (
        (_AIRCRAFT, NameType.PLATFORM, True),
        (_SHIP_PREFIX, NameType.PLATFORM, False),
        (_CLASS, NameType.PLATFORM, False),
        (weapon, NameType.WEAPON, False),
        (_RESOLUTION, NameType.LAW, True),
        (_TREATY, NameType.LAW, False),
        (_YEARED, NameType.EVENT, True),
        (event, NameType.EVENT, False),
        (_GROUP, NameType.ORG, True),
    )

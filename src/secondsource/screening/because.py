"""The reasons of a hit, in lines that a person can check against the list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model.listed import ListedEntry, NameKind, SanctionsList
from secondsource.screening.evidence import Evidence
from secondsource.screening.names.agree import Rule
from secondsource.screening.names.chinese import ChineseAgreement, Writing
from secondsource.screening.names.korean import KoreanAgreement
from secondsource.screening.names.korean_spellings import Scheme
from secondsource.screening.names.parts import Part

_RULE_WORDS = {
    Rule.SOUND: "two spellings of one sound",
    Rule.BONES: "same consonants, other vowels",
    Rule.SCRIPT: "same consonants in Arabic and Latin letters",
    Rule.SLIP: "a slip of the pen apart",
    Rule.STEM: "same beginning of the word",
    Rule.INITIAL: "initial only",
    Rule.MEANING: "words of the same meaning",
    Rule.ARTICLE: "with and without the article",
}
_SCHEME_WORDS = {
    Scheme.NORTH: "the North's own",
    Scheme.MCCUNE_REISCHAUER: "McCune–Reischauer",
    Scheme.REVISED: "the South's Revised",
    Scheme.PRESS: "press spelling",
    Scheme.CHINESE: "Chinese reading",
    Scheme.HANJA: "Korean reading of the characters",
}
_WRITING_WORDS = {Writing.HAN: "characters", Writing.PINYIN: "pinyin", Writing.WADE_GILES: "Wade–Giles"}
_KIND_WORDS = {
    NameKind.MAIN: "the main name",
    NameKind.ALIAS: "an alias",
    NameKind.WEAK: "an alias the list calls weak",
}
_RARE = 8.5
_COMMON = 5.0


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A name asked about and a listed one, in parts.

    Attributes:
        asked: The name asked about.
        mine: Its parts.
        listed: The listed name.
        theirs: Its parts.
        kind: How good the list calls it.
    """

    asked: str
    mine: Sequence[Part]
    listed: str
    theirs: Sequence[Part]
    kind: NameKind


def name_reasons(names: SideBySide, found: Evidence) -> list[str]:
    """Return what agreed by which rule and what is left over, for one listed name."""
    lines = [f"the name asked about, “{names.asked}”, against “{names.listed}”, {_KIND_WORDS[names.kind]}"]
    if found.korean is not None:
        return [*lines, *_korean(found.korean)]
    if found.chinese is not None:
        return [*lines, *_chinese(found.chinese)]
    agreed = list(_agreed(names.mine, names.theirs, found))
    if agreed:
        lines.append(f"agrees: {'; '.join(agreed)}")
    return lines + _against(names.mine, names.theirs, found)


def _agreed(mine: Sequence[Part], theirs: Sequence[Part], found: Evidence) -> Iterator[str]:
    for pairing in sorted(found.alignment.pairings):
        one, other = mine[pairing.asked].text, theirs[pairing.listed].text
        said = one if one == other else f"{one} ~ {other} ({_RULE_WORDS.get(pairing.how.rule, 'equal')})"
        yield said + (" [rare]" if pairing.weight >= _RARE else " [common]" if pairing.weight <= _COMMON else "")
    if found.acronym:
        yield "one is the initials of the other"
    elif found.joined:
        yield "the same letters when words are joined"


def _against(mine: Sequence[Part], theirs: Sequence[Part], found: Evidence) -> list[str]:
    lines = []
    over = [] if found.acronym else [mine[at].text for at in found.alignment.asked_over]
    listed_over = [] if found.acronym else [theirs[at].text for at in found.alignment.listed_over]
    if over and found.asked_over + found.elsewhere > 0:
        lines.append(f"against it: not in the listed name: {', '.join(over)}")
    if listed_over and found.listed_over > 0:
        lines.append(f"against it: only in the listed name: {', '.join(listed_over)}")
    if found.both_korean:
        lines.append("against it: both read as Korean names and a syllable differs")
    if found.forms_differ:
        lines.append("against it: another legal form")
    return lines


def _korean(agreed: KoreanAgreement) -> list[str]:
    said = "; ".join(
        f"{one} is {syllable}" if one == other else f"{one} ~ {other}, both {syllable}"
        for one, other, syllable in agreed.syllables
    )
    schemes = ", ".join(_SCHEME_WORDS[scheme] for scheme in sorted(agreed.schemes))
    return [f"agrees syllable by syllable: {said}" + (f" ({schemes})" if schemes else "")]


def _chinese(agreed: ChineseAgreement) -> list[str]:
    said = "; ".join(
        f"{one} is {syllable}" if one == other else f"{one} ~ {other}, both {syllable.replace('v', 'ü')} in pinyin"
        for one, other, syllable in agreed.syllables
    )
    writings = " and ".join(_WRITING_WORDS[writing] for writing in dict.fromkeys(agreed.writings))
    return [
        f"agrees syllable by syllable: {said} ({writings})",
        "against it: many Chinese characters share a syllable, and the tones are not written",
    ]


def place_reason(entry: ListedEntry, listed: SanctionsList) -> str:
    """Return where the entry stands: its id, the list, its day, the programme."""
    day = "of unknown day" if listed.list_on is None else f"of {listed.list_on}"
    under = f", programme {', '.join(entry.programmes)}" if entry.programmes else ""
    since = "" if entry.listed_on is None else f", listed on {entry.listed_on}"
    gone = "" if entry.delisted_on is None else f", no longer on it since {entry.delisted_on}"
    return f"{entry.id} on {listed.name} {day}{under}{since}{gone}; a shared name is not an identity"

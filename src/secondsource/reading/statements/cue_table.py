"""The table of words that say that something was said, and their forms."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_VOWELS = "aeiou"
_AMBIGUOUS_FORMS = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """What one form of a cue word is.

    Attributes:
        lemma: The first word's base form, with its second part ("point out").
        rest: The words that must follow the first ("out"), empty for a single word.
        act: Class of act: say, write, show, claim, deny, warn, predict, believe, guess, ask, order, plan, object.
        takes: What follows: clause, quote, tell, order, to, object, passive.
        form: base, third, past, participle, both (past and participle alike) or ing.
    """

    lemma: str
    rest: tuple[str, ...]
    act: str
    takes: str
    form: str


@cache
def cue_table() -> Mapping[str, Any]:
    """Return the cue vocabulary as it stands in the table."""
    table: Mapping[str, Any] = tomllib.loads(_source("cues.toml"))
    return table


def _source(name: str) -> str:
    return files("secondsource.reading").joinpath("vocab", name).read_text(encoding="utf-8")


@cache
def english_words(kind: str) -> frozenset[str]:
    """Return one closed class of English words ("determiners")."""
    return frozenset(cue_table()["english"][kind].split())


@cache
def listed(language: str, kind: str) -> tuple[str, ...]:
    """Return the words of one list of a language, longest first, so that the first match is the fullest."""
    words = [word for word in cue_table()[language][kind].replace("\n", "|").split("|") if word.strip()]
    return tuple(sorted((" ".join(word.split()) for word in words), key=lambda word: (-len(word), word)))


@cache
def english_cues() -> Mapping[str, tuple[Cue, ...]]:
    """Return every form of every English cue word with what it can be, longest phrases first."""
    found: dict[str, list[Cue]] = {}
    for group in cue_table()["verbs"]:
        for phrase in group["words"].replace("\n", " | ").split("|"):
            first, *rest = phrase.split() or [""]
            for form, name in _forms(first) if first else ():
                cue = Cue(" ".join([first, *rest]), tuple(rest), group["class"], group["takes"], name)
                if cue not in found.setdefault(form, []):
                    found[form].append(cue)
    return {form: tuple(sorted(cues, key=lambda cue: -len(cue.rest))) for form, cues in found.items()}


@cache
def verb_forms() -> frozenset[str]:
    """Return finite forms of common English verbs and of all cues, for telling a clause from a noun phrase."""
    lemmas = english_words("common_verbs")
    finite = {form for lemma in lemmas for form, name in _forms(lemma) if name in {"past", "both", "third"}}
    known = {form for form, cues in english_cues().items() if any(cue.form in {"past", "both"} for cue in cues)}
    return frozenset(finite | known | english_words("auxiliaries")) - {"to", "'s", "’s"}


def _forms(lemma: str) -> tuple[tuple[str, str], ...]:
    irregular = cue_table()["irregular"].get(lemma)
    if irregular is None:
        third, past, ing = _regular(lemma)
        return ((lemma, "base"), (third, "third"), (past, "both"), (ing, "ing"))
    forms = irregular.split()
    pasts, third, ing = forms[:-_AMBIGUOUS_FORMS], forms[-2], forms[-1]
    if len(pasts) == 1:
        return ((lemma, "base"), (third, "third"), (pasts[0], "both"), (ing, "ing"))
    return (
        (lemma, "base"),
        (third, "third"),
        (pasts[0], "past"),
        *((word, "participle") for word in pasts[1:]),
        (ing, "ing"),
    )


def _regular(lemma: str) -> tuple[str, str, str]:
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es", lemma + "ed", lemma + "ing"
    return lemma + "s", lemma + "ed", lemma + "ing"

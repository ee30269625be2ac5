"""Offices laid side by side: what a person is said to be, and what the list says the listed one is."""

from collections.abc import Iterable, Sequence
from functools import cache

from secondsource.model.listed import ListedEntry
from secondsource.model.screening import Subject
from secondsource.screening.names.plain import fold_words
from secondsource.screening.names.words import little_words, word_table

_SAME_WORDS, _SAME_FIELD, _OTHER_FIELD = 0.75, 0.25, -0.5
"""Points (log odds), small beside a name: offices change, lists are late, and a general is not the only general."""

_RANKS = frozenset({"former", "first", "second", "deputy", "vice", "head", "chief", "senior", "member", "new", "then"})
"""Words that stand in offices of every kind; alone they say nothing."""

_SHORTEST_STEM = 4
_SAID_MOST = 120
"""Most characters of an office that a reason repeats; some lists write half a page there."""


def office_reasons(subject: Subject, entry: ListedEntry) -> list[tuple[float, str]]:
    """Return how the offices agree or disagree: points and words; nothing where either side says none.

    Shared words count more than a shared field. Only the list's offices can disagree; its remarks tell of too much
    else, and can only agree.
    """
    if not subject.offices:
        return []
    said = _quoted(subject.offices)
    shared = _shared(subject.offices, entry.offices)
    if shared:
        return [(_SAME_WORDS, f"office agrees: {said}; the list says {_quoted(entry.offices)} ({_joined(shared)})")]
    from_remarks = _shared(subject.offices, (entry.remarks,))
    if from_remarks and fields(subject.offices):
        return [(_SAME_FIELD, f"office agrees with the list's remarks: {said} ({_joined(from_remarks)})")]
    mine, theirs = fields(subject.offices), fields(entry.offices)
    if not mine or not theirs:
        return []
    if mine & theirs:
        return [(_SAME_FIELD, f"offices of one field ({_joined(mine & theirs)}): {said}; {_listed(entry)}")]
    return [(_OTHER_FIELD, f"against it: office is {said}; {_listed(entry)}")]


def fields(offices: Iterable[str]) -> frozenset[str]:
    """Return the fields that the offices belong to: military, government, business, …; none where no word tells."""
    folded = [" ".join(fold_words(office)) for office in offices]
    return frozenset(field for stem, field in _stems() if any(_begins(text, stem) for text in folded))


def _begins(text: str, stem: str) -> bool:
    # Korean joins an office to what stands before it; elsewhere a stem is the beginning of a word.
    return stem in text if "\uac00" <= stem[0] <= "\ud7a3" else f" {stem}" in f" {text}"


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    return tuple(word_table("office_fields").items())


def _shared(mine: Iterable[str], theirs: Iterable[str]) -> set[str]:
    return _telling(mine) & _telling(theirs)


def _telling(offices: Iterable[str]) -> set[str]:
    words = {word for office in offices for word in fold_words(office)}
    return {word for word in words if len(word) >= _SHORTEST_STEM or not word.isascii()} - little_words() - _RANKS


def _listed(entry: ListedEntry) -> str:
    return f"the list says {_quoted(entry.offices)}"


def _quoted(offices: Sequence[str]) -> str:
    said = ", ".join(" ".join(office.split()) for office in offices)
    return f"“{said if len(said) <= _SAID_MOST else said[:_SAID_MOST].rsplit(' ', 1)[0] + ' …'}”"


def _joined(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))

"""The figures of evidence as the scorer weighs them."""

from secondsource.screening.evidence import Evidence

FEATURES = (
    "constant",
    "agreed",
    "agreed_first",
    "asked_over",
    "elsewhere",
    "listed_over",
    "asked_share",
    "listed_share",
    "both_shares",
    "n_agreed",
    "asked_one",
    "listed_one",
    "agreed_one",
    "slips",
    "weak",
    "asked_whole",
    "listed_whole",
    "one_of_short",
    "joined",
    "acronym",
    "numbers",
    "forms",
    "slips_each",
    "n_sure",
    "none_sure",
    "agreed_each",
    "left_on_both",
    "unequal",
    "one_unequal",
    "over_most",
    "agreed_most",
    "letters",
    "few_letters",
    "one_in_more",
)
"""Names of the figures, in order; docs/explanation/screening.md says what each is for."""

_UNIT = 10.0
_MOST_AGREED = 30.0
_FIRST = 12.0
_MOST_PARTS = 4
_MOST_SURE = 3
_FEW_LETTERS = 3


def features(found: Evidence) -> tuple[float, ...]:
    """Return the figures of ``found`` in the order of :data:`FEATURES`; weights are in tens of natural log units."""
    agreed, over = found.agreed, found.asked_over + found.elsewhere
    asked_share = agreed / (agreed + over + 1e-9)
    listed_share = agreed / (agreed + found.listed_over + 1e-9)
    one = found.n_agreed == 1
    return (
        1.0,
        min(agreed, _MOST_AGREED) / _UNIT,
        min(agreed, _FIRST) / _UNIT,
        found.asked_over / _UNIT,
        found.elsewhere / _UNIT,
        found.listed_over / _UNIT,
        asked_share,
        listed_share,
        asked_share * listed_share,
        min(found.n_agreed, _MOST_PARTS),
        found.n_asked == 1,
        found.n_listed == 1,
        one,
        found.slips,
        found.weak,
        over == 0,
        found.listed_over == 0,
        one * listed_share,
        found.joined,
        found.acronym,
        found.n_numbers,
        found.forms_differ,
        found.slips / (found.n_agreed + 0.5),
        min(found.n_sure, _MOST_SURE),
        found.n_sure == 0,
        min(agreed / max(1, found.n_agreed), _UNIT) / _UNIT,
        min(over, found.listed_over) / _UNIT,
        found.n_equal < found.n_agreed,
        found.n_asked == 1 and found.n_equal == 0,
        found.over_most / _UNIT,
        min(found.agreed_most, _UNIT) / _UNIT,
        found.n_letters,
        0 < found.n_letters <= _FEW_LETTERS,
        found.n_asked == 1 and found.n_listed > 1 and not found.acronym,
    )

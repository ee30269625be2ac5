"""The words that templates of dossiers and of the desk show for our codes."""

from collections.abc import Mapping

from secondsource.dossier.tracks import BEARING_WORDS, VERDICT_WORDS
from secondsource.dossier.wording import BASIS_WORDS, CARRIED_WORDS, KIND_WORDS, ORIGIN_WORDS, STANCE_WORDS

SHOWN_WORDS: Mapping[str, object] = {
    "bearing_words": BEARING_WORDS,
    "verdict_words": VERDICT_WORDS,
    "stance_words": STANCE_WORDS,
    "kind_words": KIND_WORDS,
    "carried_words": CARRIED_WORDS,
    "origin_words": ORIGIN_WORDS,
    "basis_words": BASIS_WORDS,
}
"""By the name that the templates call them."""

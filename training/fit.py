"""The training itself: steps, checkpoints and a log."""

import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from secondsource.reading.encoder.tags import N_NAME_TAGS, N_STATEMENT_TAGS
from training.examples import Example
from training.losses import link_loss, sequence_loss, tag_loss, unpack
from training.names import name_examples
from training.network import Network
from training.recipe import Recipe
from training.statements import statement_examples
from training.windows import Batch, Window, epoch, lay_side_by_side

CHECKPOINT = "checkpoint.pt"
Told = dict[str, float | str]
"""What the log says of a step."""

_CLIP = 1.0
_DECAY = 0.01


def fit(recipe: Recipe, seed: int, work: Path, *, stop_after_s: float | None = None) -> bool:
    """Train, or go on from the last checkpoint in ``work``; return whether the training is done.

    Args:
        recipe: All numbers.
        seed: Which of its trainings this is.
        work: Folder of checkpoint and log; made if absent.
        stop_after_s: Seconds after which to stop at the next checkpoint, None to train to the end.
    """
    work.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    rng = random.Random(seed)
    statements = statement_examples(rng, own_reports=recipe.own_reports, versions=recipe.versions)
    names = name_examples(rng, versions=recipe.versions)
    torch.manual_seed(recipe.start_seed)
    network = Network().to(device)
    network.load_base()
    torch.manual_seed(seed)
    optimiser = torch.optim.AdamW(_groups(network, recipe), betas=(0.9, 0.999), eps=1e-8, fused=True)
    n_steps = [len(epoch(statements, names, recipe, _order(seed, number))) for number in range(recipe.epochs)]
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, sum(n_steps), recipe.warm_up))
    learner = _Learner(network=network, optimiser=optimiser, schedule=schedule, device=device)
    step = learner.resume(work / CHECKPOINT)
    began = time.monotonic()
    for windows in _from(step, statements, names, recipe, seed):
        told = learner.learn(lay_side_by_side(windows), recipe)
        step += 1
        _log(work / "log.jsonl", {"step": step, "of": sum(n_steps), "at_s": round(time.monotonic() - began, 1), **told})
        if step % recipe.checkpoint_steps == 0 or step == sum(n_steps):
            learner.keep(work / CHECKPOINT, step)
            if stop_after_s is not None and time.monotonic() - began > stop_after_s:
                break
    return step >= sum(n_steps)


def _groups(network: Network, recipe: Recipe) -> list[dict[str, object]]:
    body: list[nn.Parameter] = []
    flat: list[nn.Parameter] = []
    heads: list[nn.Parameter] = []
    vectors: list[nn.Parameter] = []
    for name, weight in network.named_parameters():
        if name.startswith("vectors"):
            vectors.append(weight)
        elif name.startswith(("statements", "names", "to_", "features", "transitions")):
            heads.append(weight)
        else:
            (flat if weight.ndim < 2 else body).append(weight)
    return [
        {"params": body, "lr": recipe.rate, "weight_decay": _DECAY},
        {"params": flat, "lr": recipe.rate, "weight_decay": 0.0},
        {"params": heads, "lr": recipe.rate * recipe.heads_rate, "weight_decay": _DECAY},
        {"params": vectors, "lr": recipe.rate * recipe.words_rate, "weight_decay": 0.0},
    ]


def _order(seed: int, number: int) -> random.Random:
    """Return the chance that one pass goes by: the same after a stop as before it."""
    return random.Random(seed * 1000 + number)


def _rate(step: int, n_steps: int, warm_up: float) -> float:
    rising = max(1, int(n_steps * warm_up))
    return (step + 1) / rising if step < rising else max(0.0, (n_steps - step) / (n_steps - rising))


def _from(
    step: int,
    statements: Sequence[Sequence[Example]],
    names: Mapping[str, list[list[Example]]],
    recipe: Recipe,
    seed: int,
) -> Iterator[list[Window]]:
    """Yield the batches from ``step`` on."""
    at = 0
    for number in range(recipe.epochs):
        batches = epoch(statements, names, recipe, _order(seed, number))
        yield from batches[max(0, step - at) :]
        at += len(batches)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Learner:
    """What changes from step to step."""

    network: Network
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    device: torch.device

    def learn(self, batch: Batch, recipe: Recipe) -> Told:
        """Take one step and return its losses."""
        self.network.train()
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            words = self.network.words(
                *(self._moved(part) for part in (batch.pieces, batch.features, batch.first, batch.mask))
            )
        loss, told = self._loss(words.float(), batch, recipe)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), _CLIP)
        self.optimiser.step()
        self.schedule.step()
        return told

    def _loss(self, words: torch.Tensor, batch: Batch, recipe: Recipe) -> tuple[torch.Tensor, Told]:
        network, there = self.network, self._moved(batch.words)
        if batch.kind == "names":
            allowed = unpack(self._moved(batch.allowed), N_NAME_TAGS)
            loss = tag_loss(network.names(words), allowed, there)
            return loss, {"kind": batch.kind, "tags": loss.item()}
        allowed = unpack(self._moved(batch.allowed), N_STATEMENT_TAGS)
        tags = sequence_loss(network.statements(words), network.transitions, allowed, there)
        anchors = link_loss(network.to_anchor(words), self._moved(batch.anchors), there)
        sources = link_loss(network.to_source(words), self._moved(batch.sources), there)
        told: Told = {"kind": batch.kind, "tags": tags.item(), "anchors": anchors.item(), "sources": sources.item()}
        return tags + recipe.link_weight * (anchors + sources), told

    def _moved(self, part: torch.Tensor) -> torch.Tensor:
        return part.to(self.device)

    def resume(self, path: Path) -> int:
        """Take over the checkpoint, if there is one, and return the steps it has behind it."""
        if not path.exists():
            return 0
        kept = torch.load(path, map_location="cpu", weights_only=True)
        self.network.load_state_dict(kept["network"])
        self.optimiser.load_state_dict(kept["optimiser"])
        self.schedule.load_state_dict(kept["schedule"])
        torch.set_rng_state(kept["rng"])
        return int(kept["step"])

    def keep(self, path: Path, step: int) -> None:
        """Write the checkpoint; a run that is killed while it writes keeps the one before."""
        new = path.with_suffix(".new")
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "rng": torch.get_rng_state(),
            "step": step,
        }
        torch.save(state, new)
        new.replace(path)


def _log(path: Path, told: Told) -> None:
    rounded = {key: round(value, 4) if isinstance(value, float) else value for key, value in told.items()}
    with path.open("a", encoding="utf-8") as log:
        log.write(json.dumps(rounded) + "\n")

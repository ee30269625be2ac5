"""Leaves out what the trained network can do without, so that it reads faster.

Of each layer's 1,536 middle columns those are left out whose loss the others can make good: optimal brain surgeon
(Hassibi and Stork 1993) on whole columns, one after the other, the rest solved anew by least squares each time. What
is then still missing the slimmer network learns from the whole one: no marks are needed, only texts (Hinton et al.
2015).
"""

import itertools
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

from secondsource.reading.encoder.tags import begin
from training.names import name_examples
from training.network import LAYERS, Layer, Network
from training.recipe import Recipe
from training.statements import statement_examples
from training.windows import Batch, Window, epoch, lay_side_by_side

_RIDGE = 1e-2
"""Of the mean of the diagonal; keeps the solution near the weights that were learned."""
_LINKS_WEIGHT = 1.0
_CLIP = 1.0


def slim(network: Network, teachers: Sequence[Network], recipe: Recipe) -> Network:
    """Return a network with ``recipe.wide`` middle columns a layer that says what the teachers say together.

    Args:
        network: The mean of the trainings, from which the slimmer one starts; left as it is.
        teachers: The trainings themselves.
        recipe: All numbers.
    """
    batches = _batches(recipe)
    shown = [window for windows in itertools.islice(batches, recipe.shown) for window in windows]
    slimmer = leave_out(network, shown, recipe.wide)
    return teach(slimmer, teachers, itertools.islice(batches, recipe.lessons), recipe)


def _batches(recipe: Recipe) -> Iterator[list[Window]]:
    """Yield the texts of all sets as the training reads them, without an end."""
    rng = random.Random(recipe.start_seed)
    statements = statement_examples(rng, own_reports=recipe.own_reports, versions=recipe.versions)
    names = name_examples(rng, versions=recipe.versions)
    while True:
        yield from epoch(statements, names, recipe, rng)


def leave_out(network: Network, windows: Sequence[Window], wide: int) -> Network:
    """Return the network with ``wide`` middle columns a layer, 1 to all it has; no step of training is taken.

    Args:
        network: The trained network; left as it is.
        windows: What it reads to find what can be left out; the same windows give the same network.
        wide: Columns that stay in each layer.
    """
    network.eval()
    slimmer = Network(wide=wide).eval()
    weights = dict(network.state_dict())
    with torch.no_grad():
        texts = [lay_side_by_side(windows[at : at + 24]) for at in range(0, len(windows), 24)]
        states = [_opening(network, text) for text in texts]
        for number, (layer, slimmer_layer) in enumerate(zip(_layers(network), _layers(slimmer), strict=True)):
            last = number == LAYERS - 1
            gram = torch.zeros(layer.narrow.in_features, layer.narrow.in_features, dtype=torch.float64)
            for state, text in zip(states, texts, strict=True):
                stirred = _stirred(layer, state, text, last=last)
                gram += (stirred.T @ stirred).double()
            kept, narrow = _surgeon(gram, layer.narrow.weight.double(), wide)
            prefix = f"layers.{number}."
            weights[f"{prefix}widen.weight"] = layer.widen.weight[kept]
            weights[f"{prefix}widen.bias"] = layer.widen.bias[kept]
            weights[f"{prefix}narrow.weight"] = narrow.float()
            slimmer_layer.load_state_dict(
                {name.removeprefix(prefix): w for name, w in weights.items() if name.startswith(prefix)}
            )
            if not last:
                # The next layer is fitted to what comes out of this one now.
                states = [slimmer_layer(state, _seen(text), 0.0) for state, text in zip(states, texts, strict=True)]
    slimmer.load_state_dict(weights)
    return slimmer


def _layers(network: Network) -> list[Layer]:
    return [layer for layer in network.layers if isinstance(layer, Layer)]


def _opening(network: Network, text: Batch) -> torch.Tensor:
    place = torch.arange(text.pieces.shape[1])
    state: torch.Tensor = network.norm(
        network.vectors(text.pieces) + network.positions(place)[None] + network.features(text.features)
    )
    return state


def _seen(text: Batch) -> torch.Tensor:
    return text.mask[:, None, None, :]


def _stirred(layer: Layer, state: torch.Tensor, text: Batch, *, last: bool) -> torch.Tensor:
    """Return what the middle columns hold, shape (pieces or words, columns)."""
    got: list[torch.Tensor] = []
    hook = layer.narrow.register_forward_hook(lambda _layer, inputs, _output: got.append(inputs[0]))
    layer(state, _seen(text), 0.0, text.first if last else None)
    hook.remove()
    return got[0][text.words if last else text.mask]


def _surgeon(gram: torch.Tensor, weight: torch.Tensor, wide: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the columns that stay, in order, and the weights that do best with them alone.

    Args:
        gram: float64, shape (columns, columns); how columns stir together.
        weight: float64, shape (width, columns).
        wide: How many stay.
    """
    count = len(gram)
    inverse = torch.linalg.inv(gram + torch.eye(count, dtype=gram.dtype) * gram.diagonal().mean() * _RIDGE)
    weight = weight.clone()
    there = torch.ones(count, dtype=torch.bool)
    for _ in range(count - wide):
        cost = (weight**2).sum(0) / inverse.diagonal()
        cost[~there] = torch.inf
        out = int(cost.argmin())
        row = inverse[out] / inverse[out, out]
        weight -= weight[:, out : out + 1] * row
        inverse -= inverse[:, out : out + 1] * row
        weight[:, out] = 0.0
        inverse[out, out] = 1.0
        there[out] = False
    kept = there.nonzero()[:, 0]
    return kept, weight[:, kept]


def teach(student: Network, teachers: Sequence[Network], batches: Iterator[list[Window]], recipe: Recipe) -> Network:
    """Return the student once it has learned to say what the teachers say together of the batches.

    Word vectors stay as they are: only the layers and the heads are fitted.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(recipe.start_seed)
    student.to(device).train()
    student.dropout = 0.0
    for teacher in teachers:
        teacher.to(device).eval()
    learned = []
    for name, weight in student.named_parameters():
        weight.requires_grad_(not name.startswith(("vectors", "positions", "transitions")))
        if weight.requires_grad:
            learned.append(weight)
    optimiser = torch.optim.AdamW(learned, lr=recipe.lesson_rate, weight_decay=0.0, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: 1 - step / recipe.lessons)
    began = time.monotonic()
    for number, windows in enumerate(batches, start=1):
        text = lay_side_by_side(windows)
        asked = [part.to(device) for part in (text.pieces, text.features, text.first, text.mask)]
        there = text.words.to(device)
        with torch.no_grad(), torch.autocast(device.type, dtype=torch.bfloat16):
            states = [teacher.words(*asked).float() for teacher in teachers]
        wanted = _together([_Said.of(teacher, state, there) for teacher, state in zip(teachers, states, strict=True)])
        with torch.autocast(device.type, dtype=torch.bfloat16):
            state = student.words(*asked)
        loss = _apart(_Said.of(student, state.float(), there), wanted, there)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(learned, _CLIP)
        optimiser.step()
        schedule.step()
        if number % 20 == 0:
            took = time.monotonic() - began
            print(f"lesson {number} of {recipe.lessons}: {loss.item():.4f}, {took:.0f} s", flush=True)
    return student.cpu().eval()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Said:
    """What a network says of a batch, as logarithms of shares.

    Attributes:
        statements: Shape (windows, words, 7).
        names: Shape (windows, words, 21).
        anchors: Shape (windows, words, words); of each word which it points to.
        sources: Likewise.
    """

    statements: torch.Tensor
    names: torch.Tensor
    anchors: torch.Tensor
    sources: torch.Tensor

    @classmethod
    def of(cls, network: Network, state: torch.Tensor, there: torch.Tensor) -> "_Said":
        """Return what the heads of ``network`` make of the words' states."""
        seen = there[:, None, :]
        return cls(
            statements=functional.log_softmax(network.statements(state), dim=-1),
            names=functional.log_softmax(network.names(state), dim=-1),
            anchors=functional.log_softmax(network.to_anchor(state).masked_fill(~seen, -1e4), dim=-1),
            sources=functional.log_softmax(network.to_source(state).masked_fill(~seen, -1e4), dim=-1),
        )


@torch.no_grad()
def _together(said: Sequence[_Said]) -> _Said:
    """Return the mean of the shares."""
    count = math.log(len(said))
    return _Said(
        **{
            part: torch.logsumexp(torch.stack([getattr(each, part) for each in said]), dim=0) - count
            for part in ("statements", "names", "anchors", "sources")
        }
    )


def _apart(said: _Said, wanted: _Said, there: torch.Tensor) -> torch.Tensor:
    """Return how far what is said is from what is wanted; a link counts by how likely its word begins a span."""
    begins = wanted.statements.exp()
    linked = (begins[..., begin(0)] + begins[..., begin(2)], begins[..., begin(1)])
    loss = _divergence(said.statements, wanted.statements)[there].mean()
    loss = loss + _divergence(said.names, wanted.names)[there].mean()
    for one, other, likely in ((said.anchors, wanted.anchors, linked[0]), (said.sources, wanted.sources, linked[1])):
        loss = loss + _LINKS_WEIGHT * (_divergence(one, other) * likely * there).sum() / there.sum()
    return loss


def _divergence(said: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    return functional.kl_div(said, wanted, reduction="none", log_target=True).sum(-1)

"""What the heads are told of their errors."""

import torch
from torch.nn import functional

from secondsource.reading.encoder.tags import N_STATEMENT_TAGS, ROLES, begin, inside
from training.examples import NO_TARGET

FORBIDDEN = -1e4


def forbidden_moves() -> torch.Tensor:
    """Return what no sequence of tags may do, to be added to the transitions: an inside without its begin."""
    moves = torch.zeros(N_STATEMENT_TAGS, N_STATEMENT_TAGS)
    for role in range(len(ROLES)):
        moves[:, inside(role)] = FORBIDDEN
        moves[begin(role), inside(role)] = moves[inside(role), inside(role)] = 0.0
    return moves


def sequence_loss(
    scores: torch.Tensor, transitions: torch.Tensor, allowed: torch.Tensor, words: torch.Tensor
) -> torch.Tensor:
    """Return how improbable the right sequences of tags are, in nats a word.

    A linear-chain CRF (Lafferty et al. 2001) over partly known tags: all sequences of allowed tags against all.

    Args:
        scores: float32, shape (windows, words, tags).
        transitions: float32, shape (tags, tags); from row to column.
        allowed: bool, shape (windows, words, tags).
        words: bool, shape (windows, words); false where filled up.
    """
    moves = transitions + forbidden_moves().to(transitions.device)
    both = torch.cat([scores, scores.masked_fill(~allowed, FORBIDDEN)])
    there = torch.cat([words, words])
    total = both[:, 0]
    for place in range(1, both.shape[1]):
        step = torch.logsumexp(total[:, :, None] + moves[None], dim=1) + both[:, place]
        total = torch.where(there[:, place, None], step, total)
    everything, right = torch.logsumexp(total, dim=1).chunk(2)
    return (everything - right).sum() / words.sum()


def tag_loss(scores: torch.Tensor, allowed: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
    """Return how improbable the allowed tags are, word by word, in nats a word.

    Shapes as in ``sequence_loss``.
    """
    logs = functional.log_softmax(scores, dim=-1).masked_fill(~allowed, -torch.inf)
    told = words & ~allowed.all(dim=-1)
    return -torch.logsumexp(logs, dim=-1)[told].sum() / told.sum().clamp(min=1)


def link_loss(scores: torch.Tensor, targets: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
    """Return the mean cross-entropy of where words point.

    Args:
        scores: float32, shape (windows, words, words).
        targets: int64, shape (windows, words); -1 where nothing is asked.
        words: bool, shape (windows, words).
    """
    asked = targets != NO_TARGET
    if not bool(asked.any()):
        return scores.sum() * 0.0
    rows = scores.masked_fill(~words[:, None, :], FORBIDDEN)[asked]
    return functional.cross_entropy(rows, targets[asked])


def unpack(allowed: torch.Tensor, n_tags: int) -> torch.Tensor:
    """Return the bits of ``allowed``, shape (windows, words), as bool, shape (windows, words, tags)."""
    return (allowed[:, :, None] >> torch.arange(n_tags, device=allowed.device)) & 1 == 1

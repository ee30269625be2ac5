"""The encoder and its heads."""

from collections.abc import Iterator

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from secondsource.reading.encoder.features import N_FEATURES
from secondsource.reading.encoder.tags import N_NAME_TAGS, N_STATEMENT_TAGS
from training.base_model import base_folder

WIDTH = 384
LAYERS = 6
ATTENTION_HEADS = 12
WIDE = 1536
POSITIONS = 512
LINK_WIDTH = 128
LINK_REACH = 64
"""Words past which distance tells the linker nothing more."""


def _seen(mask: torch.Tensor | None) -> torch.Tensor | None:
    """Return the mask of the pieces, shape (windows, pieces), so that it fits windows, heads and askers."""
    return None if mask is None else mask[:, None, None, :]


def _gather(hidden: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    """Return the states at ``places``, shape (windows, places, 384)."""
    return torch.gather(hidden, 1, places[:, :, None].expand(-1, -1, WIDTH))


def _attend(query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
    """Return what each piece sees; all of shape (windows, heads, pieces, 32).

    Written out while learning: on a CPU that is a quarter faster in 16 bits than the built-in way back.
    """
    if mask is None or query.device.type != "cpu":
        return functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
    return torch.softmax(scores.masked_fill(~mask, -1e4), dim=-1, dtype=value.dtype) @ value


def _drop(hidden: torch.Tensor, share: float, learning: bool) -> torch.Tensor:
    """Return the state with about that share of its numbers left out, in 256ths; eight draws from one random number."""
    if not learning or share == 0.0:
        return hidden
    out = round(share * 256)
    n_draws = -(-hidden.numel() // 8)
    drawn = torch.empty(n_draws, dtype=torch.int64, device=hidden.device).random_(-(2**63), None)
    kept = drawn.view(torch.uint8)[: hidden.numel()].view(hidden.shape) >= out
    return hidden * kept.to(hidden.dtype) * (256 / (256 - out))


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019), with its own names for its parts."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, WIDE)
        self.narrow = nn.Linear(WIDE, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(
        self, hidden: torch.Tensor, mask: torch.Tensor | None, dropout: float, asked: torch.Tensor | None = None
    ) -> torch.Tensor:
        """Return the next hidden state of the pieces at ``asked``, of all without it.

        Args:
            hidden: float, shape (windows, pieces, 384).
            mask: bool, broadcast to shape (windows, heads, pieces, pieces); None where all pieces are seen.
            dropout: Share left out while learning.
            asked: int64, shape (windows, asked); the pieces that are wanted. All are seen.
        """
        windows, pieces, _ = hidden.shape
        parts = (windows, -1, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        if asked is None:
            wanted = hidden
            query, key, value = self.query_key_value(hidden).view(parts).permute(2, 0, 3, 1, 4)
        else:
            wanted = _gather(hidden, asked)
            weight, bias = self.query_key_value.weight, self.query_key_value.bias
            query = functional.linear(wanted, weight[:WIDTH], bias[:WIDTH])
            query = query.view(windows, -1, *parts[3:]).transpose(1, 2)
            key_value = functional.linear(hidden, weight[WIDTH:], bias[WIDTH:])
            key, value = key_value.view(windows, pieces, 2, *parts[3:]).permute(2, 0, 3, 1, 4)
        seen = _attend(query, key, value, mask).transpose(1, 2).reshape(windows, -1, WIDTH)
        wanted = self.output_norm(wanted + _drop(self.output(seen), dropout, self.training))
        wide = self.narrow(functional.gelu(self.widen(wanted)))
        return self.narrow_norm(wanted + _drop(wide, dropout, self.training))


class Linker(nn.Module):
    """Scores of which word each word points to, with what distance alone says."""

    def __init__(self) -> None:
        super().__init__()
        self.points = nn.Linear(WIDTH, LINK_WIDTH)
        self.pointed = nn.Linear(WIDTH, LINK_WIDTH)
        self.distance = nn.Parameter(torch.zeros(2 * LINK_REACH + 1))

    def forward(self, words: torch.Tensor) -> torch.Tensor:
        """Return scores, shape (windows, words, words): row points to column."""
        count = words.shape[1]
        scores = self.points(words) @ self.pointed(words).transpose(1, 2) * LINK_WIDTH**-0.5
        place = torch.arange(count, device=words.device)
        apart = (place[None, :] - place[:, None]).clamp(-LINK_REACH, LINK_REACH) + LINK_REACH
        return scores + self.distance[apart]


class Network(nn.Module):
    """The encoder, read once, and its heads.

    Raises:
        FileNotFoundError: The base model is not installed.
    """

    def __init__(self, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = dropout
        self.vectors = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(N_FEATURES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.statements = nn.Linear(WIDTH, N_STATEMENT_TAGS)
        self.names = nn.Linear(WIDTH, N_NAME_TAGS)
        self.to_anchor = Linker()
        self.to_source = Linker()
        self.transitions = nn.Parameter(torch.zeros(N_STATEMENT_TAGS, N_STATEMENT_TAGS))
        nn.init.zeros_(self.features.weight)

    def words(
        self, pieces: torch.Tensor, features: torch.Tensor, first: torch.Tensor, mask: torch.Tensor | None
    ) -> torch.Tensor:
        """Return the hidden states of the words' first pieces, shape (windows, words, 384)."""
        *_, hidden = self.states(pieces, features, mask)
        # Nobody asks for the other pieces after the last layer: a quarter of its work is saved.
        return self.layers[-1](hidden, _seen(mask), self.dropout, first)

    def states(
        self, pieces: torch.Tensor, features: torch.Tensor, mask: torch.Tensor | None = None
    ) -> Iterator[torch.Tensor]:
        """Yield the hidden states of all pieces before each layer, shape (windows, pieces, 384)."""
        place = torch.arange(pieces.shape[1], device=pieces.device)
        hidden = self.vectors(pieces) + self.positions(place)[None] + self.features(features)
        hidden = _drop(self.norm(hidden), self.dropout, self.training)
        yield hidden
        for layer in self.layers[:-1]:
            hidden = layer(hidden, _seen(mask), self.dropout)
            yield hidden

    def forward(
        self, pieces: torch.Tensor, features: torch.Tensor, first: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return statement tags, name tags and both linkers' scores for windows that are not filled up."""
        words = self.words(pieces, features, first, None)
        return self.statements(words), self.names(words), self.to_anchor(words), self.to_source(words)

    def load_base(self) -> None:
        """Take over the weights of the base model; the heads and the features start anew."""
        weights = load_file(base_folder() / "model.safetensors")
        copy = {"vectors.weight": "word_embeddings.weight", "positions.weight": "position_embeddings.weight"}
        copy |= {f"norm.{part}": f"LayerNorm.{part}" for part in ("weight", "bias")}
        state = {ours: weights[f"embeddings.{theirs}"] for ours, theirs in copy.items()}
        state["vectors.weight"] = state["vectors.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        for number in range(LAYERS):
            theirs, ours = f"encoder.layer.{number}", f"layers.{number}"
            for part in ("weight", "bias"):
                state[f"{ours}.query_key_value.{part}"] = torch.cat(
                    [weights[f"{theirs}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                )
                state[f"{ours}.output.{part}"] = weights[f"{theirs}.attention.output.dense.{part}"]
                state[f"{ours}.output_norm.{part}"] = weights[f"{theirs}.attention.output.LayerNorm.{part}"]
                state[f"{ours}.widen.{part}"] = weights[f"{theirs}.intermediate.dense.{part}"]
                state[f"{ours}.narrow.{part}"] = weights[f"{theirs}.output.dense.{part}"]
                state[f"{ours}.narrow_norm.{part}"] = weights[f"{theirs}.output.LayerNorm.{part}"]
        missing, unexpected = self.load_state_dict(state, strict=False)
        if unexpected or any(name.startswith(("layers", "vectors", "norm")) for name in missing):
            raise ValueError(f"the base model's weights do not fit: missing {missing}, left over {unexpected}")

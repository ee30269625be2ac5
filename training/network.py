"""The encoder and its heads."""

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

    def forward(self, hidden: torch.Tensor, mask: torch.Tensor | None, dropout: float) -> torch.Tensor:
        """Return the next hidden state; all of shape (windows, pieces, 384)."""
        windows, pieces, _ = hidden.shape
        parts = self.query_key_value(hidden).view(windows, pieces, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(windows, pieces, WIDTH)
        hidden = self.output_norm(hidden + functional.dropout(self.output(seen), dropout, self.training))
        wide = self.narrow(functional.gelu(self.widen(hidden)))
        return self.narrow_norm(hidden + functional.dropout(wide, dropout, self.training))


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
        place = torch.arange(pieces.shape[1], device=pieces.device)
        hidden = self.vectors(pieces) + self.positions(place)[None] + self.features(features)
        hidden = functional.dropout(self.norm(hidden), self.dropout, self.training)
        seen = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, seen, self.dropout)
        return torch.gather(hidden, 1, first[:, :, None].expand(-1, -1, WIDTH))

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

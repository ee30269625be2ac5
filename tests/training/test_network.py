"""The network's own ways of computing give what the plain ones give."""

import pytest

torch = pytest.importorskip("torch", reason="training is not installed")

from torch.nn import functional  # noqa: E402
from training.network import WIDTH, Layer, _attend, _drop  # noqa: E402


def test_the_pieces_that_are_asked_for_come_out_as_if_all_were() -> None:
    torch.manual_seed(1)
    layer = Layer().eval()
    hidden = torch.randn(2, 9, WIDTH)
    asked = torch.tensor([[0, 3, 8], [2, 2, 5]])
    everything = layer(hidden, None, 0.1)

    picked = torch.gather(everything, 1, asked[:, :, None].expand(-1, -1, WIDTH))
    assert torch.allclose(layer(hidden, None, 0.1, asked), picked, atol=1e-5)


def test_attention_written_out_is_attention() -> None:
    torch.manual_seed(2)
    query, key, value = (torch.randn(2, 12, 7, 32) for _ in range(3))
    mask = torch.ones(2, 1, 1, 7, dtype=torch.bool)
    mask[1, :, :, 5:] = False

    plain = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    assert torch.allclose(_attend(query, key, value, mask), plain, atol=1e-5)


def test_about_a_tenth_is_left_out_and_the_mean_stays() -> None:
    torch.manual_seed(3)
    left = _drop(torch.ones(12, 256, WIDTH), 0.1, True)

    assert 0.099 < float((left == 0).float().mean()) < 0.104
    assert abs(float(left.mean()) - 1) < 0.003
    assert torch.equal(_drop(left, 0.1, False), left)

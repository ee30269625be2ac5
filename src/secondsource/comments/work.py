"""The work a browser shows before its comment stands with the others: dear for a machine that sends thousands."""

import hashlib
from dataclasses import dataclass

LONGEST = 20
"""Digits of an answer; a browser finds one long before."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What came with a form.

    Attributes:
        token: The form's own: signed by us and checked, never the same twice, and good for one comment.
        answer: What the browser found; empty if it did not look.
    """

    token: str
    answer: str


def find_fault(proof: Proof, *, bits: int) -> str | None:
    """Return what is wrong with a proof of work, None if nothing is.

    It holds where the SHA-256 of ``token:answer`` begins with so many zero bits. As the token ends and serves once,
    so does the work.

    Args:
        proof: What came with the form.
        bits: Zero bits asked for; 0 asks for nothing.
    """
    if not bits:
        return None
    if not proof.answer:
        return "no proof of work came with it"
    if not (proof.answer.isascii() and proof.answer.isdigit() and len(proof.answer) <= LONGEST):
        return "its proof of work is none"
    digest = hashlib.sha256(f"{proof.token}:{proof.answer}".encode()).digest()
    return None if int.from_bytes(digest) >> (256 - bits) == 0 else "its proof of work does not hold"

"""Second Source: who says so, in which words, how surely, and from whom they have it."""

__version__ = "0.1.0"

"""Reports that come with the package: one event as many outlets tell it, and what hangs on it."""

from importlib.resources import files
from pathlib import Path

_ENDINGS = frozenset({".html", ".jsonl", ".txt"})


def example_paths() -> list[Path]:
    """Return the files of the packaged example, sorted by name; each can be given to ``second-source``.

    Sixteen reports in fourteen files, in plain text, HTML and JSON lines. What in them is invented is said in
    ``examples/README.md``.
    """
    folder = Path(str(files(__name__) / "reports"))
    return sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS)

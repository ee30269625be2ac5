"""``second-source info``: what is installed and what is kept, made to be pasted into an issue."""

import platform
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from secondsource import __version__
from secondsource.cli.json_lines import print_line
from secondsource.cli.ledger_file import ledger_file
from secondsource.cli.options import AsJson, LedgerFile

_ENGINES = (
    "airportsdata",
    "trafilatura",
    "lxml",
    "charset-normalizer",
    "py3langid",
    "babel",
    "sqlalchemy",
    "alembic",
    "pydantic",
    "onnxruntime",
)


def info(*, ledger: LedgerFile = None, as_json: AsJson = False) -> int:
    """Say which versions and which ledger this is.

    Made to be pasted into an issue: no text of any report is in it.
    """
    told = _told(ledger_file(ledger))
    if as_json:
        print_line(told)
    else:
        _show(told)
    return 0


def _told(path: Path) -> dict[str, Any]:
    from secondsource.ledger.engine_version import engine_version
    from secondsource.reading.model import reader_model

    reader = reader_model()
    return {
        "second-source": __version__,
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "reader": {"name": reader.name, "version": reader.version, "sha256": reader.sha256},
        "sqlite": engine_version(),
        "engines": {name: _version(name) for name in _ENGINES},
        "ledger": _ledger(path),
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _ledger(path: Path) -> dict[str, Any]:
    from secondsource.ledger.ledger import Ledger

    if not path.exists():
        return {"path": str(path), "there": False}
    with Ledger.open(path, create=False, read_only=True) as opened:
        counts = asdict(opened.info())
    return {"path": str(path), "there": True} | {name: counts[name] for name in counts if name != "path"}


def _show(told: dict[str, Any]) -> None:
    from secondsource.cli.console import console, words

    for name, value in _lines(told):
        console().print(words(f"{name:<28}{'unknown' if value is None else value}"), soft_wrap=True)


def _lines(told: dict[str, Any], before: str = "") -> list[tuple[str, Any]]:
    lines: list[tuple[str, Any]] = []
    for name, value in told.items():
        if isinstance(value, dict):
            lines += _lines(value, f"{before}{name} ")
        else:
            lines.append((f"{before}{name}", _short(value)))
    return lines


def _short(value: Any) -> Any:
    return ", ".join(f"{reader['name']} {reader['version']}" for reader in value) if isinstance(value, tuple) else value

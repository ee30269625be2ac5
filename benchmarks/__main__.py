"""Measures everything that can be measured here and writes ``benchmarks/RESULTS.md``."""

import os
import platform
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from benchmarks import comments, linking, seen, speed
from benchmarks.data import DATA
from benchmarks.quality import TASKS, Task
from secondsource.reading.encoder.session import encoder
from secondsource.reading.model import reader_model

RESULTS = Path(__file__).with_name("RESULTS.md")

HEAD = """# What was measured

In English a trained encoder finds statements and names; everything else, and other languages, is read by rules.

Every number comes from the commands themselves, JSON lines in and JSON lines out; no gold label is shown to them.
The data and the scorers are other people's and are not part of the project, but for what stands in `corpus`.
The rules were written and the model was chosen with the dev sets at hand.
Expect less on texts that nobody has looked at.
A set that does not stand beside the checkout is named as not measured.
Run it again with `make bench`.
"""


def main() -> None:
    """Measure and write the results; say on stdout what is being measured."""
    lines = [HEAD, _reader(), "## Quality\n"]
    for task in TASKS:
        print(f"{task.name}: {task.about}", flush=True)
        lines += _task_lines(task)
    print("speed", flush=True)
    lines += _speed_lines()
    print("comments", flush=True)
    lines += _comments_lines()
    RESULTS.write_text("\n".join(lines), encoding="utf-8")
    print(f"written: {RESULTS.relative_to(Path.cwd()) if RESULTS.is_relative_to(Path.cwd()) else RESULTS.name}")


def _reader() -> str:
    model = reader_model()
    weights = encoder().sha256
    return f"Reader: {model.name} {model.version}, digest `{model.sha256[:16]}`; weights `{weights[:16]}`.\n"


def _task_lines(task: Task) -> Iterator[str]:
    yield f"### {task.name}\n"
    yield f"{task.about}\n"
    if not task.there:
        yield f"Not measured: `{task.file}` does not stand beside this checkout.\n"
        return
    yield f"Data: `{'corpus/' if task.ours else ''}{task.file}`, SHA-256 `{task.sha256}…`.\n"
    yield "| measure | value |"
    yield "| --- | ---: |"
    for measure, value in task.measure(None).items():
        yield f"| {measure} | {value if isinstance(value, int) else f'{value:.3f}'} |"
    yield ""


def _speed_lines() -> Iterator[str]:
    yield "## Speed\n"
    if not DATA.is_dir():
        yield "Not measured: the texts do not stand beside this checkout.\n"
        return
    yield (
        f"One run, start-up included, on {os.cpu_count()} cores of {platform.machine()} under {platform.system()}, "
        f"Python {platform.python_version()}; the commands use one core.\n"
    )
    yield "Only extraction has a peer that runs here; for reading, linking and the dossier there is none.\n"
    yield "| what | figure |"
    yield "| --- | --- |"
    for what, figure in chain(speed.measure(), linking.measure(), seen.measure()):
        yield f"| {what} | {figure} |"
    yield ""


def _comments_lines() -> Iterator[str]:
    isso = os.environ.get("ISSO_VENV")
    yield "## Comments\n"
    yield "What a comment costs the serving process, one connection for each request, every comment on the disk.\n"
    if isso is None:
        yield "Isso was not measured: `ISSO_VENV` names no environment with Isso and gunicorn.\n"
    yield "| what | figure |"
    yield "| --- | --- |"
    for what, figure in comments.measure(None if isso is None else Path(isso)):
        yield f"| {what} | {figure} |"
    yield ""


if __name__ == "__main__":
    main()

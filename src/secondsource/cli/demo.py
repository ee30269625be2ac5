"""``second-source demo``: the packaged example from beginning to end."""

from pathlib import Path
from typing import Annotated

import typer

from secondsource.cli.dossier import make_dossier, write_dossier_page
from secondsource.cli.read_set import gather
from secondsource.cli.take_in import read_each
from secondsource.cli.tell import tell_failures

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where to write the page.")]


def demo(out: Out = Path("second-source-demo")) -> int:
    """Print the dossier of the packaged example.

    And write it as a page for a browser.
    """
    from secondsource.cli.console import console, words
    from secondsource.cli.dossier_view import show_dossier
    from secondsource.examples import example_paths

    paths = example_paths()
    read_set = gather(read_each([str(path) for path in paths], published=None, shown=None))
    tell_failures(read_set.failures)
    made = make_dossier(read_set)
    page = out / "dossier.html"
    out.mkdir(parents=True, exist_ok=True)
    write_dossier_page(made, read_set, page)
    show_dossier(made)
    for line in _what_next(page, paths):
        console().print(words(line), soft_wrap=True)
    return 1 if read_set.failures else 0


def _what_next(page: Path, paths: list[Path]) -> list[str]:
    return [
        "",
        f"The same as a page: {page.resolve()}",
        "",
        "Now with your own reports (text, HTML, JSON lines or a folder of them):",
        "  second-source dossier FOLDER --html dossier.html",
        "Or look at one of the example's reports alone:",
        f"  second-source read {paths[0]}",
        "To keep reports and be able to check them later:",
        "  second-source collect FOLDER && second-source dossier && second-source verify",
    ]

"""``second-source dossier``: from reports to what they add up to."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.clock import now, who_is_it
from secondsource.cli.errors import WrongUse
from secondsource.cli.kept import keep_each, kept_set, signed_set, standing_judgements
from secondsource.cli.ledger_file import ledger_file
from secondsource.cli.named_lists import named_lists
from secondsource.cli.options import AsJson, AsOf, LedgerFile, MoreTracks, NamedLists, PublishedOn, ShowProgress, Who
from secondsource.cli.read_set import ReadSet, gather
from secondsource.cli.store_folder import store_folder
from secondsource.cli.take_in import read_each
from secondsource.cli.tell import tell, tell_failures
from secondsource.cli.tracks import look_at_tracks, require_no_tracks
from secondsource.model.ids import Digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.model.dossier import Dossier
    from secondsource.model.track import TrackAnswer

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, globs, or - for standard input; without any, what the ledger holds.",
        show_default=False,
    ),
]
Title = Annotated[
    str | None,
    typer.Option("--title", metavar="WORDS", help="Headline; else the main event's own words.", show_default=False),
]
Page = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Write it there as one page for a browser.", show_default=False),
]
Names = Annotated[
    bool,
    typer.Option(
        "--names", help="With --html: name those who decided; else they have numbers there.", show_default=False
    ),
]


def dossier(
    inputs: Paths = None,
    *,
    ledger: LedgerFile = None,
    published: PublishedOn = None,
    title: Title = None,
    html: Page = None,
    track: MoreTracks = None,
    as_of: AsOf = None,
    who: Who = None,
    lists: NamedLists = None,
    names: Names = False,
    as_json: AsJson = False,
    progress: ShowProgress = None,
) -> int:
    """Tell what the reports add up to.

    Lines of reporting, who says what and how surely, what sensors show, who is silent, which provisions may bear.
    A flight track beside the reports can confirm or contradict a landing they tell of.
    With inputs it works without any set-up and writes nothing but the page asked for; with a ledger beside them
    it also keeps them there. Without inputs it reads the ledger.
    A page is for all to read: with --html whoever decided something has a number there and no name.
    """
    require_no_tracks(track, as_of=as_of)
    read_set = _read_set(inputs, ledger=ledger, published=published, as_of=as_of, who=who, shown=progress)
    kept_in = ledger_file(ledger) if ledger is not None or not inputs else None
    if html is not None and kept_in is not None and not names:
        read_set = signed_set(read_set, kept_in)
    tracks = look_at_tracks(track or (), ledger=kept_in, stored=not inputs, as_of=as_of, who=who)
    tell_failures((*read_set.failures, *tracks.failures))
    made = make_dossier(read_set, title=title, tracks=tracks.answers)
    if lists:
        made = _screened(made, read_set, lists)
    if html is not None:
        digest = write_dossier_page(made, read_set, html)
        if kept_in is not None:
            _record(kept_in, digest, html, who)
    _show(made, as_json)
    if html is not None:
        tell(f"The page is at {html.resolve()}")
    return 1 if read_set.failures or tracks.failures else 0


def make_dossier(read_set: ReadSet, *, title: str | None = None, tracks: "Sequence[TrackAnswer]" = ()) -> "Dossier":
    """Return the dossier of the set, every quotation of it checked against the texts.

    Raises:
        NothingToTell: The set is empty.
        CitationsFailed: A citation is not true to its report.
    """
    from secondsource.dossier.assemble import assemble
    from secondsource.dossier.check import require_sound

    # What was asked of a past moment is the same whenever it is asked, its own date too.
    made_at = now() if read_set.as_of is None else read_set.as_of
    made = assemble(read_set.linked(), read_set.reports, read_set.readings, made_at=made_at, title=title, tracks=tracks)
    require_sound(made, {report.id: report.text for report in read_set.reports})
    return made


def _screened(made: "Dossier", read_set: ReadSet, lists: list[str]) -> "Dossier":
    from secondsource.dossier.screened import screen_names
    from secondsource.screening.clearances import Clearances
    from secondsource.screening.index import Index

    store = store_folder(None)
    index = Index(named_lists(lists, store=store, as_of=None))
    texts = {report.id: report.text for report in read_set.reports}
    decided = Clearances.of_folder(store)
    return replace(made, screening=screen_names(made, read_set.readings, texts, index, clearances=decided))


def write_dossier_page(made: "Dossier", read_set: ReadSet, path: Path) -> Digest:
    """Write the dossier as one self-contained page at ``path``, whole or not at all, and return the page's digest."""
    from secondsource.publishing.page import render_page
    from secondsource.publishing.write import write_page

    page = render_page(made, read_set.reports)
    write_page(page, path)
    return Digest(sha256(page.encode()).hexdigest())


def _record(ledger: Path, digest: Digest, page: Path, who: str | None) -> None:
    from secondsource.ledger.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        opened.record_publication(
            dossier_id=f"d-{digest[:12]}", digest=digest, path=str(page), who=who_is_it(who), at=now()
        )


def _read_set(
    inputs: list[str] | None,
    *,
    ledger: Path | None,
    published: str | None,
    as_of: str | None,
    who: str | None,
    shown: bool | None,
) -> ReadSet:
    if not inputs:
        return kept_set(ledger_file(ledger), as_of=as_of)
    if as_of is not None:
        raise WrongUse(
            "--as-of was given beside inputs; it asks what a ledger held, and inputs are read as they are now.\n"
            f"Leave the inputs out: second-source dossier --as-of {as_of}"
        )
    if ledger is None:
        return gather(read_each(inputs, published=published, shown=shown))
    read_set = gather(keep_each(inputs, ledger=ledger, published=published, who=who_is_it(who), shown=shown))
    return replace(read_set, judgements=standing_judgements(ledger))


def _show(made: "Dossier", as_json: bool) -> None:
    if as_json:
        from secondsource.cli.json_lines import print_line

        print_line(made)
    else:
        from secondsource.cli.dossier_view import show_dossier

        show_dossier(made)

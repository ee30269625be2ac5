"""``second-source lists``: sanctions lists kept snapshot by snapshot."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.clock import now, who_is_it
from secondsource.cli.errors import WrongUse
from secondsource.cli.json_lines import print_line
from secondsource.cli.options import AsJson, ListsFolder, Who
from secondsource.cli.screen import AsOfDay, day_of_option
from secondsource.cli.store_folder import store_folder
from secondsource.cli.tell import tell

if TYPE_CHECKING:
    from secondsource.model.listed import Snapshot

app = typer.Typer(help="Keep sanctions lists, snapshot by snapshot.", rich_markup_mode=None)

ListFile = Annotated[Path, typer.Argument(metavar="FILE", help="The list as its publisher gives it out.")]
ListName = Annotated[str, typer.Argument(metavar="NAME", help="What the kept list is called.")]
MaybeListName = Annotated[
    str | None, typer.Argument(metavar="NAME", help="One list; without it all.", show_default=False)
]
AddName = Annotated[
    str | None,
    typer.Option("--name", metavar="NAME", help="What it is to be called; else the file's name.", show_default=False),
]
ListDay = Annotated[
    str | None,
    typer.Option("--list-on", metavar="DAY", help="The list's day where the file bears none.", show_default=False),
]
EntryId = Annotated[str, typer.Argument(metavar="ENTRY", help="The entry's id (un-KPi.024).")]
Cleared = Annotated[str, typer.Argument(metavar="SUBJECT", help="The name that was screened.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="Why it is not the same.")]
_NAME_LETTERS = "._-"


@app.callback()
def _lists() -> None:
    """Keep sanctions lists, snapshot by snapshot."""


@app.command()
def add(
    file: ListFile, *, name: AddName = None, list_on: ListDay = None, store: ListsFolder = None, who: Who = None
) -> int:
    """Keep a list for the first time.

    The file is read whole first; a broken one is refused with the place of the fault.
    """
    _keep(file, name=name, list_on=list_on, store=store, who=who, new=True)
    return 0


@app.command()
def update(
    name: ListName, file: ListFile, *, list_on: ListDay = None, store: ListsFolder = None, who: Who = None
) -> int:
    """Keep the next snapshot of a list; a broken one is refused, and the last good one stays in force."""
    _keep(file, name=name, list_on=list_on, store=store, who=who, new=False)
    return 0


@app.command()
def show(name: MaybeListName = None, *, store: ListsFolder = None, as_json: AsJson = False) -> int:
    """Say which snapshots are kept."""
    from secondsource.screening.store import ListStore

    kept = ListStore(store_folder(store))
    snapshots = [each for listed in ([name] if name else kept.names()) for each in kept.snapshots(listed)]
    if as_json:
        for snapshot in snapshots:
            print_line(snapshot)
    else:
        _show_snapshots(snapshots)
    return 0


@app.command()
def diff(
    name: ListName,
    *,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DAY", help="Compare with the list as of that day.", show_default=False),
    ] = None,
    as_of: AsOfDay = None,
    store: ListsFolder = None,
    as_json: AsJson = False,
) -> int:
    """Say what came, went and changed between two snapshots of a list; without days between the last two."""
    from secondsource.cli.lists_view import change_lines, show_change
    from secondsource.screening.lists.history import difference
    from secondsource.screening.store import ListStore

    before, after = _two(name, day_of_option("--since", since), day_of_option("--as-of", as_of), store)
    kept = ListStore(store_folder(store))
    change = difference(kept.read(before), kept.read(after))
    if as_json:
        for line in change_lines(change):
            print_line(line)
    else:
        show_change(name, change)
    return 0


@app.command()
def clear(
    subject: Cleared,
    name: ListName,
    entry: EntryId,
    *,
    why: Why,
    store: ListsFolder = None,
    who: Who = None,
) -> int:
    """Keep that a name is not the listed one; it is open again once the entry reads otherwise."""
    from secondsource.screening.clearances import clear as keep_clearance
    from secondsource.screening.errors import ListUnknown
    from secondsource.screening.store import ListStore

    folder = store_folder(store)
    listed = ListStore(folder).in_force(name)
    found = next((each for each in listed.entries if each.id == entry), None)
    if found is None:
        raise ListUnknown(
            f"The entry {entry} of {name} was to be cleared; the list of {listed.list_on} has no such entry.\n"
            "Take the id from a hit: second-source screen NAME"
        )
    keep_clearance(folder, name=subject, listed=name, entry=found, why=why, who=who_is_it(who), at=now())
    tell(f"Kept: {subject} is not {found.names[0].text} ({entry}), because {why}")
    return 0


def _keep(file: Path, *, name: str | None, list_on: str | None, store: Path | None, who: str | None, new: bool) -> None:
    from secondsource.screening.store import ListStore

    if name is not None and not (name[:1].isalnum() and all(c.isalnum() or c in _NAME_LETTERS for c in name)):
        raise WrongUse(f"A list was to be called {name!r}; a name is of letters, digits, dots and hyphens.")
    snapshot = ListStore(store_folder(store)).add(
        file, at=now(), who=who_is_it(who), name=name, list_on=day_of_option("--list-on", list_on), new=new
    )
    tell(f"{snapshot.list} of {snapshot.list_on} is kept: {snapshot.n_entries:,} entries, {snapshot.sha256[:12]}")


def _two(name: str, since: str | None, as_of: str | None, store: Path | None) -> "tuple[Snapshot, Snapshot]":
    from secondsource.screening.errors import ListUnknown
    from secondsource.screening.store import ListStore

    kept = [each for each in ListStore(store_folder(store)).snapshots(name) if as_of is None or each.list_on <= as_of]
    earlier = [each for each in kept[:-1] if since is None or each.list_on <= since]
    if not earlier:
        raise ListUnknown(
            f"Two snapshots of {name} were to be compared; there is no earlier one that is kept.\n"
            f"See which there are: second-source lists show {name}"
        )
    return earlier[-1], kept[-1]


def _show_snapshots(snapshots: "list[Snapshot]") -> None:
    from secondsource.cli.console import console, table, words

    if not snapshots:
        console().print(words("No list is kept. Keep one: second-source lists add FILE"))
        return
    drawn = table("list", "day", "entries", "format", "digest", "kept at", "by")
    for each in snapshots:
        drawn.add_row(
            words(each.list),
            words(each.list_on),
            words(f"{each.n_entries:,}"),
            words(each.format),
            words(each.sha256[:12]),
            words(each.kept_at[:16]),
            words(each.who),
        )
    console().print(drawn)

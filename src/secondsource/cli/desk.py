"""``second-source desk …``: what is set up and looked after from the command line."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.clock import now, who_is_it
from secondsource.cli.desk_file import DeskFile, open_desk
from secondsource.cli.errors import WrongUse
from secondsource.cli.options import AsJson, Who
from secondsource.cli.serve import require_web
from secondsource.cli.tell import tell
from secondsource.cli.verify import ExpectedHead, noted_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondsource.comments.importing.brought import Brought, Unread
    from secondsource.model.desk import Role

ROLES = ("reader", "analyst", "editor", "moderator", "admin")
FORMATS = ("jsonl", "wxr", "disqus", "isso")

app = typer.Typer(help="Look after the desk: accounts, dossiers, comments.", rich_markup_mode=None)

Id = Annotated[str, typer.Option("--id", metavar="ID", help="Last part of its address.", show_default=False)]
Title = Annotated[
    str | None, typer.Option("--title", metavar="WORDS", help="Its headline; else the page's own.", show_default=False)
]
Note = Annotated[
    str,
    typer.Option("--note", metavar="WORDS", help="What changed against the version before.", show_default=False),
]


@app.callback()
def _desk() -> None:
    """Look after the desk: accounts, dossiers, comments."""


@app.command()
def account(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Small letters, digits, hyphens.")],
    *,
    role: Annotated[
        str, typer.Option("--role", metavar="ROLE", help=f"One of {', '.join(ROLES)}.", show_default=False)
    ],
    active: Annotated[bool, typer.Option("--active/--inactive", help="Whether the account may sign in.")] = True,
    desk: DeskFile = None,
    who: Who = None,
) -> int:
    """Make an account or change it.

    The password is asked for, or read as one line from a pipe; there is none to begin with.
    The desk is made with its first account, which must be an administrator's.
    """
    require_web()
    from secondsource.web.accounts import set_account

    password = _password()
    with open_desk(desk, create=True) as opened:
        set_account(opened, name, role=_role(role), password=password, active=active, who=who_is_it(who), at=now())
    tell(f"The account {name} is kept with the role {role}.")
    return 0


@app.command()
def publish(
    page: Annotated[Path, typer.Argument(metavar="PAGE", help="What second-source dossier --html wrote.")],
    *,
    dossier_id: Id,
    title: Title = None,
    note: Note = "",
    correction: Annotated[
        bool, typer.Option("--correction", help="Mark it as correcting the version before.", show_default=False)
    ] = False,
    draft: Annotated[
        Path | None,
        typer.Option(
            "--draft",
            metavar="DOSSIER",
            help="Keep it as a draft for a second person instead; what --json wrote beside the page.",
            show_default=False,
        ),
    ] = None,
    desk: DeskFile = None,
    who: Who = None,
) -> int:
    """Put a dossier's page at its permanent address, as its newest version.

    The versions before stay at theirs.
    The log says that it came from the command line, without a second person and without the check of its citations.
    With --draft nothing is published: the draft waits at /desk/drafts, where both are asked for.
    """
    from secondsource.comments.dossiers import publish_dossier
    from secondsource.comments.preparing import Prepared, prepare
    from secondsource.model.desk import HowPublished
    from secondsource.publishing.publication_check import dossier_of
    from secondsource.publishing.served import read_page

    html = _read(page)
    headline = title or read_page(html.decode("utf-8", "replace")).title
    name, at = who_is_it(who), now()
    with open_desk(desk) as opened, opened.writing() as transaction:
        if draft is not None:
            told = _read(draft).decode("utf-8", "replace")
            dossier_of(told)
            prepared = Prepared(
                dossier_id=dossier_id, title=headline, note=note, correction=correction, html=html, dossier=told
            )
            tell(f"The draft waits at /desk/drafts/{prepare(transaction, prepared, who=name, at=at)}")
            return 0
        version = publish_dossier(
            transaction,
            dossier_id,
            title=headline,
            html=html,
            note=note,
            who=name,
            at=at,
            how=HowPublished(correction=correction),
        )
    tell(f"Version {version} is at /dossiers/{dossier_id}")
    return 0


@app.command(name="import")
def bring(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file of comments.")],
    *,
    form: Annotated[
        str, typer.Option("--format", metavar="FORM", help=f"One of {', '.join(FORMATS)}.", show_default=False)
    ],
    dossier_id: Annotated[
        str | None,
        typer.Option(
            "--dossier",
            metavar="ID",
            help="The dossier for all of them; else the one named as the last part of the page's address.",
            show_default=False,
        ),
    ] = None,
    desk: DeskFile = None,
    who: Who = None,
) -> int:
    """Put comments from elsewhere into the queue.

    However they stood there, a moderator decides on each.
    The same file again brings only what is new; what was erased here since stays erased.
    A row that cannot be read is named on stderr and left out, the others are read; the exit code is then 1.
    """
    from secondsource.comments.importing.bringing import bring_in
    from secondsource.comments.setting import watch

    with open_desk(desk) as opened, opened.writing() as transaction:
        brought = bring_in(
            transaction,
            _comments(file, form),
            source=form,
            dossier_id=dossier_id,
            secret=opened.secret,
            watch=watch(transaction),
            who=who_is_it(who),
            at=now(),
        )
    for line in brought.left_out:
        tell(f"Left out {line}")
    tell(f"{brought.n_new} new in the queue, {brought.n_known} known, {len(brought.left_out)} left out.")
    return 1 if brought.left_out else 0


@app.command()
def export(
    *,
    form: Annotated[str, typer.Option("--format", metavar="FORM", help="jsonl or wxr.")] = "jsonl",
    desk: DeskFile = None,
) -> int:
    """Write the comments that readers see to standard output."""
    from secondsource.comments.exporting import json_lines, public_by_dossier, wxr

    if form not in {"jsonl", "wxr"}:
        raise WrongUse(f"--format was given {form!r}; comments are written as jsonl or wxr.\nGive one of them.")
    with open_desk(desk) as opened, opened.reading() as transaction:
        kept = public_by_dossier(transaction)
    if form == "wxr":
        sys.stdout.writelines(wxr(kept))
    else:
        sys.stdout.writelines(f"{line}\n" for line in json_lines(kept))
    return 0


@app.command(name="set")
def set_up(
    *,
    interval: Annotated[
        int | None,
        typer.Option(
            "--interval", metavar="SECONDS", help="How long an approved comment waits; at least 60.", show_default=False
        ),
    ] = None,
    watch: Annotated[
        str | None,
        typer.Option(
            "--watch", metavar="WORDS", help="Words to be told of in the queue, by blanks.", show_default=False
        ),
    ] = None,
    terms: Annotated[
        Path | None,
        typer.Option("--terms", metavar="FILE", help="New terms for comments, plain text.", show_default=False),
    ] = None,
    four_eyes: Annotated[
        str | None,
        typer.Option(
            "--four-eyes",
            metavar="on|off",
            help="Whether a draft needs another person to publish it than the one who prepared it.",
            show_default=False,
        ),
    ] = None,
    work: Annotated[
        int | None,
        typer.Option(
            "--work",
            metavar="BITS",
            help="Work that the form asks of a browser: 0 for none, 16 for a second or two of a laptop, at most 24.",
            show_default=False,
        ),
    ] = None,
    names: Annotated[
        str | None,
        typer.Option(
            "--names",
            metavar="on|off",
            help="Whether published dossiers name those who decided; else their role and a number stand there.",
            show_default=False,
        ),
    ] = None,
    desk: DeskFile = None,
    who: Who = None,
) -> int:
    """Set how long comments wait, which words are watched, new terms, or who is named and who publishes with whom."""
    from secondsource.comments.setting import set_four_eyes, set_interval, set_shows_names, set_watched, set_work_bits
    from secondsource.comments.terms import set_terms

    if all(given is None for given in (interval, watch, terms, four_eyes, work, names)):
        raise WrongUse(
            "Nothing was given to set.\nGive one of them: --interval, --watch, --terms, --four-eyes, --work, --names"
        )
    for option, given in (("--four-eyes", four_eyes), ("--names", names)):
        if given not in {None, "on", "off"}:
            raise WrongUse(f"{option} was given {given!r}; it is on or off.\nGive one of them.")
    text = None if terms is None else _read(terms).decode("utf-8", "replace").strip()
    with open_desk(desk) as opened, opened.writing() as transaction:
        if interval is not None:
            set_interval(transaction, interval)
        if watch is not None:
            set_watched(transaction, watch)
        if four_eyes is not None:
            set_four_eyes(transaction, four_eyes == "on", who=who_is_it(who), at=now())
        if work is not None:
            set_work_bits(transaction, work, who=who_is_it(who), at=now())
        if names is not None:
            set_shows_names(transaction, names == "on", who=who_is_it(who), at=now())
        if text is not None:
            version = set_terms(transaction, text, who=who_is_it(who), at=now())
            tell(f"The terms in force are version {version}.")
    return 0


@app.command()
def digest(
    *,
    to: Annotated[str, typer.Option("--to", metavar="ADDRESS", help="Whom the mail is for.", show_default=False)],
    origin: Annotated[
        str, typer.Option("--origin", metavar="URL", help="Where readers reach the server.", show_default=False)
    ],
    desk: DeskFile = None,
) -> int:
    """Write a mail to standard output that says how many comments wait, for sendmail or the like.

    Nothing is written if none waits.
    """
    from secondsource.comments.digest import digest_mail

    with open_desk(desk) as opened:
        n_waiting = opened.n_waiting()
    if n_waiting:
        sys.stdout.write(str(digest_mail(n_waiting, origin=origin.rstrip("/"), to=to)))
    return 0


@app.command()
def erase(
    comment_id: Annotated[str, typer.Argument(metavar="COMMENT", help="Its id, as the desk shows it.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be erased, and erase nothing.")] = False,
    desk: DeskFile = None,
    who: Who = None,
) -> int:
    """Erase every word of a comment from the desk's file.

    For a reader who has lost the receipt.
    """
    with open_desk(desk) as opened:
        comment = opened.comment(comment_id)
        if dry_run:
            tell(f"{comment.id} on {comment.dossier_id}, {comment.status}, would be erased.")
            return 0
        opened.erase(comment_id, who=who_is_it(who), at=now())
    tell(f"{comment_id} is erased.")
    return 0


@app.command()
def scrub(*, desk: DeskFile = None) -> int:
    """Take the last bytes of what was erased out of the file, where another process kept them before."""
    from secondsource.comments.erasing import scrub as scrub_file

    with open_desk(desk) as opened:
        scrub_file(opened.file)
    tell("No byte of what was erased is left in the file.")
    return 0


@app.command()
def check(*, head: ExpectedHead = None, desk: DeskFile = None, as_json: AsJson = False) -> int:
    """Check the desk's log, its words, and that comments stand as the log says.

    Exit code 1 if something does not hold; nothing is mended.
    """
    from secondsource.cli.json_lines import print_line
    from secondsource.ledger.desk.entries import find_head

    with open_desk(desk) as opened:
        faults = opened.verify(expected_head=None if head is None else noted_head(head))
        with opened.reading() as transaction:
            end = find_head(transaction)
    for fault in faults:
        if as_json:
            print_line(fault)
        else:
            typer.echo(f"{fault.code}: {fault.message}")
    if not as_json:
        typer.echo("All holds." if not faults else f"{len(faults)} faults.")
        typer.echo(f"End of the log: {end.seq}:{end.hash}")
    return 1 if faults else 0


def _password() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")


def _role(code: str) -> "Role":
    from secondsource.model.desk import Role

    if code not in ROLES:
        raise WrongUse(f"--role was given {code!r}; there are {', '.join(ROLES)}.\nGive one of them.")
    return Role(code)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise WrongUse(f"The file {path} was to be read; {error.strerror or error}.\nCheck its name: ls") from error


def _comments(file: Path, form: str) -> "Iterator[Brought | Unread]":
    from secondsource.comments.errors import ImportUnreadable
    from secondsource.comments.importing.bringing import FORMATS as READERS
    from secondsource.comments.importing.isso import read_isso
    from secondsource.comments.importing.xml_file import MAX_BYTES

    if form not in FORMATS:
        raise WrongUse(f"--format was given {form!r}; there are {', '.join(FORMATS)}.\nGive one of them.")
    if form == "isso":
        return read_isso(file)
    # Looked at before it is read: it has to be held in memory.
    if file.is_file() and file.stat().st_size > MAX_BYTES:
        raise ImportUnreadable(
            f"Comments were to be read from {file.name}; it has {file.stat().st_size} bytes, at most {MAX_BYTES} are "
            "read.\nCut it into parts, each a whole file of its form."
        )
    return READERS[form](_read(file), file.name)

"""Preparing a version of a dossier, and letting it pass with four eyes."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from secondsource.comments.preparing import Prepared, give_back, let_pass, prepare, require_draft, require_passable
from secondsource.comments.setting import four_eyes, shows_names
from secondsource.ledger.desk import accounts, dossiers, drafts
from secondsource.linking.signing import signed, signs
from secondsource.model.desk import DossierDraft, DraftStatus, Role
from secondsource.model.judgement import Judgement
from secondsource.publishing.changes import Change, changes
from secondsource.publishing.errors import NotADossier
from secondsource.publishing.publication_check import dossier_of, fault_words, find_faults, require_publishable
from secondsource.publishing.served import read_page
from secondsource.publishing.shown_sentences import shown_sentences
from secondsource.web.acts.building import Built, build
from secondsource.web.acts.errors import JudgementRefused
from secondsource.web.acts.ledger_asked import ledger_of, states_asked
from secondsource.web.analyst.states import States
from secondsource.web.answers import dossier_policy, page, see
from secondsource.web.ledger_place import LedgerPlace
from secondsource.web.permissions import Need, allows
from secondsource.web.routing import Asked

PER_LIST = 100
"""Drafts on the page of all."""

ROLE_WORDS: dict[Role, str] = {
    Role.READER: "reader",
    Role.ANALYST: "analyst",
    Role.EDITOR: "editor",
    Role.MODERATOR: "moderator",
    Role.ADMIN: "administrator",
}
"""What people do at the desk, as published dossiers say it."""

_TITLE_MOST = 300
_NOTE_MOST = 2000
_REPORTS_MOST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What is to be known of a draft before it is decided on.

    Attributes:
        draft: The draft as it stands.
        against: The version that stands at its address now, 0 for none.
        changes: What differs from that version.
        faults: What keeps it from being published, one line each.
    """

    draft: DossierDraft
    against: int
    changes: list[Change]
    faults: list[str]


async def show_drafts(asked: Asked) -> Response:
    """Show the drafts of dossiers, and the form for a new one."""
    with asked.site.desk.reading() as transaction:
        found = drafts.find_drafts(transaction, limit=PER_LIST)
        published = dossiers.find_dossiers(transaction)
        needs_two = four_eyes(transaction)
    return asked.show(
        "desk/acts/drafts.html.j2",
        drafts=found,
        dossiers=published,
        four_eyes=needs_two,
        chosen="\n".join(asked.query.get("reports", "").split()[:_REPORTS_MOST]),
        has_ledger=asked.site.ledger is not None,
    )


async def prepare_draft(asked: Asked) -> Response:
    """Make a draft of what the ledger holds, for a second person to read."""
    form, site, states = asked.form, asked.site, states_asked(asked)
    title, note = _line(form.text("title"), _TITLE_MOST), _line(form.text("note"), _NOTE_MOST)
    chosen = form.text("reports").split()[:_REPORTS_MOST]
    built = await site.study(_build, asked, states, chosen, title)
    prepared = Prepared(
        dossier_id=form.text("dossier").strip(),
        title=built.dossier.title,
        note=note,
        correction=form.text("correction") == "yes",
        html=built.html.encode(),
        dossier=built.told,
    )
    draft_id = await site.write(_prepare, asked, prepared)
    return see(f"/desk/drafts/{draft_id}")


async def show_draft(asked: Asked) -> Response:
    """Show a draft: what it changes, whether its citations hold, and the forms to decide on it."""
    looked = await asked.site.study(_look_at, asked)
    with asked.site.desk.reading() as transaction:
        needs_two = four_eyes(transaction)
    role = None if asked.visitor.account is None else asked.visitor.account.role
    own = looked.draft.prepared_by == asked.who
    waits = looked.draft.status is DraftStatus.WAITING
    return asked.show(
        "desk/acts/draft.html.j2",
        looked=looked,
        draft=looked.draft,
        own=own,
        four_eyes=needs_two,
        may_decide=waits and allows(Need.EDIT, role),
        may_pass=waits and allows(Need.EDIT, role) and not (own and needs_two) and not looked.faults,
        checked=asked.site.ledger is not None,
    )


async def show_draft_page(asked: Asked) -> Response:
    """Show a draft's page as it would be published."""
    html = _contents(asked)[0].decode()
    return page(html, policy=dossier_policy(read_page(html).style_digest))


async def pass_draft(asked: Asked) -> Response:
    """Publish a draft that somebody else prepared, once every citation of it is checked against the ledger."""
    site, place = asked.site, ledger_of(asked)
    draft_id, seen, who = asked.path["draft_id"], asked.form.number("seen"), asked.who
    with site.desk.reading() as transaction:
        draft = require_passable(transaction, draft_id, seen=seen, who=who)
    html, told = _contents(asked)
    await site.study(_check, place, told, html.decode())
    await site.write(_pass, asked, place, seen)
    site.kept.forget(draft.dossier_id)
    return see(f"/desk/drafts/{draft_id}")


async def return_draft(asked: Asked) -> Response:
    """Give a draft back to whoever prepared it, with words."""
    await asked.site.write(_give_back, asked, asked.form.number("seen"))
    return see(f"/desk/drafts/{asked.path['draft_id']}")


def _build(asked: Asked, states: States, chosen: list[str], title: str) -> Built:
    state = states.get()
    return build(
        state,
        judgements=_signed(asked, states, state.held.judgements),
        chosen=chosen,
        title=title,
        made_at=asked.site.now(),
        lists=states.lists,
    )


def _signed(asked: Asked, states: States, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    with asked.site.desk.reading() as transaction:
        if shows_names(transaction):
            return tuple(judgements)
        roles = {account.name: ROLE_WORDS[account.role] for account in accounts.find_accounts(transaction)}
    with states.place.reading() as ledger:
        deciders = [kept.judgement.who for kept in ledger.judgement_history()]
    return signed(judgements, signs(deciders, roles))


def _prepare(asked: Asked, prepared: Prepared) -> str:
    with asked.site.desk.writing() as transaction:
        return prepare(transaction, prepared, who=asked.who, at=asked.site.now())


def _give_back(asked: Asked, seen: int) -> None:
    words = _line(asked.form.text("words"), _NOTE_MOST)
    with asked.site.desk.writing() as transaction:
        give_back(transaction, asked.path["draft_id"], seen=seen, words=words, who=asked.who, at=asked.site.now())


def _check(place: LedgerPlace, told: str, html: str) -> None:
    with place.reading() as ledger:
        require_publishable(dossier_of(told), html, ledger)


def _pass(asked: Asked, place: LedgerPlace, seen: int) -> None:
    who, at = asked.who, asked.site.now()
    with asked.site.desk.writing() as transaction:
        version = let_pass(transaction, asked.path["draft_id"], seen=seen, who=who, at=at)
        draft = require_draft(transaction, asked.path["draft_id"])
        # Within the desk's transaction: what the ledger does not take is not published either.
        with place.writing() as ledger:
            path = f"/dossiers/{draft.dossier_id}/versions/{version}"
            ledger.record_publication(dossier_id=draft.dossier_id, digest=draft.digest, path=path, who=who, at=at)


def _look_at(asked: Asked) -> Looked:
    draft_id = asked.path["draft_id"]
    with asked.site.desk.reading() as transaction:
        draft = require_draft(transaction, draft_id)
        dossier = dossiers.find_dossier(transaction, draft.dossier_id)
        against = draft.base if draft.version is not None else 0 if dossier is None else dossier.version
        before = dossiers.find_page(transaction, draft.dossier_id, against) if against else None
    html, told = _contents(asked)
    differing = (
        []
        if before is None
        else changes(shown_sentences(before.decode("utf-8", "replace")), shown_sentences(html.decode()))
    )
    waits = draft.status is DraftStatus.WAITING
    faults = _faults(asked.site.ledger, told, html.decode()) if waits and asked.site.ledger is not None else []
    return Looked(draft=draft, against=against, changes=differing, faults=faults)


def _faults(place: LedgerPlace, told: str, html: str) -> list[str]:
    try:
        with place.reading() as ledger:
            return [fault_words(each) for each in find_faults(dossier_of(told), html, ledger)]
    except NotADossier as error:
        return [error.message]


def _contents(asked: Asked) -> tuple[bytes, str]:
    with asked.site.desk.reading() as transaction:
        require_draft(transaction, asked.path["draft_id"])
        found = drafts.find_contents(transaction, asked.path["draft_id"])
    assert found is not None  # noqa: S101  (a draft is kept with its contents)
    return found


def _line(text: str, most: int) -> str:
    line = " ".join(text.split())
    if len(line) > most:
        raise JudgementRefused(f"A line of {len(line)} characters was sent.\nKeep to {most}.")
    return line

"""Pages for everybody: dossiers, their comments, the terms."""

import json
from collections.abc import Sequence
from typing import Any

from starlette.responses import Response

from secondsource.comments.dossiers import require_dossier
from secondsource.comments.exporting import json_form
from secondsource.comments.setting import interval
from secondsource.comments.showing import public_comments
from secondsource.comments.terms import find_terms
from secondsource.dossier.date_words import date_words
from secondsource.ledger.desk import dossiers
from secondsource.model.desk import DossierVersion, PublishedDossier
from secondsource.publishing.changes import changes
from secondsource.publishing.served import read_page, with_links
from secondsource.publishing.shown_sentences import shown_sentences
from secondsource.web.answers import HEADERS, PUBLIC_POLICY, dossier_policy, page
from secondsource.web.errors import NoSuchPage
from secondsource.web.forms import whole_number
from secondsource.web.kept_pages import KeptPage
from secondsource.web.openapi import openapi
from secondsource.web.pages import render, static_file
from secondsource.web.routing import Asked

_REVALIDATE = {"cache-control": "no-cache"}


async def list_dossiers(asked: Asked) -> Response:
    """Show every published dossier, the latest first."""
    with asked.site.desk.reading() as transaction:
        found = dossiers.find_dossiers(transaction)
    return asked.show("dossiers.html.j2", dossiers=found)


async def show_dossier(asked: Asked) -> Response:
    """Show a dossier as it was published, the newest version or the one that is named."""
    dossier_id = asked.path["dossier_id"]
    with asked.site.desk.reading() as transaction:
        dossier = require_dossier(transaction, dossier_id)
        named = asked.path.get("version")
        version = dossier.version if named is None else whole_number(named, "version")
    if not 1 <= version <= dossier.version:
        raise NoSuchPage(f"Version {version} of a dossier was asked for; there are {dossier.version}.\nSee the list: /")
    state = (dossier.version, dossier.n_comments)
    kept = asked.site.kept.get(f"{dossier_id}/{version}", state, lambda: _dossier_page(asked, dossier, version))
    return send_kept(kept, asked)


def _dossier_page(asked: Asked, dossier: PublishedDossier, version: int) -> tuple[str, str]:
    with asked.site.desk.reading() as transaction:
        html = dossiers.find_page(transaction, dossier.id, version)
        versions = dossiers.find_versions(transaction, dossier.id)
    text = (html or b"").decode()
    links = [
        (f"/dossiers/{dossier.id}/comments", f"Comments ({dossier.n_comments})"),
        (f"/dossiers/{dossier.id}/versions", f"Version {version} of {dossier.version}"),
        ("/", "All dossiers"),
    ]
    return with_links(text, links, _notices(dossier.id, versions, version)), dossier_policy(
        read_page(text).style_digest
    )


def _notices(dossier_id: str, versions: Sequence[DossierVersion], version: int) -> list[tuple[str, str, str]]:
    """Return what a reader must know of corrections: those made up to this version, and those made after it."""
    notices = []
    for each in versions:
        if each.how.correction:
            made = f"Correction of {date_words(each.published_at.date().isoformat())}"
            words = f"{each.note} Version {each.version} corrects it." if each.version > version else each.note
            notices.append((made, words, f"/dossiers/{dossier_id}/versions/{each.version}/changes"))
    return notices


async def show_versions(asked: Asked) -> Response:
    """Show a dossier's versions and what changed in each."""
    with asked.site.desk.reading() as transaction:
        dossier = require_dossier(transaction, asked.path["dossier_id"])
        versions = dossiers.find_versions(transaction, dossier.id)
    return asked.show("versions.html.j2", dossier=dossier, versions=versions)


async def show_changes(asked: Asked) -> Response:
    """Show which words a version of a dossier changed against the one before."""
    dossier_id, n = asked.path["dossier_id"], whole_number(asked.path["version"], "version")
    with asked.site.desk.reading() as transaction:
        dossier = require_dossier(transaction, dossier_id)
    if not 1 < n <= dossier.version:
        raise NoSuchPage(
            f"What version {n} of a dossier changed was asked for; there are {dossier.version}, and the first "
            f"changed nothing.\nSee the list: /dossiers/{dossier_id}/versions"
        )
    key = f"{dossier_id}/{n}/changes/{asked.language}"
    return send_kept(asked.site.kept.get(key, (dossier.title,), lambda: _changes_page(asked, dossier, n)), asked)


def _changes_page(asked: Asked, dossier: PublishedDossier, version: int) -> tuple[str, str]:
    with asked.site.desk.reading() as transaction:
        pages = [dossiers.find_page(transaction, dossier.id, each) or b"" for each in (version - 1, version)]
        told = next(each for each in dossiers.find_versions(transaction, dossier.id) if each.version == version)
    before, after = (shown_sentences(html.decode("utf-8", "replace")) for html in pages)
    html = render(
        "changes.html.j2",
        language=asked.language,
        site_name=asked.site.settings.name,
        dossier=dossier,
        version=told,
        changes=changes(before, after),
    )
    return html, PUBLIC_POLICY


async def show_comments(asked: Asked) -> Response:
    """Show what readers see of a dossier's comments; rendered once for each change, then only sent."""
    dossier_id = asked.path["dossier_id"]
    with asked.site.desk.reading() as transaction:
        dossier = require_dossier(transaction, dossier_id)
    state = (dossier.generation, dossier.closed, dossier.title)
    key = f"{dossier_id}:{asked.language}"
    kept = asked.site.kept.get(key, state, lambda: _comments_page(asked, dossier_id))
    return send_kept(kept, asked)


def send_kept(kept: KeptPage, asked: Asked) -> Response:
    """Return the page that is ready, packed where the browser takes it so, or only that it is still the same."""
    headers = {**_REVALIDATE, "etag": kept.tag, "vary": "accept-encoding, accept-language"}
    if kept.tag in asked.headers["if-none-match"]:
        return Response(status_code=304, headers={**HEADERS, "content-security-policy": kept.policy, **headers})
    if "gzip" in asked.headers["accept-encoding"]:
        return page(kept.packed, policy=kept.policy, headers={**headers, "content-encoding": "gzip"})
    return page(kept.plain, policy=kept.policy, headers=headers)


def _comments_page(asked: Asked, dossier_id: str) -> tuple[str, str]:
    with asked.site.desk.reading() as transaction:
        dossier = require_dossier(transaction, dossier_id)
        comments = public_comments(transaction, dossier_id)
    # The same page for everybody: nothing of the visitor stands in it.
    html = render(
        "comments.html.j2",
        language=asked.language,
        site_name=asked.site.settings.name,
        dossier=dossier,
        comments=comments,
    )
    return html, PUBLIC_POLICY


async def show_terms(asked: Asked) -> Response:
    """Show the terms in force, or the version that is named."""
    named = asked.path.get("version")
    with asked.site.desk.reading() as transaction:
        terms = find_terms(transaction, None if named is None else whole_number(named, "version"))
        minutes = max(1, round(interval(transaction).total_seconds() / 60))
    if terms is None:
        raise NoSuchPage(
            "A version of the terms was asked for; there is none of that number.\nSee those in force: /terms"
        )
    return asked.show("terms.html.j2", terms=terms, minutes=minutes)


async def send_static(asked: Asked) -> Response:
    """Send one of the packaged files."""
    found = static_file(asked.path["name"])
    if found is None:
        raise NoSuchPage("A file was asked for; there is none of that name.\nGo back to the list: /")
    return Response(found[0], 200, {**HEADERS, "cache-control": "public, max-age=3600"}, found[1])


async def describe_json(_: Asked) -> Response:
    """Send what the JSON routes answer, as OpenAPI."""
    return _json(openapi())


async def dossiers_as_json(asked: Asked) -> Response:
    """Send the list of published dossiers."""
    with asked.site.desk.reading() as transaction:
        found = dossiers.find_dossiers(transaction)
    return _json(
        [
            {
                "id": each.id,
                "title": each.title,
                "version": each.version,
                "published_at": each.published_at.isoformat(),
                "closed": each.closed,
                "n_comments": each.n_comments,
            }
            for each in found
        ]
    )


async def comments_as_json(asked: Asked) -> Response:
    """Send what readers see of a dossier's comments."""
    with asked.site.desk.reading() as transaction:
        dossier = require_dossier(transaction, asked.path["dossier_id"])
        comments = public_comments(transaction, dossier.id)
    return _json([json_form(dossier.id, comment) for comment in comments])


def _json(value: Any) -> Response:
    return Response(json.dumps(value, ensure_ascii=False), 200, {**HEADERS, **_REVALIDATE}, "application/json")

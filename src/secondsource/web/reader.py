"""What a reader does: write a comment, and with the receipt follow, change, withdraw or erase it."""

from starlette.responses import Response

from secondsource.comments.dossiers import require_dossier
from secondsource.comments.drafts import MAX_NAME, MAX_WORDS, make_draft
from secondsource.comments.errors import DraftRefused
from secondsource.comments.receipts import well_formed
from secondsource.comments.setting import interval, work_bits
from secondsource.comments.submitting import Submission
from secondsource.comments.terms import find_terms
from secondsource.comments.work import Proof
from secondsource.model.comment import CommentStatus, Draft
from secondsource.web.answers import page
from secondsource.web.errors import BadRequest, FormRefused
from secondsource.web.languages import translations
from secondsource.web.pages import fill
from secondsource.web.routing import Asked

_CHANGEABLE = (CommentStatus.WAITING, CommentStatus.HELD, CommentStatus.APPROVED, CommentStatus.REJECTED)


async def show_form(asked: Asked) -> Response:
    """Show the form for a comment."""
    return _form(asked, Draft(name="", words=""), problem=None)


async def send(asked: Asked) -> Response:
    """Take a comment and show its receipt."""
    site, form = asked.site, asked.form
    _require_a_person(asked)
    try:
        draft = make_draft(form.text("name"), form.text("words"))
    except DraftRefused as error:
        typed = Draft(name=form.text("name"), words=form.text("words"))
        return _form(asked, typed, problem=error.message, status=422)
    assert asked.given is not None  # noqa: S101  (every post has a checked token)
    dossier_id = asked.path["dossier_id"]
    network = asked.visitor.network or "unknown"
    site.rates.count(site.settings.sends_per_network, "send", network)
    site.rates.count(site.settings.sends_per_dossier, "dossier", dossier_id)
    submission = Submission(
        dossier_id=dossier_id,
        draft=draft,
        form=asked.given.number,
        terms=_terms_agreed_to(asked),
        network=asked.visitor.network,
        proof=Proof(form.text("token"), form.text("work")),
    )
    code = await site.write(site.desk.submit, submission, at=site.now())
    if code is None:
        raise FormRefused(
            "A form was sent a second time with other words; the first comment stands.\nChange it with its receipt."
        )
    a_reader = translations(asked.language).gettext("A reader")
    varying = {"code": code, "name": draft.name or a_reader, "words": draft.words, "dossier_id": dossier_id}
    return page(fill("sent.html.j2", varying, language=asked.language, site_name=site.settings.name))


async def ask_for_receipt(asked: Asked) -> Response:
    """Show the form for a receipt's code."""
    return asked.show("find_receipt.html.j2")


async def show_receipt(asked: Asked) -> Response:
    """Show the comment that a receipt is for."""
    return _receipt_shown(asked, _code(asked))


async def amend(asked: Asked) -> Response:
    """Take other words for a comment, which then waits again."""
    code, site = _code(asked), asked.site
    draft = make_draft(asked.form.text("name"), asked.form.text("words"))
    await site.write(site.desk.amend, code, draft, version=asked.form.number("version"), at=site.now())
    site.kept.forget(site.desk.received(code).dossier_id)
    return _receipt_shown(asked, code)


async def withdraw(asked: Asked) -> Response:
    """Take a comment back."""
    code, site = _code(asked), asked.site
    await site.write(site.desk.withdraw, code, version=asked.form.number("version"), at=site.now())
    site.kept.forget(site.desk.received(code).dossier_id)
    return _receipt_shown(asked, code)


async def erase(asked: Asked) -> Response:
    """Erase a comment, to the last byte."""
    code, site = _code(asked), asked.site
    if asked.form.text("sure") != "yes":
        raise BadRequest(
            "A comment was to be erased without the tick that says so.\nTick it: erasing cannot be undone."
        )
    dossier_id = await site.write(site.desk.erase_received, code, at=site.now())
    site.kept.forget(dossier_id)
    return asked.show("erased.html.j2")


def _form(asked: Asked, typed: Draft, *, problem: str | None, status: int = 200) -> Response:
    with asked.site.desk.reading() as transaction:
        dossier = require_dossier(transaction, asked.path["dossier_id"])
        terms = find_terms(transaction)
        bits = work_bits(transaction)
    return asked.show(
        "form.html.j2",
        status=status,
        scripted=bits > 0,
        work_bits=bits,
        dossier=dossier,
        terms=terms,
        typed=typed,
        problem=problem,
        max_name=MAX_NAME,
        max_words=MAX_WORDS,
    )


def _require_a_person(asked: Asked) -> None:
    assert asked.given is not None  # noqa: S101  (every post has a checked token)
    if asked.form.text("website"):
        raise FormRefused(
            "A comment was sent with the field filled in that is there for machines.\nLeave it empty, send it again."
        )
    if asked.given.age_s < asked.site.settings.least_s:
        raise FormRefused(
            f"A comment was sent within {asked.site.settings.least_s} seconds of opening the form, as machines do.\n"
            "Go back, wait a moment and send it again."
        )


def _terms_agreed_to(asked: Asked) -> int:
    version = asked.form.number("terms")
    if version in asked.site.known_terms:
        return version
    with asked.site.desk.reading() as transaction:
        if find_terms(transaction, version) is None:
            raise BadRequest(
                "A comment was sent under terms that never were.\nOpen the form again and send it from there."
            )
    asked.site.known_terms.add(version)
    return version


def _code(asked: Asked) -> str:
    # Codes are too long to guess; the rate keeps the log quiet all the same.
    asked.site.rates.count(asked.site.settings.tries_per_network, "code", asked.visitor.network or "unknown")
    return asked.form.text("code")


def _receipt_shown(asked: Asked, code: str) -> Response:
    comment = asked.site.desk.received(code)
    with asked.site.desk.reading() as transaction:
        dossier = require_dossier(transaction, comment.dossier_id)
        minutes = max(1, round(interval(transaction).total_seconds() / 60))
    return asked.show(
        "receipt.html.j2",
        comment=comment,
        dossier=dossier,
        # Made of the comment, not of what was typed: nothing that came from outside stands in an attribute.
        code_shown=well_formed(code),
        minutes=minutes,
        changeable=comment.status in _CHANGEABLE,
        max_name=MAX_NAME,
        max_words=MAX_WORDS,
    )

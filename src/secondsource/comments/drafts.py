"""What a reader typed becomes a draft: plain text of bounded size."""

import json
import unicodedata

from secondsource.comments.errors import DraftRefused
from secondsource.ledger.canonical import canonical_json
from secondsource.model.comment import Draft

MAX_NAME = 80
"""Characters of a name."""

MAX_WORDS = 4000
"""Characters of a comment; about two pages."""

MAX_BYTES = 4 * MAX_WORDS
"""Bytes of a comment in UTF-8: nothing behind this form can be longer, so nothing is ever cut short."""

_SEEN = frozenset("LNPS")
"""First letters of the categories of characters that can be seen: letters, digits, punctuation, symbols."""

_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}


def make_draft(name: str, words: str) -> Draft:
    """Return the draft of what was typed; line ends become line feeds, control characters and outer blanks go.

    Raises:
        DraftRefused: There are no words to be seen, or too many of them, or half characters.
    """
    draft = Draft(name=" ".join(_plain(name).split()), words=_plain(words).strip())
    if not any(unicodedata.category(char)[0] in _SEEN for char in draft.words):
        raise DraftRefused("A comment was sent; it holds no words.\nWrite what you want to say and send it again.")
    if len(draft.words) > MAX_WORDS or len(draft.words.encode()) > MAX_BYTES:
        raise DraftRefused(
            f"A comment of {len(draft.words)} characters was sent; at most {MAX_WORDS} are taken.\n"
            "Shorten it and send it again."
        )
    if len(draft.name) > MAX_NAME:
        raise DraftRefused(
            f"A name of {len(draft.name)} characters was given; at most {MAX_NAME} are taken.\nShorten it."
        )
    return draft


def draft_text(draft: Draft, note: str = "") -> str:
    """Return the draft, with a moderator's words to the reader if there are any, as it is kept and digested."""
    return canonical_json({"name": draft.name, "words": draft.words} | ({"note": note} if note else {}))


def draft_of(text: str) -> Draft:
    """Return the draft that :func:`draft_text` wrote."""
    kept = json.loads(text)
    return Draft(name=kept["name"], words=kept["words"])


def note_text(note: str) -> str:
    """Return a moderator's words to the reader as they are kept and digested."""
    return canonical_json({"note": note})


def note_of(text: str) -> str | None:
    """Return the moderator's words that stand in ``text``; None if there are none."""
    note: str | None = json.loads(text).get("note")
    return note


def _plain(typed: str) -> str:
    try:
        typed.encode()
    except UnicodeEncodeError as error:
        raise DraftRefused(
            f"A comment was sent; its character {error.start + 1} is half of one.\nType it again, or leave it out."
        ) from error
    return typed.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)

"""Comments for other programs: JSON lines, and the format of WordPress (WXR)."""

import json
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from secondsource.comments.showing import public_comments
from secondsource.ledger.desk import dossiers
from secondsource.ledger.desk.file import Transaction
from secondsource.model.comment import PublicComment
from secondsource.model.desk import PublishedDossier

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Comments</title>
<wp:wxr_version>1.2</wp:wxr_version>
"""

_NO_XML = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), 0xFFFE, 0xFFFF) if chr(code) not in "\t\n\r"}


def public_by_dossier(transaction: Transaction) -> list[tuple[PublishedDossier, list[PublicComment]]]:
    """Return every dossier with what readers see of its comments."""
    return [(dossier, public_comments(transaction, dossier.id)) for dossier in dossiers.find_dossiers(transaction)]


def json_lines(kept: Iterable[tuple[PublishedDossier, list[PublicComment]]]) -> Iterator[str]:
    """Yield one JSON object for each public comment."""
    for dossier, comments in kept:
        for comment in comments:
            yield json.dumps(json_form(dossier.id, comment), ensure_ascii=False)


def json_form(dossier_id: str, comment: PublicComment) -> dict[str, str | None]:
    """Return the comment as a JSON object; see docs/reference/server.md#json."""
    return {
        "id": comment.id,
        "dossier": dossier_id,
        "name": comment.draft.name,
        "words": comment.draft.words,
        "submitted_at": comment.submitted_at.isoformat(),
        "edited": comment.edited,
    }


def wxr(kept: Iterable[tuple[PublishedDossier, list[PublicComment]]]) -> Iterator[str]:
    """Yield the parts of a WXR file with each dossier as an item and its public comments below it.

    The words go in as HTML, as that format has them: escaped, with line feeds kept.
    """
    yield _HEAD
    n = 0
    for dossier, comments in kept:
        yield f"<item>\n<title>{_text(dossier.title)}</title>\n<wp:post_name>{_text(dossier.id)}</wp:post_name>\n"
        for comment in comments:
            n += 1
            yield _wxr_comment(n, comment)
        yield "</item>\n"
    yield "</channel>\n</rss>\n"


def _wxr_comment(n: int, comment: PublicComment) -> str:
    return (
        f"<wp:comment>\n<wp:comment_id>{n}</wp:comment_id>\n"
        f"<wp:comment_author>{_text(comment.draft.name)}</wp:comment_author>\n"
        f"<wp:comment_date_gmt>{comment.submitted_at:%Y-%m-%d %H:%M:%S}</wp:comment_date_gmt>\n"
        # Escaped twice: once because the format's content is HTML, once because the file is XML.
        f"<wp:comment_content>{_text(escape(comment.draft.words))}</wp:comment_content>\n"
        "<wp:comment_approved>1</wp:comment_approved>\n<wp:comment_type>comment</wp:comment_type>\n</wp:comment>\n"
    )


def _text(words: str) -> str:
    # XML has no way to write most control characters.
    return escape(words.translate(_NO_XML))

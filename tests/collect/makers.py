"""Small makers for what comes in through the door."""

import io
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from secondsource.collect.collect import collect
from secondsource.model.intake import Failure, Intake
from secondsource.model.report import Report

NOON = datetime(2023, 3, 6, 12, tzinfo=UTC)

NEWS = "The pier is closed, the ministry of ports said on Monday in a note of one sentence."


def take(*inputs: str | Path, stdin: bytes | None = None, published: str | None = None) -> list[Intake | Failure]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(collect([str(name) for name in inputs], stdin=stream, published=published, captured_at=NOON))


def take_report(*inputs: str | Path, stdin: bytes | None = None, published: str | None = None) -> Report:
    (item,) = take(*inputs, stdin=stdin, published=published)
    assert isinstance(item, Intake), item
    return item.report


def take_failure(*inputs: str | Path, stdin: bytes | None = None) -> Failure:
    (item,) = take(*inputs, stdin=stdin)
    assert isinstance(item, Failure), item
    assert "\n" in item.message, "a message says what to do on a line of its own"
    return item


def outcome(items: Iterable[Intake | Failure]) -> list[str]:
    """The id of each report and the code of each failure, in order."""
    return [item.code if isinstance(item, Failure) else item.report.id for item in items]


def line(**fields: object) -> str:
    return json.dumps({"text": NEWS, **fields}, ensure_ascii=False)


def page(body: str, *, head: str = "", attributes: str = 'lang="en"') -> str:
    return f"<!doctype html><html {attributes}><head>{head}</head><body>{body}</body></html>"

"""Reports: kept once, told apart by id and words, and revised where more becomes known about one."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select

from secondsource.ledger.appending import Appending
from secondsource.ledger.canonical import canonical_json, sha256_of_text
from secondsource.ledger.captures import keep_capture
from secondsource.ledger.errors import UnknownReport
from secondsource.ledger.search import index_report
from secondsource.ledger.tables import reports, texts
from secondsource.model.custody import Action, Added
from secondsource.model.encoding import decode, encode
from secondsource.model.ids import Digest, ReportId
from secondsource.model.intake import Intake
from secondsource.model.published import Published, PublishedBasis
from secondsource.model.report import Report, Section

_SUREST_FIRST = tuple(PublishedBasis)

_TOLD = ("outlet", "title", "url", "language", "published", "published_basis", "sections", "links")
"""The columns that tell about a report; they may be revised, its words may not."""


def add_report(appending: Appending, intake: Intake, *, who: str, at: datetime) -> Added:
    """Add the report of an intake with its capture, or find that it is there.

    The same id with the same words is the same report, and nothing changes, unless the intake tells something else
    about it and knows its date no less surely: then a revision is kept behind the first. The same id with other
    words is kept beside, as ``id~`` and the beginning of the words' digest.

    Raises:
        CaptureMismatch: The capture does not have the digest it claims.
    """
    text_sha256 = sha256_of_text(intake.report.text)
    added, kept = _place_of(appending.connection, intake.report, text_sha256)
    if added.new or added.revised:
        revision = 1 if kept is None else kept["revision"] + 1
        _keep(appending, intake, added.report_id, text_sha256, revision=revision, who=who, at=at)
    return added


def would_add(connection: Connection, report: Report) -> Added:
    """Return what :func:`add_report` would make of the report, and add nothing."""
    return _place_of(connection, report, sha256_of_text(report.text))[0]


def _place_of(connection: Connection, report: Report, text_sha256: Digest) -> tuple[Added, RowMapping | None]:
    """Return what is to be made of the report, and its latest row where its words are kept."""
    for report_id in _ids(report.id, text_sha256):
        kept = _latest(connection, report_id)
        beside = report.id if report_id != report.id else None
        if kept is None:
            return Added(report_id=report_id, new=True, beside=beside), None
        if kept["text_sha256"] == text_sha256:
            return Added(report_id=report_id, new=False, beside=beside, revised=_tells_more(report, kept)), kept
    raise AssertionError("the whole digest names no other words")


def find_report(connection: Connection, report_id: ReportId, *, bound: int) -> Report:
    """Return the report as it was known at entry ``bound``.

    Raises:
        UnknownReport: There was none of that id.
    """
    row = connection.execute(_current(bound).where(reports.c.id == report_id)).mappings().first()
    if row is None:
        raise unknown(report_id)
    return report_of(row)


def find_reports(connection: Connection, *, bound: int) -> Iterator[Report]:
    """Yield every report as it was known at entry ``bound``, in the order in which they first came."""
    first = select(reports.c.id, func.min(reports.c.seq).label("seq")).group_by(reports.c.id).subquery()
    query = _current(bound).join(first, first.c.id == reports.c.id).order_by(first.c.seq)
    for row in connection.execute(query).mappings():
        yield report_of(row)


def latest_row(connection: Connection, report_id: ReportId) -> tuple[int, str]:
    """Return the number of the report's latest row and its text.

    Raises:
        UnknownReport: There is none of that id.
    """
    query = select(reports.c.seq, texts.c.text).join(texts).where(reports.c.id == report_id)
    row = connection.execute(query.order_by(reports.c.seq.desc()).limit(1)).first()
    if row is None:
        raise unknown(report_id)
    return row.seq, row.text


def unknown(report_id: ReportId) -> UnknownReport:
    """Return the error for an id that the ledger does not hold."""
    return UnknownReport(
        f"The report {report_id} was asked for; the ledger holds none of that id at that moment.\n"
        "See which it holds: second-source ledger search WORDS"
    )


def _ids(given: ReportId, text_sha256: Digest) -> Iterator[ReportId]:
    yield given
    for length in (6, 12, 64):
        yield ReportId(f"{given}~{text_sha256[:length]}")


def _latest(connection: Connection, report_id: ReportId) -> RowMapping | None:
    query = select(reports).where(reports.c.id == report_id).order_by(reports.c.seq.desc()).limit(1)
    return connection.execute(query).mappings().first()


def _tells_more(report: Report, kept: Mapping[Any, Any]) -> bool:
    told = _told(report)
    if all(kept[name] == told[name] for name in _TOLD):
        return False
    return _SUREST_FIRST.index(report.published.basis) <= _SUREST_FIRST.index(PublishedBasis(kept["published_basis"]))


def _keep(
    appending: Appending,
    intake: Intake,
    report_id: ReportId,
    text_sha256: Digest,
    *,
    revision: int,
    who: str,
    at: datetime,
) -> None:
    report = intake.report
    keep_capture(appending, intake.capture, who=who, at=at)
    if appending.connection.scalar(select(texts.c.sha256).where(texts.c.sha256 == text_sha256)) is None:
        appending.connection.execute(texts.insert(), {"sha256": text_sha256, "text": report.text})
    values = {
        "id": report_id,
        "revision": revision,
        "capture_sha256": intake.capture.sha256,
        "position": report.position,
        "encoding": report.encoding,
        "text_sha256": text_sha256,
        **_told(report),
    }
    seq = appending.add(Action.REPORT, values, who=who, at=at)
    index_report(appending.connection, seq=seq, title=report.title, text=report.text)


def _told(report: Report) -> dict[str, Any]:
    return {
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "language": report.language,
        "published": report.published.edtf,
        "published_basis": str(report.published.basis),
        "sections": canonical_json(encode(report.sections)),
        "links": canonical_json(encode(report.links)),
    }


def _current(bound: int) -> Select[Any]:
    later = reports.alias("later")
    newer = select(later.c.seq).where(later.c.id == reports.c.id, later.c.seq > reports.c.seq, later.c.seq <= bound)
    return select(reports, texts.c.text).join(texts).where(reports.c.seq <= bound, ~newer.exists())


def report_of(row: RowMapping) -> Report:
    """Return the report that a row with its text stands for."""
    return Report(
        id=ReportId(row["id"]),
        text=row["text"],
        published=Published(edtf=row["published"], basis=PublishedBasis(row["published_basis"])),
        outlet=row["outlet"],
        title=row["title"],
        url=row["url"],
        language=row["language"],
        sections=tuple(decode(Section, section) for section in json.loads(row["sections"])),
        links=tuple(json.loads(row["links"])),
        capture_sha256=Digest(row["capture_sha256"]),
        encoding=row["encoding"],
        position=row["position"],
    )

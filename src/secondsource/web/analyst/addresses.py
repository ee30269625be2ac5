"""The addresses of the analysts' pages; ids and names from outside are quoted here and nowhere else."""

import json
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote, urlencode

from secondsource.linking.judged_contradictions import passage_subject
from secondsource.model.evidence import Evidence
from secondsource.model.judgement import unordered


def event_address(event_id: str, as_of: datetime | None = None) -> str:
    """Return the address of an event's page."""
    return f"/desk/events/{quote(event_id, safe='')}" + _query(as_of)


def report_address(report_id: str, as_of: datetime | None = None) -> str:
    """Return the address of a report's page."""
    return f"/desk/reports/{quote(report_id, safe='')}" + _query(as_of)


def words_address(evidence: Evidence, as_of: datetime | None = None) -> str:
    """Return the address of a report's page that shows those words."""
    place = {"from": evidence.start, "to": evidence.end}
    return f"/desk/reports/{quote(evidence.report_id, safe='')}" + _query(as_of, **place) + "#cited"


def source_address(name: str, as_of: datetime | None = None) -> str:
    """Return the address of a source's page."""
    return f"/desk/sources/{quote(name, safe='')}" + _query(as_of)


def judgements_address(subject: Sequence[str]) -> str:
    """Return the address where judgements on those ids are given: the subject as a JSON list."""
    return "/desk/judgements?" + urlencode({"subject": json.dumps(list(subject), ensure_ascii=False)})


def passages_address(one: Evidence, other: Evidence) -> str:
    """Return the address where it is judged whether two passages contradict each other."""
    return judgements_address(unordered(passage_subject(one), passage_subject(other)))


def with_query(path: str, **fields: object) -> str:
    """Return the address with those fields that are not None or empty."""
    given = {name: value for name, value in fields.items() if value not in (None, "")}
    return f"{path}?{urlencode(given)}" if given else path


def moment_field(at: datetime) -> str:
    """Return a moment as it stands in an address: to the microsecond, so that it names one state of the ledger."""
    return at.isoformat().replace("+00:00", "Z")


def _query(as_of: datetime | None, **fields: object) -> str:
    given = {**({} if as_of is None else {"as_of": moment_field(as_of)}), **fields}
    return f"?{urlencode(given)}" if given else ""

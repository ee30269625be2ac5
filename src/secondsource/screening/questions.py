"""What programs ask: FollowTheMoney subjects, names of one entry to be left out, pairs to be laid side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from secondsource.model.listed import Schema
from secondsource.model.screening import Subject
from secondsource.screening.errors import QuestionMalformed
from secondsource.screening.lists.ftm import numbers, strings
from secondsource.screening.lists.values import distinct, schema_of

_EVERY_LIST = "*"
_NAMES_MOST = 50
_NAME_LONGEST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something asked of the lists, or of a pair.

    Attributes:
        id: The asker's id.
        subject: What is looked for.
        lists: Names of the lists that count, None for all.
        candidate: What it is laid beside instead of the lists, None for the lists.
        hidden: An entry's id and a name of it that is to be left out, for tests.
    """

    id: str
    subject: Subject
    lists: frozenset[str] | None = None
    candidate: Subject | None = None
    hidden: tuple[str, str] | None = None


def question(line: Mapping[str, Any], *, number: int) -> Question:
    """Return the question that a JSON object asks.

    Args:
        line: The object.
        number: Its line, from 1; the id where it has none.

    Raises:
        QuestionMalformed: A field is missing or of a wrong type.
    """
    given = line.get("id")
    key = str(given) if isinstance(given, str | int) else str(number)
    listed = line.get("list", _EVERY_LIST)
    if not isinstance(listed, str):
        raise _malformed(key, '"list" is to be the name of a list or "*"')
    candidate = line.get("candidate")
    return Question(
        id=key,
        subject=_subject(key, line.get("query")),
        lists=None if listed == _EVERY_LIST else frozenset({listed}),
        candidate=None if candidate is None else _subject(key, candidate),
        hidden=_hidden(key, line.get("remove")),
    )


def _subject(key: str, value: Any) -> Subject:
    properties = value.get("properties") if isinstance(value, Mapping) else None
    if not isinstance(properties, dict):
        raise _malformed(key, 'a subject is {"schema": …, "properties": {…}}')
    schema = schema_of(str(value.get("schema", "Thing"))) or Schema.THING
    names = distinct([*_names(properties), *strings(properties, "alias"), *strings(properties, "weakAlias")])
    found = tuple(numbers(properties, schema))
    if not names and not found:
        raise _malformed(key, "a subject has at least a name or a number")
    if len(names) > _NAMES_MOST or any(len(name) > _NAME_LONGEST for name in names):
        raise _malformed(key, f"a subject has at most {_NAMES_MOST} names of at most {_NAME_LONGEST} characters")
    return Subject(
        schema=schema,
        names=names,
        identifiers=found,
        birth_dates=distinct(strings(properties, "birthDate")),
        countries=distinct([*strings(properties, "nationality"), *strings(properties, "country")]),
        offices=distinct(strings(properties, "position")),
    )


def _names(properties: dict[str, Any]) -> list[str]:
    given = strings(properties, "name")
    parts = [*strings(properties, "firstName"), *strings(properties, "middleName"), *strings(properties, "lastName")]
    return given or ([" ".join(parts)] if parts else [])


def _hidden(key: str, value: Any) -> tuple[str, str] | None:
    if value is None:
        return None
    if not isinstance(value, Mapping) or not all(isinstance(value.get(field), str) for field in ("id", "name")):
        raise _malformed(key, '"remove" is {"id": …, "name": …}')
    return value["id"], value["name"]


def _malformed(key: str, what: str) -> QuestionMalformed:
    return QuestionMalformed(
        f"The question {key} was to be screened; {what}.\n"
        'Write one object a line, such as {"id": "q1", "query": {"schema": "Person", "properties": {"name": ["Kim"]}}}'
    )

from typing import Any

import pytest

from secondsource.model.listed import IdentifierKind, Schema
from secondsource.screening.questions import question
from tests.support import raises_code


def asked(properties: Any, schema: str = "Person", **more: Any) -> dict[str, Any]:
    return {"id": "q1", "query": {"schema": schema, "properties": properties}, **more}


def test_a_question_brings_names_numbers_and_what_is_known_beside():
    found = question(
        asked(
            {"name": ["Rudolf Hentzau"], "alias": "Rupert", "birthDate": ["1957"], "nationality": ["Ruritania"]},
            list="un",
            remove={"id": "un-1", "name": "Rudolf"},
        ),
        number=1,
    )

    assert found.subject.names == ("Rudolf Hentzau", "Rupert")
    assert found.subject.birth_dates == ("1957",)
    assert found.subject.countries == ("Ruritania",)
    assert found.lists == frozenset({"un"})
    assert found.hidden == ("un-1", "Rudolf")


def test_a_name_may_come_in_parts():
    found = question(asked({"firstName": ["Rudolf"], "lastName": ["Hentzau"]}), number=1)

    assert found.subject.names == ("Rudolf Hentzau",)


@pytest.mark.parametrize(
    ("schema", "kind"), [("Airplane", IdentifierKind.REGISTRATION), ("Company", IdentifierKind.DOCUMENT)]
)
def test_a_registration_is_a_craft_s_mark_or_a_company_s_number(schema: str, kind: IdentifierKind):
    found = question(asked({"registrationNumber": ["RU-ABC1"]}, schema), number=1)

    assert found.subject.identifiers[0].kind is kind


def test_without_list_id_and_known_schema_all_is_asked_by_the_line_s_number():
    found = question({"query": {"schema": "Spaceship", "properties": {"name": ["Zenda"]}}}, number=7)

    assert (found.id, found.lists, found.subject.schema) == ("7", None, Schema.THING)


@pytest.mark.parametrize(
    "line",
    [
        {"id": "q"},
        {"id": "q", "query": "Rudolf"},
        asked([]),
        asked({}),
        asked({"name": [" "]}),
        asked({"name": ["a"]}, list=7),
        asked({"name": ["a"]}, remove={"id": "x"}),
        asked({"name": ["a"]}, candidate={"name": "b"}),
        asked({"name": ["a" * 1001]}),
        asked({"name": [f"a{i}" for i in range(60)]}),
    ],
)
def test_a_line_that_asks_nothing_is_told(line: dict[str, Any]):
    with raises_code("SS-605"):
        question(line, number=1)

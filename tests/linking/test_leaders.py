from dataclasses import replace

import pytest

from secondsource.linking.leaders import leaders_of
from secondsource.model.entity import Entity, Name, NameType
from secondsource.model.ids import EntityId
from tests.linking.makers import reading, report, span


def led(text: str, person: str = "Kim Kum Chol") -> list[str]:
    of = report("a", text)
    at = span(text, person)
    read = replace(
        reading(of),
        entities=(Entity(id=EntityId("e1"), name=person, type=NameType.PERSON),),
        names=(Name(start=at.start, end=at.end, type=NameType.PERSON, entity=EntityId("e1")),),
    )
    return list(leaders_of([of], {of.id: read}))


@pytest.mark.parametrize(
    "text",
    [
        "A delegation headed by Kim Kum Chol left for Russia.",
        "The group, led by university president Kim Kum Chol, left for Russia.",
        "Kim Kum Chol, president of the university, heads the delegation.",
    ],
)
def test_who_heads_the_delegation_is_named_with_those_who_act(text: str) -> None:
    assert led(text) == ["Kim Kum Chol"]


def test_who_is_only_spoken_of_leads_nothing() -> None:
    assert led("A delegation left for Russia. Kim Kum Chol studied in Switzerland.") == []

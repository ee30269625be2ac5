from dataclasses import replace

import pytest

from secondsource.linking.features import Features
from secondsource.model.entity import Entity, Name, NameType
from secondsource.model.ids import EntityId
from tests.linking.makers import reading, report


def name_keys(words: str, kind: NameType = NameType.ORG) -> set[str]:
    """Return what linking makes of a name alone, the words of it left out."""
    of = report("r1", f"It was told of {words} again.")
    start, key = of.text.index(words), EntityId("e1")
    read = replace(
        reading(of),
        names=(Name(start=start, end=start + len(words), type=kind, entity=key),),
        entities=(Entity(id=key, name=words, type=kind),),
    )
    keys = Features(of.text, read).keys(0, len(of.text))
    return {key for key in keys if key[0] not in "wcn"}


def test_a_bodys_name_is_the_same_with_an_article_and_without() -> None:
    assert name_keys("the Harbour Council") == name_keys("Harbour Council") == {"e:harbour council"}


@pytest.mark.parametrize("words", ["Council", "the Council", "Panel"])
def test_what_a_body_is_called_for_short_names_none(words: str) -> None:
    assert name_keys(words) == set()


def test_a_resolution_named_by_its_number_alone_is_told_by_the_number() -> None:
    assert name_keys("2375", NameType.LAW) == set()
    assert name_keys("Resolution 2375", NameType.LAW) == {"e:resolution 2375"}

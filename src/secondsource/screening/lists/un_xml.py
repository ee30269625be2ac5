"""The consolidated list of the United Nations Security Council, XML."""

from collections.abc import Iterator
from pathlib import Path

from secondsource.model.listed import Identifier, IdentifierKind, ListedEntry, ListedName, NameKind, Schema
from secondsource.screening.lists.body import ListBody
from secondsource.screening.lists.source import broken, guarded
from secondsource.screening.lists.values import day_of, distinct, whole_day
from secondsource.screening.lists.xml_records import Node, XmlRecords

_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_WEAK = "low"
_NOT_GIVEN = frozenset({"na", "n/a"})


def read_un_xml(path: Path) -> ListBody:
    """Return what stands on the list; ids are ``un-`` and the reference number."""
    records = XmlRecords(path.name, "CONSOLIDATED_LIST", ("INDIVIDUAL", "ENTITY"))
    entries = guarded(path, lambda stream: [_entry(path.name, node) for node in records.read(stream)])
    root = records.head[0] if records.head else Node("", {})
    return ListBody(whole_day(root.attributes.get("dateGenerated", "")), entries)


def _entry(name: str, node: Node) -> ListedEntry:
    reference = node.value("REFERENCE_NUMBER")
    names = distinct([" ".join(_parts(node))])
    if not reference or not names:
        data_id = node.value("DATAID") or "unknown"
        raise broken(name, f"at the record with DATAID {data_id}", "it has no reference number or no name")
    person = node.tag == "INDIVIDUAL"
    prefix = "INDIVIDUAL" if person else "ENTITY"
    original = node.value("NAME_ORIGINAL_SCRIPT")
    return ListedEntry(
        id=f"un-{reference}",
        schema=Schema.PERSON if person else Schema.BODY,
        names=(
            ListedName(names[0], NameKind.MAIN),
            *([ListedName(original, NameKind.ALIAS)] if original else []),
            *_aliases(node, f"{prefix}_ALIAS"),
        ),
        identifiers=tuple(
            Identifier(IdentifierKind.DOCUMENT, number) for number in node.values("INDIVIDUAL_DOCUMENT", "NUMBER")
        ),
        birth_dates=distinct(_births(node)),
        countries=distinct([*node.values("NATIONALITY", "VALUE"), *node.values(f"{prefix}_ADDRESS", "COUNTRY")]),
        offices=distinct(node.values("DESIGNATION", "VALUE")),
        programmes=distinct([node.value("UN_LIST_TYPE")]),
        listed_on=whole_day(node.value("LISTED_ON")),
        remarks=node.value("COMMENTS1"),
    )


def _parts(node: Node) -> list[str]:
    return [part for part in (node.value(tag) for tag in _NAMES) if part.casefold() not in _NOT_GIVEN]


def _aliases(node: Node, tag: str) -> Iterator[ListedName]:
    for alias in node.every(tag):
        text = alias.value("ALIAS_NAME")
        if text:
            yield ListedName(text, NameKind.WEAK if alias.value("QUALITY").casefold() == _WEAK else NameKind.ALIAS)


def _births(node: Node) -> Iterator[str]:
    for birth in node.every("INDIVIDUAL_DATE_OF_BIRTH"):
        for tag in ("DATE", "YEAR", "FROM_YEAR", "TO_YEAR"):
            day = day_of(birth.value(tag))
            if day is not None:
                yield day

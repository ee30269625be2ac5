"""The European Union's consolidated list of financial sanctions, XML 1.1 (``fsd/export``)."""

from pathlib import Path

from secondsource.model.listed import Identifier, IdentifierKind, ListedEntry, ListedName, NameKind
from secondsource.screening.lists.body import ListBody
from secondsource.screening.lists.source import broken, guarded
from secondsource.screening.lists.values import day_of, distinct, schema_of, whole_day
from secondsource.screening.lists.xml_records import Node, XmlRecords


def read_eu_xml(path: Path) -> ListBody:
    """Return what stands on the list; ids are ``eu-`` and the EU reference number, else the logical id."""
    records = XmlRecords(path.name, "export", ("sanctionEntity",))
    entries = guarded(path, lambda stream: [_entry(path.name, node) for node in records.read(stream)])
    root = records.head[0] if records.head else Node("", {})
    return ListBody(whole_day(root.attributes.get("generationDate", "")), entries)


def _entry(name: str, node: Node) -> ListedEntry:
    key = node.attributes.get("euReferenceNumber") or node.attributes.get("logicalId", "")
    kind = node.first("subjectType")
    schema = None if kind is None else schema_of(kind.attributes.get("classificationCode", ""))
    names = [_name(alias, first=at == 0) for at, alias in enumerate(node.every("nameAlias"))]
    names = [each for each in names if each.text]
    if not key or not names or schema is None:
        raise broken(name, f"at the entity {key or 'without number'}", "it has no number, no name or an unknown type")
    return ListedEntry(
        id=f"eu-{key}",
        schema=schema,
        names=tuple(dict.fromkeys(names)),
        identifiers=tuple(
            Identifier(IdentifierKind.DOCUMENT, number) for number in distinct(_each(node, "identification", "number"))
        ),
        birth_dates=distinct(_birth(birth) for birth in node.every("birthdate")),
        countries=distinct(_each(node, "citizenship", "countryDescription")),
        offices=distinct(_each(node, "nameAlias", "function")),
        programmes=distinct(_each(node, "regulation", "programme")),
        listed_on=whole_day(node.attributes.get("designationDate", "")),
        remarks=" ".join(node.values("remark")),
    )


def _each(node: Node, tag: str, attribute: str) -> list[str]:
    return [child.attributes.get(attribute, "") for child in node.every(tag)]


def _name(node: Node, *, first: bool) -> ListedName:
    parts = [node.attributes.get(part, "") for part in ("firstName", "middleName", "lastName")]
    text = node.attributes.get("wholeName", "").strip() or " ".join(part for part in parts if part)
    if node.attributes.get("strong") == "false":
        return ListedName(text, NameKind.WEAK)
    return ListedName(text, NameKind.MAIN if first else NameKind.ALIAS)


def _birth(node: Node) -> str:
    return day_of(node.attributes.get("birthdate", "")) or day_of(node.attributes.get("year", "")) or ""

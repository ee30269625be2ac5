"""OFAC's list of Specially Designated Nationals, XML (``sdn.xml``)."""

import re
from collections.abc import Iterator
from pathlib import Path

from secondsource.model.listed import Identifier, IdentifierKind, ListedEntry, ListedName, NameKind, Schema
from secondsource.screening.lists.body import ListBody
from secondsource.screening.lists.source import broken, guarded
from secondsource.screening.lists.values import day_of, distinct, schema_of
from secondsource.screening.lists.xml_records import Node, XmlRecords

_AMERICAN_DAY = re.compile(r"\A\s*(\d{2})/(\d{2})/(\d{4})\s*\Z")
_IMO = re.compile(r"\bIMO (\d{7})\b")
_KINDS = {
    "aircraft tail number": IdentifierKind.REGISTRATION,
    "aircraft manufacturer's serial number (msn)": IdentifierKind.SERIAL,
}


def read_ofac_xml(path: Path) -> ListBody:
    """Return what stands on the list; ids are ``ofac-`` and the entry number."""
    records = XmlRecords(path.name, "sdnList", ("sdnEntry",))
    entries = guarded(path, lambda stream: [_entry(path.name, node) for node in records.read(stream)])
    published = next((node.text for node in records.head if node.tag == "Publish_Date"), "")
    return ListBody(_american_day(published), entries)


def _american_day(text: str) -> str | None:
    match = _AMERICAN_DAY.match(text)
    return None if match is None else f"{match[3]}-{match[1]}-{match[2]}"


def _entry(name: str, node: Node) -> ListedEntry:
    number, schema = node.value("uid"), schema_of(node.value("sdnType"))
    main = _name(node)
    if not number or not main or schema is None:
        raise broken(name, f"at the entry {number or 'without uid'}", "it has no number, no name or an unknown type")
    identifiers = list(_identifiers(node))
    if schema is Schema.AIRCRAFT:
        identifiers.append(Identifier(IdentifierKind.REGISTRATION, main))
    return ListedEntry(
        id=f"ofac-{number}",
        schema=schema,
        names=(ListedName(main, NameKind.MAIN), *_aliases(node)),
        identifiers=tuple(identifiers),
        birth_dates=distinct(
            day_of(text) or "" for text in node.values("dateOfBirthList", "dateOfBirthItem", "dateOfBirth")
        ),
        countries=distinct(
            [
                *node.values("nationalityList", "nationality", "country"),
                *node.values("citizenshipList", "citizenship", "country"),
                node.value("vesselInfo", "vesselFlag"),
                *node.values("addressList", "address", "country"),
            ]
        ),
        offices=distinct([node.value("title")]),
        programmes=distinct(node.values("programList", "program")),
        remarks=node.value("remarks"),
    )


def _name(node: Node) -> str:
    return f"{node.value('firstName')} {node.value('lastName')}".strip()


def _aliases(node: Node) -> Iterator[ListedName]:
    for alias in node.every("akaList", "aka"):
        text = _name(alias)
        if text:
            yield ListedName(text, NameKind.WEAK if alias.value("category") == "weak" else NameKind.ALIAS)


def _identifiers(node: Node) -> Iterator[Identifier]:
    call_sign = node.value("vesselInfo", "callSign")
    if call_sign:
        yield Identifier(IdentifierKind.CALL_SIGN, call_sign)
    for number in node.every("idList", "id"):
        value, kind = number.value("idNumber"), number.value("idType").casefold()
        imo = _IMO.search(value)
        if imo is not None:
            yield Identifier(IdentifierKind.IMO, imo[1])
        elif any(character.isdigit() for character in value):
            yield Identifier(_KINDS.get(kind, IdentifierKind.DOCUMENT), value)

"""The remarks of OFAC's CSV files, which hold dates of birth, numbers, nationalities and more in one field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from secondsource.model.listed import Identifier, IdentifierKind, ListedName, NameKind
from secondsource.screening.lists.values import day_of

_ALT = re.compile(r"\Aalt\.\s+", re.IGNORECASE)
_WEAK_ALIAS = re.compile(r"\A[afn]\.k\.a\.\s+'(.+)'\.?\Z")
_IMO = re.compile(r"\bIMO (\d{7})\b")
_TAIL = re.compile(r"\AAircraft (?:Tail Number|Registration) ([\w-]+)")
_SERIAL = re.compile(r"\AAircraft (?:Manufacturer's Serial Number \(MSN\)|Construction Number.*?\)) ([\w-]+)")
_DOCUMENT = re.compile(
    r"\A(?:Passport|Identification Number|National ID No\.|Stateless Person ID Card|Registration ID|"
    r"Registration Number|Tax ID No\.|C\.U\.R\.P\.|R\.F\.C\.|Cedula No\.|"
    r"NIT #|SSN|Business Number|Company Number|D-U-N-S Number|"
    r"V\.A\.T\. Number|Identity Card|Driver's License No\.|Residency Number|Travel Document Number)"
    r"\s+([\w/ -]*\d[\w/-]*)"
)
_COUNTRY = re.compile(r"\A(?:nationality|citizen) (.+?)\.?\Z", re.IGNORECASE)


@dataclass(slots=True)
class Remarks:
    """What the remarks of one entry say.

    Attributes:
        births: Days of birth, EDTF.
        countries: Nationalities and citizenships.
        identifiers: Numbers.
        aliases: Weak aliases.
    """

    births: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    aliases: list[ListedName] = field(default_factory=list)


def read_remarks(text: str) -> Remarks:
    """Return what the remarks say, one statement after another as semicolons part them."""
    found = Remarks()
    for piece in text.split(";"):
        _read(_ALT.sub("", piece.strip()).strip(), found)
    return found


def _read(piece: str, found: Remarks) -> None:
    if piece.startswith("DOB "):
        day = day_of(piece)
        found.births += [day] if day is not None else []
        return
    alias = _WEAK_ALIAS.match(piece)
    if alias is not None:
        found.aliases.append(ListedName(alias[1], NameKind.WEAK))
        return
    country = _COUNTRY.match(piece)
    if country is not None:
        found.countries.append(country[1])
        return
    found.identifiers += _identifiers(piece)


def _identifiers(piece: str) -> Iterator[Identifier]:
    for kind, pattern in (
        (IdentifierKind.IMO, _IMO),
        (IdentifierKind.REGISTRATION, _TAIL),
        (IdentifierKind.SERIAL, _SERIAL),
        (IdentifierKind.DOCUMENT, _DOCUMENT),
    ):
        match = pattern.search(piece)
        if match is not None:
            yield Identifier(kind, match[1].strip())

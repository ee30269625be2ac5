"""Entries of layouts that write one row for each name, day of birth or number of an entry."""

from dataclasses import dataclass, field

from secondsource.model.listed import Identifier, IdentifierKind, ListedEntry, ListedName, NameKind, Schema
from secondsource.screening.lists.values import distinct


@dataclass(slots=True)
class Gathered:
    """One entry while its rows come in.

    Attributes:
        id: Its id.
        schema: What kind of thing it is.
        names: Its names.
        identifiers: Its numbers.
        births: Days of birth.
        countries: Countries.
        offices: Offices.
        programmes: Programmes.
        listed: Days of listing, of which the earliest counts.
        remarks: Remarks.
    """

    id: str
    schema: Schema
    names: list[ListedName] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    births: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    programmes: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    remarks: str = ""

    def number(self, kind: IdentifierKind, value: str) -> None:
        """Add a number that is not blank."""
        if value.strip():
            self.identifiers.append(Identifier(kind, value.strip()))

    def entry(self) -> ListedEntry:
        """Return the entry, its main name first and everything once."""
        first: dict[str, ListedName] = {}
        for name in sorted(self.names, key=lambda name: name.kind is not NameKind.MAIN):
            first.setdefault(name.text, name)
        return ListedEntry(
            id=self.id,
            schema=self.schema,
            names=tuple(first.values()),
            identifiers=tuple(dict.fromkeys(self.identifiers)),
            birth_dates=distinct(self.births),
            countries=distinct(self.countries),
            offices=distinct(self.offices),
            programmes=distinct(self.programmes),
            listed_on=min(self.listed, default=None),
            remarks=self.remarks,
        )

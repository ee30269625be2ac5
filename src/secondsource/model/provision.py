"""Provisions of sanctions regimes, as data: which conduct they speak of, since when, and what exempts."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One provision, its facts in our own words.

    Attributes:
        id: Within the regime's file.
        regime: The regime's id.
        conduct: Code of the conduct it speaks of.
        direction: Which way the conduct goes ("to DPRK"), as written.
        instrument: Resolution or order ("UNSCR 2270").
        paragraph: Where in it: a number ("8(c)") of a paragraph, or words that say what else ("section 2").
        adopted_on: Since when.
        in_force_until: Last day it was in force; None while it is.
        force: How it binds ("mandatory", "calls upon").
        bound: Who is bound.
        exemption: Who may exempt, or what is exempt; None if nothing is stated.
        facts: What it says, in our own words.
        sources_seen: In how many public sources the fact was seen; 0 for general knowledge.
        unchecked: What of the row comes from general knowledge; None if nothing does.
    """

    id: str
    regime: str
    conduct: str
    direction: str
    instrument: str
    paragraph: str
    adopted_on: date
    in_force_until: date | None
    force: str
    bound: str
    exemption: str | None
    facts: str
    sources_seen: int
    unchecked: str | None

    @property
    def name(self) -> str:
        """How it is cited: "UNSCR 2270 (2016) para 9"."""
        para = "para " if self.paragraph[0].isdigit() else ""
        return f"{self.instrument} ({self.adopted_on.year}) {para}{self.paragraph}"

    def in_force_on(self, day: date) -> bool:
        """Return whether it was in force on that day."""
        return self.adopted_on <= day and (self.in_force_until is None or day <= self.in_force_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that oversees a regime, and what is true of it before, during and after its time.

    Attributes:
        name: Its name.
        from_on: Since when.
        until_on: Until when; None while it is.
        before: What to say of a day before, None for nothing.
        during: What to say of a day in its time.
        after: What to say of a day after, None for nothing.
    """

    name: str
    from_on: date
    until_on: date | None
    before: str | None
    during: str
    after: str | None

    def on(self, day: date) -> str | None:
        """Return what is true of the body on that day, None if there is nothing to say."""
        if day < self.from_on:
            return self.before
        return self.during if self.until_on is None or day <= self.until_on else self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """A sanctions regime.

    Attributes:
        id: Programme code ("UN-SC1718").
        name: Its name.
        state: The state it is about, ISO 3166-1 alpha-3.
        called: Beginnings of the words by which the state is named, whole words where they end in $.
        note: How far its data were checked.
        provisions: In the order of the file.
        machinery: Who oversees it.
    """

    id: str
    name: str
    state: str
    called: tuple[str, ...]
    note: str
    provisions: tuple[Provision, ...]
    machinery: tuple[Body, ...]

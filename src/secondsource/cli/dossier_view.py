"""A dossier as a person reads it on a terminal: the answer first, then what it rests on."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from secondsource.cli.console import console as new_console
from secondsource.cli.plain import plain
from secondsource.cli.screen_view import clearance_words
from secondsource.dossier.compose import words
from secondsource.dossier.date_words import date_words, moment_words
from secondsource.dossier.tracks import BEARING_WORDS, VERDICT_WORDS
from secondsource.dossier.wording import CARRIED_WORDS, KIND_WORDS, STANCE_WORDS, UNSURE_HEADINGS, counted
from secondsource.model.dossier import (
    Dossier,
    EventAccount,
    LineAccount,
    LineReport,
    MarkKind,
    Sentence,
    SpeakerAccount,
    StatementAccount,
)
from secondsource.model.evidence import Evidence
from secondsource.model.ids import ReportId
from secondsource.model.linked import OriginKind
from secondsource.model.track_account import TrackAccount

_MOST_SAYINGS = 3
_MOST_SPEAKERS = 8
_MOST_REPORTS = 4
_MOST_ITEMS = 8
"""Reports of one line, items of one list: a terminal shows the first, the page and ``--json`` have them all."""
_MOST_NUMBERS = 4
_LEAST_ROOM = 20
"""Columns kept for words on a very narrow terminal, where lines may then run over."""
_MARK_STYLES = {MarkKind.NAME: "", MarkKind.WORDS: "", MarkKind.HEDGE: "underline"}


def show_dossier(dossier: Dossier, console: Console | None = None) -> None:
    """Draw the dossier; numbers in brackets are those of the reports listed at its end.

    Nothing is said by colour or weight alone, so that it reads the same in a pipe, a file or without colours.

    Args:
        dossier: What to draw.
        console: Where to; by default standard output.
    """
    _Drawing(dossier, console or new_console()).draw()


class _Drawing:
    """One dossier on its way to one console."""

    def __init__(self, dossier: Dossier, console: Console) -> None:
        self._dossier = dossier
        self._console = console
        self._numbers: dict[ReportId, int] = {entry.report_id: entry.number for entry in dossier.reports}

    def draw(self) -> None:
        """Draw everything in the order of a reader's questions."""
        self._head()
        for event in self._dossier.events[:1]:
            self._facts(event)
            self._lines(event)
        self._list("Others named as sources", self._dossier.upstream)
        self._speakers()
        self._unsure()
        self._list("What sensors are said to show", self._dossier.sensors)
        self._tracks()
        self._regimes()
        self._screening()
        self._list("Who has not said what", self._dossier.silence)
        self._contradictions()
        self._others()
        self._list("Not known", self._dossier.unknown)
        self._list("Not read as news", self._dossier.unread)
        self._list("Who made the reports (no sources)", self._dossier.credits)
        self._reports()

    def _head(self) -> None:
        dossier = self._dossier
        as_of = "Dates of the reports not known" if dossier.as_of is None else f"News as of {date_words(dossier.as_of)}"
        self._put(Text(plain(dossier.title), style="bold"))
        self._put(self._text(dossier.answer, cite=False))
        self._put(Text(f"{as_of}. Made {moment_words(dossier.made_at)}.", style="dim"))

    def _facts(self, event: EventAccount) -> None:
        self._heading("What happened")
        for label, sentences in (
            ("What", event.what),
            ("When", event.when),
            ("Where", event.where),
            ("Who", event.who),
        ):
            for place, sentence in enumerate(sentences):
                self._labelled(label if place == 0 else "", self._text(sentence))

    def _lines(self, event: EventAccount) -> None:
        self._heading("Who has it from whom")
        for sentence in (event.counted, event.rating, event.confidence_told):
            if sentence is not None:
                self._put(self._text(sentence), 2)
        for decision in event.judged:
            self._put(Text(plain(decision)), 2)
        for line in event.lines:
            self._line(line)

    def _line(self, line: LineAccount) -> None:
        self._console.print()
        kind = "" if line.origin_kind is OriginKind.UNKNOWN else f" ({line.origin_kind.value})"
        self._put(Text.assemble((plain(line.origin), "bold"), kind), 2)
        self._put(self._text(line.sentence, cite=False), 4)
        for report in line.reports[:_MOST_REPORTS]:
            self._item(self._line_report(report), 4)
        self._more(len(line.reports) - _MOST_REPORTS, "report", 4)

    def _line_report(self, report: LineReport) -> Text:
        text = self._text(report.sentence)
        if report.passages:
            share = max(passage.share for passage in report.passages)
            parents = dict.fromkeys(f"[{self._numbers[passage.parent_id]}]" for passage in report.passages)
            text.append(f" Shares {share:.0%} of its words with {', '.join(parents)}.")
        if report.own_reporting and not report.origin:
            text.append(" It also has reporting of its own.")
        return text

    def _speakers(self) -> None:
        self._heading("Who said what")
        if not self._dossier.speakers:
            self._put(Text("No attributed saying was found."), 2)
        for speaker in self._dossier.speakers[:_MOST_SPEAKERS]:
            self._put(_who(speaker), 2)
            for decision in speaker.judged:
                self._put(Text(plain(decision)), 4)
            for statement in speaker.statements[:_MOST_SAYINGS]:
                self._saying(statement)
            self._more(len(speaker.statements) - _MOST_SAYINGS, "saying", 4)
        self._more(len(self._dossier.speakers) - _MOST_SPEAKERS, "speaker", 2)

    def _saying(self, statement: StatementAccount) -> None:
        said = Text(" … ").join(_hedged(piece, statement.hedges) for piece in statement.words)
        how = [STANCE_WORDS[statement.stance], KIND_WORDS[statement.kind]]
        if statement.carried:
            how.append(CARRIED_WORDS)
        if statement.cue is not None:
            how.append(f"“{plain(statement.cue.exact)}”")
        if statement.addressee is not None:
            how.append(f"to {plain(statement.addressee)}")
        if statement.passed_on_by:
            how.append(f"passed on by {plain(', who had it from '.join(statement.passed_on_by))}")
        for likely in statement.likely:
            percent = f"{likely.low_percent} to {likely.high_percent} per cent"
            how.append(f"“{plain(likely.word.exact)}” stands for {percent} (ICD 203)")
        if statement.said_in > 1:
            how.append(f"in {counted(statement.said_in, 'report')}, on {counted(statement.n_origins, 'origin')}")
        self._put(said, 4)
        cited = self._cited((*statement.words, *statement.also))
        self._put(Text(f"{' · '.join(how)} ").append_text(cited), 6, "= ")

    def _unsure(self) -> None:
        if not self._dossier.unsure:
            return
        self._heading("Conditional or guessed, and whose (none of it is fact)")
        for stance, group in groupby(self._dossier.unsure, key=lambda unsure: unsure.stance):
            self._put(Text(UNSURE_HEADINGS[stance], style="bold"), 2)
            self._items([unsure.sentence for unsure in group], 4)

    def _tracks(self) -> None:
        if not self._dossier.tracks:
            return
        self._heading("Flight tracks looked at here")
        for track in self._dossier.tracks[:_MOST_ITEMS]:
            self._track(track)
        self._more(len(self._dossier.tracks) - _MOST_ITEMS, "track", 2)

    def _track(self, track: TrackAccount) -> None:
        landing = track.landing
        where = "" if landing.airport is None else f": {landing.airport.name} ({landing.airport.icao})"
        self._put(Text(plain(f"{track.track_id}. {VERDICT_WORDS[landing.verdict]}{where}"), style="bold"), 2)
        for sentence in (*landing.shows, landing.because):
            self._item(Text(plain(sentence)), 4)
        for bearing in track.bearings[:_MOST_ITEMS]:
            said_by = "" if bearing.speaker is None else f"(said by {plain(bearing.speaker)}) "
            words = f"{BEARING_WORDS[bearing.kind]} “{plain(bearing.words.exact)}” {said_by}"
            self._item(Text(words).append_text(self._cited([bearing.words])), 4)
            for reason in bearing.because:
                self._put(Text(plain(reason)), 8)

    def _regimes(self) -> None:
        for regime in self._dossier.regimes:
            self._heading(f"Provisions that may bear on it: {regime.name} (none is said to be breached)")
            for account in regime.conducts[:_MOST_ITEMS]:
                self._put(Text(account.conduct, style="bold"), 2)
                for provision in account.provisions:
                    self._item(Text(provision.sentence), 4)
                self._put(Text(f"To be known: {'; '.join(account.open)}."), 4)
                self._put(self._text(account.why).append(f" {plain(account.direction)}"), 4)
            self._more(len(regime.conducts) - _MOST_ITEMS, "conduct", 2)
            self._items(regime.said, 2)
            for sentence in regime.machinery:
                self._item(Text(sentence), 2)

    def _screening(self) -> None:
        screening = self._dossier.screening
        if screening is None:
            return
        self._heading("Names that stand on sanctions lists (a shared name, not an identity)")
        looked = counted(screening.n_names, "name")
        self._put(Text(plain(f"{looked} looked for on {', '.join(screening.lists)}.")), 2)
        for found in screening.found:
            beside = ", ".join(each for each in (*found.offices, found.country) if each is not None)
            who = Text(plain(found.name), style="bold").append(f", {plain(beside)}" if beside else "", style="not bold")
            self._put(who.append(" ").append_text(self._cited(found.cited)), 2)
            for hit in found.hits:
                said = "; ".join((*hit.because, *clearance_words(hit)))
                self._item(Text(plain(f"{hit.score:.2f} {hit.name} ({hit.id}): {said}")), 4)
        if not screening.found:
            self._put(Text("None of them stands there."), 2)

    def _contradictions(self) -> None:
        standing = [each for event in self._dossier.events for each in event.contradictions]
        set_aside = [each for event in self._dossier.events for each in event.set_aside]
        if standing or set_aside:
            self._heading("Contradictions")
        for contradiction in (*standing, *set_aside):
            alone = contradiction.about == "judgement"
            about = "As a person decided" if alone else f"They differ in: {plain(contradiction.about)}"
            self._put(Text(f"Set aside: {about}" if contradiction in set_aside else about), 2)
            if contradiction.judged is not None:
                self._put(Text(plain(contradiction.judged)), 4)
            for side in (contradiction.one, contradiction.other):
                self._item(Text(f"“{plain(side.exact)}” ").append_text(self._cited([side])), 4)

    def _others(self) -> None:
        others = self._dossier.events[1:]
        if not others:
            return
        self._heading("Also in these reports")
        for event in others:
            about = counted(len(event.reports), "report") if event.reports else "only mentioned"
            self._item(Text(f"{plain(event.label)} ({about}, {event.status.value})"), 2)

    def _reports(self) -> None:
        self._heading("The reports")
        for entry in self._dossier.reports:
            self._labelled(f"[{entry.number}]", Text(plain(entry.summary)), width=5)

    def _list(self, heading: str, sentences: tuple[Sentence, ...]) -> None:
        if sentences:
            self._heading(heading)
            self._items(sentences, 2)

    def _items(self, sentences: Sequence[Sentence], indent: int) -> None:
        for sentence in sentences[:_MOST_ITEMS]:
            self._item(self._text(sentence), indent)
        self._more(len(sentences) - _MOST_ITEMS, "sentence", indent)

    def _heading(self, heading: str) -> None:
        self._console.print()
        self._put(Text(heading, style="bold underline"))

    def _text(self, sentence: Sentence, *, cite: bool = True) -> Text:
        text = Text(plain(sentence.text))
        for mark in sentence.marks:
            text.stylize(_MARK_STYLES[mark.kind], mark.start, mark.end)
        return text.append(" ").append_text(self._cited(sentence.citations)) if cite else text

    def _cited(self, citations: Iterable[Evidence]) -> Text:
        numbers = list(dict.fromkeys(self._numbers[citation.report_id] for citation in citations))
        shown = ", ".join(str(number) for number in numbers[:_MOST_NUMBERS])
        return Text(f"[{shown}{', …' if len(numbers) > _MOST_NUMBERS else ''}]", style="dim")

    def _labelled(self, label: str, text: Text, *, width: int = 7) -> None:
        self._put(text, 2, f"{label:<{width}}")

    def _item(self, text: Text, indent: int) -> None:
        self._put(text, indent, "- ")

    def _more(self, n_more: int, what: str, indent: int) -> None:
        if n_more > 0:
            self._put(Text(f"… and {counted(n_more, f'more {what}', f'more {what}s')}", style="dim"), indent)

    def _put(self, text: Text, indent: int = 0, label: str = "") -> None:
        """Draw ``text`` after its label, every further line set in below the first."""
        inset = indent + len(label)
        room = max(_LEAST_ROOM, self._console.width - inset)
        for place, line in enumerate(text.wrap(self._console, room, overflow="fold")):
            line.rstrip()
            lead = " " * indent + label if place == 0 else " " * inset
            self._console.print(Text(lead).append_text(line), soft_wrap=True)


def _who(speaker: SpeakerAccount) -> Text:
    who = speaker.name or speaker.organisation
    text = Text("A speaker not named" if who is None else plain(who[:1].upper() + who[1:]), style="bold")
    beside = [each for each in (speaker.office, speaker.organisation) if each is not None and each != who]
    return text.append("".join(f", {plain(each)}" for each in beside), style="not bold")


def _hedged(piece: Evidence, hedges: tuple[Evidence, ...]) -> Text:
    shown = words(piece, hedges=hedges)
    text = Text(plain(shown.text))
    for hedge in shown.hedges:
        text.stylize(_MARK_STYLES[MarkKind.HEDGE], hedge.start, hedge.end)
    return text

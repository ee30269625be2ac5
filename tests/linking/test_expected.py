"""Who is silent although it covered most that is like it."""

from dataclasses import replace

from secondsource.linking.expected import with_expected_silence
from secondsource.linking.kernel import Kernel
from secondsource.model.ids import EventId
from secondsource.model.linked import Admiralty, Event, EventStatus, Silence
from secondsource.model.mention import EventType
from secondsource.model.report import Report
from tests.linking.makers import report


def happened(
    name: str, *reports: Report, land: str = "PRK", type_: EventType = EventType.CONSULT
) -> tuple[Event, Kernel]:
    event = Event(
        id=EventId(name),
        label=name,
        edtf=None,
        places=(),
        actors=(),
        recipients=(),
        type=type_,
        reports=tuple(each.id for each in reports),
        lines=(),
        status=EventStatus.SINGLE_ORIGIN,
        admiralty=Admiralty(reliability="F", credibility=6, because=()),
    )
    return event, Kernel(frozenset(), frozenset({land}))


def told(outlet: str, published: str) -> Report:
    return report(f"{outlet}-{published}", "Words.", outlet=outlet, published=published)


def earlier() -> list[tuple[Event, list[Report]]]:
    return [
        (happened(f"e{month}")[0], [told("Daily A", f"2024-{month:02}-05"), told("Daily B", f"2024-{month:02}-05")])
        for month in (1, 2, 3)
    ]


def silent(last: Report, *others: Report, land: str = "PRK") -> tuple[Silence, ...]:
    known = [(replace(event, reports=tuple(each.id for each in reports)), reports) for event, reports in earlier()]
    events = [(event, Kernel(frozenset(), frozenset({"PRK"}))) for event, _ in known]
    reports = [each for _, of in known for each in of]
    asked = happened("now", last, land=land)
    return with_expected_silence([*events, asked], [*reports, last, *others])[-1][0].silent


LAST = told("Daily A", "2024-06-05")
LATER = told("Daily B", "2024-06-20")


def test_who_covered_all_that_is_like_it_and_goes_on_reporting_is_silent() -> None:
    [silence] = silent(LAST, LATER)

    assert silence.who == "Daily B"
    assert silence.because.startswith("inferred: it covered 3 of 3 comparable earlier events")
    assert silence.evidence is None


def test_nobody_is_late_before_the_day_is_over_or_where_the_feed_has_ended() -> None:
    assert silent(LAST) == ()
    assert silent(LAST, told("Daily B", "2024-06-05")) == ()


def test_what_happened_elsewhere_is_not_comparable() -> None:
    assert silent(LAST, LATER, land="FRA") == ()


def test_who_reported_it_is_not_silent() -> None:
    assert "Daily A" not in {silence.who for silence in silent(LAST, LATER, told("Daily A", "2024-06-20"))}

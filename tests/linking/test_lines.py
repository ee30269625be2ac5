"""Lines of reporting: what an event goes back to, by naming, credit and copy."""

from dataclasses import replace

import pytest

from secondsource.linking.link import link
from secondsource.model.ids import ReportId
from secondsource.model.linked import Event, EventStatus, OriginKind
from secondsource.model.reading import NotReported, Reading, UpstreamKind
from secondsource.model.report import Report
from secondsource.model.statement import Stance
from tests.linking.makers import event, reading, report, span, statement, upstream

DEPARTURE = (
    "North Korea sent a military delegation to Russia on Monday, {}. Kim Kum Chol of the army university leads it."
)
LANDS = (("North Korea", "PRK"), ("Russia", "RUS"))


def told(
    name: str, source: str, canonical: str, *, outlet: str, published: str = "2024-07-09"
) -> tuple[Report, Reading]:
    """Return a report of the departure that names its source, whose words tell of it."""
    of = report(name, DEPARTURE.format(f"{source} said"), outlet=outlet, published=published)
    said = statement(of, canonical, "North Korea sent a military delegation to Russia on Monday", source=source)
    return of, reading(
        of, upstream=(upstream(of, canonical, source),), statements=(said,), events=(event(of, "sent"),), lands=LANDS
    )


def events_of(*pairs: tuple[Report, Reading]) -> tuple[Event, ...]:
    return link([of for of, _ in pairs], [read for _, read in pairs]).events


def test_ten_repeats_of_one_notice_are_one_origin() -> None:
    names = [f"Daily {n}" for n in range(10)]
    found = events_of(*(told(f"r{n}", "KCNA", "KCNA", outlet=name) for n, name in enumerate(names)))

    assert len(found) == 1
    assert [(line.origin, line.origin_kind, len(line.reports)) for line in found[0].lines] == [
        ("KCNA", OriginKind.OUTLET, 10)
    ]
    assert found[0].status is EventStatus.SINGLE_ORIGIN
    assert found[0].n_origins == 1
    assert found[0].admiralty.because[0] == "10 reports, 1 origin: KCNA in 10"


def test_two_desks_of_one_state_are_one_line() -> None:
    (found,) = events_of(
        told("a", "KCNA", "KCNA", outlet="Daily A"),
        told("b", "KCNA", "KCNA", outlet="Daily C"),
        told("c", "Rodong Sinmun", "Rodong Sinmun", outlet="Daily B"),
    )
    assert [(line.origin, line.controller) for line in found.lines] == [("KCNA", "government of North Korea")]
    assert "one control" in found.lines[0].because[0]


def test_two_independent_sources_that_tell_of_it_corroborate() -> None:
    (found,) = events_of(told("a", "KCNA", "KCNA", outlet="Daily A"), told("b", "Kremlin", "Kremlin", outlet="Daily B"))
    assert found.status is EventStatus.CORROBORATED
    assert found.n_origins == 2
    assert (found.admiralty.reliability, found.admiralty.credibility) == ("C", 2)


def test_a_reaction_corroborates_nothing() -> None:
    of = report(
        "b",
        DEPARTURE.format("KCNA said") + " Any such step would be answered, the foreign ministry in Seoul said.",
        outlet="Daily B",
        published="2024-07-09",
    )
    told_of_it = statement(of, "KCNA", "North Korea sent a military delegation to Russia on Monday", source="KCNA")
    reaction = statement(
        of,
        "South Korean Ministry of Foreign Affairs",
        "Any such step would be answered",
        n=2,
        source="the foreign ministry in Seoul",
        stance=Stance.CONDITIONAL,
    )
    read = reading(
        of,
        upstream=(
            upstream(of, "KCNA", "KCNA"),
            upstream(
                of, "South Korean Ministry of Foreign Affairs", "the foreign ministry in Seoul", UpstreamKind.OFFICIAL
            ),
        ),
        statements=(told_of_it, reaction),
        events=(event(of, "sent"),),
        lands=LANDS,
    )
    (found,) = events_of((of, read))
    assert [line.origin for line in found.lines] == ["KCNA"]


def test_an_agency_that_cites_somebody_is_followed_to_them() -> None:
    of = report("a", DEPARTURE.format("Reuters reported, citing KCNA"), outlet="Daily A", published="2024-07-09")
    both = reading(
        of,
        upstream=(upstream(of, "Reuters", "Reuters"), upstream(of, "KCNA", "KCNA")),
        events=(event(of, "sent"),),
        lands=LANDS,
    )
    other = report("b", DEPARTURE.format("Reuters reported"), outlet="Daily B", published="2024-07-10")
    one = reading(other, upstream=(upstream(other, "Reuters", "Reuters"),), events=(event(other, "sent"),), lands=LANDS)

    (found,) = events_of((of, both), (other, one))

    assert [(line.origin, line.reports) for line in found.lines] == [("KCNA", (ReportId("a"), ReportId("b")))]


def test_a_sensor_is_an_origin_of_what_sensors_can_see() -> None:
    text = "A Russian aircraft landed in Pyongyang on Tuesday, data of Flightradar24 show. The flight came from Moscow."
    of = report("a", text, outlet="Daily A", published="2024-07-09")
    read = reading(
        of,
        upstream=(upstream(of, "Flightradar24", "Flightradar24", UpstreamKind.SENSOR),),
        events=(event(of, "landed"),),
    )
    (found,) = events_of((of, read))
    assert found.status is EventStatus.SENSOR_CONFIRMED
    assert found.admiralty.reliability == "B"


def test_a_sensor_confirms_no_talks() -> None:
    text = "The two foreign ministers held talks on trade in Geneva on Tuesday, Flightradar24 users noted."
    of = report("a", text, outlet="Daily A")
    read = reading(
        of,
        upstream=(upstream(of, "Flightradar24", "Flightradar24", UpstreamKind.SENSOR),),
        events=(event(of, "talks"),),
    )
    (found,) = events_of((of, read))
    assert found.status is EventStatus.SINGLE_ORIGIN
    assert [line.origin_kind for line in found.lines] == [OriginKind.UNKNOWN]


def test_a_report_that_names_nobody_stands_on_the_unknown_line() -> None:
    of = report("a", DEPARTURE.format("it is understood"), outlet="Daily A")
    (found,) = events_of((of, reading(of, events=(event(of, "sent"),))))
    assert [line.origin_kind for line in found.lines] == [OriginKind.UNKNOWN]
    assert (found.n_origins, found.admiralty.reliability, found.admiralty.credibility) == (0, "F", 6)


def test_own_reporting_of_a_known_outlet_is_its_origin() -> None:
    of = report("a", DEPARTURE.format("a witness told this desk"), outlet="Reuters")
    (found,) = events_of((of, reading(of, events=(event(of, "sent"),), own=True)))
    assert [(line.origin, line.origin_kind) for line in found.lines] == [("Reuters", OriginKind.OUTLET)]
    assert found.admiralty.reliability == "B"


def test_a_verbatim_copy_never_raises_a_count() -> None:
    first = told("a", "KCNA", "KCNA", outlet="Daily A")
    own = report("b", DEPARTURE.format("a witness told this desk"), outlet="Reuters", published="2024-07-09")
    second = (own, reading(own, events=(event(own, "sent"),), own=True))
    copy = report("c", own.text, outlet="AP", published="2024-07-10")
    copied = (copy, reading(copy, events=(event(copy, "sent"),), own=True))

    before, after = events_of(first, second), events_of(first, second, copied)

    assert [found.n_origins for found in after] == [found.n_origins for found in before]
    assert ReportId("c") in after[0].reports


def test_a_silence_is_told_with_its_words_and_nobody_is_not_somebody() -> None:
    text = "A Russian aircraft landed in Pyongyang. North Korean media has yet to report it. Why it came is not known."
    of = report("a", text, outlet="Daily A")
    missing = NotReported(who="North Korean media", what=(span(text, "it"),))
    open_question = NotReported(who="nobody", what=(span(text, "Why it came"),))
    (found,) = events_of((of, reading(of, events=(event(of, "landed"),), not_reported=(missing, open_question))))
    assert [silence.who for silence in found.silent] == ["North Korean media"]
    assert found.silent[0].evidence is not None


@pytest.mark.parametrize(("number", "differs"), [("nine", True), ("seven", False)])
def test_different_counts_of_the_same_things_stand_side_by_side(number: str, differs: bool) -> None:
    text = "South Korea put sanctions on {} North Koreans and two Russian ships on Friday over trade in arms and fuel."
    one = report("a", text.format("seven"), outlet="Daily A", published="2024-05-24")
    other = report("b", text.format(number).replace("on Friday ", ""), outlet="Daily B", published="2024-05-25")
    found = events_of(*((of, reading(of, events=(event(of, "sanctions"),))) for of in (one, other)))
    about = [each for event_found in found for each in event_found.contradictions]
    assert bool(about) is differs
    if differs:
        assert {about[0].one.exact, about[0].other.exact} == {"seven North Koreans", "nine North Koreans"}


@pytest.mark.parametrize(("carried", "status"), [(False, EventStatus.CORROBORATED), (True, EventStatus.SINGLE_ORIGIN)])
def test_what_only_goes_on_with_a_saying_corroborates_nothing(carried: bool, status: EventStatus) -> None:
    of, read = told("b", "Kremlin", "Kremlin", outlet="Daily B")
    read = replace(read, statements=tuple(replace(each, carried=carried) for each in read.statements))

    (found,) = events_of(told("a", "KCNA", "KCNA", outlet="Daily A"), (of, read))

    assert found.status is status


@pytest.mark.parametrize(("carried", "status"), [(False, EventStatus.DISPUTED), (True, EventStatus.SINGLE_ORIGIN)])
def test_a_denial_by_somebody_else_makes_an_event_disputed(carried: bool, status: EventStatus) -> None:
    asserted = told("a", "KCNA", "KCNA", outlet="Daily A")
    of = report(
        "b",
        DEPARTURE.format("KCNA said")
        + " The Kremlin denied that North Korea sent a military delegation under Kim Kum Chol.",
        outlet="Daily B",
        published="2024-07-10",
    )
    denial = statement(
        of,
        "Kremlin",
        "North Korea sent a military delegation under Kim Kum Chol",
        stance=Stance.DENIED,
        source="The Kremlin",
    )
    denial = replace(denial, carried=carried)
    read = reading(
        of, upstream=(upstream(of, "KCNA", "KCNA"),), statements=(denial,), events=(event(of, "sent"),), lands=LANDS
    )
    (found,) = events_of(asserted, (of, read))
    assert found.status is status
    assert carried or found.admiralty.credibility == 4

"""The same act on two days or in two places."""

from dataclasses import replace

from secondsource.linking.whereabouts import DATE, PLACE, contradictions_of_time_and_place
from secondsource.model.linked import Contradiction
from secondsource.model.mention import EventMention
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.statement import Stance
from secondsource.model.timeplace import PlaceMention, TimeMention, TimeType
from tests.linking.makers import event, reading, report, span

TOWNS = {"Vladivostok": (43.1, 131.9), "Khabarovsk": (48.5, 135.1), "Artyom": (43.4, 132.2)}


def told(name: str, day: str, town: str, verb: str = "arrived") -> tuple[Report, EventMention, Reading]:
    of = report(name, f"The delegation {verb} in {town} on {day}.")
    when, where = span(of.text, day), span(of.text, town)
    lat, lon = TOWNS[town]
    read = replace(
        reading(of),
        times=(TimeMention(start=when.start, end=when.end, type=TimeType.DATE, value=day, edtf=day),),
        places=(PlaceMention(start=where.start, end=where.end, name=town, lat=lat, lon=lon),),
    )
    return of, replace(event(of, verb, edtf=day), time=0, places=(0,)), read


def contradictions(*found: tuple[Report, EventMention, Reading]) -> list[Contradiction]:
    return contradictions_of_time_and_place(
        [(of, mention) for of, mention, _ in found], {of.id: read for of, _, read in found}
    )


def test_days_apart_contradict_each_other_in_the_words_that_name_them() -> None:
    [found] = contradictions(told("a", "2024-07-08", "Vladivostok"), told("b", "2024-07-11", "Vladivostok"))

    assert (found.about, found.one.exact, found.other.exact) == (DATE, "2024-07-08", "2024-07-11")


def test_neighbouring_days_may_be_one_moment() -> None:
    assert contradictions(told("a", "2024-07-08", "Vladivostok"), told("b", "2024-07-09", "Vladivostok")) == []


def test_towns_far_apart_contradict_each_other_and_a_suburb_does_not() -> None:
    [found] = contradictions(told("a", "2024-07-08", "Vladivostok"), told("b", "2024-07-08", "Khabarovsk"))

    assert (found.about, found.one.exact, found.other.exact) == (PLACE, "Vladivostok", "Khabarovsk")
    assert contradictions(told("a", "2024-07-08", "Vladivostok"), told("b", "2024-07-08", "Artyom")) == []


def test_another_act_or_a_mere_plan_contradicts_nobody() -> None:
    first = told("a", "2024-07-08", "Vladivostok")
    of, mention, read = told("b", "2024-07-11", "Khabarovsk")

    assert contradictions(first, told("b", "2024-07-11", "Khabarovsk", "rested")) == []
    assert contradictions(first, (of, replace(mention, stance=Stance.PLANNED), read)) == []


def test_many_reports_of_the_same_two_days_make_one_contradiction() -> None:
    found = contradictions(*(told(f"r{at}", f"2024-07-{8 + 3 * (at % 2):02}", "Vladivostok") for at in range(6)))

    assert len(found) == 1

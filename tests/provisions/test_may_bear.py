import pytest

from secondsource.model.linked import Linked
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.timeplace import PlaceMention
from secondsource.provisions.may_bear import Bearing, day_of_event, may_bear
from tests.dossier.makers import departure, event, linked_report, reading, report, span
from tests.provisions.test_regimes import regime


def told(
    text: str, *, day: str | None = "2024-07-09", state: str = "PRK", named: str | None = None
) -> tuple[Linked, list[Report], list[Reading]]:
    """A report of one sentence with an event in which the state takes part."""
    one = report("post", text)
    place = () if named is None else (PlaceMention(**_at(text, named), name=named, country=state),)
    actors = () if named is not None else ("North Korea" if state == "PRK" else "Libya",)
    happened = event((one,), label=text, edtf=day, actors=actors, places=())
    return (
        Linked(reports=(linked_report(one, event=happened.id, events=(happened.id,)),), events=(happened,)),
        [one],
        [reading(one, places=place)],
    )


def _at(text: str, words: str) -> dict[str, int]:
    place = span(text, words)
    return {"start": place.start, "end": place.end}


def codes(text: str, *, under: str = "UN-SC1718", **fields: str | None) -> set[str]:
    return {bearing.conduct.code for bearing in may_bear(regime(under), *told(text, **fields))}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A North Korean military delegation left for Russia.",
            {"military_training_instructors", "arms_training_services", "travel_restriction_officials", "travel_ban"},
        ),
        (
            "Military cooperation and weapons deals are under way.",
            {"arms_transfer", "catch_all_military_capability", "arms_repair_refurbish"},
        ),
        ("A Russian military aircraft landed in Pyongyang.", {"flight_denial", "cargo_inspection"}),
        ("Russia supplied oil in return for shells.", {"refined_petroleum", "crude_oil", "arms_transfer"}),
        ("The tanker took part in a ship-to-ship transfer.", {"ship_to_ship_transfer"}),
        ("The state exported coal through the port.", {"coal_iron_lead_export"}),
        ("Workers were sent to building sites abroad.", {"overseas_workers"}),
        ("It launched a ballistic missile at dawn.", {"ballistic_launch"}),
        ("The president was given a luxury limousine.", {"luxury_goods"}),
        ("북한 군사교육대표단이 러시아로 출발했다.", {"military_training_instructors", "travel_restriction_officials"}),
    ],
)
def test_an_event_is_told_with_the_conducts_that_its_words_speak_of(text: str, expected: set[str]):
    assert codes(text) >= expected


@pytest.mark.parametrize(
    "text", ["The harbour was dredged.", "The choir sang at the festival.", "Heavy rain is expected on Friday."]
)
def test_an_event_that_has_nothing_to_do_with_a_regime_is_told_with_none(text: str):
    assert codes(text) == set()


def test_an_aircraft_that_is_not_leased_is_no_charter():
    assert "charter_crew" not in codes("A Russian military aircraft landed in Pyongyang.")
    assert "charter_crew" in codes("The airline leased an aircraft to the state.")


def test_the_state_must_take_part_or_be_named_in_the_sentence():
    text = "A military delegation left Nairobi."

    assert codes(text, state="LBY") == set()
    assert codes("A military delegation left Pyongyang.", named="Pyongyang") != set()


def names(found: list[Bearing]) -> set[str]:
    return {row.name for bearing in found for row in bearing.provisions}


def test_only_what_was_in_force_on_the_day_is_told():
    text = "A military delegation left for Russia."

    before = names(may_bear(regime("UN-SC1718"), *told(text, day="2010-01-01")))
    after = names(may_bear(regime("UN-SC1718"), *told(text, day="2024-07-09")))

    assert "UNSCR 1718 (2006) para 8(c)" in before
    assert "UNSCR 2270 (2016) para 9" not in before
    assert "UNSCR 2270 (2016) para 9" in after


def test_a_provision_that_ended_is_told_only_while_it_was_in_force():
    text = "A military aircraft landed in Tripoli."

    during = names(may_bear(regime("UN-SC1970"), *told(text, day="2011-05-01", state="LBY")))
    later = names(may_bear(regime("UN-SC1970"), *told(text, day="2014-05-01", state="LBY")))

    assert "UNSCR 1973 (2011) para 6" in during
    assert "UNSCR 1973 (2011) para 6" not in later
    assert "UNSCR 1973 (2011) para 13" in later


def test_the_same_words_of_another_state_are_of_its_own_regime():
    text = "Ships delivered weapons and ammunition."

    assert "arms_transfer" in codes(text, under="UN-SC1970", state="LBY")
    assert codes(text, under="UN-SC1718", state="LBY") == set()


def test_the_words_behind_a_conduct_stand_in_the_report():
    linked, reports, readings = told("A military delegation left for Russia.\n\nThe choir sang.")

    for bearing in may_bear(regime("UN-SC1718"), linked, reports, readings):
        assert reports[0].text[bearing.words.start : bearing.words.end] == bearing.words.exact
        assert "delegation" in bearing.words.exact


@pytest.mark.parametrize(("edtf", "expected"), [("2024-07-08", "2024-07-08"), (None, "2024-07-09")])
def test_the_day_of_an_event_is_its_own_else_that_of_its_first_report(edtf: str | None, expected: str):
    linked, reports, _ = told("A delegation left.", day=edtf)

    assert str(day_of_event(linked.events[0], reports)) == expected


def test_a_mention_deep_in_the_report_counts_by_its_whole_sentence():
    text = "Trade talks ended.\n\nMinisters ate fish. The North's military delegation then left for Russia. It rained."
    one = report("post", text)
    mention = departure(text, "left")
    happened = event(
        (one,), label="Talks", edtf="2024-07-09", actors=("North Korea",), mentions=((one.id, mention.id),)
    )
    linked = Linked(reports=(linked_report(one),), events=(happened,))

    found = may_bear(regime("UN-SC1718"), linked, [one], [reading(one, events=(mention,))])

    assert {bearing.words.exact for bearing in found} == {"The North's military delegation then left for Russia."}


def ways(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    found = may_bear(regime("UN-SC1718"), *told(text))
    return {bearing.conduct.code: (bearing.way.direction.value, bearing.way.words) for bearing in found}


@pytest.mark.parametrize(
    ("text", "code", "way", "words"),
    [
        ("The state imported arms; North Korea exported shells.", "arms_transfer", "from", ("North Korea exported",)),
        ("Tankers carried diesel to North Korea.", "refined_petroleum", "to", ("to North Korea",)),
        ("North Korea received weapons.", "arms_transfer", "to", ("North Korea received",)),
        ("The firm sold Pyongyang missiles.", "arms_transfer", "to", ("sold Pyongyang",)),
        ("North Korea's exports of coal rose.", "coal_iron_lead_export", "from", ("North Korea's exports",)),
        ("Shells from North Korea were sold.", "arms_transfer", "from", ("from North Korea",)),
        ("The buyers imported North Korean coal.", "coal_iron_lead_export", "from", ("North Korean coal",)),
        ("A military delegation left Pyongyang.", "military_training_instructors", "from", ("left Pyongyang",)),
        ("북한이 러시아에 포탄을 수출했다.", "arms_transfer", "from", ("북한이 러시아에 포탄을 수출",)),
        ("러시아가 북한에 석유를 공급했다.", "refined_petroleum", "to", ("북한에 석유를 공급",)),
        ("Из КНДР поставляли снаряды.", "arms_transfer", "from", ("Из КНДР",)),
        ("Weapons trade with North Korea is under way.", "arms_transfer", "unknown", ()),
        ("According to North Korea, weapons were sold.", "arms_transfer", "unknown", ()),
    ],
)
def test_the_direction_is_told_where_the_words_carry_it(text: str, code: str, way: str, words: tuple[str, ...]):
    assert ways(text)[code] == (way, words)


def test_words_that_go_both_ways_say_so():
    text = "Shells went from North Korea to the front, and missiles were sold to North Korea."

    assert ways(text)["arms_transfer"][0] == "both"


def test_provisions_that_speak_of_the_other_way_stand_last():
    [arms] = [
        bearing
        for bearing in may_bear(regime("UN-SC1718"), *told("Missiles were sold to North Korea."))
        if bearing.conduct.code == "arms_transfer"
    ]

    directions = [row.direction for row in arms.provisions]
    assert directions == sorted(directions, reverse=True)
    assert {directions[0], directions[-1]} == {"to DPRK", "from DPRK"}

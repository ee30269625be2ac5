"""Events are found with their words, their sides, their time and place, and how surely they are put."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.entity import NameType
from secondsource.model.ids import EntityId, StatementId
from secondsource.model.mention import QUAD
from secondsource.model.statement import Stance, Statement
from secondsource.model.timeplace import PlaceMention, TimeMention, TimeType
from secondsource.reading.events.find import find_events, weaker
from tests.reading.event_makers import NO_NAMES, events_in, naming_of, page_of, sides, span_of, words_at


def first(text: str, *, language: str | None = "en") -> tuple[str, list[str], list[str]]:
    event = events_in(text, language=language)[0]
    return (event.type.value, *sides(text, event))


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("North Korea sent a delegation to Russia.", "CONSULT", ["North Korea"], ["Russia"]),
        ("France has condemned the coup.", "ACCUSE", ["France"], ["the coup"]),
        ("Canada put sanctions on two shipping firms.", "SANCTION", ["Canada"], ["two shipping firms"]),
        ("Russia vetoed the draft.", "REJECT", ["Russia"], ["the draft"]),
        ("Kenya and Ghana signed a treaty with Peru.", "SUPPORT", ["Kenya", "Ghana"], ["Peru"]),
        ("The rebels shelled the town.", "ASSAULT", ["The rebels"], ["the town"]),
        ("Norway released two prisoners.", "RETREAT", ["Norway"], ["two prisoners"]),
        ("Workers went on strike against the company.", "PROTEST", ["Workers"], ["the company"]),
        ("Police arrested a reporter.", "COERCE", ["Police"], ["a reporter"]),
        ("Japan provided medicine to Nepal.", "AID", ["Japan"], ["Nepal"]),
        ("Oman urged Yemen to withdraw.", "REQUEST", ["Oman"], ["Yemen"]),
        ("Iran tested a missile.", "MOBILIZE", ["Iran"], []),
        ("Turkey threatened to attack Cyprus.", "THREATEN", ["Turkey"], ["Cyprus"]),
        ("Chile agreed to meet Bolivia.", "AGREE", ["Chile"], ["Bolivia"]),
        ("Malta pardoned the smugglers.", "CONCEDE", ["Malta"], ["the smugglers"]),
        ("Poland shared intelligence with Latvia.", "COOPERATE", ["Poland"], ["Latvia"]),
    ],
)
def test_each_type_is_read_with_who_did_it_to_whom(
    text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    assert first(text) == (kind, actors, recipients)


def test_a_passive_turns_the_sides_round() -> None:
    kind, actors, recipients = first("Two banks were sanctioned by Australia on Friday.")

    assert (kind, actors, recipients) == ("SANCTION", ["Australia"], ["Two banks"])


def test_sanctions_that_were_imposed_have_both_their_words_as_trigger() -> None:
    text = "Sanctions were imposed on Belarus by Canada."

    event = events_in(text)[0]

    assert words_at(text, event.trigger) == "Sanctions … imposed"
    assert sides(text, event) == (["Canada"], ["Belarus"])


def test_the_subject_is_found_past_an_aside() -> None:
    text = "Ana Kovac, the minister of transport, visited Lima."

    assert first(text)[1] == ["Ana Kovac, the minister of transport"]


def test_a_second_verb_takes_the_subject_of_the_first() -> None:
    text = "Mexico condemned the raid and expelled two diplomats."

    assert [sides(text, event)[0] for event in events_in(text)] == [["Mexico"], ["Mexico"]]


def test_an_event_named_by_a_noun_has_its_sides_from_around_it() -> None:
    text = "The talks between Egypt and Sudan lasted an hour."

    assert first(text) == ("CONSULT", ["Egypt", "Sudan"], [])


def test_a_landing_of_an_aircraft_is_a_visit_without_a_cameo_code() -> None:
    text = "A Russian military aircraft landed in Pyongyang."

    event = events_in(text)[0]

    assert (event.type.value, event.mode, event.cameo) == ("CONSULT", "visit", None)
    assert [who.code for who in event.actors] == ["RUSMIL"]
    assert sides(text, event) == (["A Russian military aircraft"], ["Pyongyang"])


def test_a_landing_is_only_read_where_an_aircraft_or_a_ship_is_told_of() -> None:
    assert events_in("The cable landing in Cork was dug last year.") == ()
    text = "An aircraft touched down in Minsk. Tracking data confirmed the landing."
    assert [words_at(text, event.trigger) for event in events_in(text)][-1] == "landing"


def test_planned_cooperation_is_an_agreement_and_stays_planned() -> None:
    event = events_in("Vietnam will host the king of Tonga.")[0]

    assert (event.type.value, event.mode, event.stance) == ("AGREE", None, Stance.PLANNED)


def test_future_force_is_a_threat() -> None:
    assert events_in("The militia will attack the port.")[0].type.value == "THREATEN"


def test_a_refusal_is_a_rejection() -> None:
    text = "Uganda refused to release the crew."

    assert first(text) == ("REJECT", ["Uganda"], ["the crew"])


def test_a_negated_event_is_denied() -> None:
    assert events_in("Ecuador did not attack the boat.")[0].stance is Stance.DENIED
    assert events_in("Ecuador announced no new sanctions against Peru.")[0].stance is Stance.DENIED


def test_a_condition_is_never_an_assertion() -> None:
    text = "Cooperation with Narva would be a violation of the ban if it helped the army."

    assert {event.stance for event in events_in(text)} == {Stance.CONDITIONAL}


def test_what_holds_of_anything_there_may_be_is_conditional() -> None:
    event = events_in("Any exchange that helps North Korea is watched.")[0]

    assert event.stance is Stance.CONDITIONAL


def test_what_somebody_is_accused_of_is_only_possible() -> None:
    text = "Officials accused Ruritania of shipping weapons to Narnia."

    assert [(event.type.value, event.stance) for event in events_in(text)] == [
        ("ACCUSE", Stance.ASSERTED),
        ("AID", Stance.POSSIBLE),
    ]


def test_a_source_that_wants_no_name_makes_no_request() -> None:
    assert events_in("A diplomat, who asked not to be named, spoke in Bern.") == ()


def test_words_inside_a_name_tell_of_no_event() -> None:
    text = "the Strike Committee of Peru said so in the visit hall"
    naming = naming_of(text, visit_hall=NameType.FACILITY)

    assert find_events(page_of(text), naming, (), (), ()) == ()


def test_an_adjective_of_a_country_does_not_become_the_country() -> None:
    text = "A Swedish warship docked in Riga."
    naming = naming_of(text, Swedish=NameType.NORP, Riga=NameType.GPE)

    event = find_events(page_of(text), naming, (), (), ())[0]

    assert [who.entity for who in event.actors] == [None]
    assert [who.entity for who in event.recipients] == [EntityId("e2")]


def test_the_time_of_the_event_is_not_the_time_it_was_reported() -> None:
    text = "Chad expelled the envoy on Monday, its ministry said on Tuesday."
    times = [
        TimeMention(start=s.start, end=s.end, type=TimeType.DATE, value=value, edtf=value)
        for s, value in ((span_of(text, "Monday"), "2024-07-08"), (span_of(text, "Tuesday"), "2024-07-09"))
    ]

    event = find_events(page_of(text), NO_NAMES, times, (), ())[0]

    assert (event.time, event.edtf) == (0, "2024-07-08")


def test_only_the_time_of_the_report_leaves_the_event_without_one() -> None:
    text = "Chad expelled the envoy, its ministry said on Tuesday."
    tuesday = span_of(text, "Tuesday")
    time = TimeMention(start=tuesday.start, end=tuesday.end, type=TimeType.DATE, value="2024-07-09", edtf="2024-07-09")

    assert find_events(page_of(text), NO_NAMES, [time], (), ())[0].time is None


def test_places_after_a_preposition_belong_to_the_event() -> None:
    text = "Ghana met Togo in Accra."
    places = [
        PlaceMention(start=s.start, end=s.end, name=s.of(text))
        for s in (span_of(text, "Ghana"), span_of(text, "Togo"), span_of(text, "Accra"))
    ]

    assert find_events(page_of(text), NO_NAMES, (), places, ())[0].places == (2,)


def statement(text: str, content: str, *, stance: Stance, hedge: str | None = None) -> Statement:
    return Statement(
        id=StatementId("s1"),
        source=(),
        cue=(),
        content=(span_of(text, content),),
        stance=stance,
        hedges=() if hedge is None else (span_of(text, hedge),),
    )


def test_an_event_inside_a_statement_is_at_most_as_sure_as_the_statement() -> None:
    text = "The shelling of the port killed nobody, and Togo arrested the gunner, he guessed."
    guess = statement(text, "Togo arrested the gunner", stance=Stance.POSSIBLE)

    event = next(e for e in find_events(page_of(text), NO_NAMES, (), (), [guess]) if e.type.value == "COERCE")

    assert (event.stance, event.according_to) == (Stance.POSSIBLE, StatementId("s1"))


def test_a_hedge_in_another_piece_of_the_content_says_nothing_of_the_event() -> None:
    text = "Togo arrested the gunner, media said, a step that would be a breach if he is a diplomat."
    said = Statement(
        id=StatementId("s1"),
        source=(),
        cue=(),
        content=(span_of(text, "Togo arrested the gunner"), span_of(text, "a step that would be a breach")),
        stance=Stance.CONDITIONAL,
        hedges=(span_of(text, "would be"),),
    )

    assert find_events(page_of(text), NO_NAMES, (), (), [said])[0].stance is Stance.ASSERTED


def test_the_less_sure_of_two_stances_wins() -> None:
    assert weaker(Stance.ASSERTED, Stance.POSSIBLE) is Stance.POSSIBLE
    assert weaker(Stance.DENIED, Stance.CONDITIONAL) is Stance.DENIED


def test_korean_events_are_read_by_stem_and_particle() -> None:
    text = "북한이 대표단을 러시아에 보냈다."
    naming = naming_of(text, 북한=NameType.GPE, 러시아=NameType.GPE)

    event = find_events(page_of(text, language="ko"), naming, (), (), ())[0]

    assert (event.type.value, event.mode, *sides(text, event)) == ("CONSULT", "visit", ["북한"], ["러시아"])


def test_russian_events_are_read_by_stem_and_order() -> None:
    text = "Россия наложила вето, а Литва осудила Беларусь."
    naming = naming_of(text, Россия=NameType.GPE, Литва=NameType.GPE, Беларусь=NameType.GPE)

    found = find_events(page_of(text, language="ru"), naming, (), (), ())

    assert [event.type.value for event in found] == ["REJECT", "ACCUSE"]
    assert sides(text, found[1]) == (["Литва"], ["Беларусь"])


def test_a_language_without_a_table_gives_no_events() -> None:
    assert events_in("Der Minister besuchte Riga.", language="de") == ()


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["Russia", "visited", "attack on", "was sanctioned by", ", the", "will", "not", "if", "“", "'s"]
            ),
            st.text(max_size=6),
        ),
        max_size=14,
    ),
    st.sampled_from(["en", "ko", "ru", None]),
)
@settings(max_examples=50)
def test_any_text_is_read_and_every_event_points_at_its_words(pieces: list[str], language: str | None) -> None:
    text = " ".join(pieces)

    events = events_in(text, language=language)

    for event in events:
        spans = [*event.trigger, *(span for who in (*event.actors, *event.recipients) for span in who.spans)]
        assert event.trigger
        assert event.quad == QUAD[event.type]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert [event.id for event in events] == [f"v{number}" for number in range(1, len(events) + 1)]


def test_the_same_text_gives_the_same_events() -> None:
    text = "Laos met Bhutan and praised Nepal, after police in Lima arrested a deputy of Chile."

    assert events_in(text) == events_in(text)


def test_an_event_with_neither_actor_nor_recipient_is_left_out() -> None:
    assert events_in("Talks followed.") == ()


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    text = "Laos met Bhutan and " * 400

    events = events_in(text)

    assert len(events) >= 390
    assert {words_at(text, event.trigger) for event in events} == {"met"}

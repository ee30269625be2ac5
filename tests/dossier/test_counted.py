"""The count in words names every origin that linking counts, and none that it does not."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.dossier.assemble import assemble
from secondsource.linking.origins import count_origins
from secondsource.model.dossier import EventAccount
from secondsource.model.linked import Event, Line, Linked, OriginKind
from secondsource.model.report import Report
from tests.dossier.makers import (
    MADE_AT,
    dossier,
    event,
    line,
    linked_report,
    linked_statement,
    reading,
    report,
    statement,
)

A = report("a", "Ships left the harbour on Monday.", outlet="Daily A")
B = report("b", "Ships left the port on Monday.", outlet="Daily B")
C = report("c", "Ships are gone since Monday.", outlet="Daily C")


def account(*lines: Line, **fields: object) -> EventAccount:
    told: Event = event((A, B, C), lines, **fields)
    linked = Linked(reports=tuple(linked_report(each) for each in (A, B, C)), events=(told,))
    return assemble(linked, [A, B, C], [reading(each) for each in (A, B, C)], made_at=MADE_AT).events[0]


def words(*lines: Line) -> str:
    sentence = account(*lines).counted
    assert sentence is not None
    return sentence.text


def sensor(*reports: Report) -> Line:
    return line(reports, origin="Flightradar24", origin_kind=OriginKind.SENSOR, controller=None)


def unknown(*reports: Report) -> Line:
    return line(reports, origin="not said", origin_kind=OriginKind.UNKNOWN, controller=None)


def test_an_origins_own_report_is_named_with_its_day_and_how_many_repeat_it():
    told = dossier().events[0].counted

    assert told is not None
    assert "(1) KCNA, its own report of 9 July 2024, repeated by 2" in told.text


def test_each_origin_has_its_number_and_a_sensor_says_who_reads_it():
    assert words(line((A, B)), sensor(C)) == (
        "3 reports, 2 origins: (1) KCNA, by way of 2 reports; (2) Flightradar24, data read by Daily C."
    )


def test_what_is_not_counted_is_told_after_what_is():
    assert words(line((A,)), unknown(B, C)) == (
        "3 reports, 1 origin: (1) KCNA, by way of 1 report; not counted: 2 reports that do not say from whom."
    )
    assert words(unknown(A, B, C)) == ("3 reports, no known origin; not counted: 3 reports that do not say from whom.")


def test_desks_of_one_control_are_one_number():
    told = words(line((A,)), line((B,), origin="Rodong Sinmun"), sensor(C))

    assert told.startswith("3 reports, 2 origins: (1) KCNA with Rodong Sinmun, by way of 2 reports; (2) ")


LINES = st.lists(
    st.sampled_from(
        [
            line((A,)),
            line((B,), origin="Rodong Sinmun"),
            line((B,), origin="Reuters", controller=None),
            line((C,), origin="Eastgate Courier", controller=None),
            line((C,), origin="a source", origin_kind=OriginKind.ANONYMOUS, controller=None),
            sensor(C),
            unknown(A),
        ]
    ),
    min_size=1,
    max_size=5,
)


@given(LINES)
def test_the_words_count_what_linking_counts(lines: list[Line]):
    told, n_origins = words(*lines), count_origins(lines)

    assert [f"({n})" in told for n in range(1, 8)] == [n <= n_origins for n in range(1, 8)]
    assert (f"{n_origins} origin" in told) is bool(n_origins)


def test_confidence_is_told_apart_from_every_word_of_likelihood():
    told = account(line((A, B)), sensor(C)).confidence_told

    assert told is not None
    assert told.text == "Confidence in the event as told here: high."
    rating = account(line((A, B)), sensor(C)).rating.text
    assert "onfidence" not in rating


def test_a_word_of_likelihood_is_quoted_with_its_band_where_a_speaker_used_it():
    sayings = [each for speaker in dossier().speakers for each in speaker.statements]
    assert [each.likely for each in sayings] == [()] * len(sayings)

    of = report("d", "The envoy said it was very likely that ships had left.", outlet="Daily D")
    content = "it was very likely that ships had left"
    read = reading(of, statements=(statement(of.text, "s1", content),))
    linked = Linked(
        reports=(linked_report(of, statements=(linked_statement(of, content, speaker="envoy"),)),),
        events=(event((of,), (unknown(of),)),),
    )
    [speaker] = assemble(linked, [of], [read], made_at=MADE_AT).speakers

    [likely] = speaker.statements[0].likely
    assert (likely.word.exact, likely.low_percent, likely.high_percent) == ("very likely", 80, 95)
    assert of.text[likely.word.start : likely.word.end] == "very likely"

from collections.abc import Mapping
from dataclasses import replace

from secondsource.dossier.assemble import assemble
from secondsource.dossier.wording import CARRIED_WORDS
from secondsource.model.dossier import Dossier, SpeakerAccount
from secondsource.model.ids import ReportId
from secondsource.model.linked import Linked, LinkedStatement
from secondsource.model.reading import NotReported, Reading, Upstream, UpstreamKind
from secondsource.model.report import Report
from secondsource.model.statement import Stance, StatementKind
from secondsource.publishing.page import render_page
from tests.dossier.makers import (
    KCNA_SAID,
    MADE_AT,
    departure,
    dossier,
    event,
    evidence,
    line,
    linked_report,
    linked_statement,
    reading,
    report,
    span,
    statement,
)


def made(
    reports: list[Report], readings: list[Reading], said: Mapping[ReportId, tuple[LinkedStatement, ...]]
) -> Dossier:
    linked = tuple(linked_report(each, statements=said.get(each.id, ())) for each in reports)
    return assemble(Linked(reports=linked, events=()), reports, readings, made_at=MADE_AT)


def speaker(name: str) -> SpeakerAccount:
    return next(each for each in dossier().speakers if each.name == name)


def test_a_speaker_is_named_with_office_and_organisation():
    park = speaker("Park Ji-ho")

    assert (park.office, park.organisation) == ("spokesperson", "foreign ministry")


def test_exact_words_keep_their_quote_marks():
    assert [piece.exact for piece in speaker("Park Ji-ho").statements[0].words] == [
        "“Any help would break the resolutions,”"
    ]


def test_how_it_was_said_and_to_whom_is_kept():
    warning = speaker("Park Ji-ho").statements[0]

    assert (warning.kind, warning.stance, warning.addressee) == (
        StatementKind.DIRECT,
        Stance.CONDITIONAL,
        "the Post",
    )
    assert [hedge.exact for hedge in warning.hedges] == ["would"]


def test_one_saying_in_two_reports_is_told_once_with_both_places():
    sayings = speaker("KCNA").statements

    assert len(sayings) == 1
    assert (sayings[0].said_in, sayings[0].n_origins) == (3, 1)
    assert [piece.report_id for piece in (*sayings[0].words, *sayings[0].also)] == ["post", "gasang"]


def test_the_same_words_are_one_saying_where_linking_did_not_compare():
    one, other = report("a", "Ships left, Kim said."), report("b", "Ships left, Kim said.")
    said = {each.id: (linked_statement(each, "Ships left", speaker="Kim"),) for each in (one, other)}

    told = made([one, other], [reading(one), reading(other)], said)

    assert [len(each.statements) for each in told.speakers] == [1]


def test_two_who_are_not_named_are_not_one_speaker():
    one, other = report("a", "Ships left, it was said."), report("b", "Ships left, it was said.")
    said = {each.id: (linked_statement(each, "Ships left"),) for each in (one, other)}

    told = made([one, other], [reading(one), reading(other)], said)

    assert [each.name for each in told.speakers] == [None, None]


def test_a_saying_that_only_goes_on_is_told_to_be_likely_theirs():
    one = report("a", "Ships left, Orr said. A mere visit is not forbidden.")
    said = {
        one.id: (
            linked_statement(one, "Ships left", speaker="Orr"),
            linked_statement(
                one, "A mere visit is not forbidden", speaker="Orr", stance=Stance.CONDITIONAL, carried=True
            ),
        )
    }

    told = made([one], [reading(one)], said)

    assert [each.carried for each in told.speakers[0].statements] == [False, True]
    assert f"Orr ({CARRIED_WORDS}) put this on a condition" in told.unsure[0].sentence.text
    assert CARRIED_WORDS in render_page(told, [one])


def test_who_passes_a_saying_on_is_told_outermost_first():
    text = "Yonhap said that KCNA reported that ships left."
    one = report("a", text)
    outer = statement(text, "s1", "KCNA reported that ships left", speaker_name="Yonhap")
    inner = replace(statement(text, "s2", "ships left", speaker_name="KCNA"), within=outer.id)
    said = {one.id: (linked_statement(one, "ships left", speaker="KCNA"),)}

    told = made([one], [reading(one, statements=(outer, inner))], said)

    assert told.speakers[0].statements[0].passed_on_by == ("Yonhap",)


def test_a_guess_is_set_apart_with_its_owner_and_its_words_of_doubt():
    guess = next(each for each in dossier().unsure if each.stance is Stance.POSSIBLE)

    assert guess.whose == "Park Ji-ho"
    assert guess.sentence.text == (
        "Park Ji-ho held this possible, no more: “it could be general training” (the report’s word: “speculated”)"
    )


def test_a_condition_is_told_before_a_guess():
    assert [each.stance for each in dossier().unsure] == [Stance.CONDITIONAL, Stance.POSSIBLE]


def told_in_own_voice(one: Report, stance: Stance) -> list[str]:
    read = reading(one, events=(departure(one.text, "left", stance=stance),))
    linked = Linked(reports=(linked_report(one),), events=(event((one,), mentions=((one.id, read.events[0].id),)),))
    return [each.sentence.text for each in assemble(linked, [one], [read], made_at=MADE_AT).unsure]


def test_what_a_report_guesses_in_its_own_voice_is_its_own():
    assert told_in_own_voice(report("a", "A delegation may have left."), Stance.POSSIBLE) == [
        "Harbour Post in its own voice held this possible, no more: “A delegation may have left.”"
    ]


def test_what_a_report_says_did_not_happen_is_no_denial():
    assert told_in_own_voice(report("a", "No delegation left."), Stance.DENIED) == []


def test_a_report_without_an_outlet_is_called_by_its_number():
    assert told_in_own_voice(report("a", KCNA_SAID, outlet=None), Stance.LIKELY) == [
        f"The report in its own voice held this likely: “{KCNA_SAID}”"
    ]


def test_a_sensor_is_told_with_who_read_it_and_what_its_words_point_back_to():
    assert [sentence.text for sentence in dossier().sensors] == [
        "Flightradar24, as read by Harbour Post: “A Russian aircraft landed in Pyongyang. Data from Flightradar24 "
        "confirmed this, but North Korean media has yet to report it.”"
    ]


def test_silence_is_told_in_the_words_that_say_so():
    named, inferred = dossier().silence

    assert named.text.startswith("Not said or not reported by North Korean media, as Harbour Post tells it: “")
    assert "has yet to report it" in [citation.exact for citation in named.citations]
    assert inferred.text == "Rodong Sinmun is silent: it has covered like visits, and no report of it is here."


def test_those_credited_are_makers_and_speak_nowhere():
    assert [sentence.text for sentence in dossier().credits] == ["Harbour Post credits Ana Ruiz for the translation."]
    assert "Ana Ruiz" not in [each.name for each in dossier().speakers]


def test_a_comment_notice_is_said_to_be_left_unread():
    assert [sentence.text for sentence in dossier().unread] == ["Harbour Post: 1 notice left unread (comment policy)."]


def test_a_report_without_a_date_is_said_to_have_none():
    assert [sentence.text for sentence in dossier().unknown] == [
        "Report 3: the date of publication is not known, so days such as “Monday” stay open."
    ]


def test_reports_are_numbered_in_the_order_given():
    assert [(entry.number, entry.report_id) for entry in dossier().reports] == [(1, "kcna"), (2, "post"), (3, "gasang")]
    assert dossier().reports[0].summary == "KCNA, 9 July 2024, Delegation leaves"


def test_a_name_that_linking_takes_for_an_origin_is_called_by_it():
    text = "Its state media said that ships left."
    one = report("a", text)
    read = statement(text, "s1", "ships left", source=(span(text, "Its state media"),), cue=(span(text, "said"),))
    said = linked_statement(one, "ships left", speaker="Its state media")
    happened = event((one,), (line((one,), evidence(one, "Its state media said")),))
    linked = Linked(reports=(linked_report(one, statements=(said,)),), events=(happened,))

    told = assemble(linked, [one], [reading(one, statements=(read,))], made_at=MADE_AT)

    assert [each.name for each in told.speakers] == ["KCNA"]


def test_those_who_are_known_by_office_or_body_come_before_others():
    one = report("a", "Somebody said ships left. Kim said trains left.")
    said = (
        linked_statement(one, "ships left", speaker="Somebody"),
        linked_statement(one, "trains left", speaker="Kim", organisation="the ministry"),
    )

    told = made([one], [reading(one)], {one.id: said})

    assert [each.name for each in told.speakers] == ["Kim", "Somebody"]


def test_one_silence_told_by_two_reports_of_an_event_is_told_once():
    one = report("a", "Ships left. The ministry gave no reason.")
    other = report("b", "Ships left. No reason came from the ministry.", outlet="Daily")
    mute = [NotReported(who="the ministry", what=(span(each.text, "reason"),)) for each in (one, other)]
    readings = [reading(one, not_reported=(mute[0],)), reading(other, not_reported=(mute[1],))]

    told = made([one, other], readings, {})

    assert [sentence.text for sentence in told.silence] == [
        "Not said or not reported by the ministry, as Harbour Post tells it: “The ministry gave no reason.”"
    ]
    assert [citation.report_id for citation in told.silence[0].citations] == ["a", "a", "b"]


def test_what_a_report_says_nobody_knows_is_said_by_nobody():
    one = report("a", "Why ships left is not known.")
    read = reading(one, not_reported=(NotReported(who="nobody", what=(span(one.text, "Why ships left"),)),))

    assert [sentence.text for sentence in made([one], [read], {}).silence] == [
        "Not known, as Harbour Post tells it: “Why ships left is not known.”"
    ]


def test_a_quotation_that_stands_between_marks_of_another_is_cut_at_its_own_words():
    text = "“Ships left,” he said, “and will not return.”"
    one = report("a", text)
    pieces = (span(text, "Ships left,"), span(text, "and will not return."))
    said = replace(linked_statement(one, "Ships left,", speaker="Kim"), spans=pieces, end=pieces[1].end)

    told = made([one], [reading(one)], {one.id: (said,)})

    assert [piece.exact for piece in told.speakers[0].statements[0].words] == [
        "“Ships left,”",
        "“and will not return.”",
    ]


def test_the_that_before_a_paraphrase_is_not_part_of_what_was_said():
    one = report("a", "Kim said that ships left.")
    said = {one.id: (linked_statement(one, "that ships left", speaker="Kim"),)}

    assert made([one], [reading(one)], said).speakers[0].statements[0].words[0].exact == "ships left"


def test_words_too_short_to_mean_anything_are_shown_in_their_sentence():
    text = "Ships left. Data from the harbour confirmed this, Kim said."
    one = report("a", text)
    said = {one.id: (linked_statement(one, "this", speaker="Kim"),)}

    assert made([one], [reading(one)], said).speakers[0].statements[0].words[0].exact == text[12:]


def test_a_source_that_no_line_goes_back_to_is_named_beside_the_lines():
    one = report("a", "Ships left, NK News reported.")
    upstream = Upstream(name="NK News", kind=UpstreamKind.OUTLET, spans=(span(one.text, "NK News"),))

    assert [each.text for each in made([one], [reading(one, upstream=(upstream,))], {}).upstream] == [
        "NK News, an outlet, is named as a source by Harbour Post."
    ]


def test_a_source_that_a_line_goes_back_to_is_told_there_alone():
    assert dossier().upstream == ()


def test_what_nobody_said_is_not_told_twice_where_somebody_is_named_for_it():
    one = report("a", "The ministry has not said why.")
    where = (span(one.text, "has not said why"),)
    read = reading(
        one, not_reported=(NotReported(who="the ministry", what=where), NotReported(who="nobody", what=where))
    )

    assert len(made([one], [read], {}).silence) == 1

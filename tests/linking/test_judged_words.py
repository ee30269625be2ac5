"""Who speaks and when it was: a person's answer stands above the reading's, which stays beside it."""

from datetime import UTC, datetime

from secondsource.dossier.assemble import assemble
from secondsource.linking.link import link
from secondsource.model.judgement import Judgement, JudgementKind, place_of
from secondsource.model.linked import Linked
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from tests.linking.makers import event, reading, report, statement

TEXT = "The port of Eastmere is closed since Sunday. The gates stay shut for a week, the harbour master said."
SAYING = "The gates stay shut for a week"
PLACE = place_of(TEXT.index(SAYING), TEXT.index(SAYING) + len(SAYING))
AT = datetime(2024, 7, 9, 12, tzinfo=UTC)


def one() -> tuple[Report, Reading]:
    told = report("a", TEXT, published="2024-07-09")
    said = statement(told, "the harbour master", SAYING, source="the harbour master")
    return told, reading(told, statements=(said,), events=(event(told, "closed", edtf="2024-07-07"),))


def judgement(kind: JudgementKind, value: str, *subject: str) -> Judgement:
    return Judgement(subject=subject, kind=kind, value=value, who="ann", why="she rang them", at=AT)


def linked(*judgements: Judgement) -> Linked:
    told, read = one()
    return link([told], [read], judgements=judgements)


def test_a_speaker_that_a_person_named_stands_and_the_reading_is_kept_beside_it() -> None:
    found = linked(judgement(JudgementKind.SPEAKER, "Jan Vos", "a", PLACE))
    said = found.reports[0].statements[0]

    assert (said.speaker, said.read_as) == ("Jan Vos", "the harbour master")
    assert found.events[0].judged == (f"ann on who says the words at {PLACE} of a: Jan Vos; she rang them",)


def test_a_speaker_taken_back_or_of_other_words_leaves_the_reading() -> None:
    back = linked(judgement(JudgementKind.SPEAKER, "", "a", PLACE))
    other = linked(judgement(JudgementKind.SPEAKER, "Jan Vos", "a", place_of(0, 7)))

    for found in (back, other):
        said = found.reports[0].statements[0]
        assert (said.speaker, said.read_as) == ("the harbour master", None)


def test_a_day_that_a_person_named_stands_and_the_read_one_is_kept_beside_it() -> None:
    found = linked(judgement(JudgementKind.EVENT_DAY, "2024-07-06", "a")).events[0]
    back = linked(judgement(JudgementKind.EVENT_DAY, "", "a")).events[0]

    assert (found.edtf, found.read_day) == ("2024-07-06", "2024-07-07")
    assert (back.edtf, back.read_day) == ("2024-07-07", None)


def test_a_dossier_says_what_the_desk_decided_and_what_was_read() -> None:
    told, read = one()
    found = linked(
        judgement(JudgementKind.SPEAKER, "Jan Vos", "a", PLACE), judgement(JudgementKind.EVENT_DAY, "2024-07-06", "a")
    )
    made = assemble(found, [told], [read], made_at=AT)

    assert [(each.name, each.statements[0].read_as) for each in made.speakers] == [("Jan Vos", "the harbour master")]
    assert made.events[0].when[0].text == (
        "Saturday 6 July 2024, as the desk that made this dossier decided; "
        "Sunday 7 July 2024 is what the reports were read as giving."
    )

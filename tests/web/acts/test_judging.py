"""What an analyst decides stands in the ledger above the machine's answer, which stays beside it."""

import json
import threading
from pathlib import Path
from urllib.parse import urlencode

import pytest

from secondsource.ledger.ledger import Ledger
from secondsource.model.ids import ReportId
from secondsource.model.judgement import Judgement, JudgementKind, Verdict, place_of
from secondsource.model.linked import Event, EventStatus
from secondsource.model.outlet_phrases import fold_name
from secondsource.web.acts.speaker_names import both_speak, machine_on, speakers_in
from secondsource.web.analyst.addresses import judgements_address
from secondsource.web.analyst.states import States
from secondsource.web.ledger_place import LedgerPlace
from tests.ledger.makers import NOON
from tests.screening.makers import entry, index
from tests.web.acts.makers import JUDGE, Desked, answer, asked, prepare, take_back
from tests.web.client import Browser, Server
from tests.web.stock import HARBOUR

SAYING = "The gates stay shut for a week,"


def place(desked: Desked) -> str:
    with Ledger.open(desked.ledger_path, read_only=True) as ledger:
        reading = ledger.reading(ledger.reports()[0].id)
    assert reading is not None
    said = next(
        each for each in reading.statements if SAYING[:20] in HARBOUR[each.content[0].start : each.content[-1].end]
    )
    return place_of(said.content[0].start, said.content[-1].end)


def groups(desked: Desked) -> set[tuple[str, ...]]:
    linked = States(LedgerPlace(desked.ledger_path)).get().linked
    return {tuple(sorted(event.reports)) for event in linked.events}


def test_two_reports_are_parted_and_the_machine_stays_beside_it(desked: Desked, analyst: Browser):
    assert ("harbour", "radio") in groups(desked)
    assert "One event." in analyst.get(asked("harbour", "radio")).text
    assert answer(analyst, "same-event", "negative", "harbour", "radio", why="Two ferries, two days.").status == 303

    assert ("harbour", "radio") not in groups(desked)
    page = analyst.get(asked("harbour", "radio")).text
    assert "One event." in page
    assert "by analyst" in page
    assert "Two ferries, two days." in page
    kept = desked.judgements()[0].judgement
    assert (kept.kind, kept.value, kept.who) == (JudgementKind.SAME_EVENT, Verdict.NEGATIVE, "analyst")
    with Ledger.open(desked.ledger_path, read_only=True) as ledger:
        assert ledger.verify() == []
        assert ledger.log()[-1].who == "analyst"


def test_an_answer_is_taken_back_and_all_stay_in_the_history(desked: Desked, analyst: Browser, editor: Browser):
    answer(analyst, "same-event", "positive", "harbour", "valley")
    assert ("harbour", "radio", "valley") in groups(desked)
    seen = desked.judgements()[0].seq
    assert take_back(editor, "same-event", "harbour", "valley", seen=seen).status == 303

    assert ("harbour", "radio") in groups(desked)
    assert "All 2 answers" in analyst.get(asked("harbour", "valley")).text


def test_one_report_repeats_another(desked: Desked, analyst: Browser):
    assert answer(analyst, "copies", "positive", "radio", "harbour").status == 303
    found = States(LedgerPlace(desked.ledger_path)).get().linked

    assert next(report.parents for report in found.reports if report.id == "radio") == ("harbour",)


def test_a_speaker_is_corrected_in_the_dossier_too(desked: Desked, analyst: Browser):
    where = place(desked)
    page = analyst.get(asked("harbour"))
    assert "Correct the speaker" in page.text
    assert answer(analyst, "speaker", "Piet Maas", "harbour", where, why="The tape.").status == 303
    told = json.loads(desked.contents(prepare(analyst))[1])

    corrected = [each for each in told["speakers"] if each["name"] == "Piet Maas"]
    assert [SAYING.rstrip(",") in each["words"][0]["exact"] for each in corrected[0]["statements"]] == [True]
    assert "Vos" in corrected[0]["statements"][0]["read_as"]
    assert "Vos" in analyst.get(asked("harbour", where)).text


def test_a_day_is_corrected_and_taken_back(desked: Desked, analyst: Browser):
    assert answer(analyst, "event-day", "2024-07-06", "harbour").status == 303
    assert json.loads(desked.contents(prepare(analyst))[1])["events"][0]["edtf"] == "2024-07-06"
    assert take_back(analyst, "event-day", "harbour", seen=desked.judgements()[0].seq).status == 303

    assert json.loads(desked.contents(prepare(analyst, "other"))[1])["events"][0]["edtf"] != "2024-07-06"


def test_a_source_gets_a_letter_that_the_rating_goes_by(desked: Desked, analyst: Browser):
    assert "How reliable is Radio Eastmere" in analyst.get(asked("Radio Eastmere")).text
    assert answer(analyst, "reliability", "A", "Radio Eastmere", why="Ten years without an error.").status == 303
    told = json.loads(desked.contents(prepare(analyst))[1])

    assert any("Ten years without an error." in why for why in told["events"][0]["admiralty"]["because"])


WORDS = ("The gates stay shut for a week", "the gates would stay shut\n  for a week")


def two_passages() -> str:
    fields = {"one": "harbour", "one_words": WORDS[0], "other": "radio", "other_words": WORDS[1]}
    return f"{JUDGE}?{urlencode(fields)}"


def of_harbour(desked: Desked) -> Event:
    linked = States(LedgerPlace(desked.ledger_path)).get().linked
    return next(event for event in linked.events if "harbour" in event.reports)


def test_two_passages_are_named_by_their_words_judged_and_taken_back(desked: Desked, analyst: Browser):
    page = analyst.get(two_passages())
    assert "contradict each other?" in page.text
    assert "No contradiction was seen." in page.text
    assert analyst.fill_in(page, JUDGE, value="positive", why="A week or not.").status == 303
    event = of_harbour(desked)
    assert [each.one.exact for each in event.contradictions] == [WORDS[0]]
    assert event.status is EventStatus.DISPUTED
    kept = desked.judgements()[0]
    assert kept.judgement.kind is JudgementKind.CONTRADICTS
    assert "A week or not." in analyst.get(f"/desk/events/{event.id}").text
    assert take_back(analyst, "contradicts", *kept.judgement.subject, seen=kept.seq).status == 303

    assert of_harbour(desked).contradictions == ()
    with Ledger.open(desked.ledger_path, read_only=True) as ledger:
        assert ledger.verify() == []


def test_a_contradiction_set_aside_stays_to_be_judged_again(desked: Desked, analyst: Browser):
    subject = analyst.get(two_passages())
    analyst.fill_in(subject, JUDGE, value="positive", why="A week or not.")
    analyst.fill_in(analyst.get(two_passages()), JUDGE, value="negative", why="It is the same week.")
    event = of_harbour(desked)

    assert event.contradictions == ()
    assert "All 2 answers" in analyst.get(two_passages()).text


@pytest.mark.parametrize(
    ("report", "words"),
    [("harbour", "words that are not there"), ("harbour", "the"), ("harbour", " "), ("nobody", WORDS[0]), ("", "")],
)
def test_words_that_stand_nowhere_or_at_several_places_name_no_passage(analyst: Browser, report: str, words: str):
    fields = {"one": report, "one_words": words, "other": "radio", "other_words": WORDS[1]}

    assert "SS-832" in analyst.get(f"{JUDGE}?{urlencode(fields)}").text


def test_two_names_are_judged_one_speaker_and_taken_back(desked: Desked, analyst: Browser):
    state = States(LedgerPlace(desked.ledger_path)).get()
    names = speakers_in(of_harbour(desked).reports, state.readings)
    one, other = next((a, b) for a in names for b in names if "@" not in a + b and fold_name(a) < fold_name(b))
    assert f'<option value="{one}">' in analyst.get(asked("harbour")).text
    page = analyst.get(f"{JUDGE}?{urlencode({'one': one, 'other': other})}")
    assert "Two speakers." in page.text
    assert analyst.fill_in(page, JUDGE, value="positive", why="He has the office.").status == 303
    kept = desked.judgements()[0]
    assert (kept.judgement.kind, kept.judgement.who) == (JudgementKind.SAME_SPEAKER, "analyst")
    linked = States(LedgerPlace(desked.ledger_path)).get().linked
    told = [line for each in linked.reports for said in each.statements for line in said.judged]
    told += [why for each in linked.events for line in each.lines for why in line.because]
    assert any("He has the office." in each for each in told)
    assert take_back(analyst, "same-speaker", *kept.judgement.subject, seen=kept.seq).status == 303

    assert [each.judgement.value for each in desked.judgements()] == [Verdict.UNSURE]


def test_the_machines_answer_on_two_speakers_is_by_the_words_of_their_reports(desked: Desked):
    readings = States(LedgerPlace(desked.ledger_path)).get().readings
    name = next(each for each in speakers_in([ReportId("harbour")], readings) if "@" not in each)

    assert machine_on((name, f"{name}@harbour"), readings) in {
        "One speaker.",
        "One speaker in some reports, two in others.",
    }
    assert not both_speak((name, "Nobody At All"), readings)
    assert not both_speak((name, name), readings)


def test_two_peoples_notes_stand_beside_each_other(desked: Desked, analyst: Browser, editor: Browser):
    assert answer(analyst, "note", "Ask the pilot.", "harbour", why="").status == 303
    assert answer(editor, "note", "He is on leave.", "harbour", why="").status == 303
    notes = analyst.get("/desk/notes").text
    assert notes.index("He is on leave.") < notes.index("Ask the pilot.")
    assert "Ask the pilot." in editor.get(asked("harbour")).text

    first = desked.judgements()[0]
    assert take_back(analyst, "note", *first.judgement.subject, seen=first.seq).status == 303
    assert "Ask the pilot." not in analyst.get("/desk/notes").text


def test_an_answer_against_an_older_one_fails_and_shows_both(desked: Desked, analyst: Browser, editor: Browser):
    page = analyst.get(asked("harbour", "radio"))
    answer(editor, "same-event", "negative", "harbour", "radio", why="Two days.")
    stale = analyst.fill_in(page, JUDGE, value="positive", why="One day.")

    assert stale.status == 409
    assert "SS-831" in stale.text
    assert "Seen: no answer." in stale.text
    assert "Now: “negative” by editor" in stale.text
    assert [kept.judgement.who for kept in desked.judgements()] == ["editor"]


def test_an_answer_of_the_command_line_in_between_makes_it_fail_too(desked: Desked, analyst: Browser):
    page = analyst.get(asked("harbour", "radio"))
    given = Judgement(
        subject=("harbour", "radio"),
        kind=JudgementKind.SAME_EVENT,
        value=Verdict.UNSURE,
        who="ada",
        why="not clear",
        at=NOON,
    )
    with Ledger.open(desked.ledger_path) as ledger:
        ledger.add_judgement(given)

    assert analyst.fill_in(page, JUDGE, value="positive", why="One day.").status == 409


def test_answers_of_the_browser_and_the_command_line_at_once_are_all_kept_in_one_chain(
    desked: Desked, analyst: Browser
):
    def command_line() -> None:
        with Ledger.open(desked.ledger_path) as ledger:
            for n in range(20):
                ledger.add_judgement(
                    Judgement(
                        subject=("valley", f"n-{n}"), kind=JudgementKind.NOTE, value=f"{n}", who="ada", why="", at=NOON
                    )
                )

    other = threading.Thread(target=command_line)
    other.start()
    kept = [answer(analyst, "note", f"browser {n}", "harbour", why="").status for n in range(5)]
    other.join()

    assert kept == [303] * 5
    assert len(desked.judgements()) == 25
    with Ledger.open(desked.ledger_path, read_only=True) as ledger:
        assert ledger.verify() == []


@pytest.mark.parametrize(
    ("kind", "value", "subject", "why"),
    [
        ("same-event", "positive", ["harbour", "radio"], " "),
        ("same-event", "perhaps", ["harbour", "radio"], "x"),
        ("same-event", "positive", ["radio", "harbour"], "x"),
        ("same-event", "positive", ["harbour", "nobody"], "x"),
        ("same-event", "positive", ["harbour"], "x"),
        ("contradicts", "positive", ["harbour:0-5", "radio:0-99999"], "x"),
        ("contradicts", "positive", ["harbour:0-5", "harbour:0-5"], "x"),
        ("contradicts", "positive", ["radio:0-5", "harbour:0-5"], "x"),
        ("contradicts", "positive", ["harbour:0-5", "nobody:0-5"], "x"),
        ("contradicts", "A", ["harbour:0-5", "radio:0-5"], "x"),
        ("same-speaker", "positive", ["Nobody At All", "Nobody Else"], "x"),
        ("event-day", "2024-13-01", ["harbour"], "x"),
        ("event-day", "Sunday", ["harbour"], "x"),
        ("event-day", "", ["harbour"], "x"),
        ("speaker", "Vos", ["harbour", "0-3"], "x"),
        ("reliability", "G", ["Radio Eastmere"], "x"),
        ("reliability", "B", ["Nobody Knows"], "x"),
        ("hit", "negative", ["a", "b", "c", "d"], "x"),
        ("note", "words", ["nobody", "n-none"], ""),
        ("note", "words", ["nobody"], ""),
        ("king", "x", ["harbour"], "x"),
        ("note", "x" * 4001, ["harbour"], ""),
        ("event-day", "2024", ["harbour"], "x" * 4001),
    ],
)
def test_what_is_no_answer_is_refused_and_nothing_is_kept(
    desked: Desked, analyst: Browser, kind: str, value: str, subject: list[str], why: str
):
    refused = answer(analyst, kind, value, *subject, why=why)

    assert refused.status == 422
    assert "SS-832" in refused.text
    assert desked.judgements() == []


@pytest.mark.parametrize("subject", ["", "x", "{}", "[]", "[1]", '[""]', '["a","b","c","d","e"]', '["nobody"]'])
def test_a_subject_that_is_none_is_told(analyst: Browser, subject: str):
    assert "SS-832" in analyst.get(f"{JUDGE}?subject={subject}").text


def test_words_of_reports_and_people_are_text_on_the_page(desked: Desked, analyst: Browser):
    answer(analyst, "note", "<script>alert(1)</script>", "harbour", why="")

    for path in ("/desk/notes", asked("harbour")):
        page = analyst.get(path).page
        assert [each for each in page.all("script") if "src" not in each.attributes] == []


def test_an_event_offers_what_can_be_parted_and_joined_and_a_dossier_of_it(desked: Desked, analyst: Browser):
    state = States(LedgerPlace(desked.ledger_path)).get()
    event = next(each for each in state.linked.events if "harbour" in each.reports)
    page = analyst.get(asked(event.id)).page
    links = {link.attributes["href"] or "" for link in page.all("a")}

    assert {judgements_address([event.reports[0], other]) for other in (event.reports[1], "valley")} <= links
    assert "/desk/drafts?reports=harbour%20radio#new" in links
    assert "harbour\nradio" in analyst.get("/desk/drafts?reports=harbour%20radio").text


def test_a_hit_is_judged_and_open_again_once_the_entry_reads_otherwise(tmp_path: Path, filled: bytes):
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(filled)
    with Server(tmp_path, ledger=path, lists=index(entry("Jan Vos", key="e1"))) as server:
        analyst = Browser(server)
        analyst.sign_in("analyst")
        page = analyst.get(asked("Jan Vos", "test-list", "e1"))
        assert "Is Jan Vos, as the reports name them, entry e1 of test-list?" in page.text
        assert analyst.fill_in(page, JUDGE, value="negative", why="Another year of birth.").status == 303
        states = server.site.states
        assert states is not None
        assert cleared(states) == (True, False)
    other = States(LedgerPlace(path), index(entry("Jan Vos", key="e1", remarks="Another remark.")))
    assert cleared(other) == (False, True)


def cleared(states: States) -> tuple[bool, bool]:
    """Return whether the hit on Jan Vos is cleared, and whether it is open again."""
    screening = states.screening(states.get())
    assert screening is not None
    hit = next(found.hits[0] for found in screening.found if found.name == "Jan Vos")
    return hit.cleared is not None, hit.reopened is not None

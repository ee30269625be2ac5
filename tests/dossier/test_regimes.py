from dataclasses import replace

import pytest

from secondsource.dossier.assemble import assemble
from secondsource.model.dossier import RegimeAccount
from secondsource.model.linked import Linked
from secondsource.model.statement import Stance
from tests.dossier.makers import MADE_AT, alone, dossier, linked_statement

TEXT = "A North Korean military delegation left for Russia."
SAID = "The visit is a violation of Security Council resolutions"


def regimes(text: str = TEXT, *, day: str | None = "2024-07-08", **said: object) -> tuple[RegimeAccount, ...]:
    linked, reports, readings = alone(text)
    statements = (linked_statement(reports[0], SAID, **said),) if said else ()
    linked = Linked(
        reports=(replace(linked.reports[0], statements=statements),), events=(replace(linked.events[0], edtf=day),)
    )
    return assemble(linked, reports, readings, made_at=MADE_AT).regimes


def test_a_provision_may_bear_on_it_and_what_would_have_to_be_known_stands_beside():
    [regime] = regimes()

    account = next(each for each in regime.conducts if each.conduct.startswith("Sending military trainers"))
    [entry] = account.provisions
    assert entry.sentence.startswith("May bear on UNSCR 2270 (2016) para 9: ")
    assert "whether they go to train others or to be trained" in account.open
    assert account.why.text == f"The words: “{TEXT}”"
    assert "not checked against the official text" in entry.checked


def test_the_dossier_never_says_in_its_own_voice_that_anything_is_breached():
    own = [
        words
        for regime in dossier().regimes
        for account in regime.conducts
        for words in (regime.on, regime.note, account.conduct, *account.open, *(e.sentence for e in account.provisions))
    ]

    assert own
    assert [words for words in own if "violat" in words.lower() or "breach" in words.lower()] == []


def test_who_says_that_it_is_breached_is_quoted_with_the_speaker_and_the_stance():
    [regime] = regimes(f"{TEXT}\n\n{SAID}, the ministry said.", speaker="The ministry", stance=Stance.CONDITIONAL)

    [said] = regime.said
    assert said.text == f"The ministry (on a condition): “{SAID}”"
    assert said.citations[0].exact == SAID


def test_a_saying_without_a_speaker_is_nobodys_claim():
    [regime] = regimes(f"{TEXT}\n\n{SAID}.", speaker=None)

    assert regime.said == ()


@pytest.mark.parametrize(
    ("day", "told", "not_told"),
    [
        ("2006-10-13", (), "1718 Committee"),
        ("2006-10-14", ("The 1718 Committee of the Security Council oversees", "Panel of Experts"), "veto"),
        ("2009-06-11", ("Panel of Experts under resolution 1874 did not exist yet",), "mandate"),
        ("2009-06-12", ("Panel of Experts under resolution 1874 watched",), "vetoed"),
        ("2024-04-30", ("its mandate ran to 30 April 2024", "did not exist yet; eleven States"), "no longer existed"),
        ("2024-05-01", ("its mandate ended on 30 April 2024", "did not exist yet; eleven States"), "watched"),
        ("2024-10-15", ("Multilateral Sanctions Monitoring Team did not exist yet",), "no body of the United Nations"),
        ("2024-10-16", ("it is no body of the United Nations", "no longer existed"), "did not exist yet"),
    ],
)
def test_the_machinery_is_that_of_the_events_day(day: str, told: tuple[str, ...], not_told: str):
    said = " ".join(sentence for regime in regimes(day=day) for sentence in regime.machinery)

    assert all(words in said for words in told)
    assert not_told not in said


def test_the_direction_stands_beside_the_words_or_is_said_not_to_be_known():
    sold, dealt = (
        next(account for account in regimes(text)[0].conducts if account.conduct == "Transfer of arms")
        for text in ("Missiles were sold to North Korea.", "North Korea speaks of weapons cooperation.")
    )

    assert sold.direction == "Direction by these words: to North Korea (“to North Korea”)."
    assert dealt.direction == "Direction not known: these words do not say which way it goes."


def test_a_provision_on_the_other_way_says_that_it_is():
    [regime] = regimes("Missiles were sold to North Korea.")
    entries = next(account for account in regime.conducts if account.conduct == "Transfer of arms").provisions

    assert {(entry.direction, entry.sentence.split(" UNSCR")[0]) for entry in entries} == {
        ("to DPRK", "May bear on"),
        ("from DPRK", "Only if it went the other way:"),
    }


def test_an_event_of_no_regime_gets_no_section():
    assert regimes("The choir of Streslau sang at the festival.") == ()

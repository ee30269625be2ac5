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
    assert TEXT in account.why.text
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


@pytest.mark.parametrize(("day", "told"), [("2024-04-30", "its mandate ran to 30 April 2024"), ("2024-05-01", "ended")])
def test_the_machinery_is_that_of_the_events_day(day: str, told: str):
    [regime] = regimes(day=day)

    assert any(told in sentence for sentence in regime.machinery)


def test_an_event_of_no_regime_gets_no_section():
    assert regimes("The choir of Streslau sang at the festival.") == ()

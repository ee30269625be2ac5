from dataclasses import replace
from random import Random

import numpy as np
import pytest

from secondsource.linking import mention_chains
from secondsource.linking.mention_chains import chain
from secondsource.linking.mention_pairs import TOLD, Rarity, pair_features
from secondsource.linking.mention_traits import MentionTraits, traits_of, word_counts
from secondsource.linking.pair_weights import pair_weights
from secondsource.model.evidence import Span
from secondsource.model.ids import EventId, ReportId
from secondsource.model.intake import GivenMention
from secondsource.model.linked import LinkedMention
from secondsource.model.report import Report
from tests.linking.makers import reading, report, span, statement

TEXTS = {
    "a": "A strong earthquake shook Aceh on Tuesday. Ann Lowe said ten people were killed.",
    "b": "Ten people were killed when a quake shook Aceh. Bo Reed said the harbour was closed.",
    "c": "The earthquake in Aceh killed ten. Ann Lowe said help was on its way.",
}
WORDS = {
    "a": ("earthquake", "shook", "said", "killed"),
    "b": ("killed", "quake", "said", "closed"),
    "c": ("earthquake", "killed", "said", "help"),
}
EVENTS = {ReportId(name): EventId("ev-1") for name in TEXTS}


def given(of: Report, *words: str) -> tuple[GivenMention, ...]:
    return tuple(GivenMention(id=f"{of.id}-{each}", spans=(span(of.text, each),)) for each in words)


def reports() -> list[Report]:
    return [report(name, text) for name, text in TEXTS.items()]


def chained(of_all: list[Report]) -> dict[str, LinkedMention]:
    mentions = {of.id: given(of, *WORDS[of.id]) for of in of_all}
    found = chain(of_all, {of.id: reading(of) for of in of_all}, mentions, EVENTS)
    return {each.id: each for told in found.values() for each in told}


def traits() -> tuple[list[MentionTraits], dict[str, dict[str, int]]]:
    of_all = reports()
    found = [each for of in of_all for each in traits_of(of, reading(of), given(of, *WORDS[of.id]))]
    return found, {of.id: dict(word_counts(of.text)) for of in of_all}


def test_one_happening_told_in_three_reports_is_one_chain():
    found = chained(reports())

    assert found["a-earthquake"].event == found["b-quake"].event == found["c-earthquake"].event
    assert found["a-killed"].event == found["b-killed"].event == found["c-killed"].event
    assert len({found[each].event for each in ("a-earthquake", "a-shook", "a-said", "a-killed", "b-closed")}) == 5


def test_a_mention_says_which_other_it_is_like_and_why():
    found = chained(reports())

    [because] = found["a-earthquake"].because
    assert because.startswith("like “earthquake” in c: ")
    assert set(because.partition(": ")[2].split(", ")) <= set(TOLD.values())
    assert found["b-closed"].because == ()


def test_the_order_of_the_reports_changes_no_chain():
    in_order = chained(reports())
    mixed = reports()
    Random(3).shuffle(mixed)

    assert chained(mixed) == in_order


def test_reports_of_other_events_share_no_chain():
    of_all = reports()
    mentions = {of.id: given(of, *WORDS[of.id]) for of in of_all}
    found = chain(of_all, {}, mentions, {of.id: EventId(f"ev-{of.id}") for of in of_all[:2]})

    chains = [{each.event for each in told} for told in found.values()]
    assert not chains[0] & chains[1]
    assert not chains[1] & chains[2]


def test_more_mentions_than_can_be_compared_are_chained_by_their_words(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(mention_chains, "COMPARED_MOST", 2)

    found = chained(reports())

    assert found["a-said"].event == found["b-said"].event == found["c-said"].event
    assert found["a-earthquake"].event == found["b-quake"].event
    assert found["a-said"].because == ()


def test_mentions_that_share_an_id_or_hold_no_word_are_answered_each():
    of = report("a", "They met — and met again.")
    mentions = {of.id: (*given(of, "met"), *given(of, "met"), GivenMention(id="x", spans=(Span(9, 10),)))}

    [told] = chain([of], {of.id: reading(of)}, mentions, {}).values()

    assert [each.id for each in told] == ["a-met", "a-met", "x"]


def test_the_speaker_of_a_cue_is_known_to_its_mention():
    of = report("a", "Ann Lowe said the port will stay closed.")
    said = replace(statement(of, "Ann Lowe", "the port will stay closed"), cue=(span(of.text, "said"),))
    [found] = traits_of(of, reading(of, statements=(said,)), given(of, "said"))

    assert found.speaker == "lowe"


def test_what_two_mentions_share_is_the_same_both_ways_and_bounded():
    mentions, counts = traits()
    features = pair_features(mentions, counts, Rarity(list(counts.values())))

    for name, table in features.items():
        assert table.dtype == np.float32, name
        assert table.shape == (len(mentions), len(mentions)), name
        np.testing.assert_allclose(table, table.T, atol=1e-5, err_msg=name)
        assert table.min() >= -1e-5, name
        assert table.max() <= 12, name


def test_the_packaged_weights_weigh_exactly_what_is_found():
    mentions, counts = traits()
    features = pair_features(mentions, counts, Rarity(list(counts.values())))
    weights = pair_weights()

    assert set(weights.features) == set(features)
    likely = weights.probabilities(features)
    assert likely.shape == (len(mentions), len(mentions))
    assert ((likely >= 0) & (likely <= 1)).all()
    assert 0 < weights.least < 1

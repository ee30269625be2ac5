"""What kind of act a cue names."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.statement import StatementAct
from secondsource.reading.statements.act_table import act_table
from secondsource.reading.statements.acts import act_of
from secondsource.reading.statements.find import _ACTS

# Cues that stood in texts on which the table was not built, classed by hand within their sentences.
HAND_CLASSED = {
    StatementAct.SAID: """
        's most famously false contention | 's telling | a question of | a question on | a request seeking | according
        to | accused | accusing | added | adding | admits | admitting | advocated | aired | alleged in the suit |
        alleges | also address | also declined | also described | also noted | also points to | also said | also
        suggested | announced | announced friday | announces | are beginning to ask | are calling on | argue | argued |
        arguing | asked | asked for | asked last month about | asked reporters rhetorically | asks | assails | attack on
        | begging | boasted monday night | called | called for | calls | cast | chanted | chanting | charged | cited |
        citing | claim | claiming | clashed over | condemnations of | confirmed | contention was | continued |
        controversial pledge | criticism | criticized | damaging attacks against | debate on | debate over | declared
        for | declined to comment on | decried | decrying | defend | defended | described | describes | describing | did
        not rule out | did offer his opinion on | disclosed | discussing | dismissed | emphasizing | endorsed | explains
        | explicitly recognizes | first said | had said | has also endorsed | has attacked | has been raised | has been
        talking | has been underscoring | has called | has cast | has cited | has even likened | has expressed | has
        given for | has proposed accepting | has refrained from endorsing | has released | has routinely ticked off |
        has said | has signaled | has since been denied | has singled out | has spoken at length about | has voiced |
        has vowed | have alleged | have asked for | have both pushed for | indicated | insist | insisted | introduces |
        is celebrated | is talking about | is then denounced | issued | jokingly tells | just called | just emerged
        about | justifiably complained | laid out | laid out a plan | lamenting | largely focused on criticizing | later
        came out as | later referred to | leveling inflammatory attacks against | likes to make | made the suggestion |
        mentioned | methods in disclosing | mocked | most-talked-about | never cited | news has emerged | not mention |
        notes | offering | ordered | originally asked for | outlines | paint | pledges | pointed to | posted | praised |
        probably would take issue with | prohibits | promised to | promote , debate and inflate | proposed legislation |
        push | questioning | quickly pivoted to talking about | raised | ranged to | rated | read | recalled | recounted
        | referring to | refused to say | refusing to answer | regularly attacked | regularly promotes | reiterated |
        rejected | released a statement saying | replied | replied evenly | reported | reports | reveal | revealed |
        reveals | said | said during a debate | said in a statement | said in an interview | said in disbelief | said in
        reply | said in the interview | said last month | said little about | said pleasantly into the phone | said
        sunday | said then | said this week | savaged | say | saying | says | separately told | shocking response to |
        slammed | specifically declined | spent more time talking about | spoke about how | spoke anonymously | spouts |
        started his answer with | state | stern warning | strongly disputes | sudden controversy over | talking about |
        telling | tends to overstate | the question of | the stories about | to acknowledge | to discuss | to pound | to
        say | told | tweeted | urged | used this question to demand | voiced | voiced displeasure with | was attributed
        | was critical of | was named | was officially named | was recommended | went on to say | were reporting |
        widely condemned | will press for | with the name | without mentioning | would do better to say | would have
        revealed | wrote | wrote about | wrote of | wrote on facebook | wrote on twitter
    """,
    StatementAct.SHOWN: """
        also showed | appeared | appears | contained | found | has | has seemed | is some evidence | means | reports
        show | seemed | seems improbable | seems to show | showed | showed subtle hints | showing | shows | sounding
    """,
    StatementAct.HELD: """
        's broad agreement | a built-in sensitivity to | a longtime supporter of | agree with | alarm | antipathy |
        anxiety about | are expected | believed | believes | concluded | could be seen as | did support | don't mind |
        drew the support | eventually learned | favored | fear is | fears | growing unease | guessed | has been
        confusion about | has supported | have ever agreed on | hit a nerve | how serious | in opposing | is expected |
        is intrigued | is not having any of | made his prediction | mind | mounting anxiety | nervous | nervous about |
        opposed | pegs | predicted | preferred | public stance on | remembers | scared | support | surprise | the idea |
        think | thinks | to worry | view | well respected | were upset | wondered | wondering | would also prefer not
    """,
    StatementAct.WANTED: """
        are plans to | aren't planning on | couldn't wait for | decided | decision | doesn't want | had hoped | has been
        seeking | hoped | hoping | look to | oft-stated goal is | share many goals | sought | the interest of | want |
        wants | would like
    """,
    StatementAct.DONE: """
        's trying to call | abruptly fired | authorized | blocked | considerable scrutiny for | fired | focused on |
        giving rise to | had been scotched | had voted | invalidated | is running | is under intense scrutiny | launched
        | passed | picket | quickly did | restricting | signed | the focus has been on | the snub at | to redact | voted
        solidly for | waging
    """,
}
FLOOR = 0.95
"""Least share of these cues classed as by hand; a change may raise it and not lower it."""


def act(words: str, source: str = "") -> StatementAct:
    return _ACTS.get(act_of(words.split(), source.split()), StatementAct.SAID)


def test_cues_of_other_texts_are_classed_as_by_hand():
    cues = [(cue, gold) for gold, listed in HAND_CLASSED.items() for cue in " ".join(listed.split()).split(" | ")]

    right = sum(act(cue) is gold for cue, gold in cues)

    assert len(cues) > 300
    assert right / len(cues) >= FLOOR


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("has been investigating", StatementAct.DONE),
        ("voted against", StatementAct.DONE),
        ("opposes", StatementAct.HELD),
        ("supports", StatementAct.HELD),
        ("is unclear", StatementAct.HELD),
        ("the belief that", StatementAct.HELD),
        ("a growing fear", StatementAct.HELD),
        ("are skeptical of", StatementAct.HELD),
        ("'s backing", StatementAct.HELD),
        ("wants to", StatementAct.WANTED),
        ("is seeking", StatementAct.WANTED),
        ("would like", StatementAct.WANTED),
        ("showed", StatementAct.SHOWN),
        ("appeared", StatementAct.SHOWN),
        ("condemned", StatementAct.SAID),
        ("took issue with", StatementAct.SAID),
        ("in a statement", StatementAct.SAID),
        ("according to", StatementAct.SAID),
        (":", StatementAct.SAID),
        ("—", StatementAct.SAID),
    ],
)
def test_sayings_attitudes_wishes_and_deeds_are_told_apart(cue: str, expected: StatementAct):
    assert act(cue) is expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("was quoted as saying", "say"),
        ("refused to say", "say"),
        ("has yet to comment", "say"),
        ("made the claim", "claim"),
        ("continued to question", "ask"),
        ("said he was worried", "say"),
        ("voiced doubts", "say"),
        ("has doubts", "guess"),
        ("reports show", "show"),
        ("is looking for", "plan"),
        ("'s claim", "claim"),
        ("'s said", "say"),
        ("refused", "deny"),
    ],
)
def test_the_word_that_tells_decides(cue: str, expected: str):
    assert act_of(cue.split()) == expected


def test_what_data_suggest_is_shown_and_what_people_suggest_is_said():
    assert act("suggested", "satellite images") is StatementAct.SHOWN
    assert act("suggested", "the minister") is StatementAct.SAID


def test_a_laugh_before_a_colon_brings_words():
    assert act("laughed :") is StatementAct.SAID
    assert act("laughed") is StatementAct.DONE


def test_a_credit_in_brackets_says():
    assert act("[ Reuters . ]") is StatementAct.SAID


def test_curly_and_straight_apostrophes_read_alike():
    assert act("’s backing") is act("'s backing")


@pytest.mark.parametrize("kind", ["verbs", "leading", "nouns", "adjectives", "adverbs", "alone"])
def test_no_word_of_a_kind_has_two_classes(kind: str):
    counts = Counter(word for words in act_table()[kind].values() for word in words.split())

    assert [word for word, n in counts.items() if n > 1] == []


@given(st.lists(st.text(min_size=1, max_size=12), max_size=8))
def test_any_words_have_a_class(words: list[str]):
    classes = {name for kind, table in act_table().items() if kind not in {"hearers", "records"} for name in table}

    assert act_of(words) in classes | {"say", "do"}

"""What linking remembers saves time and changes no answer."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.linking.copies_in_memory import CopiesInMemory
from secondsource.linking.link import link
from secondsource.linking.memory import Memory
from secondsource.model.judgement import Answer, Judgement, JudgementKind, Reliability, Verdict, place_of, unordered
from secondsource.model.linked import Linked
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from tests.ledger.makers import NOON
from tests.linking.makers import event, reading, report, statement, upstream

OUTLETS = ["KCNA", "Yonhap", "Reuters", "Daily A"]
SUBJECTS = ["Pyongyang", "Moscow", "Seoul"]


def told(at: int) -> tuple[Report, Reading]:
    """Return a report with its reading; every third is on the same matter."""
    city = SUBJECTS[at % 3]
    text = (
        f"A delegation from {city} arrived at the port on Monday, Kim Song said. "
        f"Twelve officers of {city} inspected the northern bridge and its {30 + at % 2} guns, Yonhap reported. "
        f"The minister denied that {city} had sent anybody."
    )
    told = report(
        f"r{at}", text, outlet=OUTLETS[at % 4], published=f"2024-07-{9 + at % 4:02}", title=f"{city} sends {at}"
    )
    said = (
        statement(told, "Kim Song" if at % 2 else "Song Kim", "arrived at the port on Monday"),
        statement(told, "the minister", f"{city} had sent anybody", n=2),
    )
    leans = (upstream(told, "Yonhap", "Yonhap reported"),) if at % 2 else ()
    return told, reading(told, upstream=leans, statements=said, events=(event(told, "arrived", edtf="2024-07-08"),))


ALL = [told(at) for at in range(8)]
NAMES = [each.id for each, _ in ALL]
PLACES = [place_of(r.statements[0].content[0].start, r.statements[0].content[-1].end) for _, r in ALL]
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1])
VERDICTS = st.sampled_from(list(Verdict))
SPEAKERS = ["Kim Song", "Song Kim", "the minister", "Yonhap", "Kim Song@r1"]

ASKED: st.SearchStrategy[tuple[JudgementKind, tuple[str, ...], Answer]] = st.one_of(
    st.tuples(st.just(JudgementKind.SAME_EVENT), PAIRS.map(lambda pair: unordered(*pair)), VERDICTS),
    st.tuples(st.just(JudgementKind.COPIES), PAIRS, VERDICTS),
    st.tuples(
        st.just(JudgementKind.SAME_SPEAKER),
        st.lists(st.sampled_from(SPEAKERS), min_size=2, max_size=2, unique=True).map(lambda two: unordered(*two)),
        VERDICTS,
    ),
    st.tuples(
        st.just(JudgementKind.CONTRADICTS),
        PAIRS.map(lambda pair: unordered(*(f"{each}:5-40" for each in pair))),
        VERDICTS,
    ),
    st.tuples(
        st.just(JudgementKind.RELIABILITY),
        st.sampled_from([("KCNA",), ("Yonhap",)]),
        st.sampled_from([*Reliability, ""]),
    ),
    st.tuples(
        st.just(JudgementKind.SPEAKER),
        st.sampled_from(list(zip(NAMES, PLACES, strict=True))),
        st.sampled_from(["Ri", ""]),
    ),
    st.tuples(
        st.just(JudgementKind.EVENT_DAY), st.sampled_from([(name,) for name in NAMES]), st.sampled_from(["2024-05", ""])
    ),
)
STEP = st.tuples(st.integers(1, len(ALL)), st.lists(ASKED, max_size=4))


def answers(asked: list[tuple[JudgementKind, tuple[str, ...], Answer]]) -> tuple[Judgement, ...]:
    """Return the answers that stand, made anew as a ledger makes them anew."""
    stand = {(kind, subject): (at, value) for at, (kind, subject, value) in enumerate(asked)}
    return tuple(
        Judgement(subject=subject, kind=kind, value=value, who="ada", why=f"w{at}", at=NOON + timedelta(minutes=at))
        for (kind, subject), (at, value) in stand.items()
    )


@given(st.lists(STEP, min_size=1, max_size=5))
@settings(max_examples=120, deadline=None)
def test_linking_with_a_memory_gives_what_linking_anew_gives(
    steps: list[tuple[int, list[tuple[JudgementKind, tuple[str, ...], Answer]]]],
):
    memory, copies = Memory(), CopiesInMemory(kept_from=1)
    for n_reports, asked in steps:
        reports, readings = zip(*ALL[:n_reports], strict=True)
        remembered = link(reports, readings, judgements=answers(asked), memory=memory, copies_of=copies)

        assert remembered == link(reports, readings, judgements=answers(asked))


def linked(memory: Memory, *asked: tuple[JudgementKind, tuple[str, ...], Answer]) -> Linked:
    reports, readings = zip(*ALL, strict=True)
    return link(reports, readings, judgements=answers(list(asked)), memory=memory)


@pytest.mark.parametrize(
    "name",
    [
        "secondsource.linking.copies.Copies.links",
        "secondsource.linking.groups._alike",
        "secondsource.linking.groups.profile_of",
        "secondsource.linking.events._by_machine",
        "secondsource.linking.mentioned._mentioned",
        "secondsource.linking.sayings._sayings",
    ],
)
def test_a_judgement_has_none_of_what_the_machine_made_worked_out_again(name: str, monkeypatch: pytest.MonkeyPatch):
    memory = Memory()
    linked(memory)

    def never(*_: object) -> None:
        raise AssertionError(name)

    monkeypatch.setattr(name, never)
    told = linked(memory, (JudgementKind.EVENT_DAY, (NAMES[0],), "2024-05"))

    assert any(each.edtf == "2024-05" for each in told.events)


def test_what_two_turns_did_not_ask_for_is_forgotten():
    memory, of = Memory(), (object(),)
    n_made: list[None] = []
    for turns in (1, 1, 2):
        memory.get("it", of, lambda: n_made.append(None))
        for _ in range(turns):
            memory.turn()
    memory.get("it", of, lambda: n_made.append(None))

    assert len(n_made) == 2

"""What an event's lines add up to, in words: where no origin is known, nobody is told of a single one."""

import pytest

from secondsource.dossier.wording import status_words
from secondsource.model.ids import EventId
from secondsource.model.linked import Admiralty, Event, EventStatus


def event(status: EventStatus, n_origins: int | None) -> Event:
    return Event(
        id=EventId("e"),
        label="the port closed",
        edtf=None,
        places=(),
        actors=(),
        recipients=(),
        type=None,
        reports=(),
        lines=(),
        status=status,
        admiralty=Admiralty(reliability="F", credibility=6, because=()),
        n_origins=n_origins,
    )


@pytest.mark.parametrize(
    ("status", "n_origins", "words"),
    [
        (EventStatus.SINGLE_ORIGIN, 0, "no origin is known"),
        (EventStatus.SINGLE_ORIGIN, 1, "rests on a single origin"),
        (EventStatus.SINGLE_ORIGIN, None, "rests on a single origin"),
        (EventStatus.DENIED, 0, "denied"),
    ],
)
def test_no_known_origin_is_not_called_a_single_one(status: EventStatus, n_origins: int | None, words: str):
    assert status_words(event(status, n_origins)) == words

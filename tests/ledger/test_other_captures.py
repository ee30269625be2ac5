from dataclasses import replace
from datetime import timedelta

from secondsource.ledger.ledger import Ledger
from tests.ledger.makers import NOON, capture, intake
from tests.support import raises_code

TRACK = "application/x-flight-track"


def test_bytes_of_a_kind_are_kept_once_and_come_back_as_they_were(ledger: Ledger):
    ledger.add(intake(), who="a", at=NOON)
    kept = capture(b"time,latitude,longitude\n" * 50, media_type=TRACK, origin="t.csv")

    ledger.add_capture(kept, who="a", at=NOON)
    ledger.add_capture(kept, who="b", at=NOON + timedelta(hours=1))

    assert ledger.captures(TRACK) == [kept]
    assert [entry.subject for entry in ledger.log() if entry.action == "capture"][-1] == kept.sha256
    assert ledger.verify() == []


def test_what_was_kept_later_is_not_held_before(ledger: Ledger):
    ledger.add_capture(capture(b"track", media_type=TRACK), who="a", at=NOON + timedelta(days=1))

    assert ledger.captures(TRACK, as_of=NOON) == []


def test_bytes_that_are_not_those_of_their_digest_are_refused(ledger: Ledger):
    with raises_code("SS-213"):
        ledger.add_capture(replace(capture(b"track"), data=b"other"), who="a", at=NOON)

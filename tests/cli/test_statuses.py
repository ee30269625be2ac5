"""Every status that an event can have comes of raw reports, by way of the command."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Type
from tests.cli.test_read_command import json_lines

ACT = "North Korea sent a military delegation to Russia on Monday"
BY_KCNA = f"{ACT}, KCNA said on Tuesday."
BY_NOBODY = f"{ACT}, a source said."
DENIED = "The Kremlin denied that North Korea had sent a military delegation to Russia on Monday."
REPORTS = {
    "single-origin": (BY_KCNA, f"{ACT}, KCNA reported on Tuesday."),
    "corroborated": (BY_KCNA, f"{ACT}, the Kremlin said on Tuesday."),
    "sensor-confirmed": (
        "A North Korean aircraft landed in Vladivostok on Monday, KCNA said on Tuesday.",
        "A North Korean aircraft landed in Vladivostok on Monday, data from the flight-tracking website "
        "Flightradar24 showed.",
    ),
    "disputed": (BY_KCNA, f"{ACT}, KCNA said. {DENIED}"),
    "denied": (BY_NOBODY, DENIED),
}


@pytest.mark.parametrize("status", REPORTS)
def test_a_status_comes_of_raw_reports(type_in: Type, tmp_path: Path, status: str):
    given = [
        {"id": f"r{n}", "text": text, "outlet": f"Daily {n}", "published": "2024-07-09"}
        for n, text in enumerate(REPORTS[status])
    ]
    file = tmp_path / "events.jsonl"

    type_in("link", "-", "--json", "--events", str(file), stdin=json_lines(*given))

    [event] = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert event["status"] == status
    assert all(line["origin"] != "Kremlin" for line in event["lines"]) or status == "corroborated"

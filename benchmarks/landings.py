"""Whether, where and when aircraft landed, on real tracks of which that is known."""

import gzip
import json
import subprocess
from datetime import datetime
from itertools import pairwise
from typing import Any

from benchmarks.command import COMMAND
from benchmarks.data import DATA, rows, score
from secondsource.sensors.earth import KT_TO_NM_S, distance_nm
from secondsource.sensors.ground import TAXI_MOST_KT
from secondsource.sensors.open_track import open_track

LABELS = "flights/labels.jsonl"
SOON_S = 30


def landings(n: int | None) -> dict[str, float]:
    """Measure landings in the track, landings that were cut off, and tracks that never land."""
    gold = rows(LABELS, n=n)
    answered = answers_to([str(DATA / "flights" / row["file"]) for row in gold])
    said = score("landing_score.py", gold, answered, "--json")
    n_cut = said["landing_cut_off_right"]["n"]
    candidates = sum(cell.get("abstained_right_candidate", 0) for cell in said["categories"].values())
    errors = sorted(_errors_s(gold, answered))
    rolling = sorted(_errors_s([row for row in gold if not _taxies_at_label(row)], answered))
    return {
        "landing in the track, right": said["landing_seen_right"]["rate"],
        f"touchdown time within {SOON_S} s": sum(error <= SOON_S for error in errors) / len(errors),
        "touchdown time, median error in seconds (lower is better)": errors[len(errors) // 2],
        "touchdown time, largest error in seconds (lower is better)": errors[-1],
        f"touchdown time within {SOON_S} s, where the label is no time of taxiing": sum(e <= SOON_S for e in rolling)
        / len(rolling),
        "touchdown labels at which the track already taxies, count": len(errors) - len(rolling),
        "landing cut off, field right or right candidate": (said["landing_cut_off_right"]["k"] + candidates) / n_cut,
        "landing cut off, asserted": said["landing_cut_off_right"]["rate"],
        "landing cut off, denied, count (lower is better)": said["landing_cut_off_denied"]["k"],
        "false landings, count (lower is better)": said["false_landing_rate"]["k"],
        "wrong fields asserted, count (lower is better)": said["wrong_airport"],
        "called observed where the label says not, count (lower is better)": said["observed_claimed_but_not_in_track"],
        "Brier score (lower is better)": said["brier"],
        "tracks": len(gold),
    }


def answers_to(files: list[str]) -> list[dict[str, Any]]:
    """Return what ``second-source track`` answers about the files."""
    run = subprocess.run(
        [*COMMAND, "track", *files, "--json", "--no-progress"], capture_output=True, encoding="utf-8", check=True
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


def _taxies_at_label(row: dict[str, Any]) -> bool:
    """Return whether the positions around the labelled touchdown are as far apart as an aircraft taxies.

    Some labels are the first position that was sent from the ground, minutes of rolling and turning off later; an
    aeroplane that touches down moves at a hundred knots or more.
    """
    if not row["touchdown"] or row["visible"] != "touchdown":
        return False
    at_s = datetime.fromisoformat(row["touchdown"]).timestamp()
    packed = (DATA / "flights" / row["file"]).read_bytes()
    [track] = open_track(gzip.decompress(packed), origin=row["file"])
    near = [fix for fix in track.fixes if abs(fix.at_s - at_s) <= SOON_S / 2]
    way_nm = sum(distance_nm(one.lat, one.lon, other.lat, other.lon) for one, other in pairwise(near))
    # A track that does not move at all carries a place on: it tells no speed.
    return 0 < way_nm < TAXI_MOST_KT * KT_TO_NM_S * (near[-1].at_s - near[0].at_s)


def _errors_s(gold: list[dict[str, Any]], answered: list[dict[str, Any]]) -> list[float]:
    told = {line["id"]: line["time"] for line in answered}
    return [
        abs((datetime.fromisoformat(told[row["id"]]) - datetime.fromisoformat(row["touchdown"])).total_seconds())
        for row in gold
        if row["touchdown"] and row["visible"] == "touchdown" and told.get(row["id"])
    ]

"""A track's answer as the command contract spells it."""

from typing import Any

from secondsource.model.track import Candidate, Landing, TrackAnswer


def track_line(answer: TrackAnswer) -> dict[str, Any]:
    """Return what ``track --json`` says of a track."""
    track, landing = answer.track, answer.landing
    return {
        "id": track.id,
        "icao24": track.icao24,
        "callsign": track.callsign,
        **_landing(landing),
        "gaps": [
            {
                "from": gap.start_at.isoformat(),
                "to": gap.end_at.isoformat(),
                "seconds": gap.seconds,
                "room_for_landing": gap.room_for_landing,
            }
            for gap in answer.gaps
        ],
        "landings": [_landing(each) for each in answer.landings],
        "registration": track.registration,
        "format": track.format,
        "sha256": track.capture_sha256,
        "unread": track.n_unread,
        "notes": list(track.notes),
    }


def _landing(landing: Landing) -> dict[str, Any]:
    return {
        "verdict": landing.verdict,
        "airport": None if landing.airport is None else landing.airport.icao,
        "time": None if landing.at is None else landing.at.isoformat(),
        "p": landing.p,
        "observed": landing.observed,
        "rule": landing.rule,
        "shows": list(landing.shows),
        "because": landing.because,
        "evidence": " ".join((*landing.shows, landing.because)),
        "candidates": [_candidate(each) for each in landing.candidates],
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {
        "airport": candidate.airport.icao,
        "name": candidate.airport.name,
        "p": candidate.p,
        "distance_nm": candidate.distance_nm,
        "height_ft": candidate.height_ft,
    }

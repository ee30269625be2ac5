"""Which conducts the written table finds in sentences of our own."""

from collections.abc import Iterable, Sequence

from benchmarks.data import CORPUS
from secondsource.provisions.conducts import conducts, ideas_of
from secondsource.provisions.direction import Direction, namings_of, way_of
from secondsource.provisions.regimes import regimes

SENTENCES = "provisions/test.txt"
SECOND = "provisions/held-out.txt"
_NO_DIRECTION = "-"


def provisions(n: int | None) -> dict[str, float]:
    """Measure how many of the conducts that an analyst would look up are found, what beside, and which way they go."""
    rows = [line.split("|", 2) for line in _lines(SENTENCES, n)]
    second = [(state, codes, sentence) for state, codes, _, sentence in _second(n)]
    return {
        **_found(rows),
        **{f"second set: {name}": value for name, value in _found(second).items()},
        **_directions(n),
    }


def _found(rows: Iterable[Sequence[str]]) -> dict[str, float]:
    rows = list(rows)
    found = [conducts_in(sentence, state) for state, _, sentence in rows]
    wanted = [set(codes.split()) for _, codes, _ in rows]
    n_wanted = sum(len(codes) for codes in wanted)
    met = sum(len(want & have) for want, have in zip(wanted, found, strict=True))
    without = [have for want, have in zip(wanted, found, strict=True) if not want]
    return {
        "conducts to be looked up that are found, recall": met / n_wanted,
        "sentences without any that get none": sum(not have for have in without) / len(without) if without else 1.0,
        "conducts a sentence that has some": sum(map(len, found)) / max(1, sum(bool(want) for want in wanted)),
        "sentences": len(rows),
    }


def _directions(n: int | None) -> dict[str, float]:
    rows = [row for row in _second(n) if row[1]]
    told = [_way(sentence, state) for state, _, _, sentence in rows]
    right = sum(way == truth for way, (_, _, truth, _) in zip(told, rows, strict=True) if truth != _NO_DIRECTION)
    return {
        "directions that the words carry, told right": right / sum(row[2] != _NO_DIRECTION for row in rows),
        "directions told that are right": right / max(1, sum(way != _NO_DIRECTION for way in told)),
    }


def _way(sentence: str, state: str) -> str:
    called = next(regime.called for regime in regimes() if regime.state == state)
    way = way_of(sentence, namings_of(sentence, called))
    return _NO_DIRECTION if way.direction is Direction.UNKNOWN else way.direction.value


def _second(n: int | None) -> list[list[str]]:
    return [line.split("|", 3) for line in _lines(SECOND, n)]


def _lines(file: str, n: int | None) -> list[str]:
    return [line for line in (CORPUS / file).read_text(encoding="utf-8").splitlines()[:n] if line.strip()]


def conducts_in(sentence: str, state: str) -> set[str]:
    """Return the codes of the conducts that the sentence speaks of and that a regime on the state has a row for."""
    rowed = {row.conduct for regime in regimes() if regime.state == state for row in regime.provisions}
    ideas = ideas_of(sentence)
    return {conduct.code for conduct in conducts() if conduct.code in rowed and conduct.told_by(ideas)}

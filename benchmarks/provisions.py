"""Which conducts the written table finds in sentences of our own."""

from benchmarks.data import CORPUS
from secondsource.provisions.conducts import conducts, ideas_of
from secondsource.provisions.regimes import regimes

SENTENCES = "provisions/test.txt"


def provisions(n: int | None) -> dict[str, float]:
    """Measure how many of the conducts that an analyst would look up are found, and what is found beside."""
    lines = (CORPUS / SENTENCES).read_text(encoding="utf-8").splitlines()[:n]
    rows = [line.split("|", 2) for line in lines if line.strip()]
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


def conducts_in(sentence: str, state: str) -> set[str]:
    """Return the codes of the conducts that the sentence speaks of and that a regime on the state has a row for."""
    rowed = {row.conduct for regime in regimes() if regime.state == state for row in regime.provisions}
    ideas = ideas_of(sentence)
    return {conduct.code for conduct in conducts() if conduct.code in rowed and conduct.told_by(ideas)}

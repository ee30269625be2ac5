"""Learns when two reports tell of one event, from ECB+ train: ``python -m training.report_pairs``.

A minute on one core, with numpy alone. The dev part is not learned from.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.clusters import average_groups, settled_groups
from secondsource.linking.copies import order_key
from secondsource.linking.groups import LIKENESS_LEAST
from secondsource.linking.likeness import Comparison
from secondsource.linking.profile import Profile, profile_of
from secondsource.linking.report_weights import EVIDENCE, ReportWeights
from secondsource.model.ids import ReportId
from secondsource.model.report import Report
from secondsource.reading.read import read
from training.evaluate import scoring
from training.sources import DATA, ROOT, articles

FOLDER = ROOT / "src" / "secondsource" / "linking" / "weights"

SEED = 20
SETS = 60
"""Smaller sets that are drawn from all reports, so that events of few reports are learned from as well."""
WHOLE = 3
"""Times that the whole set counts beside them."""
WORDS_PART = 0.7
"""Part of the words in the plain likeness by which pairs are chosen, and reports in two languages are compared."""
LEARNED_FROM = 0.03
"""Plain likeness from which a pair is learned from; there are a hundred times as many others, all of two events."""
DECAY = 1.0
STEPS = 25
FOLDS = 3

Rows = NDArray[np.float64]
Holds = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report's profile and what it is about.

    Attributes:
        profile: Its features.
        topic: Number of its topic, by which parts are kept apart.
        event: Its seminal event.
    """

    profile: Profile
    topic: int
    event: str


def main() -> int:
    """Learn the weights and write them with their card; return 0, or 1 where the marked texts are not there."""
    path = DATA / "ecbplus" / "train.jsonl"
    if not path.is_file():
        print(f"the marked texts are not there: {path}. Lay them beside the checkout, as docs/how-to/train.md says")
        return 1
    told = told_in(path)
    write(learn(told), apart(told), FOLDER)
    print((FOLDER / "REPORTS.md").read_text(encoding="utf-8"))
    return 0


def told_in(path: Path) -> list[Told]:
    """Return the reports of a part of ECB+, in the order in which linking looks at them."""
    rows = {row["doc_id"]: row for row in articles(path)}
    reports = [Report(id=ReportId(row["doc_id"]), text=row["text"], language="en") for row in rows.values()]
    return [
        Told(
            profile=profile_of(report, read(report)), topic=rows[report.id]["topic"], event=rows[report.id]["subtopic"]
        )
        for report in sorted(reports, key=order_key)
    ]


def drawn(told: Sequence[Told], seed: int) -> Iterator[list[Told]]:
    """Yield smaller sets: of each topic drawn, of each of its events all reports, none, one to three, or some."""
    chance = np.random.default_rng(seed)
    by_event: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        by_event[each.topic, each.event].append(at)
    topics = sorted({topic for topic, _ in by_event})
    for _ in range(SETS):
        some = set(chance.choice(topics, chance.integers(1, len(topics) + 1), replace=False).tolist())
        kept: list[int] = []
        for (topic, _), places in sorted(by_event.items()):
            if topic in some:
                n = (len(places), 0, int(chance.integers(1, 4)), int(chance.integers(1, len(places) + 1)))
                most = n[int(chance.choice(4, p=(0.3, 0.1, 0.3, 0.3)))]
                kept.extend(chance.choice(places, min(most, len(places)), replace=False).tolist())
        if len(kept) > 1:
            yield [told[at] for at in sorted(kept)]


def learn(told: Sequence[Told]) -> ReportWeights:
    """Return the weights learned from the reports; the same reports give the same weights."""
    parts = [_rows(each) for each in (*drawn(told, SEED), *[told] * WHOLE)]
    rows, alike = (np.concatenate([part[at] for part in parts]) for at in (0, 1))
    bias, of = logistic(rows, alike)
    plain_bias, plain_of = logistic(_plain(rows)[:, None], alike)
    steepness = float(plain_of[0])
    return ReportWeights(
        bias=round(bias, 4),
        of={name: round(float(value), 4) for name, value in zip(EVIDENCE, of, strict=True)},
        middle=round(-plain_bias / steepness, 4),
        steepness=round(steepness, 2),
    )


def _rows(told: Sequence[Told]) -> tuple[Rows, Holds]:
    """Return the evidence of the pairs that are learned from, and whether each is of one event."""
    found = Comparison([each.profile for each in told]).evidence()
    rows = np.stack([found.values[name] for name in EVIDENCE], axis=-1)
    events = np.array([each.event for each in told])
    kept = _plain(rows) >= LEARNED_FROM
    first, second = found.pairs[kept].T
    return rows[kept], events[first] == events[second]


def _plain(rows: Rows) -> Rows:
    words, shared = (rows[:, EVIDENCE.index(name)] for name in ("words", "shared"))
    return WORDS_PART * words + (1 - WORDS_PART) * shared


def logistic(rows: Rows, alike: Holds) -> tuple[float, Rows]:
    """Return bias and weights of a logistic regression with a small ridge, by Newton's steps.

    Args:
        rows: float64, shape (pairs, evidence).
        alike: bool, shape (pairs,).
    """
    centre, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    scaled = np.concatenate([(rows - centre) / spread, np.ones((len(rows), 1))], axis=1)
    ridge = np.append(np.full(rows.shape[1], DECAY), 0.0)
    found = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (alike - sure) - ridge * found
        bend = (scaled * (sure * (1 - sure))[:, None]).T @ scaled + np.diag(ridge)
        found = found + np.linalg.solve(bend, slope)
    of = found[:-1] / spread
    return float(found[-1] - of @ centre), of


def apart(told: Sequence[Told]) -> tuple[float, float]:
    """Return the B-cubed F1 on topics not learned from: of all their reports together, and of smaller sets of them."""
    topics = np.random.default_rng(SEED).permutation(sorted({each.topic for each in told}))
    whole: list[float] = []
    smaller: list[float] = []
    for fold in range(FOLDS):
        kept_apart = set(topics[fold::FOLDS].tolist())
        weights = learn([each for each in told if each.topic not in kept_apart])
        others = [each for each in told if each.topic in kept_apart]
        whole.append(b_cubed(others, weights))
        smaller.extend(b_cubed(some, weights) for some in drawn(others, SEED + 1))
    return mean(whole), mean(smaller)


def b_cubed(told: Sequence[Told], weights: ReportWeights) -> float:
    """Return the B-cubed F1 of the groups that linking makes of the reports with these weights."""
    found = {str(at): str(number) for number, group in enumerate(grouped(told, weights)) for at in group}
    marked = {str(at): each.event for at, each in enumerate(told)}
    return float(scoring("cluster_score").score(marked, found)["b3"]["f1"])


def grouped(told: Sequence[Told], weights: ReportWeights) -> list[list[int]]:
    """Return the groups that linking makes of the reports with these weights, by their places."""
    scores = Comparison([each.profile for each in told]).scores(weights)
    joined = average_groups(len(told), scores, least=LIKENESS_LEAST)
    return settled_groups(joined, scores, least=LIKENESS_LEAST)


def write(weights: ReportWeights, reached: tuple[float, float], folder: Path) -> None:
    """Write ``report_pairs.json`` and ``REPORTS.md`` into ``folder``."""
    (folder / "report_pairs.json").write_text(json.dumps(asdict(weights), indent=1) + "\n", encoding="utf-8")
    card = _CARD.format(n_evidence=len(EVIDENCE), sets=SETS, folds=FOLDS, whole=reached[0], smaller=reached[1])
    (folder / "REPORTS.md").write_text(card, encoding="utf-8")


_CARD = """# Weights for pairs of reports

Made by `python -m training.report_pairs`; not written by hand.

- What it is: a logistic regression over {n_evidence} figures of two reports (how alike their words, names, ideas
  and numbers are, and whether persons, lands and numbers differ); seven numbers, and two for reports in two languages,
  of which the words cannot meet.
- What it is for: grouping the reports of one event. What is counted of an event rests on the groups; what a person
  decides about two reports stands above them.
- What it learned from: ECB+ 1.0, train part (25 topics of two like events each; Cybulska and Vossen 2014), annotation
  under CC BY 3.0; no text of it is here. All of its reports, and {sets} smaller sets drawn from them, down to one
  report of an event. English news of accidents, crime, sport and business, without dates.
- What it reaches on topics not learned from ({folds} parts): B-cubed F1 {whole:.3f} of all their reports together,
  {smaller:.3f} on smaller sets.
- What was chosen with other data at hand: that persons in common are not weighed by themselves. On ECB+ they would
  gain a point; in the shared part of the case set, where the same ministers come back in event after event, they would
  lose six.
- What it does not do well: two events of one kind with the same persons or in the same place. What distance in time
  and another language are worth was set by hand.
"""

if __name__ == "__main__":
    raise SystemExit(main())

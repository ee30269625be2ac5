"""Learns when two event mentions mean one event, from ECB+ train: ``python -m training.mention_pairs``.

A minute or two on one core, with numpy alone. The dev part is not learned from: what is chosen is chosen on train,
with topics kept apart.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from secondsource.linking.clusters import average_groups
from secondsource.linking.mention_chains import UNLIKELY
from secondsource.linking.mention_pairs import FloatArray, Rarity, pair_features
from secondsource.linking.mention_traits import MentionTraits, traits_of, word_counts
from secondsource.linking.pair_weights import Layers, PairWeights
from secondsource.model.evidence import Span
from secondsource.model.ids import ReportId
from secondsource.model.intake import GivenMention
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.reading.read import read
from training.evaluate import scoring
from training.sources import DATA, ROOT, Article, articles

FOLDER = ROOT / "src" / "secondsource" / "linking" / "weights"

SEED = 20
NETWORKS = 3
UNITS = 24
EPOCHS = 8
RATE = 3e-3
DECAY = 3e-3
BATCH = 512
FOLDS = 3
KEPT = 0.3
"""Share of the pairs of other words that are learned from; each counts the more. There are ten times as many."""
KEPT_FAR = 0.12
"""The same where the mentions are taken from two seminal events together."""
FAR_WEIGHT = 0.5
EQUAL = 0.002
"""Difference of what is reached that means nothing: another seed makes more. Chosen with dev at hand."""
LEAST = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)

Measure = Callable[[Mapping[str, str], Mapping[str, str]], float]
_Readings = Callable[[Iterable[Article]], dict[str, tuple[Report, Reading]]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Group:
    """Mentions that are compared with one another.

    Attributes:
        topic: Number of the topic, by which parts are kept apart.
        far: Whether they come from both seminal events of the topic, as where two events are taken for one.
        chains: The marked chain of each mention.
        names: Names of the features.
        features: float32, shape (mentions, mentions, features).
    """

    topic: int
    far: bool
    chains: tuple[str, ...]
    names: tuple[str, ...]
    features: FloatArray

    def pairs(self, chosen: np.random.Generator) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return the features of the pairs that are learned from, whether each is one event, and its weight."""
        above = np.triu_indices(len(self.chains), 1)
        chains = np.array(self.chains)
        alike = (chains[:, None] == chains[None])[above]
        rows = self.features[above]
        share = KEPT_FAR if self.far else KEPT
        certain = alike | (rows[:, self.names.index("same sort")] > 0)
        kept = certain | (chosen.random(len(alike)) < share)
        weight = np.where(certain, 1.0, 1.0 / share) * (FAR_WEIGHT if self.far else 1.0)
        return rows[kept], alike[kept].astype(np.float32), weight[kept].astype(np.float32)


def main() -> int:
    """Learn the weights and write them with their card; return 0, or 1 where the marked texts are not there."""
    path = DATA / "ecbplus" / "train.jsonl"
    if not path.is_file():
        print(f"the marked texts are not there: {path}. Lay them beside the checkout, as docs/how-to/train.md says")
        return 1
    groups = groups_of(list(articles(path)), readings_of)
    least, reached = choose_least(groups, conll)
    weights = fit(groups, least=least)
    write(weights, reached, FOLDER)
    print((FOLDER / "CARD.md").read_text(encoding="utf-8"))
    return 0


def readings_of(rows: Iterable[Article]) -> dict[str, tuple[Report, Reading]]:
    """Return each text up to the end of its last marked sentence, with its reading: what follows is not marked."""
    reports = [Report(id=ReportId(row["doc_id"]), text=_marked_part(row), language="en") for row in rows]
    return {report.id: (report, read(report)) for report in reports}


def _marked_part(row: Article) -> str:
    text: str = row["text"]
    end = max(event["spans"][-1][1] for event in row["events"])
    stop = text.find(". ", end)
    return text if stop < 0 else text[: stop + 1]


def groups_of(rows: Sequence[Article], readings: _Readings) -> list[Group]:
    """Return the mentions of each seminal event, and of each topic's two together."""
    marked = [row for row in rows if row["events"]]
    read_ones = readings(marked)
    counts = {row["doc_id"]: word_counts(row["text"]) for row in rows}
    rarity = Rarity(list(counts.values()))
    traits = {row["doc_id"]: _traits(row, *read_ones[row["doc_id"]]) for row in marked}
    found: list[Group] = []
    for far, key in ((False, "subtopic"), (True, "topic")):
        together: defaultdict[Any, list[Article]] = defaultdict(list)
        for row in marked:
            together[row[key]].append(row)
        found.extend(_group(same, traits, counts, rarity, far=far) for same in together.values())
    return found


def _traits(row: Article, report: Report, reading: Reading) -> list[MentionTraits]:
    given = [
        GivenMention(id=event["id"], spans=tuple(Span(*piece) for piece in event["spans"])) for event in row["events"]
    ]
    return traits_of(report, reading, given)


def _group(
    rows: Sequence[Article],
    traits: Mapping[str, Sequence[MentionTraits]],
    counts: Mapping[str, Mapping[str, int]],
    rarity: Rarity,
    *,
    far: bool,
) -> Group:
    mentions = [each for row in rows for each in traits[row["doc_id"]]]
    features = pair_features(mentions, counts, rarity)
    return Group(
        topic=rows[0]["topic"],
        far=far,
        chains=tuple(event["chain"] for row in rows for event in row["events"]),
        names=tuple(features),
        features=np.stack(list(features.values()), axis=-1),
    )


def fit(groups: Sequence[Group], *, least: float) -> PairWeights:
    """Return the weights learned from ``groups``; the same groups give the same weights."""
    parts = [group.pairs(np.random.default_rng([SEED, number])) for number, group in enumerate(groups)]
    rows, alike, weight = (np.concatenate([part[at] for part in parts]) for at in range(3))
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + np.float32(1e-3)
    scaled = (rows - mean) / spread
    networks = tuple(_learn(scaled, alike, weight, np.random.default_rng([SEED, n])) for n in range(NETWORKS))
    return PairWeights(features=groups[0].names, mean=mean, spread=spread, networks=networks, least=least)


def _learn(rows: FloatArray, alike: FloatArray, weight: FloatArray, chance: np.random.Generator) -> Layers:
    """Return one network, by Adam (Kingma and Ba 2015) with a rate that falls to nothing."""
    n_features = rows.shape[1]
    parts: list[FloatArray] = [
        chance.normal(0, (2 / n_features) ** 0.5, (n_features, UNITS)).astype(np.float32),
        np.zeros(UNITS, dtype=np.float32),
        chance.normal(0, UNITS**-0.5, UNITS).astype(np.float32),
        np.zeros(1, dtype=np.float32),
    ]
    first, second = [np.zeros_like(part) for part in parts], [np.zeros_like(part) for part in parts]
    n_steps = EPOCHS * (len(rows) // BATCH)
    batches = (
        order[start : start + BATCH]
        for order in (chance.permutation(len(rows)) for _ in range(EPOCHS))
        for start in range(0, len(rows) - BATCH + 1, BATCH)
    )
    for step, batch in enumerate(batches, start=1):
        slopes = _slopes(parts, rows[batch], alike[batch], weight[batch])
        rate = RATE * (1 - step / (n_steps + 1))
        for at, slope in enumerate(slopes):
            first[at] = 0.9 * first[at] + 0.1 * slope
            second[at] = 0.999 * second[at] + 0.001 * slope**2
            scaled = np.sqrt(second[at] / (1 - 0.999**step)) + 1e-8
            parts[at] = (parts[at] - rate * (first[at] / (1 - 0.9**step)) / scaled).astype(np.float32)
    return Layers(inner=parts[0], inner_bias=parts[1], outer=parts[2], outer_bias=float(parts[3][0]))


def _slopes(
    parts: Sequence[FloatArray], rows: FloatArray, alike: FloatArray, weight: FloatArray
) -> tuple[FloatArray, ...]:
    """Return how the weighed cross entropy grows with each part."""
    units = rows @ parts[0] + parts[1]
    active = np.maximum(units, 0)
    found = 1 / (1 + np.exp(-np.clip(active @ parts[2] + parts[3][0], -30, 30)))
    wrong = ((found - alike) * weight / len(rows)).astype(np.float32)
    back = np.outer(wrong, parts[2]) * (units > 0)
    return (
        rows.T @ back + DECAY * parts[0],
        back.sum(axis=0),
        active.T @ wrong + DECAY * parts[2],
        np.array([wrong.sum()], dtype=np.float32),
    )


def choose_least(groups: Sequence[Group], measure: Measure) -> tuple[float, float]:
    """Return the highest least probability that chains topics not learned from as well as any, and what they reach.

    Args:
        groups: Groups of three topics at least.
        measure: What is to be high, of marked and found chains by mention.
    """
    topics = np.random.default_rng(SEED).permutation(sorted({group.topic for group in groups}))
    likely: list[tuple[Group, FloatArray]] = []
    for fold in range(FOLDS):
        apart = set(topics[fold::FOLDS].tolist())
        weights = fit([group for group in groups if group.topic not in apart], least=0.5)
        likely.extend((group, _likely(weights, group)) for group in groups if group.topic in apart and not group.far)
    marked = {
        f"{number}-{at}": chain for number, (group, _) in enumerate(likely) for at, chain in enumerate(group.chains)
    }
    reached = {least: measure(marked, _chained(likely, least)) for least in LEAST}
    print("reached, by least probability:", {least: round(value, 4) for least, value in reached.items()})
    # Two chains that are one are a smaller harm than one that is two, so the most careful of equals is taken.
    best = max(least for least in LEAST if reached[least] > max(reached.values()) - EQUAL)
    return best, reached[best]


def _likely(weights: PairWeights, group: Group) -> FloatArray:
    return weights.probabilities({name: group.features[:, :, at] for at, name in enumerate(group.names)})


def _chained(likely: Sequence[tuple[Group, FloatArray]], least: float) -> dict[str, str]:
    """Return the chain of each mention, both named by the number of the group."""
    chains = {}
    for number, (_, table) in enumerate(likely):
        n = len(table)
        scores = {(a, b): float(table[a, b]) for a in range(n) for b in range(a + 1, n) if table[a, b] >= UNLIKELY}
        for found, places in enumerate(average_groups(n, scores, least=least)):
            chains.update({f"{number}-{place}": f"{number}-{found}" for place in places})
    return chains


def conll(marked: Mapping[str, str], found: Mapping[str, str]) -> float:
    """Return the CoNLL F1 as the scorer beside the marked texts counts it."""
    return float(scoring("cluster_score").score(marked, found)["conll"])


def write(weights: PairWeights, reached: float, folder: Path) -> None:
    """Write ``mention_pairs.json`` and ``CARD.md`` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    told = {
        "features": list(weights.features),
        "mean": _rounded(weights.mean),
        "spread": _rounded(weights.spread),
        "networks": [
            {
                "inner": _rounded(each.inner),
                "inner_bias": _rounded(each.inner_bias),
                "outer": _rounded(each.outer),
                "outer_bias": round(each.outer_bias, 5),
            }
            for each in weights.networks
        ],
        "least": weights.least,
    }
    (folder / "mention_pairs.json").write_text(json.dumps(told) + "\n", encoding="utf-8")
    card = _CARD.format(
        n_networks=len(weights.networks),
        units=UNITS,
        n_features=len(weights.features),
        folds=FOLDS,
        least=weights.least,
        reached=reached,
    )
    (folder / "CARD.md").write_text(card, encoding="utf-8")


def _rounded(values: FloatArray) -> Any:
    return np.round(values.astype(np.float64), 5).tolist()


_CARD = """# Weights for pairs of event mentions

Made by `python -m training.mention_pairs`; not written by hand.

- What it is: {n_networks} small networks of {units} units each over {n_features} features of two event mentions.
  Their mean says how probably both mean one event; `secondsource.linking.mention_pairs` says what the features are.
- What it is for: chaining the event mentions that a caller of `second-source link` brings, within the reports of one
  event and of lone ones that are most like these. Nothing else rests on it: no event, line, origin or rating.
- What it learned from: ECB+ 1.0, train part (25 topics; Cybulska and Vossen 2014), annotation under CC BY 3.0; no text
  of it is here. English news of accidents, crime, sport and business.
- What was chosen on train, topics kept apart ({folds} parts): groups are joined from an average of {least} on;
  CoNLL F1 {reached:.3f} there with the reports of one event known.
- What it does not do well: two happenings of one kind in one report's background, and words that mean one event only
  in that report ("check in", "seek help"). In other languages the words hardly meet.
"""

if __name__ == "__main__":
    raise SystemExit(main())

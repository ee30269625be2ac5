"""What the exported model reaches alone, before the reader's rules have their say."""

import importlib.util
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from secondsource.reading.encoder.attributions import Place, find_attributions, span_of
from secondsource.reading.encoder.encode import encode
from secondsource.reading.encoder.names import find_name_places
from secondsource.reading.encoder.session import Encoder
from secondsource.text.quotes import quoted_spans
from secondsource.text.segment import paragraph_spans
from training.names import own_name_articles
from training.sources import DATA, Article, articles, name_articles

_RE3D = {
    "Organisation": "ORG",
    "Person": "PERSON",
    "Location": "LOC",
    "GPE": "LOC",
    "FACILITY": "LOC",
}
_UNER = {"PER": "PERSON", "GPE": "LOC", "FACILITY": "LOC"}
_THREE = {"PERSON", "ORG", "LOC"}


def evaluate(folder: Path) -> dict[str, Any]:
    """Return the scores of the model in ``folder`` on PolNeAR dev and on the names' dev parts."""
    encoder = Encoder(folder)
    return {"polnear dev": _statements(encoder), **_names(encoder)}


def _statements(encoder: Encoder) -> dict[str, Any]:
    scorer = scoring("attribution_score")
    counts = []
    for article in articles(DATA / "polnear" / "dev.jsonl.gz"):
        text = article["text"]
        gold = scorer.prepare(article, text, article["id"])
        found = scorer.prepare({"attributions": predicted(encoder, text)}, text, article["id"])
        counts.append(scorer.count_article(text, gold, found))
    result: dict[str, Any] = scorer.summarise(counts)
    return result


def predicted(encoder: Encoder, text: str) -> list[dict[str, list[list[int]]]]:
    """Return the attributions of ``text`` as the scorer wants them."""
    encoded = encode(text, paragraph_spans(text), quoted_spans(text), encoder.vocabulary)
    made = []
    for found in find_attributions(encoder.run(encoded), encoder.statement_moves):
        pieces: dict[str, list[Place | None]] = {
            "source": [found.source],
            "cue": [found.cue],
            "content": [*found.content],
        }
        spans = {
            role: [span_of(encoded.words, place) for place in places if place is not None]
            for role, places in pieces.items()
        }
        made.append({role: [[span.start, span.end] for span in found_spans] for role, found_spans in spans.items()})
    return made


def _names(encoder: Encoder) -> dict[str, Any]:
    scorer = scoring("span_score")
    sets: dict[str, tuple[Iterable[Article], dict[str, str], set[str] | None]] = {
        "re3d": (name_articles("re3d", dev=True), _RE3D, _THREE),
        "uner-en-ewt": (name_articles("uner-en-ewt", dev=True), _UNER, _THREE),
        "own names": (own_name_articles("test"), {}, None),
    }
    return {
        name: scorer.score(
            {article["id"]: article for article in gold},
            {article["id"]: _named(encoder, article) for article in gold},
            mapping,
            only,
        )
        for name, (gold, mapping, only) in sets.items()
    }


def _named(encoder: Encoder, article: Article) -> Article:
    text = article["text"]
    encoded = encode(text, paragraph_spans(text), quoted_spans(text), encoder.vocabulary)
    found = find_name_places(encoder.run(encoded))
    spans = [(kind, span_of(encoded.words, (start, end))) for kind, start, end in found]
    return {"id": article["id"], "spans": [{"start": s.start, "end": s.end, "type": kind.value} for kind, s in spans]}


def scoring(name: str) -> ModuleType:
    """Return one of the scorers that lie beside the data."""
    path = DATA.parent / "score" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module

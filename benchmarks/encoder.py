"""What the encoder's two heads reach through the command: statements of news of other kinds, names, roles."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from training.marked import MarkedReport, load_reports
from training.names import own_name_articles
from training.sources import name_articles

from benchmarks import roles as role_sentences
from benchmarks.command import answers, refused
from benchmarks.data import CORPUS, score

Measures = dict[str, float]

_NAMES: Mapping[str, Mapping[str, str]] = {
    "re3d": {"Organisation": "ORG", "Person": "PERSON", "Location": "LOC", "GPE": "LOC", "FACILITY": "LOC"},
    "uner-en-ewt": {"PER": "PERSON", "GPE": "LOC", "FACILITY": "LOC"},
}
_OWN_TYPES = ("PLATFORM", "WEAPON", "LAW", "EVENT", "FACILITY")


def attribution_measures(said: Mapping[str, Any]) -> Measures:
    """Return what the attribution scorer says under the names that the results use."""
    by_kind, by_length = said["attribution_by_kind"], said["attribution_by_length"]
    return {
        "attributions found, F1": said["attribution"]["f1"],
        "attributions found, precision": said["attribution"]["p"],
        "attributions found, recall": said["attribution"]["r"],
        "attributions of 4 words and more, F1": by_length["4+"]["f1"],
        **{f"attributions found, {kind}, F1": by_kind[kind]["f1"] for kind in ("direct", "mixed", "indirect")},
        **{f"exact {role}, F1": said["exact"][role]["f1"] for role in ("source", "cue", "content")},
        "source overlaps where content matches, named": said["source_given_content"]["named"],
        "content words, F1": said["tokens"]["content"]["f1"],
    }


def own_statements(n: int | None) -> Measures:
    """Measure who says what in our own reports of kinds of news that PolNeAR has not."""
    reports = load_reports(CORPUS / "reports" / "test")[:n]
    answered = answers(["read"], [_asked(report) for report in reports])
    outermost = [_gold(report, inner=False) for report in reports]
    said = score("attribution_score.py", outermost, [outer_statements(line) for line in answered], "--json", "{out}")
    inner = score(
        "attribution_score.py",
        [_gold(report, inner=True) for report in reports],
        [inner_statements(line) for line in answered],
        "--json",
        "{out}",
    )
    return {
        **attribution_measures(said),
        "inside other statements, F1": inner["attribution"]["f1"],
        "inside other statements, marked": inner["attribution"]["gold"],
        "reports refused": refused(answered),
    }


def _asked(report: MarkedReport) -> dict[str, Any]:
    header = {name: report.header[name] for name in ("title", "published", "outlet") if name in report.header}
    return {"id": report.id, "text": report.text, "language": "en", **header}


def _gold(report: MarkedReport, *, inner: bool) -> dict[str, Any]:
    return {
        "id": report.id,
        "text": report.text,
        "attributions": [
            {"source": item.source, "cue": item.cue, "content": item.content}
            for item in report.attributions
            if (item.depth > 0) == inner
        ],
    }


def outer_statements(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return the outermost statements of an answer as attributions.

    What lies within another is left out, and so is what is only carried on: the sets mark what words attribute.
    """
    return _attributions(line, lambda said: said["within"] is None and not said["carried"])


def inner_statements(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return the statements of an answer that lie within another."""
    return _attributions(line, lambda said: said["within"] is not None and not said["carried"])


def _attributions(line: Mapping[str, Any], wanted: Callable[[Mapping[str, Any]], bool]) -> dict[str, Any]:
    kept = [said for said in line.get("statements", []) if wanted(said)]
    return {
        "id": line["id"],
        "attributions": [{role: said[role] for role in ("source", "cue", "content")} for said in kept],
    }


def names_of(name: str) -> Callable[[int | None], Measures]:
    """Return the measure of persons, organisations and locations in the documents of a set kept from training."""

    def measure(n: int | None) -> Measures:
        said, n_refused = _names(name_articles(name, dev=True)[:n], _NAMES[name], ("PERSON", "ORG", "LOC"))
        return {**_three(said), "reports refused": n_refused}

    return measure


def own_names(n: int | None) -> Measures:
    """Measure names of ten types in our own sentences."""
    said, n_refused = _names(own_name_articles("test")[:n], {}, ())
    by_type = {f"{kind}, exact F1": said["per_type"][kind]["f1"] for kind in _OWN_TYPES if kind in said["per_type"]}
    return {**_three(said), **by_type, "reports refused": n_refused}


def _names(gold: list[dict[str, Any]], mapping: Mapping[str, str], only: Iterable[str]) -> tuple[dict[str, Any], int]:
    asked = [{"id": article["id"], "text": article["text"], "language": "en"} for article in gold]
    answered = answers(["read"], asked)
    found = [{"id": line["id"], "spans": _mapped(line.get("names", []), mapping, only)} for line in answered]
    wanted = [{"id": article["id"], "spans": _mapped(article["spans"], mapping, only)} for article in gold]
    return score("span_score.py", wanted, found, "--json"), refused(answered)


def _mapped(
    spans: Iterable[Mapping[str, Any]], mapping: Mapping[str, str], only: Iterable[str]
) -> list[dict[str, Any]]:
    kinds = [(span, mapping.get(span["type"], span["type"])) for span in spans]
    kept = frozenset(only)
    return [
        {"start": span["start"], "end": span["end"], "type": kind} for span, kind in kinds if not kept or kind in kept
    ]


def _three(said: Mapping[str, Any]) -> Measures:
    return {
        "exact names, F1": said["exact"]["f1"],
        "exact names, precision": said["exact"]["p"],
        "exact names, recall": said["exact"]["r"],
        "names that overlap, F1": said["overlap_type"]["f1"],
    }


def roles(n: int | None) -> Measures:
    """Measure who holds which office of what in our own sentences."""
    return role_sentences.measures(role_sentences.compare_file("test")[:n])

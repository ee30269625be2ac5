"""What the reader and the linker get right, task by task."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.bodies import BODIES, false_hits
from benchmarks.command import answers, refused
from benchmarks.data import CORPUS, DATA, SCORERS, digest, rows, score
from benchmarks.encoder import attribution_measures, names_of, outer_statements, own_names, own_statements, roles
from benchmarks.han_names import HAN_NAMES, found_in_han
from benchmarks.landings import LABELS, landings
from benchmarks.provisions import SENTENCES, provisions

Measures = dict[str, float]
"""Shares between 0 and 1 as floats, counts as whole numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that is measured.

    Attributes:
        name: Short name, also the first part of its floors' names.
        about: What is measured, in a sentence.
        file: The data file or folder, under the data folder or, for our own, under the checkout's.
        measure: Runs the command on the first n rows (all for None) and returns the measures.
        ours: Whether the data were written for this project and lie in ``corpus``.
        scored_here: Whether nothing beside the checkout is needed to score it.
    """

    name: str
    about: str
    file: str
    measure: Callable[[int | None], Measures]
    ours: bool = False
    scored_here: bool = False

    @property
    def there(self) -> bool:
        """Whether the data, and the scorer if it is not our own, stand beside this checkout."""
        return (CORPUS if self.ours else DATA).joinpath(self.file).exists() and (self.scored_here or SCORERS.is_dir())

    @property
    def sha256(self) -> str:
        """First digits of the data's digest."""
        return digest((CORPUS if self.ours else DATA) / self.file)


def report_line(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return what of ``row`` may be asked: its id, its text, and the named fields where they hold something."""
    return {"id": row["id"], "text": row["text"]} | {name: row[name] for name in names if row.get(name) is not None}


def case(n: int | None) -> Measures:
    """Measure grouping, upstream sources, first-hand reporting and statements on retold real reports."""
    asked = rows("case/reports.jsonl", n=n)
    answered = answers(["link"], [report_line(r, "outlet", "published", "language", "title", "url") for r in asked])
    said = score("case_score.py", DATA / "case", [line for line in answered if "error" not in line], "--json")
    kept_apart = said["kept_apart"]
    apart = {} if kept_apart is None else {"wrong pairs of the two visits": kept_apart["wrong_pairs"]}
    return {
        "event grouping, B-cubed F1": said["bcubed"]["f"],
        "upstream sources, F1": said["upstream"]["f"],
        "upstream sources, precision": said["upstream"]["p"],
        "upstream sources, recall": said["upstream"]["r"],
        "own reporting, accuracy without unsure labels": said["own_reporting"]["accuracy_sure"],
        "statements, recall": said["statements"]["recall"],
        **apart,
        "reports refused": refused(answered),
    }


def statements(n: int | None) -> Measures:
    """Measure source, cue and content of attributed statements in English news."""
    gold = rows("polnear/dev.jsonl.gz", n=n)
    asked = [report_line(row, "title") | {"published": row["date"]} for row in gold]
    answered = answers(["read"], asked)
    said = score("attribution_score.py", gold, [outer_statements(line) for line in answered], "--json", "{out}")
    return {**attribution_measures(said), "reports refused": refused(answered)}


def copies(n: int | None) -> Measures:
    """Measure who copied whom in a synthetic set."""
    gold = rows("copygraph/dev.jsonl", n=n)
    answered = answers(["link"], [report_line(row, "outlet", "published") for row in gold])
    said = score("copygraph_score.py", gold, [line for line in answered if "error" not in line])
    return {
        "links to the parent, F1": said["parent"]["f1"],
        "links to the parent, precision": said["parent"]["p"],
        "links to the parent, recall": said["parent"]["r"],
        "same original, B-cubed F1": said["root_b3"]["f1"],
        "own, partly or wholly copied, accuracy": said["class_accuracy"],
        "error in the number of originals (lower is better)": said["origin_error"],
        "reports refused": refused(answered),
    }


def times(n: int | None) -> Measures:
    """Measure time expressions in newswire of known date."""
    gold = rows("tbaq/dev.jsonl", n=n)
    asked = [report_line(row) | ({"published": row["date"]} if row.get("date") else {}) for row in gold]
    answered = answers(["read"], asked)
    said = score(
        "time_score.py", gold, [{"id": a["id"], "spans": a["times"]} for a in answered if "error" not in a], "--json"
    )
    return {
        "exact spans, F1": said["strict"]["f1"],
        "overlapping spans, F1": said["relaxed"]["f1"],
        "type, F1": said["type_f1"],
        "value, F1": said["value_f1"],
        "full values that are wrong, count (lower is better)": said["honesty"].get("false", 0),
        "reports refused": refused(answered),
    }


def certainty(n: int | None) -> Measures:
    """Measure how surely an event word happened, -3 to 3, one sentence at a time."""
    gold = rows("uw-factuality/dev.jsonl", n=n)
    asked = [
        report_line(row) | {"predicates": [{"start": s["start"], "end": s["end"]} for s in row["spans"]]}
        for row in gold
    ]
    answered = answers(["read"], asked)
    pairs = [
        (float(span["value"]), float(answer["certainty"]))
        for row, line in zip(gold, answered, strict=True)
        for span, answer in zip(row["spans"], line.get("predicates", []), strict=False)
    ]
    return {
        "mean absolute error (lower is better)": sum(abs(g - p) for g, p in pairs) / len(pairs),
        "the same for always 3": sum(abs(g - 3) for g, _ in pairs) / len(pairs),
        "correlation (Pearson)": correlation(pairs),
        "reports refused": refused(answered),
    }


def correlation(pairs: list[tuple[float, float]]) -> float:
    """Return Pearson's correlation of the two columns, 0 where one of them does not vary."""
    n = len(pairs)
    mean_a, mean_b = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
    both = sum((a - mean_a) * (b - mean_b) for a, b in pairs)
    var_a, var_b = sum((a - mean_a) ** 2 for a, _ in pairs), sum((b - mean_b) ** 2 for _, b in pairs)
    return both / (var_a * var_b) ** 0.5 if var_a > 0 and var_b > 0 else 0.0


def relations(n: int | None) -> Measures:
    """Measure what a given actor does to a given recipient, as a PLOVER type."""
    gold = rows("plover/plv_train.jsonl", n=n)
    asked = [
        report_line(row) | {"pairs": [{"actor": row["source"]["spans"], "recipient": row["target"]["spans"]}]}
        for row in gold
    ]
    answered = answers(["read"], asked)
    found = [_relation(line) for line in answered if "error" not in line]
    said = score("event_score.py", gold, found, "--task", "classify", "--json")
    return {
        f"{level}, {name}": said.get(level, {}).get(measure, 0.0)
        for level in ("root", "quad", "binary")
        for name, measure in (("macro F1", "macro_f1"), ("accuracy", "accuracy"))
    } | {"reports refused": refused(answered)}


def _relation(line: Mapping[str, Any]) -> dict[str, Any]:
    answer = line["pairs"][0]
    # The set keeps CONCEDE and RETREAT together as YIELD, among the material kinds.
    if answer["type"] in ("CONCEDE", "RETREAT"):
        return {"id": line["id"], "root": "YIELD", "quad": 2, "binary": answer["binary"]}
    return {"id": line["id"], "root": answer["type"], "quad": answer["quad"], "binary": answer["binary"]}


def same_event(n: int | None) -> Measures:
    """Measure which event words of different reports mean one event, and which reports are of one event."""
    gold = rows("ecbplus/dev.jsonl", n=n)
    asked = [
        {
            "id": row["doc_id"],
            "text": row["text"],
            "mentions": [{"id": mention["id"], "spans": mention["spans"]} for mention in row["events"]],
        }
        for row in gold
    ]
    answered = answers(["link"], asked)
    chains = [{"id": mention["id"], "cluster": mention["chain"]} for row in gold for mention in row["events"]]
    found = [
        {"id": mention["id"], "cluster": mention["event"]} for line in answered for mention in line.get("mentions", [])
    ]
    said = score("cluster_score.py", chains, found, "--json")
    reports = score(
        "cluster_score.py",
        [{"id": row["doc_id"], "cluster": row["subtopic"]} for row in gold],
        [{"id": line["id"], "cluster": line.get("event") or f"alone-{line['id']}"} for line in answered],
        "--json",
    )
    return {
        "event words, CoNLL F1": said["conll"],
        "event words, B-cubed F1": said["b3"]["f1"],
        "reports of one event, B-cubed F1": reports["b3"]["f1"],
        "reports of one event, pairs F1": reports["pairs"]["f1"],
        "reports refused": refused(answered),
    }


def screening(n: int | None) -> Measures:
    """Measure names and numbers looked for on the UN's and OFAC's lists by name alone, and labelled pairs of names."""
    gold = rows("screening/queries.jsonl", n=n)
    pairs = rows("screening/pairs.jsonl")
    answered = answers(["screen", *named_lists()], [_question(row) for row in gold])
    compared = answers(["screen", *named_lists()], [_question(row) for row in pairs])
    said = score("screening_score.py", gold, answered, "--json")["queries"]
    groups = said["groups"]
    found = said["at_max_fpr_0.005"]
    told = {
        "right entry first, at most 0.5 % false hits": found["recall_at_1"]["rate"],
        "false hits at the default score, share (lower is better)": said["at_threshold"]["false_positive_rate"]["rate"],
        "labelled pairs, AUC": score("screening_score.py", pairs, compared, "--json")["pairs"]["auc"],
    }
    for what, category in _SCREENED.items():
        group = groups.get(f"all-positives:{category}", {})
        told |= {f"{what}, right entry first": group["recall_at_1_at_max_fpr"]} if group else {}
    explained = [hit for line in answered for hit in line.get("hits", ())]
    return told | {
        "hits with reasons, share": sum(bool(hit["because"]) for hit in explained) / max(1, len(explained)),
        "reports refused": refused(answered) + refused(compared),
    }


_SCREENED = {
    "Latin aliases held out": "alias-latin",
    "aliases in other scripts": "alias-other-script",
    "names in Hangul": "korean-hangul",
    "press spellings of Korean names": "korean-romanisation",
    "slips and other orders": "typo-or-reorder",
    "ships' names with words before them": "name-decorated",
    "identifiers": "identifier",
    "identifiers with another name": "identifier-other-name",
}


def named_lists() -> list[str]:
    """Return the options that name the two lists of the screening set."""
    folder = DATA / "sanctions-lists"
    lists = ("un-consolidated-2026-02-27.ftm.jsonl.gz", "ofac-sdn-2021-07.ftm.jsonl.gz")
    return [word for name in lists for word in ("--list", str(folder / name))]


def screening_han(n: int | None) -> Measures:
    """Measure whether names in Han characters meet the romanised names of the UN's and OFAC's lists."""
    return found_in_han(n, named_lists())


def screening_bodies(n: int | None) -> Measures:
    """Measure how often bodies that stand on no list give a hit on the UN's and OFAC's lists."""
    return false_hits(n, named_lists())


def _question(row: Mapping[str, Any]) -> dict[str, Any]:
    # What the set knows beside the name is left out: the bar is for names alone.
    return {name: row[name] for name in ("id", "list", "query", "candidate", "remove") if row.get(name) is not None}


TASKS = (
    Task(
        name="case",
        about="Grouping, sources and statements on 56 real reports, retold, in six languages.",
        file="case/reports.jsonl",
        measure=case,
    ),
    Task(
        name="statements",
        about="Who says what in PolNeAR dev, 84 articles.",
        file="polnear/dev.jsonl.gz",
        measure=statements,
    ),
    Task(
        name="own-statements",
        about="Who says what in 20 own reports of kinds that PolNeAR has not: state media, wires, chains, transcripts.",
        file="reports/test",
        measure=own_statements,
        ours=True,
    ),
    Task(
        name="names-re3d",
        about="Names in re3d, the documents of its train part that were kept from training.",
        file="re3d/train.jsonl",
        measure=names_of("re3d"),
    ),
    Task(
        name="names-uner",
        about="Names in UNER English EWT dev, the documents that were kept from training.",
        file="uner-en-ewt/dev.jsonl",
        measure=names_of("uner-en-ewt"),
    ),
    Task(
        name="own-names",
        about="Names of ten types in our own sentences, test part.",
        file="names/test.txt",
        measure=own_names,
        ours=True,
    ),
    Task(
        name="roles",
        about="Person, office and organisation in our own sentences, test part.",
        file="roles/test.txt",
        measure=roles,
        ours=True,
        scored_here=True,
    ),
    Task(
        name="copies",
        about="Who copies whom in a synthetic set, 799 reports.",
        file="copygraph/dev.jsonl",
        measure=copies,
    ),
    Task(name="times", about="Time expressions in TBAQ dev, 32 texts.", file="tbaq/dev.jsonl", measure=times),
    Task(
        name="certainty",
        about="How surely an event word happened, UW factuality dev, 992 sentences.",
        file="uw-factuality/dev.jsonl",
        measure=certainty,
    ),
    Task(
        name="relations",
        about="What one does to another, PLV train, 1,050 sentences.",
        file="plover/plv_train.jsonl",
        measure=relations,
    ),
    Task(
        name="same-event",
        about="Which reports and which event words mean one event, ECB+ dev, 196 reports.",
        file="ecbplus/dev.jsonl",
        measure=same_event,
    ),
    Task(
        name="landings",
        about="Whether, where and when aircraft landed, 41 real tracks, cut off or whole.",
        file=LABELS,
        measure=landings,
    ),
    Task(
        name="provisions",
        about="Which conducts our own sentences speak of; written by the hand that wrote the table.",
        file=SENTENCES,
        measure=provisions,
        ours=True,
        scored_here=True,
    ),
    Task(
        name="screening",
        about="Names and numbers looked for on the UN's and OFAC's lists, the open half: 4,758 questions, 374 pairs.",
        file="screening/queries.jsonl",
        measure=screening,
    ),
    Task(
        name="screening-han",
        about="Listed persons and bodies in Han characters; our own pairs, by the hand that wrote the rules.",
        file=HAN_NAMES,
        measure=screening_han,
        ours=True,
    ),
    Task(
        name="screening-bodies",
        about="Names of bodies that stand on no list, from weblogs, mails and short messages, by name alone.",
        file=BODIES,
        measure=screening_bodies,
        scored_here=True,
    ),
)

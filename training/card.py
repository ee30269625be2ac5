"""The card that lies beside the model: what it is, what it learned from, what it reaches, where it fails."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.export import folder_of
from training.recipe import NAME_WEIGHTS, Recipe
from training.sources import CORPUS, DATA

_MEASURED = {
    "re3d": "re3d, a fifth of the train documents kept apart (person, organisation, location)",
    "uner-en-ewt": "UNER English EWT, a fifth of the dev documents kept apart (person, organisation, location)",
    "own names": "own sentences, test part (ten types)",
}

_DATA = {
    "polnear/train.jsonl.gz": (
        "PolNeAR 1.0.0 train (Newell, Margolin and Ruths 2018): 840 articles of US political news, 19,883 attributions",
        "no licence stated; the articles belong to their publishers. Not part of this project; used to learn from",
    ),
    "gum-entities/train.jsonl": (
        "GUM 11 entities, train",
        "annotations CC BY 4.0; texts under the licences of their sources, some of them non-commercial",
    ),
    "re3d/train.jsonl": (
        "re3d (Dstl), the train part without its dev documents",
        "per publisher: OGL v3, US public domain, CC BY 3.0 AU, EU reuse notice, CC BY-SA 3.0",
    ),
    "uner-en-ewt/dev.jsonl": ("Universal NER, English EWT, four fifths of dev", "CC BY-SA 4.0"),
    "wnut17/train.jsonl": ("WNUT 2017 emerging entities, train", "CC BY 4.0"),
    "lgl/train.jsonl": (
        "Local-Global Lexicon (Lieberman, Samet and Sankaranarayanan 2010), places",
        "the texts belong to the news sites; research use",
    ),
    "geovirus/train.jsonl": ("GeoVirus (Gritta, Pilehvar and Collier 2018), places", "Wikinews texts, CC BY 2.5"),
}


def write_card(recipe: Recipe, reached: dict[str, Any], work: Path, folder: Path) -> None:
    """Write ``CARD.md`` into ``folder``, beside the model that it describes; ``work`` holds the log of the training."""
    about = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
    size = sum(path.stat().st_size for path in folder.iterdir() if path.suffix in {".onnx", ".txt", ".json"})
    lines = [
        "# The reader's encoder\n",
        "One text encoder with four heads: tags of sources, cues and contents; a linker from pieces to their cue;",
        "a linker from cues to their source; tags of names of ten types.",
        "It was trained by `make train` from the code in `training/`, and is run by `secondsource.reading.encoder`.\n",
        f"- File: `encoder.onnx`, int8 weights with 7-bit range, {size / 1e6:.1f} MB with its vocabulary",
        f"- SHA-256: `{about['sha256']}`",
        f"- Windows of {about['window']} word pieces, run one by one on one thread",
        "- Body: six layers of 384, from all-MiniLM-L6-v2 (Apache-2.0), and its uncased English vocabulary",
        "- The opening piece is a constant of each layer: its mean over 40 articles of PolNeAR train, from which it",
        "  hardly strays",
        f"- Weights: the mean of {len(recipe.seeds)} trainings from the same start (Wortsman et al. 2022)",
        f"- Recipe: {recipe}",
        *(line for seed in recipe.seeds for line in _run_lines(folder_of(work, seed), seed)),
        "",
        "## What it learned from\n",
        "None of these texts is in this project. Whether weights carry rights of the texts they were trained on is not",
        "settled everywhere; whoever passes the model on should know the list.\n",
        "| data | rights | weight | SHA-256 |",
        "| --- | --- | ---: | --- |",
        *_data_lines(),
        "\n## What it reaches alone\n",
        "Measured by `make train` on parts that it did not learn from, before the reader's rules have their say.",
        "The dev parts were looked at while the model was made; expect a little less on unseen text.\n",
        "| data | measure | value |",
        "| --- | --- | ---: |",
        *_score_lines(reached),
        "\n## Limits\n",
        "- English only, and the news of few years: US politics for statements, web text, Syria and Iraq for names.",
        "  Names of people and places were swapped at random in training so that they are not known by heart.",
        "- PolNeAR's annotators agree with each other at 76.0 (attributions, F1); it also counts attitudes and acts.",
        "- Contents of one to three words, and where an indirect content ends, are the weakest.",
        "- Vessels, weapons, laws and events were learned from our own sentences and from few of others.",
        "- It gives spans and links, no truth: who a source is, how sure a statement is, is for the rules after it.",
    ]
    (folder / "CARD.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _run_lines(work: Path, seed: int) -> Iterator[str]:
    """Yield how long the training took, stage by stage, and what was noted of it by hand in ``notes.txt``."""
    stages: list[float] = []
    steps = 0
    for line in (work / "log.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        if not stages or told["at_s"] < stages[-1]:
            stages.append(0.0)
        stages[-1], steps = told["at_s"], told["step"]
    minutes = ", ".join(f"{seconds / 60:.0f}" for seconds in stages)
    yield f"- Training {seed}: {steps:,} steps in {len(stages)} stages of {minutes} minutes"
    notes = work / "notes.txt"
    if notes.is_file():
        yield from (f"  - {line}" for line in notes.read_text(encoding="utf-8").splitlines() if line.strip())


def _data_lines() -> Iterator[str]:
    for name, (about, rights) in _DATA.items():
        weight = NAME_WEIGHTS.get(name.split("/")[0], 1.0)
        digest = hashlib.sha256((DATA / name).read_bytes()).hexdigest()
        yield f"| {about} | {rights} | {weight:g} | `{digest[:16]}` |"
    for folder, about in (("reports/train", "own reports, statements"), ("names", "own sentences, names: train")):
        files = sorted(CORPUS.joinpath(folder).glob("train.txt" if folder == "names" else "*.txt"))
        digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
        yield f"| {about} (`corpus/`) | ours | {NAME_WEIGHTS['own']:g} | `{digest[:16]}` |"


def _score_lines(reached: dict[str, Any]) -> Iterator[str]:
    said = reached["polnear dev"]
    name = "PolNeAR dev, 84 articles"
    yield f"| {name} | attributions: F1 (P / R) | {_prf(said['attribution'])} |"
    for kind, found in said["attribution_by_kind"].items():
        yield f"| {name} | attributions, {kind}: F1 (P / R) | {_prf(found)} |"
    yield f"| {name} | attributions of 4 words and more: F1 (P / R) | {_prf(said['attribution_by_length']['4+'])} |"
    for role in ("source", "cue", "content"):
        yield f"| {name} | exact {role}: F1 (P / R) | {_prf(said['exact'][role])} |"
    yield f"| {name} | source given content, named | {100 * said['source_given_content']['named']:.1f} |"
    for key, about in _MEASURED.items():
        yield f"| {about} | exact names: F1 (P / R) | {_prf(reached[key]['exact'])} |"


def _prf(found: dict[str, float]) -> str:
    return f"{100 * found['f1']:.1f} ({100 * found['p']:.1f} / {100 * found['r']:.1f})"

"""What people decided about one report repeating another, put above what the machine found."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from secondsource.model.ids import ReportId
from secondsource.model.judgement import Judgement, JudgementKind, Verdict
from secondsource.model.linked import CopyBasis, CopyLink
from secondsource.model.report import Report

Links = Mapping[ReportId, tuple[CopyLink, ...]]


def judged_copies(links: Links, reports: Sequence[Report], judgements: Sequence[Judgement]) -> Links:
    """Return the links as people left them; a subject names the copy, then its parent.

    A positive answer makes the parent the first, a negative one takes the link away, an unsure one leaves it and
    says so. No answer makes a ring: of two that would, the later stands, and the machine's links give way.
    """
    ids = {report.id for report in reports}
    asked = [each for each in judgements if each.kind is JudgementKind.COPIES and len(each.subject) == 2]
    asked = [each for each in asked if {ReportId(name) for name in each.subject} <= ids]
    if not asked:
        # The very same, so that what rests on it is known to be the same.
        return links
    found = dict(links)
    for judgement in sorted(asked, key=lambda each: (each.at, each.subject)):
        child, parent = (ReportId(name) for name in judgement.subject)
        known = next((link for link in found.get(child, ()) if link.parent == parent), None)
        rest = tuple(link for link in found.get(child, ()) if link.parent != parent)
        if judgement.value is Verdict.NEGATIVE:
            _put(found, child, rest)
        elif judgement.value is Verdict.UNSURE and known is not None:
            unsure = replace(known, because=_because(known, judgement))
            _put(found, child, tuple(unsure if link is known else link for link in found[child]))
        elif judgement.value is Verdict.POSITIVE and child != parent:
            _cut_way_back(found, parent, child)
            _put(found, child, (_link(child, parent, known, judgement), *rest))
    return found


def _put(found: dict[ReportId, tuple[CopyLink, ...]], child: ReportId, links: tuple[CopyLink, ...]) -> None:
    if links:
        found[child] = links
    else:
        found.pop(child, None)


def _cut_way_back(found: dict[ReportId, tuple[CopyLink, ...]], start: ReportId, end: ReportId) -> None:
    """Take away the last link of every way that leads from ``start`` to ``end``."""
    waiting, seen = [start], {start}
    while waiting:
        at = waiting.pop()
        kept = tuple(link for link in found.get(at, ()) if link.parent != end)
        _put(found, at, kept)
        new = [link.parent for link in kept if link.parent not in seen]
        seen.update(new)
        waiting += new


def _link(child: ReportId, parent: ReportId, known: CopyLink | None, judgement: Judgement) -> CopyLink:
    told = CopyLink(child=child, parent=parent, basis=CopyBasis.JUDGEMENT, share=0.0) if known is None else known
    return replace(told, directed=True, because=_because(known, judgement))


def _because(known: CopyLink | None, judgement: Judgement) -> str:
    said = f"{judgement.who} on whether it repeats {judgement.subject[1]}: {judgement.value}; {judgement.why}"
    return said if known is None or not known.because else f"{known.because}; {said}"

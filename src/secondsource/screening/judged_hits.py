"""What people decided about hits in the ledger, as clearances that can be applied again."""

from collections.abc import Iterable, Iterator

from secondsource.model.judgement import Judgement, JudgementKind, Verdict
from secondsource.model.listed import ListedEntry
from secondsource.model.screening import Clearance
from secondsource.screening.lists.entry_digest import entry_digest


def hit_subject(name: str, listed: str, entry: ListedEntry) -> tuple[str, ...]:
    """Return the subject of the question whether the bearer of ``name`` is the listed one.

    The digest of what the entry says is part of it: once it says something else, that is another question.
    """
    return name, listed, entry.id, entry_digest(entry)


def clearances_of(judgements: Iterable[Judgement]) -> Iterator[Clearance]:
    """Yield a clearance for each hit decided not to be the listed one; other answers leave the hit as it is."""
    for judgement in judgements:
        if judgement.kind is JudgementKind.HIT and judgement.value is Verdict.NEGATIVE:
            name, listed, entry, digest = judgement.subject
            yield Clearance(
                names=(name,),
                list=listed,
                entry=entry,
                entry_sha256=digest,
                why=judgement.why,
                who=judgement.who,
                at=judgement.at.isoformat(),
            )

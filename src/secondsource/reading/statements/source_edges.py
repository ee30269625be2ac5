"""Where a speaker ends: what stands between speaker and verb and is no part of either."""

import re

from secondsource.model.evidence import Span

_RELATIVE_END = re.compile(r",\s+(?:who|whom|whose|which)\s*\Z", re.IGNORECASE)

# "The court on Friday rejected …", "prosecutors in April charged …", "who in 2010 said …".
_WHEN_END = re.compile(
    r"\s+(?:(?:late|early|earlier)\s+)?(?:"
    r"on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?"
    r"|in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})"
    r"|(?:this|last)\s+(?:week|month|year|spring|summer|fall|winter|weekend)"
    r")\Z"
)
_WHEN_MOST = 40
"""Characters that such a time takes at most."""

# The time belongs to the speaker where a clause tells what was done then, or where the speaker is a thing made then:
# "those voting on Tuesday", "a poll in June", "the governor who ran in 2008".
_OWN_TIME = re.compile(
    r"\b(?:who|which|that)\b|\b\w{3,}(?:ed|ing)\b|\b(?:held|sent|made|taken|seen|written|given|told|won|lost)\b"
    r"|\b(?:polls?|surveys?|reports?|speech|letters?|ads?|data|stud(?:y|ies)|statements?|e-?mails?|rally|remarks?|"
    r"comments?|tweets?|videos?|interviews?|documents?|memos?|programs?|filings?|records?|figures|results|analysis|"
    r"events?|debates?|reviews?|audits?|briefs?|rulings?|decisions?|rankings?|demands?|campaigns?)\b",
    re.IGNORECASE,
)


def speaker_alone(text: str, source: Span, cue: Span | None) -> Span:
    """Return the source without what opens or sets a clause beside it.

    That is the pronoun of a clause after a comma ("an official, who asked …"; without a comma it is the speaker's own:
    "a lawmaker who claimed that …"), and the time that stands between speaker and verb ("the court on Friday
    rejected …"). The latter was chosen on the train part of PolNeAR: 48 times right there, once wrong.
    """
    relative = _RELATIVE_END.search(text, source.start, source.end)
    if relative is not None:
        return Span(source.start, relative.start())
    if cue is None or cue.start < source.end or text[source.end : cue.start].strip(" \u00a0"):
        return source
    when = _WHEN_END.search(text, max(source.start, source.end - _WHEN_MOST), source.end)
    # Past the first word, which may be the pronoun that speaks.
    if when is None or _OWN_TIME.search(text, source.start + 1, when.start()) is not None:
        return source
    return Span(source.start, when.start())

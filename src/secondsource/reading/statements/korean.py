"""Who says what in a Korean sentence."""

import re
from collections.abc import Sequence
from functools import cache

from secondsource.model.evidence import Span
from secondsource.model.outlets import find_outlets_in
from secondsource.reading.statements.cue_table import listed
from secondsource.reading.statements.saying import Saying

_TOPIC = re.compile(r"(?P<head>[^\s,]*[^\s,])(?P<particle>은|는|이|가|도|에서는|측은)(?=\s)")
_SOURCE_TAIL = re.compile(r"\s*(?P<source>(?:[^\s,]+ ){0,4}?[^\s,]+?)(?P<particle>은|는|이|가|도)\s")
# When and where, between the speaker and the words: "9일", "이날 오후 정례브리핑에서", "오늘(9일)".
_ADJUNCT = re.compile(
    r"\s*(?:\d{1,2}일(?:\([^)]{1,12}\))?|이날|오늘(?:\([^)]{1,12}\))?|어제|전날|지난|앞서|"
    r"오전|오후|또|이어|다만|그러면서|"
    r"\d{4}년|\d{1,2}월|(?:[^\s,]{0,12}[^\s,은는이가을를에] ){0,3}?[^\s,]{0,12}(?:브리핑|회견|인터뷰|"
    r"성명|보도자료|통화|질의|질문|"
    r"물음|연설|보고|논평|담화|홈페이지)[^\s,]{0,4}(?:에서|에|을 통해|를 통해|에게))(?=\s)"
)
_LONGEST_PHRASE = 3
_NOT_IN_PHRASE = re.compile(
    r"(?:은|는|이|가|을|를|에|에서|으로|로|고|며|도|와|과|"
    r",|물음에|라며|다며|면서)$|^(?:또|이어|앞서|다만|한편|그러면서|이날|오늘.{0,12}|어제|전날|\d{1,2}일.{0,12})$"
)
_SPEAKING = re.compile(
    r"대변인|당국자|관계자|장관|차관|대통령|총리|위원장|대사|특사|의원|교수|연구원|실장|국장|"
    r"정부$|당국$|측$|통신$|신문$|방송$|매체|언론|소식통|외교부|국방부|통일부|합참|^그$|^그녀$"
)
_NOT_A_HEAD = frozenset(["것", "수", "관심", "움직임", "가능성", "입장", "대해", "관련해", "이번", "다음", "지난"])
# "… 했을 수 있다는 관측도 나왔다": a view that came up is some observers', and not the last speaker's.
_VIEW_OF_NOBODY = re.compile(r"(?:다|이라|라)는 (?P<view>관측|분석|의견|해석)\S{0,2} (?:나오|나왔|나온|제기)")
_WHILE_SAYING = frozenset(["면서", "며"])
_SHORTEST = 8
"""Characters of a clause that is a saying of its own."""
_VERB_FROM_END = 12
"""Characters from the end of a sentence within which the verb that closes it begins."""
_POSITION = re.compile(r"(?P<stem>이)?라는 것이 (?P<source>[^\s,]+(?: [^\s,]+)?) 입장")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in listed("korean", "verbs")))


@cache
def _quotative() -> re.Pattern[str]:
    return re.compile(
        r"(?P<mark>다|이라|라|냐|자)(?P<link>고도|고만|고|면서도|"
        r"면서|며)(?=[\s,])|(?P<mark2>다|이라|라)는 (?:것이(?:다|었다|라고)|"
        r"것입니다|입장|뜻|취지|관측|분석|점|의견|설명)"
    )


def read_korean(text: str, sentence: Span) -> list[Saying]:
    """Return what is attributed in one Korean sentence: the outermost saying, in its clauses."""
    words = sentence.of(text)
    saying = _according(words, sentence.start) or _position(words, sentence.start)
    return [saying] if saying is not None else _said(words, sentence.start)


def bare_report(text: str, sentence: Span) -> Span | None:
    """Return the outlet of a sentence that only says that it reported; what it reported stands in the next.

    "교도통신이 항로 기록을 보고 전했다." None where the sentence says more or names no outlet.
    """
    words = sentence.of(text)
    if _verb().search(words, max(0, len(words) - _VERB_FROM_END)) is None or _quotative().search(words):
        return None
    lead = _leading(words, len(words), embedded=False)
    if lead is None or not find_outlets_in(words[lead[0] : lead[1]]):
        return None
    return Span(sentence.start + lead[0], sentence.start + lead[1])


def _according(words: str, offset: int) -> Saying | None:
    for phrase in listed("korean", "according"):
        place = words.find(phrase)
        if place <= 0 or place > 80:
            continue
        end = len(words[:place].rstrip())
        for particle in ("에", "의"):
            if words[:end].endswith(particle):
                end -= 1
                break
        content = _trimmed(words, place + len(phrase), len(words), offset)
        source = _trimmed(words, 0, end, offset)
        if content is None or source is None:
            return None
        cue = Span(offset + place, offset + place + len(phrase))
        return Saying(source=(source,), cue=(cue,), content=(content,), act="say")
    return None


def _position(words: str, offset: int) -> Saying | None:
    """Read "… 위반이라는 것이 정부 입장이다"."""
    match = _POSITION.search(words)
    if match is None:
        return None
    content = _trimmed(words, 0, match.start(), offset)
    if content is None:
        return None
    source = Span(offset + match.start("source"), offset + match.end("source"))
    return Saying(source=(source,), cue=(Span(source.end + 1, offset + match.end()),), content=(content,), act="say")


def _said(words: str, offset: int) -> list[Saying]:
    quotatives = list(_quotative().finditer(words))
    if not quotatives:
        return []
    last = quotatives[-1]
    verb = next(iter(_verb().finditer(words, last.end())), None)
    embedded = last.group("mark2") is not None
    if verb is None and not embedded:
        return []
    end = last.start() + (
        len(last.group("mark") or last.group("mark2")) if (last.group("mark") or last.group("mark2")) == "다" else 0
    )
    between = words[last.end() : verb.start()] if verb is not None else ""
    named = _SOURCE_TAIL.match(between + " ") if verb is not None else None
    lead = _leading(words, last.start(), embedded=embedded)
    source: Span | None
    if named is not None and named["source"] not in _NOT_A_HEAD:
        source = Span(offset + last.end() + named.start("source"), offset + last.end() + named.end("source"))
        begin = 0
    else:
        source, begin = (None, 0) if lead is None else (Span(offset + lead[0], offset + lead[1]), lead[2])
    begin = _past_adjuncts(words, begin)
    content = _trimmed(words, begin, end, offset)
    if content is None or content.end - content.start < 4:
        return []
    cue = Span(
        offset + (verb.start() if verb is not None else last.start() + 1),
        offset + (_word_end(words, verb.end()) if verb is not None else last.end()),
    )
    of_nobody = _VIEW_OF_NOBODY.match(words, last.start())
    if of_nobody is not None:
        view = Span(offset + of_nobody.start("view"), offset + of_nobody.end("view"))
        return [Saying(source=(view,), cue=(cue,), content=(content,), act="guess")]
    return [
        Saying(
            source=() if source is None else (source,),
            cue=(cue,),
            content=(part,),
            act=_act(cue, words, offset),
            carries_on=source is None,
        )
        for part in _parts(words, content, [] if embedded else quotatives[:-1], offset)
    ]


def _parts(words: str, content: Span, quotatives: Sequence[re.Match[str]], offset: int) -> Sequence[Span]:
    """Return what is said in its clauses: "… 없다면서 … 위반이라고 지적했다" tells two things."""
    parts: list[Span] = []
    start = content.start - offset
    for match in quotatives:
        if match["link"] not in _WHILE_SAYING or not start < match.start() < content.end - offset:
            continue
        part = _trimmed(words, start, match.start() + (match["mark"] == "다"), offset)
        rest = _trimmed(words, match.end(), content.end - offset, offset)
        if part is not None and rest is not None and min(part.end - part.start, rest.end - rest.start) >= _SHORTEST:
            parts.append(part)
            start = match.end()
    rest = _trimmed(words, start, content.end - offset, offset)
    return [*parts, *([] if rest is None else [rest])]


def _act(cue: Span, words: str, offset: int) -> str:
    verb = words[cue.start - offset : cue.end - offset]
    if any(verb.startswith(word) for word in listed("korean", "guess")):
        return "predict"
    return "deny" if any(verb.startswith(word) for word in listed("korean", "deny")) else "say"


def _leading(words: str, before: int, *, embedded: bool) -> tuple[int, int, int] | None:
    """Return where the one who speaks begins and ends, and where what follows the particle begins."""
    if embedded:
        return None
    for match in _TOPIC.finditer(words, 0, before):
        start = _phrase_start(words, match.start())
        if match["particle"] == "도" or not _speaks(words[start : match.end("head")]):
            continue
        if match["particle"] in {"이", "가"} and start > _past_adjuncts(words, 0):
            continue
        return start, match.end("head"), match.end()
    return None


def _phrase_start(words: str, start: int) -> int:
    """Return where the noun phrase begins whose last word begins at ``start``."""
    for _ in range(_LONGEST_PHRASE):
        before = words[:start].rstrip()
        previous = before[before.rfind(" ") + 1 :]
        if not previous or _NOT_IN_PHRASE.search(previous):
            break
        start = len(before) - len(previous)
    return start


def _speaks(words: str) -> bool:
    return _SPEAKING.search(words) is not None or bool(find_outlets_in(words))


def _past_adjuncts(words: str, place: int) -> int:
    while (match := _ADJUNCT.match(words, place)) is not None and match.end() > place:
        place = match.end()
    return place


def _word_end(words: str, place: int) -> int:
    while place < len(words) and words[place].isalnum():
        place += 1
    return place


def _trimmed(words: str, start: int, end: int, offset: int) -> Span | None:
    while start < end and (words[start].isspace() or words[start] in ",·"):
        start += 1
    while end > start and (words[end - 1].isspace() or words[end - 1] in ".,"):
        end -= 1
    return Span(offset + start, offset + end) if start < end else None

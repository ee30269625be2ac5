"""Who says what in a Japanese sentence."""

import re

from secondsource.model.evidence import Span
from secondsource.model.outlets import find_outlets_in
from secondsource.reading.statements.saying import Saying

_ACCORDING = re.compile(
    r"\A(?P<source>[^、。「」]{2,40}?)(?P<cue>に(?:よると|よれば|よりますと))、?(?P<said>.+)\Z", re.DOTALL
)
# "…と9日述べた", "…と、共同通信が報じた", "…との見方を示した": the mark of what is said, then the verb that closes.
_SAID = re.compile(
    r"(?P<mark>と(?:の(?:見方|考え|認識|見解|見通し))?)(?P<between>[^。「」と]{0,60}?)"
    r"(?P<verb>述べ|語|話し|発表し|伝え|報じ|報道し|明らかにし|指摘し|主張し|説明し|強調し|警告し|批判し|非難し|否定し|"
    r"反論し|表明し|分析し|予測し|推定し|示し|言|記し|書|投稿し|コメントし|確認し|訴え|呼びかけ)"
    r"(?:っ|い|り|ら)?(?:た|だ|て(?:い(?:る|た|ます|ました)|おり)|る|ます|ました)。?\Z"
)
_HEARSAY = re.compile(r"(?P<cue>という|とのことだ|とのことです|としている|としています)。?\Z")
_POSTPOSED = re.compile(r"、?(?P<source>[^、。「」]{2,30}?)(?:が|は)")
_TOPIC = re.compile(r"\A(?:(?:一方|また|さらに|これに対し|この日|同日)、)?(?P<source>[^、。「」は]{2,40})は")
_ADJUNCT = re.compile(
    r"(?:(?:\d{1,2}月)?\d{1,2}日|同日|この日|前日)?(?:の|、|に)?"
    r"(?:[^、。「」]{0,24}(?:会見|声明|談話|発表|取材|聴取|演説|インタビュー|ブリーフィング|記者団|質問|投稿)[^、。「」]{0,8}?"
    r"(?:で|に|に対し|に対して|を通じて))?、"
)
_SPEAKING = re.compile(
    r"(?:報道官|大統領|首相|外相|国防相|防衛相|長官|委員長|総書記|国務委員長|大使|政府|省|庁|軍|当局|当局者|関係者|高官|"
    r"専門家|通信|新聞|テレビ|メディア|ニュース|氏|さん|部長|次官|代表|教授|研究員|筋|国連|事務総長|議員|同紙|同通信|声明|"
    r"本部|委員会|国家情報院|府)\Z"
)
_GUESSES = ("分析し", "予測し", "推定し")
_DENIES = ("否定し", "反論し")
_LEAST = 4
"""Characters of what is said; less is no saying."""


def read_japanese(text: str, sentence: Span) -> list[Saying]:
    """Return what is attributed in one Japanese sentence: at most one saying, the outermost."""
    words = sentence.of(text)
    return _according(words, sentence.start) or _said(words, sentence.start) or _hearsay(words, sentence.start)


def _according(words: str, offset: int) -> list[Saying]:
    match = _ACCORDING.match(words)
    if match is None:
        return []
    hearsay = _HEARSAY.search(words, match.start("said"))
    end = match.end("said") if hearsay is None else hearsay.start()
    return _saying(words, Span(*match.span("source")), Span(*match.span("cue")), Span(match.start("said"), end), offset)


def _said(words: str, offset: int) -> list[Saying]:
    match = _SAID.search(words)
    if match is None:
        return []
    cue = Span(*match.span("verb"))
    postposed = _POSTPOSED.match(words, match.start("between"), match.end("between"))
    topic = _TOPIC.match(words)
    source, start = None, 0
    if postposed is not None and _speaks(postposed["source"]):
        source = Span(*postposed.span("source"))
    elif topic is not None and _speaks(topic["source"]):
        source = Span(*topic.span("source"))
        adjunct = _ADJUNCT.match(words, topic.end())
        start = topic.end() if adjunct is None else adjunct.end()
    found = _saying(words, source, cue, Span(start, match.start("mark")), offset)
    for saying in found:
        saying.act = "guess" if match["verb"] in _GUESSES else "deny" if match["verb"] in _DENIES else "say"
    return found


def _hearsay(words: str, offset: int) -> list[Saying]:
    match = _HEARSAY.search(words)
    return [] if match is None else _saying(words, None, Span(*match.span("cue")), Span(0, match.start()), offset)


def _saying(words: str, source: Span | None, cue: Span, said: Span, offset: int) -> list[Saying]:
    start, end = said.start, said.end
    while start < end and words[start] in " 　、":
        start += 1
    while end > start and words[end - 1] in " 　、。":
        end -= 1
    if end - start < _LEAST:
        return []
    return [
        Saying(
            source=() if source is None else (Span(offset + source.start, offset + source.end),),
            cue=(Span(offset + cue.start, offset + cue.end),),
            content=(Span(offset + start, offset + end),),
            act="say",
            carries_on=source is None,
        )
    ]


def _speaks(words: str) -> bool:
    return _SPEAKING.search(words) is not None or bool(find_outlets_in(words))

"""Who says what in a Chinese sentence."""

import re

from secondsource.model.evidence import Span
from secondsource.model.outlets import find_outlets_in
from secondsource.reading.statements.saying import Saying

_VERBS = (
    "报道称|報道稱|报道|報道|報導|表示|指出|宣布|透露|强调|強調|认为|認為|警告|说|說|称|稱|声明|聲明|证实|證實|否认|否認|介绍|"
    "介紹|分析|推测|推測|批评|批評|呼吁|呼籲|写道|寫道|回应|回應"
)
# "据韩联社9日报道，…", "据报道，…" names nobody.
_ACCORDING = re.compile(
    rf"\A(?P<cue>据|據|根据|根據)(?P<source>[^，。：“”]{{2,30}}?)(?:\d{{1,2}}[日号號])?(?:的)?"
    rf"(?:{_VERBS}|消息|数据|數據|资料|資料)[，,：:](?P<said>.+)\Z",
    re.DOTALL,
)
_SAID = re.compile(
    rf"\A(?:[^，。“”]{{1,12}}，)?(?P<source>[^，。：“”]{{1,30}}?)(?P<when>(?:\d{{1,2}}月)?\d{{1,2}}[日号號]|当天|當天|同日)?"
    rf"(?P<where>(?:在|就|对|對|向|通过|通過)[^，。：“”]{{1,30}}?)?(?P<also>还|還|也|则|則|曾|随后|隨後)?(?P<cue>{_VERBS})"
    r"[，,：:]?(?P<said>[^。]+)",
    re.DOTALL,
)
_HE = frozenset(["他", "她", "该社", "該社", "该报", "該報", "报道", "報道", "声明", "聲明"])
_SPEAKING = re.compile(
    r"(?:发言人|發言人|总统|總統|总理|總理|外长|外長|部长|部長|防长|防長|主席|委员长|委員長|大使|政府|外交部|国防部|國防部|"
    r"军方|軍方|当局|當局|官员|官員|人士|专家|專家|通讯社|通訊社|社|报|報|电视台|電視台|媒体|媒體|秘书长|秘書長|参谋本部|"
    r"參謀本部|情报院|情報院|代表|教授|学者|學者)\Z"
)
_NAME_AFTER_OFFICE = re.compile(
    r"(?:发言人|發言人|总统|總統|总理|總理|外长|外長|部长|部長|防长|防長|主席|大使|代表|教授|秘书长|秘書長)\S{2,8}\Z"
)
_GUESSES = frozenset(["认为", "認為", "分析", "推测", "推測"])
_DENIES = frozenset(["否认", "否認"])
_LEAST = 4


def read_chinese(text: str, sentence: Span) -> list[Saying]:
    """Return what is attributed in one Chinese sentence: at most one saying, the outermost."""
    words = sentence.of(text)
    match = _ACCORDING.match(words)
    if match is None:
        match = _SAID.match(words)
        if match is None or not (match["source"] in _HE or _speaks(match["source"])):
            return []
    start, end = match.span("said")
    while end > start and words[end - 1] in "。 ，":
        end -= 1
    if end - start < _LEAST:
        return []
    offset, verb = sentence.start, match["cue"]
    return [
        Saying(
            source=(Span(offset + match.start("source"), offset + match.end("source")),),
            cue=(Span(offset + match.start("cue"), offset + match.end("cue")),),
            content=(Span(offset + start, offset + end),),
            act="guess" if verb in _GUESSES else "deny" if verb in _DENIES else "say",
        )
    ]


def _speaks(words: str) -> bool:
    return any(mark.search(words) for mark in (_SPEAKING, _NAME_AFTER_OFFICE)) or bool(find_outlets_in(words))

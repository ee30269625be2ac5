"""Words under pictures, and who took the pictures."""

import re

from secondsource.model.evidence import Span

CAPTION_MOST = 900
"""Characters that a caption has at most."""

CREDIT_LINE_MOST = 100
"""Characters that a photo credit alone on its line has at most."""

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁ"
_WORD = rf"[{_UPPER}][\w'’.&-]{{0,25}}"
_WORDS = rf"{_WORD}(?:[ ]{_WORD}){{0,4}}"
# A slash also stands between countries ("Russia/Japan"), so one side must be an agency or an acronym.
_HOUSE = (
    r"(?:[A-Z]{2,6}(?:[ ](?:Photo|Pool|News))?|Reuters|REUTERS|Yonhap|Getty(?:[ ]Images)?|Sputnik"
    r"|Pool|Kyodo|Xinhua|Anadolu"
    r"|Handout|Bloomberg|Shutterstock|Instagram|РИА Новости|ТАСС|연합뉴스|뉴시스|뉴스1)"
)
_SLASHED = rf"(?:{_WORDS}[ ]?/[ ]?{_HOUSE}|{_HOUSE}[ ]?/[ ]?{_WORDS})(?:[ ]?/[ ]?{_WORDS})?(?:[ ]via[ ]{_WORDS})?"
_LABEL = r"(?i:photos?|pictures?|image|photo credit|photograph|foto|fotos|bild|imagen|фото|снимка|사진|제공)"
_LABELLED = rf"{_LABEL}[ ]?(?:by[ ]|[:=][ ]?)[^\n()\[\]]{{2,70}}"
_KNOWN = r"(?:AP Photo|AFP Photo|EPA-EFE|Getty Images|Handout|File Photo|file photo|Pool Photo|Courtesy)[^()\n]{0,60}"
_INSIDE = (
    rf"(?:{_SLASHED}|{_LABELLED}|{_KNOWN}|[^()\n]{{2,40}}[ ]via[ ]{_WORDS}"
    rf"|[^()\n]{{2,40}}/?(?:Getty Images|EPA-EFE|Shutterstock))"
)

_CLOSING = re.compile(
    rf"[(\[](?P<credit>{_INSIDE})[)\]]\.?$"
    r"|(?:^|[\s/.])(?P<label>(?:사진|Photo|Фото|Foto)[ ]?[:=/©][ ]?[^\n.!?]{2,50})\.?$"
    rf"|[.!?][\"”’]?[ ](?P<slashed>{_SLASHED})$"
)
_ALONE = re.compile(
    rf"^(?:©[ ]?)?(?:{_SLASHED}|{_LABELLED}|(?:AP|AFP)[ ]Photo[^\n.]{{0,60}}|{_WORDS}[ ]?/?[ ]?Getty Images)\.?$"
)
_OPENING = re.compile(r"^(?:FILE PHOTO|FILE|File photo|Archivbild|Архивное фото|▲|△|◀|▶)[ ]?(?:[:—–-]|--)?[ ]")
_RIGHTS = re.compile(r"\(?For Use Only in the |No Redistribution|\[?자료사진\]?\)?\.?$")
_PICTURE_WORDS = re.compile(
    r"^(?:This|In this|The) (?:undated |file |combination |satellite )?(?:photo|image|picture|composite)\b"
    r"|\b(?:is|are) (?:seen|pictured|shown)\b|\bfile (?:photo|image)\b|\b(?:photo|picture"
    r"|image) (?:taken|provided|released|carried)\b"
)
_AGENCY_AT_END = re.compile(r"[(\[](?P<credit>[A-Z][\w&/ -]{1,40}|[가-힣]{2,12}(?:[ ]제공)?)[)\]]\.?$")


def caption_credit(text: str, unit: Span) -> Span | None:
    """Return the photo credit with which ``unit`` ends, brackets left out; None if it is no caption or has none."""
    words = unit.of(text)
    if len(words) > CAPTION_MOST:
        return None
    match = _CLOSING.search(words[-120:])
    group = None if match is None else match.lastgroup
    if match is None and _PICTURE_WORDS.search(words):
        # An agency alone in brackets also closes wire copy; only words about a picture make it a photo credit.
        match, group = _AGENCY_AT_END.search(words[-60:]), "credit"
    if match is None or group is None:
        return None
    offset = unit.end - len(match.string)
    return Span(offset + match.start(group), offset + match.end(group))


def is_caption(text: str, unit: Span) -> bool:
    """Return whether ``unit`` is the words under a picture: it ends in a photo credit or opens as only captions do."""
    words = unit.of(text)
    if len(words) > CAPTION_MOST:
        return False
    return caption_credit(text, unit) is not None or bool(_OPENING.match(words) or _RIGHTS.search(words))


def is_photo_credit(words: str) -> bool:
    """Return whether a line is nothing but a photo credit ("Ann Poe/AFP")."""
    return len(words) <= CREDIT_LINE_MOST and _ALONE.match(words) is not None

"""Characters that no page can carry, made visible."""

import re

from markupsafe import Markup

_KEPT = frozenset("\t\n\r")


def _picture(code: int) -> int:
    if code < 0x20:
        return 0x2400 + code
    return 0x2421 if code == 0x7F else 0xFFFD


_TABLE: dict[int, int] = {
    **{code: _picture(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in _KEPT},
    # Half of a pair: it stands for no character and cannot be written as UTF-8.
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    **dict.fromkeys((*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF), 0xFFFD),
}


# Almost no text holds any of them, and looking is much quicker than translating.
_UNFIT = re.compile("[" + "".join(re.escape(chr(code)) for code in sorted(_TABLE)) + "]")


def printable(value: object) -> object:
    """Return ``value`` fit for a page: in text, control characters become their pictures, half characters U+FFFD.

    Markup made by our own templates is left alone; escaping is left to Jinja2, which does it once, on output.
    """
    if isinstance(value, str) and not isinstance(value, Markup):
        return value.translate(_TABLE) if _UNFIT.search(value) else value
    return value

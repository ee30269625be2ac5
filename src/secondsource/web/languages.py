"""The languages of the public pages; the desk speaks English."""

import gettext
import io
from functools import cache, lru_cache
from importlib.resources import files

from babel.core import negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("en", "ko", "ru")
"""English is what the templates say; each other one has a catalogue beside them."""

_MOST = 20
"""Languages of a browser that are looked at; a header may list any number."""


@lru_cache(maxsize=256)
def choose_language(accepted: str) -> str:
    """Return the first of our languages that a browser asks for, best first; English if none."""
    wanted = sorted(accepted.split(",")[:_MOST], key=_weight, reverse=True)
    codes = [each.partition(";")[0].strip().replace("-", "_") for each in wanted]
    return negotiate_locale([code for code in codes if code], LANGUAGES) or "en"


@cache
def translations(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language."""
    if language == "en":
        return gettext.NullTranslations()
    source = (files("secondsource.web") / "translations" / f"{language}.po").read_bytes()
    packed = io.BytesIO()
    write_mo(packed, read_po(io.BytesIO(source), locale=language))
    packed.seek(0)
    return gettext.GNUTranslations(packed)


def _weight(asked: str) -> float:
    _, _, weight = asked.partition(";q=")
    try:
        return float(weight or 1)
    except ValueError:
        return 0.0

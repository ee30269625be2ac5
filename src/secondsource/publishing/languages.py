"""Names of languages for people."""

from babel import Locale, UnknownLocaleError


def language_name(code: str) -> str:
    """Return the English name of a language, "Korean" for ``ko``; the code itself where it is none we know."""
    try:
        return Locale.parse(code.replace("-", "_")).get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code

"""Numbers and marks that are given once: compared first, for a name can be shared and a number should not."""

import re

from secondsource.model.listed import Identifier, IdentifierKind

_IMO = re.compile(r"(?<!\d)(\d{7})(?!\d)")
_NOT_WORD = re.compile(r"[\W_]+")
_SHORTEST_DOCUMENT = 5
_SHORTEST_REGISTRATION = 3


def identifier_key(identifier: Identifier) -> str | None:
    """Return the spelling under which equal identifiers meet, None where the value cannot be one.

    An IMO number is seven digits of which the last one checks the others; marks of aircraft lose hyphens and blanks.
    """
    if identifier.kind is IdentifierKind.IMO:
        match = _IMO.search(identifier.value)
        return None if match is None or not is_imo(match[1]) else f"imo:{match[1]}"
    plain = _NOT_WORD.sub("", identifier.value).upper()
    if not any(character.isdigit() for character in plain) and identifier.kind is not IdentifierKind.REGISTRATION:
        return None
    shortest = _SHORTEST_REGISTRATION if identifier.kind is IdentifierKind.REGISTRATION else _SHORTEST_DOCUMENT
    return f"{identifier.kind}:{plain}" if len(plain) >= shortest else None


def is_imo(digits: str) -> bool:
    """Return whether seven digits are an IMO number: the last digit is that of the sum of the others by 7, 6, … 2.

    Source: IMO Resolution A.1117(30).
    """
    total = sum(int(digit) * weight for digit, weight in zip(digits[:6], range(7, 1, -1), strict=True))
    return total % 10 == int(digits[6])

"""How the rules of offices write down their words, and the words that are no part of a title or a name."""

import re


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that are parted by white space."""
    return frozenset(listed.split())


DETERMINERS = words("the a an its their his her our my this that these those some one any another both all")
"""Words that open a phrase of its own."""

_FUNCTION = words(
    """
    and or but nor of for with to in on at by from as that which who whom whose if so than then also not never
    no after before between against about over under into onto since until while when where because amid during
    without within is was are were be been being am has have had do does did will would can could may might must
    shall should said says say saying told tells asked asks added adds met meet meets sent shot gave took saw
    made put let got left held led spoke went came flew fell ran kept knew knows thinks thought wrote writes
    read sat stood sold bought built drew won lost paid hit cut set quit began became becomes remains remain
    remained let's wants want hopes seeks vows urges warns denies visits calls backs holds gets makes takes sees
    goes comes here there now today yesterday tomorrow late earlier later too again already still yet just even
    only he she it they we you i him them us me like unlike such way two three four five six seven eight nine
    ten
    """
)
_DEED = re.compile(r"[a-z]{2,20}(?:ed|ing|ly)\Z")
_NO_DEED = words("armed united retired shipping banking building engineering trading mining wing")


def is_function_word(low: str) -> bool:
    """Return whether a lower-case word can be no part of a title or of a body's name: a verb form, a conjunction."""
    return low in _FUNCTION or (low not in _NO_DEED and _DEED.match(low) is not None)

"""Given names of one or two syllables, as Koreans and Chinese bear them, taken apart."""

from collections.abc import Container, Iterator, Sequence


def given_syllables(words: Sequence[str], known: Container[str]) -> Iterator[tuple[str, ...]]:
    """Yield the ways to read the words as one syllable or two, written as two words or as one.

    Args:
        words: The given name's words in lower case.
        known: The spellings of syllables.
    """
    if len(words) == 2 and words[0] in known and words[1] in known:
        yield (words[0], words[1])
    elif len(words) == 1:
        word = words[0]
        if word in known:
            yield (word,)
        for cut in range(1, len(word)):
            if word[:cut] in known and word[cut:] in known:
                yield (word[:cut], word[cut:])

"""Cyrillic words in Latin letters."""

_RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўћђљњџј",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            ".",
            "y",
            ".",
            "e",
            "yu",
            "ya",
            "i",
            "yi",
            "ye",
            "g",
            "u",
            "c",
            "dj",
            "lj",
            "nj",
            "dzh",
            "j",
        ],
        strict=True,
    )
)
_TABLE = str.maketrans({letter: "" if latin == "." else latin for letter, latin in _RUSSIAN.items()})


def cyrillic_in_latin(word: str) -> str:
    """Return ``word`` in the letters of BGN/PCGN without marks; other schemes meet it in how it sounds."""
    return word.translate(_TABLE)

"""The words that elements of a page show, with white space as a browser shows it."""

from lxml import etree

# Elements that stand in a line of words; any other parts the words before it from those in it.
_IN_LINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "hi",
        "i", "ins", "kbd", "label", "mark", "q", "ref", "s", "samp", "small", "span", "strike", "strong", "sub",
        "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
_BREAKS = frozenset({"br", "lb"})


def lines_in(element: etree._Element) -> list[str]:
    """Return the lines of words that ``element`` shows, parted where a line break stands, blank ones left out."""
    pieces: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if not isinstance(part.tag, str):
            continue
        if part is not element and part.tag not in _IN_LINE:
            pieces.append("\n" if part.tag in _BREAKS and event == "start" else " ")
        if event == "start":
            # A line end in the source shows as a blank.
            pieces.append(_flat(part.text))
        elif part is not element:
            pieces.append(_flat(part.tail))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]


def words_in(element: etree._Element) -> str:
    """Return the words that ``element`` shows, in one line."""
    return " ".join(lines_in(element))


def _flat(text: str | None) -> str:
    return "" if text is None else " ".join(f"x{text}x".split())[1:-1] if text.strip() else " " if text else ""

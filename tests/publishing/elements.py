"""A page taken apart with the parser of the standard library."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "hr", "link", "input", "img"})


@dataclass(slots=True)
class Element:
    """An element with what stands in it."""

    tag: str
    attributes: dict[str, str | None]
    content: list["Element | str"] = field(default_factory=list)

    @property
    def children(self) -> list["Element"]:
        """The elements right below this one."""
        return [each for each in self.content if isinstance(each, Element)]

    def all(self, tag: str | None = None) -> list["Element"]:
        """Return this element and all below it that bear the tag, in page order."""
        found = [self] if tag in (None, self.tag) else []
        return [*found, *(each for child in self.children for each in child.all(tag))]

    def words(self) -> str:
        """Return all text in and below the element, in page order."""
        return "".join(each if isinstance(each, str) else each.words() for each in self.content)

    def shape(self) -> str:
        """Return the tree of tags and attribute names, without any text."""
        below = "".join(child.shape() for child in self.children)
        return f"<{self.tag} {' '.join(sorted(self.attributes))}>{below}</>"


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root", {})
        self._open = [self.root]
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) != len(attrs):
            self.faults.append(f"{tag} has an attribute twice")
        element = Element(tag, dict(attrs))
        self._open[-1].content.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].content.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1].tag != tag:
            self.faults.append(f"</{tag}> closes {self._open[-1].tag}")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].content.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append("a comment")


def parse(html: str) -> Element:
    """Return the root of the page; every element must be closed where it should."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    assert parser.faults == []
    assert len(parser._open) == 1, f"left open: {[element.tag for element in parser._open[1:]]}"
    return parser.root

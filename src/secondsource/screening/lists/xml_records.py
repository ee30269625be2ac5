"""Records of an XML file one after another; nothing outside the file is ever fetched or expanded."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from secondsource.screening.lists.source import broken

_CHUNK = 1 << 16
_DEPTH_MOST = 40
_NODES_MOST = 200_000
"""Elements of one record; the largest of the official lists have a few hundred."""


@dataclass(slots=True)
class Node:
    """An element without its namespace.

    Attributes:
        tag: Its name.
        attributes: Its attributes.
        text: The text that stands directly in it.
        children: The elements in it, in order.
    """

    tag: str
    attributes: dict[str, str]
    text: str = ""
    children: list["Node"] = field(default_factory=list)

    def first(self, tag: str) -> "Node | None":
        """Return the first child of that name."""
        return next((child for child in self.children if child.tag == tag), None)

    def every(self, *path: str) -> Iterator["Node"]:
        """Yield the elements at the end of the path of names, in order."""
        for child in self.children:
            if child.tag == path[0]:
                if len(path) == 1:
                    yield child
                else:
                    yield from child.every(*path[1:])

    def value(self, *path: str) -> str:
        """Return the text at the end of the path, without the blanks around it; empty where there is none."""
        return next((node.text.strip() for node in self.every(*path) if node.text.strip()), "")

    def values(self, *path: str) -> list[str]:
        """Return all texts at the end of the path that are not blank."""
        return [node.text.strip() for node in self.every(*path) if node.text.strip()]


class _Builder:
    """Builds records while the parser runs."""

    def __init__(self, name: str, root: str, records: Collection[str]) -> None:
        self._name = name
        self._root = root
        self._records = frozenset(records)
        self._open: list[Node] = []
        self._depth = 0
        self._n_nodes = 0
        self.root: Node | None = None
        self.heads: list[Node] = []
        self.done: list[Node] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        # An official list declares no document type; one that does may hold entities that grow without bound.
        self.parser.StartDoctypeDeclHandler = self._doctype

    @property
    def place(self) -> str:
        """Where the parser stands."""
        return f"at line {self.parser.CurrentLineNumber}, column {self.parser.CurrentColumnNumber + 1}"

    def _doctype(self, *_: object) -> None:
        raise broken(self._name, self.place, "it declares a document type, which no sanctions list does")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._n_nodes += 1
        if self._depth > _DEPTH_MOST or self._n_nodes > _NODES_MOST:
            raise broken(self._name, self.place, "its elements nest or go on beyond what any list has")
        node = Node(tag.rpartition(":")[2], attributes)
        if self.root is None:
            self.root = node
            if node.tag != self._root:
                raise broken(self._name, self.place, f"its root is <{node.tag}> where the format's is <{self._root}>")
        if self._open:
            self._open[-1].children.append(node)
            self._open.append(node)
        elif node.tag in self._records:
            self._open.append(node)
        elif self._depth > 1:
            self.heads.append(node)

    def _end(self, _tag: str) -> None:
        self._depth -= 1
        if self._open:
            node = self._open.pop()
            if not self._open:
                self.done.append(node)
                self._n_nodes = 0

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].text += text
        elif self.heads and len(self.heads[-1].text) < _CHUNK:
            self.heads[-1].text += text


@dataclass(slots=True)
class XmlRecords:
    """A file's records as they come.

    Attributes:
        name: The file's name, for errors.
        root: Name of the element that holds all others.
        records: Names of the elements that are records.
        head: The root and the elements outside records, filled while the records are read.
    """

    name: str
    root: str
    records: tuple[str, ...]
    head: list[Node] = field(default_factory=list)

    def read(self, stream: BinaryIO) -> Iterator[Node]:
        """Yield the records.

        Raises:
            ListBroken: The file is not well formed, is cut off, has another root, or declares a document type.
        """
        builder = _Builder(self.name, self.root, self.records)
        try:
            while chunk := stream.read(_CHUNK):
                builder.parser.Parse(chunk, False)
                self._take_heads(builder)
                yield from builder.done
                builder.done.clear()
            builder.parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise broken(
                self.name, f"at line {error.lineno}, column {error.offset + 1}", expat.ErrorString(error.code)
            ) from error
        except LookupError as error:
            # The declaration names an encoding that nobody knows.
            raise broken(self.name, "at line 1", str(error)) from error
        yield from builder.done

    def _take_heads(self, builder: _Builder) -> None:
        if builder.root is not None and not self.head:
            self.head.append(builder.root)
        self.head += builder.heads
        builder.heads.clear()

"""The sentences that a dossier's page shows above its captured reports, in their order."""

from html.parser import HTMLParser

_BLOCKS = frozenset({"p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "blockquote", "figcaption", "summary", "div"})
_LEFT_OUT_TAGS = frozenset({"style", "title", "nav", "svg", "footer", "script"})
_LEFT_OUT_CLASSES = frozenset({"cites", "more-cites", "skip", "made", "kicker"})
_CAPTURED = "captured"
_EMPTY = frozenset({"br", "meta", "link", "input", "img", "hr", "path", "circle", "rect", "line", "polyline", "use"})


def shown_sentences(page: str) -> list[str]:
    """Return the words of each paragraph, item and heading, white space as one space; numbers of citations are none.

    What the page says of its making changes with each making and is left out too.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.end_block()
    return reader.sentences


class _Reader(HTMLParser):
    """Gathers the words of blocks, outside what is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sentences: list[str] = []
        self._words: list[str] = []
        self._left_out: list[str] = []
        self._ended = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "section" and told.get("aria-labelledby") == _CAPTURED:
            # From here on the page shows what others wrote.
            self._ended = True
        classes = set((told.get("class") or "").split())
        if self._left_out or tag in _LEFT_OUT_TAGS or classes & _LEFT_OUT_CLASSES:
            if tag not in _EMPTY:
                self._left_out.append(tag)
        elif tag in _BLOCKS:
            self.end_block()
        elif tag == "br":
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            if tag in self._left_out:
                while self._left_out.pop() != tag:
                    pass
        elif tag in _BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self._left_out and not self._ended:
            self._words.append(data)

    def end_block(self) -> None:
        words = " ".join("".join(self._words).split())
        if words:
            self.sentences.append(words)
        self._words = []

"""Markup of other systems becomes plain words."""

from html.parser import HTMLParser

_LINES = frozenset({"p", "br", "div", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "tr"})
_UNSEEN = frozenset({"script", "style", "template"})


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.marked = False
        self._unseen = 0
        self._hidden: list[str] = []

    def close(self) -> None:
        super().close()
        # Never closed, it was no such part; what follows it would be lost.
        self.parts += self._hidden

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.marked = True
        if tag in _UNSEEN:
            self._unseen += 1
        if tag in _LINES:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN and self._unseen:
            self._unseen -= 1
            if not self._unseen:
                self._hidden.clear()
        if tag in _LINES and tag != "br":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        (self._hidden if self._unseen else self.parts).append(data)


def plain_words(markup: str) -> str:
    """Return the words of a piece of HTML, a line for each of its blocks; what is no markup stays as it is."""
    parser = _Words()
    parser.feed(markup)
    parser.close()
    if not parser.marked:
        return "".join(parser.parts).strip()
    lines = [line.strip() for line in "".join(parser.parts).splitlines()]
    kept = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    return "\n".join(kept).strip()

"""Reading what a form sent, within limits."""

from urllib.parse import parse_qsl

from starlette.requests import Request

from secondsource.web.errors import BadRequest

MAX_BYTES = 200_000
"""Of a whole form; four thousand characters take at most 48 kB as they are sent."""

MAX_FIELDS = 400
"""More than any page of ours has."""

_TYPE = "application/x-www-form-urlencoded"


class Form:
    """The fields of a form, as they were typed."""

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        self._fields = fields

    def text(self, name: str) -> str:
        """Return the field's text; empty if it is not there."""
        return next((value for key, value in self._fields if key == name), "")

    def texts(self, name: str) -> list[str]:
        """Return every text sent under the name."""
        return [value for key, value in self._fields if key == name]

    def number(self, name: str) -> int:
        """Return the field's whole number.

        Raises:
            BadRequest: It is none.
        """
        return whole_number(self.text(name), name)


def whole_number(text: str, name: str) -> int:
    """Return the whole number that ``text`` writes.

    Raises:
        BadRequest: It writes none.
    """
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise BadRequest(f"The field {name} was to hold a number; it does not.\nOpen the page again.")
    return int(text)


async def read_form(request: Request) -> Form:
    """Return the fields that were sent.

    Raises:
        BadRequest: It is too large, of another type, or no text in UTF-8.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _TYPE:
        raise BadRequest(f"A form was sent as another type than {_TYPE}; files are not taken.\nUse the page's form.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BYTES:
            raise BadRequest(f"A form of more than {MAX_BYTES} bytes was sent.\nShorten what you write.")
    try:
        text = body.decode("ascii")
        return Form(parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS))
    except ValueError as error:
        raise BadRequest(
            "A form was sent that is no text in UTF-8, or has too many fields.\nUse the page's."
        ) from error

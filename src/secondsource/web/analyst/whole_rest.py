"""The rest of an address, whatever it holds: strokes and line ends too, for ids and names come from outside."""

from starlette.convertors import Convertor, register_url_convertor


class _WholeRest(Convertor[str]):
    regex = r"[\s\S]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


def register() -> None:
    """Let a route say ``{name:rest}`` for all that is left of its address."""
    register_url_convertor("rest", _WholeRest())

"""The one root of every error this project raises, and the codes it carries."""

from typing import ClassVar


class SecondSourceError(Exception):
    """An error a user can act on.

    The message says what was asked, what was found, and what to do; ``code`` never changes its meaning.

    Attributes:
        code: Stable code of the class, ``SS-`` and three digits: 1xx collect, 2xx ledger and evidence,
            3xx reading, 4xx linking, 5xx dossier and publishing, 6xx screening, 7xx flight tracks and provisions,
            8xx comments and the server, 9xx use of the commands.
    """

    code: ClassVar[str] = "SS-000"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"

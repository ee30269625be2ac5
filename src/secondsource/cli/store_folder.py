"""Where the kept sanctions lists and clearances are."""

import os
from pathlib import Path


def store_folder(given: Path | None) -> Path:
    """Return the folder that is named, else that of the environment, else the user's own."""
    if given is not None:
        return given
    from_environment = os.environ.get("SECOND_SOURCE_LISTS")
    if from_environment:
        return Path(from_environment)
    from platformdirs import user_data_path

    return user_data_path("second-source", appauthor=False) / "lists"

"""Which ledger a command means."""

import os
from pathlib import Path


def ledger_file(given: Path | None) -> Path:
    """Return the ledger that is named, else that of the environment, else the user's own."""
    if given is not None:
        return given
    from_environment = os.environ.get("SECOND_SOURCE_LEDGER")
    if from_environment:
        return Path(from_environment)
    from platformdirs import user_data_path

    return user_data_path("second-source", appauthor=False) / "ledger.sqlite"

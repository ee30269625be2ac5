"""What analysts decided about hits: kept, applied again, and open again once the entry reads otherwise."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from secondsource.model.encoding import decode
from secondsource.model.listed import ListedEntry
from secondsource.model.screening import Clearance, Hit
from secondsource.screening.errors import StoreDamaged, StoreNotWritable
from secondsource.screening.index import Index, free_key
from secondsource.screening.lists.entry_digest import entry_digest
from secondsource.screening.store import append_line

_FILE = "clearances.jsonl"


class Clearances:
    """The clearances of one folder; the latest about the same names and the same entry counts."""

    def __init__(self, kept: Iterable[Clearance] = ()) -> None:
        self._by_question: dict[tuple[str, str, str], Clearance] = {}
        for clearance in kept:
            for name in clearance.names:
                self._by_question[free_key(name), clearance.list, clearance.entry] = clearance

    @classmethod
    def of_folder(cls, folder: Path) -> "Clearances":
        """Return what is kept in the folder; nothing where it holds none.

        Raises:
            StoreDamaged: The file cannot be read.
        """
        path = folder / _FILE
        if not path.exists():
            return cls()
        try:
            return cls(decode(Clearance, json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())
        except (ValueError, TypeError, OSError) as error:
            raise StoreDamaged(
                f"The clearances in {path} were to be read; the file is damaged: {error}.\n"
                "Take out the line that is broken; each line is one clearance."
            ) from error

    def apply(self, index: Index, names: Sequence[str], hits: Iterable[Hit]) -> list[Hit]:
        """Return the hits with what was decided about them, those that are cleared after the others.

        Args:
            index: The lists.
            names: The names that were looked for.
            hits: What was found.
        """
        decided = [self._decided(index, names, hit) for hit in hits]
        return sorted(decided, key=lambda hit: hit.cleared is not None)

    def _decided(self, index: Index, names: Sequence[str], hit: Hit) -> Hit:
        for name in names:
            found = self._by_question.get((free_key(name), hit.list, hit.id))
            if found is not None:
                words = f"{found.why} ({found.who}, {found.at[:10]})"
                if found.entry_sha256 == entry_digest(index.entry(hit.list, hit.id)):
                    return replace(hit, cleared=words)
                return replace(hit, reopened=words)
        return hit


def clear(folder: Path, *, name: str, listed: str, entry: ListedEntry, why: str, who: str, at: datetime) -> Clearance:
    """Keep that the bearer of ``name`` is not the listed one, and return the clearance.

    Raises:
        StoreNotWritable: The folder does not let us write.
    """
    clearance = Clearance(
        names=(name,),
        list=listed,
        entry=entry.id,
        entry_sha256=entry_digest(entry),
        why=why,
        who=who,
        at=at.isoformat(),
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        append_line(folder / _FILE, clearance)
    except OSError as error:
        raise StoreNotWritable(
            f"A clearance was to be kept in {folder}; the system says: {error.strerror}.\n"
            "Name a folder that is yours: --store FOLDER"
        ) from error
    return clearance

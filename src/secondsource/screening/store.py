"""Lists kept in a folder, snapshot by snapshot, as their publishers gave them out."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from secondsource.model.encoding import decode, encode
from secondsource.model.listed import SanctionsList, Snapshot
from secondsource.screening.errors import ListUnknown, SnapshotOutOfOrder, StoreDamaged, StoreNotWritable
from secondsource.screening.lists.history import with_history
from secondsource.screening.lists.ofac_csv import set_of
from secondsource.screening.lists.read_list import list_name, read_list
from secondsource.screening.lists.source import digest_of

_LOG = "snapshots.jsonl"


class ListStore:
    """A folder of lists; files once kept are never changed, the log of each list only grows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> list[str]:
        """Return what the kept lists are called, sorted."""
        if not self.folder.is_dir():
            return []
        return sorted(path.name for path in self.folder.iterdir() if (path / _LOG).exists())

    def snapshots(self, name: str) -> list[Snapshot]:
        """Return the snapshots of a list, oldest first.

        Raises:
            ListUnknown: No list of that name is kept.
            StoreDamaged: The log cannot be read.
        """
        log = self.folder / name / _LOG
        if name not in self.names():
            kept = ", ".join(self.names()) or "none"
            raise ListUnknown(
                f"The list {name} was asked for; the lists kept in {self.folder} are: {kept}.\n"
                f"Keep it first: second-source lists add FILE --name {name}"
            )
        try:
            return [decode(Snapshot, json.loads(line)) for line in log.read_text(encoding="utf-8").splitlines()]
        except (ValueError, TypeError, OSError) as error:
            raise StoreDamaged(
                f"The log {log} was to be read; it is damaged: {error}.\nThe kept files beside it are whole; "
                "move the folder away and add them again, oldest first."
            ) from error

    def add(
        self, path: Path, *, at: datetime, who: str, name: str | None = None, list_on: str | None = None, new: bool
    ) -> Snapshot:
        """Keep a snapshot and return it; where the newest is the same file, that one is returned as it was.

        The file is read whole first, so that a broken one changes nothing.

        Args:
            path: The list's file.
            at: When, aware UTC.
            who: Who keeps it.
            name: What the list is called; else the file's name without its endings.
            list_on: Its day where the file bears none; else the day of ``at``.
            new: Whether the list is kept for the first time; else it must be known.

        Raises:
            ListBroken: The file breaks somewhere.
            SnapshotOutOfOrder: A newer snapshot is kept, or ``new`` and the list is known.
            ListUnknown: Not ``new`` and the list is not known.
            StoreNotWritable: The folder does not let us write.
        """
        listed = read_list(path, name=name or list_name(path), list_on=list_on)
        day = listed.list_on or at.date().isoformat()
        kept = self.snapshots(listed.name) if not new or listed.name in self.names() else []
        if kept and kept[-1].sha256 == listed.sha256:
            return kept[-1]
        _check_order(listed.name, day, kept, new=new)
        files = set_of(path) if listed.format == "ofac-csv" else [path]
        snapshot = Snapshot(
            list=listed.name,
            sha256=listed.sha256,
            list_on=day,
            format=listed.format,
            files=tuple(file.name for file in files),
            n_entries=len(listed.entries),
            kept_at=at.isoformat(),
            who=who,
        )
        self._keep(snapshot, files)
        return snapshot

    def read(self, snapshot: Snapshot) -> SanctionsList:
        """Return what stands on a kept snapshot.

        Raises:
            StoreDamaged: The kept files are not what was kept.
        """
        folder = self.folder / snapshot.list / snapshot.sha256
        files = [folder / name for name in snapshot.files]
        if not all(file.exists() for file in files) or digest_of(files) != snapshot.sha256:
            raise StoreDamaged(
                f"The snapshot {snapshot.sha256[:12]} of {snapshot.list} was to be read; "
                f"the files in {folder} are gone or were changed.\nPut the files back as they were published."
            )
        listed = read_list(files[0], name=snapshot.list, list_on=snapshot.list_on)
        return replace(listed, list_on=snapshot.list_on)

    def in_force(self, name: str, *, as_of: str | None = None) -> SanctionsList:
        """Return the list as it stood on the day ``as_of`` with all that its snapshots up to then tell.

        Entries that had gone by then are in it too, with the day on which they were found gone.

        Args:
            name: What the list is called.
            as_of: ISO 8601; the newest for None.

        Raises:
            ListUnknown: No such list is kept, or none of its snapshots is so old.
            StoreDamaged: The kept files are not what was kept.
        """
        every = self.snapshots(name)
        kept = [snapshot for snapshot in every if as_of is None or snapshot.list_on <= as_of]
        if not kept:
            raise ListUnknown(
                f"The list {name} as of {as_of} was asked for; its first snapshot is of {every[0].list_on}.\n"
                "Ask for that day or a later one."
            )
        return with_history(self.read(snapshot) for snapshot in kept)

    def all_in_force(self, *, as_of: str | None = None) -> Iterator[SanctionsList]:
        """Yield every kept list as it stood on the day ``as_of``."""
        for name in self.names():
            yield self.in_force(name, as_of=as_of)

    def _keep(self, snapshot: Snapshot, files: list[Path]) -> None:
        folder = self.folder / snapshot.list
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=folder) as beside:
                for file in files:
                    shutil.copyfile(file, Path(beside) / file.name)
                whole = folder / snapshot.sha256
                if not whole.exists():
                    shutil.copytree(beside, whole)
            # The log is written last: until its line stands, the snapshot is not in force.
            append_line(folder / _LOG, snapshot)
        except OSError as error:
            raise StoreNotWritable(
                f"The list {snapshot.list} was to be kept in {folder}; the system says: {error.strerror}.\n"
                "Name a folder that is yours: --store FOLDER"
            ) from error


def append_line(path: Path, value: object) -> None:
    """Add one JSON line to the file and see that it is on the disk."""
    with path.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(encode(value), ensure_ascii=False) + "\n")
        stream.flush()
        os.fsync(stream.fileno())


def _check_order(name: str, day: str, kept: list[Snapshot], *, new: bool) -> None:
    if new and kept:
        raise SnapshotOutOfOrder(
            f"The list {name} was to be added; it is kept since {kept[0].list_on}.\n"
            f"Give its next snapshot with: second-source lists update {name} FILE"
        )
    if kept and day < kept[-1].list_on:
        raise SnapshotOutOfOrder(
            f"A snapshot of {name} of {day} was to be kept; the newest kept is of {kept[-1].list_on}.\n"
            "Snapshots are kept oldest first, so that a screening of a past day stays what it was. "
            "Put an older one into a store of its own: --store FOLDER"
        )

"""What a migration did: each statement with its duration, and each lock with how long it was held. Texts of statements are not recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pgrehearse.base.artifact import read_json, write_json
from pgrehearse.base.typed_document import typed
from pgrehearse.base.units import duration

# What other sessions cannot do to a table while a session holds a lock of it (PostgreSQL manual, table 13.2).
BLOCKS = {
    "AccessShareLock": "ACCESS EXCLUSIVE only",
    "RowShareLock": "schema changes",
    "RowExclusiveLock": "schema changes",
    "ShareUpdateExclusiveLock": "schema changes and VACUUM",
    "ShareLock": "writes",
    "ShareRowExclusiveLock": "writes",
    "ExclusiveLock": "writes",
    "AccessExclusiveLock": "reads and writes",
}


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """One executed statement. *tag*: the server's command tag, such as ``ALTER TABLE``."""

    line: int
    tag: str
    took_us: int


@dataclass(frozen=True, slots=True)
class LockRecord:
    """A lock of a table, with its mode as in ``pg_locks``. *held_us*: from the start of the statement that took it to the end of its
    transaction, so the lock was held no longer. If *sampled*: from the first to the last sample; a lock that was held between two samples is
    not found, and the time can be shorter than the real one by two intervals of the samples."""

    table: str
    mode: str
    held_us: int
    line: int
    sampled: bool

    @property
    def blocks(self) -> str:
        """What other sessions cannot do to the table while it is held."""
        return BLOCKS.get(self.mode, "not known")

    def summary(self) -> str:
        """Return the lock in words."""
        held = f"{'about' if self.sampled else 'at most'} {duration(self.held_us)}"
        return f"{self.mode} of {self.table}, {held}, line {self.line}: other sessions wait with {self.blocks}"


@dataclass(frozen=True, slots=True)
class SizeRecord:
    """A table or an index whose size the migration changed, in bytes. *kind*: table or index; *before_bytes* None: it did not exist;
    *after_bytes* None: it was dropped. The size of a table is without its indexes and with TOAST."""

    name: str
    kind: str
    before_bytes: int | None
    after_bytes: int | None


@dataclass(frozen=True, slots=True)
class MigrationRecord:
    """One migration file, executed on a side. *sample_us*: the interval of the samples of locks."""

    path: str
    took_us: int
    sample_us: int
    statements: tuple[StatementRecord, ...]
    locks: tuple[LockRecord, ...]
    sizes: tuple[SizeRecord, ...] = ()

    def summary(self) -> str:
        """Return what was executed, in words."""
        return f"migration {self.path}: {duration(self.took_us)}, statements: {len(self.statements)}"

    def document(self) -> dict[str, Any]:
        """Return the object that documents contain for it."""
        locks = [{**asdict(lock), "blocks": lock.blocks} for lock in self.locks]
        lists = {name: [asdict(one) for one in getattr(self, name)] for name in ("statements", "sizes")}
        return {**asdict(self), **lists, "locks": locks}


@dataclass(frozen=True, slots=True)
class _File:
    """The content of the file."""

    format: int
    migrations: tuple[MigrationRecord, ...]


FORMAT = 1


def write_records(path: Path, records: Sequence[MigrationRecord]) -> None:
    """Write ``SIDE.migrations.json`` of an experiment."""
    write_json(path, {"format": FORMAT, "migrations": [asdict(record) for record in records]})


def read_records(path: Path) -> tuple[MigrationRecord, ...]:
    """Return the records of a file; none if the side had no migration."""
    if not path.exists():
        return ()
    document = read_json(path, what="an experiment")
    return typed(_File, document, path, remedy="run the scenario again").migrations

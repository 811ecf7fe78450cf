"""The copy that a change is tried on: an embedded server from a file, or an adopted database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.targets.specification import Embedded
from pgrehearse.workload.read import Workload

# pg_dump -Fd writes this file; a directory without it is a base backup.
_CONTENTS = "toc.dat"
_VERSION = 16


@dataclass(frozen=True, slots=True)
class Copy:
    """Where the data is: the path of a dump, a seed script or a base backup, or the DSN of an adopted database. *version* 0: that of the
    workload's source, or of the base backup; *database* "": that of the workload; *roles*: of a dump, by ``pg_dumpall --globals-only`` ("": none)."""

    origin: str
    version: int = 0
    database: str = ""
    roles: str = ""

    @property
    def is_adopted(self) -> bool:
        """Whether it is a database that its owner restored and adopted."""
        return "://" in self.origin or ("=" in self.origin and not Path(self.origin).exists())

    def side(self, workload: Workload) -> Side:
        """Return a side of a scenario with the data of the copy."""
        if self.is_adopted:
            if self.roles:
                raise UsageProblem("--roles is only for a dump", remedy="create the roles on the adopted copy")
            return Side(kind="dsn", dsn=self.origin)
        path = Path(self.origin)
        if not path.exists():
            raise BadInput(
                f"{path}: no such file",
                remedy="give a dump, a seed script, a base backup, or the DSN of an adopted copy",
            )
        database = self.database or database_of(workload)
        if path.name.startswith("base.tar") or (path.is_dir() and not (path / _CONTENTS).exists()):
            return Side(embedded=Embedded(version=self.version, backup=str(path), roles=self.roles, database=database))
        version = self.version or _version_of(workload)
        return Side(embedded=Embedded(version=version, dump=str(path), roles=self.roles, database=database))


def database_of(workload: Workload) -> str:
    """Return the database of a workload's sessions. Raises ``UsageProblem`` if there are several."""
    names = workload.sessions().select(pl.col("database").drop_nulls().unique().sort()).to_series().to_list()
    if len(names) != 1:
        raise UsageProblem(
            f"the workload has the databases {', '.join(names) or '(none)'}",
            remedy="name the database of the copy with --database",
        )
    return str(names[0])


def _version_of(workload: Workload) -> int:
    """Return the major version of the workload's source, if it is known."""
    source = workload.manifest.source
    return source.version_num // 10_000 if source is not None and source.version_num else _VERSION

"""How a running server is copied to this machine, and what the copy cannot have: decided from facts, before anything is created."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum

from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.data.extensions import Installation
from pgrehearse.targets.data.source_facts import SourceDatabase, SourceFacts

# Locales whose order does not depend on the operating system.
_FIXED = ("C", "POSIX")
# Libraries that start processes which act outside the database, or on other servers.
ACT_OUTSIDE = frozenset(
    {
        "pg_cron",
        "pglogical",
        "bdr",
        "citus",
        "pg_net",
        "pg_background",
        "repmgr",
        "rdsutils",
        "pg_timetable",
        "wal2mongo",
    }
)
_GIB = 1 << 30


class Method(StrEnum):
    """How the data is read. ``upgrade``: a base backup by the programs of the old version, then pg_upgrade."""

    BACKUP = "base backup"
    UPGRADE = "base backup and pg_upgrade"
    DUMP = "dump"


@dataclass(frozen=True, slots=True)
class CopyPlan:
    """How a server is copied. *reasons*: why not by a base backup; *left_out*: libraries that the copy does not load."""

    facts: SourceFacts
    version: int
    method: Method
    reasons: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()

    def lines(self, max_rate: str) -> tuple[str, ...]:
        """Return the plan in sentences, with the load that it is for the source."""
        size = f"{self.facts.bytes / _GIB:.1f} GiB in {len(self.facts.databases)} databases"
        load = (
            f"load on the source: one session reads {size} at most at {max_rate}/s, and one more streams WAL"
            if self.method is not Method.DUMP
            else f"load on the source: one session reads {size} once; its snapshot keeps VACUUM from removing rows until the dump ends"
        )
        because = (f"no base backup: {'; '.join(self.reasons)}",) if self.reasons else ()
        left_out = tuple(f"not loaded: {one}" for one in self.left_out)
        return (f"{self.method} of PostgreSQL {self.facts.version} to {self.version}", *because, load, *left_out)


def plan_copy(facts: SourceFacts, version: int, installed: tuple[int, ...], new: Installation) -> CopyPlan:
    """Decide how a server is copied to *version* (0: its own). Raises ``TargetProblem`` for what *new* lacks.

    *installed*: the versions whose programs are on this machine; *new*: the installation of *version*.
    """
    version = version or facts.version
    if version < facts.version:
        raise TargetProblem(
            f"the source is PostgreSQL {facts.version}, and the target would be {version}: older than the source",
            remedy=f"use version = {facts.version} or newer",
        )
    _refuse_missing(facts, new)
    reasons = obstacles(facts, installed)
    physical = Method.BACKUP if version == facts.version else Method.UPGRADE
    loaded = tuple(one for one in facts.libraries if one in new.libraries and one not in ACT_OUTSIDE)
    left_out = tuple(_why_left_out(one, new) for one in facts.libraries if one not in loaded)
    return CopyPlan(facts, version, Method.DUMP if reasons else physical, reasons, left_out, loaded)


def obstacles(facts: SourceFacts, installed: tuple[int, ...]) -> tuple[str, ...]:
    """Return why a server cannot be copied by a base backup ((): it can)."""
    found = {
        f"{facts.managed} does not permit base backups": bool(facts.managed),
        "the role has no REPLICATION attribute": not facts.may_replicate,
        "wal_level is minimal": facts.wal_level == "minimal",
        "no WAL sender is free": facts.free_senders < 2,
        "it has tablespaces": facts.has_tablespaces,
        f"PostgreSQL {facts.version} is not installed on this machine": facts.version not in installed,
        **{
            f"the collation of database {one.name} may sort differently here": not _sorts_alike(one)
            for one in facts.databases
        },
    }
    return tuple(reason for reason, applies in found.items() if applies)


def _sorts_alike(database: SourceDatabase) -> bool:
    """Return whether indexes over text are valid on this machine: a base backup contains them as they are."""
    if database.icu:
        return False
    if database.locale in _FIXED or database.locale.startswith(("C.", "POSIX.")):
        return True
    return bool(database.collation_version) and database.collation_version == _libc_version()


def _libc_version() -> str:
    try:
        return (os.confstr("CS_GNU_LIBC_VERSION") or "").rpartition(" ")[2]
    except ValueError:
        return ""


def _refuse_missing(facts: SourceFacts, new: Installation) -> None:
    """Raise for extensions and collations of the source that the new installation does not have."""
    missing = [
        f"extension {name} (database {database.name})"
        for database in facts.databases
        for name in database.extensions
        if name not in new.extensions
    ]
    if not new.icu:
        missing += [f"collations of ICU (database {one.name})" for one in facts.databases if one.icu]
    if missing:
        raise TargetProblem(
            f"PostgreSQL {new.version} of this machine lacks: {', '.join(missing)}",
            remedy=f'install them for PostgreSQL {new.version}, or use a container whose image has them (kind = "docker")',
        )


def _why_left_out(library: str, new: Installation) -> str:
    if library in ACT_OUTSIDE:
        return f"{library} (it acts outside the database)"
    return f"{library} (PostgreSQL {new.version} of this machine does not have it)"

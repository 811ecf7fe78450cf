"""The options of a capture: which logs, which part of them, and what logs do not contain."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from pgrehearse.base.clock import SECOND
from pgrehearse.capture.formats.timestamps import Stamp
from pgrehearse.capture.input.files import LogFile

if TYPE_CHECKING:
    from pgrehearse.workload.catalog.model import ServerCatalog
    from pgrehearse.workload.catalog.session_settings import SessionSettings
    from pgrehearse.workload.redaction import Redaction
    from pgrehearse.workload.source import Source

# Statements that began inside the window are logged when they end: the log is read so long past the window's end.
TAIL_US = 30 * 60 * SECOND


@dataclass(frozen=True, slots=True)
class Selection:
    """Sessions by *users*, *databases* and *applications* (empty: all), except those in the ``no_`` fields."""

    users: frozenset[str] = frozenset()
    databases: frozenset[str] = frozenset()
    applications: frozenset[str] = frozenset()
    no_users: frozenset[str] = frozenset()
    no_databases: frozenset[str] = frozenset()
    no_applications: frozenset[str] = frozenset()

    def excluded(self) -> pl.Expr:
        """Return, for rows with user, database and application, whether they are excluded; unknown values are not."""
        excluded = pl.lit(value=False)
        for column, only, without in (
            ("user", self.users, self.no_users),
            ("database", self.databases, self.no_databases),
            ("application", self.applications, self.no_applications),
        ):
            if only:
                excluded |= ~pl.col(column).is_in(sorted(only)).fill_null(value=True)
            if without:
                excluded |= pl.col(column).is_in(sorted(without)).fill_null(value=False)
        return excluded


@dataclass(frozen=True, slots=True)
class CaptureOptions:
    """What to read and keep.

    *paths*: files, folders, patterns, ``-``, ``s3://``; each may name its server's instance (``reader1=path``); or logs.
    *format*, *prefix*: replace their detection from the content. *since_us*/*until_us*: wall clock; records outside
    describe sessions but make no events. *encodings*: by database ("": all others). *settings*: what sessions start
    with (``SessionSettings.document``). *pooled*: the sessions that are a pooler's server connections. *sampling*: the
    share of the load that was logged. *redaction*: how values are replaced (None: they are kept). *drop_crypto_keys*:
    keys and passwords in calls of pgcrypto functions are emptied. *catalog*: the source's, or a restored copy's.
    *columns*: the source's catalog, used only to find the statements that generate ids. *timezone*: the server's
    log_timezone, a name or an offset ("": as the log shows). *since*/*until*: as the user wrote them; they become
    *since_us*/*until_us* when the log's zone is known. *readers*: the instances that are readers. *warm_in_us*: how long before *since* the log is read for the
    sessions' state. *notes*: what the logs are known to lack before they are read.
    """

    paths: tuple[str | Path | LogFile, ...]
    output: Path
    force: bool = False
    format: str | None = None
    prefix: str | None = None
    since_us: int | None = None
    until_us: int | None = None
    tail_us: int = TAIL_US
    selection: Selection = Selection()
    encodings: dict[str, str] = field(default_factory=dict)
    settings: tuple[SessionSettings, ...] = ()
    pooled: Selection | None = None
    sampling: float = 1.0
    redaction: Redaction | None = None
    drop_crypto_keys: bool = False
    source: Source | None = None
    catalog: ServerCatalog | None = None
    columns: ServerCatalog | None = None
    timezone: str = ""
    since: Stamp | None = None
    until: Stamp | None = None
    warm_in_us: int = 0
    readers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def warm_in_from(self, start_us: int) -> int:
        """Return how long before the requested window the log was read, if it begins at *start_us*."""
        if self.since_us is None or not self.warm_in_us:
            return 0
        return max(self.since_us + self.warm_in_us - start_us, 0)

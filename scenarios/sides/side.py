"""A side of a scenario, the control or a candidate: which target it is, and what is changed there before the replay."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pgrehearse.base.errors import BadInput
from pgrehearse.replay.plan.traffic import OneServer, parse_caches
from pgrehearse.scenarios.keys.key_types import Count, Settings, Texts, checked
from pgrehearse.scenarios.keys.model_errors import Fault
from pgrehearse.scenarios.keys.server_table import ServerTable
from pgrehearse.targets.aws.specification import AwsTarget
from pgrehearse.targets.specification import Command, Docker, Embedded, Specification, of_table, read
from pgrehearse.targets.target import TargetKind
from pgrehearse.workload.placement import read_placement

# The kinds whose target a scenario creates by a table of the side, with the keys of a target's file (docs/targets.md).
OF_TABLE = tuple(str(kind) for kind in TargetKind if kind is not TargetKind.DSN)
Table = Embedded | Docker | Command | AwsTarget
# What a side can be, and the keys that have an effect on some of these only.
_RESTORED, _OWNED = "an embedded side from the snapshot of production", 'a side of kind = "dsn"'
_MADE, _OF_FILE = "a target that is created", "a target of a file"
_EFFECTIVE = {
    **dict.fromkeys(("version", "upgrade", "standby", "pooler", "pool_size", "cpus"), (_RESTORED,)),
    **dict.fromkeys(("dsn", "restore", "readers", "routes", "standby_dsn", "container"), (_OWNED,)),
    **dict.fromkeys(("logs", "instance", "cluster"), (_OWNED, _MADE, _OF_FILE)),
    "settings": (_RESTORED, _MADE),
    "kind": (_RESTORED, _OWNED, _MADE),
}


@dataclass(frozen=True, slots=True)
class Side:
    """A target, and what is changed there before the replay."""

    kind: Literal["dsn", "embedded", "docker", "command", "rds", "aurora"] = "embedded"
    """`embedded` (from the snapshot of production), `dsn`, or a kind with a table of its own: `docker`, `command`, `rds`, `aurora`"""
    version: int = 16
    """the PostgreSQL version of the side"""
    upgrade: Literal["", "pg_upgrade"] = ""
    """`pg_upgrade`, if `version` differs from that of production"""
    standby: bool = True
    """add a streaming standby"""
    after: Texts = ()
    """a list of SQL statements to run before the replay: the change under test. On a side of kind `dsn` they are executed only on an adopted server, after all sides were verified"""
    migrations: Texts = ()
    """a list of files of SQL that are executed after `after`, as by [`ci --migration`](commands.md#migrations)"""
    settings: Settings = field(default_factory=dict)
    """a table of server settings, for an embedded side or a container"""
    dsn: str = ""
    """the target, for `kind = "dsn"` (passwords: `~/.pgpass`)"""
    restore: str = ""
    """for `kind = "dsn"`: a command that restores the target between two replays and adopts it again, as [`--restore`](same-rows.md#two-passes)"""
    standby_dsn: Texts = ()
    """its standby, for the lag; several as a list"""
    readers: Texts = ()
    """for `kind = "dsn"`: its [readers](readers.md), as `--reader`: a DSN, or `"NAME: DSN"` for the sessions of a captured reader. Default: those of `standby_dsn`"""
    routes: Texts = ()
    """for `kind = "dsn"`: the servers of some sessions, as further `--target`: `"user=NAME: DSN"` or `"instance=NAME: DSN"`"""
    logs: Texts = ()
    """a list of its csvlog files, if they are readable"""
    instance: Texts = ()
    """its instances at RDS or Aurora (a name, or a list of names): the metrics of CloudWatch are fetched into the run, and the instance classes are stored"""
    cluster: Texts = ()
    """its clusters at Aurora (a name, or a list of names): the same for all their instances"""
    container: str = ""
    """for `kind = "dsn"`: the name of the server's Docker container, for its metrics"""
    price: Annotated[float, Field(ge=0)] = 0.0
    """the price of one hour; without it the price of the instance class in `compare.prices`"""
    pooler: Literal["", "transaction", "session"] = ""
    """`transaction` or `session`: a PgBouncer in this mode in front of an embedded side from the snapshot. The replay connects to it; metrics and plans are read from the server itself"""
    pool_size: Annotated[int, Field(ge=1)] = 20
    """the most server connections of the pooler, for each user and database"""
    cpus: Count = 0
    """how many processors of the machine an embedded side from the snapshot may use (0: all)"""
    cache: Annotated[Texts, checked(parse_caches)] = ()
    """reads that are left out on this side, besides those of `replay.cache`: `"query=KEY: 90%"` ([what if](what-if.md))"""
    placement: str = ""
    """the path of a TOML file of `[[server]]` with their schemas and tables, from the current directory or beside the scenario: the side gets the traffic of `server`, or is one side for [each of them](what-if.md#all-servers-at-once)"""
    server: str = ""
    """with `placement`: the one server that this side stands for"""
    servers: dict[str, ServerTable] = field(default_factory=dict)
    """with `placement` and without `server`: a table `[candidate.servers.NAME]` for each server with its target"""
    moves_from: str = ""
    """a key of `[candidate.servers.NAME]`: the server of the placement where its tables are before they [move](events.md#cut-over)"""
    target: str = ""
    """the path of the file of a [target](targets.md), instead of `kind` and its keys"""
    embedded: Embedded | None = None
    """the table of the kind, with the keys of a [target](targets.md)"""
    docker: Docker | None = None
    """the table of the kind"""
    command: Command | None = None
    """the table of the kind"""
    rds: AwsTarget | None = None
    """the table of the kind"""
    aurora: AwsTarget | None = None
    """the table of the kind"""

    @property
    def is_changed(self) -> bool:
        """Whether something is executed on it before the replay."""
        return bool(self.after or self.migrations)

    @property
    def changes(self) -> tuple[str, ...]:
        """What is executed on it before the replay, in words."""
        return (*self.after, *(f"migration {path}" for path in self.migrations))

    def one_server(self) -> OneServer | None:
        """Return the part of the traffic that is sent to the side (None: all of it). Raises ``BadInput`` for a wrong placement."""
        return OneServer(read_placement(Path(self.placement)), self.server) if self.server else None

    @property
    def is_made(self) -> bool:
        """Whether a target's file, or a table of the side, specifies the target."""
        return bool(self.target) or self._table is not None

    @property
    def is_owned(self) -> bool:
        """Whether it is a database that its owner restored, given by ``dsn``."""
        return self.kind == "dsn" and not self.is_made

    @property
    def is_restored(self) -> bool:
        """Whether it is an embedded server from production's snapshot."""
        return self.kind == "embedded" and not self.is_made

    @property
    def is_local(self) -> bool:
        """Whether it is a server of this machine that pgrehearse starts."""
        local = {TargetKind.EMBEDDED, TargetKind.DOCKER}
        return self.is_restored or (self.is_made and self.specification("side").kind in local)

    @property
    def has_standby(self) -> bool | None:
        """Whether an embedded side has a standby (None: it is no embedded side, or one of a target's file)."""
        if self.is_restored:
            return self.standby
        return self.embedded.standbys > 0 if self.embedded is not None and not self.target else None

    @property
    def is_elsewhere(self) -> bool:
        """Whether a table of the side makes it a target that is no embedded server."""
        return self._table is not None and not self.target and self.kind != "embedded"

    @property
    def can_be_reset(self) -> bool:
        """Whether pgrehearse can bring the side back to the state before its first replay."""
        if not self.is_made:
            return self.is_restored or bool(self.restore)
        specification = self.specification("side")
        if specification.kind is TargetKind.DSN:
            return bool(specification.table.restore)
        return specification.kind is not TargetKind.COMMAND or bool(specification.table.reset)

    @property
    def _table(self) -> Table | None:
        table: Table | None = getattr(self, self.kind) if self.kind in OF_TABLE else None
        return table

    def specification(self, name: str) -> Specification:
        """Return how the target is created, under this name. Raises ``BadInput`` for a mistake in its file or table."""
        if self.target:
            return read(Path(self.target), name=name)
        head = {"kind": TargetKind(self.kind), "name": name, "settings": self.settings}
        return of_table(self._table, head, "the scenario", Path.cwd())


def side_faults(side: Side, version: int, where: str, given: Collection[str]) -> Iterator[Fault]:
    """Yield what is not possible on a side; *version*: of production; *where*: the path of the side's table; *given*: its keys."""
    table_faults = list(_table_faults(side, where))
    yield from table_faults
    if table_faults:
        return
    if side.server and not side.placement:
        yield Fault(f"{where}.server needs a placement", "set placement, or remove the key")
    yield from _ineffective(side, where, given)
    if side.is_made:
        try:
            side.specification("side")
        except BadInput as error:
            yield Fault(f"{where}: {error.message}", error.remedy)
        return
    if side.is_owned and not side.dsn:
        yield Fault(f"{where}.dsn is missing", "set the DSN of the target (without a password: use ~/.pgpass)")
    if side.is_restored and not side.upgrade and not side.moves_from and side.version != version:
        yield Fault(
            f"{where}.version is {side.version}, but the version of production is {version}",
            'add upgrade = "pg_upgrade"',
        )


def _ineffective(side: Side, where: str, given: Collection[str]) -> Iterator[Fault]:
    """Yield the keys that a side has, and that have no effect on it."""
    made = _OF_FILE if side.target else _MADE
    form = made if side.is_made else _OWNED if side.is_owned else _RESTORED
    for key, forms in _EFFECTIVE.items():
        if key in given and form not in forms:
            yield Fault(f"{where}.{key} has no effect on {form}", f"remove the key; it is for {' and '.join(forms)}")
    if "pool_size" in given and side.is_restored and not side.pooler:
        yield Fault(
            f"{where}.pool_size has no effect without a pooler", 'set pooler = "transaction", or remove the key'
        )


def _table_faults(side: Side, where: str) -> Iterator[Fault]:
    """Yield tables that do not belong to the side's kind, and a kind without its table."""
    for kind in OF_TABLE:
        if getattr(side, kind) is not None and (kind != side.kind or side.target):
            yield Fault(f"{where}.{kind} does not belong to it", f'set kind = "{kind}", or remove the table')
    if side.kind not in {"dsn", "embedded"} and not side.is_made:
        yield Fault(f"{where}.{side.kind} is missing", f"add the table [{where}.{side.kind}]")

"""``pgrehearse seed``: find the rows of a workload's statements, close them over foreign keys, write them, and verify the result."""

from __future__ import annotations

import json
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import asyncpg

from pgrehearse.base import event_loop
from pgrehearse.base.application_names import SCENARIO
from pgrehearse.base.artifact import fresh, write_json
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, TargetProblem, UsageProblem
from pgrehearse.base.postgres import chosen, connect
from pgrehearse.base.progress import Stages
from pgrehearse.scenarios.seed.closure import close_over_foreign_keys
from pgrehearse.scenarios.seed.database import read_database
from pgrehearse.scenarios.seed.executions import Execution, Executions, executions_of
from pgrehearse.scenarios.seed.found import Limits, RowFinder
from pgrehearse.scenarios.seed.masking import Masking, read_masking
from pgrehearse.scenarios.seed.names import NameReader
from pgrehearse.scenarios.seed.result import SeedResult, SeedTable
from pgrehearse.scenarios.seed.temporary_server import temporary_server
from pgrehearse.scenarios.seed.verify import SourceCounts, Verification, verify
from pgrehearse.scenarios.seed.write import SeedFiles
from pgrehearse.targets.data.clients import Clients
from pgrehearse.targets.data.dump import Dump, dumped_from
from pgrehearse.targets.embedded.binaries import installed
from pgrehearse.targets.safety import check_target, require_rehearsal
from pgrehearse.targets.specification import Embedded
from pgrehearse.workload.read import Workload
from pgrehearse.workload.redaction import Redaction
from pgrehearse.workload.sql.redact import redacted_sql

# How rows are read: nothing is written, no policy hides rows, and COPY writes values that every server reads as they were.
_SETTINGS = {
    "default_transaction_read_only": "on",
    "row_security": "off",
    "datestyle": "ISO, MDY",
    "intervalstyle": "postgres",
    "timezone": "UTC",
    "bytea_output": "hex",
    "extra_float_digits": "3",
    "client_encoding": "UTF8",
}


@dataclass(frozen=True, slots=True)
class SeedOptions:
    """*source*: a DSN or the path of a dump; *roles*: of the dump, by ``pg_dumpall --globals-only``; *database*: that of the workload ("": its only one); *schema*: write it too; *verified*: verify.

    *redaction*: the values of the seed are replaced by its pseudonyms (None: they are not), except those of the columns *kept*."""

    source: str
    roles: str = ""
    database: str = ""
    schema: bool = True
    verified: bool = True
    limits: Limits = field(default_factory=Limits)
    redaction: Redaction | None = None
    kept: frozenset[str] = frozenset()
    statement_timeout_s: float = 60.0


def make_seed(workload: Workload, output: Path, options: SeedOptions, stages: Stages) -> SeedResult:
    """Write the seed of a workload and, beside it, its JSON document. Raises the errors of ``base.errors``."""
    _check_redaction(workload, options.redaction)
    database = _database_of(workload, options.database)
    executions = executions_of(workload, database)
    with _source(workload, database, options, stages) as source, tempfile.TemporaryDirectory() as folder:
        maker = _Maker(workload, options, source, SeedFiles(Path(folder)), executions, stages)
        with fresh(output) as working:
            maker.make(working)
    result = maker.result(output, database)
    write_json(document_beside(output), result.document())
    return result


def _check_redaction(workload: Workload, redaction: Redaction | None) -> None:
    """Raise unless the values of the workload are those of the source: pseudonyms find no rows of production."""
    if redaction is None or workload.manifest.redaction == "none":
        return
    raise UsageProblem(
        f"the values of {workload.path} are pseudonyms already, which find no rows in data that is not masked",
        remedy="capture the logs without --redact for the seed; or mask the dump first (pgrehearse redact dump), and give that "
        "dump to --from without --redact-key",
    )


def document_beside(output: Path) -> Path:
    """Return the path of the JSON document of a seed."""
    return output.with_name(f"{output.name}.json")


def _database_of(workload: Workload, wanted: str) -> str:
    names = sorted(workload.sessions()["database"].drop_nulls().unique())
    if wanted and wanted not in names:
        raise UsageProblem(
            f"no session of {workload.path} uses the database {wanted}", remedy=f"--database: one of {', '.join(names)}"
        )
    if not wanted and len(names) != 1:
        raise UsageProblem(
            f"{workload.path} has sessions in {len(names)} databases",
            remedy=f"add --database: one of {', '.join(names)}",
        )
    return wanted or str(names[0])


@contextmanager
def _source(workload: Workload, database: str, options: SeedOptions, stages: Stages) -> Iterator[Endpoint]:
    """Yield the database that the rows are read from: a server that pgrehearse creates from a dump, or a rehearsal database."""
    path = Path(options.source)
    if path.exists():
        version = _installed_version(dumped_from(Dump.of(path)))
        table = Embedded(version=version, dump=str(path.resolve()), roles=options.roles, database=database)
        with temporary_server(table, stages) as server:
            yield server
        return
    if "=" not in options.source and "://" not in options.source:
        raise BadInput(f"{path}: no such file", remedy="--from: the path of a dump, or the DSN of a rehearsal database")
    endpoint = chosen(options.source)
    check = event_loop.run(check_target(endpoint, workload.manifest.source, writes=False))
    require_rehearsal(check, endpoint, dirty=False)
    yield endpoint


@dataclass
class _Maker:
    workload: Workload
    options: SeedOptions
    source: Endpoint
    files: SeedFiles
    executions: Executions
    stages: Stages
    counts: dict[int, int] = field(default_factory=dict)
    parents: int = 0
    verification: Verification | None = None
    _version: int = 0
    _masking: Masking | None = None
    _finder: RowFinder = field(init=False)
    _source_counts: SourceCounts = field(init=False)

    def make(self, working: Path) -> None:
        """Write the seed, and verify it; where statements find other rows in it, small tables are taken whole, and it is written again."""
        event_loop.run(self._find())
        self._build(working)
        if self.verification is not None and event_loop.run(self._widen(self.verification)):
            self._build(working)

    def _build(self, working: Path) -> None:
        event_loop.run(self._write(working))
        if self.options.verified:
            table = Embedded(seed=str(self.files.whole), version=self._version, database=self.source.database)
            with temporary_server(table, self.stages) as seed:
                self.verification = event_loop.run(self._verify(seed))

    async def _find(self) -> None:
        async with self._connected(self.source) as connection:
            self._version = _installed_version(connection.get_server_version().major)
            self._finder = RowFinder(connection, await read_database(connection), self.options.limits)
            self._source_counts = SourceCounts(self._finder)
            if self.options.redaction is not None:
                self._masking = await read_masking(
                    connection, self._finder.database, self.options.redaction, self.options.kept
                )
            with self.stages.stage("find the rows of the statements") as stage:
                await self._finder.find_all(self.executions.each, stage)
        with self.stages.stage("read the schema"):
            self.files.write_schema(self.source, Clients(self._version))

    async def _widen(self, verification: Verification) -> bool:
        """Take the small tables whole of the statements that find other rows in the seed; return whether there were any."""
        before = {table: len(rows) for table, rows in self._finder.places.items()}
        async with self._connected(self.source) as connection:
            self._finder.use(connection)
            for one in verification.differences:
                await self._finder.take_whole(one.derived.tables)
        return before != {table: len(rows) for table, rows in self._finder.places.items()}

    async def _write(self, working: Path) -> None:
        """Close the rows over foreign keys, and write the seed."""
        finder = self._finder
        async with self._connected(self.source) as connection:
            finder.use(connection)
            with self.stages.stage("follow the foreign keys"):
                self.parents += await close_over_foreign_keys(connection, finder.database, finder.places)
            change = self._masking.change if self._masking is not None else None
            with self.stages.stage("write the rows"):
                self.counts = await self.files.write_data(connection, finder.database, finder.places, change)
                last = await self.files.last_statements(connection, self.executions.users)
        self.files.joined(working, self._head(), schema=self.options.schema, last=last)
        self.files.joined(self.files.whole, "", schema=True, last=last)

    async def _verify(self, seed: Endpoint) -> Verification:
        async with self._connected(self.source) as connection, self._connected(seed) as loaded:
            self._finder.use(connection)
            with self.stages.stage("count the rows of the statements") as stage:
                names = NameReader(loaded, self._finder.database)
                return await verify(self.executions.each, self._source_counts, names, stage, self._masked)

    def _masked(self, execution: Execution) -> Execution | None:
        """Return an execution as a workload has it that was captured with the redaction of the seed (None: it is not replayed)."""
        redaction = self.options.redaction
        if redaction is None:
            return execution
        sql = redacted_sql(execution.sql.decode(errors="replace"), redaction)
        params = None
        if execution.params is not None:
            params = tuple(
                None
                if one is None
                else redaction.value(one.decode(errors="surrogateescape")).encode(errors="surrogateescape")
                for one in execution.params
            )
        return None if sql is None else replace(execution, sql=sql.encode(), params=params)

    @asynccontextmanager
    async def _connected(self, endpoint: Endpoint) -> AsyncIterator[asyncpg.Connection]:
        """Yield a connection in a transaction that only reads."""
        timeout = {"statement_timeout": str(int(self.options.statement_timeout_s * 1000))}
        connection = await connect(endpoint, application=SCENARIO, settings={**_SETTINGS, **timeout})
        try:
            async with connection.transaction(isolation="repeatable_read", readonly=True):
                yield connection
        finally:
            await connection.close()

    def _head(self) -> str:
        rows = sum(self.counts.values())
        return f"-- {rows} rows: those that the statements of the workload {json.dumps(self.workload.name)} find\n"

    def result(self, output: Path, database: str) -> SeedResult:
        found, tables = self._finder, self._finder.database.tables
        excluded = {
            "of other databases": self.executions.of_other_databases,
            "neither read nor change rows": self.executions.of_other_kinds,
            "incomplete in the log": self.executions.incomplete,
        }
        return SeedResult(
            seed=output.name,
            workload=self.workload.name,
            digest=self.workload.manifest.digest,
            database=database,
            masked=self.options.redaction is not None,
            bytes=output.stat().st_size,
            tables=tuple(SeedTable(tables[oid].name, rows, tables[oid].rows) for oid, rows in self.counts.items()),
            parents=self.parents,
            statements=self.workload.manifest.statements,
            executions=len(self.executions.each),
            excluded={reason: number for reason, number in excluded.items() if number},
            uncovered=dict(found.uncovered.most_common()),
            verification=self.verification,
            notes=tuple(self._notes()),
        )

    def _notes(self) -> Iterator[str]:
        database = self._finder.database
        if database.large_objects:
            yield f"{database.large_objects} large objects are not in the seed"
        if foreign := [table.name for table in database.tables.values() if table.kind == "f"]:
            yield f"foreign tables are not in the seed: {', '.join(foreign[:5])}"
        if self.workload.manifest.redaction != "none":
            # Without this, a seed of nothing would be called equal: pseudonyms find no rows in production's data, and none in the seed.
            none = "an unknown number" if self.verification is None else f"{self.verification.empty:,}"
            yield f"the workload is redacted, and {none} of its statements find no row: the data of --from has to be masked with the same key"
        if self._masking is not None and self._masking.kept:
            yield f"columns whose values are not replaced: {', '.join(self._masking.kept)}"
        if self.options.schema:
            yield "owners and privileges are not in the seed: everything belongs to the role that loads it, and the roles of the sessions may use it"


def _installed_version(version: int) -> int:
    """Return the installed version for a server or a dump of *version*: the same, or the next one (0: the newest)."""
    later = [one for one in installed() if one >= version]
    if not later:
        raise TargetProblem(
            f"no PostgreSQL of version {version} or later is installed",
            remedy="install it: its programs read the data and the schema",
        )
    return min(later) if version else max(later)

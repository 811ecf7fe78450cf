"""The parts of a run's manifest: how it was replayed, to which server, in what state. Values only."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from pgrehearse.base.server_facts import ServerFacts
from pgrehearse.workload.catalog.session_settings import SessionSettings
from pgrehearse.workload.placement import PlacedServer


@dataclass(frozen=True, slots=True)
class OrderLimits:
    """How long a statement waits for another transaction at most, and what statements with unknown tables touch."""

    timeout_us: int = 5_000_000
    unread: str = "everything"


@dataclass(frozen=True, slots=True)
class SelectionFacts:
    """Which part of the workload was replayed, and how often: the options of the same names."""

    only: str = ""
    without: str = ""
    where: str = ""
    amplify: float = 1.0
    amplify_writes: bool = False
    thin: float = 1.0
    seed: int = 7


@dataclass(frozen=True, slots=True)
class RouteFacts:
    """Where the sessions of one user, or of one instance, were replayed to."""

    user: str
    instance: str
    target: str


@dataclass(frozen=True, slots=True)
class AccessFacts:
    """Which sessions were replayed to another server or as another user. *readers*: of the target; *password_command*: whether there was one;
    *transaction_pooling*: a pooler gives a session's transactions any server connection that is free."""

    routes: list[RouteFacts] = field(default_factory=list)
    readers: list[str] = field(default_factory=list)
    users: dict[str, str] = field(default_factory=dict)
    databases: dict[str, str] = field(default_factory=dict)
    as_role: bool = False
    password_command: bool = False
    settings: list[SessionSettings] = field(default_factory=list)
    transaction_pooling: bool = False


@dataclass(frozen=True, slots=True)
class FixedTypeFacts:
    """The type of one parameter, of the query with this key or this text, as the file of types gives it."""

    parameter: int
    type: str
    query: str = ""
    sql: str = ""


@dataclass(frozen=True, slots=True)
class TypesFile:
    """The file of parameter types (--types)."""

    path: str
    types: list[FixedTypeFacts] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RunPlan:
    """How a workload was replayed: the options of ``pgrehearse replay``, in microseconds where they are times.

    *speed*: a factor, or ``max``; *real_time*: the workers began with real-time priority; *think*, *connect*: factors of think times and of the times before a session connects;
    *pooled*: connections for each user and database of pooled sessions (0: one for each session); *from_us*, *until_us*
    (None: the end) and *warm_in_us* relative to the window; *clock*: what statements read as the time, ``target`` or
    ``production``; *hash_results*: rows were hashed, at most *hash_rows* of each result (0: all); *ids*: which ids were drawn from sequences; *reads*: which reads were moved to readers
    ("": none); *caches*: reads that were left out, as if a cache answered them; *one_server*: of a placement, whose traffic was sent ("": all), with the servers of the *placement* and the name of this *server*; *workload_path*: where the workload was.
    """

    speed: float | Literal["max"] = 1.0
    workers: int = 1
    real_time: bool = False
    writes: bool = False
    connections: int | None = None
    allowed: list[str] = field(default_factory=list)
    statement_timeout_us: int = 0
    think: float = 1.0
    connect: float = 1.0
    think_floor_us: int = 0
    skip_idle_us: int = 0
    start_at_us: int = 0
    from_us: int = 0
    warm_in_us: int = 0
    until_us: int | None = None
    pooled: int = 0
    order: OrderLimits = field(default_factory=OrderLimits)
    sync: str = "session"
    selection: SelectionFacts = field(default_factory=SelectionFacts)
    access: AccessFacts = field(default_factory=AccessFacts)
    types: TypesFile | None = None
    clock: str = "target"
    hash_results: bool = True
    hash_rows: int = 0
    ids: str = "target"
    reads: str = ""
    caches: list[str] = field(default_factory=list)
    one_server: str = ""
    placement: tuple[PlacedServer, ...] = ()
    server: str = ""
    workload_path: str = ""

    @property
    def paced(self) -> bool:
        """Whether statements had instants to be sent at: not at full speed."""
        return self.speed != "max"

    @property
    def factor(self) -> float:
        """The factor between captured and replayed time (at full speed: 1)."""
        return 1.0 if self.speed == "max" else self.speed

    def fault(self) -> str:
        """Return which value is out of range ("": none)."""
        return "" if self.speed == "max" or self.speed > 0 else f"plan.speed is {self.speed}, and not above 0"


@dataclass(frozen=True, slots=True)
class AdoptionFacts:
    """The mark of an adopted database: who adopted it, when, until when, and what was allowed; never its token."""

    adopted_by: str
    adopted_at: str
    expires_at: str
    allowed: list[str] = field(default_factory=list)
    not_known: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TargetFacts(ServerFacts):
    """Which server and database were replayed to; never a password.

    *proof*: embedded, adopted or unproven; *spent*: a replay had written to it before; *mark*: of an adopted database.
    """

    proof: str = "unproven"
    spent: bool = False
    mark: AdoptionFacts | None = None


@dataclass(frozen=True, slots=True)
class ServerVersion:
    """The target's version, and with --instance its class on AWS ("": not asked)."""

    version: str = ""
    version_num: int = 0
    instance_class: str = ""


@dataclass(frozen=True, slots=True)
class StartState:
    """The state that the target began in. *snapshot*: as ``TargetFacts.proof``; *reset*: it was brought back to its snapshot;
    *spent*: a replay had written to it before; *prepared*: what was done to prepare it."""

    snapshot: str = "unproven"
    reset: bool = False
    spent: bool = False
    prepared: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class WarmUp:
    """The warm-up of one *instance* before the replay. *ended*: settled, bound (the latency of the probe had not settled), nothing to read, or failed
    (*problem*). *relations* that were read, *unread* ones; *windows* of the probe, with the mean latency of the first and the last."""

    instance: str
    took_us: int
    ended: str
    relations: int = 0
    unread: int = 0
    windows: int = 0
    first_us: int = 0
    last_us: int = 0
    problem: str = ""

    @property
    def settled(self) -> bool:
        """Whether nothing shows that the instance is still becoming faster."""
        return self.ended in {"settled", "nothing to read"}

    def __str__(self) -> str:
        how = f"ended after {self.took_us / 1e6:.1f} s ({self.ended}{f': {self.problem}' if self.problem else ''})"
        latency = (
            f"; a block took {self.first_us:,} us at first, {self.last_us:,} us at the end" if self.windows else ""
        )
        return f"the warm-up of {self.instance} {how}: {self.relations:,} relations were read, {self.unread:,} were not{latency}"


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """With --clock production: the *statements* whose text uses the clock, and how many of them did not use the target's clock.

    *way*: ``statements`` (they were sent with production's instants) or ``server`` (the clock of the target was shifted). *replaced*: had the
    instants in their text; *named*: are prepared under a name, and had them as additional parameters; *other*: kept the target's clock,
    because their expression cannot be replaced. *defaults*: columns of the target (SQL names) whose defaults read production's time;
    *definitions*: its views, functions and policies that do (the kind and the name); *places*: the statements that use the clock through
    these, by ``ClockPlace``, and had production's instants set before; *left*: objects that read the target's time (as *definitions*).
    """

    way: str = "statements"
    statements: int = 0
    replaced: int = 0
    named: int = 0
    other: int = 0
    defaults: list[str] = field(default_factory=list)
    definitions: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class StaleReads:
    """The *reads* on readers by how recent their data was (``runs.quality.stale_reads``): *stale*, of which *own* lacked a write of their own
    session; *fresh*; *not_known*."""

    reads: int = 0
    stale: int = 0
    own: int = 0
    fresh: int = 0
    not_known: int = 0


@dataclass(frozen=True, slots=True)
class ReaderFacts:
    """With --reader: how many reads were *moved* to readers (--route-reads), and those of the selection that were *kept* on the target, by reason.
    *stale*: how recent the data of the reads on readers was (None: not examined)."""

    moved: int = 0
    kept: dict[str, int] = field(default_factory=dict)
    stale: StaleReads | None = None


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """With --sync commit: the *transactions* and *tables* that order statements, and the statements with unknown tables."""

    transactions: int
    tables: int
    shapes_unread: int
    unread: str


@dataclass(frozen=True, slots=True)
class SequenceIds:
    """A sequence whose draws returned production's ids, and the *columns* that it fills, as SQL writes them.

    *known*: how many ids the workload has for the replayed sessions, by how each is known; *beyond*: how many draws got an id of the
    target's own, because no id of production was left for them.
    """

    database: str
    sequence: str
    columns: list[str] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)
    beyond: int = 0

    @property
    def verified(self) -> bool:
        """Whether decoded rows or later statements of the log contain ids of the sequence: order alone is not verified."""
        return bool(self.known.get("confirmed") or self.known.get("decoded"))


@dataclass(frozen=True, slots=True)
class ColumnValues:
    """A *column* (as SQL writes it) whose default returned production's values: random ones, or those of the clock.

    *known*: how many values decoded rows have for the replayed sessions; *own*: how many evaluations of the default found none, and
    returned a value of the target's own.
    """

    database: str
    column: str
    known: int = 0
    own: int = 0


@dataclass(frozen=True, slots=True)
class NamedIds:
    """A table (as ``schema.name``) whose default could not be changed (*reason*): *statements* name its ids in their texts, *others* insert rows
    in a form that cannot."""

    database: str
    table: str
    statements: int
    others: int
    reason: str


@dataclass(frozen=True, slots=True)
class IdFacts:
    """With --ids production: the *sequences*, and sentences about draws that could not get production's ids (*not_given*).

    *values*: the other generated columns. *named*: the tables whose ids statements name. *calls*: how many statements call the
    functions of ``pgrehearse`` in the place of PostgreSQL's own. *pins_digest*: of the workload's file of ids.
    """

    sequences: list[SequenceIds] = field(default_factory=list)
    not_given: list[str] = field(default_factory=list)
    values: list[ColumnValues] = field(default_factory=list)
    named: list[NamedIds] = field(default_factory=list)
    calls: int = 0
    pins_digest: str = ""


@dataclass(frozen=True, slots=True)
class DeclaredTypes:
    """A statement whose parameters are sent with *types* ("": the target infers it)."""

    shape: int
    query_key: str
    sql: str
    types: list[str]


@dataclass(frozen=True, slots=True)
class OpenParameter:
    """A parameter of unknown type: as what it was *sent*, what *others* it may have been; *sqlstate*: the statement did not
    parse before the start."""

    shape: int
    query_key: str
    sql: str
    parameter: int
    sent: str
    others: list[str]
    sqlstate: str


@dataclass(frozen=True, slots=True)
class ParameterTypes:
    """How the types of parameters became known: of *texts* statements, *not_inferred* ones in sessions that the target refused."""

    texts: int = 0
    not_inferred: int = 0
    declared: list[DeclaredTypes] = field(default_factory=list)
    open: list[OpenParameter] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PreparedTransaction:
    """A transaction that the replay left prepared, and the *command* that rolls it back in its database."""

    gid: str
    owner: str
    database: str
    command: str
    rolled_back: bool = False

    def document(self) -> dict[str, Any]:
        """Return the JSON document."""
        return asdict(self)

    def __str__(self) -> str:
        return f"{self.gid!r} of {self.owner} in database {self.database}"

"""What AWS describes, as far as a plan needs it: the source, its snapshot, the versions of an engine, the parameters of a family."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from pgrehearse.base.errors import BadInput
from pgrehearse.targets.target import TargetKind

ENGINES = {TargetKind.RDS: "postgres", TargetKind.AURORA: "aurora-postgresql"}


class Form(StrEnum):
    """The form of a source, or of what a snapshot was made of."""

    INSTANCE = "an RDS instance"
    MULTI_AZ = "an RDS Multi-AZ cluster"
    AURORA = "an Aurora cluster"


class Level(StrEnum):
    """Where a parameter is set."""

    INSTANCE = "instance"
    CLUSTER = "cluster"


@dataclass(frozen=True, slots=True)
class Production:
    """The source. *arn*, *resource*: its ARN and its immutable id; *writer*: its writing instance; *resources*: the ids of its members
    too; *values*: the parameters that its owner has set; *latest_us*: the latest moment that can be
    restored; *blue_green*: the deployment that it is part of; *follows*: what it is a replica of ("": neither); *standby*: an
    RDS instance with a standby in another zone, which each commit waits for; *volume*: the storage type of an RDS
    instance (gp3)."""

    name: str
    form: Form
    arn: str
    resource: str
    version: str
    instance_class: str = ""
    writer: str = ""
    resources: frozenset[str] = frozenset()
    subnet_group: str = ""
    security_groups: tuple[str, ...] = ()
    database: str = ""
    storage_bytes: int = 0
    earliest_us: int = 0
    latest_us: int = 0
    values: dict[str, str] = field(default_factory=dict)
    blue_green: str = ""
    follows: str = ""
    standby: bool = False
    volume: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot. *form*: of what it was made; *at_us*: the instant of its data; *resource*: the id of what it was made of."""

    name: str
    arn: str
    form: Form
    version: str
    at_us: int
    resource: str = ""


@dataclass(frozen=True, slots=True)
class EngineVersion:
    """A version of an engine. *family*: of its parameter groups; *upgrades*: the versions that it can become."""

    version: str
    family: str
    upgrades: frozenset[str] = frozenset()

    @property
    def major(self) -> str:
        return self.version.partition(".")[0]

    @property
    def order(self) -> tuple[int, ...]:
        """The version as numbers.

        >>> EngineVersion("16.10", "postgres16").order
        (16, 10)
        """
        return tuple(int(part) if part.isdigit() else 0 for part in self.version.split("."))


@dataclass(frozen=True, slots=True)
class Setting:
    """A parameter of a family. *static*: it needs a restart; *modifiable*: a group may set it."""

    static: bool
    modifiable: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What a plan is made of. *production*: None if only a snapshot is known. *versions*: of the candidate's engine. *families*: the
    parameters of each family, by its name and level. *place*: the begin of ARNs, ``arn:aws:rds:REGION:ACCOUNT``. *subnets*: of the
    target's subnet group. *not_offered*: the classes that AWS does not offer for the candidate's version."""

    production: Production | None
    snapshot: Snapshot | None
    versions: tuple[EngineVersion, ...]
    families: dict[tuple[str, Level], dict[str, Setting]]
    place: str
    subnets: tuple[str, ...] = ()
    not_offered: tuple[str, ...] = ()

    @property
    def described(self) -> Production:
        """The source. Raises ``BadInput`` if it is not known."""
        if self.production is None:
            raise BadInput(
                "production is not described", remedy="write source = 'NAME of production's instance or cluster'"
            )
        return self.production

    @property
    def form(self) -> Form:
        """The form of what is restored."""
        return self.snapshot.form if self.snapshot is not None else self.described.form

    @property
    def version(self) -> str:
        """The version of the data."""
        return self.snapshot.version if self.snapshot is not None else self.described.version

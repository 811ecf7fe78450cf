"""How a target at AWS is created: the table ``[rds]`` or ``[aurora]`` of a target file (docs/targets-aws.md has each key)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.base.units import parse_bytes, parse_duration_us
from pgrehearse.targets.target import TargetKind

SERVERLESS = "db.serverless"
# The most readers of an Aurora cluster, and of an RDS instance (AWS's limits: 15 replicas each).
MOST_READERS = 15
# The limits of Aurora Serverless v2, in capacity units (ACU); a minimum of 0 pauses an idle cluster, and is not offered here.
ACU_LIMITS = (0.5, 256.0)


class Origin(StrEnum):
    """Where the data of a target comes from."""

    SNAPSHOT = "snapshot"
    MOMENT = "moment"
    CLONE = "clone"
    REPLICA = "replica"


class Login(StrEnum):
    """How pgrehearse logs in."""

    SECRET = "secret"  # noqa: S105 (a master password that AWS generates and keeps in Secrets Manager)
    IAM = "iam"


@dataclass(frozen=True, slots=True)
class AwsTarget:
    """The keys of the table. Each default is the value of a key that is not given."""

    source: str = ""
    """Production's instance or cluster. Empty: only `snapshot` is known, for example one that another account shares"""
    origin: str = Origin.SNAPSHOT
    """`snapshot`, `moment`, `clone` or `replica`"""
    snapshot: str = ""
    """the name or the ARN of a snapshot (empty: a new one)"""
    moment: str = ""
    """the instant to restore, in ISO 8601 with an offset (empty: the latest one)"""
    instance_class: str = ""
    """the class of the instances (empty: production's)"""
    readers: int = 0
    """the number of readers, 0 to 15"""
    reader_class: str = ""
    """the class of the readers (empty: `instance_class`)"""
    engine_version: str = ""
    """the version of the target (empty: production's; for Aurora the first version that can have its data)"""
    min_acu: float = 0.0
    """the least capacity of Aurora Serverless v2 (0: not serverless)"""
    max_acu: float = 0.0
    """the most capacity of Aurora Serverless v2 (0: not serverless)"""
    io_optimized: bool = False
    """Aurora I/O-Optimized"""
    multi_az: bool = False
    """an RDS Multi-AZ DB cluster: a writer and two readers"""
    single_az: bool = False
    """an RDS instance without a standby in another zone, where production has one. Its commits wait for no standby (empty: as production)"""
    proxy: bool = False
    """an RDS Proxy in front of the writer"""
    proxy_role: str = ""
    """the ARN of the role by which the proxy reads the secret"""
    subnet_group: str = ""
    """the subnet group (empty: production's)"""
    security_groups: tuple[str, ...] = ()
    """the security groups (empty: production's)"""
    public: bool = False
    """the target has a public address"""
    kms_key: str = ""
    """the key of the copy (empty: production's)"""
    parameters: dict[str, str] = field(default_factory=dict)
    """values of parameters, in addition to production's"""
    login: str = Login.SECRET
    """`secret`: AWS generates a master password and keeps it in Secrets Manager. `iam`: tokens of IAM"""
    user: str = ""
    """the user of `login = "iam"`: it has the role `rds_iam` in production (empty: the master user)"""
    database: str = ""
    """the database to connect to (empty: production's first one)"""
    databases: tuple[str, ...] = ()
    """further databases that are marked"""
    sslmode: str = "require"
    """libpq's `sslmode` of the connections"""
    sslrootcert: str = ""
    """AWS's bundle of certificates, for `verify-full`"""
    expires: str = "8h"
    """after this time `targets reap` removes the target"""
    max_price: float = 0.0
    """the most that an hour may cost (0: no bound)"""
    allow: tuple[str, ...] = ()
    """outbound paths that stay open, by name"""
    resettable: bool = False
    """A clone or a replica is kept in a snapshot before its first write, so that it can be reset"""
    max_slot_lag: str = "20GB"
    """the most write-ahead log that production may keep for a replica"""
    min_free_storage: float = 0.2
    """the share of production's storage that stays free while a replica follows it"""
    max_replica_lag: str = "5s"
    """the replica is promoted when its lag is at most this"""
    wait: str = "2h"
    """the longest wait for one request"""

    @property
    def serverless(self) -> bool:
        return bool(self.min_acu or self.max_acu)

    @property
    def moment_us(self) -> int:
        """The moment as an instant (0: not given)."""
        return round(datetime.fromisoformat(self.moment).timestamp() * SECOND) if self.moment else 0

    @property
    def wait_us(self) -> int:
        return parse_duration_us(self.wait)

    @property
    def expires_after_us(self) -> int:
        return parse_duration_us(self.expires)


def check(kind: TargetKind, target: AwsTarget) -> None:
    """Raise ``BadInput`` for the first key that is invalid, or that contradicts another one. Nothing is asked of AWS."""
    for fault, remedy in _faults(kind, target):
        raise BadInput(f"[{kind}] {fault}", remedy=remedy)


def _faults(kind: TargetKind, target: AwsTarget) -> Iterable[tuple[str, str]]:
    yield from _of_words(target)
    yield from _of_origin(kind, target)
    yield from _of_instances(kind, target)
    yield from _of_kind(kind, target)
    yield from _of_access(kind, target)


def _of_words(target: AwsTarget) -> Iterable[tuple[str, str]]:
    """The values that have a form of their own."""
    if target.origin not in list(Origin):
        yield f"origin: {target.origin!r} is not an origin", f"use {', '.join(Origin)}"
    if target.login not in list(Login):
        yield f"login: {target.login!r} is not a login", f"use {', '.join(Login)}"
    for name in ("expires", "max_replica_lag", "wait"):
        if not _parses(parse_duration_us, getattr(target, name)):
            yield f"{name}: {getattr(target, name)!r} is not a duration", "write a number and a unit: 30s, 10m or 8h"
    if not _parses(parse_bytes, target.max_slot_lag):
        yield f"max_slot_lag: {target.max_slot_lag!r} is not a size", "write a number and a unit: 20GB"
    if not 0 < target.min_free_storage < 1:
        yield (
            f"min_free_storage: {target.min_free_storage:g} is not a share",
            "write a share between 0 and 1, such as 0.2",
        )
    if target.moment and not _is_instant(target.moment):
        yield (
            f"moment: {target.moment!r} is not an instant with an offset",
            "write it as 2026-11-24T10:00:00Z or 2026-11-24T10:00:00+01:00",
        )


def _of_origin(kind: TargetKind, target: AwsTarget) -> Iterable[tuple[str, str]]:
    if not target.source and not target.snapshot:
        yield "neither source nor snapshot is given", "write source = 'NAME of production's instance or cluster'"
    if not target.source and target.origin != Origin.SNAPSHOT:
        yield f"origin = '{target.origin}' needs source", "write source = 'NAME of production's instance or cluster'"
    yield from _of_data(kind, target)


def _of_data(kind: TargetKind, target: AwsTarget) -> Iterable[tuple[str, str]]:
    if target.snapshot and target.origin != Origin.SNAPSHOT:
        yield f"snapshot is given, and origin is '{target.origin}'", "use origin = 'snapshot', or remove snapshot"
    if target.origin == Origin.CLONE and target.moment:
        yield (
            "origin = 'clone' has no moment: AWS clones the latest state only",
            "remove moment, or use origin = 'moment' (a full copy)",
        )
    elif target.moment and target.origin != Origin.MOMENT:
        yield f"moment is given, and origin is '{target.origin}'", "use origin = 'moment', or remove moment"
    if kind == TargetKind.RDS and target.origin == Origin.CLONE:
        yield "only Aurora can clone", "use origin = 'snapshot' or 'moment'"
    if kind == TargetKind.RDS and target.origin == Origin.REPLICA:
        yield (
            "origin = 'replica' makes an Aurora cluster from an RDS instance",
            "use kind = 'aurora', or origin = 'snapshot'",
        )
    if target.kms_key and target.origin in {Origin.CLONE, Origin.REPLICA}:
        yield f"origin = '{target.origin}' keeps production's key", "remove kms_key, or use origin = 'snapshot'"


def _of_instances(kind: TargetKind, target: AwsTarget) -> Iterable[tuple[str, str]]:
    if not 0 <= target.readers <= MOST_READERS:
        yield f"readers: {target.readers}", f"use 0 to {MOST_READERS}"
    if target.reader_class and not target.readers:
        yield "reader_class is given without readers", "set readers, or remove reader_class"
    if not target.serverless:
        if SERVERLESS in {target.instance_class, target.reader_class}:
            yield f"{SERVERLESS} needs min_acu and max_acu", "set both, in capacity units (ACU)"
        return
    if kind == TargetKind.RDS:
        yield "only Aurora is serverless", "remove min_acu and max_acu, or use kind = 'aurora'"
    if target.instance_class not in {"", SERVERLESS} or target.reader_class not in {"", SERVERLESS}:
        yield "an instance class is given, and min_acu or max_acu", "remove the class, or min_acu and max_acu"
    low, high = ACU_LIMITS
    if not low <= target.min_acu <= target.max_acu <= high or target.max_acu < 1:
        yield (
            f"min_acu = {target.min_acu:g}, max_acu = {target.max_acu:g}",
            f"use {low:g} <= min_acu <= max_acu <= {high:g}, and 1 or more for max_acu",
        )


def _of_kind(kind: TargetKind, target: AwsTarget) -> Iterable[tuple[str, str]]:
    if kind == TargetKind.AURORA and target.multi_az:
        yield "multi_az is a variant of RDS", "remove multi_az: the storage of Aurora is in three zones; use readers"
    if kind == TargetKind.RDS and target.io_optimized:
        yield "io_optimized is a variant of Aurora", "remove io_optimized"
    if target.single_az and (kind == TargetKind.AURORA or target.multi_az):
        yield "single_az is a variant of an RDS instance", "remove single_az"
    if target.multi_az and target.readers:
        yield "a Multi-AZ DB cluster has two readers of its own", "remove readers"
    if kind == TargetKind.RDS and target.origin == Origin.MOMENT and target.kms_key:
        yield "origin = 'moment' keeps production's key", "remove kms_key, or use origin = 'snapshot'"


def _of_access(kind: TargetKind, target: AwsTarget) -> Iterable[tuple[str, str]]:
    if kind == TargetKind.RDS and target.readers and target.login == Login.SECRET:
        yield (
            "AWS makes no read replica of an RDS instance whose master password is in Secrets Manager",
            "use login = 'iam', or multi_az = true instead of readers",
        )
    if target.login == Login.IAM and not target.user:
        yield "login = 'iam' needs user", "write a user of production that has the role rds_iam"
    if target.login == Login.IAM and target.sslmode not in {"require", "verify-ca", "verify-full"}:
        yield f"login = 'iam' needs TLS, and sslmode is '{target.sslmode}'", "use sslmode = 'require' or 'verify-full'"
    if target.login == Login.SECRET and target.user:
        yield "login = 'secret' is that of the master user", "remove user, or use login = 'iam'"
    if target.proxy and not target.proxy_role:
        yield (
            "proxy needs proxy_role",
            "write the ARN of a role that may read the secret (secretsmanager:GetSecretValue)",
        )
    if target.proxy and target.login != Login.SECRET:
        yield "proxy needs login = 'secret'", "the proxy logs in to the server by the secret"


def _parses(parse: object, text: str) -> bool:
    try:
        parse(text)  # type: ignore[operator]
    except UsageProblem:
        return False
    return True


def _is_instant(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False

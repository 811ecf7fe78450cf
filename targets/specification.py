"""The file that specifies a target (TOML) as frozen values: docs/targets.md has every key.

A new field of a table is a new key, without a change of the parser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput
from pgrehearse.base.toml import read_toml
from pgrehearse.base.typed_document import of_user
from pgrehearse.targets.aws.specification import AwsTarget
from pgrehearse.targets.aws.specification import check as check_at_aws
from pgrehearse.targets.target import TargetKind

MANUAL = "docs/targets.md"
# A name is a part of names of files, of containers and of things at AWS.
NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
# Exactly one of these keys gives the data of an embedded server or of a container.
DATA = ("dump", "backup", "seed", "source")


@dataclass(frozen=True, slots=True)
class Dsn:
    """A database that its owner restored and adopted. *restore*: a command that brings it back and adopts it again."""

    dsn: str
    standby_dsn: tuple[str, ...] = ()
    logs: tuple[str, ...] = ()
    restore: str = ""
    instance: tuple[str, ...] = ()
    cluster: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Embedded:
    """A server of this machine."""

    version: int = 0
    """the major version. 0: that of the base backup or of the running server"""
    dump: str = ""
    """a dump of pg_dump (custom, directory, tar or plain format, without `--create`) or of pg_dumpall"""
    backup: str = ""
    """a directory of pg_basebackup (plain or tar format, also with gzip), or its `base.tar`"""
    seed: str = ""
    """a script of SQL that psql executes in an empty database"""
    source: str = ""
    """the DSN of a running server"""
    roles: str = ""
    """the output of `pg_dumpall --globals-only`, which is restored before a dump of pg_dump"""
    database: str = "postgres"
    """the database that statements are sent to; a dump of pg_dump and a seed script are restored into it"""
    superuser: str = "postgres"
    """the role that created the source's cluster, for a dump or a base backup"""
    standbys: int = 0
    """the number of streaming standbys"""
    max_rate: str = "64MB"
    """the most bytes a second that a base backup reads from a running server"""
    checkpoint: str = "spread"
    """how a running server begins a base backup: `spread` (slowly, by its own settings) or `fast`"""
    timeout: str = "6h"
    """the longest time of one program"""
    allow: tuple[str, ...] = ()
    """outbound paths that stay open, by name"""


@dataclass(frozen=True, slots=True)
class Docker:
    """A container of this machine's Docker daemon."""

    image: str
    """an image whose entrypoint is that of the official image `postgres`; it is pulled if this machine does not have it"""
    dump: str = ""
    """a dump of pg_dump (custom, directory, tar or plain format, without `--create`) or of pg_dumpall"""
    backup: str = ""
    """a directory of pg_basebackup (plain or tar format, also with gzip), or its `base.tar`"""
    seed: str = ""
    """a script of SQL that psql executes in an empty database"""
    roles: str = ""
    """the output of `pg_dumpall --globals-only`, which is restored before a dump of pg_dump"""
    database: str = "postgres"
    """the database that statements are sent to"""
    user: str = "postgres"
    """the superuser"""
    cpus: float = 0.0
    """the limit of processors (0: none)"""
    memory: str = ""
    """the limit of memory"""
    shared_memory: str = "256MB"
    """the size of `/dev/shm`"""
    timeout: str = "6h"
    """the longest time of one program"""
    allow: tuple[str, ...] = ()
    """outbound paths that stay open, by name"""


@dataclass(frozen=True, slots=True)
class Command:
    """The user's own commands create the target and remove it."""

    prepare: str
    """creates the target"""
    describe: str
    """prints what it is"""
    destroy: str
    """removes it, also what a failed `prepare` has created. It may be executed again"""
    reset: str = ""
    """brings it back to the state before its first replay"""
    timeout: str = "1h"
    """the longest time of one command"""
    input: dict[str, str] = field(default_factory=dict)
    """a table of texts that the commands receive"""
    allow: tuple[str, ...] = ()
    """outbound paths that stay open, by name"""


TABLES: dict[TargetKind, type[Any]] = {
    TargetKind.DSN: Dsn,
    TargetKind.EMBEDDED: Embedded,
    TargetKind.DOCKER: Docker,
    TargetKind.COMMAND: Command,
    TargetKind.RDS: AwsTarget,
    TargetKind.AURORA: AwsTarget,
}
# The keys whose value is the path of a file, and those whose value is a DSN.
_PATHS = ("dump", "backup", "seed", "roles")
_DSNS = ("dsn", "source")


@dataclass(frozen=True, slots=True)
class Specification:
    """A target as its file specifies it. *settings*: of the server; *table*: the table of its kind; *folder*: of the file, where the user's
    commands are started; *expires*: after which time ``targets reap`` removes it ("": never)."""

    kind: TargetKind
    name: str
    settings: dict[str, str]
    table: Any
    folder: Path
    expires: str = ""

    @property
    def needs_consent(self) -> bool:
        """Whether its creation costs money, or is a load on production."""
        return isinstance(self.table, AwsTarget) or bool(getattr(self.table, "source", ""))

    def document(self) -> dict[str, Any]:
        """Return the specification for a journal: DSNs are without passwords and parameters."""
        table = asdict(self.table)
        for key in _DSNS:
            # The source of a target at AWS is the name of an instance or a cluster.
            if table.get(key) and not isinstance(self.table, AwsTarget):
                table[key] = str(Endpoint.parse(table[key]))
        if "standby_dsn" in table:
            table["standby_dsn"] = [str(Endpoint.parse(one)) for one in table["standby_dsn"]]
        head = {"kind": str(self.kind), "name": self.name, "settings": self.settings, "expires": self.expires}
        return {**head, "folder": str(self.folder), str(self.kind): table}


def read(path: Path, *, name: str = "") -> Specification:
    """Read a target's file; *name* replaces its name. Raises ``BadInput`` with the path of the key that is wrong."""
    document = read_toml(path, missing="give the path of a target's file", form=MANUAL)
    return parse({"name": path.stem, **document, **({"name": name} if name else {})}, str(path), path.resolve().parent)


def parse(document: Mapping[str, Any], where: str, folder: Path) -> Specification:
    """Return the specification that a document contains; relative paths of files are those from *folder*."""
    kind = _kind(document, where)
    _refuse_unknown(document, kind, where)
    keys = ", ".join(one.name for one in fields(TABLES[kind]))
    remedy = f"known keys of [{kind}]: {keys} ({MANUAL})"
    table = of_user(TABLES[kind], _with_lists(document.get(kind, {})), f"{where}: [{kind}]", remedy=remedy)
    head = {key: document.get(key, "") for key in ("name", "expires")}
    return of_table(table, {**head, "settings": document.get("settings", {}), "kind": kind}, where, folder)


def of_table(table: Any, head: Mapping[str, Any], where: str, folder: Path) -> Specification:
    """Return the specification of a kind's table; *head*: its kind, name, settings, and when it expires. Raises ``BadInput``."""
    kind, settings = head["kind"], _settings(head["settings"], where)
    name, expires = head["name"], head.get("expires", "")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise BadInput(
            f"{where}: name is {name!r}",
            remedy="use lower-case letters, digits and hyphens, a letter first, at most 40",
        )
    if not isinstance(expires, str):
        raise BadInput(f"{where}: expires is {expires!r}", remedy='use a duration, such as "12h"')
    _check(kind, table, where)
    return Specification(kind, name, settings, _resolved(table, folder), folder, expires)


def of_document(document: Mapping[str, Any], where: str) -> Specification:
    """Return the specification that ``document`` wrote to a journal."""
    folder = Path(str(document.get("folder", ".")))
    return parse({key: value for key, value in document.items() if key != "folder"}, where, folder)


def _kind(document: Mapping[str, Any], where: str) -> TargetKind:
    choices = ", ".join(TABLES)
    try:
        kind = TargetKind(document["kind"])
    except KeyError:
        raise BadInput(f"{where}: kind is missing", remedy=f"use one of {choices}") from None
    except ValueError:
        raise BadInput(f"{where}: kind is {document['kind']!r}", remedy=f"use one of {choices}") from None
    return kind


def _refuse_unknown(document: Mapping[str, Any], kind: TargetKind, where: str) -> None:
    known = ("kind", "name", "settings", "expires", str(kind))
    unknown = next((key for key in document if key not in known), "")
    if unknown:
        raise BadInput(f"{where}: unknown key {unknown}", remedy=f"known keys: {', '.join(known)} ({MANUAL})")


def _settings(settings: object, where: str) -> dict[str, str]:
    """Return the settings of the server as texts."""
    if not isinstance(settings, Mapping):
        raise BadInput(f"{where}: settings is not a table", remedy=f"{MANUAL} shows the format")
    texts = {}
    for key, value in settings.items():
        if not isinstance(value, str | int | float):
            raise BadInput(f"{where}: settings.{key} is {value!r}", remedy="use a text, a number, true or false")
        texts[str(key)] = ("on" if value else "off") if isinstance(value, bool) else str(value)
    return texts


def _with_lists(table: object) -> Any:
    """Return a table whose lists were tuples before a journal kept them."""
    if not isinstance(table, Mapping):
        return table
    return {key: list(value) if isinstance(value, tuple) else value for key, value in table.items()}


def _check(kind: TargetKind, table: Any, where: str) -> None:
    """Raise ``BadInput`` for a table whose keys do not belong together."""
    if isinstance(table, AwsTarget):
        try:
            check_at_aws(kind, table)
        except BadInput as error:
            raise BadInput(f"{where}: {error.message}", remedy=error.remedy) from None
    if kind not in {TargetKind.EMBEDDED, TargetKind.DOCKER}:
        return
    known = [key for key in DATA if hasattr(table, key)]
    given = [key for key in known if getattr(table, key)]
    if len(given) != 1:
        raise BadInput(
            f"{where}: [{kind}] has {' and '.join(given) or 'no data'}",
            remedy=f"give exactly one of {', '.join(known)}",
        )
    if kind is TargetKind.EMBEDDED and not table.version and given[0] in {"dump", "seed"}:
        raise BadInput(f"{where}: [embedded] version is missing", remedy="set the major version, such as version = 18")
    if table.roles and given[0] != "dump":
        raise BadInput(f"{where}: [{kind}] roles is only for a dump", remedy="remove roles")


def _resolved(table: Any, folder: Path) -> Any:
    """Return a table whose paths are absolute."""
    paths = {key: getattr(table, key, "") for key in _PATHS}
    return replace(table, **{key: str((folder / value).resolve()) for key, value in paths.items() if value})

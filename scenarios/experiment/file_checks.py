"""What a scenario needs on this machine, verified without a connection: files, workloads, programs, servers that are installed."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.s3_cache import SCHEME
from pgrehearse.compare.cost import read_prices
from pgrehearse.replay.plan.readers import parse_reader
from pgrehearse.replay.plan.routing import parse_route
from pgrehearse.runs.state.read import State
from pgrehearse.scenarios.events.plan import EMBEDDED, EventKind
from pgrehearse.scenarios.events.statements import statements_of
from pgrehearse.scenarios.file.scenario_model import Scenario
from pgrehearse.scenarios.keys.model_errors import Fault, faults_of_call
from pgrehearse.scenarios.keys.sql_text import statements_of_text
from pgrehearse.scenarios.migration.script import read_script
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.targets.embedded import pooler
from pgrehearse.targets.embedded.affinity import require_processors
from pgrehearse.targets.embedded.binaries import installed
from pgrehearse.targets.specification import Command, Specification
from pgrehearse.targets.target import TargetKind
from pgrehearse.workload.read import Workload

# The keys of a target's table that are paths of files, those that may be directories, and those that are commands.
_FILES = ("dump", "backup", "seed", "roles")
_DIRECTORIES = frozenset({"dump", "backup"})
_COMMANDS = ("prepare", "describe", "destroy", "reset")


def file_faults(scenario: Scenario, finished: frozenset[str] = frozenset()) -> Iterator[Fault]:
    """Yield what is missing on this machine, except for the *finished* sides. Nothing is changed, and no server is asked."""
    production, replay = scenario.production, scenario.replay
    if production.kind == "workload":
        yield from _of_artifact(production.workload, "production.workload", Workload.open)
    yield from _of_artifact(production.end_state, "production.end_state", State.open)
    if production.kind == "embedded":
        yield from _of_version(production.version, "production.version")
    if scenario.compare.prices:
        yield from faults_of_call(partial(read_prices, Path(scenario.compare.prices)), "compare.prices: ")
    yield from _of_program(replay.password_command, "replay.password_command")
    for number, command in enumerate(scenario.metric.commands, 1):
        yield from _of_program(command, f"metric.commands[{number}]")
    for (table, parts), place in zip(scenario.groups.items(), scenario.places, strict=True):
        for name, side in parts.items():
            own = f".servers.{side.server}" if name != table and side.kind == "dsn" else ""
            if name not in finished:
                yield from _of_side(side, f"{place}{own}")
    yield from _of_events(scenario)


def _of_artifact(path: str, where: str, read: Callable[[Path], object]) -> Iterator[Fault]:
    """Yield why a workload or a state cannot be read; one in S3 is read when the scenario runs."""
    if path and not path.startswith(SCHEME):
        yield from faults_of_call(partial(read, Path(path)), f"{where}: ")


def _of_side(side: Side, where: str) -> Iterator[Fault]:
    for number, log in enumerate(side.logs, 1):
        yield from _of_file(Path(log), f"{where}.logs[{number}]")
    yield from faults_of_call(side.one_server, f"{where}.placement: ")
    for number, statement in enumerate(side.after, 1):
        yield from faults_of_call(partial(statements_of_text, statement, f"{where}.after[{number}]"))
    for number, migration in enumerate(side.migrations, 1):
        yield from faults_of_call(partial(read_script, migration), f"{where}.migrations[{number}]: ")
    if side.is_made:
        yield from _of_target(side.specification("side"), f"{where}.target" if side.target else f"{where}.{side.kind}")
        return
    if side.is_restored:
        yield from _of_version(side.version, f"{where}.version")
        yield from faults_of_call(partial(require_processors, side.cpus), f"{where}.cpus: ")
        for key in ("pooler", "moves_from"):
            if getattr(side, key):
                yield from faults_of_call(pooler.program, f"{where}.{key}: ")
        return
    yield from _of_servers(side, where)
    yield from _of_program(side.restore, f"{where}.restore")


def _of_servers(side: Side, where: str) -> Iterator[Fault]:
    """Yield DSNs of a database of the user that cannot be read."""
    yield from faults_of_call(partial(Endpoint.parse, side.dsn), f"{where}.dsn: ")
    texts = {"standby_dsn": Endpoint.parse, "readers": parse_reader, "routes": parse_route}
    for key, parse in texts.items():
        for number, text in enumerate(getattr(side, key), 1):
            yield from faults_of_call(partial(parse, text), f"{where}.{key}[{number}]: ")


def _of_target(specification: Specification, where: str) -> Iterator[Fault]:
    """Yield what a target needs that the scenario creates."""
    table: Any = specification.table
    for key in _FILES:
        if path := getattr(table, key, ""):
            yield from _of_file(Path(path), f"{where}.{key}", directory=key in _DIRECTORIES)
    if specification.kind is TargetKind.EMBEDDED and table.version:
        yield from _of_version(table.version, f"{where}.version")
    if isinstance(table, Command):
        for key in _COMMANDS:
            yield from _of_program(getattr(table, key), f"{where}.{key}", specification.folder)


def _of_events(scenario: Scenario) -> Iterator[Fault]:
    for number, event in enumerate(scenario.events, 1):
        where = f"events[{number}]"
        if event.kind is EventKind.SQL:
            yield from faults_of_call(partial(statements_of, event, where))
        yield from _of_program(event.command, f"{where}.command")
        for key in ("pause_pooler", "resume_pooler"):
            if (dsn := getattr(event, key)) and dsn != EMBEDDED:
                yield from faults_of_call(partial(Endpoint.parse, dsn), f"{where}.{key}: ")


def _of_file(path: Path, where: str, *, directory: bool = False) -> Iterator[Fault]:
    """Yield why a path is not that of a file. *directory*: it may be that of a directory."""
    if not path.exists():
        yield Fault(f"{where}: {path}: no such file", "correct the path; it is relative to the current directory")
    elif path.is_dir() and not directory:
        yield Fault(f"{where}: {path}: a directory", "use the path of a file")


def _of_version(version: int, where: str) -> Iterator[Fault]:
    if version not in installed():
        yield Fault(
            f"{where}: no PostgreSQL {version} is installed on this machine",
            f"install it, or use one of {', '.join(map(str, installed())) or 'none: install pgrehearse[embedded]'}",
        )


def _of_program(command: str, where: str, folder: Path = Path()) -> Iterator[Fault]:
    """Yield that the program of a command is absent. *folder*: where the command is started."""
    if not command:
        return
    try:
        program = shlex.split(command)[0]
    except (ValueError, IndexError):
        yield Fault(
            f"{where}: the quotes of the command do not match", "correct the command; it is started without a shell"
        )
        return
    path = str(folder / program) if "/" in program else program
    if shutil.which(path) is None:
        yield Fault(
            f"{where}: there is no program {program!r}", "install it, or write its path; it is started without a shell"
        )

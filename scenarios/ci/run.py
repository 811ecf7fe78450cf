"""`pgrehearse ci`: run a scenario, evaluate its gates, and write the files of the result, also after a failure."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from pgrehearse.base.artifact import MANIFEST, Kind, begin, finish, write_json, write_text
from pgrehearse.base.errors import PgrehearseError, UsageProblem
from pgrehearse.base.failures import failure_of
from pgrehearse.base.version import tool_version
from pgrehearse.compare.gates.exit_code import exit_code, gates_exit_code
from pgrehearse.report.html import write_report
from pgrehearse.report.json_document import document
from pgrehearse.report.junit import junit, junit_of_failure
from pgrehearse.scenarios.ci.comment import comment
from pgrehearse.scenarios.ci.result import COMMENT, COMPARISON, EXPERIMENT, JUNIT, REPORT, VERDICT, CiResult
from pgrehearse.scenarios.experiment.experiment_results import gates_of
from pgrehearse.scenarios.experiment.input_checks import plans_to_confirm
from pgrehearse.scenarios.experiment.runner import Experiment, Observer, Options, run_scenario
from pgrehearse.scenarios.file.scenario_file import ScenarioFile, of_document, read
from pgrehearse.scenarios.file.scenario_model import CANDIDATE, CONTROL, Scenario
from pgrehearse.scenarios.library_names import find
from pgrehearse.scenarios.migration.record import read_records
from pgrehearse.scenarios.migration.script import read_script

FORMAT = 1


@dataclass(frozen=True, slots=True)
class CiOptions:
    """What to run. *scenario*: a file, or the name of a scenario of the library; *gates*: a gates file (None: the verdict decides);
    *migrations*: files of SQL that are executed on the candidate before the replay,
    or during it: *migration_at* a duration from its start; *workers* None: those of the scenario;
    *yes*: targets may be created that cost money or are a load on production."""

    scenario: str
    output: Path
    gates: Path | None = None
    migrations: tuple[str, ...] = ()
    migration_at: str = ""
    workers: int | None = None
    force: bool = False
    yes: bool = False


def run_ci(options: CiOptions, observing: AbstractContextManager[Observer]) -> CiResult:
    """Run a scenario and write the files of its result to the output directory. *observing*: is entered when the directory exists.

    After a failure, after Ctrl-C and after a bug the directory has the reason, and the exception is raised again.
    """
    working = begin(options.output, Kind.CI, force=options.force)
    write_json(working / MANIFEST, {"format": FORMAT, "kind": str(Kind.CI), "tool_version": tool_version()})
    # It has its name from now on: what a pipeline keeps is found there however the command ends.
    finish(options.output, Kind.CI)
    with ExitStack() as stack:
        stack.push(_FailureWriter(options.scenario, options.output))
        result = _run(options, stack.enter_context(observing))
        write_files(result, options.output)
    return result


@dataclass(frozen=True, slots=True)
class _FailureWriter:
    """Writes the files of a scenario that has ended with an exception, and does not stop the exception."""

    scenario: str
    folder: Path

    def __call__(self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None, /) -> bool:
        if error is not None:
            failure = failure_of(error)
            write_files(CiResult(_name_of(self.scenario), failure.code, failure=failure), self.folder)
        return False


def _name_of(scenario: str) -> str:
    """Return the name of a scenario, by which its comment is found again; that of its file, if it cannot be read."""
    try:
        return read(find(scenario)).scenario.name
    except PgrehearseError:
        return Path(scenario).stem


def _run(options: CiOptions, observer: Observer) -> CiResult:
    file = file_of(options)
    scenario = file.scenario
    if (plans := plans_to_confirm(scenario)) and not options.yes:
        raise UsageProblem(
            f"the scenario creates targets that cost money or are a load on production: {'; '.join(plans)}",
            remedy="add --yes if the pipeline may create them",
        )
    gates_of(scenario)  # a mistake in the gates ends the command before anything is created
    to_run = Options(options.output / EXPERIMENT, workers=options.workers, resumable=False)
    experiment = run_scenario(scenario, to_run, observer, file)
    return _result(scenario, experiment)


def file_of(options: CiOptions) -> ScenarioFile:
    """Return the scenario file with what the options change in its document: migrations of the candidates, and gates.

    Raises ``BadInput`` for a migration that is not SQL, and ``UsageProblem`` for an instant without a migration.
    """
    if options.migration_at and not options.migrations:
        raise UsageProblem("--migration-at without --migration", remedy="add --migration FILE")
    file = read(find(options.scenario))
    for path in options.migrations:
        read_script(path)
    document = {**file.document, **({"gates": str(options.gates)} if options.gates is not None else {})}
    document |= _during(file, options) if options.migration_at else _before(file, options.migrations)
    return of_document(document, find(options.scenario))


def _during(file: ScenarioFile, options: CiOptions) -> dict[str, Any]:
    """Return the events of a scenario, with the migrations as events of its candidates."""
    sides = [name for name in file.scenario.tables if name != CONTROL]
    added = [
        {"name": f"migration {Path(path).name}", "at": options.migration_at, "file": path, "sides": sides}
        for path in options.migrations
    ]
    return {"events": [*file.document.get("events", []), *added]}


def _before(file: ScenarioFile, paths: tuple[str, ...]) -> dict[str, Any]:
    """Return the candidates of a scenario, with migrations after those that they have."""
    several: dict[str, Any] = file.document.get("candidates", {})
    if several:
        return {"candidates": {name: _with_migrations(side, paths) for name, side in several.items()}}
    return {CANDIDATE: _with_migrations(file.document.get(CANDIDATE, {}), paths)}


def _with_migrations(side: dict[str, Any], paths: tuple[str, ...]) -> dict[str, Any]:
    own = side.get("migrations", [])
    return {**side, "migrations": [*([own] if isinstance(own, str) else own), *paths]}


def _result(scenario: Scenario, experiment: Experiment) -> CiResult:
    """Return the result of a finished scenario, by its gates or by its verdict."""
    comparison = experiment.comparison
    assert comparison is not None  # noqa: S101 (a finished scenario has a comparison)
    gates = experiment.gates
    code = gates_exit_code(gates, allowed=experiment.allowed) if gates else exit_code(comparison)
    return CiResult(
        scenario.name,
        int(code),
        comparison,
        gates,
        tuple(experiment.seconds),
        experiment.notes,
        {name: read_records(experiment.directory / f"{name}.migrations.json") for name in scenario.sides},
    )


def write_files(result: CiResult, folder: Path) -> None:
    """Write the files of a result."""
    gates = list(result.gates)
    if result.comparison is not None:
        write_report(result.comparison, folder / REPORT, gates)
        write_json(folder / COMPARISON, document(result.comparison, str(folder / REPORT), gates))
        write_text(folder / JUNIT, junit(result.comparison, gates))
    elif result.failure is not None:
        write_text(folder / JUNIT, junit_of_failure(result.scenario, result.failure))
    write_text(folder / COMMENT, comment(result))
    write_json(folder / VERDICT, result.document())

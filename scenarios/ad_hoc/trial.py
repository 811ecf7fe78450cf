"""`pgrehearse try`: replay a workload to a copy without and with a change, and compare the queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pgrehearse.base.artifact import write_json
from pgrehearse.compare.comparison import Comparison
from pgrehearse.scenarios.ad_hoc.adopted import AdoptedTrial
from pgrehearse.scenarios.ad_hoc.copy import Copy
from pgrehearse.scenarios.ad_hoc.result import Trial, left_out, queries_of
from pgrehearse.scenarios.ad_hoc.undo import deduced_undo
from pgrehearse.scenarios.experiment.experiment import Observer
from pgrehearse.scenarios.experiment.runner import Options, run_scenario
from pgrehearse.scenarios.file.scenario_model import CANDIDATE, Production, Scenario
from pgrehearse.scenarios.keys.replay_table import Replay
from pgrehearse.scenarios.migration.record import MigrationRecord, read_records
from pgrehearse.scenarios.migration.script import read_script
from pgrehearse.workload.read import Workload


@dataclass(frozen=True, slots=True)
class TrialOptions:
    """What to try. *changes*: statements of SQL; *undo*: what undoes them on an adopted copy ((): it is deduced); *only*: terms that choose
    the statements of the replay ((): all); *speed*: of the replay."""

    workload: Path
    changes: tuple[str, ...]
    copy: Copy
    output: Path
    undo: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    speed: str = "1"
    force: bool = False


def run_trial(options: TrialOptions, observer: Observer) -> Trial:
    """Replay four times, A B A B: on an embedded server with writes, on an adopted copy read-only."""
    workload = Workload.open(options.workload)
    undo = options.undo or (deduced_undo(options.changes) if options.copy.is_adopted else ())
    with TemporaryDirectory() as folder:
        change_file = _file(Path(folder) / "change.sql", options.changes)
        if options.copy.is_adopted:
            record, comparison = _on_adopted(options, change_file, _file(Path(folder) / "undo.sql", undo), observer)
        else:
            record, comparison = _on_embedded(options, change_file, observer)
    record = replace(record, path="--sql")
    tables = frozenset(lock.table for lock in record.locks)
    queries = queries_of(comparison, workload.shapes(), tables)
    trial = Trial(
        options.changes,
        undo,
        record,
        comparison,
        queries,
        left_out(comparison, queries),
        not options.copy.is_adopted,
        str(options.output / "report.html"),
    )
    write_json(options.output / "try.json", trial.document())
    return trial


def _file(path: Path, statements: Sequence[str]) -> str:
    """Write statements to a file, one a line at least, and return its path. Raises ``BadInput`` for invalid SQL."""
    path.write_text("".join(f"{statement.strip().rstrip(';')};\n" for statement in statements), encoding="utf-8")
    return read_script(str(path)).path


def scenario_of(options: TrialOptions, change_file: str) -> Scenario:
    """Return the scenario of a trial."""
    side = options.copy.side(Workload.open(options.workload))
    replay = Replay(speed=options.speed, only=options.only, writes=not options.copy.is_adopted, end_state="no")
    return Scenario(
        "try",
        production=Production(kind="workload", workload=str(options.workload)),
        control=side,
        candidate=side if options.copy.is_adopted else replace(side, migrations=(change_file,)),
        replay=replay,
    )


def _on_embedded(options: TrialOptions, change_file: str, observer: Observer) -> tuple[MigrationRecord, Comparison]:
    to_run = Options(options.output, force=options.force, resumable=False)
    experiment = run_scenario(scenario_of(options, change_file), to_run, observer)
    assert experiment.comparison is not None  # noqa: S101 (a finished scenario has a comparison)
    (record,) = read_records(options.output / f"{CANDIDATE}.migrations.json")
    return record, experiment.comparison


def _on_adopted(
    options: TrialOptions, change_file: str, undo_file: str, observer: Observer
) -> tuple[MigrationRecord, Comparison]:
    scenario = scenario_of(options, change_file)
    change, undo = (replace(scenario.control, migrations=(file,)) for file in (change_file, undo_file))
    return AdoptedTrial(scenario, change, undo, options.output, observer).run(force=options.force)

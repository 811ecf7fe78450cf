"""A replay in two passes: the first one counts the ids that each statement draws, the second one has the ids that follow from that.

The log does not show how many ids an INSERT ... SELECT or a trigger draws. One number that is wrong moves every later id of a
table. The first pass draws what is known so far, and the target reports each draw. Then the target is restored, the ids are
deduced again with these numbers, and written to the workload: later replays have them without a first pass.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl

from pgrehearse.base import event_loop
from pgrehearse.base.artifact import Kind, check
from pgrehearse.base.errors import UsageProblem
from pgrehearse.base.progress import SILENT, Stages
from pgrehearse.replay.plan.plan import Ids, ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.preparing.production_ids import with_ids
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, Watch, rehearse
from pgrehearse.scenarios.replaying.restoring import Restoration
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.workload.generated.counts import FirstPass
from pgrehearse.workload.generated.deduce import Log, deduce
from pgrehearse.workload.generated.facts import DatabaseIds, Sequence
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import How
from pgrehearse.workload.write_pins import write_pins


def rehearse_twice(
    rehearsal: Rehearsal, watch: Watch, stages: Stages = SILENT, *, command: str = ""
) -> tuple[Run, Fitness]:
    """Replay in two passes, and return the run of the second one. The run of the first one is ``NAME.first.run``.

    *command*: restores targets that are not embedded servers. Raises ``TargetProblem`` before anything is sent if a target cannot be
    restored, and after the first pass if it was not.
    """
    workload = Workload.open(rehearsal.workload)
    check(rehearsal.output, Kind.RUN, force=rehearsal.force)
    rehearsal = replace(rehearsal, plan=two_passes_plan(workload, rehearsal.plan))
    _refuse_what_remains(rehearsal)
    with stages.stage("verify the target"):
        restoration = Restoration.of(workload, rehearsal.plan, rehearsal.denied, command)
    _refuse_standbys(rehearsal, restoration)
    first = count_draws(rehearsal, watch, stages)
    with stages.stage("restore the target"):
        restoration.restore()
    with stages.stage("deduce the ids again"):
        deduce_again(workload, rehearsal.plan, counted_by(workload, first))
    return rehearse(rehearsal, watch, stages)


def two_passes_plan(workload: Workload, plan: ReplayPlan) -> ReplayPlan:
    """Return the plan of both passes: with production's ids. Raises ``UsageProblem`` or ``BadInput`` if the replay draws none of them."""
    if not plan.writes or plan.ids == Ids.TARGET:
        raise UsageProblem(
            "two passes count the ids of production that statements draw: this replay draws none",
            remedy="replay with --writes and without --ids target, or in one pass",
        )
    return with_ids(replace(plan, ids=Ids.PRODUCTION), workload)


def _refuse_what_remains(rehearsal: Rehearsal) -> None:
    """Raise ``UsageProblem`` for a target that may be used: the second pass would have other data than the first one."""
    if rehearsal.dirty:
        raise UsageProblem(
            "two passes need targets that no replay has used: --dirty cannot be combined with --passes 2",
            remedy="restore the target first (pgrehearse targets reset, or restore and adopt it again), or replay in one pass",
        )


def _refuse_standbys(rehearsal: Rehearsal, restoration: Restoration) -> None:
    """Raise ``UsageProblem`` for a standby of an embedded server: it does not follow a primary that is restored."""
    if restoration.clusters and rehearsal.sampling.standbys:
        raise UsageProblem(
            "two passes: a standby does not follow an embedded server that is restored from its snapshot",
            remedy="leave out --standby, or replay in one pass",
        )


def count_draws(rehearsal: Rehearsal, watch: Watch, stages: Stages = SILENT) -> Run:
    """Replay as a first pass, and return its run: it has the draws of each statement, and no metrics."""
    plan = replace(rehearsal.plan, counts_draws=True)
    output = first_run(rehearsal.output)
    first, _ = rehearse(
        replace(rehearsal, output=output, plan=plan, metrics=False, logs=(), end_state=None), watch, stages
    )
    return first


def first_run(output: Path) -> Path:
    """Return the place of the first pass's run."""
    return output.with_name(f"{output.name.removesuffix('.run')}.first.run")


def deduce_again(workload: Workload, plan: ReplayPlan, first: FirstPass) -> None:
    """Deduce the ids of a workload with the numbers of a *first* pass, and write them to it. Decoded ids stay, and those of
    databases that the plan's target does not have.

    The target shows which columns hold ids; the positions of the sequences at the window's start
    are those in the workload's manifest.
    """
    manifest = workload.manifest
    log = Log(
        workload.parts(),
        workload.sessions(),
        workload.shapes(),
        manifest.time_resolution_us,
        complete=manifest.all_statements,
    )
    ids = _ids(workload, plan)
    found = deduce(log, ids, first, _decoded(workload))
    counted = {(one.database, one.name): one for one in found.sequences}
    pins = pl.concat([found.pins, _of_other_databases(workload, set(ids))]).sort("session", "seq", maintain_order=True)
    write_pins(workload, pins, [counted.get((one.database, one.name), one) for one in manifest.generated])


def _of_other_databases(workload: Workload, deduced: set[str]) -> pl.DataFrame:
    """Return the ids of the sessions whose database is not one of *deduced*."""
    others = workload.sessions().filter(~pl.col("database").fill_null("").is_in(sorted(deduced)))
    return workload.pins().join(others.select("session"), on="session", how="semi", maintain_order="left")


def counted_by(workload: Workload, first: Run) -> FirstPass:
    """Return what the run of a *first* pass counted of the statements that ended as they did in production."""
    draws = first.draws().filter(pl.col("copy") == 0).select("session", "seq", "sequence", pl.col("count").alias("n"))
    ended = workload.events().select("session", "seq", "ended", pl.col("sqlstate").alias("state"))
    both = first.outcomes().filter(pl.col("copy") == 0).join(ended, on=["session", "seq"])
    succeeded = (pl.col("status") == "ok") & (pl.col("ended") == "ok")
    failed = (pl.col("status") == "failed") & (pl.col("sqlstate") == pl.col("state"))
    same = both.filter(succeeded | failed).select("session", "seq", failed.alias("failed")).collect()
    counted = draws.join(same, on=["session", "seq"], how="semi")
    return FirstPass(counted, same.filter("failed").select("session", "seq"))


def _ids(workload: Workload, plan: ReplayPlan) -> dict[str, DatabaseIds]:
    """Return the generated values of each captured database."""
    sequences: dict[str, dict[str, Sequence]] = {}
    for one in workload.manifest.generated:
        sequences.setdefault(one.database, {})[one.name] = replace(one, drawn={}, uncounted=0)
    renamed = dict(plan.routing.databases)
    target = Passwords(plan.routing.password_command).of(plan.target)
    catalog = event_loop.run(read_catalog(target, {renamed.get(name, name) for name in sequences}))
    return {
        name: replace(catalog.databases[renamed.get(name, name)].ids, sequences=own)
        for name, own in sequences.items()
        if renamed.get(name, name) in catalog.databases
    }


def _decoded(workload: Workload) -> pl.DataFrame | None:
    """Return the ids of executions whose rows logical decoding returned (None: there are none): session, seq, database, sequence, ids."""
    databases = workload.sessions().select("session", pl.col("database").fill_null(""))
    decoded = workload.pins().filter(pl.col("how").list.eval(pl.element() == How.DECODED).list.all())
    if decoded.is_empty():
        return None
    return decoded.join(databases, on="session").select("session", "seq", "database", "sequence", "ids")

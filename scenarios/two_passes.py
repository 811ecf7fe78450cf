"""A replay in two passes: the first one counts the ids that each statement draws, the second one has the ids that follow from that.

The log does not show how many ids an INSERT ... SELECT or a trigger draws. One number that is wrong moves every later id of a
table. The first pass draws what is known so far, and the target reports each draw. Then the target is restored, the ids are
deduced again with these numbers, and written to the workload: later replays have them without a first pass.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl

from pgrehearse.base import artifact, event_loop
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.progress import SILENT, Stages
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.rehearsal import Rehearsal, Watch, rehearse
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.safety import check_target
from pgrehearse.workload.generated.deduce import Log, deduce
from pgrehearse.workload.generated.facts import DatabaseIds, Sequence
from pgrehearse.workload.read import PINS_FILE, Workload
from pgrehearse.workload.schema import How


def rehearse_twice(rehearsal: Rehearsal, watch: Watch, stages: Stages = SILENT) -> tuple[Run, Fitness]:
    """Replay in two passes, and return the run of the second one. The run of the first one is ``NAME.first.run``.

    Raises ``TargetProblem`` before anything is sent if pgrehearse cannot restore the target.
    """
    cluster = _restorable(rehearsal.plan)
    plan = replace(rehearsal.plan, counts_draws=True)
    first, _ = rehearse(
        replace(rehearsal, output=first_run(rehearsal.output), plan=plan, metrics=False, logs=()), watch, stages
    )
    with stages.stage("restore the snapshot"):
        clusters.reset(cluster)
        registry.mark_fresh(cluster)
    with stages.stage("deduce the ids again"):
        deduce_again(Workload.open(rehearsal.workload), rehearsal.plan, first.draws())
    return rehearse(rehearsal, watch, stages)


def first_run(output: Path) -> Path:
    """Return the place of the first pass's run."""
    return output.with_name(f"{output.name.removesuffix('.run')}.first.run")


def _restorable(plan: ReplayPlan) -> Cluster:
    """Return the embedded server of the target, which has a snapshot."""
    target = Passwords(plan.routing.password_command).of(plan.target)
    cluster = event_loop.run(check_target(target, None)).cluster
    if cluster is None or not cluster.snapshot.exists():
        raise TargetProblem(
            f"--passes 2: pgrehearse cannot restore {plan.target} after the first pass",
            remedy="use an embedded server with a snapshot, or replay with --passes 1",
        )
    return cluster


def deduce_again(workload: Workload, plan: ReplayPlan, draws: pl.DataFrame) -> None:
    """Deduce the ids of a workload with the numbers of a first pass, and write them to it. Decoded ids stay.

    *draws*: the columns of ``DRAWS``. The target shows which columns hold ids; the positions of the sequences at the window's start
    are those in the workload's manifest.
    """
    manifest = workload.manifest
    counts = draws.filter(pl.col("copy") == 0).select("session", "seq", "sequence", pl.col("count").alias("n"))
    log = Log(workload.parts(), workload.sessions(), workload.shapes(), manifest.time_resolution_us)
    found = deduce(log, _ids(workload, plan), counts, _decoded(workload))
    counted = {(one.database, one.name): one for one in found.sequences}
    path = workload.home / PINS_FILE
    with artifact.fresh(path) as working:
        found.pins.write_parquet(working, compression="zstd")
    generated = [counted.get((one.database, one.name), one) for one in manifest.generated]
    changed = replace(manifest, generated=generated, pins_digest=artifact.digest([path]))
    artifact.write_json(workload.path / artifact.MANIFEST, changed.document())


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

"""A run whose coordinator ended before it had gathered the parts: they are collected from the hosts of the cluster, and the run gets its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl

from pgrehearse.base.artifact import Kind, resume
from pgrehearse.base.cluster.ray_installed import require_ray
from pgrehearse.base.errors import BadInput, HarnessFailure
from pgrehearse.base.progress import SILENT, Stages
from pgrehearse.compare.sides import open_side
from pgrehearse.replay.cluster.hosts_file import HOSTS_FILE, HostsFile, read_hosts_file
from pgrehearse.replay.workers.coordinator import remove_preparation
from pgrehearse.runs import manifest as manifests
from pgrehearse.runs import write
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.quality.fitness import fitness
from pgrehearse.runs.quality.host_lateness import host_notes, with_lateness
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_host import RunHost
from pgrehearse.runs.unrecorded import write_unrecorded

COLLECTED = "the process that coordinated the replay ended before it had gathered the parts of the run: they were collected from the hosts"


def collect(output: Path, cluster: str = "", stages: Stages = SILENT) -> Run:
    """Collect the parts of a run from the hosts, and give the run its name. *cluster*: its address now ("": as recorded).

    Raises ``UsageProblem`` if there is no such run or cluster, and ``HarnessFailure`` if parts of a host are missing: the run is then complete
    but for these.
    """
    require_ray()
    from pgrehearse.replay.cluster.left_parts import collect_parts

    directory = resume(output, Kind.RUN, remedy="use the path that the replay had as -o")
    left = read_hosts_file(directory)
    with stages.stage("collect the parts"):
        missing = collect_parts(left, directory, cluster)
    manifest = _completed(output, directory, _manifest(directory, left, missing))
    remove_preparation(directory)
    (directory / HOSTS_FILE).unlink()
    run = write.finish(output, manifest)
    if missing:
        raise HarnessFailure(
            "; ".join(f"the host {name} was lost: {why}" for name, why in missing.items()),
            remedy=f"the outcomes of the other hosts are in {run.path}",
        )
    return run


def _manifest(directory: Path, left: HostsFile, missing: dict[str, str]) -> RunManifest:
    """Return the manifest of the run with what is known of its hosts, and how long it took."""
    manifest = manifests.read(directory)
    of_hosts = [RunHost(host.name, host.workers, missing.get(host.name, "")) for host in left.hosts]
    hosts = with_lateness(of_hosts, directory, manifest)
    last_us = Run(directory, manifest).outcomes().select(pl.col("done_us").max()).collect().item()
    return replace(
        manifest,
        interrupted=True,
        hosts=hosts,
        duration_us=last_us or 0,
        notes=[*manifest.notes, COLLECTED, *host_notes(hosts)],
    )


def _completed(output: Path, directory: Path, manifest: RunManifest) -> RunManifest:
    """Write what was not recorded as unsent, and return the manifest with the fitness; both need the workload."""
    write.rewrite_manifest(directory, manifest)
    try:
        workload = open_side(output, None).workload
    except BadInput as error:
        note = f"the statements that were not recorded are not in the outcomes: {error.message}"
        return replace(manifest, notes=[*manifest.notes, note])
    run = Run.open(output)
    copies = run.session_copies()
    if copies is not None:
        write_unrecorded(directory, manifest, workload, copies)
    return replace(manifest, fitness=fitness(run, workload))

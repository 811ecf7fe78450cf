"""The manifest of a run before its replay: what is replayed, to which server, in which state."""

from __future__ import annotations

import platform
from pathlib import Path

from pgrehearse.base.version import tool_version
from pgrehearse.metrics.aws.instances import Instance, classes
from pgrehearse.replay.session.compiled import session_code
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.run_facts import ServerVersion, StartState
from pgrehearse.scenarios.preparing.preflight import Ready
from pgrehearse.workload.read import Workload


def new_manifest(
    workload: Workload, ready: Ready, given: tuple[Path, tuple[str, ...]], instances: tuple[Instance, ...]
) -> RunManifest:
    """Return the manifest of a run before its replay. *given*: the path of the workload, and the steps that prepared the target."""
    plan, proven, (path, steps) = ready.plan, ready.proven, given
    return RunManifest(
        workload=workload.name,
        workload_digest=workload.manifest.digest,
        target=proven.recorded(),
        plan=plan.recorded(path),
        wall_start_us=0,
        duration_us=0,
        tool_version=tool_version(),
        server=ServerVersion(
            proven.facts.version,
            proven.facts.version_num,
            classes(instances),
        ),
        state=StartState(
            snapshot=proven.kind,
            reset=proven.kind == "embedded" and not proven.used,
            spent=proven.used,
            prepared=list(steps),
        ),
        versions={"python": platform.python_version(), "plain_statements": session_code()},
        labels=plan.labels(),
    )

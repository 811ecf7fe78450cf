"""How to measure noise: the commands of a second control, from the manifests of the runs."""

from __future__ import annotations

import shlex
from urllib.parse import quote

from pgrehearse.compare.sides import Side
from pgrehearse.runs.read import Run


def second_control(baseline: Side, candidate: Side) -> str:
    """Return what to do to measure the noise floor: replay the baseline once more, and compare with it."""
    candidate_path = candidate.run.path if candidate.run is not None else candidate.workload.path
    if baseline.run is None:
        return (
            f"A capture has no noise floor: replay it to a control twice, and compare {candidate_path} with both runs"
        )
    run = baseline.run
    again = run.path.with_name(f"{run.name}-again.run")
    words = ["pgrehearse", "compare", str(run.path), str(candidate_path), "--control", str(again)]
    return f"Restore the target of {baseline.name} to its state at the start, then run, with the same options: {_replayed(run, str(again))}; {shlex.join(words)}"


def _replayed(run: Run, output: str) -> str:
    """Return the command of a replay, from its manifest; its options for time, order and selection must be added."""
    target, plan = run.manifest.target, run.manifest.plan
    host = f"[{target.host}]" if ":" in target.host else quote(target.host, safe="")
    user, database = quote(target.user, safe=""), quote(target.database, safe="")
    dsn = f"postgresql://{user}@{host}:{target.port}/{database}" if host else "DSN"
    words = ["pgrehearse", "replay", plan.workload_path or run.manifest.workload, "--target", dsn]
    return shlex.join([*words, *(["--writes"] if plan.writes else []), "-o", output])

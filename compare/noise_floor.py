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
    host = str(target.get("host", ""))
    place = f"[{host}]" if ":" in host else quote(host, safe="")
    user, database = (quote(str(target.get(name, "")), safe="") for name in ("user", "database"))
    dsn = f"postgresql://{user}@{place}:{target.get('port', '')}/{database}" if host else "DSN"
    words = ["pgrehearse", "replay", str(plan.get("workload_path", run.manifest.workload)), "--target", dsn]
    return shlex.join([*words, *(["--writes"] if plan.get("writes") else []), "-o", output])

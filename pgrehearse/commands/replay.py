"""``pgrehearse replay``: send a workload to a target."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, option
from pgrehearse.param_types import ARTIFACT, DURATION
from pgrehearse.replay_options import (
    connection_options,
    order_options,
    plan_of,
    reader_options,
    result_options,
    selection_options,
    target_option,
    timing_options,
    value_options,
    write_options,
)
from pgrehearse.sampling_options import sampled, sampling_of
from pgrehearse.telemetry.options import take_settings, telemetry_options
from pgrehearse.traffic_options import server_values, traffic_options, with_traffic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pgrehearse.replay.plan.plan import ReplayPlan
    from pgrehearse.runs.fitness_values import Fitness
    from pgrehearse.runs.read import Run
    from pgrehearse.scenarios.events.plan import EventPlan
    from pgrehearse.scenarios.replaying.rehearsal import Rehearsal
    from pgrehearse.workload.read import Workload

# The keys of the fitness document that ``--json`` prints.
_KEYS = (
    "statements",
    "errors",
    "duration_s",
    "rate",
    "lateness_us",
    "blame_us",
    "clock_error",
    "fidelity",
    "fit",
    "reasons",
    "hashed",
    "coverage",
    "rate_over_time",
    "connections",
    "ordering",
    "outages",
    "played",
    "new_errors",
    "unfit",
)


@click.command(
    "replay",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse replay prod.workload --target postgresql://app@candidate/videos --writes -o candidate.run",
)
@click.argument("workload", type=ARTIFACT)
@target_option
@reader_options
@timing_options
@selection_options
@traffic_options
@order_options
@connection_options
@result_options
@value_options
@write_options
@option(
    "--dirty",
    is_flag=True,
    group="Safety",
    help="Replay even if the target was already used by another replay.",
)
@option(
    "--deny-host",
    "denied",
    multiple=True,
    group="Safety",
    help="Pattern of hosts, or a network, that is never a target (*.prod.example, 10.1.0.0/16). Repeatable.",
)
@option(
    "--keep-prepared",
    is_flag=True,
    group="Safety",
    help="Keep prepared transactions whose end is not in the window. Default: they are rolled back.",
)
@option(
    "--dry-run",
    is_flag=True,
    group="Safety",
    help="Send nothing of the workload; report the duration and the number of workers that a replay needs.",
)
@option("--no-metrics", is_flag=True, group="Metrics", help="Do not sample the target during the replay.")
@sampled("100ms")
@option(
    "--target-log",
    "logs",
    multiple=True,
    type=click.Path(path_type=Path),
    group="Metrics",
    help="The target's csvlog; server times are read from it after the replay. Repeatable.",
)
@option(
    "--end-state",
    is_flag=True,
    group="End state",
    help="Read the state of the target's databases at the end of the replay and store it in the run.",
)
@option(
    "--end-state-keys",
    is_flag=True,
    group="End state",
    help="Store the keys of rows with the end state (they are values); compare --with-values shows them.",
)
@option(
    "--warm-up",
    "warm_up",
    type=DURATION,
    default="0s",
    group="Target",
    help="Before the replay, read what the workload uses on every instance, until the latency of random reads settles; for at most this time.",
)
@option(
    "--events",
    "events",
    type=click.Path(path_type=Path),
    group="Target",
    help="File with tables [[events]]: actions on the target during the replay (docs/events.md).",
)
@telemetry_options
@option("-o", "--output", type=ARTIFACT, group="Output", help="The run to write: a path, or s3://bucket/name.")
@option("--force", is_flag=True, group="Output", help="Replace an existing run.")
@option(
    "--collect",
    is_flag=True,
    group="Output",
    help="Send nothing; collect the parts of the run WORKLOAD from the hosts of its --cluster, after the process that coordinated its replay was killed.",
)
@json_option
def command(
    workload: Path | str, output: Path | str | None, *, dry_run: bool, collect: bool, as_json: bool, **values: Any
) -> None:
    """Send WORKLOAD to a target with production's timing and order; write the results as a run."""
    from pgrehearse.base.s3_cache import local
    from pgrehearse.progress import progress
    from pgrehearse.workload.read import Workload

    if collect:
        _collect(workload, output, values, as_json=as_json)
        return
    if not values["targets"]:
        raise click.UsageError("Missing option '--target'.")
    if values["restore"] and values["passes"] == 1:
        raise click.UsageError("--restore needs --passes 2.")
    with progress() as display:
        opened = Workload.open(local(workload, display))
    if by_server := server_values(values):
        _replay_parts(opened, output, by_server, dry_run=dry_run, as_json=as_json)
        return
    plan = with_traffic(plan_of(values, opened.manifest), values)
    if dry_run:
        _print_forecast(opened, plan, values, as_json=as_json)
        return
    if output is None:
        raise click.UsageError("Missing option '-o' / '--output'.")
    _replay(opened, output, plan, values, as_json=as_json)


def _replay(workload: Workload, output: Path | str, plan: ReplayPlan, values: dict[str, Any], *, as_json: bool) -> None:
    """Replay to one target, and print the result."""
    from pgrehearse.progress import progress
    from pgrehearse.replay_progress import watcher
    from pgrehearse.scenarios.replaying.rehearsal import rehearse
    from pgrehearse.scenarios.replaying.run_output import run_output
    from pgrehearse.scenarios.replaying.two_passes import rehearse_twice
    from pgrehearse.telemetry.session import TracedStages, telemetry

    if values["passes"] == 2:
        _local(output, "--passes 2")
    _warn(workload, writes=plan.writes)
    with run_output(output, force=values["force"]) as place:
        rehearsal = replace(_rehearsal(workload.path, place.path, plan, values), place=place.place)
        side = place.path.name.removesuffix(".run")
        with telemetry(take_settings(values), "pgrehearse replay", side, rehearsal.note) as live, progress() as display:
            watch, stages = watcher(display, workload, plan, live.begin), TracedStages(display, live)
            if values["passes"] == 1:
                run, fit = rehearse(rehearsal, watch, stages)
            else:
                run, fit = rehearse_twice(rehearsal, watch, stages, command=values["restore"])
            place.complete(stages)
        _show(run, fit, place.name, paced=plan.speed is not None, as_json=as_json)


def _local(output: Path | str, option_: str) -> Path:
    """Return the output, which has to be a directory with *option_*."""
    if not isinstance(output, Path):
        raise click.UsageError(
            f"{option_} writes directories: -o {output} is in S3. Write to a directory, then copy the runs."
        )
    return output


def _collect(run: Path | str, output: Path | str | None, values: dict[str, Any], *, as_json: bool) -> None:
    """Collect the parts of a run whose coordinator was lost, and print its result."""
    from pgrehearse.base.cluster.address import parse_cluster
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.replaying.collected_run import collect
    from pgrehearse.scenarios.replaying.run_output import collected_in_s3

    if output is not None or values["targets"]:
        raise click.UsageError("--collect completes a run: it takes no --target and no -o.")
    cluster = parse_cluster(values["cluster"])
    if isinstance(run, Path):
        with progress() as display:
            collected = collect(run, cluster, display)
        _show_collected(collected, str(run), as_json=as_json)
        return
    with progress() as display, collected_in_s3(run, cluster, display) as (collected, name):
        _show_collected(collected, name, as_json=as_json)


def _show_collected(run: Run, name: str, *, as_json: bool) -> None:
    """Print the result of a run that was collected."""
    from pgrehearse.console import out

    fit = run.manifest.fitness
    if fit is not None:
        _show(run, fit, name, paced=run.manifest.plan.paced, as_json=as_json)
    else:
        out.print(f"{name}: {'; '.join(run.manifest.notes)}", markup=False, soft_wrap=True)


def _replay_parts(
    workload: Workload, output: Path | str | None, by_server: dict[str, dict[str, Any]], *, dry_run: bool, as_json: bool
) -> None:
    """Replay to all servers of a placement at the same time; each has a run of its own. *by_server*: the values of the options."""
    from pgrehearse.console import err
    from pgrehearse.progress import progress
    from pgrehearse.replay_progress import watcher
    from pgrehearse.scenarios.replaying.simultaneous import rehearse_together, starts_apart
    from pgrehearse.telemetry.session import TracedStages, telemetry

    if dry_run:
        raise click.UsageError("--dry-run has one target: with --placement it needs --server.")
    if output is None:
        raise click.UsageError("Missing option '-o' / '--output'.")
    directory = _local(output, "--placement without --server")
    plans = {name: with_traffic(plan_of(own, workload.manifest), own) for name, own in by_server.items()}
    name, first = next(iter(plans.items()))
    _warn(workload, writes=first.writes)
    side = directory.name.removesuffix(".run")
    rehearsals = {
        server: _rehearsal(workload.path, directory.with_name(f"{side}.{server}.run"), plan, by_server[server])
        for server, plan in plans.items()
    }
    settings, note = take_settings(by_server[name]), rehearsals[name].note
    with telemetry(settings, "pgrehearse replay", side, note) as live, progress() as display:
        watch, stages = watcher(display, workload, first, live.begin), TracedStages(display, live)
        runs = rehearse_together(rehearsals, watch, stages)
    for text in starts_apart(runs):
        err.print(f"note: {text}", markup=False, soft_wrap=True)
    _show_parts(runs, paced=first.speed is not None, as_json=as_json)


def _rehearsal(workload: Path, output: Path, plan: ReplayPlan, values: dict[str, Any]) -> Rehearsal:
    from pgrehearse.base.cluster.address import parse_cluster
    from pgrehearse.console import err
    from pgrehearse.scenarios.replaying.database_state import EndState
    from pgrehearse.scenarios.replaying.rehearsal import Rehearsal
    from pgrehearse.targets.state.options import StateOptions

    keys = values["end_state_keys"]
    return Rehearsal(
        workload,
        output,
        plan,
        force=values["force"],
        dirty=values["dirty"],
        keep_prepared=values["keep_prepared"],
        metrics=not values["no_metrics"],
        sampling=sampling_of(values),
        logs=values["logs"],
        denied=values["denied"],
        end_state=EndState(StateOptions(keys=keys)) if values["end_state"] or keys else None,
        warm_up_us=values["warm_up"],
        cluster=parse_cluster(values["cluster"]),
        events=_events(values),
        note=lambda text: err.print(f"note: {text}", markup=False, soft_wrap=True),
    )


def _events(values: dict[str, Any]) -> tuple[EventPlan, ...]:
    """Return the events of the file of ``--events``."""
    from pgrehearse.scenarios.events.events_file import read_events

    return read_events(values["events"]) if values["events"] else ()


def _warn(workload: Workload, *, writes: bool) -> None:
    """Print a note if the replay writes and the source of the workload is unknown."""
    from pgrehearse.base.server_identity import UNKNOWN_SOURCE
    from pgrehearse.console import err

    if writes and not workload.manifest.source:
        err.print(f"note: {UNKNOWN_SOURCE}", markup=False, soft_wrap=True)


def _print_forecast(workload: Workload, plan: ReplayPlan, values: dict[str, Any], *, as_json: bool) -> None:
    """Print what a replay would do, and what it needs."""
    from pgrehearse.base.cluster.address import parse_cluster
    from pgrehearse.console import print_json
    from pgrehearse.progress import progress
    from pgrehearse.run_view import print_forecast
    from pgrehearse.scenarios.events.during_replay import EventsRequest
    from pgrehearse.scenarios.replaying.dry_run import foreseen

    readers = (reader.target for reader in plan.routing.readers)
    standbys = (*sampling_of(values).standbys, *readers)
    events = EventsRequest(_events(values), standbys, values["denied"])
    with progress() as display:
        with display.stage("verify the workload"):
            workload.verify()
        forecast = foreseen(workload, plan, events, display, parse_cluster(values["cluster"]))
    if as_json:
        print_json(forecast.document())
    else:
        print_forecast(forecast)


def _show(run: Run, fit: Fitness, name: str, *, paced: bool, as_json: bool) -> None:
    """Print the result of a replay. *name*: the run's path, or its URL in S3."""
    from pgrehearse.console import print_json
    from pgrehearse.run_view import print_run

    if as_json:
        print_json(_document(run, fit, name))
    else:
        print_run(run, fit, name, paced=paced)


def _show_parts(runs: Mapping[str, Run], *, paced: bool, as_json: bool) -> None:
    """Print the results of all servers of a placement."""
    from pgrehearse.console import print_json
    from pgrehearse.run_view import print_run

    fits = {name: run.manifest.fitness for name, run in runs.items()}
    if as_json:
        print_json(
            {
                "runs": {
                    name: _document(runs[name], fit, str(runs[name].path))
                    for name, fit in fits.items()
                    if fit is not None
                }
            }
        )
        return
    for name, fit in fits.items():
        if fit is not None:
            print_run(runs[name], fit, str(runs[name].path), paced=paced)


def _document(run: Run, fit: Fitness, name: str) -> dict[str, Any]:
    """Return the result of a replay as ``--json`` prints it."""
    document, manifest = fit.document(), run.manifest
    return {
        "run": name,
        **{key: document[key] for key in _KEYS},
        "types": asdict(manifest.types),
        "ids": asdict(manifest.ids) if manifest.ids is not None else None,
        "readers": asdict(manifest.readers) if manifest.readers is not None else None,
        "rewrites": [asdict(rule) for rule in manifest.rewrites],
        "events": [asdict(event) for event in run.mid_run_events()],
        "fail_overs": [asdict(facts) for facts in manifest.fail_overs],
        "notes": manifest.notes,
        "labels": manifest.labels,
        "prepared": [transaction.document() for transaction in manifest.prepared],
    }

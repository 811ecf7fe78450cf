"""``pgrehearse replay``: a workload goes to a target."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.replay_options import plan_of, planned
from pgrehearse.sampling_options import sampled, sampling_of

if TYPE_CHECKING:
    from pgrehearse.runs.fitness_values import Fitness
    from pgrehearse.runs.read import Run

_TOLD = (
    "statements",
    "errors",
    "duration_s",
    "rate",
    "lateness_us",
    "blame_us",
    "fidelity",
    "fit",
    "reasons",
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
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse replay prod.workload --target postgresql://app@candidate/videos --writes -o candidate.run",
)
@click.argument("workload", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The run to write.")
@planned
@click.option("--dirty", is_flag=True, help="Go on though the target has been replayed to before.")
@click.option(
    "--keep-prepared",
    is_flag=True,
    help="Leave transactions prepared whose end is not in the window (else they are rolled back).",
)
@click.option(
    "--deny-host", "denied", multiple=True, help="A pattern of hosts that are never a target (*.prod.example)."
)
@click.option("--no-metrics", is_flag=True, help="Do not sample the target meanwhile.")
@sampled("100ms")
@click.option(
    "--target-log",
    "logs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The target's csvlog, read afterwards for server times.",
)
@click.option(
    "--dry-run", is_flag=True, help="Say what would be done, how long it takes and how many workers it needs."
)
@click.option("--force", is_flag=True, help="Replace the output.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def command(  # noqa: PLR0913 (one argument an option)
    workload: Path,
    output: Path | None,
    logs: tuple[Path, ...],
    denied: tuple[str, ...],
    *,
    dirty: bool,
    keep_prepared: bool,
    no_metrics: bool,
    dry_run: bool,
    force: bool,
    as_json: bool,
    **words: Any,
) -> None:
    """Send WORKLOAD to a target with its own timing and order; what happened becomes a run."""
    from pgrehearse.console import err, print_json
    from pgrehearse.replay_progress import watched
    from pgrehearse.scenarios.rehearsal import Rehearsal, rehearse
    from pgrehearse.workload.read import Workload

    opened = Workload.open(workload)
    plan = plan_of(words, opened.manifest)
    if dry_run:
        opened.verify()
        _dry_run(opened, plan, denied, as_json=as_json)
        return
    if output is None:
        raise click.UsageError("Missing option '-o' / '--output'.")
    wanted = Rehearsal(
        workload,
        output,
        plan,
        force=force,
        dirty=dirty,
        keep_prepared=keep_prepared,
        metrics=not no_metrics,
        sampling=sampling_of(words),
        logs=logs,
        denied=denied,
        tell=lambda text: err.print(f"note: {text}", markup=False, soft_wrap=True),
    )
    _warn(opened, writes=plan.writes)
    with watched(opened, plan) as shown:
        run, fit = rehearse(wanted, shown)
    if as_json:
        document = fit.document()
        print_json(
            {
                "run": str(run.path),
                **{key: document[key] for key in _TOLD},
                "types": asdict(run.manifest.types),
                "notes": run.manifest.notes,
                "labels": run.manifest.labels,
                "prepared": [one.document() for one in run.manifest.prepared],
            }
        )
        return
    _show(run, fit, paced=plan.speed is not None)


def _warn(workload: Any, *, writes: bool) -> None:
    """Say before a replay that writes that its workload names no source."""
    from pgrehearse.base.server_identity import UNKNOWN_SOURCE
    from pgrehearse.console import err

    if writes and not workload.manifest.source:
        err.print(f"note: {UNKNOWN_SOURCE}", markup=False, soft_wrap=True)


def _dry_run(workload: Any, plan: Any, denied: tuple[str, ...], *, as_json: bool) -> None:
    """Show the plan, what it needs, and what it will take."""
    from pgrehearse.console import print_forecast, print_json
    from pgrehearse.scenarios.rehearsal import foreseen

    forecast = foreseen(workload, plan, denied)
    if as_json:
        print_json(forecast.document())
    else:
        print_forecast(forecast)


def _show(run: Run, fit: Fitness, *, paced: bool) -> None:
    """Say what became of the statements, how late they were and through whom."""
    from rich.markup import escape

    from pgrehearse.base import units
    from pgrehearse.console import out, sparkline

    counts, errors, late = fit.statements, fit.errors, fit.lateness_us
    out.print(
        f"{run.path}: {units.count(counts['sent'])} of {units.count(counts['due'])} statements sent in {fit.duration_s:.1f} s "
        f"({counts['skipped']} skipped, {counts['unsent']} unsent); offered {fit.rate['offered']}/s, achieved {fit.rate['achieved']}/s",
        markup=False,
        soft_wrap=True,
    )
    if paced and len(fit.rate_over_time["offered"]) > 1:
        offered, achieved = fit.rate_over_time["offered"], fit.rate_over_time["achieved"]
        top = max(offered + achieved)
        for name, rates in (("offered", offered), ("achieved", achieved)):
            out.print(f"  {name:9}{sparkline(rates, top)}  up to {max(rates):,.0f}/s")
    out.print(
        f"errors: {errors['same']} as captured, {errors['new']} new, {errors['vanished']} vanished, {errors['different']} different"
        + (f", {errors['drifted']} through drifted ids (others than production's)" if errors["drifted"] else "")
    )
    if paced:
        out.print(
            f"lateness: p50 {units.duration(late['p50'])}, p99 {units.duration(late['p99'])}, max {units.duration(late['max'])}; p99 by blame: "
            + ", ".join(f"{name} {units.duration(us)}" for name, us in asdict(fit)["blame_us"].items())
        )
    if fit.ordering["waited"]:
        out.print(
            f"order: {fit.ordering['waited']:,} statements waited for other transactions, {fit.ordering['given_up']:,} no longer than --sync-timeout"
        )
    for one in fit.outages:
        out.print(
            f"[yellow]{one.what}[/] from {units.duration(one.at_us)} to {units.duration(one.until_us)}: "
            f"{one.statements:,} statements of {one.transactions:,} transactions failed; on time again after {units.duration(one.normal_us - one.at_us)}"
        )
    if fit.connections["lost"] or fit.connections["refused"]:
        links = fit.connections
        out.print(
            f"connections: {links['made']:,} made, {links['lost']:,} lost, {links['refused']:,} refused, {links['again']:,} made again"
        )
    for note in [*run.manifest.labels, *run.manifest.notes]:
        out.print(f"note: {note}", markup=False)
    if fit.fit:
        out.print("fit to be judged")
    for reason in fit.reasons:
        out.print(f"[yellow]not fit to be judged[/]: {escape(reason)}", soft_wrap=True)

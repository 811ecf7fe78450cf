"""A run on the terminal: what became of the statements, how late they were, and what a replay would do."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.markup import escape

from pgrehearse.base import units
from pgrehearse.base.clock import SECOND
from pgrehearse.base.units import number
from pgrehearse.comparison_view import outage_sentence
from pgrehearse.console import out, sparkline
from pgrehearse.runs.phases import normal_words

if TYPE_CHECKING:
    from pgrehearse.replay.dry_run.forecast import Forecast
    from pgrehearse.runs.fitness_values import Fitness
    from pgrehearse.runs.read import Run


def print_run(run: Run, fit: Fitness, name: str, *, paced: bool) -> None:
    """Print the statements, errors, lateness and outages of a run, and whether it is fit. *name*: its path, or its URL in S3; *paced*: it had a speed other than max."""
    counts, rate = fit.statements, fit.rate
    out.print(
        f"{name}: {units.count(counts['sent'])} of {units.count(counts['due'])} statements sent in {fit.duration_s:.1f} s "
        f"({counts['skipped']} skipped, {counts['unsent']} unsent); offered {rate['offered']}/s, achieved {rate['achieved']}/s",
        markup=False,
        soft_wrap=True,
    )
    if paced:
        _print_rates(fit)
    _print_errors(fit)
    if paced:
        _print_lateness(fit)
    _print_mid_run_events(run)
    _print_events(fit)
    for note in [*run.manifest.labels, *run.manifest.notes]:
        out.print(f"note: {note}", markup=False)
    if fit.fit:
        out.print("fit for a comparison")
    for reason in fit.reasons:
        out.print(f"[yellow]not fit for a comparison[/]: {escape(reason)}", soft_wrap=True)


def _print_rates(fit: Fitness) -> None:
    rates = fit.rate_over_time
    if len(rates["offered"]) < 2:
        return
    offered, achieved = rates["offered"], rates["achieved"]
    top = max(offered + achieved)
    for name, values in (("offered", offered), ("achieved", achieved)):
        out.print(f"  {name:9}{sparkline(values, top)}  up to {max(values):,.0f}/s")


def _print_errors(fit: Fitness) -> None:
    errors = fit.errors
    drifted = f", {errors['drifted']} by drifted ids (ids differ from production)" if errors["drifted"] else ""
    out.print(
        f"errors: {errors['same']} same as in production, {errors['new']} new, {errors['vanished']} resolved, "
        f"{errors['different']} changed SQLSTATE{drifted}"
    )


def _print_lateness(fit: Fitness) -> None:
    late = ", ".join(f"{name} {units.duration(us)}" for name, us in asdict(fit)["lateness_us"].items())
    blame = ", ".join(f"{name} {units.duration(us)}" for name, us in asdict(fit)["blame_us"].items())
    clocks = f"; {fit.clock_error}" if fit.clock_error.is_mentioned else ""
    out.print(f"lateness: {late}; p99 by cause: {blame}{clocks}", markup=False, soft_wrap=True)


def _print_mid_run_events(run: Run) -> None:
    """Print the events in mid-run, when statements were normal again after each, and what each failover and cut-over cost."""
    manifest = run.manifest
    costs = {facts.event: facts.words() for facts in manifest.fail_overs}
    costs |= {facts.event: facts.words() for facts in manifest.cut_overs}
    for span in run.phases().spans:
        event = span.event
        how = f"failed: {event.error}" if event.error else f"took {units.duration(event.ended_us - event.began_us)}"
        normal = normal_words(span.normal_s, span.why)
        text = f"event {event.number} ({event.name}) at {units.duration(event.began_us)}: {how}; {normal}"
        out.print(text, markup=False, soft_wrap=True)
        if cost := costs.get(event.number):
            out.print(f"  {cost}", markup=False, soft_wrap=True)


def _print_events(fit: Fitness) -> None:
    """Print waits for the order, outages, and lost connections."""
    if fit.ordering["waited"]:
        out.print(
            f"order: {fit.ordering['waited']:,} statements waited for other transactions; "
            f"{fit.ordering['given_up']:,} of these waits ended before (--sync-timeout, or a cycle with a lock)"
        )
    for outage in fit.outages:
        out.print(f"[yellow]outage[/]: {escape(outage_sentence(outage))}", soft_wrap=True)
    connections = fit.connections
    if connections["lost"] or connections["refused"]:
        out.print(
            f"connections: {connections['made']:,} opened, {connections['lost']:,} lost, "
            f"{connections['refused']:,} refused, {connections['again']:,} reopened"
        )


def print_forecast(forecast: Forecast) -> None:
    """Print what a replay would do, and what it needs."""
    about = "about" if forecast.plan["speed"] != "max" else "at least"
    out.print(
        f"{forecast.statements:,} statements of {forecast.sessions:,} sessions in {about} {units.duration(forecast.duration_s * SECOND)}; "
        f"rate: {number(forecast.rate['mean'])}/s, {number(forecast.rate['peak'])}/s in the busiest second"
    )
    for reason, count in forecast.skipped.items():
        out.print(f"  skipped: {count:,}, {reason}", markup=False)
    out.print(
        f"connections: {forecast.connections:,} at the same time; the target accepts {forecast.max_connections:,}"
    )
    workers = f"{forecast.workers} worker{'s' if forecast.workers > 1 else ''}"
    out.print(
        f"one worker sends at most {number(forecast.calibration.per_s)} statements/s on {'a host of the cluster' if forecast.hosts else 'this machine'} "
        f"({forecast.calibration.cpu_us:.0f} µs of CPU each); required: {workers} on {forecast.processors} processors"
    )
    if forecast.hosts:
        out.print(
            f"the busiest second needs {_counted(forecast.hosts_needed, 'host')}; the cluster has {_counted(len(forecast.hosts), 'host')}:"
        )
    for host in forecast.hosts:
        out.print(f"  {host.host}: {_counted(host.processors, 'processor')}, {host.memory_mib:,} MiB", markup=False)
    for reason in forecast.reasons:
        out.print(f"[yellow]{reason}[/]")


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"

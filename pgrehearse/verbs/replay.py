"""``pgrehearse replay``: a workload goes to a target."""

from __future__ import annotations

from pathlib import Path

import click

from pgrehearse.arguments import DURATION, INSTANT


@click.command(
    "replay",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse replay prod.workload --target postgresql://app@candidate/videos --writes -o candidate.run",
)
@click.argument("workload", type=click.Path(path_type=Path))
@click.option(
    "--target",
    required=True,
    help="DSN of the database to replay to (passwords: ~/.pgpass, PGPASSWORD, service files).",
)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The run to write.")
@click.option("--speed", default="1", show_default=True, help="A factor, or max.")
@click.option(
    "--think", type=float, default=1.0, show_default=True, help="Factor of the time sessions think between statements."
)
@click.option(
    "--connect", type=float, default=1.0, show_default=True, help="Factor of the time before sessions connect."
)
@click.option("--skip-idle", type=DURATION, default="0s", help="Shorten silences of all sessions to this (30s).")
@click.option(
    "--start-at", type=INSTANT, help="Begin at this instant (2026-11-22T10:00:00+01:00; without a zone: UTC)."
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes; sessions are dealt out whole.",
)
@click.option(
    "--sync",
    type=click.Choice(["session"]),
    default="session",
    show_default=True,
    help="What waits for what: a session for itself.",
)
@click.option(
    "--writes",
    is_flag=True,
    help="Let statements that write through; the target must prove to be a rehearsal.",
)
@click.option("--dirty", is_flag=True, help="Go on though the target has been replayed to before.")
@click.option(
    "--allow",
    "allowed",
    type=click.Choice(["drop-database", "alter-system", "copy-program", "terminate", "dblink", "notify"]),
    multiple=True,
    help="Send what would reach outside the databases (may be given again).",
)
@click.option(
    "--deny-host", "denied", multiple=True, help="A pattern of hosts that are never a target (*.prod.example)."
)
@click.option(
    "--statement-timeout", type=DURATION, default="0s", help="Guard against runaways: end statements after 30s, 5m."
)
@click.option("--no-metrics", is_flag=True, help="Do not sample the target meanwhile.")
@click.option("--standby", help="DSN of the target's standby, for its lag.")
@click.option(
    "--target-log",
    "logs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The target's csvlog, read afterwards for server times.",
)
@click.option("--force", is_flag=True, help="Replace the output.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def command(  # noqa: PLR0913 (one argument an option)
    workload: Path,
    target: str,
    output: Path,
    speed: str,
    think: float,
    connect: float,
    skip_idle: int,
    start_at: int | None,
    workers: int,
    sync: str,
    standby: str | None,
    logs: tuple[Path, ...],
    allowed: tuple[str, ...],
    denied: tuple[str, ...],
    statement_timeout: int,
    *,
    writes: bool,
    dirty: bool,
    no_metrics: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Send WORKLOAD to a target with its own timing and order; what happened becomes a run."""
    from base.endpoint import Endpoint
    from pgrehearse.terminal import out, print_json, pulse
    from replay.plan import ReplayPlan, parse_speed
    from scenarios.rehearse import Rehearsal, rehearse
    from workload.read import Workload

    del sync  # one choice so far
    factor = parse_speed(speed)
    plan = ReplayPlan(
        Endpoint.parse(target),
        speed=factor,
        workers=workers,
        writes=writes,
        allowed=frozenset(allowed),
        statement_timeout_us=statement_timeout,
        think=think,
        connect=connect,
        skip_idle_us=skip_idle,
        start_at_us=start_at or 0,
    )
    total = 0 if factor is None else round(Workload.open(workload).manifest.duration_us / factor)
    wanted = Rehearsal(
        workload,
        output,
        plan,
        force=force,
        dirty=dirty,
        metrics=not no_metrics,
        standby=Endpoint.parse(standby) if standby else None,
        logs=logs,
        denied=denied,
    )
    with pulse(total) as shown:
        run, fit = rehearse(wanted, shown.replayed)
    if as_json:
        document = fit.document()
        print_json(
            {
                "run": str(run.path),
                **{
                    key: document[key]
                    for key in (
                        "statements",
                        "errors",
                        "duration_s",
                        "rate",
                        "lateness_us",
                        "blame_us",
                        "fit",
                        "reasons",
                        "coverage",
                    )
                },
            }
        )
        return
    from base import units

    counts, errors, late, blame = fit.statements, fit.errors, fit.lateness_us, fit.blame_us
    out.print(
        f"{run.path}: {units.count(counts['sent'])} of {units.count(counts['due'])} statements sent in {fit.duration_s:.1f} s "
        f"({counts['skipped']} skipped, {counts['unsent']} unsent); offered {fit.rate['offered']}/s, achieved {fit.rate['achieved']}/s",
        markup=False,
        soft_wrap=True,
    )
    out.print(
        f"errors: {errors['same']} as captured, {errors['new']} new, {errors['vanished']} vanished, {errors['different']} different"
    )
    if factor is not None:
        out.print(
            f"lateness: p50 {units.duration(late['p50'])}, p99 {units.duration(late['p99'])}, max {units.duration(late['max'])}; of the p99 "
            f"predecessor {units.duration(blame['predecessor'])}, connection {units.duration(blame['connection'])}, harness {units.duration(blame['harness'])}"
        )
    out.print("fit to be judged" if fit.fit else "[yellow]not fit to be judged[/]: " + "; ".join(fit.reasons))

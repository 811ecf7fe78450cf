"""A workload on the terminal: window, rates, load, order, and what was lost."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.markup import escape

from pgrehearse.base import units
from pgrehearse.base.clock import SECOND, iso
from pgrehearse.capture.coverage import LOSSES
from pgrehearse.console import out, print_rows, rate_line
from pgrehearse.workload.schema import How

if TYPE_CHECKING:
    from pgrehearse.workload.analysis.clock import ClockStatements
    from pgrehearse.workload.analysis.load import Share
    from pgrehearse.workload.analysis.placement import PlacedLoad
    from pgrehearse.workload.analysis.profile import WorkloadProfile
    from pgrehearse.workload.analysis.skew import Tenants
    from pgrehearse.workload.manifest import Manifest

_SHOWN = 8
_CLOCK_PLACES = {
    "text": "in the text",
    "default": "in a column's default",
    "view": "in a view",
    "function": "in a function",
    "trigger": "in a trigger",
}


def document(manifest: Manifest, path: Path | str) -> dict[str, Any]:
    """Return the document of ``capture --json`` and ``inspect --json``."""
    return {
        "workload": str(path),
        "digest": manifest.digest,
        "window": {"start": iso(manifest.window_start_us), "end": iso(manifest.window_end_us)},
        "lines": manifest.losses.lines,
        "buckets": manifest.losses.buckets,
        "sessions": manifest.sessions,
        "events": manifest.events,
        "statements": manifest.statements,
        "errors": manifest.errors,
        "coverage": manifest.coverage,
        "transactions": manifest.transactions,
        "log_format": manifest.log_format,
        "logging_mode": manifest.logging_mode,
        "time_resolution_us": manifest.time_resolution_us,
        "estimated_starts": manifest.estimated_starts,
        "parameters_missing": manifest.losses.parameters_missing,
        "copies_from_stdin": manifest.losses.copies_from_stdin,
        "function_calls": manifest.losses.function_calls,
        "errors_without_statement": manifest.losses.errors_without_statement,
        "statements_without_user": manifest.losses.statements_without_user,
        "session_lines_missing": manifest.losses.session_lines_missing,
        "notes": manifest.notes,
        **_decoded(manifest),
        "generated_ids": [
            {
                "database": one.database,
                "sequence": one.name,
                "columns": one.columns,
                "drawn": one.drawn,
                "uncounted": one.uncounted,
                "verified": one.verified,
            }
            for one in manifest.drawn_from
        ],
        "generated_defaults": [asdict(one) for one in manifest.generated_defaults],
    }


def _decoded(manifest: Manifest) -> dict[str, Any]:
    """Return the counts of decoded rows, if there are any."""
    if manifest.decoded is None:
        return {}
    return {"decoded": {name: value for name, value in asdict(manifest.decoded).items() if name != "digest"}}


def print_losses(manifest: Manifest) -> None:
    """Print the number of lines in each bucket, the coverage, and what was lost."""
    losses = manifest.losses
    out.print(f"[italic]{units.count(losses.lines)} lines ({manifest.logging_mode})[/]")
    print_rows([{"bucket": name, "lines": units.count(lines)} for name, lines in losses.buckets.items()])
    out.print(f"coverage: {manifest.coverage['count']:.2%} by count, {manifest.coverage['time']:.2%} by time")
    for number, description in (
        *((getattr(losses, name), loss.description) for name, loss in LOSSES.items()),
        (losses.unexecuted, "statements that were parsed or bound and never executed"),
        (manifest.estimated_starts, "statements with an estimated start (failed statements without a duration)"),
    ):
        if number:
            out.print(f"  {units.count(number)} {description}", markup=False)
    if (decoded := manifest.decoded) is not None:
        out.print(
            f"decoded rows: {units.count(decoded.rows)} of {units.count(decoded.transactions)} transactions; the statement of "
            f"{units.count(decoded.joined)} is known ({units.count(decoded.by_id)} transactions joined by their id, "
            f"{units.count(decoded.by_time)} by table and time); COPY FROM STDIN with known rows: {units.count(decoded.copies)}, "
            f"without: {units.count(decoded.copies_unknown)}",
            markup=False,
        )
    for note in manifest.notes:
        out.print(f"  note: {note}", markup=False)


def print_ids(manifest: Manifest) -> None:
    """Print how many ids production drew from each sequence, how they are known, and which columns have other generated values."""
    for kind, meaning in (("random", "random values"), ("clock", "the current time")):
        columns = [one for one in manifest.generated_defaults if one.kind == kind]
        shown = ", ".join(f"{one.column} {units.count(one.statements)}" for one in columns[:_SHOWN])
        if columns:
            out.print(f"columns with {meaning} by default (statements that filled them): {shown}", markup=False)
    if not manifest.drawn_from:
        return
    out.print(
        "ids that production drew, by how they are known (unverified: no later statement uses one of the sequence)"
    )
    rows = [
        {
            "sequence": one.name,
            **{how.value: units.count(one.drawn.get(how.value, 0)) for how in How},
            "number not known": units.count(one.uncounted),
            "": "" if one.verified else "unverified",
        }
        for one in manifest.drawn_from
    ]
    unused = tuple(how.value for how in How if not any(one.drawn.get(how.value) for one in manifest.drawn_from))
    print_rows([{name: value for name, value in row.items() if name not in unused} for row in rows])


def print_load(path: Path, profile: WorkloadProfile) -> None:
    """Print the window, the rates, and the load by query, table, schema, application and endpoint."""
    _print_window(path, profile)
    _print_queries(profile)
    loads, summary = profile.load, profile.summary
    if loads.in_flight:
        mean, peak = sum(loads.in_flight) / len(loads.in_flight), max(loads.in_flight)
        out.print(f"statements in flight: {mean:.2f} on average, {peak:.2f} in the busiest interval")
    applications = [f"{_share(share)} of {units.count(share.sessions)} sessions" for share in loads.applications]
    lists = {
        "tables (statements that read, write)": [
            f"{name} {units.count(reads)}, {units.count(writes)}" for name, reads, writes in summary.tables
        ],
        "load by table": [_share(share) for share in loads.tables],
        "load by schema": [_share(share) for share in loads.schemas],
        "load by application": applications,
        "load by endpoint": [_share(share) for share in loads.endpoints],
        "tables together in transactions": [
            f"{first} + {second} {units.count(n)}" for first, second, n in loads.together[:_SHOWN]
        ],
        "errors": [f"{sqlstate} {units.count(n)}" for sqlstate, n in summary.errors],
    }
    for title, texts in lists.items():
        if texts or title == "errors":
            out.print(f"{title}: " + ("; ".join(texts) or "none"), markup=False)


def _print_window(path: Path, profile: WorkloadProfile) -> None:
    manifest, summary = profile.manifest, profile.summary
    begin, end = iso(manifest.window_start_us), iso(manifest.window_end_us)
    out.print(f"[bold]{path}[/]  {begin} to {end} ({units.duration(manifest.duration_us)})", soft_wrap=True)
    out.print(
        f"{units.count(manifest.sessions)} sessions (at most {summary.peak_sessions} at the same time), {units.count(manifest.statements)} statements, "
        f"{units.count(manifest.transactions)} transactions, {units.count(manifest.errors)} errors"
    )
    out.print(f"statements  {rate_line(summary.rate, manifest.duration_us / SECOND)}", markup=False)
    out.print("kinds       " + ", ".join(f"{kind} {units.count(n)}" for kind, n in summary.kinds), markup=False)


def _print_queries(profile: WorkloadProfile) -> None:
    out.print("[italic]queries by time[/]")
    rows = [
        {
            "query": escape(" ".join(row.sql.split())[:90]),
            "key": row.query_key[:8],
            "n": units.count(row.n),
            "total": units.duration(row.total_us),
            "p50": units.duration(row.p50_us),
            "p99": units.duration(row.p99_us),
            "errors": units.count(row.errors),
        }
        for row in profile.summary.queries
    ]
    print_rows(rows, spare=("key", "errors", "p50"))


def _unattributed(spread: Tenants) -> str:
    """Return how many statements have several values, or one that the workload does not show."""
    counts = ((spread.several, "with several values"), (spread.unknown, "whose value is not known"))
    found = [f"{units.count(number)} {words}" for number, words in counts if number]
    return f" ({', '.join(found)})" if found else ""


def print_limits(profile: WorkloadProfile) -> None:
    """Print what a replay cannot repeat exactly, the groups that were requested, and what was lost."""
    order = profile.order
    out.print(
        f"order: the log's times have a resolution of {units.duration(order.resolution_us)}; {units.count(order.pairs)} pairs of "
        f"transactions wrote to the same table one after the other; the log does not determine the order of {units.count(order.open)} of them"
    )
    _print_clock(profile.clock)
    _print_nondeterministic(profile)
    print_ids(profile.manifest)
    if spread := profile.tenants:
        shares = "; ".join(_share(share) for share in spread.shares[:_SHOWN])
        out.print(
            f"{spread.column}: {units.count(spread.tenants)} values in {units.count(spread.statements)} of {units.count(spread.of)} statements{_unattributed(spread)}; "
            f"the busiest tenth of the values has {spread.busiest_tenth:.0%} of the load: {shares}",
            markup=False,
        )
    if group := profile.group:
        outside = ", ".join(f"{name} ({units.count(n)})" for name, n in group.outside) or "no other table"
        out.print(
            f"{', '.join(group.tables)}: {units.count(group.transactions)} transactions; {units.count(group.leave)} of them also use {outside}",
            markup=False,
        )
    if profile.placed:
        _print_placement(profile.placed)
    print_losses(profile.manifest)


def _print_placement(placed: PlacedLoad) -> None:
    """Print the load of each server of a placement, what would cross servers, and the move that balances them."""
    for server in placed.servers:
        out.print(
            f"server {server.name}: {units.count(server.transactions)} transactions, {units.count(server.statements)} statements "
            f"({units.count(server.writes)} write), {units.duration(server.time_us)}",
            markup=False,
        )
    out.print(
        f"the busiest server has {placed.busiest_share:.0%} of the load; {units.count(placed.crossing)} transactions would cross servers "
        f"(in {units.count(placed.joins)} of them one statement does), {units.count(placed.unplaced)} use a table that no server gets, "
        f"{units.count(placed.anywhere)} use no table"
    )
    for group in placed.groups[:_SHOWN]:
        out.print(f"  {units.count(group.transactions)} cross: {', '.join(group.tables)}", markup=False)
    if placed.missing:
        out.print(f"  no server gets {', '.join(placed.missing[:_SHOWN])}", markup=False)
    if move := placed.move:
        out.print(
            f"to move {move.what} from {move.source} to {move.target} lowers the share of the busiest server from {move.before:.0%} to {move.after:.0%}",
            markup=False,
        )


def _print_clock(clock: ClockStatements) -> None:
    if not clock.statements:
        return
    places = ", ".join(f"{_CLOCK_PLACES[place]} {units.count(n)}" for place, n in clock.places.items())
    out.print(
        f"statements that use the clock: {units.count(clock.statements)} ({places}); in {units.count(clock.deciding)} of them it decides "
        "which rows they find or return (replay with --clock production)",
        markup=False,
    )
    for query in clock.queries[:_SHOWN]:
        places = ", ".join(_CLOCK_PLACES[place] for place in query.places)
        out.print(f"  {units.count(query.statements)} {places}: {' '.join(query.sql.split())[:90]}", markup=False)


def _print_nondeterministic(profile: WorkloadProfile) -> None:
    queries = profile.load.nondeterministic[:_SHOWN]
    if queries:
        out.print("nondeterministic queries:")
    for query in queries:
        reasons = {
            "use the current time": query.clock,
            "generate ids": query.generated,
            "read a table after ids were generated": query.afterwards,
        }
        text = ", ".join(f"{units.count(n)} {reason}" for reason, n in reasons.items() if n)
        out.print(f"  {text}: {' '.join(query.sql.split())[:90]}", markup=False)


def _share(share: Share) -> str:
    return f"{share.name} {units.duration(share.time_us)} ({units.count(share.statements)})"

"""The readers of a target, and which captured readers' sessions each of them gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import UsageProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Reader, Route
from pgrehearse.workload.read import Workload


def parse_readers(texts: Sequence[str]) -> tuple[Reader, ...]:
    """Parse ``DSN`` or ``NAME: DSN``, where NAME is a captured reader."""
    return tuple(map(parse_reader, texts))


def parse_reader(text: str) -> Reader:
    """Parse one reader."""
    name, colon, dsn = text.partition(": ")
    if colon and ("=" in name or not name.strip()):
        raise UsageProblem(f"invalid reader {name!r}", remedy="write DSN, or 'NAME: DSN'")
    return Reader(Endpoint.parse(dsn.strip() if colon else text), name.strip() if colon else "")


def captured_readers(workload: Workload, readers: Sequence[Reader]) -> pl.DataFrame:
    """Return the instances whose sessions go to readers: instance, events; the busiest first.

    They are those that the capture recorded as readers, and those that *readers* name.
    """
    names = {*workload.manifest.readers, *(reader.instance for reader in readers if reader.instance)}
    loads = workload.sessions().group_by("instance").agg(pl.col("events").sum())
    return loads.filter(pl.col("instance").is_in(sorted(names))).sort(["events", "instance"], descending=[True, False])


def with_captured_readers(workload: Workload, plan: ReplayPlan) -> ReplayPlan:
    """Return the plan with a route for each captured reader: to the reader that is named for it, else to the least loaded one.

    Raises ``UsageProblem`` if a reader is named for an instance that the workload does not have, or if nothing goes to the readers.
    """
    readers = plan.routing.readers
    if not readers and plan.reads is not None:
        raise UsageProblem(
            "--route-reads needs --reader", remedy="add --reader with the DSN of a standby of the target"
        )
    if not readers:
        return plan
    if plan.routing.on_reader(plan.target):
        raise UsageProblem("--reader is the target itself", remedy="use the DSN of a standby of the target")
    captured = captured_readers(workload, readers)
    known = set(captured["instance"])
    if unknown := next((one.instance for one in readers if one.instance and one.instance not in known), ""):
        instances = workload.sessions()["instance"].drop_nulls().unique().sort().to_list()
        raise UsageProblem(
            f"--reader: the workload has no instance {unknown!r}",
            remedy=f"its instances: {', '.join(instances) or 'it has no names of instances'}",
        )
    if not known and plan.reads is None:
        raise UsageProblem(
            "--reader: the workload has no sessions of readers",
            remedy="name the instance that was a reader (--reader 'NAME: DSN'), or send reads to the reader with --route-reads",
        )
    routes = shared_out(captured, readers)
    return replace(plan, routing=replace(plan.routing, routes=(*plan.routing.routes, *routes)))


def shared_out(captured: pl.DataFrame, readers: Sequence[Reader]) -> list[Route]:
    """Return the route of each captured reader, the busiest first: the events are distributed evenly."""
    named = {reader.instance: reader for reader in readers if reader.instance}
    loads = dict.fromkeys(range(len(readers)), 0)
    routes = []
    for instance, events in captured.iter_rows():
        least = min(loads, key=lambda number: (loads[number], bool(readers[number].instance), number))
        number = readers.index(named[instance]) if instance in named else least
        loads[number] += events
        routes.append(Route(readers[number].target, instance=instance, reader=True))
    return routes


def sessions_on_readers(workload: Workload, plan: ReplayPlan) -> pl.DataFrame:
    """Return session and reader of the sessions that are replayed to readers."""
    rows = []
    for session, user, instance in workload.sessions().select("session", "user", "instance").iter_rows():
        server = plan.routing.server(plan.target, user, instance or "")
        if plan.routing.on_reader(server):
            rows.append((session, str(server)))
    return pl.DataFrame(rows, schema={"session": pl.Int32, "reader": pl.String}, orient="row")


def reader_notes(workload: Workload, plan: ReplayPlan) -> list[str]:
    """Return notes on captured readers: where their sessions go, and whether the target has fewer readers."""
    readers = plan.routing.readers
    elsewhere = {route.instance for route in plan.routing.routes if not route.reader}
    captured = [name for name in captured_readers(workload, readers)["instance"] if name not in elsewhere]
    if captured and not readers:
        return [
            f"sessions of the captured readers {', '.join(captured)} were replayed to the target itself, because it has no --reader"
        ]
    notes = [
        f"sessions of the captured reader {route.instance} were replayed to {route.target}"
        for route in plan.routing.routes
        if route.reader
    ]
    if len(captured) > len(readers):
        notes.append(
            f"production had {len(captured)} readers in the workload, the target has {len(readers)}: each of them has the load of several"
        )
    return notes

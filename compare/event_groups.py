"""The statements of each phase of a run by what sent them: application, endpoint (a tag in an SQL comment), and query.

An event in mid-run does not disturb all of an application's parts: while a database is read-only, those that only read go on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from pgrehearse.compare.event_values import APPLICATION, ENDPOINT, KINDS, QUERY, GroupPhase, StatementGroup
from pgrehearse.runs.phases import Phase
from pgrehearse.workload.read import Workload

# So many groups of each kind are listed: those with the most failed statements in events and their recovery, then the most statements.
MOST = 50
_DISTURBED = (Phase.DURING.value, Phase.RECOVERY.value)


@dataclass(frozen=True, slots=True)
class Senders:
    """The *applications* of sessions, and the *endpoints* of statements that have the tag of one."""

    applications: pl.DataFrame
    endpoints: pl.DataFrame

    @classmethod
    def of(cls, workload: Workload) -> Senders:
        """Read them. Memory: twelve bytes for each statement with a tag."""
        category = pl.Categorical()
        sessions = workload.sessions().select("session", pl.col("application_name").cast(category).alias(APPLICATION))
        tagged = workload.events().drop_nulls(ENDPOINT).select("session", "seq", pl.col(ENDPOINT).cast(category))
        return cls(sessions, tagged.collect())

    def joined(self, outcomes: pl.DataFrame) -> pl.DataFrame:
        """Return outcomes, in their order, with the columns *application* and *endpoint* (null: none)."""
        return outcomes.join(self.applications, on="session", how="left", maintain_order="left").join(
            self.endpoints, on=["session", "seq"], how="left", maintain_order="left"
        )


def groups(
    rows: pl.DataFrame, keys: Sequence[str], shapes: Mapping[str, tuple[str, str]]
) -> tuple[tuple[StatementGroup, ...], dict[str, int]]:
    """Return the groups of a run's statements, and how many of each kind are not listed.

    *rows*: *application*, *endpoint*, *query* (the number of its key in *keys*), *phase*, *status*, *sqlstate*; *shapes*: by query key, its
    template and kind. There are no groups by endpoint if no statement has the tag of one.
    """
    found: list[StatementGroup] = []
    left_out: dict[str, int] = {}
    for by in KINDS:
        if by == ENDPOINT and rows[by].null_count() == rows.height:
            continue
        counts = _counts(rows, by)
        order = _order(counts, only_failed=by == QUERY)
        if len(order) > MOST:
            left_out[by] = len(order) - MOST
        listed = _listed(by, counts, order[:MOST])
        found.extend(_query(group, keys[int(group.name)], shapes) if by == QUERY else group for group in listed)
    return tuple(found), left_out


def _query(group: StatementGroup, key: str, shapes: Mapping[str, tuple[str, str]]) -> StatementGroup:
    return replace(group, name=key, sql=shapes[key][0])


def _counts(rows: pl.DataFrame, by: str) -> pl.DataFrame:
    """Return one row for each group, phase and SQLSTATE (null: no error): *name*, *phase*, *state*, *n*."""
    state = pl.when(pl.col("status").cast(pl.String) != "ok").then(pl.col("sqlstate").cast(pl.String))
    return rows.group_by(
        pl.col(by).cast(pl.String).fill_null("").alias("name"),
        pl.col("phase").cast(pl.String),
        state.alias("state"),
    ).agg(pl.len().alias("n"))


def _order(counts: pl.DataFrame, *, only_failed: bool) -> list[str]:
    """Return the names of groups in the order in which they are listed. *only_failed*: those with failures in an event or its recovery."""
    failed = pl.col("n").filter(pl.col("state").is_not_null(), pl.col("phase").is_in(_DISTURBED)).sum()
    every = counts.group_by("name").agg(failed.alias("failed"), pl.col("n").sum())
    listed = every.filter(pl.col("failed") > 0) if only_failed else every
    return listed.sort("failed", "n", "name", descending=[True, True, False])["name"].to_list()


def _listed(by: str, counts: pl.DataFrame, names: list[str]) -> Iterator[StatementGroup]:
    listed = counts.filter(pl.col("name").is_in(names)).sort("n", "state", descending=[True, False])
    of_name = listed.partition_by("name", as_dict=True)
    for name in names:
        of_phase = of_name[name,].partition_by("phase", as_dict=True)
        phases = {phase.value: _phase(of_phase[phase.value,]) for phase in Phase if (phase.value,) in of_phase}
        yield StatementGroup(by, name, phases)


def _phase(counts: pl.DataFrame) -> GroupPhase:
    errors = counts.drop_nulls("state").select("state", "n")
    return GroupPhase(int(counts["n"].sum()), int(errors["n"].sum()), dict(errors.iter_rows()))

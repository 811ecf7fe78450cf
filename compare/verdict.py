"""One word from what was found: fitness first, then errors, then what noise may be, then speed. Pure decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pgrehearse.compare.comparison import HostLoad, Noise, Query, QueryOutcome, Verdict
from pgrehearse.compare.host_load import too_busy
from pgrehearse.compare.query_changes import typical_change
from pgrehearse.compare.statement_labels import short

# Errors that production (or the control) did not have, as a share of statements: above it the candidate regressed.
NEW_ERRORS = 0.001


@dataclass(frozen=True, slots=True)
class Ground:
    """What a verdict stands on. *timed*: the sides share a clock. *drifted*: statements that failed on the candidate through
    ids that are others than production's, beyond as many as on the baseline."""

    queries: Sequence[Query]
    errors: Mapping[str, int]
    statements: int
    fit: bool
    timed: bool
    noise: Noise
    hosts: Sequence[HostLoad] = ()
    drifted: int = 0


def verdict(ground: Ground) -> tuple[Verdict, tuple[str, ...]]:
    """Return the verdict on a candidate, and why."""
    if not ground.fit:
        return Verdict.INCONCLUSIVE, ()
    new = ground.errors["new"] + ground.errors["different"]
    erring = [f"{new} statements fail that did not before (or fail differently)"]
    worse = [query for query in ground.queries if query.outcome == QueryOutcome.REGRESSED]
    slower = [f"{len(worse)} queries got slower, most of all: {short(worse[0].sql, 90)}"] if worse else []
    if new > NEW_ERRORS * ground.statements:
        return Verdict.REGRESSED, (*erring, *slower)
    busy = too_busy(ground.hosts, ground.noise)
    if busy:
        return Verdict.INCONCLUSIVE, (*busy, *_quiet(ground.noise))
    if slower:
        return Verdict.REGRESSED, (*slower, *_unmeasured(ground.noise))
    if doubt := _doubt(ground):
        return Verdict.INCONCLUSIVE, doubt
    better = sum(query.outcome == QueryOutcome.IMPROVED for query in ground.queries)
    if better:
        return Verdict.IMPROVED, (f"{better} queries got faster, none slower", *_unmeasured(ground.noise))
    return Verdict.UNCHANGED, _unmeasured(ground.noise)


def _doubt(ground: Ground) -> tuple[str, ...]:
    """Say why nothing can be said though no query regressed."""
    if not ground.timed:
        return (
            "no common clock: the candidate's own log was not captured back, so its times cannot be set against a capture's",
        )
    if suspects := [query for query in ground.queries if query.suspect]:
        return (
            f"{len(suspects)} queries seem slower, first of all: {short(suspects[0].sql, 90)} ({suspects[0].why})",
            *_unmeasured(ground.noise),
        )
    if all(query.outcome == QueryOutcome.CANNOT_EVALUATE for query in ground.queries):
        return ("no query was executed often enough to be judged",)
    if ground.drifted > NEW_ERRORS * ground.statements:
        return (
            f"{ground.drifted} more statements failed on the candidate than on the baseline through ids that are others than production's: "
            "begin both from one state, with their sequences aligned (targets adopt --align-sequences)",
        )
    return (*moved, *_unmeasured(ground.noise)) if (moved := _moved(ground)) else ()


def uncertain(ground: Ground) -> tuple[str, ...]:
    """Say why latencies cannot be told from noise: a busy host, or a change that all queries share."""
    return tuple(too_busy(ground.hosts, ground.noise)) or _moved(ground)


def _moved(ground: Ground) -> tuple[str, ...]:
    """Say that the typical query changed by more than noise is taken to be, where no noise was measured."""
    moved = typical_change(ground.queries)
    if ground.noise.measured or moved <= ground.noise.floor:
        return ()
    return (
        f"the typical query changed by {moved:.0%}: without a second control that may be the machine or the candidate",
    )


def _unmeasured(noise: Noise) -> tuple[str, ...]:
    """Say that no noise was measured, and how it is."""
    if noise.measured or not noise.floor:
        return ()
    return (f"noise: {noise}. {noise.advice}",)


def _quiet(noise: Noise) -> tuple[str, ...]:
    calm = "replay again while nothing else uses the hosts"
    return (f"{calm}; or measure the noise. {noise.advice}" if noise.advice else calm,)

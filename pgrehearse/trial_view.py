"""A trial on the terminal: one table with what the change did, and the queries that it helps or costs."""

from __future__ import annotations

from pgrehearse.base import units
from pgrehearse.console import Row, out, print_rows
from pgrehearse.scenarios.ad_hoc.result import Trial, TrialQuery
from pgrehearse.scenarios.migration.record import LockRecord, SizeRecord

_SHOWN = 30
_COLUMNS = ("what", "effect", "n", "change", "p50", "p95")


def print_trial(trial: Trial) -> None:
    """Print the table, what is not in it, and the verdict."""
    rows = [*_changed(trial), *(_query(query) for query in trial.queries[:_SHOWN])]
    print_rows(rows, left=("effect",))
    others = ", ".join(f"{count} {effect}" for effect, count in trial.left.items())
    out.print(f"other queries: {others or 'none'}", markup=False, soft_wrap=True)
    if not trial.writers_measured:
        out.print(
            "what the change costs the statements that write is not known: the copy cannot be restored, so the replays were read-only. "
            "Use --from with a dump or a base backup.",
            markup=False,
            soft_wrap=True,
        )
    reasons = f": {'; '.join(trial.comparison.reasons)}" if trial.comparison.reasons else ""
    out.print(f"{trial.comparison.verdict.value}{reasons}", markup=False, soft_wrap=True)
    out.print(f"report: {trial.report}", markup=False, soft_wrap=True)


def _changed(trial: Trial) -> list[Row]:
    """Return the rows about the change itself: durations, sizes, locks."""
    statements = zip(trial.changes, trial.record.statements, strict=False)
    return [
        *(_row(" ".join(sql.split()), "executed in", p50=units.duration(one.took_us)) for sql, one in statements),
        *(_row(f"{one.kind} {one.name}", "size", p50=_size(one)) for one in trial.record.sizes),
        *(_row(f"{one.mode} of {one.table}", f"blocks {one.blocks}", p50=_held(one)) for one in trial.record.locks),
    ]


def _row(what: str, effect: str, **cells: str) -> Row:
    return dict.fromkeys(_COLUMNS, "") | {"what": what, "effect": effect} | cells


def _size(size: SizeRecord) -> str:
    before, after = (
        units.size(value) if value is not None else "none" for value in (size.before_bytes, size.after_bytes)
    )
    return f"{before} → {after}"


def _held(lock: LockRecord) -> str:
    return f"{'about' if lock.sampled else 'at most'} {units.duration(lock.held_us)}"


def _query(query: TrialQuery) -> Row:
    return _row(
        query.sql,
        f"{query.effect}{' (writes)' if query.writes else ''}",
        n=units.count(query.n),
        change="" if query.change is None else f"{query.change:+.0%}",
        p50=units.both(query.before_p50_us, query.after_p50_us),
        p95=units.both(query.before_p95_us, query.after_p95_us),
    )

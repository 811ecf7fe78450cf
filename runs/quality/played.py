"""Which share of the statements that do work was executed on the target (``played``), and not skipped or without a connection.

BEGIN, COMMIT, SET and the like do no work and are not counted: they are sent also where all between them is skipped.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pgrehearse.runs.fitness_values import PlayedCounts
from pgrehearse.runs.quality.error_causes import GONE
from pgrehearse.runs.reasons import AFTER_REFUSED_WRITE, LEFT_OUT, READ_ONLY, WOULD_WRITE
from pgrehearse.workload.sql.kinds import TRANSACTION_CONTROL

_NO_WORK = (
    *TRANSACTION_CONTROL,
    "prepare transaction",
    "commit prepared",
    "rollback prepared",
    "set",
    "show",
    "prepare",
    "deallocate",
    "discard",
    "close",
    "unlisten",
    "listen",
    "empty",
)


@dataclass(frozen=True, slots=True)
class Played:
    """Statements that do work: *chosen* by the user; of them *read_only* were left out because the replay only reads,
    *skipped* for another reason, *unreached* for want of a connection; *why* the most were skipped."""

    chosen: int
    read_only: int
    skipped: int
    unreached: int
    why: str

    @property
    def share(self) -> float:
        """Return the share of what was to run here that ran (or was never sent: that is coverage)."""
        wanted = self.chosen - self.read_only
        return 1 - (self.skipped + self.unreached) / wanted if wanted else 0.0

    @property
    def left(self) -> float:
        """Return the share of what was chosen that is left when writes are left out."""
        return (self.chosen - self.read_only - self.skipped - self.unreached) / self.chosen if self.chosen else 0.0

    def counts(self) -> PlayedCounts:
        """Return what a run's fitness keeps."""
        return {
            "chosen": self.chosen,
            "read_only": self.read_only,
            "skipped": self.skipped,
            "unreached": self.unreached,
            "why": self.why,
            "share": round(self.share, 6),
        }


def played(found: pl.DataFrame, shapes: pl.DataFrame) -> Played:
    """Count what ran. *found*: rows of ``statements.statements``; *shapes*: those of the workload."""
    idle = shapes.filter(pl.col("kind").is_in(_NO_WORK))["shape"]
    skipped = (pl.col("status") == "skipped").fill_null(value=False)
    left_out = skipped & pl.col("reason").is_in(LEFT_OUT).fill_null(value=False)
    reading = pl.col("reason").str.ends_with(READ_ONLY) | pl.col("reason").is_in([WOULD_WRITE, AFTER_REFUSED_WRITE])
    read_only = skipped & reading.fill_null(value=False)
    lacking = skipped & ~left_out & ~read_only
    unreached = (pl.col("status") == "failed").fill_null(value=False) & GONE & (pl.col("ended") == "ok")
    does = ~pl.col("shape").is_in(idle.implode()).fill_null(value=False)
    counted = found.select(
        (does & ~left_out).sum().alias("chosen"),
        *(
            (does & one).sum().alias(name)
            for name, one in (("read_only", read_only), ("skipped", lacking), ("unreached", unreached))
        ),
    ).row(0, named=True)
    most = found.filter(does & lacking)["reason"].value_counts(sort=True).head(1)
    return Played(**counted, why=str(most["reason"][0] or "") if most.height else "")

"""What a comparison knows of the rows that statements returned. Values only (``compare.results`` computes them)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Execution:
    """One execution: its session and its ``seq`` there, and its *line* in the log ("": not known). *statement*: its text with its
    parameters, which are data: for reports with values alone."""

    session: int
    seq: int
    line: str = ""
    statement: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"session {self.session}, event {self.seq}{f' ({self.line})' if self.line else ''}"


@dataclass(frozen=True, slots=True)
class QueryRows:
    """A query whose rows differ between the sides in some of its *pairs* of executions: *reordered* pairs returned the same rows in
    another order, *different* pairs other rows, *resized* of these another number of rows.

    *again*: pairs that differ between the two replays of the baseline (None: there is no second one). *reason*: why the differences are
    not counted ("": they are counted). *why*: their possible cause. *examples*: the first executions that differ.
    """

    query_key: str
    sql: str
    pairs: int
    reordered: int
    different: int
    resized: int
    again: int | None
    reason: str
    why: str
    examples: tuple[Execution, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """Pairs of executions that succeeded on both sides and whose rows were hashed, by class. *queries*: those with differences.

    *sampled*: pairs with more rows than were hashed, whose first rows and number of rows are the same; *not_comparable*: pairs whose rows
    differ without being evidence against a side; *not_hashed*: only one side has a hash, or both of another part of the rows. *missing*: why
    nothing was compared ("": it was). *control*: the baseline was replayed twice.
    """

    same: int = 0
    sampled: int = 0
    reordered: int = 0
    different: int = 0
    not_comparable: int = 0
    not_hashed: int = 0
    missing: str = ""
    control: bool = False
    queries: tuple[QueryRows, ...] = ()

    def counts(self) -> dict[str, int]:
        """Return the number of pairs by class."""
        return {name: getattr(self, name) for name in CLASSES}

    def compared(self) -> int:
        """Return the number of pairs whose rows were compared."""
        return self.same + self.sampled + self.reordered + self.different + self.not_comparable

    def counted(self) -> list[QueryRows]:
        """Return the queries whose differences are counted, those with different rows first."""
        rows = [row for row in self.queries if not row.reason]
        return sorted(rows, key=lambda row: (-row.different, -row.reordered))

    def unproven(self) -> int:
        """Return the pairs whose differences would be counted, if the runs could show that they come from the candidate."""
        return sum(row.reordered + row.different for row in self.queries if row.reason in UNPROVEN)


CLASSES = ("same", "sampled", "reordered", "different", "not_comparable", "not_hashed")

CLOCK = "it depends on the time at which it is executed"
GENERATED = "it generates ids or random values"
NOT_DETERMINISTIC = "two replays of the baseline differ in it as well"
CONCURRENT = "it reads tables that the workload writes, and there is no second replay of the baseline"
FEW = "it reads tables that the workload writes, and too few executions differ to exclude that sessions ran in another order"
WITH_GIVEN_IDS = "both sides drew production's ids for it, other values in its rows may be generated too, and there is no second replay of the baseline"
FIRST_ROWS = "the first rows differ, which are all that is hashed: other rows, or the same rows in another order"
# Reasons that another replay can remove.
UNPROVEN = frozenset({CONCURRENT, FEW, WITH_GIVEN_IDS, FIRST_ROWS})

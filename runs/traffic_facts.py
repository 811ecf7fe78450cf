"""How a run's traffic differed from the captured one: parts of its manifest. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RewriteFacts:
    """One rule of --rewrite, and what it did.

    *name*: of the rule; *query_key*: of the statements that it can match; *match_sql*: the example that they have to have the form of ("":
    the first statement of the query); *sql*: what was sent in their place; *same_rows*: the rule states that the rows are the same.
    *statements*: how many statements of the workload were replaced, in all sessions; *sent*: how many of these were sent, in all copies of
    sessions (None: not counted); *left*: statements of the query that were not replaced, by reason.
    """

    name: str
    query_key: str
    match_sql: str = ""
    sql: list[str] = field(default_factory=list)
    same_rows: bool = False
    statements: int = 0
    sent: int | None = None
    left: dict[str, int] = field(default_factory=dict)

    def note(self) -> str:
        """Return the note of a run."""
        left = "".join(
            f"; {count:,} others of the query were sent as they are: {why}" for why, count in self.left.items()
        )
        if not self.statements:
            return f"rewrite {self.name}: no statement of the workload matches{left}"
        several = f" ({len(self.sql)} statements in one text of the simple protocol)" if len(self.sql) > 1 else ""
        rows = "its rows are compared" if self.same_rows else "its rows are not comparable"
        return f"rewrite {self.name}: {self.statements:,} statements of query {self.query_key} became other SQL{several}; {rows}{left}"

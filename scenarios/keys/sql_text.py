"""SQL that a user wrote in a scenario or in a file, as statements by PostgreSQL's grammar; the error of a fault has its line."""

from __future__ import annotations

from pgrehearse.base.errors import BadInput
from pgrehearse.workload.sql.parse_tree import Statement, grammar_version, refusal, statements


def statements_of_text(text: str, where: str) -> list[Statement]:
    """Return the statements of a text; their places are in bytes. Raises ``BadInput`` for a text that the grammar rejects, or that has
    none. *where*: a file, or the path of a key."""
    found = statements(text.encode())
    if found is None:
        reason, position = refusal(text.encode()) or ("it is nested too deeply", 0)
        raise BadInput(
            f"{where}:{1 + text.count(chr(10), 0, position)}: {reason}",
            remedy=f"correct the SQL; it is parsed by the grammar of PostgreSQL {grammar_version()}, and commands of psql (such as \\i) are not executed",
        )
    if not found:
        raise BadInput(f"{where}: no statement", remedy="write a statement of SQL")
    return found

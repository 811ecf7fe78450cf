"""The sequences that the function of a trigger draws from, by PL/pgSQL's own parser: its calls of nextval and its INSERTs."""

from __future__ import annotations

from pgrehearse.workload.generated.facts import DatabaseIds
from pgrehearse.workload.generated.rules import Names, draw_rules
from pgrehearse.workload.generated.statement import read
from pgrehearse.workload.sql import plpgsql
from pgrehearse.workload.sql.parse_tree import options, statements


def sequences_drawn(definition: str, names: Names, ids: DatabaseIds) -> tuple[str, ...]:
    """Return the sequences in a function (``pg_get_functiondef``); none for one that cannot be read.

    How often each is drawn from depends on conditions and loops, which are not evaluated.
    """
    found = statements(definition.encode()) or []
    if len(found) != 1 or "CreateFunctionStmt" not in found[0].tree:
        return ()
    made = found[0].tree["CreateFunctionStmt"]
    text = options(made.get("options", [])).get("as")
    body = text[0] if isinstance(text, list) and text else text
    if not isinstance(body, str):
        return ()
    parts = plpgsql.read(body, made).parts or []
    texts = [
        part if use is plpgsql.Use.RUNS else f"select {part}" for part, use in parts if use is not plpgsql.Use.BUILDS
    ]
    rules = [rule for text in texts for rule in draw_rules(read(text.encode()), names, ids)]
    return tuple(dict.fromkeys(rule.sequence for rule in rules if rule.sequence))

"""Transactions that a replay prepares (PREPARE TRANSACTION) and leaves on its target, because their end is not in the window."""

from __future__ import annotations

from collections.abc import Iterator

import asyncpg
import polars as pl

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import place_of
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.runs.run_facts import PreparedTransaction
from pgrehearse.scenarios.preparing.preflight import Ready, primaries
from pgrehearse.targets.prepared_transactions import end_prepared_transactions
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.parse_tree import statements

_KINDS = ["prepare transaction", "multi"]


def prepared_names(workload: Workload) -> frozenset[str]:
    """Return the names under which statements of the workload prepare transactions."""
    shapes = workload.shapes().filter(pl.col("kind").is_in(_KINDS))["shape"]
    if shapes.is_empty():
        return frozenset()
    texts = workload.events().filter(pl.col("shape").is_in(shapes.implode())).select("sql").drop_nulls().unique()
    return frozenset(name for text in texts.collect()["sql"] for name in _names(text))


def _names(text: bytes) -> Iterator[str]:
    for statement in statements(text) or ():
        node = statement.tree.get("TransactionStmt", {})
        if node.get("kind") == "TRANS_STMT_PREPARE":
            yield str(node.get("gid", ""))


async def end_what_is_prepared(
    workload: Workload, ready: Ready, *, keep: bool
) -> tuple[list[PreparedTransaction], list[str]]:
    """Roll back the prepared transactions that have not ended, except with *keep*; return them, and the notes."""
    plan = ready.plan
    if not plan.writes or not (names := prepared_names(workload)):
        return [], []
    passwords = Passwords(plan.routing.password_command)
    leftover: list[PreparedTransaction] = []
    notes: list[str] = []
    for server, databases in primaries(workload, plan).items():
        for database in sorted(databases):
            place = server.to(database=database)
            try:
                expected_identity = ready.expected_identities[place_of(place)]
                leftover += await end_prepared_transactions(passwords.of(place), expected_identity, names, keep=keep)
            except (TargetProblem, asyncpg.PostgresError, OSError) as error:
                notes.append(f"{place}: prepared transactions could not be read: {error}")
    return leftover, notes + [_note(transaction) for transaction in leftover]


def _note(transaction: PreparedTransaction) -> str:
    if transaction.rolled_back:
        return f"prepared transaction {transaction} was rolled back, because its end is not in the window"
    return f"prepared transaction {transaction} holds its locks until it is ended ({transaction.command})"

"""SQLSTATEs by their messages, for logs without %e in their prefix: the common errors of applications (errcodes.txt)."""

from __future__ import annotations

from typing import Any

import polars as pl

# Beginnings or parts of messages (lc_messages = 'C'), the more specific first.
_STATES = {
    r"^duplicate key value violates unique constraint": "23505",
    r"violates foreign key constraint": "23503",
    r"violates not-null constraint": "23502",
    r"violates check constraint": "23514",
    r"violates exclusion constraint": "23P01",
    r"^current transaction is aborted": "25P02",
    r"^deadlock detected": "40P01",
    r"^could not serialize access": "40001",
    r"^canceling statement due to lock timeout|^could not obtain lock on": "55P03",
    r"^canceling statement due to": "57014",
    r"^terminating connection due to idle-in-transaction timeout": "25P03",
    r"^terminating connection due to idle-session timeout": "57P05",
    r"^terminating connection due to administrator command": "57P01",
    r"^the database system is (?:starting up|shutting down|in recovery mode)": "57P03",
    r"connection slots are reserved|^sorry, too many clients": "53300",
    r"^database \".*\" does not exist": "3D000",
    r"^role \".*\" does not exist": "28000",
    r"^password authentication failed": "28P01",
    r"^no pg_hba.conf entry": "28000",
    r"^syntax error": "42601",
    r"^relation \".*\" does not exist|^missing FROM-clause entry": "42P01",
    r"^column .* does not exist": "42703",
    r"^function .* does not exist|^operator does not exist": "42883",
    r"^prepared statement \".*\" does not exist": "26000",
    r"^prepared statement \".*\" already exists": "42P05",
    r"^relation \".*\" already exists": "42P07",
    r"^permission denied": "42501",
    r"^cannot execute .* in a read-only transaction": "25006",
    r"^division by zero": "22012",
    r"^invalid input syntax": "22P02",
    r"^value too long for type": "22001",
    r"out of range$": "22003",
    r"^there is no parameter": "42P02",
}


def sqlstate(message: pl.Expr) -> pl.Expr:
    """Return the SQLSTATE that a message implies (null: the message is not in the table)."""
    cases: Any = pl.when(pl.lit(value=False)).then(pl.lit(None, pl.String))
    for pattern, state in _STATES.items():
        cases = cases.when(message.str.contains(pattern)).then(pl.lit(state))
    implied: pl.Expr = cases.otherwise(None)
    return implied

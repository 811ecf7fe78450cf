"""Kinds of statements that several packages treat alike."""

from __future__ import annotations

# Statements that begin, divide and end transactions inside one session.
TRANSACTION_CONTROL = ("begin", "commit", "rollback", "savepoint", "release", "rollback to")

"""How many transactions a failover lost: committed on the old primary, and not in the WAL that its successor has.

The new primary's history file has the position at which its timeline begins. What the old primary has in its WAL after that position is
read by ``pg_waldump`` (source: its record lines ``rmgr: ..., tx: ..., desc: COMMIT ...``, ``rel TABLESPACE/DATABASE/RELATION``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base.errors import HarnessFailure
from pgrehearse.targets.embedded.binaries import output_of
from pgrehearse.targets.embedded.cluster import Cluster

_RECORD = re.compile(r"rmgr: (\S+) .*? tx: +(\d+), lsn: .*? desc: (.*)")
_RELATION = re.compile(r"rel \d+/(\d+/\d+)")
# What pg_waldump prints where the WAL has no record, or no further one, after a position.
_ENDS = ("could not find a valid record after", "error in WAL record at", "invalid record length at")


@dataclass(frozen=True, slots=True)
class LostTransactions:
    """*count*: transactions that were lost (None: not known, and *why*)."""

    count: int | None
    why: str = ""


def lost_transactions(old: Cluster, new: Cluster, timeline: int, own: frozenset[str]) -> LostTransactions:
    """Count the transactions of the stopped primary *old* that *new* does not have.

    *timeline*: of the new primary; *own*: relations of pgrehearse itself (``DATABASE/FILE``), whose transactions are not counted.
    """
    try:
        parent, position = _switch(new.data / "pg_wal" / f"{timeline:08X}.history")
        program: list[str | Path] = [
            old.program("pg_waldump"),
            "-p",
            old.data / "pg_wal",
            "-t",
            str(parent),
            "-s",
            position,
        ]
        text = output_of(program)
    except (OSError, ValueError, HarnessFailure) as error:
        return LostTransactions(None, f"the WAL of the old primary could not be read ({type(error).__name__})")
    if not any(end in text for end in _ENDS):
        return LostTransactions(None, "pg_waldump did not reach the end of the WAL of the old primary")
    return LostTransactions(count_commits(text, own))


def _switch(history: Path) -> tuple[int, str]:
    """Return the timeline and the WAL position from which a timeline begins: the last line of its history file."""
    lines = [line for line in history.read_text().splitlines() if line.strip() and not line.startswith("#")]
    parent, position, *_ = lines[-1].split()
    return int(parent), position


def count_commits(text: str, own: frozenset[str]) -> int:
    """Return how many transactions commit in the output of pg_waldump, without those that changed only relations in *own*.

    >>> count_commits("rmgr: Transaction len (rec/tot): 34/ 34, tx: 734, lsn: 0/1, prev 0/0, desc: COMMIT 2026", frozenset())
    1
    """
    changed: dict[str, set[str]] = {}
    committed: list[str] = []
    for manager, transaction, what in _RECORD.findall(text):
        changed.setdefault(transaction, set()).update(_RELATION.findall(what))
        if manager == "Transaction" and what.startswith("COMMIT"):
            committed.append(transaction)
    return sum(1 for transaction in committed if not changed[transaction] or not changed[transaction] <= own)

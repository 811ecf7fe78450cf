"""All attempts in one replay: the outcome of each statement, and the changes of the servers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from tests.postgres.attempts.attempt_servers import copy_database
from tests.postgres.attempts.cases import GUARD, HELD, SENT
from tests.postgres.attempts.handmade_log import LoggedSession, captured
from tests.postgres.attempts.observer import Observer
from tests.postgres.attempts.server_state import differences
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.postgres.attempts.attempt_servers import AttemptServers
    from tests.postgres.attempts.cases import Attempt


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one statement in a run."""

    status: str
    reason: str
    sqlstate: str
    message: str

    @property
    def held(self) -> bool:
        """Whether it was skipped with a reason, or refused by the server's own guard."""
        return (self.status == "skipped" and bool(self.reason)) or self.sqlstate in GUARD

    def __str__(self) -> str:
        return f"{self.status} {self.sqlstate} {self.reason or self.message}".strip()


@dataclass(frozen=True)
class Played:
    """A replay of attempts: the outcome of each statement, and the changes."""

    attempts: dict[str, Attempt]
    outcomes: dict[str, list[Outcome]]
    changes: list[str]

    def changed_by(self, name: str) -> list[str]:
        """Return the changes that contain an attempt's name."""
        return [line for line in self.changes if re.search(rf"(?<![A-Za-z0-9]){name}(?!\w)", line)]

    def faults(self, name: str, *, allowed: bool = False) -> list[str]:
        """Return the statements of an attempt with a wrong outcome (*allowed*: statements that are held otherwise are sent)."""
        messages = []
        attempt = self.attempts[name]
        for statement, outcome in zip(attempt.statements, self.outcomes[name], strict=True):
            must = SENT if allowed and statement.must == HELD else statement.must
            if must == HELD and not outcome.held and outcome.sqlstate not in attempt.lacking:
                messages.append(f"must not be sent, is {outcome}: {statement.sql}")
            if must == SENT and outcome.status != "ok" and not (allowed and outcome.sqlstate in attempt.fails):
                messages.append(f"must be sent, is {outcome}: {statement.sql}")
        return messages


def play(
    attempt_servers: AttemptServers,
    folder: Path,
    base: str,
    attempts: Sequence[Attempt],
    *,
    writes: bool,
    allowed: frozenset[str] = frozenset(),
) -> Played:
    """Replay all attempts to a fresh copy of the prepared database, and compare the states before and after."""
    database = attempt_servers.fresh_name(base)
    copy_database(attempt_servers, base, database)
    chosen = attempt_servers.attempts(database, attempts)
    workload = captured(
        folder,
        database,
        [LoggedSession(attempt.name, attempt.user, database, attempt.statements) for attempt in chosen.values()],
    )
    observer = Observer(attempt_servers, database, tuple(chosen))
    observer.open(
        name for name, attempt in chosen.items() if any(f"victim_{name}" in each.sql for each in attempt.statements)
    )
    try:
        before = observer.state()
        run_, _ = replay(
            workload,
            attempt_servers.target,
            folder / f"{database}.run",
            database=database,
            writes=writes,
            allowed=allowed,
            dirty=True,
        )
        changes = differences(before, observer.state())
    finally:
        observer.close()
    sent = (
        workload.events()
        .filter(pl.col("action").is_in(["query", "execute"]))
        .select("session", "seq")
        .join(workload.sessions().lazy().select("session", "application_name"), on="session")
        .join(
            run_.outcomes().select("session", "seq", "status", "reason", "sqlstate", "message"),
            on=["session", "seq"],
            how="left",
        )
        .sort("session", "seq")
        .collect()
    )
    outcomes: dict[str, list[Outcome]] = {name: [] for name in chosen}
    for row in sent.iter_rows(named=True):
        words = (str(row[key] or "") for key in ("status", "reason", "sqlstate", "message"))
        outcomes[row["application_name"]].append(Outcome(*words))
    return Played(chosen, outcomes, changes)

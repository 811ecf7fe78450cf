"""The attempts of the safety tests, read from ``tests/samples/attempts``: sessions of SQL, and what a replay must do with each statement.

In a file, a statement is a text, or a table with the text under one of three keys:

- ``held``: it must not be sent, or the server's guard must refuse it
- ``sent``: it must be sent and succeed
- ``either``: it is only necessary for the other statements

With ``params`` it uses the extended protocol. ``[defaults]`` applies to the file; its ``must`` applies to statements that are a text.
``@NAME@`` is a text of ``words.toml``, or of the servers: ``@me@`` is the name of the attempt, ``@database@`` the database of
the replay. ``@production@`` is the connection string of the other server, ``@scratch@`` a folder that the target may write to.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = SAMPLES / "attempts"
ALL = frozenset({15, 16, 18})
# The required result of a statement.
SENT, HELD, EITHER = "sent", "held", "either"
# The names that --allow accepts: what they permit a replay with --writes to send.
ALLOWANCES = frozenset(
    [
        "foreign-table",
        "dblink",
        "http",
        "lambda",
        "s3",
        "cron",
        "queue",
        "copy-file",
        "copy-program",
        "server-file",
        "subscription",
        "foreign-server",
        "alter-system",
        "database",
        "role",
        "tablespace",
        "slot",
        "wal",
        "backup",
        "terminate",
        "notify",
        "statistics",
        "untrusted-code",
        "dynamic-sql",
        "native-code",
        "unparsed",
        "advisory",
        "session-state",
    ]
)
# The server's own guard: a read-only transaction, and what follows in the transaction that it ended.
GUARD = frozenset({"25006", "25P02", "25001"})
# The database that the attempts run in.
TEMPLATE = (FOLDER / "template.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the application; with *params* by the extended protocol. *must*: the required result."""

    sql: str
    params: tuple[str | None, ...] | None = None
    must: str = EITHER


@dataclass(frozen=True, slots=True)
class Attempt:
    """A session that attempts something. *row*: of the list of attempts; *allow*: the ``ALLOWANCES`` that send it.

    *fails*: the SQLSTATEs that its statements may have on an unguarded server. *lacking*: the SQLSTATEs of a statement that
    needs an object of an earlier statement, which was held.
    """

    row: str
    name: str
    statements: tuple[Statement, ...]
    setup: str = ""
    user: str = "boss"
    versions: frozenset[int] = ALL
    allow: frozenset[str] = frozenset()
    fails: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        return f"{self.row}-{self.name}"


@cache
def load(name: str) -> tuple[Attempt, ...]:
    """Return the attempts of a file."""
    document = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return tuple(_attempt({**document["defaults"], **entry}) for entry in document["attempt"])


def _attempt(entry: dict[str, Any]) -> Attempt:
    return Attempt(
        row=entry["row"],
        name=entry["name"],
        statements=tuple(_statement(statement, entry["must"]) for statement in entry["statements"]),
        setup=_with_words(entry.get("setup", "")),
        user=entry.get("user", "boss"),
        versions=frozenset(entry.get("versions", ALL)),
        allow=frozenset(entry.get("allow", ())),
        fails=frozenset(entry.get("fails", ())),
        lacking=frozenset(entry.get("lacking", ())),
    )


def _statement(entry: str | dict[str, Any], must: str) -> Statement:
    if isinstance(entry, str):
        return Statement(_with_words(entry), None, must)
    ((must, text),) = ((key, value) for key, value in entry.items() if key != "params")
    assert must in {SENT, HELD, EITHER}, must
    if "params" not in entry:
        return Statement(_with_words(text), None, must)
    return Statement(text, tuple(value if isinstance(value, str) else None for value in entry["params"]), must)


@cache
def _words() -> dict[str, str]:
    return tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))


def _with_words(text: str) -> str:
    """Replace the words of ``words.toml``; those of the servers are not replaced."""
    return re.sub(r"@(\w+?)@", lambda word: _words().get(word.group(1), word.group(0)), text)


def shared_text(name: str) -> str:
    """Return a text of ``words.toml``."""
    return _words()[name]


def each(attempts: Iterable[Attempt], versions: Iterable[int] = sorted(ALL)) -> pytest.MarkDecorator:
    """Parametrize a test by ``attempt_servers`` and ``attempt``: each attempt on the servers of each version that it applies to."""
    chosen = [
        pytest.param(version, attempt, id=f"pg{version}-{attempt.id}")
        for version in versions
        for attempt in attempts
        if version in attempt.versions
    ]
    return pytest.mark.parametrize(("attempt_servers", "attempt"), chosen, indirect=["attempt_servers"])


def with_names(attempt: Attempt, names: dict[str, str]) -> Attempt:
    """Replace the words of the servers in an attempt's statements."""
    return replace(
        attempt,
        statements=tuple(
            replace(
                statement,
                sql=with_values(statement.sql, names),
                params=None
                if statement.params is None
                else tuple(None if value is None else with_values(value, names) for value in statement.params),
            )
            for statement in attempt.statements
        ),
    )


def with_values(text: str, names: dict[str, str]) -> str:
    """Replace ``@NAME@`` by the value of each name."""
    for name, value in names.items():
        text = text.replace(f"@{name}@", value)
    return text

"""Which events are sent, which are skipped and why: decided for all of them at once, before the replay.

Every text that is sent was parsed: decisions are made from the events' own texts (``statement_rules``), not from a workload's table of
shapes. Reasons are part of the run's format: each skipped event has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from pgrehearse.replay.plan.filters import keeps_session_state
from pgrehearse.replay.prepare.statement_rules import (
    COPY_DATA,
    ENCODING,
    UNPREPARED,
    Decider,
    Decision,
    Policy,
    reading_reason,
    writing_reason,
)
from pgrehearse.runs.reasons import (
    CACHED,
    CROSSES_SERVERS,
    FOLLOWS_SKIPPED,
    NO_SERVER,
    NOT_AMPLIFIED,
    NOT_CHOSEN,
    ONE_WRITES,
    OTHER_SERVER,
    SUBSTITUTED,
    THINNED,
    before,
)
from pgrehearse.workload.catalog.hazards import Definition, closed
from pgrehearse.workload.schema import IS_STATEMENT
from pgrehearse.workload.sql.builtin_functions import HAZARDS
from pgrehearse.workload.sql.dynamic_sql import ANY
from pgrehearse.workload.sql.search_path import USER

READ_ONLY = reading_reason("writes")
NOT_LOGGED = "its parameters are not in the log"
POOLED = "its session shares connections (--pooled)"
FOLLOWS = FOLLOWS_SKIPPED
BEFORE_STATEMENT = before("a prepared statement")
NOTHING_PREPARED = "nothing to deallocate: its PREPARE is not in the log"
UNSEEN = "its transaction had failed for a reason that is not in the log"
# Reasons are stored as their numbers in the spool; number 0: the event is sent.
REASONS = (
    "",
    NOT_LOGGED,
    COPY_DATA,
    ENCODING,
    UNPREPARED,
    NOT_CHOSEN,
    THINNED,
    NOT_AMPLIFIED,
    ONE_WRITES,
    POOLED,
    FOLLOWS,
    BEFORE_STATEMENT,
    NOTHING_PREPARED,
    UNSEEN,
    CACHED,
    OTHER_SERVER,
    CROSSES_SERVERS,
    NO_SERVER,
    *map(reading_reason, HAZARDS),
    *map(writing_reason, HAZARDS),
)
NUMBERS = {reason: number for number, reason in enumerate(REASONS)}
# Added to a reason's number: something else is sent in place of the statement that is not sent.
IN_ITS_PLACE = 128
# What a decision depends on.
_KEYS = ("database", "path", "sql")
_HAZARD_NUMBERS = [number for reason, number in NUMBERS.items() if number >= len(REASONS) - 2 * len(HAZARDS)]
_TRUE, _FALSE, _HERE = pl.lit(value=True), pl.lit(value=False), pl.lit(0)
# The columns of a text's decision, for each event that has the text.
_DECIDED: dict[str, Any] = {
    "text_skip": pl.UInt8,
    "text_copy_skip": pl.UInt8,
    "text": pl.Binary,
    "prepares": pl.String,
    "executes": pl.String,
    "by_parameters": pl.Boolean,
    "by_value": pl.Boolean,
    "copies": pl.Boolean,
    "paths": pl.String,
}
# The columns that ``consequences`` needs: names are separated by zero bytes.
STATE_COLUMNS: dict[str, Any] = {
    "makes": pl.String,
    "needs": pl.String,
    "drops": pl.String,
    "transaction_sql": pl.Binary,
}
_ALL = _DECIDED | STATE_COLUMNS


def is_skipped(number: int) -> bool:
    """Return whether nothing is sent for an event."""
    return 0 < number < IN_ITS_PLACE


def reason_of(number: int) -> str:
    """Return why an event is not sent as it was captured."""
    return REASONS[number] if number < IN_ITS_PLACE else f"{REASONS[number - IN_ITS_PLACE]}; {SUBSTITUTED}"


def _form(sql: pl.Expr) -> pl.Expr:
    """Return texts with 0 for every number that is a token of its own: texts of one form have the same parse tree except for constants.

    Unchanged: texts in which digits may be part of a name or an escape (quoted identifiers, ``$``, a backslash, ``U&``, letters
    beyond ASCII). Texts that differ in numbers only are parsed once; a decision that depends on constants is made text by text.
    """
    text = sql.cast(pl.String, strict=False)
    simple = (text.str.len_bytes() == text.str.len_chars()) & ~text.str.contains(r'["$\\&]')
    numbers = text.str.replace_all(r"([\s(,.=<>+*/%|'-])[0-9]+", "${1}0").cast(pl.Binary)
    return pl.when(simple.fill_null(value=False)).then(numbers).otherwise(sql)


def _is_read() -> pl.Expr:
    """Return whether an event is the execution of a SELECT without any effect, by the rules of a read-only replay."""
    without_effect = pl.col("text_copy_skip").fill_null(0) == 0
    return IS_STATEMENT & (pl.col("kind") == "select").fill_null(value=False) & without_effect


@dataclass(frozen=True, slots=True)
class DatabaseRules:
    """What names mean in one database: their *definitions*; the search path of sessions there, *paths* by user ("": of other users);
    *roles*: roles that have a schema of their name."""

    definitions: tuple[Definition, ...] = ()
    paths: Mapping[str, frozenset[str]] = field(default_factory=dict)
    roles: frozenset[str] = frozenset()

    def path_of(self, user: str) -> frozenset[str]:
        """Return the schemas that a user's sessions begin with in their search path."""
        return self.paths.get(user, self.paths.get("", frozenset({ANY})))


@dataclass(frozen=True, slots=True)
class Rules:
    """The replay's *policy*, and what names mean in each of the target's *databases*.

    *renamed*, *users*: databases and users of the target by their captured names. *shared*: sessions share connections, so that
    a setting of one session applies to others. *unnamed_statements*: prepared statements are sent without their names. Relations, as
    ``relation name``: *private* ones are used by one session only, which was open before the window (nothing else distinguishes a temporary
    table that was created before it); *lasting* ones are created by a statement of the workload that is not sent.
    """

    policy: Policy = field(default_factory=lambda: Policy(writes=False))
    databases: Mapping[str, DatabaseRules] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    users: Mapping[str, str] = field(default_factory=dict)
    shared: bool = False
    unnamed_statements: bool = False
    private: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()

    def of(self, captured: str) -> DatabaseRules:
        """Return the rules of a captured database."""
        return self.databases.get(self.renamed.get(captured, captured), DatabaseRules())


@dataclass(frozen=True, slots=True)
class StatementSelection:
    """Which statements are replayed, as expressions over the columns of ``session_selection.with_filter_columns``: *selected* by the user,
    *cached*: a cache answers them if they are reads; *placed*: 0, or the number of the reason why the server does not get them;
    *not_thinned*, *amplified*: replayed by the further copies of a session, which write if *copies_write*. *copied*: the rows of their COPY are known."""

    selected: pl.Expr = _TRUE
    not_thinned: pl.Expr = _TRUE
    amplified: pl.Expr = _TRUE
    copies_write: bool = False
    copied: pl.Expr = _FALSE
    cached: pl.Expr = _FALSE
    placed: pl.Expr = _HERE


# So many different search paths are distinguished in one worker; resolving the catalog for one takes some 50 ms.
_MOST_PATHS = 64


class SessionPaths:
    """Which schemas may be in each session's search path: those of its start, and those that it has set so far.

    Paths are numbered; 0 stands for any path.
    """

    def __init__(self, rules: Rules, sessions: pl.DataFrame) -> None:
        self._rules = rules
        self._sessions = {
            row[0]: (row[1] or "", row[2] or "") for row in sessions.select("session", "user", "database").iter_rows()
        }
        self._set: dict[int, frozenset[str]] = {}
        self.numbers: dict[frozenset[str] | None, int] = {None: 0}

    def add_changes(self, events: pl.DataFrame) -> None:
        """Add the schemas that events put into search paths. Columns: session, paths."""
        for session, paths in events.drop_nulls("paths").unique().iter_rows():
            self._set[session] = self._set.get(session, frozenset()) | frozenset(paths.split("\0"))

    def numbered(self, sessions: pl.Series) -> pl.Series:
        """Return the number of each session's path."""
        numbers = {session: self._number(session) for session in sessions.unique()}
        return sessions.replace_strict(numbers, return_dtype=pl.UInt32).alias("path")

    def _number(self, session: int) -> int:
        user, database = self._sessions.get(session, ("", ""))
        rules, user = self._rules.of(database), self._rules.users.get(user, user)
        path = rules.path_of(user) | self._set.get(session, frozenset())
        if USER in path:
            path = path - {USER} | {user} | rules.roles
        many = len(self.numbers) > _MOST_PATHS and path not in self.numbers
        return 0 if ANY in path or many or self._rules.shared else self.numbers.setdefault(path, len(self.numbers))


class SkipRules:
    """Decides which events of a workload are sent, part by part; a text is decided once for each database it is sent to."""

    def __init__(self, rules: Rules, sessions: pl.DataFrame) -> None:
        """*sessions*: columns session, user and database, as captured."""
        self._rules, self._databases = rules, sessions.select("session", "database")
        self._deciders: dict[tuple[str, int], Decider] = {}
        self._paths = SessionPaths(rules, sessions)

    def apply(self, events: pl.DataFrame, selection: StatementSelection) -> pl.DataFrame:
        """Add ``skip`` and ``copy_skip`` (an index into ``REASONS``; the latter for further copies of a session) and ``STATE_COLUMNS``, and
        replace texts that are sent in another form. *events*: with the shape's ``kind``, each session's in their order."""
        runs = pl.col("action").is_in(["query", "execute", "prepare"])
        skip = (
            pl.when(~runs)
            .then(0)
            .when(~keeps_session_state() & ~selection.selected)
            .then(NUMBERS[NOT_CHOSEN])
            .when(~keeps_session_state() & ~selection.not_thinned)
            .then(NUMBERS[THINNED])
            .when(~keeps_session_state() & (selection.placed > 0))
            .then(selection.placed)
            .when(_is_read() & selection.cached)
            .then(NUMBERS[CACHED])
            .when(pl.col("truncated").fill_null(value=False))
            .then(NUMBERS[NOT_LOGGED])
            .when(pl.col("copies").fill_null(value=False) & ~selection.copied)
            .then(NUMBERS[COPY_DATA])
            .otherwise(pl.col("text_skip").fill_null(0))
        )
        copy_skip = (
            pl.when(pl.col("skip") > 0)
            .then("skip")
            .when(runs & ~keeps_session_state() & ~selection.amplified)
            .then(NUMBERS[NOT_AMPLIFIED])
            .when(runs & (pl.col("text_copy_skip").fill_null(0) > 0) & pl.lit(not selection.copies_write))
            .then(NUMBERS[ONE_WRITES])
            .otherwise(0)
        )
        return (
            self._decided(events)
            .with_columns(skip.cast(pl.UInt8).alias("skip"), pl.coalesce("text", "sql").alias("sql"))
            .with_columns(self._execute_reason().cast(pl.UInt8).alias("skip"))
            .with_columns(copy_skip.cast(pl.UInt8).alias("copy_skip"))
            .drop(*_DECIDED)
        )

    def _decided(self, events: pl.DataFrame) -> pl.DataFrame:
        """Add the decision of each event's text: for any search path; where a hazard would prevent sending it, for its session's own path."""
        if "database" in events.columns:
            events = events.drop("database")
        placed = events.join(self._databases, on="session", how="left", maintain_order="left")
        placed = placed.with_columns(pl.col("database").fill_null(""), pl.lit(0, pl.UInt32).alias("path"))
        decided = self._with_decisions(placed)
        self._paths.add_changes(decided.select("session", "paths"))
        rows = decided.select(pl.col("text_skip").is_in(_HAZARD_NUMBERS).fill_null(value=False)).to_series().arg_true()
        hazardous = placed.gather(rows).with_columns(self._paths.numbered(placed["session"].gather(rows)))
        own = self._with_decisions(hazardous)
        return decided.with_columns(decided[name].scatter(rows, own[name]) for name in _ALL).drop("database", "path")

    def _with_decisions(self, events: pl.DataFrame) -> pl.DataFrame:
        """Add the decisions of events by their database, path and text, and by their parameters where the decision depends on them."""
        texts = events.select(*_KEYS).drop_nulls("sql").unique(maintain_order=True)
        forms = texts.with_columns(_form(pl.col("sql")).alias("form"))
        firsts = forms.unique(["database", "path", "form"], keep="first", maintain_order=True)
        by_form = firsts.with_columns(self._decisions(firsts)).drop("sql")
        decided = forms.join(by_form, on=["database", "path", "form"], how="left", maintain_order="left")
        rows = decided["by_value"].arg_true()
        by_text = self._decisions(decided.gather(rows))
        decided = decided.with_columns(decided[column.name].scatter(rows, column) for column in by_text).drop("form")
        return self._by_parameters(events.join(decided, on=list(_KEYS), how="left", maintain_order="left"))

    def _decisions(self, texts: pl.DataFrame) -> list[pl.Series]:
        """Return the columns of texts' decisions. Columns: database, path, sql."""
        return self._columns(
            [self._decider(name, path).decide(sql) for name, path, sql in texts.select(*_KEYS).iter_rows()]
        )

    def _by_parameters(self, events: pl.DataFrame) -> pl.DataFrame:
        """Decide again where a bound parameter is the name of the setting that is changed."""
        rows = events["by_parameters"].fill_null(value=False).arg_true()
        by_values: dict[tuple[str, int, bytes, tuple[bytes | None, ...]], Decision] = {}
        decisions = []
        for name, path, sql, params in events.select(*_KEYS, "params").gather(rows).iter_rows():
            key = (name, path, sql, tuple(params or ()))
            if key not in by_values:
                by_values[key] = self._decider(name, path).decide(sql, dict(enumerate(key[3], 1)))
            decisions.append(by_values[key])
        return events.with_columns(events[column.name].scatter(rows, column) for column in self._columns(decisions))

    def _columns(self, decisions: list[Decision]) -> list[pl.Series]:
        """Return the columns of decisions; few of them differ."""
        numbers: dict[Decision, int] = {}
        codes = pl.Series([numbers.setdefault(decision, len(numbers)) for decision in decisions], dtype=pl.UInt32)
        columns: dict[str, list[Any]] = {
            "text_skip": [NUMBERS[decision.reason] for decision in numbers],
            "text_copy_skip": [NUMBERS[decision.copy_reason] for decision in numbers],
            "text": [decision.text for decision in numbers],
            "prepares": [decision.prepares or None for decision in numbers],
            "executes": [decision.executes or None for decision in numbers],
            "by_parameters": [bool(decision.parameters) for decision in numbers],
            "by_value": [decision.by_value for decision in numbers],
            "copies": [decision.copies for decision in numbers],
            "paths": ["\0".join(sorted(decision.paths)) or None for decision in numbers],
            **{
                name: ["\0".join(sorted(getattr(decision.state, name))) or None for decision in numbers]
                for name in ("makes", "needs", "drops")
            },
            "transaction_sql": [decision.transaction_sql or None for decision in numbers],
        }
        return [pl.Series(name, columns[name], dtype=kind).gather(codes) for name, kind in _ALL.items()]

    def _decider(self, database: str, path: int) -> Decider:
        """Return the decider of a captured database, for sessions with a numbered search path."""
        key = (database, path)
        if key not in self._deciders:
            schemas = list(self._paths.numbers)[path]
            self._deciders[key] = Decider(self._rules.policy, closed(self._rules.of(database).definitions, schemas))
        return self._deciders[key]

    def _execute_reason(self) -> pl.Expr:
        """Skip an EXECUTE for the reason of its PREPARE; SQL's EXECUTE also runs a statement that the protocol prepared under its name."""
        named = pl.col("action").is_in(["execute", "prepare"]) & (pl.col("prepared_name").bin.size() > 0)
        protocol = pl.when(named).then(pl.col("prepared_name").cast(pl.String, strict=False))
        prepares = pl.coalesce("prepares", protocol)
        name = pl.coalesce(prepares, "executes")
        reason = pl.when(prepares.is_not_null()).then("skip").forward_fill().over("session", name).fill_null(0)
        executes = pl.col("executes").is_not_null() & (pl.col("skip") == 0)
        return pl.when(executes).then(reason).otherwise("skip")

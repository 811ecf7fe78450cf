"""Which events are sent, which are skipped and why: decided for all of them at once, before the replay.

Every text that is sent was parsed: decisions rest on the events' own texts (``decisions``), not on what a workload's table of
shapes says. Reasons are part of the run's format: each skipped event carries one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from pgrehearse.replay.plan.filters import bearing
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
from pgrehearse.runs.reasons import FOLLOWS_SKIPPED, INSTEAD, NOT_AMPLIFIED, NOT_CHOSEN, ONE_WRITES, THINNED, before
from pgrehearse.workload.catalog.hazards import Definition, closed
from pgrehearse.workload.sql.builtin_functions import HAZARDS
from pgrehearse.workload.sql.dynamic_sql import ANY
from pgrehearse.workload.sql.search_path import USER

READ_ONLY = reading_reason("writes")
NOT_LOGGED = "its parameters are not in the log"
POOLED = "its session shares connections (--pooled)"
FOLLOWS = FOLLOWS_SKIPPED
BEFORE_STATEMENT = before("a prepared statement")
NOTHING_PREPARED = "there is nothing to deallocate: the log does not show its statement prepared"
UNSEEN = "its transaction had failed by what the log does not show"
# The smallest answer that says "send it": reasons are stored as numbers in the spool.
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
    *map(reading_reason, HAZARDS),
    *map(writing_reason, HAZARDS),
)
NUMBERS = {reason: number for number, reason in enumerate(REASONS)}
# From here on a number says that something else is sent in the place of what is not: that of its reason comes on top.
IN_ITS_PLACE = 128
# What a decision belongs to.
_PLACED = ("database", "path", "sql")
_OF_HAZARDS = [number for reason, number in NUMBERS.items() if number >= len(REASONS) - 2 * len(HAZARDS)]
_YES = pl.lit(value=True)
# What a text's decision says of each event that has the text.
_DECIDED: dict[str, Any] = {
    "text_skip": pl.UInt8,
    "text_copied": pl.UInt8,
    "text": pl.Binary,
    "prepares": pl.String,
    "executes": pl.String,
    "by_parameters": pl.Boolean,
    "by_value": pl.Boolean,
    "paths": pl.String,
}
# What is looked at afterwards (``consequences``): names are divided by zero bytes.
LOOKED_AT: dict[str, Any] = {"makes": pl.String, "needs": pl.String, "drops": pl.String, "borders": pl.Binary}
_ALL = _DECIDED | LOOKED_AT


def is_skipped(number: int) -> bool:
    """Say whether nothing at all is sent for an event."""
    return 0 < number < IN_ITS_PLACE


def reason_of(number: int) -> str:
    """Return why an event is not sent as it was."""
    return REASONS[number] if number < IN_ITS_PLACE else f"{REASONS[number - IN_ITS_PLACE]}; {INSTEAD}"


def _form(sql: pl.Expr) -> pl.Expr:
    """Return texts with 0 for every number that stands apart: texts of one form have one parse tree but for constants.

    Left as they are: texts in which digits may be part of a name or an escape (quoted identifiers, ``$``, a backslash, ``U&``, letters
    beyond ASCII). It saves parsing what differs in numbers alone; a decision in which constants have a part is made text by text.
    """
    text = sql.cast(pl.String, strict=False)
    simple = (text.str.len_bytes() == text.str.len_chars()) & ~text.str.contains(r'["$\\&]')
    numbers = text.str.replace_all(r"([\s(,.=<>+*/%|'-])[0-9]+", "${1}0").cast(pl.Binary)
    return pl.when(simple.fill_null(value=False)).then(numbers).otherwise(sql)


@dataclass(frozen=True, slots=True)
class DatabaseRules:
    """What names do in one database: their *definitions*; what the search path of sessions is there, *paths* by user ("": of others);
    *roles*: roles that have a schema of their name."""

    definitions: tuple[Definition, ...] = ()
    paths: Mapping[str, frozenset[str]] = field(default_factory=dict)
    roles: frozenset[str] = frozenset()

    def path_of(self, user: str) -> frozenset[str]:
        """Return the schemas that a user's sessions begin with in their search path."""
        return self.paths.get(user, self.paths.get("", frozenset({ANY})))


@dataclass(frozen=True, slots=True)
class Rules:
    """What decides: the replay's *policy*, and what names do in each of the target's *databases*.

    *renamed*, *users*: databases and users of the target by their captured names. *shared*: sessions share connections, so that
    what one sets another finds. *nameless*: statements that the protocol names are sent without. Relations, as ``relation name``: *private*
    ones are used by one session only, which was open before the window (nothing but that tells a temporary table from before);
    *lasting* ones some statement of the workload creates that is not sent.
    """

    policy: Policy = field(default_factory=lambda: Policy(writes=False))
    databases: Mapping[str, DatabaseRules] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    users: Mapping[str, str] = field(default_factory=dict)
    shared: bool = False
    nameless: bool = False
    private: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()

    def of(self, captured: str) -> DatabaseRules:
        """Return the rules of a captured database."""
        return self.databases.get(self.renamed.get(captured, captured), DatabaseRules())


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which statements a replay takes up, as expressions over ``cast.looked_at``: *taken* at all, *kept* when thinned
    out, *copied* by the further copies of an amplified session, which write if *copies_write*."""

    taken: pl.Expr = _YES
    kept: pl.Expr = _YES
    copied: pl.Expr = _YES
    copies_write: bool = False


# So many different search paths are told apart in one worker; following the catalog for one takes some 50 ms.
_MOST_PATHS = 64


class SessionPaths:
    """Which schemas may be in each session's search path: what it begins with, and what it has set so far.

    Paths are numbered; 0 is any path at all.
    """

    def __init__(self, rules: Rules, sessions: pl.DataFrame) -> None:
        self._rules = rules
        self._who = {
            row[0]: (row[1] or "", row[2] or "") for row in sessions.select("session", "user", "database").iter_rows()
        }
        self._set: dict[int, frozenset[str]] = {}
        self.numbers: dict[frozenset[str] | None, int] = {None: 0}

    def follow(self, events: pl.DataFrame) -> None:
        """Take what events put into search paths. Columns: session, paths."""
        found = events.drop_nulls("paths").unique()
        for session, paths in found.iter_rows():
            self._set[session] = self._set.get(session, frozenset()) | frozenset(paths.split("\0"))

    def numbered(self, sessions: pl.Series) -> pl.Series:
        """Return the number of each session's path."""
        known = {session: self._number(session) for session in sessions.unique()}
        return sessions.replace_strict(known, return_dtype=pl.UInt32).alias("path")

    def _number(self, session: int) -> int:
        user, database = self._who.get(session, ("", ""))
        rules, user = self._rules.of(database), self._rules.users.get(user, user)
        path = rules.path_of(user) | self._set.get(session, frozenset())
        if USER in path:
            path = path - {USER} | {user} | rules.roles
        many = len(self.numbers) > _MOST_PATHS and path not in self.numbers
        return 0 if ANY in path or many or self._rules.shared else self.numbers.setdefault(path, len(self.numbers))


class SkipRules:
    """Decides the events of a workload part by part; a text is decided once for each database it is sent to."""

    def __init__(self, rules: Rules, sessions: pl.DataFrame) -> None:
        """*sessions*: columns session, user and database, as captured."""
        self._rules, self._databases = rules, sessions.select("session", "database")
        self._deciders: dict[tuple[str, int], Decider] = {}
        self._paths = SessionPaths(rules, sessions)

    def applied(self, events: pl.DataFrame, chosen: Chosen) -> pl.DataFrame:
        """Add ``skip`` and ``copy_skip`` (an index into ``REASONS``; the latter for further copies of a session), and put in what is sent
        in place of a text, and ``LOOKED_AT``. *events*: with the shape's ``kind``, each session's in their order."""
        runs = pl.col("action").is_in(["query", "execute", "prepare"])
        skip = (
            pl.when(~runs)
            .then(0)
            .when(~bearing() & ~chosen.taken)
            .then(NUMBERS[NOT_CHOSEN])
            .when(~bearing() & ~chosen.kept)
            .then(NUMBERS[THINNED])
            .when(pl.col("truncated").fill_null(value=False))
            .then(NUMBERS[NOT_LOGGED])
            .otherwise(pl.col("text_skip").fill_null(0))
        )
        copy_skip = (
            pl.when(pl.col("skip") > 0)
            .then("skip")
            .when(runs & ~bearing() & ~chosen.copied)
            .then(NUMBERS[NOT_AMPLIFIED])
            .when(runs & (pl.col("text_copied").fill_null(0) > 0) & pl.lit(not chosen.copies_write))
            .then(NUMBERS[ONE_WRITES])
            .otherwise(0)
        )
        return (
            self._decided(events)
            .with_columns(skip.cast(pl.UInt8).alias("skip"), pl.coalesce("text", "sql").alias("sql"))
            .with_columns(self._with_what_it_executes().cast(pl.UInt8).alias("skip"))
            .with_columns(copy_skip.cast(pl.UInt8).alias("copy_skip"))
            .drop(*_DECIDED)
        )

    def _decided(self, events: pl.DataFrame) -> pl.DataFrame:
        """Add what each event's text decides: for any search path, then, where that would not be sent, for its session's own."""
        if "database" in events.columns:
            events = events.drop("database")
        placed = events.join(self._databases, on="session", how="left", maintain_order="left")
        placed = placed.with_columns(pl.col("database").fill_null(""), pl.lit(0, pl.UInt32).alias("path"))
        found = self._with_decisions(placed)
        self._paths.follow(found.select("session", "paths"))
        rows = found.select(pl.col("text_skip").is_in(_OF_HAZARDS).fill_null(value=False)).to_series().arg_true()
        some = placed.gather(rows).with_columns(self._paths.numbered(placed["session"].gather(rows)))
        own = self._with_decisions(some)
        return found.with_columns(found[name].scatter(rows, own[name]) for name in _ALL).drop("database", "path")

    def _with_decisions(self, events: pl.DataFrame) -> pl.DataFrame:
        """Add the decisions of events by their database, path and text, and by their parameters where these decide."""
        texts = events.select(*_PLACED).drop_nulls("sql").unique(maintain_order=True)
        found = texts.with_columns(_form(pl.col("sql")).alias("form"))
        firsts = found.unique(["database", "path", "form"], keep="first", maintain_order=True)
        known = firsts.with_columns(self._decisions(firsts)).drop("sql")
        found = found.join(known, on=["database", "path", "form"], how="left", maintain_order="left")
        rows = found["by_value"].arg_true()
        anew = self._decisions(found.gather(rows))
        found = found.with_columns(found[one.name].scatter(rows, one) for one in anew).drop("form")
        return self._by_parameters(events.join(found, on=list(_PLACED), how="left", maintain_order="left"))

    def _decisions(self, texts: pl.DataFrame) -> list[pl.Series]:
        """Return the columns of texts' decisions. Columns: database, path, sql."""
        return self._columns(
            [self._decider(name, path).decide(sql) for name, path, sql in texts.select(*_PLACED).iter_rows()]
        )

    def _by_parameters(self, events: pl.DataFrame) -> pl.DataFrame:
        """Decide anew where a bound parameter names the setting that is changed."""
        rows = events["by_parameters"].fill_null(value=False).arg_true()
        known: dict[tuple[str, int, bytes, tuple[bytes | None, ...]], Decision] = {}
        anew = []
        for name, path, sql, params in events.select(*_PLACED, "params").gather(rows).iter_rows():
            key = (name, path, sql, tuple(params or ()))
            if key not in known:
                known[key] = self._decider(name, path).decide(sql, dict(enumerate(key[3], 1)))
            anew.append(known[key])
        return events.with_columns(events[one.name].scatter(rows, one) for one in self._columns(anew))

    def _columns(self, decisions: list[Decision]) -> list[pl.Series]:
        """Return the columns of decisions; few of them differ."""
        numbers: dict[Decision, int] = {}
        codes = pl.Series([numbers.setdefault(one, len(numbers)) for one in decisions], dtype=pl.UInt32)
        columns: dict[str, list[Any]] = {
            "text_skip": [NUMBERS[one.reason] for one in numbers],
            "text_copied": [NUMBERS[one.copied] for one in numbers],
            "text": [one.text for one in numbers],
            "prepares": [one.prepares or None for one in numbers],
            "executes": [one.executes or None for one in numbers],
            "by_parameters": [bool(one.parameters) for one in numbers],
            "by_value": [one.by_value for one in numbers],
            "paths": ["\0".join(sorted(one.paths)) or None for one in numbers],
            **{
                name: ["\0".join(sorted(getattr(one.state, name))) or None for one in numbers]
                for name in ("makes", "needs", "drops")
            },
            "borders": [one.borders or None for one in numbers],
        }
        return [pl.Series(name, columns[name], dtype=kind).gather(codes) for name, kind in _ALL.items()]

    def _decider(self, database: str, path: int) -> Decider:
        """Return who decides for a captured database, for sessions with a numbered search path."""
        key = (database, path)
        if key not in self._deciders:
            schemas = list(self._paths.numbers)[path]
            self._deciders[key] = Decider(self._rules.policy, closed(self._rules.of(database).definitions, schemas))
        return self._deciders[key]

    def _with_what_it_executes(self) -> pl.Expr:
        """Skip an EXECUTE for the reason that its PREPARE was skipped for; what the protocol prepares under a name EXECUTE runs too."""
        named = pl.col("action").is_in(["execute", "prepare"]) & (pl.col("prepared_name").bin.size() > 0)
        protocol = pl.when(named).then(pl.col("prepared_name").cast(pl.String, strict=False))
        prepares = pl.coalesce("prepares", protocol)
        name = pl.coalesce(prepares, "executes")
        of_it = pl.when(prepares.is_not_null()).then("skip").forward_fill().over("session", name).fill_null(0)
        executes = pl.col("executes").is_not_null() & (pl.col("skip") == 0)
        return pl.when(executes).then(of_it).otherwise("skip")

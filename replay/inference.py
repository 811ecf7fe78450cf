"""Parameters whose type the server cannot infer by itself: found before the replay, by describing each statement.

Logs hold parameters as text and not the types that the driver named. The server infers them again, and mostly rightly;
where it cannot (``$1 is null``), or infers one that a value does not fit (a bigint compared with an integer column),
the statement is parsed with types that fit its values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import polars as pl
from psycopg import pq

from base.applications import INFERENCE
from replay.access import Passwords
from replay.login import Login, proven
from workload.read import Workload

# pg_type.dat
BOOL, INT8, INT2, INT4, TEXT, FLOAT8, DATE, TIMESTAMPTZ, TIMESTAMP, INTERVAL, NUMERIC, UUID = (
    16, 20, 21, 23, 25, 701, 1082, 1184, 1114, 1186, 1700, 2950,
)  # fmt: skip
# Indeterminate, ambiguous, or another type than the one that was meant.
_UNTOLD = {"42P18", "42P08", "42725", "42883", "42804", "42846"}
_RANGE = {INT2: 1 << 15, INT4: 1 << 31, INT8: 1 << 63}
_NEXT = {INT2: INT8, INT4: INT8, INT8: NUMERIC}
_TIME = r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d"
_LOOKS = (
    (re.compile(r"-?\d{1,9}"), INT4),
    (re.compile(r"-?\d{10,18}"), INT8),
    (re.compile(r"-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?"), NUMERIC),
    (re.compile(r"t|f|true|false", re.IGNORECASE), BOOL),
    (re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE), UUID),
    (re.compile(_TIME + r".*[+-]\d\d(?::?\d\d)?"), TIMESTAMPTZ),
    (re.compile(_TIME + r".*"), TIMESTAMP),
    (re.compile(r"\d{4}-\d\d-\d\d"), DATE),
    (re.compile(r"(?:[+-]?\d+ (?:year|mon|day|hour|min|sec|week)\w* ?)+(?:-?\d+:\d\d(?::\d\d(?:\.\d+)?)?)?"), INTERVAL),
)
# A type that holds all values of two looks.
_WIDER = {frozenset({INT4, INT8}): INT8, frozenset({INT4, NUMERIC}): NUMERIC, frozenset({INT8, NUMERIC}): NUMERIC}
APPLICATION = INFERENCE
# Values of so many executions are looked at.
_EXAMPLES = 200


@dataclass(frozen=True, slots=True)
class Inferred:
    """*types*: by shape, a type for each parameter (0: the server's own choice), where the server needs to be told.

    *open*: shapes that no types were found for.
    """

    types: dict[int, list[int]] = field(default_factory=dict)
    open: frozenset[int] = frozenset()

    def frame(self) -> pl.DataFrame:
        """Return shape and types."""
        return pl.DataFrame(
            {"shape": list(self.types), "types": list(self.types.values())},
            schema={"shape": pl.Int32, "types": pl.List(pl.Int64)},
        )


def look(values: list[bytes | None]) -> int:
    """Return the type that one parameter's values look like (TEXT, when they agree on nothing else).

    >>> look([b"7", b"12345678901", None]), look([b"1 day"]), look([b"x", b"1"])
    (20, 1186, 25)
    """
    found = 0
    for value in values:
        if value is None:
            continue
        text = value.decode(errors="replace")
        one = next((kind for pattern, kind in _LOOKS if pattern.fullmatch(text)), TEXT)
        found = one if found in {0, one} else _WIDER.get(frozenset({found, one}), TEXT)
    return found or TEXT


def fits(kind: int, values: list[bytes | None]) -> bool:
    """Say whether all values of a parameter are of the type that the server inferred."""
    given = [value.decode(errors="replace") for value in values if value is not None]
    if kind in _RANGE:
        most = _RANGE[kind]
        return all(re.fullmatch(r"\s*[+-]?\d+\s*", text) and -most <= int(text) < most for text in given)
    if kind in {DATE, TIMESTAMP, TIMESTAMPTZ}:
        return look([text.encode() for text in given]) != INTERVAL
    return True


def inferred(workload: Workload, logins: Mapping[int, Login], passwords: Passwords) -> Inferred:
    """Describe each parameterised statement on the target, as one of its own sessions. A target that refuses the
    session tells nothing here: the replay itself will meet it."""
    examples = _examples(workload, list(logins))
    types: dict[int, list[int]] = {}
    unknown: set[int] = set()
    for session, group in examples.partition_by("session", as_dict=True).items():
        ours = replace(logins[int(session[0])], application=APPLICATION)  # no traffic of the application's
        pg = pq.PGconn.connect(ours.words(passwords))
        if pg.status == pq.ConnStatus.OK and proven(pg, ours) is not None:
            for row in group.iter_rows(named=True):
                found = _described(pg, row["sql"], row["params"])
                if found is None:
                    unknown.add(row["shape"])
                elif any(found):
                    types[row["shape"]] = found
        pg.finish()
    return Inferred(types, frozenset(unknown))


def _examples(workload: Workload, sessions: list[int]) -> pl.DataFrame:
    """Return each parameterised shape with one text, some of its parameters, and a session that sent it.

    Sessions alike in user and database are one: the first speaks for all of them. Memory: one part of the workload.
    """
    who = workload.sessions().filter(pl.col("session").is_in(sessions)).lazy().select("session", "user", "database")
    first = who.with_columns(pl.col("session").first().over("user", "database").alias("speaker"))
    told = (pl.col("action") == "execute") & (pl.col("params").list.len() > 0) & (pl.col("ended") == "ok")
    parts = [
        pl.scan_parquet(part, glob=False)
        .filter(told)
        .select("session", "shape", "sql", "params")
        .join(first, on="session")
        .group_by("shape")
        .agg(pl.col("sql").first(), pl.col("params").head(_EXAMPLES), pl.col("speaker").first().alias("session"))
        .collect()
        for part in workload.parts()
    ]
    return pl.concat(parts).unique("shape", keep="first", maintain_order=True).sort("shape")


def _described(pg: pq.abc.PGconn, sql: bytes, params: list[list[bytes | None]]) -> list[int] | None:
    """Return the types to parse a statement with (all 0: it needs none); None: none were found."""
    result = pg.prepare(b"", sql)
    columns = [list(values) for values in zip(*params, strict=False)]
    if result.status == pq.ExecStatus.COMMAND_OK:
        told = pg.describe_prepared(b"")
        own = [told.param_type(n) for n in range(told.nparams)]
        types = [
            0 if fits(kind, values) else _fitting(kind, values) for kind, values in zip(own, columns, strict=False)
        ]
    else:
        state = result.error_field(pq.DiagnosticField.SQLSTATE)
        if state is None or state.decode() not in _UNTOLD:
            return [0] * len(columns)
        types = [look(values) for values in columns]
    if not any(types):
        return types
    return types if pg.prepare(b"", sql, types).status == pq.ExecStatus.COMMAND_OK else None


def _fitting(kind: int, values: list[bytes | None]) -> int:
    """Return a type for values that the inferred one does not hold."""
    while kind in _NEXT:
        kind = _NEXT[kind]
        if fits(kind, values):
            return kind
    return look(values)

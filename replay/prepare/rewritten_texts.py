"""The statements of a workload that rules replace (``plan/rewrites``): which ones, and what is sent in their place.

Each distinct text is decided once. What is sent for a rule of several statements depends on the bound values too: it is decided for each
distinct text with its values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.replay.plan.rewrites import Rewrite
from pgrehearse.runs.traffic_facts import RewriteFacts
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, Action
from pgrehearse.workload.sql.parse_tree import is_text
from pgrehearse.workload.sql.parser import query_key
from pgrehearse.workload.sql.rewriting import (
    Form,
    Replacement,
    Values,
    form_of_example,
    form_of_statement,
    with_constants,
)

OTHER_FORM = "their parse tree is not that of the rule"
IN_PIPELINE = "a pipeline cannot contain several statements in one text"
NO_VALUE = "the value of a parameter is not in the log, or the result is not SQL"
# What is sent for a text: the number of its rule, the text, which of the original's parameters are bound (from 0, in order), and why the text
# is sent as it is ("": it is not).
_SENT: dict[str, Any] = {
    "rule": pl.Int32,
    "sent": pl.Binary,
    "bound": pl.List(pl.Int64),
    "left": pl.String,
}


@dataclass(frozen=True, slots=True)
class Matcher:
    """A rule, ready to be applied. *number*: its place, from 0; *key*: the query key of what it can match; *form*: of the statements that match
    (None: no statement of the workload has the query key)."""

    number: int
    rule: Rewrite
    key: str
    form: Form | None
    replacement: Replacement

    @property
    def several(self) -> bool:
        """Whether it replaces a statement by several."""
        return len(self.rule.sql) > 1


def matchers(workload: Workload, rules: Sequence[Rewrite]) -> tuple[Matcher, ...]:
    """Return rules, ready to be applied to a workload. Raises ``BadInput`` for one that cannot be applied to it."""
    return tuple(_matcher(workload, number, rule) for number, rule in enumerate(rules))


def _matcher(workload: Workload, number: int, rule: Rewrite) -> Matcher:
    text = "; ".join(rule.sql)
    if rule.match_sql:
        form = form_of_example(rule.match_sql, text)
        return Matcher(number, rule, query_key(rule.match_sql), form, Replacement(text))
    example = _first_text(workload, rule.match)
    own = form_of_statement(example, text) if example is not None else None
    if example is not None and own is None:
        raise BadInput(
            f"rewrite {rule.title}: the values of query {rule.match} cannot be numbered, because its text cannot be normalized",
            remedy="use match_sql with an example text in the place of match",
        )
    return Matcher(number, rule, rule.match, own, Replacement(text))


def _first_text(workload: Workload, key: str) -> bytes | None:
    """Return the text of the first statement of the most frequent shape of a query (None: there is none)."""
    shapes = workload.shapes().filter(query_key=key)["shape"]
    found = workload.events().filter(
        IS_STATEMENT & pl.col("shape").is_in(shapes.implode()) & pl.col("sql").is_not_null()
    )
    first = pl.col("sql").sort_by("session", "seq").first()
    counted = found.group_by("shape").agg(pl.len().alias("count"), first).collect()
    return (
        counted.sort(["count", "shape"], descending=[True, False])["sql"].head(1).to_list()[0] if len(counted) else None
    )


class _Text(NamedTuple):
    """What a decision depends on. *values*: the bound values, where the rule needs them; *piped*: it is in a pipeline; *prepares*: it is only prepared;
    *given*: how many values are bound (None: it is only prepared)."""

    query_key: str
    sql: bytes
    values: list[bytes | None] | None
    piped: bool
    prepares: bool
    given: int | None


@dataclass(slots=True)
class Texts:
    """Decides the texts of a workload, each once, and counts the statements of each rule."""

    matchers: tuple[Matcher, ...]
    shapes: pl.DataFrame
    replaced: Counter[int] = field(default_factory=Counter)
    left: dict[int, Counter[str]] = field(default_factory=dict)
    _known: dict[tuple[str, bytes], tuple[Matcher, Values | None]] = field(default_factory=dict)

    @property
    def candidates(self) -> pl.Series:
        """The shapes whose statements a rule can match."""
        keys = [matcher.key for matcher in self.matchers]
        return self.shapes.filter(pl.col("query_key").is_in(keys))["shape"]

    def sent(self, events: pl.DataFrame) -> pl.DataFrame:
        """Return the events of ``candidates`` with what is sent: the columns of ``_SENT`` (rule null: the event is sent as it is).

        Columns: row, action, shape, sql, params, pipeline; no null in sql.
        """
        key = self.shapes.select("shape", "query_key")
        placed = events.join(key, on="shape", how="left", maintain_order="left")
        grouped = placed.with_columns(
            pl.when(pl.col("query_key").is_in(self._several())).then("params").alias("values"),
            pl.col("pipeline").is_not_null().alias("piped"),
            (pl.col("action") == Action.PREPARE).alias("prepares"),
            pl.when(IS_STATEMENT).then(pl.col("params").list.len().fill_null(0)).alias("given"),
        )
        texts = grouped.select(_Text._fields).unique(maintain_order=True)
        rows = [self._decided(_Text(*row)) for row in texts.iter_rows()]
        decided = pl.concat([texts, pl.DataFrame(rows, schema=_SENT, orient="row")], how="horizontal")
        found = grouped.join(decided, on=list(_Text._fields), how="left", maintain_order="left", nulls_equal=True)
        self._count(found)
        done = pl.col("left") == ""
        return found.with_columns(pl.when(done).then(name).alias(name) for name in ("rule", "sent", "bound"))

    def facts(self) -> list[RewriteFacts]:
        """Return what the run's manifest has about each rule."""
        return [
            RewriteFacts(
                matcher.rule.title,
                matcher.key,
                matcher.rule.match_sql,
                list(matcher.rule.sql),
                matcher.rule.same_rows,
                self.replaced[matcher.number],
                left=dict(self.left.get(matcher.number, Counter()).most_common()),
            )
            for matcher in self.matchers
        ]

    def _several(self) -> list[str]:
        return [matcher.key for matcher in self.matchers if matcher.several]

    def _decided(self, text: _Text) -> tuple[int | None, bytes | None, list[int] | None, str]:
        """Return the row of ``_SENT`` for a text."""
        matcher, values = self._matched(text)
        if values is None:
            return matcher.number, None, None, OTHER_FORM
        if matcher.several:
            if text.prepares:  # its executions are sent as texts of the simple protocol
                return None, None, None, OTHER_FORM
            if text.piped:
                return matcher.number, None, None, IN_PIPELINE
            values = with_constants(values, text.values or ())
        filled = matcher.replacement.filled(values) if values is not None else None
        sent = in_encoding_of(text.sql, filled[0]) if filled is not None else None
        if filled is None or sent is None or (text.given is not None and max(filled[1], default=0) > text.given):
            return matcher.number, None, None, NO_VALUE
        return matcher.number, sent, [number - 1 for number in filled[1]], ""

    def _matched(self, text: _Text) -> tuple[Matcher, Values | None]:
        """Return the first rule that a text matches, with its values; without one, the first rule of its query."""
        key = (text.query_key, text.sql)
        if key not in self._known:
            own = [matcher for matcher in self.matchers if matcher.key == text.query_key]
            tried = ((matcher, matcher.form.values(text.sql) if matcher.form is not None else None) for matcher in own)
            self._known[key] = next((one for one in tried if one[1] is not None), (own[0], None))
        return self._known[key]

    def _count(self, found: pl.DataFrame) -> None:
        """Count the statements of a part."""
        rows = found.filter(IS_STATEMENT).group_by("rule", "left").len().drop_nulls("rule")
        for rule, left, count in rows.iter_rows():
            if left:
                self.left.setdefault(rule, Counter())[left] += count
            else:
                self.replaced[rule] += count


def in_encoding_of(sql: bytes, text: str) -> bytes | None:
    """Return a text in the encoding of another one, as ``parse_tree.readable`` read that; None: it has a character that this encoding lacks."""
    if is_text(sql):
        return text.encode()
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return None

"""Average active sessions: queries and wait events of the active sessions, sampled ten times a second (or up to a hundred times).

The sessions are counted by second, wait event and text, in memory for a few seconds, and then written to files in the run. After
the run ``attribute_to_queries`` matches the texts with the workload's query keys and converts the counts to samples; the texts
are removed, because they contain values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from pgrehearse.base.clock import MILLISECOND, SECOND
from pgrehearse.metrics.connection import ServerConnection
from pgrehearse.runs.metric_catalog import POSTGRES, unit
from pgrehearse.runs.schema import METRICS
from pgrehearse.runs.write import write_part
from pgrehearse.workload.analysis.clock import examples_with_clock
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.clock_text import STABLE_INSTANT, clock_text
from pgrehearse.workload.sql.normalize import template
from pgrehearse.workload.sql.parser import parse

LEAST_US, MOST_US = 10 * MILLISECOND, SECOND
# The duration of one query, which takes several samples.
_QUERY_US = 100 * MILLISECOND
# The longest time between two writes to a file.
_WRITE_EVERY_US = 5 * SECOND
# The step of the load by query and by table.
_STEP_US = 10 * SECOND
STEM = "activity"
_SCHEMA = {
    "second": pl.Int64,
    "class": pl.String,
    "event": pl.String,
    "query_id": pl.Int64,
    "query": pl.String,
    "seen": pl.Int64,
}
_TICKS = {"second": pl.Int64, "ticks": pl.Int64}
# A text of this length may be truncated by the view (track_activity_query_size is 1 kB by default).
_TRUNCATED_BYTES = 1000
# The end of a truncated text may be part of a literal or a name: it is not compared.
_IGNORED_TAIL = 40
UNMATCHED = "?"


@dataclass
class ActiveSessionsProbe:
    """Samples a server's sessions every *interval_us*, several times in one query when the interval is short."""

    connection: ServerConnection
    directory: Path
    interval_us: int = 100 * MILLISECOND
    _seen: Counter[tuple[int, str, str, int | None, str]] = field(default_factory=Counter, init=False)
    _ticks: Counter[int] = field(default_factory=Counter, init=False)
    _parts: int = field(default=0, init=False)
    _part_began_us: int | None = field(default=None, init=False)

    @property
    def samples_per_query(self) -> int:
        """The number of samples in one query. A query holds back vacuum while it runs: it must be short."""
        return max(1, _QUERY_US // self.interval_us)

    @property
    def every_us(self) -> int:
        """The interval of the queries."""
        return self.samples_per_query * self.interval_us

    async def sample(self, at_us: int) -> None:
        """Send one query."""
        rows = await self.connection.query("activity", self.samples_per_query, self.interval_us)
        # An error is not a sample without active sessions.
        if {"activity", self.connection.name} & self.connection.buffer.unavailable.keys():
            return
        second = at_us // SECOND
        self._ticks[second] += self.samples_per_query
        for row in rows:
            self._seen[second, row["class"], row["event"], row["query_id"], row["query"] or ""] += row["sessions"]
        self._part_began_us = at_us if self._part_began_us is None else self._part_began_us
        if at_us - self._part_began_us >= _WRITE_EVERY_US:
            self.write()
            self._part_began_us = at_us

    def write(self) -> None:
        """Write the counts since the last write."""
        seen, self._seen = self._seen, Counter()
        ticks, self._ticks = self._ticks, Counter()
        if ticks:
            rows = [(*key, n) for key, n in seen.items()]
            write_part(self.directory, f"{STEM}-{self._parts:05}", pl.DataFrame(rows, schema=_SCHEMA, orient="row"))
            counts = pl.DataFrame(list(ticks.items()), schema=_TICKS, orient="row")
            write_part(self.directory, f"{STEM}-ticks-{self._parts:05}", counts)
            self._parts += 1


def attribute_to_queries(directory: Path, workload: Workload | None, instance: str) -> pl.DataFrame:
    """Return the samples (rows of ``METRICS``) of the counts, and remove the files of the counts.

    *workload* None: query keys and tables are those of the parsed text.
    """
    parts = sorted(directory.glob(f"{STEM}-[0-9]*.parquet"))
    counts = sorted(directory.glob(f"{STEM}-ticks-*.parquet"))
    if not counts:
        return pl.DataFrame(schema=METRICS)
    ticks = pl.read_parquet(counts, glob=False).group_by("second").agg(pl.col("ticks").sum())
    seen = pl.concat([pl.read_parquet(part, glob=False) for part in parts])
    owners = _owners(seen, workload)
    attributed = seen.join(owners, on=["query", "query_id"], how="left", nulls_equal=True)
    wait, event = pl.lit("wait:") + pl.col("class"), pl.lit("event:") + pl.col("class") + ":" + pl.col("event")
    frames = [
        _by_step(attributed, ticks, pl.lit(""), SECOND),
        _by_step(attributed.filter(pl.col("class") == "CPU"), ticks, pl.lit(""), SECOND, "active_sessions_cpu"),
        _by_step(attributed, ticks, wait, SECOND),
        _by_step(attributed, ticks, event, _STEP_US),
        _by_step(attributed, ticks, pl.lit("query:") + pl.col("query_key"), _STEP_US),
        _by_step(
            attributed.explode("tables").drop_nulls("tables"), ticks, pl.lit("table:") + pl.col("tables"), _STEP_US
        ),
    ]
    for part in (*parts, *counts):
        part.unlink()
    return pl.concat(frames).with_columns(pl.lit(instance).alias("instance")).select(*METRICS)


def _by_step(
    seen: pl.DataFrame, ticks: pl.DataFrame, subject: pl.Expr, step_us: int, metric: str = "active_sessions"
) -> pl.DataFrame:
    """Return the average number of active sessions in each step, by subject. A step without active sessions has no row, except 0
    for the sum of all sessions (subject "")."""
    width = step_us // SECOND
    step = (pl.col("second") // width * width).alias("step")
    samples = ticks.group_by(step).agg(pl.col("ticks").sum())
    by_subject = seen.group_by(step, subject.alias("subject")).agg(pl.col("seen").sum())
    how = "left" if step_us == SECOND and subject.meta.eq(pl.lit("")) else "inner"
    joined = samples.join(by_subject, on="step", how=how).with_columns(  # type: ignore[arg-type]
        pl.col("subject").fill_null(""), pl.col("seen").fill_null(0)
    )
    return joined.select(
        (pl.col("step") * SECOND + step_us).alias("at_us"),
        pl.lit(POSTGRES).alias("source"),
        "subject",
        pl.lit(metric).alias("metric"),
        (pl.col("seen") / pl.col("ticks")).alias("value"),
        pl.lit(unit(metric)).alias("unit"),
    )


def _owners(seen: pl.DataFrame, workload: Workload | None) -> pl.DataFrame:
    """Return the query key and the tables of each text: query, query_id, query_key, tables.

    A text is matched by its template; a truncated text by its beginning; a text that is written differently by its parse tree; and
    a text with the query_id of a matched text has the same query key.
    """
    texts = seen.select("query", "query_id").unique()
    shapes = _shapes(workload)
    owners = {text: (key, tables) for text, key, tables in shapes.iter_rows()}
    if workload is not None and texts["query"].str.contains(STABLE_INSTANT, literal=True).any():
        owners |= {folded: owners[captured] for captured, folded in _sent(workload) if captured in owners}
    templates = template(texts["query"])
    matches = [
        owners.get(folded) or _match_beginning(folded, text, owners) or _match_parse_tree(text, folded, owners)
        for text, folded in zip(texts["query"], templates, strict=True)
    ]
    by_id = {number: owner for number, owner in zip(texts["query_id"], matches, strict=True) if owner and number}
    attributed = [
        owner or by_id.get(number) or (UNMATCHED, []) for number, owner in zip(texts["query_id"], matches, strict=True)
    ]
    return texts.with_columns(
        pl.Series("query_key", [key for key, _ in attributed], dtype=pl.String),
        pl.Series("tables", [tables for _, tables in attributed], dtype=pl.List(pl.String)),
    )


def _shapes(workload: Workload | None) -> pl.DataFrame:
    if workload is None:
        return pl.DataFrame(schema={"template": pl.String, "query_key": pl.String, "tables": pl.List(pl.String)})
    return workload.shapes().select(
        pl.col("template").cast(pl.String, strict=False).fill_null(""),
        "query_key",
        pl.concat_list("tables_read", "tables_written").list.unique().alias("tables"),
    )


def _sent(workload: Workload) -> Iterator[tuple[str, str]]:
    """Yield the captured template of each text that uses the clock, with that of the text that ``--clock production`` sends in its place."""
    for captured, sql in examples_with_clock(workload):
        made = clock_text(sql)
        for text in (made.text, made.bound().decode()):
            yield captured, template(pl.Series([text]))[0]


_Owner = tuple[str, list[str]]


def _match_beginning(folded: str, text: str, owners: dict[str, _Owner]) -> _Owner | None:
    """Return the query key and tables for a text that the view may have truncated: of the only template with this beginning."""
    if len(text.encode()) < _TRUNCATED_BYTES:
        return None
    beginning = folded[:-_IGNORED_TAIL]
    matches = {owner[0]: owner for template_, owner in owners.items() if template_.startswith(beginning)}
    return next(iter(matches.values())) if len(matches) == 1 else None


def _match_parse_tree(text: str, folded: str, owners: dict[str, _Owner]) -> _Owner | None:
    """Return the query key and tables of the parse tree, if the workload has this query key (without a workload: in any case)."""
    parsed = parse(text, folded)
    if parsed.kind == "unparsed":
        return None
    owner = (parsed.query_key, sorted({*parsed.tables_read, *parsed.tables_written}))
    return owner if not owners else next((one for one in owners.values() if one[0] == parsed.query_key), None)

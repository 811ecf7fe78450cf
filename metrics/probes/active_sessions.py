"""Average active sessions: who runs what, and waits for what, looked at ten times a second (or up to a hundred).

What is seen is counted by second, wait and text, in memory of one stretch at a time, and written away beside the run.
When the run is over the texts are matched with the workload's query keys (``attributed``) and become samples; the
texts themselves are removed, since they hold values.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from pgrehearse.base.clock import MILLISECOND, SECOND
from pgrehearse.metrics.connection import Link
from pgrehearse.runs.metric_catalog import POSTGRES, unit
from pgrehearse.runs.schema import METRICS
from pgrehearse.runs.write import write_part
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.normalize import template
from pgrehearse.workload.sql.parser import parse

LEAST_US, MOST_US = 10 * MILLISECOND, SECOND
# A question looks for so long.
_QUESTION_US = 100 * MILLISECOND
# Texts of so many seconds are held at once.
_STRETCH_US = 5 * SECOND
# Load by query and table is told in steps of this length.
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
# A text this long may be one that the view cut short (track_activity_query_size is 1 kB unless it was changed).
_CUT = 1000
# What a cut can leave of a literal or a name at the end says nothing.
_TAIL = 40
UNMATCHED = "?"


@dataclass
class Activity:
    """Looks at a server's sessions every *apart_us*, several times a question where that is often."""

    link: Link
    directory: Path
    apart_us: int = 100 * MILLISECOND
    _seen: Counter[tuple[int, str, str, int | None, str]] = field(default_factory=Counter, init=False)
    _ticks: Counter[int] = field(default_factory=Counter, init=False)
    _parts: int = field(default=0, init=False)
    _began_us: int | None = field(default=None, init=False)

    @property
    def looks(self) -> int:
        """How often a question looks: while it does, the server keeps what was deleted since it began, so not for long."""
        return max(1, _QUESTION_US // self.apart_us)

    @property
    def every_us(self) -> int:
        """How often it asks."""
        return self.looks * self.apart_us

    async def sample(self, at_us: int) -> None:
        """Ask once."""
        rows = await self.link.ask("activity", self.looks, self.apart_us)
        # Refused, or the server is gone: nobody was seen is not what that says.
        if {"activity", self.link.name} & self.link.board.unavailable.keys():
            return
        second = at_us // SECOND
        self._ticks[second] += self.looks
        for row in rows:
            self._seen[second, row["class"], row["event"], row["query_id"], row["query"] or ""] += row["sessions"]
        self._began_us = at_us if self._began_us is None else self._began_us
        if at_us - self._began_us >= _STRETCH_US:
            self.write()
            self._began_us = at_us

    def write(self) -> None:
        """Write what was seen until now."""
        seen, self._seen = self._seen, Counter()
        ticks, self._ticks = self._ticks, Counter()
        if ticks:
            rows = [(*key, n) for key, n in seen.items()]
            write_part(self.directory, f"{STEM}-{self._parts:05}", pl.DataFrame(rows, schema=_SCHEMA, orient="row"))
            counts = pl.DataFrame(list(ticks.items()), schema=_TICKS, orient="row")
            write_part(self.directory, f"{STEM}-ticks-{self._parts:05}", counts)
            self._parts += 1


def attributed(directory: Path, workload: Workload | None, instance: str) -> pl.DataFrame:
    """Return the samples (rows of ``METRICS``) of what was seen, and remove its raw parts.

    *workload* None: queries and tables are told by their own text's parse.
    """
    parts = sorted(directory.glob(f"{STEM}-[0-9]*.parquet"))
    counts = sorted(directory.glob(f"{STEM}-ticks-*.parquet"))
    if not counts:
        return pl.DataFrame(schema=METRICS)
    ticks = pl.read_parquet(counts, glob=False).group_by("second").agg(pl.col("ticks").sum())
    seen = pl.concat([pl.read_parquet(part, glob=False) for part in parts])
    owners = _owners(seen, workload)
    told = seen.join(owners, on=["query", "query_id"], how="left", nulls_equal=True)
    wait, event = pl.lit("wait:") + pl.col("class"), pl.lit("event:") + pl.col("class") + ":" + pl.col("event")
    frames = [
        _by_step(told, ticks, pl.lit(""), SECOND),
        _by_step(told.filter(pl.col("class") == "CPU"), ticks, pl.lit(""), SECOND, "active_sessions_cpu"),
        _by_step(told, ticks, wait, SECOND),
        _by_step(told, ticks, event, _STEP_US),
        _by_step(told, ticks, pl.lit("query:") + pl.col("query_key"), _STEP_US),
        _by_step(told.explode("tables").drop_nulls("tables"), ticks, pl.lit("table:") + pl.col("tables"), _STEP_US),
    ]
    for part in (*parts, *counts):
        part.unlink()
    return pl.concat(frames).with_columns(pl.lit(instance).alias("instance")).select(*METRICS)


def _by_step(
    told: pl.DataFrame, ticks: pl.DataFrame, subject: pl.Expr, step_us: int, metric: str = "active_sessions"
) -> pl.DataFrame:
    """Return the average number of sessions in each step, by subject; a step in which nobody was seen has none, but the
    whole's (subject "") is told as 0."""
    width = step_us // SECOND
    step = (pl.col("second") // width * width).alias("step")
    looks = ticks.group_by(step).agg(pl.col("ticks").sum())
    by = told.group_by(step, subject.alias("subject")).agg(pl.col("seen").sum())
    whole = "left" if step_us == SECOND and subject.meta.eq(pl.lit("")) else "inner"
    joined = looks.join(by, on="step", how=whole).with_columns(  # type: ignore[arg-type]
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
    """Return whose each text is: query, query_id, query_key, tables.

    A text is told by its template; one that was cut by how it begins; one of another spelling by its parse; and what has
    the query_id of a text that was told is the same.
    """
    texts = seen.select("query", "query_id").unique()
    shapes = _shapes(workload)
    known = {text: (key, tables) for text, key, tables in shapes.iter_rows()}
    templates = template(texts["query"])
    found = [
        known.get(folded) or _begun(folded, text, known) or _parsed(text, folded, known)
        for text, folded in zip(texts["query"], templates, strict=True)
    ]
    by_id = {number: owner for number, owner in zip(texts["query_id"], found, strict=True) if owner and number}
    told = [
        owner or by_id.get(number) or (UNMATCHED, []) for number, owner in zip(texts["query_id"], found, strict=True)
    ]
    return texts.with_columns(
        pl.Series("query_key", [key for key, _ in told], dtype=pl.String),
        pl.Series("tables", [tables for _, tables in told], dtype=pl.List(pl.String)),
    )


def _shapes(workload: Workload | None) -> pl.DataFrame:
    if workload is None:
        return pl.DataFrame(schema={"template": pl.String, "query_key": pl.String, "tables": pl.List(pl.String)})
    return workload.shapes().select(
        pl.col("template").cast(pl.String, strict=False).fill_null(""),
        "query_key",
        pl.concat_list("tables_read", "tables_written").list.unique().alias("tables"),
    )


_Owner = tuple[str, list[str]]


def _begun(folded: str, text: str, known: dict[str, _Owner]) -> _Owner | None:
    """Return whose a text is that the view may have cut: the one that begins like it, if only one does."""
    if len(text.encode()) < _CUT:
        return None
    begins = folded[:-_TAIL]
    keys = {key: owner for whole, owner in known.items() if whole.startswith(begins) for key in (owner[0],)}
    return next(iter(keys.values())) if len(keys) == 1 else None


def _parsed(text: str, folded: str, known: dict[str, _Owner]) -> _Owner | None:
    """Return whose a text of another spelling is; without a workload to know, its own parse's."""
    parsed = parse(text, folded)
    if parsed.kind == "unparsed":
        return None
    own = (parsed.query_key, sorted({*parsed.tables_read, *parsed.tables_written}))
    return own if not known else next((owner for owner in known.values() if owner[0] == parsed.query_key), None)

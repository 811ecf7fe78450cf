"""A workload whose statements are those that a replay sends: the ones that rules replace have the other text, its shape and its values.

It is a directory beside the run for the time of the replay. All decisions that are made about texts before the start, such as the safety
rules and the types of parameters, are made about the texts that are sent. Each statement keeps its place, its time and its query key, so that
it is compared with the original. Files without such a statement are links to those of the workload.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from pgrehearse.base.artifact import MANIFEST, disk_errors, write_json
from pgrehearse.replay.plan.rewrites import Rewrite
from pgrehearse.replay.prepare.rewritten_texts import Texts, matchers
from pgrehearse.runs.schema import REWRITTEN
from pgrehearse.runs.traffic_facts import RewriteFacts
from pgrehearse.workload.event_spill import write_events
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, SHAPES, Action
from pgrehearse.workload.shapes import Shapes


@dataclass(frozen=True, slots=True)
class SentWorkload:
    """What a replay sends. *workload*: with the texts that are sent; *facts*: of each rule; *statements*: those that rules replaced
    (``runs.schema.REWRITTEN``)."""

    workload: Workload
    facts: list[RewriteFacts] = field(default_factory=list)
    statements: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=REWRITTEN))


# The columns of an event that depend on what is sent.
_CHANGED = ("shape", "sql", "action", "prepared_name", "params")


class _NewShapes:
    """Numbers the shapes of texts that are sent, by the query key of the original."""

    def __init__(self, first: int) -> None:
        self._first, self._shapes = first, Shapes()
        self._numbers: dict[tuple[str, int], int] = {}

    def number(self, texts: pl.DataFrame) -> pl.Series:
        """Return the shape of each text. Columns: query_key, sent."""
        readable = texts["sent"].map_elements(_readable, return_dtype=pl.String)
        pairs = zip(texts["query_key"], self._shapes.number(readable), strict=True)
        numbers = [self._numbers.setdefault(pair, self._first + len(self._numbers)) for pair in pairs]
        return pl.Series("shape", numbers, dtype=pl.Int32)

    def frame(self) -> pl.DataFrame:
        """Return the rows for the workload's table of shapes."""
        keys = pl.DataFrame(
            [(number, key, own) for (key, own), number in self._numbers.items()],
            schema={"number": pl.Int32, "key": pl.String, "own": pl.Int32},
            orient="row",
        )
        facts = self._shapes.frame().rename({"shape": "own"})
        return (
            keys.join(facts, on="own", how="left", maintain_order="left")
            .with_columns(pl.col("number").alias("shape"), pl.col("key").alias("query_key"))
            .select(list(SHAPES))
        )


def rewritten_workload(workload: Workload, rules: tuple[Rewrite, ...], directory: Path) -> SentWorkload:
    """Write the workload with the texts that are sent to ``directory/NAME.workload``, and return it.

    Raises ``BadInput`` (exit 3) for a rule that cannot be applied, ``HarnessFailure`` if the disk is full.
    """
    shapes = workload.shapes()
    texts = Texts(matchers(workload, rules), shapes)
    new = _NewShapes(1 + max(shapes["shape"].to_list(), default=-1))
    place = directory / f"{workload.name}.workload"
    rows = []
    with disk_errors(place):
        (place / "events").mkdir(parents=True)
        for part in workload.parts():
            frame, replaced = _rewritten_part(part, texts, new)
            path = place / "events" / part.name
            if frame is None:
                path.symlink_to(part.resolve())
            else:
                write_events(path, frame)
            rows.append(replaced)
        _write_beside(workload, place, pl.concat([shapes, new.frame()]))
    return SentWorkload(Workload.open(place), texts.facts(), pl.concat(rows))


def _rewritten_part(part: Path, texts: Texts, new: _NewShapes) -> tuple[pl.DataFrame | None, pl.DataFrame]:
    """Return the events of a part as they are sent (None: as they are), and which of its statements were replaced."""
    candidates = texts.candidates.implode()
    wanted = pl.col("shape").is_in(candidates) & pl.col("sql").is_not_null()
    rows = pl.scan_parquet(part, glob=False).select(wanted.fill_null(value=False)).collect().to_series().arg_true()
    nothing = pl.DataFrame(schema=REWRITTEN)
    if rows.is_empty():
        return None, nothing
    events = pl.read_parquet(part, glob=False)
    found = texts.sent(events.gather(rows).with_columns(rows.alias("row"))).filter(pl.col("sent").is_not_null())
    if found.is_empty():
        return None, nothing
    found = found.with_columns(new.number(found.select("query_key", "sent")))
    several = pl.col("rule").is_in([one.number for one in texts.matchers if one.several])
    sent = found.select(
        pl.col("row").cast(pl.UInt32),
        "session",
        "seq",
        "rule",
        "shape",
        pl.col("sent").alias("sql"),
        pl.when(several).then(pl.lit(Action.QUERY.value, events.schema["action"])).otherwise("action").alias("action"),
        pl.when(~several).then("prepared_name").alias("prepared_name"),
        pl.when(~several).then(pl.col("params").list.gather(pl.col("bound"))).alias("params"),
    )
    replaced = sent.filter(IS_STATEMENT).select(list(REWRITTEN))
    return _replaced(events, sent), replaced


def _replaced(events: pl.DataFrame, sent: pl.DataFrame) -> pl.DataFrame:
    """Return events with what is sent in the place of some of them. *sent*: row, and ``_CHANGED``."""
    other = sent.select("row", *(pl.col(name).alias(f"{name} sent") for name in _CHANGED))
    joined = events.with_row_index("row").join(other, on="row", how="left", maintain_order="left")
    is_other = pl.col("sql sent").is_not_null()
    return joined.with_columns(
        pl.when(is_other).then(f"{name} sent").otherwise(name).alias(name) for name in _CHANGED
    ).select(events.columns)


def _write_beside(workload: Workload, place: Path, shapes: pl.DataFrame) -> None:
    """Write the table of shapes and the manifest, and link the other files of the workload."""
    shapes.write_parquet(place / "shapes.parquet")
    for path in workload.home.iterdir():
        if path.suffix == ".parquet" and path.name != "shapes.parquet":
            (place / path.name).symlink_to(path.resolve())
    write_json(place / MANIFEST, replace(workload.manifest, folder="").document())


def _readable(text: bytes) -> str:
    return text.decode(errors="replace")

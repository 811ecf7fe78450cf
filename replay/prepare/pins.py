"""Which ids each statement has to draw: production's ids become settings that are sent before the statement.

A setting holds the session's queue for one sequence: ids in the order in which production drew them, "101,102", consecutive
ones as "101:105", and "*" for an id that is not known; ">1" continues the queue in another setting (``queued``). The target's functions read it (``targets/pinning``).
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pgrehearse.workload.schema import Action

# What is written before a replay, for all workers: the settings of each statement, names and values in turn.
PINS: dict[str, pl.DataType] = {"session": pl.Int32(), "seq": pl.Int32(), "pins": pl.List(pl.Binary)}
# Statements that a pipeline would change: they end transactions themselves, or libpq refuses them there.
_ALONE = ["call", "do", "copy from", "copy to", "copy program"]
_SETTING = "pgrehearse.ids_"
# A queue is in one setting up to so many items, and in at most about so many settings.
_TOGETHER, _SETTINGS = 100, 400


def settings_of(pins: pl.DataFrame) -> pl.DataFrame:
    """Return the settings of each statement (``PINS``). *pins*: session, seq, oid (of the sequence on the target), ids."""
    rows = pins.with_row_index("row")
    ids = rows.select("row", "ids").explode("ids")
    follows = (pl.col("ids") == pl.col("ids").shift(1).over("row") + 1).fill_null(value=False)
    runs = (
        ids.with_columns((~follows).cum_sum().alias("run"))
        .group_by("run", maintain_order=True)
        .agg(pl.col("row").first(), pl.col("ids").first().alias("first"), pl.col("ids").last().alias("last"))
    )
    first, last = pl.col("first").cast(pl.String), pl.col("last").cast(pl.String)
    item = pl.when(pl.col("first") == pl.col("last")).then(first).otherwise(first + ":" + last).fill_null("*")
    setting = pl.lit(_SETTING) + pl.col("oid").cast(pl.String)
    queues = rows.select("row", "session", "seq", setting.alias("setting"))
    return queued(queues.join(runs.select("row", item.alias("item")), on="row", maintain_order="left"))


def queued(items: pl.DataFrame) -> pl.DataFrame:
    """Return the settings of each statement (``PINS``) with its queues. *items*: session, seq, setting, and each item of the setting's queue in order.

    A function of the target writes the rest of a queue for each item. A long queue is therefore in several settings: "a,b,>1" continues in
    the setting with the suffix _1.
    """
    queue = ["session", "seq", "setting"]
    together = pl.max_horizontal(pl.lit(_TOGETHER), pl.len() // _SETTINGS + 1).over(queue)
    number = (pl.int_range(pl.len()).over(queue) // together).alias("number")
    parts = (
        items.select(*queue, "item", number)
        .group_by(*queue, "number", maintain_order=True)
        .agg(pl.col("item").str.join(","))
        .with_columns((pl.col("number") < pl.col("number").max().over(queue)).alias("continues"))
    )
    suffixed = pl.col("setting") + "_" + pl.col("number").cast(pl.String)
    named = pl.when(pl.col("number") == 0).then("setting").otherwise(suffixed)
    following = pl.when("continues").then(pl.lit(",>") + (pl.col("number") + 1).cast(pl.String)).otherwise(pl.lit(""))
    settings = parts.select("session", "seq", pl.concat_list(named, pl.col("item") + following).alias("pins"))
    return (
        settings.group_by("session", "seq", maintain_order=True)
        .agg(pl.col("pins").explode(empty_as_null=True).cast(pl.Binary))
        .cast(PINS)  # type: ignore[arg-type]
    )


def joined(settings: list[pl.DataFrame]) -> pl.DataFrame:
    """Return the settings of several frames (``PINS``), with one row for each statement."""
    together = pl.concat(settings).group_by("session", "seq", maintain_order=True)
    return together.agg(pl.col("pins").explode(empty_as_null=True).drop_nulls()).cast(PINS)  # type: ignore[arg-type]


def joins_pins() -> pl.Expr:
    """Return whether the settings of an event can be sent together with it, as a pipeline. Columns: those of events, and ``window.KINDS``.

    libpq sends no simple query in a pipeline: settings are sent before it, and their result is awaited.
    """
    return (pl.col("action") == Action.EXECUTE) & pl.col("kind").is_in(_ALONE).not_().fill_null(value=True)


def with_pins(frame: pl.DataFrame, path: Path | None, *, shared: bool) -> pl.DataFrame:
    """Add the settings of each event that is sent. One that is sent together with them is a pipeline of its own. Column *joins* is dropped.

    *shared*: a pooler gives the server connection to another client between two transactions: settings that would be a transaction
    of their own are not sent.
    """
    if path is None:
        return frame.with_columns(pl.lit(None, PINS["pins"]).alias("pins")).drop("joins")
    pins = pl.scan_parquet(path, glob=False).filter(pl.col("session").is_in(frame["session"].unique().implode()))
    joined = frame.join(pins.collect(), on=["session", "seq"], how="left", maintain_order="left")
    in_transaction = pl.len().over("session", "transaction") > 1
    kept = pl.col("joins") | in_transaction if shared else pl.lit(value=True)
    given = pl.when((pl.col("skip") == 0) & kept).then("pins")
    own = pl.when(given.is_not_null() & pl.col("joins") & pl.col("pipeline").is_null()).then(-1 - pl.col("seq"))
    return joined.with_columns(given.alias("pins"), own.otherwise("pipeline").alias("pipeline")).drop("joins")

"""Decoded rows are added to a captured workload: ``decoded.parquet``, and the facts about it in the manifest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import polars as pl

from pgrehearse.base import artifact
from pgrehearse.base.clock import SECOND, iso
from pgrehearse.base.errors import BadInput
from pgrehearse.capture.coverage import with_copies
from pgrehearse.capture.decode.by_default import by_default
from pgrehearse.capture.decode.constants import shown_by_constants
from pgrehearse.capture.decode.files import Decoded
from pgrehearse.capture.decode.join import Joined, join
from pgrehearse.capture.decode.pins import counted, decoded_ids, default_columns, with_decoded
from pgrehearse.capture.decode.statements import Written, written
from pgrehearse.capture.decode.trigger_columns import code_columns, trigger_columns
from pgrehearse.capture.generated_ids import IdsOfCapture
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.workload.manifest import DecodedFacts, Manifest
from pgrehearse.workload.read import DECODED_ROWS, PINS_FILE, Workload
from pgrehearse.workload.schema import DECODED, IS_STATEMENT, Ended


def attach(options: CaptureOptions, decodings: Sequence[Decoded]) -> Manifest:
    """Join decoded rows of one or several databases with the statements of the workload that was captured with *options*, and write them there.

    Return its new manifest. The files are written one after the other: a command calls this before the workload gets its name.
    """
    workload = Workload.open(options.output)
    manifest = workload.manifest
    for decoded in decodings:
        _refuse_other_server(decoded, manifest)
    catalog = options.catalog or options.columns
    found = written(workload, catalog)
    changes = _changes(decodings, manifest.window_start_us)
    joined = _joined(workload, changes, found)
    drawn = decoded_ids(changes, joined, found, _columns_with_ids(workload, changes, joined, code_columns(catalog)))
    decoded_facts = _write(workload, changes, joined, found)
    changed = replace(
        manifest,
        decoded=decoded_facts,
        notes=[*manifest.notes, *_notes(decodings, manifest)],
        **_pins(workload, options, drawn),
    )
    covered = _covered(replace(workload, manifest=changed))
    artifact.write_json(workload.path / artifact.MANIFEST, covered.document())
    return covered


def _covered(workload: Workload) -> Manifest:
    """Return the manifest with the coverage that includes each COPY FROM STDIN that can be sent with its rows: outside of a pipeline."""
    copies = workload.copies().select("session", "seq", pl.lit(value=True).alias("copied"))
    statements = workload.events().filter(IS_STATEMENT).join(copies.lazy(), on=["session", "seq"], how="left")
    known = pl.col("copied").fill_null(value=False) & pl.col("pipeline").is_null()
    counts = statements.select(
        known.sum().alias("known"),
        pl.col("took_us").filter(known).sum().alias("known_us"),
        pl.col("took_us").sum().alias("total_us"),
    )
    return with_copies(workload.manifest, *counts.collect().row(0))


def _joined(workload: Workload, changes: pl.LazyFrame, found: Written) -> Joined:
    """Join the changes with the statements; their values are read only where table and time do not show which statement made a row."""
    manifest = workload.manifest
    return join(
        changes.drop("columns", "values").collect(),
        found,
        resolution_us=manifest.time_resolution_us,
        complete=manifest.sampling == 1.0 and manifest.losses.session_lines_missing == 0,
        shown=lambda possible: shown_by_constants(possible, workload, changes),
    )


def _write(workload: Workload, changes: pl.LazyFrame, joined: Joined, found: Written) -> DecodedFacts:
    """Write ``decoded.parquet`` and return the facts about it."""
    copies = _announced(changes, joined)
    file = workload.home / DECODED_ROWS
    with artifact.fresh(file) as working:
        _with_statements(changes, joined, copies, found).sink_parquet(working, compression="zstd", maintain_order=True)
    return DecodedFacts(
        rows=joined.rows.height,
        joined=joined.rows.height - joined.rows["seq"].null_count(),
        transactions=changes.select("database", "xid").unique().select(pl.len()).collect().item(),
        by_id=joined.by_id,
        by_time=joined.by_time,
        alike=joined.alike,
        copies=copies.height,
        copies_unknown=_copies(workload) - copies.height,
        digest=artifact.digest([file]),
    )


def _columns_with_ids(workload: Workload, changes: pl.LazyFrame, joined: Joined, by_code: pl.DataFrame) -> pl.DataFrame:
    """Return the columns (``COLUMNS``) that hold ids of sequences: by their defaults, or by a trigger. *by_code*: as for ``trigger_columns``."""
    sequences = workload.manifest.generated
    by_trigger = trigger_columns(changes, joined, workload.pins(), sequences, by_code)
    return pl.concat([default_columns(sequences), by_trigger])


def _pins(workload: Workload, options: CaptureOptions, decoded: pl.DataFrame) -> dict[str, Any]:
    """Deduce the ids again, bounded by the decoded ones; write ``pins.parquet`` and return the changed fields of the manifest.

    Without a catalog no sequence is known, and no id is decoded.
    """
    sessions = workload.sessions()
    ids = IdsOfCapture.of(options, sessions, workload.shapes(), workload.manifest.time_resolution_us)
    if ids is None or decoded.is_empty():
        return {}
    facts = {"notes": [], "all_statements": workload.manifest.all_statements}
    deduced = ids.write(workload.home, workload.parts(), facts, decoded)
    file = workload.home / PINS_FILE
    pins = with_decoded(pl.read_parquet(file, glob=False), decoded, sessions)
    with artifact.fresh(file) as working:
        pins.write_parquet(working, compression="zstd")
    return {"pins_digest": artifact.digest([file]), "generated": counted(pins, deduced["generated"], sessions)}


def _changes(decodings: Sequence[Decoded], window_start_us: int) -> pl.LazyFrame:
    """Return the changes of all databases, each in the order of its commits; times relative to the window."""
    frames = [
        decoded.changes().with_columns(
            pl.lit(decoded.manifest.database).alias("database"), pl.col("commit_us") - window_start_us
        )
        for decoded in decodings
    ]
    order = pl.int_range(pl.len(), dtype=pl.Int64).alias("place")
    return pl.concat(frames).with_columns(order)


def _announced(changes: pl.LazyFrame, joined: Joined) -> pl.DataFrame:
    """Return a row with the action ``copy`` for each COPY FROM STDIN whose rows are known; ``columns``: those that it fills."""
    first = changes.join(joined.copies.lazy(), on="place", how="inner").collect()
    # A column that COPY names and no row has (a publication of some columns only): the rows are incomplete.
    complete = pl.col("named").is_null() | (pl.col("named").list.set_difference("columns").list.len() == 0)
    return first.filter(complete).with_columns(
        pl.lit("copy").alias("action"),
        pl.coalesce("named", "columns").alias("columns"),
        pl.lit([], pl.List(pl.Binary)).alias("values"),
        pl.lit(value=True).alias("own"),
        pl.lit(None).alias("by_default"),
    )


def _with_statements(changes: pl.LazyFrame, joined: Joined, copies: pl.DataFrame, found: Written) -> pl.LazyFrame:
    """Return the columns of ``DECODED``: the announced COPYs, then all changes in their order."""
    made = changes.join(joined.rows.lazy(), on="place", how="left", maintain_order="left")
    defaults = by_default(made.drop("values"), found)
    rows = made.join(defaults, on="place", how="left", maintain_order="left")
    return pl.concat(
        [
            frame.select(*(pl.col(name).cast(kind) for name, kind in DECODED.items()))
            for frame in (copies.lazy(), rows.with_columns(pl.col("action").cast(pl.String)))
        ]
    )


def _copies(workload: Workload) -> int:
    """Return how many COPY FROM STDIN succeeded."""
    shapes = workload.shapes().filter(pl.col("kind") == "copy from")["shape"]
    ran = IS_STATEMENT & (pl.col("ended") == Ended.OK) & pl.col("shape").is_in(shapes.implode())
    return int(workload.events().filter(ran).select(pl.len()).collect().item())


def _refuse_other_server(decoded: Decoded, manifest: Manifest) -> None:
    """Raise ``BadInput`` if the rows are another server's, or of another time than the window."""
    own, other = decoded.manifest.system_identifier, manifest.source.system_identifier if manifest.source else ""
    if own and other and own != other:
        raise BadInput(
            f"{decoded.path}: the rows are of another server (system identifier {own}) than the log ({other})",
            remedy="decode the server that writes the log",
        )
    if decoded.manifest.ended_us < manifest.window_start_us or decoded.manifest.began_us > manifest.window_end_us:
        raise BadInput(
            f"{decoded.path}: the rows were committed from {iso(decoded.manifest.began_us)} to {iso(decoded.manifest.ended_us)}, and "
            f"the log's window is from {iso(manifest.window_start_us)} to {iso(manifest.window_end_us)}",
            remedy="decode while the log is written",
        )


def _notes(decodings: Sequence[Decoded], manifest: Manifest) -> list[str]:
    """Return notes on the part of the window that was not decoded."""
    notes = []
    for decoded in decodings:
        facts = decoded.manifest
        if facts.began_us > manifest.window_start_us + SECOND or facts.ended_us < manifest.window_end_us - SECOND:
            notes.append(
                f"rows of database {facts.database} were decoded only from {iso(facts.began_us)} to {iso(facts.ended_us)}"
                + (f": {facts.stopped}" if facts.stopped else "")
            )
    return notes

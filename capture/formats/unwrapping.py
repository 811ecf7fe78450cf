"""Lines are taken out of their envelopes, block by block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from json import JSONDecoder

import polars as pl

from pgrehearse.capture.input.blocks import LONGEST, Block
from pgrehearse.capture.input.envelope_kinds import Envelope
from pgrehearse.capture.input.raw_bytes import escape, unescape
from pgrehearse.capture.input.wrapped import Stream, Wrapped
from pgrehearse.workload.schema import Type

# Lines of a file: where each starts, how many lines it was there, its stream (the server's name, and the name of the
# server's output channel), the text, and whether the text continues in the stream's next line.
LINES: dict[str, Type] = {
    "line": pl.Int64,
    "lines": pl.Int64,
    "server": pl.String,
    "channel": pl.String,
    "text": pl.String,
    "open": pl.Boolean,
}


def text_lines(data: bytes) -> pl.Series:
    """Return the lines of some bytes, as valid UTF-8."""
    lines = pl.Series("text", [escape(data)[0].decode()]).str.split("\n").explode(empty_as_null=True)
    return lines.head(-1) if data.endswith(b"\n") else lines


def array_elements(data: bytes) -> tuple[pl.DataFrame, bool]:
    """Return the elements of a JSON array (*line*, *lines*, *text*) as far as it can be read, and whether that is all.

    One by one: no columnar reader returns an array's elements as they are written. ``envelopes.cut`` limits its length.
    """
    text, decoder, between = escape(data)[0].decode(), JSONDecoder(), re.compile(r"[\s,]*(?=\{)")
    at, line, counted, rows = text.index("[") + 1, 1, 0, list[tuple[int, int, str]]()
    while (begin := between.match(text, at)) is not None:
        try:
            _, at = decoder.raw_decode(text, begin.end())
        except (ValueError, RecursionError):
            break
        lines = text.count("\n", counted, at)
        rows.append((line, lines, text[begin.end() : at].replace("\n", "")))
        line, counted = line + lines, at
    if rows:
        rest = text.count("\n", counted) + (not text.endswith("\n"))
        rows[-1] = (rows[-1][0], rows[-1][1] + rest, rows[-1][2])
    frame = pl.DataFrame(rows, schema={"line": pl.Int64, "lines": pl.Int64, "text": pl.String}, orient="row")
    return frame, text[at:].strip() == "]"


def by_stream(lines: pl.DataFrame) -> dict[Stream, pl.DataFrame]:
    """Return the lines of each stream."""
    parts = lines.partition_by("server", "channel", maintain_order=True, as_dict=True)
    return {(str(server), str(channel)): part for (server, channel), part in parts.items()}


def joined_lines(lines: pl.DataFrame) -> bytes:
    """Return lines as the bytes of a log; bytes that are not valid UTF-8 as they were in the file."""
    data = str(lines["text"].str.join("\n").item()).encode() + (b"" if lines["open"][-1] else b"\n")
    return data if data.isascii() else unescape(data.decode())


@dataclass
class Unwrapper:
    """Takes lines out of their envelopes. *pending*: texts that continue in another block, by envelope.

    *others*: how many lines of other programs were left out. *too_long*: lines of texts that are too long to hold.
    *truncated*: a JSON array ended before its closing bracket.
    """

    wrapped: Wrapped
    others: int = 0
    pending: dict[int, pl.DataFrame] = field(default_factory=dict)
    too_long: int = 0
    truncated: bool = False

    def unwrap(self, block: Block) -> pl.DataFrame:
        """Return the lines of a block (``LINES``) without their envelopes."""
        lines = self._lines(block)
        for place, envelope in enumerate(self.wrapped.envelopes):
            lines = self._without(envelope, lines)
            if place in self.pending:
                lines = pl.concat([self.pending.pop(place), lines])
            if lines["open"].any():
                lines = self._joined(place, lines, final=block.last)
            if lines["text"].str.contains("\n", literal=True).any():
                lines = _split_lines(lines)
        return lines

    def _lines(self, block: Block) -> pl.DataFrame:
        if not block.data:
            return pl.DataFrame(schema=LINES)
        if self.wrapped.array:
            lines, complete = array_elements(block.data)
            self.truncated |= not complete
        else:
            text = text_lines(block.data)
            numbers = pl.int_range(block.first_line, block.first_line + len(text), dtype=pl.Int64, eager=True)
            lines = pl.DataFrame({"line": numbers, "text": text}).with_columns(pl.lit(1, pl.Int64).alias("lines"))
        plain = lines.with_columns(pl.lit("").alias("server"), pl.lit("").alias("channel"), pl.lit(False).alias("open"))
        return (plain.reverse() if self.wrapped.newest_first else plain).select(list(LINES))

    def _without(self, envelope: Envelope, lines: pl.DataFrame) -> pl.DataFrame:
        """Open one envelope; lines of other programs are left out."""
        inside = envelope.open(lines["text"]).rename({"server": "server_inside", "channel": "channel_inside"})
        both = lines.select("line", "lines", "server", "channel").hstack(inside)
        opened = both.select(
            "line",
            "lines",
            *(_joined_names(name, f"{name}_inside") for name in ("server", "channel")),
            "text",
            "open",
        )
        self.others += int(opened.filter(pl.col("text").is_null())["lines"].sum())
        return opened.filter(pl.col("text").is_not_null())

    def _joined(self, place: int, lines: pl.DataFrame, *, final: bool) -> pl.DataFrame:
        """Join the parts of texts; a text that continues in the next block is kept for it."""
        stream = ["server", "channel"]
        owner = (~pl.col("open")).shift(1, fill_value=False).cum_sum().over(stream).alias("owner")
        joined = (
            lines.with_columns(owner)
            .group_by(*stream, "owner", maintain_order=True)
            .agg(pl.col("line").first(), pl.col("lines").sum(), pl.col("text").str.join(""), pl.col("open").last())
            .select(list(LINES))
        )
        if final or not joined["open"].any():
            return joined
        unfinished = joined.filter("open")
        if unfinished["text"].str.len_bytes().sum() > LONGEST:
            self.too_long += int(unfinished["lines"].sum())
        else:
            self.pending[place] = unfinished
        return joined.filter(~pl.col("open"))


def _joined_names(outer: str, inner: str) -> pl.Expr:
    slash = pl.when((pl.col(outer) != "") & (pl.col(inner) != "")).then(pl.lit("/")).otherwise(pl.lit(""))
    return pl.concat_str(outer, slash, inner)


def _split_lines(lines: pl.DataFrame) -> pl.DataFrame:
    """Split texts of several lines; the first line counts for the lines of the file, the others for none."""
    parts = lines.with_columns(pl.col("text").str.split("\n"))
    parts = parts.with_columns(pl.int_ranges(pl.col("text").list.len()).alias("place")).explode("text", "place")
    last = pl.col("place").shift(-1, fill_value=0) == 0
    return parts.with_columns(
        pl.when(pl.col("place") == 0).then("lines").otherwise(pl.lit(0, pl.Int64)).alias("lines"),
        (pl.col("open") & last).alias("open"),
    ).select(list(LINES))

"""What collectors wrap log lines in (JSON, a head before each line), and how it is taken off again.

A file in an envelope is unwrapped line by line; what was inside is a log as any other, and is read by the format that it
has. Each stream of the file (a container, an instance) is put together by itself, so that their records do not mix. What
is not PostgreSQL's stays behind and is counted. Envelopes may be in envelopes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from json import JSONDecoder

import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.records import LogFormat, restore, smuggled
from pgrehearse.capture.input.envelope_kinds import ARRAY, EVENT, HEADS, OBJECTS, Envelope
from pgrehearse.capture.input.files import LONGEST, Block, LogFile, blocks, occurrences
from pgrehearse.workload.schema import Type

# Lines of a file: where each stands, how many lines it was there, its stream (the server's name, and what parts the
# server's own output), the text, and whether the text goes on in the stream's next line.
_LINES: dict[str, Type] = {
    "line": pl.Int64,
    "lines": pl.Int64,
    "server": pl.String,
    "channel": pl.String,
    "text": pl.String,
    "open": pl.Boolean,
}
Stream = tuple[str, str]
# When records stand in the order of these, falling, the newest is the first.
_STAMPS = ("$.timestamp", "$.receiveTimestamp", "$.time", "$.ts", "$.__REALTIME_TIMESTAMP", "$.TimeGenerated")
_END = Block(b"", 1, last=True)
_ARRAY = re.compile(rb"\s*\[\s*\{")


@dataclass(frozen=True, slots=True)
class Wrapped:
    """How a file's lines are wrapped: *envelopes* from the outside in, *stream*: the one that the log was found in.

    *several*: more servers than that have a log in it. *array*: the file is one JSON array. *newest_first*: its records
    stand in the reverse order.
    """

    envelopes: tuple[Envelope, ...]
    stream: Stream = ("", "")
    several: bool = False
    array: bool = False
    newest_first: bool = False

    @property
    def said(self) -> str:
        """The envelopes in words."""
        return ", ".join(one.name for one in self.envelopes)

    def cut(self, octets: bytes) -> int:
        """Return where the last whole line ends (0: nowhere), as ``blocks`` asks."""
        if not self.array and not self.newest_first:
            return octets.rfind(b"\n") + 1
        if len(octets) > LONGEST:
            raise BadInput(
                f"more than {LONGEST >> 20} MiB in one JSON array, or with the newest record first",
                remedy="write one record a line, the oldest first: jq -c 'reverse[]' FILE for an array, else tac FILE",
            )
        return 0

    def streams(self, octets: bytes) -> dict[Stream, bytes]:
        """Return the lines of each stream in a file's first bytes, the longest first."""
        end = len(octets) if self.array else octets.rfind(b"\n") + 1 or len(octets)
        found = _by_stream(_Opening(self).opened(Block(octets[:end], 1, last=True)))
        logs = {stream: _octets(lines) for stream, lines in found.items()}
        return dict(sorted(logs.items(), key=lambda pair: -len(pair[1])))

    def within(self, inner: LogFormat, stream: Stream, *, several: bool) -> LogFormat:
        """Return the format of a file in these envelopes with a log of format *inner* in a *stream*."""
        deeper = inner.wrapped or Wrapped(())
        whole = replace(
            self,
            envelopes=self.envelopes + deeper.envelopes,
            stream=(_path(stream[0], deeper.stream[0]), _path(stream[1], deeper.stream[1])),
            several=several or deeper.several,
            newest_first=self.newest_first or deeper.newest_first,
        )
        said = inner.said.partition(IN_ENVELOPE)[0] + f"{IN_ENVELOPE} ({whole.said})"
        name = "cloudwatch" if self.envelopes == (EVENT,) else inner.name
        return replace(inner, name=name, said=said, wrapped=whole)


def _path(outer: str, inner: str) -> str:
    return "/".join(name for name in (outer, inner) if name)


IN_ENVELOPE = " in an envelope"


def bare(begin: bytes, found: LogFormat) -> bytes:
    """Return the begin of a log as its format reads it."""
    return begin if found.wrapped is None else found.wrapped.streams(begin).get(found.wrapped.stream, b"")


def around(head: bytes) -> list[Wrapped]:
    """Return the envelopes that a file which begins with *head* may be in."""
    if _ARRAY.match(head):
        elements = _elements(head)[0]["text"]
        return [Wrapped((ARRAY,), array=True, newest_first=_falls(elements))] if len(elements) else []
    lines = _texts(head[: head.rfind(b"\n") + 1] or head)
    lines = lines.filter((lines.str.strip_chars() != "") & ~lines.str.starts_with("\t"))
    objects = lines.filter(lines.str.starts_with("{"))
    if 2 * len(objects) > len(lines):
        return [Wrapped((one,), newest_first=_falls(objects)) for one in OBJECTS if one.fits(objects)]
    return [Wrapped((one,)) for one in HEADS if one.fits(lines)]


def refusal(name: str, wrapped: Wrapped, error: BadInput) -> BadInput:
    """Return the error for a file in an envelope in which there is no log that can be read."""
    outer = wrapped.envelopes[0]
    return BadInput(
        f"{name}: its lines are wrapped ({outer.name}), and what is inside is no log that is known: {error.message.removeprefix(f'{name}: ')}",
        remedy=f"{error.remedy}; if the envelope is another one, take it off: {outer.strip} | pgrehearse capture logs -",
    )


def log_blocks(file: LogFile, found: LogFormat) -> Iterator[Block]:
    """Yield the blocks of a log, as ``blocks`` does; out of their envelope where they are in one."""
    if found.wrapped is None:
        yield from blocks(file, found.cut)
        return
    reader = _Reader(found, found.wrapped)
    try:
        for block in blocks(file, found.wrapped.cut):
            yield from reader.take(block)
        yield from reader.take(_END)
    except EOFError:
        yield from reader.take(_END)
        raise
    except BadInput as error:
        raise BadInput(f"{file.name}: {error.message.removeprefix(f'{file.name}: ')}", remedy=error.remedy) from None


def _texts(octets: bytes) -> pl.Series:
    """Return the lines of some bytes, as valid UTF-8."""
    lines = pl.Series("text", [smuggled(octets)[0].decode()]).str.split("\n").explode(empty_as_null=True)
    return lines.head(-1) if octets.endswith(b"\n") else lines


def _elements(octets: bytes) -> tuple[pl.DataFrame, bool]:
    """Return the elements of a JSON array (*line*, *lines*, *text*), as far as it can be read, and whether that is all.

    One by one: no columnar reader gives an array's elements as they stand. ``Wrapped.cut`` bounds its length.
    """
    text, decoder, between = smuggled(octets)[0].decode(), JSONDecoder(), re.compile(r"[\s,]*(?=\{)")
    at, line, done, rows = text.index("[") + 1, 1, 0, list[tuple[int, int, str]]()
    while (begin := between.match(text, at)) is not None:
        try:
            _, at = decoder.raw_decode(text, begin.end())
        except (ValueError, RecursionError):
            break
        lines = text.count("\n", done, at)
        rows.append((line, lines, text[begin.end() : at].replace("\n", "")))
        line, done = line + lines, at
    if rows:
        rest = text.count("\n", done) + (not text.endswith("\n"))
        rows[-1] = (rows[-1][0], rows[-1][1] + rest, rows[-1][2])
    frame = pl.DataFrame(rows, schema={"line": pl.Int64, "lines": pl.Int64, "text": pl.String}, orient="row")
    return frame, text[at:].strip() == "]"


def _falls(objects: pl.Series) -> bool:
    """Say whether the stamps of JSON records fall: then the newest comes first."""
    for path in _STAMPS:
        stamps = objects.str.json_path_match(path).drop_nulls()
        if len(stamps) > 1:
            return bool(stamps[0] > stamps[-1]) and stamps.equals(stamps.sort(descending=True))
    return False


def _by_stream(lines: pl.DataFrame) -> dict[Stream, pl.DataFrame]:
    found = lines.partition_by("server", "channel", maintain_order=True, as_dict=True)
    return {(str(server), str(channel)): part for (server, channel), part in found.items()}


def _octets(lines: pl.DataFrame) -> bytes:
    """Return lines as the log that they are; bytes that are no UTF-8 as they were."""
    octets = str(lines["text"].str.join("\n").item()).encode() + (b"" if lines["open"][-1] else b"\n")
    return octets if octets.isascii() else restore(octets.decode())


@dataclass
class _Opening:
    """Takes lines out of their envelopes. *pending*: what goes on in another block, by envelope; *others*: lines left behind.

    *too_long*: lines of texts that are too long to hold. *broken*: an array broke off before its end.
    """

    wrapped: Wrapped
    others: int = 0
    pending: dict[int, pl.DataFrame] = field(default_factory=dict)
    too_long: int = 0
    broken: bool = False

    def opened(self, block: Block) -> pl.DataFrame:
        """Return the lines of a block, unwrapped."""
        lines = self._lines(block)
        for place, envelope in enumerate(self.wrapped.envelopes):
            lines = self._out_of(envelope, lines)
            if place in self.pending:
                lines = pl.concat([self.pending.pop(place), lines])
            if lines["open"].any():
                lines = self._joined(place, lines, final=block.last)
            if lines["text"].str.contains("\n", literal=True).any():
                lines = _parted(lines)
        return lines

    def _lines(self, block: Block) -> pl.DataFrame:
        if not block.octets:
            return pl.DataFrame(schema=_LINES)
        if self.wrapped.array:
            lines, whole = _elements(block.octets)
            self.broken |= not whole
        else:
            text = _texts(block.octets)
            numbers = pl.int_range(block.first_line, block.first_line + len(text), dtype=pl.Int64, eager=True)
            lines = pl.DataFrame({"line": numbers, "text": text}).with_columns(pl.lit(1, pl.Int64).alias("lines"))
        plain = lines.with_columns(pl.lit("").alias("server"), pl.lit("").alias("channel"), pl.lit(False).alias("open"))
        return (plain.reverse() if self.wrapped.newest_first else plain).select(list(_LINES))

    def _out_of(self, envelope: Envelope, lines: pl.DataFrame) -> pl.DataFrame:
        """Open one envelope; what is another program's is left behind."""
        found = envelope.opened(lines["text"]).rename({"server": "server_inside", "channel": "channel_inside"})
        both = lines.select("line", "lines", "server", "channel").hstack(found)
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
        """Put texts that are in parts together; what goes on in the next block waits for it."""
        stream = ["server", "channel"]
        owner = (~pl.col("open")).shift(1, fill_value=False).cum_sum().over(stream).alias("owner")
        whole = (
            lines.with_columns(owner)
            .group_by(*stream, "owner", maintain_order=True)
            .agg(pl.col("line").first(), pl.col("lines").sum(), pl.col("text").str.join(""), pl.col("open").last())
            .select(list(_LINES))
        )
        if final or not whole["open"].any():
            return whole
        waiting = whole.filter("open")
        if waiting["text"].str.len_bytes().sum() > LONGEST:
            self.too_long += int(waiting["lines"].sum())
        else:
            self.pending[place] = waiting
        return whole.filter(~pl.col("open"))


def _joined_names(outer: str, inner: str) -> pl.Expr:
    slash = pl.when((pl.col(outer) != "") & (pl.col(inner) != "")).then(pl.lit("/")).otherwise(pl.lit(""))
    return pl.concat_str(outer, slash, inner)


def _parted(lines: pl.DataFrame) -> pl.DataFrame:
    """Part texts of several lines; the first stands for the line that they were in the file."""
    parted = lines.with_columns(pl.col("text").str.split("\n"))
    parted = parted.with_columns(pl.int_ranges(pl.col("text").list.len()).alias("place")).explode("text", "place")
    last = pl.col("place").shift(-1, fill_value=0) == 0
    return parted.with_columns(
        pl.when(pl.col("place") == 0).then("lines").otherwise(pl.lit(0, pl.Int64)).alias("lines"),
        (pl.col("open") & last).alias("open"),
    ).select(list(_LINES))


class _Reader:
    """Makes blocks of whole records, each of one stream, out of a file's lines."""

    def __init__(self, found: LogFormat, wrapped: Wrapped) -> None:
        self._format = found
        self._wrapped = wrapped
        self._opening = _Opening(wrapped)
        self._kept: dict[Stream, pl.DataFrame] = {}
        self._read: dict[Stream, int] = {}  # lines of each stream of a server so far

    def take(self, block: Block) -> Iterator[Block]:
        """Yield what is whole when a block of the file has come; raises ``EOFError`` behind an array that breaks off."""
        if block.dropped is not None:
            yield Block(b"", 1, last=False, dropped=block.dropped)
        fresh = _by_stream(self._opening.opened(block))
        for stream in list(fresh | (self._kept if block.last else {})):
            parts = [one for one in (self._kept.pop(stream, None), fresh.get(stream)) if one is not None]
            yield from self._blocks(stream, pl.concat(parts), last=block.last)
        if others := self._opening.others:
            self._opening.others = 0
            yield Block(b"", 1, last=False, others=others)
        if too_long := self._opening.too_long:
            self._opening.too_long = 0
            yield Block(b"", 1, last=False, dropped=too_long)
        if self._opening.broken and block.octets:
            raise EOFError

    def _blocks(self, stream: Stream, lines: pl.DataFrame, *, last: bool) -> Iterator[Block]:
        octets = _octets(lines)
        if not self._is_a_server(stream, octets):
            self._opening.others += int(lines["lines"].sum())
            return
        end = len(octets) if last else self._format.cut(octets)
        if end == 0 and len(octets) > LONGEST:
            yield Block(b"", 1, last=False, dropped=int(lines["lines"].sum()))
            return
        height = lines.height if last else occurrences(octets[:end], 0x0A)
        if height < lines.height:
            self._kept[stream] = lines.slice(height)
        if height:
            before = self._read[stream]
            self._read[stream] = before + height
            yield Block(
                octets[:end],
                before + 1,
                last=last,
                goes_on=last and not octets.endswith(b"\n"),
                origin=lines.select("line", "lines").head(height),
                instance=stream[0] if self._wrapped.several or stream[0] != self._wrapped.stream[0] else "",
            )

    def _is_a_server(self, stream: Stream, octets: bytes) -> bool:
        """Say whether a stream holds the log of a server: it held it at the begin, or before, or holds a record now."""
        if stream in self._read:
            return True
        safe, _ = smuggled(octets)
        found = stream == self._wrapped.stream or self._format.records(Block(safe, 1, last=True))["time_us"].count() > 0
        if found:
            self._read[stream] = 0
        return found

"""Blocks of all logs are read and parsed on threads, in parallel to the assembly, in the order of the logs."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.file_order import Log
from pgrehearse.capture.formats.time_zones import doubt_note, format_offset
from pgrehearse.capture.input.blocks import Block, blocks
from pgrehearse.capture.parse.timed_records import read_records

if TYPE_CHECKING:
    from pgrehearse.capture.parse.block import ParsedBlock, ParseOptions

    # A block that was read, the number of its log, and the block after parsing.
    _Coming = tuple[Block, int, Future[ParsedBlock]]

# So many blocks are parsed before the assembly takes one.
AHEAD = 2


class BlockReader:
    """Reads the blocks of *logs* from when it is entered. *truncated*: the names of the logs that ended before their end."""

    def __init__(self, logs: list[Log]) -> None:
        self.logs = logs
        self._zones = {log.file.instance: log.zones for log in logs}
        self._doubts: dict[tuple[str, str], int] = {}
        self.truncated: list[str] = []
        self._options: Future[ParseOptions] = Future()
        self._readers, self._parsers = ThreadPoolExecutor(1), ThreadPoolExecutor(2)
        self._coming: deque[Future[_Coming | None]] = deque()
        self._stream = self._blocks()

    def __enter__(self) -> Self:
        self._coming.extend(self._readers.submit(self._next) for _ in range(AHEAD + 1))
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Wait for the threads; blocks that were not read are not read any more."""
        self._options.cancel()
        self._readers.shutdown(cancel_futures=True)
        self._parsers.shutdown(cancel_futures=True)

    def parse_with(self, options: ParseOptions) -> None:
        """Let the blocks be parsed with these options; before that, their records are read."""
        self._options.set_result(options)

    def parsed_blocks(self) -> Iterator[ParsedBlock]:
        """Yield every block after parsing; at most ``AHEAD`` blocks are parsed ahead of the caller, and one more is read."""
        while (coming := self._coming.popleft().result()) is not None:
            self._coming.append(self._readers.submit(self._next))
            yield self._current(*coming)

    def zone_notes(self) -> list[str]:
        """Return the notes on time zones that were read without being certain."""
        return list(dict.fromkeys(doubt_note(zone, offset) for (_, zone), offset in self._doubts.items()))

    def _next(self) -> _Coming | None:
        """Read the next block, and let it be parsed (None: all logs are read). Runs in the reader's thread."""
        item = next(self._stream, None)
        return item and (*item, self._parsers.submit(self._parse, *item))

    def _parse(self, block: Block, file: int) -> ParsedBlock:
        log = self.logs[file]
        timed = read_records(block, log.format.records, self._zones[log.file.instance])
        options = self._options.result()
        from pgrehearse.capture.parse.block import parse_block

        return parse_block(timed, file, options)

    def _current(self, block: Block, file: int, coming: Future[ParsedBlock]) -> ParsedBlock:
        """Return a block after parsing; it is parsed again if a block before it has proven its zones."""
        parsed = coming.result()
        zones = self._zones[self.logs[file].file.instance]
        if any(zones.offset_us(zone) != (offset, False) for zone, offset in parsed.doubts.items()):
            parsed = self._parse(block, file)
        self._learn(parsed)
        return parsed

    def _learn(self, parsed: ParsedBlock) -> None:
        """Keep the zones that a block proves. Raises ``BadInput`` if blocks before it were read with another offset."""
        log = self.logs[parsed.file]
        instance = log.file.instance
        for zone, offset in parsed.proven.items():
            used = self._doubts.get((instance, zone), offset)
            if used != offset:
                raise BadInput(
                    f"{log.file.name}: time zone {zone} is {format_offset(offset)}, as the start times of its sessions "
                    f"show, but it was read as {format_offset(used)} before",
                    remedy="give --timezone the server's log_timezone (show log_timezone)",
                )
        self._zones[instance] = self._zones[instance].learned(parsed.proven)
        self._doubts.update({(instance, zone): offset for zone, offset in parsed.doubts.items()})

    def _blocks(self) -> Iterator[tuple[Block, int]]:
        """Yield every log's blocks with its number; truncated logs are noted."""
        for number, log in enumerate(self.logs):
            later = self.logs[number + 1 :]
            following = next((other for other in later if other.file.instance == log.file.instance), None)
            goes_on = following is not None and following.continues
            try:
                for block in _log_blocks(log):
                    yield (replace(block, goes_on=True) if block.last and goes_on else block), number
            except EOFError:
                self.truncated.append(log.file.name)


def _log_blocks(log: Log) -> Iterator[Block]:
    """Return the blocks of a log, taken out of its envelopes if it has any."""
    if log.format.wrapped is None:
        return blocks(log.file, log.format.cut)
    from pgrehearse.capture.formats.envelope_blocks import log_blocks

    return log_blocks(log.file, log.format, log.format.wrapped)

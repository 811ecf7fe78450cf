"""Blocks of all logs are read and parsed on threads, in parallel to the assembly, in the order of the logs."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.file_order import Log
from pgrehearse.capture.formats.envelope_blocks import log_blocks
from pgrehearse.capture.formats.time_zones import doubt_note, format_offset
from pgrehearse.capture.input.blocks import Block
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse.block import ParsedBlock, ParseOptions, Window, parse_block
from pgrehearse.capture.parse.credentials import Withholding

# So many blocks are parsed before the assembly takes one.
AHEAD = 2


class BlockReader:
    """Reads the blocks of logs. *truncated*: the names of the logs that ended before their end."""

    def __init__(self, logs: list[Log], options: CaptureOptions) -> None:
        self._logs = logs
        self._options = ParseOptions(
            Window.of(options), Withholding(crypto=options.drop_crypto_keys), numbered=len(logs) > 1
        )
        self._zones = {log.file.instance: log.zones for log in logs}
        self._doubts: dict[tuple[str, str], int] = {}
        self.truncated: list[str] = []

    def parsed_blocks(self) -> Iterator[ParsedBlock]:
        """Yield every block after parsing; at most ``AHEAD`` blocks are parsed ahead of the caller."""
        with ThreadPoolExecutor(1) as readers, ThreadPoolExecutor(2) as parsers:
            pending: deque[tuple[Block, Future[ParsedBlock]]] = deque()
            stream = self._blocks()
            coming = readers.submit(next, stream, None)
            while (item := coming.result()) is not None:
                coming = readers.submit(next, stream, None)
                block, file = item
                pending.append((block, parsers.submit(self._parse, block, file)))
                while len(pending) > AHEAD:
                    yield self._current(*pending.popleft())
            while pending:
                yield self._current(*pending.popleft())

    def zone_notes(self) -> list[str]:
        """Return the notes on time zones that were read without being certain."""
        return list(dict.fromkeys(doubt_note(zone, offset) for (_, zone), offset in self._doubts.items()))

    def _parse(self, block: Block, file: int) -> ParsedBlock:
        log = self._logs[file]
        return parse_block(block, file, log.format.records, self._zones[log.file.instance], self._options)

    def _current(self, block: Block, coming: Future[ParsedBlock]) -> ParsedBlock:
        """Return a block after parsing; it is parsed again if a block before it has proven its zones."""
        parsed = coming.result()
        zones = self._zones[self._logs[parsed.file].file.instance]
        if any(zones.offset_us(zone) != (offset, False) for zone, offset in parsed.doubts.items()):
            parsed = self._parse(block, parsed.file)
        self._learn(parsed)
        return parsed

    def _learn(self, parsed: ParsedBlock) -> None:
        """Keep the zones that a block proves. Raises ``BadInput`` if blocks before it were read with another offset."""
        log = self._logs[parsed.file]
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
        for number, log in enumerate(self._logs):
            later = self._logs[number + 1 :]
            following = next((other for other in later if other.file.instance == log.file.instance), None)
            goes_on = following is not None and following.continues
            try:
                for block in log_blocks(log.file, log.format):
                    yield (replace(block, goes_on=True) if block.last and goes_on else block), number
            except EOFError:
                self.truncated.append(log.file.name)

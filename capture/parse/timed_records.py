"""The records of one block with their times: the first step of its parsing, which needs the format of the log only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import polars as pl

from pgrehearse.capture.formats.records import RECORDS, locate_in_file
from pgrehearse.capture.formats.time_zones import Reading, Zones, proofs, reading
from pgrehearse.capture.input.blocks import Block
from pgrehearse.capture.input.raw_bytes import escape


@dataclass(frozen=True, slots=True)
class TimedRecords:
    """The *records* of a *block* in the columns of ``RECORDS``.

    *escaped*: some of its bytes are escaped. *stamps*: how its time stamps were read; *proven*: the zones that the block proves.
    """

    block: Block
    records: pl.DataFrame
    escaped: bool
    stamps: Reading
    proven: dict[str, int]


def read_records(block: Block, read: Callable[[Block], pl.DataFrame], zones: Zones) -> TimedRecords:
    """Read a block's records with *read*. *zones*: what the log's time zones are."""
    data, escaped = escape(block.data)
    records, stamps, proven = _timed(replace(block, data=data), read, zones)
    return TimedRecords(block, records, escaped, stamps, proven)


def _timed(
    block: Block, read: Callable[[Block], pl.DataFrame], zones: Zones
) -> tuple[pl.DataFrame, Reading, dict[str, int]]:
    """Return a block's records, how their time stamps were read, and the zones that they prove."""
    if not block.data:  # a record was too long to hold, and nothing follows it
        return pl.DataFrame(schema=RECORDS), Reading(zones), {}
    with reading(zones) as stamps:
        records = locate_in_file(read(block), block)
    if not stamps.doubts or not (proven := proofs(records, stamps.seen)):
        return records, stamps, {}
    with reading(zones.learned(proven)) as stamps:
        return locate_in_file(read(block), block), stamps, proven

"""Arguments of the command line that click has no type for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import click

from base import units


class Instant(click.ParamType[int]):
    """A wall-clock time, in any zone, as microseconds since the epoch."""

    name = "instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        try:
            read = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no time: write 2026-11-22T10:00:00+01:00", param, ctx)
        return int((read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp() * 1_000_000)


class Duration(click.ParamType[int]):
    """A length of time (30s, 10min, 2h) in microseconds."""

    name = "duration"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ARG002
        return value if isinstance(value, int) else units.parse_duration_us(value)


class Moment(click.ParamType[tuple[bool, int]]):
    """A moment of a workload's window: a wall-clock time (True, microseconds since the epoch), or how far into it (False)."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[bool, int]:
        if isinstance(value, tuple):
            return value
        if units.DURATION.fullmatch(str(value).strip()):
            return False, units.parse_duration_us(value)
        return True, INSTANT.convert(value, param, ctx)


INSTANT, DURATION, MOMENT = Instant(), Duration(), Moment()

# The names that a way out of a database may have (``targets.ways_out.NAMES``, which is not imported for help texts).
WAYS_OUT = [
    "archive", "call-out", "cron", "dblink", "event-trigger", "foreign-server", "http", "lambda", "native-code",
    "prepared-transaction", "publication", "queue", "s3", "slot", "standby", "subscription", "untrusted-code",
]  # fmt: skip

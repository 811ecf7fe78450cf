"""Arguments of the command line that click has no type for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base import units

if TYPE_CHECKING:
    from pgrehearse.capture.formats.timestamps import Stamp


class Instant(click.ParamType[int]):
    """A wall-clock time, in any zone, as microseconds since the epoch."""

    name = "instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        from pgrehearse.base.errors import BadInput
        from pgrehearse.capture.formats.time_zones import Zones

        try:
            return LOG_TIME.convert(value, param, ctx).instant_us(Zones(), "UTC")
        except BadInput as error:
            self.fail(f"{error.message}: {error.remedy}", param, ctx)


class LogTime(click.ParamType["Stamp"]):
    """A time as a log writes it, or in ISO 8601; its zone may be the log's, which is known later."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Stamp:
        from pgrehearse.capture.formats.timestamps import Stamp, stamp

        if isinstance(value, Stamp):
            return value
        try:
            return stamp(value)
        except ValueError:
            self.fail(
                f"{value!r} is no time: write 2026-11-22T10:00:00+01:00, or '2026-11-22 10:00:00.000 UTC'", param, ctx
            )


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


INSTANT, LOG_TIME, DURATION, MOMENT = Instant(), LogTime(), Duration(), Moment()

# The names that a way out of a database may have (``pgrehearse.targets.external_access.NAMES``, which is not imported for help texts).
WAYS_OUT = [
    "archive",
    "call-out",
    "cron",
    "dblink",
    "event-trigger",
    "foreign-server",
    "http",
    "lambda",
    "native-code",
    "prepared-transaction",
    "publication",
    "queue",
    "s3",
    "slot",
    "standby",
    "subscription",
    "untrusted-code",
]

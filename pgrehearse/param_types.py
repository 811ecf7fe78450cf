"""Types of arguments and options that click does not have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from pgrehearse.base import units

if TYPE_CHECKING:
    from pgrehearse.capture.formats.timestamps import Stamp


class Instant(click.ParamType[int]):
    """An instant in any time zone, as microseconds since the epoch."""

    name = "instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        from pgrehearse.base.errors import PgrehearseError
        from pgrehearse.capture.formats.moments import instant_us

        try:
            return instant_us(value)
        except PgrehearseError as error:
            self.fail(f"{error.message}: {error.remedy}", param, ctx)


class LogTime(click.ParamType["Stamp"]):
    """A time in the format of a log, or in ISO 8601; without a time zone it is in the time zone of the log."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Stamp:
        from pgrehearse.capture.formats.timestamps import Stamp, stamp

        if isinstance(value, Stamp):
            return value
        try:
            return stamp(value)
        except ValueError:
            self.fail(
                f"invalid time {value!r}: expected 2026-11-22T10:00:00+01:00, or '2026-11-22 10:00:00.000 UTC'",
                param,
                ctx,
            )


class Duration(click.ParamType[int]):
    """A duration (30s, 10m, 2h) in microseconds."""

    name = "duration"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ARG002
        return value if isinstance(value, int) else units.parse_duration_us(value)


class Size(click.ParamType[int]):
    """A size (512MB, 4GB) in bytes."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ARG002
        return value if isinstance(value, int) else units.parse_bytes(value)


class Moment(click.ParamType[tuple[bool, int]]):
    """A moment of a workload's window: an instant (True, microseconds since the epoch), or the time from its start (False)."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[bool, int]:
        if isinstance(value, tuple):
            return value
        from pgrehearse.base.errors import PgrehearseError
        from pgrehearse.capture.formats.moments import moment

        try:
            return moment(value)
        except PgrehearseError as error:
            self.fail(f"{error.message}: {error.remedy}", param, ctx)


class LogSource(click.ParamType[str]):
    """A log: a path, a pattern, ``-``, or s3://bucket/prefix. The shell completes paths."""

    name = "path"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        return [CompletionItem(incomplete, type="file")]


class ArtifactPath(click.ParamType[Path | str]):
    """A workload or a run: a path, or s3://bucket/name (a text). The shell completes paths."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:  # noqa: ARG002
        return value if isinstance(value, Path) or value.startswith("s3://") else Path(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        return [CompletionItem(incomplete, type="file")]


class DirectoryPath(click.ParamType[Path]):
    """A workload, a run or a state on this machine, which is written: not in S3. The shell completes paths."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if str(value).startswith("s3://"):
            self.fail(
                f"{value} is in S3, where this command cannot write: write to a directory, then copy it", param, ctx
            )
        return Path(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        return [CompletionItem(incomplete, type="file")]


class ScenarioName(click.ParamType[str]):
    """A scenario: the path of a TOML file, or the name of a scenario of the library. The shell completes both."""

    name = "scenario"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        from pgrehearse.scenarios.library_names import library

        names = [name for name in library() if incomplete and name.startswith(incomplete)]
        return [CompletionItem(name) for name in names] or [CompletionItem(incomplete, type="file")]


INSTANT, LOG_TIME, DURATION, MOMENT, SIZE = Instant(), LogTime(), Duration(), Moment(), Size()
LOG_SOURCE, ARTIFACT, DIRECTORY, SCENARIO = LogSource(), ArtifactPath(), DirectoryPath(), ScenarioName()

# The names of outbound paths (``pgrehearse.targets.external_access.NAMES``, which is not imported because the help has to be quick).
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

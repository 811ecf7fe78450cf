"""Which log files of an instance contain a window: by the start in their names, and by when they were last written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from pgrehearse.base.clock import SECOND, iso
from pgrehearse.base.errors import BadInput

# The names of RDS and Aurora, in UTC: the hour or the minute of the file's start; csvlog has its own file beside it.
_NAME = re.compile(r"postgresql\.log\.(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)?(\.csv)?$")
# Below it, a time is in seconds, else in milliseconds.
_SECONDS_BELOW = 100_000_000_000
_MINUTE_US = 60 * SECOND


@dataclass(frozen=True, slots=True)
class RdsFile:
    """A log file as the service lists it. *size*: in bytes; *written_us*: when it was last written (wall clock)."""

    name: str
    size: int
    written_us: int

    @classmethod
    def listed(cls, row: dict[str, object]) -> RdsFile:
        """Return a file of DescribeDBLogFiles, whose LastWritten is in milliseconds (a stand-in has seconds)."""
        written = int(str(row["LastWritten"]))
        return cls(
            str(row["LogFileName"]), int(str(row["Size"])), written * (SECOND if written < _SECONDS_BELOW else 1000)
        )

    @property
    def started_us(self) -> int | None:
        """The instant in its name (None: it is not a log of statements)."""
        if (match := _NAME.search(self.name)) is None:
            return None
        year, month, day, hour, minute = (int(part or 0) for part in match.groups()[:5])
        try:
            return round(datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp()) * SECOND
        except ValueError:
            return None

    @property
    def is_csv(self) -> bool:
        return self.name.endswith(".csv")


@dataclass(frozen=True, slots=True)
class Choice:
    """The files to download, in the order of their starts, and what is not complete."""

    files: tuple[RdsFile, ...]
    notes: tuple[str, ...] = ()


def choose(instance: str, files: Iterable[RdsFile], since_us: int, until_us: int) -> Choice:
    """Choose the files that contain records from *since_us* until *until_us*; csvlog, if it contains all of the window.

    Raises ``BadInput`` if no file does.
    """
    inside = [file for file in files if file.size and _overlaps(file, since_us, until_us)]
    if not inside:
        raise BadInput(
            f"{instance} has no log of {iso(since_us)} to {iso(until_us)}",
            remedy="check --since and --until (UTC without an offset), and rds.log_retention_period: older files are deleted",
        )
    chosen, notes = _best_format(instance, inside)
    chosen.sort(key=lambda file: (file.started_us or 0, file.name))
    first_us = chosen[0].started_us or 0
    if first_us > since_us + _MINUTE_US:
        notes.append(
            f"the logs of {instance} begin at {iso(first_us)}, after --since: statements before that are not captured "
            "(rds.log_retention_period)"
        )
    return Choice(tuple(chosen), tuple(notes))


def _overlaps(file: RdsFile, since_us: int, until_us: int) -> bool:
    started_us = file.started_us
    return started_us is not None and started_us < until_us and file.written_us >= since_us


def _best_format(instance: str, files: list[RdsFile]) -> tuple[list[RdsFile], list[str]]:
    """Return the csvlog files if they contain all that the plain ones do, else the plain ones.

    With csvlog the server writes both: csvlog has milliseconds, the session and the application, whatever the prefix is.
    """
    csv = [file for file in files if file.is_csv]
    plain = [file for file in files if not file.is_csv]
    missing = {file.name for file in plain} - {file.name.removesuffix(".csv") for file in csv}
    if not csv or not missing:
        return csv or plain, []
    return plain, [
        f"{instance}: csvlog was not on for all of the window ({len(missing)} files have none): the plain logs were captured"
    ]

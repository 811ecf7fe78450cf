"""Which log files of RDS contain a window, and how fast they are downloaded."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.capture.formats.timestamps import stamp
from pgrehearse.capture.rate import Rate
from pgrehearse.capture.rds.file_choice import RdsFile, choose
from pgrehearse.metrics.aws.instances import Instance
from pgrehearse.scenarios.capturing.aws_capture import _refuse_several_servers, window_of


def us(hour: float) -> int:
    return round(datetime(2026, 1, 1, tzinfo=UTC).timestamp() + hour * 3600) * 1_000_000


def file(start: str, until: float, suffix: str = "", size: int = 10) -> RdsFile:
    return RdsFile(f"error/postgresql.log.2026-01-01-{start}{suffix}", size, us(until))


HOURS = [file("09", 10.0), file("1000", 10.5), file("1030", 11.0), file("11", 12.0), file("12", 13.0)]


def test_the_files_of_a_window_are_those_that_overlap_it() -> None:
    """By the hour or the minute in their names, and when they were last written; empty and other files are left out."""
    others = [
        RdsFile("error/postgres.log", 10, us(12)),
        file("11", 12.0, size=0),
        RdsFile("x.log.2026-99-01-01", 1, us(11)),
    ]
    choice = choose("i", [*reversed(HOURS), *others], us(10.25), us(11.5))
    assert [one.name.rpartition("-")[2] for one in choice.files] == ["1000", "1030", "11"]
    assert choice.notes == ()


def test_a_window_that_begins_before_the_logs_is_noted() -> None:
    """Older files were deleted."""
    (note,) = choose("i", HOURS[1:], us(9.5), us(11)).notes
    assert "begin at 2026-01-01T10:00:00" in note
    with pytest.raises(BadInput, match="i has no log of") as caught:
        choose("i", HOURS, us(20), us(21))
    assert "rds.log_retention_period" in caught.value.remedy


def test_csvlog_is_captured_if_it_contains_the_window() -> None:
    """Else the plain logs, which contain all of it, with a note; a time in seconds is read too."""
    csv = [file("10", 11.0, ".csv"), file("11", 12.0, ".csv")]
    plain = [file("10", 11.0), file("11", 12.0)]
    assert choose("i", [*plain, *csv], us(10), us(12)).files == tuple(csv)
    assert choose("i", csv, us(10), us(12)).files == tuple(csv)
    mixed = choose("i", [*plain, csv[1]], us(10), us(12))
    assert mixed.files == tuple(plain)
    assert "csvlog was not on" in mixed.notes[0]
    seconds = RdsFile.listed({"LogFileName": "a", "Size": 1, "LastWritten": us(1) // 1_000_000})
    assert seconds == RdsFile.listed({"LogFileName": "a", "Size": 1, "LastWritten": us(1) // 1000})


def test_a_rate_limits_all_pieces_together() -> None:
    """By a clock that only the waits move."""
    now = [0.0]
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        now[0] += seconds

    rate = Rate(100, lambda: now[0], wait)
    for _ in range(4):
        rate.take(50)
    assert waits == [0.5, 0.5, 0.5]
    Rate(0, wait=wait).take(10**9)
    assert len(waits) == 3


def test_the_window_has_its_warm_in_and_its_tail() -> None:
    """A time without an offset is in UTC; an open or empty window is refused."""
    since, until = stamp("2026-01-01T10:00:00"), stamp("2026-01-01T12:30:00+01:00")
    window = window_of(since, until, 3_600_000_000, 1_800_000_000)
    assert (window.since_us, window.until_us, window.read) == (us(10), us(11.5), (us(9), us(12)))
    with pytest.raises(UsageProblem, match="needs --since and --until"):
        window_of(since, None, 0, 0)
    with pytest.raises(UsageProblem, match="not after"):
        window_of(until, since, 0, 0)


def test_two_writers_are_two_captures() -> None:
    """Their data are different."""
    one = Instance("a", "", aurora=False, instance_class="", resource="db-1", reader=False)
    other = Instance("b", "", aurora=False, instance_class="", resource="db-2")
    reader = Instance("c", "", aurora=False, instance_class="", resource="db-3", reader=True)
    _refuse_several_servers((one, reader))
    with pytest.raises(UsageProblem, match="a, b are different servers"):
        _refuse_several_servers((one, other, reader))

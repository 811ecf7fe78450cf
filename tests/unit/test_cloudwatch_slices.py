"""The slices of log streams: which ones contain a window, and how their files become one log. Pure functions and small files."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.clock import SECOND
from pgrehearse.capture.cloudwatch.events import _write
from pgrehearse.capture.cloudwatch.logs import _opener
from pgrehearse.capture.cloudwatch.slices import SETTLED_US, SLICE_US, LogStream, owner_of, slices

if TYPE_CHECKING:
    from pathlib import Path

HOUR_US = 3600 * SECOND
NOW_US = 1_000 * HOUR_US
RECORD = b"2026-11-28 10:00:00 UTC:LOG:  x"
LONG = RECORD + b"y" * 250_000


def stream(first_us: int | None = None, last_us: int | None = None) -> LogStream:
    return LogStream("prod-1.0", first_us, last_us)


def test_the_slices_contain_the_window_and_its_margin() -> None:
    """They begin at fixed instants, so that another window shares them."""
    since_us = 10 * HOUR_US + 60 * SECOND
    parts = slices([stream()], since_us, since_us + 60 * SECOND, NOW_US)
    assert [part.begin_us for part in parts] == [10 * HOUR_US - SLICE_US, 10 * HOUR_US, 10 * HOUR_US + SLICE_US]
    assert all(part.final for part in parts)


def test_a_slice_is_final_when_no_event_of_it_is_expected() -> None:
    """None is in the future."""
    parts = slices([stream()], NOW_US - 1200 * SECOND, NOW_US + HOUR_US, NOW_US)
    assert [part.begin_us < NOW_US for part in parts] == [True] * len(parts)
    assert [part.final for part in parts] == [part.end_us + SETTLED_US <= NOW_US for part in parts]
    assert {part.final for part in parts} == {True, False}


@pytest.mark.parametrize(
    ("first_hour", "last_hour", "read"),
    [(None, None, True), (9, 12, True), (11, 12, False), (9, 9, True), (0, 0, True), (-30, -20, False)],
)
def test_streams_without_events_of_the_window_are_not_read(
    first_hour: int | None, last_hour: int | None, read: bool
) -> None:
    """The time of the last event is updated late: a day counts as nothing."""
    first_us, last_us = (hour if hour is None else hour * HOUR_US for hour in (first_hour, last_hour))
    begin_us = 10 * HOUR_US
    assert bool(slices([stream(first_us, last_us)], begin_us, begin_us + 60 * SECOND, NOW_US)) == read


def test_other_groups_have_no_owner() -> None:
    assert owner_of("/aws/lambda/x") is None
    assert owner_of("/aws/rds/instance/prod/upgrade") is None


@pytest.mark.parametrize(
    ("events", "text"),
    [
        ([RECORD, RECORD], RECORD + b"\n" + RECORD + b"\n"),
        ([RECORD + b"\n", b"\tz"], RECORD + b"\n\tz\n"),
        ([LONG, b"z"], LONG + b"z\n"),
        ([LONG, RECORD], LONG + b"\n" + RECORD + b"\n"),
        ([LONG, b"\tz"], LONG + b"\n\tz\n"),
        ([LONG + b"\n", b"z"], LONG + b"\nz\n"),
        ([RECORD, LONG], RECORD + b"\n" + LONG),
        ([], b""),
    ],
)
def test_events_become_lines(events: list[bytes], text: bytes) -> None:
    """A long event continues in the next one, unless that begins a record or a line."""
    written = io.BytesIO()
    _write(written, iter(events))
    assert written.getvalue() == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([b"a\n", b"b\n"], b"a\nb\n"),
        ([LONG, b"z\n"], LONG + b"z\n"),
        ([LONG, RECORD + b"\n"], LONG + b"\n" + RECORD + b"\n"),
        ([b"a\n", b"", b"b\n"], b"a\nb\n"),
    ],
)
def test_slices_are_one_log(tmp_path: Path, parts: list[bytes], text: bytes) -> None:
    """A line that was cut at the end of a slice continues in the next one."""
    paths = [tmp_path / str(place) for place in range(len(parts))]
    for path, part in zip(paths, parts, strict=True):
        path.write_bytes(part)
    with _opener(paths)() as log:
        assert log.read() == text

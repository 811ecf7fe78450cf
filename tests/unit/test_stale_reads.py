"""Which reads on readers were stale, by samples of WAL positions: a bound is never exceeded."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
import pytest

from pgrehearse.runs.quality.stale_reads import stale_reads
from pgrehearse.runs.run_facts import StaleReads
from pgrehearse.runs.schema import POSITIONS


def commits(*rows: tuple[int, int, int, int, bool]) -> pl.DataFrame:
    names: dict[str, Any] = dict.fromkeys(("session", "table", "sent_us", "done_us"), pl.Int64)
    return pl.DataFrame(rows, schema=names | {"certain": pl.Boolean}, orient="row")


def reads(*rows: tuple[int, int, str, int | None, int, bool]) -> pl.DataFrame:
    names: dict[str, Any] = {"read": pl.Int64, "session": pl.Int64, "reader": pl.String}
    return pl.DataFrame(
        rows, schema=names | {"table": pl.Int64, "sent_us": pl.Int64, "certain": pl.Boolean}, orient="row"
    )


def positions(*rows: tuple[str, int, int, int]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=POSITIONS, orient="row")


# The target is at 100 before the commit of 20..30, and at 200 behind it.
WRITTEN = (("", 0, 10, 100), ("", 40, 50, 200))
COMMIT = (1, 7, 20, 30, True)


@pytest.mark.parametrize(
    ("replayed", "expected"),
    [
        ((("r", 60, 70, 200), ("r", 120, 130, 300)), StaleReads(1, fresh=1)),
        ((("r", 60, 70, 50), ("r", 120, 130, 100)), StaleReads(1, stale=1)),
        # The reader was between the bounds of the commit, or replayed it between two samples.
        ((("r", 60, 70, 150), ("r", 120, 130, 150)), StaleReads(1, not_known=1)),
        ((("r", 60, 70, 50), ("r", 120, 130, 200)), StaleReads(1, not_known=1)),
        # An answer that came after the read was sent proves nothing about it.
        ((("r", 60, 110, 200),), StaleReads(1, not_known=1)),
        ((), StaleReads(1, not_known=1)),
    ],
)
def test_a_read_is_stale_or_fresh_only_if_the_samples_prove_it(
    replayed: tuple[tuple[str, int, int, int], ...], expected: StaleReads
) -> None:
    table = reads((0, 2, "r", 7, 100, True))
    assert stale_reads(commits(COMMIT), table, positions(*WRITTEN, *replayed)) == expected


BEHIND = (("r", 60, 70, 50), ("r", 120, 130, 100))


def test_a_read_of_a_table_that_nobody_wrote_is_fresh() -> None:
    table = reads((0, 2, "r", 8, 100, True), (1, 2, "r", None, 100, False))
    assert stale_reads(commits(COMMIT), table, positions(*WRITTEN, *BEHIND)) == StaleReads(2, fresh=2)


def test_a_commit_that_was_sent_later_does_not_count_and_one_that_was_in_flight_is_not_known() -> None:
    later, in_flight = (1, 7, 110, 120, True), (1, 7, 90, 140, True)
    table = reads((0, 2, "r", 7, 100, True))
    assert stale_reads(commits(later), table, positions(*WRITTEN, *BEHIND)) == StaleReads(1, fresh=1)
    assert stale_reads(commits(in_flight), table, positions(*WRITTEN, *BEHIND)) == StaleReads(1, not_known=1)


def test_a_write_or_a_read_that_is_only_possible_is_not_known() -> None:
    table, maybe = reads((0, 2, "r", 7, 100, True)), reads((0, 2, "r", 7, 100, False))
    assert stale_reads(commits((*COMMIT[:4], False)), table, positions(*WRITTEN, *BEHIND)).not_known == 1
    assert stale_reads(commits(COMMIT), maybe, positions(*WRITTEN, *BEHIND)).not_known == 1


def test_reads_that_lack_a_write_of_their_own_session_are_counted_apart() -> None:
    table = reads((0, 1, "r", 7, 100, True), (1, 2, "r", 7, 100, True), (2, 1, "r", 8, 100, True))
    found = stale_reads(commits(COMMIT), table, positions(*WRITTEN, *BEHIND))
    assert found == StaleReads(3, stale=2, own=1, fresh=1)


def test_a_read_of_several_tables_is_stale_if_one_of_them_is() -> None:
    table = reads((0, 2, "r", 8, 100, True), (0, 2, "r", 7, 100, True))
    assert stale_reads(commits(COMMIT), table, positions(*WRITTEN, *BEHIND)) == StaleReads(1, stale=1)


def test_without_reads_nothing_is_counted() -> None:
    assert stale_reads(commits(COMMIT), reads(), positions(*WRITTEN)) == StaleReads()


def test_the_bounds_hold_in_a_simulation_of_a_reader_whose_positions_are_known() -> None:
    """Positions are those of a WAL of one byte a microsecond; a reader is late by up to 300 us, and pauses."""
    random = np.random.default_rng(7)
    times = np.arange(0, 20_000)
    replayed = np.maximum.accumulate(times - random.integers(0, 300, len(times)) - 200 * (times // 4000 % 2))
    asked = np.sort(random.integers(0, 19_000, 400))
    took = random.integers(1, 40, (3, 400))
    rows = [("", int(a), int(a + t), int(a + random.integers(0, t + 1))) for a, t in zip(asked, took[0], strict=True)]
    rows += [
        ("r", int(a), int(a + t), int(replayed[a + random.integers(0, t + 1)]))
        for a, t in zip(asked, took[1], strict=True)
    ]
    sent = np.sort(random.integers(100, 18_000, 300))
    ended = sent + random.integers(2, 50, 300)
    # A commit ends in the WAL at some instant of its flight.
    committed = np.array([random.integers(low + 1, high + 1) for low, high in zip(sent, ended, strict=True)])
    tables = random.integers(0, 5, 300)
    wrote = commits(*((1, int(t), int(s), int(e), True) for t, s, e in zip(tables, sent, ended, strict=True)))
    totals = {"stale": 0, "fresh": 0}
    for number in range(300):
        at, table = int(random.integers(200, 18_500)), int(random.integers(0, 5))
        found = stale_reads(wrote, reads((number, 2, "r", table, at, True)), positions(*rows))
        lacking = (tables == table) & (committed <= at) & (committed > replayed[at])
        assert not found.stale or lacking.any()
        assert not found.fresh or not lacking.any()
        totals = {name: totals[name] + getattr(found, name) for name in totals}
    assert totals["stale"] > 20
    assert totals["fresh"] > 100

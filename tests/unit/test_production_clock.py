"""Production's instants in the texts of executions: which instant, for which statement."""

from __future__ import annotations

import polars as pl

from pgrehearse.replay.prepare.production_clock import INSTANTS, clock_notes, clock_texts
from pgrehearse.runs.run_facts import ClockFacts
from pgrehearse.workload.sql.clock_text import clock_text

WINDOW_US = 1_781_000_000_123_456
NOW = b"select 1 where c = $1 and a > now() and b > statement_timestamp()"
PLAIN = b"select 1"


def sent(rows: list[tuple[int, int | None, int, bytes, bytes | None]]) -> pl.DataFrame:
    """The events as they are sent. Rows: session, transaction, at_us, sql, prepared_name."""
    columns = ["session", "transaction", "at_us", "sql", "prepared_name"]
    events = pl.DataFrame(rows, schema=columns, orient="row").cast({"prepared_name": pl.Binary})
    events = events.with_columns(
        pl.lit([b"x"], pl.List(pl.Binary)).alias("params"),
        pl.lit(None, pl.List(pl.Int64)).alias("types"),
        pl.lit(None, pl.Int64).alias("parse_us"),
        pl.when(pl.col("prepared_name").is_not_null()).then(300_000).alias("bind_us"),
    ).with_columns(INSTANTS)
    frame = clock_texts({NOW: clock_text(NOW), PLAIN: clock_text(PLAIN)}, WINDOW_US).apply(events)
    assert frame.columns == [*columns, "params", "types", "parse_us", "bind_us"]
    return frame


def test_now_is_the_start_of_the_transaction() -> None:
    """And statement_timestamp() that of the statement, in each session and transaction of its own."""
    rows = [(1, 7, 0, PLAIN, None), (1, 7, 2_000_000, NOW, None), (1, None, 3_000_000, NOW, b""), (2, 7, 5, NOW, None)]
    texts = [text.decode() for text in sent(rows)["sql"]]
    assert texts[0] == PLAIN.decode()
    instants = [[part for part in text.split("'") if part.endswith("+00")] for text in texts[1:]]
    assert instants == [
        ["2026-06-09 10:13:20.123456+00", "2026-06-09 10:13:22.123456+00"],
        ["2026-06-09 10:13:23.123456+00", "2026-06-09 10:13:23.423456+00"],
        ["2026-06-09 10:13:20.123461+00"] * 2,
    ]


def test_a_named_statement_binds_the_instants() -> None:
    """After its own parameters; its text is the same for all executions. The types of its own parameters stay open."""
    frame = sent([(1, 1, 0, NOW, b"s1"), (1, 2, 1_000_000, NOW, b"s1"), (1, 2, 2_000_000, NOW, b"s1")])
    (text,) = set(frame["sql"])
    assert text == (
        b"select 1 where c = $1 and a > pg_catalog.timestamptz_pl_interval($2, '0') and b > "
        b"pg_catalog.timestamptz_pl_interval($3, '0')"
    )
    assert frame["params"].to_list() == [
        [b"x", b"2026-06-09 10:13:20.123456+00", b"2026-06-09 10:13:20.423456+00"],
        [b"x", b"2026-06-09 10:13:21.123456+00", b"2026-06-09 10:13:21.423456+00"],
        [b"x", b"2026-06-09 10:13:21.123456+00", b"2026-06-09 10:13:22.423456+00"],
    ]
    assert frame["types"].to_list() == [[0, 1184, 1184]] * 3


def test_other_statements_stay_as_they_are() -> None:
    """Their parameters and types too."""
    frame = sent([(1, 1, 0, PLAIN, b"s1"), (1, 1, 0, NOW, None)])
    assert frame["sql"][0] == PLAIN
    assert frame["params"].to_list() == [[b"x"]] * 2
    assert frame["types"].to_list() == [None] * 2


def test_notes_count_what_uses_the_clock_of_the_target() -> None:
    """Named statements and expressions that cannot be replaced have a note each."""
    assert len(clock_notes(ClockFacts(statements=3, replaced=3))) == 1
    notes = clock_notes(ClockFacts(statements=10, replaced=3, named=5, other=2))
    assert [note.split(" ", 1)[0] for note in notes] == ["8", "5", "2"]

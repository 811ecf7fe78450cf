"""Production's ids as settings before statements, and the messages that set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.replay.prepare.pins import PINS, settings_of, with_pins
from pgrehearse.replay.session.script import NAMED, PARSE, PIN, SIMPLE, UNNAMED, Script
from pgrehearse.replay.session.script import PINS as SETS_IDS
from pgrehearse.targets.pinning import DrawnRange, beyond
from pgrehearse.workload.sql.renamed_calls import rename_calls
from tests.unit.test_replay_decisions import rows

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.replay.prepare.spool import Rows

SETTINGS: list[bytes] = [b"pgrehearse.ids_9", b"101"]


def of(ids: list[int | None]) -> bytes:
    """Return the queue of one statement."""
    frame = pl.DataFrame(
        {"session": [1], "seq": [2], "oid": [9], "ids": [ids]},
        schema={"session": pl.Int32, "seq": pl.Int32, "oid": pl.Int64, "ids": pl.List(pl.Int64)},
    )
    (settings,) = settings_of(frame)["pins"].to_list()
    assert settings[0] == b"pgrehearse.ids_9"
    return bytes(settings[1])


@pytest.mark.parametrize(
    ("ids", "queue"),
    [
        ([101], b"101"),
        ([101, 102], b"101:102"),
        ([101, 103, 104, 105, 7], b"101,103:105,7"),
        ([5, 4, 3], b"5,4,3"),
        ([-3, -2], b"-3:-2"),
        ([None, 8, None], b"*,8,*"),
    ],
)
def test_consecutive_ids_are_one_item_of_a_queue(ids: list[int | None], queue: bytes) -> None:
    assert of(ids) == queue


def test_a_statement_has_a_queue_for_each_sequence() -> None:
    """Also the next statement begins a queue of its own, although its id is consecutive."""
    frame = pl.DataFrame(
        {"session": [1, 1, 1], "seq": [4, 4, 5], "oid": [9, 11, 9], "ids": [[1, 2], [70], [3]]},
        schema={"session": pl.Int32, "seq": pl.Int32, "oid": pl.Int64, "ids": pl.List(pl.Int64)},
    )
    assert settings_of(frame).rows() == [
        (1, 4, [b"pgrehearse.ids_9", b"1:2", b"pgrehearse.ids_11", b"70"]),
        (1, 5, [b"pgrehearse.ids_9", b"3"]),
    ]


def spooled(tmp_path: Path, *, shared: bool = False) -> list[tuple[list[bytes] | None, int | None]]:
    """Return the settings and the pipeline of five events with ids: joined, alone, skipped, alone in a transaction, in a pipeline."""
    path = tmp_path / "pins.parquet"
    pl.DataFrame({"session": [1] * 5, "seq": range(5), "pins": [SETTINGS] * 5}, schema=PINS).write_parquet(path)
    frame = pl.DataFrame(
        {
            "session": [1] * 6,
            "seq": range(6),
            "skip": [0, 0, 3, 0, 0, 0],
            "transaction": [0, 1, 2, 3, 4, 3],
            "pipeline": [None, None, None, None, 4, None],
            "joins": [True, False, True, False, True, True],
        },
        schema={
            "session": pl.Int32,
            "seq": pl.Int32,
            "skip": pl.UInt8,
            "transaction": pl.Int32,
            "pipeline": pl.Int32,
            "joins": pl.Boolean,
        },
    )
    spool = with_pins(frame, path, shared=shared)
    return list(zip(spool["pins"].to_list(), spool["pipeline"].to_list(), strict=True))


def test_settings_are_sent_with_the_statement_where_the_protocol_allows_it(tmp_path: Path) -> None:
    """A statement that is sent with its settings is a pipeline of its own; one that is skipped has no settings."""
    assert spooled(tmp_path) == [
        (SETTINGS, -1),
        (SETTINGS, None),
        (None, None),
        (SETTINGS, None),
        (SETTINGS, 4),
        (None, None),
    ]


def test_a_pooler_would_keep_settings_for_another_client(tmp_path: Path) -> None:
    """They are sent inside a transaction, or with the statement that is one."""
    assert [settings is not None for settings, _ in spooled(tmp_path, shared=True)] == [
        True,
        False,
        False,
        True,
        True,
        False,
    ]


def script_of(table: Rows) -> Script:
    script = Script(lambda _low, _high: table, 0, len(table.seq))
    script.current()
    return script


def test_ids_are_set_before_a_simple_query() -> None:
    """The message before it is not the row's result, whether it succeeds or not."""
    table = rows(("query", b"insert into t default values", None))
    table.pins[0] = SETTINGS
    script = script_of(table)
    first = script.command_at(0)
    assert (first.op, first.params) == (PIN, SETTINGS)
    assert first.sql == b"select /* pgrehearse ids */ pg_catalog.set_config($1, $2, false)"
    assert script.completed(first, ok=False) is False
    assert script.command_at(0).op == SIMPLE


def test_ids_are_set_in_the_pipeline_of_their_statement() -> None:
    table = rows(("execute", b"insert into t values ($1)", b""), pipeline=[-1])
    table.pins[0] = SETTINGS
    script = script_of(table)
    assert [(row, command.op) for row, command in script.messages(pinned=True)] == [(SETS_IDS, PIN), (0, UNNAMED)]
    assert [(row, command.op) for row, command in script.messages(pinned=False)] == [(0, UNNAMED)]


def test_a_named_statement_is_prepared_before_its_pipeline() -> None:
    table = rows(("execute", b"insert into t values ($1)", b"s"), pipeline=[-1])
    table.pins[0] = SETTINGS
    script = script_of(table)
    ((row, prepares),) = script.messages(pinned=True)
    assert (row, prepares.op) == (0, PARSE)
    assert script.completed(prepares, ok=True) is False
    assert [command.op for _, command in script.messages(pinned=True)] == [PIN, NAMED]


@pytest.mark.parametrize(
    ("drawn", "position", "increment", "limits", "expected"),
    [
        (DrawnRange("s", 5, 900), 40, 1, (1, 2**63 - 1), (1_000_000_900, 2_000_000_900)),
        (DrawnRange("s", 5, 900), 4000, 1, (1, 2**63 - 1), (1_000_004_000, 2_000_004_000)),
        (DrawnRange("s", 5, 900), 40, 1, (1, 1000), (950, 1000)),
        (DrawnRange("s", 51, 901), 1, 50, (1, 2001), (1451, 2001)),
        (DrawnRange("s", -900, -5), -3, -1, (-1000, -1), (-950, -1000)),
        (DrawnRange("s", 5, 1000), 40, 1, (1, 1000), None),
    ],
)
def test_sequences_are_moved_beyond_productions_ids(
    drawn: DrawnRange, position: int, increment: int, limits: tuple[int, int], expected: tuple[int, int] | None
) -> None:
    assert beyond(drawn, position, increment, limits) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("nextval('public.a'::regclass)", "d('public.a'::regclass)"),
        ("pg_catalog.nextval('a'::regclass)", "d('a'::regclass)"),
        ("('ORD-'::text || nextval('a'::regclass))", "('ORD-'::text || d('a'::regclass))"),
        ("nextval('a'::regclass) + nextval('b'::regclass)", "d('a'::regclass) + d('b'::regclass)"),
        ("'é nextval(' || nextval('a'::regclass)", "'é nextval(' || d('a'::regclass)"),
        ("app.nextval('a')", "app.nextval('a')"),
        ("nextval(", None),
        ("1; select 2", None),
    ],
)
def test_calls_are_renamed_by_the_parse_tree(expression: str, expected: str | None) -> None:
    assert rename_calls(expression, {("", "nextval"), ("pg_catalog", "nextval")}, "d") == expected


def test_a_long_queue_of_ids_is_in_several_settings() -> None:
    """The first one continues with the second one."""
    frame = pl.DataFrame(
        {"session": [1], "seq": [2], "oid": [9], "ids": [list(range(0, 300, 2))]},
        schema={"session": pl.Int32, "seq": pl.Int32, "oid": pl.Int64, "ids": pl.List(pl.Int64)},
    )
    (settings,) = settings_of(frame)["pins"].to_list()
    assert settings[::2] == [b"pgrehearse.ids_9", b"pgrehearse.ids_9_1"]
    assert settings[1].endswith(b",198,>1")
    assert settings[3].startswith(b"200,202,")

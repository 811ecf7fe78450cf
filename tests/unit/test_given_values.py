"""Production's values of generated columns as settings before statements, and how many are sent."""

from __future__ import annotations

import polars as pl
import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.replay.prepare.given_values import VALUES, value_settings
from pgrehearse.runs.id_methods import id_methods
from pgrehearse.runs.run_facts import ColumnValues, IdFacts
from pgrehearse.scenarios.preparing.production_values import value_notes, with_own_values


def settings(*values: tuple[int, str, str | None]) -> list[tuple[int, list[bytes]]]:
    """Return the settings of each statement of one session. *values*: seq, setting, value."""
    rows = [(1, seq, "", setting, value) for seq, setting, value in values]
    found = value_settings(pl.DataFrame(rows, schema=VALUES, orient="row"))
    return list(found.select("seq", "pins").iter_rows())


def test_a_statement_has_a_queue_for_each_column() -> None:
    assert settings((4, "x.a", "1"), (4, "x.b", "2"), (4, "x.a", "3"), (5, "x.a", "4")) == [
        (4, [b"x.a", b"1,3", b"x.b", b"2"]),
        (5, [b"x.a", b"4"]),
    ]


@pytest.mark.parametrize(
    ("value", "item"),
    [
        (None, b"*"),
        ("", b"%00"),
        ("a,b", b"a%2cb"),
        ("*", b"%2a"),
        (">1", b"%3e1"),
        ("%2c", b"%252c"),
        ("ü", "ü".encode()),
    ],
)
def test_what_separates_values_is_escaped(value: str | None, item: bytes) -> None:
    assert settings((1, "x.a", value)) == [(1, [b"x.a", item])]


def test_a_long_queue_is_divided_into_several_settings() -> None:
    """The first one continues with the second one, so that none is long."""
    ((_, pins),) = settings(*((1, "x.a", str(number)) for number in range(250)))
    assert pins[::2] == [b"x.a", b"x.a_1", b"x.a_2"]
    assert [part.split(b",")[-1] for part in pins[1::2]] == [b">1", b">2", b"249"]
    ((_, many),) = settings(*((1, "x.a", "v") for _ in range(80_000)))
    assert len(many) // 2 < 450


def test_values_are_counted_by_column_and_server() -> None:
    """Two servers have a database of the same name."""
    places = [Endpoint(host="127.0.0.1", port=port, database="shop") for port in (5432, 5433)]
    columns = [ColumnValues("shop", "public.orders.key", known) for known in (12, 3)]
    counted = with_own_values(columns, places, {places[0]: {"public.orders.key": 2}})
    assert [one.own for one in counted] == [2, 0]
    known, own = value_notes(counted)
    assert known.endswith("public.orders.key 12, public.orders.key 3")
    assert own.endswith("public.orders.key 2")
    assert id_methods(IdFacts(values=counted)) == "15 values of other generated columns decoded"
    assert value_notes([ColumnValues("shop", "public.orders.key")]) == []

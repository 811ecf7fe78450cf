"""Which columns of decoded rows hold the ids that triggers draw."""

from __future__ import annotations

from collections.abc import Sequence as Values

import polars as pl
import pytest

from pgrehearse.capture.decode.join import Joined
from pgrehearse.capture.decode.trigger_columns import COLUMNS, LEAST_ROWS, code_columns, trigger_columns
from pgrehearse.workload.catalog.model import Catalog, ServerCatalog
from pgrehearse.workload.generated.facts import CodeColumn, DatabaseIds, Sequence
from pgrehearse.workload.schema import PINS

NUMBERS = "public.audit_numbers"
SEQUENCES = [Sequence("shop", NUMBERS, [], 1, 1, 1, cycles=False, last=None, called=False)]
AUDIT_ID = ("shop", "public", "audit", "id", NUMBERS)
NONE = pl.DataFrame(schema=COLUMNS)


def found(
    orders: Values[int], drawn: Values[int], by_code: pl.DataFrame, columns: Values[str] = ("id", "order_id")
) -> list[tuple[str, ...]]:
    """Return the columns of traffic in which statement n inserts order ``orders[n]``, and its trigger a row of ``audit`` with ``drawn[n]``."""
    rows: list[tuple[object, ...]] = []
    joined: list[tuple[int, int, int, bool]] = []
    for seq, (order, number) in enumerate(zip(orders, drawn, strict=True)):
        audit = {"id": number, "order_id": order}
        for relation, values in (("orders", {"id": order}), ("audit", {name: audit[name] for name in columns})):
            place = len(rows)
            cells = [str(value).encode() for value in values.values()]
            rows.append((place, "shop", "public", relation, "insert", list(values), cells))
            joined.append((place, 1, seq, relation == "orders"))
    pins = [(1, seq, NUMBERS, [number], ["order"]) for seq, number in enumerate(drawn)]
    names = ["place", "database", "schema", "relation", "action", "columns", "values"]
    changes = pl.DataFrame(rows, schema=names, orient="row").lazy()
    places = pl.DataFrame(joined, schema=["place", "session", "seq", "own"], orient="row")
    deduced = pl.DataFrame(pins, schema=PINS, orient="row")
    facts = Joined(places, pl.DataFrame(), 0, 0, 0)
    return trigger_columns(changes, facts, deduced, SEQUENCES, by_code).rows()


@pytest.fixture
def by_code() -> pl.DataFrame:
    """The column that the trigger's code gives nextval of the sequence."""
    return pl.DataFrame([AUDIT_ID], schema=COLUMNS, orient="row")


def test_a_column_holds_the_ids(by_code: pl.DataFrame) -> None:
    """Two orders whose triggers drew in the other order show that the column is no copy; the code is not needed."""
    orders, drawn = range(1, 13), [2, 1, *range(3, 13)]
    assert found(orders, drawn, NONE) == found(orders, drawn, by_code) == [AUDIT_ID]


def test_both_sequences_have_the_same_values(by_code: pl.DataFrame) -> None:
    """Each order draws one number: only the code shows which of two equal columns is the copy."""
    numbers = range(1, 13)
    assert found(numbers, numbers, NONE) == []
    assert found(numbers, numbers, by_code) == [AUDIT_ID]


def test_a_copy_is_no_id(by_code: pl.DataFrame) -> None:
    """The trigger stores the order's id, and not the number that it draws."""
    numbers = range(1, 13)
    assert found(numbers, numbers, by_code, ["order_id"]) == []


def test_code_alone_is_not_enough(by_code: pl.DataFrame) -> None:
    """There are few rows."""
    numbers = range(1, LEAST_ROWS)
    assert found(numbers, numbers, by_code) == []


@pytest.mark.parametrize(("name", "place", "column"), [("id", 7, ["id"]), ("", 1, ["id"]), ("", 2, [])])
def test_columns_of_the_code(name: str, place: int, column: list[str]) -> None:
    """Where the INSERT names no columns the place is one of the catalog's columns."""
    filled = CodeColumn("public.audit", name, place, NUMBERS)
    catalog = Catalog(
        frozenset({"public.audit"}),
        (),
        ids=DatabaseIds(filled=(filled,)),
        columns={"public.audit": ("order_id", "id")},
    )
    assert code_columns(ServerCatalog("production", {"shop": catalog}))["column"].to_list() == column
    assert code_columns(None).is_empty()

"""Which columns of decoded rows have values of their defaults."""

from __future__ import annotations

import polars as pl
import pytest

from pgrehearse.capture.decode.by_default import by_default
from tests.unit.test_decode_join import Log

COLUMNS = ["id", "name", "key"]


def found(text: str, *, rows: int = 1, own: bool = True, relation: str = "t") -> list[set[str] | None]:
    """Return the columns with values of their defaults of each row of one statement."""
    log = Log()
    log.ran(1, 0, 1, text)
    placed = {
        "place": list(range(rows)),
        "session": [1] * rows,
        "seq": [0] * rows,
        "own": [own] * rows,
        "relation": [relation] * rows,
        "action": ["insert"] * rows,
        "columns": [COLUMNS] * rows,
    }
    schema = {"session": pl.Int32, "seq": pl.Int32}
    columns = by_default(pl.LazyFrame(placed, schema_overrides=schema), log.written()).collect()["by_default"]
    return [None if one is None else set(one) for one in columns]


@pytest.mark.parametrize(
    ("text", "rows", "columns"),
    [
        ("insert into t (name) values ('a')", 1, {"id", "key"}),
        ("insert into t (id, name) values (default, 'a')", 1, {"id", "key"}),
        ("insert into t (name, key) select 'a', 'b' from u", 3, {"id"}),
        ("insert into t default values", 1, {"id", "name", "key"}),
        ("insert into t values (1, 'a', 'b')", 1, set()),
        ("copy t (id) from stdin", 2, {"name", "key"}),
        ("insert into t (name) values ('a'), ('b') on conflict do nothing", 2, {"id", "key"}),
        ("insert into t (name) values ('a'), ('b') on conflict do nothing", 1, set()),
        ("insert into t (name) select 'a' from u on conflict do nothing", 1, set()),
    ],
)
def test_columns_that_a_statement_does_not_give(text: str, rows: int, columns: set[str]) -> None:
    """Where ON CONFLICT left out rows, it is not known which evaluation of a default made which value."""
    assert found(text, rows=rows) == [columns] * rows


def test_a_row_of_a_trigger_may_have_any_value_of_a_default() -> None:
    assert found("insert into t (name) values ('a')", own=False, relation="logged") == [set(COLUMNS)]

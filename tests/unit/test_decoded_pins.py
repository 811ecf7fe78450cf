"""Decoded ids replace deduced ones; no two draws get one id."""

from __future__ import annotations

import polars as pl

from pgrehearse.capture.decode.pins import with_decoded
from pgrehearse.workload.schema import PINS

SESSIONS = pl.DataFrame(
    {"session": [1, 2, 3], "database": ["shop", "shop", "other"]}, schema_overrides={"session": pl.Int32}
)


def pins(*rows: tuple[int, int, list[int | None], str]) -> pl.DataFrame:
    """Return pins: session, seq, ids, how."""
    filled = [(session, seq, "public.s", ids, [how] * len(ids)) for session, seq, ids, how in rows]
    return pl.DataFrame(filled, schema=PINS, orient="row")


def test_a_deduced_id_that_another_row_has_is_not_known() -> None:
    """The draw of a transaction that was rolled back was given an id of a committed row; a sequence of another database is another one."""
    deduced = pins((1, 4, [7, 8], "guessed"), (2, 1, [9], "order"), (3, 1, [8], "order"))
    found = with_decoded(deduced, pins((2, 1, [8], "decoded")).drop("how"), SESSIONS)
    assert found.rows() == [
        (1, 4, "public.s", [7, None], ["guessed", "unknown"]),
        (2, 1, "public.s", [8], ["decoded"]),
        (3, 1, "public.s", [8], ["order"]),
    ]


def test_deduced_ids_stay_where_a_statement_drew_more_than_it_inserted() -> None:
    """ON CONFLICT: the decoded id is among the deduced ones."""
    deduced = pins((1, 4, [7, 8, 9], "order"))
    found = with_decoded(deduced, pins((1, 4, [8], "decoded")).drop("how"), SESSIONS)
    assert found["ids"].to_list() == [[7, 8, 9]]

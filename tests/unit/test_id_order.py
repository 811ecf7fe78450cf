"""Which statements wait for the transaction of another session that draws an id which they use."""

from __future__ import annotations

import polars as pl

from pgrehearse.replay.prepare.id_order import _needed

INT = pl.Int32
RAN = {
    "session": INT,
    "seq": INT,
    "transaction": INT,
    "rank": pl.Int64,
    "end": pl.Int64,
    "head": INT,
    "first": INT,
    "begun": pl.Int64,
}
DRAWN = {
    "database": pl.String,
    "sequence": pl.String,
    "id": pl.Int64,
    "drawer": INT,
    "drawn_in": INT,
    "rank": pl.Int64,
}
# Session 1 draws 7 in its transaction 0, whose COMMIT is record 20; session 3 draws the same id of another database.
DRAWS = pl.DataFrame([("shop", "s", 7, 1, 0, 20), ("other", "s", 7, 3, 0, 10)], schema=DRAWN, orient="row")


def needed(
    statements: list[tuple[int, int, int, int, int]],
    *used: tuple[int, int],
    pooled: bool = False,
    first: tuple[int, int] = (0, 0),
) -> list[tuple[int, int, int, int]]:
    """Return what waits: session, seq, and the session and the transaction that it waits for.

    *statements*: session, seq, transaction, last record, seq of the event with which it is sent. *used*: those that use the id 7. *first*: seq
    and record of the first statement of their transactions.
    """
    ran = pl.DataFrame([(*row[:3], None, *row[3:], *first) for row in statements], schema=RAN, orient="row")
    uses = pl.DataFrame(
        [(*place, "shop", "s", 7) for place in used],
        schema={"session": INT, "seq": INT, "database": pl.String, "sequence": pl.String, "id": pl.Int64},
        orient="row",
    )
    return sorted(_needed(ran, DRAWS, uses, pooled=pooled).rows())


def test_a_statement_waits_for_the_transaction_of_its_id() -> None:
    """Once in its session; not for a transaction of its own session, and not for another database's."""
    statements = [(2, 4, 3, 30, 4), (2, 5, 3, 31, 5), (1, 9, 2, 40, 9)]
    assert needed(statements, (2, 4), (2, 5), (1, 9)) == [(2, 4, 1, 0)]


def test_a_statement_waits_only_for_what_committed_before_its_end() -> None:
    """The id of a statement that ended before the COMMIT is another row's, or is not right: a wait could be a cycle."""
    assert needed([(2, 4, 3, 19, 4)], (2, 4)) == []


def test_the_head_of_a_pipeline_waits() -> None:
    assert needed([(2, 5, 3, 30, 4)], (2, 5)) == [(2, 4, 1, 0)]


def test_a_transaction_waits_before_it_begins() -> None:
    """If the other one had committed by then: it holds no lock while it waits."""
    assert needed([(2, 5, 3, 30, 5)], (2, 5), first=(3, 25)) == [(2, 3, 1, 0)]
    assert needed([(2, 5, 3, 30, 5)], (2, 5), first=(3, 15)) == [(2, 5, 1, 0)]


def test_with_shared_connections_each_transaction_waits() -> None:
    """Two transactions of one session can run on two connections."""
    statements = [(2, 4, 3, 30, 4), (2, 8, 4, 41, 8)]
    assert needed(statements, (2, 4), (2, 8), pooled=True) == [(2, 4, 1, 0), (2, 8, 1, 0)]

"""Generated outcomes: which errors count as new, which follow from drifted ids; and labels of statements are unique."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pgrehearse.compare.statement_labels import flat, labels, short
from pgrehearse.runs.reasons import CANCELED, LOST, UNREACHABLE
from tests.unit.test_fitness_reasons import causes_of, error, statement

DRIFTS = {"23503", "23505"}
STATES = st.sampled_from(["23503", "23505", "42P01", "25P02", "57P01", "40001", "22012"])


@st.composite
def outcomes(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Some sessions, each with a few transactions, whose statements succeeded, failed, were skipped, or failed in production."""
    rows = []
    for session in range(draw(st.integers(1, 3))):
        seq = 0
        for transaction in range(draw(st.integers(0, 4))):
            for _ in range(draw(st.integers(1, 4))):
                more: dict[str, Any] = {"transaction": transaction}
                if draw(st.booleans()):
                    more |= {"ended": "error", "captured_sqlstate": draw(STATES)}
                what = draw(st.sampled_from(["ok", "failed", "skipped", "excused"]))
                if what == "ok":
                    rows.append(statement(session, seq, **more))
                elif what == "skipped":
                    rows.append(
                        statement(session, seq, status="skipped", reason="its parameters are not in the log", **more)
                    )
                else:
                    reason = draw(st.sampled_from([CANCELED, LOST, UNREACHABLE])) if what == "excused" else None
                    rows.append(error(session, seq, draw(STATES), shape=7, reason=reason, **more))
                seq += 1
    return rows


def against(row: dict[str, Any]) -> bool:
    """The counting rule of docs/gates.md, row by row."""
    same_errors = (
        row["ended"] != "ok" and row.get("captured_sqlstate") == row["sqlstate"] if row["status"] == "failed" else True
    )
    return not same_errors and row.get("reason") is None and row["sqlstate"] != "57P01"


@given(outcomes())
def test_the_counting_rule(rows: list[dict[str, Any]]) -> None:
    """As in docs/gates.md: a transaction belongs to its first error, and errors of an aborted transaction to the error that aborted it."""
    result = causes_of(rows)
    due = {(row["session"], row["transaction"]) for row in rows if row["status"] != "skipped"}
    assert result.of == len(due)
    first_error: dict[tuple[int, int], str] = {}
    first: dict[tuple[int, int], str] = {}
    statements: dict[str, int] = defaultdict(int)
    drifted = 0
    for row in rows:
        if not against(row):
            continue
        key = (row["session"], row["transaction"])
        if row["sqlstate"] != "25P02":
            first_error[key] = row["sqlstate"]
        cause = first_error.get(key, row["sqlstate"])
        statements[cause] += 1
        drifted += cause in DRIFTS
        first.setdefault(key, cause)
    assert {new_error.sqlstate: new_error.statements for new_error in result.causes} == dict(statements)
    assert result.drifted_new + result.drifted_different == drifted
    in_production_only = sum(row["status"] == "ok" and row.get("captured_sqlstate") == "40001" for row in rows)
    in_replay_only = sum(cause == "40001" for cause in first.values())
    assert result.transactions == len(first) - min(in_production_only, in_replay_only)
    assert sum(new_error.transactions for new_error in result.causes) == result.transactions


@given(outcomes())
def test_an_error_that_production_had_too_never_counts(rows: list[dict[str, Any]]) -> None:
    """In any number."""
    same_errors = [
        {**row, "ended": "error", "captured_sqlstate": row["sqlstate"]} if row["status"] == "failed" else row
        for row in rows
    ]
    result = causes_of(same_errors)
    assert (result.transactions, result.causes, result.drifted_new) == (0, (), 0)


WORDS = st.lists(st.sampled_from(["id", "status", "owner_id", "created_at"]), min_size=1, max_size=30).map(", ".join)
TEXTS = st.one_of(
    st.builds("select {} from {} where {} = ? order by id limit ?".format, WORDS, WORDS, WORDS),
    st.builds("update {} set a = ? where b in ({})".format, WORDS, WORDS),
    st.text(max_size=200),
)


@given(st.lists(TEXTS, max_size=12), st.integers(24, 120))
def test_labels_fit_and_are_unique(texts: list[str], most: int) -> None:
    """No two are equal, even if their statements are; none is longer than the limit."""
    keys = {f"{number:08x}": text for number, text in enumerate(texts)}
    result = labels(keys, most)
    assert len(set(result.values())) == len(keys)
    assert all(len(label) <= most for label in result.values())
    assert all(
        result[key] == flat(text)
        for key, text in keys.items()
        if len(flat(text)) <= most and texts.count(text) == 1 and list(map(flat, texts)).count(flat(text)) == 1
    )


def test_statements_with_equal_columns_have_labels_that_show_the_condition() -> None:
    """Statements of an ORM: equal columns, different conditions."""
    orm = "SELECT orders.id, orders.customer_id, orders.status, orders.created_at FROM orders WHERE orders.{} = ? ORDER BY orders.id LIMIT ?"
    result = labels({word: orm.format(word) for word in ("status", "customer_id")}, 60)
    assert all(f"orders.{word} = ?" in label for word, label in result.items())
    assert short(orm.format("status"), 60).startswith("select … FROM orders WHERE orders.status = ?")
    assert (
        short("select (select max(id) from a), extract(day from b) from c where d = ?", 40)
        == "select … from c where d = ?"
    )


LIST = ", ".join(f"orders.column_{number}" for number in range(60))
PAIRS = {
    "long lists": f"select {LIST} from orders where {{}} = ? order by id limit ?",
    "joins": f"select {LIST} from orders join customers on customers.id = orders.customer_id left join items on items.order_id = orders.id where {{}} = ?",
    "common table expressions": f"with recent as (select {LIST} from orders where created_at > ?) select {LIST} from recent where {{}} = ?",
    "subqueries": f"select {LIST} from (select {LIST} from orders where created_at > ?) part where {{}} = ?",
    "updates": "update orders set " + ", ".join(f"column_{n} = ?" for n in range(40)) + " where {} = ?",
    "deletes": "delete from orders using customers where customers.id = orders.customer_id and {} = ?",
}


@pytest.mark.parametrize("form", PAIRS)
@pytest.mark.parametrize("most", [40, 60, 90, 110])
def test_equal_statements_with_another_where_have_labels_that_show_it(form: str, most: int) -> None:
    """In tables (60 to 110 characters) and in plots (40)."""
    words = ("status", "owner")
    result = labels({word: PAIRS[form].format(word) for word in words}, most)
    assert all(f"{word} = ?" in label for word, label in result.items())
    assert all(len(label) <= most for label in result.values())


def test_a_label_shows_the_outer_where() -> None:
    """Not the condition of a subquery."""
    sql = "select id, (select max(x) from a where b = ?) from orders where owner = ? and status = ? and created_at > ?"
    assert short(sql, 60) == "select … from orders where owner = ? and status = ? and cre…"

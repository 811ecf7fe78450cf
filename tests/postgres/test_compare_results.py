"""Planted faults that no figure of speed shows are found by the query's name; a server against itself shows none.

Production, the control and the candidate are databases of one server with the same contents. The fault is planted in the
candidate's before its replay.
"""

from __future__ import annotations

import html
import io
import json
import threading
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.compare.comparison import Verdict
from pgrehearse.compare.gates.evaluate import Outcome, evaluate
from pgrehearse.compare.gates.syntax import parse_gate
from pgrehearse.compare.result_values import NOT_DETERMINISTIC
from pgrehearse.compare.state_findings import end_states
from pgrehearse.report.html import render
from pgrehearse.report.json_document import document
from pgrehearse.scenarios.replaying.database_state import EndState
from pgrehearse.targets.state.options import StateOptions
from tests.conftest import LogMark, connect
from tests.postgres.sides import SIDES, Sides

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.compare.comparison import Comparison
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

SCHEMA = """
create table people (id int primary key, name text collate "C" not null);
insert into people select n, (array['anna', 'Berta', 'carl', 'Dora', 'emil', 'Fritz'])[1 + n % 6] || n from generate_series(1, 60) n;
create table orders (id int primary key, person int not null, total numeric not null);
insert into orders select n, 1 + n % 60, n * 1.5 from generate_series(1, 300) n;
create function tax(amount numeric) returns numeric language sql immutable as 'select round(amount * 0.19, 2)';
"""
BY_NAME = "select name from people where id <= $1 order by name"
TAX = "select id, tax(total) from orders where person = $1 order by id"
ORDERS = "select id, total from orders where person = $1 order by id"
COUNT = "select count(*) from people where id <= $1"


@pytest.fixture
def sides(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sides]:
    """Databases on the server that a test is parametrized with; they are dropped afterwards."""
    cluster: Cluster = request.getfixturevalue(request.param)
    made = Sides(cluster, f"results_{request.param}", tmp_path)
    yield made
    made.drop()


on = pytest.mark.parametrize("sides", ["pg16", "pg18"], indirect=True)


def read(sides: Sides) -> Workload:
    """Twenty executions of each query, by an application that only reads."""
    start = LogMark.now(sides.cluster)
    with connect(sides.cluster, sides.name) as connection:
        for number in range(1, 21):
            for sql in (BY_NAME, TAX, ORDERS, COUNT):
                connection.execute(sql.replace("$1", "%s"), [number])
    return start.capture(sides.folder, "reads")


def planted(sides: Sides, fault: str) -> Comparison:
    """Replay reads to the control, and to the candidate with a fault."""
    sides.create(SCHEMA)
    workload = read(sides)
    sides.execute(sides.database("candidate"), fault)
    for side in ("control", "candidate"):
        sides.replay(workload, side, writes=False, end_state=EndState(StateOptions()))
    # The faults have no effect on durations, which on a busy machine differ by several times.
    return sides.compared(tolerance=100)


def reported(comparison: Comparison, sql: str) -> dict[str, Any]:
    """Return what the JSON document has of a query whose rows differ. The HTML report names it too, and the verdict has the number."""
    page = io.StringIO()
    render(comparison, page, values=False)
    assert html.escape(sql) in page.getvalue()
    (candidate,) = json.loads(json.dumps(document(comparison)))["candidates"]
    (entry,) = (query for query in candidate["results"]["queries"] if query["sql"] == sql)
    assert any("return other rows than on control" in reason for reason in comparison.reasons) == (
        entry["different"] > 0
    )
    return {name: entry[name] for name in ("different", "reordered", "resized", "reason")}


def found(comparison: Comparison) -> dict[str, tuple[int, int]]:
    """Return the pairs that count, different and reordered, by the text of the query."""
    (result,) = comparison.candidates
    assert result.results.same + result.results.different + result.results.reordered == 80
    return {row.sql: (row.different, row.reordered) for row in result.results.counted()}


@on
def test_an_equal_server_returns_the_same_rows(sides: Sides) -> None:
    """Every pair is the same, and the gates pass."""
    comparison = planted(sides, "select 1")
    assert found(comparison) == {}
    gates = [parse_gate("results.different == 0"), parse_gate("results.reordered == 0")]
    assert [gate.outcome for gate in evaluate(gates, comparison)] == [Outcome.PASSED] * 2


@on
def test_a_function_that_computes_another_value_is_found(sides: Sides) -> None:
    """Values are rounded in another way: the number and the order of the rows are the same."""
    comparison = planted(
        sides,
        "create or replace function tax(amount numeric) returns numeric language sql immutable as 'select round(amount * 0.19, 1)'",
    )
    assert list(found(comparison)) == [TAX.replace("$1", "$?")]
    about = next(one for one in comparison.findings if "returns other rows" in one.what)
    assert "tax(total)" in about.what
    assert "the number of rows" not in about.how_much
    assert reported(comparison, TAX.replace("$1", "$?")) == {
        "different": 20,
        "reordered": 0,
        "resized": 0,
        "reason": "",
    }
    assert comparison.verdict == Verdict.INCONCLUSIVE
    (gate,) = evaluate([parse_gate("results.different == 0")], comparison)
    assert gate.outcome == Outcome.FAILED


@on
def test_a_lost_row_is_found(sides: Sides) -> None:
    """One row of 300: the two queries that read it, in the one execution that reads it."""
    comparison = planted(sides, "delete from orders where id = 67")
    assert found(comparison) == {sql.replace("$1", "$?"): (1, 0) for sql in (TAX, ORDERS)}
    about = [one for one in comparison.findings if "returns other rows" in one.what]
    assert all(
        "1 of 20 executions return different rows; in 1 of them the number of rows differs" in one.how_much
        for one in about
    )


@on
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("delete from orders where id = 67", "public.orders: 1 row only on control (columns id, person, total)"),
        (
            "insert into orders values (1000, 8, 5)",
            "public.orders: 1 row only on candidate (columns id, person, total)",
        ),
    ],
    ids=["lost", "added"],
)
def test_a_row_more_or_less_is_found_by_query_and_by_table(sides: Sides, fault: str, words: str) -> None:
    """By the two queries that read it, in the report and in JSON, and by its table in the end state."""
    comparison = planted(sides, fault)
    for sql in (TAX, ORDERS):
        assert reported(comparison, sql.replace("$1", "$?")) == {
            "different": 1,
            "reordered": 0,
            "resized": 1,
            "reason": "",
        }
    (result,) = comparison.candidates
    assert [one.how_much for one in end_states(result)] == [words]
    assert any("differ in 1 row of 1 table, first: public.orders" in reason for reason in comparison.reasons)


@pytest.mark.parametrize("sides", ["pg15"], indirect=True)
def test_another_collation_is_found(sides: Sides) -> None:
    """ICU's order of capital and small letters instead of C's: the same rows in another order, and the ORDER BY is named as the cause."""
    comparison = planted(sides, 'alter table people alter name type text collate "en-US-x-icu"')
    ((sql, (different, reordered)),) = found(comparison).items()
    assert (sql, different) == (BY_NAME.replace("$1", "$?"), 0)
    assert reordered >= 15
    assert reported(comparison, sql)["reordered"] == reordered
    about = next(one for one in comparison.findings if "in another order" in one.what)
    assert about.why.endswith("the targets differ in the collation of public.people.name")
    (gate,) = evaluate([parse_gate("results.reordered == 0")], comparison)
    assert gate.outcome == Outcome.FAILED


WRITTEN = """
create table events (id serial primary key, person int not null, at timestamptz not null default clock_timestamp(), note text);
insert into events (person, note) select n % 20, 'old' from generate_series(1, 100) n;
create table balances (person int primary key, amount int not null);
insert into balances select n, 0 from generate_series(0, 19) n;
create table prices (id int primary key, price numeric);
insert into prices select n, n * 0.99 from generate_series(1, 50) n;
"""


def busy(sides: Sides, clients: int, transactions: int) -> Workload:
    """Clients that write at the same time: ids of a sequence, times by default, counters that they share, and constants."""
    start = LogMark.now(sides.cluster)

    def client(number: int) -> None:
        with connect(sides.cluster, sides.name) as connection:
            for turn in range(transactions):
                person = (number * 7 + turn) % 20
                with connection.transaction():
                    connection.execute("insert into events (person, note) values (%s, 'new') returning id", [person])
                    connection.execute("update balances set amount = amount + 1 where person = %s", [person])
                connection.execute("select id, at, note from events where person = %s order by id", [person])
                connection.execute("select amount from balances where person = %s", [person])
                connection.execute("select price from prices where id = %s", [turn % 50 + 1])
                connection.execute("select id from prices where price > %s order by id", [turn])

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return start.capture(sides.folder, "busy")


@on
def test_a_server_against_itself_has_no_different_rows(sides: Sides) -> None:
    """Sessions that race draw other ids, and read other rows at other times: with a second control nothing of that counts."""
    sides.create(WRITTEN)
    workload = busy(sides, clients=6, transactions=25)
    for side in SIDES:
        sides.replay(workload, side)
    (result,) = sides.compared(control=True).candidates
    results = result.results
    assert (results.different, results.reordered, results.not_hashed) == (0, 0, 0)
    assert results.not_comparable > 0
    assert results.same >= 6 * 25 * 2  # the reads of constants
    reasons = {row.sql.split(" from ")[-1].split(" ")[0]: row.reason for row in results.queries}
    assert reasons["events"] == NOT_DETERMINISTIC


@on
def test_a_fault_is_found_among_writes(sides: Sides) -> None:
    """One price is another: the queries of the constants are named, those of tables that are written are not."""
    sides.create(WRITTEN)
    workload = busy(sides, clients=6, transactions=10)
    sides.execute(sides.database("candidate"), "update prices set price = price + 5 where id = 3")
    for side in SIDES:
        sides.replay(workload, side)
    (result,) = sides.compared(control=True).candidates
    assert sorted(row.sql for row in result.results.counted()) == [
        "select id from prices where price > $? order by id",
        "select price from prices where id = $?",
    ]
    (row,) = (row for row in result.results.counted() if "where id" in row.sql)
    assert (row.pairs, row.different, row.again) == (60, 6, 0)

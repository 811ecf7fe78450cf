"""Rows of statements that generate ids or read the clock are compared where both sides had production's values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base import event_loop
from pgrehearse.compare.result_values import CLOCK, GENERATED
from pgrehearse.replay.plan.plan import Clock, Ids
from pgrehearse.targets.catalog_reader import read_catalog
from tests.conftest import LogMark, connect
from tests.postgres.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.compare.result_values import Results
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

SCHEMA = """
create table notes (id serial primary key, note text);
create table marks (id int generated always as identity primary key, code uuid default gen_random_uuid());
"""
NOTE = "insert into notes (note) values ($1) returning id"
MARK = "insert into marks default values returning id, code"
LATER = "select note from notes where id = $1"
TIME = "select now()"
# The ids that the candidate's triggers return are others than those it draws.
SHIFTED = """
create function shifted() returns trigger language plpgsql as 'begin new.id := new.id + 1000; return new; end';
create trigger shifted before insert on notes for each row execute function shifted();
"""
ROUNDS = 10


@pytest.fixture
def sides(server: Cluster, tmp_path: Path) -> Iterator[Sides]:
    """Databases on 16 and on 18."""
    made = Sides(server, "pinned_rows", tmp_path)
    made.create(SCHEMA)
    yield made
    made.drop()


def captured(sides: Sides) -> Workload:
    """An application that inserts, and reads what it inserted by the id that it got."""
    catalog = event_loop.run(read_catalog(sides.cluster.endpoint(), {sides.name}))
    start = LogMark.now(sides.cluster)
    with connect(sides.cluster, sides.name) as connection:
        for number in range(ROUNDS):
            row = connection.execute(NOTE.replace("$1", "%s"), [f"note {number}"]).fetchone()
            assert row is not None
            connection.execute(MARK)
            connection.execute(LATER.replace("$1", "%s"), [row[0]])
            connection.execute(TIME)
    return start.capture(sides.folder, "notes", catalog=catalog)


def compared(sides: Sides, workload: Workload, **plan: Any) -> Results:
    """Replay to both sides and compare."""
    for side in ("control", "candidate"):
        sides.replay(workload, side, plan=plan)
    (result,) = sides.compared().candidates
    return result.results


def reasons(results: Results) -> dict[str, str]:
    """Why the differences of each query do not count ("": they do)."""
    return {row.sql: row.reason for row in results.queries}


def template(sql: str) -> str:
    return sql.replace("$1", "$?")


def test_rows_with_productions_ids_and_time_are_the_same(sides: Sides) -> None:
    """Every INSERT ... RETURNING id, and every now(); the random uuid is generated on both sides, and does not count."""
    results = compared(sides, captured(sides), ids=Ids.PRODUCTION, clock=Clock.PRODUCTION)
    assert (results.same, results.different, results.not_comparable) == (3 * ROUNDS, 0, ROUNDS)
    assert list(reasons(results)) == [MARK]


def test_an_id_that_differs_is_found_by_its_query(sides: Sides) -> None:
    """Both sides drew production's ids, and the candidate returned others: without a second replay of the control."""
    workload = captured(sides)
    sides.execute(sides.database("candidate"), SHIFTED)
    results = compared(sides, workload, ids=Ids.PRODUCTION)
    (row,) = (row for row in results.counted() if row.sql == template(NOTE))
    assert (row.different, row.pairs) == (ROUNDS, ROUNDS)
    assert row.why == f"both sides drew production's ids for it ({ROUNDS} confirmed by a later use)"


def test_ids_and_times_of_the_targets_own_are_not_compared(sides: Sides) -> None:
    """Although the candidate returns other ids."""
    workload = captured(sides)
    sides.execute(sides.database("candidate"), SHIFTED)
    found = reasons(compared(sides, workload, ids=Ids.TARGET))
    assert (found[template(NOTE)], found[MARK], found[TIME]) == (GENERATED, GENERATED, CLOCK)

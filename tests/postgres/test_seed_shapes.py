"""Seeds of generated schemas: whatever the foreign keys are, each row of the seed finds the rows that it refers to."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.progress import SILENT
from pgrehearse.scenarios.seed.seed import SeedOptions, make_seed
from pgrehearse.targets.data.clients import Clients
from pgrehearse.targets.embedded import registry
from tests.conftest import LogMark, connect, drop_database, new_database

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

TABLES, ROWS = 6, 300


def schema(chance: random.Random) -> str:
    """Return tables with keys of one or two columns that refer to each other at random: to themselves and in cycles too."""
    composite = [chance.random() < 0.4 for _ in range(TABLES)]
    lines, later = [], []
    for number in range(TABLES):
        key = "a, b" if composite[number] else "a"
        columns = ["a integer not null", "b integer not null", "v text"]
        values = ["i", "i % 7", "'value ' || i"]
        for place in range(chance.randrange(1, 3)):
            other = chance.randrange(TABLES)
            target = f"1 + (i * {chance.choice([7, 11, 13])}) % {ROWS}"
            columns.append(f"r{place} integer")
            values.append(target)
            names, keys = f"r{place}", "a"
            if composite[other]:
                columns.append(f"s{place} integer")
                values.append(f"({target}) % 7")
                names, keys = f"r{place}, s{place}", "a, b"
            later.append(f"alter table t{number} add foreign key ({names}) references t{other} ({keys});")
        lines.append(f"create table t{number} ({', '.join(columns)}, primary key ({key}));")
        lines.append(f"insert into t{number} select {', '.join(values)} from generate_series(1, {ROWS}) i;")
    return "\n".join([*lines, *later])


@pytest.mark.parametrize(
    "number", [1, pytest.param(2, marks=pytest.mark.soak), pytest.param(3, marks=pytest.mark.soak)]
)
def test_a_seed_of_any_schema_fulfills_its_foreign_keys(pg16: Cluster, tmp_path: Path, number: int) -> None:
    """PostgreSQL verifies each key when the seed is loaded, because the constraints are created after the rows."""
    chance = random.Random(number)  # noqa: S311 (the schema is the same each time)
    new_database(pg16, "seed_shape", schema(chance))
    mark = LogMark.now(pg16)
    with connect(pg16, "seed_shape") as connection:
        for table in range(TABLES):
            for _ in range(3):
                connection.execute(f"select * from t{table} where a = %s".encode(), (chance.randrange(1, ROWS),))
        connection.execute(b"select x.a from t0 x join t1 y on x.a = y.r0 where x.v = 'value 5'")
    workload = mark.capture(tmp_path, "shape")
    registry.mark_fresh(pg16)
    output, source = tmp_path / "seed.sql", f"postgresql://postgres@127.0.0.1:{pg16.port}/seed_shape"
    result = make_seed(workload, output, SeedOptions(source, verified=False), SILENT)
    new_database(pg16, "seed_shape_loaded")
    Clients(16).run("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", output], pg16.endpoint("seed_shape_loaded"))
    with connect(pg16, "seed_shape_loaded") as connection:
        loaded = sum(connection.execute(f"select count(*) from t{at}".encode()).fetchone()[0] for at in range(TABLES))  # type: ignore[index,misc]
        keys = connection.execute(b"select count(*) from pg_constraint where contype = 'f' and convalidated").fetchone()
    for name in ("seed_shape", "seed_shape_loaded"):
        drop_database(pg16, name)
    assert loaded == result.rows
    assert 3 * TABLES <= result.rows <= TABLES * ROWS
    assert keys is not None
    assert int(str(keys[0])) >= TABLES

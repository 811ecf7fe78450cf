"""A seed on real servers: the statements of a workload find the same number of rows in it as in the data it was made of."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from pgrehearse.base.errors import BadInput, PgrehearseError, TargetProblem, UsageProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.cli import cli
from pgrehearse.scenarios.seed.seed import SeedOptions, document_beside, make_seed
from pgrehearse.targets.data.clients import Clients
from pgrehearse.targets.embedded import registry
from pgrehearse.workload.redaction import Redaction
from tests.conftest import LogMark, connect, drop_database, held_to_schema, new_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.scenarios.seed.result import SeedResult
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

SCHEMA = """
create table customers (id bigint generated always as identity primary key, email text not null unique,
  referrer bigint references customers, shout text generated always as (upper(email)) stored);
insert into customers (email) select 'customer' || i || '@example.com' from generate_series(1, 3000) i;
update customers set referrer = id - 1 where id % 10 <> 1;
create table products (shop integer, sku text, name text, primary key (shop, sku));
insert into products select i % 3, 'sku' || i, 'product ' || i from generate_series(1, 3000) i;
create table orders (id bigserial primary key, customer bigint not null references customers, state text not null);
insert into orders (customer, state) select 1 + i % 3000, case when i % 500 = 0 then 'open' else 'done' end
  from generate_series(1, 6000) i;
create table items (order_id bigint references orders, place integer, shop integer, sku text, amount integer,
  primary key (order_id, place), foreign key (shop, sku) references products);
insert into items select o.id, p, (o.id % 3000 + 1) % 3, 'sku' || (o.id % 3000 + 1), p from orders o, generate_series(1, 2) p;
create table teams (id integer primary key, lead integer);
create table members (id integer primary key, team integer references teams);
insert into teams select i, i from generate_series(1, 1500) i;
insert into members select i, i from generate_series(1, 1500) i;
alter table teams add foreign key (lead) references members;
create table visits (id integer, day date, customer bigint references customers, primary key (id, day)) partition by range (day);
create table visits_1 partition of visits for values from ('2026-01-01') to ('2026-02-01');
create table visits_2 partition of visits for values from ('2026-02-01') to ('2026-03-01');
insert into visits select i, date '2026-01-01' + i % 59, i from generate_series(1, 2000) i;
create view open_orders as select o.id, o.customer, c.email from orders o join customers c on c.id = o.customer where o.state = 'open';
create materialized view totals as select state, count(*) as n from orders group by state;
create table settings (name text primary key, value text);
insert into settings select 'setting ' || i, 'x' from generate_series(1, 20) i;
create table untouched (id integer primary key); insert into untouched select generate_series(1, 5000);
"""
STATEMENTS: tuple[tuple[str, tuple[object, ...]], ...] = (
    ("select * from customers where email = %s", ("customer77@example.com",)),
    ("select o.*, (select count(*) from items i where i.order_id = o.id) from orders o where o.customer = %s", (15,)),
    ("select i.*, p.name from items i join products p using (shop, sku) where i.order_id = any(%s)", ([4, 9],)),
    ("select * from open_orders where customer < %s", (1200,)),
    ("select * from visits where day = %s and customer < 100", ("2026-02-03",)),
    ("select t.id, m.id from teams t left join members m on m.team = t.id where t.id in (3, 4)", ()),
    ("select id from orders order by id desc limit 5 offset 3", ()),
    ("select count(*) from settings", ()),
    (
        "with few as (select id from customers where id between 20 and 22) select o.id from few join orders o on o.customer = few.id",
        (),
    ),
    (
        "select c.id from customers c where c.id < 8 and exists (select from orders o where o.customer = c.id and o.state = 'done')",
        (),
    ),
    ("update orders set state = 'sent', customer = %s where id = %s", (1234, 33)),
    ("insert into orders (customer, state) values (%s, 'new')", (2500,)),
    ("insert into customers (email) values (%s) on conflict (email) do nothing", ("customer99@example.com",)),
    ("insert into items values (%s, 9, 1, 'sku7', 1), (46, 1, null, null, 1) on conflict do nothing", (45,)),
    ("insert into untouched values (6000), (6001)", ()),
    ("delete from items where order_id = %s and place = 1", (44,)),
    ("select id from customers where id = 5 for update", ()),
    ("select set_config('search_path', '', true)", ()),
    ("select * from orders where state = 'nothing has this'", ()),
)


@pytest.fixture(scope="module")
def start(pg16: Cluster) -> Iterator[str]:
    """The data at the start of the window, which the traffic does not change."""
    new_database(pg16, "seed_start", SCHEMA)
    yield "seed_start"
    drop_database(pg16, "seed_start")


@pytest.fixture(scope="module")
def workload(pg16: Cluster, start: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workload]:  # noqa: ARG001 (the same data)
    """The traffic of an application on data that was the same at the start."""
    new_database(pg16, "seed_shop", SCHEMA)
    mark = LogMark.now(pg16)
    with connect(pg16, "seed_shop") as connection:
        for text, values in STATEMENTS:
            connection.execute(text.encode(), values or None)
    yield mark.capture(tmp_path_factory.mktemp("seed"), "shop")
    drop_database(pg16, "seed_shop")


@pytest.fixture(scope="module")
def redacted(pg16: Cluster, start: str, tmp_path_factory: pytest.TempPathFactory) -> Workload:
    """One statement, captured with redaction."""
    mark = LogMark.now(pg16)
    with connect(pg16, start) as connection:
        connection.execute(b"select * from customers where email = 'customer77@example.com'")
    return mark.capture(tmp_path_factory.mktemp("seed"), "redacted", redaction=Redaction(b"k" * 32))


def seeded(workload: Workload, server: Cluster, database: str, output: Path, **options: object) -> SeedResult:
    registry.mark_fresh(server)
    source = f"postgresql://postgres@127.0.0.1:{server.port}/{database}"
    return make_seed(workload, output, SeedOptions(source, **options), SILENT)  # type: ignore[arg-type]


def test_every_statement_finds_the_same_number_of_rows(
    pg16: Cluster, workload: Workload, start: str, tmp_path: Path
) -> None:
    """Joins, views, partitions, composite keys, cycles, LIMIT and subqueries: counted in both."""
    result = seeded(workload, pg16, start, tmp_path / "seed.sql")
    assert result.verification is not None
    assert (result.different(), dict(result.uncovered)) == ([], {})
    assert (result.verification.same, result.verification.uncounted) == (len(STATEMENTS), 0)
    assert result.verification.empty == 1
    rows = {table.table: table.rows for table in result.tables}
    assert "public.untouched" not in rows
    assert result.rows < 400, rows
    assert json.loads(document_beside(tmp_path / "seed.sql").read_text()) == result.document()


def test_a_masked_seed_has_the_same_rows_under_pseudonyms(
    pg16: Cluster, workload: Workload, start: str, tmp_path: Path
) -> None:
    """Statements with the pseudonyms of their values find as many rows, unless they compare the order of values."""
    output = tmp_path / "seed.sql"
    kept = frozenset({"public.visits.day", "public.visits_1.day", "public.visits_2.day"})
    result = seeded(workload, pg16, start, output, redaction=Redaction(b"k" * 32), kept=kept)
    assert result.verification is not None
    assert "@example.com" not in output.read_text()
    assert result.verification.different <= 4, result.different()
    assert result.verification.same >= 10


def test_a_redacted_workload_on_data_that_is_not_masked_is_named(
    pg16: Cluster, redacted: Workload, start: str, tmp_path: Path
) -> None:
    """Its pseudonyms find no rows on both sides, which is not the same as a seed that fits."""
    result = seeded(redacted, pg16, start, tmp_path / "seed.sql", verified=False)
    assert any("has to be masked with the same key" in note for note in result.notes)
    with pytest.raises(UsageProblem, match="are pseudonyms already"):
        seeded(redacted, pg16, start, tmp_path / "other.sql", redaction=Redaction(b"k" * 32))


def test_columns_that_cannot_be_masked_are_refused_by_name(
    pg16: Cluster, workload: Workload, start: str, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match=r"public\.visits_1\.day \(decides the partition"):
        seeded(workload, pg16, start, tmp_path / "seed.sql", redaction=Redaction(b"k" * 32))
    assert not (tmp_path / "seed.sql").exists()


def test_the_command_writes_the_rows_and_a_document(
    pg16: Cluster, workload: Workload, start: str, tmp_path: Path
) -> None:
    """The rows alone load into a database that has the schema; a file of the user is not replaced without --force."""
    registry.mark_fresh(pg16)
    output, source = tmp_path / "seed.sql", f"postgresql://postgres@127.0.0.1:{pg16.port}/{start}"
    output.write_text("mine")
    words = ["seed", str(workload.path), "--from", source, "-o", str(output), "--no-verify", "--data-only", "--json"]
    refused = CliRunner().invoke(cli, words)
    assert isinstance(refused.exception, UsageProblem)
    assert output.read_text() == "mine"
    done = CliRunner().invoke(cli, [*words, "--force"])
    assert done.exit_code == 0, done.output
    document = json.loads(done.stdout)
    held_to_schema("seed", document)
    assert (document["verified"], document["masked"]) == (None, False)
    new_database(pg16, "seed_loaded", "".join(line + ";" for line in SCHEMA.split(";") if "insert" not in line))
    Clients(16).run("psql", ["-X", "-v", "ON_ERROR_STOP=1", "-f", output], pg16.endpoint("seed_loaded"))
    with connect(pg16, "seed_loaded") as connection:
        rows = connection.execute("select shout from customers where email = 'customer77@example.com'").fetchall()
    drop_database(pg16, "seed_loaded")
    assert rows == [("CUSTOMER77@EXAMPLE.COM",)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--from", "missing.dump"), "missing.dump: no such file"),
        (("--from", "missing.dump", "--database", "nobody"), "no session of .* uses the database nobody"),
    ],
)
def test_a_source_that_does_not_exist_is_refused(
    workload: Workload, tmp_path: Path, words: tuple[str, ...], message: str
) -> None:
    done = CliRunner().invoke(cli, ["seed", str(workload.path), *words, "-o", str(tmp_path / "seed.sql")])
    assert isinstance(done.exception, PgrehearseError)
    assert re.search(message, done.exception.message)
    assert not (tmp_path / "seed.sql").exists()


def test_a_server_that_is_not_a_rehearsal_database_is_not_read(
    pg16: Cluster, workload: Workload, start: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Statements of a workload are executed, as far as they read: only where they may be."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    with pytest.raises(TargetProblem, match="not verified to be a rehearsal database"):
        seeded(workload, pg16, start, tmp_path / "seed.sql")

"""What uses the clock in a database, by a server's own catalog: defaults, views, functions, triggers, directly and indirectly."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.workload.analysis.clock import ClockStatements, clock_statements
from pgrehearse.workload.read import Workload
from tests.conftest import LogMark, connect, superuser

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

SCHEMA = """
create function cutoff() returns timestamptz language sql stable as 'select current_timestamp - interval ''1 day''';
create function stamped() returns trigger language plpgsql as 'begin new.changed := clock_timestamp(); return new; end';
create function later() returns timestamptz language plpgsql stable as 'begin return cutoff() + interval ''1 hour''; end';
create function fixed() returns timestamptz language sql as 'select timestamptz ''2026-01-01''';
create table orders (id int, created_at timestamptz default now(), expires date default (current_date + 7), n int default 1);
create table by_function (id int, at timestamptz default later());
create table constant (id int, at timestamptz default '2026-01-01');
create table stamped_rows (id int, changed timestamptz);
create trigger stamped before insert or update on stamped_rows for each row execute function stamped();
create view recent as select * from orders where created_at > now() - interval '1 hour';
create view over_recent as select id from recent;
create view by_cutoff as select id from orders where created_at > cutoff();
create view plain as select id from orders where n = 1;
"""
EXPECTED: dict[str, tuple[str, ...]] = {
    "select id from orders where created_at > now()": ("text",),
    "select id from orders where created_at = 'today'::date": ("text",),
    "select id from orders where age(created_at) > '1 day'": ("text",),
    "insert into orders (id) values (1)": ("default",),
    "insert into orders (id, created_at, expires) values (1, '2026-01-01', '2026-01-01')": (),
    "insert into orders (id, created_at) values (2, now())": ("text", "default"),
    "insert into by_function (id) values (1)": ("default",),
    "insert into constant (id) values (1)": (),
    "insert into stamped_rows values (1)": ("trigger",),
    "update stamped_rows set id = 2": ("trigger",),
    "select id from recent": ("view",),
    "select id from over_recent": ("view",),
    "select id from by_cutoff": ("view",),
    "select id from plain": (),
    "select id from orders where created_at > cutoff()": ("function",),
    "select later()": ("function",),
    "select fixed()": (),
}


@pytest.fixture
def used(server: Cluster, database: str, tmp_path: Path) -> ClockStatements:
    """The statements that use the clock in a workload that was captured with the catalog."""
    with superuser(server, database) as connection:
        connection.execute(SCHEMA)
    mark = LogMark.now(server)
    with connect(server, database) as client:
        for text in EXPECTED:
            client.execute(text.encode())
    log = tmp_path / "log.csv"
    log.write_bytes(mark.settled())
    catalog = asyncio.run(read_catalog(server.endpoint(database), {database}))
    capture_logs(CaptureOptions((log,), tmp_path / "w.workload", catalog=catalog), tool_version="test")
    return clock_statements(Workload.open(tmp_path / "w.workload"))


def test_a_catalog_shows_what_uses_the_clock(used: ClockStatements) -> None:
    """A statement can use it in several places; a constant default, a plain view and a fixed function do not."""
    expected = sorted(places for places in EXPECTED.values() if places)
    assert sorted(query.places for query in used.queries) == expected
    assert used.statements == len(expected)
    assert used.deciding == sum(1 for places in expected if set(places) & {"text", "view", "function"})
    assert used.places == {
        place: sum(place in places for places in expected)
        for place in ("text", "default", "view", "function", "trigger")
    }

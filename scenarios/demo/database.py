"""The demo application's database: about 200 MB, the same size every time."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from importlib.resources import files

from pgrehearse.base.application_names import WARM_UP
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.postgres import connect

DATABASE = "videos"
ROLES = ("app", "legacy", "worker", "analyst")
# The tables that the warm-up reads once; the server quotes their names.
_TABLES = """
select case when n.nspname = 'public' then pg_catalog.format('%I', c.relname) else pg_catalog.format('%I.%I', n.nspname, c.relname) end
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' order by n.nspname, c.relname
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """The number of rows of each table."""

    workspaces: int
    members: int
    videos: int
    comments: int
    view_events: int
    notifications: int
    jobs: int

    @classmethod
    def at(cls, scale: float) -> Counts:
        """Return the counts for a scale (1: the demo)."""

        def n(count: int) -> int:
            return max(20, round(count * scale))

        return cls(n(400), n(8_000), n(20_000), n(120_000), n(300_000), n(20_000), n(6_000))


def script(name: str) -> str:
    """Return a SQL script of the application."""
    return (files("pgrehearse.scenarios.demo") / f"{name}.sql").read_text(encoding="utf-8")


async def load(server: Endpoint, scale: float, more: str = "") -> None:
    """Create roles, database, tables and rows. *server*: a superuser's endpoint; *more*: a script that is executed after the others."""
    connection = await connect(server.to(database="postgres"), application="pgrehearse demo")
    try:
        for role in ROLES:
            await connection.execute(f"create role {role} login")
        await connection.execute(f"create database {DATABASE} owner app")
    finally:
        await connection.close()
    owner = await connect(server.to(database=DATABASE, user="app"), application="pgrehearse demo")
    try:
        for name in ("schema", "data", "indexes", *([more] if more else [])):
            await owner.execute(script(name) % asdict(Counts.at(scale)) if name == "data" else script(name))
        await owner.execute(
            "grant select, insert, update, delete on all tables in schema public to legacy, worker, analyst"
        )
        await owner.execute("grant usage on all sequences in schema public to legacy, worker, analyst")
    finally:
        await owner.close()


async def warm(server: Endpoint) -> list[str]:
    """Vacuum, analyze and read the relations once; return the steps."""
    connection = await connect(server.to(database=DATABASE), application=WARM_UP)
    try:
        await connection.execute("vacuum analyze")
        tables = [str(row[0]) for row in await connection.fetch(_TABLES)]
        for table in tables:
            await connection.execute(f"select count(t.*::text) from {table} t")  # noqa: S608 (quoted by the server)
        await connection.execute("checkpoint")
    finally:
        await connection.close()
    return ["vacuum analyze", f"read once: {', '.join(tables)}", "checkpoint"]

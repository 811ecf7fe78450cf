"""Each customer has a schema of its own, and sessions with its name; one customer has half of the traffic."""

from __future__ import annotations

import random
from datetime import UTC, datetime

from psycopg.sql import SQL, Composed, Identifier

from pgrehearse.scenarios.demo.stage import Actor, Ids, Stage, psycopg_session

# Of thirty sessions.
ROLES = {"customers": 24, "overview": 2, "accounts": 4}
# The schemas of workspaces.sql, and the number of documents in each.
SCHEMAS = tuple(f"workspace_{number}" for number in range(1, 9))
_DOCUMENTS = 1000
_READ = "select id, title, body from {0}.documents where id = %s"
_VISIT = "insert into {0}.visits (document_id, at) values (%s, %s)"
_COUNT = "update {0}.documents set visits = visits + 1 where id = %s"
# What the customer has to pay for is in one row: its transactions wait for each other.
_USE = "update {0}.usage set statements = statements + 3"
# A statement that cannot run if the two customers are on different servers.
_JOIN = "select count(*) from {0}.documents a join {1}.documents b on a.id = b.id where a.visits > b.visits"


def _of(statement: str, *schemas: str) -> Composed:
    return SQL(statement).format(*map(Identifier, schemas))


async def _customer(stage: Stage, chance: random.Random, number: int) -> None:
    """Read and write documents of one customer: that of every second session is the first one."""
    schema = SCHEMAS[0] if number % 2 == 0 else SCHEMAS[1 + number // 2 % (len(SCHEMAS) - 1)]
    connection = await psycopg_session(stage, "app", schema, simple=False)
    async with connection:
        while not stage.over():
            document = 1 + chance.randrange(_DOCUMENTS)
            await connection.execute(_of(_READ, schema), (document,))
            async with connection.transaction():
                await connection.execute(_of(_VISIT, schema), (document, datetime.now(UTC)))
                await connection.execute(_of(_COUNT, schema), (document,))
                await connection.execute(_of(_USE, schema))
            await stage.think(chance)


async def _overview(stage: Stage, chance: random.Random, _number: int) -> None:
    """Compare the documents of two customers."""
    connection = await psycopg_session(stage, "analyst", "overview", simple=False)
    async with connection:
        while not stage.over():
            await connection.execute(_of(_JOIN, *chance.sample(SCHEMAS, 2)))
            await stage.think(chance, 4)


async def _account(stage: Stage, chance: random.Random, _number: int) -> None:
    """Read the table of all customers, which is in another schema."""
    connection = await psycopg_session(stage, "app", "accounts", simple=False)
    ids = Ids(stage.counts, chance)
    async with connection:
        while not stage.over():
            await connection.execute("select id, name, plan from workspaces where id = %s", (ids.some("w"),))
            await stage.think(chance, 2)


ACTORS: dict[str, Actor] = {"customers": _customer, "overview": _overview, "accounts": _account}

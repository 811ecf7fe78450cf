"""The event ``sql``: statements of a user, each on its own or all in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import BadInput
from pgrehearse.scenarios.events.plan import EventPlan
from pgrehearse.scenarios.events.target import EventTarget
from pgrehearse.scenarios.keys.sql_text import statements_of_text


def statements_of(event: EventPlan, where: str) -> tuple[str, ...]:
    """Return the statements of an event, each as one text. *where*: the event, for messages.

    Raises ``BadInput`` for a file that cannot be read, and for a text that PostgreSQL's grammar rejects.
    """
    where = f"{where}.file: {event.file}" if event.file else f"{where}.sql"
    return tuple(statement for text in _texts(event, where) for statement in _split(text, where))


def _texts(event: EventPlan, where: str) -> tuple[str, ...]:
    if not event.file:
        return (event.sql,) if isinstance(event.sql, str) else event.sql
    try:
        return (Path(event.file).read_text(encoding="utf-8"),)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise BadInput(f"{where}: {reason}", remedy="use the path of a file of SQL statements") from None


def _split(text: str, where: str) -> Iterator[str]:
    """Yield the statements of a text: the parser finds where each begins and ends."""
    data = text.encode()
    for one in statements_of_text(text, where):
        end = one.start + one.length if one.length else len(data)
        yield data[one.start : end].decode().strip()


async def execute_statements(event: EventPlan, statements: tuple[str, ...], target: EventTarget) -> None:
    """Execute the statements on one connection. Raises ``TimeoutError`` after the timeout of the event."""
    async with target.verified(event.database) as connection, asyncio.timeout(event.timeout_us / SECOND):
        if event.transaction:
            async with connection.transaction():
                for statement in statements:
                    await connection.execute(statement)
            return
        for statement in statements:
            await connection.execute(statement)

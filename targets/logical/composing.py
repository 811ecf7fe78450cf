"""SQL commands with names and values that are quoted by the driver's functions, and a connection string that libpq's functions make."""

from __future__ import annotations

from collections.abc import Iterable
from typing import LiteralString

from psycopg import sql
from psycopg.conninfo import make_conninfo

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.targets.logical.move import TableName


def command(template: LiteralString, *names: str | TableName, **values: str | bool) -> str:
    """Return a command: each ``{}`` of *template* is a name, and each ``{key}`` a value.

    >>> command("alter subscription {} connection {new}", 'a"b', new="host=h")
    'alter subscription "a""b" connection \\'host=h\\''
    """
    parts = [_identifier(name) for name in names]
    literals = {key: sql.Literal(value) for key, value in values.items()}
    return sql.SQL(template).format(*parts, **literals).as_string()


def listed(template: LiteralString, tables: Iterable[TableName], name: str = "") -> str:
    """Return a command whose ``{tables}`` is a list of names, and ``{name}`` another one."""
    names = sql.SQL(", ").join(map(_identifier, tables))
    return sql.SQL(template).format(tables=names, name=sql.Identifier(name)).as_string()


def conninfo(endpoint: Endpoint) -> str:
    """Return the connection string by which another server connects to a database."""
    parameters = {"host": endpoint.hostaddr or endpoint.host, "port": str(endpoint.port)}
    parameters |= {"dbname": endpoint.database, "user": endpoint.user, "password": endpoint.password}
    return make_conninfo("", **{key: value for key, value in parameters.items() if value})


def quoted(tables: Iterable[TableName]) -> list[str]:
    """Return names as SQL has them, always in quotation marks.

    >>> quoted([TableName("public", 'a"b')])
    ['"public"."a""b"']
    """
    return [_identifier(table).as_string() for table in tables]


def _identifier(name: str | TableName) -> sql.Identifier:
    return sql.Identifier(name) if isinstance(name, str) else sql.Identifier(name.schema, name.name)

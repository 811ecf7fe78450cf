"""Statements parsed and described on a server, many in one round trip: nothing is executed.

Each has its own Sync, so that an error of one does not affect the others; all are sent before the first result is read.
"""

from __future__ import annotations

import re
import select
from dataclasses import dataclass
from typing import NamedTuple

from psycopg import OperationalError, pq

from pgrehearse.replay.types.tree_comparison import Routine, Routines
from pgrehearse.replay.types.value_formats import STRINGS

_NUMBERED = re.compile(rb"\$(\d+)")
# So many statements are sent at once: their parse trees are some kilobytes each.
_BATCH = 500
_CONNECTION_LOST = "08006"


class Attempt(NamedTuple):
    """A text to parse, with a type for each parameter (0: the server's own choice)."""

    sql: bytes
    types: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ParseResult:
    """The result of an attempt: its *state* (a SQLSTATE; "": it parses), the *types* of its parameters, its parse *tree* where trees are enabled.

    *named_parameter*: the number of the parameter in the error message (0: none).
    """

    state: str = ""
    types: tuple[int, ...] = ()
    tree: str = ""
    named_parameter: int = 0


class ParserConnection:
    """Has the server parse statements on one connection, which must be idle; afterwards it is in pipeline mode, and not used for anything else."""

    def __init__(self, pg: pq.abc.PGconn) -> None:
        self._pg = pg
        self._tree = ""
        pg.notice_handler = self._keep_tree

    def enable_trees(self) -> bool:
        """Have the server send the parse trees of what it parses from now on; False: it does not.

        Trees would fill the server's log too; where the role is permitted to, they are kept out of it.
        """
        self._execute(b"set log_min_messages = fatal")
        return all(
            self._execute(b"set " + setting)
            for setting in (b"client_min_messages = log", b"debug_pretty_print = off", b"debug_print_parse = on")
        )

    def _execute(self, sql: bytes) -> bool:
        return self._pg.exec_(sql).status == pq.ExecStatus.COMMAND_OK

    def query(self, sql: bytes) -> list[list[str]]:
        """Return the rows of a query (none: it failed)."""
        result = self._pg.exec_(sql)
        cells = range(result.nfields)
        return [[(result.get_value(row, at) or b"").decode() for at in cells] for row in range(result.ntuples)]

    def type_oid(self, name: str) -> int:
        """Return the oid of a type (0: there is none of that name)."""
        result = self._pg.exec_params(b"select coalesce(pg_catalog.to_regtype($1)::oid, 0)", [name.encode()])
        return int(result.get_value(0, 0) or 0) if result.ntuples else 0

    def describe(self, attempts: list[Attempt]) -> list[ParseResult]:
        """Return the result of each attempt. When the connection is lost, the remaining attempts have its SQLSTATE."""
        results: list[ParseResult] = []
        self._pg.nonblocking = 1
        try:
            for at in range(0, len(attempts), _BATCH):
                results += self._batch(attempts[at : at + _BATCH])
            self._pg.nonblocking = 0
        except OperationalError:
            pass
        return results + [ParseResult(_CONNECTION_LOST)] * (len(attempts) - len(results))

    def _batch(self, attempts: list[Attempt]) -> list[ParseResult]:
        pg = self._pg
        pg.enter_pipeline_mode()
        for sql, types in attempts:
            pg.send_prepare(b"", sql, list(types))
            pg.send_describe_prepared(b"")
            pg.pipeline_sync()
        results = [self._read_attempt() for _ in attempts]
        pg.exit_pipeline_mode()
        return results

    def _read_attempt(self) -> ParseResult:
        """Read the result of one attempt, up to its Sync. Its tree may have arrived with the result before: libpq reads ahead."""
        state, named_parameter = "", 0
        types: tuple[int, ...] = ()
        tree = None
        while (result := self._result()) is None or result.status != pq.ExecStatus.PIPELINE_SYNC:
            if result is None:
                continue
            if tree is None:
                tree, self._tree = self._tree, ""
            if result.status == pq.ExecStatus.FATAL_ERROR:
                state = (result.error_field(pq.DiagnosticField.SQLSTATE) or b"XX000").decode()
                match = _NUMBERED.search(result.error_field(pq.DiagnosticField.MESSAGE_PRIMARY) or b"")
                named_parameter = int(match[1]) if match else 0
            elif result.status == pq.ExecStatus.COMMAND_OK and result.nparams:
                types = tuple(result.param_type(n) for n in range(result.nparams))
        return ParseResult(state, types, tree or "", named_parameter)

    def _result(self) -> pq.abc.PGresult | None:
        """Wait for the next result, and send the rest of the attempts during the wait."""
        pg = self._pg
        while True:
            unsent = pg.flush()
            if not pg.is_busy():
                return pg.get_result()
            waiting = select.poll()
            waiting.register(pg.socket, select.POLLIN | (select.POLLOUT if unsent else 0))
            waiting.poll()
            pg.consume_input()

    def _keep_tree(self, notice: pq.abc.PGresult) -> None:
        detail = notice.error_field(pq.DiagnosticField.MESSAGE_DETAIL) or b""
        if detail.startswith(b"{QUERY"):
            self._tree = detail.decode(errors="replace")


@dataclass(frozen=True, slots=True)
class TypeNames:
    """A database's types: their *names*, by oid; *base_types*: the base types of domains."""

    names: dict[int, str]
    base_types: dict[int, int]

    def base(self, oid: int) -> int:
        """Return a domain's base type; of any other type the type itself."""
        while oid in self.base_types:
            oid = self.base_types[oid]
        return oid

    def alike(self, one: int, other: int) -> bool:
        """Return whether two types are the same, or both are types of text."""
        return one == other or {self.base(one), self.base(other)} <= STRINGS


def read_type_names(connection: ParserConnection) -> TypeNames:
    """Read the types of a database."""
    rows = connection.query(b"select oid, pg_catalog.format_type(oid, null), typbasetype from pg_catalog.pg_type")
    return TypeNames(
        {int(oid): name for oid, name, _ in rows}, {int(oid): int(base) for oid, _, base in rows if base != "0"}
    )


def read_routines(connection: ParserConnection) -> Routines:
    """Read the operators and functions of a database."""
    operators = connection.query(b"select oid, oprname, oprleft, oprright from pg_catalog.pg_operator")
    functions = connection.query(b"select oid, proname, proargtypes from pg_catalog.pg_proc")
    return Routines(
        {int(oid): Routine(name, (int(left), int(right))) for oid, name, left, right in operators},
        {int(oid): Routine(name, tuple(map(int, types.split()))) for oid, name, types in functions},
    )

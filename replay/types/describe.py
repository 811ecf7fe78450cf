"""Statements parsed and described on a server, many in one round trip: nothing is executed.

Each is parsed and synchronised by itself, so that an error is its own; all of them go out before the first answer is read.
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
# So many statements are on the wire at once: their trees are some kilobytes each.
_AT_ONCE = 500
_AWAY = "08006"


class Attempt(NamedTuple):
    """A text to parse, with a type for each parameter (0: the server's own choice)."""

    sql: bytes
    types: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """What came of an attempt: its *state* (a SQLSTATE; "": it parses), the *types* of its parameters, its *tree* where trees are told.

    *doubted*: the number of the parameter that the error names (0: none).
    """

    state: str = ""
    types: tuple[int, ...] = ()
    tree: str = ""
    doubted: int = 0


class Inquiry:
    """Asks over one connection, which must be idle; it is left in pipeline mode, good for nothing else."""

    def __init__(self, pg: pq.abc.PGconn) -> None:
        self._pg = pg
        self._tree = ""
        pg.notice_handler = self._noticed

    def tells_trees(self) -> bool:
        """Ask the server to tell the trees of what it parses from now on; False: it does not.

        Trees would fill the server's log too; where the role may, they are kept out of it.
        """
        self._done(b"set log_min_messages = fatal")
        return all(
            self._done(b"set " + one)
            for one in (b"client_min_messages = log", b"debug_pretty_print = off", b"debug_print_parse = on")
        )

    def _done(self, sql: bytes) -> bool:
        return self._pg.exec_(sql).status == pq.ExecStatus.COMMAND_OK

    def rows(self, sql: bytes) -> list[list[str]]:
        """Return the rows of a query of our own (none: it failed)."""
        result = self._pg.exec_(sql)
        cells = range(result.nfields)
        return [[(result.get_value(row, at) or b"").decode() for at in cells] for row in range(result.ntuples)]

    def type_named(self, name: str) -> int:
        """Return the oid of a type (0: there is none of that name)."""
        result = self._pg.exec_params(b"select coalesce(pg_catalog.to_regtype($1)::oid, 0)", [name.encode()])
        return int(result.get_value(0, 0) or 0) if result.ntuples else 0

    def asked(self, attempts: list[Attempt]) -> list[Parse]:
        """Return what came of each attempt. A connection that breaks answers for the rest as one that could not be asked."""
        found: list[Parse] = []
        self._pg.nonblocking = 1
        try:
            for at in range(0, len(attempts), _AT_ONCE):
                found += self._batch(attempts[at : at + _AT_ONCE])
            self._pg.nonblocking = 0
        except OperationalError:
            pass
        return found + [Parse(_AWAY)] * (len(attempts) - len(found))

    def _batch(self, attempts: list[Attempt]) -> list[Parse]:
        pg = self._pg
        pg.enter_pipeline_mode()
        for sql, types in attempts:
            pg.send_prepare(b"", sql, list(types))
            pg.send_describe_prepared(b"")
            pg.pipeline_sync()
        found = [self._answer() for _ in attempts]
        pg.exit_pipeline_mode()
        return found

    def _answer(self) -> Parse:
        """Read what came of one attempt, up to its Sync. Its tree may have come with the answer before: it is read ahead."""
        state, doubted = "", 0
        types: tuple[int, ...] = ()
        tree = None
        while (result := self._result()) is None or result.status != pq.ExecStatus.PIPELINE_SYNC:
            if result is None:
                continue
            if tree is None:
                tree, self._tree = self._tree, ""
            if result.status == pq.ExecStatus.FATAL_ERROR:
                state = (result.error_field(pq.DiagnosticField.SQLSTATE) or b"XX000").decode()
                named = _NUMBERED.search(result.error_field(pq.DiagnosticField.MESSAGE_PRIMARY) or b"")
                doubted = int(named[1]) if named else 0
            elif result.status == pq.ExecStatus.COMMAND_OK and result.nparams:
                types = tuple(result.param_type(n) for n in range(result.nparams))
        return Parse(state, types, tree or "", doubted)

    def _result(self) -> pq.abc.PGresult | None:
        """Wait for the next result, sending meanwhile what is left to send."""
        pg = self._pg
        while True:
            unsent = pg.flush()
            if not pg.is_busy():
                return pg.get_result()
            waiting = select.poll()
            waiting.register(pg.socket, select.POLLIN | (select.POLLOUT if unsent else 0))
            waiting.poll()
            pg.consume_input()

    def _noticed(self, notice: pq.abc.PGresult) -> None:
        detail = notice.error_field(pq.DiagnosticField.MESSAGE_DETAIL) or b""
        if detail.startswith(b"{QUERY"):
            self._tree = detail.decode(errors="replace")


@dataclass(frozen=True, slots=True)
class TypeNames:
    """A database's types: their *names*, by oid; of domains the type that they are made of."""

    names: dict[int, str]
    made_of: dict[int, int]

    def base(self, kind: int) -> int:
        """Return the type that a domain is made of; any other type is its own."""
        while kind in self.made_of:
            kind = self.made_of[kind]
        return kind

    def alike(self, one: int, other: int) -> bool:
        """Say whether nothing tells two types apart that are both names of text."""
        return one == other or {self.base(one), self.base(other)} <= STRINGS


def type_names(inquiry: Inquiry) -> TypeNames:
    """Read the types of a database."""
    rows = inquiry.rows(b"select oid, pg_catalog.format_type(oid, null), typbasetype from pg_catalog.pg_type")
    return TypeNames(
        {int(oid): name for oid, name, _ in rows}, {int(oid): int(base) for oid, _, base in rows if base != "0"}
    )


def routines(inquiry: Inquiry) -> Routines:
    """Read the operators and functions of a database."""
    operators = inquiry.rows(b"select oid, oprname, oprleft, oprright from pg_catalog.pg_operator")
    functions = inquiry.rows(b"select oid, proname, proargtypes from pg_catalog.pg_proc")
    return Routines(
        {int(oid): Routine(name, (int(left), int(right))) for oid, name, left, right in operators},
        {int(oid): Routine(name, tuple(map(int, types.split()))) for oid, name, types in functions},
    )

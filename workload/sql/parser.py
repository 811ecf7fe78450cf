"""Facts about one SQL text: its query key, kind and tables, and whether it writes, reads the clock, or generates ids.

pglast parses with PostgreSQL's own grammar. A text that it cannot parse (statements with a syntax error are replayed too)
gets a key computed from its template; its tables are unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from pglast import ast, parse_sql
from pglast.enums.parsenodes import VariableSetKind
from pglast.error import Error as PglastError
from pglast.parser import fingerprint

from pgrehearse.workload.sql.clock import clock_statements
from pgrehearse.workload.sql.generated_ids import Filled, filled
from pgrehearse.workload.sql.kinds import TRANSACTION_CONTROL
from pgrehearse.workload.sql.lexer import DEEPEST, depth, tokens
from pgrehearse.workload.sql.parse_tree import objects

# Functions whose result cannot be repeated: the next number of a sequence, a random value.
GENERATORS = {
    "nextval",
    "currval",
    "lastval",
    "gen_random_uuid",
    "uuidv4",
    "uuidv7",
    "uuid_generate_v1",
    "uuid_generate_v4",
    "random",
}

KINDS: dict[str, str] = {
    "SelectStmt": "select",
    "InsertStmt": "insert",
    "UpdateStmt": "update",
    "DeleteStmt": "delete",
    "MergeStmt": "merge",
    "CopyStmt": "copy",
    "VariableSetStmt": "set",
    "VariableShowStmt": "show",
    "PrepareStmt": "prepare",
    "ExecuteStmt": "execute",
    "DeallocateStmt": "deallocate",
    "DiscardStmt": "discard",
    "DeclareCursorStmt": "declare",
    "FetchStmt": "fetch",
    "ClosePortalStmt": "close",
    "ListenStmt": "listen",
    "UnlistenStmt": "unlisten",
    "NotifyStmt": "notify",
    "ExplainStmt": "explain",
    "LockStmt": "lock",
    "CallStmt": "call",
    "DoStmt": "do",
    "TruncateStmt": "truncate",
    "VacuumStmt": "vacuum",
}
TRANSACTION_KINDS = {
    0: "begin",
    1: "begin",
    2: "commit",
    3: "rollback",
    4: "savepoint",
    5: "release",
    6: "rollback to",
    7: "prepare transaction",
    8: "commit prepared",
    9: "rollback prepared",
}
# Kinds that change nothing in a database by themselves; every other kind counts as a write.
HARMLESS = {
    "select",
    "set",
    "show",
    *TRANSACTION_CONTROL,
    "deallocate",
    "discard",
    "declare",
    "fetch",
    "close",
    "unlisten",
    "prepare",
    "execute",
    "explain",
    "empty",
    "copy to",
}
OPENS, CLOSES, FAILS_BACK = {"begin"}, {"commit", "rollback", "prepare transaction"}, {"rollback to"}


@dataclass(frozen=True, slots=True)
class Parsed:
    """The facts about one shape. *transaction_effect*: one of ``shapes.EFFECTS``.

    *functions*: the functions that it calls, as written. *copies_in*: it reads rows from the client (COPY FROM STDIN).
    *generated*: it generates ids (None: it depends on the columns of the tables in *filled*).
    """

    query_key: str
    kind: str
    tables_read: tuple[str, ...] = ()
    tables_written: tuple[str, ...] = ()
    clock: bool = False
    generated: bool | None = False
    writes: bool = False
    transaction_effect: str = ""
    functions: tuple[str, ...] = ()
    copies_in: bool = False
    filled: tuple[Filled, ...] = ()


def query_key(sql: str) -> str:
    """Return the query key of a text of valid SQL."""
    return str(fingerprint(sql))


def parse(sql: str, template: str) -> Parsed:
    """Parse one example of a shape; *template* names the shape when the text cannot be parsed."""
    if not template.strip(" ;"):
        return Parsed("empty", "empty")
    try:
        statements: list[Any] = [raw.stmt for raw in _parsed(sql)]
        key = query_key(sql)
    except (PglastError, UnicodeError, RecursionError):
        return Parsed(
            f"u{blake2b(template.encode(errors='replace'), digest_size=8).hexdigest()}",
            "unparsed",
            writes=True,
        )
    if not statements:
        return Parsed("empty", "empty")
    return _combined(key, statements, clock_statements(sql.encode()))


def _combined(key: str, statements: list[Any], clock: list[bool]) -> Parsed:
    """Return the facts of a text of one or more statements. *clock*: which of them use it.

    A default that DDL gives to a table counts when rows are inserted, not here: of DDL neither clock nor ids count.
    """
    kinds = [_kind(statement) for statement in statements]
    parts = [_Seen.of(statement) for statement in statements]
    rows = [part for part, kind in zip(parts, kinds, strict=True) if kind != "ddl"]
    fills = [one for part in rows for one in part.filled]
    generated = any(part.generated for part in rows)
    return Parsed(
        query_key=key,
        kind=kinds[0] if len(kinds) == 1 else "multi",
        tables_read=tuple(sorted({name for part in parts for name in part.read - part.written})),
        tables_written=tuple(sorted({name for part in parts for name in part.written})),
        clock=any(uses and kind != "ddl" for uses, kind in zip(clock, kinds, strict=False)),
        generated=generated or (None if any(map(_may_draw, fills)) else False),
        writes=any(part.writes for part in parts) or any(kind not in HARMLESS for kind in kinds),
        transaction_effect=_effect(kinds, [bool(getattr(statement, "chain", False)) for statement in statements]),
        functions=tuple(sorted({name for part in parts for name in part.functions})),
        copies_in=any(map(_copies_in, statements)),
        filled=tuple(fills),
    )


def _may_draw(one: Filled) -> bool:
    """Return whether a column that is not given could make an id: an UPDATE without DEFAULT leaves all others as they are."""
    return one.others or bool(one.defaults)


def _copies_in(statement: Any) -> bool:
    """Return whether a statement reads rows from the client."""
    return (
        isinstance(statement, ast.CopyStmt)
        and bool(statement.is_from)
        and not statement.is_program
        and statement.filename is None
    )


def _parsed(sql: str) -> Any:
    """Parse a text, unless its tree may be so deep that making Python objects of it would end the process."""
    if len(sql) > DEEPEST and ((found := tokens(sql)) is None or depth(found) > DEEPEST):
        raise RecursionError
    return parse_sql(sql)


def _kind(statement: Any) -> str:
    name = type(statement).__name__
    if isinstance(statement, ast.TransactionStmt):
        return TRANSACTION_KINDS.get(int(statement.kind or 0), "transaction")
    if isinstance(statement, ast.CopyStmt):
        return "copy from" if statement.is_from else ("copy program" if statement.is_program else "copy to")
    return KINDS.get(name, "ddl")


def _effect(kinds: list[str], chains: list[bool]) -> str:
    """Return what the transaction words of a text do to the session's transaction: the last that ends one, and whether one is open then.

    COMMIT AND CHAIN ends a transaction and opens the next, as ``COMMIT; BEGIN`` does.
    """
    end, opens, back = "", False, False
    for kind, chain in zip(kinds, chains, strict=True):
        if kind in OPENS:
            opens, back = True, False
        elif kind in CLOSES:
            end, opens, back = "closes" if kind == "rollback" else "commits", chain, False
        elif kind in FAILS_BACK:
            back = True
    if end and opens:
        return f"{end} and opens"
    return end or ("opens" if opens else "back" if back else "")


@dataclass(slots=True)
class _Seen:
    """The facts that a walk over one statement's tree has found."""

    read: set[str]
    written: set[str]
    functions: set[str]
    generated: bool = False
    locks: bool = False
    unlocks: bool = False
    filled: list[Filled] = field(default_factory=list)

    @classmethod
    def of(cls, statement: Any) -> _Seen:
        seen = cls(set(), set(), set())
        defined: set[str] = set()
        for node in objects(statement):
            seen._visit(node, defined)
        seen.read -= defined
        return seen

    @property
    def writes(self) -> bool:
        """Whether the statement may change something, or lift what keeps the session from changing something."""
        return bool(self.written) or self.locks or self.unlocks

    def _visit(self, node: Any, defined: set[str]) -> None:
        """Add one node of the tree; *defined*: the names of WITH queries."""
        if isinstance(node, ast.RangeVar):
            self.read.add(_table(node))
        elif isinstance(node, ast.CommonTableExpr):
            defined.add(str(node.ctename))
        elif isinstance(node, ast.LockingClause):
            self.locks = True
        elif isinstance(node, ast.FuncCall):
            self._call(node)
        else:
            self._write(node)
            self.unlocks = self.unlocks or _lifts_read_only(node)

    def _write(self, node: Any) -> None:
        """Add the tables that a statement writes to."""
        if isinstance(node, ast.InsertStmt | ast.UpdateStmt | ast.DeleteStmt | ast.MergeStmt):
            self.written.add(_table(node.relation))
            self.generated = self.generated or (isinstance(node, ast.InsertStmt) and node.returningClause is not None)
            self.filled += filled(node, _table(node.relation))
        elif isinstance(node, ast.TruncateStmt):
            self.written |= {_table(relation) for relation in node.relations or ()}
        elif isinstance(node, ast.CopyStmt) and node.is_from and node.relation is not None:
            self.written.add(_table(node.relation))
            self.filled += filled(node, _table(node.relation))
        elif isinstance(node, ast.SelectStmt) and node.intoClause is not None:
            self.written.add(_table(node.intoClause.rel))

    def _call(self, node: Any) -> None:
        """Add a function call."""
        name = str(node.funcname[-1].sval)
        self.functions.add(".".join(str(part.sval) for part in node.funcname))
        self.generated = self.generated or name in GENERATORS
        self.unlocks = self.unlocks or (name == "set_config" and _may_name_read_only(node.args[0]))


def _lifts_read_only(node: Any) -> bool:
    """Return whether a statement could make a read-only session writable.

    RESET and DISCARD go back to what the connection was opened with, which is read-only.
    """
    if isinstance(node, ast.VariableSetStmt):
        return node.kind == VariableSetKind.VAR_SET_VALUE and "read_only" in str(node.name)
    return isinstance(node, ast.DefElem) and node.defname == "transaction_read_only" and "ival=0" in repr(node.arg)


def _may_name_read_only(argument: Any) -> bool:
    """Return whether the first argument of set_config could be a read-only setting (a parameter could be any)."""
    return not (isinstance(argument, ast.A_Const) and "read_only" not in repr(argument.val))


def _table(relation: Any) -> str:
    return f"{relation.schemaname}.{relation.relname}" if relation.schemaname else str(relation.relname)

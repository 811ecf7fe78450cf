"""Finds the effects of one SQL text by PostgreSQL's grammar: the objects that it names, calls, sets and executes.

A text that cannot be analyzed has a hazard (``unparsed``, ``dynamic-sql``, ``unreviewed``); it never counts as harmless.
``workload/catalog/hazards`` adds the hazards of the names from a catalog.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pgrehearse.workload.sql import plpgsql
from pgrehearse.workload.sql.builtin_functions import MARK_SCHEMA
from pgrehearse.workload.sql.clock import CLOCK_CALL, CLOCK_NODES, clock_expression
from pgrehearse.workload.sql.commands import COMMANDS, MAINTAINS, OBJECTS, event_triggers
from pgrehearse.workload.sql.dynamic_sql import ANY, built_from
from pgrehearse.workload.sql.effects import (
    ANY_SETTING,
    DYNAMIC,
    FIELDS,
    NOTHING,
    UNPARSED,
    UNTRUSTED,
    Effects,
    by_words,
    opened,
)
from pgrehearse.workload.sql.parse_tree import Name, Node, constant, name, nodes, options, relation, statements, texts
from pgrehearse.workload.sql.plpgsql import Use
from pgrehearse.workload.sql.search_path import USER, search_path


def effects_of(text: bytes) -> Effects:
    """Return the effects of a text, of all its statements together."""
    found = statements(text)
    if found is None:
        return UNPARSED
    out = NOTHING
    for one in found:
        out = out.joined(effects_of_tree(one.tree))
    return out


def effects_of_tree(tree: Node) -> Effects:
    """Return the effects of one statement."""
    walk = _Walk()
    for key, node in nodes(tree):
        walk.meet(key, node)
    return walk.effects()


def effects_of_expression(text: str) -> Effects:
    """Return the effects of evaluating an expression, or several expressions separated by commas."""
    return effects_of(b"select " + text.encode())


def effects_of_function(definition: str) -> Effects:
    """Return the effects of calling a function, from its CREATE FUNCTION: its body, its defaults, its SET clauses."""
    found = statements(definition.encode())
    if found is None or len(found) != 1 or _MAKES_FUNCTION not in found[0].tree:
        return DYNAMIC
    made = found[0].tree[_MAKES_FUNCTION]
    walk = _Walk()
    for part in ("parameters", "returnType", "options", "sql_body"):
        for key, node in nodes({part: made.get(part, {})}):
            walk.meet(key, node)
    # A function's own SET search_path applies only inside the function; that of the session does not change.
    walk.settings.discard("search_path")
    walk.function_body(made)
    return walk.effects()


@dataclass(slots=True)
class _Walk:
    """The effects that a walk over one statement's tree has found so far."""

    reads: set[Name] = field(default_factory=set)
    writes: set[Name] = field(default_factory=set)
    calls: set[Name] = field(default_factory=set)
    operators: set[Name] = field(default_factory=set)
    types: set[Name] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    settings: set[str] = field(default_factory=set)
    hazards: set[str] = field(default_factory=set)
    prepares: set[str] = field(default_factory=set)
    executes: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)
    copies_in: bool = False
    by_value: bool = False
    inner: Effects = NOTHING

    def effects(self) -> Effects:
        """Return the effects that were found."""
        sets = {key: frozenset(getattr(self, key)) for key in FIELDS if key not in {"copies_in", "by_value"}}
        return Effects(**sets, copies_in=self.copies_in, by_value=self.by_value).joined(self.inner)

    def meet(self, key: str, node: Node) -> None:
        """Take one object of the tree."""
        if any(isinstance(value, str) and MARK_SCHEMA in value.lower() for value in node.values()):
            self.hazards.add("mark")
        for word in [word for word in node if word.endswith("Stmt") and word[0].isupper()]:
            if not isinstance(node[word], str):
                self.command(word, node[word])
        if "relname" in node:
            self.reads.add(relation(node))
        if "funcname" in node and key != _MAKES_FUNCTION:
            self.call(node)
        if "names" in node:
            self.types.add(name(node["names"]))
        if (special := _NODES.get(key)) is not None:
            special(self, node)

    def command(self, word: str, node: Node) -> None:
        """Take a statement, or one inside another."""
        if hazard := COMMANDS.get(word, "unreviewed"):
            self.hazards.add(hazard)
        objects = {node.get(key) for key in ("removeType", "renameType", "objectType", "objtype")}
        self.hazards |= {OBJECTS[one] for one in objects if one in OBJECTS}
        self.calls |= event_triggers(word, node)
        if word in MAINTAINS:
            self.maintains(node)
        if (special := _STATEMENTS.get(word)) is not None:
            special(self, node)

    def maintains(self, node: Node) -> None:
        """REINDEX, VACUUM and the like: every relation in it is written to; all there are where it names none."""
        named = [relation(one) for _, one in nodes(node) if "relname" in one]
        self.writes.update(named or [("", ANY)])

    def written(self, target: Name) -> None:
        """Take a relation that is written to."""
        self.writes.add(target)
        if target[0] == "pg_catalog" or (not target[0] and target[1].startswith("pg_")):
            self.hazards.add("system-catalog")

    def changes_rows(self, node: Node) -> None:
        """INSERT, UPDATE, DELETE, MERGE."""
        self.written(relation(node["relation"]))

    def call(self, node: Node) -> None:
        """Take a function call, or a trigger's function."""
        called = name(node["funcname"])
        self.calls.add(called)
        if called[1] == "set_config":
            self.by_value = True
            setting, value = _argument(node, "setting_name", 0), _argument(node, "new_value", 1)
            self.settings.add(setting)
            self.paths |= _paths(setting, value)

    def operator(self, node: Node) -> None:
        """Take an operator; BETWEEN is two."""
        between = str(node.get("kind", "")).startswith(("AEXPR_BETWEEN", "AEXPR_NOT_BETWEEN"))
        self.operators |= {("", ">="), ("", "<=")} if between else {name(node["name"])}

    def sub_link(self, node: Node) -> None:
        """IN, ANY and ALL with a query."""
        self.operators.add(name(node["operName"]) if "operName" in node else ("", "="))

    def sort(self, node: Node) -> None:
        """ORDER BY ... USING."""
        if "useOp" in node:
            schema, sign = name(node["useOp"])
            self.operators |= {(schema, sign), (schema, f"(sort) {sign}")}

    def column(self, node: Node) -> None:
        """Take a dotted column: its last name may be a function's."""
        self.fields.update(texts(node.get("fields", []))[1:])

    def indirection(self, node: Node) -> None:
        """Take ``(expression).name``."""
        self.fields.update(texts(node.get("indirection", [])))

    def sample(self, node: Node) -> None:
        """TABLESAMPLE: its method is a function."""
        self.calls.add(name(node["method"]))

    def locks(self, _: Node) -> None:
        """FOR UPDATE and its kin."""
        self.hazards.add("writes")

    def into(self, node: Node) -> None:
        """SELECT INTO, CREATE TABLE AS."""
        self.hazards.add("writes")
        self.calls |= event_triggers("SELECT INTO", node)
        if "rel" in node:
            self.written(relation(node["rel"]))

    def truncates(self, node: Node) -> None:
        """TRUNCATE."""
        for one in node.get("relations", []):
            self.written(relation(one["RangeVar"]))

    def copy(self, node: Node) -> None:
        """COPY: inward, outward; a program, a file, or the client."""
        if node.get("is_program"):
            self.hazards.add("copy-program")
        elif "filename" in node:
            self.hazards.add("copy-file")
        if node.get("is_from"):
            self.copies_in = "filename" not in node and not node.get("is_program")
            self.hazards.add("writes")
            self.written(relation(node["relation"]))

    def transaction(self, node: Node) -> None:
        """BEGIN to PREPARE TRANSACTION."""
        if str(node.get("kind", "")) in _TWO_PHASES:
            self.hazards.add("writes")
        self.by_value |= "options" in node
        if lifts_guard(node):
            self.settings.add("transaction_read_only")

    def sets(self, node: Node) -> None:
        """SET and RESET in all their forms."""
        if node.get("kind") == "VAR_SET_MULTI":
            self.by_value = True
            if lifts_guard(node):
                self.settings.add("transaction_read_only")
        elif "name" in node:
            self.settings.add(str(node["name"]).lower())
            if node["name"] == "search_path":
                self.by_value = True
                self.paths |= {ANY if (one := constant(value)) is None else one for value in node.get("args", [])}

    def names_prepared(self, node: Node) -> None:
        """PREPARE."""
        self.prepares.add(str(node.get("name", "")))

    def names_executed(self, node: Node) -> None:
        """EXECUTE."""
        self.executes.add(str(node.get("name", "")))

    def role(self, node: Node) -> None:
        """CREATE and ALTER ROLE, user mappings: is there a password?"""
        if any(one.get("DefElem", {}).get("defname") == "password" for one in node.get("options", [])):
            self.hazards.add("password")

    def does(self, node: Node) -> None:
        """DO."""
        self.by_value = True
        words = options(node.get("args", []))
        self.inner = self.inner.joined(_body(str(words.get("language", "plpgsql")), str(words.get("as", "")), None))

    def function_body(self, node: Node) -> None:
        """CREATE FUNCTION: what its body would do."""
        self.by_value = True
        words = options(node.get("options", []))
        if "sql_body" not in node:
            body = words.get("as", "")
            text = body[0] if isinstance(body, list) and body else body
            self.inner = self.inner.joined(_body(str(words.get("language", "sql")), str(text), node))

    def cast(self, node: Node) -> None:
        """CREATE CAST: its function runs wherever the cast is used."""
        if isinstance(node.get("func"), dict):
            self.calls.add(name(node["func"].get("objname", [])))

    def defines(self, node: Node) -> None:
        """CREATE AGGREGATE, OPERATOR, TYPE, OPERATOR CLASS: every name in it may be a function."""
        for _, inner in nodes(node):
            if "names" in inner:
                self.calls.add(name(inner["names"]))
            elif "objname" in inner:
                self.calls.add(name(inner["objname"]))


def _clock_of(key: str) -> Callable[[_Walk, Node], None]:
    """Return what takes the objects of a tree with this key that use the clock."""

    def take(walk: _Walk, node: Node) -> None:
        if clock_expression(key, node) is not None:
            walk.calls.add(CLOCK_CALL)

    return take


_MAKES_FUNCTION = "CreateFunctionStmt"
_TWO_PHASES = {"TRANS_STMT_PREPARE", "TRANS_STMT_COMMIT_PREPARED", "TRANS_STMT_ROLLBACK_PREPARED"}
_Taker = Callable[[_Walk, Node], None]
_NODES: dict[str, _Taker] = {
    **{key: _clock_of(key) for key in CLOCK_NODES},
    "A_Expr": _Walk.operator,
    "SubLink": _Walk.sub_link,
    "SortBy": _Walk.sort,
    "ColumnRef": _Walk.column,
    "A_Indirection": _Walk.indirection,
    "RangeTableSample": _Walk.sample,
    "LockingClause": _Walk.locks,
    "intoClause": _Walk.into,
    "into": _Walk.into,
}
_STATEMENTS: dict[str, _Taker] = {
    **dict.fromkeys(("InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt"), _Walk.changes_rows),
    **dict.fromkeys(("CreateRoleStmt", "AlterRoleStmt", "CreateUserMappingStmt", "AlterUserMappingStmt"), _Walk.role),
    **dict.fromkeys(("DefineStmt", "CreateOpClassStmt", "AlterOpFamilyStmt", "CreateRangeStmt"), _Walk.defines),
    "TruncateStmt": _Walk.truncates,
    "CopyStmt": _Walk.copy,
    "TransactionStmt": _Walk.transaction,
    "VariableSetStmt": _Walk.sets,
    "PrepareStmt": _Walk.names_prepared,
    "ExecuteStmt": _Walk.names_executed,
    "DoStmt": _Walk.does,
    _MAKES_FUNCTION: _Walk.function_body,
    "CreateCastStmt": _Walk.cast,
}


def lifts_guard(node: Node) -> bool:
    """Return whether BEGIN, START TRANSACTION, SET TRANSACTION or SET SESSION CHARACTERISTICS asks for READ WRITE."""
    return any(asks_to_write(option) for option in node.get("options", []) + node.get("args", []))


def asks_to_write(option: Node) -> bool:
    """Return whether a transaction's option is READ WRITE."""
    one = option.get("DefElem", {})
    value = one.get("arg", {}).get("A_Const", {}).get("ival", {}).get("ival", 0)
    return one.get("defname") == "transaction_read_only" and not value


def _argument(call: Node, label: str, place: int) -> str:
    """Return an argument of a call, by its name or its place: a constant in lower case, a parameter's number, or ``ANY_SETTING``."""
    arguments = call.get("args", [])
    named = [one["NamedArgExpr"] for one in arguments if "NamedArgExpr" in one]
    chosen = next((one.get("arg", {}) for one in named if one.get("name") == label), None)
    if chosen is None:
        chosen = arguments[place] if place < len(arguments) and "NamedArgExpr" not in arguments[place] else {}
    if (value := constant(chosen)) is not None:
        return value.lower() if place == 0 else value
    while "TypeCast" in chosen:
        chosen = chosen["TypeCast"].get("arg", {})
    return f"${chosen['ParamRef'].get('number', 0)}" if "ParamRef" in chosen else ANY_SETTING


def _paths(setting: str, value: str) -> set[str]:
    """Return the schemas that a call of set_config puts into the search path."""
    if setting == ANY_SETTING:
        return {ANY}
    if setting.startswith("$") or (setting == "search_path" and value.startswith("$") and value[1:].isdigit()):
        return {f"{setting}={value}"}
    if setting != "search_path":
        return set()
    return {ANY} if value == ANY_SETTING else set(search_path(value, USER))


# Languages whose code leaves the database by SQL alone, which it may put together.
_TRUSTED = {"plperl", "pltcl", "plv8", "plcoffee", "plls", "pllua", "pljs"}


def _body(language: str, text: str, definition: Node | None) -> Effects:
    """Return the effects of the body of a function or a DO. *definition*: that of the function (None: a DO)."""
    if language == "sql":
        return effects_of(text.encode())
    if language != "plpgsql":
        return DYNAMIC if language in _TRUSTED else UNTRUSTED
    body = plpgsql.read(text, definition)
    if body.words is None:
        return DYNAMIC
    if body.parts is None:
        return by_words(body.words)
    mark = {"mark"} if any(MARK_SCHEMA in word.lower() for word in body.words) else set()
    out = Effects(
        calls=frozenset(("", word) for word in body.declared),
        operators=frozenset(("", sign) for sign in body.operators),
        types=frozenset(("", word) for word in body.words),
        hazards=frozenset(mark),
    )
    for part, use in body.parts:
        out = out.joined(_part(part, use, body.plain))
    return out


def _part(text: str, use: Use, plain: frozenset[str]) -> Effects:
    if use == Use.RUNS:
        return effects_of(text.encode())
    evaluated = effects_of_expression(text)
    if use == Use.EVALUATES:
        return evaluated
    built = built_from(text, plain)
    return evaluated.joined(DYNAMIC if built is None else opened(effects_of(built.encode())))

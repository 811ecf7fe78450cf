"""The session objects that one text creates, needs and drops: prepared statements, cursors, relations, settings.

Session objects end with their session. A replay can create them only if the log contains the statement that created them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pgrehearse.workload.sql.parse_tree import Node, nodes, texts

STATEMENT, CURSOR, RELATION, SETTING, SEQUENCE = "statement", "cursor", "relation", "setting", "sequence"
# A permanent relation: it appears only as created, for statements that need a relation of this name.
LASTING = "lasting"
# All objects of a kind. For settings and sequences, the text does not always show which one it is.
EVERY = "*"
# Functions that read what the session had set or drawn before.
_READS = {"current_setting": SETTING, "currval": SEQUENCE, "lastval": SEQUENCE}
_RELATIONS = {"OBJECT_TABLE", "OBJECT_VIEW", "OBJECT_SEQUENCE", "OBJECT_MATVIEW", "OBJECT_FOREIGN_TABLE"}


@dataclass(frozen=True, slots=True)
class SessionState:
    """Session objects, each as ``kind name``."""

    makes: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    drops: frozenset[str] = frozenset()


NO_STATE = SessionState()


def thing(kind: str, name: str) -> str:
    """Return the text of a session object: ``kind name``."""
    return f"{kind} {name}"


def session_state(trees: Iterable[Node]) -> SessionState:
    """Return the session objects that all statements of a text together create, need and drop."""
    walk = _Walk()
    for tree in trees:
        for key, node in nodes(tree):
            walk.meet(key, node)
    needs = walk.needs - walk.makes - walk.queries
    return SessionState(frozenset(walk.makes), frozenset(needs), frozenset(walk.drops))


@dataclass(slots=True)
class _Walk:
    makes: set[str] = field(default_factory=set)
    needs: set[str] = field(default_factory=set)
    drops: set[str] = field(default_factory=set)
    queries: set[str] = field(
        default_factory=set
    )  # what the text itself means by a relation's name: a query of WITH, what it creates

    def meet(self, key: str, node: Node) -> None:
        """Take one object of a tree."""
        if "relname" in node:
            self.needs.add(thing(RELATION, str(node["relname"])))
        if "ctename" in node:
            self.queries.add(thing(RELATION, str(node["ctename"])))
        if "cursor_name" in node:
            self.needs.add(thing(CURSOR, str(node["cursor_name"])))
        if "funcname" in node and (kind := _READS.get((texts(node["funcname"]) or [""])[-1])):
            self.needs.add(thing(kind, EVERY))
        if key in {"into", "intoClause"} and "rel" in node:
            self.made(node["rel"])
        if (special := _STATEMENTS.get(key)) is not None:
            special(self, node)

    def made(self, relation: Node) -> None:
        """Take a relation that is created."""
        temporary = relation.get("relpersistence") == "t" or relation.get("schemaname") == "pg_temp"
        name = str(relation.get("relname", ""))
        self.makes.add(thing(RELATION if temporary else LASTING, name))
        self.queries.add(thing(RELATION, name))

    def creates_table(self, node: Node) -> None:
        self.made(node["relation"])

    def creates_view(self, node: Node) -> None:
        self.made(node["view"])

    def creates_sequence(self, node: Node) -> None:
        self.made(node["sequence"])

    def drops_objects(self, node: Node) -> None:
        """DROP TABLE and its kin."""
        if node.get("removeType") not in _RELATIONS:
            return
        for one in node.get("objects", []):
            named = thing(RELATION, (texts(one.get("List", {}).get("items", [])) or [""])[-1])
            self.drops.add(named)
            if not node.get("missing_ok"):
                self.needs.add(named)

    def prepares(self, node: Node) -> None:
        self.makes.add(thing(STATEMENT, str(node.get("name", ""))))

    def executes(self, node: Node) -> None:
        self.needs.add(thing(STATEMENT, str(node.get("name", ""))))

    def deallocates(self, node: Node) -> None:
        self._ends(STATEMENT, str(node.get("name", "")))

    def declares(self, node: Node) -> None:
        self.makes.add(thing(CURSOR, str(node.get("portalname", ""))))

    def fetches(self, node: Node) -> None:
        self.needs.add(thing(CURSOR, str(node.get("portalname", ""))))

    def closes(self, node: Node) -> None:
        self._ends(CURSOR, str(node.get("portalname", "")))

    def discards(self, node: Node) -> None:
        discards_all = node.get("target") == "DISCARD_ALL"
        self.drops |= {thing(kind, EVERY) for kind in ((STATEMENT, CURSOR, RELATION) if discards_all else ())}
        if node.get("target") == "DISCARD_TEMP":
            self.drops.add(thing(RELATION, EVERY))

    def _ends(self, kind: str, name: str) -> None:
        """One object is needed and dropped, or (without a name) all objects of its kind are dropped."""
        self.drops.add(thing(kind, name or EVERY))
        if name:
            self.needs.add(thing(kind, name))


_STATEMENTS: dict[str, Callable[[_Walk, Node], None]] = {
    "CreateStmt": _Walk.creates_table,
    "CreateForeignTableStmt": lambda walk, node: walk.made(node["base"]["relation"]),
    "ViewStmt": _Walk.creates_view,
    "CreateSeqStmt": _Walk.creates_sequence,
    "DropStmt": _Walk.drops_objects,
    "PrepareStmt": _Walk.prepares,
    "ExecuteStmt": _Walk.executes,
    "DeallocateStmt": _Walk.deallocates,
    "DeclareCursorStmt": _Walk.declares,
    "FetchStmt": _Walk.fetches,
    "ClosePortalStmt": _Walk.closes,
    "DiscardStmt": _Walk.discards,
}

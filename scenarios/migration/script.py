"""A migration file as statements, by PostgreSQL's grammar: each with its line, and whether it may be in a transaction block."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base.errors import BadInput
from pgrehearse.scenarios.keys.sql_text import statements_of_text
from pgrehearse.workload.sql.lexer import COMMENTS, tokens
from pgrehearse.workload.sql.parse_tree import Node

# Statements that are executed in a transaction of their own, so that their locks can be read before it ends. Any other
# statement is executed as psql executes it: some may not be in a transaction block, and CALL and DO may end it.
_IN_TRANSACTION = frozenset(
    [
        "AlterEnumStmt",
        "AlterObjectSchemaStmt",
        "AlterOwnerStmt",
        "AlterSeqStmt",
        "AlterTableStmt",
        "CommentStmt",
        "CompositeTypeStmt",
        "CreateDomainStmt",
        "CreateEnumStmt",
        "CreateFunctionStmt",
        "CreateSchemaStmt",
        "CreateSeqStmt",
        "CreateStatsStmt",
        "CreateStmt",
        "CreateTableAsStmt",
        "CreateTrigStmt",
        "DeleteStmt",
        "DropStmt",
        "GrantStmt",
        "IndexStmt",
        "InsertStmt",
        "MergeStmt",
        "RenameStmt",
        "RuleStmt",
        "SelectStmt",
        "TruncateStmt",
        "UpdateStmt",
        "ViewStmt",
    ]
)
# The kinds of TransactionStmt in a parse tree that begin a transaction block.
_BEGIN = frozenset({"TRANS_STMT_BEGIN", "TRANS_STMT_START"})
_END = frozenset({"TRANS_STMT_COMMIT", "TRANS_STMT_ROLLBACK", "TRANS_STMT_PREPARE"})


@dataclass(frozen=True, slots=True)
class MigrationStatement:
    """One statement of a migration file. *line*: where it begins, from 1; *begins*, *ends*: it begins or ends a transaction block of the
    file; *wrapped*: it is executed in a transaction of its own where it is outside of a transaction block."""

    sql: str
    line: int
    begins: bool = False
    ends: bool = False
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class MigrationScript:
    """A migration file: its *path* as the user wrote it, and its statements."""

    path: str
    statements: tuple[MigrationStatement, ...]


def read_script(path: str) -> MigrationScript:
    """Read a migration file. Raises ``BadInput`` for one that cannot be read or parsed, or that is not SQL for a server."""
    try:
        text = Path(path).read_bytes().decode()
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}", remedy="give the path of a migration file of SQL") from None
    except UnicodeDecodeError:
        raise BadInput(f"{path}: not UTF-8", remedy="save the migration file as UTF-8") from None
    octets = text.encode()
    found = statements_of_text(text, path)
    read = tuple(_statement(octets, one.tree, one.start, one.length) for one in found)
    for statement, one in zip(read, found, strict=True):
        copy = one.tree.get("CopyStmt")
        if copy is not None and not copy.get("filename"):
            raise BadInput(
                f"{path}:{statement.line}: COPY from or to a client is not executed",
                remedy="use INSERT, or create the data by the seed of the side",
            )
    _refuse_open_block(path, read)
    return MigrationScript(path, read)


def _refuse_open_block(path: str, found: tuple[MigrationStatement, ...]) -> None:
    """Raise ``BadInput`` for a transaction block that the file does not end: nothing of it would be committed."""
    begun = 0
    for statement in found:
        begun = statement.line if statement.begins else begun * (not statement.ends)
    if begun:
        raise BadInput(f"{path}:{begun}: the transaction block that begins here is not ended", remedy="add COMMIT")


def _statement(octets: bytes, tree: Node, start: int, length: int) -> MigrationStatement:
    """Return one statement; *start* and *length* are in bytes."""
    before = octets[:start].decode()
    sql = octets[start : start + length if length else len(octets)].decode()
    code = next((token.start for token in tokens(sql) or () if token.name not in COMMENTS), 0)
    transaction = tree.get("TransactionStmt", {})
    kind = transaction.get("kind", "")
    return MigrationStatement(
        sql[code:].strip(),
        1 + before.count("\n") + sql[:code].count("\n"),
        begins=kind in _BEGIN or bool(transaction.get("chain")),
        ends=kind in _END,
        wrapped=next(iter(tree)) in _IN_TRANSACTION and not _is_concurrent(tree),
    )


def _is_concurrent(tree: Node) -> bool:
    """Return whether a statement is executed in several transactions (CONCURRENTLY)."""
    node = next(iter(tree.values()))
    if node.get("concurrent"):
        return True
    return any(
        command.get("AlterTableCmd", {}).get("def", {}).get("PartitionCmd", {}).get("concurrent")
        for command in node.get("cmds", [])
        if isinstance(command, dict)
    )

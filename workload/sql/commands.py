"""A review of SQL commands: which commands read, which write inside the database, and which act outside it.

Keys are the names of parse nodes (``nodes/parsenodes.h``). A command that is not listed counts as not reviewed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_READS = """
    SelectStmt VariableSetStmt VariableShowStmt TransactionStmt DeallocateStmt DiscardStmt DeclareCursorStmt FetchStmt
    ClosePortalStmt ExplainStmt PrepareStmt ExecuteStmt CopyStmt UnlistenStmt ConstraintsSetStmt RawStmt ReturnStmt PLAssignStmt
    SetOperationStmt DoStmt
"""
_WRITES = """
    InsertStmt UpdateStmt DeleteStmt MergeStmt TruncateStmt CallStmt LockStmt ListenStmt CheckPointStmt CreateStmt
    CreateTableAsStmt ViewStmt IndexStmt CreateSeqStmt AlterSeqStmt CreateSchemaStmt CreateDomainStmt AlterDomainStmt
    CompositeTypeStmt CreateEnumStmt AlterEnumStmt CreateRangeStmt AlterTypeStmt AlterTableStmt AlterCollationStmt DropStmt
    RenameStmt AlterOwnerStmt AlterObjectSchemaStmt AlterObjectDependsStmt CommentStmt SecLabelStmt GrantStmt
    AlterDefaultPrivilegesStmt RuleStmt CreateTrigStmt CreateEventTrigStmt AlterEventTrigStmt CreatePolicyStmt AlterPolicyStmt
    CreateStatsStmt AlterStatsStmt DefineStmt CreateCastStmt CreateConversionStmt CreateTransformStmt CreateOpClassStmt
    CreateOpFamilyStmt AlterOpFamilyStmt AlterOperatorStmt CreateAmStmt CreateFunctionStmt AlterFunctionStmt VacuumStmt ClusterStmt
    ReindexStmt RefreshMatViewStmt ReplicaIdentityStmt AlterTSDictionaryStmt AlterTSConfigurationStmt CreatePublicationStmt
    AlterPublicationStmt
"""
_OUTSIDE = {
    "alter-system": "AlterSystemStmt",
    "database": "CreatedbStmt DropdbStmt AlterDatabaseStmt AlterDatabaseSetStmt AlterDatabaseRefreshCollStmt",
    "role": "CreateRoleStmt AlterRoleStmt AlterRoleSetStmt DropRoleStmt GrantRoleStmt DropOwnedStmt ReassignOwnedStmt",
    "tablespace": "CreateTableSpaceStmt DropTableSpaceStmt AlterTableSpaceOptionsStmt AlterTableMoveAllStmt",
    "subscription": "CreateSubscriptionStmt AlterSubscriptionStmt DropSubscriptionStmt",
    "foreign-server": "CreateFdwStmt AlterFdwStmt CreateForeignServerStmt AlterForeignServerStmt CreateUserMappingStmt "
    "AlterUserMappingStmt DropUserMappingStmt ImportForeignSchemaStmt CreateForeignTableStmt",
    "untrusted-code": "CreateExtensionStmt AlterExtensionStmt AlterExtensionContentsStmt CreatePLangStmt LoadStmt",
    "notify": "NotifyStmt",
}
# The hazard of a command ("": it only reads); the objects that it names and calls have their own hazards.
COMMANDS = (
    dict.fromkeys(_READS.split(), "")
    | dict.fromkeys(_WRITES.split(), "writes")
    | {node: hazard for hazard, nodes in _OUTSIDE.items() for node in nodes.split()}
)
# Commands that rewrite or read all rows of the relations that they name, or of all relations of the database if they name none.
MAINTAINS = frozenset(
    {
        "ReindexStmt",
        "VacuumStmt",
        "ClusterStmt",
        "RefreshMatViewStmt",
        "AlterTableStmt",
        "IndexStmt",
        "CreateStatsStmt",
        "AlterDomainStmt",
    }
)
# Commands that change rows or state but no schema: no event trigger runs.
_NO_DDL = frozenset(
    {
        "InsertStmt",
        "UpdateStmt",
        "DeleteStmt",
        "MergeStmt",
        "TruncateStmt",
        "CallStmt",
        "LockStmt",
        "ListenStmt",
        "CheckPointStmt",
        "VacuumStmt",
        "ClusterStmt",
    }
)
_CHANGES_SCHEMA = frozenset(_WRITES.split()) - _NO_DDL
# Command tags of nodes (``tcop/cmdtaglist.h``), as far as event triggers tell them apart; DROP and CREATE go by the kind of object.
_TAGS = {
    "CreateStmt": "CREATE TABLE",
    "CreateTableAsStmt": "CREATE TABLE AS, SELECT INTO, CREATE MATERIALIZED VIEW",
    "ViewStmt": "CREATE VIEW",
    "IndexStmt": "CREATE INDEX",
    "CreateSeqStmt": "CREATE SEQUENCE",
    "CreateSchemaStmt": "CREATE SCHEMA",
    "CreateDomainStmt": "CREATE DOMAIN",
    "AlterDomainStmt": "ALTER DOMAIN",
    "CompositeTypeStmt": "CREATE TYPE",
    "CreateEnumStmt": "CREATE TYPE",
    "CreateRangeStmt": "CREATE TYPE",
    "AlterEnumStmt": "ALTER TYPE",
    "CreateFunctionStmt": "CREATE FUNCTION, CREATE PROCEDURE",
    "CreateTrigStmt": "CREATE TRIGGER",
    "RuleStmt": "CREATE RULE",
    "CreatePolicyStmt": "CREATE POLICY",
    "AlterPolicyStmt": "ALTER POLICY",
    "GrantStmt": "GRANT, REVOKE",
    "CommentStmt": "COMMENT",
    "RefreshMatViewStmt": "REFRESH MATERIALIZED VIEW",
    "ReindexStmt": "REINDEX",
    "AlterTableStmt": "ALTER TABLE, ALTER INDEX, ALTER SEQUENCE, ALTER VIEW, ALTER MATERIALIZED VIEW, ALTER FOREIGN TABLE, ALTER TYPE",
    "SELECT INTO": "SELECT INTO",
}
_WORDS = {
    "TSCONFIGURATION": "TEXT SEARCH CONFIGURATION",
    "TSDICTIONARY": "TEXT SEARCH DICTIONARY",
    "MATVIEW": "MATERIALIZED VIEW",
}
# The name under which a catalog holds what event triggers do: without a tag, of one tag, of any tag.
_EVENT_TRIGGERS = "(event triggers)"


def event_triggers(node: str, content: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Return the names of the event triggers that a command may fire."""
    if node not in _CHANGES_SCHEMA and node not in _TAGS:
        return set()
    kind = content.get("removeType" if node == "DropStmt" else "kind", "") if node in {"DropStmt", "DefineStmt"} else ""
    word = str(kind).removeprefix("OBJECT_")
    verb = "DROP" if node == "DropStmt" else "CREATE"
    tags = f"{verb} {_WORDS.get(word, word.replace('_', ' '))}" if word else _TAGS.get(node, "*")
    return {("pg_catalog", _EVENT_TRIGGERS), *(("pg_catalog", f"{_EVENT_TRIGGERS} {tag}") for tag in tags.split(", "))}


# DROP, ALTER ... RENAME, OWNER, GRANT: by the kind of object.
OBJECTS = {
    "OBJECT_DATABASE": "database",
    "OBJECT_ROLE": "role",
    "OBJECT_PARAMETER_ACL": "role",
    "OBJECT_TABLESPACE": "tablespace",
    "OBJECT_SUBSCRIPTION": "subscription",
    "OBJECT_FOREIGN_SERVER": "foreign-server",
    "OBJECT_FDW": "foreign-server",
    "OBJECT_USER_MAPPING": "foreign-server",
    "OBJECT_EXTENSION": "untrusted-code",
    "OBJECT_LANGUAGE": "untrusted-code",
}

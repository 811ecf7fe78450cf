"""SQL's commands, reviewed: which read, which write inside the database, and which reach beyond it.

By the names of parse nodes (``nodes/parsenodes.h``). A command that is not here counts as not reviewed.
"""

from __future__ import annotations

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
# Hazard of a command ("": it only reads); what it names and calls has hazards of its own.
COMMANDS = (
    dict.fromkeys(_READS.split(), "")
    | dict.fromkeys(_WRITES.split(), "writes")
    | {node: hazard for hazard, nodes in _OUTSIDE.items() for node in nodes.split()}
)
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

"""A review of PostgreSQL's built-in functions: which volatile functions have effects, and which effects.

The volatile functions of ``pg_catalog`` in PostgreSQL 13 to 18 were read one by one (``select proname from pg_proc where
provolatile = 'v'``). A volatile function that is in neither table (a later version's) counts as not reviewed. Functions
that run a query given as text are listed whatever their volatility: what they do depends on that text.
"""

from __future__ import annotations

import re
from functools import cache

# The schema of the mark (targets/adoption_mark.py).
MARK_SCHEMA = "pgrehearse"
# The hazards of a statement and their texts ("it ..."). The first hazard in this order is the one that is reported.
HAZARDS = {
    "mark": "names the mark that makes this database a rehearsal",
    "password": "sets a password",
    "guard": "changes what keeps the session read-only",
    "alter-system": "changes the server's configuration",
    "database": "creates, changes or drops a database",
    "role": "creates, changes or drops a role",
    "tablespace": "creates, changes or drops a tablespace",
    "subscription": "creates, changes or drops a subscription",
    "foreign-server": "creates, changes or drops a foreign server or user mapping",
    "untrusted-code": "loads or calls code in an untrusted language",
    "copy-program": "runs a program on the server",
    "copy-file": "reads or writes a file on the server",
    "server-file": "calls a function that reads or writes files on the server",
    "dblink": "connects to another database",
    "http": "sends a request to another service",
    "lambda": "calls a cloud function",
    "s3": "reads or writes object storage",
    "cron": "schedules a job",
    "queue": "sends to or takes from a queue",
    "foreign-table": "reads or writes a foreign table",
    "slot": "creates, reads, advances or drops a replication slot or origin",
    "wal": "changes the write-ahead log or recovery",
    "backup": "starts or stops a backup",
    "terminate": "signals another session",
    "notify": "notifies other sessions",
    "statistics": "resets or replaces statistics",
    "system-catalog": "writes to a system catalog",
    "dynamic-sql": "runs SQL that is put together at run time",
    "native-code": "calls a compiled function of an extension that was not reviewed",
    "unreviewed": "uses a command or function that was not reviewed",
    "unparsed": "could not be parsed",
    "advisory": "takes or releases an advisory lock",
    "writes": "writes",
    "volatile": "calls a volatile function",
}
# Effects that are confined to the databases that a replay with --writes may change.
INSIDE = frozenset({"writes", "advisory", "guard", "volatile"})
# Hazards that no option allows.
NEVER = frozenset({"mark", "password"})
# The values of --allow: in a read-only replay, and with --writes.
ALLOWABLE_READING = frozenset({"advisory", "foreign-table", "native-code", "unreviewed", "volatile"})
ALLOWABLE = tuple(name for name in HAZARDS if name in ALLOWABLE_READING or name not in INSIDE | NEVER)

_DOES = {
    "advisory": r"pg_(?:try_)?advisory_\w+",
    "notify": r"pg_notify",
    "terminate": r"pg_(?:cancel|terminate)_backend|pg_log_backend_memory_contexts",
    "slot": r"pg_(?:create|drop|copy)_\w*replication_slot|pg_replication_slot_advance|pg_logical_slot_\w+|pg_sync_replication_slots"
    r"|pg_replication_origin_(?:advance|create|drop|session_reset|session_setup|xact_reset|xact_setup)",
    "wal": r"pg_switch_wal|pg_switch_xlog|pg_create_restore_point|pg_logical_emit_message|pg_log_standby_snapshot|pg_promote"
    r"|pg_wal_replay_(?:pause|resume)",
    "backup": r"pg_backup_(?:start|stop)|pg_(?:start|stop)_backup",
    "statistics": r"pg_stat_reset\w*|pg_(?:restore|clear|set)_(?:relation|attribute)_stats",
    "server-file": r"pg_read_(?:binary_)?file(?:_old)?|pg_ls_\w+|pg_stat_file|lo_import|lo_export|pg_export_snapshot",
    "alter-system": r"pg_reload_conf|pg_rotate_logfile(?:_old)?",
    "dynamic-sql": r"(?:query|cursor|table|schema|database)_to_xml(?:schema|_and_xmlschema)?|ts_stat|ts_rewrite",
    "writes": r"nextval|setval|lo_creat|lo_create|lo_from_bytea|lo_put|lo_truncate(?:64)?|lo_unlink|lowrite|brin_summarize_\w+"
    r"|brin_desummarize_range|gin_clean_pending_list|pg_import_system_collations",
}
_HARMLESS = (
    r"array_(?:sample|shuffle)|bernoulli|system|clock_timestamp|timeofday|current_query|currval|lastval|random(?:_normal)?|setseed"
    r"|gen_random_uuid|uuidv[47]|pg_sleep(?:_for|_until)?|set_config|lo_(?:close|get|open)|lo_(?:lseek|tell)(?:64)?|loread"
    r"|pg_(?:database|relation|table|indexes|total_relation|tablespace)_size|pg_is_in_recovery|pg_current_wal_\w+|pg_last_\w+"
    r"|pg_current_logfile|pg_blocking_pids|pg_safe_snapshot_blocking_pids|pg_isolation_test_session_is_blocked|pg_control_\w+"
    r"|pg_(?:database_)?collation_actual_version|pg_get_(?:aios|backend_memory_contexts|loaded_modules|multixact_members|sequence_data"
    r"|shmem_allocations(?:_numa)?|wait_events|wal_\w+)|pg_hba_file_rules|pg_ident_file_mappings|pg_jit_available|pg_lock_status"
    r"|pg_notification_queue_usage|pg_partition_(?:ancestors|tree)|pg_prepared_xact|pg_replication_origin_(?:progress|session_is_setup"
    r"|session_progress)|pg_sequence_last_value|pg_show_all_file_settings|pg_show_replication_origin_status|pg_stat_clear_snapshot"
    r"|pg_stat_force_next_flush|pg_stat_get_\w+|pg_stat_have_stats|pg_xact_\w+|txid_status|pg_is_wal_replay_paused"
    r"|pg_available_wal_summaries|pg_wal_summary_contents|currtid2?|amvalidate|\w+handler|\w+_validator|dsnowball_\w+"
    r"|RI_FKey_\w+|unique_key_recheck|suppress_redundant_updates_trigger|tsvector_update_trigger(?:_column)?|plpgsql_\w+"
)


@cache
def hazard_of_builtin(name: str) -> str:
    """Return the hazard of a built-in function: "" if it has none, also for a function that is not volatile."""
    return next((hazard for hazard, names in _DOES.items() if re.fullmatch(names, name)), "")


def reviewed(name: str) -> bool:
    """Return whether a volatile built-in function was reviewed."""
    return bool(hazard_of_builtin(name)) or re.fullmatch(_HARMLESS, name) is not None


# Extensions whose every function leaves the database, by hazard.
EXTENSIONS_OUT = {
    "dblink": "dblink",
    "plproxy": "dblink",
    "citus": "dblink",
    "postgres_fdw": "foreign-table",
    "http": "http",
    "pgsql_http": "http",
    "pg_net": "http",
    "pg_curl": "http",
    "www_fdw": "http",
    "aws_lambda": "lambda",
    "aws_s3": "s3",
    "aws_ml": "http",
    "azure_ai": "http",
    "azure_storage": "s3",
    "google_ml_integration": "http",
    "oci_storage": "s3",
    "pg_cron": "cron",
    "pgagent": "cron",
    "pg_timetable": "cron",
    "pg_background": "dynamic-sql",
    "pgq": "queue",
    "pgq_node": "queue",
    "amqp": "queue",
    "pg_amqp": "queue",
    "kafka_fdw": "queue",
    "adminpack": "server-file",
    "file_fdw": "server-file",
    "tcn": "notify",
}
# Single functions of other extensions.
EXTENSION_FUNCTIONS = {
    ("tablefunc", r"crosstab\w*|connectby"): "dynamic-sql",
    ("xml2", r"xpath_table"): "dynamic-sql",
    ("pg_stat_statements", r"pg_stat_statements_reset"): "statistics",
    ("pg_visibility", r"pg_truncate_visibility_map"): "writes",
    ("pg_prewarm", r"autoprewarm_\w+"): "server-file",
    ("lo", r"lo_manage"): "writes",
}
# Extensions whose compiled functions were reviewed: the volatile ones change nothing but their result or their session.
EXTENSIONS_REVIEWED = frozenset(
    {
        "amcheck",
        "btree_gin",
        "btree_gist",
        "citext",
        "cube",
        "earthdistance",
        "fuzzystrmatch",
        "hstore",
        "insert_username",
        "autoinc",
        "moddatetime",
        "refint",
        "intarray",
        "isn",
        "lo",
        "ltree",
        "pageinspect",
        "pg_buffercache",
        "pg_freespacemap",
        "pg_prewarm",
        "pg_stat_statements",
        "pg_trgm",
        "pg_visibility",
        "pg_walinspect",
        "pgcrypto",
        "pgrowlocks",
        "pgstattuple",
        "plpgsql",
        "seg",
        "sslinfo",
        "tablefunc",
        "tsm_system_rows",
        "tsm_system_time",
        "unaccent",
        "uuid-ossp",
        "vector",
        "xml2",
    }
)


def hazard_of_extension(extension: str, name: str, *, volatile: bool) -> str:
    """Return the hazard of a compiled function of an *extension* ("": of no extension)."""
    if extension in EXTENSIONS_OUT:
        return EXTENSIONS_OUT[extension]
    for (owner, names), hazard in EXTENSION_FUNCTIONS.items():
        if owner == extension and re.fullmatch(names, name):
            return hazard
    return "native-code" if volatile and extension not in EXTENSIONS_REVIEWED else ""

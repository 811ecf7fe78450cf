"""Parameter groups of a target: production's values, without what acts outside, and with logging."""

from __future__ import annotations

from pgrehearse.targets.aws.facts import Level, Setting
from pgrehearse.targets.aws.parameters import group_values

DYNAMIC = Setting(static=False, modifiable=True)
STATIC = Setting(static=True, modifiable=True)
CLUSTER = {
    "work_mem": DYNAMIC,
    "shared_buffers": STATIC,
    "shared_preload_libraries": STATIC,
    "rds.logical_replication": STATIC,
    "max_logical_replication_workers": STATIC,
    "cron.database_name": STATIC,
    "ssl": Setting(static=True, modifiable=False),
    "log_min_duration_statement": DYNAMIC,
}
INSTANCE = {"work_mem": DYNAMIC, "log_connections": DYNAMIC}
LEVELS = {Level.CLUSTER: CLUSTER, Level.INSTANCE: INSTANCE}
PRODUCTION = {
    "work_mem": "65536",
    "shared_buffers": "{DBInstanceClassMemory/32768}",
    "shared_preload_libraries": "pg_stat_statements, pg_cron,auto_explain",
    "rds.logical_replication": "1",
    "cron.database_name": "app",
    "ssl": "1",
    "log_min_duration_statement": "500",
    "max_wal_size": "4096",
}


def test_values_go_to_the_first_level_that_may_set_them() -> None:
    """What acts outside is off; what the family does not have, or may not set, is left out; logging is complete."""
    result = group_values(PRODUCTION, {}, LEVELS, migrates=True)
    assert result.values == {
        Level.CLUSTER: {
            "work_mem": "65536",
            "shared_preload_libraries": "pg_stat_statements,auto_explain",
            "rds.logical_replication": "0",
            "max_logical_replication_workers": "0",
            "log_min_duration_statement": "0",
        },
        Level.INSTANCE: {"log_connections": "1"},
    }
    assert result.static == {"shared_preload_libraries", "rds.logical_replication", "max_logical_replication_workers"}


def test_each_difference_from_production_has_a_note() -> None:
    """With the reason."""
    notes = "\n".join(group_values(PRODUCTION, {}, LEVELS, migrates=True).notes)
    for text in (
        "parameter shared_buffers is not copied: Aurora has",
        "parameter rds.logical_replication is not copied: a slot",
        "parameter cron.database_name is not copied: pg_cron",
        "not loaded: pg_cron: its jobs",
        "parameter ssl is left out",
        "parameter max_wal_size is left out",
        "parameter log_min_duration_statement: 500 in production, 0 here",
    ):
        assert text in notes
    assert "work_mem" not in notes


def test_parameters_of_the_file_win_and_a_restore_of_the_same_engine_keeps_sizes() -> None:
    """A value of the target's file has priority; RDS keeps the shared_buffers of RDS."""
    result = group_values(PRODUCTION, {"work_mem": "131072"}, {Level.INSTANCE: CLUSTER}, migrates=False)
    assert result.values[Level.INSTANCE]["work_mem"] == "131072"
    assert result.values[Level.INSTANCE]["shared_buffers"] == "{DBInstanceClassMemory/32768}"
    assert "parameter work_mem: 65536 in production, 131072 here" in result.notes

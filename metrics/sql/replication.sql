-- The lag of the slowest standby, as the primary reports it.
select max(pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), replay_lsn))::float8 as replica_lag_bytes
from pg_catalog.pg_stat_replication
where state = 'streaming' and application_name not like 'pg_basebackup%'

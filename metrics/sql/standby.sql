-- The lag as the standby reports it. The age of the last replayed transaction grows while the primary is idle: a standby that
-- has replayed all that it received has no lag.
select
  case
    when pg_catalog.pg_last_wal_receive_lsn() = pg_catalog.pg_last_wal_replay_lsn() then 0
    else greatest(0, extract(epoch from clock_timestamp() - pg_catalog.pg_last_xact_replay_timestamp()) * 1000)
  end::float8 as replica_lag_ms

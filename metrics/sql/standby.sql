-- The standby's own view. The age of the last replayed transaction grows on an idle primary: a standby that has
-- replayed all it received is not behind.
select
  case
    when pg_catalog.pg_last_wal_receive_lsn() = pg_catalog.pg_last_wal_replay_lsn() then 0
    else greatest(0, extract(epoch from clock_timestamp() - pg_catalog.pg_last_xact_replay_timestamp()) * 1000)
  end::float8 as replica_lag_ms

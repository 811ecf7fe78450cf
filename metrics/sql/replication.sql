-- The lag of each standby, as the primary reports it. Its time is not known (NULL) soon after the primary became idle: a standby that
-- has replayed everything has none. The clients of logical slots are no standbys: only their bytes count.
select
  r.application_name as instance,
  max(pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), r.replay_lsn))::float8 as replica_lag_bytes,
  max(
    case
      when s.slot_type = 'logical' then null
      when r.replay_lag is not null then extract(epoch from r.replay_lag) * 1000
      when r.replay_lsn >= pg_catalog.pg_current_wal_lsn() then 0
    end
  )::float8 as replica_lag_ms
from pg_catalog.pg_stat_replication as r
left join pg_catalog.pg_replication_slots as s on s.active_pid = r.pid
where r.state = 'streaming' and r.application_name not like 'pg_basebackup%'
group by r.application_name

-- The sessions that block each session that waits for a lock, and one row without blockers, also if no session waits: no row means that the
-- server was not read. A session that waits behind others in the queue of one lock is blocked by each of them.
select pid, pg_catalog.pg_blocking_pids(pid) as blockers
from pg_catalog.pg_stat_activity
where wait_event_type = 'Lock'
union all
select 0, '{}'

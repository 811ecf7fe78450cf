-- The longest chain of sessions that wait for a lock: each is blocked by the next one. 0: no session waits.
-- A session that waits behind others in the queue of one lock is blocked by each of them. UNION removes equal rows: the number of rows is
-- bounded by the sessions and the depth. 100: a deadlock that is not detected yet is a circle.
with recursive blocked as materialized (
  select pid, unnest(pg_catalog.pg_blocking_pids(pid)) as blocker
  from pg_catalog.pg_stat_activity
  where wait_event_type = 'Lock'
), chain (blocker, depth) as (
  select blocker, 1 from blocked
  union
  select blocked.blocker, chain.depth + 1 from chain join blocked on blocked.pid = chain.blocker where chain.depth < 100
)
select coalesce(max(depth), 0)::float8 as lock_depth from chain

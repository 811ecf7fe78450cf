-- Active sessions with their query and wait event, in $1 samples, $2 microseconds apart; sessions that wait for their client are idle.
-- One query for several samples: a query costs the server, and the sampler, several times as much as a sample.
select
  coalesce(seen.wait_event_type, 'CPU') as class,
  coalesce(seen.wait_event, 'CPU') as event,
  seen.query_id,
  seen.query,
  count(*)::int8 as sessions
from pg_catalog.generate_series(1, $1::int4) as sample
cross join lateral (
  -- In this order: wait until the sample is due, discard the snapshot of the last one. OFFSET makes it a step of its own in the plan.
  select
    sample,
    pg_catalog.pg_sleep(greatest(0, extract(epoch from statement_timestamp() - clock_timestamp()) + (sample - 1) * $2::int4 / 1e6)::float8),
    pg_catalog.pg_stat_clear_snapshot()
  offset 0
) as due
-- NULL: every session. The expression depends on the sample, so that each sample calls the function again.
cross join lateral pg_catalog.pg_stat_get_activity(nullif(due.sample, due.sample)) as seen
where seen.state = 'active' and seen.backend_type = 'client backend' and seen.application_name not like 'pgrehearse %'
  and not (coalesce(seen.wait_event_type, '') = 'Client' and seen.wait_event = 'ClientRead')
group by 1, 2, 3, 4

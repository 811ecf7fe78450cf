-- Who runs what and waits for what, in $1 looks, $2 microseconds apart; sessions that wait for their client's next words are idle.
-- One question for many looks: asking costs a server, and us, several times what looking does.
select
  coalesce(seen.wait_event_type, 'CPU') as class,
  coalesce(seen.wait_event, 'CPU') as event,
  seen.query_id,
  seen.query,
  count(*)::int8 as sessions
from pg_catalog.generate_series(1, $1::int4) as look
cross join lateral (
  -- In this order: wait until the look is due, forget what the last one saw. OFFSET keeps it a step of its own.
  select
    look,
    pg_catalog.pg_sleep(greatest(0, extract(epoch from statement_timestamp() - clock_timestamp()) + (look - 1) * $2::int4 / 1e6)::float8),
    pg_catalog.pg_stat_clear_snapshot()
  offset 0
) as due
-- NULL, for every session; the detour makes each look call the function again.
cross join lateral pg_catalog.pg_stat_get_activity(nullif(due.look, due.look)) as seen
where seen.state = 'active' and seen.backend_type = 'client backend' and seen.application_name not like 'pgrehearse %'
  and not (coalesce(seen.wait_event_type, '') = 'Client' and seen.wait_event = 'ClientRead')
group by 1, 2, 3, 4

-- Who runs what and waits for what, now; sessions that wait for their client's next words are idle.
select
  coalesce(wait_event_type, 'CPU') as class,
  coalesce(wait_event, 'CPU') as event,
  query_id,
  query,
  count(*)::int8 as sessions
from pg_catalog.pg_stat_activity
where state = 'active' and backend_type = 'client backend' and application_name not like 'pgrehearse %'
  and not (coalesce(wait_event_type, '') = 'Client' and wait_event = 'ClientRead')
group by 1, 2, 3, 4

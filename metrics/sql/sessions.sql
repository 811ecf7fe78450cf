-- Client sessions now; those of pgrehearse itself are not the application's.
select
  count(*)::float8 as connections,
  count(*) filter (where state = 'active' and not (wait_event_type = 'Client' and wait_event = 'ClientRead'))::float8 as active_sessions
from pg_catalog.pg_stat_activity
where backend_type = 'client backend' and application_name not like 'pgrehearse %'

-- Client sessions now; those of pgrehearse itself are not the application's. From 18 on a session is seen while it logs in, when
-- it has no name yet: whose it is will be known at the next look.
select
  count(*)::float8 as connections,
  count(*) filter (where wait_event_type = 'Lock')::float8 as lock_waits,
  coalesce(extract(epoch from clock_timestamp() - min(xact_start)), 0)::float8 as longest_transaction_s
from pg_catalog.pg_stat_activity
where backend_type = 'client backend' and application_name not like 'pgrehearse %' and state is distinct from 'starting'

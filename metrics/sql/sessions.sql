-- Client sessions at this moment, without those of pgrehearse. Since 18 a session is visible during its login, before it has an
-- application name: it counts from the next sample on.
select
  count(*)::float8 as connections,
  count(*) filter (where wait_event_type = 'Lock')::float8 as lock_waits,
  coalesce(extract(epoch from clock_timestamp() - min(xact_start)), 0)::float8 as longest_transaction_s
from pg_catalog.pg_stat_activity
where backend_type = 'client backend' and application_name not like 'pgrehearse %' and state is distinct from 'starting'

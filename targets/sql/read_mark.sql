select
  token, system_identifier, timeline, database_oid::bigint as database_oid, server_address, server_port,
  data_directory, directory_changed_us, not_known, adopted_by, allowed,
  to_char(adopted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as adopted_at,
  to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as expires_at,
  expires_at <= pg_catalog.clock_timestamp() as expired,
  coalesce(to_char(spent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), '') as spent_at,
  coalesce(workload, '') as workload
from pgrehearse.mark

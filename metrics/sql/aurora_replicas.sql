-- Aurora's readers and how far each is behind, in milliseconds. The row of an instance that no longer reports is not its state now.
select server_id as instance, replica_lag_in_msec::float8 as replica_lag_ms
from aurora_replica_status()
where session_id <> 'MASTER_SESSION_ID' and last_update_timestamp > clock_timestamp() - interval '1 minute'

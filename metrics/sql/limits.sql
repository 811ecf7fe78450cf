-- What a server can hold, as far as it says.
select name, setting::float8 * case unit when '8kB' then 8192 when 'kB' then 1024 when 'MB' then 1048576 else 1 end as value
from pg_catalog.pg_settings
where name in ('max_connections', 'shared_buffers', 'max_wal_size', 'max_worker_processes')

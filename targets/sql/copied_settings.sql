-- Settings that change plans and results, and that the source's configuration changed. Memory of the server and what acts outside are left out.
select s.name, pg_catalog.current_setting(s.name) as value
from pg_catalog.pg_settings as s
where s.source in ('configuration file', 'command line', 'environment variable')
  and s.context in ('user', 'superuser')
  and s.name not like 'lc\_%'
  and s.name not in ('default_tablespace', 'temp_tablespaces', 'default_table_access_method')
  and (
    s.category like 'Query Tuning%'
    or s.category in (
      'Client Connection Defaults / Statement Behavior',
      'Client Connection Defaults / Locale and Formatting',
      'Version and Platform Compatibility / Previous PostgreSQL Versions'
    )
    or s.name in ('work_mem', 'hash_mem_multiplier', 'maintenance_work_mem', 'max_parallel_workers_per_gather')
  )
order by 1

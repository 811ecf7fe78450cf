-- Every setting that is not at its default, and the few most important ones in any case.
select name, setting || coalesce(' ' || nullif(unit, ''), '') as value
from pg_catalog.pg_settings
where (source not in ('default', 'client', 'session') or name in ('shared_buffers', 'work_mem', 'effective_cache_size', 'random_page_cost', 'jit', 'io_method'))
  and name not in ('application_name', 'port', 'config_file', 'data_directory', 'hba_file', 'ident_file', 'log_directory', 'unix_socket_directories', 'cluster_name', 'log_filename', 'primary_conninfo', 'ssl_key_file', 'ssl_cert_file', 'primary_slot_name')
order by name

select datname as name, pg_encoding_to_char(encoding) as encoding
from pg_database
where datallowconn and not datistemplate
  and has_database_privilege(datname, 'CONNECT')
order by datname

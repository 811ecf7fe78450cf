-- Foreign servers with tables that can be read or written: the wrapper has a handler, and a user mapping where it needs one.
select
  'foreign-server' as name,
  s.srvname::text as object,
  pg_catalog.format(
    'by %s; %s foreign tables, user mappings for %s', w.fdwname,
    (select pg_catalog.count(*) from pg_catalog.pg_foreign_table as t where t.ftserver = s.oid),
    coalesce((select pg_catalog.string_agg(m.usename, ', ' order by m.usename) from pg_catalog.pg_user_mappings as m where m.srvid = s.oid), 'no role')
  ) as detail,
  case
    when (select r.rolsuper from pg_catalog.pg_roles as r where r.rolname = current_user)
      then array[pg_catalog.format('alter foreign data wrapper %I no handler', w.fdwname)]
    when pg_catalog.pg_has_role(s.srvowner, 'usage')
      then coalesce((
        select pg_catalog.array_agg(pg_catalog.format(
          'drop user mapping if exists for %s server %I',
          case when m.umuser = 0 then 'public' else pg_catalog.quote_ident(m.usename) end, s.srvname
        )) from pg_catalog.pg_user_mappings as m where m.srvid = s.oid and w.fdwname = 'postgres_fdw'
      ), '{}')
    else '{}'
  end as disarm
from pg_catalog.pg_foreign_server as s join pg_catalog.pg_foreign_data_wrapper as w on w.oid = s.srvfdw
where w.fdwhandler <> 0
  and (w.fdwname <> 'postgres_fdw' or exists (select from pg_catalog.pg_user_mappings as m where m.srvid = s.oid))
order by s.srvname

-- Event triggers, prepared transactions, archiving ($1: a managed service archives by itself), pg_cron in another database.
select
  'event-trigger' as name, t.evtname::text as object,
  pg_catalog.format('on %s, calls %s', t.evtevent, t.evtfoid::pg_catalog.regproc) as detail,
  case when pg_catalog.pg_has_role(t.evtowner, 'usage')
    then array[pg_catalog.format('alter event trigger %I disable', t.evtname)] else '{}' end as disarm
from pg_catalog.pg_event_trigger as t
where t.evtenabled <> 'D' and not exists (
  select from pg_catalog.pg_depend as d
  where d.classid = 'pg_catalog.pg_event_trigger'::regclass and d.objid = t.oid and d.deptype = 'e'
)
union all
select 'prepared-transaction', x.gid, pg_catalog.format('of %s in database %s', x.owner, x.database), '{}'
from pg_catalog.pg_prepared_xacts as x
union all
select
  'archive', coalesce(nullif(pg_catalog.current_setting('archive_library', true), ''), pg_catalog.current_setting('archive_command')),
  'archive_mode = ' || pg_catalog.current_setting('archive_mode') || ': WAL is written to an archive that may be production''s',
  case when (select r.rolsuper from pg_catalog.pg_roles as r where r.rolname = current_user)
      and coalesce(pg_catalog.current_setting('archive_library', true), '') = ''
    then array['alter system set archive_command = ''/bin/true''', 'select pg_catalog.pg_reload_conf()'] else '{}' end
where pg_catalog.current_setting('archive_mode') <> 'off' and not $1::boolean and (
  coalesce(pg_catalog.current_setting('archive_library', true), '') <> ''
  or pg_catalog.current_setting('archive_command') not in ('', '(disabled)', 'true', '/bin/true', '/usr/bin/true')
)
union all
select 'cron', 'jobs of database ' || c.place, 'pg_cron stores its jobs in that database, and may run them in this one', '{}'
from (select pg_catalog.current_setting('cron.database_name', true) as place) as c
where coalesce(c.place, '') not in ('', current_database())
  -- RDS has this setting also where pg_cron is not loaded. The libraries are not visible to every role: then they count as loaded.
  and not exists (
    select from pg_catalog.pg_settings as s
    where s.name = 'shared_preload_libraries' and s.setting !~ '(^|[ ,"/])pg_cron(\.so)?([ ,"]|$)'
  )
order by 1, 2

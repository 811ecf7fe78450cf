-- Replication from other servers to this one, and from this server to others.
select
  'subscription' as name,
  s.subname::text as object,
  pg_catalog.format('%s, of database %s, slot %s at the publisher', case when s.subenabled then 'enabled' else 'disabled' end, d.datname, coalesce(s.subslotname, 'none')) as detail,
  case when d.datname = current_database() and pg_catalog.pg_has_role(s.subowner, 'usage') then array[
    pg_catalog.format('alter subscription %I disable', s.subname),
    pg_catalog.format('alter subscription %I set (slot_name = none)', s.subname)
  ] else '{}' end as disarm
from pg_catalog.pg_subscription as s join pg_catalog.pg_database as d on d.oid = s.subdbid
where s.subenabled or s.subslotname is not null
union all
select
  'slot', l.slot_name::text,
  pg_catalog.format('%s, %s, %s', l.slot_type, coalesce('of database ' || l.database, 'of a standby or a backup'), case when l.active then 'active' else 'not active' end),
  case when l.database = current_database() and not l.active
    then array[pg_catalog.format('select pg_catalog.pg_drop_replication_slot(%L)', l.slot_name)] else '{}' end
from pg_catalog.pg_replication_slots as l
union all
select 'publication', p.pubname::text, 'has subscribers: this database has logical replication slots', '{}'
from pg_catalog.pg_publication as p
where exists (select from pg_catalog.pg_replication_slots as l where l.database = current_database())
union all
select 'standby', coalesce(nullif(r.application_name, ''), '(no name)'), 'receives this server''s WAL', '{}'
from pg_catalog.pg_stat_replication as r
order by 1, 2

-- The settings of a database, of a role, and of a role in a database, in this order: later ones override earlier ones.
select coalesce(d.datname, '') as database, coalesce(r.rolname, '') as "user",
  split_part(one, '=', 1) as name, substr(one, strpos(one, '=') + 1) as value
from pg_db_role_setting s
left join pg_database d on d.oid = s.setdatabase
left join pg_roles r on r.oid = s.setrole
cross join unnest(s.setconfig) as one
join pg_settings p on p.name = split_part(one, '=', 1) and p.context = 'user'
order by (s.setrole <> 0), (s.setdatabase <> 0), 1, 2, 3

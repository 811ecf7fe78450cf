-- The initial search path of sessions: of the server and the database ("": contains both), and of each role with a setting of its own.
with set(user_name, value) as (
  select coalesce(r.rolname, ''), substr(one, strpos(one, '=') + 1)
  from pg_db_role_setting s
  left join pg_roles r on r.oid = s.setrole
  cross join unnest(s.setconfig) as one
  where split_part(one, '=', 1) = 'search_path'
    and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
)
select user_name as "user", string_agg(value, ', ') as value
from (
  select user_name, value from set
  union all
  select '', coalesce(boot_val, '') from pg_settings where name = 'search_path'
  union all
  select '', coalesce(reset_val, '') from pg_settings where name = 'search_path'
) as every
group by user_name

-- The defaults of columns: the expression, and the command that sets another one. A generated column has no default.
select e.adrelid as relation, e.adnum as attribute, pg_get_expr(e.adbin, e.adrelid) as expression,
  format('%I.%I.%I', n.nspname, c.relname, a.attname) as "column",
  format('alter table only %s alter column %I set default ', e.adrelid::regclass, a.attname) as command
from pg_attrdef e
join pg_attribute a on a.attrelid = e.adrelid and a.attnum = e.adnum
join pg_class c on c.oid = e.adrelid
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and c.relpersistence <> 't' and coalesce(to_jsonb(a) ->> 'attgenerated', '') = ''
  and n.nspname not in ('pg_catalog', 'information_schema', 'pgrehearse')

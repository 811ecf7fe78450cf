-- The defaults that depend on an object (a sequence, a function): the expression, and the command that sets another one.
select e.adrelid as relation, e.adnum as attribute, pg_get_expr(e.adbin, e.adrelid) as expression,
  format('alter table only %s alter column %I set default ', e.adrelid::regclass, a.attname) as command
from pg_depend d
join pg_attrdef e on e.oid = d.objid
join pg_attribute a on a.attrelid = e.adrelid and a.attnum = e.adnum
where d.classid = 'pg_attrdef'::regclass and d.refclassid = $1::text::regclass and d.refobjid = $2

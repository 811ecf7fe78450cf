-- The identity columns that a sequence fills, and the commands that make their ids come from the queues. A trigger gives the id,
-- because an identity has no default: it replaces an id that the sequence has drawn, which is between $2 and $3; an id that a
-- statement gives is not. Its name makes it the first of the table.
select format('%s.%I', a.attrelid::regclass, a.attname) as column_name,
  exists (select from pg_partitioned_table p where p.partrelid = a.attrelid and a.attnum = any (p.partattrs)) as divides,
  format(
    'create function pgrehearse.identity_%s_%s() returns trigger language plpgsql as %L',
    a.attrelid, a.attnum,
    format('begin new.%1$I := pgrehearse.draw(''%2$s''::pg_catalog.regclass, new.%1$I); return new; end', a.attname, d.objid)
  ) as create_function,
  format(
    'create trigger "!pgrehearse_identity" before insert on %1$s for each row when (new.%2$I between %3$s and %4$s) '
    'execute function pgrehearse.identity_%5$s_%6$s()',
    a.attrelid::regclass, a.attname, $2::bigint, $3::bigint, a.attrelid, a.attnum
  ) as create_trigger
from pg_depend d
join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
where d.classid = 'pg_class'::regclass and d.objid = $1 and d.refclassid = 'pg_class'::regclass and d.deptype = 'i' and d.refobjsubid > 0

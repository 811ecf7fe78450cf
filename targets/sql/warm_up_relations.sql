-- The tables that a workload uses, by name with or without a schema, with their partitions, and the indexes of both. $1: names.
with recursive named as (
    select c.oid
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where (c.relname = any ($1::text[]) or n.nspname || '.' || c.relname = any ($1::text[]))
        and c.relkind in ('r', 'p', 'm') and c.relpersistence <> 't'
        and n.nspname not in ('pg_catalog', 'information_schema', 'pgrehearse')
), together as (
    select oid from named
    union
    select i.inhrelid from pg_catalog.pg_inherits i join together t on t.oid = i.inhparent
)
select c.oid::bigint as oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as name, c.relkind = 'i' as is_index,
    pg_catalog.pg_relation_size(c.oid) / pg_catalog.current_setting('block_size')::bigint as blocks
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'm', 'i') and pg_catalog.pg_relation_size(c.oid) > 0
    and (c.oid in (select oid from together)
        or c.oid in (select i.indexrelid from pg_catalog.pg_index i join together t on t.oid = i.indrelid))
order by is_index, blocks, name

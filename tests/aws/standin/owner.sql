-- The master user owns what the superuser of the source owned in this database: on RDS nobody has created it as a superuser.
-- REASSIGN OWNED refuses for the first superuser of a server, because the catalog is its own.
do $$
declare
    statement text;
    master constant text := current_setting('standin.master');
begin
    for statement in
        select format('alter schema %I owner to %I', nspname, master)
        from pg_namespace
        where nspowner = current_user::regrole and nspname !~ '^pg_' and nspname <> 'information_schema'
        union all
        select format('alter %s %s owner to %I',
            case relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view'
            when 'f' then 'foreign table' else 'table' end, c.oid::regclass, master)
        from pg_class c
        join pg_namespace n on n.oid = relnamespace
        where relowner = current_user::regrole and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
            and nspname !~ '^pg_' and nspname <> 'information_schema'
            and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('e', 'a', 'i'))
        union all
        select format('alter routine %s owner to %I', p.oid::regprocedure, master)
        from pg_proc p
        join pg_namespace n on n.oid = pronamespace
        where proowner = current_user::regrole and nspname !~ '^pg_' and nspname <> 'information_schema'
            and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
        union all
        select format('alter type %s owner to %I', t.oid::regtype, master)
        from pg_type t
        join pg_namespace n on n.oid = typnamespace
        where typowner = current_user::regrole and typtype in ('e', 'd', 'r') and nspname !~ '^pg_'
            and nspname <> 'information_schema'
            and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
    loop
        execute statement;
    end loop;
end
$$;

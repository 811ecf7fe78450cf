-- The objects that may use the clock, with the command that defines each of them again. A check, a trigger's condition and a rule
-- cannot be defined again in their place. Objects of extensions are theirs. $1: the objects that are wanted (null: all).
with objects as (
  select 'view' as kind, c.oid, 'pg_class'::regclass as catalog, format('%I.%I', n.nspname, c.relname) as name, '' as language,
    n.nspname,
    format('CREATE OR REPLACE VIEW %I.%I', n.nspname, c.relname)
      || coalesce((select ' WITH (' || string_agg(format('%I = %L', option_name, option_value), ', ') || ')'
        from pg_options_to_table(c.reloptions)), '')
      || ' AS ' || pg_get_viewdef(c.oid) as definition
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'v' and c.relpersistence <> 't'
  union all
  select 'function', p.oid, 'pg_proc'::regclass, p.oid::regprocedure::text, l.lanname,
    n.nspname, pg_get_functiondef(p.oid)
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
  join pg_language l on l.oid = p.prolang
  where p.prokind in ('f', 'p') and l.lanname in ('sql', 'plpgsql') and p.prorettype <> 'event_trigger'::regtype
  union all
  select 'policy', p.oid, 'pg_policy'::regclass, format('%I of %I.%I', p.polname, n.nspname, c.relname), '', n.nspname,
    format('ALTER POLICY %I ON %I.%I', p.polname, n.nspname, c.relname)
      || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
      || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
  from pg_policy p
  join pg_class c on c.oid = p.polrelid
  join pg_namespace n on n.oid = c.relnamespace
  union all
  select 'check', k.oid, 'pg_constraint'::regclass, format('%I of %I.%I', k.conname, n.nspname, c.relname), '', n.nspname,
    format('ALTER TABLE t ADD %s', pg_get_constraintdef(k.oid))
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'c'
  union all
  select 'trigger', t.oid, 'pg_trigger'::regclass, format('%I of %I.%I', t.tgname, n.nspname, c.relname), '', n.nspname,
    pg_get_triggerdef(t.oid)
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal
  union all
  select 'rule', r.oid, 'pg_rewrite'::regclass, format('%I of %I.%I', r.rulename, n.nspname, c.relname), '', n.nspname,
    pg_get_ruledef(r.oid)
  from pg_rewrite r
  join pg_class c on c.oid = r.ev_class
  join pg_namespace n on n.oid = c.relnamespace
  where r.rulename <> '_RETURN'
)
select kind, oid as object, name, language, definition
from objects
where ($1::oid[] is null or oid = any($1))
  and nspname not in ('pg_catalog', 'information_schema', 'pgrehearse')
  and not exists (
    select from pg_depend d where d.classid = catalog and d.objid = oid and d.refclassid = 'pg_extension'::regclass
  )

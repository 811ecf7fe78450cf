-- Functions in untrusted languages or in C (except those of extensions and of the server itself) that roles other than their
-- owner may call, or that triggers call.
with code as (
  select
    p.oid, p.proowner, l.lanname,
    pg_catalog.format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)) as signature,
    coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner)) as acl
  from pg_catalog.pg_proc as p
  join pg_catalog.pg_language as l on l.oid = p.prolang
  join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
  where not l.lanpltrusted and l.lanname <> 'internal' and n.nspname not in ('pg_catalog', 'information_schema')
    and not exists (
      select from pg_catalog.pg_depend as d
      where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
    )
),
called as (
  select
    code.*,
    array(
      select distinct case when a.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) end
      from pg_catalog.aclexplode(code.acl) as a where a.privilege_type = 'EXECUTE' and a.grantee <> code.proowner
    ) as callers,
    exists (select from pg_catalog.pg_trigger as t where t.tgfoid = code.oid and t.tgenabled <> 'D') as of_trigger
  from code
)
select
  case when lanname = 'c' then 'native-code' else 'untrusted-code' end as name,
  signature as object,
  pg_catalog.format('in %s; %s', lanname, pg_catalog.concat_ws(
    ', ', nullif('may be called by ' || pg_catalog.array_to_string(callers, ', '), 'may be called by '), case when of_trigger then 'called by triggers' end
  )) as detail,
  case when of_trigger or not pg_catalog.pg_has_role(proowner, 'usage') then '{}'
    else array[pg_catalog.format('revoke execute on routine %s from %s', signature, pg_catalog.array_to_string(callers, ', '))] end as disarm
from called
where callers <> '{}' or of_trigger
order by 1, 2

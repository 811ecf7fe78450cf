-- Extensions that open connections or write outside the server ($1), if roles other than the owner may call their functions.
with grants as (
  select
    e.extname, p.proowner,
    pg_catalog.format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)) as signature,
    case when a.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) end as caller
  from pg_catalog.pg_extension as e
  join pg_catalog.pg_depend as d on d.refclassid = 'pg_catalog.pg_extension'::regclass and d.refobjid = e.oid
    and d.classid = 'pg_catalog.pg_proc'::regclass and d.deptype = 'e'
  join pg_catalog.pg_proc as p on p.oid = d.objid
  join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
  cross join lateral pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) as a
  where e.extname = any ($1::text[]) and a.privilege_type = 'EXECUTE' and a.grantee <> p.proowner
    and p.prorettype::pg_catalog.regtype::text not in ('language_handler', 'fdw_handler', 'trigger', 'event_trigger')
),
revokes as (
  select
    extname, caller, pg_catalog.count(*) as functions, pg_catalog.bool_and(pg_catalog.pg_has_role(proowner, 'usage')) as is_grantor,
    pg_catalog.format('revoke execute on routine %s from %s', pg_catalog.string_agg(signature, ', ' order by signature), caller) as sql
  from grants group by extname, caller
)
select
  extname::text as object,
  pg_catalog.format('%s may call %s of its functions', pg_catalog.string_agg(caller, ', ' order by caller), pg_catalog.max(functions)) as detail,
  case when pg_catalog.bool_and(is_grantor) then pg_catalog.array_agg(sql order by caller) else '{}' end as disarm
from revokes group by extname order by extname

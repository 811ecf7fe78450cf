-- The expressions of row security policies that apply.
select n.nspname || '.' || c.relname as name,
  concat_ws(', ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as expressions
from pg_policy p
join pg_class c on c.oid = p.polrelid
join pg_namespace n on n.oid = c.relnamespace
where c.relrowsecurity and (p.polqual is not null or p.polwithcheck is not null)

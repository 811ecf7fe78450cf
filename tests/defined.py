"""Everything that defines the objects of a database, so that two moments can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import superuser

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster

# A default that is set again has another OID in pg_attrdef; its expression is compared.
_QUERY = """
select 'relation', c.oid::regclass::text, pg_get_viewdef(c.oid), c.relowner::text, c.relacl::text, c.reloptions::text,
  obj_description(c.oid, 'pg_class')
from pg_class c where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace
union all
select 'function', p.oid::regprocedure::text, pg_get_functiondef(p.oid), p.proowner::text, p.proacl::text, p.prosrc,
  obj_description(p.oid, 'pg_proc')
from pg_proc p where p.pronamespace = 'public'::regnamespace
union all
select 'policy', polname, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid), polroles::text, polcmd::text,
  obj_description(oid, 'pg_policy')
from pg_policy
union all
select 'default', adrelid::regclass::text, adnum::text, pg_get_expr(adbin, adrelid), '', '', '' from pg_attrdef
union all
select 'dependency', classid::text || ' ' || objid || ' ' || objsubid, refclassid::text, refobjid::text, refobjsubid::text, deptype::text, ''
from pg_depend where classid <> 'pg_attrdef'::regclass
order by 1, 2, 3, 4, 5, 6, 7
"""


def everything_defined(cluster: Cluster, database: str) -> list[tuple[object, ...]]:
    """The definitions, owners, privileges, comments and options of views, functions and policies; defaults; all dependencies."""
    with superuser(cluster, database) as connection:
        return connection.execute(_QUERY).fetchall()

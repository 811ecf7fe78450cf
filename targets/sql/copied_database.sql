-- One database of a server that is copied: its extensions, and whether its columns use collations of ICU.
select
  array(select e.extname::text from pg_catalog.pg_extension as e order by 1) as extensions,
  exists (
    select from pg_catalog.pg_attribute as a join pg_catalog.pg_collation as c on c.oid = a.attcollation
    where c.collprovider = 'i' and a.attrelid >= 16384
  ) as uses_icu

-- Defaults return the values that production generated. The queue of a session for a column is the setting pgrehearse.values_OID_NUMBER
-- (OID of the table, number of the column): values in the order in which production generated them, separated by commas. "*": not
-- known; ">3": continue with the setting whose name ends in _3, so that a queue stays short however many rows a statement has. A comma,
-- a star, a greater-than sign, a percent sign and an empty text are written %2c, %2a, %3e, %25 and %00. A setting is restored with its
-- transaction; a replay sets it before each statement that evaluates the default. Every name is qualified, so that no search_path
-- changes a value.
create table pgrehearse.replaced_value (
  relation oid not null,
  attribute smallint not null,
  expression text not null,
  setting text not null,
  label text not null,
  primary key (relation, attribute)
);
grant usage on schema pgrehearse to public;

-- Returns the next value of a queue; null: it is not known, which the sequence counter counts.
create function pgrehearse.given(setting text, counter regclass) returns text language plpgsql volatile as $$
declare
  queue pg_catalog.text := pg_catalog.current_setting(setting, true);
  item pg_catalog.text;
  ignored pg_catalog.text; -- an assignment costs less than PERFORM
begin
  if pg_catalog.length(queue) operator(pg_catalog.>) 0 then
    item := pg_catalog.split_part(queue, ',', 1);
    if pg_catalog.strpos(item, '>') operator(pg_catalog.=) 1 then
      queue := pg_catalog.current_setting(pg_catalog.concat(setting, '_', pg_catalog.substr(item, 2)), true);
      item := pg_catalog.split_part(queue, ',', 1);
    end if;
    ignored := pg_catalog.set_config(setting, pg_catalog.substr(queue, pg_catalog.length(item) operator(pg_catalog.+) 2), false);
    if pg_catalog.strpos(item, '%') operator(pg_catalog.>) 0 then
      item := pg_catalog.replace(pg_catalog.replace(item, '%2c', ','), '%2a', '*');
      return pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(item, '%3e', '>'), '%00', ''), '%25', '%');
    end if;
    if item operator(pg_catalog.<>) '*' then
      return item;
    end if;
  end if;
  ignored := pg_catalog.nextval(counter);
  return null;
end $$;

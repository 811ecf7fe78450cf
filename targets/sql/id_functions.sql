-- Draws from sequences return production's ids. The queue of a session for a sequence is the setting pgrehearse.ids_OID (OID of the
-- sequence): ids in the order in which production drew them, "101,102", consecutive ones as "101:105"; ">3": continue with the setting whose
-- name ends in _3. A setting is restored with its transaction; a replay sets it before each statement that draws. For an id that is not known ("*") and with an empty queue the
-- sequence itself gives the id, beyond all ids of production, and pgrehearse.beyond_OID counts it. Every name is qualified, so that
-- no search_path changes a draw.
-- first: the value of the next draw, where each value of the sequence after it is a draw without an id (null: not known).
create table pgrehearse.replaced_sequence (relation oid primary key, name text not null, first bigint);
grant select on pgrehearse.replaced_sequence to public;
create table pgrehearse.added_function (signature text primary key);
create table pgrehearse.replaced_function (function oid primary key, definition text not null, replacement text not null);
create sequence pgrehearse.last_drawn;
grant usage, update on sequence pgrehearse.last_drawn to public;
grant usage on schema pgrehearse to public;

-- Returns the next id of a sequence for this session. drawn: the id that an identity column has drawn already.
create function pgrehearse.draw(sequence regclass, drawn bigint default null) returns bigint language plpgsql volatile as $$
declare
  number pg_catalog.text := sequence::pg_catalog.oid;
  queue pg_catalog.text := pg_catalog.current_setting(pg_catalog.concat('pgrehearse.ids_', number), true);
  counter pg_catalog.regclass;
  item pg_catalog.text;
  last pg_catalog.text;
  id pg_catalog.int8;
  value pg_catalog.int8; -- not used: an assignment costs a tenth of PERFORM
begin
  if pg_catalog.length(queue) operator(pg_catalog.>) 0 then
    item := pg_catalog.split_part(queue, ',', 1);
    if pg_catalog.strpos(item, '>') operator(pg_catalog.=) 1 then
      queue := pg_catalog.current_setting(pg_catalog.concat('pgrehearse.ids_', number, '_', pg_catalog.substr(item, 2)), true);
      item := pg_catalog.split_part(queue, ',', 1);
    end if;
    queue := pg_catalog.substr(queue, pg_catalog.length(item) operator(pg_catalog.+) 2);
    if item operator(pg_catalog.<>) '*' then
      id := pg_catalog.split_part(item, ':', 1);
      last := pg_catalog.split_part(item, ':', 2);
      if pg_catalog.length(last) operator(pg_catalog.>) 0 and id operator(pg_catalog.<) last::pg_catalog.int8 then
        queue := pg_catalog.concat(id operator(pg_catalog.+) 1, ':', last, ',', queue);
      end if;
    end if;
    queue := pg_catalog.set_config(pg_catalog.concat('pgrehearse.ids_', number), queue, false);
  end if;
  if id is not null then
    -- lastval() is the value of the sequence that the session used last.
    value := pg_catalog.nextval('pgrehearse.last_drawn'::pg_catalog.regclass);
    value := pg_catalog.setval('pgrehearse.last_drawn'::pg_catalog.regclass, id);
  else
    counter := pg_catalog.to_regclass(pg_catalog.concat('pgrehearse.beyond_', number));
    if counter is not null then
      value := pg_catalog.nextval(counter);
    end if;
    id := coalesce(drawn, pg_catalog.nextval(sequence));
  end if;
  queue := pg_catalog.set_config(pg_catalog.concat('pgrehearse.last_', number), id::pg_catalog.text, false);
  if pg_catalog.current_setting('pgrehearse.reports', true) operator(pg_catalog.=) 'on' then
    -- A message is not rolled back, and clients get it whatever their client_min_messages is.
    raise info using errcode = 'PGR01', message = coalesce(
      (select s.name from pgrehearse.replaced_sequence s where s.relation operator(pg_catalog.=) sequence), '');
  end if;
  return id;
end $$;

-- Returns what currval has to return after draws from queues.
create function pgrehearse.last_id(sequence regclass) returns bigint language plpgsql volatile as $$
declare
  last pg_catalog.text := pg_catalog.current_setting(pg_catalog.concat('pgrehearse.last_', sequence::pg_catalog.oid), true);
begin
  if pg_catalog.length(last) operator(pg_catalog.>) 0 then
    return last;
  end if;
  return pg_catalog.currval(sequence);
end $$;

-- What statements and functions call that call PostgreSQL's own functions, with their names.
create function pgrehearse.nextval(regclass) returns bigint language sql volatile as 'select pgrehearse.draw($1)';
create function pgrehearse.currval(regclass) returns bigint language sql volatile as 'select pgrehearse.last_id($1)';
-- A sequence stays beyond production's ids; a session that sets it gets the value from currval.
create function pgrehearse.setval(sequence regclass, value bigint, called boolean default true) returns bigint language plpgsql volatile as $$
begin
  if not exists (select from pgrehearse.replaced_sequence s where s.relation operator(pg_catalog.=) sequence) then
    return pg_catalog.setval(sequence, value, called);
  end if;
  if called then
    perform pg_catalog.set_config(pg_catalog.concat('pgrehearse.last_', sequence::pg_catalog.oid), value::pg_catalog.text, false);
  end if;
  return value;
end $$;

-- Drops what clock_functions.sql created.
drop function pgrehearse.now(), pgrehearse.started(), pgrehearse.clock(), pgrehearse.age(timestamptz), pgrehearse.age(timestamp),
  pgrehearse.age(xid);
drop table pgrehearse.replaced_clock_default, pgrehearse.replaced_clock_definition;

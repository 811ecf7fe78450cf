-- Drops what id_functions.sql created.
drop function pgrehearse.draw(regclass, bigint), pgrehearse.last_id(regclass);
drop sequence pgrehearse.last_drawn;
drop table pgrehearse.replaced_default, pgrehearse.replaced_sequence, pgrehearse.added_function;

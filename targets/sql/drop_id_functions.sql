-- Drops what id_functions.sql created.
drop function pgrehearse.nextval(regclass), pgrehearse.currval(regclass), pgrehearse.setval(regclass, bigint, boolean);
drop function pgrehearse.draw(regclass, bigint), pgrehearse.last_id(regclass);
drop sequence pgrehearse.last_drawn;
drop table pgrehearse.replaced_sequence, pgrehearse.replaced_function, pgrehearse.added_function;
